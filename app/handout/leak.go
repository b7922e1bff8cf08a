package handout

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"
	"celun/app/pdf"
)

// How much of a trainer's text in a participants' file is a leak: shorter
// stretches any two texts on one subject have in common.
const (
	leakHanzi = 12
	leakWords = 6
)

// A Leak is a piece of what is for the trainer that a participants' file says.
type Leak struct {
	File  string        // name of the document
	Page  int           // from 1; 0 is not on a page but behind it
	Where language.Text // what it stands in
	Text  string        // the piece
	Block string        // of the brief, that it was taken from
}

// Leaks returns what a participants' file says of what a brief keeps for the
// trainer: 12 hanzi or 6 words in a row of a block or an answer that is the
// trainer's, wherever they stand in the file. A piece that the running text
// of the participants' copy has as well, as where a trainer's note repeats a
// question, is none; that it stands in a heading, a table, a footnote or a
// figure of theirs is no excuse.
//
// A pair of a challenge and what answers it is a leak too, however short: see
// [Set.Pairings].
func (s *Set) Leaks(file string, said []pdf.Saying) []Leak {
	secrets := s.secrets()
	if len(secrets) == 0 {
		return nil
	}
	var leaks []Leak
	for _, x := range said {
		for l, n := range map[language.Language]int{language.ZH: leakHanzi, language.EN: leakWords} {
			tokens := tokensOf(x.Text, l)
			for i := 0; i+n <= len(tokens); i++ {
				block, ok := secrets[l][joined(tokens[i:i+n], l)]
				if !ok {
					continue
				}
				end := i + n
				for end < len(tokens) && secrets[l][joined(tokens[end-n+1:end+1], l)] == block {
					end++
				}
				leaks = append(leaks, Leak{File: file, Page: x.Page, Where: place(x), Text: joined(tokens[i:end], l), Block: block})
				i = end - 1
			}
		}
	}
	slices.SortStableFunc(leaks, func(a, b Leak) int { return a.Page - b.Page })
	return slices.CompactFunc(leaks, func(a, b Leak) bool { return a == b })
}

// place names where a saying stands.
func place(x pdf.Saying) language.Text {
	if x.Page > 0 {
		return language.Text{ZH: "第" + strconv.Itoa(x.Page) + "页", EN: "page " + strconv.Itoa(x.Page)}
	}
	switch x.Kind {
	case "Alt", "ActualText", "E":
		return language.Text{ZH: "替代文字", EN: "an alternative text"}
	case "Title":
		return language.Text{ZH: "书签或标题", EN: "a bookmark or title"}
	}
	return language.Text{ZH: "文件属性", EN: "the properties of the file"}
}

// secrets returns the pieces of what is the trainer's alone, each with the
// block that it is of.
func (s *Set) secrets() map[language.Language]map[string]string {
	all := map[language.Language]map[string]string{language.ZH: {}, language.EN: {}}
	open := map[language.Language]map[string]bool{language.ZH: {}, language.EN: {}}
	tell := func(text string, l language.Language, f func(piece string)) {
		n := leakHanzi
		if l == language.EN {
			n = leakWords
		}
		tokens := tokensOf(text, l)
		for i := 0; i+n <= len(tokens); i++ {
			f(joined(tokens[i:i+n], l))
		}
	}
	for at, text := range s.source.Addresses() {
		k, _, _ := s.source.Block(at.Block)
		if k == nil {
			continue
		}
		for _, l := range language.Both() {
			if at.Language != "" && at.Language != l {
				continue
			}
			switch {
			case at.Slot == brief.AltSlot:
				// What a figure shows is in its labels; how many there are is no secret.
			case k.For == brief.Trainer || at.Slot == brief.AnswerSlot:
				for _, sentence := range sentences(brief.Plain(text), l) { // two sentences may stand together by chance
					tell(sentence, l, func(p string) { all[l][p] = k.ID })
				}
			case running(k, at.Slot):
				tell(brief.Plain(withoutNotes(text)), l, func(p string) { open[l][p] = true })
			}
		}
	}
	for _, src := range s.source.Sources {
		for _, l := range language.Both() {
			tell(src.Title.In(l), l, func(p string) { open[l][p] = true })
		}
	}
	// The cards of the worksheets and the terms of the glossary are given out.
	for _, v := range s.variants {
		for _, e := range v.cards {
			for _, l := range language.Both() {
				tell(e.Line.In(l), l, func(p string) { open[l][p] = true })
			}
		}
	}
	for l := range all {
		for p := range open[l] {
			delete(all[l], p)
		}
	}
	if len(all[language.ZH])+len(all[language.EN]) == 0 {
		return nil
	}
	return all
}

// running reports whether a text of a block is running text of the
// participants', or a choice that is put before them.
func running(k *brief.Block, slot brief.Slot) bool {
	of, _, _ := strings.Cut(string(slot), ":")
	switch brief.Slot(of) {
	case "", brief.EventSlot, brief.WhenSlot, brief.TermSlot, brief.DefinitionSlot, brief.NodeSlot, brief.DatumSlot, brief.DatumUnitSlot:
	default:
		return false
	}
	return k.Kind != brief.Heading && k.Kind != brief.Table && k.Kind != brief.Options
}

// withoutNotes takes the footnotes out of a text.
func withoutNotes(text string) string {
	for {
		head, rest, found := strings.Cut(text, "^[")
		if !found {
			return text
		}
		depth, end := 1, len(rest)
		for i := range len(rest) {
			if rest[i] == '[' {
				depth++
			}
			if rest[i] == ']' {
				if depth--; depth == 0 {
					end = i + 1
					break
				}
			}
		}
		text = head + rest[min(end, len(rest)):]
	}
}

// tokensOf returns the hanzi of a text, or its words in small letters.
func tokensOf(text string, l language.Language) []string {
	if l == language.ZH {
		var all []string
		for _, r := range text {
			if language.IsHan(r) {
				all = append(all, string(r))
			}
		}
		return all
	}
	text = strings.ReplaceAll(strings.ToLower(text), "\u00AD", "")
	return strings.FieldsFunc(text, func(r rune) bool {
		return language.IsHan(r) || !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

func joined(tokens []string, l language.Language) string {
	if l == language.ZH {
		return strings.Join(tokens, "")
	}
	return strings.Join(tokens, " ")
}

// A Pairing is a challenge with a countermeasure to it, which a participants'
// document puts side by side.
type Pairing struct {
	Challenge, Answer *library.Entry
	Block             string
}

// Pairings returns where a participants' document pairs a challenge with what
// the trainer has as its answer: in one row of a table, in one sentence,
// heading or alternative text, or by a line of a figure. A place that offers
// several answers, or several challenges, is a choice and no pairing.
func (s *Set) Pairings(b *brief.Brief) []Pairing {
	answers := s.answers()
	if len(answers) == 0 {
		return nil
	}
	var all []Pairing
	look := func(block, text string, l language.Language) {
		var cs, ms []*library.Entry
		for _, c := range s.challenge {
			if says(text, c.Title.In(l), l) {
				cs = append(cs, c)
			}
		}
		if len(cs) != 1 {
			return
		}
		for _, m := range answers {
			if says(text, m.Title.In(l), l) {
				ms = append(ms, m)
			}
		}
		if len(ms) == 1 && answersTo(s.library, ms[0], cs[0]) {
			all = append(all, Pairing{cs[0], ms[0], block})
		}
	}
	for i := range b.Sections {
		for j := range b.Sections[i].Blocks {
			k := &b.Sections[i].Blocks[j]
			if k.Figure != nil {
				for _, e := range k.Figure.Edges {
					m, ok1 := s.library.Get(e.From)
					c, ok2 := s.library.Get(e.To)
					if ok1 && ok2 && e.Kind == string(argument.Answers) && slices.Contains(answers, m) {
						all = append(all, Pairing{c, m, k.ID})
					}
				}
			}
			for _, l := range language.Both() {
				if k.Table != nil {
					for _, row := range k.Table.Rows {
						var cells []string
						for _, c := range row {
							cells = append(cells, c.In(l)+c.Same)
						}
						look(k.ID, strings.Join(cells, "\n"), l)
					}
				}
				for _, slot := range k.Slots() {
					if _, _, cell := slot.Cell(); cell {
						continue
					}
					text, _ := b.Text(brief.Address{Block: k.ID, Slot: slot, Language: l})
					for _, sentence := range sentences(brief.Plain(text), l) {
						look(k.ID, sentence, l)
					}
				}
			}
		}
	}
	return slices.CompactFunc(all, func(a, b Pairing) bool { return a == b })
}

// answers returns the countermeasures that the brief keeps for the trainer.
func (s *Set) answers() []*library.Entry {
	var hidden []*library.Entry
	add := func(id string) {
		if e, ok := s.library.Get(id); ok && e.Kind == argument.Countermeasure && !slices.Contains(hidden, e) {
			hidden = append(hidden, e)
		}
	}
	for i := range s.source.Sections {
		for _, k := range s.source.Sections[i].Blocks {
			if k.For != brief.Trainer {
				continue
			}
			if k.From != nil {
				add(k.From.Argument)
			}
			if k.Figure != nil {
				for _, n := range k.Figure.Nodes {
					add(n.ID)
				}
			}
		}
	}
	return hidden
}

func answersTo(lib *library.Library, m, c *library.Entry) bool {
	return slices.ContainsFunc(lib.Answers(c.ID), func(l library.Link) bool { return l.ID == m.ID })
}

// says reports whether a text has all the words of a title in their order.
func says(text, title string, l language.Language) bool {
	t := joined(tokensOf(title, l), l)
	return t != "" && strings.Contains(joined(tokensOf(text, l), l), t)
}

// sentences divides a text.
func sentences(text string, l language.Language) []string {
	marks := "。！？\n"
	if l == language.EN {
		marks = ".!?\n"
	}
	return strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(marks, r) })
}
