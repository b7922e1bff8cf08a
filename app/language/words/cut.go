package words

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"celun/app/language"
)

// Cut returns the words of s and what stands between them: each piece is a
// Chinese word, a Western word or number, a run of spaces, or a mark. Put
// together they are s, whatever s holds. No piece ends within what a reader
// sees as one character.
func (d *Dictionary) Cut(s string) []string {
	pieces := d.pieces(s)
	if len(pieces) == 0 {
		return nil
	}
	cut := make([]string, len(pieces))
	for i, p := range pieces {
		cut[i] = p.text
	}
	return cut
}

// A kind says what a piece is.
type kind int

const (
	word    kind = iota // Chinese, or a mixed term
	western             // a Western word or number
	space
	mark // punctuation, a symbol, an emoji, anything else
)

type piece struct {
	text string
	kind kind
}

func (d *Dictionary) pieces(s string) []piece {
	var pieces []piece
	from := 0 // where the Chinese run that is not cut yet starts
	at := 0
	flush := func() {
		pieces = d.appendRun(pieces, s[from:at])
	}
	for at < len(s) {
		if n := d.mixedTerm(s, at); n > 0 {
			flush()
			pieces = append(pieces, piece{s[at : at+n], word})
			at += n
			from = at
			continue
		}
		first, cluster := character(s[at:])
		if language.IsHan(first) && cluster == utf8.RuneLen(first) {
			at += cluster
			continue
		}
		flush()
		p := other(s[at:], first, cluster)
		pieces = append(pieces, p)
		at += len(p.text)
		from = at
	}
	flush()
	return pieces
}

// character returns the first rune of s and the length in bytes of what a
// reader sees as its first character.
func character(s string) (rune, int) {
	r, n := utf8.DecodeRuneInString(s)
	// Nearly always the next rune tells that the character is done.
	if next, _ := utf8.DecodeRuneInString(s[n:]); n == len(s) || language.IsHan(r) && language.IsHan(next) {
		return r, n
	}
	cluster, _, _, _ := uniseg.FirstGraphemeClusterInString(s, -1)
	return r, len(cluster)
}

// other returns the piece at the start of s that is no plain Chinese word.
func other(s string, first rune, cluster int) piece {
	if n := language.Western(s); n > 0 {
		return piece{whole(s, n), western}
	}
	switch {
	case language.IsHan(first): // with a variation selector
		return piece{s[:cluster], word}
	case unicode.In(first, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
		return piece{s[:cluster], word}
	case unicode.IsSpace(first):
		n := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsSpace(r) })
		if n < 0 {
			n = len(s)
		}
		return piece{whole(s, n), space}
	case first == '—' || first == '…' || first == '⸺': // 破折号, 省略号: one mark of several
		n := len(s) - len(strings.TrimLeft(s, string(first)))
		return piece{whole(s, n), mark}
	}
	return piece{s[:cluster], mark}
}

// whole returns s[:n] or a little more, so that it ends with a character as a
// reader sees it: a combining mark or a joiner may follow.
func whole(s string, n int) string {
	if n == len(s) {
		return s
	}
	_, before := utf8.DecodeLastRuneInString(s[:n])
	cluster, _, _, _ := uniseg.FirstGraphemeClusterInString(s[n-before:], -1)
	return s[:max(n, n-before+len(cluster))]
}

// appendRun adds the words of a run of Chinese characters. gse's pieces are
// laid on the run by their number of characters, so that even a wrong answer
// of gse loses nothing.
func (d *Dictionary) appendRun(pieces []piece, run string) []piece {
	if d.gse != nil && run != "" {
		for _, w := range d.gse.Cut(run, true) {
			n := prefix(run, utf8.RuneCountInString(w))
			if n == 0 {
				continue
			}
			pieces = append(pieces, piece{run[:n], word})
			run = run[n:]
		}
	}
	for run != "" {
		_, n := utf8.DecodeRuneInString(run)
		pieces = append(pieces, piece{run[:n], word})
		run = run[n:]
	}
	return pieces
}

// prefix returns the length in bytes of the first n runes of s, or of all.
func prefix(s string, n int) int {
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}

// addMixed keeps a term such as G20峰会, which gse would take apart.
func (d *Dictionary) addMixed(term string) {
	folded := strings.Map(fold, term)
	first, _ := utf8.DecodeRuneInString(folded)
	terms := d.mixed[first]
	if slices.Contains(terms, folded) {
		return
	}
	terms = append(terms, folded)
	slices.SortStableFunc(terms, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	d.mixed[first] = terms
}

// mixedTerm returns the length of the longest mixed term that s has at the
// byte at, where a piece may start, or 0.
func (d *Dictionary) mixedTerm(s string, at int) int {
	if len(d.mixed) == 0 {
		return 0
	}
	first, _ := utf8.DecodeRuneInString(s[at:])
	for _, term := range d.mixed[fold(first)] {
		if n := match(s[at:], term); n > 0 && endsCleanly(s[at:], n) {
			return n
		}
	}
	return 0
}

// match returns the length of the start of s that equals term when folded.
func match(s, term string) int {
	n := 0
	for _, want := range term {
		r, m := utf8.DecodeRuneInString(s[n:])
		if m == 0 || fold(r) != want {
			return 0
		}
		n += m
	}
	return n
}

// endsCleanly reports whether s may be parted at the byte n: not within a
// Western word, nor within what a reader sees as one character.
func endsCleanly(s string, n int) bool {
	at := 0
	for at < n {
		step := language.Western(s[at:])
		if step == 0 {
			_, step = character(s[at:])
		}
		at += step
	}
	return at == n && len(whole(s, n)) == n
}

// fold takes away what does not tell terms apart: case, and full-width forms
// of ASCII. It maps one rune to one rune.
func fold(r rune) rune {
	if r >= '！' && r <= '～' {
		r -= '！' - '!'
	}
	return unicode.ToLower(r)
}
