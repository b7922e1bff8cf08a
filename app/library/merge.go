package library

import (
	"fmt"
	"reflect"
	"slices"

	"celun/app/argument"
)

// Import takes a pack onto the shelf. Every clash needs a choice, under its
// [Clash.Key]; without one nothing is done and the error lists the clashes, as
// [Incoming.Err] does. A pack that the shelf has already changes nothing.
//
// What the shelf has and the incoming pack lacks stays: taking a pack never
// deletes.
func (s *Shelf) Import(in *Incoming, choices map[string]Choice) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	// The shelf, and what is on the disk, may have changed since.
	if s.file(in.Pack.ID) != nil {
		if _, err := s.fresh(in.Pack.ID); err != nil {
			return err
		}
	}
	now := s.compare(in.Name, in.Pack)
	if now.Same() {
		return nil
	}
	open := &Incoming{Pack: in.Pack, Name: in.Name}
	for _, c := range now.Clashes {
		choice := choices[c.Key()]
		known := choice == KeepMine || choice == TakeTheirs || choice == KeepBoth && c.Theirs != nil
		if !known {
			open.Clashes = append(open.Clashes, c)
		}
	}
	if err := open.Err(); err != nil {
		return err
	}
	m := s.merge(now, choices)
	if m.result == nil && len(m.elsewhere) == 0 {
		return nil
	}
	// Another pack is changed first: if the second step fails, the import can
	// be made once more and asks for what is left.
	for _, a := range m.elsewhere {
		if _, err := s.do(a.pack, EditArgument{a.argument}); err != nil {
			return err
		}
	}
	if m.result == nil {
		return nil
	}
	return s.put(m.result, !slices.ContainsFunc(s.builtIn, func(p *argument.Pack) bool { return p.ID == m.result.ID }))
}

// A merging is the outcome of an import.
type merging struct {
	result    *argument.Pack // nil: nothing is left to take
	elsewhere []replacement
}

// A replacement is an argument that changes in another pack.
type replacement struct {
	pack     string
	argument argument.Argument
}

func (s *Shelf) merge(in *Incoming, choices map[string]Choice) merging {
	var m merging
	next := s.start(in)
	clash := map[string]Clash{}
	for _, c := range in.Clashes {
		clash[c.Key()] = c
	}
	renamed := map[string]string{} // ids of theirs that get new ones
	var added []int                // their places in next
	place := map[string]int{}
	for i := range next.Arguments {
		place[next.Arguments[i].ID] = i
	}
	isNew := map[string]bool{}
	for _, id := range in.New {
		isNew[id] = true
	}
	for _, a := range in.Pack.Arguments {
		here, found := place[a.ID]
		for _, kind := range []ClashKind{Differs, Deleted, Elsewhere} {
			c, ok := clash[string(kind)+" "+a.ID]
			if !ok {
				continue
			}
			switch choices[c.Key()] {
			case KeepBoth:
				id := s.freeID(a.ID, next, in.Pack)
				renamed[a.ID] = id
				a.From = &argument.Reference{Pack: next.ID, ID: a.ID, Version: a.Version}
				a.ID = id
				added, next.Arguments = append(added, len(next.Arguments)), append(next.Arguments, a)
			case TakeTheirs:
				a.Version = newer(c.Mine.Version, a.Version)
				switch kind {
				case Differs:
					next.Arguments[here] = a
				case Deleted:
					next.Bin = slices.DeleteFunc(slices.Clone(next.Bin), func(b argument.Argument) bool { return b.ID == a.ID })
					next.Arguments = append(next.Arguments, a)
				case Elsewhere:
					a.Version = c.Mine.Version
					a.From = c.Mine.From
					m.elsewhere = append(m.elsewhere, replacement{c.Pack, a})
				}
			}
		}
		switch {
		case isNew[a.ID]:
			added, next.Arguments = append(added, len(next.Arguments)), append(next.Arguments, a)
		case found && same(&next.Arguments[here], &a):
			next.Arguments[here].Version = max(next.Arguments[here].Version, a.Version)
		}
	}
	for _, i := range added {
		relink(&next.Arguments[i], renamed)
	}
	if len(next.Bin) == 0 {
		next.Bin = nil
	}
	mergeTerms(next, in, clash, choices)
	next.Tags = withTags(next.Tags, in.Pack.Tags)
	if choices[string(Source)+" "+in.Pack.Source.ID] == TakeTheirs {
		next.Title, next.Source = in.Pack.Title, in.Pack.Source
	}
	if len(next.Arguments) == 0 {
		return m // all clashed and none is added
	}
	if mine := s.pack(next.ID); mine != nil {
		next.Version = mine.Version
		if reflect.DeepEqual(mine, next) {
			return m
		}
		next.Version = max(mine.Version+1, in.Pack.Version)
	}
	m.result = next
	return m
}

// start returns what theirs is merged into: a copy of the pack on the shelf, or
// an empty one.
func (s *Shelf) start(in *Incoming) *argument.Pack {
	mine := s.pack(in.Pack.ID)
	if mine == nil {
		next := *in.Pack
		next.Arguments, next.Terms, next.Bin = nil, []argument.Term{}, nil
		return &next
	}
	next := *mine
	next.Arguments, next.Terms = slices.Clone(mine.Arguments), slices.Clone(mine.Terms)
	return &next
}

func mergeTerms(next *argument.Pack, in *Incoming, clash map[string]Clash, choices map[string]Choice) {
	for _, t := range in.Pack.Terms {
		i := slices.IndexFunc(next.Terms, func(n argument.Term) bool { return n.ID == t.ID })
		c, clashes := clash[string(TermClash)+" "+t.ID]
		switch {
		case i < 0:
			next.Terms = append(next.Terms, t)
		case clashes && choices[c.Key()] == TakeTheirs:
			next.Terms[i] = t
		}
	}
}

// newer returns the version of words that take the place of others: theirs,
// unless mine had a text of that version.
func newer(mine, theirs int) int {
	if theirs > mine {
		return theirs
	}
	return mine + 1
}

// relink leads the links of an argument to the new ids.
func relink(a *argument.Argument, renamed map[string]string) {
	if len(renamed) == 0 || a.Links == nil {
		return
	}
	a.Links = slices.Clone(a.Links)
	for i := range a.Links {
		if id := renamed[a.Links[i].To]; id != "" {
			a.Links[i].To = id
		}
	}
}

// freeID returns an id like the given one that nothing has: C1-2 for C1.
func (s *Shelf) freeID(id string, next, theirs *argument.Pack) string {
	used := func(id string) bool {
		packs := []*argument.Pack{next, theirs}
		for _, h := range s.holdings() {
			packs = append(packs, h.Pack)
		}
		return slices.ContainsFunc(packs, func(p *argument.Pack) bool { return index(p.Arguments, id) >= 0 || index(p.Bin, id) >= 0 })
	}
	const longest = 34 // of the 40 characters that an id may have
	for n := 2; ; n++ {
		if free := fmt.Sprintf("%s-%d", id[:min(len(id), longest)], n); !used(free) {
			return free
		}
	}
}
