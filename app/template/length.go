package template

import (
	"strings"

	"celun/app/brief"
	"celun/app/language"
)

// Length returns how long a section is in l as its limits count it: the 字 or
// words of its blocks, without its heading, citations and blanks still to be
// filled in. What only a trainer's copy prints does not count, nor do the
// words within a drawing.
func Length(s *brief.Section, l language.Language) int {
	n := 0
	for i := range s.Blocks {
		if s.Blocks[i].For != brief.Trainer {
			n += BlockLength(&s.Blocks[i], l)
		}
	}
	return n
}

// BlockLength returns the same of one block.
func BlockLength(b *brief.Block, l language.Language) int {
	alone := *b
	alone.ID = "b" // it may have none yet
	t := brief.Brief{Sections: []brief.Section{{Blocks: []brief.Block{alone}}}}
	n := 0
	for _, slot := range b.Slots() {
		if slot == brief.AnswerSlot || b.Figure != nil && slot != brief.CaptionSlot {
			continue
		}
		text, _ := t.Text(brief.Address{Block: alone.ID, Slot: slot, Language: l})
		n += written(text, l)
	}
	return n
}

// written counts what is written in a text.
func written(text string, l language.Language) int {
	for _, name := range brief.Blanks(text, l) {
		text = strings.Replace(text, brief.Blank(l, name), "", 1)
	}
	return language.Count(l, brief.Plain(text))
}
