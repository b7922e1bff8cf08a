package figure_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"celun/app/argument"
	"celun/app/figure"
)

// A net is a network of boxes for the tests.
type net struct {
	name  string
	boxes []figure.Box
	ties  []figure.Tie
}

// nets returns networks of many shapes, that of the pack among them.
func nets(t testing.TB) []net {
	var out []net
	random := rand.New(rand.NewPCG(7, 7))
	box := func() figure.Box {
		return figure.Box{Width: 80 + 40*random.Float64(), Height: 20 + 60*random.Float64()}
	}
	for n := 2; n <= 30; n += 4 {
		for density := 1; density <= 3; density++ {
			one := net{name: fmt.Sprintf("%d boxes, density %d", n, density)}
			for range n {
				one.boxes = append(one.boxes, box())
			}
			seen := map[[2]int]bool{}
			for range n * density * 3 / 4 {
				a, b := random.IntN(n), random.IntN(n)
				if a != b && !seen[[2]int{a, b}] && !seen[[2]int{b, a}] {
					seen[[2]int{a, b}] = true
					one.ties = append(one.ties, figure.Tie{Upper: a, Lower: b})
				}
			}
			out = append(out, one)
		}
	}
	whole := net{name: "the pack"}
	p := pack(t)
	at := map[string]int{}
	for i := range p.Arguments {
		at[p.Arguments[i].ID] = i
		whole.boxes = append(whole.boxes, box())
	}
	for i := range p.Arguments {
		a := &p.Arguments[i]
		for _, l := range a.Links {
			whole.ties = append(whole.ties, figure.Order(i, at[l.To], a.Kind, p.Arguments[at[l.To]].Kind, l.Kind))
		}
	}
	return append(out, whole, net{"in a circle", make([]figure.Box, 3), []figure.Tie{{Upper: 0, Lower: 1}, {Upper: 1, Lower: 2}, {Upper: 2, Lower: 0}}},
		net{"to itself", make([]figure.Box, 2), []figure.Tie{{Upper: 0, Lower: 0}, {Upper: 0, Lower: 1}}})
}

func TestArrangeLeavesNoOverlap(t *testing.T) {
	for _, n := range nets(t) {
		for _, across := range []bool{false, true} {
			for _, most := range []int{0, 4} {
				for _, room := range []float64{0, 400} {
					a := figure.NewNetwork(len(n.boxes), n.ties, most).Arrange(n.boxes, figure.Spacing{Across: across, Layers: 30, Boxes: 10, Ends: 6, Room: room})
					name := fmt.Sprintf("%s, across %t, at most %d, room %g", n.name, across, most, room)
					for i, b := range n.boxes {
						p := a.At[i]
						if p.X < -0.01 || p.Y < -0.01 || p.X+b.Width > a.Width+0.01 || p.Y+b.Height > a.Height+0.01 {
							t.Errorf("%s: box %d lies outside", name, i)
						}
						for j := range i {
							q, c := a.At[j], n.boxes[j]
							if p.X+b.Width > q.X+0.01 && q.X+c.Width > p.X+0.01 && p.Y+b.Height > q.Y+0.01 && q.Y+c.Height > p.Y+0.01 {
								t.Errorf("%s: boxes %d and %d overlap", name, i, j)
							}
						}
					}
					freeTies(t, name, n, a)
				}
			}
		}
	}
}

// freeTies checks that no tie runs over a box that it does not join.
func freeTies(t *testing.T, name string, n net, a *figure.Arrangement) {
	t.Helper()
	for k, route := range a.Routes {
		if n.ties[k].Upper == n.ties[k].Lower {
			continue
		}
		if len(route) < 2 {
			t.Errorf("%s: tie %d has no route", name, k)
			continue
		}
		for _, p := range along(a.Path(route)) {
			for i, b := range n.boxes {
				if i == n.ties[k].Upper || i == n.ties[k].Lower {
					continue
				}
				if at := a.At[i]; p.X > at.X+0.1 && p.X < at.X+b.Width-0.1 && p.Y > at.Y+0.1 && p.Y < at.Y+b.Height-0.1 {
					t.Errorf("%s: tie %d runs over box %d", name, k, i)
					return
				}
			}
		}
	}
}

// along returns points along a path.
func along(path []figure.Segment) []figure.Point {
	var out []figure.Point
	var from figure.Point
	for _, s := range path {
		for k := range 21 {
			u := float64(k) / 20
			v := 1 - u
			switch s.Verb {
			case figure.Line:
				out = append(out, figure.Point{X: v*from.X + u*s.To.X, Y: v*from.Y + u*s.To.Y})
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

// plainCrossings is how often ties cross in a plain layered layout: layers by
// the longest way, long ties through every layer, orders by the barycentres of
// the layer before, down and up, the best of twelve rounds.
func plainCrossings(n net) int {
	size := len(n.boxes)
	rank := make([]int, size)
	for range size {
		for _, t := range n.ties {
			if t.Upper != t.Lower {
				rank[t.Lower] = max(rank[t.Lower], rank[t.Upper]+1)
			}
		}
	}
	for i := range rank { // nothing hangs higher than right above its own
		up, low := false, size+1
		for _, t := range n.ties {
			up = up || t.Lower == i && t.Upper != i
			if t.Upper == i && t.Lower != i {
				low = min(low, rank[t.Lower])
			}
		}
		if !up && low <= size {
			rank[i] = low - 1
		}
	}
	var links [][2]int
	for _, t := range n.ties {
		if t.Upper == t.Lower {
			continue
		}
		from := t.Upper
		for l := rank[t.Upper] + 1; l < rank[t.Lower]; l++ {
			rank = append(rank, l)
			links = append(links, [2]int{from, len(rank) - 1})
			from = len(rank) - 1
		}
		links = append(links, [2]int{from, t.Lower})
	}
	rows := make([][]int, slices.Max(rank)+1)
	for i, l := range rank {
		rows[l] = append(rows[l], i)
	}
	at := make([]float64, len(rank))
	number := func(row []int) {
		for k, i := range row {
			at[i] = float64(k)
		}
	}
	count := func() int {
		c := 0
		for i, a := range links {
			for _, b := range links[:i] {
				if rank[a[0]] == rank[b[0]] && (at[a[0]]-at[b[0]])*(at[a[1]]-at[b[1]]) < 0 {
					c++
				}
			}
		}
		return c
	}
	for _, row := range rows {
		number(row)
	}
	best := count()
	for round := range 12 {
		for k := 1; k < len(rows); k++ {
			l, near := k, 0
			if round%2 == 1 {
				l, near = len(rows)-1-k, 1
			}
			mean := map[int]float64{}
			for _, i := range rows[l] {
				sum, m := 0.0, 0.0
				for _, e := range links {
					if e[1-near] == i {
						sum += at[e[near]]
						m++
					}
				}
				mean[i] = at[i]
				if m > 0 {
					mean[i] = sum / m
				}
			}
			slices.SortStableFunc(rows[l], func(a, b int) int {
				switch {
				case mean[a] < mean[b]:
					return -1
				case mean[a] > mean[b]:
					return 1
				}
				return 0
			})
			number(rows[l])
		}
		best = min(best, count())
	}
	return best
}

func TestTiesCrossNoMoreThanInAPlainLayeredLayout(t *testing.T) {
	ours, theirs := 0, 0
	for _, n := range nets(t) {
		if n.name == "in a circle" || cyclic(n) {
			continue
		}
		a := figure.NewNetwork(len(n.boxes), n.ties, 0).Arrange(n.boxes, figure.Spacing{Layers: 30, Boxes: 10})
		plain := plainCrossings(n)
		if a.Crossings > plain {
			t.Errorf("%s: ties cross %d times, in a plain layout %d", n.name, a.Crossings, plain)
		}
		ours, theirs = ours+a.Crossings, theirs+plain
	}
	t.Logf("%d crossings; a plain layered layout has %d", ours, theirs)
	if 2*ours >= theirs {
		t.Errorf("%d crossings in all, in plain layouts %d: not under half of them", ours, theirs)
	}
}

// cyclic reports ties that run in a circle.
func cyclic(n net) bool {
	left := map[int]int{}
	for _, t := range n.ties {
		if t.Upper != t.Lower {
			left[t.Lower]++
		}
	}
	done := map[int]bool{}
	for again := true; again; {
		again = false
		for i := range n.boxes {
			if !done[i] && left[i] == 0 {
				done[i], again = true, true
				for _, t := range n.ties {
					if t.Upper == i && t.Lower != i {
						left[t.Lower]--
					}
				}
			}
		}
	}
	return len(done) < len(n.boxes)
}

func TestOrderPutsWhatIsAnsweredFirst(t *testing.T) {
	for _, c := range []struct {
		from, to argument.Kind
		upper    int
	}{
		{argument.Countermeasure, argument.Challenge, 1},
		{argument.EvidenceKind, argument.Challenge, 1},
		{argument.Conclusion, argument.Challenge, 0},
		{argument.Countermeasure, argument.Countermeasure, 1},
	} {
		if got := figure.Order(0, 1, c.from, c.to, argument.Answers); got.Upper != c.upper {
			t.Errorf("of %s and %s, %d stands first", c.from, c.to, got.Upper)
		}
	}
}

func BenchmarkMap(b *testing.B) {
	p := pack(b)
	block := figure.MapOf(take(p, func(a *argument.Argument) bool {
		return a.Kind != argument.EvidenceKind && a.Kind != argument.Concept
	})[:figure.MaxNodes-2])
	for b.Loop() {
		if _, err := figure.Draw(block, figure.Options{Width: 480, Measure: measure}); err != nil {
			b.Fatal(err)
		}
	}
}
