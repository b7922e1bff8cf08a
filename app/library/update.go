package library

import (
	"slices"

	"celun/app/argument"
)

// An Update is an argument of a built-in pack that is newer than what the
// analyst's changed pack has of it. Mine is nil for one that is new.
type Update struct {
	Pack         string
	Mine, Theirs *argument.Argument
}

// IsQuestion reports an update of words that the analyst changed, which is for
// the analyst to choose; others can be taken as they are.
func (u Update) IsQuestion() bool { return u.Mine != nil && u.Mine.From != nil }

// Updates returns what the built-in packs bring that the changed ones on the
// shelf do not have; [Shelf.Update] takes it.
func (s *Shelf) Updates() []Update {
	s.mu.Lock()
	defer s.mu.Unlock()
	var all []Update
	for _, b := range s.builtIn {
		f := s.file(b.ID)
		if f == nil {
			continue
		}
		for i := range b.Arguments {
			theirs := &b.Arguments[i]
			mine, ok := f.pack.Argument(theirs.ID)
			switch {
			case !ok && index(f.pack.Bin, theirs.ID) < 0:
				all = append(all, Update{b.ID, nil, theirs})
			case ok && !same(mine, theirs) && theirs.Version > base(mine, b.ID):
				all = append(all, Update{b.ID, mine, theirs})
			}
		}
	}
	return all
}

// base returns the version of the built-in argument that a was made from.
func base(a *argument.Argument, pack string) int {
	if a.From != nil && a.From.Pack == pack && a.From.ID == a.ID {
		return a.From.Version
	}
	return a.Version
}

// Update brings a changed pack up to the built-in one. Every update that is a
// question needs a choice, under the id of its argument; the others are taken.
// What was kept is not asked again until a still newer text comes.
func (s *Shelf) Update(pack string, choices map[string]Choice) error {
	updates := s.Updates()
	s.mu.Lock()
	defer s.mu.Unlock()
	p, err := s.fresh(pack)
	if err != nil {
		return err
	}
	next := successor(p)
	for _, u := range updates {
		if u.Pack != pack {
			continue
		}
		i := index(next.Arguments, u.Theirs.ID)
		if i < 0 {
			next.Arguments = append(next.Arguments, *u.Theirs)
			continue
		}
		choice := TakeTheirs
		if u.IsQuestion() {
			choice = choices[u.Theirs.ID]
		}
		mine, theirs := next.Arguments[i], *u.Theirs
		from := &argument.Reference{Pack: pack, ID: theirs.ID, Version: theirs.Version}
		switch choice {
		case TakeTheirs:
			theirs.Version = newer(mine.Version, theirs.Version)
			next.Arguments[i] = theirs
		case KeepMine:
			next.Arguments[i].From = from
		case KeepBoth:
			next.Arguments[i].From = from
			theirs.ID = s.freeID(theirs.ID, next, next)
			theirs.From = from
			next.Arguments = append(next.Arguments, theirs)
		default:
			return refused(theirs.ID, "没有说明保留哪一条", "it is not said which of the two to keep", "请逐条选择", "Choose for each")
		}
	}
	b := s.builtIn[slices.IndexFunc(s.builtIn, func(b *argument.Pack) bool { return b.ID == pack })]
	for _, t := range b.Terms {
		if !slices.ContainsFunc(next.Terms, func(n argument.Term) bool { return n.ID == t.ID }) {
			next.Terms = append(slices.Clip(next.Terms), t)
		}
	}
	next.Tags = withTags(next.Tags, b.Tags)
	return s.put(next, false)
}

// withTags adds the names of tags that have none.
func withTags(tags, others []argument.Tag) []argument.Tag {
	for _, t := range others {
		if !slices.ContainsFunc(tags, func(n argument.Tag) bool { return n.ID == t.ID }) {
			tags = append(slices.Clip(tags), t)
		}
	}
	return tags
}
