package cite

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// accents are the marks that TeX puts over or under a letter.
var accents = map[byte]string{
	'`': "\u0300", '\'': "\u0301", '^': "\u0302", '~': "\u0303", '"': "\u0308", '=': "\u0304", '.': "\u0307",
	'u': "\u0306", 'v': "\u030c", 'H': "\u030b", 'c': "\u0327", 'k': "\u0328", 'r': "\u030a", 'd': "\u0323", 'b': "\u0331",
}

// commands are what TeX writes with a word.
var commands = map[string]string{
	"ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å",
	"i": "ı", "j": "ȷ", "textendash": "–", "textemdash": "—", "ldots": "…", "dots": "…", "textquoteright": "’", "textquoteleft": "‘",
	"textquotedblleft": "“", "textquotedblright": "”", "textasciitilde": "~", "textbackslash": "\\", "textunderscore": "_", "S": "§",
	"copyright": "©", "pounds": "£", "euro": "€", "textregistered": "®", "degree": "°", "TeX": "TeX", "LaTeX": "LaTeX",
}

// unTeX returns what a text written for TeX shows.
func unTeX(s string) string {
	if !strings.ContainsAny(s, "\\{}~$-`'") {
		return strings.Join(strings.Fields(s), " ")
	}
	var out strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\' && i+1 < len(s):
			i += command(s[i+1:], &out)
		case c == '{' || c == '}' || c == '$':
		case c == '~':
			out.WriteByte(' ')
		case strings.HasPrefix(s[i:], "---"):
			out.WriteString("—")
			i += 2
		case strings.HasPrefix(s[i:], "--"):
			out.WriteString("–")
			i++
		case strings.HasPrefix(s[i:], "``"):
			out.WriteString("“")
			i++
		case strings.HasPrefix(s[i:], "''"):
			out.WriteString("”")
			i++
		default:
			out.WriteByte(c)
		}
	}
	return norm.NFC.String(strings.Join(strings.Fields(out.String()), " "))
}

// command writes what follows a backslash, and returns how long that is.
func command(s string, out *strings.Builder) int {
	letter := func(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }
	n := 1
	if letter(s[0]) {
		for n < len(s) && letter(s[n]) {
			n++
		}
	}
	name := s[:n]
	if mark, ok := accents[name[0]]; ok && len(name) == 1 {
		at := n
		for at < len(s) && (s[at] == ' ' || s[at] == '{') {
			at++
		}
		if at < len(s) && s[at] == '\\' && at+1 < len(s) && (s[at+1] == 'i' || s[at+1] == 'j') {
			at++ // the dotless letter under an accent is the plain one
		}
		if at < len(s) && letter(s[at]) {
			out.WriteString(s[at:at+1] + mark)
			return at + 1
		}
		return n
	}
	if text, ok := commands[name]; ok {
		out.WriteString(text)
		if n < len(s) && s[n] == ' ' {
			n++
		}
		return n
	}
	if !letter(name[0]) { // \& \% \_ \$ \#
		out.WriteString(name)
		return n
	}
	if n < len(s) && s[n] == ' ' {
		n++
	}
	return n // \emph{…} shows what it holds
}
