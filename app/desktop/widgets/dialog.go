package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
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
	box     *dialog.CustomDialog
	buttons []*Button
	escape  func()
	scrolls scrolls
}

// What scrolls by keys.
type scrolls interface {
	ScrollBy(key fyne.KeyName) bool
}

// ShowDialog shows a dialog. The first answer is also given by Escape, and
// the last has the focus, so that Enter gives it.
func ShowDialog(w fyne.Window, title string, content fyne.CanvasObject, size fyne.Size, answers ...Answer) *Dialog {
	d := &Dialog{window: w}
	d.scrolls, _ = content.(scrolls)
	// Fyne sets the content 20 in from the edge, but the title only 12.
	const asTitle = 12 - 20
	d.box = dialog.NewCustomWithoutButtons(title, NewInset(content, 4, asTitle, 10, asTitle), w)
	objects := make([]fyne.CanvasObject, len(answers))
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
		d.buttons, objects[i] = append(d.buttons, b), b
	}
	d.box.SetButtons(objects)
	d.box.Resize(size)
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
	d.box.SetOnClosed(func() {
		open = false
		c.SetOnTypedKey(before)
	})
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
