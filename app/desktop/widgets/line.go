package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A LineEntry is a field of one line in a dialog or a bar: Enter takes what
// is written, Escape leaves it.
type LineEntry struct {
	widget.Entry
	tongue
	// OnEscape is called on Escape.
	OnEscape func()
	// OnDown and OnUp are called on the arrow keys.
	OnDown, OnUp func()

	hint   string            // what stands in it while nothing is written, whole
	self   Text              // or what it is part of
	scroll *container.Scroll // of the entry
}

var _ Text = (*LineEntry)(nil)

// NewLineEntry returns a field with a text.
func NewLineEntry(text string) *LineEntry {
	e := &LineEntry{}
	e.build(e, text)
	return e
}

// NewPathEntry returns a field with a path, in which a stroke is only a
// stroke.
func NewPathEntry(path string) *LineEntry {
	e := NewLineEntry(path)
	e.Exact = true
	return e
}

// build makes the field; self is what it is part of, or itself.
func (e *LineEntry) build(self Text, text string) {
	e.self = self
	// A text that is longer than the field goes along with the caret. It is
	// called scrolling up and down so that no bar lies over the text, as it
	// would along the lower edge.
	e.Wrapping, e.Scroll = fyne.TextWrapOff, container.ScrollVerticalOnly
	e.Text = text
	e.ExtendBaseWidget(self.(fyne.Widget))
}

// SetPlaceHolder says what stands in it while nothing is written.
func (e *LineEntry) SetPlaceHolder(hint string) {
	e.hint = hint
	e.fitHint()
}

// Resize is for Fyne.
func (e *LineEntry) Resize(size fyne.Size) {
	e.Entry.Resize(size)
	e.fitHint()
}

// fitHint cuts the hint to the width of the field: of a longer one Fyne shows a
// bar to scroll it by.
func (e *LineEntry) fitHint() {
	if e.hint == "" {
		return
	}
	room := e.Size().Width - 2*theme.InnerPadding() - theme.Padding()
	if e.Icon != nil {
		room -= theme.IconInlineSize() + theme.InnerPadding()
	}
	shown := e.hint
	if room > 0 {
		shown = wrap(e.hint, room, 1, func(s string) float32 {
			return fyne.MeasureText(s, theme.TextSize(), fyne.TextStyle{}).Width
		})[0]
	}
	if shown != e.PlaceHolder {
		e.Entry.SetPlaceHolder(shown)
	}
}

// TypedRune is for Fyne.
func (e *LineEntry) TypedRune(r rune) {
	e.Entry.TypedRune(r)
	e.look(e.self)
}

// TypedKey is for Fyne.
func (e *LineEntry) TypedKey(k *fyne.KeyEvent) {
	switch {
	case e.takes(e.self, k.Name):
	case k.Name == fyne.KeyEscape && e.OnEscape != nil:
		e.OnEscape()
	case k.Name == fyne.KeyEscape:
		ToWindow(e.self, k)
	case k.Name == fyne.KeyDown && e.OnDown != nil:
		e.OnDown()
	case k.Name == fyne.KeyUp && e.OnUp != nil:
		e.OnUp()
	case PassOn(e.self, k):
	default:
		was := e.Text
		e.Entry.TypedKey(k)
		if e.Text != was {
			e.look(e.self)
		}
	}
}

// AcceptsTab leaves Tab to the window, unless it takes what is offered.
func (e *LineEntry) AcceptsTab() bool { return e.offers(e.self) }

// FocusGained is for Fyne.
func (e *LineEntry) FocusGained() {
	e.Entry.FocusGained()
	follow(e.self)
}

// FocusLost is for Fyne.
func (e *LineEntry) FocusLost() {
	e.Entry.FocusLost()
	e.left(e.self)
}

// Typed returns what is written in it.
func (e *LineEntry) Typed() string { return e.Text }

// SelectAll selects the whole text, as when a path is offered.
func (e *LineEntry) SelectAll() { e.TypedShortcut(&fyne.ShortcutSelectAll{}) }

// Select selects from one offset to another, in runes, and puts the caret at
// the end.
func (e *LineEntry) Select(start, end int) {
	if e.SelectedText() != "" {
		e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	}
	e.CursorRow, e.CursorColumn = 0, start
	if start < end {
		shift := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
		e.Entry.KeyDown(shift)
		e.CursorColumn = end - 1
		e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
		e.Entry.KeyUp(shift)
	}
	e.Refresh()
}

// Replace puts text in the place of what is selected, or where the caret is,
// as typing does.
func (e *LineEntry) Replace(text string) {
	e.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: pasted(text)})
}

// CaretPosition returns where the caret stands, from the top left of the
// field: where it stands in the text, less what that is scrolled by.
func (e *LineEntry) CaretPosition() fyne.Position {
	at := e.CursorPosition()
	if e.scroll != nil {
		at = at.Subtract(e.scroll.Offset)
	}
	size := e.Size()
	return fyne.NewPos(fyne.Max(0, fyne.Min(at.X, size.Width)), fyne.Max(0, fyne.Min(at.Y, size.Height)))
}

// CreateRenderer is for Fyne.
func (e *LineEntry) CreateRenderer() fyne.WidgetRenderer {
	r := e.Entry.CreateRenderer()
	for _, o := range r.Objects() {
		if s, ok := o.(*container.Scroll); ok {
			e.scroll = s
		}
	}
	return &lineRenderer{r, &wheel{over: e.self}}
}
