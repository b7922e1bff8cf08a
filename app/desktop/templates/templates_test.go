package templates

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/template"
	"celun/assets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func shelf(t *testing.T) *template.Shelf {
	t.Helper()
	all, err := template.ReadAll(os.DirFS("../../../templates"))
	if err != nil {
		t.Fatal(err)
	}
	return template.Open(filepath.Join(t.TempDir(), "templates"), all)
}

func opened(t *testing.T, s *template.Shelf, id string) (*editor, *template.Template) {
	t.Helper()
	look, err := theme.New(assets.Files, theme.Light)
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t).Settings().SetTheme(look)
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(1200, 800))
	from, ok := s.Get(id)
	if !ok {
		t.Fatalf("no template %s", id)
	}
	c := template.Duplicate(from, func(id string) bool { _, found := s.Get(id); return found })
	e := &editor{
		Params: Params{Language: language.EN, Shelf: s, Fail: func(err error) { t.Error(err) }}, window: w, was: c.Clone(), now: c, saved: func() {},
		trouble: widgets.NewNote("", theme.Amber, 3), body: widgets.NewNote("", theme.Muted, 1),
	}
	e.scroller = widgets.NewScroller(e.content())
	e.box = widgets.ShowDialog(w, "", e.scroller, fyne.NewSize(900, 700), widgets.Answer{Label: "x"})
	return e, c
}

// What an analyst changes in the window is what the shelf keeps: order, names,
// limits, texts, look.
func TestAChangedTemplateIsKept(t *testing.T) {
	s := shelf(t)
	e, c := opened(t, s, "decision-memo")
	second := c.Sections[1].Slot
	e.move(1, 0)
	e.addSection()
	e.addRule(0, template.Rule{Write: template.WriteParagraph, Text: newText})
	c.Style = "official"
	c.Sections[0].LimitZH.Hard, c.Sections[0].LimitZH.Soft = 99, 0
	e.save()
	if e.trouble.Text != "" {
		t.Fatalf("says %s", e.trouble.Text)
	}
	kept, ok := s.Get(c.ID)
	if !ok || kept.Sections[0].Slot != second || kept.Sections[len(kept.Sections)-1].Heading != newHeading || kept.Style != "official" || kept.Sections[0].LimitZH.Hard != 99 {
		t.Errorf("kept %+v", kept)
	}
	if r := kept.Sections[0].Fill; r[len(r)-1].Text != newText {
		t.Errorf("kept the rules %+v", r)
	}
}

func TestWhatIsWrongIsSaidAndNothingKept(t *testing.T) {
	s := shelf(t)
	e, c := opened(t, s, "policy-brief")
	c.Sections[0].Heading.EN = ""
	e.save()
	if !strings.Contains(e.trouble.Text, `"heading.en" has no text`) {
		t.Errorf("says %q", e.trouble.Text)
	}
	if _, ok := s.Get(c.ID); ok {
		t.Error("it was kept all the same")
	}
}

// Every form that a template can have has a name in the window.
func TestEveryRuleOfTheTemplatesIsNamed(t *testing.T) {
	for _, tm := range shelf(t).All() {
		for _, s := range tm.Sections {
			for _, r := range s.Fill {
				if r.From != "" && (taken(r).IsEmpty() || r.As != "" && !strings.Contains(taken(r).ZH, "，")) {
					t.Errorf("%s: %s as %s has no name", tm.ID, r.From, r.As)
				}
			}
		}
	}
}
