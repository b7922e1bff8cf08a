package typeset

import (
	"math"

	"celun/app/language"
)

// A pager stacks rows on pages and turns them into items. Facing pages are
// stacked together, a row at a time, and so break together.
type pager struct {
	style       *Style
	hole        bool // what was decided of the row before: one kept with it goes by the same, or a heading would stand alone
	sides       int  // pages stacked at once: 2 for facing pages, else 1
	wide, high  float64
	left        float64
	top, bottom float64
	lead        language.Language

	plans    []plan
	spare    []plan      // of a document two before, whose memory is used again
	usual    int         // parts on a page, by which room is made for them
	waiting  [2][]placed // parts of the two languages since the last full-width row
	y        float64
	empty    bool // nothing stands on the page yet
	gap      float64
	ending   bool // the page at hand is being closed
	numbers  int
	section  int
	headings []Heading
	box      *box
	boxTop   float64
	table    *table
	feet     feet
}

// A leaf is what the pager notes of a page for its edges.
type leaf struct {
	volume int
	front  bool
	cover  bool
}

// open begins a new page for r, or two facing ones.
func (p *pager) open(r *row) {
	p.close()
	for range p.sides {
		pl := plan{leaf: leaf{r.volume, r.front, r.cover}}
		if n := len(p.plans); n < len(p.spare) {
			pl.parts, pl.plates = p.spare[n].parts[:0], p.spare[n].plates[:0]
		} else {
			pl.parts = make([]placed, 0, p.usual)
		}
		p.plans = append(p.plans, pl)
	}
	p.y, p.empty, p.gap = p.top, true, 0
	if r.front {
		p.y = p.style.FirstTop * mm
	}
	p.resumeFeet()
}

// close ends the page at hand.
func (p *pager) close() {
	if len(p.plans) == 0 {
		return
	}
	p.endBox()
	p.settleFeet()
	p.ending = true
	if p.sides == 2 {
		for side := range p.waiting {
			p.flushSide(side)
			p.layFeet(side)
		}
	} else {
		p.flush()
		p.layFeet(0)
		p.layFeet(1)
	}
	p.ending = false
	p.usual = max(p.usual, len(p.plan(0).parts))
}

// plan returns the plan of the page of a side.
func (p *pager) plan(side int) *plan {
	if p.sides == 1 {
		return &p.plans[len(p.plans)-1]
	}
	return &p.plans[len(p.plans)-2+side]
}

// flush moves what waits into reading order: the leading language, then the
// other.
func (p *pager) flush() {
	if p.sides == 2 && !p.ending {
		return // each page is one language
	}
	for side := range p.waiting {
		p.flushSide(side)
	}
}

func (p *pager) flushSide(side int) {
	for i := range p.waiting[side] {
		p.place(&p.waiting[side][i])
	}
	p.waiting[side] = p.waiting[side][:0]
}

// stack places all rows.
func (p *pager) stack(rows []row) {
	for i := 0; i < len(rows); i++ {
		r := &rows[i]
		if len(p.plans) == 0 || r.fresh && !p.empty {
			p.open(r)
		}
		p.put(rows, i)
	}
	p.close()
	p.lastFeet()
}

// room returns the height left for a row, its gap taken off.
func (p *pager) room(r *row) float64 {
	return p.bottom - p.y - p.space(r) - p.boxPad(r) - p.feet.height()
}

// boxPad is what the pads of the box of r need beside r.
func (p *pager) boxPad(r *row) float64 {
	pad := 0.0
	if r.box != nil {
		pad += r.box.pad
		if p.box != r.box {
			pad += r.box.pad
		}
	}
	return pad
}

// space returns the gap above r where it would stand now.
func (p *pager) space(r *row) float64 {
	if p.empty {
		return p.snap(0)
	}
	gap := max(p.gap, r.before)
	if p.box != nil && p.box != r.box {
		gap += p.box.pad
	}
	if r.table != nil {
		return gap // a table has lines of its own
	}
	return p.snap(gap)
}

// snap changes a gap so that what follows it stands on the grid: a whole number
// of lines, the nearest to it that there is room for.
func (p *pager) snap(gap float64) float64 {
	g := p.style.Grid
	if g == 0 {
		return gap
	}
	n := max(math.Ceil((p.y-p.top)/g-1e-6), math.Round((p.y+gap-p.top)/g))
	return p.top + n*g - p.y
}

// set places a row at the current height.
func (p *pager) set(r *row) {
	if r.section != p.section {
		p.flush()
		p.section = r.section
	}
	gap := p.space(r)
	if p.box != r.box {
		p.endBox()
		p.y += gap
		gap = 0
		if r.box != nil {
			p.box, p.boxTop = r.box, p.y
			p.y += r.box.pad
		}
	}
	p.y += gap
	p.table = r.table
	for _, h := range r.headings {
		h.Page, h.Y = len(p.plans)-p.sides+1, p.y
		p.headings = append(p.headings, h)
	}
	if r.full {
		p.flush()
	}
	for _, s := range r.shapes {
		height := s.height
		if s.stretch {
			height = r.height
		}
		on := p.plan(s.side)
		on.plates = append(on.plates, plate{s.kind, p.left + s.x, p.y + s.y, s.width, height, s.color, s.outline})
	}
	for i := range r.parts {
		pl := placed{part: r.parts[i], x: p.left + r.parts[i].x, y: p.y + r.parts[i].y}
		if r.full && p.sides == 1 || pl.artifact {
			p.place(&pl)
		} else {
			p.waiting[pl.side] = append(p.waiting[pl.side], pl)
		}
	}
	if r.footed {
		p.feet.take(r)
	}
	p.y += r.height
	p.gap = r.after
	p.empty = false
}

// endBox draws the box at hand up to here.
func (p *pager) endBox() {
	b := p.box
	if b == nil {
		return
	}
	p.box = nil
	height := p.y + b.pad - p.boxTop
	for k := range p.sides {
		on := p.plan(k)
		on.plates = append([]plate{
			{BoxItem, p.left + b.x, p.boxTop, b.width, height, p.style.Tint, nil},
			{BoxItem, p.left + b.x, p.boxTop, p.style.BoxBar, height, p.style.Accent, nil},
		}, on.plates...)
	}
}
