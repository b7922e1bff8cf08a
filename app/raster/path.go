package raster

import (
	"image"
	"image/draw"
	"math"

	"celun/app/figure"
	"celun/app/typeset"
)

// A stretch is a part of an outline as straight pieces (px).
type stretch struct {
	points []figure.Point
	closed bool
}

// path draws an outline: filled first, then stroked.
func (c *canvas) path(it *typeset.Item) {
	s := it.Shape
	if s == nil || s.Fill == nil && s.Stroke == nil {
		return
	}
	outline, ok := c.flatten(s.Path, it.X, it.Y)
	if !ok {
		return
	}
	if s.Fill != nil {
		var areas [][]figure.Point
		for _, p := range outline {
			areas = append(areas, p.points)
		}
		c.area(areas, typeset.Color(*s.Fill))
	}
	if s.Stroke != nil && s.Width > 0 {
		width := s.Width * c.scale
		if len(s.Dash) == 0 {
			outline = c.straight(outline, width, typeset.Color(*s.Stroke))
		}
		color := typeset.Color(*s.Stroke)
		if width < 1 { // as a rule: what is thin is pale, but is seen
			color = pale(color, max(0.4, width))
			width = 1
		}
		var areas [][]figure.Point
		for _, p := range dashed(outline, s.Dash, c.scale) {
			areas = append(areas, stroked(p, width/2)...)
		}
		c.area(areas, color)
	}
}

// straight draws the outlines that are one level or upright line, such as the
// scale lines of a chart, and returns the others. Their edges stand on whole
// pixels, so that each looks like the next.
func (c *canvas) straight(outline []stretch, width float64, color typeset.Color) (others []stretch) {
	const slip = 1e-6
	for _, s := range outline {
		if len(s.points) != 2 || s.closed {
			others = append(others, s)
			continue
		}
		a, b := s.points[0], s.points[1]
		x, y := min(a.X, b.X), min(a.Y, b.Y)
		switch {
		case math.Abs(a.Y-b.Y) < slip:
			c.rectangle(x, y-width/2, math.Abs(a.X-b.X), width, color)
		case math.Abs(a.X-b.X) < slip:
			c.rectangle(x-width/2, y, width, math.Abs(a.Y-b.Y), color)
		default:
			others = append(others, s)
		}
	}
	return others
}

// pale mixes a colour with the white of the page.
func pale(c typeset.Color, share float64) typeset.Color {
	mix := func(v uint8) uint8 { return uint8(math.Round(255 - (255-float64(v))*share)) }
	return typeset.Color{R: mix(c.R), G: mix(c.G), B: mix(c.B)}
}

// flatten returns an outline in pixels, its curves as straight pieces; false
// if it reaches too far to be drawn.
func (c *canvas) flatten(path []figure.Segment, x, y float64) (out []stretch, ok bool) {
	ok = true
	place := func(p figure.Point) figure.Point {
		q := figure.Point{X: (x + p.X) * c.scale, Y: (y + p.Y) * c.scale}
		if !(math.Abs(q.X) < farAway && math.Abs(q.Y) < farAway) {
			ok = false
		}
		return q
	}
	for i, g := range path {
		if g.Verb == figure.Close {
			if n := len(out); n > 0 {
				out[n-1].closed = true
				out = append(out, stretch{points: out[n-1].points[:1:1]})
			}
			continue
		}
		to := place(g.To)
		if g.Verb == figure.Move || i == 0 {
			out = append(out, stretch{points: []figure.Point{to}})
			continue
		}
		at := &out[len(out)-1]
		if g.Verb == figure.Line {
			at.points = append(at.points, to)
			continue
		}
		p0, p1, p2 := at.points[len(at.points)-1], place(g.From), place(g.At)
		if !ok {
			return nil, false
		}
		length := distance(p0, p1) + distance(p1, p2) + distance(p2, to)
		steps := int(max(2, min(64, length/4)))
		for k := 1; k <= steps; k++ {
			u := float64(k) / float64(steps)
			v := 1 - u
			at.points = append(at.points, figure.Point{
				X: v*v*v*p0.X + 3*v*v*u*p1.X + 3*v*u*u*p2.X + u*u*u*to.X,
				Y: v*v*v*p0.Y + 3*v*v*u*p1.Y + 3*v*u*u*p2.Y + u*u*u*to.Y,
			})
		}
	}
	return out, ok
}

func distance(a, b figure.Point) float64 { return math.Hypot(b.X-a.X, b.Y-a.Y) }

// mostDashes bounds how many pieces an outline is cut into.
const mostDashes = 20000

// dashed cuts outlines into dashes of these lengths (pt), on and off by turns.
func dashed(outline []stretch, dash []float64, scale float64) []stretch {
	total := 0.0
	for _, d := range dash {
		if !(d >= 0) {
			return outline
		}
		total += d * scale
	}
	if total < 0.5 { // none, or too fine to be seen
		return outline
	}
	var out []stretch
	for _, s := range outline {
		points := s.points
		if s.closed {
			points = append(points[:len(points):len(points)], points[0])
		}
		k, left, on := 0, dash[0]*scale, true
		piece := points[:1:1]
		for i := 0; i+1 < len(points); {
			a, b := piece[len(piece)-1], points[i+1]
			d := distance(a, b)
			if d <= left {
				left -= d
				if on {
					piece = append(piece, b)
				} else {
					piece = []figure.Point{b}
				}
				i++
				continue
			}
			m := figure.Point{X: a.X + (b.X-a.X)*left/d, Y: a.Y + (b.Y-a.Y)*left/d}
			if on {
				out = append(out, stretch{points: append(piece, m)})
				if len(out) > mostDashes {
					return outline
				}
			}
			piece = []figure.Point{m}
			on = !on
			k++
			left = dash[k%len(dash)] * scale
		}
		if on && len(piece) > 1 {
			out = append(out, stretch{points: piece})
		}
	}
	return out
}

// mitreLimit is how far a mitre may reach, in widths of the stroke; a sharper
// corner is cut off. PDF has the same by default.
const mitreLimit = 10

// stroked returns the areas that a stroke of half a width on each side covers:
// a quad for each piece and a wedge for each corner, all turning the same way.
func stroked(s stretch, half float64) [][]figure.Point {
	var points []figure.Point
	for _, p := range s.points {
		if n := len(points); n == 0 || distance(points[n-1], p) > 1e-6 {
			points = append(points, p)
		}
	}
	if s.closed && len(points) > 1 && distance(points[0], points[len(points)-1]) > 1e-6 {
		points = append(points, points[0])
	}
	n := len(points) - 1 // pieces
	if n < 1 {
		return nil
	}
	normal := func(i int) figure.Point {
		a, b := points[i], points[i+1]
		d := distance(a, b)
		return figure.Point{X: -(b.Y - a.Y) / d * half, Y: (b.X - a.X) / d * half}
	}
	var areas [][]figure.Point
	for i := range n {
		a, b, v := points[i], points[i+1], normal(i)
		areas = append(areas, turned([]figure.Point{{X: a.X + v.X, Y: a.Y + v.Y}, {X: b.X + v.X, Y: b.Y + v.Y}, {X: b.X - v.X, Y: b.Y - v.Y}, {X: a.X - v.X, Y: a.Y - v.Y}}))
	}
	for i := range n {
		j := i + 1
		if j == n {
			if !s.closed {
				break
			}
			j = 0
		}
		areas = append(areas, corner(points[i+1], normal(i), normal(j), half))
	}
	return areas
}

// corner returns the wedge between two pieces whose normals are u and v.
func corner(p, u, v figure.Point, half float64) []figure.Point {
	if u.X*v.Y-u.Y*v.X > 0 { // the outer side is the other one
		u, v = figure.Point{X: -u.X, Y: -u.Y}, figure.Point{X: -v.X, Y: -v.Y}
	}
	a, b := figure.Point{X: p.X + u.X, Y: p.Y + u.Y}, figure.Point{X: p.X + v.X, Y: p.Y + v.Y}
	wedge := []figure.Point{p, a, b}
	sum := figure.Point{X: u.X + v.X, Y: u.Y + v.Y}
	if l := sum.X*sum.X + sum.Y*sum.Y; l > 4*half*half/(mitreLimit*mitreLimit) {
		k := 2 * half * half / l
		wedge = []figure.Point{p, a, {X: p.X + sum.X*k, Y: p.Y + sum.Y*k}, b}
	}
	return turned(wedge)
}

// turned returns an area whose corners turn clockwise, so that areas that
// overlap add up and do not cancel out.
func turned(area []figure.Point) []figure.Point {
	twice := 0.0
	for i, p := range area {
		q := area[(i+1)%len(area)]
		twice += p.X*q.Y - q.X*p.Y
	}
	if twice < 0 {
		for i, j := 0, len(area)-1; i < j; i, j = i+1, j-1 {
			area[i], area[j] = area[j], area[i]
		}
	}
	return area
}

// area fills areas by the non-zero rule.
func (c *canvas) area(areas [][]figure.Point, color typeset.Color) {
	box := image.Rectangle{}
	first := true
	for _, a := range areas {
		for _, p := range a {
			r := image.Rect(int(math.Floor(p.X)), int(math.Floor(p.Y)), int(math.Floor(p.X))+1, int(math.Floor(p.Y))+1)
			if first {
				box, first = r, false
			}
			box = box.Union(r)
		}
	}
	box = box.Intersect(c.img.Rect)
	if box.Empty() {
		return
	}
	m := &mask{Rectangle: box}
	width := max(box.Dx(), 513) // see mask: points far outside do not overflow then
	z := &c.raster
	z.Reset(width, box.Dy())
	for _, a := range areas {
		for i, p := range a {
			x, y := float32(p.X-float64(box.Min.X)), float32(p.Y-float64(box.Min.Y))
			if i == 0 {
				z.MoveTo(x, y)
			} else {
				z.LineTo(x, y)
			}
		}
		z.ClosePath()
	}
	drawn := image.NewAlpha(image.Rect(0, 0, width, box.Dy()))
	z.DrawOp = draw.Src
	z.Draw(drawn, drawn.Rect, image.Opaque, image.Point{})
	m.cover = make([]uint8, 0, box.Dx()*box.Dy())
	for row := range box.Dy() {
		m.cover = append(m.cover, drawn.Pix[row*width:row*width+box.Dx()]...)
	}
	c.fill(m, 0, 0, color)
}
