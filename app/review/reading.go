package review

import (
	"cmp"
	"slices"
	"strings"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/language/number"
	"celun/app/library"
)

// A reading is what the checks know of a text in both languages. It depends
// on the two texts and the terms alone, so that it holds wherever they stand.
type reading struct {
	zh, en  side
	numbers []mismatch
	modals  []modal
	names   []name
	round   int // of the last review that needed it
}

// A side is one language of a reading.
type side struct {
	unmarked
	language   language.Language
	empty      bool
	secondhand Range
	blanks     []string // names of what is to be filled in
	marks      []slip   // of punctuation
	uses       []library.Use
	acronyms   []acronym
	foreign    []Range         // plain runes of the other language that stand untranslated
	figures    []number.Value  // by [side.numbers]
	words      map[string]bool // by [side.content]
	hasRead    bool
	style      *prose // by [side.prose]
}

// A mismatch of numbers with what the text of each side should be.
type mismatch struct {
	number.Mismatch
	fixes [2]string // whole texts in Chinese and English; empty: for a person to say
}

// A slip is something to put in another's place.
type slip struct {
	Range // runes of the plain text; empty where something is missing
	as    string
	kind  slipKind
}

func newReading(t language.Text, x *library.Lexicon) *reading {
	g := &reading{zh: newSide(language.ZH, t.ZH, x), en: newSide(language.EN, t.EN, x)}
	if g.zh.empty || g.en.empty {
		return g // that a side is missing is for B1 to say
	}
	g.compare()
	g.modals = modals(g)
	g.names = names(g)
	return g
}

func newSide(l language.Language, text string, x *library.Lexicon) side {
	s := side{unmarked: unmark(text), language: l, empty: strings.TrimSpace(text) == ""}
	if s.empty {
		return s
	}
	s.blanks = brief.Blanks(text, l)
	if l == language.ZH {
		s.marks = chineseMarks(&s)
	} else {
		s.marks = englishMarks(&s)
	}
	s.marks = slices.DeleteFunc(s.marks, s.holdsReference)
	if x != nil {
		s.uses = x.Find(l, s.text)
	}
	s.acronyms = acronyms(l, &s)
	s.foreign = foreign(l, &s)
	s.secondhand = secondhand(l, &s)
	return s
}

// compare reads the numbers of both sides. A fix is offered only if it leaves
// less to report.
func (g *reading) compare() {
	result := number.Compare(g.zh.text, g.en.text)
	for _, m := range result.Mismatches {
		k := mismatch{Mismatch: m}
		if m.FixZH.Text != "" && len(number.Compare(replace(g.zh.text, m.FixZH), g.en.text).Mismatches) < len(result.Mismatches) {
			k.fixes[0] = g.zh.replace(m.FixZH)
		}
		if m.FixEN.Text != "" && len(number.Compare(g.zh.text, replace(g.en.text, m.FixEN)).Mismatches) < len(result.Mismatches) {
			k.fixes[1] = g.en.replace(m.FixEN)
		}
		g.numbers = append(g.numbers, k)
	}
}

// numbers returns the numbers of the text.
func (s *side) numbers(l language.Language) []number.Value {
	if !s.hasRead {
		s.figures, s.hasRead = number.Read(l, s.text), true
	}
	return s.figures
}

func (g *reading) in(l language.Language) *side {
	if l == language.EN {
		return &g.en
	}
	return &g.zh
}

// avoided reports whether a use is one to avoid.
func avoided(u *library.Use) bool { return u.Status == argument.Avoid }

// slipsInOrder sorts slips by where they stand.
func slipsInOrder(all []slip) {
	slices.SortStableFunc(all, func(a, b slip) int { return cmp.Compare(a.From, b.From) })
}
