package app

import (
	"context"
	"slices"

	"celun/app/argument"
	"celun/app/article"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"
	"celun/app/review"
	"celun/app/template"
	"celun/app/typeset"
)

// Check reviews a brief against the library. What a waiver lets pass is among
// the findings; [review.Open] leaves it out.
func (a *App) Check(b *brief.Brief, o review.Options) ([]review.Finding, error) {
	lib, err := a.Library()
	if err != nil {
		return nil, err
	}
	return review.NewReviewer(lib).Review(b, o), nil
}

// CheckFinal reviews a brief that is to go out, its pages included: they are
// set as the options of an export say. Quotations are held against the
// articles that were opened, by the id of their source.
func (a *App) CheckFinal(ctx context.Context, b *brief.Brief, page typeset.Options, articles map[string]*article.Article) ([]review.Finding, error) {
	findings, err := a.Check(b, review.Options{Final: true, Articles: articles})
	if err != nil {
		return nil, err
	}
	doc, err := a.Pages(ctx, b, page)
	if err != nil {
		return nil, err
	}
	findings = append(findings, a.CheckPages(b, doc)...)
	review.Order(b, findings)
	return findings, nil
}

// CheckPages returns what only the pages of a brief show.
func (a *App) CheckPages(b *brief.Brief, doc *typeset.Document) []review.Finding {
	return review.Pages(b, doc, a.promise(b))
}

// Promised returns how many pages the template of a brief promises in a layout
// and languages, for as many challenges as the brief discusses: that of the
// version which it was started from. It is not ok where nothing is promised,
// as of other paper or with a cover. It reads the library: call it off the main
// thread.
func (a *App) Promised(b *brief.Brief, layout brief.Layout, ls []language.Language) (least, most int, ok bool) {
	t, ok := a.templateOf(b)
	if !ok || b.Meta.Cover || b.Meta.Contents || b.Meta.Page != t.Page() {
		return 0, 0, false
	}
	return a.promises(t, b, layout, ls)
}

func (a *App) promises(t *template.Template, b *brief.Brief, layout brief.Layout, ls []language.Language) (least, most int, ok bool) {
	ok = true
	presets := []string{""}
	for _, o := range t.Presets {
		presets = append(presets, o.ID)
	}
	for i, preset := range presets { // which of them was taken is not known
		pages, promised := t.Promises(layout, ls, a.discussed(b), preset)
		if i == 0 || pages.Least < least {
			least = pages.Least
		}
		most, ok = max(most, pages.Most), ok && promised
	}
	return least, most, ok && most > 0
}

func (a *App) templateOf(b *brief.Brief) (*template.Template, bool) {
	s, err := a.templates()
	if err != nil {
		return nil, false
	}
	return s.At(b.Meta.Template.ID, b.Meta.Template.Version)
}

// promise returns what the template of a brief promises of it in the template's
// own layout.
func (a *App) promise(b *brief.Brief) review.Promise {
	t, ok := a.templateOf(b)
	if !ok {
		return review.Promise{} // of another template nothing is known
	}
	least, most, _ := a.promises(t, b, t.Layout, language.Both())
	return review.Promise{Least: least, Most: most, Layout: t.Layout, Page: t.Page()}
}

// discussed counts the challenges that a brief is about; one at least.
func (a *App) discussed(b *brief.Brief) int {
	lib, err := a.Library()
	if err != nil {
		return 1
	}
	return max(1, len(challengesOf(b, lib)))
}

// challengesOf returns the challenges that a brief takes something from,
// answers or draws on a map, in the order in which they come in it.
func challengesOf(b *brief.Brief, lib *library.Library) []string {
	var found []string
	for i := range b.Sections {
		for _, k := range b.Sections[i].Blocks {
			var ids []string
			if k.From != nil {
				ids = append(ids, k.From.Argument)
			}
			ids = append(ids, k.Answers...)
			if k.Figure != nil {
				for _, n := range k.Figure.Nodes {
					ids = append(ids, n.ID)
				}
			}
			for _, id := range ids {
				if e, ok := lib.Get(id); ok && e.Kind == argument.Challenge && !slices.Contains(found, id) {
					found = append(found, id)
				}
			}
		}
	}
	return found
}
