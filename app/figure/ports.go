package figure

import (
	"cmp"
	"slices"
)

// An end is where a tie meets a box: which chain, at which of its ends, and
// the next place on its way.
type end struct {
	chain, side, next int
	sort              string
}

// ports returns where along its layer each tie leaves its upper place and
// reaches its lower one: those of one side spread out in the order of what
// they lead to. Where they would be nearer to each other than the least
// distance, those of one sort share a port.
func (g *layers) ports(ties []Tie, least float64) [][2]float64 {
	out := make([][2]float64, len(g.ties))
	for at := range g.places {
		if g.places[at].box < 0 {
			continue
		}
		for side := range 2 {
			ends := g.ends(at, side, ties)
			p := &g.places[at]
			n := len(ends)
			share := n > 1 && float64(n-1)*least > 0.7*p.long
			if share {
				n = g.bySort(ends)
			}
			step := 0.0
			if n > 1 {
				step = min(0.7*p.long/float64(n-1), max(least, 0.16*p.long))
			}
			k := 0
			for i, e := range ends {
				if i > 0 && (!share || e.sort != ends[i-1].sort) {
					k++
				}
				out[e.chain][e.side] = p.centre + step*(float64(k)-float64(n-1)/2)
			}
		}
	}
	return out
}

// ends returns the ends of ties at one side of a box, 0 below and 1 above, in
// the order of what they lead to.
func (g *layers) ends(at, side int, ties []Tie) []end {
	var ends []end
	for k, c := range g.ties {
		last := len(c.way) - 1
		switch {
		case side == 0 && c.way[0] == at:
			ends = append(ends, end{k, side, c.way[1], ties[c.tie].Sort})
		case side == 1 && c.way[last] == at:
			ends = append(ends, end{k, side, c.way[last-1], ties[c.tie].Sort})
		}
	}
	slices.SortStableFunc(ends, func(a, b end) int { return cmp.Compare(g.places[a.next].centre, g.places[b.next].centre) })
	return ends
}

// bySort puts the ends of one sort together, the sorts in the order of the
// middle of what they lead to, and returns how many sorts there are.
func (g *layers) bySort(ends []end) int {
	sum, n := map[string]float64{}, map[string]float64{}
	for _, e := range ends {
		sum[e.sort] += g.places[e.next].centre
		n[e.sort]++
	}
	slices.SortStableFunc(ends, func(a, b end) int {
		return cmp.Or(cmp.Compare(sum[a.sort]/n[a.sort], sum[b.sort]/n[b.sort]), cmp.Compare(a.sort, b.sort))
	})
	return len(n)
}
