package widgets

import "fyne.io/fyne/v2"

// A Slot is a place for one object that can be changed for another; empty it
// takes no room.
type Slot struct {
	Arranged
}

// NewSlot returns an empty slot.
func NewSlot() *Slot {
	s := &Slot{}
	s.least = func() float32 { return 0 }
	s.arrange = func(width, height float32, place Place) float32 {
		if len(s.objects) == 0 {
			return 0
		}
		h := fyne.Max(height, HeightFor(s.objects[0], width))
		place(s.objects[0], 0, 0, width, h)
		return h
	}
	s.ExtendBaseWidget(s)
	s.Hide()
	return s
}

// Set puts an object in; nil empties the slot.
func (s *Slot) Set(o fyne.CanvasObject) {
	s.objects = nil
	if o != nil {
		s.objects = []fyne.CanvasObject{o}
	}
	s.Hidden = o == nil
	s.Refresh()
}
