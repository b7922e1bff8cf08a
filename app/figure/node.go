package figure

import (
	"celun/app/argument"
	"celun/app/brief"
)

// A look is how the nodes of one kind are told apart: by outline, by the
// pattern of the band at their side, and by colour.
type look struct {
	outline outline
	band    pattern
	colour  Color // of band and outline
	ground  Color
	double  bool      // a second outline within the first
	dash    []float64 // of the outline
}

type outline uint8

const (
	square outline = iota // a rectangle
	soften                // with round corners
	cut                   // with slanted corners
	folded                // a sheet with a corner turned down
)

type pattern uint8

const (
	noBand pattern = iota
	solid
	striped
	dotted
)

var (
	red   = Color{0xa3, 0x2a, 0x2a}
	green = Color{0x2b, 0x6e, 0x45}
	slate = Color{0x5b, 0x64, 0x70}
	ochre = Color{0x8a, 0x5a, 0x10}
)

// lookOf returns how the nodes of a kind look.
func lookOf(kind argument.Kind) look {
	switch kind {
	case argument.Thesis, argument.Conclusion:
		return look{soften, solid, accent, Color{0xee, 0xf2, 0xf6}, false, nil}
	case argument.Challenge:
		return look{cut, striped, red, Color{0xfb, 0xf1, 0xf0}, false, nil}
	case argument.Countermeasure:
		return look{soften, solid, green, Color{0xf0, 0xf6, 0xf2}, false, nil}
	case argument.EvidenceKind:
		return look{folded, dotted, slate, Color{0xf6, 0xf7, 0xf8}, false, nil}
	case argument.Recommendation:
		return look{square, noBand, accent, white, true, nil}
	case argument.Option:
		return look{square, noBand, ochre, white, false, []float64{4, 2}}
	}
	return look{square, noBand, slate, white, false, nil}
}

// bandWidth is the width of the band at the side of a node, pt.
const bandWidth = 7.0

// pads of the text in a node, pt.
const (
	padX = 6.0
	padY = 4.5
)

// left is where the text of a node begins.
func (l look) left() float64 {
	if l.band == noBand {
		return padX
	}
	return bandWidth + padX - 1
}

// right is how far from the right edge the text of a node ends at the latest: a
// corner that is turned down stays free.
func (l look) right() float64 {
	if l.outline == folded {
		return padX + 3
	}
	return padX
}

// frame draws a node without its text.
func (p *pen) frame(l look, x, y, w, h float64) {
	path := l.path(x, y, w, h)
	p.fill(path, l.ground)
	p.band(l, x, y, h)
	width := 0.9
	if l.outline == soften && l.colour == accent {
		width = 1.6 // what all hangs from
	}
	p.stroke(path, l.colour, width, l.dash...)
	switch {
	case l.double:
		p.stroke(rectangle(x+2.2, y+2.2, w-4.4, h-4.4), l.colour, 0.6)
	case l.outline == folded:
		const f = 6.0
		p.fill(polygon(Point{x + w - f, y}, Point{x + w, y + f}, Point{x + w - f, y + f}), hairline)
		p.stroke([]Segment{{Verb: Move, To: Point{x + w - f, y}}, {Verb: Line, To: Point{x + w - f, y + f}}, {Verb: Line, To: Point{x + w, y + f}}}, l.colour, 0.6)
	}
}

func (l look) path(x, y, w, h float64) []Segment {
	switch l.outline {
	case soften:
		return rounded(x, y, w, h, 5)
	case cut:
		c := corner(h)
		return polygon(Point{x + c, y}, Point{x + w - c, y}, Point{x + w, y + c}, Point{x + w, y + h - c},
			Point{x + w - c, y + h}, Point{x + c, y + h}, Point{x, y + h - c}, Point{x, y + c})
	case folded:
		const f = 6.0
		return polygon(Point{x, y}, Point{x + w - f, y}, Point{x + w, y + f}, Point{x + w, y + h}, Point{x, y + h})
	}
	return rectangle(x, y, w, h)
}

// corner is how much of a corner is cut off a node so high.
func corner(h float64) float64 { return min(6, h/4) }

// band draws the pattern at the left side of a node, within its outline.
func (p *pen) band(l look, x, y, h float64) {
	const w = bandWidth
	switch l.band {
	case solid:
		r := min(5, h/2)
		k := r * (1 - arc)
		p.fill([]Segment{
			{Verb: Move, To: Point{x + w, y}},
			{Verb: Line, To: Point{x + w, y + h}},
			{Verb: Line, To: Point{x + r, y + h}},
			{Verb: Curve, From: Point{x + k, y + h}, At: Point{x, y + h - k}, To: Point{x, y + h - r}},
			{Verb: Line, To: Point{x, y + r}},
			{Verb: Curve, From: Point{x, y + k}, At: Point{x + k, y}, To: Point{x + r, y}},
			{Verb: Close},
		}, l.colour)
	case striped:
		c := corner(h)
		p.hatch(x+0.5, y+c, w-0.5, h-2*c, 3.6, 1.3, l.colour)
		p.stroke(line(Point{x + w, y}, Point{x + w, y + h}), l.colour, 0.6)
	case dotted:
		for at := y + 3.5; at < y+h-2; at += 4.5 {
			p.fill(circle(x+w/2+0.3, at, 1), l.colour)
		}
		p.stroke(line(Point{x + w, y}, Point{x + w, y + h}), l.colour, 0.4)
	}
}

// link draws how a link runs, along a path that ends at its upper node.
func (p *pen) link(kind argument.LinkKind, path []Segment, at Point, dx, dy float64) {
	colour, width := Color{0x6a, 0x74, 0x7e}, 0.9
	var dash []float64
	switch kind {
	case argument.Answers:
		colour, width = green, 1.3
	case argument.Opposes:
		colour, dash = red, []float64{5, 2.5}
	case argument.Qualifies:
		dash = []float64{1.2, 2}
	case argument.PartOf:
		width = 0.6
	case argument.Cites:
		dash = []float64{6, 2, 1.2, 2}
	}
	p.stroke(path, colour, width, dash...)
	switch kind {
	case argument.PartOf:
	case argument.Opposes: // a bar: it stands against
		const r = 4.0
		p.stroke(line(Point{at.X - 2*dx - dy*r, at.Y - 2*dy + dx*r}, Point{at.X - 2*dx + dy*r, at.Y - 2*dy - dx*r}), colour, 1.6)
	case argument.Answers:
		p.head(at, dx, dy, 6, colour)
	default: // an open head, told from a full one on a grey copy too
		const long, wide = 5.5, 2.8
		p.stroke([]Segment{
			{Verb: Move, To: Point{at.X - dx*long - dy*wide, at.Y - dy*long + dx*wide}},
			{Verb: Line, To: at},
			{Verb: Line, To: Point{at.X - dx*long + dy*wide, at.Y - dy*long - dx*wide}},
		}, colour, 1)
	}
}

// short is how far before its end the line of a link stops: within the head of
// a full arrow.
func short(kind argument.LinkKind) float64 {
	if kind == argument.Answers {
		return 5
	}
	return 0
}

func kindOf(n *brief.Node) argument.Kind { return argument.Kind(n.Kind) }
