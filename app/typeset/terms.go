package typeset

import (
	"slices"
	"strings"
	"unicode"

	"celun/app/brief"
	"celun/app/language"
	"celun/app/language/pinyin"

	"golang.org/x/text/unicode/norm"
)

// termAnchor names the place of a term in its list.
func termAnchor(id string) string { return "term-" + id }

// inOrder returns the indexes of terms as a language lists them: by the pinyin
// of the Chinese terms, syllable by syllable, or by the English alphabet.
func inOrder(terms []brief.Entry, l language.Language) []int {
	keys := make([]string, len(terms))
	order := make([]int, len(terms))
	for i, t := range terms {
		order[i] = i
		if l == language.EN {
			keys[i] = bare(plain(t.Term.EN))
			continue
		}
		read := t.Pinyin
		if read == "" {
			read = strings.Join(pinyin.Spoken(plain(t.Term.ZH)), " ")
		}
		keys[i] = bare(read) + "\x00" + t.Term.ZH
	}
	slices.SortStableFunc(order, func(i, j int) int { return strings.Compare(keys[i], keys[j]) })
	return order
}

// bare returns a text in lower case without tones and other accents.
func bare(s string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s)))
}

// termList sets terms as a table: each with its twin and its definition. Where
// both languages share the page it is in the order of the one that leads; else
// each language has the list in its own order.
func (c *composer) termList(b *brief.Block) {
	c.introduction(b)
	if len(b.Terms) == 0 {
		return
	}
	shared := len(c.langs) == 2 && c.layout != brief.Facing
	orders := make([][]int, len(c.langs))
	for k, l := range c.langs {
		orders[k] = inOrder(b.Terms, l)
		if shared {
			orders[k] = orders[0]
		}
	}
	defined := slices.ContainsFunc(b.Terms, func(t brief.Entry) bool { return !t.Definition.IsEmpty() })
	// A column of terms in each language; their heads name the language.
	first := func(l language.Language) language.Language {
		if shared {
			return c.langs[0]
		}
		return l
	}
	heads := map[language.Language]language.Text{
		language.ZH: {ZH: "中文", EN: "Chinese"}, language.EN: {ZH: "英文", EN: "English"},
	}
	head := make([]entry, 2, 3)
	for k, l := range c.langs {
		for j, of := range []language.Language{first(l), first(l).Other()} {
			head[j].spans = append(head[j].spans, []span{{text: heads[of].In(l), language: l, plain: true}})
			head[j].sides = append(head[j].sides, k)
		}
	}
	if defined {
		head = append(head, c.entry(language.Text{ZH: "释义", EN: "Definition"}, "", brief.Address{}))
	}
	l := lattice{head: [][]entry{head}}
	for i := range b.Terms {
		cells := make([]entry, 2, 3)
		var meaning entry
		for k, l := range c.langs {
			n := orders[k][i]
			t := &b.Terms[n]
			for j, of := range []language.Language{first(l), first(l).Other()} {
				if s := textSpan(t.Term, of, brief.Address{Block: b.ID, Slot: brief.TermSlot.Of(n)}); len(s) > 0 && !(shared && k > 0) {
					cells[j].spans, cells[j].sides = append(cells[j].spans, s), append(cells[j].sides, k)
				}
			}
			cells[0].anchor = termAnchor(t.ID)
			if s := textSpan(t.Definition, l, brief.Address{Block: b.ID, Slot: brief.DefinitionSlot.Of(n)}); len(s) > 0 {
				meaning.spans, meaning.sides = append(meaning.spans, s), append(meaning.sides, k)
			}
		}
		if c.layout == brief.Facing {
			cells[0].anchors = anchorsOf(b.Terms, orders, i)
		}
		if defined {
			cells = append(cells, meaning)
		}
		l.body = append(l.body, cells)
	}
	c.lattice(&l, false)
}

// anchorsOf returns the anchors of row i by side, where each side has its own
// order.
func anchorsOf(terms []brief.Entry, orders [][]int, i int) []string {
	out := make([]string, len(orders))
	for k, order := range orders {
		out[k] = termAnchor(terms[order[i]].ID)
	}
	return out
}
