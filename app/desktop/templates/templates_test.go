package templates

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"celun/app/argument"
	"celun/app/desktop/catalogue"
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
		Params: Params{Language: language.EN, Shelf: s, Fail: func(err error) { t.Error(err) }}, window: w, was: c.Clone(), now: c, saved: func() {}, open: map[string]bool{},
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
	e.addRule(0, template.Rule{Write: template.WriteParagraph, Text: catalogue.TemplateNewText})
	c.Style = "official"
	c.Sections[0].LimitZH.Hard, c.Sections[0].LimitZH.Soft = 99, 0
	e.save()
	if e.trouble.Text != "" {
		t.Fatalf("says %s", e.trouble.Text)
	}
	kept, ok := s.Get(c.ID)
	if !ok || kept.Sections[0].Slot != second || kept.Sections[len(kept.Sections)-1].Heading != catalogue.TemplateNewHeading || kept.Style != "official" || kept.Sections[0].LimitZH.Hard != 99 {
		t.Errorf("kept %+v", kept)
	}
	if r := kept.Sections[0].Fill; r[len(r)-1].Text != catalogue.TemplateNewText {
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

// Every kind of rule has a name in the window, in both languages, that no other
// has.
func TestEveryKindOfRuleIsNamed(t *testing.T) {
	seen := map[language.Text]template.RuleKind{}
	for _, k := range template.RuleKinds() {
		name := kindName(k)
		if strings.TrimSpace(name.ZH) == "" || strings.HasSuffix(name.ZH, "：") || strings.HasSuffix(name.EN, ": ") || name.EN == "" {
			t.Errorf("%v has no name", k)
		}
		if o, twice := seen[name]; twice {
			t.Errorf("%v and %v are both called %s", k, o, name.EN)
		}
		seen[name] = k
	}
}

// found returns all objects of a type within an object.
func found[T fyne.CanvasObject](o fyne.CanvasObject) (all []T) {
	if t, ok := o.(T); ok {
		return []T{t}
	}
	switch o := o.(type) {
	case *fyne.Container:
		for _, c := range o.Objects {
			all = append(all, found[T](c)...)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(o).Objects() {
			all = append(all, found[T](c)...)
		}
	}
	return all
}

// choose picks a choice by its words in the first list that has it.
func choose(t *testing.T, o fyne.CanvasObject, word string) {
	t.Helper()
	for _, s := range found[*widgets.Drop](o) {
		if at := slices.Index(s.Words(), word); at >= 0 {
			s.Choose(at)
			return
		}
	}
	t.Fatalf("there is no choice %q", word)
}

// write types over the text of the field that has it.
func write(t *testing.T, o fyne.CanvasObject, was, now string) {
	t.Helper()
	for _, f := range found[*widgets.Field](o) {
		if f.Text == was {
			f.OnEdited(now)
			return
		}
	}
	t.Fatalf("there is no field with %q", was)
}

// A rule is made into another by a choice, and what it says is chosen, counted
// and written; the template is kept so, and a brief is filled by it.
func TestRulesAreChangedWithoutCode(t *testing.T) {
	s := shelf(t)
	e, c := opened(t, s, "decision-memo")
	at := slices.IndexFunc(c.Sections, func(s template.Section) bool { return s.Slot == "background" })
	e.open["background"] = true
	rule := func(j int) fyne.CanvasObject { return e.rule(at, j) }
	fill := func() []template.Rule { return c.Sections[at].Fill }

	choose(t, rule(0), "From the library: the challenges, discussed one by one")
	if r := fill()[0]; r.As != template.Discussion || r.Length != argument.Statement {
		t.Fatalf("the rule became %+v", r)
	}
	for _, tick := range found[*widgets.Check](rule(0)) {
		if said := found[*widgets.Prose](tick); len(said) > 0 && said[0].Text == "With evidence" {
			tick.OnChanged(true)
		}
	}
	choose(t, rule(0), "One sentence")
	choose(t, rule(1), "A list")
	write(t, rule(1), catalogue.TemplateNewText.EN, "one\ntwo")
	write(t, rule(1), catalogue.TemplateNewText.ZH+"\n", "一\n二")
	choose(t, rule(1), "For several challenges")
	choose(t, rule(2), "A table")
	write(t, rule(2), newCell.ZH, "单位")
	e.columns(&c.Sections[at].Fill[2], 3)
	e.addRule(at, begun(template.RuleKind{From: template.Answers, As: template.AnswerKey}.Of(template.Rule{})))
	choose(t, rule(3), "The trainer’s")
	e.save()
	if e.trouble.Text != "" {
		t.Fatalf("says %s", e.trouble.Text)
	}
	kept, _ := s.Get(c.ID)
	r := kept.Sections[at].Fill
	switch {
	case r[0].As != template.Discussion || !slices.Equal(r[0].With, []template.With{template.WithEvidence}) || r[0].Length != argument.Line:
		t.Errorf("kept %+v", r[0])
	case len(r[1].Items) != 2 || r[1].Items[1] != (language.Text{ZH: "二", EN: "two"}) || r[1].When != template.Many:
		t.Errorf("kept %+v", r[1])
	case len(r[2].Head) != 3 || r[2].Head[0].ZH != "单位" || len(r[2].Rows[0]) != 3:
		t.Errorf("kept %+v", r[2])
	case r[3].As != template.AnswerKey || r[3].For != "trainer":
		t.Errorf("kept %+v", r[3])
	}
}

// Titles, looks and lengths are changed in the window too.
func TestTitlesLooksAndLengthsAreChanged(t *testing.T) {
	s := shelf(t)
	e, c := opened(t, s, "advisory-report")
	write(t, e.wordings(catalogue.TemplateTitles, &c.Title, true), "{challenge}: assessment and proposals", "On {challenge}")
	for _, tick := range found[*widgets.Check](e.looks()) {
		tick.OnChanged(true)
	}
	e.dropPreset(2)
	write(t, e.presets(), "Special report (1,500 characters)", "Short")
	e.save()
	if e.trouble.Text != "" {
		t.Fatalf("says %s", e.trouble.Text)
	}
	kept, _ := s.Get(c.ID)
	if kept.Title[0].Text.EN != "On {challenge}" || !kept.Landscape || !kept.Numbered || len(kept.Presets) != 2 || kept.Presets[1].Name.EN != "Short" {
		t.Errorf("kept %+v", kept)
	}
	for _, s := range kept.Sections {
		for _, r := range s.Fill {
			if slices.Contains(r.In, "findings") {
				t.Errorf("%s has a rule for a length that is gone", s.Slot)
			}
		}
	}
}
