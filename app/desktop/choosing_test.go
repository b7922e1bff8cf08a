package desktop

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/chooser"
	"celun/app/desktop/widgets"
	"celun/app/language"

	"fyne.io/fyne/v2"
)

// An answering desktop keeps what it was asked, and answers when it is told.
type answering struct {
	asked   chan chooser.Question
	answers chan string // "-" is that there is no dialog
	over    bool        // whether it had been given up before it answered
}

func (s *stage) onDesktop() *answering {
	a := &answering{asked: make(chan chooser.Question, 1), answers: make(chan string)}
	s.native = func(fyne.Window) chooser.Asker {
		return func(ctx context.Context, q chooser.Question) (string, error) {
			a.asked <- q
			path := <-a.answers
			a.over = ctx.Err() != nil
			if path == "-" {
				return "", chooser.ErrNone
			}
			return path, nil
		}
	}
	return a
}

// answer lets the desktop answer, and what comes of it happen.
func (s *stage) answer(a *answering, path string) {
	was := s.choosing
	a.answers <- path
	s.until("the answer is heard", func() bool { return s.choosing != was })
}

func TestTheDesktopsDialogOpensAFile(t *testing.T) {
	s := withSample(t, language.EN)
	path := filepath.Join(t.TempDir(), "简报.celun")
	if err := brief.Save(path, s.brief(), nil); err != nil {
		t.Fatal(err)
	}
	a := s.onDesktop()
	s.open()
	q := <-a.asked
	if q.Kind != chooser.Open || q.Title != "Open a brief" || len(q.Endings) != 1 || q.Endings[0] != ".celun" || q.Files != "Briefs (*.celun)" || !filepath.IsAbs(q.Folder) {
		t.Errorf("asked %+v", q)
	}
	s.until("the window is covered", func() bool { return s.dialog() != nil })
	s.answer(a, path)
	s.until("the file is open", func() bool { return s.doc.path == path })
	if s.dialog() != nil {
		t.Error("the window is still covered")
	}
	s.open()
	<-a.asked
	s.answer(a, "") // cancelled
	if s.doc.path != path || s.dialog() != nil {
		t.Error("cancelled, and something has changed")
	}
}

func TestTheDesktopsDialogAsksForAnArticle(t *testing.T) {
	s := withSample(t, language.EN)
	a := s.onDesktop()
	s.askArticle()
	q := <-a.asked
	if q.Kind != chooser.Open || !slices.Contains(q.Endings, ".docx") || q.Confirm != catalogue.CheckIt.EN {
		t.Errorf("asked %+v", q)
	}
	s.answer(a, "")
	if s.dialog() != nil {
		t.Error("it was cancelled, and something is asked")
	}
}

func TestWithoutTheDesktopsDialogTheWindowAsks(t *testing.T) {
	s := withSample(t, language.EN)
	a := s.onDesktop()
	s.open()
	<-a.asked
	s.answer(a, "-")
	if s.dialog() == nil || len(everything[widgets.Text](s.dialog())) != 1 {
		t.Fatal("the window does not ask for a file to open")
	}
	s.press("Cancel")
	s.saveAs(nil)
	<-a.asked
	s.answer(a, "-")
	if s.dialog() == nil || len(everything[widgets.Text](s.dialog())) != 1 {
		t.Fatal("the window does not ask for a file to write")
	}
}

// What comes after the user has given it up is not heard.
func TestAnAnswerThatComesTooLateIsNotHeard(t *testing.T) {
	s := withSample(t, language.EN)
	path := filepath.Join(t.TempDir(), "late.celun")
	if err := brief.Save(path, s.brief(), nil); err != nil {
		t.Fatal(err)
	}
	a := s.onDesktop()
	s.open()
	<-a.asked
	s.until("the window is covered", func() bool { return s.dialog() != nil })
	s.press("Cancel")
	a.answers <- path
	times := 0
	s.until("it would have been opened", func() bool { times++; return times > 100 || !s.wait() })
	if s.dialog() != nil || s.doc.path != "" {
		t.Error("it was heard")
	}
	if !a.over {
		t.Error("the desktop's dialog is not told that it is given up")
	}
}

func TestTheDesktopsDialogSaves(t *testing.T) {
	s := withSample(t, language.EN)
	a := s.onDesktop()
	dir := t.TempDir()
	other := filepath.Join(dir, "other.celun")
	if err := os.WriteFile(other, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.saveAs(nil)
	q := <-a.asked
	if q.Kind != chooser.Save || filepath.Ext(q.Name) != ".celun" {
		t.Errorf("asked %+v", q)
	}
	s.answer(a, filepath.Join(dir, "one"))
	s.until("it is saved", func() bool { return s.doc.path == filepath.Join(dir, "one.celun") })
	s.saveAs(nil)
	<-a.asked
	s.answer(a, filepath.Join(dir, "other")) // with its ending it is there already
	if s.dialog() == nil {
		t.Fatal("another file is written over without a question")
	}
	s.press("Cancel")
	s.saveAs(nil)
	<-a.asked
	s.answer(a, other) // the desktop has asked
	s.until("it is saved there", func() bool { return s.doc.path == other })
}
