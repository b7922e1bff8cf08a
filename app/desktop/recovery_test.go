package desktop

import (
	"os"
	"path/filepath"
	"testing"

	"celun/app/language"
	"celun/app/store"

	"fyne.io/fyne/v2"
)

// When the file of a brief is gone, the record beside it is all that is left:
// it is offered although nothing was typed since it was saved.
func TestABriefWhoseFileIsGoneIsOffered(t *testing.T) {
	s, path := withFile(t)
	doc := s.doc
	if err := doc.guard.journal.Keep(); err != nil {
		t.Fatal(err)
	}
	doc.killed()
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	next := s.broughtBack(t)
	if got, want := proseOf(next.brief()), proseOf(s.brief()); got != want {
		t.Error("what is brought back is not what was there")
	}
}

// A record that cannot be read is not thrown away by Enter.
func TestEnterKeepsADamagedRecord(t *testing.T) {
	s := newStage(t, language.EN)
	s.Kept = t.TempDir()
	path := filepath.Join(s.journals(), "damaged"+store.JournalSuffix)
	if err := os.MkdirAll(s.journals(), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("garbage\x00\xff"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.begin()
	s.until("a question", func() bool { return !s.free() })
	s.typed(fyne.KeyReturn)
	s.lull()
	if !s.free() || !exists(path) {
		t.Errorf("free: %v, the record is there: %v", s.free(), exists(path))
	}
}
