package desktop

import (
	"errors"

	"celun/app/desktop/icon"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"

	"fyne.io/fyne/v2"
)

// trouble is what a dialog shows of an error: a sign, where it is, what is
// wrong and what to do, each on lines of its own.
func trouble(err error, l language.Language) fyne.CanvasObject {
	var p *language.Problem
	if !errors.As(err, &p) {
		return caution(widgets.NewProse(language.Tell(err, l)))
	}
	var parts []fyne.CanvasObject
	if at := p.Place(l); at != "" {
		where := widgets.NewProse(at)
		where.Bold = true
		parts = append(parts, where)
	}
	parts = append(parts, widgets.NewProse(language.Tell(&language.Problem{What: p.What}, l)))
	if p.Do != (language.Text{}) {
		parts = append(parts, widgets.NewProse(language.Tell(&language.Problem{What: p.Do}, l)))
	}
	return caution(parts...)
}

// caution puts the sign of a warning beside paragraphs.
func caution(paragraphs ...fyne.CanvasObject) fyne.CanvasObject {
	const side, gap = 24, 12
	sign, text := icon.New(icon.Warning, side), widgets.NewPile(6, paragraphs...)
	icon.Tint(sign, icon.Warning, theme.Amber)
	return widgets.NewArranged(200, func(width, _ float32, place widgets.Place) float32 {
		h := widgets.HeightFor(text, width-side-gap)
		place(sign, 0, 0, side, side)
		// One line stands beside the middle of the sign.
		place(text, side+gap, fyne.Max(0, (side-h)/2), width-side-gap, h)
		return fyne.Max(h, side)
	}, sign, text)
}
