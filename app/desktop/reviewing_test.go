package desktop

import (
	"slices"
	"strings"
	"testing"

	"celun/app/brief"
	checkspane "celun/app/desktop/review"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/review"

	"fyne.io/fyne/v2"
)

// keyed types a key where the keyboard is.
func (s *stage) keyed(keys ...fyne.KeyName) {
	s.t.Helper()
	for _, k := range keys {
		f := s.window.Canvas().Focused()
		if f == nil {
			s.t.Fatalf("nothing has the keyboard for %s", k)
		}
		f.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// writing reports whether the keyboard is in a text.
func (s *stage) writing() bool {
	f, _ := s.editor.Field()
	return f != nil
}

// TestFirstSentencesAreReadByKeysAlone reads a brief by its first sentences,
// says of one that it is no claim, and goes back to the text.
func TestFirstSentencesAreReadByKeysAlone(t *testing.T) {
	s := withSample(t, language.EN)
	s.reviewed()
	s.editor.Focus()
	s.actions.Find("first sentences").Do()
	if !s.keyboardIn(s.side.View()) {
		t.Fatal("the keyboard is not in the view")
	}
	s.keyed(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp)
	mode, at, _, ok := s.checks.pane.Spot()
	if b := s.brief().Sections[1].Blocks[0].ID; at.Block != b { // after four key messages
		t.Errorf("the arrows led to %v, not to %s", at, b)
	}
	if !ok || mode != checkspane.Outline || s.editor.Selected().Block != at.Block {
		t.Fatalf("at %v, the text at %v", at, s.editor.Selected())
	}
	said := func() bool {
		b, _, _ := s.brief().Block(at.Block)
		return slices.ContainsFunc(b.Comments, func(c brief.Comment) bool { return checkspane.IsNoClaim(c, 0) })
	}
	s.actions.Find("no claim").Do()
	s.reviewed()
	if !said() || !s.keyboardIn(s.side.View()) {
		t.Errorf("said: %v; the keyboard is on %v", said(), s.window.Canvas().Focused())
	}
	s.actions.Find("no claim").Do()
	if said() {
		t.Error("it cannot be taken back")
	}
	s.keyed(fyne.KeyUp, fyne.KeyUp) // the third of the key messages
	s.actions.Find("no claim").Do()
	if b := s.brief().Sections[0].Blocks[0]; len(b.Comments) != 1 || !checkspane.IsNoClaim(b.Comments[0], 3) || checkspane.IsNoClaim(b.Comments[0], 2) {
		t.Errorf("said of the third key message: %+v", b.Comments)
	}
	s.keyed(fyne.KeyRight)
	if mode, _, _, _ := s.checks.pane.Spot(); mode != checkspane.Citations || s.actions.Find("no claim").CanRun() {
		t.Errorf("the arrow leads to %d", mode)
	}
	s.keyed(fyne.KeyDown)
	s.actions.Find("recommendations").Do()
	if _, at, _, _ := s.checks.pane.Spot(); at.Block != "b38" {
		t.Errorf("another view begins at %v", at)
	}
	s.keyed(fyne.KeyEscape)
	if !s.writing() {
		t.Error("Escape does not lead back to the text")
	}
}

// TestFindingsAreWalkedWithTheCaretOrInTheList goes to a finding by its key: in
// a text the caret goes along, in the list the keyboard stays.
func TestFindingsAreWalkedWithTheCaretOrInTheList(t *testing.T) {
	s := withSample(t, language.EN)
	wrong := brief.Address{Block: "b12", Language: language.EN}
	s.misnumber(wrong)
	s.caret(brief.Address{Block: "b4", Language: language.ZH})
	s.reviewed()
	s.actions.Find("next finding").Do()
	if _, at := s.editor.Field(); at.Block != "b12" {
		t.Errorf("the caret is at %v", at)
	}
	s.actions.Find("pane checks").Do()
	s.actions.Find("next finding").Do()
	if s.writing() || !s.keyboardIn(s.side.View()) {
		t.Errorf("the keyboard left the list for %v", s.window.Canvas().Focused())
	}
	s.actions.Find("previous finding").Do()
	s.keyed(fyne.KeyReturn) // mends it
	if found := s.reviewed(); slices.ContainsFunc(found, func(f review.Finding) bool { return f.Code == "B3" }) {
		t.Errorf("Enter does not mend: %+v", found)
	}
	if f, ok := s.checks.pane.Chosen(); ok { // what took its place is what keys act on
		if at, ok := s.atHand(); !ok || at.Key() != f.Key() || s.editor.Selected().Block != "b12" {
			t.Errorf("keys act on %+v, chosen is %+v", at, f)
		}
	}
	s.actions.Find("pane pages").Do()
	if !s.writing() {
		t.Error("the keyboard stays in a list that is hidden")
	}
}

func TestAChangeIsRequestedWithWhatWasFound(t *testing.T) {
	s := withSample(t, language.EN)
	at := brief.Address{Block: "b12", Language: language.EN}
	s.misnumber(at)
	found := s.reviewed()
	i := slices.IndexFunc(found, func(f review.Finding) bool { return f.Code == "B3" })
	if i < 0 {
		t.Fatalf("found %+v", found)
	}
	want := found[i].Message.EN
	s.actions.Find("request change").Do()
	entry, ok := s.window.Canvas().Focused().(*widgets.LineEntry)
	if !ok || entry.Text != want {
		t.Fatalf("a comment is not asked for with %q", want)
	}
	s.keyed(fyne.KeyReturn)
	b, _, _ := s.brief().Block("b12")
	if len(b.Comments) != 1 || b.Comments[0].Text != want {
		t.Errorf("the comments are %+v", b.Comments)
	}
	if !s.writing() {
		t.Error("the caret is not back in the text")
	}
}

// TestAStrayIsMovedOnTheMap moves a countermeasure that stands under another
// challenge by drawing it on the map to the one that it answers.
func TestAStrayIsMovedOnTheMap(t *testing.T) {
	s := withSample(t, language.EN)
	for _, from := range s.brief().Sections[3].Blocks {
		if from.From == nil || from.From.Argument != "M2.1" {
			continue
		}
		if err := s.do(brief.MoveBlock{ID: from.ID, Section: s.brief().Sections[3].ID, Index: 12}); err != nil {
			t.Fatal(err)
		}
	}
	if strays := review.Strays(s.brief(), s.lib); len(strays) != 1 || strays[0].Under != "C2" {
		t.Fatalf("strays are %+v", strays)
	}
	s.showTab("map")
	s.joinOnMap(s.entry("M2.1"), s.entry("C3"))
	if strays := review.Strays(s.brief(), s.lib); len(strays) != 0 || !s.free() {
		t.Errorf("strays are left: %+v", strays)
	}
	s.undo()
	if strays := review.Strays(s.brief(), s.lib); len(strays) != 1 {
		t.Error("the move is not taken back at once")
	}
	s.joinOnMap(s.entry("M2.1"), s.entry("C4")) // which it does not answer yet
	if s.free() {
		t.Error("it is not asked how the two are linked")
	}
}

// TestTheLanguagePassBeginsAtItsTop goes from another view to the findings of
// the two languages alone.
func TestTheLanguagePassBeginsAtItsTop(t *testing.T) {
	s := withSample(t, language.EN)
	for _, id := range []string{"b12", "b13"} {
		f := s.caret(brief.Address{Block: id, Language: language.EN})
		f.Select(0, len([]rune(f.Text)))
		f.Replace(strings.NewReplacer("100 million", "10 million", "15 platforms", "16 platforms").Replace(f.Text))
	}
	s.reviewed()
	s.actions.Find("citations").Do()
	s.keyed(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown)
	s.actions.Find("language pass").Do()
	if f, ok := s.checks.pane.Chosen(); !ok || f.Address.Block != "b12" || !s.listed() {
		t.Errorf("it begins at %+v", f.Address)
	}
}

// misnumber writes a number in a text that its twin does not have.
func (s *stage) misnumber(at brief.Address) {
	f := s.caret(at)
	f.Select(0, len([]rune(f.Text)))
	f.Replace(strings.Replace(f.Text, "100 million", "10 million", 1))
}
