package widgets

import (
	"image"
	"image/color"
	"image/draw"

	"celun/app/desktop/icon"
	"celun/app/desktop/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
)

// A Tile is a picture with a name and a line about it: a brief or a template
// to choose.
type Tile struct {
	press
	// OnMenu returns what else can be done with it, for the dots in its
	// corner; it may be nil.
	OnMenu func() *fyne.Menu

	picture *canvas.Image
	paper   *canvas.Rectangle
	name    *Prose
	about   *Prose
	dots    *menuDots
	chosen  bool
	gone    *canvas.Image // where there is no picture because there is no file
}

// menuDots open the menu of a tile. Tab goes to them after the tile.
type menuDots struct {
	press
	icon *canvas.Image
}

func newDots(menu func()) *menuDots {
	d := &menuDots{icon: icon.New(icon.More, 16)}
	d.setUp(d, d.icon, 4, 3, 3)
	d.OnTapped = menu
	d.paint = func() {
		ink := theme.Muted
		d.ground.FillColor, d.ground.StrokeColor = color.Transparent, color.Transparent
		if d.hovered || d.focused {
			d.ground.FillColor, ink = colorOf(theme.Soft), fynetheme.ColorNamePrimary
		}
		if d.focused {
			d.ground.StrokeColor = colorOf(fynetheme.ColorNamePrimary)
		}
		icon.Tint(d.icon, icon.More, ink)
	}
	return d
}

// The proportion of the picture of a tile, height to width: the upper part of
// a page.
const tileRatio = 1.16

// TileMargin is how far the ground of a tile reaches beyond its picture (in
// points).
const TileMargin = 8

// NewTile returns a tile without a picture.
func NewTile(name, about string, tapped func()) *Tile {
	t := &Tile{picture: &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScaleFastest}, paper: canvas.NewRectangle(color.White)}
	t.name = NewProse(name)
	t.name.Bold, t.name.MaxLines = true, 2
	t.about = NewNote(about, theme.Muted, 2)
	t.dots = newDots(t.showMenu)
	t.dots.Hide()
	t.gone = icon.New(icon.Warning, 24)
	t.gone.Hide()
	t.OnTapped = tapped
	body := NewArranged(100, func(width, height float32, place Place) float32 {
		h := width * tileRatio
		place(t.paper, 0, 0, width, h)
		place(t.picture, 1, 1, width-2, h-2)
		place(t.gone, (width-24)/2, (h-24)/2, 24, 24)
		y := h + 8
		n := HeightFor(t.name, width-22)
		place(t.name, 0, y, width-22, n)
		place(t.dots, width-20, y-2, 22, 22)
		y += n + 1
		a := HeightFor(t.about, width)
		place(t.about, 0, y, width, a)
		return fyne.Max(height, y+a)
	}, t.paper, t.picture, t.gone, t.name, t.about, t.dots)
	t.setUp(t, body, 8, TileMargin, TileMargin)
	t.paint = func() {
		t.dots.Hidden = t.OnMenu == nil
		t.ground.FillColor, t.ground.StrokeColor, t.ground.StrokeWidth = color.Transparent, color.Transparent, 1
		t.paper.FillColor, t.paper.StrokeColor, t.paper.StrokeWidth = color.White, colorOf(theme.Line), 1
		if !t.gone.Hidden {
			t.paper.FillColor = colorOf(theme.Desk)
			icon.Tint(t.gone, icon.Warning, theme.Muted)
		}
		if t.hovered {
			t.ground.FillColor = colorOf(fynetheme.ColorNameHover)
		}
		if t.chosen {
			t.ground.FillColor = colorOf(theme.Soft)
		}
		if t.focused || t.chosen {
			t.ground.StrokeColor = colorOf(fynetheme.ColorNamePrimary)
		}
	}
	return t
}

// Stops returns what the keys can go to: the tile, and its menu if it has one.
func (t *Tile) Stops() []Stop {
	if t.OnMenu == nil {
		return []Stop{t}
	}
	return []Stop{t, t.dots}
}

// showMenu shows what else can be done with it.
func (t *Tile) showMenu() {
	if t.OnMenu != nil {
		popUp(t.OnMenu(), t.dots)
	}
}

// TappedSecondary is for Fyne.
func (t *Tile) TappedSecondary(*fyne.PointEvent) { t.showMenu() }

// TypedKey is for Fyne: the key for menus, and Shift+F10, show its menu.
func (t *Tile) TypedKey(k *fyne.KeyEvent) {
	if k.Name == desktop.KeyMenu || k.Name == fyne.KeyF10 && shiftHeld() {
		t.showMenu()
		return
	}
	t.press.TypedKey(k)
}

// shiftHeld reports whether Shift is held.
func shiftHeld() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}

// SetChosen says whether it is the chosen one.
func (t *Tile) SetChosen(on bool) {
	if t.chosen != on {
		t.chosen = on
		t.Refresh()
	}
}

// SetMissing shows that what it stands for is not there any more.
func (t *Tile) SetMissing() {
	t.gone.Hidden = false
	t.name.Color = theme.Muted
	t.Refresh()
}

// SetName shows another name and another line about it.
func (t *Tile) SetName(name, about string) {
	t.name.SetText(name)
	t.about.SetText(about)
	t.Refresh()
}

// SetPicture shows the upper part of a page; nil shows blank paper.
func (t *Tile) SetPicture(m image.Image) {
	t.picture.Image = upper(m)
	t.picture.Refresh()
}

// Drop gives the picture up, of a tile that is not shown any more: Fyne keeps
// what was on the window for minutes.
func (t *Tile) Drop() { t.picture.Image = nil }

// HasPicture reports whether it shows a picture.
func (t *Tile) HasPicture() bool { return t.picture.Image != nil }

// upper returns the upper part of a picture in the proportion of a tile.
func upper(m image.Image) image.Image {
	if m == nil {
		return nil
	}
	b := m.Bounds()
	h := min(int(float32(b.Dx())*tileRatio), b.Dy())
	out := image.NewRGBA(image.Rect(0, 0, b.Dx(), int(float32(b.Dx())*tileRatio)))
	draw.Draw(out, out.Bounds(), image.White, image.Point{}, draw.Src)
	draw.Draw(out, image.Rect(0, 0, b.Dx(), h), m, b.Min, draw.Over)
	return out
}
