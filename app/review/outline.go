package review

import (
	"slices"
	"strings"

	"celun/app/argument"
	"celun/app/article"
	"celun/app/brief"
	"celun/app/language"
)

// A FirstSentence is the sentence a paragraph begins with: read one after the
// other, they tell what the brief argues (S7).
type FirstSentence struct {
	At   brief.Address // the block, in no language; of a heading, the section or block
	Head bool          // a heading
	Text language.Text // without markup
	Item int           // its number among the key messages of its block; 0 if it is none
}

// FirstSentences returns the headings, the key messages and the first sentence
// of each paragraph of a brief, in the order of the document.
func FirstSentences(b *brief.Brief) []FirstSentence {
	var all []FirstSentence
	for i := range b.Sections {
		s := &b.Sections[i]
		all = append(all, FirstSentence{At: brief.Address{Section: s.ID, Slot: brief.HeadingSlot}, Head: true, Text: plainOf(s.Heading)})
		for j := range s.Blocks {
			k := &s.Blocks[j]
			at := brief.Address{Block: k.ID}
			switch k.Kind {
			case brief.Heading:
				all = append(all, FirstSentence{At: at, Head: true, Text: plainOf(k.Text)})
			case brief.Paragraph, brief.Argument, brief.Evidence:
				t := language.Text{ZH: firstSentence(language.ZH, k.Text.ZH), EN: firstSentence(language.EN, k.Text.EN)}
				if !t.IsEmpty() {
					all = append(all, FirstSentence{At: at, Text: t})
				}
			case brief.KeyMessages:
				zh, en := items(k.Text.ZH), items(k.Text.EN)
				for n := range max(len(zh), len(en)) {
					t := language.Text{}
					if n < len(zh) {
						t.ZH = brief.Plain(zh[n])
					}
					if n < len(en) {
						t.EN = brief.Plain(en[n])
					}
					all = append(all, FirstSentence{At: at, Text: t, Item: n + 1})
				}
			case brief.Recommendation:
				if k.Recommendation != nil {
					at.Slot = brief.ActionSlot
					all = append(all, FirstSentence{At: at, Text: plainOf(k.Recommendation.Action)})
				}
			}
		}
	}
	return all
}

func plainOf(t language.Text) language.Text {
	return language.Text{ZH: brief.Plain(t.ZH), EN: brief.Plain(t.EN)}
}

// firstSentence returns the first sentence of a text without markup.
func firstSentence(l language.Language, text string) string {
	runes := []rune(brief.Plain(text))
	end := 0
	for _, x := range sentences(l, runes) {
		end = x.To
		if strings.ContainsRune("。！？.!?’”", runes[end-1]) {
			break // a semicolon or colon only divides it
		}
	}
	return strings.TrimSpace(string(runes[:end]))
}

// A Cited is one citation with what an editor checks of it.
type Cited struct {
	At      brief.Address // in the language Chinese
	Range   Range         // of the mark
	Source  string        // its id
	Title   language.Text // of the source; empty if the brief does not have it
	Pages   string        // printed pages that the citation or the source gives
	Says    string        // the end of the sentence that is cited for
	Quoted  bool          // words of the source stand in quotation marks
	Checked bool          // the source was opened, so that Right tells something
	Right   bool          // the words are in it
}

// Citations returns the citations of the Chinese side in the order of the
// document, with whether the articles that were opened, by the id of their
// source, have what is quoted from them.
func Citations(b *brief.Brief, articles map[string]*article.Article) []Cited {
	v := NewReviewer(nil)
	var all []Cited
	for _, p := range plainPairs(b) {
		s := &p.zh
		for _, c := range s.cites {
			k := Cited{At: in(p.at, language.ZH), Range: c.Range, Source: c.id}
			if _, pages, ok := strings.Cut(strings.TrimSuffix(string(s.marked[c.From:c.To]), "]"), "|"); ok {
				k.Pages = pages
			}
			if n := slices.IndexFunc(b.Sources, sourceIs(c.id)); n >= 0 {
				k.Title = titleOf(&b.Sources[n])
				if k.Pages == "" {
					k.Pages = b.Sources[n].Pages
				}
			}
			k.Says = saidFor(s, c)
			from, mark := s, c
			a := articles[c.id]
			if a != nil && a.Language() == language.EN { // it is quoted in the English
				n := slices.IndexFunc(p.en.cites, func(o citation) bool { return o.id == c.id })
				if n < 0 {
					all = append(all, k)
					continue
				}
				from, mark = &p.en, p.en.cites[n]
			}
			quotes := quoted(from.language, from, mark)
			k.Quoted = len(quotes) > 0
			if a != nil && k.Quoted {
				k.Checked, k.Right = true, true
				for _, q := range quotes {
					k.Right = k.Right && v.lookUp(a, from, q).found
				}
			}
			all = append(all, k)
		}
	}
	return all
}

// plainPairs returns the texts of a brief with no more read of them than where
// they cite.
func plainPairs(b *brief.Brief) []*pair {
	var all []*pair
	zh := side{}
	for at, text := range b.Addresses() {
		s := side{unmarked: unmark(text), language: at.Language}
		switch at.Language {
		case language.ZH:
			zh = s
		case language.EN:
			at.Language = ""
			all = append(all, &pair{at: at, reading: &reading{zh: zh, en: s}})
		}
	}
	return all
}

func sourceIs(id string) func(argument.Source) bool {
	return func(s argument.Source) bool { return s.ID == id }
}

// saidFor returns what stands before a citation in its sentence.
func saidFor(s *side, c citation) string {
	end := 0
	for end < len(s.at) && s.at[end] < c.From {
		end++
	}
	start := end
	for start > 0 && !(strings.ContainsRune("。！？\n", s.runes[start-1]) && start < end) {
		start--
	}
	return strings.TrimSpace(string(s.runes[start:end]))
}
