package typeset

import (
	"celun/app/brief"
	"celun/app/language"
)

// front makes what stands above the first section: masthead, title, subtitle
// and the line that routes the brief.
func (c *composer) front() {
	c.masthead(true)
	c.titles(&c.style.Title, &c.style.TitleSecond)
	c.subtitles(&c.style.Subtitle)
	c.meta(false)
}

// titles makes the title in each language, the leading one in first.
func (c *composer) titles(first, second *TextStyle) {
	for i, l := range c.langs {
		st := first
		if i > 0 && c.layout != brief.Facing {
			st = second
		}
		c.line(textSpan(c.brief.Title, l, brief.Address{Slot: brief.TitleSlot}), st, TitleRole, i)
	}
}

func (c *composer) subtitles(st *TextStyle) {
	for i, l := range c.langs {
		c.line(textSpan(c.brief.Subtitle, l, brief.Address{Slot: brief.SubtitleSlot}), st, SubtitleRole, i)
	}
}

// line appends a full-width row of one language, or a row of facing pages.
func (c *composer) line(spans []span, st *TextStyle, role Role, side int) {
	if len(spans) == 0 {
		return
	}
	if c.layout == brief.Facing && side > 0 && len(c.rows) > 0 {
		last := &c.rows[len(c.rows)-1]
		if len(last.parts) > 0 && last.parts[0].passage.role == role && last.parts[len(last.parts)-1].side == 0 {
			c.add(last, &passage{spans: spans, style: st, role: role, measure: c.measure}, 0, 0, side)
			return
		}
	}
	if role == TitleRole && !c.style.Official { // whose sizes are prescribed
		st = c.fittedTitle(spans, st)
	}
	r := row{section: c.section, full: true, keep: true, before: st.Before, after: st.After}
	c.add(&r, &passage{spans: spans, style: st, role: role, measure: c.measure}, 0, 0, side)
	c.rows = append(c.rows, r)
}

// fittedTitle returns st, or a slightly smaller style in which spans stand on one
// line where st would need a second for a word or two.
func (c *composer) fittedTitle(spans []span, st *TextStyle) *TextStyle {
	const least = 0.86
	k := c.measure / c.natural(spans, st) * 0.999
	if k >= 1 || k < least {
		return st
	}
	small := *st
	small.ZH.Size *= k
	small.EN.Size *= k
	return &small
}

// joined returns both languages of a text as one run: 政策简报 · Policy
// brief.
func (c *composer) joined(t language.Text, slot brief.Slot, mark string) []span {
	var spans []span
	for _, l := range c.langs {
		s := textSpan(t, l, brief.Address{Slot: slot})
		if len(s) == 0 {
			continue
		}
		if len(spans) > 0 {
			spans = append(spans, span{text: mark, language: language.EN, plain: true})
		}
		spans = append(spans, s...)
	}
	return spans
}

// masthead makes the line at the head of the first page: series at the left,
// number at the right, and the rule under it. The logo, if it is to stand
// here, comes before the series.
func (c *composer) masthead(logo bool) {
	st := &c.style.Masthead
	sides := 1
	if c.layout == brief.Facing {
		sides = len(c.langs)
	}
	r := row{section: c.section, full: true, keep: true, after: 17}
	all := c.langs
	for side := range sides {
		if sides > 1 {
			c.langs = all[side : side+1]
		}
		x, y := 0.0, 0.0
		if a := c.logo(smallLogo, c.langs); logo && a != nil {
			c.art(&r, a, 0, 0, side)
			x, y = a.width+8, max(0, (a.height-st.Leading)/2)
		}
		series := c.joined(c.brief.Meta.Series, brief.SeriesSlot, "  ·  ")
		number := c.joined(c.brief.Meta.Number, brief.NumberSlot, "  ·  ")
		width := 0.0
		if len(number) > 0 {
			width = min(c.natural(number, st), c.measure*0.6) + 0.01
			p := &passage{spans: number, style: st, role: MetaRole, measure: width}
			if len(series) > 0 {
				c.add(&r, &passage{spans: series, style: st, role: MetaRole, measure: c.measure - width - 12 - x}, x, y, side)
			}
			c.add(&r, p, c.measure-width, y, side)
		} else if len(series) > 0 {
			c.add(&r, &passage{spans: series, style: st, role: MetaRole, measure: c.measure - x}, x, y, side)
		}
	}
	c.langs = all
	r.height += 5
	for side := range sides {
		r.shapes = append(r.shapes, shape{
			kind: RuleItem, y: r.height, width: c.measure, height: 1.4, color: c.style.Accent, side: side,
		})
	}
	c.rows = append(c.rows, r)
}

// meta makes the line under the title: unit, author, date, audience,
// contact, and which language prevails; or on a cover a line for each.
func (c *composer) meta(cover bool) {
	m := &c.brief.Meta
	prevailing := language.Text{}
	switch m.Prevailing {
	case language.ZH:
		prevailing = language.Text{ZH: "以中文为准", EN: "The Chinese text prevails"}
	case language.EN:
		prevailing = language.Text{ZH: "以英文为准", EN: "The English text prevails"}
	}
	version := language.Text{}
	if m.Version != "" {
		version = language.Text{ZH: "版本 " + m.Version, EN: "Version " + m.Version}
	}
	type field struct {
		text language.Text
		slot brief.Slot
	}
	fields := []field{
		{m.Unit, brief.UnitSlot},
		{m.Author, brief.AuthorSlot},
		{language.Date(m.Date), ""},
		{m.Audience, brief.AudienceSlot},
		{version, ""},
		{m.Contact, brief.ContactSlot},
		{prevailing, ""},
	}
	spansOf := func(l language.Language) []span {
		var spans, line []span // all, and those of the line at hand
		for _, f := range fields {
			s := textSpan(f.text, l, brief.Address{Slot: f.slot})
			if len(s) == 0 {
				continue
			}
			s[0].plain = f.slot == ""
			if len(line) > 0 {
				mark := span{text: " · ", language: language.EN, plain: true}
				if cover || c.natural(append(append(line[:len(line):len(line)], mark), s...), &c.style.Meta) > c.measure {
					mark.text, line = "\n", nil // a field is not broken for the next
				}
				spans, line = append(spans, mark), append(line, mark)
			}
			spans, line = append(spans, s...), append(line, s...)
		}
		return spans
	}
	if cover {
		if n := c.pair(pairing{style: &c.style.Meta, role: MetaRole, text: spansOf}); n > 1 {
			c.last(n)[0].after = 0.6 * c.style.Meta.Leading // the languages of lines so short are not told apart else
		}
	} else {
		for i, l := range c.langs {
			c.line(spansOf(l), &c.style.Meta, MetaRole, i)
			if i > 0 && c.layout != brief.Facing && len(c.rows) > 0 {
				c.last(1)[0].before = 0
			}
		}
	}
	if n := len(c.rows); n > 0 {
		c.rows[n-1].keep = false
		c.rows[n-1].after = 12
	}
}

// disclaimer makes what stands small at the end of the document: whose views
// these are.
func (c *composer) disclaimer() {
	if !c.brief.Meta.Disclaimer.IsEmpty() && !c.brief.Meta.Cover {
		c.keepLast(1) // it does not stand on a page of its own
	}
	n := c.pair(pairing{style: &c.style.Note, role: MetaRole, flows: true, text: func(l language.Language) []span {
		return textSpan(c.brief.Meta.Disclaimer, l, brief.Address{Slot: brief.DisclaimerSlot})
	}})
	if n > 0 {
		c.last(n)[0].before = 2 * c.style.PairGap
	}
}
