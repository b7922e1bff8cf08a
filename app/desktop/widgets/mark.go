package widgets

import (
	"image/color"

	"celun/app/desktop/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Shape is the form of a mark. Form and colour say the same, so that either
// is enough.
type Shape int

// The shapes of marks.
const (
	Hatched Shape = iota // a challenge: a red square, hatched
	Filled               // a countermeasure: a green square, full
	Hollow               // evidence: a grey outline
	Round                // a conclusion, thesis or recommendation: an accent disc
	Ring                 // a concept, role, trait, stage or feature: an accent ring
)

// A Mark shows what kind of thing stands beside it.
type Mark struct {
	widget.BaseWidget
	shape   Shape
	objects []fyne.CanvasObject
}

// NewMark returns a mark.
func NewMark(s Shape) *Mark {
	m := &Mark{shape: s}
	m.ExtendBaseWidget(m)
	return m
}

const markSize = 10

// CreateRenderer is for Fyne.
func (m *Mark) CreateRenderer() fyne.WidgetRenderer {
	rect := func(fill, stroke color.Color, radius float32) *canvas.Rectangle {
		r := canvas.NewRectangle(fill)
		r.StrokeColor, r.StrokeWidth, r.CornerRadius = stroke, 1, radius
		r.Resize(fyne.NewSquareSize(markSize))
		return r
	}
	switch m.shape {
	case Hatched:
		c := colorOf(theme.Red)
		m.objects = append(m.objects, rect(color.Transparent, c, 1))
		for _, d := range []float32{-4, 0, 4} {
			l := canvas.NewLine(c)
			l.StrokeWidth = 1.4
			x1, y1, x2, y2 := d, float32(markSize), d+markSize, float32(0)
			if x1 < 0 {
				y1, x1 = y1+x1, 0
			}
			if x2 > markSize {
				y2, x2 = x2-markSize, markSize
			}
			l.Position1, l.Position2 = fyne.NewPos(x1, y1), fyne.NewPos(x2, y2)
			m.objects = append(m.objects, l)
		}
	case Filled:
		m.objects = append(m.objects, rect(colorOf(theme.Green), colorOf(theme.Green), 1))
	case Hollow:
		m.objects = append(m.objects, rect(color.Transparent, colorOf(theme.Muted), 1))
	case Round:
		c := colorOf(fynetheme.ColorNamePrimary)
		m.objects = append(m.objects, rect(c, c, markSize/2))
	case Ring:
		r := rect(color.Transparent, colorOf(fynetheme.ColorNamePrimary), markSize/2)
		r.StrokeWidth = 1.5
		m.objects = append(m.objects, r)
	}
	return &markRenderer{m}
}

type markRenderer struct{ m *Mark }

func (r *markRenderer) Layout(fyne.Size)             {}
func (r *markRenderer) MinSize() fyne.Size           { return fyne.NewSquareSize(markSize) }
func (r *markRenderer) Refresh()                     {}
func (r *markRenderer) Objects() []fyne.CanvasObject { return r.m.objects }
func (r *markRenderer) Destroy()                     {}
