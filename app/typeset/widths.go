package typeset

import (
	"math"
	"regexp"
	"slices"
	"strings"

	"celun/app/brief"
	"celun/app/language"
)

// columnWidths shares the measure among the columns of a table: as the table
// says; else each column gets what it wants if there is room for all; else
// so that the rows become as low as can be.
func (c *composer) columnWidths(l *lattice) []float64 {
	rows := append(append([][]entry(nil), l.head...), l.body...)
	n := 0
	for _, r := range rows {
		n = max(n, len(r))
	}
	pads := 2*c.style.CellPad + 0.5
	if given := c.givenWidths(l.widths, n); given != nil {
		w := c.wants(l, n, nil, nil, pads)
		w.mend(given)
		return given
	}
	headBeside := allOf(c.sideBySide(l.head, &c.style.HeadCell, nil))
	bodyBeside := c.sideBySide(l.body, &c.style.Cell, nil)
	w := c.wants(l, n, headBeside, bodyBeside, pads)
	if headBeside != nil && sum(w.least) >= c.measure { // heads give way first
		headBeside = nil
		w = c.wants(l, n, nil, bodyBeside, pads)
	}
	widths := c.shareOut(&w, n, pads)
	if sum(w.most) <= c.measure || !slices.Contains(bodyBeside, true) {
		return widths
	}
	// Two languages on one line in a column of short texts may leave too
	// little to one of long ones.
	under := c.wants(l, n, headBeside, nil, pads)
	other := c.shareOut(&under, n, pads)
	if under.high(other, pads) < tighter*under.high(widths, pads) {
		return other
	}
	return widths
}

// shareOut shares the measure among n columns by what they want.
func (c *composer) shareOut(w *wants, n int, pads float64) []float64 {
	widths := make([]float64, n)
	least, tight, firm, most := sum(w.least), sum(w.tight), sum(w.firm), sum(w.most)
	switch {
	case most <= c.measure:
		for j := range widths {
			widths[j] = w.most[j] * c.measure / most
		}
		return widths
	case least >= c.measure && tight < c.measure:
		w.share(widths, w.tight, c.measure-tight, pads)
		return widths
	case least >= c.measure && firm < c.measure:
		w.share(widths, w.firm, c.measure-firm, pads)
		return widths
	case least >= c.measure:
		for j := range widths {
			widths[j] = w.least[j] * c.measure / least
		}
	default:
		w.share(widths, w.least, c.measure-least, pads)
	}
	if tight >= c.measure {
		return widths
	}
	// A date on two lines beside texts of six takes nothing from anyone.
	other := make([]float64, n)
	w.share(other, w.tight, c.measure-tight, pads)
	if w.high(other, pads) < tighter*w.high(widths, pads) {
		return other
	}
	return widths
}

// wants measures the cells of a table of n columns, with the space beside them.
func (c *composer) wants(l *lattice, n int, headBeside, bodyBeside []bool, pads float64) wants {
	w := wants{least: make([]float64, n), tight: make([]float64, n), firm: make([]float64, n), most: make([]float64, n)}
	c.measureCells(&w, l.head, &c.style.HeadCell, headBeside)
	c.measureCells(&w, l.body, &c.style.Cell, bodyBeside)
	for _, all := range [][]float64{w.least, w.tight, w.firm, w.most} {
		for j := range all {
			all[j] += pads
		}
	}
	return w
}

func sum(all []float64) (total float64) {
	for _, v := range all {
		total += v
	}
	return total
}

// twoLines is the share of the width of a short text in which it stands on two
// lines, one of them perhaps much longer.
const twoLines = 0.7

// tighter is how much lower a table has to become for short texts to be
// broken.
const tighter = 0.92

// givenWidths returns the shares that a table gives as widths in pt, or nil.
func (c *composer) givenWidths(shares []float64, n int) []float64 {
	sum := 0.0
	for _, s := range shares {
		sum += max(0, s)
	}
	if len(shares) != n || !(sum > 0) || math.IsInf(sum, 0) {
		return nil
	}
	widths := make([]float64, n)
	for j := range widths {
		widths[j] = c.measure * max(0, shares[j]) / sum
	}
	return widths
}

// mend widens columns that are too narrow for what should not be broken, as
// far as the others have more than they need.
func (w *wants) mend(widths []float64) {
	var lack, spare float64
	for j := range widths {
		lack += max(0, w.least[j]-widths[j])
		spare += max(0, widths[j]-w.least[j])
	}
	if lack == 0 || spare == 0 {
		return
	}
	moved := min(lack, spare)
	for j := range widths {
		if d := w.least[j] - widths[j]; d > 0 {
			widths[j] += d * moved / lack
		} else {
			widths[j] += d * moved / spare
		}
	}
}

// wants are what the columns of a table need and would like, in pt, and the
// lengths of the texts in its cells.
type wants struct {
	least, most []float64
	tight       []float64     // least, if short texts may be broken
	firm        []float64     // least, if they may stand on any number of lines
	cells       [][][]float64 // by row and column, the length of each text
	leading     []float64     // by row
}

// whole is the width (em) up to which a text in a cell is
// not broken if it can be helped.
const whole = 9.6

func (c *composer) measureCells(w *wants, rows [][]entry, st *TextStyle, beside []bool) {
	for _, r := range rows {
		cells := make([][]float64, len(w.most))
		for j, e := range r {
			if j < len(beside) && beside[j] && len(e.spans) == 2 {
				width := c.natural(e.spans[0], st) + abreastGap*st.ZH.Size + c.natural(e.spans[1], st) + 0.2
				w.most[j], w.least[j] = max(w.most[j], width), max(w.least[j], width)
				w.tight[j], w.firm[j] = max(w.tight[j], width), max(w.firm[j], width)
				continue
			}
			for _, spans := range e.spans {
				width := c.natural(spans, st)
				w.most[j] = max(w.most[j], width)
				least, tight := width, min(width, c.longest(spans, st))
				firm := tight
				switch {
				case isDate(spans):
					tight, firm = width, width
				case width > whole*st.ZH.Size || unwritten(spans):
					least = tight
				default:
					tight = max(tight, twoLines*width) // but not on three
				}
				w.least[j] = max(w.least[j], least)
				w.tight[j] = max(w.tight[j], tight)
				w.firm[j] = max(w.firm[j], firm)
				cells[j] = append(cells[j], width)
			}
		}
		w.cells = append(w.cells, cells)
		w.leading = append(w.leading, st.Leading)
	}
}

// unwritten reports whether a text is still a blank: that is written over, so
// it takes no room from what is written.
func unwritten(spans []span) bool {
	for _, s := range spans {
		if len(brief.Blanks(s.text, s.language)) > 0 {
			return true
		}
	}
	return false
}

// isDate reports whether a text is nothing but a Chinese date, which reads as
// one word; an English one has its year on a second line if it must.
func isDate(spans []span) bool {
	return len(spans) == 1 && dateText.MatchString(strings.TrimSpace(plain(spans[0].text)))
}

var dateText = regexp.MustCompile(`^(\d{4} ?年( ?\d{1,2} ?月( ?\d{1,2} ?日)?)?|\d{4}[-/.]\d{1,2}([-/.]\d{1,2})?)$`)

// raggedness is how much of a line of a cell stays empty on average (pt).
const raggedness = 11

// share gives out what is left over the least widths, a little at a time,
// each time to the column that keeps most rows high.
func (w *wants) share(widths, least []float64, left, pads float64) {
	copy(widths, least)
	const steps = 60
	step := left / steps
	weight := make([]float64, len(widths))
	for range steps {
		clear(weight)
		for i := range w.cells {
			if high, tallest := w.row(i, widths, pads); tallest >= 0 {
				weight[tallest] += high
			}
		}
		best := -1
		for j := range weight {
			if widths[j] < w.most[j] && (best < 0 || weight[j] > weight[best]) {
				best = j
			}
		}
		if best < 0 {
			best = 0
		}
		widths[best] += step
	}
}

// row returns about how high a row is with columns of these widths, and the
// column that makes it so, or -1.
func (w *wants) row(i int, widths []float64, pads float64) (high float64, tallest int) {
	tallest = -1
	for j, texts := range w.cells[i] {
		h := 0.0
		for _, t := range texts {
			// What is broken leaves some of each line empty: half a word in
			// English, little in Chinese.
			room := widths[j] - pads
			if t > room {
				room = max(room-raggedness, room/2)
			}
			h += math.Ceil(t/room) * w.leading[i]
		}
		if h > high {
			high, tallest = h, j
		}
	}
	return high, tallest
}

// high returns about how high all rows are.
func (w *wants) high(widths []float64, pads float64) float64 {
	total := 0.0
	for i := range w.cells {
		h, _ := w.row(i, widths, pads)
		total += h
	}
	return total
}

// longest returns the width below which a column of these spans would have
// to break words: the longest Latin word, or four hanzi.
func (c *composer) longest(spans []span, st *TextStyle) float64 {
	width := 0.0
	for _, s := range spans {
		size := st.cut(s.language).Size
		if s.language == language.ZH {
			width = max(width, 4*size)
		}
		for _, word := range strings.FieldsFunc(plain(s.text), func(r rune) bool { return r == ' ' || r >= 0x2E80 }) {
			if float64(len(word))*size*0.4 < width {
				continue
			}
			w := c.natural([]span{{text: word, language: s.language, plain: true}}, st)
			width = max(width, min(w, 8*size))
		}
	}
	return width
}
