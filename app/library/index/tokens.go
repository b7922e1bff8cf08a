package index

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"celun/app/language"

	"golang.org/x/text/unicode/norm"
)

// Fold returns s as texts and queries are compared: small letters, without
// accents, of ordinary width, with plain quotes, hyphens and spaces. It maps
// one rune to one rune, so that a place in one is a place in the other by
// numbers of runes.
func Fold(s string) string {
	i := unsettled(s, 0)
	if i == len(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:i])
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		b.WriteRune(foldRune(r))
		start := i + size
		i = unsettled(s, start)
		b.WriteString(s[start:i])
	}
	return b.String()
}

// unsettled returns where the first character after at begins that folding may
// change: none is in small ASCII and common Chinese.
func unsettled(s string, at int) int {
	for at < len(s) {
		switch c := s[at]; {
		case c < utf8.RuneSelf:
			if c < ' ' || c >= 'A' && c <= 'Z' {
				return at
			}
			at++
		case c >= 0xE5 && c <= 0xE9 && at+2 < len(s) && s[at+1]&0xC0 == 0x80 && s[at+2]&0xC0 == 0x80: // U+5000 to U+9FFF
			at += 3
		default:
			return at
		}
	}
	return at
}

func foldRune(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if r >= 'A' && r <= 'Z' {
			return r + 'a' - 'A'
		}
		if r < ' ' {
			return ' '
		}
		return r
	case r >= '！' && r <= '～': // full-width ASCII
		return foldRune(r - '！' + '!')
	case r >= 0x4E00 && r <= 0x9FFF:
		return r
	case r == '\u3000' || r == '\u00a0' || r == '\u2009' || r == '\u202f':
		return ' '
	case r == '‘' || r == '’':
		return '\''
	case r == '“' || r == '”':
		return '"'
	case r == '‐' || r == '‑' || r == '–' || r == '−':
		return '-'
	case r >= 0xC0 && r <= 0x24F || r >= 0x1E00 && r <= 0x1EFF: // Latin with accents
		base, _ := utf8.DecodeRuneInString(norm.NFD.String(string(r)))
		return unicode.ToLower(base)
	}
	return unicode.ToLower(r)
}

// A Piece is a run of Chinese characters or one Western word of a folded
// text. What is neither separates pieces.
type Piece struct {
	Text  string
	Start int // bytes from the start of the text
	Han   bool
}

// Pieces calls yield for each piece of a folded text, in order.
func Pieces(s string) func(yield func(Piece) bool) {
	return func(yield func(Piece) bool) {
		start, kind := 0, separator
		for i, r := range s {
			k := kindOf(r)
			if k == kind {
				continue
			}
			if kind != separator && !yield(Piece{s[start:i], start, kind == hanzi}) {
				return
			}
			start, kind = i, k
		}
		if kind != separator {
			yield(Piece{s[start:], start, kind == hanzi})
		}
	}
}

type kind uint8

const (
	separator kind = iota
	hanzi
	western
)

func kindOf(r rune) kind {
	switch {
	case r < utf8.RuneSelf:
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' {
			return western
		}
		return separator
	case r >= 0x4E00 && r <= 0x9FFF || language.IsHan(r):
		return hanzi
	case unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r):
		return western
	}
	return separator
}

// IsWord reports whether a rune may stand in a Western word.
func IsWord(r rune) bool { return kindOf(r) == western }

// between is the token that stands between runs for FTS5. It is no pair, so no
// phrase reaches over it.
const between = "0"

// phrases appends what FTS5 is given of a text: every two neighbours of a run
// of Chinese as a token, each with a space behind it, so that any stretch of
// two characters or more is a phrase of tokens that begins and ends where it
// does, wherever words begin and end.
func phrases(b []byte, s string) []byte {
	for p := range Pieces(Fold(s)) {
		if p.Han && utf8.RuneCountInString(p.Text) > 1 {
			b = append(pairs(b, p.Text), between+" "...)
		}
	}
	return b
}

// pairs appends each two neighbours of a run of Chinese.
func pairs(b []byte, run string) []byte {
	for len(run) > 0 {
		_, first := utf8.DecodeRuneInString(run)
		_, second := utf8.DecodeRuneInString(run[first:])
		if second == 0 {
			break
		}
		b = append(append(b, run[:first+second]...), ' ')
		run = run[first:]
	}
	return b
}
