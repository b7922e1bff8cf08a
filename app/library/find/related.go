package find

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"

	"celun/app/argument"
	"celun/app/language"
	"celun/app/language/words"
	"celun/app/library"
)

// A Relation is an argument that is like another one.
type Relation struct {
	ID     string
	Title  language.Text
	Score  float64  // from 0, nothing in common, to 1, the same words
	Shared []string // what they have in common, what tells most first: Chinese words, then English ones
}

// manyEntries is how many arguments are all compared with one. Of a larger
// library those are that share the words which tell most.
const manyEntries = 5000

// Related returns the arguments that are most like the given one in either
// language, best first, at most limit of them (all that have anything in
// common if it is 0). What they share is for the reader to judge: it is a
// likeness of words, not of thoughts.
func (f *Finder) Related(id string, limit int) []Relation {
	return f.relations(id, limit, func(int32) bool { return true })
}

// Candidates returns the countermeasures that are most like a challenge and do
// not answer it yet, best first, as [Finder.Related] does. They are proposals:
// nothing is linked.
func (f *Finder) Candidates(challenge string, limit int) []Relation {
	answering := f.answering([]string{challenge})
	return f.relations(challenge, limit, func(i int32) bool {
		e := f.entries[i]
		return e.Kind == argument.Countermeasure && !answering[e.ID]
	})
}

func (f *Finder) relations(id string, limit int, allowed func(int32) bool) []Relation {
	self := slices.IndexFunc(f.entries, func(e *library.Entry) bool { return e.ID == id })
	if self < 0 {
		return nil
	}
	k := f.likeness()
	subject := k.vector(int32(self))
	var relations []Relation
	objects := map[string]*vector{}
	for _, i := range k.pool(int32(self), subject) {
		if int(i) == self || !allowed(i) {
			continue
		}
		object := k.vector(i)
		if score := subject.cosine(object); score > 0 {
			e := f.entries[i]
			relations = append(relations, Relation{e.ID, e.Title, score, nil})
			objects[e.ID] = object
		}
	}
	slices.SortStableFunc(relations, func(a, b Relation) int { return cmp.Compare(b.Score, a.Score) })
	if limit > 0 && len(relations) > limit {
		relations = relations[:limit]
	}
	subjectText := chineseOf(f.entries[self])
	for i := range relations {
		e, _ := f.lib.Get(relations[i].ID)
		objectText := chineseOf(e)
		relations[i].Shared = subject.shared(objects[e.ID], func(s string) bool {
			return strings.Contains(subjectText, s) && strings.Contains(objectText, s)
		})
	}
	return relations
}

// A likeness weighs what the arguments of a library are about: what few of
// them speak of tells more than what most do.
type likeness struct {
	finder     *Finder
	dictionary *words.Dictionary
	texts      int            // how many arguments were counted
	counts     map[string]int // in how many of them a feature occurs
	vectors    []*vector      // of all, if they are not too many
}

// likeness returns the measure by the dictionary that is in use now.
func (f *Finder) likeness() *likeness {
	var d *words.Dictionary
	if f.options.Words != nil {
		d = f.options.Words()
	}
	f.measuring.Lock()
	defer f.measuring.Unlock()
	if f.measured == nil || f.measured.dictionary != d {
		f.measured = f.measure(d)
	}
	return f.measured
}

func (f *Finder) measure(d *words.Dictionary) *likeness {
	k := &likeness{finder: f, dictionary: d, counts: map[string]int{}}
	step := max(1, len(f.entries)/manyEntries)
	var all []map[string]feature
	for i := 0; i < len(f.entries); i += step {
		features := features(f.entries[i], d)
		for key := range features {
			k.counts[key]++
		}
		k.texts++
		if step == 1 {
			all = append(all, features)
		}
	}
	for _, features := range all {
		k.vectors = append(k.vectors, k.weigh(features))
	}
	return k
}

// A vector is what one argument is about, with the weights by which it is
// compared.
type vector struct {
	features map[string]feature
	length   float64
}

func (k *likeness) vector(i int32) *vector {
	if int(i) < len(k.vectors) {
		return k.vectors[i]
	}
	return k.weigh(features(k.finder.entries[i], k.dictionary))
}

// weigh turns how much is said of each feature into how much that tells.
func (k *likeness) weigh(features map[string]feature) *vector {
	v := &vector{features: features}
	for key, f := range features {
		rarity := math.Log(float64(k.texts+1) / float64(k.counts[key]+1))
		f.weight = (1 + math.Log(f.weight)) * max(0, rarity)
		features[key] = f
		v.length += f.weight * f.weight
	}
	v.length = math.Sqrt(v.length)
	return v
}

func (v *vector) cosine(other *vector) float64 {
	if v.length == 0 || other.length == 0 {
		return 0
	}
	small, large := v, other
	if len(large.features) < len(small.features) {
		small, large = large, small
	}
	keys := make([]string, 0, len(small.features))
	for key := range small.features {
		if _, ok := large.features[key]; ok {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys) // so that a sum is the same every time
	sum := 0.0
	for _, key := range keys {
		sum += small.features[key].weight * large.features[key].weight
	}
	return sum / v.length / other.length
}

// maxShared is how many words are shown of what two arguments share, in each
// language.
const maxShared = 4

// shared returns the words that tell most of what both are about. Of Chinese
// the words if any are known, else pairs, put together where they overlap to
// what stands in both.
func (v *vector) shared(other *vector, inBoth func(string) bool) []string {
	var zh, pairs, en []feature
	for key, f := range v.features {
		o, ok := other.features[key]
		f.weight *= o.weight
		switch {
		case !ok || f.weight == 0:
		case strings.HasPrefix(key, wordMark):
			zh = append(zh, f)
		case strings.ContainsFunc(key, language.IsHan):
			pairs = append(pairs, f)
		default:
			en = append(en, f)
		}
	}
	if len(zh) == 0 {
		zh = chain(pairs, inBoth)
	}
	return append(strongest(zh), strongest(en)...)
}

// chain puts pairs together that overlap, as 数字, 字鸿 and 鸿沟.
func chain(pairs []feature, inBoth func(string) bool) []feature {
	sortFeatures(pairs)
	const longest = 6 // runes
	var chains []feature
	for _, p := range pairs {
		runes := []rune(p.key)
		joined := false
		for i := range chains {
			c := []rune(chains[i].shown)
			if len(c) >= longest {
				continue
			}
			longer := ""
			if c[len(c)-1] == runes[0] {
				longer = chains[i].shown + string(runes[1])
			} else if c[0] == runes[1] {
				longer = string(runes[0]) + chains[i].shown
			}
			if longer != "" && inBoth(longer) {
				chains[i].shown = longer
				joined = true
				break
			}
		}
		if !joined {
			chains = append(chains, feature{p.key, p.key, p.weight})
		}
	}
	return chains
}

// strongest returns what to show of features, without what is part of
// something shown already.
func strongest(features []feature) []string {
	sortFeatures(features)
	var shown []string
	for _, f := range features {
		if len(shown) == maxShared {
			break
		}
		if !slices.ContainsFunc(shown, func(s string) bool { return strings.Contains(s, f.shown) }) {
			shown = append(shown, f.shown)
		}
	}
	return shown
}

func sortFeatures(features []feature) {
	slices.SortFunc(features, func(a, b feature) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.key, b.key))
	})
}

// How entries are chosen in a library too large to compare all: what so many
// of the strongest features find, so many of each.
const (
	poolFeatures = 16
	poolEach     = 150
)

// pool returns the entries worth comparing with one.
func (k *likeness) pool(self int32, subject *vector) []int32 {
	f := k.finder
	if k.vectors != nil || len(f.entries) == 0 {
		all := make([]int32, len(f.entries))
		for i := range all {
			all[i] = int32(i)
		}
		return all
	}
	var strongest []feature
	for _, x := range subject.features {
		strongest = append(strongest, x)
	}
	sortFeatures(strongest)
	seen := map[int32]bool{self: true}
	var pool []int32
	for _, x := range strongest[:min(poolFeatures, len(strongest))] {
		hits, _, err := f.candidates(context.Background(), []word{{x.shown, false}}, nil, poolEach)
		if err != nil {
			continue
		}
		for _, h := range best(hits, poolEach) {
			if !seen[h.entry] {
				seen[h.entry] = true
				pool = append(pool, h.entry)
			}
		}
	}
	return pool
}
