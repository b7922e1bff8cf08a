package figure

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"celun/app/brief"
	"celun/app/language"
)

// plain returns a text without its markup, on one line.
func plain(s string) string { return strings.Join(strings.Fields(brief.Plain(s)), " ") }

// breakLines breaks a text into as few lines as it needs at a width, all about
// equally long. Chinese breaks between characters but not before a closing
// mark or after an opening one; words and numbers stay whole unless one is
// wider than the line.
func (p *pen) breakLines(s string, l language.Language, size float64, bold bool, width float64) []string {
	measure := func(s string) float64 { return p.measure(s, l, size, bold) }
	parts := pieces(s)
	if l == language.ZH && p.breaks != nil {
		parts = phrases(parts, p.breaks(s))
	}
	lines := fillLines(parts, measure, width)
	if len(lines) < 2 {
		return lines
	}
	// The narrowest width that takes no more lines evens them.
	low, high := width/2, width
	for range 7 {
		middle := (low + high) / 2
		if even := fillLines(parts, measure, middle); len(even) <= len(lines) && fits(even, measure, width) {
			lines, high = even, middle
		} else {
			low = middle
		}
	}
	return lines
}

// phrases joins pieces that are not parted by a break between words.
func phrases(parts []string, breaks []int) []string {
	var out []string
	at := 0
	for i, part := range parts {
		if i > 0 && !slices.Contains(breaks, at) && !strings.HasSuffix(out[len(out)-1], " ") {
			out[len(out)-1] += part
		} else {
			out = append(out, part)
		}
		at += utf8.RuneCountInString(part)
	}
	return out
}

func fits(lines []string, measure func(string) float64, width float64) bool {
	for _, s := range lines {
		if measure(s) > width {
			return false
		}
	}
	return true
}

// fillLines fills one line after the other.
func fillLines(parts []string, measure func(string) float64, width float64) []string {
	var lines []string
	now := ""
	flush := func() {
		if s := strings.TrimSpace(now); s != "" {
			lines = append(lines, s)
		}
		now = ""
	}
	for _, part := range parts {
		if measure(strings.TrimRight(now+part, " ")) <= width {
			now += part
			continue
		}
		flush()
		for measure(strings.TrimRight(part, " ")) > width {
			n := prefix(part, measure, width)
			if n == 0 || n >= len(part) {
				break
			}
			lines = append(lines, part[:n])
			part = part[n:]
		}
		now = part
	}
	flush()
	return lines
}

// prefix returns how many bytes of a word fit, at least one character.
func prefix(s string, measure func(string) float64, width float64) int {
	n := 0
	for i, r := range s {
		end := i + utf8.RuneLen(r)
		if r == utf8.RuneError {
			end = i + 1
		}
		if n > 0 && measure(s[:end]) > width {
			break
		}
		n = end
	}
	return n
}

const (
	closing = "，。、；：！？）》」』】〕”’…%％‰,.;:!?)]}"
	opening = "（《「『【〔“‘([{"
)

// pieces cuts a text where a line may end.
func pieces(s string) []string {
	var out []string
	add := func(piece string, glue bool) {
		if n := len(out); glue && n > 0 {
			out[n-1] += piece
			return
		}
		out = append(out, piece)
	}
	glue := false // the next piece may not begin a line
	for s != "" {
		r, n := utf8.DecodeRuneInString(s)
		switch {
		case r == ' ':
			add(" ", true)
			glue = false
		case strings.ContainsRune(closing, r):
			add(s[:n], true)
			glue = r < 0x80 // the 5 of .5
		case strings.ContainsRune(opening, r):
			add(s[:n], glue)
			glue = true
		case language.IsHan(r):
			add(s[:n], glue)
			glue = false
		default:
			if w := language.Western(s); w > 0 {
				n = w
				if h := strings.IndexByte(s[:w], '-'); h > 2 && w-h > 3 {
					n = h + 1 // a compound may be broken at its hyphen
				}
			} else {
				for n < len(s) {
					next, m := utf8.DecodeRuneInString(s[n:])
					if next == ' ' || language.IsHan(next) || strings.ContainsRune(closing+opening, next) {
						break
					}
					n += m
				}
			}
			add(s[:n], glue || r == '—' || r == '–')
			last, _ := utf8.DecodeLastRuneInString(s[:n])
			// A number keeps what it counts: 27亿, 2022年.
			next, _ := utf8.DecodeRuneInString(s[n:])
			glue = unicode.IsDigit(last) && language.IsHan(next) || last == '—'
		}
		s = s[n:]
	}
	return out
}
