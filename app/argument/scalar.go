package argument

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"celun/app/language"
)

// A writer sets the lines of a pack file.
type writer struct{ out []byte }

// A text of more than longest characters is folded, to lines that hold at most
// width of them beside their indent.
const (
	longest = 100
	width   = 96
)

func (w *writer) raw(s string) { w.out = append(w.out, s...) }

// line writes a line, indented by depth steps of two spaces.
func (w *writer) line(depth int, s string) {
	w.raw(strings.Repeat("  ", depth))
	w.raw(s)
	w.raw("\n")
}

// field writes a name with a short value.
func (w *writer) field(depth int, name, value string) {
	w.line(depth, name+": "+plain(value, false))
}

// list writes short values on one line.
func (w *writer) list(depth int, name string, values []string) {
	items := make([]string, 0, len(values))
	for _, v := range values {
		items = append(items, plain(v, true))
	}
	w.line(depth, name+": ["+strings.Join(items, ", ")+"]")
}

// text writes a text in both languages, each on lines of its own.
func (w *writer) text(depth int, name string, t language.Text) {
	if t.IsEmpty() {
		w.line(depth, name+": "+pair(t))
		return
	}
	w.line(depth, name+":")
	w.prose(depth+1, "zh", t.ZH)
	w.prose(depth+1, "en", t.EN)
}

// prose writes a text: on one line, folded if that were long and the text has
// spaces to fold at, or line by line if it has lines.
func (w *writer) prose(depth int, name, s string) {
	switch {
	case isLines(s):
		w.line(depth, name+": |-")
		for l := range strings.SplitSeq(s, "\n") {
			if l == "" {
				w.raw("\n")
			} else {
				w.line(depth+1, l)
			}
		}
	case utf8.RuneCountInString(s) > longest && isFoldable(s):
		w.line(depth, name+": >-")
		w.fold(depth+1, s)
	default:
		w.field(depth, name, s)
	}
}

// fold writes words on lines of at most width characters.
func (w *writer) fold(depth int, s string) {
	var line strings.Builder
	n := 0
	for word := range strings.SplitSeq(s, " ") {
		size := utf8.RuneCountInString(word)
		if n > 0 && n+1+size > width {
			w.line(depth, line.String())
			line.Reset()
			n = 0
		}
		if n > 0 {
			line.WriteByte(' ')
			n++
		}
		line.WriteString(word)
		n += size
	}
	w.line(depth, line.String())
}

// isFoldable reports a text whose line breaks would come back as the spaces
// they stand for, and which reads well when folded, as Chinese does not.
func isFoldable(s string) bool {
	return s != "" && !strings.HasPrefix(s, " ") && !strings.HasSuffix(s, " ") && !strings.Contains(s, "  ") &&
		strings.Contains(s, " ") && !strings.ContainsFunc(s, func(r rune) bool { return isSpecial(r) || language.IsHan(r) })
}

// isLines reports a text of several lines that a literal block keeps.
func isLines(s string) bool {
	if !strings.Contains(s, "\n") || strings.HasSuffix(s, "\n") || strings.HasPrefix(s, "\n") || strings.HasPrefix(s, " ") {
		return false
	}
	for l := range strings.SplitSeq(s, "\n") {
		if l != "" && strings.TrimSpace(l) == "" || strings.ContainsFunc(l, isSpecial) {
			return false
		}
	}
	return true
}

// isSpecial reports a character that YAML does not keep, or that nobody can
// see, as it stands.
func isSpecial(r rune) bool {
	return r == '\ufeff' || r == utf8.RuneError || unicode.IsControl(r) || r == '\u2028' || r == '\u2029' ||
		unicode.Is(unicode.Cs, r) || r&0xfffe == 0xfffe
}

// pair writes both languages on one line.
func pair(t language.Text) string {
	return "{zh: " + plain(t.ZH, true) + ", en: " + plain(t.EN, true) + "}"
}

// plain returns a value without quotation marks if it is one word or sentence
// to YAML too; inside {} and [] if flow is set.
func plain(s string, flow bool) string {
	if s == "" || strings.HasPrefix(s, " ") || strings.HasSuffix(s, " ") || isMeant(s) || strings.ContainsFunc(s, isSpecial) {
		return quoted(s)
	}
	if strings.ContainsAny(s[:1], "-?:,[]{}#&*!|>'\"%@`=<~") {
		return quoted(s)
	}
	if strings.Contains(s, ": ") || strings.Contains(s, " #") || strings.HasSuffix(s, ":") || strings.HasPrefix(s, "...") {
		return quoted(s)
	}
	if flow && strings.ContainsAny(s, ",[]{}:") {
		return quoted(s)
	}
	return s
}

// isMeant reports a value that YAML would take for nothing, yes or no, a
// number or a date.
func isMeant(s string) bool {
	if slices.Contains([]string{"null", "true", "false", "yes", "no", "on", "off", "y", "n"}, strings.ToLower(s)) {
		return true
	}
	return strings.ContainsAny(s[:1], "0123456789.+-") && strings.Trim(strings.ToLower(s), "0123456789abcdefinox.+-_:tz ") == ""
}

// quoted returns a value in double quotation marks.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case isSpecial(r) && r <= 0xff:
			fmt.Fprintf(&b, `\x%02x`, r)
		case isSpecial(r) && r <= 0xffff:
			fmt.Fprintf(&b, `\u%04x`, r)
		case isSpecial(r):
			fmt.Fprintf(&b, `\U%08x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// decimal returns a number as people write it, unless it is enormous.
func decimal(f float64) string {
	if s := strconv.FormatFloat(f, 'f', -1, 64); len(s) <= 20 {
		return s
	}
	return strconv.FormatFloat(f, 'g', -1, 64)
}
