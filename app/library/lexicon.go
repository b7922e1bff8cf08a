package library

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"celun/app/argument"
	"celun/app/language"

	"golang.org/x/text/width"
)

// A Lexicon finds the terms of a library in a text. It is made once and may
// be read by any number of goroutines.
type Lexicon struct {
	terms []argument.Term
	words map[language.Language]map[rune][]rendering // by first character
}

// A rendering is a way to write a term, folded.
type rendering struct {
	text      string
	as        string // as the term gives it
	status    argument.Status
	terms     []int  // that have it
	instead   string // the preferred rendering
	inflected bool   // a plural or singular of what the term gives
}

// A Use is a rendering of a term where it stands in a text.
type Use struct {
	From, To  int             // runes
	Text      string          // as the text has it
	As        string          // as the term gives it
	Status    argument.Status // Avoid only if no term allows it
	Instead   string          // the preferred rendering in the language; empty if there is none
	Terms     []int           // places in [Lexicon.Terms]
	Inflected bool            // Text is a plural or singular of what the term gives
}

// Lexicon returns the lexicon of the library's terms.
func (l *Library) Lexicon() *Lexicon {
	x := &Lexicon{terms: l.Terms(), words: map[language.Language]map[rune][]rendering{}}
	for _, of := range language.Both() {
		known := map[string]int{}
		var words []rendering
		for n, t := range x.terms {
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
				for k, form := range forms(foldTerm(r.Text), of) {
					w := rendering{form, r.Text, r.Status, []int{n}, instead, k > 0}
					i, ok := known[form]
					switch {
					case form == "":
					case !ok:
						known[form] = len(words)
						words = append(words, w)
					default:
						words[i] = words[i].and(w)
					}
				}
			}
		}
		// Of two that begin at the same place the longer one is meant.
		slices.SortStableFunc(words, func(a, b rendering) int { return len(b.text) - len(a.text) })
		x.words[of] = map[rune][]rendering{}
		for _, w := range words {
			first, _ := utf8.DecodeRuneInString(w.text)
			x.words[of][first] = append(x.words[of][first], w)
		}
	}
	return x
}

// and returns what two terms say of one rendering: what a term gives itself
// counts before an inflected form of something else, and one that some term
// allows is not avoided for the sake of another term.
func (r rendering) and(w rendering) rendering {
	terms := append(slices.Clone(r.terms), w.terms...)
	if r.inflected && !w.inflected || r.inflected == w.inflected && r.status == argument.Avoid && w.status != argument.Avoid {
		r = w
	}
	r.terms = terms
	return r
}

// forms returns the forms of a folded rendering in which it may stand in a
// text, the given one first: of an English phrase its plural or singular as
// well. A single word is left alone: "divides" may be a verb.
func forms(text string, of language.Language) []string {
	all := []string{text}
	if of != language.EN || !strings.Contains(text, " ") {
		return all
	}
	switch {
	case strings.HasSuffix(text, "ies"):
		all = append(all, strings.TrimSuffix(text, "ies")+"y")
	case strings.HasSuffix(text, "ss"), strings.HasSuffix(text, "us"), strings.HasSuffix(text, "is"), strings.HasSuffix(text, "ics"):
	case strings.HasSuffix(text, "s"):
		all = append(all, strings.TrimSuffix(text, "s"))
	case strings.HasSuffix(text, "y") && !strings.ContainsAny(text[len(text)-2:len(text)-1], "aeiou"):
		all = append(all, strings.TrimSuffix(text, "y")+"ies")
	case strings.HasSuffix(text, "ch"), strings.HasSuffix(text, "sh"), strings.HasSuffix(text, "x"):
		all = append(all, text+"es")
	default:
		all = append(all, text+"s")
	}
	return all
}

// foldTerm is [fold] and makes apostrophes one.
func foldTerm(s string) string { return strings.ReplaceAll(fold(s), "'", "’") }

// Terms returns the terms that a [Use] refers to.
func (x *Lexicon) Terms() []argument.Term { return x.terms }

// Find returns the terms in a text, in their order and without overlap: in
// Chinese, which has no spaces between words, the longest at each place; in
// English whole words only, phrases in the plural too.
func (x *Lexicon) Find(of language.Language, text string) []Use {
	var uses []Use
	folded := foldTerm(text)
	words := x.words[of]
	runes := []rune(nil)
	before := rune(0)
	for at, n := 0, 0; at < len(folded); {
		first, size := utf8.DecodeRuneInString(folded[at:])
		candidates := words[first]
		if spaced(before) && spaced(first) { // within a word
			candidates = nil
		}
		before = first
		i := slices.IndexFunc(candidates, func(r rendering) bool { return isAt(folded, at, r.text) })
		if i < 0 {
			at += size
			n++
			continue
		}
		r := candidates[i]
		length := utf8.RuneCountInString(r.text)
		if runes == nil {
			runes = []rune(text)
		}
		if n+length > len(runes) {
			break // folding changed the number of characters: no place can be told
		}
		uses = append(uses, Use{n, n + length, string(runes[n : n+length]), r.as, r.status, r.instead, r.terms, r.inflected})
		before, _ = utf8.DecodeLastRuneInString(r.text)
		at += len(r.text)
		n += length
	}
	return uses
}

// spaced reports a character of a script that puts spaces between words.
func spaced(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) && !unicode.Is(unicode.Han, r)
}

// fold makes texts alike that differ in case or width only.
func fold(s string) string { return strings.ToLower(width.Fold.String(s)) }
