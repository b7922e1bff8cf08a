package icon

import (
	"bytes"
	"image"
	"image/color"
	"sync"

	"celun/app/desktop/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
)

// drawings keeps what was drawn: Fyne reads an SVG again whenever it asks how
// large it is, which made building a window twice as slow.
var drawings sync.Map // of drawing to *image.NRGBA

type drawing struct {
	icon Icon
	ink  color.NRGBA
	side int
}

// New returns an icon as an object, side wide and high, in the colour of text.
func New(r fyne.Resource, side float32) *canvas.Image {
	m := &canvas.Image{FillMode: canvas.ImageFillContain, ScaleMode: canvas.ImageScaleFastest}
	m.SetMinSize(fyne.NewSquareSize(side))
	Tint(m, r, "")
	return m
}

// Tint shows an icon in a colour of the look that is in use, in an object made
// by [New]; an empty name is the colour of text.
func Tint(m *canvas.Image, r fyne.Resource, name fyne.ThemeColorName) {
	if r == nil {
		return
	}
	i, ours := r.(Icon)
	if !ours { // one of Fyne's
		if tinted := In(r, orText(name)); m.Resource == nil || m.Resource.Name() != tinted.Name() {
			m.Image, m.Resource = nil, tinted
			m.Refresh()
		}
		return
	}
	ink := color.NRGBAModel.Convert(theme.Color(orText(name))).(color.NRGBA)
	picture := i.draw(ink, int(m.MinSize().Width*scale()+0.5))
	if picture == nil || m.Image == picture {
		return
	}
	m.Resource, m.Image = nil, picture
	m.Refresh()
}

// scale returns how many pixels a unit of the window has.
func scale() float32 {
	if a := fyne.CurrentApp(); a != nil {
		if all := a.Driver().AllWindows(); len(all) > 0 {
			return max(1, all[0].Canvas().Scale())
		}
	}
	return 1
}

// draw returns the icon in a colour, side pixels wide and high; nil if it
// cannot be drawn.
func (i Icon) draw(ink color.NRGBA, side int) image.Image {
	key := drawing{i, ink, side}
	if kept, ok := drawings.Load(key); ok {
		return kept.(image.Image)
	}
	svg, err := oksvg.ReadIconStream(bytes.NewReader(i.in(ink)))
	if err != nil || side <= 0 {
		return nil
	}
	svg.SetTarget(0, 0, float64(side), float64(side))
	out := image.NewRGBA(image.Rect(0, 0, side, side))
	svg.Draw(rasterx.NewDasher(side, side, rasterx.NewScannerGV(side, side, out, out.Bounds())), float64(ink.A)/255)
	drawings.Store(key, image.Image(out))
	return out
}
