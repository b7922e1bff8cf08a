package desktop

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"celun/app/brief"
	"celun/app/desktop/widgets"
	"celun/app/language"

	"fyne.io/fyne/v2/test"
)

// saved returns the text at a place of the brief in a file.
func (s *stage) saved(path string, at brief.Address) string {
	s.t.Helper()
	b, err := brief.Open(path)
	if err != nil {
		s.t.Fatal(err)
	}
	text, _ := b.Text(at)
	return text
}

func TestWhatIsTypedDuringASaveIsSavedBeforeLeaving(t *testing.T) {
	s := withSample(t, language.EN)
	at := s.first(language.EN)
	f := s.caret(at)
	path := filepath.Join(t.TempDir(), "a.celun")
	test.Type(f, "One ")
	left := false
	s.write(path, func() {
		left = true
		if !strings.HasPrefix(s.saved(path, at), "One Two ") {
			t.Errorf("left with %.20q in the file", s.saved(path, at))
		}
	})
	test.Type(f, "Two ")
	s.until("it is left", func() bool { return left })
	if s.dirty() {
		t.Error("something is left to save")
	}
}

func TestWhatIsUndoneDuringASaveIsStillToSave(t *testing.T) {
	s, path := withFile(t)
	at := s.first(language.EN)
	was := s.text(at)
	test.Type(s.caret(at), "Done ")
	s.write(path, nil)
	s.undo()
	s.until("it is saved", func() bool { return !s.doc.saving })
	if got := s.saved(path, at); got == was || s.text(at) != was {
		t.Fatalf("the file has %.20q, the window %.20q", got, s.text(at))
	}
	if !s.dirty() {
		t.Error("what was undone during the save counts as saved, and is not in the file")
	}
	s.redo()
	if s.dirty() {
		t.Error("what is in the file is still to save")
	}
}

func TestASaveInTheQueueIsOfItsOwnDocument(t *testing.T) {
	s := withSample(t, language.EN)
	at := s.first(language.EN)
	test.Type(s.caret(at), "First document ")
	dir := t.TempDir()
	done := 0
	for _, name := range []string{"a.celun", "b.celun", "c.celun"} {
		s.write(filepath.Join(dir, name), func() { done++ })
	}
	doc := s.doc
	s.doc = nil
	s.show()
	s.openSample()
	s.until("another document is open and all is saved", func() bool { return s.doc != nil && s.doc != doc && done == 3 })
	for _, name := range []string{"a.celun", "b.celun", "c.celun"} {
		if got := s.saved(filepath.Join(dir, name), at); !strings.HasPrefix(got, "First document ") {
			t.Errorf("%s has %.20q", name, got)
		}
	}
	if s.doc.path != "" {
		t.Errorf("the other document has got the path %q", s.doc.path)
	}
}

func TestWhatCanBeReadOfADamagedFileOpens(t *testing.T) {
	s := withSample(t, language.EN)
	title := s.brief().Title
	data, err := brief.Encode(s.brief(), nil)
	if err != nil {
		t.Fatal(err)
	}
	data = bytes.TrimRight(data[:len(data)-30], "\x00") // its directory is cut off
	path := filepath.Join(t.TempDir(), "cut.celun")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	s.doc = nil
	s.show()
	s.openFile(path)
	s.until("a question", func() bool { return !s.free() })
	b, ok := s.window.Canvas().Focused().(*widgets.Button)
	if !ok {
		t.Fatalf("%T has the focus", s.window.Canvas().Focused())
	}
	test.Tap(b)
	if s.doc == nil || s.brief().Title != title || s.doc.path != "" {
		t.Fatal("what can be read is not open as a brief without a file")
	}
	if s.free() {
		t.Error("nothing says what is missing")
	}
	now, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(now, data) {
		t.Error("the damaged file was changed")
	}
}
