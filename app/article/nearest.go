package article

import "golang.org/x/text/unicode/norm"

// How a quotation is compared with what may have been meant.
const (
	fewest = 6   // letters or characters of a quotation: fewer are like too much
	most   = 800 // more are not compared
)

// Nearest returns the passage that is most like a quotation without gaps, and
// how like it is, from 0 to 1: how much of the quotation need not be changed.
// The likeness is 0 if there is nothing of the kind.
func (a *Article) Nearest(quote string) (Passage, float64) {
	q := flatten([]rune(norm.NFC.String(quote))).runes
	if len(q) < fewest || len(q) > most || len(a.flat.runes) == 0 {
		return Passage{}, 0
	}
	from, to := a.window(q)
	if from == to {
		return Passage{}, 0
	}
	start, end, changes := align(q, a.flat.runes[from:to])
	if end <= start || changes >= len(q) {
		return Passage{}, 0
	}
	return a.passage(from+start, from+end), 1 - float64(changes)/float64(len(q))
}

// window returns the stretch of the article that has most pairs of neighbours
// in common with a quotation, with some room about it.
func (a *Article) window(q []rune) (from, to int) {
	pairs := map[[2]rune]bool{}
	for i := 0; i+1 < len(q); i++ {
		pairs[[2]rune{q[i], q[i+1]}] = true
	}
	text := a.flat.runes
	wide := len(q) + len(q)/4
	hits, best, at := 0, 0, 0
	hit := func(i int) bool { return i >= 0 && i+1 < len(text) && pairs[[2]rune{text[i], text[i+1]}] }
	for i := range text {
		if hit(i) {
			hits++
		}
		if hit(i - wide) {
			hits--
		}
		if hits > best {
			best, at = hits, i
		}
	}
	if best*4 < len(q) {
		return 0, 0
	}
	return max(0, at-wide-len(q)/2), min(len(text), at+len(q)/2+2)
}

// align finds the stretch of a text that becomes q with the fewest changes of
// a single character, and how many they are.
func align(q, text []rune) (start, end, changes int) {
	cost, begin := make([]int, len(text)+1), make([]int, len(text)+1)
	for j := range begin {
		begin[j] = j // it may begin anywhere at no cost
	}
	for i := 1; i <= len(q); i++ {
		diagonal, diagonalBegin := cost[0], begin[0]
		cost[0], begin[0] = i, 0
		for j := 1; j <= len(text); j++ {
			above, aboveBegin := cost[j], begin[j]
			c, b := diagonal, diagonalBegin
			if q[i-1] != text[j-1] {
				c++
			}
			if above+1 < c {
				c, b = above+1, aboveBegin
			}
			if cost[j-1]+1 < c {
				c, b = cost[j-1]+1, begin[j-1]
			}
			diagonal, diagonalBegin = above, aboveBegin
			cost[j], begin[j] = c, b
		}
	}
	end = 0
	for j := range cost {
		if cost[j] < cost[end] {
			end = j
		}
	}
	return begin[end], end, cost[end]
}
