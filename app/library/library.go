// Package library holds the packs at hand and tells how their arguments hang
// together: an argument by its id, what answers a challenge, what supports a
// claim, the parts of a countermeasure. Searching is for package find.
//
//	lib := library.New(pack)
//	for _, a := range lib.Answers("C1") {
//		fmt.Println(a.Argument.Title.EN, "because", a.Link.Reason.EN)
//	}
//
// A library is made once and not changed afterwards, so any number of
// goroutines may read it. What changes is a [Shelf]: it keeps the packs in a
// folder, makes edits in them, takes in those of others, and publishes a new
// library each time. [Library.Check] tells what is wrong with the packs.
package library

import (
	"cmp"
	"slices"

	"celun/app/argument"
	"celun/app/language"
)

// An Entry is an argument together with the pack it stands in.
type Entry struct {
	Pack *argument.Pack
	*argument.Argument
}

// A Link is an argument at one end of a link, and the link itself.
type Link struct {
	*Entry
	Link argument.Link
}

// A Library is a set of packs that may link to each other.
type Library struct {
	packs   []*argument.Pack
	entries []*Entry
	byID    map[string]*Entry
	to      map[string][]Link // by target: who links there, in pack order
}

// New returns a library of the packs. Of two arguments with one id the first
// is kept.
func New(packs ...*argument.Pack) *Library {
	l := &Library{packs: packs, byID: map[string]*Entry{}, to: map[string][]Link{}}
	for _, p := range packs {
		for i := range p.Arguments {
			e := &Entry{Pack: p, Argument: &p.Arguments[i]}
			if l.byID[e.ID] != nil {
				continue
			}
			l.byID[e.ID] = e
			l.entries = append(l.entries, e)
			for _, k := range e.Links {
				l.to[k.To] = append(l.to[k.To], Link{e, k})
			}
		}
	}
	return l
}

// Packs returns the packs in the order given to [New].
func (l *Library) Packs() []*argument.Pack { return slices.Clone(l.packs) }

// All returns every argument in pack order.
func (l *Library) All() []*Entry { return slices.Clone(l.entries) }

// Get returns the argument with the given id.
func (l *Library) Get(id string) (*Entry, bool) {
	e, ok := l.byID[id]
	return e, ok
}

// OfKind returns the arguments of kind k in pack order.
func (l *Library) OfKind(k argument.Kind) []*Entry {
	var of []*Entry
	for _, e := range l.entries {
		if e.Kind == k {
			of = append(of, e)
		}
	}
	return of
}

// Answers returns what answers the challenge, most direct first: by rank,
// unranked last, and in pack order within a rank. A link's entry is the
// countermeasure.
func (l *Library) Answers(challenge string) []Link { return l.Ranked(challenge, argument.Answers) }

// Answered returns what the countermeasure answers itself, in the order of
// its links. A link's entry is the challenge. What its parts answer is not
// in it.
func (l *Library) Answered(countermeasure string) []Link {
	return l.linked(countermeasure, argument.Answers)
}

// Supports returns the evidence and arguments that support the argument, by
// rank and pack order. A link's entry is what supports.
func (l *Library) Supports(id string) []Link { return l.Ranked(id, argument.Supports) }

// Parts returns the parts of an argument in pack order, as M2.1 is of M2.
func (l *Library) Parts(id string) []*Entry {
	var parts []*Entry
	for _, k := range l.linking(id, argument.PartOf) {
		parts = append(parts, k.Entry)
	}
	return parts
}

// Whole returns the argument that the given one is a part of.
func (l *Library) Whole(id string) (*Entry, bool) {
	if of := l.linked(id, argument.PartOf); len(of) > 0 {
		return of[0].Entry, true
	}
	return nil, false
}

// Linking returns the arguments that link to id with the given kind, in pack
// order.
func (l *Library) Linking(id string, k argument.LinkKind) []Link { return l.linking(id, k) }

// Ranked returns the arguments that link to id with the given kind by rank,
// unranked last, and in pack order within a rank.
func (l *Library) Ranked(id string, k argument.LinkKind) []Link { return ranked(l.linking(id, k)) }

// Linked returns what the argument id links to with the given kind, in the
// order of its links.
func (l *Library) Linked(id string, k argument.LinkKind) []Link { return l.linked(id, k) }

// Terms returns the terms of all packs in pack order.
func (l *Library) Terms() []argument.Term {
	var terms []argument.Term
	for _, p := range l.packs {
		terms = append(terms, p.Terms...)
	}
	return terms
}

// UserTerms returns the Chinese renderings of all packs that are not to be
// avoided, each once: the user dictionary of word cutting.
func (l *Library) UserTerms() []string {
	var terms []string
	for _, p := range l.packs {
		terms = append(terms, p.UserTerms()...)
	}
	slices.Sort(terms)
	return slices.Compact(terms)
}

// TagName returns what a tag is called: by the first pack that names it, else as
// it is.
func (l *Library) TagName(tag string) language.Text {
	for _, p := range l.packs {
		for _, t := range p.Tags {
			if t.ID == tag {
				return t.Name()
			}
		}
	}
	return language.Text{ZH: tag, EN: tag}
}

// TagCalled returns the tag that is called so in a language, else the name
// itself: what a user typed becomes the tag that is meant.
func (l *Library) TagCalled(name string, in language.Language) string {
	for _, p := range l.packs {
		for _, t := range p.Tags {
			if fold(t.Name().In(in)) == fold(name) {
				return t.ID
			}
		}
	}
	return name
}

// Source returns the source of the pack with the given id.
func (l *Library) Source(pack string) (argument.Source, bool) {
	for _, p := range l.packs {
		if p.ID == pack {
			return p.Source, true
		}
	}
	return argument.Source{}, false
}

func (l *Library) linking(id string, k argument.LinkKind) []Link {
	var links []Link
	for _, link := range l.to[id] {
		if link.Link.Kind == k {
			links = append(links, link)
		}
	}
	return links
}

func (l *Library) linked(id string, k argument.LinkKind) []Link {
	var links []Link
	if e := l.byID[id]; e != nil {
		for _, link := range e.Links {
			if to := l.byID[link.To]; to != nil && link.Kind == k {
				links = append(links, Link{to, link})
			}
		}
	}
	return links
}

// ranked sorts by rank, with 0 (unranked) last, and else keeps the order.
func ranked(links []Link) []Link {
	slices.SortStableFunc(links, func(a, b Link) int {
		if (a.Link.Rank == 0) != (b.Link.Rank == 0) {
			return cmp.Compare(b.Link.Rank, a.Link.Rank)
		}
		return cmp.Compare(a.Link.Rank, b.Link.Rank)
	})
	return links
}
