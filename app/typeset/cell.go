package typeset

import (
	"celun/app/brief"
	"celun/app/language"
)

// An entry is what a cell shows: one text in each language set, or one that
// is the same in both.
type entry struct {
	spans [][]span // of the languages that have a text, the leading first
	sides []int    // of spans
	same  bool     // one text for both
	// anchor names the place of the cell, for links; anchors do so by side.
	anchor  string
	anchors []string
}

// abreast is the width (pt) up to which the two languages of a column's cells
// want to stand side by side, abreastMost that up to which they do where their
// column is wide enough anyway, and abreastGap the space between them in em.
const (
	abreast     = 120
	abreastMost = 170
	abreastGap  = 0.5
)

// sideBySide reports which columns have their languages side by side in all
// rows: those where no cell needs more than they may take, nor than its column
// has.
func (c *composer) sideBySide(rows [][]entry, st *TextStyle, widths []float64) []bool {
	n := 0
	for _, r := range rows {
		n = max(n, len(r))
	}
	out := make([]bool, n)
	for j := range out {
		out[j] = len(c.langs) == 2 && c.layout != brief.Facing
		for _, r := range rows {
			if j < len(r) && len(r[j].spans) == 2 {
				w := c.natural(r[j].spans[0], st) + abreastGap*st.ZH.Size + c.natural(r[j].spans[1], st) + 0.1
				if widths == nil && w > abreast || widths != nil && (w > abreastMost || w > widths[j]-2*c.style.CellPad) {
					out[j] = false
				}
			}
		}
	}
	return out
}

// allOf returns beside if all of it is true, and nil otherwise: the head of a
// table has its languages side by side or one under the other throughout.
func allOf(beside []bool) []bool {
	for _, b := range beside {
		if !b {
			return nil
		}
	}
	return beside
}

// entry returns what a cell shows in the languages that are set now.
func (c *composer) entry(t language.Text, same string, at brief.Address) entry {
	if same != "" {
		return entry{spans: [][]span{{{text: same, language: languageOf(same), address: at}}}, sides: []int{0}, same: true}
	}
	var e entry
	for i, l := range c.langs {
		if s := textSpan(t, l, at); len(s) > 0 {
			e.spans = append(e.spans, s)
			e.sides = append(e.sides, i)
		}
	}
	return e
}

// phraseCell is the width (em) of a cell from which its lines break between
// phrases: in a narrower one they would be half empty.
const phraseCell = 6

// tableRow sets the cells of one row. In a bilingual table the languages of
// a cell stand one under the other; on facing pages each has its own table.
func (c *composer) tableRow(cells []entry, widths []float64, right, beside []bool, spread []int, st *TextStyle, role Role) row {
	r := row{section: c.section, full: true}
	pad := c.style.CellPad
	x := 0.0
	aligned := *st
	aligned.Align = Right
	for j, e := range cells {
		s := st
		if j < len(right) && right[j] {
			s = &aligned
		}
		y := pad * 0.7
		before := len(r.parts)
		if j < len(beside) && beside[j] && len(e.spans) == 2 {
			em := 0
			if j < len(spread) {
				em = spread[j]
			}
			c.cellAbreast(&r, e, s, role, x+pad, y, widths[j]-2*pad, em)
			e.spans = nil
		}
		for k, spans := range e.spans {
			side := 0
			if c.layout == brief.Facing {
				side, y = e.sides[k], pad*0.7
			}
			measure := widths[j] - 2*pad
			p := &passage{spans: spans, style: s, role: role, measure: measure}
			if s.Phrases && s.Align == Left && role == CellRole && measure < phraseCell*s.ZH.Size {
				narrow := *s
				narrow.Phrases = false
				p.style = &narrow
			}
			if j < len(spread) && spans[0].language == language.ZH && role == CellRole && float64(spread[j])*s.ZH.Size <= measure {
				p.spread = spread[j]
			}
			pt := c.add(&r, p, x+pad, y, side)
			switch {
			case side < len(e.anchors):
				pt.anchor = e.anchors[side]
			case k == 0:
				pt.anchor = e.anchor
			}
			y = pt.bottom() + c.style.CellGap
		}
		if c.layout == brief.Facing && e.same && len(c.langs) == 2 {
			p := &passage{spans: e.spans[0], style: s, role: role, measure: widths[j] - 2*pad}
			c.add(&r, p, x+pad, pad*0.7, 1)
		}
		at := &Cell{Table: c.grids, Row: c.gridRow, Column: j, Columns: len(cells)}
		for _, pt := range r.parts[before:] {
			pt.passage.cell = at
		}
		x += widths[j]
	}
	c.gridRow++
	r.height += pad * 0.7
	if r.height < st.Leading {
		r.height = st.Leading
	}
	return r
}

// cellAbreast sets the two languages of a cell on one line, a Chinese name
// spread over so many em.
func (c *composer) cellAbreast(r *row, e entry, st *TextStyle, role Role, x, y, measure float64, em int) {
	first, second := c.natural(e.spans[0], st)+0.05, c.natural(e.spans[1], st)+0.05
	of := func(spans []span, width float64) *passage {
		p := &passage{spans: spans, style: st, role: role, measure: width}
		if spans[0].language == language.ZH {
			p.spread = em
		}
		return p
	}
	if wide := float64(em)*st.ZH.Size + 0.05; e.spans[0][0].language == language.ZH {
		first = max(first, wide)
	} else {
		second = max(second, wide)
	}
	gap := abreastGap * st.ZH.Size
	if st.Align == Right {
		x += measure - first - gap - second
	}
	c.add(r, of(e.spans[0], first), x, y, 0)
	c.add(r, of(e.spans[1], second), x+first+gap, y, 0)
}
