package library

import (
	"fmt"
	"strings"

	"celun/app/argument"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/icon"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	core "celun/app/library"
	"celun/app/library/find"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Shape returns the mark of a kind.
func Shape(k argument.Kind) widgets.Shape {
	switch k {
	case argument.Challenge:
		return widgets.Hatched
	case argument.Countermeasure, argument.Option:
		return widgets.Filled
	case argument.EvidenceKind:
		return widgets.Hollow
	case argument.Conclusion, argument.Thesis, argument.Recommendation:
		return widgets.Round
	}
	return widgets.Ring
}

// card returns the card of an argument: its kind and place, its title in both
// languages and its links; when it is chosen also its line in both languages
// and a button to put it into the brief.
func (p *Pane) card(e *core.Entry) fyne.CanvasObject {
	chosen := p.chosen == e.ID
	kind := widgets.NewNote(p.where(e), theme.Muted, 1)
	top := []fyne.CanvasObject{widgets.NewMark(Shape(e.Kind)), kind}
	if p.used[e.ID] {
		top = append(top, widgets.NewTick(catalogue.Used.In(p.lang)))
	}
	parts := []fyne.CanvasObject{widgets.NewLine(6, 1, top...)}

	hit := p.hits[e.ID]
	first, second := widgets.NewProse(e.Title.In(p.lang)), widgets.NewNote(e.Title.In(p.lang.Other()), theme.Muted, 2)
	first.Marks, second.Marks = marked(hit.TitleMarks, p.lang), marked(hit.TitleMarks, p.lang.Other())
	first.Bold, first.MaxLines = true, 2
	if chosen {
		first.MaxLines, second.MaxLines = 0, 0
	}
	second.TextSize = 12
	parts = append(parts, first, second)
	if chosen {
		for _, t := range []string{e.Line.In(p.lang), e.Line.In(p.lang.Other())} {
			if t != "" {
				parts = append(parts, widgets.NewInset(widgets.NewNote(t, fynetheme.ColorNameForeground, 0), 3, 0, 0, 0))
			}
		}
	}
	if s := p.snippet(hit); s != nil && (!chosen || hit.Snippet != e.Line) {
		parts = append(parts, widgets.NewInset(s, 3, 0, 0, 0))
	}
	if links, warn := p.links(e); links != "" {
		colour := theme.Muted
		if warn {
			colour = theme.Amber
		}
		parts = append(parts, widgets.NewInset(widgets.NewNote(links, colour, 2), 2, 0, 0, 0))
	}
	if chosen {
		parts = append(parts, widgets.NewInset(p.buttons(e), 6, 0, 0, 0))
	}
	c := widgets.NewDragCard(widgets.NewPile(2, parts...), 11)
	c.SetSelected(chosen)
	if p.Drag != nil {
		c.OnDragged = p.Drag
		c.OnDropped = func() { p.Drop(e) }
	}
	c.CountIn(p.clicks, e.ID)
	c.OnTapped = func() { p.choose(e.ID) }
	c.OnDoubleTapped = func() { p.Insert(e, argument.Statement) }
	c.OnKey = func(k fyne.KeyName) { p.travel(e.ID, k) }
	c.OnFocus = func(on bool) {
		if on {
			p.column.Reveal(p.key(e.ID))
		}
	}
	return c
}

// snippet returns the place of the text where the match is, with the match
// marked; nil if it is in the title, an id or a tag.
func (p *Pane) snippet(hit find.Hit) fyne.CanvasObject {
	for _, l := range []language.Language{p.lang, p.lang.Other()} {
		if marks := marked(hit.Marks, l); len(marks) > 0 {
			s := widgets.NewNote(hit.Snippet.In(l), fynetheme.ColorNameForeground, 4)
			s.Marks = marks
			return s
		}
	}
	return nil
}

// marked returns the marks in the text of a language.
func marked(marks []find.Mark, l language.Language) []widgets.Stretch {
	var in []widgets.Stretch
	for _, m := range marks {
		if m.Language == l {
			in = append(in, widgets.Stretch{Start: m.Start, End: m.End})
		}
	}
	return in
}

// buttons returns what can be done with the chosen argument.
func (p *Pane) buttons(e *core.Entry) fyne.CanvasObject {
	insert := widgets.NewButton(widgets.Primary, catalogue.InsertArgument.In(p.lang), icon.Add, func() { p.Insert(e, argument.Statement) })
	details := widgets.NewButton(widgets.Plain, catalogue.Details.In(p.lang), nil, func() { p.Open(e) })
	more := widgets.NewMenuGlyph(icon.More, func() *fyne.Menu {
		m := fyne.NewMenu("")
		for _, n := range []argument.Length{argument.Title, argument.Line, argument.Statement} {
			m.Items = append(m.Items, fyne.NewMenuItem(catalogue.InsertLength(n).In(p.lang), func() { p.Insert(e, n) }))
		}
		m.Items = append(m.Items, fyne.NewMenuItemSeparator(),
			fyne.NewMenuItem(catalogue.Edit.In(p.lang), func() { p.Edit(e) }),
			fyne.NewMenuItem(catalogue.Duplicate.In(p.lang), func() { p.Duplicate(e) }),
			fyne.NewMenuItem(catalogue.Delete.In(p.lang), func() { p.Delete(e) }))
		return m
	})
	return widgets.NewLine(8, -1, insert, details, more)
}

// where says what an argument is, where it stands and whose word it is.
func (p *Pane) where(e *core.Entry) string {
	parts := []string{catalogue.Kind(e.Kind).In(p.lang)}
	if e.Place.Section != "" {
		parts = append(parts, catalogue.SectionName(e.Place.Section).In(p.lang))
	}
	if e.Claim == argument.Author {
		parts = append(parts, catalogue.AuthorsClaim.In(p.lang))
	} else if e.Kind == argument.EvidenceKind {
		parts = append(parts, catalogue.Fact.In(p.lang))
	}
	return strings.Join(parts, " · ")
}

// links counts what is linked to an argument, and says whether something that
// should be there is not.
func (p *Pane) links(e *core.Entry) (text string, warn bool) {
	var parts []string
	add := func(n int, one, many string) {
		switch {
		case n == 1:
			parts = append(parts, one)
		case n > 1:
			parts = append(parts, fmt.Sprintf(many, n))
		}
	}
	answers, support := len(p.lib.Answers(e.ID)), len(p.lib.Supports(e.ID))
	add(answers, catalogue.OneAnswer.In(p.lang), catalogue.Answers.In(p.lang))
	add(support, catalogue.OneEvidence.In(p.lang), catalogue.Evidence.In(p.lang))
	add(len(p.lib.Answered(e.ID)), catalogue.AnswersOne.In(p.lang), catalogue.AnswersMany.In(p.lang))
	add(len(p.lib.Parts(e.ID)), catalogue.OnePart.In(p.lang), catalogue.Parts.In(p.lang))
	if e.Kind == argument.Challenge && answers == 0 {
		return catalogue.Unanswered.In(p.lang), true
	}
	if e.Kind == argument.Challenge && support == 0 {
		parts = append(parts, catalogue.NoEvidence.In(p.lang))
		warn = true
	}
	if e.Kind == argument.EvidenceKind {
		add(len(p.lib.Linked(e.ID, argument.Supports)), catalogue.SupportsOne.In(p.lang), catalogue.SupportsMany.In(p.lang))
	}
	return strings.Join(parts, " · "), warn
}
