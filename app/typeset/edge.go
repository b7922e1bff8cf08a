package typeset

import (
	"strconv"
	"strings"

	"celun/app/language"
)

// edges draws the running head of page i, unless it begins with a masthead,
// and its footer. A running head holds the series and number, or else the
// short title and date; a footer the short title and the page. They are
// artifacts: drawn on each page and read on none.
func (c *composer) edges(items []Item, p *pager, e *edging, i int) []Item {
	if c.style.Official {
		return c.officialEdge(items, p, i)
	}
	if p.plans[i].leaf.cover {
		return items
	}
	t := &e.heads[0]
	switch lf := p.plans[i].leaf; {
	case p.sides == 2:
		t = &e.heads[i%2]
	case c.volumes > 1:
		t = &e.heads[lf.volume]
	}
	hairline := func(y float64) Item {
		return plate{RuleItem, p.left, y, c.measure, 0.5, c.style.Hairline, nil}.item()
	}
	if !p.plans[i].leaf.front {
		y := p.top - 22
		items = append(c.edge(items, p, t.first, t.second, y), hairline(y+6))
	}
	foot := p.high - c.style.Bottom*mm + 22
	items = append(items, hairline(foot-c.style.Foot.Leading-1))
	return c.edge(items, p, t.foot, strconv.Itoa(i+1)+" / "+strconv.Itoa(len(p.plans)), foot)
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
	key := fitted{s, width}
	if t, ok := c.fits[key]; ok {
		return t
	}
	t := c.fitNow(s, width)
	if c.fits == nil {
		c.fits = map[fitted]string{}
	}
	c.fits[key] = t
	return t
}

// A fitted text was fitted into a width.
type fitted struct {
	text  string
	width float64
}

func (c *composer) fitNow(s string, width float64) string {
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

// artifact appends a text of the edge, which nobody reads aloud.
func (c *composer) artifact(items []Item, s string, x, y float64) []Item {
	return c.artifactIn(items, []span{edgeSpan(s)}, &c.style.Foot, x, y)
}

func (c *composer) artifactIn(items []Item, spans []span, st *TextStyle, x, y float64) []Item {
	flat := *st
	set := c.setter.lines(&passage{spans: spans, style: &flat, measure: 1e5}, c)
	for i := range set.lines {
		for k := range set.lines[i].runs {
			r := &set.lines[i].runs[k]
			items = append(items, Item{
				Kind: TextItem, X: x + r.x, Y: y, Width: r.width, Color: flat.Color, Text: r.text, Advances: r.advances,
				Shifts: r.shifts, Face: r.id, Size: r.size, Language: r.language, Role: ArtifactRole,
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
