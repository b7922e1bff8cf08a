package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// A Handle is a glyph by which something is dragged; a click on it opens a
// menu.
type Handle struct {
	Glyph
	// OnDragged tells where the pointer is in the window while it drags.
	OnDragged func(at fyne.Position)
	// OnDropped is called when it is let go.
	OnDropped func()
}

var (
	_ fyne.Draggable     = (*Handle)(nil)
	_ desktop.Cursorable = (*Handle)(nil)
)

// NewHandle returns a handle with a menu.
func NewHandle(icon fyne.Resource, menu func() *fyne.Menu) *Handle {
	h := &Handle{}
	h.build(h, icon, nil)
	h.OnTapped = func() { popUp(menu(), h) }
	return h
}

// Dragged is for Fyne.
func (h *Handle) Dragged(e *fyne.DragEvent) {
	if h.OnDragged != nil {
		h.OnDragged(e.AbsolutePosition)
	}
}

// DragEnd is for Fyne.
func (h *Handle) DragEnd() {
	if h.OnDropped != nil {
		h.OnDropped()
	}
}

// Cursor is for Fyne.
func (h *Handle) Cursor() desktop.Cursor { return desktop.PointerCursor }

// A Swap holds one thing in the place of another.
type Swap struct{ Arranged }

// NewSwap returns a swap that holds nothing.
func NewSwap() *Swap {
	s := &Swap{}
	s.least = func() float32 { return 0 }
	s.arrange = func(width, _ float32, place Place) float32 {
		if len(s.objects) == 0 {
			return 0
		}
		h := HeightFor(s.objects[0], width)
		place(s.objects[0], 0, 0, width, h)
		return h
	}
	s.ExtendBaseWidget(s)
	return s
}

// Hold shows an object; nil shows nothing.
func (s *Swap) Hold(o fyne.CanvasObject) {
	s.objects = nil
	if o != nil {
		s.objects = []fyne.CanvasObject{o}
	}
	s.Refresh()
}

// A ValueEntry is a small field for a number, a date or a name: what is written
// counts when Enter is pressed or the field is left.
type ValueEntry struct {
	LineEntry
	was string
	// OnSet is told of another value; false brings the old one back.
	OnSet func(string) bool
}

// NewValueEntry returns a field with a value.
func NewValueEntry(value, placeholder string, set func(string) bool) *ValueEntry {
	e := &ValueEntry{was: value, OnSet: set}
	e.PlaceHolder = placeholder
	e.OnSubmitted = func(string) { e.settle() }
	e.build(e, value)
	return e
}

// FocusLost is for Fyne.
func (e *ValueEntry) FocusLost() {
	e.LineEntry.FocusLost()
	e.settle()
}

func (e *ValueEntry) settle() {
	if e.Text == e.was {
		return
	}
	if e.OnSet(e.Text) {
		e.was = e.Text
		return
	}
	e.SetText(e.was)
}
