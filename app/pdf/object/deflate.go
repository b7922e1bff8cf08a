package object

import (
	"encoding/binary"
	"hash/adler32"
	"math"
)

const (
	leastMatch = 3
	mostMatch  = 258
	window     = 1 << 15
	mostTries  = 32 // earlier places that are tried for a match
	goodMatch  = 64 // a match of this length is taken as it is: nothing better is looked for within it
	endOfBlock = 256
)

// A match is a stretch that stood there before, distance bytes back. A
// literal is a step of length 1 and distance 0.
type match struct{ length, distance uint16 }

// counts are how often the symbols of a block occur: bytes, the end of the
// block and lengths; distances.
type counts struct {
	literals  [286]int32
	distances [30]int32
}

// A packer compresses data as zlib does (RFC 1950, 1951), only better: it
// looks for the cheapest way to write the whole rather than taking the first
// good match, which makes pages and structure 7 % smaller. It costs some
// 0.1 µs a byte, so it is for what is short. Costs are in 1/32 bit. Its
// buffers serve one stream after the other.
type packer struct {
	data    []byte
	last3   [1 << 14]int32 // the last place of each three bytes, from 1
	last4   [1 << 15]int32 // the same of four
	before  []int32        // the one before each place
	starts  []int32        // of each place's matches, ever longer ones
	matches []match

	used        counts
	literal     [286]int32
	distance    [32]int32  // with the extra bits
	lengthCosts [512]int32 // the same
	cost        []int32    // the least from each place to the end, and the step that does
	step        []match
	path        []match // what is written, in order
	offsets     []int32 // where its steps begin in the data

	lengthCodes [mostMatch + 1]uint16
	logs        [1 << 10]float64 // of base 2
	parts       [splits]counts
	w           bitWriter
}

func newPacker() *packer {
	p := &packer{}
	for l := leastMatch; l <= mostMatch; l++ {
		code, _, _ := lengthCode(l)
		p.lengthCodes[l] = uint16(code)
	}
	for i := range p.logs[1:] {
		p.logs[i+1] = math.Log2(float64(i + 1))
	}
	return p
}

// pack returns data compressed, in a buffer that the next call uses again.
func (p *packer) pack(data []byte) []byte {
	p.data = data
	p.find()
	p.estimate()
	for was := p.choose(); ; {
		p.count()
		size := p.choose()
		if size >= was-was/100 {
			break
		}
		was = size
	}
	p.offsets = p.offsets[:0]
	at := int32(0)
	for _, m := range p.path {
		p.offsets = append(p.offsets, at)
		at += int32(m.length)
	}
	p.w = bitWriter{out: append(p.w.out[:0], 0x78, 0x9C)}
	from := 0
	for _, end := range p.split(nil, 0, len(p.path)) {
		p.block(&p.w, from, end, end == len(p.path))
		from = end
	}
	p.w.end()
	return binary.BigEndian.AppendUint32(p.w.out, adler32.Checksum(data))
}

// estimate sets costs to begin with: those of the path that takes the longest
// match wherever the next place has no longer one.
func (p *packer) estimate() {
	p.path = p.path[:0]
	longest := func(i int) (m match) {
		if from, to := p.starts[i], p.starts[i+1]; from < to {
			m = p.matches[to-1]
		}
		return m
	}
	m, n := match{}, len(p.data)
	for i := 0; i < n; {
		m = longest(i)
		if m.distance == 0 || i+1 < n && longest(i+1).length > m.length {
			m = match{1, 0}
		}
		p.path = append(p.path, m)
		i += int(m.length)
	}
	p.count()
}

// price turns counts into costs; what has not been used may still be.
func (p *packer) price() {
	p.costs(p.used.literals[:], p.literal[:])
	p.costs(p.used.distances[:], p.distance[:])
	for i := range p.used.distances {
		p.distance[i] += 32 * int32(max(0, i/2-1))
	}
	for l := leastMatch; l <= mostMatch; l++ {
		code, extra, _ := lengthCode(l)
		p.lengthCosts[l] = p.literal[code] + 32*int32(extra)
	}
}

func (p *packer) costs(used, out []int32) {
	total := int32(0)
	for _, n := range used {
		total += n
	}
	all := p.log(max(1, total))
	for i, n := range used {
		x := -1.3219280948873623 // of 0.4
		if n > 0 {
			x = p.log(n)
		}
		out[i] = int32(math.Round(32 * (all - x)))
	}
}

// log returns the logarithm of n > 0 to base 2.
func (p *packer) log(n int32) float64 {
	if int(n) < len(p.logs) {
		return p.logs[n]
	}
	return math.Log2(float64(n))
}

// choose finds the cheapest path through the data, from its end, and returns
// what it costs.
func (p *packer) choose() int32 {
	n := len(p.data)
	if cap(p.cost) < n+1 {
		p.cost, p.step = make([]int32, n+1), make([]match, n+1)
	}
	p.cost[n] = 0
	to := p.starts[n]
	for i := n - 1; i >= 0; i-- {
		from := p.starts[i]
		if from == to {
			p.cost[i], p.step[i] = p.cost[i+1]+p.literal[p.data[i]], match{1, 0}
			continue
		}
		p.cost[i], p.step[i] = p.cheapest(p.cost[i:n+1], p.matches[from:to], p.cost[i+1]+p.literal[p.data[i]])
		to = from
	}
	p.path = p.path[:0]
	for i := 0; i < n; i += int(p.step[i].length) {
		p.path = append(p.path, p.step[i])
	}
	return p.cost[0]
}

// cheapest returns the cheapest step from a place: one of its matches, or the
// literal that leads to the end at the given cost. Costs are those of the
// places from this one on.
func (p *packer) cheapest(costs []int32, matches []match, literal int32) (int32, match) {
	best, step, l := literal, match{1, 0}, leastMatch
	for _, m := range matches {
		base := p.distance[distanceSymbol(m.distance)&31]
		if m.length >= goodMatch {
			l = int(m.length)
		}
		reached := costs[:int(m.length)+1]
		for ; l < len(reached); l++ {
			if c := base + p.lengthCosts[l&511] + reached[l]; c < best {
				best, step = c, match{uint16(l), m.distance}
			}
		}
	}
	return best, step
}

// count counts the symbols of the path and sets the costs by them.
func (p *packer) count() {
	p.used = counts{}
	p.tally(&p.used, p.path, 0)
	p.used.literals[endOfBlock] = 1
	p.price()
}

// tally adds the symbols of a stretch of the path, which begins at byte i.
func (p *packer) tally(c *counts, path []match, i int) {
	for _, m := range path {
		if m.distance == 0 {
			c.literals[p.data[i]]++
		} else {
			c.literals[p.lengthCodes[m.length]]++
			c.distances[distanceSymbol(m.distance)]++
		}
		i += int(m.length)
	}
}
