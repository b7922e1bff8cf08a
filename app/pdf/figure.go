package pdf

import (
	"celun/app/language"
	"celun/app/typeset"
)

// figure draws an item of a figure as part of it.
func (d *drawer) figure(it *typeset.Item) error {
	all := d.tags.figure(it, d.height)
	if d.within != all[0] {
		// A figure stands on the page once but is told in each language: the
		// second telling has a stretch of content of its own, which is empty.
		for _, e := range all[1:] {
			if len(e.kids) == 0 {
				d.endText()
				d.mark(e)
				d.unmark()
			}
		}
	}
	d.mark(all[0])
	switch it.Kind {
	case typeset.TextItem:
		return d.text(it)
	case typeset.PictureItem:
		return d.picture(it)
	case typeset.PathItem:
		return d.path(it)
	}
	d.box(it)
	return nil
}

// figure returns the elements of a figure, one for each language in which it
// is told, making them and what stands above them.
func (t *tagger) figure(it *typeset.Item, height float64) []*element {
	f := it.Figure
	if all := t.figures[f]; all != nil {
		return all
	}
	s := t.section(it.Section)
	l := t.root.language
	if t.facing() && t.page%2 == 1 {
		l = l.Other()
	}
	var all []*element
	for _, l := range []language.Language{l, l.Other()} {
		alt := f.Alt.In(l)
		if alt == "" {
			continue
		}
		told := &element{kind: "Div", language: l}
		e := told.add("Figure", l)
		e.alt, e.box = alt, []float64{f.X, height - f.Y - f.Height, f.X + f.Width, height - f.Y}
		all = append(all, e)
		if t.facing() {
			s.sides[t.page%2].put(told)
		} else {
			s.across(told)
		}
		if f.Block != "" {
			t.told[captionKey{f.Block, t.turn(l)}] = told
		}
	}
	if all == nil { // nobody says what it shows
		e := &element{kind: "Figure", language: l, alt: "—"}
		s.across(e)
		all = append(all, e)
	}
	t.figures[f] = all
	return all
}

// turn returns 0 for the language that leads, and 1 for the other.
func (t *tagger) turn(l language.Language) int {
	if l == t.root.language {
		return 0
	}
	return 1
}
