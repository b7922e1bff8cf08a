// Package template is what a brief starts from: which sections it has, what
// each is for, how long it may be, and which arguments fill it at which
// length.
//
//	t, err := template.Read("policy-brief.yaml", data)
//	b, report, err := template.Fill(t, lib, template.Choice{Challenges: []string{"C1", "C3"}, Date: "2026-11-22"})
//
// # The file
//
// A template is one YAML file. It is data: it cannot run anything, read a
// file or loop, so a template from a stranger is as safe as its words.
//
//	format: celun-template/1
//	id: policy-brief                # small letters, digits and hyphens
//	version: 1
//	rank: 1                         # where it stands in lists; optional
//	name: {zh: …, en: …}
//	description: {zh: …, en: …}
//	layout: parallel                # or stacked, facing, sequential
//	pages: {least: 6, most: 7}      # promised in that layout; more: for each further challenge
//	promise:                        # in other layouts, and in one language; optional
//	  zh: {least: 3, most: 4}
//	style: official                 # or brief; optional
//	landscape: true                 # the sheet lies; optional
//	body: 10.5                      # size of the Chinese body in pt; optional
//	measure: 170                    # width of the text in mm; optional
//	leading: 1.5                    # from baseline to baseline in em; optional
//	numbered: true                  # paragraphs are counted through the brief; optional
//	recommendations: {least: 3, most: 5}   # how many are asked for; optional
//	series: {zh: …, en: …}          # the masthead; optional
//	audience: {zh: …, en: …}        # optional
//	presets:                        # lengths to choose from, the first by default; optional
//	  - {id: short, name: {zh: …, en: …}, scale: 60, pages: {least: 2, most: 4}}
//	title:                          # the first whose "when" holds is taken
//	  - {when: one, text: {zh: …, en: …}}
//	  - {text: {zh: …, en: …}}
//	subtitle: [ … ]                 # the same; optional
//	sections:
//	  - slot: evidence              # small letters, digits and hyphens; once
//	    heading: {zh: …, en: …}
//	    purpose: {zh: …, en: …}     # advice to the writer; never printed
//	    required: true
//	    unnumbered: false
//	    limit: {zh: {soft: 700, hard: 950, more: 150}, en: {soft: 430, hard: 600, more: 95}}
//	    fill: [ … ]
//
// # Rules
//
// Fill is a list of rules, followed from the first to the last. A rule either
// writes something of its own or takes something from the library. Every rule
// may say "when: one" or "when: many": it is then followed only if one
// challenge, or more than one, was chosen; "in: [short]": only in these
// presets; and "for: trainer" or "for: participant": only that reader's copy
// prints what it puts.
//
//	write: paragraph | note | heading   text
//	write: blank                        text: the name of what the analyst has to fill in
//	write: list                         items
//	write: question | exercise          text; answer, space (mm), minutes
//	write: table                        head; rows, or empty: how many to write in; text is its caption; widths (percent); space (mm a row)
//	write: page-break
//	write: weights | totals | sensitivity   of the options that stand before: a table to enter the weights in, and what is computed
//	from: concepts | background | conclusion | objections      length; most
//	from: challenges    as: paragraphs | key-messages | bottom-line | pillars | discussion | map | coverage | claims; length; most; with
//	from: challenges    as: questions | prompts; text; reply; most, space, minutes
//	from: objections    as: questions; text
//	from: answers       as: paragraphs | themes | options | recommendations | key; length; most; criteria
//	from: evidence      as: cards | facts | timeline; most
//	from: terms         as: definitions | glossary | avoid; most
//	from: sources       the list of references
//
// In a text stand {article}, {cite} (its number in the references), {authors}, {topic} (what the article is about, by
// the terms of its pack), {count} (of challenges), {challenges},
// {challenge}, {answer} (the measure that answers it most directly),
// {answers} (those of all the challenges), {measures} (how many there are),
// {cases} (how many pieces of evidence), {unit} and {author} (who issues and
// who writes, or blanks for both). Under "from: challenges" they speak
// of the challenge in hand. A wording for which there is nothing to fill in is
// passed over. A blank may also stand within a text, as 【待填：…】 and
// [to fill: …].
//
// A limit counts 字 in Chinese and words in English. It is meant for a brief on
// one challenge; more is added to soft and hard for each further one. Scale,
// in percent, is what a preset makes of the limits.
//
// Length is statement, line (the default) or title: the length an argument is
// taken at. While a section is over its soft limit, its longest arguments step
// down, the least direct first: statement, line, title. Evidence stays a line,
// for its titles are no sentences. If a section is over its hard limit even
// so, what may be spared is left out and reported. With belongs to the
// discussion and holds claim (the challenge itself), evidence, answers or
// more of them; to a map, and holds evidence, answers or both.
package template

import (
	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
)

// Format is the value of "format" in every template file.
const Format = "celun-template/1"

// A Template is what a brief starts from. One that [Read] returned is valid
// and is not changed afterwards: change a [Template.Clone].
type Template struct {
	ID              string
	Version         int
	Rank            int // where it stands among the templates: 1 is first; 0 is last
	Name            language.Text
	Description     language.Text
	Layout          brief.Layout // default layout
	Pages           Pages
	Promise         map[Promised]Pages // in other layouts, and in one language
	Style           brief.Style        // empty is that of a policy brief
	Landscape       bool
	Body            float64 // size of the Chinese body in pt; 0 is the style's own
	Measure         float64 // width of the text in mm; 0 is the style's own
	Leading         float64 // from baseline to baseline in em; 0 is the style's own
	Numbered        bool    // paragraphs are counted through the brief
	Recommendations Pages   // how many are asked for; zero is any number
	Series          language.Text
	Audience        language.Text
	Logo            []byte // a PNG or JPEG picture; nil is the unit's own
	Presets         []Preset
	Title           []Wording
	Subtitle        []Wording
	Sections        []Section
}

// Pages is how many pages a brief from the template is promised to take on one
// challenge, and how many each further one adds to the most.
type Pages struct {
	Least int `json:"least"`
	Most  int `json:"most"`
	More  int `json:"more,omitempty"`
}

// A Promised names what else a template promises a number of pages for: a
// layout, or an edition in one language.
type Promised string

// What can be promised.
var promised = []Promised{"parallel", "stacked", "facing", "sequential", "zh", "en"}

// A Preset is one of the lengths of a template.
type Preset struct {
	ID    string
	Name  language.Text
	Scale int   // of the limits, in percent
	Pages Pages // promised in the template's own layout
}

// A When says for how many chosen challenges something holds.
type When string

// The conditions.
const (
	Always When = ""
	One    When = "one"  // one challenge was chosen
	Many   When = "many" // more than one
)

func (w When) holds(challenges int) bool {
	return w == Always || (w == One) == (challenges == 1)
}

// A Wording is a text with placeholders and the condition under which it is
// used.
type Wording struct {
	When When
	Text language.Text
}

// A Section is one section of a template.
type Section struct {
	Slot       string
	Heading    language.Text
	Purpose    language.Text // advice to the writer; never printed
	Required   bool
	Unnumbered bool
	LimitZH    brief.Limit // for one challenge
	LimitEN    brief.Limit
	MoreZH     int // added to both limits for every further challenge
	MoreEN     int
	Fill       []Rule
}

// A Rule says what fills a part of a section. Either Write or From is set;
// which further fields it may have is in the table of the package.
type Rule struct {
	Write    Write
	From     From
	As       As
	When     When
	In       []string     // presets in which it holds; none is all
	For      brief.Reader // whose copy prints it; empty is everyone's
	Length   argument.Length
	Most     int             // how many at most; 0 is no limit
	With     []With          // of a discussion or a map
	Reply    Reply           // of questions and prompts
	Criteria []language.Text // of options; none are the usual ones
	Text     language.Text   // of a paragraph or note; of a blank, its name
	Items    []language.Text // of a list
	Answer   language.Text   // of a question or exercise, for the trainer
	Space    int             // mm to write in; of a table, for each empty row
	Minutes  int
	Head     []language.Text // of a table
	Rows     [][]language.Text
	Empty    int   // rows of a table to write in
	Widths   []int // of the columns, in percent
}

// A Write is what a rule writes without the library.
type Write string

// What a rule can write.
const (
	WriteParagraph Write = "paragraph"
	WriteNote      Write = "note"
	WriteHeading   Write = "heading"
	WriteBlank     Write = "blank"
	WriteList      Write = "list"
	WriteQuestion  Write = "question"
	WriteExercise  Write = "exercise"
	WriteTable     Write = "table"
	WritePageBreak Write = "page-break"
	// Of the options that stand before: what their criteria weigh, which
	// totals come of it, and what would change the ranking.
	WriteWeights     Write = "weights"
	WriteTotals      Write = "totals"
	WriteSensitivity Write = "sensitivity"
)

// A From is what a rule takes from the library.
type From string

// What a rule can take.
const (
	Concepts   From = "concepts"   // what the article understands by its words
	Background From = "background" // roles and traits that touch on the chosen challenges
	Challenges From = "challenges" // those that were chosen
	Answers    From = "answers"    // the countermeasures that answer them
	Evidence   From = "evidence"   // what supports them
	Terms      From = "terms"      // the terms of their packs
	Conclusion From = "conclusion" // what the article concludes
	Objections From = "objections" // what qualifies or opposes the chosen and their answers
	Sources    From = "sources"    // the works cited
)

// An As is the form in which it is put.
type As string

// The forms.
const (
	Paragraphs      As = "paragraphs"
	KeyMessages     As = "key-messages"
	BottomLine      As = "bottom-line" // three messages: the challenges, the evidence, what to do
	Pillars         As = "pillars"     // what a speaker leans on: a heading and lines to say
	Discussion      As = "discussion"  // under a heading each: evidence, then answers
	Questions       As = "questions"   // a question with its reply
	Prompts         As = "prompts"     // a question whose reply is the trainer's
	Map             As = "map"         // a figure of the argument
	Coverage        As = "coverage"    // a figure: challenges by countermeasures
	Claims          As = "claims"      // a table of all that the map shows
	Options         As = "options"
	Recommendations As = "recommendations"
	AnswerKey       As = "key"    // under the name of each challenge, what the article answers
	Themes          As = "themes" // paragraphs, each under its title as a heading
	Cards           As = "cards"
	Facts           As = "facts" // a table of figures with their dates and places
	Timeline        As = "timeline"
	Definitions     As = "definitions" // the key terms of what the brief is about
	Glossary        As = "glossary"    // all that the article defines, those that the brief uses first
	Avoid           As = "avoid"       // a table of terms not to use, and of those to use instead
)

// A With is what a discussion or a map holds besides.
type With string

// The parts of a discussion and of a map.
const (
	WithClaim    With = "claim"
	WithEvidence With = "evidence"
	WithAnswers  With = "answers"
)

// A Reply is what answers a question on a challenge.
type Reply string

// The replies.
const (
	ReplyClaim    Reply = "claim"    // what the challenge is
	ReplyEvidence Reply = "evidence" // what shows it
	ReplyAnswer   Reply = "answer"   // the most direct answer
	ReplyOthers   Reply = "others"   // the further answers
)
