package number

import (
	"strings"
	"unicode"
)

// A token is a word, a number in digits or one mark of an English text.
type token struct {
	text     string // a word in lower case; empty for digits
	from, to int
	capital  bool // the word begins with a capital
	digits   bool
	word     bool
}

// An english reads one English text.
type english struct {
	runes  []rune
	tokens []token
	values []Value
	i      int // in tokens
}

func readEnglish(text string) []Value {
	e := &english{runes: fold(text)}
	e.cut()
	for e.i < len(e.tokens) {
		e.step()
	}
	return ranges(e.runes, joined(e.runes, e.values))
}

// cut makes the tokens. Addresses and spaces are none, and names with digits
// give their values at once: they are merged in order by step.
func (e *english) cut() {
	e.tokens = make([]token, 0, len(e.runes)/5+1) // about five runes to a word and its space
	for i := 0; i < len(e.runes); {
		r := e.runes[i]
		if r < 0x80 && (isLatin(r) || isDigit(r)) {
			if end := address(e.runes, i); end > i {
				i = end
				continue
			}
		}
		switch {
		case isDigit(r):
			end := readLiteral(e.runes, i).end
			e.tokens = append(e.tokens, token{from: i, to: end, digits: true})
			i = end
		case unicode.IsLetter(r):
			end := i
			for end < len(e.runes) && unicode.IsLetter(e.runes[end]) {
				end++
			}
			word := string(e.runes[i:end])
			e.tokens = append(e.tokens, token{text: strings.ToLower(word), from: i, to: end, word: true, capital: unicode.IsUpper(r)})
			i = end
		case unicode.IsSpace(r) && r != '\n':
			i++
		default:
			text := string(r)
			if isDash(r) {
				text = "-"
			}
			e.tokens = append(e.tokens, token{text: text, from: i, to: i + 1})
			i++
		}
	}
}

// tok returns the token at i; past either end, one that is nothing.
func (e *english) tok(i int) token {
	if i < 0 || i >= len(e.tokens) {
		return token{from: -1, to: -1}
	}
	return e.tokens[i]
}

// is reports whether the tokens at i are the given words, in lower case.
func (e *english) is(i int, words ...string) bool {
	for k, w := range words {
		if e.tok(i+k).text != w {
			return false
		}
	}
	return true
}

// touches reports that nothing stands between the tokens i and i+1.
func (e *english) touches(i int) bool {
	return i >= 0 && i+1 < len(e.tokens) && e.tokens[i].to == e.tokens[i+1].from
}

// hyphen returns the place after a hyphen at i that joins two words, or i.
func (e *english) hyphen(i int) int {
	if e.tok(i).text == "-" && e.touches(i) && e.touches(i-1) {
		return i + 1
	}
	return i
}
