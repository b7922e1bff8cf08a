package entry

import (
	"fmt"

	"celun/app/desktop/catalogue"
	"celun/app/language"
	"celun/app/library"
)

// against returns a count against its limits, such as "75 / 60–140 字", and
// whether it is within them. An empty text is within: it may be written later.
func against(s library.Span, count int, l, in language.Language) (text string, within bool) {
	within = count == 0 || count >= s.Least && count <= s.Most
	most, both := catalogue.CharactersMost, catalogue.CharactersSpan
	if l == language.EN {
		most, both = catalogue.WordsMost, catalogue.WordsSpan
	}
	limits := fmt.Sprintf(most.In(in), s.Most)
	if s.Least > 1 {
		limits = fmt.Sprintf(both.In(in), s.Least, s.Most)
	}
	return fmt.Sprintf("%d / %s", count, limits), within
}
