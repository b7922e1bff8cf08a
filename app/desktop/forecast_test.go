package desktop

import (
	"strings"
	"testing"

	"celun/app/brief"
	"celun/app/desktop/widgets"
	"celun/app/language"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// written returns all that something says.
func written(in fyne.CanvasObject) string {
	var all []string
	for _, p := range everything[*widgets.Prose](in) {
		all = append(all, p.Text)
	}
	return strings.Join(all, "|")
}

// The bar tells how many pages the brief takes, as it changes, and what its
// template promises of the layout and the languages that are shown.
func TestTheBarForecastsThePages(t *testing.T) {
	s := withSample(t, language.EN)
	says := func(what string) {
		t.Helper()
		s.until(what, func() bool { return strings.Contains(written(s.status.View()), what) })
	}
	says("About 6 pages (template: 5–8)")
	at := s.first(language.ZH)
	for range 3 {
		s.editor.Reveal(brief.Address{Block: at.Block}, false)
		s.actions.Find("insert " + string(brief.PageBreak)).Do()
		at.Block = s.editor.Selected().Block
		s.editor.Reveal(brief.Address{Block: at.Block}, false)
		s.actions.Find("insert " + string(brief.Paragraph)).Do()
		at.Block = s.editor.Selected().Block
		test.Type(s.caret(brief.Address{Block: at.Block, Language: language.ZH}), "字")
	}
	says("About 9 pages (template: 5–8)")
	c := s.pages.Choice()
	c.Languages = []language.Language{language.EN}
	s.pages.Choose(c)
	s.until("one language", func() bool { return !strings.Contains(written(s.status.View()), "About 9 pages") })
	if got := written(s.status.View()); strings.Contains(got, "5–8") {
		t.Errorf("of English alone nothing else is promised: %s", got)
	}
	c.Languages = nil
	s.pages.Choose(c)
	says("About 9 pages (template: 5–8)")
	s.changeMeta(func(m *brief.Meta) { m.Page.Landscape = true })
	s.until("no promise on other paper", func() bool { return !strings.Contains(written(s.status.View()), "template") })
	s.setLanguage(language.ZH)
	s.until("in Chinese", func() bool { return strings.Contains(written(s.status.View()), "约 ") })
}
