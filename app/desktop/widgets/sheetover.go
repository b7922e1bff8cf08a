package widgets

import (
	"image/color"

	"celun/app/desktop/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// The measures of a sheet over the window.
const (
	sheetEdge   = 20 // around what stands on it
	sheetGap    = 16 // between title, content and answers
	sheetRound  = 10
	sheetBeside = 16 // of the window that stays free around it
	sheetGrow   = 1.3
)

// A sheetOver is a sheet with a title, content and buttons in the middle of
// the window, which it dims and keeps from being clicked. In Fyne's own the
// corners are sharp, the buttons centred, and the height is guessed by the
// caller.
type sheetOver struct {
	widget.BaseWidget
	window fyne.Canvas
	asked  fyne.Size
	closed func() // told once, when it is gone
	open   bool

	dim, card *canvas.Rectangle
	shadows   []*canvas.Rectangle
	title     *Prose
	content   fyne.CanvasObject // as it was given
	body      *Scroller         // in which it stands
	buttons   []*Button
	layer     *fyne.Container // over everything on it
}

var _ fyne.Tappable = (*sheetOver)(nil)

func newSheetOver(c fyne.Canvas, title string, content fyne.CanvasObject, size fyne.Size, buttons []*Button) *sheetOver {
	s := &sheetOver{window: c, asked: size, content: content, buttons: buttons, layer: &fyne.Container{}}
	s.dim, s.card = canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	s.card.CornerRadius, s.card.StrokeWidth = sheetRound, 1
	for range 4 {
		s.shadows = append(s.shadows, canvas.NewRectangle(color.Transparent))
	}
	s.title = NewProse(title)
	s.title.Bold, s.title.TextSize, s.title.MaxLines = true, 16, 2
	own, ok := content.(*Scroller)
	if !ok {
		own = newFitting(content)
	}
	s.body = own
	s.ExtendBaseWidget(s)
	return s
}

// Show puts the sheet over the window.
func (s *sheetOver) Show() {
	if !s.open {
		s.open = true
		s.Resize(s.window.Size())
		s.window.Overlays().Add(s)
	}
	s.BaseWidget.Show()
}

// Hide takes the sheet away.
func (s *sheetOver) Hide() {
	if s.open {
		s.open = false
		s.window.Overlays().Remove(s)
		if s.closed != nil {
			s.closed()
		}
	}
	s.BaseWidget.Hide()
}

// Tapped is for Fyne: a click beside what stands on the sheet does nothing.
func (s *sheetOver) Tapped(*fyne.PointEvent) {}

// wants returns how high the content would be in a width: as high as it is,
// or, if it takes what there is, as high as was asked for.
func (s *sheetOver) wants(width, around float32) float32 {
	if own, ok := s.content.(*Scroller); ok {
		return fyne.Min(HeightFor(own.flow.content, width), s.asked.Height*sheetGrow-around)
	}
	least := HeightFor(s.content, width)
	if list, ok := s.content.(*Column); ok { // once it has a width it knows about how high it is
		if list.Size().Width != width {
			list.Resize(fyne.NewSize(width, s.asked.Height))
		}
		return fyne.Min(fyne.Max(100, list.total()*1.15), s.asked.Height-around)
	}
	const ample = 1e5
	if a, ok := s.content.(*Arranged); ok && a.arrange(width, ample, func(fyne.CanvasObject, float32, float32, float32, float32) {}) >= ample {
		return fyne.Max(least, s.asked.Height-around)
	}
	return least
}

// CreateRenderer is for Fyne.
func (s *sheetOver) CreateRenderer() fyne.WidgetRenderer {
	r := &sheetOverRenderer{s}
	r.paint()
	return r
}

type sheetOverRenderer struct{ s *sheetOver }

func (r *sheetOverRenderer) paint() {
	s := r.s
	s.dim.FillColor = colorOf(fynetheme.ColorNameShadow)
	s.card.FillColor, s.card.StrokeColor = colorOf(fynetheme.ColorNameOverlayBackground), colorOf(theme.Line)
	for _, o := range s.shadows {
		o.FillColor = color.NRGBA{0, 0, 0, 0x0c}
	}
}

func (r *sheetOverRenderer) Layout(size fyne.Size) {
	s := r.s
	s.dim.Resize(size)
	s.layer.Resize(size)

	row := float32(0)
	tall := float32(0)
	for i, b := range s.buttons {
		m := b.MinSize()
		row += m.Width
		if i > 0 {
			row += 8
		}
		tall = fyne.Max(tall, m.Height)
	}
	w := fyne.Min(fyne.Max(s.asked.Width, row+2*sheetEdge), size.Width-2*sheetBeside)
	inner := w - 2*sheetEdge
	head := s.title.HeightFor(inner)
	top := float32(sheetEdge)
	if head > 0 {
		top += head + sheetGap - 4
	}
	under := float32(sheetEdge)
	if len(s.buttons) > 0 {
		under = sheetGap + tall + sheetEdge - 4
	}
	h := fyne.Min(top+s.wants(inner, top+under)+under, size.Height-2*sheetBeside)
	x, y := round((size.Width-w)/2), round((size.Height-h)/2)

	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	for i, o := range s.shadows {
		by := float32(2 + 4*i)
		o.CornerRadius = sheetRound + by
		put(o, x-by, y-by+4, w+2*by, h+2*by)
	}
	put(s.card, x, y, w, h)
	put(s.title, x+sheetEdge, y+sheetEdge-4, inner, head)
	// The bar that scrolls stands in the edge at the right; the feet of the last
	// letters stand in the gap.
	put(s.body, x+sheetEdge, y+top, inner+margin, fyne.Max(0, h-top-under+4))
	bx := x + w - sheetEdge - row
	for _, b := range s.buttons {
		m := b.MinSize()
		put(b, bx, y+h-under+sheetGap, m.Width, tall)
		bx += m.Width + 8
	}
}

// MinSize is small: the sheet is as large as the window, and no window need
// be larger for it.
func (r *sheetOverRenderer) MinSize() fyne.Size { return fyne.NewSize(200, 120) }

func (r *sheetOverRenderer) Refresh() {
	r.paint()
	r.Layout(r.s.Size())
	canvas.Refresh(r.s)
}

func (r *sheetOverRenderer) Objects() []fyne.CanvasObject {
	s := r.s
	objects := []fyne.CanvasObject{s.dim}
	for _, o := range s.shadows {
		objects = append(objects, o)
	}
	objects = append(objects, s.card, s.title, s.body)
	for _, b := range s.buttons {
		objects = append(objects, b)
	}
	return append(objects, s.layer)
}

func (r *sheetOverRenderer) Destroy() {}

func round(v float32) float32 { return float32(int(v + 0.5)) }
