package desktop

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"celun/app/argument"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/editor"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/library"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"
)

// tap presses the button of the topmost dialog that has a label.
func (s *stage) press(label string) {
	s.t.Helper()
	var found *widgets.Button
	for _, b := range everything[*widgets.Button](s.window.Canvas().Overlays().Top()) {
		if b.Label() == label {
			found = b
		}
	}
	if found == nil {
		s.t.Fatalf("no button %q in the dialog", label)
	}
	test.Tap(found)
}

func (s *stage) entry(id string) *library.Entry {
	s.t.Helper()
	e, ok := s.lib.Get(id)
	if !ok {
		s.t.Fatalf("the library has no %s", id)
	}
	return e
}

func TestAnArgumentIsEditedInACopyAndTakenBack(t *testing.T) {
	s := withSample(t, language.EN)
	was := *s.entry("C1").Argument
	s.editArgument(s.entry("C1"))
	f, ok := s.window.Canvas().Focused().(*widgets.Field)
	if !ok {
		t.Fatalf("the form has given the focus to %T", s.window.Canvas().Focused())
	}
	test.Type(f, "新")
	s.press("Save")
	s.until("the library shows the change", func() bool { return s.entry("C1").Title.ZH == "新"+was.Title.ZH })
	if got := s.entry("C1"); got.Version != was.Version+1 || got.Title.EN != was.Title.EN {
		t.Errorf("changed to version %d, %+v", got.Version, got.Title)
	}
	if !s.actions.Find("undo library").CanRun() {
		t.Fatal("the change cannot be taken back")
	}
	s.actions.Find("undo library").Do()
	s.until("the change is taken back", func() bool { return s.entry("C1").Title == was.Title })
}

func TestANewArgumentGoesIntoAPackOfOnesOwn(t *testing.T) {
	s := withSample(t, language.ZH)
	s.addArgument(myPack, argument.Argument{
		Kind: argument.Challenge, Claim: argument.Author, Tags: []string{}, Links: []argument.Link{},
		Title: language.Text{ZH: "紫藤问题"}, Line: language.Text{ZH: "这是一句话。"}, Statement: language.Text{ZH: "这是论述。"},
	})
	id := s.lib.NewID(argument.Challenge)
	s.until("it is there", func() bool { _, ok := s.lib.Get(id); return ok })
	if e := s.entry(id); e.Pack.ID != myPack {
		t.Errorf("it is in %s", e.Pack.ID)
	}
	s.deleteArgument(s.entry("C2"))
	s.press("移入回收站")
	s.until("C2 is gone", func() bool { _, ok := s.lib.Get("C2"); return !ok })
	s.showBin()
	s.press("恢复")
	s.until("C2 is back", func() bool { _, ok := s.lib.Get("C2"); return ok })
}

func TestAnArgumentIsDroppedIntoTheText(t *testing.T) {
	s := withSample(t, language.EN)
	column := s.editor.View()
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(column)
	before := s.brief().Sections[0].Blocks
	s.dragArgument(origin.AddXY(-40, 200))
	s.dropArgument(s.entry("C3"))
	if n := len(s.brief().Sections[0].Blocks); n != len(before) {
		t.Fatalf("let go beside the text, it makes %d blocks of %d", n, len(before))
	}
	size := column.Size()
	s.dragArgument(origin.AddXY(size.Width/2, size.Height/2))
	s.dropArgument(s.entry("C3"))
	id := s.editor.Selected().Block
	b, _, _ := s.brief().Block(id)
	if b == nil || b.From == nil || b.From.Argument != "C3" {
		t.Fatalf("let go over the text, it is not there: %+v", b)
	}
}

func TestABlockShowsThatTheLibraryHasChanged(t *testing.T) {
	s := withSample(t, language.EN)
	s.insertArgument(s.entry("C3"), argument.Line)
	block := s.editor.Selected().Block
	if s.changeOf(block) != editor.Same {
		t.Fatal("a block just taken differs from the library")
	}
	a := *s.entry("C3").Argument
	a.Line = language.Text{ZH: "另一句话。", EN: "Quite another line."}
	s.change(s.entry("C3").Pack.ID, library.EditArgument{Argument: a}, language.Text{EN: "%s"}, "C3")
	s.until("the block shows it", func() bool { return s.changeOf(block) == editor.Newer })
	s.compareChange(block)
	s.press("Take the new text")
	if b, _, _ := s.brief().Block(block); !strings.Contains(b.Text.EN, "uite another line") || s.changeOf(block) != editor.Same {
		t.Errorf("after taking it: %q", b.Text.EN)
	}
	s.actions.Find("undo").Do()
	s.keepChange(block)
	if b, _, _ := s.brief().Block(block); strings.Contains(b.Text.EN, "uite another line") || s.changeOf(block) != editor.Same {
		t.Errorf("after keeping mine: %q", b.Text.EN)
	}
}

func TestAPackIsImportedOnceAndClashesAreAsked(t *testing.T) {
	s := withSample(t, language.EN)
	pack := s.entry("C1").Pack
	data, err := argument.Write(pack)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "received.yaml")
	write := func(data []byte) {
		t.Helper()
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(data)
	before := s.lib
	s.receivePack(path)
	s.until("it is said that nothing changed", func() bool { return !s.free() })
	s.press("Close")
	if s.lib != before {
		t.Error("the same pack changed the library")
	}

	theirs := *pack
	theirs.Arguments = append([]argument.Argument{}, pack.Arguments...)
	for _, i := range []int{0, 1} {
		theirs.Arguments[i].Title.EN = "Quillwort and bogbean"
	}
	if data, err = argument.Write(&theirs); err != nil {
		t.Fatal(err)
	}
	write(data)
	s.receivePack(path)
	s.until("the first clash is asked", func() bool { return !s.free() })
	s.press("Keep mine")
	s.press("Take theirs")
	s.until("it is imported", func() bool { return s.lib != before })
	first, second := s.entry(pack.Arguments[0].ID), s.entry(pack.Arguments[1].ID)
	if first.Title.EN == second.Title.EN || second.Title.EN != "Quillwort and bogbean" {
		t.Errorf("titles are %q and %q", first.Title.EN, second.Title.EN)
	}

	write([]byte("nothing: of the kind\n"))
	s.until("the dialog is there", func() bool { return !s.free() })
	s.press("Close")
	s.receivePack(path)
	s.until("a file that is no pack is refused", func() bool { return !s.free() })
}

func TestTheSearchShowsWhatItFinds(t *testing.T) {
	s := withSample(t, language.EN)
	inserted := ""
	s.pane.Insert = func(e *library.Entry, _ argument.Length) { inserted = e.ID }
	field := s.pane.SearchField().(*widgets.LineEntry)
	test.Type(field, "answers:C1 kind:countermeasure")
	field.OnSubmitted(field.Text)
	s.until("the first answer is put in", func() bool { return inserted != "" })
	if e := s.entry(inserted); e.Kind != argument.Countermeasure {
		t.Errorf("put in %s", inserted)
	}
}

// One Escape closes the form of an argument when nothing was changed in it, and
// asks when something was.
func TestEscapeInTheFormOfAnArgument(t *testing.T) {
	s := withSample(t, language.EN)
	escape := func() { s.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) }
	forms := 0
	for _, e := range s.lib.All() {
		s.editArgument(e)
		for i, f := range everything[widgets.Text](s.dialog()) {
			if i > 0 && forms > 0 {
				break // every field of one form, the first of all others
			}
			if i > 0 {
				s.editArgument(e)
				f = everything[widgets.Text](s.dialog())[i]
			}
			s.window.Canvas().Focus(f)
			escape()
			if s.dialog() != nil {
				t.Fatalf("%s: Escape in field %d does not close the form", e.ID, i)
			}
		}
		forms++
	}
	if forms < 20 {
		t.Fatalf("only %d arguments", forms)
	}
	s.editArgument(s.entry("C1"))
	form := s.dialog()
	test.Type(s.window.Canvas().Focused(), "x")
	escape()
	if s.dialog() == nil || s.dialog() == form {
		t.Fatal("what was written is given up without a question")
	}
	escape() // goes on writing
	if s.dialog() != form {
		t.Fatal("the form is not there any more")
	}
	escape()
	s.press("Don’t save")
	if s.dialog() != nil {
		t.Error("the form is still there")
	}
}

// A key may close the brief while the mouse still drags an argument.
func TestAnArgumentThatIsDraggedOutlivesTheBrief(t *testing.T) {
	s := withSample(t, language.EN)
	s.dragArgument(fyne.NewPos(600, 300))
	s.closeBrief()
	s.dragArgument(fyne.NewPos(610, 310))
	s.dropArgument(s.entry("C1"))
	if s.doc != nil || s.dialog() != nil {
		t.Error("it does something without a brief")
	}
}

// packs are all packs on the shelf, without the numbers of versions, which
// count every change.
func (s *stage) packs() string {
	s.t.Helper()
	var all []byte
	for _, h := range s.shelf.Packs() {
		data, err := argument.Write(h.Pack)
		if err != nil {
			s.t.Fatal(err)
		}
		all = append(all, data...)
	}
	return regexp.MustCompile(`(?m)^\s*(version: \d+|from:.*|- ?from:.*)\n`).ReplaceAllString(string(all), "")
}

// Every change of the library, an import and a new pack too, is taken back in
// its turn, and made again.
func TestTheLibraryIsTakenBackToTheStartAndMadeAgain(t *testing.T) {
	s := withSample(t, language.EN)
	states := []string{s.packs()}
	step := func(what string, do func()) {
		t.Helper()
		n := len(s.steps.undo)
		do()
		s.until(what, func() bool { return len(s.steps.undo) == n+1 })
		states = append(states, s.packs())
		for o := s.dialog(); o != nil; o = s.dialog() {
			s.typed(fyne.KeyEscape)
		}
	}
	edit := func(id, title string) {
		e := s.entry(id)
		a := *e.Argument
		a.Title.EN = title
		s.change(e.Pack.ID, library.EditArgument{Argument: a}, catalogue.Changed, id)
	}
	theirs := *s.entry("C1").Pack
	theirs.Arguments = slices.Clone(theirs.Arguments)
	theirs.Arguments[0].Title.EN = "Theirs"
	theirs.ID = "theirs"
	for i := range theirs.Arguments {
		theirs.Arguments[i].ID = "T" + theirs.Arguments[i].ID
		theirs.Arguments[i].Links = nil
	}
	data, err := argument.Write(&theirs)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "theirs.yaml")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	step("an edit", func() { edit("C1", "First") })
	step("an import", func() { s.receivePack(path) })
	step("an edit after it", func() { edit("TC1", "Second") })
	step("a new argument", func() {
		s.addArgument(myPack, argument.Argument{
			Kind: argument.Challenge, Claim: argument.Author, Tags: []string{}, Links: []argument.Link{},
			Title: language.Text{ZH: "甲", EN: "A"}, Line: language.Text{ZH: "一句。"}, Statement: language.Text{ZH: "论述。"},
		})
	})
	step("one in the bin", func() { s.change("theirs", library.DeleteArgument{ID: "TC2"}, catalogue.Deleted, "TC2") })
	for range 2 {
		for i := len(states) - 2; i >= 0; i-- {
			s.actions.Find("undo library").Do()
			s.until("it is taken back", func() bool { return len(s.steps.redo) == len(states)-1-i })
			if s.packs() != states[i] {
				t.Fatalf("taken back to %d, it is not what it was: %s", i, cmp.Diff(strings.Split(states[i], "\n"), strings.Split(s.packs(), "\n")))
			}
		}
		for i := 1; i < len(states); i++ {
			s.actions.Find("redo library").Do()
			s.until("it is made again", func() bool { return len(s.steps.undo) == i })
			if s.packs() != states[i] {
				t.Fatalf("made again to %d, it is not what it was", i)
			}
		}
	}
	// What another program writes meanwhile is not lost by it.
	for range 3 {
		s.undoLibrary()
		s.lull()
	}
	for _, h := range s.shelf.Packs() {
		if h.Pack.ID != "theirs" {
			continue
		}
		file := filepath.Join(s.shelved, h.File)
		if err := os.WriteFile(file, append(data, '\n'), 0o600); err != nil {
			t.Fatal(err)
		}
		s.undoLibrary()
		s.lull()
		if s.free() || !exists(file) {
			t.Error("what another program wrote was taken away")
		}
	}
}
