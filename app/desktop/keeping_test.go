package desktop

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"celun/app"
	"celun/app/brief"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/store"
	"celun/app/template"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// withFile returns a stage that keeps journals and snapshots, with a brief
// opened from a file.
func withFile(t *testing.T) (s *stage, path string) {
	t.Helper()
	s = withSample(t, language.EN)
	s.Kept = t.TempDir()
	path = filepath.Join(t.TempDir(), "简报.celun")
	if err := brief.Save(path, s.brief(), nil); err != nil {
		t.Fatal(err)
	}
	s.reopen(path)
	return s, path
}

func (s *stage) reopen(path string) {
	s.t.Helper()
	s.openFile(path)
	s.until("the file is open", func() bool { return s.doc != nil && s.doc.path == path })
	s.t.Cleanup(func() { s.retire(s.doc) })
}

// tap taps the button with a label that is shown in a notice or dialog.
func (s *stage) tap(o fyne.CanvasObject, label string) {
	s.t.Helper()
	b := findButton(o, label)
	if b == nil {
		s.t.Fatalf("no button %q is shown", label)
	}
	test.Tap(b)
}

func findButton(o fyne.CanvasObject, label string) *widgets.Button {
	if b, ok := o.(*widgets.Button); ok && b.Label() == label {
		return b
	}
	var children []fyne.CanvasObject
	switch o := o.(type) {
	case fyne.Widget:
		children = test.WidgetRenderer(o).Objects()
	case *fyne.Container:
		children = o.Objects
	}
	for _, c := range children {
		if b := findButton(c, label); b != nil {
			return b
		}
	}
	return nil
}

func (s *stage) dialog() fyne.CanvasObject { return s.window.Canvas().Overlays().Top() }

func TestWhatIsTypedIsSavedByItself(t *testing.T) {
	s, path := withFile(t)
	at := s.first(language.EN)
	test.Type(s.caret(at), "Saved by itself. ")
	s.now = func() time.Time { return time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC) } // after the pause
	s.until("it is saved", func() bool { return !s.dirty() })
	if got := s.saved(path, at); !strings.HasPrefix(got, "Saved by itself. ") {
		t.Errorf("in the file: %.30q", got)
	}
	all, err := store.Snapshots(s.snapshotFolder(s.doc))
	if err != nil || len(all) != 1 {
		t.Fatalf("snapshots of what was there before: %v, %v", all, err)
	}
	before, err := brief.Open(all[0].Path)
	if got, _ := before.Text(at); err != nil || strings.HasPrefix(got, "Saved") {
		t.Errorf("the snapshot has %.30q, %v", got, err)
	}
	left := false
	s.leave(func() { left = true })
	if !left || !s.free() {
		t.Error("a question about what is saved")
	}
}

func TestASecondWindowReadsOnly(t *testing.T) {
	s, path := withFile(t)
	at := s.first(language.EN)
	other := newStage(t, language.EN)
	other.Kept = t.TempDir()
	other.reopen(path)
	was := other.text(at)
	f := other.caret(at)
	test.Type(f, "x")
	if other.text(at) != was || f.Text != was {
		t.Errorf("typed into a read-only brief: %.20q, shown %.20q", other.text(at), f.Text)
	}
	if len(other.notices.keys) != 1 {
		t.Errorf("notices: %v", other.notices.keys)
	}
	if !errors.Is(other.doc.guard.readOnly, store.ErrHeld) {
		t.Errorf("read-only because of %v", other.doc.guard.readOnly)
	}
	// What the first window saves can be shown, and nothing else is offered.
	test.Type(s.caret(at), "New. ")
	s.save()
	s.until("it is saved", func() bool { return !s.dirty() })
	other.heed()
	other.until("it is seen", func() bool { return other.doc.guard.conflict })
	if findButton(other.notices.view, "Replace it by mine") != nil {
		t.Error("a window that only reads offers to write over the file")
	}
	doc := other.doc
	other.tap(other.notices.view, "Show it")
	other.until("it is opened again", func() bool { return other.doc != doc && other.doc != nil })
	if !strings.HasPrefix(other.text(at), "New. ") || len(other.notices.keys) != 1 {
		t.Errorf("shown: %.20q, notices: %v", other.text(at), other.notices.keys)
	}
	// The first window closes, and the second takes over.
	s.closeBrief()
	other.tap(other.notices.view, "Edit it now")
	other.until("it can be edited", func() bool { return other.doc.guard.readOnly == nil })
	test.Type(other.caret(at), "y")
	if !strings.HasPrefix(other.text(at), "y") {
		t.Errorf("typed: %.20q", other.text(at))
	}
}

func TestAFileThatAnotherProgramWroteIsNotSavedOver(t *testing.T) {
	s, path := withFile(t)
	at := s.first(language.EN)
	theirs := s.brief().Clone()
	theirs.Sections[1].Blocks[0].Text.EN = "Theirs."
	if err := brief.Save(path, theirs, nil); err != nil {
		t.Fatal(err)
	}
	test.Type(s.caret(at), "Mine. ")
	s.save()
	s.until("a question", func() bool { return !s.free() })
	if got := s.saved(path, at); got != "Theirs." {
		t.Fatalf("saved over: %.20q", got)
	}
	s.tap(s.dialog(), "Load the file")
	s.until("theirs is shown", func() bool { return s.text(at) == "Theirs." })
	if s.dirty() || len(s.notices.keys) > 0 {
		t.Errorf("still to be saved, or told of: %v", s.notices.keys)
	}
	s.actions.Find("undo").Do()
	if !strings.HasPrefix(s.text(at), "Mine. ") {
		t.Errorf("undo brings back %.20q", s.text(at))
	}
	s.save()
	s.until("mine is saved", func() bool { return !s.dirty() })
	if got := s.saved(path, at); !strings.HasPrefix(got, "Mine. ") {
		t.Errorf("in the file: %.20q", got)
	}
}

func TestAChangeOutsideIsSeenWhenTheWindowComesBack(t *testing.T) {
	s, path := withFile(t)
	s.heed()
	theirs := s.brief().Clone()
	theirs.Title.EN = "Another title"
	if err := brief.Save(path, theirs, nil); err != nil {
		t.Fatal(err)
	}
	s.heed()
	s.until("it says so", func() bool { return len(s.notices.keys) > 0 })
	s.tap(s.notices.view, "Load the file")
	s.until("it is loaded", func() bool { return s.brief().Title.EN == "Another title" })
}

func TestWhatAKilledProgramHadIsOffered(t *testing.T) {
	s, path := withFile(t)
	at := s.first(language.EN)
	test.Type(s.caret(at), "Nearly lost. ")
	doc := s.doc
	doc.killed()

	next := s.broughtBack(t)
	if got := next.text(at); !strings.HasPrefix(got, "Nearly lost. ") || !next.dirty() || next.doc.path != path {
		t.Fatalf("brought back: %.30q", got)
	}
	next.now = func() time.Time { return time.Now().Add(time.Hour) }
	next.until("it is saved", func() bool { return !next.dirty() })
	if got := next.saved(path, at); !strings.HasPrefix(got, "Nearly lost. ") {
		t.Errorf("in the file: %.30q", got)
	}
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		names, err := store.List(next.journals(), store.JournalSuffix)
		if err == nil && len(names) == 0 {
			break
		}
		if time.Now().After(deadline) {
			t.Fatalf("left: %v, %v", names, err)
		}
	}
}

func TestASaveThatFailsIsToldAndTriedAgain(t *testing.T) {
	s, path := withFile(t)
	at := s.first(language.EN)
	dir := filepath.Dir(path)
	if err := os.Rename(dir, dir+"-away"); err != nil { // a drive that was taken out
		t.Fatal(err)
	}
	test.Type(s.caret(at), "Kept. ")
	s.now = func() time.Time { return time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC) }
	s.until("it says so", func() bool { return len(s.notices.keys) > 0 })
	if !s.free() {
		t.Error("a dialog in the way of typing")
	}
	left := false
	s.leave(func() { left = true })
	if left || s.free() {
		t.Error("left without a question")
	}
	s.press("Cancel")
	if err := os.Rename(dir+"-away", dir); err != nil {
		t.Fatal(err)
	}
	s.tap(s.notices.view, "Try again")
	s.until("it is saved", func() bool { return !s.dirty() })
	if got := s.saved(path, at); !strings.HasPrefix(got, "Kept. ") || len(s.notices.keys) > 0 {
		t.Errorf("in the file: %.20q; told: %v", got, s.notices.keys)
	}
}

func TestASnapshotComesBackByName(t *testing.T) {
	s, _ := withFile(t)
	at := s.first(language.EN)
	was := s.text(at)
	taken := false
	s.takeSnapshot("for review", func() { taken = true })
	s.until("it is taken", func() bool { return taken })
	test.Type(s.caret(at), "Later. ")
	s.showSnapshots()
	s.until("they are listed", func() bool { return !s.free() })
	s.tap(s.dialog(), "Compare")
	s.until("they are compared", func() bool { return findButton(s.dialog(), "Compare") == nil && !s.free() })
	s.tap(s.dialog(), "Close")
	s.showSnapshots()
	s.until("they are listed again", func() bool { return !s.free() })
	s.tap(s.dialog(), "Go back to it")
	s.until("it is back", func() bool { return s.text(at) == was })
	s.actions.Find("undo").Do()
	if !strings.HasPrefix(s.text(at), "Later. ") {
		t.Errorf("undone: %.20q", s.text(at))
	}
}

// A draft that was just made is not lost if the program is killed before the
// first edit, and is asked about when it is left.
func TestAFreshDraftIsKeptFromTheStart(t *testing.T) {
	s := newStage(t, language.EN)
	s.Kept = t.TempDir()
	make := func(how string, open func()) *document {
		t.Helper()
		was := s.doc
		open()
		s.until(how, func() bool { return s.doc != nil && s.doc != was })
		return s.doc
	}
	kept := func() []string {
		files, err := filepath.Glob(filepath.Join(s.journals(), "*"))
		if err != nil {
			t.Fatal(err)
		}
		return files
	}
	s.startWizard(nil)
	p, err := s.wizardParams()
	if err != nil {
		t.Fatal(err)
	}
	b, _, err := s.App.NewFromTemplate("policy-brief", template.Choice{Challenges: []string{"C1"}, ID: "x", Date: "2026-11-22"})
	if err != nil {
		t.Fatal(err)
	}
	doc := make("the draft of the questions", func() { p.Done(b, nil) })
	s.until("it is kept", func() bool { return len(kept()) > 0 || !s.wait() })
	if !s.dirty() {
		t.Error("it could be left without a question")
	}
	doc.guard.journal.Close(true) // the program is killed
	lost, err := brief.FindLost(s.journals())
	if err != nil || len(lost) != 1 || lost[0].Brief == nil || lost[0].Brief.Title != b.Title {
		t.Fatalf("found %+v, %v", lost, err)
	}
	_ = lost[0].Forget()
	doc.guard.ended = true

	doc = make("the next issue", func() { s.doc = nil; s.putDraft(app.NextIssue(b, "2026-12-01")) })
	s.until("it is kept too", func() bool { return len(kept()) > 0 || !s.wait() })
	s.retire(doc)
	if left := kept(); len(left) > 0 {
		t.Errorf("given up, and still there: %v", left)
	}
	// The sample can be had again: it is no draft.
	s.doc = nil
	make("the sample", s.openSample)
	if s.dirty() {
		t.Error("the sample is to be saved")
	}
	s.retire(s.doc)
}

// wait gives what is done on other goroutines a moment, and is true.
func (s *stage) wait() bool {
	time.Sleep(5 * time.Millisecond)
	s.post(func() {})
	return true
}

// A character that only the whole face has is looked for beside the main
// thread, and the face is loaded for it.
func TestARareCharacterHasTheWholeFaceLoaded(t *testing.T) {
	s := withSample(t, language.ZH)
	if s.look.IsWhole() {
		t.Skip("the whole face is there already")
	}
	b := brief.New("")
	b.Title = language.Text{ZH: "㐂龘", EN: "Rare"}
	s.put(b, "")
	s.until("the face is whole", func() bool { return s.look.IsWhole() })
}

// A second click on a recent brief does not find it locked by the first, and
// what was clicked last is what is shown.
func TestAFileThatIsOpenedTwiceAtOnceCanBeEdited(t *testing.T) {
	s, path := withFile(t)
	s.closeBrief()
	s.openFile(path)
	s.openFile(path)
	s.until("it is open", func() bool { return s.doc != nil })
	s.lull()
	if s.doc.guard.readOnly != nil || s.doc.guard.lock == nil {
		t.Fatalf("it is open read-only: %v", s.doc.guard.readOnly)
	}
	s.closeBrief()
	s.openFile(path)
	s.openSample()
	s.until("the sample is open", func() bool { return s.doc != nil })
	s.lull()
	if s.doc.path != "" {
		t.Errorf("%s is open, and the sample was asked for last", s.doc.path)
	}
	s.retire(s.doc)
	lock, err := store.TryLock(path)
	if err != nil {
		t.Errorf("a lock was left: %v", err)
	}
	lock.Release()
}

// killed lets go of a brief as the end of a killed program does: what was
// written down stays.
func (doc *document) killed() {
	doc.guard.journal.Close(true)
	doc.guard.lock.Release()
	doc.guard.ended = true
}

// broughtBack is the next start, at which what was lost is brought back.
func (s *stage) broughtBack(t *testing.T) *stage {
	t.Helper()
	next := newStage(t, language.EN)
	next.Kept = s.Kept
	next.begin()
	next.until("a question", func() bool { return !next.free() })
	next.tap(next.dialog(), "Bring back")
	next.until("it is open", func() bool { return next.doc != nil })
	t.Cleanup(func() { next.retire(next.doc) })
	return next
}
