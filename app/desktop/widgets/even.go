package widgets

import (
	"celun/app/desktop/theme"

	"fyne.io/fyne/v2"
)

// NewEven returns things side by side that share the width evenly.
func NewEven(gap float32, objects ...fyne.CanvasObject) *Arranged {
	return NewArranged(200, func(width, _ float32, place Place) float32 {
		w := (width - gap*float32(len(objects)-1)) / float32(len(objects))
		h := float32(0)
		for _, o := range objects {
			h = fyne.Max(h, HeightFor(o, w))
		}
		for i, o := range objects {
			place(o, float32(i)*(w+gap), 0, w, h)
		}
		return h
	}, objects...)
}

// NewCaptioned returns a field with a small name over it.
func NewCaptioned(name string, field fyne.CanvasObject) fyne.CanvasObject {
	return NewPile(2, NewNote(name, theme.Muted, 1), field)
}
