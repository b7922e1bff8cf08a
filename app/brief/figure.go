package brief

import "celun/app/language"

// A Form says what a figure shows and how.
type Form string

// The forms of a figure.
const (
	PictureForm  Form = "picture"  // a picture among the media
	BarForm      Form = "bar"      // values side by side
	LineForm     Form = "line"     // values over time
	DotForm      Form = "dot"      // values on one scale
	MapForm      Form = "map"      // arguments and their links
	CoverageForm Form = "coverage" // which challenge is answered by what
)

// Forms returns every form of a figure that this version knows.
func Forms() []Form {
	return []Form{PictureForm, BarForm, LineForm, DotForm, MapForm, CoverageForm}
}

// A Figure is a picture, or what a drawing is made of: data for a chart, nodes
// and edges for a map or a coverage matrix.
type Figure struct {
	Form    Form          `json:"form"`
	Caption language.Text `json:"caption,omitzero"`
	Alt     language.Text `json:"alt,omitzero"`    // what it shows, for who cannot see it
	Media   string        `json:"media,omitempty"` // of a picture: the name of its part, as media/gap.png
	Width   float64       `json:"width,omitempty"` // share of the measure, over 0 to 1; 0 is all of it
	Data    []Datum       `json:"data,omitempty"`
	Nodes   []Node        `json:"nodes,omitempty"`
	Edges   []Edge        `json:"edges,omitempty"`
}

// A Datum is one value of a chart.
type Datum struct {
	Label    language.Text `json:"label"`
	Value    float64       `json:"value"`
	Unit     language.Text `json:"unit,omitzero"`
	Date     string        `json:"date,omitempty"`     // ISO 8601: a year, a month or a day
	Evidence string        `json:"evidence,omitempty"` // id of the evidence that it was taken from
}

// A Node is an argument in a map or coverage matrix.
type Node struct {
	ID     string        `json:"id"`
	Kind   string        `json:"kind"` // of the argument
	Label  language.Text `json:"label"`
	Number int           `json:"number,omitempty"` // as the brief counts it; 0 is none
}

// An Edge is a link between two nodes.
type Edge struct {
	From string `json:"from"`
	To   string `json:"to"`
	Kind string `json:"kind"` // of the link
}

// An Event is one entry of a timeline.
type Event struct {
	Date     string        `json:"date,omitempty"` // ISO 8601: a year, a month or a day
	When     language.Text `json:"when,omitzero"`  // shown instead of the date
	Text     language.Text `json:"text"`
	Evidence string        `json:"evidence,omitempty"` // id of the evidence that it was taken from
}

// An Entry is one term of a term list. A text refers to it by
// [[id|the words shown]].
type Entry struct {
	ID         string        `json:"id"`
	Term       language.Text `json:"term"`
	Pinyin     string        `json:"pinyin,omitempty"` // of the Chinese term; the Chinese list is in its order
	Definition language.Text `json:"definition,omitzero"`
}
