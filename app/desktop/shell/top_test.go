package shell

import (
	"testing"

	"celun/app/desktop/actions"
	"celun/app/language"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// In a narrow window the word about a document is left out rather than shown
// as three dots.
func TestTheTopSaysSomethingOrNothing(t *testing.T) {
	test.NewTempApp(t)
	var list actions.List
	for _, id := range []string{"undo", "redo", "save", "palette", "pane checks", "export", "language", "close"} {
		list = append(list, &actions.Action{ID: id, Name: language.Text{ZH: id, EN: id}, Run: func() {}})
	}
	top := NewTop(list, language.EN)
	w := test.NewTempWindow(t, top.View())
	top.Show("A brief with a name that takes its room", "Policy brief", false)
	for _, c := range []struct {
		width float32
		shown bool
	}{{1400, true}, {700, false}, {1400, true}} {
		w.Resize(fyne.NewSize(c.width, 60))
		if top.about.Visible() != c.shown {
			t.Errorf("%g wide: shown is %v", c.width, top.about.Visible())
		}
	}
}
