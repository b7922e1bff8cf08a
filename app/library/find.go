package library

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"celun/app/language"

	"golang.org/x/text/width"
)

// A Hit is one argument that matches a query.
type Hit struct {
	*Entry
	Language language.Language // in which the best match stands; empty for an id or tag
	Score    int               // higher is better; 0 never occurs
}

// What a word of the query is worth by where it is found. Titles outweigh
// everything that stands in the lines of an entry, lines all statements.
const (
	wholeID      = 4000
	startOfID    = 1000
	wholeTitle   = 900
	inTitle      = 300
	inTag        = 120
	inLine       = 60
	inStatement  = 10
	startOfText  = 5 // added when the text begins with the word
	inTheMeasure = 8 // the value of a piece of evidence
)

// Find returns the arguments that match every word of the query, best first,
// at most limit of them (all if limit is 0 or less). Chinese matches as a
// substring, English from the start of a word and in either case, an id from
// its start; full-width letters and digits equal half-width ones. A match in
// a title outweighs one in a line, and that one in a statement. An empty
// query finds nothing.
func (l *Library) Find(query string, limit int) []Hit {
	words := strings.Fields(fold(query))
	if len(words) == 0 {
		return nil
	}
	var hits []Hit
	for _, e := range l.entries {
		if h, ok := match(e, words); ok {
			hits = append(hits, h)
		}
	}
	slices.SortStableFunc(hits, func(a, b Hit) int { return cmp.Compare(b.Score, a.Score) })
	if limit > 0 && len(hits) > limit {
		hits = hits[:limit]
	}
	return hits
}

// match scores an entry by the best place of every word; one word that is
// nowhere and the entry is no hit.
func match(e *Entry, words []string) (Hit, bool) {
	hit := Hit{Entry: e}
	top := 0
	for _, w := range words {
		best, in := 0, language.Language("")
		better := func(score int, l language.Language) {
			if score > best {
				best, in = score, l
			}
		}
		if id := fold(e.ID); id == w {
			better(wholeID, "")
		} else if strings.HasPrefix(id, w) {
			better(startOfID, "")
		}
		for _, tag := range e.Tags {
			better(worth(tag, w, inTag), "")
		}
		if e.Evidence != nil {
			better(worth(e.Evidence.Value, w, inTheMeasure), "")
		}
		for _, l := range language.Both() {
			if fold(e.Title.In(l)) == w {
				better(wholeTitle, l)
			}
			better(worth(e.Title.In(l), w, inTitle), l)
			better(worth(e.Line.In(l), w, inLine), l)
			better(worth(e.Statement.In(l), w, inStatement), l)
		}
		if best == 0 {
			return Hit{}, false
		}
		hit.Score += best
		if best > top {
			top, hit.Language = best, in
		}
	}
	return hit, true
}

// worth returns the score of a folded word in a text, or 0.
func worth(text, word string, score int) int {
	text = fold(text)
	for at := 0; ; {
		i := strings.Index(text[at:], word)
		if i < 0 {
			return 0
		}
		at += i
		if startsWord(text, at) {
			break
		}
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	if strings.HasPrefix(text, word) {
		score += startOfText
	}
	return score
}

// startsWord reports whether a match at byte i is not in the middle of a word
// written with letters or digits; between hanzi every place will do.
func startsWord(text string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	first, _ := utf8.DecodeRuneInString(text[i:])
	return i == 0 || !spaced(before) || !spaced(first)
}

// spaced reports a character of a script that puts spaces between words.
func spaced(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) && !unicode.Is(unicode.Han, r)
}

// fold makes texts alike that differ in case or width only.
func fold(s string) string { return strings.ToLower(width.Fold.String(s)) }
