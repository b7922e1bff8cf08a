// Package words knows where Chinese words begin and end. It cuts by gse with
// the terms of the packs at hand as user dictionary, so that 数字外交 and
// 人类命运共同体 come out whole, and gives what the program needs of it: where
// a title may break, and where Ctrl+arrow takes the caret.
//
//	d, err := words.Build(f, []string{"数字外交"})   // f: assets/dictionary/zh.txt
//	d.Cut("数字外交与G20，占1.5%")                   // 数字外交 与 G20 ， 占 1.5%
//	d.Breaks("数字外交与G20")                        // [4 5]
//	d.Next("数字外交与G20", 0)                       // 4
//
// Building takes a tenth of a second and 20 MB, so that a window does it in
// the background and goes on without it until it is there:
//
//	w := words.New()
//	w.Load(func() (*words.Dictionary, error) { return words.Build(f, terms) })
//	w.Dictionary().Cut(s)                           // by characters until it is ready
//
// Only runs of Chinese characters reach gse. It lower-cases Latin, cuts
// full-width letters apart and does not keep all that is between words; here
// what is cut, put together, is the text again, byte for byte.
package words

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/go-ego/gse"

	"celun/app/language"
)

// A Dictionary cuts text into words. It never changes after [Build] and is
// safe for concurrent use. The zero Dictionary knows no word: every Chinese
// character stands alone, every Western word is whole.
type Dictionary struct {
	gse   *gse.Segmenter    // nil: no words known
	mixed map[rune][]string // folded terms that are not hanzi only, by first rune, longest first
}

// leastFrequency is what a term counts for at least; see [frequencies.ofTerms].
const leastFrequency = 1000

// maxLine is the length of the longest line of a dictionary (bytes).
const maxLine = 1024

// model guards gse's hidden Markov model. It lies in variables of a package
// of gse that every load fills anew, which is a race with all that cut at that
// moment; so it is filled once per process, and never by a segmenter.
var model sync.Once

// Build makes a dictionary from base, a word a line as "word frequency class"
// (# begins a comment), and from terms, which stay whole wherever they occur.
// Terms without a Chinese character are passed over: Western words are whole
// as it is. It is an error if a line of base is none of these, or if base
// holds no word.
func Build(base io.Reader, terms []string) (*Dictionary, error) {
	d := &Dictionary{mixed: map[rune][]string{}}
	known := map[string]bool{} // terms for gse to know
	for _, term := range terms {
		if term = strings.TrimSpace(term); utf8.RuneCountInString(term) < 2 {
			continue
		}
		switch hanzi, other := has(term); {
		case hanzi && !other:
			known[term] = true
		case hanzi:
			d.addMixed(term)
		}
	}
	lines, counted, err := readBase(base, known)
	if err != nil {
		return nil, err
	}
	// gse keeps the first entry of a word and drops later ones, and forgets
	// all words of its first load at the second: terms first, one load. And it
	// must know each character with which a word begins as a word too: it takes
	// the frequency of one that it does not for 0, the logarithm of which
	// decides over all that stands before it.
	var text strings.Builder
	for _, term := range slices.Sorted(maps.Keys(known)) {
		fmt.Fprintf(&text, "%s %g n\n", term, max(counted.ofTerms(), counted.words[term]))
	}
	text.WriteString(lines)
	for r := range characters(text.String()) {
		fmt.Fprintf(&text, "%c 2 x\n", r)
	}
	model.Do(func() { new(gse.Segmenter).LoadModel() })
	d.gse = &gse.Segmenter{NotLoadHMM: true, SkipLog: true}
	if err := d.gse.LoadDictStr(text.String()); err != nil {
		return nil, fmt.Errorf("words: %w", err)
	}
	return d, nil
}

// frequencies are what a dictionary says of its words.
type frequencies struct {
	words       map[string]float64
	total, most float64 // of all words of two characters and more
}

// ofTerms returns a frequency that no two words reach together: gse weighs
// them by the product of their frequencies over the total. So a term is not
// cut into others, however frequent they are.
func (f frequencies) ofTerms() float64 {
	return max(leastFrequency, f.most*f.most/f.total)
}

// readBase returns the lines of a dictionary in the form that gse reads, and
// its frequencies: of single words, those of known only.
func readBase(base io.Reader, known map[string]bool) (string, frequencies, error) {
	f := frequencies{words: map[string]float64{}, total: 1}
	fail := func(format string, a ...any) (string, frequencies, error) {
		return "", f, fmt.Errorf("words: "+format, a...)
	}
	var text strings.Builder
	lines := bufio.NewScanner(base)
	lines.Buffer(nil, maxLine)
	number := 0
	for lines.Scan() {
		number++
		fields := strings.Fields(lines.Text())
		if len(fields) == 0 || strings.HasPrefix(fields[0], "#") {
			continue
		}
		if len(fields) != 3 {
			return fail("dictionary line %d: want a word, its frequency and its class", number)
		}
		n, err := strconv.ParseFloat(fields[1], 64)
		if err != nil || !(n >= 1 && n <= 1e12) {
			return fail("dictionary line %d: %q is no frequency", number, fields[1])
		}
		if hanzi, other := has(fields[0]); !hanzi || other {
			return fail("dictionary line %d: %q is not of Chinese characters", number, fields[0])
		}
		if utf8.RuneCountInString(fields[0]) > 1 {
			f.total += n
			f.most = max(f.most, n)
		}
		if known[fields[0]] {
			f.words[fields[0]] = max(f.words[fields[0]], n)
		}
		text.WriteString(strings.Join(fields, " "))
		text.WriteByte('\n')
	}
	if err := lines.Err(); err != nil {
		return fail("dictionary line %d: %w", number+1, err)
	}
	if text.Len() == 0 {
		return fail("no word in the dictionary")
	}
	return text.String(), f, nil
}

// characters returns the Chinese characters of s.
func characters(s string) map[rune]bool {
	set := map[rune]bool{}
	for _, r := range s {
		if language.IsHan(r) {
			set[r] = true
		}
	}
	return set
}

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
