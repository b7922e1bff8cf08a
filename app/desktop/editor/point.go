package editor

import (
	"celun/app/brief"
	"celun/app/desktop/widgets"
)

// ShowFound marks what was found in the texts (stretches in runes, markup
// included), and no longer what it marked before. While something is looked
// for, what matches is marked instead.
func (e *Editor) ShowFound(marks map[brief.Address][]widgets.Stretch) {
	e.found = marks
	e.markFound()
}

// Point marks a stretch of a text as the one that is spoken of, and no longer
// the one before. An empty stretch is none.
func (e *Editor) Point(at brief.Address, start, end int) {
	e.pointed, e.pointedAt = at, widgets.Stretch{Start: start, End: end}
	e.markFound()
}

// markFound marks the texts that are built.
func (e *Editor) markFound() {
	if len(e.finder.matches) > 0 {
		return
	}
	for at, f := range e.fields {
		e.markFoundIn(at, f)
	}
}

// markFoundIn marks one text.
func (e *Editor) markFoundIn(at brief.Address, f *widgets.Field) {
	marks, current := e.found[at], -1
	if at == e.pointed && e.pointedAt.Start < e.pointedAt.End {
		for i, m := range marks {
			if m == e.pointedAt {
				current = i
			}
		}
		if current < 0 {
			marks = append(marks[:len(marks):len(marks)], e.pointedAt)
			current = len(marks) - 1
		}
	}
	f.Mark(marks, current)
}
