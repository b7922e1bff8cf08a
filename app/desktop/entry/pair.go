package entry

import (
	"celun/app/argument"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/library"

	"fyne.io/fyne/v2"
)

// A pairField is one text of an argument as two fields side by side, each
// with its count against the limits.
type pairField struct {
	fields [2]*widgets.Field
	counts [2]*widgets.Prose
	size   argument.Length // empty: no limits
	text   *language.Text
	object fyne.CanvasObject
}

func (f *form) pairOf(name language.Text, text *language.Text, size argument.Length) *pairField {
	p := &pairField{size: size, text: text}
	var sides [2]fyne.CanvasObject
	for i, l := range language.Both() {
		field := widgets.NewField(text.In(l), "") // its language stands over it
		field.NextWord, field.PreviousWord = f.NextWord, f.PreviousWord
		field.OnEdited = func(s string) {
			*text = text.With(l, s)
			f.show(p)
		}
		field.OnGrown = func() { f.scroller.Settle() }
		field.Language = l
		p.fields[i], p.counts[i] = field, widgets.NewNote("", theme.Muted, 1)
		p.counts[i].Align = fyne.TextAlignTrailing
		caption := widgets.NewNote(name.In(f.Language)+" · "+catalogue.LanguageName(l).In(f.Language), theme.Muted, 1)
		head := widgets.NewArranged(120, func(w, _ float32, place widgets.Place) float32 {
			h := caption.MinSize().Height
			place(caption, 0, 0, w/2, h)
			place(p.counts[i], w/2, 0, w/2, h)
			return h
		}, caption, p.counts[i])
		frame := widgets.NewFieldFrame(field, func() { f.window.Canvas().Focus(field) })
		sides[i] = widgets.NewPile(2, head, frame)
	}
	f.show(p)
	p.object = pair(sides[0], sides[1])
	return p
}

// show shows the counts of a text.
func (f *form) show(p *pairField) {
	if p.size == "" {
		return
	}
	for i, l := range language.Both() {
		text, within := against(library.Limit(f.Argument.Kind, p.size, l), language.Count(l, p.text.In(l)), l, f.Language)
		p.counts[i].Color = theme.Muted
		if !within {
			p.counts[i].Color = theme.Amber
		}
		p.counts[i].SetText(text)
	}
}

// count shows all counts, as after a change of kind.
func (f *form) count() {
	for _, p := range f.texts {
		f.show(p)
	}
}
