package library

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"celun/app/argument"
	"celun/app/language"
)

// A rendering is a way to write a term, folded, and what to write instead of
// it if it is to be avoided.
type rendering struct {
	text    string
	as      string // as the term gives it
	avoid   bool
	instead string
}

// renderings returns the renderings of all terms by language and first
// character, the longest first: of two that begin at the same place the longer one is meant. One that
// some term allows is not avoided for the sake of another term.
func (l *Library) renderings() map[language.Language]map[rune][]rendering {
	all := map[language.Language]map[rune][]rendering{}
	for _, of := range language.Both() {
		known := map[string]int{}
		var words []rendering
		for _, t := range l.Terms() {
			list := t.ZH
			if of == language.EN {
				list = t.EN
			}
			instead := ""
			for _, r := range list {
				if r.Status == argument.Preferred && instead == "" {
					instead = r.Text
				}
			}
			for _, r := range list {
				w := rendering{fold(r.Text), r.Text, r.Status == argument.Avoid, instead}
				if i, ok := known[w.text]; ok {
					words[i].avoid = words[i].avoid && w.avoid
				} else if w.text != "" {
					known[w.text] = len(words)
					words = append(words, w)
				}
			}
		}
		slices.SortStableFunc(words, func(a, b rendering) int { return len(b.text) - len(a.text) })
		all[of] = map[rune][]rendering{}
		for _, w := range words {
			first, _ := utf8.DecodeRuneInString(w.text)
			all[of][first] = append(all[of][first], w)
		}
	}
	return all
}

// avoided reports the renderings to avoid in a text, each once.
func (c *checking) avoided(a *argument.Argument, text string, l language.Language) {
	text = fold(text)
	var said []string
	for at := 0; at < len(text); {
		first, size := utf8.DecodeRuneInString(text[at:])
		words := c.words[l][first]
		i := slices.IndexFunc(words, func(r rendering) bool { return isAt(text, at, r.text) })
		if i < 0 {
			at += size
			continue
		}
		r := words[i]
		at += len(r.text)
		if r.avoid && !slices.Contains(said, r.text) {
			said = append(said, r.text)
			zh, en := "“"+r.as+"”是应避免的说法", fmt.Sprintf("‘%s’ is to be avoided", r.as)
			if r.instead != "" {
				zh, en = zh+"，可用“"+r.instead+"”", en+fmt.Sprintf("; write ‘%s’", r.instead)
			}
			c.add("B6", Error, a.ID, zh, en)
		}
	}
}

// isAt reports whether a rendering stands in a text at byte i, as a whole word
// where words have spaces between them.
func isAt(text string, i int, word string) bool {
	if !strings.HasPrefix(text[i:], word) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	first, _ := utf8.DecodeRuneInString(word)
	last, _ := utf8.DecodeLastRuneInString(word)
	after, _ := utf8.DecodeRuneInString(text[i+len(word):])
	joined := func(a, b rune) bool { return spaced(a) && spaced(b) }
	return !joined(before, first) && !joined(last, after)
}
