package app

import (
	"context"

	"celun/app/brief"
	"celun/app/review"
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
// set as the options of an export say.
func (a *App) CheckFinal(ctx context.Context, b *brief.Brief, page typeset.Options) ([]review.Finding, error) {
	findings, err := a.Check(b, review.Options{Final: true})
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

// promise returns how many pages the template of a brief promises.
func (a *App) promise(b *brief.Brief) review.Promise {
	t, err := a.Template(b.Meta.Template.ID)
	if err != nil || t.Version != b.Meta.Template.Version {
		return review.Promise{} // of another template nothing is known
	}
	return review.Promise{Least: t.Pages.Least, Most: t.Pages.Most, Layout: t.Layout}
}
