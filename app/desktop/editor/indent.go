package editor

import (
	"strings"

	"celun/app/brief"
	"celun/app/language"
)

// CanIndent reports whether the caret is in an item of a list.
func (e *Editor) CanIndent() bool {
	f, at := e.Field()
	if f == nil {
		return false
	}
	b, _, _ := e.brief.Block(at.Block)
	return b != nil && b.Kind == brief.List && at.Slot == ""
}

// Indent puts the item of the caret, in both languages, one level further in,
// or out again.
func (e *Editor) Indent(in bool) {
	f, at := e.Field()
	if f == nil || !e.CanIndent() {
		return
	}
	caret := f.CursorTextOffset()
	line := strings.Count(string([]rune(f.Text)[:caret]), "\n")
	b, _, _ := e.brief.Block(at.Block)
	next := b.Clone()
	moved := 0
	for _, l := range language.Both() {
		lines := strings.Split(next.Text.In(l), "\n")
		if line >= len(lines) {
			continue
		}
		was := len(lines[line])
		if in {
			lines[line] = "  " + lines[line]
		} else {
			lines[line] = strings.TrimPrefix(strings.TrimPrefix(lines[line], " "), " ")
		}
		if l == at.Language {
			moved = len(lines[line]) - was
		}
		next.Text = next.Text.With(l, strings.Join(lines, "\n"))
	}
	if next.Text != b.Text && e.Do(brief.ReplaceBlock{Block: next}) == nil {
		e.Caret(at, max(0, caret+moved))
	}
}
