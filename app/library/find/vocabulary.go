package find

import (
	"slices"
	"strings"
)

// A vocabulary is the Western words of an index, in order.
type vocabulary struct {
	words []string
	text  string              // all words, a line each
	at    []int32             // where each begins in text
	stems map[string][]string // the words of each stem
}

func newVocabulary(words []string) *vocabulary {
	v := &vocabulary{words: words, at: make([]int32, len(words)), stems: make(map[string][]string, len(words)/2)}
	v.text = strings.Join(words, "\n")
	at := 0
	for i, w := range words {
		v.at[i] = int32(at)
		at += len(w) + 1
		s := stem(w)
		v.stems[s] = append(v.stems[s], w)
	}
	return v
}

// has reports whether w is one of the words.
func (v *vocabulary) has(w string) bool {
	_, ok := slices.BinarySearch(v.words, w)
	return ok
}

// holding returns the words that have s in them.
func (v *vocabulary) holding(s string) []string {
	var words []string
	for at := 0; at < len(v.text); {
		i := strings.Index(v.text[at:], s)
		if i < 0 {
			break
		}
		n, exact := slices.BinarySearch(v.at, int32(at+i))
		if !exact {
			n--
		}
		words = append(words, v.words[n])
		at = int(v.at[n]) + len(v.words[n]) + 1
	}
	return words
}

// fitting returns the words that a Western pattern fits well, and those that
// it is only a part of.
func (v *vocabulary) fitting(p *pattern) (good, within []string) {
	for _, w := range v.holding(p.text) {
		fit := inside
		switch {
		case w == p.text:
			fit = whole
		case p.inflects(w):
			fit = akin
		case strings.HasPrefix(w, p.text):
			fit = begins
		}
		switch {
		case !p.takes(fit):
		case fit >= fits:
			good = append(good, w)
		default:
			within = append(within, w)
		}
	}
	if p.stem != "" {
		for _, w := range v.stems[p.stem] {
			if p.inflects(w) && !strings.Contains(w, p.text) {
				good = append(good, w)
			}
		}
	}
	return good, within
}
