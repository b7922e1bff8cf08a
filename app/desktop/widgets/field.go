package widgets

import (
	"image/color"
	"strings"

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

	// OnEdited is called after the user changed the text.
	OnEdited func(text string)
	// OnFocused tells of the focus.
	OnFocused func(bool)
	// OnGrown is called when the text needs more or fewer lines than it has.
	OnGrown func()
	// NextWord and PreviousWord move the caret by words; nil leaves it to Fyne.
	NextWord, PreviousWord Motion
	// OnReturn takes Return instead of a line break; nil for a line break.
	OnReturn func()

	scroll   *container.Scroll // of the entry; sized, but not shown
	frame    *canvas.Rectangle
	box      *canvas.Rectangle
	quiet    bool // a change by program, not by the user
	wrapped  float32
	height   float32
	hasFocus bool
}

var (
	_ Flowing             = (*Field)(nil)
	_ fyne.Tabbable       = (*Field)(nil)
	_ desktop.Hoverable   = (*Field)(nil)
	_ fyne.Shortcutable   = (*Field)(nil)
	_ fyne.DoubleTappable = (*Field)(nil)
)

// NewField returns a field with a text and the words it shows when empty.
func NewField(text, placeholder string) *Field {
	f := &Field{}
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
	return f.scroll.Content.MinSize().Height + 2*fynetheme.Size(fynetheme.SizeNameInputBorder)
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

// AcceptsTab leaves Tab to the window.
func (f *Field) AcceptsTab() bool { return false }

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
	if f.OnFocused != nil {
		f.OnFocused(true)
	}
}

// FocusLost is for Fyne.
func (f *Field) FocusLost() {
	f.hasFocus = false
	f.Entry.FocusLost()
	if f.OnFocused != nil {
		f.OnFocused(false)
	}
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

// TypedKey is for Fyne.
func (f *Field) TypedKey(k *fyne.KeyEvent) {
	if f.OnReturn != nil && (k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter) {
		f.OnReturn()
		return
	}
	if PassOn(f, k) {
		return
	}
	f.Entry.TypedKey(k)
}

// TypedShortcut moves by words, and leaves the rest to Fyne. Undo and redo
// belong to the document, not to the field.
func (f *Field) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutUndo, *fyne.ShortcutRedo:
		return
	case *fyne.ShortcutPaste:
		f.paste(s)
		return
	case *desktop.CustomShortcut:
		if s.Modifier&^fyne.KeyModifierShift == fyne.KeyModifierShortcutDefault && f.moveByWord(s.KeyName) {
			return
		}
	}
	f.Entry.TypedShortcut(s)
}

// paste puts the clipboard's text in, with line ends as one line feed and
// without characters that no page can show.
func (f *Field) paste(s *fyne.ShortcutPaste) {
	clean := strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r < ' ' || r == 0x7f || r == 0xfffd || r == 0xfeff:
			return -1
		}
		return r
	}, strings.ReplaceAll(s.Clipboard.Content(), "\r\n", "\n"))
	if clean == "" {
		return
	}
	f.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: pasted(clean)})
}

// pasted is a clipboard with one text.
type pasted string

func (p pasted) Content() string     { return string(p) }
func (p pasted) SetContent(_ string) {}

func (f *Field) moveByWord(key fyne.KeyName) bool {
	at := f.CursorTextOffset()
	to := at
	switch {
	case key == fyne.KeyRight && f.NextWord != nil:
		to = f.NextWord(f.Text, at)
	case key == fyne.KeyLeft && f.PreviousWord != nil:
		to = f.PreviousWord(f.Text, at)
	default:
		return false
	}
	f.moveTo(to, key)
	return true
}

// moveTo steps the caret to an offset by the given arrow key, so that Fyne
// keeps row, column and selection in step. A soft line end takes a step of
// its own.
func (f *Field) moveTo(to int, key fyne.KeyName) {
	for range 2*len([]rune(f.Text)) + 2 {
		at := f.CursorTextOffset()
		if key == fyne.KeyRight && at >= to || key == fyne.KeyLeft && at <= to {
			return
		}
		f.Entry.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

// DoubleTapped selects the word under the caret.
func (f *Field) DoubleTapped(e *fyne.PointEvent) {
	if f.NextWord == nil || f.PreviousWord == nil {
		f.Entry.DoubleTapped(e)
		return
	}
	at := f.CursorTextOffset()
	n := len([]rune(f.Text))
	start := f.PreviousWord(f.Text, min(at+1, n))
	f.moveTo(start, fyne.KeyLeft)
	f.Entry.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	f.moveTo(f.NextWord(f.Text, start), fyne.KeyRight)
	f.Entry.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
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
	return []fyne.CanvasObject{r.f.box, r.f.frame, r.f.scroll.Content}
}
