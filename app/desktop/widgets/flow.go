// Package widgets holds what the window is made of and Fyne does not have:
// flowing rows, text that wraps in both scripts, marks of kinds, cards,
// chips, panes and sheets. They take plain values and report what a user did
// through OnX fields; they know no brief, no library and no language.
//
//	card := widgets.NewCard(widgets.NewProse("数字鸿沟加深"), 12)
//	card.OnTapped = func() { … }
//
// In Fyne the height of a thing cannot depend on its width. Here it can: what
// flows says its height for a width ([Flowing]), and the parent that knows the
// width asks for it ([Column], [Arranged]).
package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Flowing is an object whose height follows from its width.
type Flowing interface {
	fyne.CanvasObject
	// HeightFor returns the height that the object needs at a width.
	HeightFor(width float32) float32
}

// HeightFor returns the height that o needs at a width: that of a [Flowing]
// object, else its minimal height. Hidden objects need none.
func HeightFor(o fyne.CanvasObject, width float32) float32 {
	if !o.Visible() {
		return 0
	}
	if f, ok := o.(Flowing); ok {
		return f.HeightFor(width)
	}
	return o.MinSize().Height
}

// A Place puts an object at a position in a size.
type Place func(o fyne.CanvasObject, x, y, w, h float32)

// Arranged is a container whose arrangement is one function of the width.
type Arranged struct {
	widget.BaseWidget
	objects []fyne.CanvasObject
	arrange func(width, height float32, place Place) float32
	least   func() float32 // width
}

var _ Flowing = (*Arranged)(nil)

// NewArranged returns a container of objects. Arrange places them in a width
// through place and returns the height it needed; height is what there is, or
// 0 when only the need is asked for. Objects are painted in their order.
func NewArranged(minWidth float32, arrange func(width, height float32, place Place) float32, objects ...fyne.CanvasObject) *Arranged {
	a := &Arranged{objects: objects, arrange: arrange, least: func() float32 { return minWidth }}
	a.ExtendBaseWidget(a)
	return a
}

// HeightFor returns the height that the arrangement needs at a width.
func (a *Arranged) HeightFor(width float32) float32 {
	return a.arrange(width, 0, func(fyne.CanvasObject, float32, float32, float32, float32) {})
}

// CreateRenderer is for Fyne.
func (a *Arranged) CreateRenderer() fyne.WidgetRenderer { return &arrangedRenderer{a} }

type arrangedRenderer struct{ a *Arranged }

func (r *arrangedRenderer) Layout(size fyne.Size) {
	r.a.arrange(size.Width, size.Height, func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Resize(fyne.NewSize(w, h))
		o.Move(fyne.NewPos(x, y))
	})
}

func (r *arrangedRenderer) MinSize() fyne.Size {
	least := r.a.least()
	return fyne.NewSize(least, r.a.HeightFor(fyne.Max(r.a.Size().Width, least)))
}

func (r *arrangedRenderer) Refresh() {
	r.Layout(r.a.Size())
	for _, o := range r.a.objects {
		o.Refresh()
	}
}

func (r *arrangedRenderer) Objects() []fyne.CanvasObject { return r.a.objects }
func (r *arrangedRenderer) Destroy()                     {}

// NewPile returns objects one under the other, gap apart. Hidden ones take no
// room.
func NewPile(gap float32, objects ...fyne.CanvasObject) *Arranged {
	pile := NewArranged(0, func(width, _ float32, place Place) float32 {
		y, first := float32(0), true
		for _, o := range objects {
			if !o.Visible() {
				continue
			}
			if !first {
				y += gap
			}
			first = false
			h := HeightFor(o, width)
			place(o, 0, y, width, h)
			y += h
		}
		return y
	}, objects...)
	pile.least = func() float32 {
		widest := float32(0)
		for _, o := range objects {
			if o.Visible() {
				widest = fyne.Max(widest, o.MinSize().Width)
			}
		}
		return widest
	}
	return pile
}

// NewInset returns one object with a margin around it.
func NewInset(o fyne.CanvasObject, top, right, bottom, left float32) *Arranged {
	inset := NewArranged(0, func(width, height float32, place Place) float32 {
		h := HeightFor(o, width-left-right)
		if height > h+top+bottom {
			h = height - top - bottom
		}
		place(o, left, top, width-left-right, h)
		return h + top + bottom
	}, o)
	inset.least = func() float32 { return o.MinSize().Width + left + right }
	return inset
}

// NewLine returns objects in a row, gap apart, each in its minimal width and
// centred; the one at index stretch takes what is left (-1: none).
func NewLine(gap float32, stretch int, objects ...fyne.CanvasObject) *Arranged {
	line := NewArranged(0, func(width, height float32, place Place) float32 {
		tallest := height
		for _, o := range objects {
			if o.Visible() {
				tallest = fyne.Max(tallest, o.MinSize().Height)
			}
		}
		rest := width - lineWidth(gap, stretch, objects)
		x := float32(0)
		for i, o := range objects {
			if !o.Visible() {
				continue
			}
			m := o.MinSize()
			if i == stretch {
				m.Width = fyne.Max(0, rest)
			}
			place(o, x, (tallest-m.Height)/2, m.Width, m.Height)
			x += m.Width + gap
		}
		return tallest
	}, objects...)
	line.least = func() float32 { return lineWidth(gap, stretch, objects) }
	return line
}

func lineWidth(gap float32, stretch int, objects []fyne.CanvasObject) float32 {
	w, n := float32(0), 0
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		if i != stretch {
			w += o.MinSize().Width
		}
		n++
	}
	return w + gap*float32(max(0, n-1))
}
