package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"
)

// soon is how long after a click another one in the same place, which is no
// larger than near, counts together with it.
const (
	soon = 400 * time.Millisecond
	near = 6
)

// clicks counts the clicks in a place: Fyne tells of a double click only when
// there can be no third one any more, and of a quick third one not at all.
type clicks struct {
	count int
	last  time.Time
	place fyne.Position
}

// next counts a click.
func (c *clicks) next(place fyne.Position) int {
	now, away := time.Now(), place.Subtract(c.place)
	if now.Sub(c.last) > soon || max(away.X, -away.X, away.Y, -away.Y) > near {
		c.count = 0
	}
	c.count++
	c.last, c.place = now, place
	return c.count
}

// MouseDown is for Fyne. What was clicked is found before anything moves by
// the focus.
func (f *Field) MouseDown(e *desktop.MouseEvent) {
	f.settle()
	at, before := f.face.offset(e.Position)
	at = f.face.skip(at, true)
	f.held, f.pressed = f.shownAt(), true
	had := f.hasFocus
	f.focus()
	lo, hi := f.Selection()
	start, end := f.whole(at)
	count := 1
	if e.Button == desktop.MouseButtonPrimary {
		count = f.clicks.next(e.Position)
	}
	switch {
	case e.Button == desktop.MouseButtonSecondary && lo <= at && at <= hi && lo < hi:
		f.pressed = false // the menu is for what is selected
	case count == 2:
		f.chooseWord(at)
	case count > 2:
		f.chooseParagraph(at)
	case start < end && !f.shift && !(had && start == lo && end == hi):
		f.Select(start, end) // another click puts the caret into it
	default:
		f.place(at, before, f.shift)
	}
	if e.Button == desktop.MouseButtonSecondary {
		f.pressed = false
	}
}

// whole returns what a click at an offset selects at once.
func (f *Field) whole(at int) (start, end int) {
	if f.Whole == nil {
		return 0, 0
	}
	return f.Whole(f.Text, at)
}

// focus asks for the keys.
func (f *Field) focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil && !f.hasFocus {
		c.Focus(f)
	}
}

// MouseUp is for Fyne.
func (f *Field) MouseUp(*desktop.MouseEvent) { f.release() }

// Dragged is for Fyne.
func (f *Field) Dragged(e *fyne.DragEvent) {
	f.settle()
	f.clicks.count = 0
	at, before := f.face.offset(e.Position)
	f.place(f.face.skip(at, true), before, true)
}

// DragEnd is for Fyne.
func (f *Field) DragEnd() { f.release() }

func (f *Field) release() {
	if f.pressed {
		f.pressed = false
		f.Refresh()
		f.checkHeight()
	}
}

// Tapped is for Fyne: the caret moves when the button goes down.
func (f *Field) Tapped(*fyne.PointEvent) {}

// chooseWord selects the word at an offset.
func (f *Field) chooseWord(at int) {
	if f.NextWord == nil || f.PreviousWord == nil {
		f.Select(wordBounds(f.Text, at))
		return
	}
	start := f.PreviousWord(f.Text, min(at+1, len([]rune(f.Text))))
	f.Select(start, f.NextWord(f.Text, start))
}

// chooseParagraph selects what lies between two line breaks.
func (f *Field) chooseParagraph(at int) {
	text := []rune(f.Text)
	start, end := min(at, len(text)), min(at, len(text))
	for start > 0 && text[start-1] != '\n' {
		start--
	}
	for end < len(text) && text[end] != '\n' {
		end++
	}
	f.Select(start, end)
}

// wordBounds returns the word between blanks around an offset.
func wordBounds(text string, at int) (start, end int) {
	runes := []rune(text)
	blank := func(i int) bool { return runes[i] == ' ' || runes[i] == '\n' || runes[i] == '\t' }
	start, end = min(at, len(runes)), min(at, len(runes))
	for start > 0 && !blank(start-1) {
		start--
	}
	for end < len(runes) && !blank(end) {
		end++
	}
	return start, end
}

// TappedSecondary shows what can be done with what is selected.
func (f *Field) TappedSecondary(e *fyne.PointEvent) {
	f.focus()
	app := fyne.CurrentApp()
	clipboard := app.Clipboard()
	does := func(s fyne.Shortcut) func() { return func() { f.TypedShortcut(s) } }
	menu := fyne.NewMenu("",
		fyne.NewMenuItem(lang.L("Cut"), does(&fyne.ShortcutCut{Clipboard: clipboard})),
		fyne.NewMenuItem(lang.L("Copy"), does(&fyne.ShortcutCopy{Clipboard: clipboard})),
		fyne.NewMenuItem(lang.L("Paste"), does(&fyne.ShortcutPaste{Clipboard: clipboard})),
		fyne.NewMenuItem(lang.L("Select all"), does(&fyne.ShortcutSelectAll{})))
	if c := app.Driver().CanvasForObject(f); c != nil {
		widget.ShowPopUpMenuAtPosition(menu, c, app.Driver().AbsolutePositionForObject(f).Add(e.Position))
	}
}
