package typeset

import (
	"strconv"
	"strings"

	"celun/app/language"
)

// edges draws the running heads, on all pages but those that begin with a
// masthead, and the footers. A running head holds the series and number, or
// else the short title and date; a footer the short title and the page. They
// are artifacts: drawn on each page and read on none.
func (c *composer) edges(p *pager) {
	for i := range p.pages {
		pg := &p.pages[i]
		langs := c.doc.Languages
		if p.sides == 2 {
			langs = langs[i%2 : i%2+1]
		} else if c.volumes > 1 {
			langs = langs[p.leaves[i].volume : p.leaves[i].volume+1]
		}
		var under []Item
		st := &c.style.Foot
		if !p.leaves[i].front {
			y := p.top - 22
			first, second := join(c.brief.Meta.Series, langs), join(c.brief.Meta.Number, langs)
			if first == "" {
				first = join(c.short(), langs)
			}
			if second == "" {
				second = join(date(c.brief.Meta.Date), langs)
			}
			under = c.edge(under, p, first, second, y)
			under = append(under, Item{Kind: RuleItem, X: p.left, Y: y + 6, Width: c.measure, Height: 0.5, Color: c.style.Hairline, Role: ArtifactRole})
		}
		foot := p.high - c.style.Bottom*mm + 22
		under = append(under, Item{Kind: RuleItem, X: p.left, Y: foot - st.Leading - 1, Width: c.measure, Height: 0.5, Color: c.style.Hairline, Role: ArtifactRole})
		under = c.edge(under, p, join(c.short(), langs), strconv.Itoa(pg.Number)+" / "+strconv.Itoa(len(p.pages)), foot)
		pg.Items = append(under, pg.Items...)
	}
}

// edge appends one line at the edge of a page: a text at the left and one at
// the right.
func (c *composer) edge(items []Item, p *pager, first, second string, y float64) []Item {
	width := 0.0
	if second != "" {
		width = c.natural([]span{edgeSpan(second)}, &c.style.Foot)
		items = c.artifact(items, second, p.left+c.measure-width, y)
	}
	if first != "" {
		items = c.artifact(items, c.fit(first, c.measure-width-20), p.left, y)
	}
	return items
}

func edgeSpan(s string) span { return span{text: s, language: languageOf(s), plain: true} }

// fit shortens s until it is at most width wide.
func (c *composer) fit(s string, width float64) string {
	if c.natural([]span{edgeSpan(s)}, &c.style.Foot) <= width {
		return s
	}
	runes := []rune(s)
	low, high := 0, len(runes)
	for low < high {
		mid := (low + high + 1) / 2
		if c.natural([]span{edgeSpan(string(runes[:mid]) + "…")}, &c.style.Foot) <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return strings.TrimRight(string(runes[:low]), " /") + "…"
}

func (c *composer) artifact(items []Item, s string, x, y float64) []Item {
	flat := c.style.Foot
	set := c.setter.lines(&passage{spans: []span{edgeSpan(s)}, style: &flat, measure: 1e5}, c.cites)
	for i := range set.lines {
		for k := range set.lines[i].runs {
			r := &set.lines[i].runs[k]
			items = append(items, Item{
				Kind: TextItem, X: x + r.x, Y: y, Width: r.width, Color: flat.Color, Text: r.text, Advances: r.advances,
				Shifts: r.shifts, Face: faceIDs[r.face], Size: r.size, Language: r.language, Role: ArtifactRole,
			})
		}
	}
	return items
}

// join writes both languages of a text in one line.
func join(t language.Text, langs []language.Language) string {
	var parts []string
	for _, l := range langs {
		if s := plain(t.In(l)); s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " / ")
}

// short returns the title up to its colon.
func (c *composer) short() language.Text {
	t := plainText(c.brief.Title)
	if i := strings.IndexAny(t.ZH, "：:"); i > 0 {
		t.ZH = t.ZH[:i]
	}
	if i := strings.Index(t.EN, ": "); i > 0 {
		t.EN = t.EN[:i]
	}
	return t
}
