package wizard

import (
	"slices"

	"celun/app/template"
)

// A Reader is who the brief is for.
type Reader int

// The readers.
const (
	Leaders    Reader = iota // those who decide
	Colleagues               // those who work on the matter
	Public                   // the press and the public
	Trainees                 // those who learn
)

// A Purpose is what the brief is to bring about.
type Purpose int

// The purposes.
const (
	Decide  Purpose = iota // a decision
	Inform                 // a picture of the matter
	Compare                // a comparison of options
	Speak                  // sure answers to questions
	Teach                  // an understanding, by work of one's own
)

// A Size is how long the brief is to be.
type Size int

// The sizes, in pages with both languages.
const (
	Short  Size = iota // up to 2
	Middle             // 3 to 6
	Long               // more
)

// A suit says what a template is good for, the best of each first.
type suit struct {
	readers  []Reader
	purposes []Purpose
}

// suits are those of the templates that come with the program, by id. What a
// template of one's own is good for is not known: it is offered, not proposed.
var suits = map[string]suit{
	"policy-brief":     {[]Reader{Leaders, Colleagues}, []Purpose{Decide, Inform}},
	"one-page":         {[]Reader{Leaders, Colleagues, Public}, []Purpose{Decide, Inform}},
	"decision-memo":    {[]Reader{Leaders}, []Purpose{Decide}},
	"advisory-report":  {[]Reader{Leaders}, []Purpose{Inform, Decide}},
	"talking-points":   {[]Reader{Public, Leaders}, []Purpose{Speak}},
	"training-handout": {[]Reader{Trainees, Colleagues}, []Purpose{Teach}},
	"worksheet":        {[]Reader{Trainees}, []Purpose{Teach}},
	"options-matrix":   {[]Reader{Leaders, Colleagues}, []Purpose{Compare}},
	"argument-map":     {[]Reader{Colleagues, Trainees}, []Purpose{Inform}},
	"glossary":         {}, // goes with another: offered, not proposed
}

// sizeOf returns how long what a template makes is.
func sizeOf(t *template.Template) Size {
	middle := (t.Pages.Least + t.Pages.Most + 1) / 2
	switch {
	case middle <= 2:
		return Short
	case middle <= 5:
		return Middle
	}
	return Long
}

// Propose returns the template that answers suit best; of equals the first.
// The purpose counts most, then the reader, then the length.
func Propose(all []*template.Template, r Reader, p Purpose, s Size) *template.Template {
	var best *template.Template
	most := -1
	for _, t := range all {
		suit := suits[t.ID]
		score := points(slices.Index(suit.purposes, p), 10, 8) + points(slices.Index(suit.readers, r), 4, 3)
		switch sizeOf(t) - s {
		case 0:
			score += 4
		case 1, -1:
			score += 2
		}
		if t.ID == "policy-brief" {
			score++ // what is meant when nothing else is
		}
		if score > most {
			best, most = t, score
		}
	}
	return best
}

// points returns what a place in a list is worth: the first, another, none.
func points(at, first, other int) int {
	switch {
	case at == 0:
		return first
	case at > 0:
		return other
	}
	return 0
}
