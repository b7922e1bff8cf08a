// Package review checks a brief: what a careful colleague would look for
// before it goes out, as far as rules can.
//
//	for _, f := range review.Run(b, lib, review.Options{}) {
//		fmt.Println(f.Code, f.Severity, f.Message.EN)
//	}
//
// Every finding has a code, the same in all of Celun's lists of checks; users
// see its message. The checks that there are:
//
//	S1   error    a required section is empty in a language; a blank is left
//	S2   error    a section is over its hard limit (warning: its soft one)
//	S4   warning  three to five key messages, each one complete sentence
//	S6   warning  a level of heading is skipped
//	S8   error    the title is missing in a language or too long
//	S10  warning  date, version, unit or contact is missing
//	R1   error    a recommendation lacks its action, owner or time frame
//	R2   error    a recommendation answers no challenge of the brief
//	R5   warning  three to five recommendations
//	R7   warning  a recommendation lacks its indicator
//	A1   error    a challenge has no countermeasure in the brief
//	A2   warning  a countermeasure has neither evidence nor an author
//	A3   warning  a challenge is used without the evidence there is for it
//	B1   error    a text stands in one language only
//	B2   warning  one side was edited after the other
//	B3   error    a number has another value in the other language (warning:
//	              another bound or direction; hint: small numbers in words)
//	B4   warning  a year, date, decade or century differs
//	B7   warning  punctuation of the other language (hint: straight quotes)
//	B8   warning  a list has more items in one language
//	B9   warning  the two languages cite different sources
//	B10  warning  one language is far longer than the other
//	E9   error    a citation has no source, a source no citation, or there is
//	              no list of them
//	E10  warning  the brief does not say how it was made
//
// A blank that the template left for the analyst is a warning in a draft and
// an error in a final check. It counts to the check that its place belongs to:
// R1 for the action, owner and time frame of a recommendation, R7 for its
// indicator, S8 for the title, S10 for the unit and contact, S1 anywhere else.
package review

import (
	"cmp"
	"slices"

	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"
)

// A Severity says how much a finding matters.
type Severity string

// The severities. An error keeps a brief from being final.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Hint    Severity = "hint"
)

// A Finding is one thing a check found.
type Finding struct {
	Code     string
	Severity Severity
	Address  brief.Address // where; the zero value is the brief as a whole
	Message  language.Text // what is wrong and what to do, a sentence or two
	Fix      string        // what the text at Address should be; empty if that is for a person to say
}

// Options say how a brief is checked.
type Options struct {
	Final bool // the brief is to go out: blanks are errors
}

// Run returns what is found, in the order of the document. The library tells
// what answers and supports what; without it (nil) the checks of arguments
// are left out. Run changes nothing and may run beside other readers of b.
func Run(b *brief.Brief, lib *library.Library, o Options) []Finding {
	r := &run{brief: b, library: lib, options: o}
	r.structure()
	r.blanks()
	r.recommendations()
	if lib != nil {
		r.arguments()
	}
	r.bilingual()
	r.numbers()
	r.punctuation()
	r.sources()
	r.order()
	return r.findings
}

// A run is one check of one brief.
type run struct {
	brief    *brief.Brief
	library  *library.Library
	options  Options
	findings []Finding
}

func (r *run) add(code string, s Severity, at brief.Address, zh, en string) {
	r.findings = append(r.findings, Finding{Code: code, Severity: s, Address: at, Message: language.Text{ZH: zh, EN: en}})
}

// order sorts the findings by their place in the document. Those about the
// brief as a whole come first; one place keeps the order of the checks.
func (r *run) order() {
	place := map[string]int{}
	n := 1
	for i := range r.brief.Sections {
		s := &r.brief.Sections[i]
		place["section "+s.ID] = n
		n++
		for j := range s.Blocks {
			place["block "+s.Blocks[j].ID] = n
			n++
		}
	}
	at := func(f Finding) int {
		if f.Address.Block != "" {
			return place["block "+f.Address.Block]
		}
		if f.Address.Section != "" {
			return place["section "+f.Address.Section]
		}
		return 0
	}
	slices.SortStableFunc(r.findings, func(a, b Finding) int { return cmp.Compare(at(a), at(b)) })
}

// blocks calls f with every block and the section it stands in.
func (r *run) blocks(f func(s *brief.Section, b *brief.Block)) {
	for i := range r.brief.Sections {
		s := &r.brief.Sections[i]
		for j := range s.Blocks {
			f(s, &s.Blocks[j])
		}
	}
}

// names of the languages in messages.
func inChinese(l language.Language) string {
	if l == language.EN {
		return "英文"
	}
	return "中文"
}

func inEnglish(l language.Language) string {
	if l == language.EN {
		return "English"
	}
	return "Chinese"
}
