package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// standing are the scrollers that have been drawn and not given up since. They
// are asked when something gets the focus: an object of Fyne does not know what
// it stands in. Only the main thread reads and writes them.
var standing = map[*Scroller]bool{}

// CreateRenderer is for Fyne.
func (s *Scroller) CreateRenderer() fyne.WidgetRenderer {
	standing[s] = true
	return &scrollerRenderer{arrangedRenderer{&s.Arranged}, s}
}

type scrollerRenderer struct {
	arrangedRenderer
	s *Scroller
}

func (r *scrollerRenderer) Destroy() { delete(standing, r.s) }

// follow scrolls what has got the focus into view: whoever goes on by Tab
// would lose sight of it at the edge of a scroller.
func follow(o fyne.CanvasObject) {
	for s := range standing {
		if holds(s.flow.content, o) {
			s.Reveal(o)
		}
	}
}

// A holder lays out objects, as [Arranged] does and what can be pressed.
type holder interface{ held() []fyne.CanvasObject }

func (a *Arranged) held() []fyne.CanvasObject { return a.objects }
func (p *tap) held() []fyne.CanvasObject      { return []fyne.CanvasObject{p.ground, p.content} }

// holds reports whether an object stands in another, or is it.
func holds(in, o fyne.CanvasObject) bool {
	if in == o {
		return true
	}
	var parts []fyne.CanvasObject
	switch in := in.(type) {
	case holder:
		parts = in.held()
	case *fyne.Container:
		parts = in.Objects
	case *container.Scroll:
		parts = []fyne.CanvasObject{in.Content}
	}
	for _, p := range parts {
		if p != nil && holds(p, o) {
			return true
		}
	}
	return false
}
