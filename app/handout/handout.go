// Package handout makes of one brief what a trainer takes to class: a handout
// and worksheets for the participants, and for the trainer a guide with the
// key, a map for the wall and a glossary.
//
//	set, err := handout.Make(b, lib, handout.Options{Worksheet: t, Variants: 6, Seed: 20261122})
//	for _, d := range set.Documents { … d.Brief is set as pages with d.Page … }
//	guide := set.Guide(pages)      // which refers to the pages of the handout
//	leaks := handout.Leaks(b, said) // what is said in a participant's PDF and should not be
//
// A brief for trainers and participants marks what is for one of them only
// (see [brief.Block.For]), and keeps what a trainer expects in the answers of
// its questions and exercises. [Participants] takes all of that out, so that
// nothing can be read behind the pages either.
package handout

import (
	"fmt"
	"slices"

	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"
	"celun/app/template"
	"celun/app/typeset"
)

// Options say what a set has.
type Options struct {
	Worksheet *template.Template // what worksheets are made from where the brief is none itself
	Glossary  *template.Template
	Map       *template.Template
	Lesson    *template.Template // what a lesson is derived from a brief that is none with; see [Derive]
	Variants  int                // worksheets, MostVariants at most; 0 is one
	Seed      uint64             // of the draw of cards: the same seed draws the same
	Names     []string           // of the participants, who are shared out among the worksheets
	Single    bool               // all worksheets in one file
	Date      string             // ISO 8601; empty is the brief's
}

// MostVariants is how many worksheets a set has at most: one for a letter.
const MostVariants = 26

// A Document is one file of a set before it is exported.
type Document struct {
	Name     string       // of the file, without its ending
	Audience brief.Reader // whose it is
	Variant  string       // code of a worksheet, as on its page and in the key
	Brief    *brief.Brief
	Page     typeset.Options
}

// A Set is what a trainer takes to class. The guide comes last, for it refers
// to the pages of the others: see [Set.Guide].
type Set struct {
	Documents []Document
	source    *brief.Brief
	library   *library.Library
	variants  []variant
	challenge []*library.Entry
	alike     bool // some worksheets have the same cards, for there are no others
}

// Make makes a set of a brief. What it cannot make is a [language.Problem].
func Make(b *brief.Brief, lib *library.Library, o Options) (*Set, error) {
	if o.Variants < 0 || o.Variants > MostVariants {
		return nil, &language.Problem{
			Where: "handout",
			What:  language.Text{ZH: fmt.Sprintf("工作单不能有 %d 份", o.Variants), EN: fmt.Sprintf("there cannot be %d worksheets", o.Variants)},
			Do:    language.Text{ZH: fmt.Sprintf("请选 1 到 %d 份", MostVariants), EN: fmt.Sprintf("Choose from 1 to %d", MostVariants)},
		}
	}
	if o.Lesson != nil && !IsLesson(b) {
		lesson, err := Derive(b, lib, o.Lesson)
		if err != nil {
			return nil, err
		}
		b = lesson
	}
	s := &Set{source: b, library: lib, challenge: challenges(b, lib)}
	if len(s.challenge) == 0 {
		return nil, noChallenge(b)
	}
	own := slot(b, cardsSlot) != nil
	if !own {
		s.Documents = append(s.Documents, Document{Name: "handout", Audience: brief.Participant, Brief: Participants(b)})
	}
	if err := s.worksheets(o, own); err != nil {
		return nil, err
	}
	if err := s.aids(o); err != nil {
		return nil, err
	}
	return s, nil
}

func noChallenge(b *brief.Brief) error {
	return &language.Problem{
		Where: b.Title.ZH,
		What:  language.Text{ZH: "这份简报没有讨论库里的任何挑战，做不出讲义", EN: "the brief discusses no challenge of the library, so no handout can be made of it"},
		Do:    language.Text{ZH: "请先从论据库加入一项挑战", EN: "Put a challenge from the library into it first"},
	}
}

// IsLesson reports whether a brief has anything for a trainer or for learners:
// questions, exercises, or blocks for one of the two.
func IsLesson(b *brief.Brief) bool {
	return slices.ContainsFunc(b.Sections, func(s brief.Section) bool {
		return slices.ContainsFunc(s.Blocks, func(k brief.Block) bool {
			return k.Kind == brief.Question || k.Kind == brief.Exercise || k.For != ""
		})
	})
}

// Derive makes a lesson of a brief: the template filled for the challenges
// that the brief discusses, under its unit, contacts and logo. Objectives,
// terms and questions come from the challenges, and the countermeasures become
// what the trainer expects.
func Derive(b *brief.Brief, lib *library.Library, t *template.Template) (*brief.Brief, error) {
	s := &Set{source: b, library: lib, challenge: challenges(b, lib)}
	if len(s.challenge) == 0 {
		return nil, noChallenge(b)
	}
	var ids []string
	for _, c := range s.challenge {
		ids = append(ids, c.ID)
	}
	lesson, _, err := template.Fill(t, lib, template.Choice{Challenges: ids, ID: b.ID + "-lesson", Date: b.Meta.Date, Lead: b.Meta.Lead})
	if err != nil {
		return nil, err
	}
	s.dress(lesson)
	return lesson, nil
}

// challenges returns the challenges that a brief discusses.
func challenges(b *brief.Brief, lib *library.Library) []*library.Entry {
	var all []*library.Entry
	add := func(id string) {
		if e, ok := lib.Get(id); ok && e.Kind == "challenge" && !slices.Contains(all, e) {
			all = append(all, e)
		}
	}
	for i := range b.Sections {
		for _, k := range b.Sections[i].Blocks {
			if k.From != nil {
				add(k.From.Argument)
			}
			for _, id := range k.Answers {
				add(id)
			}
			if k.Figure != nil {
				for _, n := range k.Figure.Nodes {
					add(n.ID)
				}
			}
		}
	}
	return all
}

// Participants returns the participants' copy of a brief: without what is for
// the trainer alone, without answers, timing and comments, and without the
// sections that are empty then.
func Participants(b *brief.Brief) *brief.Brief {
	c := b.Clone()
	c.Waivers = nil
	c.Sections = slices.DeleteFunc(c.Sections, func(s brief.Section) bool {
		return len(s.Blocks) > 0 && !slices.ContainsFunc(s.Blocks, func(k brief.Block) bool { return k.For != brief.Trainer })
	})
	for i := range c.Sections {
		s := &c.Sections[i]
		s.Purpose = language.Text{}
		s.Blocks = slices.DeleteFunc(slices.Clone(s.Blocks), func(k brief.Block) bool { return k.For == brief.Trainer })
		for j := range s.Blocks {
			s.Blocks[j].Answer, s.Blocks[j].Minutes, s.Blocks[j].Comments = language.Text{}, 0, nil
		}
	}
	return c
}

// cardsSlot is the section of a worksheet whose cards differ from group to
// group, and taskSlot the one that says what to do.
const (
	cardsSlot = "material"
	taskSlot  = "task"
)

// slot returns the section of a brief that fills a slot, or nil.
func slot(b *brief.Brief, name string) *brief.Section {
	for i := range b.Sections {
		if b.Sections[i].Slot == name {
			return &b.Sections[i]
		}
	}
	return nil
}

// aids makes the map for the wall and the glossary.
func (s *Set) aids(o Options) error {
	var ids []string
	for _, c := range s.challenge {
		ids = append(ids, c.ID)
	}
	for _, a := range []struct {
		from     *template.Template
		document Document
		keep     string // the only slot kept; empty is all
	}{
		{o.Map, Document{Name: "map", Audience: brief.Trainer, Page: typeset.Options{Paper: typeset.A3, Landscape: true}}, "map"},
		{o.Glossary, Document{Name: "glossary", Audience: brief.Participant}, ""},
	} {
		if a.from == nil {
			continue
		}
		b, _, err := template.Fill(a.from, s.library, template.Choice{Challenges: ids, ID: s.source.ID + "-" + a.document.Name, Date: s.source.Meta.Date, Lead: s.source.Meta.Lead})
		if err != nil {
			return err
		}
		s.dress(b)
		if a.document.Page.Paper == typeset.A3 { // a poster fills its sheet
			b.Meta.Page.Measure, b.Meta.Page.Body = "380mm", "13"
		}
		if a.keep != "" {
			b.Sections = slices.DeleteFunc(b.Sections, func(k brief.Section) bool { return k.Slot != a.keep && k.Slot != "sources" })
		}
		a.document.Brief = b
		s.Documents = append(s.Documents, a.document)
	}
	return nil
}

// dress gives a brief of the set the unit, the contacts and the logo of the
// one it is made from.
func (s *Set) dress(b *brief.Brief) {
	m := s.source.Meta
	b.Meta.Unit, b.Meta.Author, b.Meta.Contact, b.Meta.Date, b.Meta.Version = m.Unit, m.Author, m.Contact, m.Date, m.Version
	b.Meta.Disclaimer, b.Meta.Prevailing = m.Disclaimer, m.Prevailing
	if data, ok := s.source.Media(m.Logo); ok {
		if _, err := (brief.SetMedia{Name: m.Logo, Data: data}).Apply(b); err == nil {
			b.Meta.Logo = m.Logo
		}
	}
}
