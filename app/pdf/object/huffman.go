package object

import (
	"cmp"
	"encoding/binary"
	"math/bits"
	"slices"
)

// bitWriter writes bits, the lowest first.
type bitWriter struct {
	out  []byte
	held uint64
	n    uint
}

// write writes the lowest n bits of v, at most 32.
func (w *bitWriter) write(v, n int) {
	w.held |= uint64(v) << w.n
	if w.n += uint(n); w.n >= 32 {
		w.out = binary.LittleEndian.AppendUint32(w.out, uint32(w.held))
		w.held >>= 32
		w.n -= 32
	}
}

// end writes what is held, to the end of its byte.
func (w *bitWriter) end() {
	for ; w.n > 0; w.n -= min(8, w.n) {
		w.out = append(w.out, byte(w.held))
		w.held >>= 8
	}
}

// trimmed returns how many lengths there are up to the last that is used.
func trimmed(lengths []int, least int) int {
	n := len(lengths)
	for n > least && lengths[n-1] == 0 {
		n--
	}
	return n
}

// lengthsOf returns the lengths of a Huffman code for symbols that are used so
// often, none over most bits. If but one is used it still gets a bit, and a
// second symbol the other.
func lengthsOf(counts []int32, most int) []int {
	type node struct{ count, left, right, symbol int32 }
	counts = slices.Clone(counts)
	lengths := make([]int, len(counts))
	for used := 0; used < 2; { // a code needs two symbols to be complete
		used = 0
		unused := -1
		for i, n := range counts {
			if n > 0 {
				used++
			} else if unused < 0 {
				unused = i
			}
		}
		if used < 2 {
			counts[unused] = 1
		}
	}
	for {
		var nodes []node
		for i, n := range counts {
			if n > 0 {
				nodes = append(nodes, node{n, -1, -1, int32(i)})
			}
		}
		slices.SortStableFunc(nodes, func(a, b node) int { return cmp.Compare(a.count, b.count) })
		// Two queues: leaves, and nodes in the order in which they are made.
		leaf, inner, leaves := 0, len(nodes), len(nodes)
		next := func() int32 {
			if leaf < leaves && (inner >= len(nodes) || nodes[leaf].count <= nodes[inner].count) {
				leaf++
				return int32(leaf - 1)
			}
			inner++
			return int32(inner - 1)
		}
		for range leaves - 1 {
			a, b := next(), next()
			nodes = append(nodes, node{nodes[a].count + nodes[b].count, a, b, -1})
		}
		depth := make([]int, len(nodes))
		longest := 0
		for i := len(nodes) - 1; i >= 0; i-- {
			if nodes[i].symbol >= 0 {
				lengths[nodes[i].symbol] = depth[i]
				longest = max(longest, depth[i])
				continue
			}
			depth[nodes[i].left], depth[nodes[i].right] = depth[i]+1, depth[i]+1
		}
		if longest <= most {
			return lengths
		}
		for i, n := range counts { // flatter counts give shorter codes
			if n > 0 {
				counts[i] = n/2 + 1
			}
		}
	}
}

// codesOf returns the codes of these lengths (RFC 1951, 3.2.2), reversed, as
// they are written lowest bit first.
func codesOf(lengths []int) []int {
	var counts, next [16]int
	for _, l := range lengths {
		counts[l]++
	}
	counts[0] = 0
	for i, code := 1, 0; i < 16; i++ {
		code = (code + counts[i-1]) << 1
		next[i] = code
	}
	codes := make([]int, len(lengths))
	for i, l := range lengths {
		if l > 0 {
			codes[i] = int(bits.Reverse16(uint16(next[l])) >> (16 - l))
			next[l]++
		}
	}
	return codes
}

// A run is a symbol of the table of lengths, with its extra bits.
type run struct{ symbol, extra, bits int }

// appendRuns writes lengths with repeats as symbols 16 (the one before), 17
// and 18 (zeros).
func appendRuns(out []run, lengths []int) []run {
	for i := 0; i < len(lengths); {
		n := 1
		for i+n < len(lengths) && lengths[i+n] == lengths[i] {
			n++
		}
		v := lengths[i]
		i += n
		if v != 0 {
			out = append(out, run{v, 0, 0})
			n--
		}
		for n > 0 {
			switch {
			case v == 0 && n >= 11:
				k := min(n, 138)
				out = append(out, run{18, 7, k - 11})
				n -= k
			case v == 0 && n >= 3:
				out = append(out, run{17, 3, n - 3})
				n = 0
			case v != 0 && n >= 3:
				k := min(n, 6)
				out = append(out, run{16, 2, k - 3})
				n -= k
			default:
				out = append(out, run{v, 0, 0})
				n--
			}
		}
	}
	return out
}
