package entry

import (
	"fmt"
	"strconv"
	"strings"

	"celun/app/argument"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/icon"
	librarypane "celun/app/desktop/library"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/library"
	"celun/app/library/find"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// facts shows what kind of argument it is, where it stands, whose word it is,
// its figure and its tags.
func (s *Sheet) facts(e *library.Entry) []fyne.CanvasObject {
	lang := s.Language
	var rows []fyne.CanvasObject
	add := func(name language.Text, value string) {
		if value != "" {
			rows = append(rows, fact(name.In(lang), value))
		}
	}
	add(catalogue.ArgumentKind, catalogue.Kind(e.Kind).In(lang))
	claim := catalogue.FactLong
	if e.Claim == argument.Author {
		claim = catalogue.ClaimLong
	}
	add(catalogue.Claim, claim.In(lang))
	place := ""
	if e.Place.Section != "" {
		place = fmt.Sprintf(catalogue.PlaceOf.In(lang), catalogue.SectionName(e.Place.Section).In(lang), e.Place.Paragraph)
		if e.Place.Page != "" {
			place += " · " + catalogue.PagePrinted.In(lang) + " " + e.Place.Page
		}
	}
	add(catalogue.Place, place)
	add(catalogue.PackName, e.Pack.Title.In(lang))
	if v := e.Evidence; v != nil {
		add(catalogue.MeasureValue, v.Value)
		if v.Number != nil {
			add(catalogue.MeasureNumber, strconv.FormatFloat(*v.Number, 'f', -1, 64))
		}
		add(catalogue.MeasureUnit, v.Unit)
		add(catalogue.MeasureDate, v.Date)
	}
	add(catalogue.Tags, tagNames(s.Library(), e.Tags, lang))
	return rows
}

// fact is one line: a name and what is so called.
func fact(name, value string) fyne.CanvasObject {
	const width = 110
	n, v := widgets.NewNote(name, theme.Muted, 1), widgets.NewProse(value)
	n.TextSize = fynetheme.Size(fynetheme.SizeNameText)
	return widgets.NewArranged(240, func(w, _ float32, place widgets.Place) float32 {
		h := widgets.HeightFor(v, w-width)
		place(n, 0, 0, width-8, n.MinSize().Height)
		place(v, width, 0, w-width, h)
		return h
	}, n, v)
}

// links shows what the argument is linked to and what is linked to it, each
// with the reason.
func (s *Sheet) links(e *library.Entry) []fyne.CanvasObject {
	lib := s.Library()
	var rows []fyne.CanvasObject
	for _, k := range e.Links {
		to, ok := lib.Get(k.To)
		if !ok {
			to = nil
		}
		rows = append(rows, s.link(e, k, to, true))
	}
	for _, kind := range argument.LinkKinds() {
		for _, from := range lib.Ranked(e.ID, kind) {
			rows = append(rows, s.link(e, from.Link, from.Entry, false))
		}
	}
	return rows
}

// link is one link. An outward one can be taken away.
func (s *Sheet) link(e *library.Entry, k argument.Link, other *library.Entry, outward bool) fyne.CanvasObject {
	lang := s.Language
	name := widgets.NewNote(catalogue.LinkName(k.Kind, outward).In(lang), theme.Muted, 1)
	reason := widgets.NewNote(k.Reason.In(lang), theme.Muted, 0)
	if reason.Text == "" {
		reason.Text = k.Reason.In(lang.Other())
	}
	var line []fyne.CanvasObject
	if other == nil {
		line = append(line, widgets.NewProse(fmt.Sprintf(catalogue.NotInLibrary.In(lang), k.To)))
	} else {
		title := widgets.NewProse(other.ID + "  " + other.Title.In(lang))
		line = append(line, widgets.NewMark(librarypane.Shape(other.Kind)), title)
	}
	stretch := len(line) - 1
	if outward {
		line = append(line, widgets.NewGlyph(icon.Bin, func() { s.Unlink(e, k) }))
	}
	const width = 110
	head := widgets.NewLine(6, stretch, line...)
	row := widgets.NewArranged(300, func(w, _ float32, place widgets.Place) float32 {
		h := widgets.HeightFor(head, w-width)
		place(name, 0, 3, width-8, name.MinSize().Height)
		place(head, width, 0, w-width, h)
		r := float32(0)
		if reason.Text != "" {
			r = widgets.HeightFor(reason, w-width-16)
			place(reason, width+16, h, w-width-16, r)
		}
		return h + r
	}, name, head, reason)
	card := widgets.NewRowCard(row, 4)
	if other != nil {
		card.OnTapped = func() { s.open(other.Pack.ID, other.ID) }
	}
	return card
}

// relations shows arguments that are alike, with what they share.
func (s *Sheet) relations(all []find.Relation) []fyne.CanvasObject {
	lang := s.Language
	var rows []fyne.CanvasObject
	for _, r := range all {
		other, ok := s.Library().Get(r.ID)
		if !ok {
			continue
		}
		parts := []fyne.CanvasObject{widgets.NewLine(6, 1, widgets.NewMark(librarypane.Shape(other.Kind)), widgets.NewProse(other.ID+"  "+other.Title.In(lang)))}
		if len(r.Shared) > 0 {
			words := fmt.Sprintf(catalogue.Shared.In(lang), strings.Join(r.Shared, catalogue.ListComma.In(lang)))
			parts = append(parts, widgets.NewInset(widgets.NewNote(words, theme.Muted, 2), 0, 0, 0, 16))
		}
		card := widgets.NewRowCard(widgets.NewPile(0, parts...), 4)
		card.OnTapped = func() { s.open(other.Pack.ID, other.ID) }
		rows = append(rows, card)
	}
	return rows
}
