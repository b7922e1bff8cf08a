package desktop

import (
	"strings"
	"testing"

	"celun/app/brief"
	"celun/app/desktop/widgets"
	"celun/app/language"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// completes types a stroke and pinyin at the end of a field and returns what
// is written there once the first thing that is offered was taken.
func (s *stage) completes(f widgets.Text, typed string) string {
	s.t.Helper()
	s.window.Canvas().Focus(f)
	end := len([]rune(f.Typed()))
	f.Select(end, end)
	test.Type(f, typed)
	if !s.completing.IsOpen() {
		return ""
	}
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if s.completing.IsOpen() {
		s.t.Errorf("the list is still there")
	}
	return string([]rune(f.Typed())[end:])
}

// Every text of a dialog is completed, in the language that it is written in.
func TestEveryFieldOfADialogCompletes(t *testing.T) {
	s := withSample(t, language.EN)
	block := s.first(language.ZH).Block
	for name, c := range map[string]struct {
		open  func()
		least int
	}{
		"argument": {func() { s.editArgument(s.entry("C1")) }, 12},
		"link":     {func() { s.linkArgument(s.entry("C1")) }, 3},
		"comment":  {func() { s.askComment(block, "") }, 1},
		"unit":     {s.askUnit, 8},
	} {
		c.open()
		top := s.window.Canvas().Overlays().Top()
		all := everything[widgets.Text](top)
		if len(all) < c.least {
			t.Errorf("%s: only %d fields", name, len(all))
		}
		for i, f := range all {
			want := "digital diplomacy"
			if f.In() == language.ZH || f.In() == "" && strings.ContainsFunc(f.Typed(), isHan) {
				want = "数字外交"
			}
			if got := s.completes(f, " /shuziwaijiao"); strings.TrimSpace(got) != want {
				t.Errorf("%s: field %d (%s): %q, want %q", name, i, f.In(), got, want)
			}
		}
		s.window.Canvas().Overlays().Remove(top)
	}
}

func isHan(r rune) bool { return r >= 0x4e00 && r < 0xa000 }

// So is every text of the workspace: title, cells, recommendations, the search
// of the library, the bar that finds.
func TestEveryFieldOfTheWorkspaceCompletes(t *testing.T) {
	s := withSample(t, language.ZH)
	s.editor.Find(true)
	var at []brief.Address
	seen := map[string]bool{}
	for a := range s.brief().Addresses() {
		kind := "cover " + string(a.Slot)
		if b, _, _ := s.brief().Block(a.Block); b != nil {
			kind = string(b.Kind) + " " + strings.Trim(string(a.Slot), "0123456789,. ")
		}
		if s.editor.Reveal(a, true); !seen[kind] && a.Language == language.ZH {
			if _, now := s.editor.Field(); now == a {
				seen[kind] = true
				at = append(at, a)
			}
		}
	}
	if len(at) < 10 {
		t.Fatalf("only %d kinds of texts", len(at))
	}
	for _, a := range at {
		if got := strings.TrimSpace(s.completes(s.caret(a), " /shuziwaijiao")); !strings.Contains(got, "数字外交") || strings.Contains(got, "/") {
			t.Errorf("%v: %q", a, got)
		}
	}
	lines := 0
	for _, f := range everything[widgets.Text](s.window.Content()) {
		if _, ok := f.(*widgets.LineEntry); ok {
			lines++
			if got := strings.TrimSpace(s.completes(f, " /shuziwaijiao")); got != "数字外交" {
				t.Errorf("a line: %q", got)
			}
		}
	}
	if lines < 3 {
		t.Errorf("only %d lines to write in", lines)
	}
}

// In a path a stroke is a stroke.
func TestAPathIsNotCompleted(t *testing.T) {
	s := withSample(t, language.ZH)
	s.saveAs(nil)
	all := everything[widgets.Text](s.window.Canvas().Overlays().Top())
	if len(all) != 1 {
		t.Fatalf("%d fields", len(all))
	}
	all[0].Select(0, len([]rune(all[0].Typed())))
	if got := s.completes(all[0], "/shuziwaijiao"); got != "" {
		t.Errorf("offered %q", got)
	}
}

// A source is put into a text outside of the brief as its title.
func TestASourceIsItsTitleOutsideOfTheBrief(t *testing.T) {
	s := withSample(t, language.ZH)
	s.askComment(s.first(language.ZH).Block, "")
	f := everything[widgets.Text](s.window.Canvas().Overlays().Top())[0]
	if got := s.completes(f, "/yinzhu"); !strings.HasPrefix(got, "《") || !strings.HasSuffix(got, "》") {
		t.Errorf("%q", got)
	}
}
