package app

import (
	"celun/app/brief"
	"celun/app/language"
	"celun/app/template"
)

// Options returns a table of the options that a brief has, to be put into one
// of its sections: what the library knows to answer the challenges that the
// brief discusses, and no new action, by the criteria of the brief's template.
func (a *App) Options(b *brief.Brief, section string) (brief.Block, error) {
	lib, err := a.Library()
	if err != nil {
		return brief.Block{}, err
	}
	challenges := challengesOf(b, lib)
	if len(challenges) == 0 {
		return brief.Block{}, &language.Problem{
			What: language.Text{ZH: "简报还没有谈到任何一项挑战，无从比较方案", EN: "the brief does not discuss a challenge yet, so there are no options to compare"},
			Do:   language.Text{ZH: "请先从左侧论据库插入要讨论的挑战，或回应它的对策", EN: "First insert a challenge, or a countermeasure to it, from the library on the left"},
		}
	}
	t, ok := a.templateOf(b)
	if !ok {
		t = nil
	}
	s, _ := b.Section(section)
	if s == nil {
		s = &brief.Section{}
	}
	return template.Compare(t, lib, challenges, s)
}
