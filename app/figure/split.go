package figure

import (
	"slices"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
)

// Split shares a map out among as few maps as hold it, of at most [MaxNodes]
// nodes that fit, each in its own place: f itself if it fits. What hangs from
// a challenge stays with it, on the map of the first one that it is linked
// to; a challenge with more than a map holds stands on several. A link from
// one map to another stands on both and leads nowhere there: [Options.Whole]
// has it drawn as an arrow with the number of the node at its other end. All
// nodes of maps that were split have numbers, each the same on every map. Fits
// may be nil.
func Split(f *brief.Figure, fits func(part *brief.Figure) bool) []*brief.Figure {
	holds := func(part *brief.Figure) bool {
		return len(part.Nodes) <= MaxNodes && (fits == nil || fits(part))
	}
	if holds(f) {
		return []*brief.Figure{f}
	}
	s := newSplitting(f)
	var parts []map[string]bool
	add := func(ids map[string]bool) {
		if n := len(parts); n > 0 {
			if both := union(parts[n-1], ids); holds(s.only(both, nil)) {
				parts[n-1] = both
				return
			}
		}
		parts = append(parts, ids)
	}
	for i := range s.whole.Nodes {
		root := &s.whole.Nodes[i]
		if kindOf(root) != argument.Challenge {
			continue
		}
		for _, part := range s.chunks(root.ID, s.reach(root.ID), holds) {
			add(part)
		}
	}
	for i := range s.whole.Nodes {
		if id := s.whole.Nodes[i].ID; !s.placed[id] {
			s.placed[id] = true
			add(map[string]bool{id: true})
		}
	}
	whole := map[brief.Edge]bool{}
	for _, ids := range parts {
		for _, e := range s.whole.Edges {
			whole[e] = whole[e] || ids[e.From] && ids[e.To]
		}
	}
	maps := make([]*brief.Figure, 0, len(parts))
	for _, ids := range parts {
		maps = append(maps, s.only(ids, whole))
	}
	return maps
}

// A splitting is one map on its way into several.
type splitting struct {
	whole  *brief.Figure
	tied   map[string][]string
	kind   map[string]argument.Kind
	placed map[string]bool // on a map already
}

func newSplitting(f *brief.Figure) *splitting {
	s := &splitting{whole: numbered(f), tied: map[string][]string{}, kind: map[string]argument.Kind{}, placed: map[string]bool{}}
	for _, e := range f.Edges {
		s.tied[e.From] = append(s.tied[e.From], e.To)
		s.tied[e.To] = append(s.tied[e.To], e.From)
	}
	for i := range f.Nodes {
		s.kind[f.Nodes[i].ID] = kindOf(&f.Nodes[i])
	}
	return s
}

// numbered returns a map whose nodes all have numbers: those without one the
// next that is free.
func numbered(f *brief.Figure) *brief.Figure {
	g := *f
	g.Nodes = slices.Clone(f.Nodes)
	last := 0
	for i := range g.Nodes {
		last = max(last, g.Nodes[i].Number)
	}
	for i := range g.Nodes {
		if n := &g.Nodes[i]; n.Number == 0 {
			last++
			n.Number = last
		}
	}
	return &g
}

// reach returns what hangs from a challenge and from none before it, nearest
// first, without what hangs from it by way of another challenge.
func (s *splitting) reach(root string) []string {
	s.placed[root] = true
	var order []string
	for next := []string{root}; len(next) > 0; next = next[1:] {
		for _, id := range s.tied[next[0]] {
			if s.placed[id] || s.kind[id] == argument.Challenge || s.kind[id] == "" {
				continue
			}
			s.placed[id] = true
			order = append(order, id)
			// Beyond a countermeasure lie its own evidence and parts only.
			if next[0] == root {
				next = append(next, id)
			}
		}
	}
	return order
}

// chunks shares what hangs from a root among as few maps as can hold it, the
// root on each.
func (s *splitting) chunks(root string, ids []string, holds func(*brief.Figure) bool) []map[string]bool {
	for n := 1; ; n++ {
		size := max(1, (len(ids)+n-1)/n)
		parts := []map[string]bool{{root: true}}
		for k, part := range slices.Collect(slices.Chunk(ids, size)) {
			if k > 0 {
				parts = append(parts, map[string]bool{root: true})
			}
			for _, id := range part {
				parts[k][id] = true
			}
		}
		// A map of few nodes is as small as it gets.
		fit := !slices.ContainsFunc(parts, func(ids map[string]bool) bool { return !holds(s.only(ids, nil)) })
		if fit || size <= 3 {
			return parts
		}
	}
}

func union(a, b map[string]bool) map[string]bool {
	out := map[string]bool{}
	for _, m := range []map[string]bool{a, b} {
		for id := range m {
			out[id] = true
		}
	}
	return out
}

// only returns the map of some nodes, with the links between them and those
// that lead to other maps, but for what stands whole on another one.
func (s *splitting) only(ids map[string]bool, whole map[brief.Edge]bool) *brief.Figure {
	part := *s.whole
	part.Nodes, part.Edges = nil, nil
	part.Alt = language.Text{} // it tells of the whole
	for _, n := range s.whole.Nodes {
		if ids[n.ID] {
			part.Nodes = append(part.Nodes, n)
		}
	}
	for _, e := range s.whole.Edges {
		if ids[e.From] && ids[e.To] || (ids[e.From] || ids[e.To]) && !whole[e] && s.kind[e.From] != "" && s.kind[e.To] != "" {
			part.Edges = append(part.Edges, e)
		}
	}
	return &part
}
