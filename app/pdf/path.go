package pdf

import (
	"fmt"

	"celun/app/figure"
	"celun/app/typeset"
)

// path draws an outline: filled first, then stroked.
func (d *drawer) path(it *typeset.Item) error {
	s := it.Shape
	if s == nil || len(s.Path) == 0 || s.Fill == nil && s.Stroke == nil {
		return nil
	}
	if !finite(s.Width) || !finite(s.Dash...) {
		return fmt.Errorf("an outline with no possible stroke")
	}
	d.endText()
	if s.Fill != nil {
		d.setColor(typeset.Color(*s.Fill))
	}
	if s.Stroke != nil {
		d.setStroke(s)
	}
	for i, g := range s.Path {
		var points []figure.Point
		op := ""
		switch {
		case g.Verb == figure.Close:
			op = "h "
		case g.Verb == figure.Move || i == 0:
			points, op = []figure.Point{g.To}, "m "
		case g.Verb == figure.Curve:
			points, op = []figure.Point{g.From, g.At, g.To}, "c "
		default:
			points, op = []figure.Point{g.To}, "l "
		}
		for _, p := range points {
			if !finite(p.X, p.Y) {
				return fmt.Errorf("an outline with no possible place")
			}
			d.number(it.X + p.X)
			d.number(d.height - it.Y - p.Y)
		}
		d.op(op)
	}
	switch {
	case s.Fill != nil && s.Stroke != nil:
		d.op("B")
	case s.Fill != nil:
		d.op("f")
	default:
		d.op("S")
	}
	d.emit()
	return nil
}

// setStroke sets what an outline is stroked with. It is set for each, since
// few outlines are alike.
func (d *drawer) setStroke(s *figure.Shape) {
	for _, v := range []uint8{s.Stroke.R, s.Stroke.G, s.Stroke.B} {
		d.number(float64(v) / 255)
	}
	d.op("RG ")
	d.number(s.Width)
	d.op("w [")
	for _, v := range s.Dash {
		d.number(v)
	}
	d.op("] 0 d ")
}
