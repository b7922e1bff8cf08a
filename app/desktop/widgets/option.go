package widgets

import (
	"image/color"

	"celun/app/desktop/icon"
	"celun/app/desktop/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Options is a row of words of which one is chosen; it wraps like words do. The
// arrows choose the word beside the one with the focus.
type Options struct {
	Arranged
	// OnChanged tells the place of the word that a user chose.
	OnChanged func(int)

	pills []*pill
	at    int
}

// NewOptions returns the words with the one at an index chosen; -1 is none.
func NewOptions(at int, words ...string) *Options {
	o := &Options{at: at}
	var objects []fyne.CanvasObject
	for i, w := range words {
		p := newPill(w, func() { o.choose(i) })
		p.onArrow = func(by int) { o.step(i, by) }
		p.on = i == at
		o.pills = append(o.pills, p)
		objects = append(objects, p)
	}
	wrap := NewWrap(6, objects...)
	o.objects, o.arrange, o.least = wrap.objects, wrap.arrange, func() float32 { return 80 }
	o.ExtendBaseWidget(o)
	return o
}

func (o *Options) choose(i int) {
	if i == o.at {
		return
	}
	o.Set(i)
	if o.OnChanged != nil {
		o.OnChanged(i)
	}
}

// step passes the focus from a word to the next that can be chosen, and chooses
// that. It stops at the ends.
func (o *Options) step(from, by int) {
	for i := from + by; i >= 0 && i < len(o.pills); i += by {
		if o.pills[i].disabled {
			continue
		}
		if c := fyne.CurrentApp().Driver().CanvasForObject(o.pills[i]); c != nil {
			c.Focus(o.pills[i])
		}
		o.choose(i)
		return
	}
}

// Set chooses a word without telling OnChanged.
func (o *Options) Set(at int) {
	o.at = at
	for i, p := range o.pills {
		if p.on != (i == at) {
			p.on = i == at
			p.Refresh()
		}
	}
}

// SetEnabled says whether a word can be chosen.
func (o *Options) SetEnabled(i int, on bool) { o.pills[i].SetEnabled(on) }

// A pill is one word of [Options].
type pill struct {
	press
	on   bool
	text *canvas.Text
}

func newPill(word string, tapped func()) *pill {
	p := &pill{text: canvas.NewText(word, color.Transparent)}
	p.text.TextSize = fynetheme.Size(fynetheme.SizeNameText)
	p.OnTapped = tapped
	p.setUp(p, p.text, 7, 12, 5)
	p.paint = func() {
		ink := fynetheme.ColorNameForeground
		p.ground.FillColor, p.ground.StrokeColor, p.ground.StrokeWidth = colorOf(theme.Pane), colorOf(theme.Line), 1
		switch {
		case p.disabled:
			ink = fynetheme.ColorNameDisabled
			p.ground.FillColor = color.Transparent
		case p.on:
			ink = theme.OnChosen
			p.ground.FillColor, p.ground.StrokeColor = colorOf(theme.Chosen), colorOf(fynetheme.ColorNamePrimary)
		case p.hovered:
			p.ground.FillColor = blend(colorOf(theme.Pane), colorOf(theme.Soft), 0.6)
		}
		if p.focused {
			p.ground.StrokeColor = colorOf(fynetheme.ColorNamePrimary)
			if p.on {
				p.ground.StrokeColor = colorOf(fynetheme.ColorNameForeground)
			}
		}
		p.text.Color = colorOf(ink)
		p.text.Refresh()
	}
	return p
}

// TypedKey is for Fyne: in a dialog Enter answers that.
func (p *pill) TypedKey(k *fyne.KeyEvent) {
	if !answers(p.ground, k) {
		p.press.TypedKey(k)
	}
}

// A TickCard is a card with a tick in its corner that is on or off.
type TickCard struct {
	press
	On bool
	// OnChanged tells of a change by the user.
	OnChanged func(bool)
	box       *canvas.Rectangle
	tick      *canvas.Image
}

// NewTickCard returns a card around content.
func NewTickCard(content fyne.CanvasObject, on bool) *TickCard {
	c := &TickCard{On: on, box: canvas.NewRectangle(color.Transparent), tick: icon.New(icon.Tick, 16)}
	c.box.CornerRadius, c.box.StrokeWidth = 4, 1.2
	body := NewArranged(120, func(width, height float32, place Place) float32 {
		h := HeightFor(content, width-28)
		place(c.box, 0, 1, 18, 18)
		place(c.tick, 1, 2, 16, 16)
		place(content, 28, 0, width-28, fyne.Max(h, height))
		return fyne.Max(height, h)
	}, c.box, c.tick, content)
	c.OnTapped = func() {
		c.On = !c.On
		c.Refresh()
		if c.OnChanged != nil {
			c.OnChanged(c.On)
		}
	}
	c.setUp(c, body, 8, 12, 11)
	c.paint = func() {
		c.ground.StrokeWidth = 1
		c.ground.FillColor, c.ground.StrokeColor = colorOf(theme.Pane), colorOf(theme.Line)
		c.box.FillColor, c.box.StrokeColor = color.Transparent, colorOf(fynetheme.ColorNameInputBorder)
		c.tick.Hidden = !c.On
		if c.On {
			c.ground.StrokeColor = colorOf(fynetheme.ColorNamePrimary)
			c.box.FillColor, c.box.StrokeColor = colorOf(fynetheme.ColorNamePrimary), colorOf(fynetheme.ColorNamePrimary)
			icon.Tint(c.tick, icon.Tick, fynetheme.ColorNameForegroundOnPrimary)
		}
		if c.hovered {
			c.ground.FillColor = blend(colorOf(theme.Pane), colorOf(theme.Soft), 0.4)
		}
		if c.focused {
			c.ground.StrokeColor, c.ground.StrokeWidth = colorOf(fynetheme.ColorNamePrimary), 1.5
		}
		c.tick.Refresh()
	}
	return c
}

// TypedKey is for Fyne: in a dialog Enter answers that.
func (c *TickCard) TypedKey(k *fyne.KeyEvent) {
	if !answers(c.ground, k) {
		c.press.TypedKey(k)
	}
}

// SetOn switches the card without telling OnChanged.
func (c *TickCard) SetOn(on bool) {
	if c.On != on {
		c.On = on
		c.Refresh()
	}
}
