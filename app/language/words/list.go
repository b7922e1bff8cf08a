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
		word, rest := field(lines.Bytes())
		if len(word) == 0 || word[0] == '#' {
			continue
		}
		frequency, rest := field(rest)
		class, rest := field(rest)
		if more, _ := field(rest); len(class) == 0 || len(more) > 0 {
			return fail("want a word, its frequency and its class")
		}
		n, err := number64(frequency)
		if err != nil || !(n >= leastKept && n <= 1e12) {
			return fail("%q is no frequency", frequency)
		}
		if !l.add(word, n, e) {
			return fail("%q is not of Chinese characters", word)
		}
		words++
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

// field cuts the first field off a line. Dictionaries are long and read at
// every export: [strings.Fields] takes a third of that time.
func field(line []byte) (first, rest []byte) {
	from := 0
	for from < len(line) && isBlank(line[from]) {
		from++
	}
	for to, c := range line[from:] {
		if c <= ' ' && isBlank(c) {
			return line[from : from+to], line[from+to:]
		}
	}
	return line[from:], nil
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\r' }

// firstOf returns the character that word begins with and its length in
// bytes. Nearly all are of the common block, whose bytes are three.
func firstOf(word []byte) (rune, int) {
	if len(word) >= 3 && word[0] >= 0xE4 && word[0] <= 0xE9 && word[1]&0xC0 == 0x80 && word[2]&0xC0 == 0x80 {
		return rune(word[0]&0x0F)<<12 | rune(word[1]&0x3F)<<6 | rune(word[2]&0x3F), 3
	}
	return utf8.DecodeRune(word)
}

// number64 reads a frequency, nearly always a few digits.
func number64(digits []byte) (float64, error) {
	n := 0
	for _, c := range digits {
		if c < '0' || c > '9' || len(digits) > 12 {
			return strconv.ParseFloat(string(digits), 64)
		}
		n = 10*n + int(c-'0')
	}
	return float64(n), nil
}

// add takes in a word; false says that it is not of Chinese characters alone.
func (l *list) add(word []byte, n float64, e *extract) bool {
	length, first := 0, rune(0)
	for i := 0; i < len(word); {
		r, wide := firstOf(word[i:])
		if !language.IsHan(r) {
			return false
		}
		if length == 0 {
			first = r
		}
		l.characters[r] = true
		length++
		i += wide
	}
	// Most words begin with a character that is nowhere in the texts or terms,
	// and need not be looked for.
	if length > 1 {
		l.total += n
		if l.inTerms.characters[first] && l.inTerms.parts[string(word)] {
			l.most = max(l.most, n)
		}
	}
	if l.inTerms.characters[first] {
		if f, term := l.known[string(word)]; term {
			l.known[string(word)] = max(f, n)
			return true
		}
	}
	switch {
	case length == 1: // one of the characters
	case e == nil || length > longestPart || e.characters[first] && e.parts[string(word)]:
		l.lines.Write(word)
		fmt.Fprintf(&l.lines, " %g x\n", n)
	default:
		l.left += n
	}
	return true
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
