package widgets

import (
	"celun/app/desktop/icon"
	"celun/app/desktop/theme"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// A Drop is a field that shows which of some words is chosen, and lists them
// all under itself when it is pressed. Fyne's own one keeps Escape and Enter
// to itself, so that a dialog can neither be left nor answered from it, and
// takes two equal words for one.
type Drop struct {
	press
	// OnChanged tells the place of the word that a user chose.
	OnChanged func(int)

	words []string
	at    int // -1: none
	word  *Prose
}

// NewDrop returns a field with the word at an index chosen; -1 is none.
func NewDrop(words []string, at int, changed func(int)) *Drop {
	d := &Drop{OnChanged: changed, words: words, at: -1, word: NewProse("")}
	d.word.MaxLines = 1
	const side = 16
	arrow := icon.New(icon.Fold, side)
	pad := fynetheme.Size(fynetheme.SizeNameInnerPadding)
	body := NewArranged(80, func(width, height float32, place Place) float32 {
		h := d.word.MinSize().Height
		place(d.word, 0, 0, fyne.Max(0, width-side-6), h)
		place(arrow, width-side, (h-side)/2, side, side)
		return fyne.Max(height, h)
	}, d.word, arrow)
	d.OnTapped = d.list
	d.setUp(d, body, fynetheme.Size(fynetheme.SizeNameInputRadius), pad, pad)
	d.paint = func() {
		d.ground.FillColor, d.ground.StrokeColor, d.ground.StrokeWidth = colorOf(fynetheme.ColorNameInputBackground), colorOf(fynetheme.ColorNameInputBorder), 1
		if d.hovered {
			d.ground.FillColor = colorOf(theme.Soft)
		}
		if d.focused {
			d.ground.StrokeColor, d.ground.StrokeWidth = colorOf(fynetheme.ColorNamePrimary), 2
		}
		icon.Tint(arrow, icon.Fold, fynetheme.ColorNameForeground)
	}
	d.Set(at)
	return d
}

// Words returns what there is to choose from.
func (d *Drop) Words() []string { return d.words }

// At returns the place of the word that is chosen; -1 is none.
func (d *Drop) At() int { return d.at }

// Set chooses a word without telling OnChanged.
func (d *Drop) Set(at int) {
	if at < 0 || at >= len(d.words) {
		return
	}
	d.at = at
	d.word.SetText(d.words[at])
}

// Choose chooses a word as a user does.
func (d *Drop) Choose(at int) {
	if at == d.at {
		return
	}
	d.Set(at)
	if d.OnChanged != nil {
		d.OnChanged(d.at)
	}
}

// list shows all words; the chosen one is ticked.
func (d *Drop) list() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(d); c != nil {
		c.Focus(d) // so that the keys come back here
	}
	items := make([]*fyne.MenuItem, len(d.words))
	for i, w := range d.words {
		items[i] = fyne.NewMenuItem(w, func() { d.Choose(i) })
		items[i].Checked = i == d.at
	}
	popUp(fyne.NewMenu("", items...), d)
}

// TypedKey is for Fyne: the arrows and Space choose, Enter is for the window.
func (d *Drop) TypedKey(k *fyne.KeyEvent) {
	switch {
	case k.Name == fyne.KeyUp, k.Name == fyne.KeyDown:
		d.list()
	case k.Name == fyne.KeyLeft && d.at > 0:
		d.Choose(d.at - 1)
	case k.Name == fyne.KeyRight && d.at+1 < len(d.words):
		d.Choose(d.at + 1)
	case answers(d.ground, k):
	default:
		d.press.TypedKey(k)
	}
}
