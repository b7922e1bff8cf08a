// Package brief is the document an analyst works on: sections of blocks in
// two languages, the edits that change them and can be taken back, and the
// .celun file that keeps them.
//
//	b, err := brief.Open("gap.celun")
//	h := brief.NewHistory(b)
//	err = h.Do(brief.SetText{At: brief.Address{Block: "b7", Language: language.ZH}, Text: "…"})
//	h.Undo()
//	err = brief.Save("gap.celun", h.Brief(), nil)
package brief

import (
	"encoding/json"

	"celun/app/argument"
	citation "celun/app/cite"
	"celun/app/language"
)

// Format is the value of "format" in brief.json.
const Format = "celun-brief/1"

// A Layout says how the two languages share the pages.
type Layout string

// The layouts. Which languages are shown is not part of the layout.
const (
	Parallel   Layout = "parallel"   // two columns, aligned row by row
	Stacked    Layout = "stacked"    // each pair, one language under the other
	Facing     Layout = "facing"     // the two languages on facing pages that break together
	Sequential Layout = "sequential" // the whole of one language, then the other
)

// A Style is a look of the pages.
type Style string

// The styles.
const (
	BriefStyle    Style = "brief"    // a policy brief
	OfficialStyle Style = "official" // a Chinese official document after GB/T 9704-2012, in Chinese alone
)

// Meta is what routes a brief and says how it is laid out by default.
type Meta struct {
	Series     language.Text     `json:"series,omitzero"`      // what stands in the masthead, such as 政策简报 / Policy brief
	Number     language.Text     `json:"number,omitzero"`      // such as 2026年第7期 / No. 7, 2026
	Unit       language.Text     `json:"unit,omitzero"`        // who issues it
	Author     language.Text     `json:"author,omitzero"`      // who wrote it
	Contact    language.Text     `json:"contact,omitzero"`     // how to reach them
	Audience   language.Text     `json:"audience,omitzero"`    // who it is for, such as 供决策参考 / For decision
	Date       string            `json:"date,omitempty"`       // ISO 8601 date, shown per language
	Version    string            `json:"version,omitempty"`    // the analyst's own version mark
	Prevailing language.Language `json:"prevailing,omitempty"` // the language that prevails; empty: both equal and nothing is said
	Layout     Layout            `json:"layout,omitempty"`     // default layout; empty is parallel
	Lead       language.Language `json:"lead,omitempty"`       // the language that stands first; empty is Chinese
	Style      Style             `json:"style,omitempty"`      // default style; empty is that of a policy brief
	Citation   citation.Style    `json:"citation,omitempty"`   // how the Chinese list of references is written; empty is GB/T 7714-2015
	Draft      bool              `json:"draft,omitempty"`      // pages carry the mark of a draft
	Cover      bool              `json:"cover,omitempty"`      // title and routing stand on a page of their own
	Contents   bool              `json:"contents,omitempty"`   // a list of the headings with their pages stands before the text
	Page       Page              `json:"page,omitzero"`        // how the pages are set where the style does not decide
	Logo       string            `json:"logo,omitempty"`       // name of a picture among the media, for masthead or cover
	Disclaimer language.Text     `json:"disclaimer,omitzero"`  // what stands small at the end: whose views these are
	Template   Template          `json:"template,omitzero"`    // what the brief was started from
}

// Template names the template a brief was started from, and its version.
type Template struct {
	ID      string `json:"id,omitempty"`
	Version int    `json:"version,omitempty"`
}

// A Brief is the whole document. Do not change a brief that others read: make
// a [Brief.Clone], or let a [History] apply an [Edit].
type Brief struct {
	Format   string            `json:"format"`
	ID       string            `json:"id"` // made once, kept for ever
	Title    language.Text     `json:"title"`
	Subtitle language.Text     `json:"subtitle,omitzero"`
	Meta     Meta              `json:"meta"`
	Sections []Section         `json:"sections"`
	Sources  []argument.Source `json:"sources"` // cited by [^id]
	Waivers  []Waiver          `json:"waivers,omitempty"`
	// LastSection and LastBlock are the highest numbers given out by
	// [Brief.NewSectionID] and [Brief.NewBlockID], so that an id is never
	// used a second time, even when its block is gone.
	LastSection int `json:"last_section,omitempty"`
	LastBlock   int `json:"last_block,omitempty"`
	// unknown keeps the fields of a newer format so that saving loses nothing,
	// and parts the parts of the file that this version does not know.
	unknown map[string]json.RawMessage
	parts   []part
}

// A Limit is how long a section may be in one language, in 字 or words: over
// Soft is a warning, over Hard an error. Zero is no limit.
type Limit struct {
	Soft int `json:"soft,omitempty"`
	Hard int `json:"hard,omitempty"`
}

// A Section is a heading of the first level with the blocks under it. Its
// number is not stored: the layout counts.
type Section struct {
	ID         string        `json:"id"`
	Slot       string        `json:"slot,omitempty"` // the template's section it fills, such as key-messages
	Heading    language.Text `json:"heading"`
	Purpose    language.Text `json:"purpose,omitzero"` // the template's advice to the writer; never printed
	Required   bool          `json:"required,omitempty"`
	Unnumbered bool          `json:"unnumbered,omitempty"` // key messages and sources carry no number
	LimitZH    Limit         `json:"limit_zh,omitzero"`
	LimitEN    Limit         `json:"limit_en,omitzero"`
	Blocks     []Block       `json:"blocks"`
	unknown    map[string]json.RawMessage
}

// A Kind says what a block is.
type Kind string

// The kinds of block that the program can make, show and set. List and
// KeyMessages hold one item a line in each language, in step. A heading is
// one below its section's: level 2 to 4.
const (
	Paragraph      Kind = "paragraph"
	Heading        Kind = "heading"
	List           Kind = "list"
	KeyMessages    Kind = "key-messages"
	Argument       Kind = "argument" // text taken from an argument of the library
	Evidence       Kind = "evidence" // the same for a piece of evidence, with its mark
	Recommendation Kind = "recommendation"
	Options        Kind = "options" // a table of options by criteria
	Table          Kind = "table"
	Note           Kind = "note"       // small print under what it belongs to: sources of a table, how a thing was made
	References     Kind = "references" // the list of the brief's sources
	PageBreak      Kind = "page-break"
	FigureKind     Kind = "figure"    // a picture or a drawing made of data, see [Figure]
	Timeline       Kind = "timeline"  // dated events, see [Event]
	TermList       Kind = "term-list" // terms with their renderings, see [Entry]
	Question       Kind = "question"  // to think about or discuss, with space to write in
	Exercise       Kind = "exercise"  // to be done, with space to write in
)

// A Reader says whose copy a block stands in.
type Reader string

// The readers. A block for no one in particular stands in every copy.
const (
	Trainer     Reader = "trainer"
	Participant Reader = "participant"
)

// A State says how far one language of a block is.
type State string

// The states. Stale means that the twin was changed after this side.
const (
	Empty    State = "empty"
	Draft    State = "draft"
	Stale    State = "stale"
	Reviewed State = "reviewed"
)

// States holds the state of each language of a block.
type States struct {
	ZH State `json:"zh,omitempty"`
	EN State `json:"en,omitempty"`
}

// An Origin says which argument a block's text was taken from, at which
// length and version.
type Origin struct {
	Pack     string          `json:"pack"`
	Argument string          `json:"argument"`
	Version  int             `json:"version"`
	Length   argument.Length `json:"length"`
}

// A Block is the smallest thing that is moved, aligned and checked. Text is
// its text in both languages with light markup, see [Parse]; Recommendation,
// Table, Figure, Events, Terms, and Space with Answer are set for their kinds
// only.
type Block struct {
	ID    string        `json:"id"`
	Kind  Kind          `json:"kind"`
	Level int           `json:"level,omitempty"` // of a heading: 2 to 4
	Text  language.Text `json:"text,omitzero"`
	State States        `json:"state,omitzero"`
	From  *Origin       `json:"from,omitempty"`
	// Answers holds the ids of the challenges a countermeasure or
	// recommendation answers here.
	Answers []string `json:"answers,omitempty"`
	// Acknowledged marks a challenge that the brief knowingly leaves
	// without a countermeasure.
	Acknowledged   bool     `json:"acknowledged,omitempty"`
	Recommendation *Action  `json:"recommendation,omitempty"`
	Table          *Grid    `json:"table,omitempty"`
	Figure         *Figure  `json:"figure,omitempty"`
	Events         []Event  `json:"events,omitempty"`
	Terms          []Entry  `json:"terms,omitempty"`
	Weighing       Weighing `json:"weighing,omitempty"` // what it has to do with the options before it
	// Space is left for writing under a question or exercise, and in a row of
	// a table that has an empty cell (mm); Answer is what the trainer expects
	// there. Answer and Minutes, the time a block
	// takes, are printed in a trainer's copy only.
	Space    float64       `json:"space,omitempty"`
	Answer   language.Text `json:"answer,omitzero"`
	Minutes  int           `json:"minutes,omitempty"`
	For      Reader        `json:"for,omitempty"`
	Comments []Comment     `json:"comments,omitempty"` // never printed
	// Basis is what the texts were that have been changed since their twins,
	// now stale, were in step with them.
	Basis   []Former `json:"basis,omitempty"`
	unknown map[string]json.RawMessage
}

// An Action is the content of a recommendation: who does what by when, with
// which means and how one will know. What the article does not give is a
// named blank (see [Blank]).
type Action struct {
	Action    language.Text `json:"action"`
	Owner     language.Text `json:"owner"`
	TimeFrame language.Text `json:"time_frame"`
	Means     language.Text `json:"means"`
	Indicator language.Text `json:"indicator"`
}

// A Grid is a table. The first Header rows are its head (at least one); all
// rows have the same number of cells. Widths, if given, are the columns'
// shares of the measure and sum to about 1.
type Grid struct {
	Caption language.Text `json:"caption,omitzero"`
	Header  int           `json:"header"`
	Widths  []float64     `json:"widths,omitempty"`
	Rows    [][]Cell      `json:"rows"`
}

// A Cell is one cell of a table: a text in both languages, or one string
// that is shown as it is in both and is not checked.
type Cell struct {
	language.Text
	Same string
}
