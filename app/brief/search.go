package brief

import (
	"unicode"
	"unicode/utf8"

	"celun/app/language"
)

// A Match is where a text holds what was looked for: from Start to End (runes)
// of the text with its markup.
type Match struct {
	At         Address
	Start, End int
	// Whole says that no markup lies within, so that it can be replaced.
	Whole bool
}

// Search returns every place in the brief that reads as the query does, in the
// order of the document: markup between its characters is passed over, and
// what has no text of its own, such as the id of a source, is not searched.
// Unless exact, capitals and small letters are the same, and so are letters
// and digits of full and half width. A language limits it to that; empty is
// both.
func (b *Brief) Search(query string, exact bool, l language.Language) []Match {
	wanted := []rune(query)
	if len(wanted) == 0 {
		return nil
	}
	same := func(r rune) rune { return r }
	if !exact {
		same = foldRune
	}
	for i, r := range wanted {
		wanted[i] = same(r)
	}
	var found []Match
	for at, text := range b.Addresses() {
		if text == "" || l != "" && at.Language != "" && at.Language != l {
			continue
		}
		found = searchText(found, at, text, wanted, same)
	}
	return found
}

func searchText(found []Match, at Address, text string, wanted []rune, same func(rune) rune) []Match {
	spans := Parse(text)
	if len(spans) == 1 && spans[0].Text == text {
		return searchPlain(found, at, text, wanted, same)
	}
	runes, places := make([]rune, 0, len(text)), make([]int, 0, len(text))
	for _, s := range spans {
		i := 0
		for _, r := range s.Text {
			runes, places = append(runes, same(r)), append(places, s.Offset+i)
			i++
		}
	}
	for i := 0; i+len(wanted) <= len(runes); {
		k := 0
		for k < len(wanted) && runes[i+k] == wanted[k] {
			k++
		}
		if k < len(wanted) {
			i++
			continue
		}
		m := Match{At: at, Start: places[i], End: places[i+k-1] + 1}
		m.Whole = m.End-m.Start == k
		found = append(found, m)
		i += k
	}
	return found
}

// searchPlain is searchText in a text without markup, as most are.
func searchPlain(found []Match, at Address, text string, wanted []rune, same func(rune) rune) []Match {
	for i, n := 0, 0; i < len(text); n++ {
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		if same(r) != wanted[0] {
			continue
		}
		end, k := i, 1
		for k < len(wanted) && end < len(text) {
			r, size := utf8.DecodeRuneInString(text[end:])
			if same(r) != wanted[k] {
				break
			}
			end, k = end+size, k+1
		}
		if k == len(wanted) {
			found = append(found, Match{At: at, Start: n, End: n + k, Whole: true})
			i, n = end, n+k-1
		}
	}
	return found
}

// foldRune makes a letter small, and a character of full width one of half.
func foldRune(r rune) rune {
	if r >= '！' && r <= '～' {
		r -= '！' - '!'
	}
	return unicode.ToLower(r)
}

// Replace returns the edit that puts a text, shown as it is, in the place of
// every match that can be replaced, and how many those are. The matches must
// be of the brief as it is.
func (b *Brief) Replace(matches []Match, with string) (Edit, int) {
	var batch Batch
	count := 0
	for i := 0; i < len(matches); {
		at := matches[i].At
		text, _ := b.Text(at)
		old := []rune(text)
		var next []rune
		from := 0
		for ; i < len(matches) && matches[i].At == at; i++ {
			m := matches[i]
			if !m.Whole || m.End > len(old) {
				continue
			}
			next = append(append(next, old[from:m.Start]...), []rune(Escape(with))...)
			from = m.End
			count++
		}
		next = append(next, old[from:]...)
		if string(next) != text {
			batch.Edits = append(batch.Edits, SetText{At: at, Text: string(next)})
		}
	}
	return batch, count
}
