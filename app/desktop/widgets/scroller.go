package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// A Scroller scrolls one flowing thing up and down, as wide as itself.
type Scroller struct {
	Arranged
	scroll *container.Scroll
	body   *fyne.Container
	flow   *flowLayout
}

// flowLayout gives the content the height that it needs at the width of the
// scroller.
type flowLayout struct {
	content fyne.CanvasObject
	width   float32
}

func (f *flowLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, HeightFor(f.content, f.width))
}

func (f *flowLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) { f.content.Resize(size) }

// margin is the room for the bar at the right edge.
const margin = 14

// NewScroller returns a scroller of content.
func NewScroller(content fyne.CanvasObject) *Scroller {
	s := &Scroller{flow: &flowLayout{content: content}}
	s.body = container.New(s.flow, content)
	s.scroll = container.NewVScroll(NewInset(s.body, 0, margin, 0, 0))
	s.objects, s.least = []fyne.CanvasObject{s.scroll}, func() float32 { return 120 }
	s.arrange = func(width, height float32, place Place) float32 {
		if height > 0 {
			s.flow.width = width - margin
			place(s.scroll, 0, 0, width, height)
		}
		return fyne.Max(height, 80)
	}
	s.ExtendBaseWidget(s)
	return s
}

// newFitting returns a scroller that asks for the height of its content: it
// scrolls only where it is given less.
func newFitting(content fyne.CanvasObject) *Scroller {
	s := NewScroller(content)
	arrange := s.arrange
	s.arrange = func(width, height float32, place Place) float32 {
		arrange(width, height, place)
		return fyne.Max(height, HeightFor(s.flow.content, width-margin))
	}
	return s
}

// Settle lays the content out anew after its height changed.
func (s *Scroller) Settle() {
	s.scroll.Refresh()
	s.flow.content.Refresh()
}

// SetContent shows other content from the same height on.
func (s *Scroller) SetContent(content fyne.CanvasObject) {
	s.flow.content = content
	s.body.Objects = []fyne.CanvasObject{content}
	s.body.Refresh()
	s.Settle()
}

// ScrollBy scrolls as a key says, and reports whether it says so.
func (s *Scroller) ScrollBy(key fyne.KeyName) bool {
	view := s.scroll.Size().Height
	to, ok := scrolled(key, s.scroll.Offset.Y, view, s.scroll.Content.MinSize().Height)
	if ok {
		s.scroll.ScrollToOffset(fyne.NewPos(0, to))
	}
	return ok
}

// Reveal scrolls so that an object in the content is in view.
func (s *Scroller) Reveal(o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(s.scroll.Content).Y
	view, at := s.scroll.Size().Height, s.scroll.Offset.Y
	switch bottom := top + o.Size().Height; {
	case top < at:
		s.scroll.ScrollToOffset(fyne.NewPos(0, fyne.Max(0, top-margin)))
	case bottom > at+view:
		s.scroll.ScrollToOffset(fyne.NewPos(0, bottom+margin-view))
	}
}

// keyStep is how far an arrow scrolls.
const keyStep = 60

// scrolled returns from which height on something is to be shown after a key,
// and whether the key says so.
func scrolled(key fyne.KeyName, at, view, total float32) (float32, bool) {
	switch key {
	case fyne.KeyUp:
		at -= keyStep
	case fyne.KeyDown:
		at += keyStep
	case fyne.KeyPageUp:
		at -= view - keyStep
	case fyne.KeyPageDown:
		at += view - keyStep
	case fyne.KeyHome:
		at = 0
	case fyne.KeyEnd:
		at = total
	default:
		return at, false
	}
	return fyne.Max(0, fyne.Min(at, total-view)), true
}
