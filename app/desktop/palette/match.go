package palette

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"celun/app/desktop/actions"
	"celun/app/language/pinyin"
)

// A found is an action that matches what was typed, with how well: less is
// better.
type found struct {
	action *actions.Action
	rank   int
}

// match returns the actions that match a query, the best first.
// A query matches the name in either language by its words, by letters of it
// in their order, or as it is read in pinyin. Without a query all are returned
// in the order of the menus, after those that were run last.
func match(list actions.List, query string, last []string, readings *pinyin.Table) []*actions.Action {
	query = strings.ToLower(strings.TrimSpace(query))
	var all []found
	for i, a := range list {
		rank, ok := i, true
		if query != "" {
			rank, ok = fit(a, query, readings)
			rank = rank*len(list) + i
		}
		if at := slices.Index(last, a.ID); at >= 0 {
			if query == "" {
				rank = at - len(last)
			} else {
				rank -= len(list) / 2
			}
		}
		if ok {
			all = append(all, found{a, rank})
		}
	}
	slices.SortStableFunc(all, func(a, b found) int { return cmp.Compare(a.rank, b.rank) })
	out := make([]*actions.Action, len(all))
	for i, f := range all {
		out[i] = f.action
	}
	return out
}

// fit says how well an action matches a query.
func fit(a *actions.Action, query string, readings *pinyin.Table) (rank int, ok bool) {
	zh, en := strings.ToLower(a.Name.ZH), strings.ToLower(a.Name.EN)
	group := a.Group.Name()
	whole := strings.ToLower(group.EN) + " " + en + " " + group.ZH + " " + zh
	switch {
	case strings.HasPrefix(zh, query) || strings.HasPrefix(en, query):
		return 0, true
	case startsWord(en, query) || strings.Contains(zh, query):
		return 1, true
	case everyWord(whole, query):
		return 2, true
	}
	if pinyin.IsQuery(query) {
		if start, _, found := readings.Find(query, a.Name.ZH); found {
			return 2 + min(start, 1), true
		}
	}
	if len([]rune(query)) > 1 && inOrder(en, query) {
		return 6, true
	}
	return 0, false
}

// startsWord reports whether a word of the text begins with the query.
func startsWord(text, query string) bool {
	for i := 0; ; {
		at := strings.Index(text[i:], query)
		if at < 0 {
			return false
		}
		if at += i; at == 0 || !unicode.IsLetter(rune(text[at-1])) {
			return true
		}
		i = at + 1
	}
}

// everyWord reports whether each word of the query is in the text.
func everyWord(text, query string) bool {
	for _, w := range strings.Fields(query) {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// inOrder reports whether the letters of the query stand in the text in their
// order, the first of them at the beginning of a word.
func inOrder(text, query string) bool {
	rest := []rune(strings.ReplaceAll(query, " ", ""))
	before := ' '
	begun := false
	for _, r := range text {
		if len(rest) > 0 && r == rest[0] && (begun || !unicode.IsLetter(before)) {
			rest, begun = rest[1:], true
		}
		before = r
	}
	return len(rest) == 0
}
