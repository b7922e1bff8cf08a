package brief

import (
	"strings"
	"unicode/utf8"
)

// An Item is one item of a list, as [Items] finds it.
type Item struct {
	Level    int // 0 for the outermost
	Numbered bool
	Text     string // with its inline markup
	Offset   int    // where Text starts in the text of the list, in runes
}

// MaxLevel is the deepest level of a list; what is indented further stays
// there.
const MaxLevel = 5

// Items returns the items of a list, one a line. Two spaces at the start of a
// line, or a tab, or a full-width space, put its item one level further in; a
// number with its mark before the text, such as 1. or 1、, makes it a numbered
// item, and a dash an item with a bullet, which is what all others are. The
// number itself is not kept: the pages count. Empty lines are items too, so
// that the items of two languages stay in step.
func Items(text string) []Item {
	if text == "" {
		return nil
	}
	var items []Item
	at := 0
	for line := range strings.SplitSeq(text, "\n") {
		it := Item{Offset: at}
		at += utf8.RuneCountInString(line) + 1
		columns := 0
		rest := strings.TrimLeftFunc(line, func(r rune) bool {
			switch r {
			case ' ':
				columns++
			case '\t', '　':
				columns += 2
			default:
				return false
			}
			it.Offset++
			return true
		})
		if rest != "" {
			it.Level = min(columns/2, MaxLevel)
		}
		width := 0
		if it.Numbered, width = itemMark(rest); width > 0 {
			it.Offset += utf8.RuneCountInString(rest[:width])
			rest = rest[width:]
		}
		it.Text = rest
		items = append(items, it)
	}
	return items
}

// itemMark reads the mark at the start of an item: whether it is a number, and
// its width in bytes, or 0. A number ends in a stop or bracket and a space, or
// in the Chinese mark, after which there need be none: 3.5 is no mark.
func itemMark(s string) (numbered bool, width int) {
	for _, dash := range []string{"- ", "– ", "• "} {
		if strings.HasPrefix(s, dash) {
			return false, len(dash)
		}
	}
	digits := 0
	for digits < len(s) && s[digits] >= '0' && s[digits] <= '9' {
		digits++
	}
	if digits == 0 || digits > 3 {
		return false, 0
	}
	for _, mark := range []string{". ", ") ", "、", "．"} {
		if strings.HasPrefix(s[digits:], mark) {
			return true, digits + len(mark)
		}
	}
	return false, 0
}
