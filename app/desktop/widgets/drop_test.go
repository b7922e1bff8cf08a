package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// A list in a dialog lets Escape and Enter through to it, and tells two equal
// words apart.
func TestADropLeavesTheDialogItsKeys(t *testing.T) {
	a := test.NewApp()
	defer a.Quit()
	w := a.NewWindow("")
	defer w.Close()
	w.Resize(fyne.NewSize(600, 400))
	taken := -1
	d := NewDrop([]string{"same", "same", "other"}, 0, nil)
	d.OnChanged = func(at int) { taken = at }
	answered := ""
	show := func() {
		answered = ""
		ShowDialog(w, "title", d, fyne.NewSize(400, 200),
			Answer{Label: "no", Run: func() { answered = "no" }}, Answer{Label: "yes", Run: func() { answered = "yes" }})
		w.Canvas().Focus(d)
	}
	key := func(k fyne.KeyName) { w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k}) }
	for k, want := range map[fyne.KeyName]string{fyne.KeyEscape: "no", fyne.KeyReturn: "yes"} {
		show()
		key(k)
		if answered != want {
			t.Errorf("%s answers %q, want %q", k, answered, want)
		}
	}
	show()
	for range 2 { // to the second of the list that Space opens
		if w.Canvas().Focused() == d {
			key(fyne.KeySpace)
		}
		key(fyne.KeyDown)
	}
	key(fyne.KeyReturn)
	if taken != 1 || d.At() != 1 {
		t.Errorf("the second was taken, and it tells %d, is at %d", taken, d.At())
	}
	if w.Canvas().Focused() != d || answered != "" {
		t.Errorf("after the choice %T has the focus, and the dialog is answered %q", w.Canvas().Focused(), answered)
	}
}
