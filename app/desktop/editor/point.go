package editor

import (
	"celun/app/brief"
	"celun/app/desktop/widgets"
)

// Point marks a stretch of a text (runes, markup included), and no longer
// what it marked before. An empty stretch marks nothing.
func (e *Editor) Point(at brief.Address, start, end int) {
	if f := e.fields[e.pointed]; f != nil && e.pointed != (brief.Address{}) {
		f.Mark(nil, -1)
	}
	e.pointed = brief.Address{}
	if f := e.fields[at]; f != nil && start < end {
		e.pointed = at
		f.Mark([]widgets.Stretch{{Start: start, End: end}}, 0)
	}
}
