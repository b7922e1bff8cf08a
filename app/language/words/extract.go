package words

import (
	"unicode/utf8"

	"celun/app/language"
)

// An extract says which words can occur in certain texts. A nil extract needs
// all words.
type extract struct {
	parts      map[string]bool // runs of at most longestPart Chinese characters
	characters []bool          // by rune
}

// longestPart bounds the runs that an extract lists; all longer words are
// needed. Our dictionary has words of up to 6 characters.
const longestPart = 6

// beyondHan is beyond all Chinese characters, which end with plane 3.
const beyondHan = 0x40000

func newExtract(texts []string) *extract {
	e := &extract{parts: map[string]bool{}, characters: make([]bool, beyondHan)}
	for _, s := range texts {
		var starts []int // of the last characters, all Chinese
		for i, r := range s {
			if !language.IsHan(r) {
				starts = starts[:0]
				continue
			}
			e.characters[r] = true
			for _, start := range starts {
				e.parts[s[start:i+utf8.RuneLen(r)]] = true
			}
			starts = append(starts, i)
			if len(starts) == longestPart {
				starts = append(starts[:0], starts[1:]...)
			}
		}
	}
	return e
}

func (e *extract) needsCharacter(r rune) bool {
	return e == nil || e.characters[r]
}
