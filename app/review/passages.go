package review

import (
	"strings"

	"celun/app/brief"
	"celun/app/language"
)

// passages is check B11: a passage left in the other language. What stands in
// brackets, quotation marks or title marks was left so on purpose.
func (r *run) passages(p *pair) {
	for _, l := range language.Both() {
		s := p.in(l)
		if len(s.foreign) == 0 || p.at.Slot == brief.ContactSlot {
			continue
		}
		at := s.foreign[0]
		text := string(s.runes[at.From:at.To])
		if l == language.EN {
			r.add("B11", Warning, in(p.at, l),
				"英文里有没有翻译的中文“"+excerpt(text)+"”，请译出，或放进括号作为原文",
				"The English holds Chinese that is not translated, ‘"+excerpt(text)+"’; translate it or give it in brackets as the original").on(s, at.From, at.To)
			continue
		}
		r.add("B11", Warning, in(p.at, l),
			"中文里有没有翻译的英文“"+excerpt(text)+"”，请译出，或放进括号作为原文",
			"The Chinese holds English that is not translated, ‘"+excerpt(text)+"’; translate it or give it in brackets as the original").on(s, at.From, at.To)
	}
}

// How much of the other language is a passage: shorter ones are names.
const (
	fewHanzi = 2 // in English
	fewWords = 4 // in Chinese, in a row
)

// foreign returns the stretches of the other language in a text that stand in
// no brackets and no quotation marks.
func foreign(l language.Language, s *side) []Range {
	if l == language.EN && !hasHan(s.runes) {
		return nil
	}
	var found []Range
	var opened []rune // what closes the brackets that are open
	from, words, hanzi := -1, 0, 0
	end := func(i int) {
		if from >= 0 && (l == language.EN && hanzi >= fewHanzi || l == language.ZH && words >= fewWords) {
			found = append(found, Range{from, i})
		}
		from, words, hanzi = -1, 0, 0
	}
	last := 0 // end of the last foreign rune
	for i, c := range s.runes {
		if n := len(opened); n > 0 && c == opened[n-1] && !(c == '’' && i+1 < len(s.runes) && isLetter(s.runes[i+1])) {
			opened = opened[:n-1]
			continue
		}
		if k := strings.IndexRune(opening, c); k >= 0 {
			end(last)
			opened = append(opened, []rune(closing)[len([]rune(opening[:k]))])
			continue
		}
		if len(opened) > 0 {
			continue
		}
		switch {
		case l == language.EN && language.IsHan(c):
			if from < 0 {
				from = i
			}
			hanzi++
			last = i + 1
		case l == language.ZH && isLetter(c):
			if from < 0 {
				from = i
			}
			if i == 0 || !isLetter(s.runes[i-1]) && s.runes[i-1] != '-' && s.runes[i-1] != '’' && s.runes[i-1] != '\'' {
				words++
			}
			last = i + 1
		case l == language.ZH && from >= 0 && (c == '@' || c == '/' || c == '_' || c == '.' && i+1 < len(s.runes) && isWord(s.runes[i+1])):
			from, words = -1, 0 // an address of the web or of mail
		case l == language.ZH && from >= 0 && (c == ' ' || c == ',' || c == '-' || c == '’' || c == '\'' || c >= '0' && c <= '9'):
		case l == language.EN && from >= 0 && isChineseMark(c):
		default:
			end(last)
		}
	}
	end(last)
	return found
}

// Brackets and quotation marks, each with its fellow.
const (
	opening = "(（“‘《〈「『【["
	closing = ")）”’》〉」』】]"
)
