package brief

import (
	"slices"

	"celun/app/language"
)

// A Difference is one text that is not the same in two states of a brief, or
// a block that has moved.
type Difference struct {
	// At is the place without its language; in a block that was removed it is
	// that of the older state.
	At     Address
	Kind   Kind // of the block; empty outside of blocks
	Change language.Change
	Moved  bool // the block stands elsewhere; its text may be the same
	Before language.Text
	After  language.Text
}

// Compare returns what differs between two states of a brief, in the order of
// the newer one; what was removed stands where it stood.
func Compare(before, after *Brief) []Difference {
	was := pairsOf(before)
	is := pairsOf(after)
	moved := movedBlocks(before, after)
	var all []Difference
	seen := map[string]bool{}
	texts := map[Address]language.Text{}
	for _, p := range was {
		texts[p.at] = p.text
	}
	inNow := map[Address]bool{}
	for _, p := range is {
		inNow[p.at] = true
	}
	for _, p := range is {
		old, had := texts[p.at]
		d := Difference{At: p.at, Kind: p.kind, Before: old, After: p.text, Change: language.Same}
		first := p.at.Block != "" && !seen[p.at.Block]
		if first {
			seen[p.at.Block] = true
			d.Moved = moved[p.at.Block]
		}
		switch {
		case !had && p.text.IsEmpty():
			continue
		case !had || old.IsEmpty() && !p.text.IsEmpty():
			d.Change = language.Added
		case p.text.IsEmpty() && !old.IsEmpty():
			d.Change = language.Removed
		}
		if old != p.text || d.Moved {
			all = append(all, d)
		}
	}
	return insertRemoved(all, was, is, inNow)
}

// placed is a place with its text in both languages.
type placed struct {
	at   Address
	kind Kind
	text language.Text
}

func pairsOf(b *Brief) []placed {
	var all []placed
	kinds := map[string]Kind{}
	for i := range b.Sections {
		for j := range b.Sections[i].Blocks {
			kinds[b.Sections[i].Blocks[j].ID] = b.Sections[i].Blocks[j].Kind
		}
	}
	for at, text := range b.Addresses() {
		l := at.Language
		at.Language = ""
		if n := len(all); n == 0 || all[n-1].at != at {
			all = append(all, placed{at: at, kind: kinds[at.Block]})
		}
		p := &all[len(all)-1]
		if l == "" { // one string in both
			p.text = language.Text{ZH: text, EN: text}
		} else {
			p.text = p.text.With(l, text)
		}
	}
	return all
}

// insertRemoved puts the places that are gone after the place that stood
// before them.
func insertRemoved(all []Difference, was, is []placed, inNow map[Address]bool) []Difference {
	order := map[Address]int{} // of the places of the newer state
	for i, p := range is {
		order[p.at] = i
	}
	last := -1
	for _, p := range was {
		if inNow[p.at] {
			last = order[p.at]
			continue
		}
		if p.text.IsEmpty() {
			continue
		}
		d := Difference{At: p.at, Kind: p.kind, Change: language.Removed, Before: p.text}
		i := 0
		for i < len(all) {
			o, there := order[all[i].At]
			if there && o > last {
				break
			}
			i++
		}
		all = slices.Insert(all, i, d)
	}
	return all
}

// movedBlocks returns the blocks of both states that do not stand in the same
// order: the fewest that, taken out, leave the others in theirs.
func movedBlocks(before, after *Brief) map[string]bool {
	place := map[string]int{}
	n := 0
	for i := range before.Sections {
		for j := range before.Sections[i].Blocks {
			place[before.Sections[i].Blocks[j].ID] = n
			n++
		}
	}
	var ids []string
	var at []int
	for i := range after.Sections {
		for j := range after.Sections[i].Blocks {
			if p, ok := place[after.Sections[i].Blocks[j].ID]; ok {
				ids, at = append(ids, after.Sections[i].Blocks[j].ID), append(at, p)
			}
		}
	}
	moved := map[string]bool{}
	kept := rising(at)
	for i, id := range ids {
		if !kept[i] {
			moved[id] = true
		}
	}
	return moved
}

// rising returns which of the numbers make up a longest rising run.
func rising(numbers []int) []bool {
	kept := make([]bool, len(numbers))
	var ends []int // index of the last number of the best run of each length
	before := make([]int, len(numbers))
	for i, n := range numbers {
		k, _ := slices.BinarySearchFunc(ends, n, func(e, n int) int { return numbers[e] - n })
		before[i] = -1
		if k > 0 {
			before[i] = ends[k-1]
		}
		if k == len(ends) {
			ends = append(ends, i)
		} else {
			ends[k] = i
		}
	}
	if len(ends) == 0 {
		return kept
	}
	for i := ends[len(ends)-1]; i >= 0; i = before[i] {
		kept[i] = true
	}
	return kept
}
