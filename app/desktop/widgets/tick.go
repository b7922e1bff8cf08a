package widgets

import (
	"image/color"

	"celun/app/desktop/icon"
	"celun/app/desktop/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
)

// NewTick returns a small tick with a word in the accent: done, used.
func NewTick(word string) fyne.CanvasObject {
	tick := icon.New(icon.Tick, 13)
	icon.Tint(tick, icon.Tick, fynetheme.ColorNamePrimary)
	text := canvas.NewText(word, colorOf(fynetheme.ColorNamePrimary))
	text.TextSize = 11.5
	return NewLine(3, -1, tick, text)
}

// NewTag returns a small word that can be pressed, such as the state of a
// text.
func NewTag(word string, ink fyne.ThemeColorName, tapped func()) *Tag {
	t := &Tag{text: canvas.NewText(word, colorOf(ink)), ink: ink}
	t.OnTapped = tapped
	t.dress(t.text)
	return t
}

// dress gives the tag what it shows, and its looks.
func (t *Tag) dress(shown fyne.CanvasObject) {
	t.text.TextSize = 11
	t.setUp(t, shown, 4, 5, 1)
	t.paint = func() {
		t.text.Color = colorOf(t.ink)
		if t.arrow != nil {
			icon.Tint(t.arrow, icon.Fold, t.ink)
		}
		t.ground.FillColor = color.Transparent
		if t.hovered || t.focused {
			t.ground.FillColor = colorOf(theme.Soft)
		}
		t.text.Refresh()
	}
}

// A Tag is made by [NewTag].
//
// Tab passes it by: what it does is in the menus too.
type Tag struct {
	tap
	text  *canvas.Text
	arrow *canvas.Image
	ink   fyne.ThemeColorName
}

// Set shows another word in a colour.
func (t *Tag) Set(word string, ink fyne.ThemeColorName) {
	if t.text.Text == word && t.ink == ink {
		return
	}
	t.text.Text, t.ink = word, ink
	t.Refresh()
}

// NewMenuTag returns a tag that opens a menu under itself.
func NewMenuTag(word string, ink fyne.ThemeColorName, menu func() *fyne.Menu) *Tag {
	t := NewTag(word, ink, nil)
	t.OnTapped = func() { popUp(menu(), t) }
	return t
}

// NewDropTag returns a tag that opens a menu under itself, and shows by an
// arrow that it does.
func NewDropTag(word string, ink fyne.ThemeColorName, menu func() *fyne.Menu) *Tag {
	t := &Tag{text: canvas.NewText(word, colorOf(ink)), ink: ink, arrow: icon.New(icon.Fold, 12)}
	t.OnTapped = func() { popUp(menu(), t) }
	t.dress(NewLine(2, -1, t.text, t.arrow))
	return t
}
