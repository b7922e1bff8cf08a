package widgets

import (
	"image/color"
	"slices"

	"celun/app/desktop/icon"
	"celun/app/desktop/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Rank says how much a button asks for attention.
type Rank int

// The ranks: Flat shows a ground only under the pointer, Plain has a border,
// Primary is filled with the accent.
const (
	Flat Rank = iota
	Plain
	Primary
)

// A Button is an icon, a text, or both.
type Button struct {
	press
	rank Rank
	icon *canvas.Image
	res  fyne.Resource
	text *canvas.Text
	on   bool
}

// NewButton returns a button; text or icon may be empty.
func NewButton(rank Rank, text string, res fyne.Resource, tapped func()) *Button {
	return newButton(rank, text, res, false, tapped)
}

func newButton(rank Rank, text string, res fyne.Resource, iconLast bool, tapped func()) *Button {
	b := &Button{rank: rank, res: res}
	var parts []fyne.CanvasObject
	if res != nil {
		side := float32(18)
		if iconLast {
			side = 14
		}
		b.icon = icon.New(res, side)
		parts = append(parts, b.icon)
	}
	padX := float32(6)
	if text != "" {
		b.text = canvas.NewText(text, color.Transparent)
		b.text.TextSize = fynetheme.Size(fynetheme.SizeNameText)
		parts = append(parts, b.text)
		padX = 11
	}
	gap := float32(6)
	if iconLast {
		slices.Reverse(parts)
		gap = 1
	}
	b.OnTapped = tapped
	b.setUp(b, centred(NewLine(gap, -1, parts...)), 6, padX, 4.5)
	if text == "" {
		b.padY = 5
	}
	b.centred = true
	if rank == Primary {
		b.inner = canvas.NewRectangle(color.Transparent)
		b.inner.CornerRadius = 4
	}
	b.paint = b.colours
	return b
}

// SetOn shows the button as switched on.
func (b *Button) SetOn(on bool) {
	if b.on == on {
		return
	}
	b.on = on
	b.Refresh()
}

// SetText shows another text on a button that has one.
func (b *Button) SetText(text string) {
	if b.text == nil || b.text.Text == text {
		return
	}
	b.text.Text = text
	b.Refresh()
}

// SetIcon shows another icon on a button that has one.
func (b *Button) SetIcon(res fyne.Resource) {
	if b.icon == nil || b.res == res {
		return
	}
	b.res = res
	b.Refresh()
}

func (b *Button) colours() {
	ink := fynetheme.ColorNameForeground
	if b.rank == Flat && b.text == nil {
		ink = theme.Muted
	}
	b.ground.FillColor, b.ground.StrokeColor = color.Transparent, color.Transparent
	b.ground.StrokeWidth = 1
	switch b.rank {
	case Plain:
		b.ground.FillColor, b.ground.StrokeColor = colorOf(theme.Pane), colorOf(theme.Line)
	case Primary:
		b.ground.FillColor = colorOf(fynetheme.ColorNamePrimary)
		ink = fynetheme.ColorNameForegroundOnPrimary
	}
	if b.on {
		b.ground.FillColor = colorOf(theme.Chosen)
		ink = theme.OnChosen
	}
	switch {
	case b.disabled:
		ink = fynetheme.ColorNameDisabled
		if b.rank == Primary {
			b.ground.FillColor = colorOf(fynetheme.ColorNameDisabledButton)
		}
	case b.hovered && b.rank == Primary:
		b.ground.FillColor = blend(b.ground.FillColor, color.Black, 0.12)
	case b.hovered && !b.on:
		b.ground.FillColor = blend(colorOf(theme.Pane), colorOf(fynetheme.ColorNameForeground), 0.07)
	}
	if b.focused {
		b.ground.StrokeColor = colorOf(fynetheme.ColorNamePrimary)
		if b.rank == Primary {
			b.ground.StrokeColor = colorOf(fynetheme.ColorNameForeground)
		}
	}
	if b.inner != nil {
		b.inner.StrokeColor, b.inner.StrokeWidth = color.Transparent, 1.5
		if b.focused {
			b.inner.StrokeColor = colorOf(fynetheme.ColorNameForegroundOnPrimary)
		}
		b.inner.Refresh()
	}
	if b.text != nil {
		b.text.Color = colorOf(ink)
		b.text.Refresh()
	}
	if b.icon != nil {
		icon.Tint(b.icon, b.res, ink)
	}
}

// NewMenuButton returns a button that opens a menu under itself, made anew
// each time.
func NewMenuButton(rank Rank, text string, menu func() *fyne.Menu) *Button {
	b := newButton(rank, text, icon.Fold, true, nil)
	b.OnTapped = func() { popUp(menu(), b) }
	return b
}

// popUp shows a menu under an object, within the window.
func popUp(menu *fyne.Menu, under fyne.CanvasObject) {
	c := fyne.CurrentApp().Driver().CanvasForObject(under)
	if c == nil || len(menu.Items) == 0 {
		return
	}
	pop := widget.NewPopUpMenu(menu, c)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(under)
	size := pop.MinSize()
	x := fyne.Max(0, fyne.Min(at.X, c.Size().Width-size.Width-8))
	y := at.Y + under.Size().Height + 2
	if y+size.Height > c.Size().Height {
		y = fyne.Max(0, at.Y-size.Height-2)
	}
	pop.ShowAtPosition(fyne.NewPos(x, y))
}

// A Chip is a small filter that is on or off.
type Chip struct {
	press
	On bool
	// OnChanged tells of a change by the user.
	OnChanged func(bool)
	text      *canvas.Text
}

// NewChip returns a chip.
func NewChip(text string, on bool, changed func(bool)) *Chip {
	c := &Chip{On: on, OnChanged: changed, text: canvas.NewText(text, color.Transparent)}
	c.text.TextSize = 11.5
	c.setUp(c, c.text, 11, 9, 2)
	c.OnTapped = func() {
		c.On = !c.On
		c.Refresh()
		if c.OnChanged != nil {
			c.OnChanged(c.On)
		}
	}
	c.paint = func() {
		c.ground.FillColor, c.ground.StrokeColor, c.ground.StrokeWidth = colorOf(theme.Pane), colorOf(theme.Line), 1
		c.text.Color = colorOf(theme.Muted)
		if c.On {
			c.ground.FillColor = colorOf(theme.Chosen)
			c.ground.StrokeColor = blend(colorOf(theme.Chosen), colorOf(fynetheme.ColorNamePrimary), 0.3)
			c.text.Color = colorOf(theme.OnChosen)
		}
		if c.hovered || c.focused {
			c.ground.StrokeColor = colorOf(fynetheme.ColorNamePrimary)
		}
		c.text.Refresh()
	}
	return c
}

// SetOn switches the chip without telling OnChanged.
func (c *Chip) SetOn(on bool) {
	if c.On != on {
		c.On = on
		c.Refresh()
	}
}

// NewWrap returns objects in lines like words, gap apart; those of a line are
// centred on each other.
func NewWrap(gap float32, objects ...fyne.CanvasObject) *Arranged {
	return NewArranged(0, func(width, _ float32, place Place) float32 {
		y := float32(0)
		for i := 0; i < len(objects); {
			x, line, end := float32(0), float32(0), i
			for ; end < len(objects); end++ {
				m := objects[end].MinSize()
				if x > 0 && x+m.Width > width {
					break
				}
				x += m.Width + gap
				line = fyne.Max(line, m.Height)
			}
			x = 0
			for ; i < end; i++ {
				m := objects[i].MinSize()
				place(objects[i], x, y+(line-m.Height)/2, m.Width, m.Height)
				x += m.Width + gap
			}
			y += line
			if end < len(objects) {
				y += gap
			}
		}
		return y
	}, objects...)
}

// Label returns the text on the button.
func (b *Button) Label() string {
	if b.text == nil {
		return ""
	}
	return b.text.Text
}

// centred keeps an object in the middle of a wider place.
func centred(o fyne.CanvasObject) *Arranged {
	c := NewArranged(0, func(width, height float32, place Place) float32 {
		m := o.MinSize()
		place(o, fyne.Max(0, (width-m.Width)/2), 0, m.Width, fyne.Max(height, m.Height))
		return m.Height
	}, o)
	c.least = func() float32 { return o.MinSize().Width }
	return c
}
