package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A piece is a stretch of a text with one kind of markup; its text is without
// the markup's marks.
type piece struct {
	text     string
	strong   bool
	emphasis bool
	cite     []string // ids of a run of citations; text is then empty
	offset   int      // rune offset in the marked-up text
}

// parse cuts a text into pieces: **strong**, *emphasis* and [^id]. A mark
// without its twin is ordinary text.
func parse(s string) []piece {
	if !strings.ContainsAny(s, "*[") {
		if s == "" {
			return nil
		}
		return []piece{{text: s}}
	}
	p := parser{src: s}
	p.run()
	return p.out
}

type parser struct {
	src              string
	out              []piece
	start, offset    int // bytes and runes at the start of the piece at hand
	strong, emphasis bool
}

func (p *parser) run() {
	for i := 0; i < len(p.src); {
		switch p.src[i] {
		case '*':
			n := 1
			if strings.HasPrefix(p.src[i:], "**") && !(p.emphasis && !p.strong && strings.HasPrefix(p.src[i:], "***")) {
				n = 2
			}
			if p.toggles(i, n) {
				p.cut(i, n)
				if n == 2 {
					p.strong = !p.strong
				} else {
					p.emphasis = !p.emphasis
				}
			}
			i += n
		case '[':
			end := citation(p.src[i:])
			if end == 0 {
				i++
				continue
			}
			p.cut(i, 0)
			var ids []string
			j := i
			for end > 0 {
				ids = append(ids, p.src[j+2:j+end-1])
				j += end
				end = citation(p.src[j:])
			}
			p.out = append(p.out, piece{cite: ids, offset: p.offset, strong: p.strong})
			p.offset += utf8.RuneCountInString(p.src[i:j])
			p.start, i = j, j
		default:
			i++
		}
	}
	p.cut(len(p.src), 0)
}

// cut ends the piece at hand before byte i and starts the next one n bytes
// further on.
func (p *parser) cut(i, n int) {
	if text := p.src[p.start:i]; text != "" {
		p.out = append(p.out, piece{text: text, strong: p.strong, emphasis: p.emphasis, offset: p.offset})
		p.offset += utf8.RuneCountInString(text)
	}
	p.start = i + n
	p.offset += n
}

// toggles reports whether the n asterisks at byte i open or close something.
func (p *parser) toggles(i, n int) bool {
	open := p.emphasis
	if n == 2 {
		open = p.strong
	}
	if open {
		r, _ := utf8.DecodeLastRuneInString(p.src[:i])
		return !unicode.IsSpace(r)
	}
	rest := p.src[i+n:]
	r, _ := utf8.DecodeRuneInString(rest)
	if rest == "" || unicode.IsSpace(r) || r == '*' {
		return false
	}
	for j := 0; j < len(rest); {
		k := strings.IndexByte(rest[j:], '*')
		if k < 0 {
			return false
		}
		k += j
		m := 1
		if strings.HasPrefix(rest[k:], "**") {
			m = 2
		}
		r, _ := utf8.DecodeLastRuneInString(rest[:k])
		if m == n && k > 0 && !unicode.IsSpace(r) {
			return true
		}
		j = k + m
	}
	return false
}

// citation returns the length in bytes of the [^id] that s begins with, or 0.
func citation(s string) int {
	if !strings.HasPrefix(s, "[^") {
		return 0
	}
	end := strings.IndexByte(s, ']')
	if end < 3 || strings.ContainsAny(s[2:end], " \n[") {
		return 0
	}
	return end + 1
}

// plain returns a text without its markup and citations.
func plain(s string) string {
	pieces := parse(s)
	if len(pieces) == 1 && pieces[0].cite == nil {
		return pieces[0].text
	}
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(p.text)
	}
	return b.String()
}
