package editor

import (
	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/icon"
	"celun/app/desktop/widgets"
	"celun/app/language"

	"fyne.io/fyne/v2"
)

// frameWidth is how much of a block its frame takes when it is chosen.
const frameWidth = 2

// toolHeight is the least height of a block, so that its tools fit.
const toolHeight = 76

// toolStrip returns the tools of the selected block, under the handle by which
// it is dragged and which opens its menu.
func (v *blockView) toolStrip() *widgets.Arranged {
	v.handle = widgets.NewHandle(icon.Drag, v.menu)
	v.handle.OnDragged = func(at fyne.Position) {
		v.e.column.Keep = blockKey(v.id)
		v.e.drag(v.id, at)
	}
	v.handle.OnDropped = v.e.dropped
	tools := []fyne.CanvasObject{}
	if v.e.Comment != nil {
		tools = append(tools, widgets.NewGlyph(icon.Comment, func() { v.e.Comment(v.id) }))
	}
	return widgets.NewPile(0, tools...)
}

// menu offers what can be done with the block.
func (v *blockView) menu() *fyne.Menu {
	lang := v.e.Language
	b, _, _ := v.e.brief.Block(v.id)
	if b == nil {
		return fyne.NewMenu("")
	}
	m := fyne.NewMenu("")
	add := func(name string, icon fyne.Resource, run func()) {
		m.Items = append(m.Items, fyne.NewMenuItemWithIcon(name, icon, run))
	}
	for _, k := range wordKinds() {
		if isWords(b.Kind) && k != b.Kind {
			add(catalogue.TurnInto(k).In(lang), wordIcons[k], func() { v.e.turn(v.id, k) })
		}
	}
	if b.Table != nil {
		add(catalogue.AddRow.In(lang), icon.Add, func() { v.e.changeTable(v.id, addRow) })
		add(catalogue.AddColumn.In(lang), icon.Add, func() { v.e.changeTable(v.id, addColumn) })
		add(catalogue.RemoveRow.In(lang), icon.Remove, func() { v.e.changeTable(v.id, removeRow) })
		add(catalogue.RemoveColumn.In(lang), icon.Remove, func() { v.e.changeTable(v.id, removeColumn) })
	}
	if len(m.Items) > 0 {
		m.Items = append(m.Items, fyne.NewMenuItemSeparator())
	}
	if v.e.Comment != nil {
		add(catalogue.AddComment.In(lang), icon.Comment, func() { v.e.Comment(v.id) })
	}
	m.Items = append(m.Items, v.readers(b))
	up := fyne.NewMenuItemWithIcon(catalogue.MoveUp.In(lang), icon.Up, func() { v.e.Move(v.id, -1) })
	down := fyne.NewMenuItemWithIcon(catalogue.MoveDown.In(lang), icon.Down, func() { v.e.Move(v.id, 1) })
	up.Disabled, down.Disabled = !v.e.CanMove(v.id, -1), !v.e.CanMove(v.id, 1)
	m.Items = append(m.Items, up, down, fyne.NewMenuItemSeparator())
	add(catalogue.DeleteBlock.In(lang), icon.Bin, func() { v.e.Remove(v.id) })
	return m
}

// wordKinds are the kinds that hold nothing but text and can be turned into
// each other.
func wordKinds() []brief.Kind {
	return []brief.Kind{brief.Paragraph, brief.Heading, brief.List, brief.KeyMessages, brief.Note, brief.Question, brief.Exercise}
}

// wordIcons are the signs of these kinds.
var wordIcons = map[brief.Kind]icon.Icon{
	brief.Paragraph: icon.Paragraph, brief.Heading: icon.Heading, brief.List: icon.List, brief.KeyMessages: icon.Quote,
	brief.Note: icon.Note, brief.Question: icon.Question, brief.Exercise: icon.Edit,
}

func isWords(k brief.Kind) bool {
	for _, w := range wordKinds() {
		if w == k {
			return true
		}
	}
	return false
}

// turn makes a block one of another kind with the same text.
func (e *Editor) turn(id string, k brief.Kind) {
	b, _, _ := e.brief.Block(id)
	if b == nil {
		return
	}
	next := b.Clone()
	next.Kind, next.Level = k, 0
	if k != brief.Question && k != brief.Exercise {
		next.Space, next.Answer = 0, language.Text{}
	}
	if k == brief.Heading {
		next.Level = 2
	}
	_ = e.Do(brief.ReplaceBlock{Block: next})
}

// Add puts a new, empty block of a kind where new things go, and the caret
// into it.
func (e *Editor) Add(k brief.Kind) {
	section, index := e.InsertionPoint()
	e.addAt(section, index, k)
}

func (e *Editor) addAt(section string, index int, k brief.Kind) {
	if section == "" {
		return
	}
	b := brief.Block{ID: e.NewBlockID(), Kind: k, State: brief.States{ZH: brief.Empty, EN: brief.Empty}}
	switch k {
	case brief.Heading:
		b.Level = 2
	case brief.Recommendation:
		b.Recommendation = &brief.Action{}
	case brief.Table:
		b.Table = &brief.Grid{Header: 1, Rows: make([][]brief.Cell, 3)}
		for i := range b.Table.Rows {
			b.Table.Rows[i] = make([]brief.Cell, 3)
		}
	case brief.PageBreak:
		b.State = brief.States{}
	case brief.FigureKind:
		b.Figure = &brief.Figure{Form: brief.BarForm, Data: make([]brief.Datum, 2)}
	case brief.Timeline:
		b.Events = make([]brief.Event, 1)
	case brief.TermList:
		b.Terms = []brief.Entry{{ID: newTermID(nil)}}
	case brief.Question, brief.Exercise:
		b.Space = 30
	}
	e.Insert(section, index, b)
}

// Insert puts a block into a section and goes to it.
func (e *Editor) Insert(section string, index int, b brief.Block) {
	if err := e.Do(brief.InsertBlock{Section: section, Index: index, Block: b}); err == nil {
		e.Reveal(brief.Address{Block: b.ID, Language: e.Language}, true)
	}
}

// Remove takes a block out and selects what stands in its place.
func (e *Editor) Remove(id string) {
	_, i, j := e.brief.Block(id)
	if i < 0 {
		return
	}
	section := e.brief.Sections[i].ID
	if err := e.Do(brief.RemoveBlock{ID: id}); err != nil {
		return
	}
	if s, _ := e.brief.Section(section); s != nil {
		next := brief.Address{Section: section, Slot: brief.HeadingSlot}
		if n := len(s.Blocks); n > 0 {
			next = brief.Address{Block: s.Blocks[min(j, n-1)].ID}
		}
		e.choose(next)
	}
}

// Move moves a block by one up or down, over the border of its section too.
func (e *Editor) Move(id string, by int) {
	_, i, j := e.brief.Block(id)
	if i < 0 {
		return
	}
	to := brief.MoveBlock{ID: id, Section: e.brief.Sections[i].ID, Index: j + by}
	switch {
	case to.Index < 0 && i == 0:
		return
	case to.Index < 0:
		s := &e.brief.Sections[i-1]
		to.Section, to.Index = s.ID, len(s.Blocks)
	case to.Index >= len(e.brief.Sections[i].Blocks):
		if i+1 == len(e.brief.Sections) {
			return
		}
		to.Section, to.Index = e.brief.Sections[i+1].ID, 0
	}
	if err := e.Do(to); err == nil {
		e.column.Reveal(blockKey(id))
	}
}

// CanMove reports whether a block can be moved up (-1) or down (1).
func (e *Editor) CanMove(id string, by int) bool {
	if e.brief == nil {
		return false
	}
	_, i, j := e.brief.Block(id)
	if i < 0 {
		return false
	}
	last := i == len(e.brief.Sections)-1 && j == len(e.brief.Sections[i].Blocks)-1
	return by < 0 && (i > 0 || j > 0) || by > 0 && !last
}
