package widgets

import (
	"image/color"

	"celun/app/desktop/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Motion returns where the caret goes from offset at (runes) in text.
type Motion func(text string, at int) int

// Field is a text to edit as part of a page: it wraps, grows with its text,
// shows no frame until it has the focus, leaves Tab and the mouse wheel to
// the window, and moves word by word as it is told.
type Field struct {
	widget.Entry
	tongue

	// OnEdited is called after the user changed the text.
	OnEdited func(text string)
	// OnFocused tells of the focus.
	OnFocused func(bool)
	// OnGrown is called when the text needs more or fewer lines than it has.
	OnGrown func()
	// Reads returns the text as it is read, and shown while the field has not
	// got the focus; nil shows it as it is typed.
	Reads func(text string) []Run
	// NextWord and PreviousWord move the caret by words; nil leaves it to Fyne.
	NextWord, PreviousWord Motion
	// OnReturn takes Return; false leaves it to the text, where it is a line
	// break, as it always is with Shift.
	OnReturn func() bool
	// OnJoin is called on BackSpace before the first character and on Delete
	// after the last one.
	OnJoin func(forward bool)
	// OnLeave is called when an arrow leads up from the first line or down from
	// the last one.
	OnLeave func(down bool)
	// OnPaste takes what is pasted; false leaves it to the text.
	OnPaste func(fyne.Clipboard) bool

	face     face
	scroll   *container.Scroll // of the entry; sized, but not shown
	frame    *canvas.Rectangle
	box      *canvas.Rectangle
	quiet    bool // a change by program, not by the user
	wrapped  float32
	height   float32
	hasFocus bool
	shift    bool // is held
}

var (
	_ Flowing             = (*Field)(nil)
	_ Text                = (*Field)(nil)
	_ fyne.Tabbable       = (*Field)(nil)
	_ desktop.Hoverable   = (*Field)(nil)
	_ fyne.Shortcutable   = (*Field)(nil)
	_ fyne.DoubleTappable = (*Field)(nil)
)

// NewField returns a field with a text and the words it shows when empty.
func NewField(text, placeholder string) *Field {
	f := &Field{}
	f.face.field = f
	f.MultiLine = true
	f.Wrapping = fyne.TextWrapWord
	f.Text = text
	f.PlaceHolder = placeholder
	f.OnChanged = func(s string) {
		if f.quiet {
			return
		}
		if f.OnEdited != nil {
			f.OnEdited(s)
		}
		f.checkHeight()
	}
	f.ExtendBaseWidget(f)
	return f
}

// ShowText puts another text into the field without telling OnEdited.
func (f *Field) ShowText(text string) {
	if f.Text == text {
		return
	}
	f.quiet = true
	f.SetText(text)
	f.quiet = false
	f.checkHeight()
}

// checkHeight tells OnGrown when the need has changed.
func (f *Field) checkHeight() {
	if f.scroll == nil || f.OnGrown == nil || f.wrapped == 0 {
		return
	}
	if h := f.need(); h != f.height {
		f.height = h
		f.OnGrown()
	}
}

func (f *Field) need() float32 {
	if f.isRead() {
		return f.face.height(f.Text, f.wrapped)
	}
	return f.scroll.Content.MinSize().Height + 2*fynetheme.Size(fynetheme.SizeNameInputBorder)
}

// isRead reports whether the text is shown as it is read.
func (f *Field) isRead() bool {
	return f.Reads != nil && !f.hasFocus && f.Text != "" && f.wrapped > 0
}

// Reread reads the text again, when what it is read as has changed.
func (f *Field) Reread() {
	f.face.lines = nil
	if f.isRead() {
		f.Refresh()
		f.checkHeight()
	}
}

// Mark marks stretches of the text (runes, as it is typed), one of them as the
// current one: -1 for none.
func (f *Field) Mark(marks []Stretch, current int) {
	if len(marks) == 0 && len(f.face.marks) == 0 {
		return
	}
	f.face.marks, f.face.current = marks, current
	if f.isRead() {
		f.Refresh()
	}
}

// HeightFor returns the height of the wrapped text at a width.
func (f *Field) HeightFor(width float32) float32 {
	if f.scroll == nil {
		f.MinSize() // makes the renderer
	}
	if f.scroll == nil || width <= 0 {
		return f.Entry.MinSize().Height
	}
	if f.wrapped != width || f.Size().Width != width {
		f.wrapped = width
		f.Resize(fyne.NewSize(width, fyne.Max(f.Size().Height, 24)))
	}
	f.height = f.need()
	return f.height
}

// MinSize returns the size of the text at the present width.
func (f *Field) MinSize() fyne.Size {
	f.ExtendBaseWidget(f)
	m := f.Entry.MinSize()
	if f.scroll != nil && f.wrapped > 0 {
		return fyne.NewSize(40, f.need())
	}
	return fyne.NewSize(40, m.Height)
}

// AcceptsTab leaves Tab to the window, unless it takes what is offered.
func (f *Field) AcceptsTab() bool { return f.offers(f) }

// MouseIn is for Fyne.
func (f *Field) MouseIn(*desktop.MouseEvent) {}

// MouseMoved is for Fyne.
func (f *Field) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is for Fyne.
func (f *Field) MouseOut() {}

// FocusGained is for Fyne.
func (f *Field) FocusGained() {
	f.hasFocus = true
	f.Entry.FocusGained()
	f.checkHeight()
	if f.OnFocused != nil {
		f.OnFocused(true)
	}
}

// FocusLost is for Fyne.
func (f *Field) FocusLost() {
	f.hasFocus = false
	f.shift = false
	f.Entry.FocusLost()
	f.checkHeight()
	f.left(f)
	if f.OnFocused != nil {
		f.OnFocused(false)
	}
}

// MouseDown is for Fyne. A click into the text as it is read puts the caret
// where that stands in the text as it is typed.
func (f *Field) MouseDown(e *desktop.MouseEvent) {
	if !f.isRead() || f.face.lines == nil {
		f.Entry.MouseDown(e)
		return
	}
	offset := f.face.offset(e.Position)
	if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil {
		c.Focus(f)
	}
	f.SetCaret(0, 0, offset)
	at := *e
	line := f.face.pitch()
	at.Position = f.CursorPosition().AddXY(1, line/2)
	f.Entry.MouseDown(&at)
}

// SetCaret puts the caret at a row and column that the field had before, and
// from there to offset (runes), should its lines break elsewhere now.
func (f *Field) SetCaret(row, column, offset int) {
	f.CursorRow, f.CursorColumn = row, column
	f.Refresh()
	switch at := f.CursorTextOffset(); {
	case at < offset:
		f.moveTo(offset, fyne.KeyRight)
	case at > offset:
		f.moveTo(offset, fyne.KeyLeft)
	}
}

// HasFocus reports whether keys go to the field.
func (f *Field) HasFocus() bool { return f.hasFocus }

// KeyDown is for Fyne.
func (f *Field) KeyDown(k *fyne.KeyEvent) {
	if k.Name == desktop.KeyShiftLeft || k.Name == desktop.KeyShiftRight {
		f.shift = true
	}
	f.Entry.KeyDown(k)
}

// KeyUp is for Fyne.
func (f *Field) KeyUp(k *fyne.KeyEvent) {
	if k.Name == desktop.KeyShiftLeft || k.Name == desktop.KeyShiftRight {
		f.shift = false
	}
	f.Entry.KeyUp(k)
}

// TypedKey is for Fyne.
func (f *Field) TypedKey(k *fyne.KeyEvent) {
	if PassOn(f, k) {
		return
	}
	if f.takes(f, k.Name) {
		return
	}
	was := f.Text
	f.typedKey(k)
	if f.Text != was {
		f.look(f)
	}
}

// TypedRune is for Fyne.
func (f *Field) TypedRune(r rune) {
	f.Entry.TypedRune(r)
	f.look(f)
}

// Typed returns the text.
func (f *Field) Typed() string { return f.Text }

// CaretPosition returns where the caret stands, from the top left of the field.
func (f *Field) CaretPosition() fyne.Position { return f.CursorPosition() }

func (f *Field) typedKey(k *fyne.KeyEvent) {
	bare := !f.shift && f.Entry.SelectedText() == ""
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if f.OnReturn != nil && !f.shift && f.OnReturn() {
			return
		}
	case fyne.KeyBackspace:
		if f.OnJoin != nil && bare && f.CursorTextOffset() == 0 {
			f.OnJoin(false)
			return
		}
	case fyne.KeyDelete:
		if f.OnJoin != nil && bare && f.CursorTextOffset() == len([]rune(f.Text)) {
			f.OnJoin(true)
			return
		}
	case fyne.KeyUp, fyne.KeyDown:
		if f.OnLeave != nil && !f.shift && f.atEdge(k) {
			return
		}
	}
	f.Entry.TypedKey(k)
}

// atEdge moves the caret up or down, and where there is no further line tells
// OnLeave instead.
func (f *Field) atEdge(k *fyne.KeyEvent) bool {
	row, column := f.CursorRow, f.CursorColumn
	f.Entry.TypedKey(k)
	if f.CursorRow == row {
		f.CursorColumn = column
		f.OnLeave(k.Name == fyne.KeyDown)
	}
	return true
}

// CreateRenderer is for Fyne. It takes the entry's own scroller out of the
// tree: a field is as high as its text, and the wheel belongs to the column.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	inner := f.Entry.CreateRenderer()
	objects := inner.Objects()
	r := &fieldRenderer{WidgetRenderer: inner, f: f}
	for _, o := range objects {
		switch o := o.(type) {
		case *canvas.Rectangle:
			if f.box == nil {
				f.box = o
			} else {
				f.frame = o
			}
		case *container.Scroll:
			f.scroll = o
		}
	}
	return r
}

type fieldRenderer struct {
	fyne.WidgetRenderer
	f *Field
}

func (r *fieldRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.settle()
}

func (r *fieldRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.settle()
}

// settle undoes the scrolling and framing of a stock entry.
func (r *fieldRenderer) settle() {
	f := r.f
	if f.scroll != nil {
		f.scroll.Offset = fyne.Position{}
		border := fynetheme.Size(fynetheme.SizeNameInputBorder)
		f.scroll.Content.Move(fyne.NewPos(0, border))
	}
	if f.isRead() {
		f.face.draw(f.Text, f.wrapped)
		return
	}
	if f.frame == nil {
		return
	}
	f.frame.StrokeColor = color.Transparent
	f.box.FillColor = color.Transparent
	if f.hasFocus {
		f.box.FillColor = blend(colorOf(theme.Pane), colorOf(theme.Soft), 0.55)
	}
}

func (r *fieldRenderer) Objects() []fyne.CanvasObject {
	if r.f.isRead() {
		return r.f.face.objects
	}
	return []fyne.CanvasObject{r.f.box, r.f.frame, r.f.scroll.Content}
}
