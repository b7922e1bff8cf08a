package figure

import (
	"slices"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
)

// Split returns maps of at most [MaxNodes] nodes that together show what f
// shows: f itself if it is small enough, else a map for each challenge with
// what is linked to it, and for what is linked to none as many more as it
// takes. A node keeps its number on every map that it stands on.
func Split(f *brief.Figure) []*brief.Figure {
	if len(f.Nodes) <= MaxNodes {
		return []*brief.Figure{f}
	}
	tied := map[string][]string{}
	for _, e := range f.Edges {
		tied[e.From] = append(tied[e.From], e.To)
		tied[e.To] = append(tied[e.To], e.From)
	}
	kind := map[string]argument.Kind{}
	for i := range f.Nodes {
		kind[f.Nodes[i].ID] = kindOf(&f.Nodes[i])
	}
	var maps []*brief.Figure
	shown := map[string]bool{}
	for _, root := range f.Nodes {
		if kindOf(&root) != argument.Challenge {
			continue
		}
		for _, part := range chunks(root.ID, reach(root.ID, tied, kind)) {
			for id := range part {
				shown[id] = true
			}
			maps = append(maps, only(f, part))
		}
	}
	rest := map[string]bool{}
	for _, n := range f.Nodes {
		if shown[n.ID] {
			continue
		}
		if rest[n.ID] = true; len(rest) == MaxNodes {
			maps = append(maps, only(f, rest))
			rest = map[string]bool{}
		}
	}
	if len(rest) > 0 {
		maps = append(maps, only(f, rest))
	}
	return maps
}

// reach returns what hangs from a challenge, nearest first, without what hangs
// from it by way of another challenge.
func reach(root string, tied map[string][]string, kind map[string]argument.Kind) []string {
	seen := map[string]bool{root: true}
	var order []string
	for next := []string{root}; len(next) > 0; next = next[1:] {
		for _, id := range tied[next[0]] {
			if seen[id] || kind[id] == argument.Challenge || kind[id] == "" {
				continue
			}
			seen[id] = true
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
func chunks(root string, ids []string) []map[string]bool {
	n := max(1, (len(ids)+MaxNodes-2)/(MaxNodes-1))
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
	return parts
}

// only returns the figure with these nodes and the links between them.
func only(f *brief.Figure, ids map[string]bool) *brief.Figure {
	part := *f
	part.Nodes, part.Edges = nil, nil
	part.Alt = language.Text{} // it tells of the whole
	for _, n := range f.Nodes {
		if ids[n.ID] {
			part.Nodes = append(part.Nodes, n)
		}
	}
	for _, e := range f.Edges {
		if ids[e.From] && ids[e.To] {
			part.Edges = append(part.Edges, e)
		}
	}
	return &part
}
