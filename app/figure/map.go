package figure

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
)

const (
	nodeGap   = 9.0   // between nodes of a layer, pt
	layerGap  = 34.0  // between layers, pt
	leastNode = 84.0  // width of a node, pt
	mostNode  = 170.0 // the same
)

// rank is the order of the kinds from what all hangs from to what all rests
// on: of two nodes that are linked the lower number stands first.
func rank(k argument.Kind) int {
	switch k {
	case argument.Thesis, argument.Conclusion:
		return 0
	case argument.Concept, argument.Role, argument.Trait, argument.Stage, argument.Feature:
		return 1
	case argument.Challenge:
		return 2
	case argument.Countermeasure, argument.Option:
		return 3
	case argument.Recommendation:
		return 4
	case argument.EvidenceKind:
		return 5
	}
	return 1
}

// Order returns a link as a tie: what answers, supports, opposes or is part of
// another hangs from it, unless the kinds say that it stands above, as a thesis
// does.
func Order(from, to int, fromKind, toKind argument.Kind, link argument.LinkKind) Tie {
	if rank(fromKind) < rank(toKind) {
		return Tie{Upper: from, Lower: to, Sort: string(link)}
	}
	return Tie{Upper: to, Lower: from, Sort: string(link)}
}

// ties returns the links between nodes of the map, by their places in the
// list; what leads nowhere is left out.
func ties(f *brief.Figure) (out []Tie, edges []*brief.Edge) {
	at := map[string]int{}
	for i := range f.Nodes {
		at[f.Nodes[i].ID] = i
	}
	seen := map[[2]int]bool{}
	for i := range f.Edges {
		e := &f.Edges[i]
		from, ok := at[e.From]
		to, ok2 := at[e.To]
		if !ok || !ok2 || from == to || seen[[2]int{from, to}] {
			continue
		}
		seen[[2]int{from, to}] = true
		out = append(out, Order(from, to, kindOf(&f.Nodes[from]), kindOf(&f.Nodes[to]), argument.LinkKind(e.Kind)))
		edges = append(edges, e)
	}
	return out, edges
}

// A sheet is a map that was laid out at one size and one way of its layers.
type sheet struct {
	nodes  []label
	hooks  [][]hook // of each node
	boxes  []Box
	width  float64
	scale  float64
	split  bool // layers are broken up
	layout *Arrangement
}

// argumentMap draws a map of arguments.
func (p *pen) argumentMap(at string, f *brief.Figure) error {
	switch n := len(f.Nodes); {
	case n == 0:
		return problem(at, "论证图里还没有论点", "the map has no arguments yet", "请先加入论点", "Put arguments into it first")
	case n > MaxNodes:
		return problem(at,
			fmt.Sprintf("论证图有 %d 个论点，一张图最多 %d 个", n, MaxNodes),
			fmt.Sprintf("the map has %d arguments; one map holds at most %d", n, MaxNodes),
			"请按挑战分成几张图", "Make a map for each challenge")
	}
	links, edges := ties(f)
	g := *f
	g.Nodes = slices.Clone(f.Nodes)
	for i := range g.Nodes { // once, and not at every size
		n := &g.Nodes[i]
		n.Label = unmarked(n.Label)
	}
	far := beyonds(&g, p.whole)
	best := p.bestSheet(&g, links, far)
	p.over = best.layout.Width > p.Width+0.5
	// In the middle, if the map is narrower than its place.
	dx := max(0, (p.Width-best.layout.Width)/2)
	for i, route := range best.layout.Routes {
		p.route(best.layout, route, edges[i], links[i], f, dx)
	}
	for i := range f.Nodes {
		corner := best.layout.At[i]
		l := lookOf(kindOf(&f.Nodes[i]))
		b := best.boxes[i]
		p.frame(l, corner.X+dx, corner.Y, b.Width, b.Height)
		high := best.nodes[i].height
		for _, h := range best.hooks[i] {
			high = max(high, best.nodes[i].height+h.y+labelSize*best.scale*leading)
		}
		x, y := corner.X+dx+l.left(), corner.Y+(b.Height-high)/2
		p.put(best.nodes[i], x, y, Start)
		for _, h := range best.hooks[i] {
			p.hook(h, x, y+best.nodes[i].height, best.scale)
		}
	}
	p.Height = best.layout.Height
	p.legend(f, edges, far)
	p.shrink()
	return nil
}

// shrink makes a drawing that is a little too high smaller as a whole, in the
// middle of its place.
func (p *pen) shrink() {
	k := p.bound / p.Height
	if p.bound == 0 || k >= 1 {
		return
	}
	least := math.Inf(1)
	for i := range p.Texts {
		least = min(least, p.Texts[i].Size)
	}
	k = max(k, min(1, readable/least))
	dx := p.Width * (1 - k) / 2
	moved := func(q Point) Point { return Point{q.X*k + dx, q.Y * k} }
	for i := range p.Shapes {
		s := &p.Shapes[i]
		s.Width *= k
		s.Path = slices.Clone(s.Path) // fill and outline share one
		for j := range s.Path {
			g := &s.Path[j]
			g.To, g.From, g.At = moved(g.To), moved(g.From), moved(g.At)
		}
	}
	for i := range p.Texts {
		t := &p.Texts[i]
		t.X, t.Y, t.Size = t.X*k+dx, t.Y*k, t.Size*k
	}
	p.Height *= k
}

// sizes are those at which a map is tried, one after the other, of which
// [pen.legible] are: the scale of all, and that of the gaps besides.
// Those over 1 are for posters.
var sizes = []struct{ scale, gaps float64 }{{1.5, 1}, {1.25, 1}, {1, 1}, {1, 0.68}, {0.925, 1}, {0.925, 0.68}, {0.86, 0.68}}

// poster is how wide a place is at least that is looked at from afar, pt: more
// than an A4 sheet.
const poster = 860.0

// legible reports whether the smallest label of a node reads well at a scale.
func (p *pen) legible(scale float64) bool {
	size := labelSize
	if p.bilingual() {
		size = twinSize
	}
	return scale*nodeScale*size >= readable
}

// nodeScale is the size of what stands in nodes in parts of other labels.
const nodeScale = 0.95

// splits are how many nodes a layer holds at most; 0 is without a bound.
var splits = []int{0, 8, 6, 5, 4}

// bestSheet lays the map out downwards and across, its layers whole and
// broken up, and returns the lowest that fits at the largest size.
func (p *pen) bestSheet(f *brief.Figure, links []Tie, far map[string][]beyond) *sheet {
	var networks []*Network
	var best *sheet
	for _, size := range sizes {
		if size.scale > 1 && (p.Width < poster || p.bound == 0) {
			continue
		}
		if !p.legible(size.scale) {
			break
		}
		for k, most := range splits {
			if k > 0 && (best.over(p) == 0 && best.layout.Height < 1.2*p.Width) {
				break // it does as it is
			}
			if k == len(networks) {
				networks = append(networks, NewNetwork(len(f.Nodes), links, most))
			}
			for _, across := range []bool{false, true} {
				s := p.sheet(f, networks[k], far, across, size.scale, size.gaps)
				s.split = k > 0
				if best == nil || s.worse(best, p) < 0 {
					best = s
				}
			}
		}
		if best.over(p) == 0 {
			break
		}
	}
	return best
}

// over returns by how much a map is larger than its place, pt.
func (s *sheet) over(p *pen) float64 {
	over := max(0, s.layout.Width-p.Width-0.5)
	if p.bound > 0 {
		over = max(over, s.layout.Height-p.bound+30) // the legend stands below
	}
	return max(0, over)
}

// worse compares two maps: which fits its place less, and then which is higher
// and has more crossings.
func (s *sheet) worse(t *sheet, p *pen) int {
	cost := func(s *sheet) float64 {
		c := s.layout.Height + 12*float64(s.layout.Crossings)
		if s.split {
			c *= 1.2 // long links are harder to follow
		}
		return c
	}
	return cmp.Or(cmp.Compare(s.over(p), t.over(p)), cmp.Compare(cost(s), cost(t)))
}

// sheet lays the map out at one scale, with gaps of a share of the usual ones. Its nodes are as wide as the place
// allows, within limits.
func (p *pen) sheet(f *brief.Figure, w *Network, far map[string][]beyond, across bool, scale, gaps float64) *sheet {
	s := &sheet{scale: scale, width: mostNode * scale}
	// What must be low has its layers nearer to each other, and what is drawn
	// across the nodes within a layer.
	gap := Spacing{Across: across, Layers: layerGap * scale * gaps, Boxes: nodeGap * scale, Ends: 7, Room: p.Width}
	if across {
		gap.Layers, gap.Boxes, gap.Room = 40*scale, nodeGap*scale*gaps, 0
	}
	for range 6 {
		s.measure(p, f, far)
		s.layout = w.Arrange(s.boxes, gap)
		if s.layout.Width <= p.Width+0.01 || s.width <= leastNode*scale {
			break
		}
		// What it is wider than its place is shared by the widest row.
		s.width = max(leastNode*scale, s.width-(s.layout.Width-p.Width)/float64(s.abreast(across))-0.1)
	}
	return s
}

// abreast returns how many nodes stand side by side at most.
func (s *sheet) abreast(across bool) int {
	if across {
		return 1 + slices.Max(s.layout.Layer)
	}
	n := 1
	count := map[int]int{}
	for _, l := range s.layout.Layer {
		count[l]++
		n = max(n, count[l])
	}
	return n
}

// measure breaks the texts of the nodes to the width and sizes their boxes.
func (s *sheet) measure(p *pen, f *brief.Figure, far map[string][]beyond) {
	s.nodes, s.hooks, s.boxes = nil, nil, nil
	for i := range f.Nodes {
		n := &f.Nodes[i]
		l := lookOf(kindOf(n))
		text := n.Label
		if n.Number > 0 {
			first := p.languages[0]
			if s := text.In(first); s != "" {
				text = text.With(first, strconv.Itoa(n.Number)+" "+s)
			}
		}
		room := s.width - l.left() - l.right()
		lab := p.label(text, room, s.scale*nodeScale, true)
		hooks, high := p.hooks(far[n.ID], room, s.scale)
		s.nodes, s.hooks = append(s.nodes, lab), append(s.hooks, hooks)
		s.boxes = append(s.boxes, Box{s.width, lab.height + high + 2*padY})
	}
}

// route draws one link.
func (p *pen) route(a *Arrangement, route []Point, e *brief.Edge, t Tie, f *brief.Figure, dx float64) {
	moved := make([]Point, len(route))
	for i, at := range route {
		moved[i] = Point{at.X + dx, at.Y}
	}
	if len(moved) < 2 {
		return
	}
	path := a.Path(moved)
	// The arrow points at what is answered or supported.
	toUpper := f.Nodes[t.Upper].ID == e.To
	first, last := moved[0], moved[len(moved)-1]
	x, y := 0.0, 1.0
	if a.across {
		x, y = 1, 0
	}
	back := short(argument.LinkKind(e.Kind))
	if toUpper {
		path[0].To.X += back * x
		path[0].To.Y += back * y
		p.link(argument.LinkKind(e.Kind), path, first, -x, -y)
		return
	}
	end := &path[len(path)-1]
	end.To.X -= back * x
	end.To.Y -= back * y
	p.link(argument.LinkKind(e.Kind), path, last, x, y)
}

// legend says what the looks of nodes and links mean, of those in the map.
func (p *pen) legend(f *brief.Figure, edges []*brief.Edge, far map[string][]beyond) {
	x, y := 0.0, p.Height+16
	const size = smallSize
	entry := func(sample float64, t language.Text, draw func(x, y float64)) {
		text := t.In(p.languages[0])
		second := ""
		wide := p.measure(text, p.languages[0], size, false)
		if p.bilingual() {
			second = t.In(p.languages[1])
			wide += 3 + p.measure(second, p.languages[1], size, false)
		}
		if x > 0 && x+sample+4+wide > p.Width {
			x, y = 0, y+14
		}
		draw(x, y)
		x += sample + 4
		p.say(x, y+size*0.36, Start, text, p.languages[0], size, false, soft)
		if second != "" {
			p.say(x+3+p.measure(text, p.languages[0], size, false), y+size*0.36, Start, second, p.languages[1], size, false, soft)
		}
		x += wide + 14
	}
	seen := map[string]bool{}
	for i := range f.Nodes {
		kind := kindOf(&f.Nodes[i])
		if seen[f.Nodes[i].Kind] {
			continue
		}
		seen[f.Nodes[i].Kind] = true
		entry(24, kind.Name(), func(x, y float64) { p.frame(lookOf(kind), x, y-5.5, 24, 11) })
	}
	seen = map[string]bool{}
	for _, e := range edges {
		if seen[e.Kind] {
			continue
		}
		seen[e.Kind] = true
		kind := argument.LinkKind(e.Kind)
		entry(24, kind.Name(), func(x, y float64) {
			p.link(kind, line(Point{x, y}, Point{x + 24 - short(kind), y}), Point{x + 24, y}, 1, 0)
		})
	}
	if len(far) > 0 {
		entry(24, hookName, func(x, y float64) {
			h := hook{beyond: beyond{argument.Supports, "n", true}}
			p.hook(h, x, y-labelSize*leading/2, 1)
		})
	}
	p.Height = y + 8
}
