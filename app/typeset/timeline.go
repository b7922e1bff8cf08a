package typeset

import (
	"celun/app/brief"
	"celun/app/figure"
	"celun/app/language"
)

// Measures of a timeline in em of its text: the rail on which the dots stand
// is in the middle of its width, and the dates stand between it and the text.
const (
	railWidth   = 1.1
	railDot     = 0.5
	dateGap     = 0.9
	widestDates = 0.4 // share of the column
)

// wholeShare is the share of a page's text that a timeline, or the lines to
// write an answer on, may take and still stay on one page: a smaller hole
// before them than the break in them would be seen.
const wholeShare = 0.32

// total returns the height of rows, one under the other.
func total(rows []row) float64 {
	high := 0.0
	for i := range rows {
		if high += rows[i].height; i > 0 {
			high += max(rows[i-1].after, rows[i].before)
		}
	}
	return high
}

// timeline draws dated events along a line of time. Where that cannot be they
// stand one under the other, each at a dot on a rail that joins them; an
// official document has neither dots nor rails.
func (c *composer) timeline(b *brief.Block) {
	c.introduction(b)
	if !c.style.Official && drawable(b.Events) {
		if r := c.artRow(b, nil, tallest*c.high); r.height <= tallest*c.high {
			r.after = c.style.PairGap + 4
			c.rows = append(c.rows, r)
			return
		}
	}
	st := &c.style.Item
	em := st.ZH.Size
	dates := c.style.Label
	if c.style.Official {
		dates = *st
	}
	dates.Before, dates.After = 0, 0
	shown := make([]language.Text, len(b.Events))
	hangs := map[language.Language]float64{}
	for i := range b.Events {
		if shown[i] = b.Events[i].When; shown[i].IsEmpty() {
			shown[i] = language.Date(b.Events[i].Date)
		}
		for _, col := range c.columns {
			if s := textSpan(shown[i], col.language, brief.Address{}); len(s) > 0 {
				wide := min(c.natural(s, &dates)+dateGap*em, widestDates*col.measure)
				hangs[col.language] = max(hangs[col.language], wide)
			}
		}
	}
	rail := railWidth * em
	if c.style.Official {
		rail = 0
	}
	start, first := len(c.rows), 0 // first is that of the last event but one
	for i := range b.Events {
		if i == len(b.Events)-2 {
			first = len(c.rows)
		}
		e := &b.Events[i]
		if c.style.Official { // each date by itself begins a paragraph
			hangs = map[language.Language]float64{language.ZH: c.natural(textSpan(shown[i], language.ZH, brief.Address{}), &dates) + em}
		}
		n := c.pair(pairing{
			style: st, role: ItemRole, level: 1, flows: true, left: rail, hangs: hangs, labelStyle: &dates, apart: true,
			runsIn:  c.style.Official,
			labelAt: &brief.Address{Block: b.ID, Slot: brief.WhenSlot.Of(i)},
			label:   func(l language.Language) string { return plain(shown[i].In(l)) },
			text: func(l language.Language) []span {
				return textSpan(e.Text, l, brief.Address{Block: b.ID, Slot: brief.EventSlot.Of(i)})
			},
		})
		rows := c.last(n)
		for k := range rows {
			r := &rows[k]
			r.after = 0
			if k+1 == len(rows) { // an event stands closer to its twin than to the next
				r.height += c.style.PairGap / 2
			}
			last := i+1 == len(b.Events) // whose dot ends the rail
			if rail > 0 {
				c.onRail(r, (i > 0 || k > 0) && !(last && k > 0), !last, rail, k == 0 || c.layout != brief.Stacked)
			}
		}
	}
	if rows := c.rows[start:]; len(rows) > 0 {
		rows[0].keep = len(rows) > 1
		if total(rows) <= wholeShare*c.high {
			first = start // a short line of time is seen as a whole
		}
		for i := first; i > 0 && i+1 < len(c.rows); i++ {
			c.rows[i].keep = true // no event stands alone
		}
		rows[len(rows)-1].after = c.style.PairGap
	}
}

// onRail draws the rail beside the sides of a row, joined to what stands above
// and below it, and a dot at its first line.
func (c *composer) onRail(r *row, above, below bool, rail float64, dotted bool) {
	st := &c.style.Item
	middle := st.baseline() - 0.37*st.ZH.Size
	d := railDot * st.ZH.Size
	done := map[float64]bool{}
	for i := range r.parts {
		pt := &r.parts[i]
		if pt.passage.role != ItemRole {
			continue
		}
		x := 0.0
		for _, col := range c.columns {
			if col.language == pt.passage.spans[0].language {
				x = col.x
			}
		}
		if done[x+1e4*float64(pt.side)] {
			continue
		}
		done[x+1e4*float64(pt.side)] = true
		line := shape{kind: RuleItem, x: x + rail/2 - 0.4 - 0.25*st.ZH.Size, y: middle, width: 0.8, height: r.height - middle, color: c.style.Hairline, side: pt.side}
		if above {
			line.y, line.height = 0, r.height
		}
		if !below {
			line.height = middle - line.y
		}
		if line.height > 0 {
			r.shapes = append(r.shapes, line)
		}
		if dotted {
			r.shapes = append(r.shapes, shape{kind: DotItem, x: x + rail/2 - d/2 - 0.25*st.ZH.Size, y: middle - d/2, width: d, height: d, color: c.style.Accent, side: pt.side})
		}
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
