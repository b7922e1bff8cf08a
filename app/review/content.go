package review

import (
	"strings"

	"celun/app/language"
)

// content returns what a text is about, for telling whether two texts have
// anything in common: the pairs of characters of a Chinese text, the first
// letters of the longer words of an English one.
func (s *side) content(l language.Language) map[string]bool {
	if s.words != nil {
		return s.words
	}
	s.words = map[string]bool{}
	if l == language.ZH {
		for i := 0; i+1 < len(s.runes); i++ {
			a, b := s.runes[i], s.runes[i+1]
			if language.IsHan(a) && language.IsHan(b) && !strings.ContainsRune(particles, a) && !strings.ContainsRune(particles, b) {
				s.words[string([]rune{a, b})] = true
			}
		}
		return s.words
	}
	for w := range strings.FieldsFuncSeq(strings.ToLower(s.text), func(r rune) bool { return !isLetter(r) }) {
		if len(w) >= 4 && !common[w] {
			s.words[w[:min(len(w), 5)]] = true
		}
	}
	return s.words
}

// particles are characters that any text has.
const particles = "的了和与在是为而及或但也都就对从以于其这那此该不有无上下中外前后年月日个项种等把被使让将所之者"

var common = func() map[string]bool {
	all := map[string]bool{}
	for w := range strings.FieldsSeq("that this with from have which their they will would should must been were what when where there into over under more most than then also only some such each other about after before between through these those your them does make made take very much many need needs") {
		all[w] = true
	}
	return all
}()

// shares reports whether two texts have something in common in a language.
func shares(a, b map[string]bool) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for w := range a {
		if b[w] {
			return true
		}
	}
	return false
}
