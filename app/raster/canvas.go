package raster

import (
	"fmt"
	"image"
	"image/draw"
	"math"

	"celun/app/typeset"
	"celun/app/typeset/face"

	"golang.org/x/image/vector"
)

// A canvas is a picture that is being drawn. Its bounds are the clip in the
// pixels of the whole page.
type canvas struct {
	drawer *Drawer
	img    *image.RGBA
	scale  float64
	raster vector.Rasterizer
}

const (
	// wholePixels is the size (px) up to which glyphs stand on whole pixels
	// vertically. Above it the eye sees the uneven lines before the blur.
	wholePixels = 48
	// cachedSize is the size (px) up to which glyphs are kept. Larger ones
	// are few, and only what is seen of them is drawn.
	cachedSize = 160
	// smallSize is the size (px) under which strokes are drawn darker than
	// they are: the thin ones of a Song face are a third of a pixel there,
	// and a reader sees grey where ink would be.
	smallSize = 18
	// farAway bounds coordinates (px), so that they stay within int32.
	farAway = 1 << 24
)

// text draws a run glyph by glyph.
func (c *canvas) text(it *typeset.Item) error {
	runes := []rune(it.Text)
	if len(it.Advances) != len(runes) || it.Shifts != nil && len(it.Shifts) != len(runes) {
		return fmt.Errorf("%d advances and %d shifts for the %d characters of “%s”",
			len(it.Advances), len(it.Shifts), len(runes), it.Text)
	}
	f, err := c.drawer.faces.Face(it.Face)
	if err != nil {
		return err
	}
	size := it.Size * c.scale
	x, y := it.X*c.scale, it.Y*c.scale
	b := c.img.Rect
	// Nothing of a line reaches further from its baseline than two sizes.
	if !(size > 0 && y+2*size > float64(b.Min.Y) && y-2*size < float64(b.Max.Y)) {
		return nil
	}
	for i, r := range runes {
		at := x
		if it.Shifts != nil {
			at += it.Shifts[i] * c.scale
		}
		x += it.Advances[i] * c.scale
		if r == ' ' || !(at+3*size > float64(b.Min.X) && at-3*size < float64(b.Max.X)) {
			continue
		}
		if err := c.glyph(f, it.Face, f.Glyph(r), size, at, y, it.Color); err != nil {
			return err
		}
	}
	return nil
}

// glyph draws one glyph with its origin at x, y (px).
func (c *canvas) glyph(f *face.Face, id face.ID, g face.GlyphID, size, x, y float64, color typeset.Color) error {
	if size > cachedSize {
		return c.large(f, g, size, x, y, color)
	}
	if size <= wholePixels {
		y = math.Floor(y) // as Poppler does
	}
	px, qx := quarters(x)
	py, qy := quarters(y)
	k := key{id, g, float32(size), qx, qy}
	m, ok := c.drawer.cache.get(k)
	if !ok {
		outline, err := f.Outline(g)
		if err != nil {
			return err
		}
		m = c.mask(outline, size/float64(f.UnitsPerEm()), float64(qx)/4, float64(qy)/4, image.Rectangle{})
		if size < smallSize {
			for i, a := range m.cover {
				m.cover[i] = c.drawer.darker[a]
			}
		}
		c.drawer.cache.put(k, m)
	}
	c.fill(m, px, py, color)
	return nil
}

// large draws a glyph of which perhaps little is seen.
func (c *canvas) large(f *face.Face, g face.GlyphID, size, x, y float64, color typeset.Color) error {
	outline, err := f.Outline(g)
	if err != nil {
		return err
	}
	px, py := int(math.Floor(x)), int(math.Floor(y))
	m := c.mask(outline, size/float64(f.UnitsPerEm()), x-float64(px), y-float64(py), c.img.Rect.Sub(image.Pt(px, py)))
	c.fill(m, px, py, color)
	return nil
}

// quarters splits a coordinate into pixels and quarter pixels, cutting off what
// is less, as Poppler does.
func quarters(v float64) (px int, q uint8) {
	n := int(math.Floor(4 * v))
	return n >> 2, uint8(n & 3)
}

// A mask says how much of each pixel a glyph covers; its bounds are relative
// to the pixel of the glyph's origin.
type mask struct {
	image.Rectangle
	cover []uint8
}

// mask draws an outline at unit px for each of its units, its origin dx, dy
// (px) right of and below the corner of a pixel. If clip is not empty only
// what is within it is drawn.
func (c *canvas) mask(outline face.Outline, unit, dx, dy float64, clip image.Rectangle) *mask {
	m := &mask{}
	if len(outline) == 0 {
		return m
	}
	var low, high [2]float64
	for i, s := range outline {
		points := [][2]float32{{s.X, s.Y}}
		if s.Kind == face.CurveTo {
			points = append(points, [2]float32{s.ControlX, s.ControlY})
		}
		for k, p := range points {
			px := [2]float64{float64(p[0])*unit + dx, dy - float64(p[1])*unit}
			for a := range px {
				if i == 0 && k == 0 || px[a] < low[a] {
					low[a] = px[a]
				}
				if i == 0 && k == 0 || px[a] > high[a] {
					high[a] = px[a]
				}
			}
		}
	}
	if low[0] < -farAway || low[1] < -farAway || high[0] > farAway || high[1] > farAway {
		return m
	}
	m.Rectangle = image.Rect(int(math.Floor(low[0])), int(math.Floor(low[1])),
		int(math.Ceil(high[0]))+1, int(math.Ceil(high[1]))+1)
	width := m.Dx()
	if !clip.Empty() {
		m.Rectangle = m.Intersect(clip)
		// From 513 pixels on the rasterizer counts in floating point, which
		// takes points far outside without overflow.
		width = max(m.Dx(), 513)
	}
	if m.Empty() {
		return &mask{}
	}
	z := &c.raster
	z.Reset(width, m.Dy())
	x := func(v float32) float32 { return float32(float64(v)*unit + dx - float64(m.Min.X)) }
	y := func(v float32) float32 { return float32(dy - float64(v)*unit - float64(m.Min.Y)) }
	for _, s := range outline {
		switch s.Kind {
		case face.MoveTo:
			z.MoveTo(x(s.X), y(s.Y))
		case face.LineTo:
			z.LineTo(x(s.X), y(s.Y))
		case face.CurveTo:
			z.QuadTo(x(s.ControlX), y(s.ControlY), x(s.X), y(s.Y))
		}
	}
	drawn := image.NewAlpha(image.Rect(0, 0, width, m.Dy()))
	z.DrawOp = draw.Src // there is nothing below
	z.Draw(drawn, drawn.Rect, image.Opaque, image.Point{})
	m.cover = drawn.Pix
	if width != m.Dx() {
		m.cover = make([]uint8, 0, m.Dx()*m.Dy())
		for row := range m.Dy() {
			m.cover = append(m.cover, drawn.Pix[row*width:row*width+m.Dx()]...)
		}
	}
	return m
}

// fill lays a colour over the picture where the mask covers it.
func (c *canvas) fill(m *mask, px, py int, color typeset.Color) {
	at := m.Add(image.Pt(px, py))
	r := at.Intersect(c.img.Rect)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		cover := m.cover[(y-at.Min.Y)*m.Dx()+r.Min.X-at.Min.X:]
		pix := c.img.Pix[c.img.PixOffset(r.Min.X, y):]
		for x := range r.Dx() {
			if a := cover[x]; a != 0 {
				over(pix[4*x:4*x+3:4*x+3], color, uint32(a))
			}
		}
	}
}

// over mixes a colour into an opaque pixel, a of 255 parts.
func over(pix []uint8, color typeset.Color, a uint32) {
	mix := func(old, new uint8) uint8 { return uint8((uint32(old)*(255-a) + uint32(new)*a + 127) / 255) }
	pix[0], pix[1], pix[2] = mix(pix[0], color.R), mix(pix[1], color.G), mix(pix[2], color.B)
}

// box fills a rectangle. Its edges stand on whole pixels, so that rules are
// crisp and boxes that touch have no seam; one thinner than a pixel is one
// pixel of a paler colour.
func (c *canvas) box(it *typeset.Item) {
	c.rectangle(it.X*c.scale, it.Y*c.scale, it.Width*c.scale, it.Height*c.scale, it.Color)
}

// rectangle fills a rectangle (px) as a box is filled.
func (c *canvas) rectangle(x, y, width, height float64, color typeset.Color) {
	x0, x1, ax := edges(x, width)
	y0, y1, ay := edges(y, height)
	r := image.Rect(x0, y0, x1, y1).Intersect(c.img.Rect)
	a := uint32(math.Round(255 * ax * ay))
	for y := r.Min.Y; y < r.Max.Y; y++ {
		pix := c.img.Pix[c.img.PixOffset(r.Min.X, y):]
		for x := range r.Dx() {
			over(pix[4*x:4*x+3:4*x+3], color, a)
		}
	}
}

// dot fills the ellipse in a box.
func (c *canvas) dot(it *typeset.Item) {
	const k = 0.5522847498 // as in the PDF
	x, y, rx, ry := it.X*c.scale, it.Y*c.scale, it.Width*c.scale/2, it.Height*c.scale/2
	if !(rx > 0 && ry > 0 && rx < 1<<12 && ry < 1<<12 && math.Abs(x) < farAway && math.Abs(y) < farAway) {
		return
	}
	px, py := int(math.Floor(x)), int(math.Floor(y))
	m := &mask{Rectangle: image.Rect(0, 0, int(math.Ceil(2*rx))+2, int(math.Ceil(2*ry))+2)}
	if m.Add(image.Pt(px, py)).Intersect(c.img.Rect).Empty() {
		return
	}
	mx, my := x-float64(px)+rx, y-float64(py)+ry
	at := func(u, v float64) (float32, float32) { return float32(mx + u*rx), float32(my + v*ry) }
	z := &c.raster
	z.Reset(m.Dx(), m.Dy())
	z.MoveTo(at(1, 0))
	for _, q := range [][6]float64{{1, k, k, 1, 0, 1}, {-k, 1, -1, k, -1, 0}, {-1, -k, -k, -1, 0, -1}, {k, -1, 1, -k, 1, 0}} {
		ax, ay := at(q[0], q[1])
		bx, by := at(q[2], q[3])
		ex, ey := at(q[4], q[5])
		z.CubeTo(ax, ay, bx, by, ex, ey)
	}
	z.ClosePath()
	drawn := image.NewAlpha(m.Rectangle)
	z.DrawOp = draw.Src
	z.Draw(drawn, drawn.Rect, image.Opaque, image.Point{})
	m.cover = drawn.Pix
	c.fill(m, px, py, it.Color)
}

// edges returns the pixels from start over length, and how much they are
// covered: 1 unless the length is under a pixel. What is under two fifths of
// one is shown as that, or it would not be seen at all.
func edges(start, length float64) (from, to int, cover float64) {
	if !(length > 0) || math.Abs(start) > farAway || length > farAway {
		return 0, 0, 0
	}
	if length < 1 {
		from = int(math.Floor(start + 0.5)) // as Poppler does
		return from, from + 1, max(0.4, length)
	}
	from = int(math.Floor(start + 0.5))
	return from, max(from+1, int(math.Floor(start+length+0.5))), 1
}
