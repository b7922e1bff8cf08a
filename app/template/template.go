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
//	name: {zh: …, en: …}
//	description: {zh: …, en: …}
//	layout: parallel                # or stacked, facing, sequential
//	pages: {least: 6, most: 7}      # promised in that layout
//	series: {zh: …, en: …}          # the masthead; optional
//	audience: {zh: …, en: …}        # optional
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
// challenge, or more than one, was chosen.
//
//	write: paragraph | note         text; {article}, {authors}, {count}, {challenges} are filled in
//	write: blank                    text: the name of what the analyst has to fill in
//	from: concepts                  length
//	from: conclusion                length
//	from: objections                length
//	from: challenges                as: paragraphs | key-messages | discussion; length; most; with
//	from: answers                   as: options | recommendations; length; most
//	from: sources                   the list of references
//
// A blank may also stand within a text, as 【待填：…】 and [to fill: …].
//
// A limit counts 字 in Chinese and words in English. It is meant for a brief on
// one challenge; more is added to soft and hard for each further one.
//
// Length is statement, line (the default) or title: the length an argument is
// taken at. While a section is over its soft limit, its longest arguments step
// down, the least direct first: statement, line, title. Evidence stays a line,
// for its titles are no sentences. If a section is over its hard limit even
// so, what may be spared is left out and reported. With belongs to the
// discussion and holds evidence, answers or both; answers are set at length.
package template

import (
	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
)

// Format is the value of "format" in every template file.
const Format = "celun-template/1"

// A Template is what a brief starts from. One that [Read] returned is valid
// and is not changed afterwards.
type Template struct {
	ID          string
	Version     int
	Name        language.Text
	Description language.Text
	Layout      brief.Layout // default layout
	Pages       Pages
	Series      language.Text
	Audience    language.Text
	Title       []Wording
	Subtitle    []Wording
	Sections    []Section
}

// Pages is how many pages a brief from the template is promised to take in
// the template's own layout.
type Pages struct {
	Least int `json:"least"`
	Most  int `json:"most"`
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
	Write  Write
	From   From
	As     As
	When   When
	Length argument.Length
	Most   int           // how many at most; 0 is no limit
	With   []With        // of a discussion
	Text   language.Text // of a paragraph or note; of a blank, its name
}

// A Write is what a rule writes without the library.
type Write string

// What a rule can write.
const (
	WriteParagraph Write = "paragraph"
	WriteNote      Write = "note"
	WriteBlank     Write = "blank"
)

// A From is what a rule takes from the library.
type From string

// What a rule can take.
const (
	Concepts   From = "concepts"   // what the article understands by its words
	Challenges From = "challenges" // those that were chosen
	Answers    From = "answers"    // the countermeasures that answer them
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
	Discussion      As = "discussion" // under a heading each: evidence, then answers
	Options         As = "options"
	Recommendations As = "recommendations"
)

// A With is what a discussion holds besides the challenge itself.
type With string

// The parts of a discussion.
const (
	WithEvidence With = "evidence"
	WithAnswers  With = "answers"
)
