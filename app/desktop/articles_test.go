package desktop

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/language"
	"celun/app/review"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
)

const portArticle = "港口的水深\n\n主航道平均水深只有9.5米，比设计水深浅了1.5米，大船须候潮进港。\n"

// writeArticle writes an article of our own into a folder.
func writeArticle(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

// quoting puts a quotation with a citation into the first paragraph.
func (s *stage) quoting(quote string) brief.Address {
	s.t.Helper()
	at := s.first(language.ZH)
	b, _, _ := s.brief().Block(at.Block)
	states := b.State
	if err := s.do(brief.SetText{At: at, Text: "作者说：“" + quote + "”[^" + s.brief().Sources[0].ID + "]。", States: &states}); err != nil {
		s.t.Fatal(err)
	}
	return at
}

func misquoted(found []review.Finding) []review.Finding {
	return slices.DeleteFunc(slices.Clone(found), func(f review.Finding) bool { return f.Code != "E2" })
}

func TestQuotationsAreHeldAgainstAnArticleAndMended(t *testing.T) {
	s := withSample(t, language.EN)
	at := s.quoting("主航道的平均水深只有8.5米，比设计水深浅1.5米")
	if n := len(misquoted(s.reviewed())); n != 0 {
		t.Fatalf("%d are found without an article", n)
	}
	was := s.text(at)
	if s.actions.Find("close article").CanRun() || !s.actions.Find("check article").CanRun() {
		t.Error("an article can be closed before one is opened, or none can be opened")
	}
	s.takeArticle(writeArticle(t, "port.txt", portArticle))
	s.until("it is found", func() bool { return len(misquoted(s.checks.findings)) == 1 })
	if s.side.Current() != "checks" {
		t.Errorf("%s is in front", s.side.Current())
	}
	f := misquoted(s.checks.findings)[0]
	if f.Address != at || !strings.Contains(f.Message.EN, "paragraph 2") || s.actions.Find("export final").CanRun() {
		t.Errorf("found %+v", f)
	}
	s.mend(f)
	if got := s.text(at); !strings.Contains(got, "“主航道平均水深只有9.5米，比设计水深浅了1.5米”") {
		t.Errorf("it is mended to %s", got)
	}
	if n := len(misquoted(s.reviewed())); n != 0 {
		t.Errorf("%d are found after the fix", n)
	}
	s.undo()
	if got := s.text(at); got != was {
		t.Errorf("it is taken back to %s", got)
	}
	s.until("it is found again", func() bool { return len(misquoted(s.checks.findings)) == 1 })
	s.actions.Find("close article").Do()
	s.until("nothing is found", func() bool { return len(misquoted(s.checks.findings)) == 0 })
}

// Where an article lies is remembered for the brief, outside of it; one that
// is gone is told of.
func TestTheArticleIsOpenedAgainWithTheBrief(t *testing.T) {
	s := withSample(t, language.ZH)
	s.quoting("主航道的平均水深只有8.5米，比设计水深浅1.5米")
	article := writeArticle(t, "港口.txt", portArticle)
	s.takeArticle(article)
	s.until("it is found", func() bool { return len(misquoted(s.checks.findings)) == 1 })
	path := filepath.Join(t.TempDir(), "a.celun")
	s.write(path, nil)
	s.until("it is saved", func() bool { return s.doc.path == path && !s.doc.saving })
	if got := s.Memory.Brief(path).Articles[s.brief().Sources[0].ID]; got != article {
		t.Errorf("remembered is %q", got)
	}
	data, err := os.ReadFile(path)
	if err != nil || strings.Contains(string(data), "港口.txt") {
		t.Errorf("the brief names the article, %v", err)
	}
	open := func() {
		t.Helper()
		s.openSample()
		s.until("another one is open", func() bool { return s.doc.path == "" })
		s.openFile(path)
		s.until("it is open again", func() bool { return s.doc.path == path })
	}
	open()
	s.until("it is found again", func() bool { return len(misquoted(s.checks.findings)) == 1 })
	if err := os.Remove(article); err != nil {
		t.Fatal(err)
	}
	open()
	s.until("the loss is told", func() bool { return len(s.notices.keys) == 1 })
	if text := s.notices.said[s.notices.keys[0]].text; !strings.Contains(text, "港口.txt") {
		t.Errorf("it says %q", text)
	}
	s.notices.said[s.notices.keys[0]].answers[1].Run()
	if len(s.notices.keys) != 0 || len(s.Memory.Brief(path).Articles) != 0 {
		t.Error("it is not forgotten")
	}
}

// Which source it is the text of is asked where that cannot be told.
func TestTheSourceOfAnArticleIsAsked(t *testing.T) {
	s := withSample(t, language.EN)
	more := s.brief().Sources[0]
	more.ID, more.Title = "port", language.Text{ZH: "港口的另一面", EN: "Another one"}
	if err := s.do(brief.SetSources{Sources: append(slices.Clone(s.brief().Sources), more)}); err != nil {
		t.Fatal(err)
	}
	path := writeArticle(t, "port.txt", portArticle)
	s.takeArticle(path)
	s.until("it is asked", func() bool { return s.dialog() != nil })
	s.tap(s.dialog(), catalogue.CheckIt.EN)
	if a, ok := s.doc.articles[s.brief().Sources[0].ID]; !ok || a.path != path {
		t.Errorf("opened are %v", s.doc.articles)
	}
	titled := writeArticle(t, "b.txt", "港口的另一面：水深\n\n正文。\n")
	s.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(titled)})
	s.until("the other is opened", func() bool { return s.doc.articles["port"].path == titled })
	if s.dialog() != nil {
		t.Error("it is asked though its title tells")
	}
}

func TestAnArticleThatCannotBeReadIsTold(t *testing.T) {
	s := withSample(t, language.EN)
	s.takeArticle(writeArticle(t, "a.pdf", "%PDF-1.7\n"))
	s.until("it is told", func() bool { return s.dialog() != nil })
	if len(s.doc.articles) != 0 {
		t.Errorf("opened are %v", s.doc.articles)
	}
}
