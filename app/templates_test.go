package app

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"os"
	"slices"
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
		if len(ls) == 2 {
			promiseIsHeld(t, a, b, doc, pages.Most)
		}
	}
}

// promiseIsHeld sees that the review finds nothing in the number of pages, and
// finds it where there are more than were promised.
func promiseIsHeld(t *testing.T, a *App, b *brief.Brief, doc *typeset.Document, most int) {
	t.Helper()
	long := func(doc *typeset.Document) bool {
		return slices.ContainsFunc(a.CheckPages(b, doc), func(f review.Finding) bool { return f.Code == "S3" })
	}
	if long(doc) {
		t.Errorf("%d pages are found too many or too few", len(doc.Pages))
	}
	more := *doc
	for len(more.Pages) <= most+4*len(doc.Pages) {
		more.Pages = append(slices.Clone(more.Pages), doc.Pages...)
	}
	if !long(&more) {
		t.Errorf("%d pages are not found too many", len(more.Pages))
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

// A brief says who issues it if that is known, and an own template is used as
// a built-in one is.
func TestUnitAndOwnTemplateAreUsed(t *testing.T) {
	dir := t.TempDir()
	unit := template.Unit{
		Name: language.Text{ZH: "研究室", EN: "Research Office"}, Contact: language.Text{ZH: "电话：1", EN: "Telephone 1"},
		Disclaimer: language.Text{ZH: "不代表本单位。", EN: "Not the view of the office."}, Prevailing: language.ZH,
	}
	var logo bytes.Buffer
	if err := png.Encode(&logo, image.NewGray(image.Rect(0, 0, 3, 2))); err != nil {
		t.Fatal(err)
	}
	unit.Logo = logo.Bytes()
	a := New(os.DirFS("../assets"), os.DirFS("../templates"), WithTemplates(dir), WithUnit(func() template.Unit { return unit }))
	shelf, err := a.TemplateShelf()
	if err != nil {
		t.Fatal(err)
	}
	memo, _ := shelf.Get("decision-memo")
	own := template.Duplicate(memo, func(string) bool { return false })
	own.Sections[1].Heading = language.Text{ZH: "请示", EN: "What is asked"}
	if own, err = shelf.Save(own); err != nil {
		t.Fatal(err)
	}
	b, _, err := a.NewFromTemplate(own.ID, template.Choice{Challenges: []string{"C1"}, ID: "x", Date: "2026-11-22"})
	if err != nil {
		t.Fatal(err)
	}
	m := b.Meta
	if m.Unit != unit.Name || m.Contact != unit.Contact || m.Disclaimer != unit.Disclaimer || m.Prevailing != language.ZH || !strings.Contains(m.Author.EN, "to fill") {
		t.Errorf("the brief says %+v", m)
	}
	if data, ok := b.Media(m.Logo); !ok || !bytes.Equal(data, unit.Logo) {
		t.Errorf("the logo is %q, %v", m.Logo, ok)
	}
	if b.Sections[1].Heading.EN != "What is asked" || m.Template.ID != own.ID || m.Template.Version != 1 {
		t.Errorf("made from %+v with %s", m.Template, b.Sections[1].Heading.EN)
	}
	own = own.Clone()
	own.Pages = template.Pages{Least: 7, Most: 9}
	if _, err = shelf.Save(own); err != nil {
		t.Fatal(err)
	}
	if p := a.promise(b); p.Least != memo.Pages.Least || p.Most != memo.Pages.Most {
		t.Errorf("a brief of version 1 is promised %+v", p)
	}
}

// Every template takes the profile of the unit: its name, author, contact,
// disclaimer, logo and prevailing language stand on the pages, nothing of them
// is left to fill in, and the promise of pages still holds.
func TestEveryTemplateTakesTheUnit(t *testing.T) {
	a := open()
	var logo bytes.Buffer
	if err := png.Encode(&logo, image.NewGray(image.Rect(0, 0, 200, 80))); err != nil {
		t.Fatal(err)
	}
	unit := template.Unit{
		Name:       language.Text{ZH: "国际问题研究所", EN: "Institute for International Studies"},
		Author:     language.Text{ZH: "王晓明、李华", EN: "Wang Xiaoming and Li Hua"},
		Contact:    language.Text{ZH: "brief@example.org", EN: "brief@example.org"},
		Disclaimer: language.Text{ZH: "本简报只代表作者个人观点，不代表所在单位立场。", EN: "This brief gives the views of its authors and not those of their institute."},
		Prevailing: language.ZH, Logo: logo.Bytes(),
	}
	all, err := a.Templates()
	if err != nil {
		t.Fatal(err)
	}
	for _, tm := range all {
		for _, challenges := range []string{"C2", "C1,C2,C3,C4"} {
			t.Run(tm.ID+"/"+challenges, func(t *testing.T) {
				t.Parallel()
				ids := strings.Split(challenges, ",")
				b, report, err := a.NewFromTemplate(tm.ID, template.Choice{Challenges: ids, ID: "x", Date: "2026-11-22", Unit: unit})
				if err != nil {
					t.Fatal(err)
				}
				for _, blank := range report.Blanks {
					if strings.Contains(blank.Name, "unit") || blank.Name == "author" || blank.Name == "contact" {
						t.Errorf("%s is left to fill in at %v", blank.Name, blank.At)
					}
				}
				for _, ls := range [][]language.Language{language.Both(), {language.ZH}, {language.EN}} {
					doc, err := a.Pages(context.Background(), b, typeset.Options{Languages: ls})
					if err != nil {
						t.Fatal(err)
					}
					if p, ok := tm.Promises(b.Meta.Layout, ls, len(ids), ""); ok && (len(doc.Pages) < p.Least || len(doc.Pages) > p.Most) {
						t.Errorf("%v: %d pages, promised %d to %d", ls, len(doc.Pages), p.Least, p.Most)
					}
					var text strings.Builder
					pictures := 0
					for _, p := range doc.Pages {
						for _, it := range p.Items {
							text.WriteString(it.Text)
							if it.Kind == typeset.PictureItem {
								pictures++
							}
						}
					}
					said := strings.Join(strings.Fields(text.String()), "")
					for _, l := range ls {
						prevails := language.Text{ZH: "以中文为准", EN: "The Chinese text prevails"}
						for _, want := range []language.Text{unit.Name, unit.Author, unit.Contact, unit.Disclaimer, prevails} {
							if !strings.Contains(said, strings.Join(strings.Fields(want.In(l)), "")) {
								t.Errorf("%v: the pages do not say %q", ls, want.In(l))
							}
						}
					}
					if pictures == 0 {
						t.Errorf("%v: the logo is not on the pages", ls)
					}
				}
			})
		}
	}
}
