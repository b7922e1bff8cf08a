package desktop

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"celun/app"
	"celun/app/argument"
	"celun/app/brief"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/assets"
	"celun/templates"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// A stage is a desk on Fyne's test driver. What other goroutines post waits
// until the test lets it happen, on the test's own goroutine.
type stage struct {
	*Desk
	t       *testing.T
	queue   chan func()
	shelved string // the folder of the packs
}

func newStage(t *testing.T, l language.Language) *stage {
	t.Helper()
	a := test.NewApp()
	t.Cleanup(a.Quit)
	s := &stage{t: t, queue: make(chan func(), 1000), shelved: filepath.Join(t.TempDir(), "packs")}
	memory, err := NewMemory(t.TempDir(), func(string) string { return "" })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(memory.Close)
	memory.SetLanguage(l)
	memory.SetTheme(theme.Light)
	d, err := New(a, Params{App: app.New(assets.Files, templates.Files, app.WithPacks(s.shelved)), Assets: assets.Files, Memory: memory},
		func(f func()) { s.queue <- f })
	if err != nil {
		t.Fatal(err)
	}
	d.now = func() time.Time { return time.Date(2026, 11, 22, 9, 30, 0, 0, time.UTC) }
	s.Desk = d
	d.window.Show()
	d.window.Resize(fyne.NewSize(1280, 720))
	t.Cleanup(func() {
		if d.pages != nil {
			d.pages.Close()
		}
		d.window.Close()
	})
	return s
}

// until lets posted work happen until the condition holds.
func (s *stage) until(what string, holds func() bool) {
	s.t.Helper()
	deadline := time.After(time.Minute)
	for !holds() {
		select {
		case f := <-s.queue:
			f()
		case <-deadline:
			s.t.Fatalf("never happened: %s", what)
		}
	}
}

// withSample returns a stage with the finished sample open.
func withSample(t *testing.T, l language.Language) *stage {
	t.Helper()
	s := newStage(t, l)
	s.openSample()
	s.until("the sample is open", func() bool { return s.doc != nil })
	return s
}

// everything returns what of one kind stands in something, in order.
func everything[T any](in fyne.CanvasObject) (all []T) {
	switch o := in.(type) {
	case T:
		return []T{o}
	case *fyne.Container:
		for _, c := range o.Objects {
			all = append(all, everything[T](c)...)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(o).Objects() {
			all = append(all, everything[T](c)...)
		}
	}
	return all
}

func (s *stage) brief() *brief.Brief { return s.doc.history.Brief() }

// text returns the text at a place of the brief.
func (s *stage) text(at brief.Address) string {
	s.t.Helper()
	text, ok := s.brief().Text(at)
	if !ok {
		s.t.Fatalf("no place %v in the brief", at)
	}
	return text
}

// caret puts the caret into a text and returns its field.
func (s *stage) caret(at brief.Address) *widgets.Field {
	s.t.Helper()
	s.editor.Reveal(at, true)
	f, ok := s.window.Canvas().Focused().(*widgets.Field)
	if !ok {
		s.t.Fatalf("%v has not got the caret but %T", at, s.window.Canvas().Focused())
	}
	return f
}

// first returns the place of the first block's Chinese or English.
func (s *stage) first(l language.Language) brief.Address {
	return brief.Address{Block: s.brief().Sections[1].Blocks[0].ID, Language: l}
}

func TestTypingChangesTheBriefAndIsOneStepToUndo(t *testing.T) {
	s := withSample(t, language.ZH)
	at := s.first(language.EN)
	was := s.text(at)
	f := s.caret(at)
	test.Type(f, "Indeed: ")
	if got := s.text(at); got != "Indeed: "+was {
		t.Fatalf("after typing: %q", got)
	}
	if !s.dirty() || !strings.HasPrefix(s.title(), "●") {
		t.Error("typing does not show as something to save")
	}
	if blk, _, _ := s.brief().Block(at.Block); blk.State.ZH != brief.Stale {
		t.Errorf("the Chinese is %q after the English changed", blk.State.ZH)
	}
	s.actions.Find("undo").Do()
	if got := s.text(at); got != was {
		t.Errorf("after undo: %q", got)
	}
	if f.Text != was {
		t.Errorf("the field shows %q after undo", f.Text)
	}
	if s.dirty() {
		t.Error("undone to what was opened, and still something to save")
	}
	s.actions.Find("redo").Do()
	if got := s.text(at); got != "Indeed: "+was {
		t.Errorf("after redo: %q", got)
	}
}

func TestAnArgumentGoesBehindTheSelectedBlock(t *testing.T) {
	s := withSample(t, language.EN)
	section := s.brief().Sections[1]
	s.editor.Reveal(brief.Address{Block: section.Blocks[0].ID}, false)
	e, ok := s.lib.Get("C3")
	if !ok {
		t.Fatal("the library has no C3")
	}
	s.pane.Insert(e, argument.Statement)
	now, _ := s.brief().Section(section.ID)
	if len(now.Blocks) != len(section.Blocks)+1 {
		t.Fatalf("%d blocks, had %d", len(now.Blocks), len(section.Blocks))
	}
	b := now.Blocks[1]
	if b.From == nil || b.From.Argument != "C3" || b.Kind != brief.Argument {
		t.Fatalf("put in: %+v", b)
	}
	if len(b.Text.Missing()) > 0 {
		t.Error("a language of it is missing")
	}
	if s.editor.Selected().Block != b.ID {
		t.Error("what was put in is not selected")
	}
	s.actions.Find("undo").Do()
	if now, _ := s.brief().Section(section.ID); len(now.Blocks) != len(section.Blocks) {
		t.Error("undo does not take it out")
	}
}

func TestBlocksAreAddedMovedAndDeleted(t *testing.T) {
	s := withSample(t, language.ZH)
	section := s.brief().Sections[1].ID
	ids := func() (ids []string) {
		sec, _ := s.brief().Section(section)
		for _, b := range sec.Blocks {
			ids = append(ids, b.ID)
		}
		return ids
	}
	before := ids()
	s.editor.Reveal(brief.Address{Block: before[0]}, false)
	for _, k := range []brief.Kind{brief.Paragraph, brief.Heading, brief.List, brief.Table, brief.Recommendation, brief.Note, brief.PageBreak} {
		s.actions.Find("insert " + string(k)).Do()
		blk, _, _ := s.brief().Block(s.editor.Selected().Block)
		if blk == nil || blk.Kind != k {
			t.Fatalf("inserting a %s selects %+v", k, blk)
		}
		if err := s.brief().Validate(); err != nil {
			t.Fatalf("after inserting a %s: %v", k, err)
		}
		s.actions.Find("delete").Do()
		s.editor.Reveal(brief.Address{Block: before[0]}, false)
	}
	if got := ids(); strings.Join(got, " ") != strings.Join(before, " ") {
		t.Fatalf("blocks %v, had %v", got, before)
	}
	s.actions.Find("down").Do()
	if got := ids(); got[1] != before[0] {
		t.Errorf("moved down: %v, had %v", got, before)
	}
	for range 2 { // over the border of the section
		s.actions.Find("up").Do()
	}
	if _, i, _ := s.brief().Block(before[0]); i != 0 {
		t.Errorf("moved up into section %d", i)
	}
}

func TestPagesFollowTheTyping(t *testing.T) {
	s := withSample(t, language.EN)
	s.until("the pages are set", func() bool { return s.pages.Document() != nil })
	at := s.first(language.EN)
	test.Type(s.caret(at), "Zyzzyva ")
	shows := func() bool {
		for _, p := range s.pages.Document().Pages {
			for _, it := range p.Items {
				if strings.Contains(it.Text, "Zyzzyva") && it.Address.Block == at.Block {
					return true
				}
			}
		}
		return false
	}
	s.until("a page shows what was typed", shows)
}

func TestSavedAndOpenedAgainItIsTheSame(t *testing.T) {
	s := withSample(t, language.ZH)
	at := s.first(language.ZH)
	test.Type(s.caret(at), "新增的一句。")
	path := filepath.Join(t.TempDir(), "简报.celun")
	s.write(path, nil)
	s.until("it is saved", func() bool { return s.doc.path == path && !s.dirty() })
	if recent := s.Memory.Recent(); len(recent) == 0 || recent[0] != path {
		t.Errorf("recent files are %v", recent)
	}
	want := s.text(at)
	s.closeBrief()
	if s.doc != nil {
		t.Fatal("the brief is not closed")
	}
	s.openFile(path)
	s.until("it is open again", func() bool { return s.doc != nil })
	if got := s.text(at); got != want {
		t.Errorf("opened again: %q, want %q", got, want)
	}
}

func TestAFileThatIsNoBriefIsRefused(t *testing.T) {
	for name, content := range map[string]string{"empty.celun": "", "text.celun": "not a brief", "cut.celun": "PK\x03\x04\x14\x00"} {
		s := newStage(t, language.ZH)
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		s.openFile(path)
		s.until(name+" is refused with a message", func() bool { return !s.free() })
		if s.doc != nil {
			t.Errorf("%s was opened", name)
		}
	}
}

func TestLeavingAsksWhenThereIsSomethingToSave(t *testing.T) {
	s := withSample(t, language.ZH)
	test.Type(s.caret(s.first(language.ZH)), "改")
	left := false
	s.leave(func() { left = true })
	if left || s.free() {
		t.Fatal("left without a question")
	}
	s.window.Canvas().Overlays().Top().Hide()
	s.asked = false
	s.actions.Find("undo").Run()
	s.leave(func() { left = true })
	if !left {
		t.Error("a question although there is nothing to save")
	}
}

func TestLanguageAndLookSwitchAtOnce(t *testing.T) {
	s := withSample(t, language.ZH)
	at := s.first(language.ZH)
	test.Type(s.caret(at), "甲")
	want := s.text(at)
	s.actions.Find("language").Do()
	if s.menu.Items[0].Label != "File" || s.Memory.Language() != language.EN {
		t.Errorf("the menu begins with %q", s.menu.Items[0].Label)
	}
	s.actions.Find("theme").Do()
	if !s.isDark() {
		t.Error("the look is not dark")
	}
	if s.text(at) != want || !s.doc.history.CanUndo() {
		t.Error("the switch changed the document or its history")
	}
}

func TestFileNamesFromTitles(t *testing.T) {
	for title, want := range map[string]string{
		"缩小差距：从连接开始":            "缩小差距：从连接开始",
		"a/b\\c: d?":            "a b c d",
		"  ..  ":                "celun",
		"line\nbreak":           "line break",
		strings.Repeat("长", 80): strings.Repeat("长", 60),
	} {
		if got := fileName(title); got != want {
			t.Errorf("fileName(%q) = %q, want %q", title, got, want)
		}
	}
}
