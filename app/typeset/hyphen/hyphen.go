// Package hyphen finds where an English word may be broken, by the method of
// Liang's thesis (1983) that TeX made known: patterns vote for and against
// each place between two letters, and the highest number wins; exceptions
// say it outright.
//
//	f, _ := assets.Files.Open("patterns/en-GB.txt")
//	p, err := hyphen.Load(f)
//	p.Points("international")                      // [2 5 7]: in-ter-na-tional
package hyphen

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// At least Left letters stand before a break and Right after it, as the
// British patterns were made for ("hyphenmins" in their head).
const (
	Left  = 2
	Right = 3
)

// maxWord is the length of the longest word that is looked at (runes). The
// longest in English dictionaries has 45; what is longer is no word.
const maxWord = 64

// Patterns are the patterns and exceptions of one language. They never change
// after [Load] and are safe for concurrent use.
type Patterns struct {
	votes      map[string]string // letters → one value per gap, first to last
	longest    int               // of the keys of votes, in runes
	exceptions map[string][]int  // lower-case word → where it may be broken
}

// Points returns where word may be broken, as numbers of runes before each
// break, ascending. Case makes no difference. A word is a row of letters:
// with anything else in it, such as a digit, an apostrophe or a hyphen of its
// own, it stays whole, and so does one in capitals only, which is an acronym.
func (p *Patterns) Points(word string) []int {
	n := utf8.RuneCountInString(word)
	if n < Left+Right || n > maxWord || !isWord(word) {
		return nil
	}
	lower := strings.Map(unicode.ToLower, word)
	if points, ok := p.exceptions[lower]; ok {
		return within(points, n)
	}
	return within(p.vote(lower, n), n)
}

// isWord reports whether s is letters only, and not capitals only.
func isWord(s string) bool {
	acronym := true
	for _, r := range s {
		if r == utf8.RuneError || !unicode.IsLetter(r) {
			return false
		}
		acronym = acronym && unicode.IsUpper(r)
	}
	return !acronym
}

// vote lets the patterns vote on a word of n lower-case runes.
func (p *Patterns) vote(word string, n int) []int {
	word = "." + word + "."
	at := make([]int, 0, n+3) // where each rune of the framed word starts
	for i := range word {
		at = append(at, i)
	}
	at = append(at, len(word))
	values := make([]byte, n+3) // values[i] is that of the gap before rune i
	for i := range n + 2 {
		for j := i + 1; j <= min(i+p.longest, n+2); j++ {
			for k, v := range []byte(p.votes[word[at[i]:at[j]]]) {
				values[i+k] = max(values[i+k], v)
			}
		}
	}
	var points []int
	for i := 1; i < n; i++ {
		if values[i+1]%2 == 1 { // the gap before rune i of the word itself
			points = append(points, i)
		}
	}
	return points
}

// within returns the points that leave enough letters on both sides.
func within(points []int, n int) []int {
	var kept []int
	for _, i := range points {
		if i >= Left && n-i >= Right {
			kept = append(kept, i)
		}
	}
	return kept
}
