package figure

import "slices"

// A place is a box in its layer, or the place where a long tie passes through
// one.
type place struct {
	box         int // -1: a tie passes
	layer       int
	long, deep  float64
	up, down    []int // places that it is tied to in the layers above and below
	centre, top float64
}

// Layers are one group of boxes on the way to being placed: first in which
// layer, then in which order, then where.
type layers struct {
	places []place
	rows   [][]int // the places of each layer in their order
	ties   []chain
	length float64 // of the longest layer
	depth  float64 // of all layers
}

// A chain is a tie as the places that it runs through, from above.
type chain struct {
	tie    int
	turned bool // the tie's own upper box is the last of them
	way    []int
}

func newLayers(group []int, all []Tie, most int) *layers {
	g := &layers{}
	local := map[int]int{}
	for i, b := range group {
		g.places = append(g.places, place{box: b})
		local[b] = i
	}
	var ties []Tie
	var number []int
	for i, t := range all {
		u, ok := local[t.Upper]
		if !ok {
			continue
		}
		ties = append(ties, Tie{Upper: u, Lower: local[t.Lower]})
		number = append(number, i)
	}
	ties, turned := acyclic(len(group), ties)
	rank := ranks(len(group), ties)
	if most > 0 {
		lower(rank, ties, most)
	}
	for i := range g.places {
		g.put(i, rank[i])
	}
	for i, t := range ties {
		if t.Upper < 0 {
			continue
		}
		c := chain{tie: number[i], turned: turned[i], way: []int{t.Upper}}
		for l := rank[t.Upper] + 1; l < rank[t.Lower]; l++ {
			g.places = append(g.places, place{box: -1})
			c.way = append(c.way, len(g.places)-1)
			g.put(len(g.places)-1, l)
		}
		c.way = append(c.way, t.Lower)
		for k := 1; k < len(c.way); k++ {
			u, v := c.way[k-1], c.way[k]
			g.places[u].down = append(g.places[u].down, v)
			g.places[v].up = append(g.places[v].up, u)
		}
		g.ties = append(g.ties, c)
	}
	return g
}

func (g *layers) put(i, layer int) {
	for len(g.rows) <= layer {
		g.rows = append(g.rows, nil)
	}
	g.places[i].layer = layer
	g.rows[layer] = append(g.rows[layer], i)
}

// ranks returns the layer of each box: one below the lowest that it hangs
// from; one that hangs from none is right above the highest of its own.
func ranks(n int, ties []Tie) []int {
	rank := make([]int, n)
	up, down := make([][]int, n), make([][]int, n)
	for _, t := range ties {
		if t.Upper >= 0 {
			up[t.Lower] = append(up[t.Lower], t.Upper)
			down[t.Upper] = append(down[t.Upper], t.Lower)
		}
	}
	left := make([]int, n)
	var order []int
	for i := range n {
		if left[i] = len(up[i]); left[i] == 0 {
			order = append(order, i)
		}
	}
	for k := 0; k < len(order); k++ {
		v := order[k]
		for _, w := range down[v] {
			rank[w] = max(rank[w], rank[v]+1)
			if left[w]--; left[w] == 0 {
				order = append(order, w)
			}
		}
	}
	for i := range n {
		if len(up[i]) > 0 || len(down[i]) == 0 {
			continue
		}
		rank[i] = rank[down[i][0]] - 1
		for _, w := range down[i] {
			rank[i] = min(rank[i], rank[w]-1)
		}
	}
	least := slices.Min(rank)
	for i := range rank {
		rank[i] -= least
	}
	return rank
}

// lower moves boxes from which nothing hangs out of layers that are longer than
// most, so that the layers they go to become about equally long.
func lower(rank []int, ties []Tie, most int) {
	bears := make([]bool, len(rank))
	for _, t := range ties {
		if t.Upper >= 0 {
			bears[t.Upper] = true
		}
	}
	for l := 0; l <= slices.Max(rank) && l < len(rank); l++ {
		var leaves []int
		n := 0
		for i, r := range rank {
			if r != l {
				continue
			}
			n++
			if !bears[i] {
				leaves = append(leaves, i)
			}
		}
		if n <= most {
			continue
		}
		rows := (n + most - 1) / most
		keep := max(0, (n+rows-1)/rows-(n-len(leaves)))
		for _, i := range leaves[min(keep, len(leaves)):] {
			rank[i]++
		}
	}
}

// write notes the places of boxes and the ways of ties, so far along and deep.
func (g *layers) write(a *Arrangement, along, deep float64, ties []Tie, s Spacing) {
	for _, p := range g.places {
		if p.box >= 0 {
			a.At[p.box] = turned(along+p.centre-p.long/2, deep+p.top, s.Across)
			a.Layer[p.box] = p.layer
		}
	}
	bottom := make([]float64, len(g.rows))
	for l, row := range g.rows {
		for _, i := range row {
			bottom[l] = max(bottom[l], g.places[i].top+g.places[i].deep)
		}
	}
	for k, ends := range g.ports(ties, s.Ends) {
		c := g.ties[k]
		var route []Point
		add := func(x, y float64) { route = append(route, turned(along+x, deep+y, s.Across)) }
		for n, i := range c.way {
			p := &g.places[i]
			switch n {
			case 0:
				add(ends[0], p.top+p.deep)
				if p.top+p.deep < bottom[p.layer] {
					add(ends[0], bottom[p.layer])
				}
			case len(c.way) - 1:
				add(ends[1], p.top)
			default:
				add(p.centre, p.top)
				add(p.centre, bottom[p.layer])
			}
		}
		if c.turned {
			slices.Reverse(route)
		}
		a.Routes[c.tie] = route
	}
}
