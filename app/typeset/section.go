package typeset

import (
	"slices"
	"strings"

	"celun/app/brief"
	"celun/app/language"
)

// sectionRows makes the rows of a section.
func (c *composer) sectionRows(s *brief.Section) {
	boxed := s.Unnumbered && len(s.Blocks) > 0 && s.Blocks[0].Kind == brief.KeyMessages
	at := brief.Address{Section: s.ID, Slot: brief.HeadingSlot}
	if len(s.Blocks) > 0 && !slices.ContainsFunc(s.Blocks, func(b brief.Block) bool { return c.shows(&b) }) {
		if !s.Unnumbered {
			c.counts.Heading(1)
		}
		for i := range s.Blocks { // nothing of it is for this reader
			c.pass(&s.Blocks[i], !s.Unnumbered)
		}
		return
	}
	if !boxed {
		c.heading(1, s.Heading, at, !s.Unnumbered)
	}
	for i := 0; i < len(s.Blocks); i++ {
		b := &s.Blocks[i]
		if !c.shows(b) {
			c.pass(b, !s.Unnumbered)
			continue
		}
		c.trainerLine(b)
		switch b.Kind {
		case brief.Heading:
			c.heading(max(2, min(b.Level, 4)), b.Text, brief.Address{Block: b.ID}, !s.Unnumbered)
		case brief.KeyMessages:
			heading := language.Text{}
			if i == 0 && boxed {
				heading = s.Heading
			}
			c.keyMessages(b, heading, at)
		case brief.List:
			c.list(b)
		case brief.Evidence:
			c.evidence(b, c.paragraphNumber(s, b))
		case brief.Recommendation:
			n := 1
			for i+n < len(s.Blocks) && s.Blocks[i+n].Kind == brief.Recommendation && c.shows(&s.Blocks[i+n]) {
				n++
			}
			if i > 0 && isProse(s.Blocks[i-1].Kind) && c.shows(&s.Blocks[i-1]) {
				c.keepLast(1) // such a table has no caption: what stands above introduces it
			}
			c.recommendations(s.Blocks[i : i+n])
			i += n - 1
		case brief.Table, brief.Options:
			c.introduction(b)
			if b.Table != nil {
				noted := i+1 < len(s.Blocks) && s.Blocks[i+1].Kind == brief.Note
				c.grid(b, noted)
			}
		case brief.Note:
			if i > 0 {
				c.keepLast(1) // a note does not stand on a page without what it follows
			}
			c.note(b)
		case brief.FigureKind:
			c.figure(b)
		case brief.Timeline:
			c.timeline(b)
		case brief.TermList:
			c.termList(b)
		case brief.Question:
			c.question(b, c.counts.Question())
			if b.Space == 0 && i+1 < len(s.Blocks) && c.answers(&s.Blocks[i+1]) {
				c.keepLast(1) // a question does not stand at the foot of a page, its answer overleaf
			}
		case brief.Exercise:
			c.question(b, c.counts.Exercise())
		case brief.References:
			c.paragraph(b, language.Text{})
			c.references(b)
		case brief.PageBreak:
			c.pageBreak()
		default:
			c.paragraph(b, c.paragraphNumber(s, b))
			if i+1 < len(s.Blocks) && leadsIn(b.Text, c.langs) {
				c.keepLast(1)
			}
		}
	}
}

// isProse reports whether a kind of block is a paragraph to its reader.
func isProse(k brief.Kind) bool { return k == brief.Paragraph || k == brief.Argument }

// answers reports whether a block after a question may be its answer.
func (c *composer) answers(b *brief.Block) bool {
	return c.shows(b) && (isProse(b.Kind) || b.Kind == brief.Evidence || b.Kind == brief.List)
}

// leadsIn reports whether a text ends in a colon in some language: it says what
// follows.
func leadsIn(t language.Text, langs []language.Language) bool {
	return slices.ContainsFunc(langs, func(l language.Language) bool {
		s := strings.TrimSpace(plain(t.In(l)))
		return strings.HasSuffix(s, ":") || strings.HasSuffix(s, "：")
	})
}

// keepLast keeps the last n rows with what follows them.
func (c *composer) keepLast(n int) {
	for i := max(0, len(c.rows)-n); i < len(c.rows); i++ {
		c.rows[i].keep = true
	}
}

// heading makes a heading of a level from 1.
func (c *composer) heading(level int, t language.Text, at brief.Address, numbered bool) {
	var number language.Text
	if numbered {
		number = c.counts.Heading(level)
	}
	st := &c.style.Heading[min(level, 3)-1]
	k := pairing{style: st, role: HeadingRole, level: level, counted: numbered}
	k.text = func(l language.Language) []span {
		s := textSpan(t, l, at)
		return numberedBy(number.In(l), s)
	}
	n := c.pair(k)
	if n == 0 {
		return
	}
	rows := c.rows[len(c.rows)-n:]
	for i := range rows {
		rows[i].keep = true
	}
	h := Heading{Level: level, Address: at}
	for _, l := range c.langs {
		h.Text, h.Number = h.Text.With(l, plain(t.In(l))), h.Number.With(l, number.In(l))
	}
	rows[0].headings = append(rows[0].headings, h)
}

// gapAfter returns the space under a paragraph: pairs are told apart by it;
// Chinese alone by its indent.
func (c *composer) gapAfter() float64 {
	if len(c.langs) == 1 && c.langs[0] == language.ZH {
		return c.style.PairGap / 3
	}
	return c.style.PairGap
}

func (c *composer) last(n int) []row { return c.rows[len(c.rows)-n:] }

// numberedBy puts a number before what it counts; an empty one is none. The 、
// of Chinese is the space; what ends otherwise needs one.
func numberedBy(n string, s []span) []span {
	if len(s) == 0 || n == "" {
		return s
	}
	if s[0].language == language.EN || strings.HasSuffix(n, ".") {
		n += " "
	}
	return append([]span{{text: n, language: s[0].language, address: s[0].address, plain: true, part: counter}}, s...)
}

// paragraphNumber counts a paragraph of a section, if they are numbered.
func (c *composer) paragraphNumber(s *brief.Section, b *brief.Block) language.Text {
	if s.Unnumbered {
		return language.Text{}
	}
	return c.counts.Paragraph(b)
}

// paragraph sets a paragraph with its number, if it has one.
func (c *composer) paragraph(b *brief.Block, number language.Text) {
	n := c.pair(pairing{style: &c.style.Body, role: ParagraphRole, flows: true, counted: !number.IsEmpty(), text: func(l language.Language) []span {
		return numberedBy(number.In(l), textSpan(b.Text, l, brief.Address{Block: b.ID}))
	}})
	if n > 0 {
		c.last(1)[0].after = c.gapAfter()
	}
}

// introduction sets the text of a block that is not made of text, such as a
// table, and keeps it with what it introduces.
func (c *composer) introduction(b *brief.Block) {
	start := len(c.rows)
	c.paragraph(b, language.Text{})
	c.keepLast(len(c.rows) - start)
}

func (c *composer) note(b *brief.Block) {
	n := c.pair(pairing{style: &c.style.Note, role: NoteRole, flows: true, text: func(l language.Language) []span {
		return textSpan(b.Text, l, brief.Address{Block: b.ID})
	}})
	if n > 0 {
		c.last(n)[0].before = 2
		c.last(1)[0].after = c.style.PairGap + 2
	}
}

// evidence sets a piece of evidence a little smaller, beside a bar, with its
// mark in front, and before that its number, if it has one.
func (c *composer) evidence(b *brief.Block, number language.Text) {
	c.beside(number, language.Text{ZH: "依据", EN: "Evidence"}, b.Text, brief.Address{Block: b.ID})
}

// beside sets a text a little smaller, beside a bar, with a mark in front.
func (c *composer) beside(number, mark, t language.Text, at brief.Address) {
	inset, bar := 9.0, c.style.Hairline
	if c.style.Official { // which has no bars
		inset, bar = 0, Color{}
	}
	n := c.pair(pairing{
		style: &c.style.Evidence, role: ParagraphRole, flows: true, left: inset, bar: bar, counted: !number.IsEmpty(),
		text: func(l language.Language) []span { return numberedBy(number.In(l), signed(mark, t, l, at)) },
	})
	if n > 0 {
		c.last(1)[0].after = c.style.PairGap
	}
}

// keyMessages sets numbered messages, pair by pair, in a tinted box. The
// heading of a section that is nothing but its messages stands in the box.
func (c *composer) keyMessages(b *brief.Block, heading language.Text, at brief.Address) {
	pad, bar, between := c.style.BoxPad, c.style.BoxBar, 2.5
	bx := &box{width: c.measure, pad: pad}
	if c.style.Official { // which has no tints, and its lines stand evenly
		pad, bar, between, bx = 0, 0, 0, nil
	}
	columns := c.columns
	inner := make([]column, len(columns))
	for i, col := range columns {
		inner[i] = col
		if col.x == 0 {
			inner[i].x += pad + bar
			inner[i].measure -= pad + bar
		}
		if col.x+col.measure > c.measure-1 {
			inner[i].measure -= pad
		}
	}
	c.columns = inner
	start := len(c.rows)
	k := pairing{style: &c.style.KeyLabel, role: HeadingRole, level: 1, text: func(l language.Language) []span {
		return textSpan(heading, l, at)
	}}
	if n := c.pair(k); n > 0 {
		c.last(1)[0].after = min(2, between)
		c.last(n)[0].headings = []Heading{{Level: 1, Text: c.shown(heading), Address: at}}
	}
	c.items(b, &c.style.Key, itemNumber(0), 1.5*c.style.Key.ZH.Size, between)
	c.columns = columns
	rows := c.rows[start:]
	for i := range rows {
		rows[i].box = bx
		rows[i].keep = i+1 < len(rows)
	}
	if len(rows) > 0 && bx != nil {
		rows[0].before = 8
		rows[len(rows)-1].after = 10
	}
}

// shown returns the plain text of t in the languages that are set now.
func (c *composer) shown(t language.Text) (out language.Text) {
	for _, l := range c.langs {
		out = out.With(l, plain(t.In(l)))
	}
	return out
}

// pageBreak has the next row begin a page.
func (c *composer) pageBreak() {
	c.rows = append(c.rows, row{section: c.section, turn: true})
}

// settleBreaks moves the page breaks among the rows from start on to the
// rows after them; a break after the last row is none.
func (c *composer) settleBreaks(start int) {
	kept := c.rows[:start]
	fresh := false
	for _, r := range c.rows[start:] {
		if r.turn {
			fresh = true
			continue
		}
		r.fresh = r.fresh || fresh
		fresh = false
		kept = append(kept, r)
	}
	c.rows = kept
}
