package typeset

// feet are the footnotes of the page at hand. Where the languages stand side
// by side each has a lane of its own, and else both share one.
type feet struct {
	lanes   [2][]part
	waiting [2][]part // for a next page
	heights [2]float64
	apart   bool    // the languages have lanes of their own
	most    float64 // that the lanes take of a page
	gap     float64 // between them and the text
	top     float64 // of the page at hand, from the top of the sheet
}

// lane returns which lane a part stands in.
func (f *feet) lane(p *part) int {
	if f.apart {
		return p.side
	}
	return 0
}

// height returns what the footnotes need, with the space above them.
func (f *feet) height() float64 {
	return f.total(f.heights)
}

func (f *feet) total(heights [2]float64) float64 {
	h := max(heights[0], heights[1])
	if h == 0 {
		return 0
	}
	return min(h, f.most) + f.gap
}

// take puts the footnotes of the lines of a row at the foot of the page.
func (f *feet) take(r *row) {
	for i := range r.parts {
		p := &r.parts[i]
		for _, n := range p.feet {
			if n.line >= p.from && n.line < p.to && !p.artifact {
				k := f.lane(&n.part)
				f.lanes[k] = append(f.lanes[k], n.part)
				f.heights[k] += n.height()
			}
		}
	}
}

// more returns how much more height the footnotes need if a row stands on the
// page, as far as its lines end above h.
func (p *pager) more(r *row, h float64) float64 {
	if !r.footed {
		return 0
	}
	heights := p.feet.heights
	for i := range r.parts {
		pt := &r.parts[i]
		if len(pt.feet) == 0 || pt.artifact {
			continue
		}
		end := pt.to
		if h < r.height-overfullSlip {
			end = pt.from + pt.stay(h)
		}
		for _, n := range pt.feet {
			if n.line >= pt.from && n.line < end {
				heights[p.feet.lane(&n.part)] += n.height()
			}
		}
	}
	return p.feet.total(heights) - p.feet.height()
}

// resumeFeet begins the foot of a page with what the last one could not hold.
func (p *pager) resumeFeet() {
	f := &p.feet
	f.apart = f.apart || p.sides == 2
	f.most = (p.bottom - p.top) / 2
	f.gap = footGap * p.style.Footnote.Leading
	f.lanes, f.waiting, f.heights = f.waiting, [2][]part{}, [2]float64{}
	for k := range f.lanes {
		for i := range f.lanes[k] {
			f.heights[k] += f.lanes[k][i].height()
		}
	}
}

// footGap is the space over the footnotes, in lines of theirs, in the middle
// of which a rule stands; footRule is its length in pt.
const (
	footGap  = 0.9
	footRule = 60
)

// settleFeet finds the places of the footnotes at the foot of the page that is
// being closed. What it has no room for waits for the next.
func (p *pager) settleFeet() {
	f := &p.feet
	if f.height() == 0 {
		return
	}
	room := p.bottom - p.y - f.gap
	if p.empty {
		room = p.bottom - p.y
	}
	var high float64
	for k := range f.lanes {
		y := 0.0
		for i := range f.lanes[k] {
			n := f.lanes[k][i]
			leading := n.passage.style.Leading
			fit := min(n.to-n.from, int((room-y+overfullSlip)/leading))
			if p.empty && y == 0 {
				fit = max(fit, 1) // or the notes would never end
			}
			if len(f.waiting[k]) > 0 {
				fit = 0
			}
			if fit > 0 {
				n.to = n.from + fit
				n.y = y
				y += n.height()
				f.lanes[k][i] = n
			}
			if rest := f.lanes[k][i]; fit <= 0 {
				f.waiting[k] = append(f.waiting[k], rest)
				f.lanes[k][i].to = rest.from
			} else if whole := len(n.lines.lines); n.to < whole {
				rest.from, rest.to = n.to, whole
				f.waiting[k] = append(f.waiting[k], rest)
			}
		}
		high = max(high, y)
	}
	f.top = p.bottom - high
}

// layFeet places the footnotes of a lane, under a short rule.
func (p *pager) layFeet(lane int) {
	f := &p.feet
	ruled := false
	for _, n := range f.lanes[lane] {
		if n.from == n.to {
			continue
		}
		if on := p.plan(n.side); !ruled {
			x := p.left + n.x - n.passage.hang
			on.plates = append(on.plates, plate{RuleItem, x, f.top - f.gap/2, footRule, 0.4, p.style.Grey, nil})
			ruled = true
		}
		p.place(&placed{part: n, x: p.left + n.x, y: f.top + n.y})
	}
	f.lanes[lane], f.heights[lane] = nil, 0
}

// lastFeet makes pages for the footnotes that the last page could not hold.
func (p *pager) lastFeet() {
	for len(p.feet.waiting[0])+len(p.feet.waiting[1]) > 0 {
		at := row{}
		if n := len(p.plans); n > 0 {
			at.volume = p.plans[n-1].leaf.volume
		}
		p.open(&at)
		p.close()
	}
}
