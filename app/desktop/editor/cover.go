package editor

import (
	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"

	"fyne.io/fyne/v2"
)

// coverView is the head of the brief: title and subtitle, and on request what
// routes it (series, number, unit, author, contact, audience, date).
type coverView struct {
	e      *Editor
	fields []slotField
	date   *widgets.LineEntry
	frame  *widgets.Frame
	quiet  bool
}

func (e *Editor) cover() view {
	v := &coverView{e: e}
	rows := []fyne.CanvasObject{v.row(brief.TitleSlot, true), v.row(brief.SubtitleSlot, false)}
	if e.details {
		for _, s := range []brief.Slot{
			brief.SeriesSlot, brief.NumberSlot, brief.UnitSlot, brief.AuthorSlot, brief.ContactSlot, brief.AudienceSlot,
		} {
			rows = append(rows, v.row(s, false))
		}
		rows = append(rows, v.dateRow())
	}
	word := catalogue.MoreDetails
	if e.details {
		word = catalogue.FewerDetails
	}
	more := widgets.NewTag(word.In(e.Language), theme.Muted, func() { e.setDetails(!e.details) })
	rows = append(rows, widgets.NewArranged(0, func(width, _ float32, place widgets.Place) float32 {
		m := more.MinSize()
		place(more, names-5+12, 0, m.Width, m.Height)
		return m.Height + 8
	}, more))
	v.frame = widgets.NewFrame(widgets.NewInset(widgets.NewPile(0, rows...), 4, 0, 0, 0), func() {
		e.Reveal(brief.Address{Slot: brief.TitleSlot, Language: language.ZH}, true)
	})
	return v
}

// names is the width of the column of names.
const names = 72

func (v *coverView) row(slot brief.Slot, bold bool) fyne.CanvasObject {
	p := v.e.pair(brief.Address{Slot: slot}, catalogue.WriteText)
	for i := range p {
		p[i].TextStyle.Bold = bold
	}
	v.fields = append(v.fields, p[:]...)
	label := widgets.NewNote(catalogue.Slot(slot).In(v.e.Language), theme.Muted, 1)
	return widgets.NewArranged(200, func(width, _ float32, place widgets.Place) float32 {
		w := half(width - names)
		h := fyne.Max(widgets.HeightFor(p[0].Field, w-2*inset), widgets.HeightFor(p[1].Field, w-2*inset))
		place(label, 12, 7, names-12, label.MinSize().Height)
		place(p[0].Field, names+inset, 0, w-2*inset, h)
		place(p[1].Field, names+w+inset, 0, w-2*inset, h)
		return h
	}, label, p[0].Field, p[1].Field)
}

func (v *coverView) dateRow() fyne.CanvasObject {
	label := widgets.NewNote(catalogue.Date.In(v.e.Language), theme.Muted, 1)
	v.date = widgets.NewLineEntry(v.e.brief.Meta.Date)
	v.date.SetPlaceHolder("2026-01-31")
	v.date.OnChanged = func(s string) {
		if v.quiet {
			return
		}
		meta := v.e.brief.Meta
		meta.Date = s
		_ = v.e.Do(brief.SetMeta{Meta: meta})
	}
	return widgets.NewArranged(200, func(width, _ float32, place widgets.Place) float32 {
		h := v.date.MinSize().Height
		place(label, 12, 6, names-12, label.MinSize().Height)
		place(v.date, names+8, 0, 140, h)
		return h + 8
	}, label, v.date)
}

func (v *coverView) object() fyne.CanvasObject { return v.frame }
func (v *coverView) choose(on bool)            { v.frame.SetChosen(on) }
func (v *coverView) hold(caret bool)           { v.frame.SetLeft(!caret) }

func (v *coverView) update(b *brief.Brief) bool {
	show(b, v.fields)
	if v.date != nil && v.date.Text != b.Meta.Date {
		v.quiet = true
		v.date.SetText(b.Meta.Date)
		v.quiet = false
	}
	return true
}
