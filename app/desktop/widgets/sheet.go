package widgets

import (
	"image"
	"image/color"

	"celun/app/desktop/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Sheet is one page as a picture, on white with a shadow under it, white
// alone until the picture is there.
type Sheet struct {
	widget.BaseWidget
	// OnTapped tells where the sheet was clicked, as shares of its width and
	// height from the top left.
	OnTapped func(x, y float32)
	// OnSized is called when the sheet got another width.
	OnSized func()
	// OnDragged tells how far the sheet was pulled; nil if it cannot be.
	OnDragged func(dx, dy float32)

	ratio   float32 // height to width
	paper   *canvas.Rectangle
	shadow  *canvas.Rectangle
	picture *canvas.Image
	bars    []*canvas.Rectangle
	line    *canvas.Rectangle // on which the caret stands
	caret   *canvas.Rectangle
	box     Box
	spans   []Span
	framed  bool
}

// A Box is a part of a sheet, as shares of its width and height from the top
// left, and where in it, from the left, a caret stands.
type Box struct{ X, Y, Width, Height, Caret float32 }

// A Span is a part of the height of a sheet, as shares from the top.
type Span struct{ From, To float32 }

var _ Flowing = (*Sheet)(nil)

// NewSheet returns an empty sheet of a page's proportion, height to width.
func NewSheet(ratio float32) *Sheet {
	s := &Sheet{ratio: ratio}
	s.paper = canvas.NewRectangle(color.White)
	s.paper.StrokeWidth = 1
	s.shadow = canvas.NewRectangle(color.NRGBA{0, 0, 0, 0x18})
	s.shadow.CornerRadius = 2
	s.line, s.caret = canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	s.line.CornerRadius = 2
	// The picture has as many pixels as the sheet: nothing is to be scaled, and
	// never on the main thread, as Fyne does for a smooth one.
	s.picture = &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScaleFastest}
	s.ExtendBaseWidget(s)
	return s
}

// SetPicture shows a picture of the page; it should have as many pixels as
// the sheet has on the screen.
func (s *Sheet) SetPicture(m image.Image) {
	s.picture.Image = m
	s.picture.Refresh()
}

// Drop gives the picture up, of a sheet that is not shown any more: Fyne keeps
// what was on the window for minutes.
func (s *Sheet) Drop() { s.picture.Image = nil }

// SetSpans draws a bar in the accent at the left edge for each span: what is
// being worked on.
func (s *Sheet) SetSpans(spans []Span) {
	if len(spans) == 0 && len(s.spans) == 0 {
		return
	}
	s.spans = spans
	s.bars = s.bars[:0]
	for range spans {
		bar := canvas.NewRectangle(colorOf(fynetheme.ColorNamePrimary))
		bar.CornerRadius = 1.5
		s.bars = append(s.bars, bar)
	}
	s.placeBars(s.Size())
	s.Refresh()
}

// SetLine marks the line on which the caret stands; the zero box marks none.
func (s *Sheet) SetLine(b Box) {
	if s.box == b {
		return
	}
	s.box = b
	s.placeBars(s.Size())
	s.Refresh()
}

// Line returns what [Sheet.SetLine] marked.
func (s *Sheet) Line() Box { return s.box }

func (s *Sheet) placeBars(size fyne.Size) {
	s.line.Hidden, s.caret.Hidden = s.box == Box{}, s.box == Box{}
	if !s.line.Hidden {
		// On paper, which is white in every look.
		s.line.FillColor, s.caret.FillColor = color.NRGBA{0x2a, 0x5d, 0x8f, 0x2c}, color.NRGBA{0x2a, 0x5d, 0x8f, 0xff}
		s.line.Move(fyne.NewPos(size.Width*s.box.X-2, size.Height*s.box.Y))
		s.line.Resize(fyne.NewSize(size.Width*s.box.Width+4, size.Height*s.box.Height))
		s.caret.Move(fyne.NewPos(size.Width*s.box.Caret-0.5, size.Height*s.box.Y))
		s.caret.Resize(fyne.NewSize(1.5, size.Height*s.box.Height))
	}
	for i, span := range s.spans {
		s.bars[i].Move(fyne.NewPos(size.Width*0.03, size.Height*span.From))
		s.bars[i].Resize(fyne.NewSize(3, fyne.Max(6, size.Height*(span.To-span.From))))
	}
}

// SetFramed draws a frame in the accent around the sheet, or takes it away.
func (s *Sheet) SetFramed(on bool) {
	if s.framed == on {
		return
	}
	s.framed = on
	s.frame()
	s.paper.Refresh()
}

func (s *Sheet) frame() {
	s.paper.StrokeColor, s.paper.StrokeWidth = colorOf(theme.Line), 1
	if s.framed {
		s.paper.StrokeColor, s.paper.StrokeWidth = colorOf(fynetheme.ColorNamePrimary), 2
	}
}

// Picture returns what is shown, or nil.
func (s *Sheet) Picture() image.Image { return s.picture.Image }

// HeightFor returns the height of the page at a width.
func (s *Sheet) HeightFor(width float32) float32 { return width * s.ratio }

// Tapped is for Fyne.
func (s *Sheet) Tapped(e *fyne.PointEvent) {
	if size := s.Size(); s.OnTapped != nil && size.Width > 0 && size.Height > 0 {
		s.OnTapped(e.Position.X/size.Width, e.Position.Y/size.Height)
	}
}

// Dragged is for Fyne.
func (s *Sheet) Dragged(e *fyne.DragEvent) {
	if s.OnDragged != nil {
		s.OnDragged(e.Dragged.DX, e.Dragged.DY)
	}
}

// DragEnd is for Fyne.
func (s *Sheet) DragEnd() {}

// Cursor is for Fyne.
func (s *Sheet) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is for Fyne.
func (s *Sheet) CreateRenderer() fyne.WidgetRenderer {
	s.frame()
	return &sheetRenderer{s}
}

type sheetRenderer struct{ s *Sheet }

func (r *sheetRenderer) Layout(size fyne.Size) {
	s := r.s
	s.shadow.Move(fyne.NewPos(1, 2))
	s.shadow.Resize(fyne.NewSize(size.Width+1, size.Height+1))
	s.paper.Resize(size)
	sized := s.picture.Size().Width != size.Width
	s.picture.Resize(size)
	s.placeBars(size)
	if sized && s.OnSized != nil {
		s.OnSized()
	}
}

func (r *sheetRenderer) MinSize() fyne.Size { return fyne.NewSize(80, 80*r.s.ratio) }
func (r *sheetRenderer) Refresh()           { canvas.Refresh(r.s) }

func (r *sheetRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.s.shadow, r.s.paper, r.s.picture}
	for _, b := range r.s.bars {
		objects = append(objects, b)
	}
	return append(objects, r.s.line, r.s.caret)
}

func (r *sheetRenderer) Destroy() {}
