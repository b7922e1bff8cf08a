// Package figure turns the figures of a brief into drawings: bar, line and dot
// charts, a timeline, an argument map and a matrix of coverage. A drawing is a
// list of outlines and texts in points; it knows no page, no PDF and no window,
// and whoever shows it brings the faces and says how wide a text is in them.
//
//	d, err := figure.Draw(&block, figure.Options{Width: 480, Languages: language.Both(), Measure: faces.Measure})
//	alt := figure.Alt(&block) // the same in sentences, in both languages
//
// Everything is told apart by shape or pattern as well as by colour, so that a
// grey copy says the same, and no scale is bent: bars begin at zero and time
// runs evenly.
package figure

import (
	"celun/app/brief"
	"celun/app/language"
)

// A Color is an sRGB colour.
type Color struct{ R, G, B uint8 }

// A Point is a place in a drawing, in pt from its top left corner.
type Point struct{ X, Y float64 }

// A Verb says how a [Segment] goes on from where the last one ended.
type Verb uint8

// The verbs.
const (
	Move  Verb = iota // begins a new outline at the end point
	Line              // straight to the end point
	Curve             // a cubic Bézier curve to the end point, by two control points
	Close             // straight back to where the outline began
)

// A Segment is one step of an outline.
type Segment struct {
	Verb     Verb
	To       Point // of Move, Line and Curve
	From, At Point // the control points of a Curve, the first and the second
}

// A Shape is an outline that is filled, stroked, or both: the fill first, by
// the non-zero rule.
type Shape struct {
	Path   []Segment
	Fill   *Color    // nil: not filled
	Stroke *Color    // nil: not stroked
	Width  float64   // of the stroke, pt; ends are butt, joins are mitred
	Dash   []float64 // lengths in pt, on and off by turns; nil: a whole line
}

// An Anchor says which part of a text stands at its X.
type Anchor uint8

// The anchors.
const (
	Start Anchor = iota
	Middle
	End
)

// A Text is one line of text in one language. It is broken into lines already
// and is set in the sans faces.
type Text struct {
	X, Y     float64 // of the anchor on the baseline, pt
	Anchor   Anchor
	Text     string
	Language language.Language
	Size     float64 // pt
	Bold     bool
	Color    Color
}

// A Drawing is a finished figure without its caption. The shapes are drawn in
// their order, the texts over them; the texts stand in reading order.
type Drawing struct {
	Width, Height float64 // pt
	Shapes        []Shape
	Texts         []Text
}

// Options say how a figure is drawn.
type Options struct {
	Width     float64             // of the drawing, pt
	Height    float64             // that there is at most, pt; 0: no bound. What cannot be drawn lower is higher.
	Languages []language.Language // of the labels, the leading one first
	// Whole is the map that the one to be drawn is a part of, see [Split]: a
	// link to a node that is not on the part is drawn as an arrow with its
	// number. Nil is no other map.
	Whole *brief.Figure
	// Measure returns how wide a line of text is in the sans faces, in pt.
	Measure func(text string, l language.Language, size float64, bold bool) float64
	// Breaks returns the places between the words of a Chinese text, in runes,
	// at which lines are rather broken than elsewhere. It may be nil.
	Breaks func(text string) []int
}
