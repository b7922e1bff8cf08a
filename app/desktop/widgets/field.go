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

// A Motion returns where the caret goes from offset at (runes) in text.
type Motion func(text string, at int) int

// Field is a text to edit as part of a page: it breaks its lines by the rules
// of both scripts, grows with its text, shows no frame until it has the focus,
// leaves Tab and the mouse wheel to the window, moves word by word as it is
// told, and shows markup only where the caret is. Fyne's own entry can none of
// this, and takes a long time over a long text.
type Field struct {
	widget.BaseWidget
	tongue

	// Text is what is written; [Field.ShowText] changes it.
	Text string
	// PlaceHolder is shown while nothing is written.
	PlaceHolder string
	TextStyle   fyne.TextStyle

	// OnEdited is called after the user changed the text.
	OnEdited func(text string)
	// OnFocused tells of the focus.
	OnFocused func(bool)
	// OnGrown is called when the text needs more or fewer lines than it has.
	OnGrown func()
	// OnCursorChanged is called when the caret is elsewhere.
	OnCursorChanged func()
	// Reads returns the text as it is read; nil shows it as it is typed.
	Reads func(text string) []Run
	// NextWord and PreviousWord move the caret by words; nil lets it stay.
	NextWord, PreviousWord Motion
	// Whole returns what a click at an offset (in runes) selects at once, so that
	// what is typed takes its place; nothing if both are the same.
	Whole func(text string, at int) (start, end int)
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

	at, from int     // the caret and the other end of what is selected, in runes
	before   bool    // the caret stands at the end of a line that goes on
	goal     float32 // where up and down lead to; -1: to where the caret is
	held     int     // shownAt while the mouse is pressed
	pressed  bool    // a button of the mouse
	shift    bool    // is held
	clicks   clicks

	face     face
	box      *canvas.Rectangle
	caret    *canvas.Rectangle
	chosen   []fyne.CanvasObject // behind what is selected
	wrapped  float32             // the width of the lines
	height   float32
	hasFocus bool
}

var (
	_ Flowing                = (*Field)(nil)
	_ Text                   = (*Field)(nil)
	_ fyne.Tabbable          = (*Field)(nil)
	_ fyne.Shortcutable      = (*Field)(nil)
	_ fyne.Tappable          = (*Field)(nil)
	_ fyne.SecondaryTappable = (*Field)(nil)
	_ fyne.Draggable         = (*Field)(nil)
	_ desktop.Mouseable      = (*Field)(nil)
	_ desktop.Keyable        = (*Field)(nil)
	_ desktop.Cursorable     = (*Field)(nil)
)

// NewField returns a field with a text and the words it shows when empty.
func NewField(text, placeholder string) *Field {
	f := &Field{Text: text, PlaceHolder: placeholder, goal: -1}
	f.face.field = f
	f.box = canvas.NewRectangle(color.Transparent)
	f.box.CornerRadius = fynetheme.Size(fynetheme.SizeNameInputRadius)
	f.caret = canvas.NewRectangle(colorOf(fynetheme.ColorNamePrimary))
	f.ExtendBaseWidget(f)
	return f
}

// ShowText puts another text into the field without telling OnEdited. The
// caret stays in what stays the same; if it stood in what is not, it goes to
// the end of that.
func (f *Field) ShowText(text string) {
	if f.Text == text {
		return
	}
	was, is := []rune(f.Text), []rune(text)
	head := 0
	for head < min(len(was), len(is)) && was[head] == is[head] {
		head++
	}
	tail := 0
	for tail < min(len(was), len(is))-head && was[len(was)-1-tail] == is[len(is)-1-tail] {
		tail++
	}
	follow := func(at int) int {
		switch {
		case at <= head:
			return at
		case at >= len(was)-tail:
			return at + len(is) - len(was)
		}
		return len(is) - tail
	}
	f.Text, f.before, f.goal = text, false, -1
	f.at, f.from = follow(f.at), follow(f.from)
	f.Refresh()
	f.checkHeight()
}

// checkHeight tells OnGrown when the need has changed.
func (f *Field) checkHeight() {
	if f.OnGrown == nil || f.wrapped == 0 {
		return
	}
	if h := f.need(); h != f.height {
		f.height = h
		f.OnGrown()
	}
}

func (f *Field) need() float32 { return f.face.height(f.Text, f.wrapped) }

// Reread reads the text again, when what it is read as has changed.
func (f *Field) Reread() {
	f.face.lines = nil
	f.Refresh()
	f.checkHeight()
}

// Mark marks stretches of the text (runes, as it is typed), one of them as the
// current one: -1 for none.
func (f *Field) Mark(marks []Stretch, current int) {
	if len(marks) == 0 && len(f.face.marks) == 0 {
		return
	}
	f.face.marks, f.face.current = marks, current
	f.Refresh()
}

// HeightFor returns the height of the wrapped text at a width.
func (f *Field) HeightFor(width float32) float32 {
	if width > 0 {
		f.wrapped = width
	}
	f.height = f.need()
	return f.height
}

// MinSize returns the size of the text at the present width.
func (f *Field) MinSize() fyne.Size {
	f.ExtendBaseWidget(f)
	if f.wrapped > 0 {
		return fyne.NewSize(40, f.need())
	}
	return fyne.NewSize(40, f.face.pitch()+2*pad()+2*fynetheme.Size(fynetheme.SizeNameInputBorder))
}

// AcceptsTab leaves Tab to the window, unless it takes what is offered.
func (f *Field) AcceptsTab() bool { return f.offers(f) }

// Cursor is for Fyne.
func (f *Field) Cursor() desktop.Cursor { return desktop.TextCursor }

// FocusGained is for Fyne.
func (f *Field) FocusGained() {
	f.hasFocus = true
	f.Refresh()
	f.checkHeight()
	follow(f)
	if f.OnFocused != nil {
		f.OnFocused(true)
	}
}

// FocusLost is for Fyne.
func (f *Field) FocusLost() {
	f.hasFocus, f.shift, f.pressed = false, false, false
	f.Refresh()
	f.checkHeight()
	f.left(f)
	if f.OnFocused != nil {
		f.OnFocused(false)
	}
}

// HasFocus reports whether keys go to the field.
func (f *Field) HasFocus() bool { return f.hasFocus }

// Typed returns the text.
func (f *Field) Typed() string { return f.Text }

// shownAt is the offset around which markup is shown. It waits while the mouse
// is pressed, so that no line moves under it.
func (f *Field) shownAt() int {
	switch {
	case !f.hasFocus:
		return -1
	case f.pressed:
		return f.held
	}
	return f.at
}

// CreateRenderer is for Fyne.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	r := &fieldRenderer{f}
	f.draw()
	return r
}

type fieldRenderer struct{ f *Field }

func (r *fieldRenderer) Layout(size fyne.Size) {
	f := r.f
	f.box.Resize(size)
	if size.Width > 0 {
		f.wrapped = size.Width
	}
	f.draw()
}

func (r *fieldRenderer) Refresh() {
	r.f.draw()
	canvas.Refresh(r.f)
}

func (r *fieldRenderer) MinSize() fyne.Size { return r.f.MinSize() }
func (r *fieldRenderer) Destroy()           {}

func (r *fieldRenderer) Objects() []fyne.CanvasObject {
	f := r.f
	objects := make([]fyne.CanvasObject, 0, len(f.face.objects)+len(f.chosen)+2)
	objects = append(objects, f.box)
	objects = append(objects, f.chosen...)
	objects = append(objects, f.face.objects...)
	if f.hasFocus {
		objects = append(objects, f.caret)
	}
	return objects
}

// draw draws the text, what is selected and the caret.
func (f *Field) draw() {
	if f.wrapped <= 0 {
		return
	}
	f.face.draw(f.Text, f.wrapped)
	f.box.FillColor = color.Transparent
	f.chosen = f.chosen[:0]
	if !f.hasFocus {
		return
	}
	f.box.FillColor = blend(colorOf(theme.Pane), colorOf(theme.Soft), 0.55)
	pitch := f.face.pitch()
	lo, hi := f.Selection()
	for i := range f.face.lines {
		line := &f.face.lines[i]
		if lo == hi || hi < line.start || lo > line.end {
			continue
		}
		x, end := f.face.x(i, max(lo, line.start)), f.face.x(i, min(hi, line.end))
		if hi > line.end && !line.soft { // the line break is selected too
			end += 5
		}
		ground := canvas.NewRectangle(colorOf(fynetheme.ColorNameSelection))
		ground.Move(fyne.NewPos(x, f.face.top()+float32(i)*pitch))
		ground.Resize(fyne.NewSize(fyne.Max(0, end-x), pitch))
		f.chosen = append(f.chosen, ground)
	}
	f.caret.FillColor = colorOf(fynetheme.ColorNamePrimary)
	f.caret.Move(f.CaretPosition().AddXY(-0.75, 0))
	f.caret.Resize(fyne.NewSize(1.5, pitch))
}

// CaretPosition returns where the caret stands, from the top left of the field.
func (f *Field) CaretPosition() fyne.Position {
	if f.wrapped <= 0 {
		return fyne.NewPos(pad(), f.face.top())
	}
	f.face.lay(f.Text, f.wrapped)
	i := f.face.line(f.at, f.before)
	x := fyne.Min(f.face.x(i, f.at), fyne.Max(pad(), f.wrapped-pad()+2))
	return fyne.NewPos(x, f.face.top()+float32(i)*f.face.pitch())
}

// CursorPosition is where an input method shows what it offers.
func (f *Field) CursorPosition() fyne.Position { return f.CaretPosition() }
