package review

import (
	"strings"

	"celun/app/brief"
	"celun/app/language/number"
)

// unmarked is a text without its markup that knows where it came from.
type unmarked struct {
	text   string
	runes  []rune // of text
	marked []rune
	at     []int // the place of each rune in marked
	cites  []citation
	refers []citation
}

// A citation is where a text cites a source or refers to a block or section,
// in the marked text.
type citation struct {
	id string
	Range
}

// unmark takes the markup off a text. What its footnotes say stands after it,
// each on a line of its own, so that it is checked as well.
func unmark(text string) unmarked {
	u := unmarked{marked: []rune(text)}
	var plain strings.Builder
	u.add(&plain, text, 0)
	u.text = plain.String()
	u.runes = []rune(u.text)
	return u
}

// add adds a marked-up text that begins at a place of the whole.
func (u *unmarked) add(plain *strings.Builder, text string, base int) {
	var notes []brief.Span
	for _, s := range brief.Parse(text) {
		switch {
		case s.Cite != "":
			u.cites = append(u.cites, citation{s.Cite, Range{base + s.Offset, u.closing(base + s.Offset)}})
		case s.Refer != "":
			u.refers = append(u.refers, citation{s.Refer, Range{base + s.Offset, u.closing(base + s.Offset)}})
		case s.Note != "":
			notes = append(notes, s)
		}
		plain.WriteString(s.Text)
		n := 0
		for range s.Text {
			u.at = append(u.at, base+s.Offset+n)
			n++
		}
	}
	for _, s := range notes {
		plain.WriteByte('\n')
		u.at = append(u.at, base+s.Offset)
		u.add(plain, s.Note, base+s.Offset+2)
	}
}

// closing returns the end of what a bracket opens in the marked text.
func (u *unmarked) closing(from int) int {
	for i := from; i < len(u.marked); i++ {
		if u.marked[i] == ']' {
			return i + 1
		}
	}
	return len(u.marked)
}

// span returns where a stretch of the plain text stands in the marked one.
func (u *unmarked) span(from, to int) Range {
	if from < 0 || from >= to || to > len(u.at) {
		return Range{}
	}
	return Range{u.at[from], u.at[to-1] + 1}
}

// replace applies a fix to the marked text. Empty if markup stands within
// what it replaces: that is left to a person.
func (u *unmarked) replace(f number.Fix) string {
	if f.From < 0 || f.From >= f.To || f.To > len(u.at) {
		return ""
	}
	from, to := u.at[f.From], u.at[f.To-1]+1
	if to-from != f.To-f.From {
		return ""
	}
	return string(u.marked[:from]) + f.Text + string(u.marked[to:])
}

// replace applies a fix to plain text.
func replace(text string, f number.Fix) string {
	runes := []rune(text)
	if f.From < 0 || f.From > f.To || f.To > len(runes) {
		return text
	}
	return string(runes[:f.From]) + f.Text + string(runes[f.To:])
}
