package language

import (
	"unicode"
	"unicode/utf8"
)

// IsHan reports whether r is a Chinese character, in any plane; the number
// 〇 and the repetition mark 々 are.
func IsHan(r rune) bool {
	// All of the common block are, and nearly all that is asked for is in it.
	return r >= 0x4E00 && (r <= 0x9FFF || unicode.Is(unicode.Han, r)) || r >= 0x2E80 && r < 0x4E00 && unicode.Is(unicode.Han, r)
}

// isLone reports whether r is a character that is counted, and may be parted
// from its neighbours, by itself: a Chinese one or one of the scripts that
// are written like it, kana and Hangul.
func isLone(r rune) bool {
	if r < 0x1100 {
		return false
	}
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

// isAlphanumeric reports whether r is a letter or digit of a Western word,
// full-width forms included, or a mark on one.
func isAlphanumeric(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return !isLone(r) && (unicode.IsLetter(r) || unicode.IsNumber(r) && !isEnclosed(r) || unicode.IsMark(r))
}

// isEnclosed reports whether r is a number in a circle or brackets, such as
// ① or ㈡: a mark of its own, never a part of the number beside it.
func isEnclosed(r rune) bool {
	return 0x2460 <= r && r <= 0x24FF || 0x2776 <= r && r <= 0x2793 || 0x3220 <= r && r <= 0x33FF
}

// Western returns the length in bytes of the Western word or number with
// which s begins, or 0 if it begins with something else. What a reader takes
// for one word is one: don’t, G20, COVID-19, 1.5%, 27,000, 2022/23, €5.
// Spaces, and marks that do not join two letters or digits, end it.
func Western(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if unicode.Is(unicode.Sc, r) {
		digit, m := utf8.DecodeRuneInString(s[n:])
		if !unicode.IsDigit(digit) {
			return 0
		}
		r, n = digit, n+m
	}
	if !isAlphanumeric(r) || unicode.IsMark(r) {
		return 0
	}
	for n < len(s) {
		r, m := utf8.DecodeRuneInString(s[n:])
		if isAlphanumeric(r) {
			n += m
			continue
		}
		if !isConnector(r) {
			break
		}
		next, k := utf8.DecodeRuneInString(s[n+m:])
		if !isAlphanumeric(next) || unicode.IsMark(next) {
			break
		}
		if before, _ := utf8.DecodeLastRuneInString(s[:n]); r == ',' && !(unicode.IsDigit(before) && unicode.IsDigit(next)) {
			break // a comma joins digits only
		}
		n += m + k
	}
	return n + suffix(s[:n], s[n:])
}

// isConnector reports whether r joins two letters or digits into one word.
func isConnector(r rune) bool {
	switch r {
	case '\'', '’', '.', ',', '-', '‐', '‑', '–', '−', '·', '/', ':', '@', '_', '&', '+', '．':
		return true
	}
	return false
}

// suffix returns the length of the sign in rest that belongs to the number at
// the end of word: of a percentage, of degrees, or the + of 100+.
func suffix(word, rest string) int {
	if last, _ := utf8.DecodeLastRuneInString(word); !unicode.IsDigit(last) {
		return 0
	}
	switch r, n := utf8.DecodeRuneInString(rest); r {
	case '%', '％', '‰', '°', '℃', '℉', '+':
		return n
	}
	return 0
}
