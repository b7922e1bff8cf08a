package widgets

import (
	"image/color"

	"celun/app/desktop/icon"
	"celun/app/desktop/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
)

// A Frame is a pane that holds things to edit and can be the chosen one.
type Frame struct {
	tap
	chosen bool
	left   bool // the caret has gone to another pane
}

// NewFrame returns a frame around content; tapped is called on a click beside
// what it holds.
func NewFrame(content fyne.CanvasObject, tapped func()) *Frame {
	f := &Frame{}
	f.setUp(f, content, 8, 0, 0)
	f.OnTapped = tapped
	f.paint = func() {
		f.ground.FillColor = colorOf(theme.Pane)
		f.ground.StrokeColor, f.ground.StrokeWidth = colorOf(theme.Line), 1
		switch {
		case f.chosen && f.left:
			f.ground.StrokeColor = blend(colorOf(theme.Line), colorOf(fynetheme.ColorNamePrimary), 0.5)
		case f.chosen:
			f.ground.StrokeColor, f.ground.StrokeWidth = colorOf(fynetheme.ColorNamePrimary), 1.5
		}
	}
	return f
}

// NewFieldFrame returns the edge of a field in a form, like that of fields of
// one line; tapped is called on a click beside the text.
func NewFieldFrame(field fyne.CanvasObject, tapped func()) *Frame {
	f := NewFrame(NewInset(field, 1, 1, 1, 1), tapped)
	f.ground.CornerRadius = fynetheme.Size(fynetheme.SizeNameInputRadius)
	f.paint = func() {
		f.ground.FillColor = colorOf(fynetheme.ColorNameInputBackground)
		f.ground.StrokeColor, f.ground.StrokeWidth = colorOf(fynetheme.ColorNameInputBorder), 1
	}
	return f
}

// SetLeft says whether the caret has gone elsewhere from what it holds: the
// chosen one then waits for it with a quieter border.
func (f *Frame) SetLeft(left bool) {
	if f.left != left {
		f.left = left
		f.repaint()
	}
}

// IsLeft reports whether the caret has gone elsewhere.
func (f *Frame) IsLeft() bool { return f.left }

// SetChosen says whether it is the chosen one.
func (f *Frame) SetChosen(on bool) {
	if f.chosen != on {
		f.chosen = on
		f.repaint()
	}
}

// A Glyph is a small icon that can be clicked; Tab passes it by.
type Glyph struct {
	tap
	icon *canvas.Image
	res  fyne.Resource
}

// NewGlyph returns a glyph.
func NewGlyph(res fyne.Resource, tapped func()) *Glyph {
	g := &Glyph{}
	g.build(g, res, tapped)
	return g
}

// build makes the glyph; self is the widget that it is part of, or itself.
func (g *Glyph) build(self fyne.Widget, res fyne.Resource, tapped func()) {
	g.res, g.icon = res, icon.New(res, 16)
	g.setUp(self, g.icon, 4, 3, 3)
	g.OnTapped = tapped
	g.paint = func() {
		ink := theme.Muted
		g.ground.FillColor = color.Transparent
		if g.hovered && !g.disabled {
			g.ground.FillColor = colorOf(theme.Soft)
			ink = fynetheme.ColorNamePrimary
		}
		if g.disabled {
			ink = fynetheme.ColorNameDisabled
		}
		icon.Tint(g.icon, g.res, ink)
	}
}

// NewMenuGlyph returns a glyph that opens a menu under itself.
func NewMenuGlyph(res fyne.Resource, menu func() *fyne.Menu) *Glyph {
	g := NewGlyph(res, nil)
	g.OnTapped = func() { popUp(menu(), g) }
	return g
}

// NewHairline returns a line of the given thickness in the colour of borders.
func NewHairline() *canvas.Rectangle {
	r := canvas.NewRectangle(colorOf(theme.Line))
	r.SetMinSize(fyne.NewSquareSize(1))
	return r
}

// NewGround returns a plain ground in a colour of the theme.
func NewGround(name fyne.ThemeColorName) *canvas.Rectangle {
	return canvas.NewRectangle(colorOf(name))
}
