package library

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"celun/app/argument"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/language/pinyin"
	"celun/app/library/index"

	"fyne.io/fyne/v2"
)

// maxTerms is how many terms are shown over the arguments.
const maxTerms = 2

// How well a rendering fits what was typed, best first.
const (
	isIt = iota
	beginsWithIt
	hasIt
	soundsLikeIt
	noFit
)

// terms returns the terms that a query means, best first: one of whose
// renderings is or has what was typed, or is read so in pinyin.
func terms(all []argument.Term, readings *pinyin.Table, query string) []argument.Term {
	query = strings.Join(strings.Fields(index.Fold(query)), " ")
	if len(query) < 2 {
		return nil
	}
	type found struct {
		term argument.Term
		fit  int
	}
	var hits []found
	for _, t := range all {
		best := noFit
		for _, r := range slices.Concat(t.ZH, t.EN) {
			best = min(best, fit(index.Fold(r.Text), query, readings))
		}
		if best < noFit {
			hits = append(hits, found{t, best})
		}
	}
	slices.SortStableFunc(hits, func(a, b found) int { return cmp.Compare(a.fit, b.fit) })
	if len(hits) > 0 && hits[0].fit == isIt { // then the likes of it are not meant
		hits = slices.DeleteFunc(hits, func(h found) bool { return h.fit != isIt })
	}
	var terms []argument.Term
	for _, h := range hits[:min(maxTerms, len(hits))] {
		terms = append(terms, h.term)
	}
	return terms
}

func fit(rendering, query string, readings *pinyin.Table) int {
	switch {
	case rendering == query:
		return isIt
	case strings.HasPrefix(rendering, query):
		return beginsWithIt
	case strings.Contains(rendering, " "+query), strings.ContainsFunc(query, language.IsHan) && strings.Contains(rendering, query):
		return hasIt
	case pinyin.IsQuery(query):
		// The whole of it: letters would else be the initials of anything.
		if start, end, ok := readings.Find(query, rendering); ok && start == 0 && end == utf8.RuneCountInString(rendering) {
			return soundsLikeIt
		}
	}
	return noFit
}

// term returns the card of a term: how it is written in both languages, what
// else is allowed or to be avoided, and what it means.
func (p *Pane) term(t argument.Term) fyne.CanvasObject {
	with := func(status argument.Status) (texts []string) {
		for _, l := range []language.Language{p.lang, p.lang.Other()} {
			for _, r := range t.Renderings(l) {
				if r.Status == status {
					texts = append(texts, r.Text)
				}
			}
		}
		return texts
	}
	first, second := widgets.NewProse(t.Best(p.lang)), widgets.NewProse(t.Best(p.lang.Other()))
	first.Bold = true
	parts := []fyne.CanvasObject{
		widgets.NewLine(6, 1, widgets.NewMark(widgets.Ring), widgets.NewNote(catalogue.TermCard.In(p.lang), theme.Muted, 1)),
		first, second,
	}
	comma := catalogue.ListComma.In(p.lang)
	if also := with(argument.Allowed); len(also) > 0 {
		parts = append(parts, widgets.NewNote(fmt.Sprintf(catalogue.AlsoWritten.In(p.lang), strings.Join(also, comma)), theme.Muted, 0))
	}
	if avoid := with(argument.Avoid); len(avoid) > 0 {
		parts = append(parts, widgets.NewNote(fmt.Sprintf(catalogue.AvoidWriting.In(p.lang), strings.Join(avoid, comma)), theme.Amber, 0))
	}
	if d := t.Definition.In(p.lang); d != "" {
		parts = append(parts, widgets.NewInset(widgets.NewNote(d, theme.Muted, 3), 2, 0, 0, 0))
	}
	return widgets.NewFrame(widgets.NewInset(widgets.NewPile(2, parts...), 11, 11, 11, 11), nil)
}
