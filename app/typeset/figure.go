package typeset

import (
	"celun/app/brief"
	"celun/app/figure"
	"celun/app/language"
)

// tallest is the share of a page's text that a figure takes at most, so that
// its caption stands on the same page.
const tallest = 0.8

// figure sets a figure over its caption. What stands on one page is one
// drawing for both languages; on facing pages each has its own. A map with too
// many nodes for one drawing is several, one under the other.
func (c *composer) figure(b *brief.Block) {
	c.introduction(b)
	f := b.Figure
	parts := []*brief.Figure{f}
	if f.Form == brief.MapForm {
		parts = figure.Split(f)
	}
	for _, part := range parts {
		one := *b
		one.Figure = part
		r := c.artRow(&one)
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

// artRow makes the row of a figure: one art, or on facing pages one a side.
func (c *composer) artRow(b *brief.Block) row {
	r := row{section: c.section, full: true, before: 8, after: 4}
	sets := [][]language.Language{c.langs}
	if c.layout == brief.Facing {
		sets = sets[:0]
		for i := range c.langs {
			sets = append(sets, c.langs[i:i+1])
		}
	}
	for side, langs := range sets {
		a := c.figureArt(b, langs)
		x := 0.0
		if c.style.Official {
			x = (c.measure - a.width) / 2
		}
		c.art(&r, a, x, 0, side)
	}
	return r
}

// figureArt draws a figure for some languages.
func (c *composer) figureArt(b *brief.Block, langs []language.Language) *art {
	f := b.Figure
	if f == nil { // a timeline
		f = &brief.Figure{}
	}
	at := brief.Address{Block: b.ID}
	a := &art{block: b.ID, width: c.measure}
	if f.Width > 0 {
		a.width *= min(1, f.Width)
	}
	var alt language.Text
	if f.Form == brief.PictureForm {
		alt = c.setPicture(a, f, at, langs)
	} else {
		alt = c.setDrawing(a, b, at, langs)
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
func (c *composer) setDrawing(a *art, b *brief.Block, at brief.Address, langs []language.Language) (alt language.Text) {
	d, err := figure.Draw(b, figure.Options{
		Width: a.width, Height: tallest * c.high, Languages: langs, Measure: c.measureGraphic, Breaks: c.setter.shaper.breaks,
	})
	if err != nil {
		c.warn("figure-empty", at, language.Text{ZH: language.Say(err, language.ZH), EN: language.Say(err, language.EN)})
		a.notice(c, language.Text{ZH: "这里的图还画不出来", EN: "The figure that belongs here cannot be drawn yet"}, langs)
		return alt
	}
	a.items, a.width, a.height = c.drawing(d), d.Width, d.Height
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
