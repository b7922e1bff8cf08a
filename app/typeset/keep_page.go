package typeset

import (
	"slices"

	"celun/app/figure"
	"celun/app/language"
)

// A plate is a filled rectangle on a page.
type plate struct {
	kind                ItemKind
	x, y, width, height float64
	color               Color
	outline             *figure.Shape // of a PathItem
}

func (p plate) item() Item {
	return Item{Kind: p.kind, X: p.x, Y: p.y, Width: p.width, Height: p.height, Color: p.color, Shape: p.outline, Role: ArtifactRole}
}

// A plan is what stands on a page before it is put together: cheap to make
// and to compare, so that only pages whose plan changed are made again.
type plan struct {
	leaf   leaf
	plates []plate
	parts  []placed
}

func (p *plan) equal(q *plan) bool {
	return p.leaf == q.leaf && slices.Equal(p.plates, q.plates) &&
		slices.EqualFunc(p.parts, q.parts, func(a, b placed) bool {
			return samePassage(a.passage, b.passage) && a.lines == b.lines && a.from == b.from && a.to == b.to && a.x == b.x && a.y == b.y &&
				a.side == b.side && a.section == b.section && a.artifact == b.artifact && a.art == b.art && a.notes == b.notes && a.anchor == b.anchor && a.paragraph == b.paragraph
		})
}

// samePassage reports whether two passages with the same lines are drawn the
// same.
func samePassage(a, b *passage) bool {
	if a == b {
		return true
	}
	sameCell := a.cell == b.cell || a.cell != nil && b.cell != nil && *a.cell == *b.cell
	return sameCell && a.role == b.role && a.level == b.level && *a.style == *b.style && slices.Equal(a.spans, b.spans)
}

// An edging is what the edges of all pages depend on.
type edging struct {
	style                Style
	heads                [2]edgeTexts // by volume, or by side of facing pages
	wide, high, measure  float64
	top                  float64
	count, sides, volume int
	draft                bool
}

// edgeTexts are the texts at the edges of a page.
type edgeTexts struct{ first, second, foot string }

// keptPages are the pages of the last document.
type keptPages struct {
	edging edging
	plans  []plan
	pages  []Page
	spare  []plan // those of the document before
}

// pages puts the planned pages together, taking those of the last document
// whose plan and edges are the same.
func (c *composer) pages(p *pager) []Page {
	e := c.edging(p)
	old := &c.setter.pages
	same := old.edging == e
	pages := make([]Page, len(p.plans))
	for i := range p.plans {
		if same && i < len(old.plans) && p.plans[i].equal(&old.plans[i]) {
			pages[i] = old.pages[i]
			continue
		}
		pages[i] = c.page(p, &e, i)
	}
	*old = keptPages{e, p.plans, slices.Clone(pages), old.plans}
	return pages
}

// page puts page i together: its edges, what lies under its text, its text.
func (c *composer) page(p *pager, e *edging, i int) Page {
	pl := &p.plans[i]
	pg := Page{Number: i + 1, Width: p.wide, Height: p.high}
	n := 14 + len(pl.plates)
	for k := range pl.parts {
		n += pl.parts[k].items()
	}
	pg.Items = make([]Item, 0, n)
	pg.Items = c.edges(pg.Items, p, e, i)
	for _, b := range pl.plates {
		if b.kind == BoxItem {
			pg.Items = append(pg.Items, b.item())
		}
	}
	if e.draft { // over the tint of a box, which hides it, and under all that is drawn
		pg.Items = c.watermark(pg.Items, p, i)
	}
	for _, b := range pl.plates {
		if b.kind != BoxItem {
			pg.Items = append(pg.Items, b.item())
		}
	}
	for k := range pl.parts {
		p.under(&pg, &pl.parts[k])
	}
	for k := range pl.parts {
		p.draw(&pg, &pl.parts[k])
	}
	return pg
}

// edging returns what the edges of the pages depend on.
func (c *composer) edging(p *pager) edging {
	e := edging{
		style: *c.style, wide: p.wide, high: p.high, measure: c.measure, top: p.top,
		count: len(p.plans), sides: p.sides, volume: c.volumes, draft: c.draft,
	}
	for k := range e.heads {
		if langs := c.on(p, k); len(langs) > 0 {
			e.heads[k] = c.edgeTexts(langs)
		}
	}
	return e
}

// on returns the languages of the pages of a side, where the languages face
// each other, or of a volume where one follows the other, or of all pages.
func (c *composer) on(p *pager, k int) []language.Language {
	all := c.doc.Languages
	switch {
	case p.sides == 1 && c.volumes < 2:
		return all
	case k < len(all):
		return all[k : k+1]
	}
	return nil
}

// edgeTexts returns the texts at the edges of a page in some languages.
func (c *composer) edgeTexts(langs []language.Language) edgeTexts {
	t := edgeTexts{join(c.brief.Meta.Series, langs), join(c.brief.Meta.Number, langs), join(c.short(), langs)}
	if t.first == "" {
		t.first = t.foot
	}
	if t.second == "" {
		t.second = join(language.Date(c.brief.Meta.Date), langs)
	}
	return t
}
