package brief

import (
	"strings"
	"unicode"
)

// A Span is a stretch of a text with the same look, or one of what has no
// text of its own, which is then empty: a citation, a footnote, a
// cross-reference.
type Span struct {
	Text      string
	Strong    bool
	Emphasis  bool
	Underline bool
	Dots      bool   // 着重号: a dot under each hanzi, which is how Chinese stresses a word
	Cite      string // id of the source, for a citation
	Inline    bool   // a citation that is a word of its sentence, as in 文献[4], and not a superscript
	Pages     string // the pages a citation points to, as written: 12–15
	Note      string // marked-up text of a footnote, which starts two runes after Offset
	Refer     string // id of the block or section, for a cross-reference
	Term      string // id of the term that Text is the rendering of
	// Offset is where Text starts in the marked-up text, in runes; rune i of
	// Text is rune Offset+i there. For what has no text it is where its
	// markup starts.
	Offset int
}

// Parse reads the light markup of a text:
//
//	**strong**  *emphasis*  __underline__  ..dots.. (着重号)
//	[^id]       cites a source; [^id|12–15] with pages, [^=id] as a word of
//	            its sentence, as in 文献[^=id]
//	^[text]     is a footnote, with markup of its own
//	[#id]       refers to a block or section by its number
//	[[id|text]] shows text as the term called id
//
// A backslash before *, [, ], __ or .. makes them ordinary characters. Marks
// pair within one line. An opening mark stands before a character and a
// closing mark after one, so 2 * 3 is what it looks like; underscores and dots
// that touch Latin letters on both sides, as in a__b, are what they look like
// too. A mark without its fellow is an ordinary character.
func Parse(text string) []Span {
	if !strings.ContainsAny(text, "*[\\") && !strings.Contains(text, "__") && !strings.Contains(text, "..") {
		if text == "" {
			return nil
		}
		return []Span{{Text: text}}
	}
	return spans([]rune(text))
}

// Plain returns the text without its markup, and without citations, footnotes
// and cross-references.
func Plain(text string) string {
	var s strings.Builder
	for _, span := range Parse(text) {
		s.WriteString(span.Text)
	}
	return s.String()
}

// Escape returns markup that shows s as it is.
func Escape(s string) string {
	var b strings.Builder
	text := []rune(s)
	for i := 0; i < len(text); i++ {
		switch r := text[i]; r {
		case '*', '[', ']':
			b.WriteByte('\\')
		case '_', '.':
			n := runOf(text[i:])
			if n == 2 {
				b.WriteByte('\\')
			}
			b.WriteString(string(text[i : i+n]))
			i += n - 1
			continue
		}
		b.WriteRune(text[i])
	}
	return b.String()
}

// The signs of markup.
const (
	noSign = iota
	emphasisSign
	strongSign
	underlineSign
	dotsSign
	lineEnd // no sign, but what ends every open one
	signs
)

// A mark is a run of asterisks, underscores or dots that may open or close.
type mark struct {
	at, width   int
	sign        uint8
	open, close bool
}

// spans parses runes that contain markup.
func spans(text []rune) []Span {
	brackets := asides{text, brackets(text)}
	paired := pair(marks(text, brackets))
	var out []Span
	var look Span // the look of what comes next
	var run []rune
	start := 0
	flush := func() {
		if len(run) > 0 {
			look.Text, look.Offset = string(run), start
			out = append(out, look)
			run = nil
		}
	}
	for i := 0; i < len(text); {
		if m := paired[i]; m.width > 0 {
			flush()
			switch m.sign {
			case strongSign:
				look.Strong = !look.Strong
			case emphasisSign:
				look.Emphasis = !look.Emphasis
			case underlineSign:
				look.Underline = !look.Underline
			case dotsSign:
				look.Dots = !look.Dots
			}
			i += m.width
			continue
		}
		if s, width := brackets.at(i); width > 0 {
			flush()
			s.Strong, s.Emphasis, s.Underline, s.Dots = look.Strong, look.Emphasis, look.Underline, look.Dots
			s.Offset += i
			out = append(out, s)
			i += width
			continue
		}
		if escapes(text[i:]) {
			// A new span, so that its offsets count from after the backslash.
			flush()
			i++
		}
		if len(run) == 0 {
			start = i
		}
		run = append(run, text[i])
		i++
	}
	flush()
	return out
}

// marks finds the runs that can be marks, in order. Three asterisks in a row
// are a strong and an emphasis mark; longer runs, and other than two
// underscores or dots, are what they look like: a blank to fill in, an
// ellipsis.
func marks(text []rune, brackets asides) []mark {
	var found []mark
	for i := 0; i < len(text); {
		if escapes(text[i:]) {
			i += 2
			continue
		}
		if _, width := brackets.at(i); width > 0 {
			i += width
			continue
		}
		switch text[i] {
		case '\n':
			found = append(found, mark{at: i, sign: lineEnd})
			i++
			continue
		case '*', '_', '.':
		default:
			i++
			continue
		}
		n := runOf(text[i:])
		end := i + n
		var before, after rune = ' ', ' '
		if i > 0 {
			before = text[i-1]
		}
		if end < len(text) {
			after = text[end]
		}
		inside := western(before) && western(after)
		open, closes := !unicode.IsSpace(after), !unicode.IsSpace(before)
		switch text[i] {
		case '_':
			if n == 2 {
				found = append(found, mark{i, n, underlineSign, open && !inside, closes && !inside})
			}
		case '.':
			switch {
			case n == 2:
				found = append(found, mark{i, n, dotsSign, unicode.IsLetter(after) && !inside, unicode.IsLetter(before) && !inside})
			case n == 3 && unicode.IsLetter(before): // ends in a full stop
				found = append(found, mark{i, 2, dotsSign, false, true})
			}
		default:
			switch n {
			case 1:
				found = append(found, mark{i, 1, emphasisSign, open, closes})
			case 2:
				found = append(found, mark{i, 2, strongSign, open, closes})
			case 3:
				found = append(found, mark{i, 2, strongSign, open, closes}, mark{i + 2, 1, emphasisSign, open, closes})
			}
		}
		i = end
	}
	return found
}

// runOf returns how often the first character of text is repeated.
func runOf(text []rune) int {
	n := 1
	for n < len(text) && text[n] == text[0] {
		n++
	}
	return n
}

// western reports whether r is a letter or digit of Latin text.
func western(r rune) bool {
	return r < 0x250 && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// pair returns every mark that has a fellow, by its place.
func pair(marks []mark) map[int]mark {
	paired := map[int]mark{}
	var opened [signs]*mark
	for i := range marks {
		m := &marks[i]
		if m.sign == lineEnd {
			opened = [signs]*mark{}
			continue
		}
		o := opened[m.sign]
		switch {
		case o != nil && m.close:
			paired[o.at], paired[m.at] = *o, *m
			opened[m.sign] = nil
		case m.open:
			opened[m.sign] = m
		}
	}
	return paired
}

// escapes reports whether text begins with a backslash that makes what
// follows it ordinary.
func escapes(text []rune) bool {
	if len(text) < 2 || text[0] != '\\' {
		return false
	}
	switch text[1] {
	case '*', '[', ']':
		return true
	case '_', '.':
		return runOf(text[1:]) == 2
	}
	return false
}
