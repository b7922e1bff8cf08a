package template

import (
	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"
)

// mostCompared is how many options a table has at most, besides no new action,
// where the template does not say.
const mostCompared = 4

// Compare returns the table of options that a template sets for challenges: a
// row for each answer of the library that is an option, no new action as the
// last, and a named blank for each judgement. Its criteria are those of the
// template; t may be nil. What the table says of an option is as short as the
// room that is left in the section needs. The block has no id yet.
func Compare(t *Template, lib *library.Library, challenges []string, in *brief.Section) (brief.Block, error) {
	if t == nil {
		t = &Template{}
	}
	f := &filling{template: t, library: lib, sentences: sentencesOf(lib)}
	if err := f.choose(challenges); err != nil {
		return brief.Block{}, err
	}
	f.assign()
	room := brief.Section{LimitZH: left(in, in.LimitZH, language.ZH), LimitEN: left(in, in.LimitEN, language.EN)}
	fit(f.options(t.comparing()), &room)
	b := room.Blocks[0]
	b.State = brief.States{ZH: brief.Draft, EN: brief.Draft}
	return b, nil
}

// comparing returns the rule by which the template sets options.
func (t *Template) comparing() Rule {
	for i := range t.Sections {
		for _, r := range t.Sections[i].Fill {
			if r.As == Options {
				return r
			}
		}
	}
	return Rule{From: Answers, As: Options, Length: argument.Title, Most: mostCompared}
}

// left returns the limit of what is still to be written in a section.
func left(s *brief.Section, l brief.Limit, of language.Language) brief.Limit {
	most := soft(l)
	if most == 0 {
		return brief.Limit{}
	}
	return brief.Limit{Soft: max(1, most-Length(s, of))}
}
