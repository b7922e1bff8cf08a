package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// A wheel lies over a field of one line and hands the turns of the mouse wheel
// to the scroller that the field stands in: the field has one of its own for
// texts that are longer than it is, which would take them all.
type wheel struct {
	canvas.Rectangle
	over fyne.CanvasObject
}

var _ fyne.Scrollable = (*wheel)(nil)

// Scrolled is for Fyne.
func (w *wheel) Scrolled(e *fyne.ScrollEvent) {
	for s := range standing {
		if holds(s.flow.content, w.over) {
			s.scroll.Scrolled(e)
		}
	}
}

// lineRenderer draws a field of one line as the toolkit does, under a wheel.
type lineRenderer struct {
	fyne.WidgetRenderer
	wheel *wheel
}

func (r *lineRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.wheel.Resize(size)
}

func (r *lineRenderer) Objects() []fyne.CanvasObject {
	within := r.WidgetRenderer.Objects()
	return append(within[:len(within):len(within)], r.wheel)
}
