package desktop

import (
	"celun/app/brief"
	argumentmap "celun/app/desktop/map"
	"celun/app/library"
)

// newMap makes the pane of the argument map, with what was chosen in it before.
func (d *Desk) newMap() {
	choice := argumentmap.Choice{}
	if d.argMap != nil {
		choice = d.argMap.Choice()
	}
	d.argMap = argumentmap.New(argumentmap.Params{
		Language: d.lang, Post: d.post,
		OnOpen: d.goToArgument, OnDetails: d.openEntry, OnLink: d.linkTo,
		OnHint: func(text string) { d.status.Hint(text) },
	}, choice)
}

// showMap shows the arguments of the brief and the library on the map.
func (d *Desk) showMap() {
	if d.doc == nil || d.argMap == nil {
		return
	}
	b := d.doc.history.Brief()
	d.argMap.Update(argumentmap.Input{Library: d.lib, Used: usedIn(b), Raised: raisedIn(b)})
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
