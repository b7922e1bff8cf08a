package typeset

import (
	"slices"
	"strings"
	"unicode"

	"celun/app/brief"
	"celun/app/language"
)

// A table is a table as it is set: its head stands again at the top of each
// page that it runs over.
type table struct {
	head *row
}

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

// A lattice is a table before it is set.
type lattice struct {
	head, body [][]entry
	widths     []float64 // shares of the measure; nil: by what the cells need
	right      []bool    // columns of numbers
	spread     []int     // em over which the names of a column are spread; nil: none are
	space      float64   // height of a row with an empty cell, to write in (pt)
}

// grid makes the rows of a table block: its caption, its head and its rows.
func (c *composer) grid(b *brief.Block, noted bool) {
	g := b.Table
	if len(g.Rows) == 0 || len(g.Rows[0]) == 0 {
		return
	}
	c.caption(g.Caption, brief.Address{Block: b.ID, Slot: brief.CaptionSlot})
	l := lattice{widths: g.Widths, space: b.Space * mm}
	columns := 0
	for _, r := range g.Rows {
		columns = max(columns, len(r))
	}
	for i, r := range g.Rows {
		cells := make([]entry, columns)
		for j := range r {
			cells[j] = c.entry(r[j].Text, r[j].Same, brief.Address{Block: b.ID, Slot: brief.CellSlot(i, j)})
		}
		if i < max(1, g.Header) {
			l.head = append(l.head, cells)
		} else {
			l.body = append(l.body, cells)
		}
	}
	l.right = numeric(g, columns)
	if c.style.Spread {
		l.spread = names(g, columns)
	}
	c.lattice(&l, noted)
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

// languageOf says in which language a text of no stated language is set.
func languageOf(s string) language.Language {
	for _, r := range s {
		if unicode.Is(unicode.Han, r) {
			return language.ZH
		}
	}
	return language.EN
}

// numeric reports which columns hold numbers in every cell of the body that
// is not empty.
func numeric(g *brief.Grid, columns int) []bool {
	right := make([]bool, columns)
	for j := range columns {
		some, all := false, true
		for i, r := range g.Rows {
			if i < max(1, g.Header) || j >= len(r) {
				continue
			}
			for _, s := range []string{r[j].Same, r[j].ZH, r[j].EN} {
				if s == "" || s == "—" || s == "–" || s == "-" {
					continue
				}
				some = true
				all = all && number(s)
			}
		}
		right[j] = some && all
	}
	return right
}

// names returns for each column over how many em its Chinese names are
// spread: as many as the longest has, if all are hanzi, two to four of them;
// else 0.
func names(g *brief.Grid, columns int) []int {
	out := make([]int, columns)
	for j := range out {
		for i, r := range g.Rows {
			if i < max(1, g.Header) || j >= len(r) {
				continue
			}
			n := 0
			for _, c := range plain(r[j].In(language.ZH)) {
				if n++; !unicode.Is(unicode.Han, c) || n > 4 {
					n = -1
					break
				}
			}
			if n < 0 || n == 1 {
				out[j] = 0
				break
			}
			out[j] = max(out[j], n)
		}
	}
	return out
}

// number reports whether s is a figure with at most a sign and a unit of a
// character or two.
func number(s string) bool {
	digits, others := 0, 0
	for _, r := range plain(s) {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r == ':' || r == '/':
			return false // a time or a date, which is read from its beginning
		case strings.ContainsRune(".,+-−±% ‰", r):
		default:
			others++
		}
	}
	return digits > 0 && others <= 1
}

// caption makes the numbered caption above a table; a table without one is
// not counted.
func (c *composer) caption(t language.Text, at brief.Address) {
	if t.IsEmpty() {
		return
	}
	c.captioned(c.counts.Table(), t, at)
}

// captioned makes a caption that begins with a number.
func (c *composer) captioned(number, t language.Text, at brief.Address) {
	n := c.pair(pairing{
		style: &c.style.Caption, role: CaptionRole, counted: c.style.Caption.Align != Centre,
		text: func(l language.Language) []span {
			s := textSpan(t, l, at)
			if len(s) == 0 {
				return nil
			}
			return []span{{text: number.In(l) + " ", language: l, address: s[0].address, plain: true, part: counter}, s[0]}
		},
	})
	for i := range c.last(n) {
		c.last(n)[i].keep = true
	}
	if n > 0 {
		c.last(n)[0].before = 6
		c.last(1)[0].after = 2
	}
}

// lattice sets a table over the full measure.
func (c *composer) lattice(l *lattice, noted bool) {
	widths := c.columnWidths(l)
	t := &table{}
	c.grids++
	c.gridRow = 0
	besideHead := allOf(c.sideBySide(l.head, &c.style.HeadCell, widths))
	besideBody := c.sideBySide(l.body, &c.style.Cell, widths)
	start := len(c.rows)
	for i, cells := range l.head {
		c.rows = append(c.rows, c.tableRow(cells, widths, l.right, besideHead, nil, &c.style.HeadCell, HeadCellRole))
		r := c.last(1)[0]
		if i == 0 {
			c.rule(&r, 0, 1.1, c.style.Accent)
			r.before = 4
		}
		if i == len(l.head)-1 {
			c.rule(&r, r.height, 0.6, c.style.Accent)
		}
		r.keep, r.head, r.table = true, true, t
		c.last(1)[0] = r
	}
	if len(l.head) == 1 {
		head := c.last(1)[0]
		t.head = &head
	}
	for i, cells := range l.body {
		r := c.tableRow(cells, widths, l.right, besideBody, l.spread, &c.style.Cell, CellRole)
		r.table = t
		if slices.ContainsFunc(cells, func(e entry) bool { return len(e.spans) == 0 }) {
			r.height = max(r.height, l.space)
		}
		if i == len(l.body)-1 {
			c.rule(&r, r.height, 1.1, c.style.Accent)
			if r.after, r.keep = c.style.PairGap+3, noted; noted {
				r.after = 3
			}
		} else {
			c.rule(&r, r.height, 0.4, c.style.Hairline)
		}
		c.rows = append(c.rows, r)
	}
	if len(l.body) == 0 && len(c.rows) > start {
		c.last(1)[0].keep = false
	}
	c.keepRows(c.last(len(l.body)))
}

// keepRows keeps the first two rows of a table together, and the last two,
// unless the first of them is so high that a hole would be worse. The second
// may be split if it is tall.
func (c *composer) keepRows(rows []row) {
	const high = 17 // em
	for _, i := range []int{0, len(rows) - 2} {
		if i >= 0 && i+1 < len(rows) && rows[i].height < high*c.style.Cell.ZH.Size {
			rows[i].keep = true
		}
	}
}

func (c *composer) rule(r *row, y, height float64, color Color) {
	sides := 1
	if c.layout == brief.Facing {
		sides = len(c.langs)
	}
	for side := range sides {
		r.shapes = append(r.shapes, shape{kind: RuleItem, y: y - height/2, width: c.measure, height: height, color: color, side: side})
	}
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
