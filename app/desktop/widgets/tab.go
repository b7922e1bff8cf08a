package widgets

import (
	"image/color"
	"strconv"

	"celun/app/desktop/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
)

// A Pressable is what a bar holds: it can be switched off, and tells when the
// pointer is over it.
type Pressable interface {
	fyne.CanvasObject
	SetEnabled(bool)
	Hover(func(bool))
}

// Hover has a function told whether the pointer is over it.
func (p *tap) Hover(hovered func(bool)) { p.OnHovered = hovered }

// A TabHead is the name of a tab, with a number beside it when there is
// something to count.
type TabHead struct {
	press
	on          bool
	text, count *canvas.Text
	ink         fyne.ThemeColorName
}

// NewTabHead returns the name of a tab that is not in front.
func NewTabHead(name string, tapped func()) *TabHead {
	h := &TabHead{text: canvas.NewText(name, color.Transparent), count: canvas.NewText("", color.Transparent)}
	h.text.TextSize, h.count.TextSize = fynetheme.Size(fynetheme.SizeNameText), 11.5
	h.count.TextStyle.Bold = true
	h.count.Hide()
	h.OnTapped = tapped
	h.setUp(h, NewLine(5, -1, h.text, h.count), 6, 10, 4)
	h.paint = func() {
		ink := theme.Muted
		h.ground.FillColor, h.ground.StrokeColor, h.ground.StrokeWidth = color.Transparent, color.Transparent, 1
		switch {
		case h.on:
			h.ground.FillColor, ink = colorOf(theme.Chosen), theme.OnChosen
		case h.hovered:
			h.ground.FillColor = colorOf(fynetheme.ColorNameHover)
		}
		if h.focused {
			h.ground.StrokeColor = colorOf(fynetheme.ColorNamePrimary)
			if h.on {
				h.ground.StrokeColor = colorOf(fynetheme.ColorNameForeground)
			}
		}
		h.text.Color, h.text.TextStyle.Bold = colorOf(ink), h.on
		h.text.Refresh()
		if h.ink != "" {
			h.count.Color = colorOf(h.ink)
			if h.on {
				h.count.Color = colorOf(theme.OnChosen)
			}
			h.count.Refresh()
		}
	}
	return h
}

// SetOn says whether the tab is in front.
func (h *TabHead) SetOn(on bool) {
	if h.on != on {
		h.on = on
		h.Refresh()
	}
}

// SetCount shows a number in a colour; 0 shows none.
func (h *TabHead) SetCount(n int, ink fyne.ThemeColorName) {
	h.ink, h.count.Text = ink, strconv.Itoa(n)
	h.count.Hidden = n == 0
	h.Refresh()
}

// A Count is a number with a colour.
type Count struct {
	N   int
	Ink fyne.ThemeColorName
}

// Counts is a button of a word with numbers beside it, and a tick when all of
// them are 0.
type Counts struct {
	press
	text    *canvas.Text
	numbers [2]*canvas.Text
	counts  []Count
}

// NewCounts returns the button without numbers.
func NewCounts(word string, tapped func()) *Counts {
	c := &Counts{text: canvas.NewText(word, color.Transparent)}
	c.text.TextSize = fynetheme.Size(fynetheme.SizeNameText)
	parts := []fyne.CanvasObject{c.text}
	for i := range c.numbers {
		n := canvas.NewText("", color.Transparent)
		n.TextSize, n.TextStyle.Bold = c.text.TextSize, true
		n.Hide()
		c.numbers[i] = n
		parts = append(parts, n)
	}
	c.OnTapped = tapped
	c.setUp(c, NewLine(6, -1, parts...), 6, 11, 4.5)
	c.paint = func() {
		c.ground.FillColor, c.ground.StrokeColor, c.ground.StrokeWidth = colorOf(theme.Pane), colorOf(theme.Line), 1
		if c.hovered {
			c.ground.FillColor = blend(colorOf(theme.Pane), colorOf(fynetheme.ColorNameForeground), 0.07)
		}
		if c.focused {
			c.ground.StrokeColor = colorOf(fynetheme.ColorNamePrimary)
		}
		c.text.Color = colorOf(fynetheme.ColorNameForeground)
		c.text.Refresh()
		for i, n := range c.counts {
			c.numbers[i].Color = colorOf(n.Ink)
			c.numbers[i].Refresh()
		}
	}
	return c
}

// Set shows up to two numbers; those that are 0 are left out, and if all are
// there is a tick.
func (c *Counts) Set(counts ...Count) {
	c.counts = counts[:min(len(counts), len(c.numbers))]
	none := true
	for i, n := range c.counts {
		c.numbers[i].Text, c.numbers[i].Hidden = strconv.Itoa(n.N), n.N == 0
		none = none && n.N == 0
	}
	if none && len(c.counts) > 0 {
		c.numbers[0].Text, c.numbers[0].Hidden = "✓", false
		c.counts = []Count{{Ink: theme.Green}}
	}
	c.Refresh()
}
