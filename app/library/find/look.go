package find

import (
	"cmp"
	"context"
	"slices"

	"celun/app/library"
	"celun/app/library/index"
)

// How many entries are cheaper to read than to look up, for lists grow with
// the library: so many, or this part of it.
const (
	fewEnough     = 400
	fewEnoughPart = 50
)

// tooManyWords is how many words a pattern may be the beginning or a part of
// until reading titles is cheaper than looking all of them up. Only one or two
// letters are in so many.
const tooManyWords = 2000

// A lookup answers a plan from an index.
type lookup struct {
	finder  *Finder
	context context.Context
	cover   *cover
	plan    *plan
	pass    func(*library.Entry) bool
	classes [][]class      // by pattern, by entry; nil: not looked up
	depth   []int          // by pattern: places looked up
	words   []*[2][]string // by pattern: what it fits well, and what it is part of
	counts  []int          // by pattern: roughly how many entries have it
}

// look returns the entries of the index that the plan finds. Titles are looked
// up for every group; lines and statements, whose lists are long, for the
// rarest group, and the entries that it leaves are read if they are few.
func (f *Finder) look(ctx context.Context, c *cover, p *plan, pass func(*library.Entry) bool, limit int) ([]found, error) {
	k := &lookup{
		finder: f, context: ctx, cover: c, plan: p, pass: pass,
		classes: make([][]class, len(p.patterns)), depth: make([]int, len(p.patterns)),
		words:  make([]*[2][]string, len(p.patterns)),
		counts: make([]int, len(p.patterns)),
	}
	order := make([]int, len(p.groups))
	estimates := make([]int, len(p.groups))
	for g := range p.groups {
		order[g] = g
		estimates[g] = len(p.groups[g].found)
		for _, o := range p.groups[g].options {
			rarest := len(f.entries)
			for _, n := range o.patterns {
				if err := k.deepen(n, index.Title); err != nil {
					return nil, err
				}
				rarest = min(rarest, k.counts[n])
			}
			estimates[g] += rarest
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(estimates[a], estimates[b]) })

	hits := make([]found, 0, 64)
	for at, g := range order {
		group := &p.groups[g]
		if at > 0 && len(hits) <= max(fewEnough, len(f.entries)/fewEnoughPart) {
			return k.read(hits, order[at:]), nil
		}
		for place := index.Title; place <= index.Statement; place++ {
			for _, o := range group.options {
				for _, n := range o.patterns {
					if err := k.deepen(n, place); err != nil {
						return nil, err
					}
				}
			}
			// What is only in places that come later stands behind all else.
			if enough := max(atLeast, 2*limit); len(order) == 1 && limit > 0 && place < index.Statement {
				hits = k.all(group)
				if countAbove(hits, group.mostFrom(place+1)) >= enough {
					return hits, nil
				}
			}
		}
		if at == 0 {
			hits = k.all(group)
			continue
		}
		hits = slices.DeleteFunc(hits, func(h found) bool { return k.score(h.entry, group) == 0 })
		for i := range hits {
			hits[i].score += float64(k.score(hits[i].entry, group))
		}
	}
	return hits, nil
}

// mostFrom is the most that an entry can be worth that the group finds in a
// place and those after it only.
func (g *group) mostFrom(p index.Place) float64 {
	most := float32(0)
	for _, o := range g.options {
		most = max(most, o.factor*float32(len(o.patterns))*worth[p])
	}
	return float64(most)
}

func countAbove(hits []found, score float64) int {
	n := 0
	for _, h := range hits {
		if h.score > score {
			n++
		}
	}
	return n
}

func (k *lookup) score(i int32, g *group) float32 {
	return g.score(i, func(n int) class { return k.classes[n][i] })
}

// all returns the entries of the index that a group finds by what was looked
// up, and that pass.
func (k *lookup) all(g *group) []found {
	hits := make([]found, 0, 64)
	for _, i := range k.cover.entry {
		if i < 0 {
			continue
		}
		if score := k.score(i, g); score > 0 && (k.pass == nil || k.pass(k.finder.entries[i])) {
			hits = append(hits, found{i, float64(score)})
		}
	}
	return hits
}

// read keeps those of the entries that all the groups find in their texts.
func (k *lookup) read(hits []found, groups []int) []found {
	kept := hits[:0]
	for _, h := range hits {
		texts := k.finder.folds.of(int(h.entry), k.finder.entries[h.entry])
		for _, g := range groups {
			score := k.plan.groups[g].score(h.entry, func(n int) class {
				if c := k.classes[n][h.entry]; c == titleGood || k.depth[n] == len(worth) {
					return c
				}
				return classOf(&k.plan.patterns[n], texts)
			})
			if score == 0 {
				h.score = 0
				break
			}
			h.score += float64(score)
		}
		if h.score > 0 {
			kept = append(kept, h)
		}
	}
	return kept
}

// deepen looks a pattern up in the places up to p, as far as that was not done.
// A mixed pattern is looked up in the last of them only, in all at once.
func (k *lookup) deepen(n int, p index.Place) error {
	mix := k.plan.patterns[n].form == mixed
	if k.classes[n] == nil {
		k.classes[n] = make([]class, len(k.finder.entries))
		k.counts[n] = len(k.finder.entries) / 50 // of a mixed one nothing is known
	}
	for k.depth[n] <= int(p) {
		place := index.Place(k.depth[n])
		k.depth[n]++
		switch {
		case !mix:
			if err := k.enter(n, place); err != nil {
				return err
			}
		case place == index.Statement:
			if err := k.gather(n); err != nil {
				return err
			}
		}
		if place == index.Title && !mix {
			k.counts[n] = 0
			for _, c := range k.classes[n] {
				if c > 0 {
					k.counts[n]++
				}
			}
		}
	}
	return nil
}

// enter notes where in a place a pattern occurs.
func (k *lookup) enter(n int, place index.Place) error {
	p := &k.plan.patterns[n]
	if p.form == chinese {
		numbers, err := k.cover.index.Chinese(k.context, place, p.text)
		k.mark(n, numbers, classAt(place, whole))
		return err
	}
	good, within := k.expand(n)
	if len(good)+len(within) > tooManyWords {
		return k.readPlace(n, place)
	}
	for _, part := range []struct {
		words []string
		fit   float64
	}{{good, whole}, {within, inside}} {
		numbers, err := k.cover.index.Western(k.context, place, part.words)
		if err != nil {
			return err
		}
		k.mark(n, numbers, classAt(place, part.fit))
	}
	return nil
}

// expand returns the words of the index that a Western pattern fits well, and
// those that it is only a part of.
func (k *lookup) expand(n int) (good, within []string) {
	if k.words[n] == nil {
		good, within = k.cover.words.fitting(&k.plan.patterns[n])
		k.words[n] = &[2][]string{good, within}
	}
	return k.words[n][0], k.words[n][1]
}

// readPlace does by reading what enter does by the index.
func (k *lookup) readPlace(n int, place index.Place) error {
	for at, i := range k.cover.entry {
		if at%256 == 0 && k.context.Err() != nil {
			return k.context.Err()
		}
		if i < 0 {
			continue
		}
		fit := 0.0
		for _, t := range textsOf(k.finder.entries[i]) {
			if t.place == place {
				fit = max(fit, k.plan.patterns[n].occurs(index.Fold(t.text)))
			}
		}
		if fit > 0 {
			k.classes[n][i] = max(k.classes[n][i], classAt(place, fit))
		}
	}
	return nil
}

func (k *lookup) mark(n int, numbers []int32, c class) {
	classes := k.classes[n]
	for _, number := range numbers {
		if i := k.cover.entry[number]; i >= 0 && classes[i] < c {
			classes[i] = c
		}
	}
}

// gather reads the entries that have all pieces of a mixed pattern somewhere:
// few of them will not have the pattern itself.
func (k *lookup) gather(n int) error {
	var pieces [][]string // Western words that may be it; or none, and:
	var runs []string
	for p := range index.Pieces(k.plan.patterns[n].text) {
		if p.Han {
			pieces, runs = append(pieces, nil), append(runs, p.Text)
			continue
		}
		words := k.cover.words.holding(p.Text)
		pieces, runs = append(pieces, words), append(runs, "")
	}
	has := make([]uint8, len(k.finder.entries)) // how many pieces, in a row
	for at := range pieces {
		for _, place := range []index.Place{index.Title, index.Line, index.Statement} {
			numbers, err := []int32(nil), error(nil)
			if runs[at] != "" {
				numbers, err = k.cover.index.Chinese(k.context, place, runs[at])
			} else {
				numbers, err = k.cover.index.Western(k.context, place, pieces[at])
			}
			if err != nil {
				return err
			}
			for _, number := range numbers {
				if i := k.cover.entry[number]; i >= 0 && int(has[i]) == at {
					has[i]++
				}
			}
		}
		if at == 200 {
			break // enough to tell few entries from all
		}
	}
	for at, i := range k.cover.entry {
		if at%256 == 0 && k.context.Err() != nil {
			return k.context.Err()
		}
		if i >= 0 && int(has[i]) >= min(len(pieces), 200) {
			k.classes[n][i] = classOf(&k.plan.patterns[n], k.finder.folds.of(int(i), k.finder.entries[i]))
		}
	}
	return nil
}
