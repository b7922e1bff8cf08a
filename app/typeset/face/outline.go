package face

import (
	"errors"
	"fmt"
	"math"
)

// A SegmentKind says how a segment of an outline is drawn.
type SegmentKind uint8

// The kinds of segment.
const (
	MoveTo  SegmentKind = iota // a new contour begins at the point
	LineTo                     // a straight line to the point
	CurveTo                    // a quadratic curve to the point
)

// A Segment is one step of an outline, in font units, y upwards. ControlX and
// ControlY are set for curves only.
type Segment struct {
	Kind               SegmentKind
	ControlX, ControlY float32
	X, Y               float32
}

// An Outline is the shape of a glyph: closed contours, to be filled by the
// non-zero winding rule. A glyph that shows nothing has none.
type Outline []Segment

const (
	maxPoints     = 1 << 16 // of one glyph with all its components
	maxComponents = 256     // of one glyph, nested ones included
)

// Flags of the points of a simple glyph (OpenType, glyf table).
const (
	onCurve     = 0x01
	shortX      = 0x02
	shortY      = 0x04
	repeatFlag  = 0x08
	sameOrPlusX = 0x10
	sameOrPlusY = 0x20
)

type point struct {
	x, y    float64
	on, end bool // on the curve; last of its contour
}

// Outline reads the shape of a glyph, moved so that it begins at its left
// side bearing.
func (f *Face) Outline(g GlyphID) (Outline, error) {
	r := reader{face: f}
	points, xMin, err := r.points(g, 0)
	if err != nil {
		return nil, err
	}
	if len(points) == 0 {
		return nil, nil
	}
	if shift := float64(f.bearing(g)) - xMin; shift != 0 {
		for i := range points {
			points[i].x += shift
		}
	}
	return trace(points), nil
}

// A reader collects the points of one glyph, within bounds.
type reader struct {
	face              *Face
	count, components int
}

// points returns the points of a glyph and the left end of its box as the
// face states it.
func (r *reader) points(g GlyphID, depth int) ([]point, float64, error) {
	if depth > maxDepth {
		return nil, 0, fmt.Errorf("face: glyph %d nests too deep", g)
	}
	data, err := r.face.glyphData(g)
	if err != nil || len(data) == 0 {
		return nil, 0, err
	}
	xMin := float64(int16(be.Uint16(data[2:])))
	if !isComposite(data) {
		points, err := simplePoints(data)
		if r.count += len(points); r.count > maxPoints {
			return nil, 0, fmt.Errorf("face: glyph %d has too many points", g)
		}
		return points, xMin, err
	}
	parts, err := components(data)
	if err != nil {
		return nil, 0, err
	}
	var whole []point
	for _, c := range parts {
		if r.components++; r.components > maxComponents {
			return nil, 0, fmt.Errorf("face: glyph %d has too many parts", g)
		}
		part, _, err := r.points(c.glyph, depth+1)
		if err != nil {
			return nil, 0, err
		}
		if whole, err = c.place(whole, part); err != nil {
			return nil, 0, err
		}
	}
	return whole, xMin, nil
}

// place appends the points of a component, transformed, to those before it.
func (c *component) place(whole, part []point) ([]point, error) {
	for i, p := range part {
		part[i].x, part[i].y = c.xx*p.x+c.xy*p.y, c.yx*p.x+c.yy*p.y
	}
	dx, dy := float64(c.arg1), float64(c.arg2)
	switch {
	case c.flags&argsAreOffsets == 0:
		if c.arg1 >= len(whole) || c.arg2 >= len(part) {
			return nil, errors.New("face: a component is fixed to a point that is not there")
		}
		dx, dy = whole[c.arg1].x-part[c.arg2].x, whole[c.arg1].y-part[c.arg2].y
	case c.flags&scaleTheseOffsets != 0:
		dx, dy = dx*math.Hypot(c.xx, c.yx), dy*math.Hypot(c.xy, c.yy)
	}
	for i := range part {
		part[i].x += dx
		part[i].y += dy
	}
	return append(whole, part...), nil
}

// simplePoints decodes the points of a glyph that is not composite.
func simplePoints(data []byte) ([]point, error) {
	cut := errors.New("face: glyph is cut off")
	contours := int(int16(be.Uint16(data)))
	if contours == 0 {
		return nil, nil
	}
	p := 10 + 2*contours
	if p+2 > len(data) {
		return nil, cut
	}
	n := int(be.Uint16(data[p-2:])) + 1
	if r := len(data) - p; n > 128*r { // two bytes of flags make 256 points at most
		return nil, cut
	}
	points := make([]point, n)
	previous := -1
	for i := range contours {
		end := int(be.Uint16(data[10+2*i:]))
		if end <= previous || end >= n {
			return nil, errors.New("face: contours of a glyph are out of order")
		}
		points[end].end = true
		previous = end
	}
	p += 2 + int(be.Uint16(data[p:])) // past the instructions
	flags := make([]byte, 0, n)
	for len(flags) < n {
		if p >= len(data) {
			return nil, cut
		}
		flag, times := data[p], 1
		p++
		if flag&repeatFlag != 0 {
			if p >= len(data) {
				return nil, cut
			}
			times += int(data[p])
			p++
		}
		for range min(times, n-len(flags)) {
			flags = append(flags, flag)
		}
	}
	coordinate := func(flag, short, same byte, value *int) bool {
		switch {
		case flag&short != 0:
			if p >= len(data) {
				return false
			}
			d := int(data[p])
			p++
			if flag&same == 0 {
				d = -d
			}
			*value += d
		case flag&same == 0:
			if p+2 > len(data) {
				return false
			}
			*value += int(int16(be.Uint16(data[p:])))
			p += 2
		}
		return true
	}
	x, y := 0, 0
	for i, flag := range flags {
		if !coordinate(flag, shortX, sameOrPlusX, &x) {
			return nil, cut
		}
		points[i].x, points[i].on = float64(x), flag&onCurve != 0
	}
	for i, flag := range flags {
		if !coordinate(flag, shortY, sameOrPlusY, &y) {
			return nil, cut
		}
		points[i].y = float64(y)
	}
	return points, nil
}

// trace turns points into segments, contour by contour. Between two points
// off the curve lies one on it, half way, that is not written down.
func trace(points []point) Outline {
	out := make(Outline, 0, len(points)+8)
	for start := 0; start < len(points); {
		end := start
		for end < len(points)-1 && !points[end].end {
			end++
		}
		out = traceContour(out, points[start:end+1])
		start = end + 1
	}
	return out
}

func traceContour(out Outline, c []point) Outline {
	if len(c) < 2 {
		return out // a single point encloses nothing
	}
	middle := func(a, b point) point { return point{x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, on: true} }
	// Begin on the curve: at a point there, or else half way.
	first := c[0]
	switch last := c[len(c)-1]; {
	case first.on:
		c = c[1:]
	case last.on:
		first, c = last, c[:len(c)-1]
	default:
		first = middle(last, first)
	}
	out = append(out, Segment{Kind: MoveTo, X: float32(first.x), Y: float32(first.y)})
	curve := func(control, to point) {
		out = append(out, Segment{CurveTo, float32(control.x), float32(control.y), float32(to.x), float32(to.y)})
	}
	var control *point
	for i := range c {
		p := c[i]
		switch {
		case p.on && control != nil:
			curve(*control, p)
			control = nil
		case p.on:
			out = append(out, Segment{Kind: LineTo, X: float32(p.x), Y: float32(p.y)})
		case control != nil:
			curve(*control, middle(*control, p))
			control = &c[i]
		default:
			control = &c[i]
		}
	}
	if control != nil {
		curve(*control, first)
	} else {
		out = append(out, Segment{Kind: LineTo, X: float32(first.x), Y: float32(first.y)})
	}
	return out
}
