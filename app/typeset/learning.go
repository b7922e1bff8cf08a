package typeset

import (
	"celun/app/brief"
	"celun/app/figure"
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
	} else if numbered {
		c.counts.Heading(max(2, min(b.Level, 4)))
	}
}

// timeline draws dated events along a line of time, or where that cannot be
// sets them as a table of two columns.
func (c *composer) timeline(b *brief.Block) {
	c.paragraph(b)
	if drawable(b.Events) {
		if r := c.artRow(b); r.height <= tallest*c.high {
			r.after = c.style.PairGap + 4
			c.rows = append(c.rows, r)
			return
		}
	}
	l := lattice{}
	for i := range b.Events {
		e := &b.Events[i]
		shown := e.When
		if shown.IsEmpty() {
			shown = date(e.Date)
		}
		when := c.entry(shown, "", brief.Address{Block: b.ID, Slot: brief.WhenSlot.Of(i)})
		l.body = append(l.body, []entry{when, c.entry(e.Text, "", brief.Address{Block: b.ID, Slot: brief.EventSlot.Of(i)})})
	}
	if len(l.body) > 0 {
		c.lattice(&l, false)
	}
}

// drawable reports whether events can be drawn along a line of time: two of
// them have a date, and none has marks that a drawing cannot show, such as a
// citation.
func drawable(events []brief.Event) bool {
	dated := 0
	for i := range events {
		e := &events[i]
		for _, t := range []language.Text{e.Text, e.When} {
			if plain(t.ZH) != t.ZH || plain(t.EN) != t.EN {
				return false
			}
		}
		if figure.IsDate(e.Date) {
			dated++
		}
	}
	return dated > 1
}

// termList sets terms as a table.
func (c *composer) termList(b *brief.Block) {
	c.paragraph(b)
	l := lattice{}
	for i := range b.Terms {
		t := &b.Terms[i]
		l.body = append(l.body, []entry{
			c.entry(t.Term, "", brief.Address{Block: b.ID, Slot: brief.TermSlot.Of(i)}),
			c.entry(t.Definition, "", brief.Address{Block: b.ID, Slot: brief.DefinitionSlot.Of(i)}),
		})
	}
	if len(l.body) > 0 {
		c.lattice(&l, false)
	}
}

// question sets a question or exercise with its number in front.
func (c *composer) question(b *brief.Block, number language.Text) {
	space := language.Text{ZH: "　", EN: " "}
	n := c.pair(pairing{
		style: &c.style.Body, role: ParagraphRole, flows: true,
		text: func(l language.Language) []span {
			s := textSpan(b.Text, l, brief.Address{Block: b.ID})
			if len(s) == 0 {
				return nil
			}
			return []span{{text: number.In(l) + space.In(l), language: l, address: s[0].address, plain: true, part: sign}, s[0]}
		},
	})
	if n > 0 {
		c.last(1)[0].after = c.gapAfter()
	}
}
