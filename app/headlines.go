package app

import (
	"io"
	"io/fs"
	"slices"
	"strings"

	"celun/app/brief"
	"celun/app/language"
	"celun/app/language/words"
	"celun/app/store"
)

// headlines returns the Chinese texts of a brief that break between phrases:
// its titles and headings, and the captions and cells of its tables, among
// which are the fields of its recommendations.
func headlines(b *brief.Brief) []string {
	all := []string{b.Title.ZH, b.Subtitle.ZH}
	for i := range b.Sections {
		s := &b.Sections[i]
		all = append(all, s.Heading.ZH)
		for j := range s.Blocks {
			k := &s.Blocks[j]
			if k.Kind == brief.Heading {
				all = append(all, k.Text.ZH)
			}
			if k.Table != nil {
				all = append(all, k.Table.Caption.ZH)
				for _, row := range k.Table.Rows {
					for _, c := range row {
						all = append(all, c.In(language.ZH))
					}
				}
			}
			if r := k.Recommendation; r != nil {
				all = append(all, r.Action.ZH, r.Owner.ZH, r.TimeFrame.ZH, r.Means.ZH, r.Indicator.ZH)
			}
		}
	}
	for i, text := range all {
		all[i] = brief.Plain(text) // as it is set
	}
	return all
}

// narrow returns a dictionary that cuts the given texts as the whole one
// does. The whole takes about 0.2 s of processor time and this a tenth of it,
// so that an export does not wait for words.
func (a *App) narrow(texts []string) (*words.Dictionary, error) {
	terms, err := a.terms()
	if err != nil {
		return nil, err
	}
	return a.wordsOf(terms, func(list io.Reader, terms []string) (*words.Dictionary, error) {
		return words.BuildFor(list, terms, texts)
	})
}

// terms returns the Chinese terms of the library. Where it is the built-in
// packs alone the lists of their terms beside them do: reading the packs would
// take longer than setting a short brief.
func (a *App) terms() ([]string, error) {
	if a.packs != "" {
		if own, err := store.List(a.packs, ".yaml"); err != nil || len(own) > 0 {
			lib, err := a.Library()
			if err != nil {
				return nil, err
			}
			return lib.UserTerms(), nil
		}
	}
	names, err := fs.Glob(a.assets, "packs/*.terms.txt")
	if err != nil {
		return nil, err
	}
	var terms []string
	for _, n := range names {
		data, err := fs.ReadFile(a.assets, n)
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(string(data)) {
			terms = append(terms, strings.TrimSpace(line))
		}
	}
	slices.Sort(terms)
	return slices.Compact(terms), nil
}
