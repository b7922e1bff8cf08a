package words

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"celun/app/language"
)

// A list is what is handed to gse: the terms and the words of a dictionary,
// all of them or an extract.
type list struct {
	lines      strings.Builder
	known      map[string]float64 // terms; the frequency as a word, or 0
	inTerms    *extract
	characters []bool  // of all words, by rune
	total      float64 // the sum of the frequencies of words of two characters and more
	most       float64 // the highest of those that can occur in a term
	left       float64 // the part of total that an extract leaves out
}

// leastFrequency is what a term counts for at least.
const leastFrequency = 1000

// maxLine is the length of the longest line of a dictionary (bytes).
const maxLine = 1024

// read takes in the lines of a dictionary; of an extract, those that it needs.
func (l *list) read(base io.Reader, e *extract) error {
	lines := bufio.NewScanner(base)
	lines.Buffer(nil, maxLine)
	number, words := 0, 0
	fail := func(format string, a ...any) error {
		return fmt.Errorf("words: dictionary line %d: "+format, append([]any{number}, a...)...)
	}
	for lines.Scan() {
		number++
		fields := strings.Fields(lines.Text())
		if len(fields) == 0 || strings.HasPrefix(fields[0], "#") {
			continue
		}
		if len(fields) != 3 {
			return fail("want a word, its frequency and its class")
		}
		n, err := strconv.ParseFloat(fields[1], 64)
		if err != nil || !(n >= leastKept && n <= 1e12) {
			return fail("%q is no frequency", fields[1])
		}
		if hanzi, other := has(fields[0]); !hanzi || other {
			return fail("%q is not of Chinese characters", fields[0])
		}
		words++
		l.add(fields[0], n, e)
	}
	if err := lines.Err(); err != nil {
		number++
		return fail("%w", err)
	}
	if words == 0 {
		return fmt.Errorf("words: no word in the dictionary")
	}
	return nil
}

// leastKept is the least frequency of a word that gse keeps.
const leastKept = 2

func (l *list) add(word string, n float64, e *extract) {
	long := utf8.RuneCountInString(word) > 1
	if long {
		l.total += n
		if l.inTerms.parts[word] {
			l.most = max(l.most, n)
		}
	}
	for _, r := range word {
		l.characters[r] = true
	}
	switch f, term := l.known[word]; {
	case term:
		l.known[word] = max(f, n)
	case !long: // one of the characters
	case e.needs(word):
		fmt.Fprintf(&l.lines, "%s %g x\n", word, n)
	default:
		l.left += n
	}
}

// ofTerms returns a frequency that no two words in a term reach together: gse
// weighs them by the product of their frequencies over the total. So a term is
// not cut into others, however frequent they are.
func (l *list) ofTerms() float64 {
	return max(leastFrequency, l.most*l.most/l.total)
}

// source returns the list in the form that gse reads.
//
// gse keeps the first entry of a word and drops later ones, and forgets all
// words of its first load at the second: terms first, one load. And it must
// know each character with which a word begins as a word too: it takes the
// frequency of one that it does not for 0, the logarithm of which decides over
// all that stands before it.
func (l *list) source(e *extract) string {
	var text strings.Builder
	for _, term := range slices.Sorted(maps.Keys(l.known)) {
		fmt.Fprintf(&text, "%s %g x\n", term, max(l.ofTerms(), l.known[term]))
		for _, r := range term {
			l.characters[r] = true
		}
	}
	text.WriteString(l.lines.String())
	left := l.left
	for r, there := range l.characters {
		switch {
		case !there:
		case e.needsCharacter(rune(r)):
			fmt.Fprintf(&text, "%c %d x\n", r, ofCharacter)
		default:
			left += ofCharacter
		}
	}
	if left > 0 {
		// What is left out counts in the total. The word that stands for it is
		// none that gse is ever asked for.
		fmt.Fprintf(&text, "-- %g x\n", left)
	}
	return text.String()
}

// ofCharacter is the frequency that gse gives every word of one character.
const ofCharacter = 2

// has reports whether s has Chinese characters, and whether it has others.
func has(s string) (hanzi, other bool) {
	for _, r := range s {
		if language.IsHan(r) {
			hanzi = true
		} else {
			other = true
		}
	}
	return hanzi, other
}
