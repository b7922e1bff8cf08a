package app

import (
	"context"
	"strings"
	"testing"

	"celun/app/brief"
	"celun/app/language"
	"celun/app/review"
	"celun/app/template"
	"celun/app/typeset"
)

// Every template makes of the built-in article, for one challenge and for all
// four, a brief in which the review finds nothing but the blanks that the
// article cannot fill, and which takes as many pages as was promised.
func TestEveryTemplateComesOutWhole(t *testing.T) {
	a := open()
	all, err := a.Templates()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 9 {
		t.Fatalf("%d templates", len(all))
	}
	for _, tm := range all {
		presets := []string{""}
		for _, p := range tm.Presets {
			presets = append(presets, p.ID)
		}
		for _, challenges := range []string{"C1", "C1,C2,C3,C4"} {
			for _, preset := range presets {
				t.Run(tm.ID+"/"+challenges+"/"+preset, func(t *testing.T) {
					t.Parallel()
					whole(t, a, tm, strings.Split(challenges, ","), preset)
				})
			}
		}
	}
}

func whole(t *testing.T, a *App, tm *template.Template, challenges []string, preset string) {
	b, report, err := a.NewFromTemplate(tm.ID, template.Choice{Challenges: challenges, ID: "x", Date: "2026-11-22", Preset: preset})
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Validate(); err != nil {
		t.Fatal(err)
	}
	if len(report.Blanks) == 0 {
		t.Error("there is nothing for the analyst to fill in")
	}
	findings, err := a.Check(b, review.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings {
		if !strings.Contains(f.Message.ZH, "待填") && f.Severity != review.Hint {
			t.Errorf("%s at %+v: %s", f.Code, f.Address, f.Message.EN)
		}
	}
	for i := range b.Sections {
		if s := &b.Sections[i]; len(s.Blocks) == 0 {
			t.Errorf("%s is empty", s.Slot)
		}
	}
	for _, ls := range [][]language.Language{language.Both(), {language.ZH}, {language.EN}} {
		pages, ok := tm.Promises(b.Meta.Layout, ls, len(challenges), preset)
		if !ok {
			continue
		}
		doc, err := a.Pages(context.Background(), b, typeset.Options{Languages: ls})
		if err != nil {
			t.Fatal(err)
		}
		if n := len(doc.Pages); n < pages.Least || n > pages.Most {
			t.Errorf("%d pages in %v; %d to %d are promised", n, ls, pages.Least, pages.Most)
		}
	}
}

// Any template takes the look of an official document.
func TestEveryTemplateTakesTheOfficialLook(t *testing.T) {
	a := open()
	all, err := a.Templates()
	if err != nil {
		t.Fatal(err)
	}
	for _, tm := range all {
		t.Run(tm.ID, func(t *testing.T) {
			t.Parallel()
			b, _, err := a.NewFromTemplate(tm.ID, template.Choice{Challenges: []string{"C1"}, ID: "x", Date: "2026-11-22", Style: brief.OfficialStyle})
			if err != nil {
				t.Fatal(err)
			}
			doc, err := a.Pages(context.Background(), b, typeset.Options{})
			if err != nil {
				t.Fatal(err)
			}
			english := map[string]bool{b.Title.EN: true}
			for _, s := range b.Sections {
				english[s.Heading.EN] = true
			}
			for _, p := range doc.Pages {
				for _, i := range p.Items {
					if english[i.Text] {
						t.Fatalf("an official document is in Chinese alone, and has %q", i.Text)
					}
				}
			}
		})
	}
}
