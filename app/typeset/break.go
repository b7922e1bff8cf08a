package typeset

// need returns the height without which row i does not begin here: its own,
// or that of its first piece, with what it is kept with. Rows of a table are
// split only where a hole would be left else.
func (p *pager) need(rows []row, i int, loose, hole bool) float64 {
	r := &rows[i]
	if !r.keep || i+1 == len(rows) || rows[i+1].fresh {
		if hole && r.isTall() {
			return r.leastCells(p.cellPad()) + p.more(r, r.height)
		}
		least := r.least(loose)
		return least + p.more(r, least)
	}
	if least := r.least(loose); least < r.height && r.box == nil {
		return least + p.more(r, least) // its end goes along with the next row
	}
	return p.chain(rows, i, loose, hole)
}

// chain returns the height that row i takes with what it is kept with.
func (p *pager) chain(rows []row, i int, loose, hole bool) float64 {
	r, n := &rows[i], &rows[i+1]
	return r.height + p.more(r, r.height) + max(r.after, n.before) + p.need(rows, i+1, loose, hole)
}

// cellPad is the space above and below the text of a cell.
func (p *pager) cellPad() float64 { return 0.7 * p.style.CellPad }

// put places row i, on the next page or over two if it must.
func (p *pager) put(rows []row, i int) {
	r := rows[i]
	page := p.bottom - p.top
	// A row that no page holds may leave one side whole.
	loose := r.height > page
	hole := p.room(&r) > holeShare*page || i > 0 && rows[i-1].keep && (p.hole || rows[i-1].table == r.table && r.table != nil)
	p.hole = hole
	if need := p.need(rows, i, loose, hole); need > p.room(&r)+overfullSlip && !p.empty && need <= page+overfullSlip {
		p.turn(&r)
	}
	r = p.along(rows, i, loose, hole)
	turned := p.empty // nothing but a table's head stands on the page
	for r.height+p.more(&r, r.height) > p.room(&r)+overfullSlip {
		room := p.room(&r)
		if (hole || turned) && r.isTall() {
			if stay := r.cutCells(room-p.more(&r, r.height), p.cellPad()); stay != nil {
				var top row
				top, r = r.splitCells(stay, p.cellPad(), p.style.CellGap, p.style.Hairline)
				p.set(&top)
				p.turn(&r)
				turned = true
				continue
			}
		}
		h := r.cut(room, loose, p.more)
		if h == 0 && turned {
			h = r.cut(room, true, p.more)
		}
		if h == 0 && turned {
			h = r.force(room)
		}
		if h == 0 && turned { // nothing can be split: it hangs over the edge rather than be lost
			break
		}
		turned = true
		if h > 0 {
			var top row
			top, r = r.split(h)
			p.set(&top)
		}
		p.turn(&r)
	}
	p.set(&r)
}

// along splits row i if it fits on the page while what it is kept with does
// not: its last lines go along, for what ends or introduces another thing does
// not stand without it. It returns what is still to be placed.
func (p *pager) along(rows []row, i int, loose, hole bool) row {
	r := rows[i]
	if !r.keep || !r.flows || r.box != nil || i+1 == len(rows) || rows[i+1].fresh {
		return r
	}
	room, chain := p.room(&r), p.chain(rows, i, loose, hole)
	if r.height+p.more(&r, r.height) > room+overfullSlip || chain <= room+overfullSlip || chain > p.bottom-p.top+overfullSlip {
		return r
	}
	h := r.cut(min(room, r.height), false, p.more)
	if h == 0 {
		return r
	}
	top, rest := r.split(h)
	p.set(&top)
	p.turn(&rest)
	return rest
}

// force returns where a row that no page holds is cut whatever the rules, or
// 0 if not even a line fits.
func (r *row) force(room float64) float64 {
	best := 0.0
	for i := range r.parts {
		p := &r.parts[i]
		for k := 1; k <= p.to-p.from; k++ {
			if h := p.y + float64(k)*p.passage.style.Leading; h <= room && h > best && h < r.bottom() {
				best = h
			}
		}
	}
	return best
}

// turn begins the next page and repeats the head of a table there.
func (p *pager) turn(r *row) {
	p.open(r)
	if r.table != nil && !r.head && r.table == p.table && r.table.head != nil && r.table.head.height+r.height < p.bottom-p.top {
		head := *r.table.head
		head.parts = append([]part(nil), head.parts...)
		for i := range head.parts {
			head.parts[i].artifact = true
		}
		head.headings = nil
		p.set(&head)
	}
}
