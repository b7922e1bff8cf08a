package figure

import "math"

// straightening is how many times the layers are gone through to move places
// towards what they are tied to.
const straightening = 40

// place gives every place its room within its layer, and the layers theirs.
func (g *layers) place(boxes []Box, s Spacing) {
	deep := 0.0
	for _, row := range g.rows {
		most := 0.0
		for k, i := range row {
			p := &g.places[i]
			if p.long, p.deep = 0, 0; p.box >= 0 {
				p.long, p.deep = boxes[p.box].sides(s.Across)
			}
			p.top, p.centre = deep, p.long/2
			if k > 0 {
				p.centre = g.places[row[k-1]].centre + g.apart(row[k-1], i, s.Boxes)
			}
			most = max(most, p.deep)
		}
		deep += most + s.Layers
	}
	g.depth = deep - s.Layers
	room := g.room(s)
	for k := range straightening {
		for n := range g.rows {
			l := n
			if k%2 == 1 {
				l = len(g.rows) - 1 - n
			}
			g.settle(g.rows[l], s.Boxes, room, k < straightening/2, k%2 == 0)
		}
	}
	g.measure()
}

// room returns how long the layers may become: as long as the spacing allows,
// or as the longest must be. It is infinite without a bound.
func (g *layers) room(s Spacing) float64 {
	if s.Room == 0 {
		return math.Inf(1)
	}
	room := s.Room
	for _, row := range g.rows {
		last := &g.places[row[len(row)-1]]
		room = max(room, last.centre+last.long/2)
	}
	return room
}

// apart returns how far the middles of two neighbours are from each other at
// least. Ties that pass through a layer keep together.
func (g *layers) apart(a, b int, gap float64) float64 {
	p, q := &g.places[a], &g.places[b]
	switch {
	case p.box < 0 && q.box < 0:
		gap *= 0.3
	case p.box < 0 || q.box < 0:
		gap *= 0.7
	}
	return (p.long+q.long)/2 + gap
}

// settle moves the places of one layer as near as can be to the middle of what
// they are tied to, in their order and without overlap, within the room. With half only what
// lies in the layers before counts.
func (g *layers) settle(row []int, gap, room float64, half, down bool) {
	wish, weight, offset := make([]float64, len(row)), make([]float64, len(row)), make([]float64, len(row))
	for k, i := range row {
		p := &g.places[i]
		if k > 0 {
			offset[k] = offset[k-1] + g.apart(row[k-1], i, gap)
		}
		sum, n := 0.0, 0.0
		add := func(ties []int) {
			for _, j := range ties {
				w := 1.0
				if p.box < 0 && g.places[j].box < 0 {
					w = 8 // a long tie runs straight
				}
				sum += w * g.places[j].centre
				n += w
			}
		}
		if !half || down {
			add(p.up)
		}
		if !half || !down {
			add(p.down)
		}
		if n == 0 {
			sum, n = p.centre*0.1, 0.1
		}
		wish[k], weight[k] = sum/n-offset[k], n
	}
	last := len(row) - 1
	low := g.places[row[0]].long / 2
	if math.IsInf(room, 1) {
		low = math.Inf(-1)
	}
	high := max(low, room-g.places[row[last]].long/2-offset[last])
	for k, z := range rising(wish, weight) {
		g.places[row[k]].centre = min(max(z, low), high) + offset[k]
	}
}

// rising returns the numbers nearest to the wishes, by the sum of weighted
// squares, none of which is less than the one before.
func rising(wish, weight []float64) []float64 {
	type pool struct {
		mean, weight float64
		n            int
	}
	var pools []pool
	for i := range wish {
		p := pool{wish[i], weight[i], 1}
		for len(pools) > 0 && pools[len(pools)-1].mean > p.mean {
			q := pools[len(pools)-1]
			pools = pools[:len(pools)-1]
			w := p.weight + q.weight
			p = pool{(p.mean*p.weight + q.mean*q.weight) / w, w, p.n + q.n}
		}
		pools = append(pools, p)
	}
	out := make([]float64, 0, len(wish))
	for _, p := range pools {
		for range p.n {
			out = append(out, p.mean)
		}
	}
	return out
}

// measure moves the group to the beginning of its layers and notes its length.
func (g *layers) measure() {
	first := true
	var low, high float64
	for i := range g.places {
		p := &g.places[i]
		a, b := p.centre-p.long/2, p.centre+p.long/2
		if first || a < low {
			low = a
		}
		if first || b > high {
			high = b
		}
		first = false
	}
	for i := range g.places {
		g.places[i].centre -= low
	}
	g.length = high - low
}
