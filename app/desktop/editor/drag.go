package editor

import (
	"strings"

	"celun/app/brief"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// dropper is where a block that is dragged would be put: a line between two
// rows.
type dropper struct {
	line    *canvas.Rectangle
	block   string // that is dragged
	section string
	index   int
	ok      bool
}

// drag shows where a block would go when it is let go at a place of the
// window, and scrolls when the pointer is at an edge.
func (e *Editor) drag(block string, at fyne.Position) {
	d := &e.dropper
	d.block = block
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(e.column)
	y, height := at.Y-origin.Y, e.column.Size().Height
	const edge, step = 28, 14
	switch {
	case y < edge:
		e.column.ScrollTo(e.column.Offset() - step)
	case y > height-edge:
		e.column.ScrollTo(e.column.Offset() + step)
	}
	key, lower, ok := e.column.RowAt(y + e.column.Offset())
	if !ok {
		return
	}
	d.section, d.index, d.ok = e.dropAt(key, lower)
	line := e.dropLine(d.section, d.index) - e.column.Offset()
	d.line.Hidden = !d.ok || line < 0 || line > height
	d.line.Move(fyne.NewPos(16, line+e.column.Position().Y-1.5))
	d.line.Resize(fyne.NewSize(e.column.Size().Width-32, 3))
	d.line.Refresh()
}

// DragOver shows where something from outside would be put when it is let go
// at a place of the window.
func (e *Editor) DragOver(at fyne.Position) {
	x := at.X - fyne.CurrentApp().Driver().AbsolutePositionForObject(e.column).X
	if x < 0 || x > e.column.Size().Width {
		e.Drop()
		return
	}
	e.drag("", at)
}

// Drop ends what [Editor.DragOver] began, and returns where it is to be put;
// it is not ok where nothing can be.
func (e *Editor) Drop() (section string, index int, ok bool) {
	d := e.dropper
	e.dropper = dropper{line: d.line}
	d.line.Hidden = true
	d.line.Refresh()
	return d.section, d.index, d.ok
}

// dropAt returns where a block goes that is let go over a row: in its upper or
// lower half.
func (e *Editor) dropAt(key string, lower bool) (section string, index int, ok bool) {
	kind, id, _ := strings.Cut(key, " ")
	switch kind {
	case "block":
		_, i, j := e.brief.Block(id)
		if i < 0 {
			return "", 0, false
		}
		if lower {
			j++
		}
		return e.brief.Sections[i].ID, j, true
	case "section":
		s, i := e.brief.Section(id)
		if s == nil {
			return "", 0, false
		}
		if !lower && i > 0 {
			before := &e.brief.Sections[i-1]
			return before.ID, len(before.Blocks), true
		}
		return id, 0, true
	case "add":
		if s, _ := e.brief.Section(id); s != nil {
			return id, len(s.Blocks), true
		}
	}
	return "", 0, false
}

// dropLine returns the height in the column of a place between blocks.
func (e *Editor) dropLine(section string, index int) float32 {
	s, _ := e.brief.Section(section)
	if s == nil {
		return -1
	}
	key := sectionKey(section)
	if index > 0 && index <= len(s.Blocks) && !e.folded[section] {
		key = blockKey(s.Blocks[index-1].ID)
	}
	top, height, _ := e.column.Bounds(key)
	return top + height + 4
}

// dropped ends a drag.
func (e *Editor) dropped() {
	block := e.dropper.block
	section, index, ok := e.Drop()
	_, i, j := e.brief.Block(block)
	if !ok || i < 0 {
		return
	}
	if e.brief.Sections[i].ID == section {
		if index > j {
			index-- // it leaves its own place first
		}
		if index == j {
			return
		}
	}
	if e.Do(brief.MoveBlock{ID: block, Section: section, Index: index}) == nil {
		e.choose(brief.Address{Block: block})
	}
}

func newDropper(colour *canvas.Rectangle) dropper {
	colour.CornerRadius = 1.5
	colour.Hidden = true
	return dropper{line: colour}
}
