package brief

import (
	"strings"
	"unicode"
)

// asides read what stands in brackets in a text.
type asides struct {
	text   []rune
	widths []int // see [brackets]
}

// at reads a citation, a footnote, a cross-reference or a term that starts at
// a place. It returns its width in runes, or 0.
func (a asides) at(place int) (s Span, width int) {
	text := a.text[place:]
	if len(text) < 4 {
		return s, 0
	}
	switch {
	case text[0] == '[' && text[1] == '^':
		return cite(text)
	case text[0] == '[' && text[1] == '#':
		s.Refer, width = identifier(text, 2, "]")
	case text[0] == '[' && text[1] == '[':
		return term(text)
	case text[0] == '^' && text[1] == '[':
		if n := a.widths[place+1]; n > 1 {
			s.Note, width = string(text[2:n+1]), n+2
		}
	}
	return s, width
}

// cite reads [^id], [^=id] or [^id|pages] at the start of text and returns
// its width in runes, or 0. An id has 1 to 64 characters and no space,
// bracket or mark; pages have as many at most and stand on one line.
func cite(text []rune) (c Span, width int) {
	const most = 64
	if len(text) < 4 || text[0] != '[' || text[1] != '^' {
		return Span{}, 0
	}
	i := 2
	if text[i] == '=' {
		c.Inline = true
		i++
	}
	start, bar := i, 0
	for ; i < len(text); i++ {
		switch r := text[i]; {
		case r == ']':
			if bar > 0 {
				c.Cite, c.Pages = string(text[start:bar]), string(text[bar+1:i])
			} else {
				c.Cite = string(text[start:i])
			}
			if c.Cite == "" || bar > 0 && strings.TrimSpace(c.Pages) == "" {
				return Span{}, 0
			}
			return c, i + 1
		case r == '|' && bar == 0:
			bar = i
		case r == '[' || r == '*' || r == '\\' || r == '\n',
			bar == 0 && (unicode.IsSpace(r) || i-start >= most),
			bar > 0 && i-bar > most:
			return Span{}, 0
		}
	}
	return Span{}, 0
}

// identifier reads an id from a place to the mark that ends it, and returns
// where it goes on after the mark, or 0. An id has 1 to 64 characters and no
// space, bracket or mark.
func identifier(text []rune, from int, end string) (id string, next int) {
	for i := from; i < len(text) && i <= from+64; i++ {
		r := text[i]
		if string(r) == end {
			if i == from {
				return "", 0
			}
			return string(text[from:i]), i + 1
		}
		if unicode.IsSpace(r) || strings.ContainsRune(`[]|*\`, r) {
			return "", 0
		}
	}
	return "", 0
}

// term reads [[id|words]] at the start of text. The words are in one line and
// without markup.
func term(text []rune) (s Span, width int) {
	id, at := identifier(text, 2, "|")
	if at == 0 {
		return s, 0
	}
	for i := at; i+1 < len(text) && text[i] != '\n' && text[i] != '['; i++ {
		if text[i] == ']' {
			if i == at || text[i+1] != ']' {
				return s, 0
			}
			return Span{Term: id, Text: string(text[at:i]), Offset: at}, i + 2
		}
	}
	return s, 0
}

// brackets returns for each opening bracket how far off the one is that closes
// it in the same line; 0 for what is none, or is not closed. Only footnotes
// need it: nil if the text has none.
func brackets(text []rune) []int {
	for i := 0; ; i++ {
		if i+1 >= len(text) {
			return nil
		}
		if text[i] == '^' && text[i+1] == '[' {
			break
		}
	}
	widths := make([]int, len(text))
	var open []int
	for i := 0; i < len(text); i++ {
		if escapes(text[i:]) {
			i++
			continue
		}
		switch text[i] {
		case '\n':
			open = open[:0]
		case '[':
			open = append(open, i)
		case ']':
			if n := len(open); n > 0 {
				widths[open[n-1]] = i - open[n-1]
				open = open[:n-1]
			}
		}
	}
	return widths
}
