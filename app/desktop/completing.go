package desktop

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/complete"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/language/pinyin"
	"celun/app/library/find"
	"celun/app/library/index"
)

// complete finds what any text of the window can be completed by: one of the
// brief by what can stand in it, others by terms and sources of the library as
// plain words.
func (d *Desk) complete(f widgets.Text, query string) []complete.Item {
	if d.editor != nil {
		if field, at := d.editor.Field(); field != nil && f == widgets.Text(field) {
			return d.completions(at, query)
		}
	}
	l := f.In()
	if l == "" {
		l = d.languageOf(f.Typed())
	}
	query = strings.TrimSpace(query)
	var items []complete.Item
	for _, t := range best(d.libraryTerms(query, l), 6) {
		t.Insert = t.Label
		items = append(items, t)
	}
	return append(items, d.titleItems(query, l)...)
}

// languageOf returns the language in which a text is completed that has none of
// its own: Chinese if there is some in it already, or else that of the window.
func (d *Desk) languageOf(text string) language.Language {
	if strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
		return language.ZH
	}
	return d.lang
}

// completions are the terms, sources, figures and arguments that fit what was
// typed after a stroke, in the language of the text.
func (d *Desk) completions(at brief.Address, query string) []complete.Item {
	if d.doc == nil {
		return nil
	}
	l := at.Language
	if l == "" {
		l = d.lang
	}
	query = strings.TrimSpace(query)
	var items []complete.Item
	items = append(items, d.termItems(query, l)...)
	items = append(items, d.sourceItems(query, l)...)
	items = append(items, d.referItems(query, l)...)
	if len(items) < 8 && len([]rune(query)) >= 2 {
		items = append(items, d.argumentItems(query, l)...)
	}
	return items
}

// fits reports how well names fit a query: 0 exactly, then beginning with it,
// having it, being read so in pinyin; -1 not at all.
func (d *Desk) fits(query string, names ...string) int {
	if query == "" {
		return 3
	}
	best := -1
	q := index.Fold(query)
	for _, name := range names {
		folded := index.Fold(name)
		fit := -1
		switch {
		case folded == q:
			fit = 0
		case strings.HasPrefix(folded, q):
			fit = 1
		case strings.Contains(folded, q):
			fit = 2
		case d.soundsLike(name, q):
			fit = 3
		}
		if fit >= 0 && (best < 0 || fit < best) {
			best = fit
		}
	}
	return best
}

// soundsLike reports whether hanzi are read as a query, in full or by their
// initials.
func (d *Desk) soundsLike(name, query string) bool {
	if len(query) < 2 || !pinyin.IsQuery(query) {
		return false
	}
	start, _, ok := d.readings.Find(query, index.Fold(name))
	return ok && start == 0
}

type ranked struct {
	fit  int
	item complete.Item
}

func best(all []ranked, n int) []complete.Item {
	slices.SortStableFunc(all, func(a, b ranked) int { return a.fit - b.fit })
	var items []complete.Item
	for _, r := range all[:min(n, len(all))] {
		items = append(items, r.item)
	}
	return items
}

// termItems are the terms of the brief's own lists and of the library.
func (d *Desk) termItems(query string, l language.Language) []complete.Item {
	var all []ranked
	listed := map[string]bool{}
	b := d.doc.history.Brief()
	for i := range b.Sections {
		for _, blk := range b.Sections[i].Blocks {
			for _, e := range blk.Terms {
				if fit := d.fits(query, e.Term.ZH, e.Term.EN, e.Pinyin); fit >= 0 && e.Term.In(l) != "" {
					listed[e.Term.In(l)] = true
					all = append(all, ranked{fit, complete.Item{
						Label: e.Term.In(l), Detail: e.Term.In(l.Other()), Insert: fmt.Sprintf("[[%s|%s]]", e.ID, brief.Escape(e.Term.In(l))),
					}})
				}
			}
		}
	}
	all = append(all, slices.DeleteFunc(d.libraryTerms(query, l), func(r ranked) bool { return listed[r.item.Label] })...)
	return best(all, 5)
}

// libraryTerms are the terms of the library that fit a query.
func (d *Desk) libraryTerms(query string, l language.Language) []ranked {
	if query == "" {
		return nil
	}
	var all []ranked
	for _, t := range d.lib.Terms() {
		both := language.Text{ZH: preferred(t.ZH), EN: preferred(t.EN)}
		var names []string
		for _, r := range slices.Concat(t.ZH, t.EN) {
			names = append(names, r.Text)
		}
		if fit := d.fits(query, names...); fit >= 0 && both.In(l) != "" {
			all = append(all, ranked{fit, complete.Item{Label: both.In(l), Detail: both.In(l.Other()), Insert: brief.Escape(both.In(l))}})
		}
	}
	return all
}

func preferred(all []argument.Rendering) string {
	for _, r := range all {
		if r.Status == argument.Preferred {
			return r.Text
		}
	}
	if len(all) > 0 {
		return all[0].Text
	}
	return ""
}

// sourceItems are the sources of the brief and of the library, as citations.
// One that the brief does not have yet is added to it.
func (d *Desk) sourceItems(query string, l language.Language) []complete.Item {
	var all []ranked
	b := d.doc.history.Brief()
	add := func(s argument.Source, before func()) {
		if fit := d.fits(query, namesOf(s)...); fit >= 0 {
			all = append(all, ranked{fit, complete.Item{
				Label: catalogue.CiteWord.In(l) + " " + s.Title.In(l), Detail: s.Title.In(l.Other()), Insert: "[^" + s.ID + "]", Before: before,
			}})
		}
	}
	for _, s := range b.Sources {
		add(s, nil)
	}
	for _, p := range d.lib.Packs() {
		if s := p.Source; s.ID != "" && !hasSource(b, s.ID) {
			add(s, func() {
				_ = d.do(brief.SetSources{Sources: append(slices.Clone(d.doc.history.Brief().Sources), s)})
			})
		}
	}
	return best(all, 3)
}

// namesOf returns what a source is looked for by.
func namesOf(s argument.Source) []string {
	names := []string{s.ID, s.Title.ZH, s.Title.EN, catalogue.CiteWord.ZH, catalogue.CiteWord.EN}
	for _, a := range s.Authors {
		names = append(names, a.ZH, a.EN)
	}
	return names
}

// titleItems are the sources of the brief and of the library, as their titles:
// outside of a brief there is nothing that a citation could refer to.
func (d *Desk) titleItems(query string, l language.Language) []complete.Item {
	var all []ranked
	seen := map[string]bool{}
	add := func(s argument.Source) {
		if title := s.Title.In(l); s.ID != "" && title != "" && !seen[s.ID] {
			seen[s.ID] = true
			if fit := d.fits(query, namesOf(s)...); fit >= 0 {
				all = append(all, ranked{fit, complete.Item{
					Label: catalogue.CiteWord.In(l) + " " + title, Detail: s.Title.In(l.Other()), Insert: fmt.Sprintf(catalogue.TitleInText.In(l), title),
				}})
			}
		}
	}
	if d.doc != nil {
		for _, s := range d.doc.history.Brief().Sources {
			add(s)
		}
	}
	for _, p := range d.lib.Packs() {
		add(p.Source)
	}
	return best(all, 3)
}

// referItems are the figures, tables and sections that a text can refer to.
func (d *Desk) referItems(query string, l language.Language) []complete.Item {
	if query == "" {
		return nil
	}
	var all []ranked
	b := d.doc.history.Brief()
	labels := b.Labels()
	add := func(id, detail string) {
		label := labels[id]
		if fit := d.fits(query, label.ZH, label.EN); fit >= 0 && label.In(l) != "" {
			all = append(all, ranked{fit, complete.Item{Label: label.In(l), Detail: brief.Plain(detail), Insert: "[#" + id + "]"}})
		}
	}
	for i := range b.Sections {
		s := &b.Sections[i]
		add(s.ID, s.Heading.In(l))
		for j := range s.Blocks {
			switch blk := &s.Blocks[j]; {
			case blk.Figure != nil:
				add(blk.ID, blk.Figure.Caption.In(l))
			case blk.Table != nil:
				add(blk.ID, blk.Table.Caption.In(l))
			}
		}
	}
	return best(all, 4)
}

// argumentItems are arguments of the library, as the line that says them.
func (d *Desk) argumentItems(query string, l language.Language) []complete.Item {
	hits, err := d.finder.Search(context.Background(), find.Query{Text: query, Limit: 3})
	if err != nil {
		return nil
	}
	var items []complete.Item
	for _, h := range hits {
		e, ok := d.lib.Get(h.ID)
		if !ok || e.Line.In(l) == "" {
			continue
		}
		items = append(items, complete.Item{Label: e.Title.In(l), Detail: catalogue.Kind(e.Kind).In(d.lang), Insert: brief.Escape(e.Line.In(l))})
	}
	return items
}
