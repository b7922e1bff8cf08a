package find

import (
	"unicode/utf8"

	"celun/app/language"
	"celun/app/library/index"
)

// How long a snippet is, and how much of it stands before the first match
// (runes).
const (
	snippetZH, beforeZH = 60, 16
	snippetEN, beforeEN = 140, 40
)

// show makes a hit of what was found.
func (f *Finder) show(p *plan, found found) Hit {
	e := f.entries[found.entry]
	h := Hit{Pack: e.Pack.ID, ID: e.ID, Kind: e.Kind, Title: e.Title, Snippet: e.Line, Score: found.score}
	texts := textsOf(e)
	h.TitleMarks = marks(p, e.Title.ZH, language.ZH)
	for _, letters := range p.letters {
		if start, end, ok := f.pinyin.Find(letters, e.Title.ZH); ok && len(h.TitleMarks) == 0 {
			h.TitleMarks = []Mark{{language.ZH, start, end}}
		}
	}
	h.TitleMarks = append(h.TitleMarks, marks(p, e.Title.EN, language.EN)...)
	for _, l := range language.Both() {
		for _, t := range texts {
			if t.place == index.Title || t.language != l {
				continue
			}
			snippet := excerpt(p, t.text, l)
			if marks := marks(p, snippet, l); len(marks) > 0 {
				h.Snippet = h.Snippet.With(l, snippet)
				h.Marks = append(h.Marks, marks...)
				break
			}
		}
	}
	return h
}

// marks returns the matches in a text.
func marks(p *plan, text string, l language.Language) []Mark {
	folded := index.Fold(text)
	var marks []Mark
	at, runes := 0, 0
	for _, m := range spans(p.patterns, folded) {
		runes += utf8.RuneCountInString(folded[at:m.start])
		n := utf8.RuneCountInString(folded[m.start:m.end])
		marks = append(marks, Mark{l, runes, runes + n})
		at, runes = m.end, runes+n
	}
	return marks
}

// excerpt returns a text with its first match in it: as it is if it is short,
// else a stretch around the match, with … where it was cut.
func excerpt(p *plan, text string, l language.Language) string {
	length, before := snippetZH, beforeZH
	if l == language.EN {
		length, before = snippetEN, beforeEN
	}
	runes := []rune(text)
	if len(runes) <= length {
		return text
	}
	folded := index.Fold(text)
	first := len(folded)
	last := first
	for i := range p.patterns {
		p.patterns[i].each(folded, func(m span) bool {
			if m.start < first {
				first, last = m.start, m.end
			}
			return false
		})
	}
	if first == len(folded) {
		return text
	}
	start := max(0, utf8.RuneCountInString(folded[:first])-before)
	end := min(len(runes), max(start+length, utf8.RuneCountInString(folded[:last])))
	start = max(0, min(start, end-length))
	if l == language.EN {
		start, end = atSpaces(runes, start, end)
	}
	s := string(runes[start:end])
	if start > 0 {
		s = "…" + s
	}
	if end < len(runes) {
		s += "…"
	}
	return s
}

// atSpaces moves the ends of an excerpt out of words.
func atSpaces(runes []rune, start, end int) (int, int) {
	const reach = 20
	for i := 0; start > 0 && i < reach && runes[start-1] != ' '; i++ {
		start--
	}
	for i := 0; end < len(runes) && i < reach && runes[end] != ' '; i++ {
		end++
	}
	return start, end
}
