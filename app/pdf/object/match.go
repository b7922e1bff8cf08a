package object

import (
	"encoding/binary"
	"math/bits"
)

// find looks for the matches of every place: the last one of three bytes, and
// longer ones among the last places of four bytes.
func (p *packer) find() {
	n := len(p.data)
	clear(p.last3[:])
	clear(p.last4[:])
	if cap(p.before) < n+1 {
		p.before, p.starts = make([]int32, n+1), make([]int32, n+1)
	}
	p.before, p.starts, p.matches = p.before[:n+1], p.starts[:n+1], p.matches[:0]
	var long match // the one that the last place had, if it is long
	for i := range p.data {
		p.starts[i] = int32(len(p.matches))
		if i+leastMatch >= n {
			continue
		}
		four := binary.LittleEndian.Uint32(p.data[i:])
		key3, key4 := (four<<8)*2654435761>>18, four*2654435761>>17
		at3, at4 := int(p.last3[key3])-1, p.last4[key4]
		p.last3[key3], p.last4[key4], p.before[i] = int32(i)+1, int32(i)+1, at4
		if long.length > goodMatch {
			long.length--
			p.matches = append(p.matches, long)
			continue
		}
		stop := max(0, i-window)
		if at3 < stop {
			long.length = 0
			continue
		}
		long = p.search(i, at3, int(at4)-1, stop)
	}
	p.starts[n] = int32(len(p.matches))
}

// search looks for the matches of place i, from stop on, and returns the
// longest: at3 and at4 are the last places that may have three or four of its
// bytes.
func (p *packer) search(i, at3, at4, stop int) (longest match) {
	data, before := p.data, p.before
	here := data[i:min(i+mostMatch, len(data))]
	best := leastMatch - 1
	if k := common(data[at3:], here); k > best {
		best = k
		longest = match{uint16(k), uint16(i - at3)}
		p.matches = append(p.matches, longest)
	}
	if best >= goodMatch || best == len(here) {
		return longest
	}
	next := here[best]
	for tries := mostTries; at4 >= stop && tries > 0; tries-- {
		if data[at4+best] == next {
			if k := common(data[at4:], here); k > best {
				best = k
				longest = match{uint16(k), uint16(i - at4)}
				p.matches = append(p.matches, longest)
				if k >= goodMatch || k == len(here) {
					break
				}
				next = here[k]
			}
		}
		at4 = int(before[at4]) - 1
	}
	return longest
}

// common returns how many bytes a and b, which is not longer, have in common
// from the start.
func common(a, b []byte) int {
	n := 0
	for ; n+8 <= len(b); n += 8 {
		if x := binary.LittleEndian.Uint64(a[n:]) ^ binary.LittleEndian.Uint64(b[n:]); x != 0 {
			return n + bits.TrailingZeros64(x)/8
		}
	}
	for n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// lengthCode returns the symbol of a length, with its extra bits (RFC 1951,
// 3.2.5).
func lengthCode(l int) (code, extra, value int) {
	l -= leastMatch
	if l == mostMatch-leastMatch {
		return 285, 0, 0
	}
	if l < 8 {
		return 257 + l, 0, 0
	}
	extra = bits.Len(uint(l)) - 3
	return 257 + 4*extra + l>>extra, extra, l & (1<<extra - 1)
}

// distanceCode is the same for distances.
func distanceCode(distance uint16) (code, extra, value int) {
	d := int(distance) - 1
	if d < 4 {
		return d, 0, 0
	}
	extra = bits.Len(uint(d)) - 2
	return 2*extra + d>>extra, extra, d & (1<<extra - 1)
}

func distanceSymbol(distance uint16) int {
	d := uint(distance) - 1
	if d < 4 {
		return int(d)
	}
	extra := uint(bits.Len(d)-2) & 31
	return int(2*extra + d>>extra)
}
