package library

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"celun/app/argument"
)

// In returns an argument of one pack. Unlike [Library.Get] it also finds one
// whose id another pack took first.
func (l *Library) In(pack, id string) (*Entry, bool) {
	if e := l.byID[id]; e != nil && e.Pack.ID == pack {
		return e, true
	}
	for _, p := range l.packs {
		if p.ID == pack {
			if a, ok := p.Argument(id); ok {
				return &Entry{p, a}, true
			}
		}
	}
	return nil, false
}

// With returns a library in which p takes the place of the pack with its id,
// or stands last if there is none: what the library would be with p in it.
func (l *Library) With(p *argument.Pack) *Library {
	packs := slices.Clone(l.packs)
	if i := slices.IndexFunc(packs, func(q *argument.Pack) bool { return q.ID == p.ID }); i >= 0 {
		packs[i] = p
	} else {
		packs = append(packs, p)
	}
	return New(packs...)
}

// A Dangling link leads to an argument that the library does not have.
type Dangling struct {
	From    *Entry
	Link    argument.Link
	Deleted *argument.Argument // the target, if it is in a bin and can be brought back
}

// Dangling returns the links that lead nowhere, in pack order.
func (l *Library) Dangling() []Dangling {
	bin := map[string]*argument.Argument{}
	for _, p := range l.packs {
		for i := range p.Bin {
			bin[p.Bin[i].ID] = &p.Bin[i]
		}
	}
	var all []Dangling
	for _, e := range l.entries {
		for _, k := range e.Links {
			if l.byID[k.To] == nil {
				all = append(all, Dangling{e, k, bin[k.To]})
			}
		}
	}
	return all
}

// letters are what the ids of each kind begin with.
var letters = map[argument.Kind]string{
	argument.Concept: "K", argument.Role: "R", argument.Trait: "T", argument.Challenge: "C", argument.Stage: "S",
	argument.Feature: "F", argument.Countermeasure: "M", argument.EvidenceKind: "E", argument.Conclusion: "Q",
	argument.Thesis: "P", argument.Option: "O", argument.Recommendation: "A",
}

// NewID returns an id for a new argument of kind k, such as C5 after C4, that
// no argument of the library has or had, its bins included.
func (l *Library) NewID(k argument.Kind) string {
	letter := letters[k]
	if letter == "" {
		letter = "X"
	}
	last := 0
	see := func(id string) {
		rest, ok := strings.CutPrefix(id, letter)
		number, _, _ := strings.Cut(rest, ".")
		if n, err := strconv.Atoi(number); ok && err == nil {
			last = max(last, n)
		}
	}
	for _, p := range l.packs {
		for i := range p.Arguments {
			see(p.Arguments[i].ID)
		}
		for i := range p.Bin {
			see(p.Bin[i].ID)
		}
	}
	if k == argument.EvidenceKind {
		return fmt.Sprintf("%s%02d", letter, last+1)
	}
	return letter + strconv.Itoa(last+1)
}
