package widgets

import (
	"image/color"

	"celun/app/desktop/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

func colorOf(name fyne.ThemeColorName) color.Color {
	if name == "" {
		name = fynetheme.ColorNameForeground
	}
	return theme.Color(name)
}

// press is the common ground of what can be pressed by mouse and by keys: to a
// [tap] it adds focus by Tab, and pressing by Space or Enter.
type press struct {
	tap
	// OnEscape is called on Escape while it has the focus.
	OnEscape func()
	// onArrow is called for an arrow to the left, -1, or to the right, 1.
	onArrow func(by int)
	// OnFocus tells whether it has the focus.
	OnFocus func(bool)
	// OnKey, if it is there, is called for the arrows and their like while it
	// has the focus.
	OnKey func(fyne.KeyName)
}

// tap is a rounded ground with content on it that can be clicked and shows
// that the pointer is over it.
type tap struct {
	widget.BaseWidget
	content  fyne.CanvasObject
	ground   *canvas.Rectangle
	inner    *canvas.Rectangle // the ring of what is filled, where a border would not be told from the ground; may be nil
	hovered  bool
	focused  bool
	disabled bool

	// OnTapped is called on a click, Space or Enter.
	OnTapped func()
	// OnHovered tells whether the pointer is over it.
	OnHovered func(bool)

	// paint sets the ground's colours by the state.
	paint func()
	// pad is the margin between ground and content.
	padX, padY float32
	minWidth   float32
	centred    bool // the content stands in the middle of a wider ground
}

var (
	_ fyne.Tappable     = (*press)(nil)
	_ fyne.Focusable    = (*press)(nil)
	_ desktop.Hoverable = (*press)(nil)
)

func (p *tap) setUp(self fyne.Widget, content fyne.CanvasObject, radius, padX, padY float32) {
	p.content, p.padX, p.padY = content, padX, padY
	p.ground = canvas.NewRectangle(color.Transparent)
	p.ground.CornerRadius = radius
	p.ExtendBaseWidget(self)
}

// HeightFor returns the height that the content needs at a width.
func (p *tap) HeightFor(width float32) float32 {
	return HeightFor(p.content, width-2*p.padX) + 2*p.padY
}

// CreateRenderer is for Fyne.
func (p *tap) CreateRenderer() fyne.WidgetRenderer { return &tapRenderer{p} }

// Tapped is for Fyne.
func (p *tap) Tapped(*fyne.PointEvent) {
	if p.OnTapped != nil && !p.disabled {
		p.OnTapped()
	}
}

// MouseIn is for Fyne.
func (p *tap) MouseIn(*desktop.MouseEvent) { p.hover(true) }

// MouseMoved is for Fyne.
func (p *tap) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is for Fyne.
func (p *tap) MouseOut() { p.hover(false) }

func (p *tap) hover(on bool) {
	p.hovered = on
	p.Refresh()
	if p.OnHovered != nil {
		p.OnHovered(on)
	}
}

// FocusGained is for Fyne.
func (p *press) FocusGained() { p.focus(true) }

// FocusLost is for Fyne.
func (p *press) FocusLost() { p.focus(false) }

func (p *press) focus(on bool) {
	p.focused = on
	p.Refresh()
	if on {
		follow(p.ground)
	}
	if p.OnFocus != nil {
		p.OnFocus(on)
	}
}

// TypedRune is for Fyne.
func (p *press) TypedRune(rune) {}

// TypedKey is for Fyne.
func (p *press) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	default:
		PassOn(p.ground, k)
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyHome, fyne.KeyEnd:
		if by := map[fyne.KeyName]int{fyne.KeyLeft: -1, fyne.KeyRight: 1}[k.Name]; by != 0 && p.onArrow != nil {
			p.onArrow(by)
			return
		}
		if p.OnKey != nil {
			p.OnKey(k.Name)
			return
		}
		ToWindow(p.ground, k) // what it stands under may scroll
	case fyne.KeyEscape:
		if p.OnEscape != nil {
			p.OnEscape()
			return
		}
		ToWindow(p.ground, k)
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		if p.OnTapped != nil && !p.disabled {
			p.OnTapped()
		}
	}
}

// SetEnabled says whether it can be pressed.
func (p *tap) SetEnabled(on bool) {
	if p.disabled == !on {
		return
	}
	p.disabled = !on
	p.Refresh()
}

type tapRenderer struct{ p *tap }

func (r *tapRenderer) Layout(size fyne.Size) {
	p := r.p
	p.ground.Resize(size)
	if p.inner != nil {
		const inset = 3
		p.inner.Move(fyne.NewPos(inset, inset))
		p.inner.Resize(size.SubtractWidthHeight(2*inset, 2*inset))
	}
	x, w := p.padX, size.Width-2*p.padX
	if least := p.content.MinSize().Width; p.centred && w > least {
		x, w = (size.Width-least)/2, least
	}
	p.content.Move(fyne.NewPos(x, p.padY))
	p.content.Resize(fyne.NewSize(w, size.Height-2*p.padY))
	r.paint()
}

func (r *tapRenderer) MinSize() fyne.Size {
	m := r.p.content.MinSize().Add(fyne.NewSize(2*r.p.padX, 2*r.p.padY))
	m.Width = fyne.Max(m.Width, r.p.minWidth)
	return m
}

// ring is how wide the border is of what has the focus: it is to be told from
// what is only chosen.
const ring = 2

func (r *tapRenderer) paint() {
	if r.p.paint != nil {
		r.p.paint()
	}
	if r.p.focused {
		r.p.ground.StrokeWidth = ring
	}
}

// repaint shows another state on the ground alone: what stands on it does not
// change with it, and would be measured anew.
func (p *tap) repaint() {
	(&tapRenderer{p}).paint()
	p.ground.Refresh()
}

func (r *tapRenderer) Refresh() {
	r.paint()
	r.p.ground.Refresh()
	r.p.content.Refresh()
}

func (r *tapRenderer) Objects() []fyne.CanvasObject {
	if r.p.inner != nil {
		return []fyne.CanvasObject{r.p.ground, r.p.inner, r.p.content}
	}
	return []fyne.CanvasObject{r.p.ground, r.p.content}
}

func (r *tapRenderer) Destroy() {}

// PassOn hands a function key that something with the focus got to the window,
// and reports whether it was one.
func PassOn(in fyne.CanvasObject, k *fyne.KeyEvent) bool {
	if len(k.Name) < 2 || k.Name[0] != 'F' || k.Name[1] > '9' {
		return false
	}
	ToWindow(in, k)
	return true
}

// answers hands Enter to the dialog that something stands in, whose answer it
// is, and reports whether there is one. What is chosen is chosen by Space.
func answers(in fyne.CanvasObject, k *fyne.KeyEvent) bool {
	if k.Name != fyne.KeyReturn && k.Name != fyne.KeyEnter {
		return false
	}
	c := fyne.CurrentApp().Driver().CanvasForObject(in)
	if c == nil || c.Overlays().Top() == nil {
		return false
	}
	ToWindow(in, k)
	return true
}

// ToWindow lets the window answer a key that something with the focus got. What
// has the focus since a moment, and was not drawn yet, does not know its
// window; there is only one.
func ToWindow(in fyne.CanvasObject, k *fyne.KeyEvent) {
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(in)
	if all := driver.AllWindows(); c == nil && len(all) == 1 {
		c = all[0].Canvas()
	}
	if c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(k)
	}
}
