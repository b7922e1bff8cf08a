package widgets

import (
	"math"

	"fyne.io/fyne/v2"
)

// A Travel lets the arrow keys go from one thing that can be pressed to the
// nearest other one in their direction, by where they lie in the window. The
// zero Travel is ready.
type Travel struct {
	all []fyne.Focusable
}

// A Stop is what a [Travel] can go to.
type Stop interface {
	fyne.CanvasObject
	answer(keys func(fyne.KeyName))
}

func (p *press) answer(keys func(fyne.KeyName)) { p.OnKey = keys }
func (c *Card) answer(keys func(fyne.KeyName))  { c.OnKey = keys }

// Join adds things to go to.
func (t *Travel) Join(stops ...Stop) {
	for _, s := range stops {
		f := keyboardOf(s)
		t.all = append(t.all, f)
		s.answer(func(k fyne.KeyName) {
			if to := t.next(f, k); to != nil {
				fyne.CurrentApp().Driver().CanvasForObject(s).Focus(to)
			}
		})
	}
}

// next returns what lies nearest in the direction of a key, or nil.
func (t *Travel) next(from fyne.Focusable, k fyne.KeyName) fyne.Focusable {
	a, ok := placed(from)
	if !ok {
		return nil
	}
	var best fyne.Focusable
	least := math.Inf(1)
	for _, f := range t.all {
		b, ok := placed(f)
		if f == from || !ok {
			continue
		}
		along, across := a.to(b, k)
		// A row is followed to its end, a column only as nearly as it can be.
		if along <= 0 || (k == fyne.KeyLeft || k == fyne.KeyRight) && across > 0 {
			continue
		}
		if d := along + 2*across; d < least {
			best, least = f, d
		}
	}
	return best
}

// A box is where something lies in the window.
type box struct{ left, top, right, bottom float64 }

func placed(f fyne.Focusable) (box, bool) {
	driver := fyne.CurrentApp().Driver()
	o, ok := f.(fyne.CanvasObject)
	if !ok || !o.Visible() || driver.CanvasForObject(o) == nil {
		return box{}, false
	}
	at, size := driver.AbsolutePositionForObject(o), o.Size()
	return box{float64(at.X), float64(at.Y), float64(at.X + size.Width), float64(at.Y + size.Height)}, true
}

// to returns how far b lies from a in the direction of a key, at least 1 if it
// lies there at all, and how far aside: 0 if they overlap.
func (a box) to(b box, k fyne.KeyName) (along, across float64) {
	aside := func(lo, hi, from, to float64) float64 { return max(0, from-hi, lo-to) }
	const slack = 2
	switch k {
	case fyne.KeyDown:
		along, across = b.top-a.bottom, aside(a.left, a.right, b.left, b.right)+math.Abs(a.left-b.left)/8
	case fyne.KeyUp:
		along, across = a.top-b.bottom, aside(a.left, a.right, b.left, b.right)+math.Abs(a.left-b.left)/8
	case fyne.KeyRight:
		along, across = b.left-a.right, aside(a.top, a.bottom, b.top, b.bottom)
	case fyne.KeyLeft:
		along, across = a.left-b.right, aside(a.top, a.bottom, b.top, b.bottom)
	default:
		return 0, 0
	}
	if along < -slack {
		return 0, 0
	}
	return max(1, along), across
}
