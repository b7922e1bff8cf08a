// Package typeset sets a brief as pages of positioned things: text runs with
// a face, a size, a position and a language; boxes, rules and links; each
// tied to the block it came from. The PDF writer, the preview and the
// thumbnails read nothing else, so they cannot differ.
//
//	setter := typeset.NewSetter(faces, typeset.WithHyphens(patterns), typeset.WithBreaks(dictionary.Breaks))
//	doc, err := setter.Set(ctx, b, typeset.Options{Layout: brief.Parallel})
//	doc.Pages[0].Items
//
// All lengths are points (1/72 inch). The origin of a page is its top left
// corner; y grows downwards; the y of a text is its baseline.
package typeset

import (
	"celun/app/brief"
	"celun/app/figure"
	"celun/app/language"
	"celun/app/typeset/face"
)

// A Paper is a sheet size.
type Paper = brief.Paper

// The papers.
const (
	A4     = brief.A4
	A3     = brief.A3
	Letter = brief.Letter
)

// Options say how a brief is laid out. The zero value of a field takes what
// the brief's meta says, and else parallel, both languages, Chinese first, A4
// upright. How the page is set further is in the meta alone: [brief.Page].
type Options struct {
	Layout    brief.Layout
	Languages []language.Language // one language gives a one-language edition
	Lead      language.Language
	Paper     Paper
	Landscape bool
	Style     brief.Style
	Trainer   bool // the trainer's copy, with answers, timing and what is for trainers only
	Draft     bool // 草稿 and DRAFT stand in light grey behind the text of each page
}

// An ItemKind says what is drawn.
type ItemKind string

// The kinds of item on a page.
const (
	TextItem ItemKind = "text" // a run of text in one face and size on one baseline
	RuleItem ItemKind = "rule" // a filled rectangle of no meaning: rules, bars
	BoxItem  ItemKind = "box"  // a filled rectangle behind other items
	DotItem  ItemKind = "dot"  // a filled disc of no meaning, as wide and high as it says: an emphasis dot
	LinkItem ItemKind = "link" // an area that leads to Target

	PathItem    ItemKind = "path"    // an outline, filled or stroked: Shape, from X and Y
	PictureItem ItemKind = "picture" // an image: Picture, stretched to Width and Height
)

// A Role says what a text is in the document. It steers bookmarks, reading
// order and tags.
type Role string

// The roles of a text.
const (
	TitleRole     Role = "title"
	SubtitleRole  Role = "subtitle"
	MetaRole      Role = "meta"
	HeadingRole   Role = "heading" // Level says which
	ParagraphRole Role = "paragraph"
	ItemRole      Role = "item"  // of a list
	LabelRole     Role = "label" // the number or bullet of an item
	HeadCellRole  Role = "head-cell"
	CellRole      Role = "cell"
	CaptionRole   Role = "caption"
	NoteRole      Role = "note"
	FootnoteRole  Role = "footnote" // at the foot of the page, see Item.Notes
	ContentsRole  Role = "contents" // of the list of contents: at Level 1 and more an entry, at 0 the number of its page
	SourceRole    Role = "source"   // an entry of the reference list
	FigureRole    Role = "figure"   // a part of a figure, see Item.Figure
	ArtifactRole  Role = "artifact" // running heads, page numbers, rules: not read aloud
)

// A Color is an sRGB colour.
type Color struct{ R, G, B uint8 }

// An Item is one thing on a page.
type Item struct {
	Kind          ItemKind
	X, Y          float64 // text: left end of the baseline; else the top left corner
	Width, Height float64 // text: its advance width, and 0
	Color         Color

	// Text, for a TextItem, in reading order. A run ends where the script
	// changes, and the gap to the next one belongs to neither. A space at the end of a line
	// stays in the text of the line so that words do not run together when
	// they are taken out; it has no width.
	Text string
	// Advances holds the advance of each rune of Text in pt, with all
	// trimming, gaps and justification in it. Shifts, if not nil, moves the
	// glyph of each rune to the right within its advance (pt; negative for an
	// opening mark whose empty left half was trimmed).
	Advances []float64
	Shifts   []float64
	Face     face.ID
	Size     float64 // pt
	Rise     float64 // pt above the baseline, for superscripts; Y already contains it
	// Hyphen says that the last rune of Text is a hyphen that line breaking
	// put in: it is drawn and is no part of the text.
	Hyphen bool
	// Made says that the text stands in the brief as an id, such as that of a
	// source: all of it stands at Offset there.
	Made bool

	Language language.Language
	Role     Role
	Level    int
	Address  brief.Address // where the item came from; empty for artifacts without one
	Offset   int           // rune offset of Text's start in the text at Address, markup included
	// Paragraph numbers the paragraphs, cells and headings of a document in
	// reading order, from 1: items with one number form one text, lines and
	// pages notwithstanding.
	Paragraph int
	// Section numbers the sections of a document in the order in which they
	// are set: 0 is what stands above the first. Where one language follows
	// the other the second begins with its own front and counts on.
	Section int
	Cell    *Cell  // the cell of a table that the text stands in, if any
	Target  string // for a LinkItem: a URL, or "#" and a destination's name

	// Anchor, if not empty, names the place, for a Target that leads to it.
	// Notes is the Paragraph of the text that a footnote belongs to.
	Anchor string
	Notes  int

	Figure  *Figure       // the figure that the item is a part of, if any
	Shape   *figure.Shape // of a PathItem
	Picture *Picture      // of a PictureItem
}

// A Cell is the place of a text in a table. The two languages of a cell share
// it; a cell without text has no item.
type Cell struct {
	Table   int // numbers the tables of a document, from 1
	Row     int // from 0, the head included
	Column  int // from 0
	Columns int // how many the table has
}

// A Page is one sheet side with its items in reading order: artifacts first,
// then section by section the leading language and the other.
type Page struct {
	Number        int // from 1
	Width, Height float64
	Items         []Item
}

// A Heading is one entry of the outline, in the order of the pages.
type Heading struct {
	Level   int // 1 for sections
	Number  language.Text
	Text    language.Text // without markup and number; a side not shown is empty
	Page    int           // from 1
	Y       float64
	Address brief.Address // section or block
}

// A Missing is a character that none of the faces has.
type Missing struct {
	Rune    rune
	Address brief.Address
	Offset  int    // runes
	Section int    // number of the section it stands in, from 1; 0 before the first
	Context string // a few characters around it
}

// A Warning is something the layout did that its user should know, such as
// a change to stacked because columns would have been too narrow, or a line
// set ragged.
type Warning struct {
	Code    string
	Text    language.Text
	Address brief.Address
}

// A Document is a brief as pages.
type Document struct {
	Title     language.Text
	Author    language.Text
	Date      string // ISO 8601 date of the brief
	Lead      language.Language
	Languages []language.Language
	Layout    brief.Layout // as set, which may differ from what was asked: see Warnings
	Template  brief.Template
	Pages     []Page
	Headings  []Heading
	Missing   []Missing // if not empty the document must not be exported
	Warnings  []Warning
}
