package typeset

import (
	"strconv"

	"celun/app/brief"
	"celun/app/language"
)

// shows reports whether a block stands in this copy.
func (c *composer) shows(b *brief.Block) bool {
	switch b.For {
	case brief.Trainer:
		return c.trainer
	case brief.Participant:
		return !c.trainer
	}
	return true
}

// pass counts a block that does not stand in this copy, so that numbers are
// the same in all.
func (c *composer) pass(b *brief.Block, numbered bool) {
	if b.Kind != brief.Heading {
		c.counts.Block(b)
		if numbered {
			c.counts.Paragraph(b)
		}
	} else if numbered {
		c.counts.Heading(max(2, min(b.Level, 4)))
	}
}

// trainerLine says over a block, in a trainer's copy, that it is for trainers
// only, and how long it takes. A question says the latter beside its number.
func (c *composer) trainerLine(b *brief.Block) {
	if !c.trainer || b.For != brief.Trainer && b.Minutes == 0 {
		return
	}
	var t language.Text
	if b.For == brief.Trainer {
		t = language.Text{ZH: "仅供教员", EN: "For the trainer"}
	}
	if b.Minutes > 0 && b.Kind != brief.Question && b.Kind != brief.Exercise {
		if m := minutes(b.Minutes); t.IsEmpty() {
			t = m
		} else {
			t = language.Text{ZH: t.ZH + " · " + m.ZH, EN: t.EN + " · " + m.EN}
		}
	}
	n := c.pair(pairing{style: &c.style.Label, role: NoteRole, text: func(l language.Language) []span {
		s := textSpan(t, l, brief.Address{})
		for i := range s {
			s[i].plain = true
		}
		return s
	}})
	for i := range c.last(n) {
		c.last(n)[i].keep = true
	}
}

func minutes(n int) language.Text {
	t := language.Text{ZH: strconv.Itoa(n) + " 分钟", EN: strconv.Itoa(n) + " minutes"}
	if n == 1 {
		t.EN = "1 minute"
	}
	return t
}

// signed returns a text with a sign that runs in before it.
func signed(sign, t language.Text, l language.Language, at brief.Address) []span {
	s := textSpan(t, l, at)
	if len(s) == 0 {
		return nil
	}
	return []span{runIn(sign.In(l), l, s[0].address), s[0]}
}

// runIn is a sign before the text at an address.
func runIn(text string, l language.Language, at brief.Address) span {
	if l == language.EN {
		text += " "
	} else {
		text += "　"
	}
	return span{text: text, language: l, address: at, plain: true, part: sign}
}

// writingLine is how far apart the lines to write on stand, about (mm).
const writingLine = 8

// question sets a question or exercise with its number in front and, under
// it, lines to write on; in a trainer's copy the answer stands in their place.
func (c *composer) question(b *brief.Block, number language.Text) {
	if c.trainer && b.Minutes > 0 {
		m := minutes(b.Minutes)
		number = language.Text{ZH: number.ZH + "（" + m.ZH + "）", EN: number.EN + " (" + m.EN + ")"}
	}
	n := c.pair(pairing{style: &c.style.Body, role: ParagraphRole, flows: true, text: func(l language.Language) []span {
		return signed(number, b.Text, l, brief.Address{Block: b.ID})
	}})
	if n == 0 {
		return
	}
	c.last(1)[0].after = c.gapAfter()
	if c.trainer && !b.Answer.IsEmpty() {
		c.last(1)[0].keep = true
		c.beside(language.Text{}, language.Text{ZH: "参考答案", EN: "Expected answer"}, b.Answer, brief.Address{Block: b.ID, Slot: brief.AnswerSlot})
		return
	}
	if b.Space > 0 {
		c.last(1)[0].keep = true
		c.writingLines(b.Space * mm)
	}
}

// writingLines leaves a height (pt) to write in, ruled. The first two lines
// stay together, and with what stands above; the last two do; and all of them
// if they are few.
func (c *composer) writingLines(high float64) {
	count := max(1, int(high/(writingLine*mm)+0.5))
	for i := range count {
		r := row{section: c.section, full: true, height: high / float64(count)}
		c.rule(&r, r.height-0.2, 0.4, c.style.Hairline)
		r.keep = i+1 < count && (i == 0 || i == count-2 || high <= wholeShare*c.high)
		if i == count-1 {
			r.after = c.style.PairGap + 4
		}
		c.rows = append(c.rows, r)
	}
}
