package app

import (
	"context"
	"slices"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
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

// promise returns how many pages the template of a brief, in the version that
// it was started from, promises for as many challenges as it discusses.
func (a *App) promise(b *brief.Brief) review.Promise {
	s, err := a.templates()
	if err != nil {
		return review.Promise{}
	}
	t, ok := s.At(b.Meta.Template.ID, b.Meta.Template.Version)
	if !ok {
		return review.Promise{} // of another template nothing is known
	}
	p := review.Promise{Layout: t.Layout}
	presets := []string{""}
	for _, o := range t.Presets {
		presets = append(presets, o.ID)
	}
	for i, preset := range presets { // which of them was taken is not known
		pages, _ := t.Promises(t.Layout, language.Both(), a.discussed(b), preset)
		if i == 0 || pages.Least < p.Least {
			p.Least = pages.Least
		}
		p.Most = max(p.Most, pages.Most)
	}
	return p
}

// discussed counts the challenges that a brief takes something from or
// answers; one at least.
func (a *App) discussed(b *brief.Brief) int {
	lib, err := a.Library()
	if err != nil {
		return 1
	}
	seen := map[string]bool{}
	for i := range b.Sections {
		for _, k := range b.Sections[i].Blocks {
			ids := k.Answers
			if k.From != nil {
				ids = append(slices.Clone(ids), k.From.Argument)
			}
			for _, id := range ids {
				if e, ok := lib.Get(id); ok && e.Kind == argument.Challenge {
					seen[id] = true
				}
			}
		}
	}
	return max(1, len(seen))
}
