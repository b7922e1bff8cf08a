package object

import "slices"

// splits is how many parts of a block are looked at for a place to part it.
const splits = 12

// split adds to ends where the blocks of steps from–to of the path end: a
// block is parted where two codes, each right for its part, save more than
// the second costs. Chinese and English take turns on a page.
func (p *packer) split(ends []int, from, to int) []int {
	const least = 200 // steps of a block
	if to-from < 2*least {
		return append(ends, to)
	}
	cut := func(k int) int { return from + (to-from)*k/splits }
	for k := range splits {
		p.parts[k] = counts{}
		p.tally(&p.parts[k], p.path[cut(k):cut(k+1)], int(p.offsets[cut(k)]))
	}
	var left, right counts
	for k := range p.parts {
		right.add(&p.parts[k], 1)
	}
	best, at := p.size(&right), 0
	for k := 1; k < splits; k++ {
		left.add(&p.parts[k-1], 1)
		right.add(&p.parts[k-1], -1)
		if mid := cut(k); mid-from >= least && to-mid >= least {
			if size := p.size(&left) + p.size(&right); size < best {
				best, at = size, mid
			}
		}
	}
	if at == 0 {
		return append(ends, to)
	}
	return p.split(p.split(ends, from, at), at, to)
}

func (c *counts) add(d *counts, times int32) {
	for i := range c.literals {
		c.literals[i] += times * d.literals[i]
	}
	for i := range c.distances {
		c.distances[i] += times * d.distances[i]
	}
}

// size estimates the bits of a block: its code and its symbols, without the
// extra bits, which are the same in any block.
func (p *packer) size(c *counts) float64 {
	size := 60.0
	for _, used := range [][]int32{c.literals[:], c.distances[:]} {
		total := int32(0)
		for _, n := range used {
			if n > 0 {
				total += n
				size += 4 - float64(n)*p.log(n) // 4 for the length of its code
			}
		}
		if total > 0 {
			size += float64(total) * p.log(total)
		}
	}
	return size
}

// block writes steps from–to of the path as one block with codes of its own
// (RFC 1951, 3.2.7).
func (p *packer) block(w *bitWriter, from, to int, last bool) {
	path, i := p.path[from:to], 0
	if from < to {
		i = int(p.offsets[from])
	}
	p.used = counts{}
	p.tally(&p.used, path, i)
	p.used.literals[endOfBlock] = 1
	lit, dist := lengthsOf(p.used.literals[:], 15), lengthsOf(p.used.distances[:], 15)
	nLit, nDist := trimmed(lit, 257), trimmed(dist, 1)
	runs := appendRuns(nil, slices.Concat(lit[:nLit], dist[:nDist]))
	var counts [19]int32
	for _, r := range runs {
		counts[r.symbol]++
	}
	meta := lengthsOf(counts[:], 7)
	order := [19]int{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}
	nMeta := len(order)
	for nMeta > 4 && meta[order[nMeta-1]] == 0 {
		nMeta--
	}
	final := 0
	if last {
		final = 1
	}
	w.write(final, 1)
	w.write(2, 2) // with codes of its own
	w.write(nLit-257, 5)
	w.write(nDist-1, 5)
	w.write(nMeta-4, 4)
	for _, s := range order[:nMeta] {
		w.write(meta[s], 3)
	}
	codes := codesOf(meta)
	for _, r := range runs {
		w.write(codes[r.symbol], meta[r.symbol])
		w.write(r.bits, r.extra)
	}
	litCodes, distCodes := codesOf(lit), codesOf(dist)
	for _, m := range path {
		if m.distance == 0 {
			c := p.data[i]
			w.write(litCodes[c], lit[c])
		} else {
			code, extra, value := lengthCode(int(m.length))
			w.write(litCodes[code]|value<<lit[code], lit[code]+extra)
			code, extra, value = distanceCode(m.distance)
			w.write(distCodes[code]|value<<dist[code], dist[code]+extra)
		}
		i += int(m.length)
	}
	w.write(litCodes[endOfBlock], lit[endOfBlock])
}
