package widgets

import (
	"image/color"

	"celun/app/desktop/icon"
	"celun/app/desktop/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
)

// A Check is a box with a word that is on or off. It stands flush with what is
// above it, and its box can be seen when it is empty.
type Check struct {
	press
	Checked bool
	// OnChanged tells of a change by the user; it may be nil.
	OnChanged func(bool)

	box  *canvas.Rectangle
	tick *canvas.Image
	word *Prose
}

// NewCheck returns a check.
func NewCheck(word string, on bool, changed func(bool)) *Check {
	const side, gap = 16, 8
	c := &Check{Checked: on, OnChanged: changed, box: canvas.NewRectangle(color.Transparent), tick: icon.New(icon.Tick, side-2), word: NewProse(word)}
	c.box.CornerRadius, c.box.StrokeWidth = 4, 1.2
	c.OnTapped = func() {
		c.Checked = !c.Checked
		c.Refresh()
		if c.OnChanged != nil {
			c.OnChanged(c.Checked)
		}
	}
	line := c.word.MinSize().Height
	body := NewArranged(side+gap+fyne.Min(c.word.Natural()+2, 400), func(width, _ float32, place Place) float32 {
		h := fyne.Max(side, HeightFor(c.word, width-side-gap))
		top := (line - side) / 2 // of several lines the first
		place(c.box, 0, fyne.Max(0, top), side, side)
		place(c.tick, 1, fyne.Max(0, top)+1, side-2, side-2)
		place(c.word, side+gap, 0, width-side-gap, h)
		return h
	}, c.box, c.tick, c.word)
	c.setUp(c, body, 5, 0, 6)
	c.paint = func() {
		edge := colorOf(fynetheme.ColorNameInputBorder)
		c.box.FillColor = colorOf(theme.Pane)
		if c.hovered {
			c.box.FillColor = colorOf(theme.Soft)
		}
		if c.Checked {
			edge = colorOf(fynetheme.ColorNamePrimary)
			c.box.FillColor = edge
			icon.Tint(c.tick, icon.Tick, fynetheme.ColorNameForegroundOnPrimary)
		}
		c.tick.Hidden = !c.Checked
		c.box.StrokeColor, c.box.StrokeWidth = edge, 1.2
		if c.focused {
			c.box.StrokeColor, c.box.StrokeWidth = colorOf(fynetheme.ColorNamePrimary), 2
		}
		c.box.Refresh()
		c.tick.Refresh()
	}
	return c
}

// TypedKey is for Fyne: in a dialog Enter answers that.
func (c *Check) TypedKey(k *fyne.KeyEvent) {
	if !answers(c.ground, k) {
		c.press.TypedKey(k)
	}
}

// NewNamed returns a name of the second rank with what belongs to it beside
// it, names wide; the name stands at the height of the first line of a field
// or button.
func NewNamed(name string, names float32, o fyne.CanvasObject) *Arranged {
	label := NewProse(name)
	label.Color, label.MaxLines = theme.Muted, 1
	return NewArranged(names+120, func(width, _ float32, place Place) float32 {
		h := HeightFor(o, width-names)
		line := label.MinSize().Height
		place(label, 0, fyne.Max(0, fyne.Min(7, (h-line)/2)), names-8, line)
		place(o, names, 0, width-names, h)
		return h
	}, label, o)
}
