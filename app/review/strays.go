package review

import (
	"slices"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"
)

// A Stray is a countermeasure that stands under a challenge that it does not
// answer.
type Stray struct {
	Block    string
	Argument string // the countermeasure
	Under    string // the challenge printed over it
}

// Strays returns the countermeasures of a brief that stand under a challenge
// that they do not answer, in the order of the document.
func Strays(b *brief.Brief, lib *library.Library) []Stray {
	var all []Stray
	for i := range b.Sections {
		over := "" // the challenge printed last
		for j := range b.Sections[i].Blocks {
			k := &b.Sections[i].Blocks[j]
			e := printed(k, lib)
			switch {
			case k.From == nil && k.Kind == brief.Heading:
				over = ""
			case e == nil:
			case e.Kind == argument.Challenge:
				over = e.ID
			case isMeasure(k, e) && over != "" && !answersOf(lib, k, e, over):
				all = append(all, Stray{k.ID, e.ID, over})
			}
		}
	}
	return all
}

// printed returns the argument that a block is taken from, or nil.
func printed(k *brief.Block, lib *library.Library) *library.Entry {
	if k.From == nil {
		return nil
	}
	e, _ := lib.Get(k.From.Argument)
	return e
}

// isMeasure reports whether a block states a countermeasure.
func isMeasure(k *brief.Block, e *library.Entry) bool {
	return e != nil && e.Kind == argument.Countermeasure && (k.Kind == brief.Argument || k.Kind == brief.Heading)
}

// answersOf reports whether a block answers a challenge, as it says itself or
// else as the library says of its argument.
func answersOf(lib *library.Library, k *brief.Block, e *library.Entry, challenge string) bool {
	if len(k.Answers) > 0 {
		return slices.Contains(k.Answers, challenge)
	}
	return Answers(lib, e.ID, challenge)
}

// Answers reports whether the library says that a countermeasure answers a
// challenge, itself or in one of its parts.
func Answers(lib *library.Library, countermeasure, challenge string) bool {
	return slices.ContainsFunc(lib.Answered(countermeasure), func(k library.Link) bool { return k.ID == challenge }) ||
		slices.ContainsFunc(lib.Parts(countermeasure), func(part *library.Entry) bool { return Answers(lib, part.ID, challenge) })
}

// MoveUnder returns the edit that moves the block of a countermeasure to where
// the others stand that answer a challenge, and has it answer that one. It is
// nil if the brief prints the challenge nowhere, or the block stands there.
func MoveUnder(b *brief.Brief, lib *library.Library, block, challenge string) brief.Edit {
	k, from, at := b.Block(block)
	if k == nil {
		return nil
	}
	to, index, ok := endOf(b, lib, block, challenge)
	if !ok || to == from && (index == at || index == at+1) {
		return nil
	}
	if to == from && index > at {
		index-- // the block itself goes
	}
	move := brief.MoveBlock{ID: block, Section: b.Sections[to].ID, Index: index}
	if len(k.Answers) == 0 || slices.Contains(k.Answers, challenge) {
		return move
	}
	answering := k.Clone()
	answering.Answers = append(answering.Answers, challenge)
	return brief.Batch{Edits: []brief.Edit{move, brief.ReplaceBlock{Block: answering}}}
}

// endOf returns the place after the last countermeasure under a challenge, or
// after all that is under it if there is none. Where a challenge is printed
// with countermeasures counts before where it is only told of.
func endOf(b *brief.Brief, lib *library.Library, but, challenge string) (section, index int, ok bool) {
	measured := false
	for i := range b.Sections {
		under, has, end := false, false, 0
		take := func() {
			if under && (!ok || has && !measured) {
				section, index, ok, measured = i, end, true, has
			}
		}
		for j := range b.Sections[i].Blocks {
			k := &b.Sections[i].Blocks[j]
			e := printed(k, lib)
			switch {
			case e != nil && e.Kind == argument.Challenge:
				take()
				under, has, end = e.ID == challenge, false, j+1
			case k.Kind == brief.Heading && !isMeasure(k, e):
				take()
				under = false
			case under && isMeasure(k, e) && k.ID != but:
				has, end = true, j+1
			case under && !has:
				end = j + 1
			}
		}
		take()
	}
	return section, index, ok
}

// misplaced is check A9: a countermeasure stands under a challenge that it
// does not answer.
func (r *run) misplaced() {
	for _, s := range Strays(r.brief, r.library) {
		e, _ := r.library.Get(s.Argument)
		over, _ := r.library.Get(s.Under)
		f := r.add("A9", Warning, brief.Address{Block: s.Block},
			"对策“"+e.Title.ZH+"”排在挑战“"+over.Title.ZH+"”之下，却不是应对它的，请移到它应对的挑战之下",
			"The countermeasure ‘"+e.Title.EN+"’ stands under the challenge ‘"+over.Title.EN+"’, which it does not answer; move it to the one it answers").of(e.ID, over.ID)
		r.moves(f, s, e)
	}
}

// moves has a stray moved to the first challenge that it answers and that the
// brief prints.
func (r *run) moves(f *Finding, s Stray, e *library.Entry) {
	k, _, _ := r.brief.Block(s.Block)
	to := slices.Clone(k.Answers)
	if len(to) == 0 {
		for _, l := range r.library.Answered(e.ID) {
			to = append(to, l.ID)
		}
	}
	for _, id := range to {
		challenge, ok := r.library.Get(id)
		if !ok {
			continue
		}
		if edit := MoveUnder(r.brief, r.library, s.Block, id); edit != nil {
			f.Edit = edit
			f.Mend = language.Text{ZH: "移到“" + challenge.Title.ZH + "”之下", EN: "Move it under ‘" + challenge.Title.EN + "’"}
			return
		}
	}
}
