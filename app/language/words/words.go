// Package words knows where Chinese words begin and end. It cuts by gse with
// the terms of the packs at hand as user dictionary, so that 数字外交 and
// 人类命运共同体 come out whole, and gives what the program needs of it: where
// a title may break, and where Ctrl+arrow takes the caret.
//
//	d, err := words.Build(f, []string{"数字外交"})   // f: assets/dictionary/zh.txt
//	d.Cut("数字外交与G20，占1.5%")                   // 数字外交 与 G20 ， 占 1.5%
//	d.Breaks("数字外交与G20")                        // [4]
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
	"fmt"
	"io"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/go-ego/gse"
)

// A Dictionary cuts text into words. It never changes after [Build] and is
// safe for concurrent use. The zero Dictionary knows no word: every Chinese
// character stands alone, every Western word is whole.
type Dictionary struct {
	gse   *gse.Segmenter    // nil: no words known
	mixed map[rune][]string // folded terms that are not hanzi only, by first rune, longest first
}

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
	return build(base, terms, nil)
}

// BuildFor makes a dictionary for texts: it cuts them as the one of [Build]
// does, in a fraction of the time, and other texts worse. It is for a run that
// sets one document and ends.
func BuildFor(base io.Reader, terms, texts []string) (*Dictionary, error) {
	return build(base, terms, newExtract(texts))
}

func build(base io.Reader, terms []string, e *extract) (*Dictionary, error) {
	d := &Dictionary{mixed: map[rune][]string{}}
	list := list{known: map[string]float64{}, inTerms: newExtract(terms), characters: make([]bool, beyondHan), total: 1}
	for _, term := range terms {
		if term = strings.TrimSpace(term); utf8.RuneCountInString(term) < 2 {
			continue
		}
		switch hanzi, other := has(term); {
		case hanzi && !other:
			list.known[term] = 0
		case hanzi:
			d.addMixed(term)
		}
	}
	if err := list.read(base, e); err != nil {
		return nil, err
	}
	model.Do(func() { new(gse.Segmenter).LoadModel() })
	d.gse = &gse.Segmenter{NotLoadHMM: true, SkipLog: true}
	if err := d.gse.LoadDictStr(list.source(e)); err != nil {
		return nil, fmt.Errorf("words: %w", err)
	}
	return d, nil
}
