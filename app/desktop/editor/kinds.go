package editor

import (
	"slices"
	"strconv"
	"strings"

	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/icon"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"

	"fyne.io/fyne/v2"
)

// replace makes another block of one, by a change of a copy.
func (v *blockView) replace(change func(b *brief.Block)) bool {
	b, _, _ := v.e.brief.Block(v.id)
	if b == nil {
		return false
	}
	next := b.Clone()
	change(&next)
	return v.e.Do(brief.ReplaceBlock{Block: next}) == nil
}

// twins returns the two fields of a slot side by side.
func (v *blockView) twins(slot brief.Slot, placeholder language.Text, bold bool) fyne.CanvasObject {
	p := v.e.pair(brief.Address{Block: v.id, Slot: slot}, placeholder)
	for i := range p {
		p[i].TextStyle.Bold = bold
	}
	v.fields = append(v.fields, p[:]...)
	return v.columns(p[0].Field, p[1].Field)
}

// item is one entry of a block that has several: small fields before its
// texts, and a glyph that takes it away.
func (v *blockView) item(before []fyne.CanvasObject, widths []float32, texts fyne.CanvasObject, remove func()) fyne.CanvasObject {
	away := widgets.NewGlyph(icon.Close, remove)
	objects := append(append([]fyne.CanvasObject{}, before...), texts, away)
	return widgets.NewArranged(300, func(width, _ float32, place widgets.Place) float32 {
		x := float32(8)
		m := away.MinSize()
		h := float32(0)
		left := x
		for i := range before {
			left += widths[i] + 4
		}
		h = widgets.HeightFor(texts, width-left-m.Width-4)
		for i, o := range before {
			eh := o.MinSize().Height
			place(o, x, 2, widths[i], eh)
			x += widths[i] + 4
			h = fyne.Max(h, eh+4)
		}
		place(texts, left, 0, width-left-m.Width-4, h)
		place(away, width-m.Width-4, 6, m.Width, m.Height)
		return h
	}, objects...)
}

func (v *blockView) adding(word language.Text, add func()) fyne.CanvasObject {
	tag := widgets.NewTag(word.In(v.e.Language), theme.Muted, add)
	return widgets.NewArranged(0, func(_, _ float32, place widgets.Place) float32 {
		m := tag.MinSize()
		place(tag, 8, 0, m.Width, m.Height)
		return m.Height + 2
	}, tag)
}

// figure returns the parts of a figure: its caption, what it is made of and
// what it says to who cannot see it.
func (v *blockView) figure(b *brief.Block) fyne.CanvasObject {
	f := b.Figure
	rows := []fyne.CanvasObject{v.twins(brief.CaptionSlot, catalogue.WriteFigure, true)}
	switch f.Form {
	case brief.PictureForm:
		rows = append(rows, v.picture(f.Media))
	case brief.BarForm, brief.LineForm, brief.DotForm:
		form := widgets.NewMenuTag(catalogue.FigureForm.In(v.e.Language)+catalogue.Colon.In(v.e.Language)+catalogue.FigureFormName(f.Form).In(v.e.Language), theme.Muted, func() *fyne.Menu {
			m := fyne.NewMenu("")
			for _, to := range []brief.Form{brief.BarForm, brief.LineForm, brief.DotForm} {
				item := fyne.NewMenuItem(catalogue.FigureFormName(to).In(v.e.Language), func() {
					v.replace(func(b *brief.Block) { b.Figure.Form = to })
				})
				item.Checked = to == f.Form
				m.Items = append(m.Items, item)
			}
			return m
		})
		rows = append(rows, widgets.NewInset(widgets.NewLine(0, -1, form), 0, 0, 0, 8))
		for i := range f.Data {
			rows = append(rows, v.datum(f, i))
		}
		rows = append(rows, v.adding(catalogue.AddDatum, func() {
			v.replace(func(b *brief.Block) {
				b.Figure.Data = append(b.Figure.Data, brief.Datum{Unit: lastUnit(b.Figure.Data)})
			})
		}))
	default:
		for i := range f.Nodes {
			rows = append(rows, v.twins(brief.NodeSlot.Of(i), catalogue.WriteLabel, false))
		}
	}
	return widgets.NewPile(2, append(rows, v.twins(brief.AltSlot, catalogue.WriteAlt, false))...)
}

func lastUnit(data []brief.Datum) language.Text {
	if len(data) == 0 {
		return language.Text{}
	}
	return data[len(data)-1].Unit
}

// datum is one value of a chart with its label and unit.
func (v *blockView) datum(f *brief.Figure, i int) fyne.CanvasObject {
	d := f.Data[i]
	value := widgets.NewValueEntry(strconv.FormatFloat(d.Value, 'f', -1, 64), catalogue.WriteValue.In(v.e.Language), func(s string) bool {
		n, err := strconv.ParseFloat(strings.ReplaceAll(strings.TrimSpace(s), ",", ""), 64)
		return err == nil && v.replace(func(b *brief.Block) { b.Figure.Data[i].Value = n })
	})
	unit := widgets.NewValueEntry(joined(d.Unit), catalogue.WriteUnit.In(v.e.Language), func(s string) bool {
		return v.replace(func(b *brief.Block) { b.Figure.Data[i].Unit = parted(s) })
	})
	date := widgets.NewValueEntry(d.Date, catalogue.DateOfEvent.In(v.e.Language), func(s string) bool {
		return v.replace(func(b *brief.Block) { b.Figure.Data[i].Date = strings.TrimSpace(s) })
	})
	fields := []fyne.CanvasObject{value, unit}
	widths := []float32{72, 84}
	if f.Form == brief.LineForm || d.Date != "" {
		fields, widths = append(fields, date), append(widths, 92)
	}
	return v.item(fields, widths, v.twins(brief.DatumSlot.Of(i), catalogue.WriteLabel, false), func() {
		v.replace(func(b *brief.Block) { b.Figure.Data = slices.Delete(b.Figure.Data, i, i+1) })
	})
}

// joined writes a short text of both languages in one: 亿 | bn.
func joined(t language.Text) string {
	switch {
	case t.ZH == t.EN:
		return t.ZH
	case t.EN == "":
		return t.ZH
	}
	return t.ZH + " | " + t.EN
}

// parted reads what [joined] wrote; one text is that of both languages.
func parted(s string) language.Text {
	zh, en, two := strings.Cut(s, "|")
	if !two {
		en = zh
	}
	return language.Text{ZH: strings.TrimSpace(zh), EN: strings.TrimSpace(en)}
}

// timeline returns the events of a timeline.
func (v *blockView) timeline(b *brief.Block) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for i, e := range b.Events {
		date := widgets.NewValueEntry(e.Date, catalogue.DateOfEvent.In(v.e.Language), func(s string) bool {
			return v.replace(func(b *brief.Block) { b.Events[i].Date = strings.TrimSpace(s) })
		})
		texts := v.twins(brief.EventSlot.Of(i), catalogue.WriteEvent, false)
		if !e.When.IsEmpty() {
			texts = widgets.NewPile(0, v.twins(brief.WhenSlot.Of(i), catalogue.DateOfEvent, true), texts)
		}
		rows = append(rows, v.item([]fyne.CanvasObject{date}, []float32{96}, texts, func() {
			v.replace(func(b *brief.Block) { b.Events = slices.Delete(b.Events, i, i+1) })
		}))
	}
	return widgets.NewPile(2, append(rows, v.adding(catalogue.AddEvent, func() {
		v.replace(func(b *brief.Block) { b.Events = append(b.Events, brief.Event{}) })
	}))...)
}

// terms returns the entries of a term list.
func (v *blockView) terms(b *brief.Block) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for i := range b.Terms {
		texts := widgets.NewPile(-8,
			v.twins(brief.TermSlot.Of(i), catalogue.WriteTerm, true),
			v.twins(brief.DefinitionSlot.Of(i), catalogue.WriteDefinition, false))
		rows = append(rows, v.item(nil, nil, texts, func() {
			v.replace(func(b *brief.Block) { b.Terms = slices.Delete(b.Terms, i, i+1) })
		}))
	}
	return widgets.NewPile(2, append(rows, v.adding(catalogue.AddTerm, func() {
		v.replace(func(b *brief.Block) { b.Terms = append(b.Terms, brief.Entry{ID: newTermID(b.Terms)}) })
	}))...)
}

// newTermID returns an id that no entry of a list has.
func newTermID(terms []brief.Entry) string {
	for n := len(terms) + 1; ; n++ {
		id := "t" + strconv.Itoa(n)
		if !slices.ContainsFunc(terms, func(e brief.Entry) bool { return e.ID == id }) {
			return id
		}
	}
}

// asking returns a question or exercise: its text, the answer, and what the
// page and the clock give to it.
func (v *blockView) asking(b *brief.Block) fyne.CanvasObject {
	lang := v.e.Language
	number := func(value float64, hint language.Text, set func(b *brief.Block, n float64)) fyne.CanvasObject {
		text := ""
		if value > 0 {
			text = strconv.FormatFloat(value, 'f', -1, 64)
		}
		entry := widgets.NewValueEntry(text, "0", func(s string) bool {
			n, err := strconv.ParseFloat(strings.TrimSpace("0"+strings.TrimSpace(s)), 64)
			return err == nil && v.replace(func(b *brief.Block) { set(b, n) })
		})
		label := widgets.NewNote(hint.In(lang), theme.Muted, 1)
		return widgets.NewArranged(120, func(width, _ float32, place widgets.Place) float32 {
			h := entry.MinSize().Height
			w := label.Natural() + 4
			place(label, 0, (h-label.MinSize().Height)/2, w, label.MinSize().Height)
			place(entry, w+4, 0, 56, h)
			return h
		}, label, entry)
	}
	space := number(b.Space, catalogue.SpaceToWrite, func(b *brief.Block, n float64) { b.Space = n })
	minutes := number(float64(b.Minutes), catalogue.MinutesToTake, func(b *brief.Block, n float64) { b.Minutes = int(n) })
	settings := widgets.NewArranged(300, func(width, _ float32, place widgets.Place) float32 {
		h := widgets.HeightFor(space, width/2)
		place(space, 12, 0, width/2-12, h)
		place(minutes, width/2, 0, width/2, h)
		return h + 6
	}, space, minutes)
	return widgets.NewPile(2, v.twins("", catalogue.WriteQuestion, true), v.twins(brief.AnswerSlot, catalogue.WriteAnswer, false), settings)
}

// readers offers whose copies a block stands in.
func (v *blockView) readers(b *brief.Block) *fyne.MenuItem {
	lang := v.e.Language
	item := fyne.NewMenuItemWithIcon(catalogue.ForWhom.In(lang), icon.Library, nil)
	item.ChildMenu = fyne.NewMenu("")
	for _, r := range []struct {
		reader brief.Reader
		name   language.Text
	}{{"", catalogue.ForAll}, {brief.Trainer, catalogue.ForTrainer}, {brief.Participant, catalogue.ForParticipants}} {
		choice := fyne.NewMenuItem(r.name.In(lang), func() { v.replace(func(b *brief.Block) { b.For = r.reader }) })
		choice.Checked = b.For == r.reader
		item.ChildMenu.Items = append(item.ChildMenu.Items, choice)
	}
	return item
}
