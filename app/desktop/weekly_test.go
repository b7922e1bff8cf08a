package desktop

import (
	"path/filepath"
	"strings"
	"testing"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/desktop/actions"
	"celun/app/language"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// On the start page a new issue follows the brief that was open last, and the
// arrows go there first.
func TestTheLastBriefIsAtHandOnTheStartPage(t *testing.T) {
	s := withSample(t, language.EN)
	path := filepath.Join(t.TempDir(), "last.celun")
	s.write(path, nil)
	s.until("it is saved", func() bool { return s.doc.path == path && !s.dirty() })
	unit := s.brief().Meta.Unit
	s.closeBrief()
	s.until("the start page knows the file", func() bool { return s.firstStop != nil && s.doc == nil })
	s.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyDown})
	if s.window.Canvas().Focused() == nil {
		t.Error("an arrow goes nowhere")
	}
	s.actions.Find("next issue").Do()
	s.until("the new issue is open", func() bool { return s.doc != nil })
	if b := s.brief(); b.Meta.Unit != unit || !b.Title.IsEmpty() {
		t.Errorf("unit %q, title %q", b.Meta.Unit.ZH, b.Title.ZH)
	}
	if n := s.brief().Meta.Number.EN; n == "" || !strings.HasSuffix(s.name(), n) {
		t.Errorf("until it has a title it is called %q, not by its number %q", s.name(), n)
	}
	if _, at := s.editor.Field(); at.Slot != brief.TitleSlot {
		t.Errorf("the caret is at %v and not in the title", at)
	}
}

// The options of a new issue come from the challenges that it discusses.
func TestOptionsComeFromTheLibrary(t *testing.T) {
	s := withSample(t, language.EN)
	s.actions.Find("next issue").Do()
	s.until("the new issue is open", func() bool { return s.doc != nil && s.brief().Title.IsEmpty() })
	section := s.brief().Sections[3].ID
	s.editor.ToSection(section)
	s.actions.Find("library options").Do()
	if s.free() {
		t.Fatal("it is not said that the brief discusses no challenge")
	}
	s.press("Close")

	was := len(s.brief().Sections[3].Blocks)
	s.insertArgument(s.entry("C1"), argument.Statement)
	if got := len(s.brief().Sections[3].Blocks); got != was {
		t.Errorf("%d blocks, %d before: an empty paragraph stays behind", got, was)
	}
	s.actions.Find("library options").Do()
	k := s.brief().Sections[3].Blocks[1]
	if k.Kind != brief.Options || k.Table.Rows[len(k.Table.Rows)-1][0].Text.ZH != "不采取新行动" {
		t.Fatalf("put in: %+v", k)
	}
	f, at := s.editor.Field()
	if f == nil || at.Block != k.ID || f.SelectedText() != f.Text {
		t.Fatalf("the caret is at %v, not in the first judgement", at)
	}
	test.Type(f, "高")
	s.actions.Find("undo").Do()
	s.actions.Find("undo").Do()
	if b, _, _ := s.brief().Block(k.ID); b != nil {
		t.Error("the table cannot be taken back")
	}
}

// The palette goes to sections, by their names in either language.
func TestThePaletteGoesToSections(t *testing.T) {
	s := withSample(t, language.EN)
	all := s.sections()
	if len(all) != len(s.brief().Sections) {
		t.Fatalf("%d sections to go to", len(all))
	}
	last := s.brief().Sections[len(all)-2]
	all[len(all)-2].Do()
	if _, at := s.editor.Field(); s.editor.Section() != last.ID {
		t.Errorf("went to %v", at)
	}
}

// Fyne adds an item of its own to the first menu unless it ends with the one
// that quits.
func TestTheFirstMenuEndsWithQuit(t *testing.T) {
	s := newStage(t, language.EN)
	file := s.actions.Of(actions.File)
	if last := file[len(file)-1]; !last.Quit {
		t.Errorf("it ends with %q", last.Name.EN)
	}
}

// What is pasted goes where the caret was, even if it comes after the next Tab.
func TestAPasteIsNotLostByGoingOn(t *testing.T) {
	s := withSample(t, language.EN)
	s.editor.ToTitle()
	_, at := s.editor.Field()
	zh := brief.Address{Slot: brief.TitleSlot, Language: language.ZH}
	was, _ := s.brief().Text(zh)
	s.editor.Caret(zh, 0)
	s.editor.Caret(at, 0)
	s.pasteText(zh, "", "平台治理：")
	if got, _ := s.brief().Text(zh); got != "平台治理："+was {
		t.Errorf("the title is %q", got)
	}
	if _, now := s.editor.Field(); now != at {
		t.Errorf("the caret has gone to %v", now)
	}
}
