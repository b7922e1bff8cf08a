package argumentmap

import (
	"slices"
	"unicode/utf8"

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

// The size of a node at full size, in the units of Fyne.
const (
	nodeWidth  = 218
	textSize   = 13
	twinSize   = 12
	lineHeight = 19.5
	padX       = 12
	padY       = 9
	markColumn = 17 // left of the titles
)

// severalSplits is up to how many nodes several ways to break up layers are
// tried: each takes its time.
const severalSplits = 160

// arrange lays the graph out: with its layers whole or broken up, whichever can
// be shown larger in the view.
func (g *graph) arrange(l language.Language, room figure.Box) {
	var ties []figure.Tie
	for i := range g.nodes {
		e := g.nodes[i].entry
		g.boxes = append(g.boxes, figure.Box{Width: nodeWidth, Height: nodeHeight(e, l)})
	}
	for i := range g.links {
		k := &g.links[i]
		t := figure.Order(k.from, k.to, g.nodes[k.from].entry.Kind, g.nodes[k.to].entry.Kind, k.kind)
		k.back = t.Upper == k.to
		ties = append(ties, t)
	}
	room = figure.Box{Width: max(room.Width, 300), Height: max(room.Height, 300)}
	var best *figure.Arrangement
	largest := 0.0
	splits := []int{0, 16, 12, 9, 7, 5}
	if n := len(g.nodes); n > severalSplits {
		splits = []int{n / 16} // one that comes out about as high as wide
	}
	for _, most := range splits {
		if most >= len(g.nodes) {
			continue
		}
		network := figure.NewNetwork(len(g.nodes), ties, most)
		for _, long := range []float64{1, 1.5, 2.5, 5} { // groups beside each other
			a := network.Arrange(g.boxes, figure.Spacing{Across: true, Layers: min(84, max(44, room.Width/9)), Boxes: 14, Ends: 9, Room: long * room.Height})
			zoom := min(1, room.Width/a.Width, room.Height/a.Height)
			if most > 0 {
				zoom *= 0.9 // long links are harder to follow
			}
			if best == nil || zoom > largest*1.02 {
				best, largest = a, zoom
			}
		}
	}
	if best == nil {
		return
	}
	g.places = best.At
	g.size = figure.Box{Width: best.Width, Height: best.Height}
	for i := range g.links {
		g.links[i].points = flatten(best.Path(best.Routes[i]))
	}
}

// nodeHeight estimates how high a node is: text is broken by Fyne, but not
// beside the main thread.
func nodeHeight(e *library.Entry, l language.Language) float64 {
	return 2*padY + lineHeight*float64(titleLines(e.Title.In(l), textSize, nodeWidth-2*padX-markColumn)+
		titleLines(e.Title.In(l.Other()), twinSize, nodeWidth-2*padX-markColumn))
}

// titleLines estimates the lines of a title, three at most.
func titleLines(s string, size, width float64) int {
	w := 0.0
	for _, r := range s {
		switch {
		case utf8.RuneLen(r) > 2:
			w += size
		case r == ' ' || r == 'i' || r == 'l' || r == 't':
			w += size * 0.33
		default:
			w += size * 0.61
		}
	}
	if w == 0 {
		return 0
	}
	return min(3, 1+int(w*1.04/(width*0.95)))
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
// same words.
func (g *graph) same(o *graph) bool {
	return o != nil && g.choice == o.choice && slices.EqualFunc(g.nodes, o.nodes, func(a, b node) bool {
		return a.used == b.used && a.open == b.open && (a.under == nil) == (b.under == nil) && a.entry.ID == b.entry.ID && a.entry.Title == b.entry.Title && a.entry.Kind == b.entry.Kind
	}) && slices.EqualFunc(g.links, o.links, func(a, b link) bool { return a.from == b.from && a.to == b.to && a.kind == b.kind })
}
