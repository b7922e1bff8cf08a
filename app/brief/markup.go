package brief

import (
	"strings"
	"unicode"
)

// A Span is a stretch of a text with the same look. A citation is a span of
// its own with an empty Text.
type Span struct {
	Text     string
	Strong   bool
	Emphasis bool
	Cite     string // id of the source, for a citation
	// Offset is where Text starts in the marked-up text, in runes; rune i of
	// Text is rune Offset+i there. For a citation it is where its bracket
	// stands.
	Offset int
}

// Parse reads the light markup of a text: **strong**, *emphasis*, [^id] for a
// citation; a backslash before * or [ makes it an ordinary character. Marks
// pair within one line. An opening mark stands before a character and a
// closing mark after one, so 2 * 3 is what it looks like; a mark without its
// fellow is an ordinary character.
func Parse(text string) []Span {
	if !strings.ContainsAny(text, `*[`) {
		if text == "" {
			return nil
		}
		return []Span{{Text: text}}
	}
	return spans([]rune(text))
}

// Plain returns the text without its markup and citations.
func Plain(text string) string {
	var s strings.Builder
	for _, span := range Parse(text) {
		s.WriteString(span.Text)
	}
	return s.String()
}

// Escape returns markup that shows s as it is.
func Escape(s string) string {
	return strings.NewReplacer("*", `\*`, "[", `\[`).Replace(s)
}

// A mark is a run of one or two asterisks that may open or close.
type mark struct {
	at, width   int
	open, close bool
}

// spans parses runes that contain markup.
func spans(text []rune) []Span {
	paired := pair(marks(text))
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
		if width := paired[i]; width > 0 {
			flush()
			if width == 2 {
				look.Strong = !look.Strong
			} else {
				look.Emphasis = !look.Emphasis
			}
			i += width
			continue
		}
		if id, width := cite(text[i:]); width > 0 {
			flush()
			out = append(out, Span{Cite: id, Strong: look.Strong, Emphasis: look.Emphasis, Offset: i})
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

// marks finds the runs of asterisks that can be marks, in order. Three in a
// row are a strong and an emphasis mark; longer runs are a line of asterisks.
func marks(text []rune) []mark {
	var found []mark
	for i := 0; i < len(text); {
		if escapes(text[i:]) {
			i += 2
			continue
		}
		if _, width := cite(text[i:]); width > 0 {
			i += width
			continue
		}
		if text[i] == '\n' {
			found = append(found, mark{at: i}) // ends every open mark
		}
		if text[i] != '*' {
			i++
			continue
		}
		end := i
		for end < len(text) && text[end] == '*' {
			end++
		}
		open := end < len(text) && !unicode.IsSpace(text[end])
		closes := i > 0 && !unicode.IsSpace(text[i-1])
		switch end - i {
		case 1, 2:
			found = append(found, mark{i, end - i, open, closes})
		case 3:
			found = append(found, mark{i, 2, open, closes}, mark{i + 2, 1, open, closes})
		}
		i = end
	}
	return found
}

// pair returns the width of every mark that has a fellow, by its place.
func pair(marks []mark) map[int]int {
	paired := map[int]int{}
	var opened [3]*mark // by width
	for i := range marks {
		m := &marks[i]
		if m.width == 0 {
			opened = [3]*mark{}
			continue
		}
		o := opened[m.width]
		switch {
		case o != nil && m.close:
			paired[o.at], paired[m.at] = m.width, m.width
			opened[m.width] = nil
		case m.open:
			opened[m.width] = m
		}
	}
	return paired
}

// cite reads [^id] at the start of text and returns its id and width in
// runes, or 0. An id has 1 to 64 characters and no space, bracket or mark.
func cite(text []rune) (id string, width int) {
	if len(text) < 4 || text[0] != '[' || text[1] != '^' {
		return "", 0
	}
	for i := 2; i < len(text) && i <= 66; i++ {
		r := text[i]
		if r == ']' {
			if i == 2 {
				return "", 0
			}
			return string(text[2:i]), i + 1
		}
		if unicode.IsSpace(r) || r == '[' || r == '*' || r == '\\' {
			return "", 0
		}
	}
	return "", 0
}

func escapes(text []rune) bool {
	return len(text) > 1 && text[0] == '\\' && (text[1] == '*' || text[1] == '[')
}
