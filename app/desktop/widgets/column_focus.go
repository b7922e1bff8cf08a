package widgets

import "fyne.io/fyne/v2"

// Focused returns the key of the row that has the focus, or something in it.
func (c *Column) Focused() (key string, ok bool) {
	i := c.focusedRow()
	if i < 0 {
		return "", false
	}
	return c.rows[i].Key, true
}

// focusedRow returns the row with the focus, or -1. What in a row has it is
// known by where it stands: a row does not tell what is in it.
func (c *Column) focusedRow() int {
	driver := fyne.CurrentApp().Driver()
	canvas := driver.CanvasForObject(c)
	if canvas == nil || len(c.rows) == 0 || len(c.tops) == 0 {
		return -1
	}
	focused := canvas.Focused()
	for key, o := range c.built { // one that was never drawn stands nowhere yet
		if f := keyboardOf(o); f != nil && f == focused {
			return c.index[key]
		}
	}
	o, ok := focused.(fyne.CanvasObject)
	if !ok {
		return -1
	}
	at := driver.AbsolutePositionForObject(o).Subtract(driver.AbsolutePositionForObject(c.body))
	left := c.left()
	if at.X < left-1 || at.X >= left+c.inner() {
		return -1
	}
	for i := range c.rows {
		if at.Y >= c.tops[i]-1 && at.Y < c.tops[i]+c.heights[i] {
			return i
		}
	}
	return -1
}

// keyboardOf returns what of a row takes the focus first, or nil.
func keyboardOf(row fyne.CanvasObject) fyne.Focusable {
	if k, ok := row.(interface{ Keyboard() fyne.Focusable }); ok {
		return k.Keyboard()
	}
	f, _ := row.(fyne.Focusable)
	return f
}

// FocusRow puts the keyboard of a canvas on a row, which comes into view, and
// reports whether the row takes it. A column that was never drawn does not
// know its canvas.
func (c *Column) FocusRow(canvas fyne.Canvas, key string) bool {
	c.Reveal(key)
	f := keyboardOf(c.built[key])
	if f == nil || canvas == nil {
		return false
	}
	canvas.Focus(f)
	return true
}

// hold does something that builds rows anew, after which the keyboard is where
// it was: on the row with the same key, or else on the one that took its
// place. Only a column with HoldFocus holds it.
func (c *Column) hold(change func()) {
	was := -1
	if c.HoldFocus {
		was = c.focusedRow()
	}
	if was < 0 {
		change()
		return
	}
	canvas := fyne.CurrentApp().Driver().CanvasForObject(c)
	key, before := c.rows[was].Key, c.built[c.rows[was].Key]
	change()
	if c.built[key] == before && before != nil {
		return // it still stands
	}
	if c.FocusRow(canvas, key) {
		return
	}
	for _, by := range []int{1, -1} {
		for i := min(was, len(c.rows)-1); i >= 0 && i < len(c.rows); i += by {
			if c.FocusRow(canvas, c.rows[i].Key) {
				return
			}
		}
	}
	canvas.Unfocus()
}

// ScrollBy scrolls as a key says, and reports whether it says so.
func (c *Column) ScrollBy(key fyne.KeyName) bool {
	to, ok := scrolled(key, c.scroll.Offset.Y, c.scroll.Size().Height, c.total())
	if ok {
		c.ScrollTo(to)
	}
	return ok
}
