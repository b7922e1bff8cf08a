package typeset

import (
	"math"

	"celun/app/brief"
	"celun/app/figure"
	"celun/app/language"
)

// tallest is the share of a page's text that a figure takes at most, so that
// its caption stands on the same page.
const tallest = 0.8

// figure sets a figure over its caption. What stands on one page is one
// drawing for both languages; on facing pages each has its own. A map that
// one drawing does not hold is several, one under the other.
func (c *composer) figure(b *brief.Block) {
	c.introduction(b)
	f := b.Figure
	high := tallest * c.high
	parts := []*brief.Figure{f}
	if f.Form == brief.MapForm {
		high = c.high - stacked(c.led()) - c.captionHeight(f)
		fits := func(high float64) func(*brief.Figure) bool {
			return func(part *brief.Figure) bool { return c.fitsMap(b, part, high) }
		}
		if left := c.leftOnFirst(f); left > lowest*c.high && len(f.Nodes) <= figure.MaxNodes && fits(left)(f) {
			high = left
		} else {
			parts = figure.Split(f, fits(high))
		}
	}
	for _, part := range parts {
		one := *b
		one.Figure = part
		r := c.artRow(&one, f, high)
		r.keep = part == parts[len(parts)-1] && !f.Caption.IsEmpty()
		c.rows = append(c.rows, r)
	}
	if f.Caption.IsEmpty() {
		return
	}
	start := len(c.rows)
	c.captioned(c.counts.Figure(), f.Caption, brief.Address{Block: b.ID, Slot: brief.CaptionSlot})
	if rows := c.rows[start:]; len(rows) > 0 {
		rows[0].before, rows[len(rows)-1].after = 0, c.style.PairGap+4
		rows[len(rows)-1].keep = false
	}
}

// lowest is the share of a page's text that must be left under the title for a
// map to be drawn there.
const lowest = 0.4

// leftOnFirst returns how high a map may be to stand with its caption on the
// first page, under what there is so far; 0 if it is not in the first section.
func (c *composer) leftOnFirst(f *brief.Figure) float64 {
	if c.section != 1 || c.style.Official || c.brief.Meta.Cover || c.first >= len(c.rows) {
		return 0
	}
	return c.high + (c.style.Top-c.style.FirstTop)*mm - stacked(c.rows[c.first:]) - c.captionHeight(f)
}

// captionHeight returns about how high the caption of a figure is, with the
// gaps around it and above the figure.
func (c *composer) captionHeight(f *brief.Figure) float64 {
	const gaps = 8 + 4
	if f.Caption.IsEmpty() {
		return gaps
	}
	st := &c.style.Caption
	high := 0.0
	for _, col := range c.columns {
		spans := textSpan(f.Caption, col.language, brief.Address{})
		lines := math.Ceil((c.natural(spans, st) + 6*st.ZH.Size) / col.measure)
		if c.layout == brief.Stacked {
			high += lines
		} else {
			high = max(high, lines)
		}
	}
	return high*st.Leading + c.style.PairGap + gaps
}

// led returns the rows that must stand on the page of the next one.
func (c *composer) led() []row {
	from := len(c.rows)
	for from > c.first && c.rows[from-1].keep {
		from--
	}
	return c.rows[from:]
}

// stacked returns how high rows are one under the other.
func stacked(rows []row) float64 {
	high, after := 0.0, 0.0
	for i := range rows {
		if i > 0 {
			high += max(after, rows[i].before)
		}
		high += rows[i].height
		after = rows[i].after
	}
	return high
}

// together returns the languages that share a drawing: those of a page.
func (c *composer) together() [][]language.Language {
	if c.layout != brief.Facing {
		return [][]language.Language{c.langs}
	}
	sets := make([][]language.Language, 0, len(c.langs))
	for i := range c.langs {
		sets = append(sets, c.langs[i:i+1])
	}
	return sets
}

// fitsMap reports whether a part of a map can be drawn so high at most.
func (c *composer) fitsMap(b *brief.Block, part *brief.Figure, high float64) bool {
	one := *b
	one.Figure = part
	for _, langs := range c.together() {
		o := c.drawingOptions(c.widthOf(part), high, langs)
		o.Whole = b.Figure
		if !figure.Fits(&one, o) {
			return false
		}
	}
	return true
}

// widthOf returns how wide a figure is drawn.
func (c *composer) widthOf(f *brief.Figure) float64 {
	if f.Width > 0 {
		return c.measure * min(1, f.Width)
	}
	return c.measure
}

func (c *composer) drawingOptions(width, high float64, langs []language.Language) figure.Options {
	return figure.Options{Width: width, Height: high, Languages: langs, Measure: c.measureGraphic, Breaks: c.setter.shaper.breaks}
}

// artRow makes the row of a figure, or of a part of the whole, at most so
// high: one art, or on facing pages one a side.
func (c *composer) artRow(b *brief.Block, whole *brief.Figure, high float64) row {
	r := row{section: c.section, full: true, before: 8, after: 4}
	for side, langs := range c.together() {
		a := c.figureArt(b, whole, high, langs)
		x := 0.0
		if c.style.Official {
			x = (c.measure - a.width) / 2
		}
		c.art(&r, a, x, 0, side)
	}
	return r
}

// figureArt draws a figure for some languages, at most so high.
func (c *composer) figureArt(b *brief.Block, whole *brief.Figure, high float64, langs []language.Language) *art {
	f := b.Figure
	if f == nil { // a timeline
		f = &brief.Figure{}
	}
	at := brief.Address{Block: b.ID}
	a := &art{block: b.ID, width: c.widthOf(f)}
	var alt language.Text
	if f.Form == brief.PictureForm {
		alt = c.setPicture(a, f, at, langs)
	} else {
		alt = c.setDrawing(a, b, whole, high, at, langs)
	}
	for _, l := range langs {
		text := plain(f.Alt.In(l))
		if text == "" {
			text = alt.In(l)
		}
		if text == "" {
			text = plain(f.Caption.In(l))
		}
		if text == "" {
			text = language.Text{ZH: "图", EN: "Figure"}.In(l)
		}
		a.alt = a.alt.With(l, text)
	}
	return a
}

// setPicture makes an art of a picture, no larger than a page allows, or of a
// notice if it cannot be shown.
func (c *composer) setPicture(a *art, f *brief.Figure, at brief.Address, langs []language.Language) (alt language.Text) {
	p, ok := c.picture(f.Media, at)
	if !ok {
		a.notice(c, language.Text{ZH: "这里的图片无法显示", EN: "The picture that belongs here cannot be shown"}, langs)
		return alt
	}
	if high := a.width * float64(p.Height) / float64(p.Width); high > tallest*c.high {
		a.width *= tallest * c.high / high
	}
	it := pictureItem(p, a.width)
	a.items, a.height = []Item{it}, it.Height
	return alt
}

// setDrawing makes an art of a drawing made of data, and returns what it shows
// in sentences.
func (c *composer) setDrawing(a *art, b *brief.Block, whole *brief.Figure, high float64, at brief.Address, langs []language.Language) (alt language.Text) {
	o := c.drawingOptions(a.width, high, langs)
	part := b.Figure != whole
	if part {
		o.Whole = whole
	}
	d, err := figure.Draw(b, o)
	if err != nil {
		c.warn("figure-empty", at, language.Text{ZH: language.Tell(err, language.ZH), EN: language.Tell(err, language.EN)})
		a.notice(c, language.Text{ZH: "这里的图还画不出来", EN: "The figure that belongs here cannot be drawn yet"}, langs)
		return alt
	}
	a.items, a.width, a.height = c.drawing(d), d.Width, d.Height
	if part {
		return figure.AltOfPart(b.Figure, whole)
	}
	return figure.Alt(b)
}

// notice makes an art of a frame that says why there is nothing else.
func (a *art) notice(c *composer, what language.Text, langs []language.Language) {
	st := c.style.Note
	a.height = 3*st.Leading + st.Leading*float64(len(langs))
	frame := figure.Shape{Stroke: (*figure.Color)(&c.style.Grey), Width: 0.5, Dash: []float64{3, 2}}
	for i, p := range []figure.Point{{X: 0, Y: 0}, {X: a.width, Y: 0}, {X: a.width, Y: a.height}, {X: 0, Y: a.height}} {
		verb := figure.Line
		if i == 0 {
			verb = figure.Move
		}
		frame.Path = append(frame.Path, figure.Segment{Verb: verb, To: p})
	}
	frame.Path = append(frame.Path, figure.Segment{Verb: figure.Close})
	a.items = append(a.items, Item{Kind: PathItem, Width: a.width, Height: a.height, Shape: &frame})
	y := 1.5*st.Leading + st.baseline()
	for _, l := range langs {
		s := []span{{text: what.In(l), language: l, plain: true}}
		a.items = c.artifactIn(a.items, s, &st, (a.width-c.natural(s, &st))/2, y)
		y += st.Leading
	}
}
