package editor

import (
	"celun/app/brief"
	"celun/app/desktop/widgets"
	"celun/app/language"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// field returns the field of a place, showing its present text.
func (e *Editor) field(at brief.Address, placeholder string) *widgets.Field {
	text, _ := e.brief.Text(at)
	f := widgets.NewField(text, placeholder)
	e.fields[at] = f
	e.finder.markOne(at, f)
	key := keyOf(at)
	follows := false // what is typed brings the text in step with its twin
	f.OnEdited = func(s string) {
		if err := e.Do(brief.SetText{At: at, Text: s, Follows: follows}); err != nil {
			was, _ := e.brief.Text(at)
			f.ShowText(was)
		}
	}
	f.OnFocused = func(on bool) {
		if v, ok := e.views[key].(interface{ hold(caret bool) }); ok {
			v.hold(on)
		}
		if on {
			follows = e.isBehind(at)
			chosen := e.selected == at
			e.choose(at)
			if isBlank(f.Text, at.Language) {
				f.Select(0, len([]rune(f.Text))) // what is typed takes its place
			}
			e.tell(f, at)
			if chosen && e.Entered != nil { // else Went was told
				e.Entered()
			}
			return
		}
		e.Seal()
	}
	f.Whole = func(text string, i int) (start, end int) { return blankAt(text, at.Language, i) }
	f.Language = at.Language
	f.OnGrown = func() { e.column.Remeasure(key) }
	f.OnCursorChanged = func() {
		e.showCaret(f)
		e.tell(f, at)
	}
	kind := brief.Paragraph
	if b, _, _ := e.brief.Block(at.Block); b != nil && at.Slot == "" {
		kind = b.Kind
	}
	f.Reads = func(text string) []widgets.Run {
		if kind == brief.List || kind == brief.KeyMessages {
			return e.items(text, at.Language, kind == brief.KeyMessages)
		}
		return e.reads(text, at.Language)
	}
	e.typing(f, at)
	l := at.Language
	if l == "" {
		l = language.ZH
	}
	if e.NextWord != nil {
		f.NextWord = func(s string, i int) int { return e.NextWord(l, s, i) }
	}
	if e.PreviousWord != nil {
		f.PreviousWord = func(s string, i int) int { return e.PreviousWord(l, s, i) }
	}
	return f
}

// isBlank reports whether a text is nothing but a named blank.
func isBlank(text string, l language.Language) bool {
	blanks := brief.BlanksIn(text, l)
	return len(blanks) == 1 && blanks[0].Start == 0 && blanks[0].End == len([]rune(text))
}

// blankAt returns the named blank around an offset; beside the text counts as in
// it where there is no other text.
func blankAt(text string, l language.Language, at int) (start, end int) {
	if isBlank(text, l) {
		return 0, len([]rune(text))
	}
	for _, b := range brief.BlanksIn(text, l) {
		if b.Start < at && at < b.End {
			return b.Start, b.End
		}
	}
	return 0, 0
}

// tell tells where the caret is.
func (e *Editor) tell(f *widgets.Field, at brief.Address) {
	if e.Moved != nil && e.fields[at] == f && f.HasFocus() {
		e.Moved(at, f.CursorTextOffset())
	}
}

// showCaret scrolls the column so that the line with the caret is in view.
func (e *Editor) showCaret(f *widgets.Field) {
	// A field that loses the focus tells of its caret too, which may be far
	// from the field that was clicked.
	if at := e.selected; e.fields[at] != f || !f.HasFocus() {
		return
	}
	driver := fyne.CurrentApp().Driver()
	if driver.CanvasForObject(f) == nil {
		return
	}
	y := driver.AbsolutePositionForObject(f).Y - driver.AbsolutePositionForObject(e.column).Y + e.column.Offset()
	y += f.CursorPosition().Y
	e.column.RevealSpan(y-12, y+3*fynetheme.Size(fynetheme.SizeNameText))
}

// slotField is a field and the place it shows.
type slotField struct {
	at brief.Address
	*widgets.Field
}

// pair returns the fields of both languages of a place.
func (e *Editor) pair(at brief.Address, placeholder language.Text) [2]slotField {
	var both [2]slotField
	for i, l := range language.Both() {
		at.Language = l
		both[i] = slotField{at, e.field(at, placeholder.In(l))}
	}
	return both
}

// show shows what the brief has at the places of the fields.
func show(b *brief.Brief, fields []slotField) {
	for _, f := range fields {
		text, _ := b.Text(f.at)
		f.ShowText(text)
	}
}
