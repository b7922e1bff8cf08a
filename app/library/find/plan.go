package find

import (
	"slices"
	"strings"

	"celun/app/language"
	"celun/app/language/pinyin"
)

// A plan is what a query comes to: an entry is found if every group finds it.
type plan struct {
	patterns []pattern
	groups   []group
	phrase   *pattern // the whole query, if it has several words
	letters  []string // words that were tried as pinyin
}

// A group is one word of a query, or a few that are a term, and all that may
// stand for it. The best option counts.
type group struct {
	options []option
	found   map[int32]float32 // entries found by id, tag or pinyin, and what that is worth
}

// An option finds an entry if all its patterns occur.
type option struct {
	patterns []int // numbers in the plan
	factor   float32
}

// What a match is worth that is not of what was typed but of what it means.
const (
	otherRendering = 0.7
	apart          = 0.2 // the words of a term, not together
	byPinyin       = 0.5
)

// plan works out what the words may mean. isWord reports a Western word of the
// library, which is not tried as pinyin.
func (f *Finder) plan(words []word, isWord func(string) bool) *plan {
	p := &plan{}
	g := f.glossary()
	for i := 0; i < len(words); {
		n, same, others := 1, []string(nil), []string(nil)
		for k := min(g.longest, len(words)-i); k > 0; k-- {
			if s, o := g.renderings(joined(words[i : i+k])); len(s) > 0 && !anyExact(words[i:i+k]) {
				n, same, others = k, s, o
				break
			}
		}
		gr := group{found: map[int32]float32{}}
		var typed []int
		for _, w := range words[i : i+n] {
			typed = append(typed, p.add(w.text, w.exact))
		}
		if n == 1 {
			gr.options = append(gr.options, option{typed, 1})
		} else { // several words that are a term
			gr.options = append(gr.options, option{typed, apart})
			for _, s := range append(same, joined(words[i:i+n])) {
				gr.options = append(gr.options, option{[]int{p.addMeant(s)}, float32(n)})
			}
		}
		for _, o := range others {
			gr.options = append(gr.options, option{[]int{p.addMeant(o)}, otherRendering * float32(n)})
		}
		if w := words[i]; n == 1 {
			f.names().find(&p.patterns[typed[0]], gr.found)
			if !w.exact && pinyin.IsQuery(w.text) && !isWord(w.text) {
				f.spell(p, &gr, w.text)
			}
		}
		p.groups = append(p.groups, gr)
		i += n
	}
	if len(words) > 1 && !anyExact(words) {
		phrase := newPattern(joined(words), true)
		p.phrase = &phrase
	}
	return p
}

// add returns the number of the pattern for a folded text that was typed.
func (p *plan) add(text string, exact bool) int { return p.number(newPattern(text, exact)) }

// addMeant returns that for one that stands for what was typed.
func (p *plan) addMeant(text string) int {
	next := newPattern(text, false)
	next.strict = true
	return p.number(next)
}

func (p *plan) number(next pattern) int {
	if i := slices.Index(p.patterns, next); i >= 0 {
		return i
	}
	p.patterns = append(p.patterns, next)
	return len(p.patterns) - 1
}

// spell adds what a word can be read as in pinyin.
func (f *Finder) spell(p *plan, gr *group, letters string) {
	p.letters = append(p.letters, letters)
	for i, e := range f.entries {
		if start, end, ok := f.pinyin.Find(letters, e.Title.ZH); ok {
			score := float32(inTitle * byPinyin)
			if start == 0 {
				score += startOfTitle
			}
			if end-start == len([]rune(e.Title.ZH)) {
				score += startOfTitle
			}
			gr.found[int32(i)] = max(gr.found[int32(i)], score)
		}
	}
	for tag, entries := range f.names().tags {
		if !strings.ContainsFunc(tag, language.IsHan) {
			continue
		}
		if _, _, ok := f.pinyin.Find(letters, tag); ok {
			for _, i := range entries {
				gr.found[i] = max(gr.found[i], inTag*byPinyin)
			}
		}
	}
	for _, term := range f.glossary().chinese {
		// Only from its start: half a term is looked for by what it is.
		if start, _, ok := f.pinyin.Find(letters, term); ok && start == 0 {
			gr.options = append(gr.options, option{[]int{p.add(term, true)}, byPinyin})
			_, others := f.glossary().renderings(term)
			for _, o := range others {
				gr.options = append(gr.options, option{[]int{p.addMeant(o)}, byPinyin * otherRendering})
			}
		}
	}
}

func joined(words []word) string {
	texts := make([]string, len(words))
	for i, w := range words {
		texts[i] = w.text
	}
	return strings.Join(texts, " ")
}

func anyExact(words []word) bool {
	return slices.ContainsFunc(words, func(w word) bool { return w.exact })
}
