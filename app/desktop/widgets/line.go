package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// A LineEntry is a field of one line in a dialog or a bar: Enter takes what
// is written, Escape leaves it.
type LineEntry struct {
	widget.Entry
	// OnEscape is called on Escape.
	OnEscape func()
	// OnDown and OnUp are called on the arrow keys.
	OnDown, OnUp func()
}

// NewLineEntry returns a field with a text.
func NewLineEntry(text string) *LineEntry {
	e := &LineEntry{}
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	e.Text = text
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey is for Fyne.
func (e *LineEntry) TypedKey(k *fyne.KeyEvent) {
	switch {
	case k.Name == fyne.KeyEscape && e.OnEscape != nil:
		e.OnEscape()
	case k.Name == fyne.KeyEscape:
		toWindow(e, k)
	case k.Name == fyne.KeyDown && e.OnDown != nil:
		e.OnDown()
	case k.Name == fyne.KeyUp && e.OnUp != nil:
		e.OnUp()
	case PassOn(e, k):
	default:
		e.Entry.TypedKey(k)
	}
}

// SelectAll selects the whole text, as when a path is offered.
func (e *LineEntry) SelectAll() { e.TypedShortcut(&fyne.ShortcutSelectAll{}) }
