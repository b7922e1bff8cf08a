package desktop

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/widgets"
	"celun/app/language"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// shown returns what a dialog shows of a kind, in its order.
func shown[T fyne.CanvasObject](o fyne.CanvasObject) []T {
	var all []T
	if w, ok := o.(T); ok {
		all = append(all, w)
	}
	switch o := o.(type) {
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(o).Objects() {
			all = append(all, shown[T](c)...)
		}
	case *fyne.Container:
		for _, c := range o.Objects {
			all = append(all, shown[T](c)...)
		}
	}
	return all
}

// said returns the prose of a dialog.
func saidIn(o fyne.CanvasObject) string {
	var all []string
	for _, p := range shown[*widgets.Prose](o) {
		all = append(all, p.Text)
	}
	return strings.Join(all, "\n")
}

// withLesson returns a stage with the handout that is derived from the sample.
func withLesson(t *testing.T, l language.Language) *stage {
	t.Helper()
	s := withSample(t, l)
	s.actions.Find("lesson").Do()
	s.until("the handout is open", func() bool { return s.brief().Meta.Template.ID == "training-handout" })
	return s
}

// asksForClass opens the questions for a trainer's set and fills them in.
func (s *stage) asksForClass(folder, variants, seed string) fyne.CanvasObject {
	s.t.Helper()
	s.actions.Find("class").Do()
	box := s.dialog()
	if box == nil {
		s.t.Fatal("nothing is asked")
	}
	fields := shown[*widgets.LineEntry](box)
	if len(fields) != 3 {
		s.t.Fatalf("%d fields", len(fields))
	}
	for i, text := range []string{folder, variants, seed} {
		if text != "" {
			fields[i].SetText(text)
		}
	}
	return box
}

// A handout that is derived opens as a brief of its own, with what is for the
// trainer marked, and the brief it came from stays as it was.
func TestALessonIsDerivedFromTheBrief(t *testing.T) {
	s := withSample(t, language.EN)
	sample := s.brief()
	s.actions.Find("lesson").Do()
	s.until("the handout is open", func() bool { return s.brief().Meta.Template.ID == "training-handout" })
	b := s.brief()
	if b.ID == sample.ID || s.doc.path != "" {
		t.Errorf("it has the id %s and the file %q", b.ID, s.doc.path)
	}
	audiences := map[brief.Reader]int{}
	questions := 0
	for i := range b.Sections {
		for _, k := range b.Sections[i].Blocks {
			audiences[k.For]++
			if k.Kind == brief.Question {
				questions++
			}
		}
	}
	if audiences[brief.Trainer] < 3 || questions < 3 {
		t.Errorf("audiences %v, %d questions", audiences, questions)
	}
	if sample.Meta.Template.ID != "policy-brief" {
		t.Errorf("the sample became a %s", sample.Meta.Template.ID)
	}
}

func TestATrainersSetIsMade(t *testing.T) {
	for _, l := range language.Both() {
		s := withLesson(t, l)
		folder := filepath.Join(t.TempDir(), "set")
		box := s.asksForClass(folder, "2", "7")
		s.tap(box, catalogue.ClassMake.In(l))
		s.until("it is told", func() bool { return s.dialog() != nil && strings.Contains(saidIn(s.dialog()), folder) })
		files, err := os.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		sheets := 0
		for _, f := range files {
			if strings.Contains(f.Name(), "worksheet") {
				sheets++
			}
			if info, err := f.Info(); err != nil || info.Size() < 1000 {
				t.Errorf("%s has %d bytes", f.Name(), info.Size())
			}
		}
		if len(files) != 6 || sheets != 2 {
			t.Errorf("%d files, %d worksheets", len(files), sheets)
		}
	}
}

// The folder that is offered lies beside the brief, and the seed is the day's.
func TestWhatIsOfferedForATrainersSet(t *testing.T) {
	s := withLesson(t, language.EN)
	box := s.asksForClass("", "", "")
	fields := shown[*widgets.LineEntry](box)
	if !strings.HasSuffix(fields[0].Text, "-class") || fields[1].Text != "6" || fields[2].Text != "20261122" {
		t.Errorf("offered are %q, %q, %q", fields[0].Text, fields[1].Text, fields[2].Text)
	}
	s.tap(box, catalogue.Cancel.EN)
	if s.dialog() != nil {
		t.Error("the question stays")
	}
}

// A number that will not do is told, and what was entered stays to be
// corrected.
func TestAWrongNumberOfWorksheetsIsTold(t *testing.T) {
	for _, wrong := range [][2]string{{"0", ""}, {"three", ""}, {"100000", ""}, {"2", "-1"}, {"2", "x"}} {
		s := withLesson(t, language.EN)
		folder := filepath.Join(t.TempDir(), "set")
		box := s.asksForClass(folder, wrong[0], wrong[1])
		s.tap(box, catalogue.ClassMake.EN)
		if !strings.Contains(saidIn(s.dialog()), "Worksheets are 1 to") {
			t.Errorf("%v: it says %q", wrong, saidIn(s.dialog()))
		}
		s.tap(s.dialog(), catalogue.Close.EN)
		if fields := shown[*widgets.LineEntry](s.dialog()); len(fields) != 3 || fields[0].Text != folder {
			t.Errorf("%v: what was entered is gone", wrong)
		}
		if exists(folder) {
			t.Errorf("%v: something was written", wrong)
		}
	}
}

// An answer in what participants read stops the set, and it is said where.
func TestAnAnswerForParticipantsStopsTheSet(t *testing.T) {
	s := withLesson(t, language.EN)
	b := s.brief()
	answer, at := "", ""
	for i := range b.Sections {
		for _, k := range b.Sections[i].Blocks {
			switch {
			case k.For == brief.Trainer && k.Kind == brief.Argument && answer == "":
				answer = k.Text.ZH
			case k.For == "" && k.Kind == brief.Heading && at == "":
				at = k.ID
			}
		}
	}
	if answer == "" || at == "" {
		t.Fatalf("%q, %q", answer, at)
	}
	if err := s.do(brief.SetText{At: brief.Address{Block: at, Language: language.ZH}, Text: string([]rune(brief.Plain(answer))[:28])}); err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(t.TempDir(), "set")
	box := s.asksForClass(folder, "1", "")
	s.tap(box, catalogue.ClassMake.EN)
	s.until("it is told", func() bool { return s.dialog() != nil && strings.Contains(saidIn(s.dialog()), "for the trainer in") })
	if text := saidIn(s.dialog()); !strings.Contains(text, "handout.pdf · ") {
		t.Errorf("it says %q", text)
	}
	if exists(folder) {
		t.Error("files were written")
	}
}

// What is cancelled says nothing more.
func TestATrainersSetIsCancelled(t *testing.T) {
	s := withLesson(t, language.EN)
	box := s.asksForClass(filepath.Join(t.TempDir(), "set"), "2", "")
	s.tap(box, catalogue.ClassMake.EN)
	s.tap(s.dialog(), catalogue.Cancel.EN)
	for range 100 { // there is no sign of the end: it is that nothing is said
		select {
		case f := <-s.queue:
			f()
		case <-time.After(20 * time.Millisecond):
		}
	}
	if s.dialog() != nil {
		t.Errorf("it says %q", saidIn(s.dialog()))
	}
}
