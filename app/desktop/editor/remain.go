package editor

import (
	"celun/app/brief"
	"celun/app/desktop/widgets"
	"celun/app/language"
)

// A hold is the text that has the caret before another state of the brief is
// shown: its row may be built anew for that, or be gone.
type hold struct {
	at     brief.Address
	field  *widgets.Field // nil where no text has the caret
	offset int            // runes
}

func (e *Editor) hold() hold {
	for at, f := range e.fields {
		if f.HasFocus() {
			return hold{at: at, field: f, offset: f.CursorTextOffset()}
		}
	}
	return hold{}
}

// remain has the user stay where he was in the state before: in the same text
// if it is still there, or else in what stood beside it. A caret that stayed
// in a text which is no longer shown would type into nothing.
func (e *Editor) remain(old *brief.Brief, h hold) {
	if old == nil {
		return
	}
	if h.field != nil && e.fields[h.at] != h.field {
		if _, ok := e.brief.Text(h.at); ok {
			e.Caret(h.at, h.offset)
		} else if to, ok := beside(old, e.brief, h.at); ok {
			e.Caret(to, -1)
		}
		return
	}
	if e.selected.Block == "" {
		return
	}
	if b, _, _ := e.brief.Block(e.selected.Block); b == nil {
		if to, ok := beside(old, e.brief, e.selected); ok {
			e.choose(to)
		}
	}
}

// beside returns the place in b nearest to one in old that is gone: in the
// block before or after it, or else in the heading of its section.
func beside(old, b *brief.Brief, at brief.Address) (brief.Address, bool) {
	l := at.Language
	if l == "" {
		l = language.ZH
	}
	k, i, j := old.Block(at.Block)
	if k == nil || at.Block == "" {
		return brief.Address{}, false
	}
	if now, _, _ := b.Block(at.Block); now != nil { // of another kind now
		return brief.Address{Block: at.Block, Language: l}, true
	}
	blocks := old.Sections[i].Blocks
	for step := 1; step < len(blocks); step++ {
		for _, n := range []int{j - step, j + step} {
			if n < 0 || n >= len(blocks) {
				continue
			}
			if near, _, _ := b.Block(blocks[n].ID); near != nil {
				return brief.Address{Block: near.ID, Language: l}, true
			}
		}
	}
	if s, _ := b.Section(old.Sections[i].ID); s != nil {
		return brief.Address{Section: s.ID, Language: l}, true
	}
	return brief.Address{}, false
}
