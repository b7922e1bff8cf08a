package argumentmap

import (
	"slices"

	"celun/app/argument"
	"celun/app/figure"
	"celun/app/language"
	"celun/app/library"
)

// A Choice is what of the arguments is shown.
type Choice struct {
	Whole    bool   // the whole library, and not the brief's arguments only
	Focus    string // id of a challenge: what has to do with it only; empty: everything
	Evidence bool   // evidence too
}

// An Input is what a map is made from. It is not changed afterwards.
type Input struct {
	Library *library.Library
	// Used holds the ids of the arguments that the brief was made from, and
	// Raised those of the challenges that it speaks of.
	Used, Raised map[string]bool
	// Stray holds the countermeasures that the brief prints under a challenge
	// that they do not answer, by their ids, with the id of that challenge.
	Stray map[string]string
}

// A node is an argument on the map.
type node struct {
	entry *library.Entry
	used  bool
	open  bool           // a challenge that nothing on the map answers
	under *library.Entry // the challenge that a countermeasure stands under without answering it
}

// A link is a line from one node to another.
type link struct {
	from, to int
	kind     argument.LinkKind
	points   []figure.Point // along its way, from the upper node to the lower
	back     bool           // it leads from the lower node to the upper
}

// A graph is the map before and after it is laid out.
type graph struct {
	choice Choice
	nodes  []node
	links  []link
	at     map[string]int
	boxes  []figure.Box
	places []figure.Point
	size   figure.Box
	open   []int // the open challenges
	stray  []int // the countermeasures under another challenge
	measure
}

// draw makes the graph of a choice and lays it out for a view of a size. It knows no window and is
// made to run beside the main thread.
func draw(in Input, c Choice, l language.Language, room figure.Box) *graph {
	g := &graph{choice: c, at: map[string]int{}}
	if in.Library == nil {
		return g
	}
	keep := g.kept(in, c)
	for _, e := range in.Library.All() {
		if !keep[e.ID] {
			continue
		}
		g.at[e.ID] = len(g.nodes)
		n := node{entry: e, used: in.Used[e.ID]}
		if under, ok := in.Library.Get(in.Stray[e.ID]); ok {
			n.under, g.stray = under, append(g.stray, len(g.nodes))
		}
		g.nodes = append(g.nodes, n)
	}
	answered := map[int]bool{}
	for i := range g.nodes {
		for _, k := range g.nodes[i].entry.Links {
			to, ok := g.at[k.To]
			if !ok || to == i {
				continue
			}
			g.links = append(g.links, link{from: i, to: to, kind: k.Kind})
			if k.Kind == argument.Answers {
				answered[to] = true
			}
		}
	}
	for i := range g.nodes {
		if g.nodes[i].entry.Kind == argument.Challenge && !answered[i] {
			g.nodes[i].open = true
			g.open = append(g.open, i)
		}
	}
	g.arrange(l, room)
	return g
}

// kept returns the ids of the arguments to be shown.
func (g *graph) kept(in Input, c Choice) map[string]bool {
	keep := map[string]bool{}
	for _, e := range in.Library.All() {
		if (c.Whole || in.Used[e.ID] || in.Raised[e.ID]) && (c.Evidence || e.Kind != argument.EvidenceKind) {
			keep[e.ID] = true
		}
	}
	if c.Focus == "" || !keep[c.Focus] {
		return keep
	}
	near := map[string]bool{c.Focus: true}
	for range 2 { // what is linked to the challenge, and what is linked to that
		var found []string
		for _, e := range in.Library.All() {
			for _, k := range e.Links {
				switch {
				case !keep[e.ID] || !keep[k.To]:
				case near[e.ID] && !isChallenge(in.Library, k.To):
					found = append(found, k.To)
				case near[k.To] && e.Kind != argument.Challenge && (k.To == c.Focus || !isChallenge(in.Library, k.To)):
					found = append(found, e.ID)
				}
			}
		}
		for _, id := range found {
			near[id] = true
		}
	}
	return near
}

func isChallenge(l *library.Library, id string) bool {
	e, ok := l.Get(id)
	return ok && e.Kind == argument.Challenge
}

// severalSplits is up to how many nodes several ways to break up layers are
// tried: each takes its time.
const severalSplits = 160

// An attempt is the graph arranged in one way.
type attempt struct {
	measure
	*figure.Arrangement
	fit float64 // the zoom at which it is seen whole
}

// arrange lays the graph out so that it can be read: with both languages in
// each node if then it can be shown whole, with one if that helps, and else as
// low as it gets in the width of the view, to be moved up and down.
func (g *graph) arrange(l language.Language, room figure.Box) {
	g.measure = full
	if len(g.nodes) == 0 {
		return
	}
	var ties []figure.Tie
	for i := range g.links {
		k := &g.links[i]
		t := figure.Order(k.from, k.to, g.nodes[k.from].entry.Kind, g.nodes[k.to].entry.Kind, k.kind)
		k.back = t.Upper == k.to
		ties = append(ties, t)
	}
	room = figure.Box{Width: max(room.Width, 300), Height: max(room.Height, 300)}
	splits, first, others := []int{0, 16, 12, 9, 7, 5}, full, narrows
	if n := len(g.nodes); n > severalSplits {
		splits = []int{n / 16} // one that comes out about as high as wide
		first, others = narrow(176), nil
	}
	var networks []*figure.Network
	for _, most := range splits {
		if most < len(g.nodes) {
			networks = append(networks, figure.NewNetwork(len(g.nodes), ties, most))
		}
	}
	best := g.attempt(networks, first, l, room)
	if best.fit < readable {
		for _, width := range others {
			m := narrow(width)
			if !m.holds(g.nodes, l) {
				break
			}
			if a := g.attempt(networks[:1], m, l, room); better(a, best, room) {
				best = a
			}
		}
	}
	g.measure, g.places, g.boxes = best.measure, best.At, g.boxesOf(best.measure, l)
	g.size = figure.Box{Width: best.Width, Height: best.Height}
	for i := range g.links {
		g.links[i].points = flatten(best.Path(best.Routes[i]))
	}
}

// attempt arranges the graph with nodes of a measure: with its layers whole or
// broken up, whichever can be shown larger in the view.
func (g *graph) attempt(networks []*figure.Network, m measure, l language.Language, room figure.Box) (best attempt) {
	boxes := g.boxesOf(m, l)
	largest := 0.0
	for i, network := range networks {
		for _, long := range []float64{1, 1.5, 2.5, 5} { // groups beside each other
			a := network.Arrange(boxes, figure.Spacing{Across: true, Layers: min(84, max(m.gap, room.Width/12)), Boxes: 14, Ends: 9, Room: long * room.Height})
			fit := min(1, room.Width/a.Width, room.Height/a.Height)
			zoom := fit
			if i > 0 {
				zoom *= 0.9 // long links are harder to follow
			}
			if next := (attempt{m, a, fit}); best.Arrangement == nil || zoom > largest*1.02 || fit < readable && best.fit < readable && lower(next, best, room) {
				best, largest = next, zoom
			}
		}
	}
	return best
}

func (g *graph) boxesOf(m measure, l language.Language) []figure.Box {
	boxes := make([]figure.Box, len(g.nodes))
	for i := range g.nodes {
		boxes[i] = figure.Box{Width: m.width, Height: m.height(g.nodes[i].entry, l)}
	}
	return boxes
}

// better reports whether an attempt is easier to look over than another: seen
// whole in text that can be read, or else with less to move.
func better(a, b attempt, room figure.Box) bool {
	if a.fit >= readable || b.fit >= readable {
		return a.fit >= readable && (b.fit < readable || a.fit > b.fit)
	}
	return lower(a, b, room)
}

// lower reports whether, in text that can be read, an attempt stands out of
// the view less than another. What stands out sideways counts more.
func lower(a, b attempt, room figure.Box) bool {
	out := func(a attempt) float64 {
		z := readable
		return 8*max(0, a.Width*z-room.Width) + max(0, a.Height*z-room.Height)
	}
	return out(a) < out(b)*0.98
}

// flatten returns points along a path, close enough for the eye.
func flatten(path []figure.Segment) []figure.Point {
	var out []figure.Point
	var from figure.Point
	for _, s := range path {
		steps := 1
		if s.Verb == figure.Curve {
			steps = 14
		}
		for k := range steps {
			u := float64(k+1) / float64(steps)
			v := 1 - u
			switch s.Verb {
			case figure.Move:
				out = append(out, s.To)
			case figure.Line:
				out = append(out, s.To)
			case figure.Curve:
				out = append(out, figure.Point{
					X: v*v*v*from.X + 3*v*v*u*s.From.X + 3*v*u*u*s.At.X + u*u*u*s.To.X,
					Y: v*v*v*from.Y + 3*v*v*u*s.From.Y + 3*v*u*u*s.At.Y + u*u*u*s.To.Y,
				})
			}
		}
		from = s.To
	}
	return out
}

// hit returns the node at a point of the map, or -1.
func (g *graph) hit(p figure.Point) int {
	for i, at := range g.places {
		if p.X >= at.X && p.X <= at.X+g.boxes[i].Width && p.Y >= at.Y && p.Y <= at.Y+g.boxes[i].Height {
			return i
		}
	}
	return -1
}

// centre returns the middle of a node.
func (g *graph) centre(i int) figure.Point {
	return figure.Point{X: g.places[i].X + g.boxes[i].Width/2, Y: g.places[i].Y + g.boxes[i].Height/2}
}

// uppermost returns the challenge that stands highest, or -1.
func (g *graph) uppermost() int {
	best := -1
	for i := range g.nodes {
		if g.nodes[i].entry.Kind == argument.Challenge && (best < 0 || g.places[i].Y < g.places[best].Y) {
			best = i
		}
	}
	return best
}

// toward returns the nearest node in a direction, by its middle; what lies off
// the line counts double. It is -1 if there is none.
func (g *graph) toward(from int, dx, dy float64) int {
	best, least := -1, 0.0
	a := g.centre(from)
	for i := range g.nodes {
		b := g.centre(i)
		along := (b.X-a.X)*dx + (b.Y-a.Y)*dy
		off := (b.X-a.X)*dy + (b.Y-a.Y)*dx
		if i == from || along <= 1 {
			continue
		}
		if d := along + 2*max(off, -off); best < 0 || d < least {
			best, least = i, d
		}
	}
	return best
}

// same reports whether two graphs show the same arguments and links in the
// same words and places.
func (g *graph) same(o *graph) bool {
	return o != nil && g.choice == o.choice && g.measure == o.measure && g.size == o.size && slices.EqualFunc(g.nodes, o.nodes, func(a, b node) bool {
		return a.used == b.used && a.open == b.open && (a.under == nil) == (b.under == nil) && a.entry.ID == b.entry.ID && a.entry.Title == b.entry.Title && a.entry.Kind == b.entry.Kind
	}) && slices.EqualFunc(g.links, o.links, func(a, b link) bool { return a.from == b.from && a.to == b.to && a.kind == b.kind })
}
