package editor

import (
	"fmt"
	"strings"

	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/icon"
	librarypane "celun/app/desktop/library"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"

	"fyne.io/fyne/v2"
)

// gutter is the width of the strip at the left of a block, with its tools.
const gutter = 28

// half returns half of a width, in whole points: between two of them letters
// are blurred.
func half(width float32) float32 { return float32(int(width / 2)) }

// inset is how far fields stand in from the edges of their half: with their
// own margin, texts begin 12 from there.
const inset = 6

// blockView is one block in its frame: a strip of tools, a line that says
// what it is, its texts, and the state of each language.
type blockView struct {
	e      *Editor
	id     string
	shown  brief.Block // as it was last shown
	shape  string
	change Change
	fields []slotField
	tags   [2]*widgets.Tag
	label  *widgets.Prose
	handle *widgets.Handle
	tools  *widgets.Arranged
	aside  *widgets.Swap // what changed, and comments
	chosen bool
	frame  *widgets.Frame
}

// block builds the view of a block.
func (e *Editor) block(id string) view {
	b, _, _ := e.brief.Block(id)
	v := &blockView{e: e, id: id}
	if b == nil {
		v.frame = widgets.NewFrame(widgets.NewPile(0), nil)
		v.tools, v.aside = widgets.NewPile(0), widgets.NewSwap()
		return v
	}
	v.aside = widgets.NewSwap()
	v.shape, v.change = shapeOf(b), e.changeOf(b)
	body := v.body(b)
	v.tools = v.toolStrip()
	v.shown = *b
	v.showAside(b)
	v.frame = widgets.NewFrame(v.arrange(b, body), func() {
		e.Reveal(brief.Address{Block: id}, len(v.fields) > 0)
	})
	return v
}

func (v *blockView) object() fyne.CanvasObject { return v.frame }
func (v *blockView) hold(caret bool)           { v.frame.SetLeft(!caret) }

func (v *blockView) choose(on bool) {
	v.frame.SetChosen(on)
	v.tools.Hidden = !on
	v.tools.Refresh()
	if v.chosen != on {
		v.chosen = on
		if b, _, _ := v.e.brief.Block(v.id); b != nil && (len(b.Basis) > 0 || len(b.Comments) > 0 || len(v.e.notices[v.id]) > 0) {
			v.showAside(b)
		}
	}
}

func (v *blockView) update(br *brief.Brief) bool {
	b, _, _ := br.Block(v.id)
	if b == nil {
		return true
	}
	if v.e.changeOf(b) != v.change {
		return false
	}
	if b.Kind != brief.References && sameBlock(b, &v.shown) {
		return true
	}
	v.shown = *b
	if shapeOf(b) != v.shape {
		return false
	}
	show(br, v.fields)
	v.showStates(b)
	if len(b.Basis) > 0 || len(b.Comments) > 0 || v.aside.HeightFor(400) > 0 {
		v.showAside(b)
		v.e.column.Remeasure(blockKey(v.id))
	}
	return true
}

// shapeOf names all of a block that is not text: when it changes the row is
// built anew.
func shapeOf(b *brief.Block) string {
	var s strings.Builder
	fmt.Fprintf(&s, "%s %d %v", b.Kind, b.Level, b.Answers)
	if b.From != nil {
		s.WriteString(b.From.Argument)
	}
	if b.Table != nil {
		fmt.Fprintf(&s, " %d %v", b.Table.Header, b.Table.Widths)
		for i, row := range b.Table.Rows {
			s.WriteByte('/')
			for j, c := range row {
				switch {
				case b.Computed(brief.CellSlot(i, j)):
					fmt.Fprintf(&s, "%q", c) // it is shown, and not in a field
				case c.Same != "":
					s.WriteByte('=')
				default:
					s.WriteByte('.')
				}
			}
		}
	}
	if b.Computed("") {
		fmt.Fprintf(&s, "%q", b.Text)
	}
	if f := b.Figure; f != nil {
		fmt.Fprintf(&s, " %s %s %d", f.Form, f.Media, len(f.Nodes))
		for _, d := range f.Data {
			fmt.Fprintf(&s, "/%v %v %s", d.Value, d.Unit, d.Date)
		}
	}
	for _, e := range b.Events {
		fmt.Fprintf(&s, "/%s %t", e.Date, e.When.IsEmpty())
	}
	fmt.Fprintf(&s, " %d %v %d %s", len(b.Terms), b.Space, b.Minutes, b.For)
	return s.String()
}

// body returns what stands in the frame beside the tools.
func (v *blockView) body(b *brief.Block) fyne.CanvasObject {
	lang := v.e.Language
	switch b.Kind {
	case brief.Recommendation:
		return v.recommendation(b)
	case brief.Table, brief.Options:
		return v.table(b)
	case brief.References:
		return v.references()
	case brief.FigureKind:
		return v.figure(b)
	case brief.Timeline:
		return v.timeline(b)
	case brief.TermList:
		return v.terms(b)
	case brief.Question, brief.Exercise:
		return v.asking(b)
	case brief.PageBreak:
		line := widgets.NewNote(catalogue.PageBreakHere.In(lang), theme.Muted, 1)
		return widgets.NewInset(line, 8, 12, 8, 12)
	}
	if b.Computed("") {
		return v.columns(v.computed(b.Text.ZH, false), v.computed(b.Text.EN, false))
	}
	p := v.e.pair(brief.Address{Block: v.id}, placeholder(b.Kind))
	bold := b.Kind == brief.Heading
	for i := range p {
		p[i].TextStyle.Bold = bold
	}
	v.fields = p[:]
	return v.columns(p[0].Field, p[1].Field)
}

// columns puts two things side by side with a hairline between them.
func (v *blockView) columns(left, right fyne.CanvasObject) fyne.CanvasObject {
	line := widgets.NewHairline()
	return widgets.NewArranged(200, func(width, height float32, place widgets.Place) float32 {
		w := half(width - 1)
		h := fyne.Max(widgets.HeightFor(left, w-2*inset), widgets.HeightFor(right, w-2*inset))
		h = fyne.Max(h, height)
		place(left, inset, 0, w-2*inset, h)
		place(line, w, 0, 1, h)
		place(right, w+1+inset, 0, w-2*inset, h)
		return h
	}, left, line, right)
}

// arrange puts tools, label, body and states together.
func (v *blockView) arrange(b *brief.Block, body fyne.CanvasObject) fyne.CanvasObject {
	var top fyne.CanvasObject
	if head := v.head(b); head != nil {
		top = widgets.NewInset(head, 8, 12, 0, 12)
	} else {
		top = widgets.NewPile(0)
	}
	var states fyne.CanvasObject = widgets.NewPile(0)
	if len(v.fields) > 0 {
		v.tags[0] = widgets.NewMenuTag("", theme.Muted, func() *fyne.Menu { return v.stateMenu(language.ZH) })
		v.tags[1] = widgets.NewMenuTag("", theme.Muted, func() *fyne.Menu { return v.stateMenu(language.EN) })
		v.showStates(b)
		states = widgets.NewArranged(0, func(width, _ float32, place widgets.Place) float32 {
			for i, t := range v.tags {
				m := t.MinSize()
				right := width / 2 * float32(i+1)
				place(t, right-m.Width-8, 0, m.Width, m.Height)
			}
			return v.tags[0].MinSize().Height + 4
		}, v.tags[0], v.tags[1])
	}
	return widgets.NewArranged(gutter+200, func(width, height float32, place widgets.Place) float32 {
		w := width - gutter
		above := float32(0)
		y := widgets.HeightFor(top, w)
		if y == 0 { // the ground of a text is not to lie on the frame
			above, y = frameWidth, frameWidth
		}
		place(top, gutter, 0, w, y)
		aside := widgets.HeightFor(v.aside, w)
		bottom := widgets.HeightFor(states, w) + aside
		h := widgets.HeightFor(body, w)
		total := fyne.Max(y+h+bottom, 40)
		if len(v.fields) > 0 {
			total = fyne.Max(total, toolHeight)
		}
		if height > total {
			total = height
		}
		place(body, gutter, y, w, total-y-bottom)
		place(states, gutter, total-bottom, w, bottom-aside)
		place(v.aside, gutter, total-aside, w, aside)
		g := v.handle.MinSize()
		place(v.handle, 3, above+5, g.Width, g.Height)
		m := v.tools.MinSize()
		place(v.tools, 3, above+5+g.Height, m.Width, m.Height)
		return total
	}, top, body, states, v.aside, v.handle, v.tools)
}

// head says what a block is, if it is more than a paragraph: its kind, the
// argument it was taken from and what it answers.
func (v *blockView) head(b *brief.Block) fyne.CanvasObject {
	if b.Kind == brief.Paragraph && b.From == nil {
		return nil
	}
	lang := v.e.Language
	parts := []string{catalogue.BlockKind(b.Kind).In(lang)}
	mark := shapeFor(b.Kind)
	if b.Kind == brief.List || b.Kind == brief.KeyMessages {
		parts = append(parts, catalogue.OneItemALine.In(lang))
	}
	if b.From != nil {
		if a, ok := v.e.Argument(b.From.Argument); ok {
			parts[0], mark = catalogue.Kind(a.Kind).In(lang), librarypane.Shape(a.Kind)
			parts = append(parts, a.Title.In(lang))
		}
	}
	if len(b.Answers) > 0 {
		var names []string
		for _, id := range b.Answers {
			if a, ok := v.e.Argument(id); ok {
				names = append(names, fmt.Sprintf(catalogue.Quoted.In(lang), a.Title.In(lang)))
			}
		}
		if len(names) > 0 {
			parts = append(parts, fmt.Sprintf(catalogue.AnswersTo.In(lang), strings.Join(names, catalogue.ListComma.In(lang))))
		}
	}
	v.label = widgets.NewNote(strings.Join(parts, " · "), theme.Muted, 1)
	line := []fyne.CanvasObject{widgets.NewMark(mark), v.label}
	if v.change != Same {
		word := catalogue.LibraryChanged
		if v.change == Gone {
			word = catalogue.LibraryGone
		}
		line = append(line, widgets.NewMenuTag(word.In(lang), theme.Amber, v.changeMenu))
	}
	return widgets.NewLine(6, 1, line...)
}

func shapeFor(k brief.Kind) widgets.Shape {
	switch k {
	case brief.Argument, brief.Recommendation, brief.Options:
		return widgets.Filled
	case brief.Evidence, brief.Table, brief.Note, brief.References:
		return widgets.Hollow
	case brief.KeyMessages:
		return widgets.Round
	}
	return widgets.Ring
}

// placeholder is what an empty text of a kind shows.
func placeholder(k brief.Kind) language.Text {
	switch k {
	case brief.Heading:
		return catalogue.WriteHeading
	case brief.List, brief.KeyMessages:
		return catalogue.WriteItems
	case brief.Note:
		return catalogue.WriteNote
	}
	return catalogue.WriteText
}

// showStates shows how far each language is.
func (v *blockView) showStates(b *brief.Block) {
	if v.tags[0] == nil {
		return
	}
	for i, l := range language.Both() {
		state := b.State.ZH
		if l == language.EN {
			state = b.State.EN
		}
		word, colour := catalogue.State(state, l).In(v.e.Language), theme.Muted
		if state == brief.Stale {
			colour = theme.Amber
		}
		v.tags[i].Set(word, colour)
	}
}

// stateMenu offers the states that a person gives.
func (v *blockView) stateMenu(l language.Language) *fyne.Menu {
	lang := v.e.Language
	b, _, _ := v.e.brief.Block(v.id)
	if b == nil {
		return fyne.NewMenu("")
	}
	set := func(s brief.State) func() {
		return func() {
			states := b.State
			if l == language.EN {
				states.EN = s
			} else {
				states.ZH = s
			}
			_ = v.e.Do(brief.SetState{ID: v.id, States: states})
		}
	}
	return fyne.NewMenu("",
		fyne.NewMenuItemWithIcon(catalogue.MarkReviewed.In(lang), icon.Tick, set(brief.Reviewed)),
		fyne.NewMenuItemWithIcon(catalogue.MarkDraft.In(lang), icon.Edit, set(brief.Draft)))
}
