package brief

import (
	"strings"
	"unicode/utf8"

	"celun/app/language"
)

// Blank returns a named blank: something that the article does not give and
// the analyst is to fill in, as 【待填：责任单位】 or [to fill: responsible
// unit].
func Blank(l language.Language, name string) string {
	open, end := blankMarks(l)
	return open + name + end
}

// A BlankIn is a named blank in a text: its name, and where it stands with its
// marks (runes).
type BlankIn struct {
	Name       string
	Start, End int
}

// BlanksIn returns the blanks in a text of language l, in order.
func BlanksIn(text string, l language.Language) []BlankIn {
	open, end := blankMarks(l)
	var blanks []BlankIn
	done := 0 // runes before the text that is left
	for {
		before, rest, found := strings.Cut(text, open)
		if !found {
			return blanks
		}
		name, after, closed := strings.Cut(rest, end)
		if !closed {
			return blanks
		}
		// An unfinished blank before this one is not part of its name.
		if i := strings.LastIndex(name, open); i >= 0 {
			before += open + name[:i]
			name = name[i+len(open):]
		}
		start := done + utf8.RuneCountInString(before)
		done = start + utf8.RuneCountInString(open+name+end)
		if name = strings.TrimSpace(name); name != "" {
			blanks = append(blanks, BlankIn{name, start, done})
		}
		text = after
	}
}

// Blanks returns the names of the blanks in a text of language l, in order.
func Blanks(text string, l language.Language) []string {
	var names []string
	for _, b := range BlanksIn(text, l) {
		names = append(names, b.Name)
	}
	return names
}

func blankMarks(l language.Language) (open, end string) {
	if l == language.EN {
		return "[to fill: ", "]"
	}
	return "【待填：", "】"
}

// A BlankAt is a named blank and where it stands.
type BlankAt struct {
	At   Address
	Name string
}

// Blanks returns every blank of the brief in document order.
func (b *Brief) Blanks() []BlankAt {
	var blanks []BlankAt
	for at, text := range b.Addresses() {
		ls := []language.Language{at.Language}
		if at.Language == "" {
			ls = language.Both()
		}
		for _, l := range ls {
			for _, name := range Blanks(text, l) {
				blanks = append(blanks, BlankAt{At: at, Name: name})
			}
		}
	}
	return blanks
}
