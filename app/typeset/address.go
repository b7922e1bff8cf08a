package typeset

import (
	"net/url"
	"strings"

	"celun/app/language"

	"golang.org/x/net/idna"
)

// targets finds the web addresses in a passage. known is one that stands in it
// whole, as the sources of a brief give theirs; where others end is told from
// their characters.
func targets(set *lines, known string) []target {
	var b strings.Builder
	for i := range set.lines {
		for k := range set.lines[i].runs {
			r := &set.lines[i].runs[k]
			text := r.text
			if r.hyphen {
				text = text[:len(text)-1]
			}
			b.WriteString(text)
		}
	}
	runes := []rune(b.String())
	whole := []rune(strings.TrimSpace(known))
	var out []target
	for i := 0; i < len(runes); i++ {
		if !beginsAddress(runes[i:]) {
			continue
		}
		j := i + len(whole)
		if len(whole) == 0 || j > len(runes) || string(runes[i:j]) != string(whole) {
			j = i + addressLength(runes[i:])
		}
		if link, ok := encoded(string(runes[i:j])); ok {
			out = append(out, target{from: i, to: j, url: link})
		}
		i = j
	}
	return out
}

func beginsAddress(text []rune) bool {
	s := string(text[:min(len(text), 8)])
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")
}

// addressLength returns how long the address is that text begins with. Hanzi
// belong to it where they begin a part of it, after a slash or a sign of a
// query: a sentence that goes on right after an address goes on after a Latin
// letter.
func addressLength(text []rune) int {
	j := 0
	for ; j < len(text); j++ {
		r := text[j]
		if r <= ' ' || strings.ContainsRune("<>\"{}|\\^`", r) {
			break
		}
		if r < 0x80 {
			continue
		}
		if !language.IsHan(r) || j == 0 || text[j-1] < 0x80 && !strings.ContainsRune("/?&=#-_.%", text[j-1]) {
			break
		}
	}
	for j > 0 && strings.ContainsRune(".,;:)]", text[j-1]) {
		j--
	}
	return j
}

// encoded returns an address as a reader of PDFs takes it, in ASCII: the
// name of its host in Punycode, the rest in per cent of its UTF-8. It is not ok
// if it has no host.
func encoded(address string) (link string, ok bool) {
	u, err := url.Parse(address)
	if err != nil {
		return address, true // whoever opens it may make something of it
	}
	if u.Host == "" {
		return "", false
	}
	if host, err := idna.Lookup.ToASCII(u.Hostname()); err == nil && host != u.Hostname() {
		if u.Port() != "" {
			host += ":" + u.Port()
		}
		u.Host = host
	}
	var b strings.Builder
	for _, c := range []byte(u.String()) {
		if c > ' ' && c < 0x7F {
			b.WriteByte(c)
			continue
		}
		const hexadecimal = "0123456789ABCDEF"
		b.WriteByte('%')
		b.WriteByte(hexadecimal[c>>4])
		b.WriteByte(hexadecimal[c&15])
	}
	return b.String(), true
}
