package editor

import (
	"celun/app/brief"

	"fyne.io/fyne/v2"
)

// A State is where the user is in an editor: what is selected, what is in
// view, and the caret. Another editor of the same brief takes it over, as when
// the window is built anew in the other language.
type State struct {
	selected brief.Address
	offset   float32
	details  bool
	focused  bool
	caret    int // in runes
}

// State returns where the user is.
func (e *Editor) State() State {
	s := State{selected: e.selected, offset: e.column.Offset(), details: e.details}
	if f, ok := e.fields[e.selected]; ok && f.HasFocus() {
		s.focused = true
		s.caret = f.CursorTextOffset()
	}
	return s
}

// StateAt returns the state of one who was at a place, with the caret behind so
// many runes and the brief in view from a height on.
func StateAt(at brief.Address, caret int, offset float32) State {
	return State{selected: at, offset: offset, focused: at != (brief.Address{}), caret: caret}
}

// Where returns what is selected, behind how many runes the caret is, and from
// which height on the brief is in view.
func (s State) Where() (at brief.Address, caret int, offset float32) {
	return s.selected, s.caret, s.offset
}

// Restore goes to where the user was. The editor shows its brief already, in
// the window.
func (e *Editor) Restore(s State) {
	if e.details != s.details {
		e.details = s.details
		e.drop(coverKey)
		e.column.Rebuild(coverKey)
	}
	e.column.ScrollTo(s.offset)
	if s.selected != (brief.Address{}) {
		e.choose(s.selected)
	}
	f, ok := e.fields[s.selected]
	if !s.focused || !ok {
		return
	}
	e.focus(f)
	f.SetCaret(s.caret)
	e.column.ScrollTo(s.offset)
}

// focus gives a text the focus. Without [Params.Keyboard] it asks for the canvas of
// the column, not the field: a field built this moment is on none yet.
func (e *Editor) focus(f fyne.Focusable) {
	if e.Keyboard != nil {
		e.Keyboard(f)
	} else if c := fyne.CurrentApp().Driver().CanvasForObject(e.column); c != nil {
		c.Focus(f)
	}
}

// Offset returns the height from which the brief is in view.
func (e *Editor) Offset() float32 { return e.column.Offset() }

// ScrollTo shows the brief from a height on.
func (e *Editor) ScrollTo(y float32) { e.column.ScrollTo(y) }

// MeasureAgain looks again how high everything is, after a change of face.
func (e *Editor) MeasureAgain() { e.column.MeasureAgain() }
