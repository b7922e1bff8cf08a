package library

import (
	"slices"

	core "celun/app/library"

	"fyne.io/fyne/v2"
)

// SearchFor puts the caret into the search, with what was looked for selected,
// so that the next thing can be typed over it.
func (p *Pane) SearchFor() {
	if c := p.canvas(); c != nil {
		c.Focus(p.search)
		p.search.SelectAll()
	}
}

// toCards goes from the search to the chosen card, or to the first.
func (p *Pane) toCards() {
	i := max(0, p.indexOf(p.chosen))
	if i < len(p.entries) {
		p.goTo(p.entries[i].ID)
	}
}

// travel goes on from the card of an argument as a key says: the arrows to the
// next card and the one before, from the first one to the search.
func (p *Pane) travel(id string, k fyne.KeyName) {
	i, last := p.indexOf(id), len(p.entries)-1
	to := i
	switch k {
	case fyne.KeyDown:
		to = min(i+1, last)
	case fyne.KeyUp:
		to = i - 1
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = last
	case fyne.KeyPageDown, fyne.KeyPageUp:
		const page = 5
		to = min(i+page, last)
		if k == fyne.KeyPageUp {
			to = max(0, i-page)
		}
	}
	switch {
	case to < 0:
		p.SearchFor()
	case to != i:
		p.goTo(p.entries[to].ID)
	}
}

// goTo chooses a card and gives it the focus.
func (p *Pane) goTo(id string) {
	p.choose(id)
	p.column.FocusRow(p.canvas(), p.key(id))
}

func (p *Pane) indexOf(id string) int {
	return slices.IndexFunc(p.entries, func(e *core.Entry) bool { return e.ID == id })
}

// canvas is what the pane is shown on: of the column, not a card, because a
// card built this moment is on no canvas yet.
func (p *Pane) canvas() fyne.Canvas {
	return fyne.CurrentApp().Driver().CanvasForObject(p.column)
}
