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
	whole  = 1.0    // a word from end to end, or Chinese
	akin   = 0.8    // a word of the same stem
	begins = 0.6    // from the start of a word
	inside = 0.15   // within a word
	fits   = begins // the least of a good match
)

// A pattern is one thing that is looked for in folded texts.
type pattern struct {
	text string // folded, not empty
	form form
	stem string // of one Western word that may be inflected; else empty
	head string // with which the text begins, and every word of that stem
	// strict is set for what was not typed: a short Western word is then not
	// looked for as a part of other words, such as UN.
	strict bool
}

// shortWord is the length up to which a word is short (bytes).
const shortWord = 4

type form uint8

const (
	chinese form = iota // a run of Chinese characters
	western             // a Western word
	mixed               // anything else
)

// newPattern looks for a folded text; an exact one is not inflected.
func newPattern(text string, exact bool) pattern {
	p := pattern{text: text, form: mixed, head: text}
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
		head := p.stem[:max(min(2, len(p.stem)), len(p.stem)-2)]
		for !strings.HasPrefix(text, head) || !utf8.ValidString(head) {
			head = head[:len(head)-1]
		}
		p.head = head
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

// each calls yield for every match in a folded text until it returns false,
// in order.
func (p *pattern) each(s string, yield func(span) bool) {
	for at := 0; ; {
		i := strings.Index(s[at:], p.head)
		if i < 0 {
			return
		}
		at += i
		m, ok := p.match(s, at)
		if ok && p.takes(m.fit) && !yield(m) {
			return
		}
		at = m.end
	}
}

// match returns the match that begins at the byte at, where the head stands;
// or, if there is none, up to where the text was looked at.
func (p *pattern) match(s string, at int) (m span, ok bool) {
	literal := strings.HasPrefix(s[at:], p.text)
	if p.form == chinese {
		return span{at, at + len(p.text), whole}, literal
	}
	m = span{start: at, end: at + 1}
	if literal {
		m = span{at, at + len(p.text), edges(s, at, len(p.text))}
	}
	if p.stem == "" || literal && m.fit != begins {
		return m, literal
	}
	if before, _ := utf8.DecodeLastRuneInString(s[:at]); at > 0 && index.IsWord(before) {
		return m, literal
	}
	if end := wordEnd(s, at+len(p.head)); p.inflects(s[at:end]) {
		return span{at, end, akin}, true
	}
	return m, literal
}

// takes reports whether a match that fits so well counts.
func (p *pattern) takes(fit float64) bool {
	return !p.strict || fit >= akin || fit >= begins && len(p.text) > shortWord
}

// wordEnd returns where the Western word ends that s is in at the byte at.
func wordEnd(s string, at int) int {
	for at < len(s) {
		r, size := utf8.DecodeRuneInString(s[at:])
		if !index.IsWord(r) {
			break
		}
		at += size
	}
	return at
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
// without overlaps; of two that overlap the first, longer one. If some fit
// well, those within words are left out.
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
	good := slices.ContainsFunc(all, func(m span) bool { return m.fit >= fits })
	end := 0
	return slices.DeleteFunc(all, func(m span) bool {
		if m.start < end || good && m.fit < fits {
			return true
		}
		end = m.end
		return false
	})
}
