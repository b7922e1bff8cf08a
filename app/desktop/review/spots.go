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
	item  int // the number of a key message
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
			v.keys(c, s.key, func() {
				if i != v.spot && !v.moving && !v.filling {
					v.spotAt(i)
				}
			})
			return c
		},
	})
}

// spotAt chooses the spot at an index and goes there.
func (v *Pane) spotAt(i int) {
	if i < 0 || i >= len(v.spots) {
		return
	}
	was, s := "", v.spots[i]
	if v.spot >= 0 && v.spot < len(v.spots) {
		was = v.spots[v.spot].key
	}
	v.spot = i
	v.move(was, s.key)
	v.goTo(s.at, s.reach)
}

// move builds the rows anew that are no longer and now the chosen one, brings
// that into view, and the keyboard to it if that is in the list.
func (v *Pane) move(was, to string) {
	held := v.hasFocus()
	v.moving = true // a row with the keyboard is not chosen by being built anew
	defer func() { v.moving = false }()
	if was != to {
		v.column.Rebuild(was)
	}
	v.column.Rebuild(to)
	v.column.Reveal(to)
	if held {
		v.column.FocusRow(fyne.CurrentApp().Driver().CanvasForObject(v.host), to)
	}
}

// Spot returns the place that is read in the views other than that of the
// findings, and which of the key messages there, from 1.
func (v *Pane) Spot() (mode Mode, at brief.Address, item int, ok bool) {
	if v.spot < 0 || v.spot >= len(v.spots) {
		return v.mode, brief.Address{}, 0, false
	}
	s := v.spots[v.spot]
	return v.mode, s.at, s.item, true
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
