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

// unmarked returns both sides of a text without markup.
func unmarked(t language.Text) language.Text {
	return language.Text{ZH: plain(t.ZH), EN: plain(t.EN)}
}

// breakLines breaks a text into as few lines as it needs at a width, all about
// equally long. Chinese breaks between characters, or between words if they
// are known, but not before a closing mark or after an opening one; words and
// numbers stay whole unless one is wider than the line.
func (p *pen) breakLines(s string, l language.Language, size float64, bold bool, width float64) []string {
	k := key{s, l, size, bold}
	parts := p.parts(k)
	if slices.ContainsFunc(parts, func(t part) bool { return t.width > width }) {
		var broken []part
		for _, t := range parts {
			broken = append(broken, p.broken(t, k, width)...)
		}
		parts = broken
	}
	n := count(parts, width)
	if n < 2 {
		return fill(parts, width)
	}
	// The narrowest width that takes no more lines evens them.
	low, high := width/2, width
	for _, p := range parts {
		low = max(low, min(p.width, width))
	}
	for range 7 {
		middle := (low + high) / 2
		if count(parts, middle) <= n {
			high = middle
		} else {
			low = middle
		}
	}
	return fill(parts, high)
}

// A key is a text as it is measured.
type key struct {
	text     string
	language language.Language
	size     float64
	bold     bool
}

// parts cuts a text where a line may end, and measures the parts once.
func (p *pen) parts(k key) []part {
	if parts, ok := p.cut[k]; ok {
		return parts
	}
	texts := pieces(k.text)
	if k.language == language.ZH && p.breaks != nil {
		texts = phrases(texts, p.breaks(k.text))
	}
	// A space at the end of a line, as one alone is, may count for nothing.
	space := p.measure("n n", k.language, k.size, k.bold) - p.measure("nn", k.language, k.size, k.bold)
	parts := make([]part, 0, len(texts))
	for _, t := range texts {
		trimmed := strings.TrimRight(t, " ")
		parts = append(parts, part{t, p.measure(trimmed, k.language, k.size, k.bold), float64(len(t)-len(trimmed)) * space})
	}
	p.cut[k] = parts
	return parts
}

// A part is what stays on one line, with the spaces after it, in pt.
type part struct {
	text         string
	width, space float64
}

// count returns how many lines [fill] fills.
func count(parts []part, width float64) int {
	n, at := 0, 0.0
	for i, p := range parts {
		if i == 0 || at > 0 && at+p.width > width+0.01 {
			n++
			at = 0
		}
		at += p.width + p.space
	}
	return n
}

// fill fills one line after the other. A part that is wider than the line has
// one to itself.
func fill(parts []part, width float64) []string {
	var lines []string
	now, at := "", 0.0
	for _, p := range parts {
		if at > 0 && at+p.width > width+0.01 {
			lines = append(lines, strings.TrimRight(now, " "))
			now, at = "", 0
		}
		if now == "" {
			p.text = strings.TrimLeft(p.text, " ")
		}
		now += p.text
		at += p.width + p.space
	}
	if now = strings.TrimRight(now, " "); now != "" {
		lines = append(lines, now)
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

// broken breaks a part that is wider than the line between any characters.
func (p *pen) broken(t part, k key, width float64) []part {
	if t.width <= width {
		return []part{t}
	}
	var out []part
	now := part{}
	for i, r := range t.text {
		end := i + utf8.RuneLen(r)
		if r == utf8.RuneError {
			end = i + 1
		}
		w := p.measure(t.text[i:end], k.language, k.size, k.bold)
		if now.text != "" && now.width+w > width && r != ' ' {
			out = append(out, now)
			now = part{}
		}
		now.text += t.text[i:end]
		if r != ' ' {
			now.width += w
		}
	}
	now.space = t.space
	return append(out, now)
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
