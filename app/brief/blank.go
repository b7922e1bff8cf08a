package brief

import (
	"strings"

	"celun/app/language"
)

// Blank returns a named blank: something that the article does not give and
// the analyst is to fill in, as 【待填：责任单位】 or [to fill: responsible
// unit].
func Blank(l language.Language, name string) string {
	open, end := blankMarks(l)
	return open + name + end
}

// Blanks returns the names of the blanks in a text of language l, in order.
func Blanks(text string, l language.Language) []string {
	open, end := blankMarks(l)
	var names []string
	for {
		_, rest, found := strings.Cut(text, open)
		if !found {
			return names
		}
		name, after, closed := strings.Cut(rest, end)
		if !closed {
			return names
		}
		// An unfinished blank before this one is not part of its name.
		if i := strings.LastIndex(name, open); i >= 0 {
			name = name[i+len(open):]
		}
		if name = strings.TrimSpace(name); name != "" {
			names = append(names, name)
		}
		text = after
	}
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
