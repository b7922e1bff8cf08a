package library

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"celun/app/argument"
	"celun/app/language"
)

// avoided reports the renderings to avoid in a text, each once.
func (c *checking) avoided(a *argument.Argument, text string, l language.Language) {
	var said []string
	for _, u := range c.words.Find(l, text) {
		if u.Status != argument.Avoid || slices.Contains(said, u.As) {
			continue
		}
		said = append(said, u.As)
		zh, en := "“"+u.As+"”是应避免的说法", fmt.Sprintf("‘%s’ is to be avoided", u.As)
		if u.Instead != "" {
			zh, en = zh+"，可用“"+u.Instead+"”", en+fmt.Sprintf("; write ‘%s’", u.Instead)
		}
		c.add("B6", Error, a.ID, zh, en)
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
