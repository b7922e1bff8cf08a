package template

import (
	"cmp"
	"strconv"

	"celun/app/brief"
	"celun/app/language"
)

// Promises returns how many pages a brief on a number of challenges is
// promised to take: in a layout with both languages, or in one language, in
// the preset with the given id (empty is the first). False is no promise.
func (t *Template) Promises(layout brief.Layout, ls []language.Language, challenges int, preset string) (Pages, bool) {
	var p Pages
	ok := false
	switch {
	case len(ls) == 1:
		p, ok = t.Promise[Promised(ls[0])]
	case cmp.Or(layout, t.Layout) == t.Layout:
		p, ok = t.Pages, true
		for i, o := range t.Presets {
			if o.ID == preset || preset == "" && i == 0 {
				p = o.Pages
			}
		}
	default:
		p, ok = t.Promise[Promised(layout)]
	}
	p.Most += p.More * max(0, challenges-1)
	p.More = 0
	return p, ok
}

// Page returns how the pages of a brief from the template are set, as long as
// the analyst changes nothing; its promises are made for these pages.
func (t *Template) Page() brief.Page {
	p := brief.Page{Landscape: t.Landscape, Leading: t.Leading, Numbered: t.Numbered}
	if t.Body > 0 {
		p.Body = brief.Size(strconv.FormatFloat(t.Body, 'f', -1, 64))
	}
	if t.Measure > 0 {
		p.Measure = brief.Measure(strconv.FormatFloat(t.Measure, 'f', -1, 64) + "mm")
	}
	return p
}
