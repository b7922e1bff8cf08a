package find

import (
	"slices"
	"strings"

	"celun/app/library/index"
)

// A glossary knows the terms of a library by each of their renderings, those
// to be avoided included: who looks for one means the notion.
type glossary struct {
	byKey   map[string][]int // by keyOf a rendering: numbers of terms
	terms   [][]string       // the renderings of each term, folded
	chinese []string         // every Chinese rendering, for pinyin
	longest int              // words of the longest rendering
}

func (f *Finder) readGlossary() *glossary {
	g := &glossary{byKey: map[string][]int{}}
	for _, t := range f.lib.Terms() {
		var renderings []string
		for _, r := range slices.Concat(t.ZH, t.EN) {
			renderings = append(renderings, r.Text)
		}
		g.add(renderings)
		for _, r := range t.ZH {
			if text := index.Fold(r.Text); !slices.Contains(g.chinese, text) {
				g.chinese = append(g.chinese, text)
			}
		}
	}
	for _, words := range everyday {
		g.add(words)
	}
	return g
}

// add adds a notion by the texts that mean it.
func (g *glossary) add(texts []string) {
	var renderings []string
	for _, t := range texts {
		text := strings.Join(strings.Fields(index.Fold(t)), " ")
		if text == "" || slices.Contains(renderings, text) {
			continue
		}
		renderings = append(renderings, text)
		key := keyOf(text)
		g.byKey[key] = append(g.byKey[key], len(g.terms))
		g.longest = max(g.longest, len(strings.Fields(text)))
	}
	g.terms = append(g.terms, renderings)
}

// keyOf makes folded renderings alike that differ in endings and marks only.
func keyOf(text string) string {
	var key strings.Builder
	for p := range index.Pieces(text) {
		if key.Len() > 0 {
			key.WriteByte(' ')
		}
		if p.Han {
			key.WriteString(p.Text)
		} else {
			key.WriteString(stem(p.Text))
		}
	}
	return key.String()
}

// renderings returns those of what the folded text is one of: the same ones,
// with other endings or marks at most, and the others.
func (g *glossary) renderings(text string) (same, others []string) {
	key := keyOf(text)
	if key == "" {
		return nil, nil
	}
	for _, t := range g.byKey[key] {
		for _, r := range g.terms[t] {
			switch {
			case keyOf(r) == key:
				same = append(same, r)
			case !slices.Contains(others, r):
				others = append(others, r)
			}
		}
	}
	return same, others
}
