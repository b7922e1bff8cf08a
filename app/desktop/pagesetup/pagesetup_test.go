package pagesetup

import (
	"testing"

	"celun/app/brief"
	"celun/app/desktop/theme"
	"celun/app/language"
	"celun/assets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// TestWhatCannotBeUsedIsToldAndNotTaken fills fields and presses Done.
func TestWhatCannotBeUsedIsToldAndNotTaken(t *testing.T) {
	a := test.NewTempApp(t)
	look, err := theme.New(assets.Files, theme.Light)
	if err != nil {
		t.Fatal(err)
	}
	a.Settings().SetTheme(look)
	for _, c := range []struct {
		field, text string
		want        brief.Page
		ok          bool
	}{
		{"body", "小四", brief.Page{Body: "小四"}, true},
		{"body", "huge", brief.Page{}, false},
		{"measure", "28字", brief.Page{Measure: "28字"}, true},
		{"measure", "2mm", brief.Page{}, false},
		{"leading", "1.8", brief.Page{Leading: 1.8}, true},
		{"leading", "wide", brief.Page{}, false},
		{"leading", "9", brief.Page{}, false},
		{"lines", "22", brief.Page{Lines: 22}, true},
		{"lines", "many", brief.Page{}, false},
		{"song", "SimSun", brief.Page{Faces: brief.Faces{Song: "SimSun"}}, true},
	} {
		w := test.NewTempWindow(t, canvas.NewRectangle(nil))
		w.Resize(fyne.NewSize(900, 700))
		var got *brief.Page
		f := ask(w, Params{Language: language.EN, Done: func(p brief.Page) { got = &p }})
		test.Type(f.fields[c.field], c.text)
		f.box.Button(2).Tapped(nil)
		switch {
		case c.ok && (got == nil || *got != c.want):
			t.Errorf("%s %q: %+v", c.field, c.text, got)
		case !c.ok && got != nil:
			t.Errorf("%s %q was taken: %+v", c.field, c.text, *got)
		case !c.ok && f.problem.Text == "":
			t.Errorf("%s %q: nothing is said", c.field, c.text)
		}
		f.box.Hide()
	}
}
