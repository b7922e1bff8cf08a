package typeset

// tallRow is how many lines one cell has at least in a row of a table that
// may be split, and holeShare how much of a page must stay empty for it: a
// whole row reads better than a full page.
const (
	tallRow   = 6
	holeShare = 0.25
)

// isTall reports whether a row of a table may be split when a hole would be
// left else.
func (r *row) isTall() bool {
	if r.table == nil || r.head {
		return false
	}
	for _, cell := range r.cells() {
		n := 0
		for _, i := range cell {
			n += r.parts[i].to - r.parts[i].from
		}
		if n >= tallRow {
			return true
		}
	}
	return false
}

// cells returns the parts of a row by cell, from top to bottom.
func (r *row) cells() [][]int {
	var out [][]int
	type place struct{ side, column int }
	at := map[place]int{}
	for i := range r.parts {
		p := &r.parts[i]
		k := place{side: p.side}
		if p.passage.cell != nil {
			k.column = p.passage.cell.Column
		}
		n, ok := at[k]
		if !ok {
			n = len(out)
			at[k] = n
			out = append(out, nil)
		}
		out[n] = append(out[n], i)
	}
	return out
}

// cutCells returns how many lines of each part of a row of a table stay where
// there is room (pt), or nil if the row cannot be split there. Of each cell
// two lines stay at least, or all it has; and two go, or none.
func (r *row) cutCells(room, pad float64) []int {
	stay := make([]int, len(r.parts))
	some := false
	for _, cell := range r.cells() {
		stays, full := 0, true
		for _, i := range cell {
			p := &r.parts[i]
			n := p.to - p.from
			k := n
			if p.bottom() > room-pad+overfullSlip {
				k = p.stay(room - pad)
				k = min(k, n-minStay)
				if k > minStay && p.lines.lines[p.from+k-1].hyphen {
					k--
				}
				if k < minStay {
					k = 0
				}
			}
			if !full {
				k = 0 // nothing stays below what goes
			}
			full = full && k == n
			stay[i] = k
			stays += k
		}
		if stays == 0 && len(cell) > 0 {
			return nil
		}
		some = some || !full
	}
	if !some {
		return nil
	}
	return stay
}

// leastCells returns the height of the smallest first piece of a row of a
// table, or that of the row.
func (r *row) leastCells(pad float64) float64 {
	for i := range r.parts {
		p := &r.parts[i]
		leading := p.passage.style.Leading
		for h := p.y + minStay*leading + pad; h < r.height; h += leading {
			if r.cutCells(h, pad) != nil {
				return h
			}
		}
	}
	return r.height
}

// splitCells cuts a row of a table. What goes begins at the top of its cells
// again; hairline closes what stays.
func (r *row) splitCells(stay []int, pad, gap float64, hairline Color) (top, rest row) {
	top, rest = *r, *r
	top.parts, rest.parts = nil, nil
	top.height, rest.height = 0, 0
	top.after, rest.before, rest.headings, top.keep = 0, 0, nil, false
	for _, cell := range r.cells() {
		y, was := pad, -1.0
		for _, i := range cell {
			p := r.parts[i]
			if stay[i] > 0 {
				a := p
				a.to = p.from + stay[i]
				top.parts = append(top.parts, a)
				top.height = max(top.height, a.bottom()+pad)
			}
			if p.from+stay[i] == p.to {
				continue
			}
			a := p
			a.from += stay[i]
			if was >= 0 && p.y > was+overfullSlip {
				y += gap
			}
			was = p.y
			a.y = y
			rest.parts = append(rest.parts, a)
			y = a.bottom()
			rest.height = max(rest.height, y+pad)
		}
	}
	rest.shapes = append([]shape(nil), r.shapes...)
	top.shapes = append([]shape(nil), r.shapes...)
	for i := range r.shapes {
		rest.shapes[i].y += rest.height - r.height
		s := &top.shapes[i]
		s.y, s.height, s.color = top.height-0.2, 0.4, hairline
	}
	return top, rest
}
