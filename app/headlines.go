package app

import (
	"celun/app/brief"
	"celun/app/language"
	"celun/app/language/words"
)

// headlines returns the Chinese texts of a brief that break between phrases:
// its titles, headings and the heads and captions of its tables.
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
			if k.Table == nil {
				continue
			}
			all = append(all, k.Table.Caption.ZH)
			for _, row := range k.Table.Rows[:min(k.Table.Header, len(k.Table.Rows))] {
				for _, c := range row {
					all = append(all, c.In(language.ZH))
				}
			}
		}
	}
	return all
}

// narrow returns a dictionary that cuts the given texts as the whole one
// does. The whole takes about 0.2 s of processor time and this a tenth of it,
// so that an export does not wait for words.
func (a *App) narrow(texts []string) (*words.Dictionary, error) {
	lib, err := a.Library()
	if err != nil {
		return nil, err
	}
	f, err := a.assets.Open("dictionary/zh.txt")
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	return words.BuildFor(f, lib.UserTerms(), texts)
}
