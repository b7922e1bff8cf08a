package figure

import (
	"math"

	"celun/app/brief"
	"celun/app/language"
)

// The colours of figures, those of a policy brief's pages. On a grey copy the
// kinds of argument are still told apart by their shapes and patterns.
var (
	ink      = Color{0x1b, 0x1b, 0x1b}
	soft     = Color{0x45, 0x50, 0x5c}
	hairline = Color{0xc9, 0xd0, 0xd6}
	rule     = Color{0x8a, 0x94, 0x9e}
	accent   = Color{0x1f, 0x3f, 0x5f}
	white    = Color{0xff, 0xff, 0xff}
)

// The sizes of labels in pt: of the leading language, of the other one under
// it, and of scales and notes.
const (
	labelSize = 8.6
	twinSize  = 8
	smallSize = 7.4
)

// readable is the least size of a label, pt: smaller ones are hard to read on
// paper. A map that would need them is split.
const readable = 7.0

// leading is the distance of baselines, in parts of the size.
const leading = 1.36

// A pen draws a figure.
type pen struct {
	Drawing
	languages []language.Language
	measure   func(text string, l language.Language, size float64, bold bool) float64
	breaks    func(text string) []int
	cut       map[key][]part // texts that were measured
	bound     float64        // height that there is at most; 0: no bound
	whole     *brief.Figure  // the map that this is a part of; nil: it is all
	over      bool           // the drawing is wider than its place
}

func newPen(o Options) *pen {
	return &pen{Drawing: Drawing{Width: o.Width}, languages: o.Languages, cut: map[key][]part{}, measure: o.Measure, breaks: o.Breaks, bound: o.Height, whole: o.Whole}
}

// bilingual reports whether labels stand in two languages.
func (p *pen) bilingual() bool { return len(p.languages) > 1 }

// say puts one line of text at the baseline.
func (p *pen) say(x, y float64, anchor Anchor, s string, l language.Language, size float64, bold bool, c Color) {
	if s != "" {
		p.Texts = append(p.Texts, Text{x, y, anchor, s, l, size, bold, c})
	}
}

// path adds a shape.
func (p *pen) shape(s Shape) { p.Shapes = append(p.Shapes, s) }

func polygon(points ...Point) []Segment {
	var path []Segment
	for i, at := range points {
		verb := Line
		if i == 0 {
			verb = Move
		}
		path = append(path, Segment{Verb: verb, To: at})
	}
	return append(path, Segment{Verb: Close})
}

func rectangle(x, y, w, h float64) []Segment {
	return polygon(Point{x, y}, Point{x + w, y}, Point{x + w, y + h}, Point{x, y + h})
}

// arc is how far the control points of a quarter of a circle lie from its
// ends, in radii.
const arc = 0.5523

// rounded is a rectangle with round corners.
func rounded(x, y, w, h, r float64) []Segment {
	r = min(r, w/2, h/2)
	k := r * (1 - arc)
	return []Segment{
		{Verb: Move, To: Point{x + r, y}},
		{Verb: Line, To: Point{x + w - r, y}},
		{Verb: Curve, From: Point{x + w - k, y}, At: Point{x + w, y + k}, To: Point{x + w, y + r}},
		{Verb: Line, To: Point{x + w, y + h - r}},
		{Verb: Curve, From: Point{x + w, y + h - k}, At: Point{x + w - k, y + h}, To: Point{x + w - r, y + h}},
		{Verb: Line, To: Point{x + r, y + h}},
		{Verb: Curve, From: Point{x + k, y + h}, At: Point{x, y + h - k}, To: Point{x, y + h - r}},
		{Verb: Line, To: Point{x, y + r}},
		{Verb: Curve, From: Point{x, y + k}, At: Point{x + k, y}, To: Point{x + r, y}},
		{Verb: Close},
	}
}

func circle(x, y, r float64) []Segment { return rounded(x-r, y-r, 2*r, 2*r, r) }

func line(a, b Point) []Segment {
	return []Segment{{Verb: Move, To: a}, {Verb: Line, To: b}}
}

func (p *pen) fill(path []Segment, c Color) { p.shape(Shape{Path: path, Fill: &c}) }

func (p *pen) stroke(path []Segment, c Color, width float64, dash ...float64) {
	p.shape(Shape{Path: path, Stroke: &c, Width: width, Dash: dash})
}

// hatch draws slanting lines over a rectangle, cut off at its edges.
func (p *pen) hatch(x, y, w, h, gap, width float64, c Color) {
	var path []Segment
	for d := gap / 2; d < w+h; d += gap {
		// The line runs from the left or lower edge up to the upper or right one.
		a := Point{x, y + d}
		if d > h {
			a = Point{x + d - h, y + h}
		}
		b := Point{x + d, y}
		if d > w {
			b = Point{x + w, y + d - w}
		}
		path = append(path, line(a, b)...)
	}
	p.stroke(path, c, width)
}

// head draws the head of an arrow that points along (dx, dy) to a point.
func (p *pen) head(at Point, dx, dy, size float64, c Color) {
	n := math.Hypot(dx, dy)
	if n == 0 {
		return
	}
	dx, dy = dx/n*size, dy/n*size
	p.fill(polygon(at, Point{at.X - dx - dy*0.42, at.Y - dy + dx*0.42}, Point{at.X - dx + dy*0.42, at.Y - dy - dx*0.42}), c)
}

// A label is a text in the languages of the figure, broken into lines.
type label struct {
	lines  []Text // X and Y are zero
	height float64
	width  float64
}

// label breaks a plain text to a width: the leading language first, the other under
// it in a lighter colour. Bold is for the leading one.
func (p *pen) label(t language.Text, width, scale float64, bold bool) label {
	var l label
	said := ""
	for i, lang := range p.languages {
		s := t.In(lang)
		if s == "" && len(p.languages) == 1 {
			lang = lang.Other() // rather the other language than a nameless bar
			s = t.In(lang)
		}
		if s == "" || s == said {
			continue
		}
		said = s
		size, colour, weight := labelSize*scale, ink, bold
		if i > 0 {
			size, colour, weight = twinSize*scale, soft, false
		}
		for _, part := range p.breakLines(s, lang, size, weight, width) {
			l.lines = append(l.lines, Text{Text: part, Language: lang, Size: size, Bold: weight, Color: colour})
			l.height += size * leading
			l.width = max(l.width, p.measure(part, lang, size, weight))
		}
	}
	return l
}

// put writes a label with its top at y.
func (p *pen) put(l label, x, y float64, anchor Anchor) {
	for _, t := range l.lines {
		t.X, t.Y, t.Anchor = x, y+t.Size*(leading/2+0.36), anchor
		p.Texts = append(p.Texts, t)
		y += t.Size * leading
	}
}
