package editor

import (
	"strings"

	"celun/app/brief"
	"celun/app/desktop/widgets"
	"celun/app/language"

	"fyne.io/fyne/v2"
)

// typing has the keys at the edges of a text work on blocks: Return splits,
// BackSpace and Delete join, the arrows go on to the next text.
func (e *Editor) typing(f *widgets.Field, at brief.Address) {
	f.OnReturn = func() bool { return e.split(f, at) }
	f.OnJoin = func(forward bool) { e.join(at, forward) }
	f.OnLeave = func(down bool) { e.leave(at, down) }
	f.OnPaste = func(c fyne.Clipboard) bool { return e.PasteFrom != nil && e.PasteFrom(at, c) }
}

// isBehind reports whether a text is stale or not yet written while its twin
// is: what is typed there follows the twin.
func (e *Editor) isBehind(at brief.Address) bool {
	b, _, _ := e.brief.Block(at.Block)
	if b == nil || at.Language == "" {
		return false
	}
	s := b.State.ZH
	if at.Language == language.EN {
		s = b.State.EN
	}
	return s == brief.Stale || s == brief.Empty
}

// split is Return: in prose it begins a new block, in a heading of a section
// it goes on to the text, and at an empty end of a list it leaves the list.
func (e *Editor) split(f *widgets.Field, at brief.Address) bool {
	switch {
	case at.Section != "":
		e.enterSection(at)
		return true
	case at.Block == "":
		e.leave(at, true)
		return true
	}
	b, i, j := e.brief.Block(at.Block)
	if b == nil {
		return false
	}
	start, end := f.Selection()
	switch {
	case at.Slot == "" && b.Kind == brief.List && strings.HasSuffix(f.Text, "\n") && start == end && end == len([]rune(f.Text)):
		e.leaveList(b, at, i, j)
		return true
	case b.Kind == brief.Recommendation && at.Slot != "":
		e.leave(at, true)
		return true
	case at.Slot != "" || !b.Kind.IsProse():
		return false
	}
	if start != end {
		f.Replace("")
	}
	id := e.NewBlockID()
	edit, ok := brief.SplitBlock(e.brief, at, start, id)
	if !ok {
		return false
	}
	if e.Do(edit) == nil {
		e.Caret(brief.Address{Block: e.after(at.Block, id, start), Language: at.Language}, 0)
	}
	return true
}

// after returns the block in which the caret stands after a split: the second
// one. A block that was split before its start has a new one before it.
func (e *Editor) after(block, added string, offset int) string {
	_, i, j := e.brief.Block(block)
	_, k, l := e.brief.Block(added)
	if i == k && l < j {
		return block
	}
	return added
}

// enterSection goes from the heading of a section to its first text, which is
// made if need be.
func (e *Editor) enterSection(at brief.Address) {
	s, _ := e.brief.Section(at.Section)
	if s == nil {
		return
	}
	if len(s.Blocks) > 0 && len(s.Blocks[0].Slots()) > 0 {
		e.Caret(brief.Address{Block: s.Blocks[0].ID, Slot: s.Blocks[0].Slots()[0], Language: at.Language}, 0)
		return
	}
	e.addAt(at.Section, 0, brief.Paragraph)
}

// leaveList ends a list at its empty last item and begins a paragraph.
func (e *Editor) leaveList(b *brief.Block, at brief.Address, section, index int) {
	list := b.Clone()
	for _, l := range language.Both() {
		list.Text = list.Text.With(l, strings.TrimRight(list.Text.In(l), "\n"))
	}
	next := brief.Block{ID: e.NewBlockID(), Kind: brief.Paragraph, State: brief.States{ZH: brief.Empty, EN: brief.Empty}}
	err := e.Do(brief.Batch{Edits: []brief.Edit{
		brief.ReplaceBlock{Block: list},
		brief.InsertBlock{Section: e.brief.Sections[section].ID, Index: index + 1, Block: next},
	}})
	if err == nil {
		e.Caret(brief.Address{Block: next.ID, Language: at.Language}, 0)
	}
}

// join joins a block to the one before it, or the one after it to itself.
func (e *Editor) join(at brief.Address, forward bool) {
	if at.Slot != "" || at.Block == "" || at.Language == "" {
		return
	}
	id := at.Block
	if forward {
		_, i, j := e.brief.Block(id)
		if i < 0 || j+1 >= len(e.brief.Sections[i].Blocks) {
			return
		}
		id = e.brief.Sections[i].Blocks[j+1].ID
	}
	edit, to, offset, ok := brief.JoinBlock(e.brief, id, at.Language)
	if !ok {
		return
	}
	if e.Do(edit) == nil {
		e.Caret(to, offset)
	}
}

// Caret goes to a place and puts the caret at an offset (runes) of its text;
// -1 is its end.
func (e *Editor) Caret(at brief.Address, offset int) {
	e.Reveal(at, true)
	if f := e.fieldAt(at); f != nil && f.HasFocus() {
		if offset < 0 {
			offset = len([]rune(f.Text))
		}
		f.SetCaret(offset)
	}
}

// leave goes to the text above or below one, in the same language.
func (e *Editor) leave(at brief.Address, down bool) {
	l := at.Language
	var before, found *brief.Address
	passed := false
	for a := range e.brief.Addresses() {
		if a.Language != l && a.Language != "" || !e.isShown(a) {
			continue
		}
		if a == at {
			if !down {
				found = before
				break
			}
			passed = true
			continue
		}
		if passed {
			found = &a
			break
		}
		before = &a
	}
	if found == nil {
		return
	}
	offset := 0
	if !down {
		offset = -1
	}
	e.Caret(*found, offset)
}

// isShown reports whether a place has a field: those of the cover's details do
// only when they are shown, and a folded section has only its heading.
func (e *Editor) isShown(a brief.Address) bool {
	switch {
	case a.Block != "":
		_, i, _ := e.brief.Block(a.Block)
		return i >= 0 && !e.folded[e.brief.Sections[i].ID]
	case a.Section != "":
		return true
	}
	return e.details && a.Slot != brief.DisclaimerSlot || a.Slot == brief.TitleSlot || a.Slot == brief.SubtitleSlot
}

// Field returns the field with the caret and its place; nil when there is
// none.
func (e *Editor) Field() (*widgets.Field, brief.Address) {
	if f := e.fields[e.selected]; f != nil && f.HasFocus() {
		return f, e.selected
	}
	return nil, brief.Address{}
}

// FieldOf returns the field of a place; nil when it has none that is built.
func (e *Editor) FieldOf(at brief.Address) *widgets.Field { return e.fields[at] }
