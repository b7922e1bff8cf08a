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
