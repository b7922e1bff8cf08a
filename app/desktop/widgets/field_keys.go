package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// KeyDown is for Fyne.
func (f *Field) KeyDown(k *fyne.KeyEvent) {
	if isShift(k) {
		f.shift = true
	}
}

// KeyUp is for Fyne.
func (f *Field) KeyUp(k *fyne.KeyEvent) {
	if isShift(k) {
		f.shift = false
	}
}

func isShift(k *fyne.KeyEvent) bool {
	return k.Name == desktop.KeyShiftLeft || k.Name == desktop.KeyShiftRight
}

// TypedRune is for Fyne.
func (f *Field) TypedRune(r rune) {
	f.insert(string(r))
	f.look(f)
}

// TypedKey is for Fyne.
func (f *Field) TypedKey(k *fyne.KeyEvent) {
	if PassOn(f, k) || f.takes(f, k.Name) {
		return
	}
	was := f.Text
	f.typedKey(k.Name)
	if f.Text != was {
		f.look(f)
	}
}

func (f *Field) typedKey(k fyne.KeyName) {
	switch k {
	case fyne.KeyReturn, fyne.KeyEnter:
		if f.OnReturn == nil || f.shift || !f.OnReturn() {
			f.insert("\n")
		}
	case fyne.KeyTab:
		f.insert("\t")
	case fyne.KeyEscape:
		ToWindow(f, &fyne.KeyEvent{Name: k})
	case fyne.KeyBackspace:
		f.erase(false)
	case fyne.KeyDelete:
		f.erase(true)
	case fyne.KeyLeft, fyne.KeyRight:
		f.step(k == fyne.KeyRight)
	case fyne.KeyUp, fyne.KeyDown:
		f.climb(k == fyne.KeyDown)
	case fyne.KeyHome, fyne.KeyEnd:
		f.toEdge(k == fyne.KeyEnd)
	case fyne.KeyPageUp:
		f.moveTo(0, f.shift)
	case fyne.KeyPageDown:
		f.moveTo(len([]rune(f.Text)), f.shift)
	}
}

// erase takes away what is selected, or the character before the caret or
// after it.
func (f *Field) erase(forward bool) {
	lo, hi := f.Selection()
	n := len([]rune(f.Text))
	f.settle()
	switch {
	case lo != hi:
	case !forward && f.face.skip(0, true) >= lo && lo == 0, forward && hi == n:
		if f.OnJoin != nil && !f.shift {
			f.OnJoin(forward)
		}
		return
	case forward:
		hi = f.face.skip(hi+1, true)
	default:
		lo = f.startBefore(lo)
	}
	f.put(lo, hi, "")
}

// startBefore returns where what BackSpace takes away begins: one character, or
// what is typed for the number of an item.
func (f *Field) startBefore(at int) int {
	for _, a := range f.face.atoms {
		if a.Start < at && at <= a.End {
			return a.Start
		}
	}
	return at - 1
}

// step moves the caret by one character, or to the end of what is selected.
func (f *Field) step(right bool) {
	f.settle()
	lo, hi := f.Selection()
	switch {
	case lo != hi && !f.shift && right:
		f.moveTo(hi, false)
	case lo != hi && !f.shift:
		f.moveTo(lo, false)
	case right:
		f.moveTo(f.face.skip(f.at+1, true), f.shift)
	default:
		f.moveTo(f.face.skip(f.at-1, false), f.shift)
	}
}

// climb moves the caret by one line, and tells OnLeave where there is none.
func (f *Field) climb(down bool) {
	f.settle()
	if len(f.face.lines) == 0 {
		return
	}
	goal := f.goal
	if goal < 0 {
		goal = f.CaretPosition().X
	}
	line := f.face.line(f.at, f.before)
	switch {
	case down && line == len(f.face.lines)-1, !down && line == 0:
		if f.OnLeave != nil && !f.shift {
			f.OnLeave(down)
			return
		}
		edge := 0
		if down {
			edge = len([]rune(f.Text))
		}
		f.moveTo(edge, f.shift)
		return
	case down:
		line++
	default:
		line--
	}
	at, before := f.face.offsetIn(line, goal)
	f.place(f.face.skip(at, true), before, f.shift)
	f.goal = goal
}

// toEdge moves the caret to an end of its line.
func (f *Field) toEdge(end bool) {
	f.settle()
	if len(f.face.lines) == 0 {
		return
	}
	line := &f.face.lines[f.face.line(f.at, f.before)]
	if !end {
		f.place(f.face.skip(line.start, true), false, f.shift)
		return
	}
	f.place(line.end, line.soft, f.shift)
}

// settle breaks the lines as they are to be now.
func (f *Field) settle() {
	if f.wrapped > 0 {
		f.face.lay(f.Text, f.wrapped)
	}
}

// insert puts a text in the place of what is selected.
func (f *Field) insert(text string) {
	lo, hi := f.Selection()
	f.put(lo, hi, text)
}

// put puts a text in the place of a stretch, as the user does.
func (f *Field) put(lo, hi int, text string) {
	all := []rune(f.Text)
	lo, hi = max(0, min(lo, len(all))), max(0, min(hi, len(all)))
	next := string(all[:lo]) + text + string(all[hi:])
	at := lo + len([]rune(text))
	f.at, f.from, f.before, f.goal = at, at, false, -1
	if next != f.Text {
		f.Text = next
		if f.OnEdited != nil {
			f.OnEdited(next)
		}
	}
	f.moved()
}

// moveTo moves the caret; what lies between is selected, or nothing is.
func (f *Field) moveTo(at int, selecting bool) { f.place(at, false, selecting) }

func (f *Field) place(at int, before, selecting bool) {
	f.at = max(0, min(at, len([]rune(f.Text))))
	f.before, f.goal = before, -1
	if !selecting {
		f.from = f.at
	}
	f.moved()
}

// moved shows the caret where it is.
func (f *Field) moved() {
	f.Refresh()
	f.checkHeight()
	if f.OnCursorChanged != nil {
		f.OnCursorChanged()
	}
}
