package widgets

import (
	"fyne.io/fyne/v2"
)

// An Answer is a button of a dialog. The dialog is closed before Run is
// called, unless it says Stay.
type Answer struct {
	Label string
	Icon  fyne.Resource
	Rank  Rank
	Run   func() // nil: only closes the dialog
	Stay  bool
}

// A Dialog is content over the window, with its answers under it.
type Dialog struct {
	window  fyne.Window
	box     *sheetOver
	buttons []*Button
	escape  func()
	scrolls scrolls
}

// What scrolls by keys.
type scrolls interface {
	ScrollBy(key fyne.KeyName) bool
}

// ShowDialog shows a dialog, with its answers in a row under it at the right.
// The first answer is also given by Escape, and the last has the focus, so
// that Enter gives it.
//
// The dialog is as wide as size says and as high as its content needs; size
// says how high it is when the content takes what there is. It never leaves
// the window: what has no room in it is scrolled.
func ShowDialog(w fyne.Window, title string, content fyne.CanvasObject, size fyne.Size, answers ...Answer) *Dialog {
	d := &Dialog{window: w}
	for i, a := range answers {
		b := NewButton(a.Rank, a.Label, a.Icon, func() {
			if !a.Stay {
				d.Hide()
			}
			if a.Run != nil {
				a.Run()
			}
		})
		if i == 0 {
			d.escape = b.OnTapped
		}
		b.OnEscape = d.Escape
		d.buttons = append(d.buttons, b)
	}
	d.box = newSheetOver(w.Canvas(), title, content, size, d.buttons)
	d.scrolls = d.box.body
	if own, ok := content.(scrolls); ok {
		d.scrolls = own
	}
	d.takeKeys()
	d.box.Show()
	if len(d.buttons) > 0 {
		w.Canvas().Focus(d.buttons[len(d.buttons)-1])
	}
	return d
}

// takeKeys lets Escape give the first answer and Enter the last as long as the
// dialog is there, when nothing in it has the focus; and content that scrolls
// be scrolled by the arrows and their like.
func (d *Dialog) takeKeys() {
	c := d.window.Canvas()
	before, open := c.OnTypedKey(), true
	d.box.closed = func() {
		open = false
		c.SetOnTypedKey(before)
	}
	c.SetOnTypedKey(func(k *fyne.KeyEvent) {
		switch {
		case !open:
			if before != nil {
				before(k)
			}
		case k.Name == fyne.KeyEscape:
			d.Escape()
		case (k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter) && len(d.buttons) > 0:
			d.buttons[len(d.buttons)-1].OnTapped()
		case d.scrolls != nil:
			d.scrolls.ScrollBy(k.Name)
		}
	})
}

// Scrolls says what in the dialog is scrolled by keys, if it is not all of the
// content.
func (d *Dialog) Scrolls(part scrolls) { d.scrolls = part }

// Hide closes the dialog without an answer.
func (d *Dialog) Hide() { d.box.Hide() }

// Escape gives the first answer.
func (d *Dialog) Escape() {
	if d.escape != nil {
		d.escape()
	}
}

// Button returns the button of an answer by its place.
func (d *Dialog) Button(i int) *Button { return d.buttons[i] }

// FocusOn gives an entry of the dialog the focus, with all of its text
// selected; Escape in it gives the first answer, Enter the last.
func (d *Dialog) FocusOn(e *LineEntry) {
	e.OnEscape = d.Escape
	if e.OnSubmitted == nil {
		e.OnSubmitted = func(string) { d.buttons[len(d.buttons)-1].OnTapped() }
	}
	d.window.Canvas().Focus(e)
	e.SelectAll()
}
