package article

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// A Passage is a stretch of an article as it stands there.
type Passage struct {
	Paragraph     int    // from 1; where it begins
	Heading       string // that it stands under; may be empty
	Text          string
	Before, After string // some of what stands around it
}

// A Found tells whether an article has a quotation.
type Found struct {
	Whole   bool    // every part of it is there, in this order
	Passage Passage // where its first part stands, if that is there
	// From and To are the part of the quotation that is missing (runes).
	From, To int
}

// A flat is a text as two copies of it are compared: letters, characters and
// digits in one width and in small letters, without spaces, punctuation and
// the marks of notes. At tells where each stood.
type flat struct {
	runes []rune
	at    []int32
}

var noteMark = regexp.MustCompile(`^[\[［〔][0-9０-９]{1,3}(?:[,，、\-–—~][0-9０-９]{1,3})*[\]］〕]`)

// flatten makes the flat of a text.
func flatten(text []rune) flat {
	f := flat{}
	put := func(r rune, i int) {
		f.runes = append(f.runes, unicode.ToLower(r))
		f.at = append(f.at, int32(i))
	}
	for i := 0; i < len(text); i++ {
		r := fold(text[i])
		switch {
		case r == '[' || r == '〔':
			if m := noteMark.FindString(string(text[i:min(len(text), i+24)])); m != "" {
				i += utf8.RuneCountInString(m) - 1
			}
		case r >= 0xFB00 && r <= 0xFB06: // ligatures, as PDFs leave them
			for _, c := range norm.NFKC.String(string(r)) {
				put(c, i)
			}
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '%' || r == '‰':
			put(r, i)
		case r == '.' && i > 0 && i+1 < len(text) && unicode.IsDigit(fold(text[i-1])) && unicode.IsDigit(fold(text[i+1])):
			put(r, i) // 1.5 is not 15
		}
	}
	return f
}

// fold returns a character in its ordinary width.
func fold(r rune) rune {
	if r < 0x80 {
		return r
	}
	if n := width.LookupRune(r).Folded(); n != 0 {
		return n
	}
	return r
}

// index prepares the search.
func (a *Article) index() {
	size := 0
	for i := range a.Paragraphs {
		size += len(a.Paragraphs[i].Text)
	}
	a.runes = make([]rune, 0, size/2)
	for i := range a.Paragraphs {
		a.begins = append(a.begins, len(a.runes))
		a.runes = append(append(a.runes, []rune(a.Paragraphs[i].Text)...), '\n')
	}
	a.flat = flatten(a.runes)
	a.text = string(a.flat.runes)
}

// left is where a quotation leaves something out or where its editor put
// something in.
var left = regexp.MustCompile(`[\[［〔(（]?(?:…+|\.(?: ?\.){2,}|．{3,}|。{3,})[\]］〕)）]?|[（(]中?(?:前|后)?略[）)]|[\[［〔][^\[\]［］〔〕\n]+[\]］〕]`)

// A part is a stretch of a quotation with nothing left out (runes).
type part struct{ from, to int }

// parts returns the parts of a quotation.
func parts(quote string) []part {
	var all []part
	from := 0
	for _, m := range left.FindAllStringIndex(quote, -1) {
		if noteMark.MatchString(quote[m[0]:m[1]]) {
			continue
		}
		all = append(all, part{from, utf8.RuneCountInString(quote[:m[0]])})
		from = utf8.RuneCountInString(quote[:m[1]])
	}
	return append(all, part{from, utf8.RuneCountInString(quote)})
}

// Find looks a quotation up, without its quotation marks. Spaces, punctuation,
// widths and capitals do not count; what it leaves out by …… and what its
// editor put in brackets may be anything.
func (a *Article) Find(quote string) Found {
	quote = norm.NFC.String(quote)
	runes := []rune(quote)
	text := a.text
	found, at := Found{Whole: true}, 0
	for _, p := range parts(quote) {
		want := string(flatten(runes[p.from:p.to]).runes)
		if utf8.RuneCountInString(want) < 2 {
			continue // [T]he
		}
		i := strings.Index(text[at:], want)
		if i < 0 {
			found.Whole = false
			found.From, found.To = trimmed(runes, p)
			return found
		}
		if found.Passage.Paragraph == 0 {
			first := utf8.RuneCountInString(text[:at+i])
			found.Passage = a.passage(first, first+utf8.RuneCountInString(want))
		}
		at += i + len(want)
	}
	return found
}

// trimmed returns a part without the marks at its ends.
func trimmed(runes []rune, p part) (from, to int) {
	counts := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '%' || r == '‰' }
	for p.from < p.to && !counts(runes[p.from]) {
		p.from++
	}
	for p.to > p.from && !counts(runes[p.to-1]) {
		p.to--
	}
	return p.from, p.to
}

// passage returns what stands from one place of the flat text to another.
func (a *Article) passage(from, to int) Passage {
	const around = 16 // runes
	start, end := int(a.flat.at[from]), int(a.flat.at[to-1])+1
	n := 0
	for n+1 < len(a.begins) && a.begins[n+1] <= start {
		n++
	}
	clean := func(r []rune) string { return strings.TrimSpace(strings.ReplaceAll(string(r), "\n", " ")) }
	return Passage{
		Paragraph: n + 1, Heading: a.heading(n + 1),
		Text:   unmarked(a.runes[start:end]),
		Before: clean(a.runes[max(0, start-around):start]),
		After:  clean(a.runes[end:min(len(a.runes), end+around)]),
	}
}

// unmarked returns a stretch of an article without the marks of notes.
func unmarked(runes []rune) string {
	var all strings.Builder
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		if r == '[' || r == '［' || r == '〔' {
			if m := noteMark.FindString(string(runes[i:min(len(runes), i+24)])); m != "" {
				i += utf8.RuneCountInString(m) - 1
				continue
			}
		}
		switch {
		case r == '\n':
			all.WriteByte(' ')
		case r >= '①' && r <= '⑳', r >= '⓪' && r <= '⓿', r == '\u00AD':
		default:
			all.WriteRune(r)
		}
	}
	return strings.TrimSpace(all.String())
}
