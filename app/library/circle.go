package library

import "celun/app/argument"

// circles returns the arguments that support each other in a circle, each
// circle by the first of its arguments in the order of the library.
//
// They are the strongly connected components of the support links, found as
// Tarjan did (Depth-first search and linear graph algorithms, 1972), with a
// stack of its own so that no chain of support is too long for it.
func (l *Library) circles() map[string][]string {
	t := &walk{library: l, number: map[string]int{}, low: map[string]int{}, open: map[string]bool{}, found: map[string]map[string]bool{}}
	for _, e := range l.entries {
		if t.number[e.ID] == 0 {
			t.from(e.ID)
		}
	}
	all := map[string][]string{}
	first := map[string]string{} // by any member
	for _, e := range l.entries {
		members := t.found[e.ID]
		if members == nil {
			continue
		}
		head := first[e.ID]
		if head == "" {
			head = e.ID
			for id := range members {
				first[id] = head
			}
		}
		all[head] = append(all[head], e.ID)
	}
	return all
}

// Circles returns the arguments that support each other in a circle, circle by
// circle in the order of the library.
func (l *Library) Circles() [][]string {
	all := l.circles()
	var circles [][]string
	for _, e := range l.entries {
		if c := all[e.ID]; c != nil {
			circles = append(circles, c)
		}
	}
	return circles
}

// A walk goes along the support links.
type walk struct {
	library *Library
	number  map[string]int // order of first visit, from 1
	low     map[string]int // the earliest number that can be reached
	open    map[string]bool
	stack   []string
	found   map[string]map[string]bool // by member: the circle it stands in
}

// A step is an argument on the way with the links that are still to follow.
type step struct {
	id    string
	links []argument.Link
}

func (t *walk) visit(id string) step {
	n := len(t.number) + 1
	t.number[id], t.low[id], t.open[id] = n, n, true
	t.stack = append(t.stack, id)
	return step{id, t.library.byID[id].Links}
}

func (t *walk) from(id string) {
	way := []step{t.visit(id)}
	for len(way) > 0 {
		at := &way[len(way)-1]
		if len(at.links) == 0 {
			t.close(at.id)
			way = way[:len(way)-1]
			if len(way) > 0 {
				before := way[len(way)-1].id
				t.low[before] = min(t.low[before], t.low[at.id])
			}
			continue
		}
		next := at.links[0]
		at.links = at.links[1:]
		switch {
		case next.Kind != argument.Supports || t.library.byID[next.To] == nil:
		case t.number[next.To] == 0:
			way = append(way, t.visit(next.To))
		case t.open[next.To]:
			t.low[at.id] = min(t.low[at.id], t.number[next.To])
		}
	}
}

// close takes a component off the stack when its first member is done.
func (t *walk) close(id string) {
	if t.low[id] != t.number[id] {
		return
	}
	members := map[string]bool{}
	for {
		last := t.stack[len(t.stack)-1]
		t.stack = t.stack[:len(t.stack)-1]
		t.open[last] = false
		members[last] = true
		if last == id {
			break
		}
	}
	if len(members) > 1 {
		for m := range members {
			t.found[m] = members
		}
	}
}
