package templates

import (
	"strconv"

	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"

	"fyne.io/fyne/v2"
)

// both are two fields side by side for a text in both languages.
func both(w fyne.Window, lang language.Language, name language.Text, text *language.Text, grown func()) fyne.CanvasObject {
	return written(w, lang, name, *text, grown, func(t language.Text) { *text = t })
}

// written are two such fields that tell of the text after every change.
func written(w fyne.Window, lang language.Language, name, text language.Text, grown func(), changed func(language.Text)) fyne.CanvasObject {
	var sides [2]fyne.CanvasObject
	for i, l := range language.Both() {
		said := catalogue.LanguageName(l)
		field := widgets.NewField(text.In(l), "") // its language stands over it
		field.OnEdited = func(s string) {
			text = text.With(l, s)
			changed(text)
		}
		field.OnGrown = grown
		field.Language = l
		caption := widgets.NewNote(name.In(lang)+" · "+said.In(lang), theme.Muted, 1)
		frame := widgets.NewFieldFrame(field, func() { w.Canvas().Focus(field) })
		sides[i] = widgets.NewPile(2, caption, frame)
	}
	return widgets.NewEven(16, sides[0], sides[1])
}

// selection is a list of names to choose from.
func selection(names []string, at int, chosen func(i int)) *widgets.Drop {
	return widgets.NewDrop(names, max(0, at), chosen)
}

// in returns texts in a language.
func in(all []language.Text, l language.Language) []string {
	out := make([]string, len(all))
	for i, t := range all {
		out[i] = t.In(l)
	}
	return out
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
	return widgets.NewCaptioned(name.In(lang), e)
}

// decimal is a field for a number with decimals; empty is 0.
func decimal(lang language.Language, name language.Text, v *float64) fyne.CanvasObject {
	shown := ""
	if *v > 0 {
		shown = strconv.FormatFloat(*v, 'f', -1, 64)
	}
	e := widgets.NewLineEntry(shown)
	e.OnChanged = func(s string) {
		n, err := strconv.ParseFloat(s, 64)
		switch {
		case err == nil && n >= 0:
			*v = n
		case s == "":
			*v = 0
		default:
			*v = -1 // refused when it is saved
		}
	}
	return widgets.NewCaptioned(name.In(lang), e)
}

// tick is a box with a word.
func tick(lang language.Language, name language.Text, on bool, changed func(bool)) fyne.CanvasObject {
	return widgets.NewCheck(name.In(lang), on, changed)
}

// layouts are in the order in which they are offered.
var layouts = []brief.Layout{brief.Parallel, brief.Stacked, brief.Facing, brief.Sequential}
