package desktop

import (
	"image"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/desktop/widgets"
	"celun/app/desktop/wizard"
	"celun/app/language"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
)

// TestTheQuestionsGiveAWholeDraft agrees with every answer, in the other
// language of the window half way.
func TestTheQuestionsGiveAWholeDraft(t *testing.T) {
	s := newStage(t, language.ZH)
	s.actions.Find("new").Do()
	if s.wizard == nil || s.doc != nil {
		t.Fatal("the questions are not shown")
	}
	s.actions.Find("language").Do()
	if s.wizard.Language != language.EN {
		t.Error("the questions stay in the other language")
	}
	s.until("the draft can be made", s.wizard.Ready)
	s.wizard.Finish()
	if s.doc == nil || s.wizard != nil {
		t.Fatal("the draft is not open")
	}
	b := s.brief()
	if b.Meta.Date != "2026-11-22" || b.Meta.Template.ID == "" {
		t.Errorf("meta: %+v", b.Meta)
	}
	used := usedIn(b)
	for _, e := range s.lib.OfKind(argument.Challenge) {
		if !used[e.ID] {
			t.Errorf("the draft does not answer %s", e.ID)
		}
	}
	for i := range b.Sections {
		if len(b.Sections[i].Blocks) == 0 {
			t.Errorf("section %q is empty", b.Sections[i].Heading.EN)
		}
	}
}

func TestEscapeLeavesTheQuestions(t *testing.T) {
	s := newStage(t, language.EN)
	answers := wizard.Start(s.lib, nil)
	s.answers = &answers
	s.show()
	s.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if s.wizard != nil || s.doc != nil {
		t.Error("the questions are still there")
	}
}

func TestANewIssueFollowsTheOpenBrief(t *testing.T) {
	s := withSample(t, language.EN)
	number, unit := s.brief().Meta.Number.ZH, s.brief().Meta.Unit
	s.actions.Find("next issue").Do()
	s.until("the new issue is open", func() bool { return s.doc != nil && s.brief().Meta.Number.ZH != number })
	if b := s.brief(); b.Meta.Unit != unit || !b.Title.IsEmpty() || s.doc.path != "" {
		t.Errorf("unit %q, title %q, path %q", b.Meta.Unit.ZH, b.Title.ZH, s.doc.path)
	}
}

func TestADroppedBriefOpensAndAnythingElseIsTold(t *testing.T) {
	s := withSample(t, language.ZH)
	path := filepath.Join(t.TempDir(), "dropped.celun")
	s.write(path, nil)
	s.until("it is saved", func() bool { return s.doc.path == path && !s.dirty() })
	s.closeBrief()
	s.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI("/pictures/cat.png"), storage.NewFileURI(path)})
	s.until("the dropped brief is open", func() bool { return s.doc != nil })
	s.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI("/pictures/cat.png")})
	if s.free() {
		t.Error("nothing is said of a file that cannot be opened")
	}
}

// TestSwitchesOfThePagesAreEdits changes layout, paper and draft mark in the
// pane: each is a step to undo, and goes with the brief.
func TestSwitchesOfThePagesAreEdits(t *testing.T) {
	s := withSample(t, language.EN)
	s.pages.Change(func(m *brief.Meta) { m.Layout = brief.Stacked })
	s.pages.Change(func(m *brief.Meta) { m.Draft = true })
	if m := s.brief().Meta; m.Layout != brief.Stacked || !m.Draft || !s.dirty() {
		t.Fatalf("meta: %+v", m)
	}
	s.actions.Find("undo").Do()
	s.actions.Find("undo").Do()
	if m := s.brief().Meta; m.Layout == brief.Stacked || m.Draft {
		t.Errorf("after undo: %+v", m)
	}
}

func TestExportIsOfferedAsTheLastTime(t *testing.T) {
	s := withSample(t, language.EN)
	dir := t.TempDir()
	path := filepath.Join(dir, "b.celun")
	s.write(path, nil)
	s.until("it is saved", func() bool { return s.doc.path == path && !s.dirty() })
	o := s.exportOptions()
	if o.Out != filepath.Join(dir, "b.pdf") {
		t.Errorf("offered %s", o.Out)
	}
	o.Out, o.Edition, o.Page.Layout = filepath.Join(dir, "other.pdf"), "all", brief.Facing
	s.exported(s.doc, o)
	s.closeBrief()
	s.openFile(path)
	s.until("it is open again", func() bool { return s.doc != nil })
	again := s.exportOptions()
	if again.Out != o.Out || again.Edition != "all" || again.Page.Layout != brief.Facing {
		t.Errorf("offered again %+v", again)
	}
	p := s.exportParams(nil)
	if p.Replaces(filepath.Join(dir, "none.pdf")) {
		t.Error("asks about a file that is not there")
	}
	if !ofOneExport(filepath.Join(dir, "other.zh.pdf"), o.Out) || ofOneExport(filepath.Join(dir, "b.pdf"), o.Out) {
		t.Error("does not know the files of one export")
	}
}

// What the program is started for is what comes first: no start page is built
// for it, unless it cannot be opened or takes its time.
func TestTheStartPageDoesNotComeBeforeTheFile(t *testing.T) {
	begun := func(file string) *stage {
		s := newStage(t, language.EN)
		s.File, s.awaited = file, true
		s.show()
		s.settled = func() { s.settled = nil; s.lang = language.ZH } // seen below
		s.openAsked()
		if s.leaveFront != nil {
			t.Error("the start page is shown")
		}
		s.settle()
		if s.settled == nil {
			t.Error("settled before the file is there")
		}
		return s
	}
	_, path := withFile(t)
	s := begun(path)
	s.until("it is open", func() bool { return s.doc != nil })
	t.Cleanup(func() { s.retire(s.doc) })
	s.until("settled", func() bool { return s.lang == language.ZH })
	s.waitNoLonger() // the time is over, and it is there
	if s.doc == nil || s.leaveFront != nil {
		t.Error("the start page came instead of the file")
	}

	s = begun(filepath.Join(t.TempDir(), "none.celun"))
	s.until("the start page is shown", func() bool { return s.leaveFront != nil })
	s.until("settled", func() bool { return s.lang == language.ZH })

	s = begun(path) // on a drive that takes its time
	s.waitNoLonger()
	if s.leaveFront == nil {
		t.Error("the window stays empty")
	}
	s.until("it is open", func() bool { return s.doc != nil })
	t.Cleanup(func() { s.retire(s.doc) })
}

// Every template that the start page offers opens the questions, and they give
// a draft made from it.
func TestEveryTemplateOfTheStartPageGivesADraft(t *testing.T) {
	s := newStage(t, language.EN)
	templates, err := s.App.Templates()
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range templates {
		s.startWizard(x)
		s.until("a draft from "+x.ID+" can be made", s.wizard.Ready)
		s.wizard.Finish()
		if s.doc == nil || s.brief().Meta.Template.ID != x.ID {
			t.Fatalf("%s: no draft from it", x.ID)
		}
		s.doc.history.MarkSaved() // nobody asks about it
		s.closeBrief()
	}
}

// The text comes first: pages and checks of what the window is started for wait
// until it is shown.
func TestTheTextComesBeforePagesAndChecks(t *testing.T) {
	s := newStage(t, language.ZH)
	shown := make(chan struct{})
	s.Desk.Params.shown = shown
	s.openSample()
	s.until("the text is there", func() bool { return s.doc != nil })
	if s.text(s.first(language.ZH)) == "" || len(everything[*widgets.Field](s.editor.View())) == 0 {
		t.Error("no text is shown")
	}
	time.Sleep(200 * time.Millisecond)
	if s.pages.Document() != nil || s.checks.brief != nil {
		t.Error("pages or checks were made before the text was shown")
	}
	close(shown)
	s.until("the pages are there", func() bool { return s.pages.Document() != nil })
	s.until("the checks are there", func() bool { return s.checks.brief != nil })
}

// Fyne keeps what was on the window for minutes; the pictures of it, which are
// most, are not kept by that.
func TestWhatIsNotShownKeepsNoPictures(t *testing.T) {
	s := newStage(t, language.ZH)
	tiles := everything[*widgets.Tile](s.window.Content())
	for _, tile := range tiles {
		tile.SetPicture(image.NewGray(image.Rect(0, 0, 8, 8)))
	}
	s.openSample()
	s.until("the sample is open", func() bool { return s.doc != nil })
	if len(tiles) == 0 || slices.ContainsFunc(tiles, (*widgets.Tile).HasPicture) {
		t.Errorf("%d tiles of the start page keep pictures", len(tiles))
	}
	pages := s.pages
	s.until("the pages are drawn", func() bool { return pages.Shows(s.brief()) })
	sheets := everything[*widgets.Sheet](pages.View())
	s.closeBrief()
	for _, sheet := range sheets {
		for _, o := range test.WidgetRenderer(sheet).Objects() {
			if m, ok := o.(*canvas.Image); ok && m.Image != nil {
				t.Error("a page keeps its picture")
			}
		}
	}
	if len(sheets) == 0 {
		t.Error("there were no pages")
	}
}
