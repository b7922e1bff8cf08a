package figure

import (
	"cmp"
	"math/rand/v2"
	"slices"
)

const (
	sweeps = 24  // down and up by turns, at most, from one beginning
	starts = 8   // beginnings, of which the best order is kept
	many   = 300 // places from which on there is one beginning
)

// order puts the places of each layer into the order in which few ties cross.
func (g *layers) order() {
	if len(g.rows) < 2 {
		return
	}
	// From one seed, so that a map looks the same each time.
	random := rand.New(rand.NewPCG(1, 2))
	g.walk()
	best, least := g.copyRows(), g.crossings()
	for start := range starts {
		if least == 0 || start > 0 && len(g.places) > many {
			break
		}
		if start > 0 {
			for _, row := range g.rows {
				random.Shuffle(len(row), func(i, j int) { row[i], row[j] = row[j], row[i] })
			}
		}
		stale := 0
		for sweep := range sweeps {
			g.sweep(sweep%2 == 0, sweep%4 >= 2)
			g.exchange()
			n := g.crossings()
			if stale++; n < least {
				best, least, stale = g.copyRows(), n, 0
			}
			if least == 0 || stale > 6 {
				break
			}
		}
	}
	g.rows = best
}

// walk orders each layer as a walk from the first box meets its places.
func (g *layers) walk() {
	seen := make([]bool, len(g.places))
	rows := make([][]int, len(g.rows))
	var visit func(int)
	visit = func(i int) {
		if seen[i] {
			return
		}
		seen[i] = true
		rows[g.places[i].layer] = append(rows[g.places[i].layer], i)
		for _, j := range g.places[i].down {
			visit(j)
		}
		for _, j := range g.places[i].up {
			visit(j)
		}
	}
	for _, row := range g.rows {
		for _, i := range row {
			visit(i)
		}
	}
	g.rows = rows
}

func (g *layers) copyRows() [][]int {
	out := make([][]int, len(g.rows))
	for i, r := range g.rows {
		out[i] = slices.Clone(r)
	}
	return out
}

// positions returns the place in its layer of every place.
func (g *layers) positions() []int {
	at := make([]int, len(g.places))
	for _, row := range g.rows {
		for k, i := range row {
			at[i] = k
		}
	}
	return at
}

// sweep orders each layer by the mean place of what its places are tied to in
// the layer before. Equal ones keep their order, or are turned round.
func (g *layers) sweep(down, turn bool) {
	at := g.positions()
	for k := 1; k < len(g.rows); k++ {
		l := k
		if !down {
			l = len(g.rows) - 1 - k
		}
		row := g.rows[l]
		mean := map[int]float64{}
		for k, i := range row {
			ties := g.places[i].up
			if !down {
				ties = g.places[i].down
			}
			mean[i] = float64(k)
			if len(ties) > 0 {
				sum := 0
				for _, j := range ties {
					sum += at[j]
				}
				mean[i] = float64(sum) / float64(len(ties))
			}
		}
		if turn {
			slices.Reverse(row)
		}
		slices.SortStableFunc(row, func(a, b int) int { return cmp.Compare(mean[a], mean[b]) })
		for k, i := range row {
			at[i] = k
		}
	}
}

// exchange swaps neighbours as long as fewer ties cross for it; among very many
// it gives up after some rounds.
func (g *layers) exchange() {
	at := g.positions()
	rounds := len(g.places)
	if rounds > many {
		rounds = 6
	}
	for better := true; better && rounds > 0; rounds-- {
		better = false
		for _, row := range g.rows {
			for k := 0; k+1 < len(row); k++ {
				a, b := &g.places[row[k]], &g.places[row[k+1]]
				now := inversions(a.up, b.up, at) + inversions(a.down, b.down, at)
				then := inversions(b.up, a.up, at) + inversions(b.down, a.down, at)
				if then < now {
					at[row[k]], at[row[k+1]] = k+1, k
					row[k], row[k+1] = row[k+1], row[k]
					better = true
				}
			}
		}
	}
}

// inversions counts the ties of a left place that cross those of a right one.
func inversions(left, right, at []int) int {
	n := 0
	for _, i := range left {
		for _, j := range right {
			if at[i] > at[j] {
				n++
			}
		}
	}
	return n
}

// crossings counts how often ties cross: the pairs of ties between two layers
// that stand in another order above than below.
func (g *layers) crossings() int {
	at := g.positions()
	n := 0
	var lower []int
	for l, row := range g.rows {
		if l+1 == len(g.rows) {
			break
		}
		// before holds, as a tree of sums, how many ties end at which place of
		// the lower layer.
		before := make([]int, len(g.rows[l+1])+1)
		seen := 0
		for _, i := range row {
			lower = lower[:0]
			for _, j := range g.places[i].down {
				lower = append(lower, at[j])
			}
			for _, k := range lower {
				n += seen
				for x := k + 1; x > 0; x -= x & -x {
					n -= before[x]
				}
			}
			for _, k := range lower {
				seen++
				for x := k + 1; x < len(before); x += x & -x {
					before[x]++
				}
			}
		}
	}
	return n
}
