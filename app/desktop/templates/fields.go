package templates

import (
	"strconv"

	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"

	"fyne.io/fyne/v2"
)

// both are two fields side by side for a text in both languages.
func both(w fyne.Window, lang language.Language, name language.Text, text *language.Text, grown func()) fyne.CanvasObject {
	var sides [2]fyne.CanvasObject
	for i, l := range language.Both() {
		said := language.Text{ZH: "中文", EN: "Chinese"}
		if l == language.EN {
			said = language.Text{ZH: "英文", EN: "English"}
		}
		field := widgets.NewField(text.In(l), said.In(lang))
		field.OnEdited = func(s string) { *text = text.With(l, s) }
		field.OnGrown = grown
		field.Language = l
		caption := widgets.NewNote(name.In(lang)+" · "+said.In(lang), theme.Muted, 1)
		frame := widgets.NewFrame(widgets.NewInset(field, 2, 4, 4, 4), func() { w.Canvas().Focus(field) })
		sides[i] = widgets.NewPile(2, caption, frame)
	}
	return shared(16, sides[0], sides[1])
}

// shared shares the width evenly.
func shared(gap float32, objects ...fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewArranged(200, func(width, _ float32, place widgets.Place) float32 {
		w := (width - gap*float32(len(objects)-1)) / float32(len(objects))
		h := float32(0)
		for _, o := range objects {
			h = fyne.Max(h, widgets.HeightFor(o, w))
		}
		for i, o := range objects {
			place(o, float32(i)*(w+gap), 0, w, h)
		}
		return h
	}, objects...)
}

// captioned puts a small name over a field.
func captioned(name string, o fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewPile(2, widgets.NewNote(name, theme.Muted, 1), o)
}

// number is a field for a whole number; empty is 0.
func number(lang language.Language, name language.Text, n *int) fyne.CanvasObject {
	shown := ""
	if *n > 0 {
		shown = strconv.Itoa(*n)
	}
	e := widgets.NewLineEntry(shown)
	e.OnChanged = func(s string) {
		if v, err := strconv.Atoi(s); err == nil && v >= 0 {
			*n = v
		} else if s == "" {
			*n = 0
		} else {
			*n = -1 // refused when it is saved
		}
	}
	return captioned(name.In(lang), e)
}

// tick is a box with a word.
func tick(lang language.Language, name language.Text, on bool, changed func(bool)) fyne.CanvasObject {
	return widgets.NewCheck(name.In(lang), on, changed)
}
