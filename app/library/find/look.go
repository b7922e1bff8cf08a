package find

import (
	"cmp"
	"context"
	"slices"

	"celun/app/library"
	"celun/app/library/index"
)

// fewEnough is how many entries are cheaper to read than to look up.
const fewEnough = 60

// How many words a pattern may be the beginning or a part of until reading a
// place of all entries is cheaper than looking all of them up: so many, and so
// many for each entry. Only one or two letters are in so many.
const tooManyWords = 2000

var readsLike = [...]float64{index.Title: 0.3, index.Line: 0.8, index.Statement: 3}

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
	counts  []int          // by pattern: how many entries have it where it was looked up
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
		for _, o := range p.groups[g].options {
			for _, n := range o.patterns {
				if err := k.deepen(n, index.Title); err != nil {
					return nil, err
				}
			}
		}
		estimates[g] = k.expected(&p.groups[g])
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(estimates[a], estimates[b]) })

	var hits []found
	for at, g := range order {
		group := &p.groups[g]
		if at > 0 && len(hits) <= fewEnough {
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
			if enough := closely(limit); len(order) == 1 && limit > 0 && place < index.Statement {
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
	hits := make([]found, 0, k.expected(g))
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

// expected is how many entries a group finds, at most.
func (k *lookup) expected(g *group) int {
	n := len(g.found)
	for _, o := range g.options {
		fewest := len(k.finder.entries)
		for _, p := range o.patterns {
			fewest = min(fewest, k.counts[p])
		}
		n += fewest
	}
	return min(n, len(k.cover.entry))
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
		if mix {
			k.counts[n] = len(k.finder.entries) / 50 // nothing is known of it
		}
	}
	for k.depth[n] <= int(p) {
		place := index.Place(k.depth[n])
		k.depth[n]++
		var err error
		if !mix {
			err = k.enter(n, place)
		} else if place == index.Statement {
			err = k.gather(n)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// enter notes where in a place a pattern occurs.
func (k *lookup) enter(n int, place index.Place) error {
	p := &k.plan.patterns[n]
	if p.form == chinese {
		return k.cover.index.Chinese(k.context, place, p.text, k.mark(n, classAt(place, whole)))
	}
	good, within := k.expand(n)
	if words := len(good) + len(within); words > tooManyWords &&
		float64(words) > readsLike[place]*float64(len(k.finder.entries)) {
		return k.readPlace(n, place)
	}
	if err := k.cover.index.Western(k.context, place, good, k.mark(n, classAt(place, whole))); err != nil {
		return err
	}
	return k.cover.index.Western(k.context, place, within, k.mark(n, classAt(place, inside)))
}

// mark returns what notes that a pattern is in a document, in such a way.
func (k *lookup) mark(n int, c class) func(number int32) {
	classes, entry, count := k.classes[n], k.cover.entry, &k.counts[n]
	return func(number int32) {
		if i := entry[number]; i >= 0 && classes[i] < c {
			if classes[i] == 0 {
				*count++
			}
			classes[i] = c
		}
	}
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
			count := func(number int32) {
				if i := k.cover.entry[number]; i >= 0 && int(has[i]) == at {
					has[i]++
				}
			}
			var err error
			if runs[at] != "" {
				err = k.cover.index.Chinese(k.context, place, runs[at], count)
			} else {
				err = k.cover.index.Western(k.context, place, pieces[at], count)
			}
			if err != nil {
				return err
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
