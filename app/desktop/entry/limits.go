package entry

import (
	"fmt"

	"celun/app/argument"
	"celun/app/desktop/catalogue"
	"celun/app/language"
)

// A span is the least and the most that a text may hold, in 字 or words.
type span struct{ least, most int }

// limit returns how long a text of an argument may be: the lengths that
// [argument.Argument] states and the check of the library holds.
func limit(k argument.Kind, n argument.Length, l language.Language) span {
	switch {
	case n == argument.Title && l == language.EN:
		return span{1, 14}
	case n == argument.Title:
		return span{1, 24}
	case n == argument.Line && l == language.EN:
		return span{1, 28}
	case n == argument.Line:
		return span{1, 45}
	case k == argument.EvidenceKind && l == language.EN:
		return span{15, 60}
	case k == argument.EvidenceKind:
		return span{25, 90}
	case l == language.EN:
		return span{40, 95}
	}
	return span{60, 140}
}

// say returns a count against its limits, such as "75 / 60–140 字", and
// whether it is within them. An empty text is within: it may be written later.
func (s span) say(count int, l, in language.Language) (text string, within bool) {
	within = count == 0 || count >= s.least && count <= s.most
	most, both := catalogue.CharactersMost, catalogue.CharactersSpan
	if l == language.EN {
		most, both = catalogue.WordsMost, catalogue.WordsSpan
	}
	limits := fmt.Sprintf(most.In(in), s.most)
	if s.least > 1 {
		limits = fmt.Sprintf(both.In(in), s.least, s.most)
	}
	return fmt.Sprintf("%d / %s", count, limits), within
}
