package palette

import (
	"testing"

	"celun/app/desktop/actions"
	"celun/app/desktop/theme"
	"celun/app/language"
	"celun/assets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// TestACommandIsFoundAndRunByKeys types a name and presses Enter. What can be
// run is looked at before the box is open, for the box is over the window.
func TestACommandIsFoundAndRunByKeys(t *testing.T) {
	a := test.NewTempApp(t)
	look, err := theme.New(assets.Files, theme.Light)
	if err != nil {
		t.Fatal(err)
	}
	a.Settings().SetTheme(look)
	w := a.NewWindow("")
	defer w.Close()
	w.SetContent(container.NewStack())
	w.Resize(fyne.NewSize(900, 600))
	w.Show()
	free := func() bool { return w.Canvas().Overlays().Top() == nil }
	all := list()
	for _, c := range all {
		c.Enabled = free
	}
	all = append(all, &actions.Action{ID: "off", Name: language.Text{ZH: "保存不了", EN: "Save nothing"}, Enabled: func() bool { return false }, Run: func() {}})
	ran := ""
	p := Show(w, Params{Language: language.EN, Actions: all, Run: func(a *actions.Action) { ran = a.ID }})
	for _, a := range p.Actions {
		if a.ID == "off" {
			t.Error("the box offers what cannot be run")
		}
	}
	whole := p.box.Content.Size().Height
	test.Type(p.field, "export")
	if h := p.box.Content.Size().Height; h >= whole || h < 2*row {
		t.Errorf("two commands are listed %v high, all %v", h, whole)
	}
	if len(p.shown) != 2 {
		t.Fatalf("%d commands for export", len(p.shown))
	}
	p.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	p.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if ran != "export pack" {
		t.Errorf("ran %q, want the second of what was found", ran)
	}
	if !free() {
		t.Error("the box is still open")
	}
}
