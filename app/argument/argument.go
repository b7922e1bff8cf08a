// Package argument describes what an article argues: arguments of several
// kinds with their evidence and their links, the terms they use and the
// source they come from, gathered in a pack.
//
// A pack is one YAML file that a person can read and edit. [Read] reads and
// validates it; what is wrong with it is named with file, line and entry:
//
//	pack, err := argument.Read("digital-diplomacy.yaml", data)
//	c1, ok := pack.Argument("C1")
//
// [Write] makes such a file of a pack; [Argdown] and [Markdown] make files for
// argument maps and for reading.
package argument

import "celun/app/language"

// A Kind says what an argument does in its article.
type Kind string

// The kinds of argument. An article has the first nine; an analyst adds the
// last three.
const (
	Concept        Kind = "concept"
	Role           Kind = "role"
	Trait          Kind = "trait"
	Challenge      Kind = "challenge"
	Stage          Kind = "stage"
	Feature        Kind = "feature"
	Countermeasure Kind = "countermeasure"
	EvidenceKind   Kind = "evidence"
	Conclusion     Kind = "conclusion"
	Thesis         Kind = "thesis"
	Option         Kind = "option"
	Recommendation Kind = "recommendation"
)

// A Claim says whose word an argument is.
type Claim string

// A fact can be verified; an author's claim is shown as the author's.
const (
	Fact   Claim = "fact"
	Author Claim = "author"
)

// A LinkKind says how one argument bears on another.
type LinkKind string

// The kinds of link, read from the argument that holds the link to its
// target: a countermeasure answers a challenge, evidence supports a claim.
const (
	Answers   LinkKind = "answers"
	Supports  LinkKind = "supports"
	Qualifies LinkKind = "qualifies"
	Opposes   LinkKind = "opposes"
	Cites     LinkKind = "cites"
	PartOf    LinkKind = "part-of"
)

// A Link ties an argument to another of the same library, with the reason
// for it in one sentence a language. Rank orders the answers to one
// challenge: 1 is the most direct; 0 is unranked and comes last.
type Link struct {
	Kind   LinkKind      `json:"kind" yaml:"kind"`
	To     string        `json:"to" yaml:"to"`
	Reason language.Text `json:"reason" yaml:"reason"`
	Rank   int           `json:"rank,omitempty" yaml:"rank,omitempty"`
}

// A Place is where an article argues something: the section as 三(二) or
// 四·一是, and the paragraph, from 1, under the lowest heading.
type Place struct {
	Section   string `json:"section" yaml:"section"`
	Paragraph int    `json:"paragraph" yaml:"paragraph"`
	Page      string `json:"page,omitempty" yaml:"page,omitempty"` // printed page, when known
}

// Evidence is the measurable part of an argument of kind evidence: the value
// as printed in the article, the same as a number, its unit in English and
// the date as ISO 8601 prefix (2021, 2022-04, 2010-06-08). All may be empty.
type Evidence struct {
	Value  string   `json:"value" yaml:"value"`
	Number *float64 `json:"number" yaml:"number,omitempty"`
	Unit   string   `json:"unit" yaml:"unit"`
	Date   string   `json:"date" yaml:"date"`
}

// A Reference names a version of an argument in a pack.
type Reference struct {
	Pack    string `json:"pack" yaml:"pack"`
	ID      string `json:"id" yaml:"id"`
	Version int    `json:"version" yaml:"version"`
}

// An Argument is one thing that an article argues or reports, at three
// lengths in both languages.
//
// Title holds at most 24 字 and 14 words, Line one sentence of at most 45 字
// and 28 words, Statement 60–140 字 and 40–95 words (evidence 25–90 字 and
// 15–60 words).
type Argument struct {
	ID        string        `json:"id" yaml:"id"`
	Kind      Kind          `json:"kind" yaml:"kind"`
	Version   int           `json:"version" yaml:"version"`
	Title     language.Text `json:"title" yaml:"title"`
	Line      language.Text `json:"line" yaml:"line"`
	Statement language.Text `json:"statement" yaml:"statement"`
	Place     Place         `json:"place" yaml:"place"`
	Claim     Claim         `json:"claim" yaml:"claim"`
	Tags      []string      `json:"tags" yaml:"tags"`
	Links     []Link        `json:"links" yaml:"links"`
	Evidence  *Evidence     `json:"evidence,omitempty" yaml:"evidence,omitempty"`
	Note      language.Text `json:"note,omitzero" yaml:"note,omitempty"`  // where the article is inconsistent or unclear
	From      *Reference    `json:"from,omitempty" yaml:"from,omitempty"` // what it was copied from and then changed, or duplicated from
}

// A Length is one of the three lengths of an argument.
type Length string

// The three lengths, shortest first.
const (
	Title     Length = "title"
	Line      Length = "line"
	Statement Length = "statement"
)

// At returns the argument's text at length n; an unknown length is a line.
func (a *Argument) At(n Length) language.Text {
	switch n {
	case Title:
		return a.Title
	case Statement:
		return a.Statement
	}
	return a.Line
}
