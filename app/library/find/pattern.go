package find

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"celun/app/library/index"
)

// What a match is worth by how well it fits. In Chinese every occurrence fits.
const (
	whole  = 1.0  // a word from end to end, or Chinese
	begins = 0.9  // from the start of a word
	akin   = 0.8  // a word of the same stem
	inside = 0.25 // within a word
	fits   = akin // the least of a good match
)

// A pattern is one thing that is looked for in folded texts.
type pattern struct {
	text string // folded, not empty
	form form
	stem string // of one Western word that may be inflected; else empty
	head string // with which every word of that stem begins
}

type form uint8

const (
	chinese form = iota // a run of Chinese characters
	western             // a Western word
	mixed               // anything else
)

// newPattern looks for a folded text; an exact one is not inflected.
func newPattern(text string, exact bool) pattern {
	p := pattern{text: text, form: mixed}
	for piece := range index.Pieces(text) {
		if len(piece.Text) == len(text) {
			p.form = western
			if piece.Han {
				p.form = chinese
			}
		}
	}
	if p.form == western && !exact {
		p.stem = stem(text)
		// The last two letters of a stem may be its own work.
		p.head = p.stem[:max(min(2, len(p.stem)), len(p.stem)-2)]
		if !utf8.ValidString(p.head) {
			p.head = p.stem
		}
	}
	return p
}

// inflects reports a Western word of the pattern's stem.
func (p *pattern) inflects(w string) bool {
	return p.stem != "" && strings.HasPrefix(w, p.head) && stem(w) == p.stem
}

// A span is where a pattern matches a folded text (bytes) and how well.
type span struct {
	start, end int
	fit        float64
}

// each calls yield for every match in a folded text until it returns false.
func (p *pattern) each(s string, yield func(span) bool) {
	for at := 0; ; {
		i := strings.Index(s[at:], p.text)
		if i < 0 {
			break
		}
		at += i
		m := span{at, at + len(p.text), whole}
		if p.form != chinese {
			m.fit = edges(s, at, len(p.text))
		}
		if !yield(m) {
			return
		}
		at += len(p.text)
	}
	if p.stem == "" {
		return
	}
	for at := 0; ; {
		i := strings.Index(s[at:], p.head)
		if i < 0 {
			return
		}
		at += i
		if before, _ := utf8.DecodeLastRuneInString(s[:at]); at > 0 && index.IsWord(before) {
			at += len(p.head)
			continue
		}
		end := at + len(p.head)
		for end < len(s) {
			r, size := utf8.DecodeRuneInString(s[end:])
			if !index.IsWord(r) {
				break
			}
			end += size
		}
		w := s[at:end]
		if !strings.HasPrefix(w, p.text) && p.inflects(w) && !yield(span{at, end, akin}) {
			return
		}
		at = end
	}
}

// edges tells how a match of n bytes at i lies among the words of s.
func edges(s string, i, n int) float64 {
	first, _ := utf8.DecodeRuneInString(s[i:])
	last, _ := utf8.DecodeLastRuneInString(s[:i+n])
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+n:])
	if i > 0 && index.IsWord(before) && index.IsWord(first) {
		return inside
	}
	if i+n < len(s) && index.IsWord(after) && index.IsWord(last) {
		return begins
	}
	return whole
}

// best returns how well the pattern fits a folded text at most, 0 if it does
// not occur, and how often it occurs.
func (p *pattern) best(s string) (fit float64, times int) {
	p.each(s, func(m span) bool {
		fit = max(fit, m.fit)
		times++
		return true
	})
	return fit, times
}

// occurs returns how well the pattern fits, as good or inside only. It stops
// at the first good match.
func (p *pattern) occurs(s string) float64 {
	fit := 0.0
	p.each(s, func(m span) bool {
		fit = max(fit, m.fit)
		return fit < fits
	})
	return fit
}

// spans returns the matches of all patterns in a folded text, in order and
// without overlaps; of two that overlap the first, longer one.
func spans(patterns []pattern, s string) []span {
	var all []span
	for i := range patterns {
		patterns[i].each(s, func(m span) bool {
			all = append(all, m)
			return true
		})
	}
	slices.SortFunc(all, func(a, b span) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end))
	})
	end := 0
	return slices.DeleteFunc(all, func(m span) bool {
		if m.start < end {
			return true
		}
		end = m.end
		return false
	})
}
