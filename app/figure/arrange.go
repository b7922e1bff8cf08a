package figure

import "slices"

// A Box is a rectangle that is to be placed: how large it is, in the unit of
// its user.
type Box struct{ Width, Height float64 }

// A Tie joins two boxes, by their places in the list: the upper one is placed
// in an earlier layer than the lower one, unless ties run in a circle. Ties of
// one sort may end in one point of a box where there is no room for a point
// each.
type Tie struct {
	Upper, Lower int
	Sort         string
}

// Spacing says how far apart boxes are placed, and which way the layers go.
type Spacing struct {
	Across bool    // layers go from left to right, not from top to bottom
	Layers float64 // between layers
	Boxes  float64 // between boxes of one layer
	Ends   float64 // between the ends of ties at one side of a box
	// Room is how long a layer may be before groups that have no tie to each
	// other are placed one after the other: 0 is without a bound. A group
	// that is longer by itself stays whole.
	Room float64
}

// An Arrangement is where boxes were placed and how the ties run. No two boxes
// overlap, and no tie runs over a box that it does not join.
type Arrangement struct {
	Width, Height float64
	At            []Point   // the top left corner of each box
	Routes        [][]Point // of each tie, from the upper box to the lower; see [Arrangement.Path]
	Layer         []int     // of each box, from 0
	Crossings     int       // how often ties cross
	across        bool
}

// A Network is boxes of any size and their ties, put in layers and in order so
// that ties are short and cross seldom. The same ties always come out in the
// same way.
type Network struct {
	n      int
	ties   []Tie
	groups []*layers
	lone   []int // boxes without a tie
}

// NewNetwork puts n boxes with these ties in layers, by the longest way from
// above, and orders each by barycentres and exchanges from several beginnings.
// Of a layer of more than so many boxes, those from which nothing hangs go
// further down; 0 is without a bound.
func NewNetwork(n int, ties []Tie, most int) *Network {
	w := &Network{n: n, ties: ties}
	for _, group := range groups(n, ties) {
		if len(group) == 1 {
			w.lone = append(w.lone, group[0])
			continue
		}
		g := newLayers(group, ties, most)
		g.order()
		w.groups = append(w.groups, g)
	}
	return w
}

// Arrange places the boxes, each as near to those it is tied to as can be.
func (w *Network) Arrange(boxes []Box, s Spacing) *Arrangement {
	a := &Arrangement{
		At: make([]Point, w.n), Routes: make([][]Point, len(w.ties)), Layer: make([]int, w.n), across: s.Across,
	}
	at := shelf{room: s.Room, gap: 2 * s.Boxes}
	for _, g := range w.groups {
		g.place(boxes, s)
		along, deep := at.take(g.length, g.depth)
		g.write(a, along, deep, w.ties, s)
		a.Crossings += g.crossings()
	}
	a.rest(w.lone, boxes, &at, s)
	a.Width, a.Height = at.length, at.depth()
	if s.Across {
		a.Width, a.Height = a.Height, a.Width
	}
	return a
}

// rest places the boxes without a tie in rows under the others.
func (a *Arrangement) rest(lone []int, boxes []Box, at *shelf, s Spacing) {
	if len(lone) == 0 {
		return
	}
	var long, deep float64
	for _, i := range lone {
		l, d := boxes[i].sides(s.Across)
		long, deep = max(long, l), max(deep, d)
	}
	room := max(at.length, long)
	if at.length == 0 {
		room = max(s.Room, long)
	}
	inRow := max(1, int((room+s.Boxes)/(long+s.Boxes)))
	if s.Room == 0 && at.length == 0 {
		inRow = len(lone)
	}
	rows := (len(lone) + inRow - 1) / inRow
	at.newRow()
	along, down := at.take(float64(min(inRow, len(lone)))*(long+s.Boxes)-s.Boxes, float64(rows)*(deep+s.Boxes)-s.Boxes)
	for n, i := range lone {
		a.At[i] = turned(along+float64(n%inRow)*(long+s.Boxes), down+float64(n/inRow)*(deep+s.Boxes), s.Across)
	}
}

// sides returns how much of a layer a box takes, and how deep it is.
func (b Box) sides(across bool) (along, deep float64) {
	if across {
		return b.Height, b.Width
	}
	return b.Width, b.Height
}

// turned returns the point that lies so far along a layer and so deep.
func turned(along, deep float64, across bool) Point {
	if across {
		return Point{deep, along}
	}
	return Point{along, deep}
}

// A shelf places groups side by side, and begins a new row when one is full.
type shelf struct {
	room, gap      float64
	x, top, bottom float64
	length         float64
}

func (s *shelf) take(long, deep float64) (x, y float64) {
	if s.room > 0 && s.x > 0 && s.x+long > s.room {
		s.newRow()
	}
	x, y = s.x, s.top
	s.x += long + s.gap
	s.length = max(s.length, x+long)
	s.bottom = max(s.bottom, y+deep)
	return x, y
}

func (s *shelf) newRow() {
	if s.bottom > 0 {
		s.x, s.top = 0, s.bottom+s.gap
	}
}

func (s *shelf) depth() float64 { return s.bottom }

// groups returns the boxes that are tied to each other, directly or not, each
// group and the groups themselves in the order of the list.
func groups(n int, ties []Tie) [][]int {
	group := make([]int, n)
	for i := range group {
		group[i] = i
	}
	find := func(i int) int {
		for group[i] != i {
			group[i] = group[group[i]]
			i = group[i]
		}
		return i
	}
	for _, t := range ties {
		if a, b := find(t.Upper), find(t.Lower); a != b {
			group[max(a, b)] = min(a, b)
		}
	}
	at := map[int]int{}
	var out [][]int
	for i := range n {
		g := find(i)
		k, ok := at[g]
		if !ok {
			k = len(out)
			at[g] = k
			out = append(out, nil)
		}
		out[k] = append(out[k], i)
	}
	return out
}

// Path returns the outline of a route: straight along the layers that it
// passes, and in a smooth curve between two.
func (a *Arrangement) Path(route []Point) []Segment {
	var path []Segment
	for i, p := range route {
		switch {
		case i == 0:
			path = append(path, Segment{Verb: Move, To: p})
		case a.straight(route[i-1], p):
			path = append(path, Segment{Verb: Line, To: p})
		default:
			q := route[i-1]
			from, at := Point{q.X, (q.Y + p.Y) / 2}, Point{p.X, (q.Y + p.Y) / 2}
			if a.across {
				from, at = Point{(q.X + p.X) / 2, q.Y}, Point{(q.X + p.X) / 2, p.Y}
			}
			path = append(path, Segment{Verb: Curve, From: from, At: at, To: p})
		}
	}
	return path
}

func (a *Arrangement) straight(p, q Point) bool {
	d := p.X - q.X
	if a.across {
		d = p.Y - q.Y
	}
	return d*d < 0.01
}

// acyclic returns the ties with those turned round that would close a circle,
// and which they were. A tie of a box to itself is left out (-1, -1).
func acyclic(n int, ties []Tie) ([]Tie, []bool) {
	out := slices.Clone(ties)
	turned := make([]bool, len(ties))
	below := make([][]int, n) // numbers of ties
	for i, t := range ties {
		if t.Upper == t.Lower {
			out[i] = Tie{Upper: -1, Lower: -1}
			continue
		}
		below[t.Upper] = append(below[t.Upper], i)
	}
	state := make([]byte, n) // 1: on the way down, 2: done
	var visit func(int)
	visit = func(v int) {
		state[v] = 1
		for _, i := range below[v] {
			switch w := ties[i].Lower; state[w] {
			case 0:
				visit(w)
			case 1:
				out[i] = Tie{Upper: w, Lower: v}
				turned[i] = true
			}
		}
		state[v] = 2
	}
	for v := range n {
		if state[v] == 0 {
			visit(v)
		}
	}
	return out, turned
}
