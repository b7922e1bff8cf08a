package review

import (
	"celun/app/brief"
	"celun/app/desktop/widgets"
	core "celun/app/review"

	"fyne.io/fyne/v2"
)

// A spot is a row of a view in which a brief is read, and the place that it is
// about.
type spot struct {
	key   string
	at    brief.Address
	reach core.Range
}

// spotted adds a row about a place to the rows of a view: a card of a kind,
// with content that depends on whether the row is chosen.
func (v *Pane) spotted(rows []widgets.Row, s spot, estimate float32, card func(fyne.CanvasObject, float32) *widgets.Card, build func(chosen bool) fyne.CanvasObject) []widgets.Row {
	i := len(v.spots)
	v.spots = append(v.spots, s)
	return append(rows, widgets.Row{
		Key: s.key, Estimate: func(float32) float32 { return estimate },
		Build: func() fyne.CanvasObject {
			c := card(build(i == v.spot), 10)
			c.SetSelected(i == v.spot)
			c.CountIn(v.clicks, s.key)
			c.OnTapped = func() { v.spotAt(i) }
			c.OnDoubleTapped = func() { v.spotAt(i); v.write(s.at, s.reach) }
			v.keys(c, s.key)
			return c
		},
	})
}

// spotAt chooses the spot at an index and goes there.
func (v *Pane) spotAt(i int) {
	if i < 0 || i >= len(v.spots) {
		return
	}
	was, held := v.spot, v.hasFocus()
	v.spot = i
	if was >= 0 && was < len(v.spots) && was != i {
		v.column.Rebuild(v.spots[was].key)
	}
	s := v.spots[i]
	v.column.Rebuild(s.key)
	v.come(s.key, held)
	v.goTo(s.at, s.reach)
}

// Spot returns the place that is read in the views other than that of the
// findings.
func (v *Pane) Spot() (Mode, brief.Address, bool) {
	if v.spot < 0 || v.spot >= len(v.spots) {
		return v.mode, brief.Address{}, false
	}
	return v.mode, v.spots[v.spot].at, true
}

func (v *Pane) goTo(at brief.Address, r core.Range) {
	if v.Go != nil {
		v.Go(at, r)
	}
	if v.Chose != nil {
		v.Chose()
	}
}

func (v *Pane) write(at brief.Address, r core.Range) {
	if v.Write != nil {
		v.Write(at, r)
	}
}
