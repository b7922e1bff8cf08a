package language

import (
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// Count returns the length of s as people in l state it.
//
// In Chinese these are 字: each Chinese character is one (as are kana and
// Hangul), each Western word or number is one ([Western]), punctuation is
// none. That is how word processors count 字数 without punctuation.
//
// In English they are words: the segments between the word boundaries of
// Unicode (UAX #29) that hold a letter or digit, so that "don’t" and "1.5%"
// are one word and "cross-border" is two.
//
// Markup is not known here: count plain text.
func Count(l Language, s string) int {
	if l == EN {
		return countWords(s)
	}
	return countCharacters(s)
}

func countCharacters(s string) int {
	count := 0
	for len(s) > 0 {
		if n := Western(s); n > 0 {
			count++
			s = s[n:]
			continue
		}
		r, n := utf8.DecodeRuneInString(s)
		if isLone(r) && !unicode.IsMark(r) {
			count++
		}
		s = s[n:]
	}
	return count
}

func countWords(s string) int {
	count, state := 0, -1
	for len(s) > 0 {
		var segment string
		segment, s, state = uniseg.FirstWordInString(s, state)
		for _, r := range segment {
			if unicode.IsLetter(r) || unicode.IsNumber(r) {
				count++
				break
			}
		}
	}
	return count
}
