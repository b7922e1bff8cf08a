package review

import (
	"celun/app/desktop/catalogue"
	"celun/app/desktop/widgets"

	"fyne.io/fyne/v2"
)

// keys makes a card part of the list as the keyboard walks it: it is chosen when
// it gets the focus, and what keys do there is told while it has it.
func (v *Pane) keys(c *widgets.Card, key string, choose func()) {
	c.OnKey = v.typed
	c.OnFocus = func(on bool) {
		if on {
			v.column.Reveal(key)
			choose()
		}
		if v.Hint == nil {
			return
		}
		if !on {
			v.Hint("")
			return
		}
		v.Hint(catalogue.ChecksKeys.In(v.lang))
	}
}

// typed walks the rows by the arrows, and from view to view.
func (v *Pane) typed(k fyne.KeyName) {
	switch k {
	case fyne.KeyDown:
		v.walk(1)
	case fyne.KeyUp:
		v.walk(-1)
	case fyne.KeyPageDown:
		v.walk(pageStep)
	case fyne.KeyPageUp:
		v.walk(-pageStep)
	case fyne.KeyHome:
		v.walk(-v.length())
	case fyne.KeyEnd:
		v.walk(v.length())
	case fyne.KeyRight:
		v.turn(1)
	case fyne.KeyLeft:
		v.turn(-1)
	}
}

// pageStep is how many rows a page key goes on.
const pageStep = 5

func (v *Pane) length() int {
	if v.mode == Findings {
		return len(v.shown)
	}
	return len(v.spots)
}

// walk chooses the row so many places on. Unlike [Pane.Step] it stays at the
// ends.
func (v *Pane) walk(by int) {
	n, at := v.length(), v.spot
	if v.mode == Findings {
		at = v.at()
	}
	if n == 0 {
		return
	}
	to := max(0, min(at+by, n-1))
	if at < 0 {
		to = 0
	}
	if v.mode != Findings {
		v.spotAt(to)
		return
	}
	v.choose(v.shown[to])
}

// turn goes to the view so many places on, with the keyboard.
func (v *Pane) turn(by int) {
	v.SetMode((v.mode + Mode(by) + modes) % modes)
	v.Focus(fyne.CurrentApp().Driver().CanvasForObject(v.host))
}

// Focus puts the keyboard on the row that is chosen, or else on the first,
// which is chosen then.
func (v *Pane) Focus(c fyne.Canvas) {
	if c == nil {
		return
	}
	if v.mode == Findings {
		if v.at() < 0 && len(v.shown) > 0 {
			v.choose(v.shown[0])
		}
		if i := v.at(); i >= 0 && v.column.FocusRow(c, v.key(&v.shown[i])) {
			return
		}
	} else if len(v.spots) > 0 {
		if v.spot < 0 || v.spot >= len(v.spots) {
			v.spotAt(0)
		}
		if v.column.FocusRow(c, v.spots[v.spot].key) {
			return
		}
	}
	c.Focus(v.heads[v.mode]) // there are no rows
	if v.brief == nil {
		v.awaits = c // they will come
	}
}

// arrived puts the keyboard on the rows that it was to be on before they were
// there, unless it went elsewhere.
func (v *Pane) arrived() {
	c := v.awaits
	if v.awaits = nil; c != nil && c.Focused() == v.heads[v.mode] {
		v.Focus(c)
	}
}

// headTyped goes from the name of a view to its rows, and to the other views.
func (v *Pane) headTyped(k fyne.KeyName) {
	c := fyne.CurrentApp().Driver().CanvasForObject(v.host)
	switch k {
	case fyne.KeyDown:
		v.Focus(c)
	case fyne.KeyLeft, fyne.KeyRight:
		by := 1
		if k == fyne.KeyLeft {
			by = -1
		}
		v.SetMode((v.mode + Mode(by) + modes) % modes)
		if c != nil {
			c.Focus(v.heads[v.mode])
		}
	}
}

// hasFocus reports whether the keyboard is on a row.
func (v *Pane) hasFocus() bool {
	_, ok := v.column.Focused()
	return ok
}
