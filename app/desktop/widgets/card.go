package widgets

import (
	"image/color"
	"time"

	"celun/app/desktop/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Card is a bordered ground for something that can be chosen: one click
// selects it, two act on it.
type Card struct {
	tap
	keys     *cardKeys
	selected bool
	clicks   *Clicks
	id       string
	// OnDoubleTapped is called on a double click and on Enter.
	OnDoubleTapped func()
	// OnEscape is called on Escape; nil leaves that to the window.
	OnEscape func()
	// OnKey is called for other keys while it has the focus, and OnRune for
	// what is typed.
	OnKey  func(fyne.KeyName)
	OnRune func(rune)
	// OnFocus tells whether it has the focus.
	OnFocus func(bool)
}

// cardKeys is what of a card takes the keyboard. It stands beside the content
// and not around it: Fyne comes to what is around others first from both
// sides, so that Shift and Tab would not lead back the way that Tab led.
type cardKeys struct {
	widget.BaseWidget
	card *Card
}

var (
	_ fyne.Focusable   = (*cardKeys)(nil)
	_ fyne.Disableable = (*cardKeys)(nil)
	_ fyne.Tappable    = (*cardKeys)(nil)
)

// Tapped is for Fyne, which takes what can have the focus for what is clicked.
func (k *cardKeys) Tapped(e *fyne.PointEvent) { k.card.Tapped(e) }

// CreateRenderer is for Fyne.
func (k *cardKeys) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}

// FocusGained is for Fyne.
func (k *cardKeys) FocusGained() { k.card.focus(true) }

// FocusLost is for Fyne.
func (k *cardKeys) FocusLost() { k.card.focus(false) }

// TypedRune is for Fyne.
func (k *cardKeys) TypedRune(r rune) {
	if k.card.OnRune != nil {
		k.card.OnRune(r)
	}
}

// TypedKey is for Fyne.
func (k *cardKeys) TypedKey(e *fyne.KeyEvent) { k.card.TypedKey(e) }

// Disabled is for Fyne: a card that does nothing is only a frame.
func (k *cardKeys) Disabled() bool { return k.card.OnTapped == nil && k.card.OnDoubleTapped == nil }

// Enable and Disable are for Fyne.
func (k *cardKeys) Enable() {}

// Disable is for Fyne.
func (k *cardKeys) Disable() {}

// Keyboard returns what of the card takes the focus.
func (c *Card) Keyboard() fyne.Focusable { return c.keys }

func (c *Card) focus(on bool) {
	c.focused = on
	c.repaint()
	if on {
		follow(c.ground)
	}
	if c.OnFocus != nil {
		c.OnFocus(on)
	}
}

// CreateRenderer is for Fyne.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	return &cardRenderer{tapRenderer{&c.tap}, c.keys}
}

type cardRenderer struct {
	tapRenderer
	keys *cardKeys
}

func (r *cardRenderer) Layout(size fyne.Size) {
	r.keys.Resize(size)
	r.tapRenderer.Layout(size)
}

func (r *cardRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.p.ground, r.keys, r.p.content}
}

// NewCard returns a card around content with a margin of pad.
func NewCard(content fyne.CanvasObject, pad float32) *Card {
	c := &Card{}
	c.build(c, content, pad)
	return c
}

func (c *Card) build(self fyne.Widget, content fyne.CanvasObject, pad float32) {
	c.clicks = NewClicks()
	c.keys = &cardKeys{card: c}
	c.keys.ExtendBaseWidget(c.keys)
	c.setUp(self, content, 8, pad, pad)
	c.paint = func() {
		c.ground.FillColor = colorOf(theme.Pane)
		c.ground.StrokeColor = colorOf(theme.Line)
		if c.hovered {
			c.ground.StrokeColor = colorOf(fynetheme.ColorNameInputBorder)
			c.ground.FillColor = blend(colorOf(theme.Pane), colorOf(theme.Soft), 0.4)
		}
		if c.selected || c.focused {
			c.ground.StrokeColor = colorOf(fynetheme.ColorNamePrimary)
		}
		if c.selected {
			c.ground.FillColor = blend(colorOf(theme.Pane), colorOf(theme.Soft), 0.6)
		}
		c.ground.StrokeWidth = 1
	}
}

// NewRowCard returns a card that is a row of a list: without a border, with a
// tinted ground when it is the chosen one.
func NewRowCard(content fyne.CanvasObject, pad float32) *Card {
	c := NewCard(content, pad)
	c.ground.CornerRadius = 5
	c.paint = func() {
		c.ground.FillColor, c.ground.StrokeColor, c.ground.StrokeWidth = color.Transparent, color.Transparent, 1
		switch {
		case c.selected:
			c.ground.FillColor = colorOf(theme.Soft)
		case c.hovered:
			c.ground.FillColor = colorOf(fynetheme.ColorNameHover)
		}
		if c.focused {
			c.ground.StrokeColor = colorOf(fynetheme.ColorNamePrimary)
		}
	}
	return c
}

// A Clicks tells a second click on a thing from a first one, even if the first
// had the card of the thing built anew.
type Clicks struct {
	Now func() time.Time
	id  string
	at  time.Time
}

// NewClicks returns a count of clicks by the clock of the system.
func NewClicks() *Clicks { return &Clicks{Now: time.Now} }

func (k *Clicks) second(id string) bool {
	now := k.Now()
	if id == k.id && now.Sub(k.at) < 400*time.Millisecond {
		k.at = time.Time{}
		return true
	}
	k.id, k.at = id, now
	return false
}

// CountIn has the clicks on the card counted together with those on other
// cards that show the thing with this id.
func (c *Card) CountIn(k *Clicks, id string) { c.clicks, c.id = k, id }

// SetSelected says whether the card is the chosen one.
func (c *Card) SetSelected(on bool) {
	if c.selected == on {
		return
	}
	c.selected = on
	c.repaint()
}

// Tapped selects at once and acts when a second click follows: Fyne's own
// double click would hold the first one back.
func (c *Card) Tapped(e *fyne.PointEvent) {
	if e != nil && c.clicks.second(c.id) && c.OnDoubleTapped != nil {
		c.OnDoubleTapped()
		return
	}
	c.tap.Tapped(e)
}

// TypedKey answers a key that the card gets while it has the focus.
func (c *Card) TypedKey(k *fyne.KeyEvent) {
	switch {
	case c.OnDoubleTapped != nil && (k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter):
		c.OnDoubleTapped()
	case k.Name == fyne.KeySpace || k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter:
		c.Tapped(nil)
	case k.Name == fyne.KeyEscape && c.OnEscape != nil:
		c.OnEscape()
	case k.Name == fyne.KeyEscape:
		ToWindow(c.ground, k)
	case PassOn(c.ground, k):
	case c.OnKey != nil:
		c.OnKey(k.Name)
	default:
		ToWindow(c.ground, k) // what it stands in may scroll
	}
}

func blend(a, b color.Color, share float32) color.Color {
	r1, g1, b1, _ := a.RGBA()
	r2, g2, b2, _ := b.RGBA()
	mix := func(x, y uint32) uint8 { return uint8((float32(x)*(1-share) + float32(y)*share) / 257) }
	return color.NRGBA{mix(r1, r2), mix(g1, g2), mix(b1, b2), 0xff}
}
