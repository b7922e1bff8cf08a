package desktop

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"celun/app"
	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/language"
	"celun/app/review"
)

// reviewed waits until the brief as it is now was reviewed.
func (s *stage) reviewed() []review.Finding {
	s.t.Helper()
	s.until("the brief is reviewed", func() bool { return s.checks.brief == s.brief() })
	return review.Open(s.checks.text)
}

func TestTheSampleIsReadyForFinal(t *testing.T) {
	s := withSample(t, language.ZH)
	if found := s.reviewed(); len(found) != 0 {
		t.Errorf("found %+v", found)
	}
	if !s.actions.Find("export final").CanRun() || s.actions.Find("mend finding").CanRun() {
		t.Error("a sound brief cannot go out, or there is something to mend in it")
	}
}

func TestAFigureIsMendedByAKeyAndTakenBack(t *testing.T) {
	s := withSample(t, language.EN)
	s.reviewed()
	at := brief.Address{Block: "b12", Language: language.EN}
	was := s.text(at)
	wrong := strings.Replace(was, "100 million", "10 million", 1)
	f := s.caret(at)
	f.Select(0, len([]rune(was)))
	f.Replace(wrong)
	found := s.reviewed()
	i := slices.IndexFunc(found, func(f review.Finding) bool { return f.Code == "B3" })
	if i < 0 || found[i].Twin == nil || found[i].Twin.Address != at { // the Chinese counts as not revised
		t.Fatalf("found %+v", found)
	}
	if s.actions.Find("export final").CanRun() {
		t.Error("a brief with an error can go out")
	}
	s.actions.Find("mend finding").Do() // at the caret
	if got := s.text(at); got != was {
		t.Errorf("it is mended to %q", got)
	}
	s.undo()
	if got := s.text(at); got != wrong {
		t.Errorf("it is taken back to %q", got)
	}
	s.redo()
	for _, f := range s.reviewed() {
		if f.Code == "B3" {
			t.Errorf("still found: %+v", f)
		}
	}
}

func TestWhatIsWrongIsSaidAndMendedUnderTheText(t *testing.T) {
	s := withSample(t, language.EN)
	s.reviewed()
	at := brief.Address{Block: "b12", Language: language.EN}
	was := s.text(at)
	f := s.caret(at)
	f.Select(0, len([]rune(was)))
	f.Replace(strings.Replace(was, "100 million", "10 million", 1))
	found := s.reviewed()
	i := slices.IndexFunc(found, func(f review.Finding) bool { return f.Code == "B3" })
	if i < 0 {
		t.Fatalf("found %+v", found)
	}
	said := s.wrong()["b12"]
	if len(said) != 1 || said[0].Text != found[i].Message.EN || len(said[0].Mends) != 2 {
		t.Fatalf("it is said %+v", said)
	}
	for _, n := range said[0].Mends {
		if strings.Contains(n.Label, "100 million") {
			s.window.Canvas().Unfocus() // what is clicked takes the focus
			n.Do()
		}
	}
	if got := s.text(at); got != was {
		t.Errorf("it is mended to %q", got)
	}
	if _, now := s.editor.Field(); now != at {
		t.Errorf("the caret is at %v, and one cannot write on", now)
	}
	s.reviewed()
	if said := s.wrong()["b12"]; len(said) != 0 {
		t.Errorf("still said: %+v", said)
	}
}

func TestMenusAndBarsDoNotDimForADialog(t *testing.T) {
	s := withSample(t, language.EN)
	s.showAbout()
	s.changed() // as when it is saved by itself
	s.showBars()
	for _, m := range s.menu.Items {
		for _, item := range m.Items {
			if item.Label == "Save as…" && item.Disabled {
				t.Error("saving is dimmed, and stays so when the dialog is closed")
			}
		}
	}
	if s.actions.Find("save as").CanRun() {
		t.Error("it can be saved under a dialog")
	}
}

func TestFindingsAreWalkedAndWaived(t *testing.T) {
	s := withSample(t, language.EN)
	s.reviewed()
	if err := s.do(brief.Batch{Edits: []brief.Edit{brief.RemoveBlock{ID: "b26"}, brief.RemoveBlock{ID: "b27"}}}); err != nil {
		t.Fatal(err)
	}
	s.reviewed()
	s.showTab("checks")
	s.actions.Find("next finding").Do()
	f, ok := s.checks.pane.Chosen()
	if !ok || f.Code != "A1" || s.editor.Selected().Block != "b24" {
		t.Fatalf("chosen is %+v, the editor is at %+v", f, s.editor.Selected())
	}
	s.actions.Find("waive finding").Do()
	box := s.dialog()
	if box == nil {
		t.Fatal("no reason is asked for")
	}
	s.tap(box, catalogue.WaiveDo.EN)
	if s.dialog() == nil || len(s.brief().Waivers) != 1 {
		t.Fatal("it was waived without a reason")
	}
	entry := s.window.Canvas().Focused()
	if entry == nil {
		t.Fatal("nothing has the focus")
	}
	for _, r := range "Left for the annex" {
		entry.TypedRune(r)
	}
	s.tap(box, catalogue.WaiveDo.EN)
	w := s.brief().Waivers
	if len(w) != 2 || w[1].Code != "A1" || w[1].Block != "b24" || w[1].Reason != "Left for the annex" || w[1].Date != "2026-11-22" {
		t.Fatalf("waivers %+v", w)
	}
	for _, f := range s.reviewed() {
		if f.Code == "A1" {
			t.Errorf("still open: %+v", f)
		}
	}
	s.undo()
	if len(s.brief().Waivers) != 1 {
		t.Error("a waiver cannot be undone")
	}
}

func TestACountermeasureIsPutIn(t *testing.T) {
	s := withSample(t, language.ZH)
	s.reviewed()
	if err := s.do(brief.Batch{Edits: []brief.Edit{brief.RemoveBlock{ID: "b26"}, brief.RemoveBlock{ID: "b27"}}}); err != nil {
		t.Fatal(err)
	}
	for _, f := range s.reviewed() {
		if f.Code == "A1" {
			s.mend(f)
		}
	}
	found := s.reviewed()
	if slices.ContainsFunc(found, func(f review.Finding) bool { return f.Code == "A1" }) {
		t.Errorf("found %+v", found)
	}
	next := s.doc.history.NewBlockID()
	if b, _, _ := s.brief().Block(next); b != nil {
		t.Errorf("the id %s is given out a second time", next)
	}
}

func TestAFinalVersionHasItsManifest(t *testing.T) {
	s := withSample(t, language.EN)
	path := filepath.Join(t.TempDir(), "a.celun")
	if err := brief.Save(path, s.brief(), nil); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "a.pdf")
	if _, err := s.App.ExportFinal(t.Context(), path, exportTo(out)); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(strings.TrimSuffix(out, ".pdf") + ".manifest.json"); err != nil {
		t.Error(err)
	}
	b := s.brief().Clone()
	b.Sections[1].Blocks[0].Text.EN = ""
	if err := brief.Save(path, b, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := s.App.ExportFinal(t.Context(), path, exportTo(out+"2.pdf")); err == nil {
		t.Error("a brief with an error went out")
	}
	if _, err := os.Stat(out + "2.pdf"); err == nil {
		t.Error("a file was written though there is an error")
	}
}

func exportTo(out string) app.ExportOptions { return app.ExportOptions{Out: out} }

// Of the pages that come while others are looked at, the last are looked at
// next, and all that came before are passed over.
func TestOnlyTheLatestPagesAreLookedAt(t *testing.T) {
	var l latest
	begun, goOn := make(chan int), make(chan struct{})
	work := func(n int) func() {
		return func() {
			begun <- n
			<-goOn
		}
	}
	l.do(work(1))
	if n := <-begun; n != 1 {
		t.Fatalf("began with %d", n)
	}
	l.do(work(2))
	l.do(work(3))
	goOn <- struct{}{}
	if n := <-begun; n != 3 {
		t.Errorf("after the first came %d, want the last", n)
	}
	goOn <- struct{}{}
	l.do(work(4)) // and at rest it begins again
	if n := <-begun; n != 4 {
		t.Errorf("at last came %d", n)
	}
	goOn <- struct{}{}
}

// A blank in the place of the author does not decide that a finding is let
// pass.
func TestABlankWaivesNothing(t *testing.T) {
	s := withSample(t, language.EN)
	s.changeMeta(func(m *brief.Meta) {
		m.Author = language.Text{ZH: brief.Blank(language.ZH, "撰稿人"), EN: brief.Blank(language.EN, "author")}
	})
	for _, w := range s.brief().Waivers {
		if err := s.do(brief.RemoveWaiver{Waiver: w}); err != nil {
			t.Fatal(err)
		}
	}
	if by := s.waivedBy(); by != "" {
		t.Errorf("decided by %q", by)
	}
}
