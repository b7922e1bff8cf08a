package find

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"

	"celun/app/argument"
	"celun/app/language"
	"celun/app/library"
	"celun/app/library/index"
)

// A found entry and what it is worth.
type found struct {
	entry int32
	score float64
}

// closely returns how many of the best entries are looked at closely before
// the limit cuts: more than anyone reads.
func closely(limit int) int { return max(100, 2*limit) }

// Search returns the arguments that the query finds, best first; equals stand
// in the order of the library. A query with filters alone returns all that
// passes them, an empty one nothing. The error is that of ctx, never one of
// the index: without it the texts are scanned.
func (f *Finder) Search(ctx context.Context, q Query) ([]Hit, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	q, words := q.parse(f.isChallenge)
	pass := f.filter(q)
	if len(words) == 0 {
		return f.listed(pass, q.Limit), nil
	}
	hits, p, err := f.candidates(ctx, words, pass, q.Limit)
	if err == nil && len(hits) == 0 {
		hits, p, err = f.withoutUnknown(ctx, words, pass, q.Limit, p)
	}
	if err != nil {
		return nil, err
	}
	if keep := closely(q.Limit); q.Limit > 0 && len(hits) > keep {
		gain := p.closeness()
		for i := range hits {
			hits[i].score += gain(f.entries[hits[i].entry], hits[i].score)
		}
		hits = best(hits, keep)
	}
	for i := range hits {
		if i%256 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		hits[i].score = f.fine(p, hits[i].entry)
	}
	sortFound(hits)
	if q.Limit > 0 && len(hits) > q.Limit {
		hits = hits[:q.Limit]
	}
	result := make([]Hit, len(hits))
	for i, h := range hits {
		result[i] = f.show(p, h)
	}
	return result, nil
}

func sortFound(hits []found) {
	slices.SortFunc(hits, func(a, b found) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.entry, b.entry))
	})
}

// best returns the n best, in order.
func best(hits []found, n int) []found {
	kept, worst := hits[:0], math.Inf(-1)
	for _, h := range hits { // in the order of the library: of equals the first stay
		if h.score <= worst {
			continue
		}
		if kept = append(kept, h); len(kept) == 2*n {
			sortFound(kept)
			kept = kept[:n]
			worst = kept[n-1].score
		}
	}
	sortFound(kept)
	return kept[:min(n, len(kept))]
}

// candidates returns every entry that the words find, by the index if it
// answers, and the plan they were found by. If the limit allows it, entries
// that could not come to the top may be left out.
func (f *Finder) candidates(ctx context.Context, words []word, pass func(*library.Entry) bool, limit int) ([]found, *plan, error) {
	if c := f.current(); c != nil {
		p := f.plan(words, func(w string) bool { return c.words.has(w) || f.hasWord(w, c.missing) })
		hits, err := f.look(ctx, c, p, pass, limit)
		if err == nil {
			hits, err = f.scan(ctx, p, pass, c.missing, hits)
		}
		c.users.Done()
		if err == nil || ctx.Err() != nil {
			return hits, p, err
		}
		f.drop(c, err)
	}
	p := f.plan(words, func(w string) bool { return f.hasWord(w, nil) })
	hits, err := f.scan(ctx, p, pass, nil, nil)
	return hits, p, err
}

// withoutUnknown returns what is found when the words that are nowhere in the
// library are left out: one that it calls otherwise need not hide what the
// others find. What is in quotation marks is meant as it is, and stays.
func (f *Finder) withoutUnknown(ctx context.Context, words []word, pass func(*library.Entry) bool, limit int, p *plan) ([]found, *plan, error) {
	if len(words) < 2 {
		return nil, p, nil
	}
	var known []word
	for _, w := range words {
		hits, _, err := f.candidates(ctx, []word{w}, nil, 1)
		if err != nil {
			return nil, p, err
		}
		if w.exact || len(hits) > 0 {
			known = append(known, w)
		}
	}
	if len(known) == 0 || len(known) == len(words) {
		return nil, p, nil
	}
	return f.candidates(ctx, known, pass, limit)
}

// scan appends those of the entries that the plan finds; nil entries are all.
func (f *Finder) scan(ctx context.Context, p *plan, pass func(*library.Entry) bool, entries []int32, hits []found) ([]found, error) {
	n := len(f.entries)
	if entries != nil {
		n = len(entries)
	}
	for at := range n {
		if at%256 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		i := int32(at)
		if entries != nil {
			i = entries[at]
		}
		if pass != nil && !pass(f.entries[i]) {
			continue
		}
		if total := f.total(p, i); total > 0 {
			hits = append(hits, found{i, float64(total)})
		}
	}
	return hits, nil
}

// total returns what entry i is worth to the plan by its texts, 0 if one of
// the groups does not find it.
func (f *Finder) total(p *plan, i int32) float32 {
	texts := f.folds.of(int(i), f.entries[i])
	total := float32(0)
	for g := range p.groups {
		score := p.groups[g].score(i, func(n int) class { return classOf(&p.patterns[n], texts) })
		if score == 0 {
			return 0
		}
		total += score
	}
	return total
}

// hasWord reports whether one of the entries has the Western word as a whole;
// nil entries are all.
func (f *Finder) hasWord(w string, entries []int32) bool {
	p := newPattern(w, true)
	has := func(i int32) bool {
		for _, s := range f.folds.of(int(i), f.entries[i]) {
			whole := false
			p.each(s, func(m span) bool {
				whole = m.fit == 1
				return !whole
			})
			if whole {
				return true
			}
		}
		return false
	}
	if entries != nil {
		return slices.ContainsFunc(entries, has)
	}
	for i := range f.entries {
		if has(int32(i)) {
			return true
		}
	}
	return false
}

// filter returns whether an entry passes all filters, nil if there are none.
func (f *Finder) filter(q Query) func(*library.Entry) bool {
	var all []func(*library.Entry) bool
	if len(q.Kinds) > 0 {
		all = append(all, func(e *library.Entry) bool { return slices.Contains(q.Kinds, e.Kind) })
	}
	for _, tag := range q.Tags {
		tagged := map[*library.Entry]bool{}
		for _, i := range f.names().tags[index.Fold(tag)] {
			tagged[f.entries[i]] = true
		}
		all = append(all, func(e *library.Entry) bool { return tagged[e] })
	}
	if len(q.Packs) > 0 {
		packs := map[*argument.Pack]bool{}
		for _, p := range f.lib.Packs() {
			packs[p] = slices.ContainsFunc(q.Packs, func(name string) bool { return isPack(p, index.Fold(name)) })
		}
		all = append(all, func(e *library.Entry) bool { return packs[e.Pack] })
	}
	if len(q.Answers) > 0 {
		answering := f.answering(q.Answers)
		all = append(all, func(e *library.Entry) bool { return answering[e.ID] })
	}
	if len(all) == 0 {
		return nil
	}
	return func(e *library.Entry) bool {
		for _, pass := range all {
			if !pass(e) {
				return false
			}
		}
		return true
	}
}

// isPack reports whether a folded name is the id of the pack or of its source,
// or stands in one of their titles or names an author.
func isPack(p *argument.Pack, name string) bool {
	if name == index.Fold(p.ID) || name == index.Fold(p.Source.ID) {
		return true
	}
	for _, t := range append([]language.Text{p.Title, p.Source.Title}, p.Source.Authors...) {
		if strings.Contains(index.Fold(t.ZH), name) || strings.Contains(index.Fold(t.EN), name) {
			return true
		}
	}
	return false
}

// answering returns the ids of what answers one of the challenges, itself or
// through a part.
func (f *Finder) answering(challenges []string) map[string]bool {
	answering := map[string]bool{}
	for _, id := range challenges {
		i, ok := f.names().byID[index.Fold(id)]
		if !ok {
			continue
		}
		for _, link := range f.lib.Linking(f.entries[i].ID, argument.Answers) {
			for e := link.Entry; e != nil && !answering[e.ID]; {
				answering[e.ID] = true
				e, _ = f.lib.Whole(e.ID)
			}
		}
	}
	return answering
}

// listed returns the first entries that pass, unranked.
func (f *Finder) listed(pass func(*library.Entry) bool, limit int) []Hit {
	if pass == nil {
		return nil
	}
	var hits []Hit
	for i, e := range f.entries {
		if limit > 0 && len(hits) == limit {
			break
		}
		if pass(e) {
			hits = append(hits, f.show(&plan{}, found{entry: int32(i)}))
		}
	}
	return hits
}
