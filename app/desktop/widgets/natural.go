package widgets

import "fyne.io/fyne/v2"

// NewNatural returns a text that is as wide as it is on one line.
func NewNatural(p *Prose) *Arranged {
	n := NewArranged(0, func(width, _ float32, place Place) float32 {
		h := p.MinSize().Height
		place(p, 0, 0, fyne.Max(width, p.Natural()+2), h)
		return h
	}, p)
	n.least = func() float32 { return p.Natural() + 2 }
	return n
}
