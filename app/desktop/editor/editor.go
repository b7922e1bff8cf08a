// Package editor is the middle pane: the brief as rows of blocks, Chinese and
// English side by side, each text a field of its own, built when it comes
// into view.
//
//	e := editor.New(editor.Params{Language: language.ZH, Do: history.Do})
//	e.Show(history.Brief())
//	window.SetContent(e.View())
//
// The editor changes nothing itself: every change goes out as a [brief.Edit]
// through Params.Do, and comes back as another brief through [Editor.Show].
package editor

import (
	"image"
	"unicode/utf8"

	"celun/app/brief"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/library"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Params are what an editor needs from the window.
type Params struct {
	Language language.Language // of the interface
	// Post has a function called on the main thread; nil: nothing is done beside
	// it.
	Post func(func())
	// Lengths is what was counted of the brief before, see [Count]; it may be nil.
	// It is the editor's from now on.
	Lengths Lengths
	// Do makes an edit and shows the brief that comes of it.
	Do func(brief.Edit) error
	// Seal ends a run of typing.
	Seal func()
	// NewBlockID and NewSectionID return unused ids.
	NewBlockID, NewSectionID func() string
	// Keyboard gives a text the focus in the window, which may just have been
	// built; nil gives it on the canvas that the editor is on.
	Keyboard func(fyne.Focusable)
	// Went is told what the user went to.
	Went func(brief.Address)
	// Moved is told where the caret is now, in runes of a text; it may be nil.
	Moved func(at brief.Address, offset int)
	// Entered is told that a text has got the caret; it may be nil.
	Entered func()
	// NextWord and PreviousWord move the caret by words; nil leaves it to Fyne.
	NextWord, PreviousWord func(l language.Language, text string, at int) int
	// Argument returns an argument of the library, if it has it.
	Argument func(id string) (*library.Entry, bool)
	// Changed says whether the library's text of a block has changed.
	Changed func(block string) Change
	// PasteFrom takes what is to be pasted at a place, and comes back with it by
	// [Editor.Paste]; false leaves it to the text.
	PasteFrom func(at brief.Address, c fyne.Clipboard) bool
	// AddPicture asks for a picture and puts it into a section.
	AddPicture func(section string, index int)
	// Comment asks for a comment on a block.
	Comment func(block string)
	// TakeText and KeepText settle such a change, Compare shows it.
	TakeText, KeepText, Compare func(block string)
}

// A Change says how the library differs from what a block was taken from.
type Change int

// The changes. What is Newer can be taken; what is Other can only be compared,
// as in a block that is made of more than one text.
const (
	Same Change = iota
	Newer
	Other
	Gone
)

// An Editor shows a brief and lets it be edited.
type Editor struct {
	Params
	brief     *brief.Brief
	column    *widgets.Column
	finder    *finder
	dropper   dropper
	view      *widgets.Arranged
	views     map[string]view // by key of the row
	fields    map[brief.Address]*widgets.Field
	selected  brief.Address
	notices   map[string][]Notice                 // see [Editor.ShowNotices]
	found     map[brief.Address][]widgets.Stretch // see [Editor.ShowFound]
	pointed   brief.Address                       // see [Editor.Point]
	pointedAt widgets.Stretch
	pictures  pictures
	labelled  *brief.Brief // what labelsOf are of
	labelsOf  map[string]language.Text
	folded    map[string]bool // sections of which only the heading is shown
	details   bool            // the fields of the cover beside title and subtitle are shown
}

// A view is a row that is built, and can show another state of what it shows.
// It reports false when the row must be built anew for it.
type view interface {
	object() fyne.CanvasObject
	update(b *brief.Brief) bool
	choose(on bool)
}

// New returns an editor without a brief.
func New(p Params) *Editor {
	e := &Editor{Params: p, views: map[string]view{}, fields: map[brief.Address]*widgets.Field{}, folded: map[string]bool{}}
	if e.Lengths == nil {
		e.Lengths = Lengths{}
	}
	e.pictures = pictures{post: p.Post, kept: map[*byte]image.Image{}}
	e.column = widgets.NewColumn(8, 16)
	e.finder = e.newFinder()
	e.dropper = newDropper(widgets.NewGround(fynetheme.ColorNamePrimary))
	e.view = widgets.NewArranged(200, func(width, height float32, place widgets.Place) float32 {
		top := widgets.HeightFor(e.finder.view, width)
		place(e.column, 0, top, width, fyne.Max(0, height-top))
		place(e.finder.view, 0, 0, width, top)
		return fyne.Max(height, top+80)
	}, e.column, e.finder.view, e.dropper.line)
	return e
}

// View returns what the window shows.
func (e *Editor) View() fyne.CanvasObject { return e.view }

// Selected returns where the user is.
func (e *Editor) Selected() brief.Address { return e.selected }

// Show shows a brief: after a change only what differs is touched.
func (e *Editor) Show(b *brief.Brief) {
	old, caret := e.brief, e.hold()
	e.brief = b
	if old == nil || !sameRows(old, b) {
		rows := e.rows()
		e.forget(rows)
		e.column.SetRows(rows)
	}
	for key, v := range e.views {
		if !v.update(b) {
			e.drop(key)
			e.column.Rebuild(key)
		}
	}
	e.remain(old, caret)
	e.finder.follow()
}

// rows returns the rows of the brief: the cover, and for each section its
// heading, its blocks and what can be added.
func (e *Editor) rows() []widgets.Row {
	rows := []widgets.Row{e.row(coverKey, 132, e.cover)}
	for i := range e.brief.Sections {
		s := &e.brief.Sections[i]
		id := s.ID
		rows = append(rows, e.row(sectionKey(id), 84, func() view { return e.section(id) }))
		if e.folded[id] {
			continue
		}
		for j := range s.Blocks {
			block := s.Blocks[j].ID
			r := e.row(blockKey(block), 0, func() view { return e.block(block) })
			r.Estimate = func(width float32) float32 { return e.estimate(i, j, block, width) }
			rows = append(rows, r)
		}
		rows = append(rows, e.row(addKey(id), 36, func() view { return e.adder(id) }))
	}
	return rows
}

func (e *Editor) row(key string, height float32, build func() view) widgets.Row {
	return widgets.Row{
		Key:      key,
		Estimate: func(float32) float32 { return height },
		Build: func() fyne.CanvasObject {
			v := build()
			e.views[key] = v
			v.choose(e.chosenKey() == key)
			return v.object()
		},
	}
}

// estimate guesses the height of a block from the length of its text. It stands
// where it stood when the rows were made, as long as those are.
func (e *Editor) estimate(section, index int, id string, width float32) float32 {
	var b *brief.Block
	if section < len(e.brief.Sections) && index < len(e.brief.Sections[section].Blocks) {
		b = &e.brief.Sections[section].Blocks[index]
	}
	if b == nil || b.ID != id {
		b, _, _ = e.brief.Block(id)
	}
	if b == nil || width <= 0 {
		return 60
	}
	const line, en = 22, 6.6
	column := (width - gutter) / 2
	zh := utf8.RuneCountInString(b.Text.ZH) * 13
	latin := float32(len(b.Text.EN)) * en
	lines := max(1, int(max(float32(zh), latin)/max(1, column-16))+1)
	if b.Recommendation != nil {
		lines += 6
	}
	if b.Table != nil {
		lines += 3 * len(b.Table.Rows)
	}
	return float32(lines)*line + 44
}

const coverKey = "cover"

func sectionKey(id string) string { return "section " + id }
func blockKey(id string) string   { return "block " + id }
func addKey(id string) string     { return "add " + id }

// sameRows reports whether two briefs have the same sections and blocks in
// the same order and of the same kinds.
func sameRows(a, b *brief.Brief) bool {
	if len(a.Sections) != len(b.Sections) {
		return false
	}
	for i := range a.Sections {
		s, t := &a.Sections[i], &b.Sections[i]
		if s.ID != t.ID || len(s.Blocks) != len(t.Blocks) {
			return false
		}
		for j := range s.Blocks {
			if s.Blocks[j].ID != t.Blocks[j].ID {
				return false
			}
		}
	}
	return true
}

// forget drops the views of rows that are gone.
func (e *Editor) forget(rows []widgets.Row) {
	keep := make(map[string]bool, len(rows))
	for _, r := range rows {
		keep[r.Key] = true
	}
	for key := range e.views {
		if !keep[key] {
			e.drop(key)
		}
	}
}

func (e *Editor) drop(key string) {
	delete(e.views, key)
	for at := range e.fields {
		if keyOf(at) == key {
			delete(e.fields, at)
		}
	}
}

// keyOf returns the key of the row in which a place stands.
func keyOf(at brief.Address) string {
	switch {
	case at.Block != "":
		return blockKey(at.Block)
	case at.Section != "":
		return sectionKey(at.Section)
	}
	return coverKey
}

func (e *Editor) chosenKey() string {
	if e.selected == (brief.Address{}) {
		return ""
	}
	return keyOf(e.selected)
}

// choose makes a place the selected one and tells the window.
func (e *Editor) choose(at brief.Address) {
	if e.selected == at {
		return
	}
	before := e.chosenKey()
	e.selected = at
	after := e.chosenKey()
	if before != after {
		for _, key := range []string{before, after} {
			if v, ok := e.views[key]; ok {
				v.choose(key == after)
				e.column.Remeasure(key)
			}
		}
		e.column.Keep = after
	}
	if e.Went != nil {
		e.Went(at)
	}
}

// Reveal goes to a place: scrolls to its row, makes it the selected one and,
// if asked, puts the caret into its text.
func (e *Editor) Reveal(at brief.Address, focus bool) {
	if at.Block != "" {
		if b, _, _ := e.brief.Block(at.Block); b == nil {
			return
		}
		at.Section = ""
		e.unfold(at)
	}
	e.column.Reveal(keyOf(at))
	e.choose(at)
	if !focus {
		return
	}
	if f := e.fieldAt(at); f != nil {
		e.focus(f)
	}
}

// Focus puts the caret into the selected text, or else into the first text of
// the first section that has one.
func (e *Editor) Focus() {
	at := e.selected
	for i := 0; at == (brief.Address{}) && i < len(e.brief.Sections); i++ {
		if s := &e.brief.Sections[i]; len(s.Blocks) > 0 {
			at = brief.Address{Block: s.Blocks[0].ID, Language: e.Language}
		}
	}
	e.Reveal(at, true)
}

// fieldAt returns the field of a place, or the first one of its row in the
// language.
func (e *Editor) fieldAt(at brief.Address) *widgets.Field {
	if f, ok := e.fields[at]; ok {
		return f
	}
	if at.Language == "" {
		at.Language = language.ZH
	}
	if f, ok := e.fields[at]; ok {
		return f
	}
	if b, _, _ := e.brief.Block(at.Block); b != nil {
		for _, slot := range b.Slots() {
			for _, l := range []language.Language{at.Language, ""} {
				if f, ok := e.fields[brief.Address{Block: at.Block, Slot: slot, Language: l}]; ok {
					return f
				}
			}
		}
	}
	return e.fields[brief.Address{Section: at.Section, Slot: brief.HeadingSlot, Language: at.Language}]
}

// InsertionPoint returns where something new goes: after the selected block,
// at the start of the selected section, or at the end of the first section
// that can be written in.
func (e *Editor) InsertionPoint() (section string, index int) {
	if _, i, j := e.brief.Block(e.selected.Block); i >= 0 {
		return e.brief.Sections[i].ID, j + 1
	}
	if s, _ := e.brief.Section(e.selected.Section); s != nil {
		return s.ID, 0
	}
	if len(e.brief.Sections) == 0 {
		return "", 0
	}
	last := &e.brief.Sections[0]
	return last.ID, len(last.Blocks)
}
