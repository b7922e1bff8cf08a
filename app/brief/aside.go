package brief

import (
	"strings"
	"unicode"
)

// aside reads what stands in brackets at the start of text: a citation, a
// footnote, a cross-reference or a term. It returns its width in runes, or 0.
func aside(text []rune) (s Span, width int) {
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
		if end := closing(text[1:]); end > 1 {
			s.Note, width = string(text[2:end+1]), end+2
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

// closing returns where the bracket is that closes the one text starts with,
// in the same line; or 0.
func closing(text []rune) int {
	depth := 0
	for i := 0; i < len(text) && text[i] != '\n'; i++ {
		if escapes(text[i:]) {
			i++
			continue
		}
		switch text[i] {
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return 0
}
