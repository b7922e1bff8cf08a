package typeset

import (
	"math"
	"strings"
)

// A breaker finds the best lines of a passage as Knuth and Plass do
// ("Breaking paragraphs into lines", 1981): of all ways to break it, the one
// with the least sum of demerits. It keeps its buffers between passages.
type breaker struct {
	// Sums over the glyphs before each place: the width up to a line that ends
	// there, the width up to a line that starts there, and what the gaps give.
	end, start, give, take []float64
	nodes                  []node
	active                 []int32
	ends                   []int
}

// A node is one way to have a line end at a place.
type node struct {
	at       int32
	previous int32
	line     uint16 // how many lines end here or before
	fit      uint8
	hyphens  uint8 // lines in a row up to here that end in one
	demerits float64
}

// A fill says how the lines of a passage are filled.
type fill struct {
	measure, indent float64
	em              float64
	align           Align
	balanced, taper bool
	hyphenWidth     float64
}

// Bounds and costs of a line. A ratio is what a line is stretched by, over
// what its gaps give.
const (
	tolerance    = 1.9  // the loosest line that is taken willingly: word spaces of 0.6 em
	loosest      = 2.85 // the loosest line that is set justified if nothing better is there
	lineCost     = 10
	hyphenAgain  = 3e5   // two hyphens one after the other
	hyphenRow    = 2     // so many at most
	hyphenLast   = 1.5e5 // a hyphen before the last line
	unevenCost   = 2000  // a tight line beside a loose one
	shortLast    = 2.5e4
	loneLast     = 1e17 // a last line of one character: worse than a line set ragged
	brokenWord   = 1e5  // penalty of a break by force
	tornMark     = 1e6  // the same before a raised mark, which is lost by itself
	balanceLine  = 1e9
	clauseBonus  = 1.5e5 // of a title's line that ends with a clause; the cost of one that ends in a short word
	colonBonus   = 1.2e6 // of one that ends where the second half of a title begins
	fitClasses   = 4
	taperStep    = 3 // em that each line of a tapering title is shorter than the one before
	overfullSlip = 1e-6
)

// lines returns where the lines of glyphs end. When no way is within the
// tolerance it takes lines that are too loose, and breaks words by force.
func (b *breaker) lines(glyphs []glyph, f fill) []int {
	b.sums(glyphs, f)
	best := int32(-1)
	for _, limit := range [...]float64{tolerance, loosest, math.Inf(1)} {
		found := b.search(glyphs, f, limit, false)
		if best = b.best(len(glyphs)); found && b.nodes[best].demerits < loneLast {
			break
		}
	}
	if best < 0 {
		b.search(glyphs, f, math.Inf(1), true)
		best = b.best(len(glyphs))
	}
	b.ends = b.ends[:0]
	for best > 0 {
		b.ends = append(b.ends, int(b.nodes[best].at))
		best = b.nodes[best].previous
	}
	for i, j := 0, len(b.ends)-1; i < j; i, j = i+1, j-1 {
		b.ends[i], b.ends[j] = b.ends[j], b.ends[i]
	}
	return b.ends
}

// best returns the way to the end with the least demerits, or -1.
func (b *breaker) best(end int) int32 {
	best := int32(-1)
	for i := len(b.nodes) - 1; i >= 0 && int(b.nodes[i].at) == end; i-- {
		if best < 0 || b.nodes[i].demerits <= b.nodes[best].demerits {
			best = int32(i)
		}
	}
	return best
}

func (b *breaker) sums(glyphs []glyph, f fill) {
	n := len(glyphs) + 1
	if cap(b.end) < n {
		b.end, b.start = make([]float64, 2*n), make([]float64, 2*n)
		b.give, b.take = make([]float64, 2*n), make([]float64, 2*n)
	}
	b.end, b.start, b.give, b.take = b.end[:n], b.start[:n], b.give[:n], b.take[:n]
	var width, give, take float64
	for i := range glyphs {
		g := &glyphs[i]
		b.end[i] = width // a line that ends before glyph i has no gap there
		width += g.gap
		give += g.stretch
		if g.even {
			give += evenUnit * g.size
		}
		take += g.shrink
		b.start[i], b.give[i], b.take[i] = width, give, take
		width += g.width
	}
	b.end[n-1], b.start[n-1], b.give[n-1], b.take[n-1] = width, width, give, take
}

// search fills b.nodes with the ways whose lines are stretched by at most
// limit, and reports whether one reaches the end. With force a line may
// break before any glyph.
func (b *breaker) search(glyphs []glyph, f fill, limit float64, force bool) bool {
	n := len(glyphs)
	b.nodes = append(b.nodes[:0], node{previous: -1, fit: 1})
	b.active = append(b.active[:0], 0)
	for at := 1; at <= n; at++ {
		penalty, hyphen := 0.0, false
		if at < n {
			g := &glyphs[at]
			if penalty = g.penalty; penalty == never {
				if !force || g.class == space {
					continue
				}
				if penalty = brokenWord; g.class == super {
					penalty = tornMark
				}
			}
			hyphen = g.hyphen
		}
		b.reach(glyphs, &f, at, penalty, hyphen, limit, force)
		if len(b.active) == 0 {
			return false
		}
	}
	return int(b.nodes[len(b.nodes)-1].at) == n
}

// reach tries all lines that end at a place and keeps the best for each
// class of tightness.
func (b *breaker) reach(glyphs []glyph, f *fill, at int, penalty float64, hyphen bool, limit float64, force bool) {
	last := at == len(glyphs)
	broken := last || penalty == must
	trim, hang := glyphs[at-1].trimEnd, glyphs[at-1].hang
	if hyphen {
		trim -= f.hyphenWidth
	}
	// A way that may not take another hyphen does not displace one that may.
	var best [2 * fitClasses]node
	var found [2 * fitClasses]bool
	keep := b.active[:0]
	for _, ai := range b.active {
		a := &b.nodes[ai]
		from := int(a.at)
		room := f.measure - (b.end[at] - b.start[from] - glyphs[from].trimStart - trim)
		if from == 0 {
			room -= f.indent
		}
		if room < -overfullSlip {
			room += hang
		}
		take := b.take[at-1] - b.take[from]
		if f.align != Justify {
			take = 0
		}
		if room < -take-overfullSlip {
			single := force && isSingle(glyphs[from:at])
			if room < -take-2*f.em && !single {
				continue // no longer line from here can fit
			}
			if !single {
				keep = append(keep, ai)
				continue
			}
		}
		if penalty != must {
			keep = append(keep, ai)
		}
		even := room
		if f.taper {
			even -= taperStep * f.em * float64(a.line)
		}
		ratio, cost := f.badness(room, even, b.give[at-1]-b.give[from], take, broken)
		if ratio > limit {
			continue
		}
		hyphens := uint8(0)
		if hyphen {
			if hyphens = a.hyphens + 1; hyphens > hyphenRow && !force {
				continue
			}
		}
		d := cost + f.endCost(glyphs, a, at, penalty, hyphen, room)
		fit := fitness(ratio)
		if diff := int(fit) - int(a.fit); diff > 1 || diff < -1 {
			d += unevenCost
		}
		d += a.demerits
		k := fit
		if hyphens >= hyphenRow {
			k += fitClasses
		}
		if !found[k] || d < best[k].demerits {
			best[k] = node{int32(at), ai, a.line + 1, fit, hyphens, d}
			found[k] = true
		}
	}
	b.active = keep
	for i := range best {
		if found[i] {
			b.nodes = append(b.nodes, best[i])
			b.active = append(b.active, int32(len(b.nodes)-1))
		}
	}
}

// isSingle reports whether a line is one character, with the spaces after it.
func isSingle(line []glyph) bool {
	n := len(line)
	for n > 1 && line[n-1].class == space {
		n--
	}
	return n == 1
}

func fitness(ratio float64) uint8 {
	switch {
	case ratio < -0.5:
		return 0
	case ratio <= 0.5:
		return 1
	case ratio <= 1:
		return 2
	}
	return 3
}

// badness returns by how much a line is stretched or shrunk and what that
// costs; even is the room that balanced lines should have in common.
func (f *fill) badness(room, even, give, take float64, last bool) (ratio, cost float64) {
	switch {
	case f.balanced:
		return 0, balanceLine + even*even*20
	case last && room >= 0:
		return 0, lineCost * lineCost
	case f.align != Justify:
		ratio = room / (0.15*f.measure + 2*f.em)
		if ratio < 0 {
			ratio = 0
		}
	case room >= 0:
		ratio = room / max(give, 0.01*f.em)
	case take > 0:
		ratio = room / take
	}
	bad := 100 * math.Abs(ratio*ratio*ratio)
	if bad > 1e7 {
		bad = 1e7
	}
	bad += lineCost
	return ratio, bad * bad
}

// ends reports whether a line that ends before glyph at ends in one of marks.
func ends(glyphs []glyph, at int, marks string) bool {
	for at--; at > 0 && glyphs[at].class == space; at-- {
	}
	return strings.ContainsRune(marks, glyphs[at].r)
}

// endsShort reports whether a line that ends before glyph at ends in a word
// of at most three letters, such as an article, which rather begins the next.
func endsShort(glyphs []glyph, at int) bool {
	for at--; at > 0 && glyphs[at].class == space; at-- {
	}
	n := 0
	for ; at >= 0 && glyphs[at].class == letter; at-- {
		n++
	}
	return n > 0 && n <= 3
}

// endCost returns what the end of a line costs besides its stretch.
func (f *fill) endCost(glyphs []glyph, a *node, at int, penalty float64, hyphen bool, room float64) (cost float64) {
	if penalty > 0 {
		cost = penalty * penalty
		if f.align != Justify && hyphen {
			cost *= 20
		}
		if f.balanced {
			cost *= 100
		}
	}
	if f.balanced && at < len(glyphs) {
		switch {
		case ends(glyphs, at, ":：—"):
			cost -= colonBonus
		case ends(glyphs, at, ",;?!，；。？！"):
			cost -= clauseBonus
		case endsShort(glyphs, at):
			cost += clauseBonus
		}
	}
	if hyphen && a.hyphens > 0 {
		cost += hyphenAgain
	}
	if at < len(glyphs) || a.at == 0 {
		return cost
	}
	if a.hyphens > 0 {
		cost += hyphenLast
	}
	characters := 0
	western := false
	for i := int(a.at); i < at; i++ {
		switch c := glyphs[i].class; c {
		case ideograph:
			characters++
		case letter, digit, percent:
			characters++
			western = true
		}
	}
	switch {
	case characters <= 1:
		cost += loneLast
	case western && f.measure-room < 3*f.em || characters == 2:
		cost += shortLast
	}
	return cost
}
