package desktop

import (
	"slices"
	"testing"

	"celun/app/language"

	"fyne.io/fyne/v2"
)

// TestShortcutsAndIDsAreUnique holds the one list of commands.
func TestShortcutsAndIDsAreUnique(t *testing.T) {
	s := newStage(t, language.EN)
	ids, keys := map[string]bool{}, map[string]string{}
	for _, a := range s.actions {
		if ids[a.ID] {
			t.Errorf("two actions are called %q", a.ID)
		}
		ids[a.ID] = true
		if len(a.Name.Missing()) > 0 || a.Run == nil {
			t.Errorf("%s: %+v", a.ID, a.Name)
		}
		if k := a.Keys(); k != "" {
			if other := keys[k]; other != "" {
				t.Errorf("%s runs both %q and %q", k, other, a.ID)
			}
			keys[k] = a.ID
		}
	}
}

// TestTheMenuShowsWhatCanBeRun compares the menu, with the menus within it,
// with the list.
func TestTheMenuShowsWhatCanBeRun(t *testing.T) {
	s := newStage(t, language.EN)
	item := func(label string) *fyne.MenuItem {
		var found *fyne.MenuItem
		var look func(m *fyne.Menu)
		look = func(m *fyne.Menu) {
			for _, i := range m.Items {
				if i.Label == label && !i.IsSeparator {
					found = i
				}
				if i.ChildMenu != nil {
					look(i.ChildMenu)
				}
			}
		}
		for _, m := range s.menu.Items {
			look(m)
		}
		return found
	}
	compare := func() {
		t.Helper()
		for _, a := range s.actions {
			switch i := item(a.Name.EN); {
			case i == nil:
				t.Errorf("%s: not in the menu", a.ID)
			case i.Disabled == a.CanRun() || i.Checked != (a.Checked != nil && a.Checked()):
				t.Errorf("%s: disabled: %v, checked: %v", a.ID, i.Disabled, i.Checked)
			}
		}
	}
	compare()
	for _, m := range s.menu.Items {
		if len(m.Items) > 24 {
			t.Errorf("%s: a menu of %d lines is longer than a small screen", m.Label, len(m.Items))
		}
	}
	if file := s.menu.Items[0].Items; !file[len(file)-1].IsQuit {
		t.Error("Quit is not the last of the first menu: Fyne adds a second one")
	}
	save := s.actions.Find("save")
	if save.CanRun() {
		t.Error("the start page can be saved")
	}
	s.openSample()
	s.until("the sample is open", func() bool { return s.doc != nil })
	if !save.CanRun() {
		t.Error("the sample cannot be saved")
	}
	compare()
	s.actions.Find("dark").Do()
	compare()
	if !item("Dark").Checked || item("Larger pages").Disabled {
		t.Error("the menus within the menu are not kept up to date")
	}
}

func TestMemoryKeepsWhatWasChosen(t *testing.T) {
	dir := t.TempDir()
	none := func(string) string { return "" }
	m, err := NewMemory(dir, none)
	if err != nil {
		t.Fatal(err)
	}
	if m.Language() != language.EN {
		t.Errorf("without a locale the language is %q", m.Language())
	}
	m.SetLanguage(language.ZH)
	m.SetTheme("dark")
	m.AddRecent("/somewhere/a.celun")
	m.AddRecent("/somewhere/b.celun")
	m.Forget("/somewhere/a.celun")
	m.SetWindowSize(fyne.NewSize(1500, 900))
	m.SetPaneWidths(300, 500)
	m.Close()
	again, err := NewMemory(dir, none)
	if err != nil {
		t.Fatal(err)
	}
	if again.Language() != language.ZH || again.Theme() != "dark" || len(again.Recent()) != 1 || again.Recent()[0] != "/somewhere/b.celun" {
		t.Errorf("remembered: %+v", again.settings)
	}
	if size, ok := again.WindowSize(); !ok || size != fyne.NewSize(1500, 900) {
		t.Errorf("the window is remembered as %v", size)
	}
	if left, right := again.PaneWidths(); left != 300 || right != 500 {
		t.Errorf("the panes are remembered as %g and %g", left, right)
	}
	for locale, want := range map[string]language.Language{"zh_CN.UTF-8": language.ZH, "zh-Hans": language.ZH, "en_GB.UTF-8": language.EN, "de_DE": language.EN, "C": language.EN} {
		m, _ := NewMemory("", func(name string) string {
			if name == "LANG" {
				return locale
			}
			return ""
		})
		if m.Language() != want {
			t.Errorf("LANG=%s: %q", locale, m.Language())
		}
	}
}

func TestColumnsOfShortcutsAreBalanced(t *testing.T) {
	for _, c := range []struct{ rows, want []int }{
		{[]int{8, 6, 7, 5, 4, 2}, []int{1, 2, 3}},
		{[]int{20, 1, 1}, []int{1, 2}},
		{[]int{3}, []int{1}},
		{nil, []int{0}},
	} {
		if got := balanced(c.rows, 3); !slices.Equal(got, c.want) {
			t.Errorf("%v: %v, want %v", c.rows, got, c.want)
		}
	}
}

// TestFunctionKeysWorkWhereverTheCaretIs presses one in a text of the brief, in
// the search of the library and with nothing in focus.
func TestFunctionKeysWorkWhereverTheCaretIs(t *testing.T) {
	s := withSample(t, language.EN)
	c := s.window.Canvas()
	for _, focus := range []fyne.Focusable{s.caret(s.first(language.EN)), s.pane.SearchField(), nil} {
		before, _ := s.Memory.Panes()
		c.Focus(focus)
		key := &fyne.KeyEvent{Name: fyne.KeyF4}
		if focus != nil {
			focus.TypedKey(key)
		} else {
			c.OnTypedKey()(key)
		}
		if after, _ := s.Memory.Panes(); after == before {
			t.Errorf("F4 does nothing while %T has the focus", focus)
		}
		s.actions.Find("library pane").Do()
	}
}
