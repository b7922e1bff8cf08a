package desktop

import (
	"fmt"
	"slices"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/desktop/catalogue"
	argumentmap "celun/app/desktop/map"
	"celun/app/library"
	"celun/app/review"
)

// newMap makes the pane of the argument map, with what was chosen in it before.
func (d *Desk) newMap() {
	choice := argumentmap.Choice{}
	if d.argMap != nil {
		choice = d.argMap.Choice()
	}
	d.argMap = argumentmap.New(argumentmap.Params{
		Language: d.lang, Post: d.post,
		OnOpen: d.goToArgument, OnDetails: d.openEntry, OnLink: d.joinOnMap,
		OnHint: func(text string) { d.status.Hint(text) },
	}, choice)
}

// showMap shows the arguments of the brief and the library on the map.
func (d *Desk) showMap() {
	if d.doc == nil || d.argMap == nil {
		return
	}
	b := d.doc.history.Brief()
	stray := map[string]string{}
	for _, s := range review.Strays(b, d.lib) {
		stray[s.Argument] = s.Under
	}
	d.argMap.Update(argumentmap.Input{Library: d.lib, Used: usedIn(b), Raised: raisedIn(b), Stray: stray})
}

// joinOnMap does what drawing one argument to another on the map means: a
// countermeasure that the brief prints elsewhere is moved under the challenge
// that it answers; otherwise it is asked how the two are linked.
func (d *Desk) joinOnMap(e, to *library.Entry) {
	measure, challenge := e, to
	if e.Kind == argument.Challenge {
		measure, challenge = to, e
	}
	if !d.moveUnder(measure, challenge) {
		d.linkTo(e, to)
	}
}

// moveUnder moves the block of a countermeasure under a challenge that it
// answers, and reports whether there was one to be moved.
func (d *Desk) moveUnder(measure, challenge *library.Entry) bool {
	if d.doc == nil || measure.Kind != argument.Countermeasure || challenge.Kind != argument.Challenge {
		return false
	}
	b := d.doc.history.Brief()
	for _, s := range review.Strays(b, d.lib) {
		if s.Argument != measure.ID {
			continue
		}
		k, _, _ := b.Block(s.Block)
		if !slices.Contains(k.Answers, challenge.ID) && !review.Answers(d.lib, measure.ID, challenge.ID) {
			continue
		}
		edit := review.MoveUnder(b, d.lib, s.Block, challenge.ID)
		if edit == nil {
			continue
		}
		d.doc.history.Seal()
		if d.do(edit) == nil {
			d.doc.history.Seal()
			d.editor.Reveal(brief.Address{Block: s.Block, Language: d.lang}, false)
			d.status.Say(fmt.Sprintf(catalogue.MovedUnder.In(d.lang), challenge.Title.In(d.lang)))
		}
		return true
	}
	return false
}

// raisedIn returns the ids of the challenges that the blocks of a brief answer.
func raisedIn(b *brief.Brief) map[string]bool {
	raised := map[string]bool{}
	for i := range b.Sections {
		for j := range b.Sections[i].Blocks {
			for _, id := range b.Sections[i].Blocks[j].Answers {
				raised[id] = true
			}
		}
	}
	return raised
}

// goToArgument goes to the block that was taken from an argument, if there is
// one, and to its card.
func (d *Desk) goToArgument(e *library.Entry) {
	if d.doc == nil {
		return
	}
	d.pane.Reveal(e.ID)
	b := d.doc.history.Brief()
	for i := range b.Sections {
		for j := range b.Sections[i].Blocks {
			k := &b.Sections[i].Blocks[j]
			if k.From != nil && k.From.Argument == e.ID {
				at := brief.Address{Block: k.ID, Language: d.lang}
				d.editor.Reveal(at, false)
				d.pages.Reveal(at)
				return
			}
		}
	}
}
