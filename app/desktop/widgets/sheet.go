package widgets

import (
	"image"
	"image/color"

	"celun/app/desktop/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// A Sheet is one page as a picture, on white with a shadow under it, white
// alone until the picture is there.
type Sheet struct {
	widget.BaseWidget
	// OnTapped tells where the sheet was clicked, as shares of its width and
	// height from the top left.
	OnTapped func(x, y float32)

	ratio   float32 // height to width
	paper   *canvas.Rectangle
	shadow  *canvas.Rectangle
	picture *canvas.Image
}

var _ Flowing = (*Sheet)(nil)

// NewSheet returns an empty sheet of a page's proportion, height to width.
func NewSheet(ratio float32) *Sheet {
	s := &Sheet{ratio: ratio}
	s.paper = canvas.NewRectangle(color.White)
	s.paper.StrokeWidth = 1
	s.shadow = canvas.NewRectangle(color.NRGBA{0, 0, 0, 0x18})
	s.shadow.CornerRadius = 2
	s.picture = &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScaleSmooth}
	s.ExtendBaseWidget(s)
	return s
}

// SetPicture shows a picture of the page; it should have as many pixels as
// the sheet has on the screen.
func (s *Sheet) SetPicture(m image.Image) {
	s.picture.Image = m
	s.picture.Refresh()
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

// Cursor is for Fyne.
func (s *Sheet) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is for Fyne.
func (s *Sheet) CreateRenderer() fyne.WidgetRenderer {
	s.paper.StrokeColor = colorOf(theme.Line)
	return &sheetRenderer{s}
}

type sheetRenderer struct{ s *Sheet }

func (r *sheetRenderer) Layout(size fyne.Size) {
	s := r.s
	s.shadow.Move(fyne.NewPos(1, 2))
	s.shadow.Resize(fyne.NewSize(size.Width+1, size.Height+1))
	s.paper.Resize(size)
	s.picture.Resize(size)
}

func (r *sheetRenderer) MinSize() fyne.Size { return fyne.NewSize(80, 80*r.s.ratio) }
func (r *sheetRenderer) Refresh()           { canvas.Refresh(r.s) }

func (r *sheetRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.s.shadow, r.s.paper, r.s.picture}
}

func (r *sheetRenderer) Destroy() {}
