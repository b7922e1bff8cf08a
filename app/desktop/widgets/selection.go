package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// CursorTextOffset returns where the caret is, in runes.
func (f *Field) CursorTextOffset() int { return f.at }

// Selection returns what is selected, as offsets in runes; both are that of
// the caret when nothing is.
func (f *Field) Selection() (start, end int) { return min(f.at, f.from), max(f.at, f.from) }

// SelectedText returns what is selected, or nothing.
func (f *Field) SelectedText() string {
	lo, hi := f.Selection()
	text := []rune(f.Text)
	return string(text[min(lo, len(text)):min(hi, len(text))])
}

// Select selects from one offset to another, in runes, and puts the caret at
// the end.
func (f *Field) Select(start, end int) {
	n := len([]rune(f.Text))
	f.from = max(0, min(start, n))
	f.moveTo(max(end, f.from), true)
}

// SetCaret puts the caret at an offset (runes), with nothing selected.
func (f *Field) SetCaret(offset int) { f.moveTo(offset, false) }

// Replace puts text in the place of what is selected, or where the caret is,
// as typing does.
func (f *Field) Replace(text string) { f.insert(text) }

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

// TypedShortcut cuts, copies, pastes, selects all, moves and erases by words.
// Undo and redo belong to the document, not to the field.
func (f *Field) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		f.copyTo(s.Clipboard)
	case *fyne.ShortcutCut:
		if f.copyTo(s.Clipboard) {
			f.insert("")
		}
	case *fyne.ShortcutPaste:
		if f.OnPaste == nil || !f.OnPaste(s.Clipboard) {
			f.Paste(s.Clipboard.Content())
		}
	case *fyne.ShortcutSelectAll:
		f.Select(0, len([]rune(f.Text)))
	case *desktop.CustomShortcut:
		if s.Modifier&^fyne.KeyModifierShift == fyne.KeyModifierShortcutDefault {
			f.byWord(s.KeyName, s.Modifier&fyne.KeyModifierShift != 0)
		}
	}
}

// copyTo puts what is selected on the clipboard; false if nothing is.
func (f *Field) copyTo(c fyne.Clipboard) bool {
	text := f.SelectedText()
	if text != "" {
		c.SetContent(text)
	}
	return text != ""
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

// byWord does what a key does together with Ctrl: arrows go by words, Home and
// End to the ends of the text, BackSpace and Delete erase a word.
func (f *Field) byWord(key fyne.KeyName, selecting bool) {
	var to int
	switch {
	case key == fyne.KeyHome:
		to = 0
	case key == fyne.KeyEnd:
		to = len([]rune(f.Text))
	case (key == fyne.KeyRight || key == fyne.KeyDelete) && f.NextWord != nil:
		to = f.NextWord(f.Text, f.at)
	case (key == fyne.KeyLeft || key == fyne.KeyBackspace) && f.PreviousWord != nil:
		to = f.PreviousWord(f.Text, f.at)
	default:
		return
	}
	if key != fyne.KeyDelete && key != fyne.KeyBackspace {
		f.moveTo(to, selecting)
		return
	}
	lo, hi := f.Selection()
	if lo == hi {
		lo, hi = min(f.at, to), max(f.at, to)
	}
	if lo < hi {
		f.put(lo, hi, "")
	}
}
