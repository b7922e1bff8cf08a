package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Selection returns what is selected, as offsets in runes; both are that of
// the caret when nothing is.
func (f *Field) Selection() (start, end int) {
	at := f.CursorTextOffset()
	chosen := []rune(f.Entry.SelectedText())
	if len(chosen) == 0 {
		return at, at
	}
	text := []rune(f.Text)
	if from := at - len(chosen); from >= 0 && at <= len(text) && string(text[from:at]) == string(chosen) {
		return from, at
	}
	return at, min(at+len(chosen), len(text))
}

// Select selects from one offset to another, in runes, and puts the caret at
// the end.
func (f *Field) Select(start, end int) {
	f.SetCaret(0, 0, 0)
	f.clearSelection()
	f.moveTo(start, fyne.KeyRight)
	if end <= start {
		return
	}
	f.Entry.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	f.moveTo(end, fyne.KeyRight)
	f.Entry.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
}

// clearSelection lets nothing be selected; the caret may move by one.
func (f *Field) clearSelection() {
	if f.Entry.SelectedText() != "" {
		f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	}
}

// Replace puts text in the place of what is selected, or where the caret is,
// as typing does.
func (f *Field) Replace(text string) {
	f.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: pasted(text)})
}

// Surround puts marks around what is selected, or around the word at the caret,
// and takes them away where they stand already. The selection stays.
func (f *Field) Surround(before, after string) {
	start, end := f.Selection()
	text := []rune(f.Text)
	if start == end && f.NextWord != nil && f.PreviousWord != nil {
		start, end = f.wordAt(start)
	}
	b, a := []rune(before), []rune(after)
	inner := string(text[start:end])
	if start >= len(b) && end+len(a) <= len(text) && string(text[start-len(b):start]) == before && string(text[end:end+len(a)]) == after {
		f.Select(start-len(b), end+len(a))
		f.Replace(inner)
		f.Select(start-len(b), end-len(b))
		return
	}
	f.Select(start, end)
	f.Replace(before + inner + after)
	f.Select(start+len(b), end+len(b))
}

// wordAt returns the word around an offset; nothing where there is none.
func (f *Field) wordAt(at int) (start, end int) {
	text := []rune(f.Text)
	start = f.PreviousWord(f.Text, min(at+1, len(text)))
	end = f.NextWord(f.Text, start)
	for end > start && text[end-1] == ' ' {
		end--
	}
	if at < start || at > end {
		return at, at
	}
	return start, end
}

// TypedShortcut moves by words, and leaves the rest to Fyne. Undo and redo
// belong to the document, not to the field.
func (f *Field) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutUndo, *fyne.ShortcutRedo:
		return
	case *fyne.ShortcutPaste:
		if f.OnPaste == nil || !f.OnPaste(s.Clipboard) {
			f.Paste(s.Clipboard.Content())
		}
		return
	case *desktop.CustomShortcut:
		if s.Modifier&^fyne.KeyModifierShift == fyne.KeyModifierShortcutDefault && f.moveByWord(s.KeyName) {
			return
		}
	}
	f.Entry.TypedShortcut(s)
}

// Paste puts a text in, with line ends as one line feed and without characters
// that no page can show.
func (f *Field) Paste(text string) {
	if clean := Clean(text); clean != "" {
		f.Replace(clean)
	}
}

// Clean returns a text with line ends as one line feed and without characters
// that no page can show.
func Clean(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r < ' ' || r == 0x7f || r == 0xfffd || r == 0xfeff:
			return -1
		}
		return r
	}, strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n").Replace(text))
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
