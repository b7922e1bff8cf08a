package shell

import (
	"testing"

	"celun/app/language"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

func TestATabIsMadeWhenItIsShown(t *testing.T) {
	test.NewTempApp(t)
	made, front := map[string]int{}, map[string]bool{}
	tab := func(id string) Tab {
		return Tab{
			ID: id, Name: language.Text{ZH: id, EN: id},
			View:  func() fyne.CanvasObject { made[id]++; return widget.NewLabel(id) },
			Shown: func(on bool) { front[id] = on },
		}
	}
	s := NewSide(language.EN, []Tab{tab("pages"), tab("map"), tab("checks")}, "map", nil)
	if s.Current() != "map" || made["map"] != 1 || made["pages"] != 0 {
		t.Fatalf("in front is %q, made %v", s.Current(), made)
	}
	went := ""
	s.OnShown = func(id string) { went = id }
	test.Tap(s.heads["checks"])
	if went != "checks" || s.Current() != "checks" || front["map"] || !front["checks"] {
		t.Errorf("went to %q, in front %v", went, front)
	}
	s.Show("map")
	if made["map"] != 1 {
		t.Error("a tab was made a second time")
	}
	if NewSide(language.EN, []Tab{tab("pages")}, "gone", nil).Current() != "pages" {
		t.Error("a tab that is no more leaves nothing in front")
	}
}
