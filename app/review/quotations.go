package review

import (
	"strings"
	"unicode"

	"celun/app/language"

	"golang.org/x/text/width"
)

// quotations is check E2: what stands in quotation marks beside a citation
// occurs in the article that is cited, if that was opened.
func (r *run) quotations() {
	if r.options.Article == nil {
		return
	}
	articles := map[string]string{}
	for i := range r.pairs {
		p := &r.pairs[i]
		s := &p.zh // the articles are Chinese; a translation cannot be looked up
		for _, c := range s.cites {
			text, ok := articles[c.id]
			if !ok {
				if whole, opened := r.options.Article(c.id); opened {
					text = flatten(whole)
				}
				articles[c.id] = text
			}
			if text == "" {
				continue // not opened
			}
			for _, q := range quoted(s, c) {
				if !strings.Contains(text, flatten(string(s.runes[q.From:q.To]))) {
					r.add("E2", Error, in(p.at, language.ZH),
						"引号里的话在所引文章中没有，请照原文改正，或去掉引号改为转述",
						"The words in quotation marks are not in the article that is cited; correct them, or drop the marks and retell").on(s, q.From, q.To)
				}
			}
		}
	}
}

// shortest is the length (runes) from which something in quotation marks is a
// quotation: shorter ones are words that are spoken of.
const shortest = 8

// quoted returns what stands in double quotation marks in the sentence that
// ends with a citation, without the marks.
func quoted(s *side, c citation) []Range {
	end := 0
	for end < len(s.at) && s.at[end] < c.From {
		end++
	}
	start := 0
	for i := end - 2; i >= 0; i-- {
		if strings.ContainsRune("。！？\n", s.runes[i]) && i+1 < end-1 {
			start = i + 1
			break
		}
	}
	var found []Range
	open := -1
	for i := start; i < end; i++ {
		switch s.runes[i] {
		case '“':
			open = i + 1
		case '”':
			if open >= 0 && i-open >= shortest {
				found = append(found, Range{open, i})
			}
			open = -1
		}
	}
	return found
}

// flatten leaves letters, characters and digits of a text: line ends, marks
// and widths differ from one copy of an article to another.
func flatten(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, width.Fold.String(text))
}
