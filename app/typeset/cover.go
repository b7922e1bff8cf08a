package typeset

import (
	"celun/app/brief"
	"celun/app/language"
)

// Heights of the logo in pt: in the masthead, and on a cover.
const (
	smallLogo = 20
	largeLogo = 54
)

// logo returns the logo of the brief at a height (pt), or nil.
func (c *composer) logo(high float64, langs []language.Language) *art {
	name := c.brief.Meta.Logo
	if name == "" {
		return nil
	}
	p, ok := c.picture(name, brief.Address{})
	if !ok {
		return nil
	}
	it := pictureItem(p, min(high*float64(p.Width)/float64(p.Height), c.measure/3))
	a := &art{items: []Item{it}, width: it.Width, height: it.Height}
	for _, l := range langs {
		alt := language.Text{ZH: "标志", EN: "Logo"}.In(l)
		if unit := plain(c.brief.Meta.Unit.In(l)); unit != "" {
			alt = language.Text{ZH: unit + "标志", EN: "Logo of " + unit}.In(l)
		}
		a.alt = a.alt.With(l, alt)
	}
	return a
}

// cover makes a page of its own of what stands above the text: the series at
// its head, then logo, title and subtitle, and at its foot who issues the
// brief, and whose views it holds.
func (c *composer) cover() {
	start := len(c.rows)
	c.masthead(false)
	c.space(c.high * 0.14)
	if a := c.logo(largeLogo, c.langs); a != nil {
		r := row{section: c.section, full: true, keep: true, after: 26}
		c.art(&r, a, 0, 0, 0)
		if c.layout == brief.Facing && len(c.langs) == 2 {
			c.rowOfLogos(&r)
		}
		c.rows = append(c.rows, r)
	}
	first, second := c.style.Title, c.style.TitleSecond
	for _, st := range []*TextStyle{&first, &second} {
		st.ZH.Size, st.EN.Size, st.Leading = 1.3*st.ZH.Size, 1.3*st.EN.Size, 1.3*st.Leading
		st.After += 8
	}
	c.titles(&first, &second)
	subtitle := c.style.Subtitle
	subtitle.ZH.Size, subtitle.EN.Size, subtitle.Leading = 1.2*subtitle.ZH.Size, 1.2*subtitle.EN.Size, 1.2*subtitle.Leading
	c.subtitles(&subtitle)
	middle := len(c.rows)
	c.meta(true)
	c.disclaimer()
	// What is left of the page stands between the titles and its foot.
	left := c.high + (c.style.Top-c.style.FirstTop)*mm - total(c.rows[start:]) - 1
	if left > 0 && middle < len(c.rows) {
		foot := append([]row(nil), c.rows[middle:]...)
		c.rows = c.rows[:middle]
		c.space(left)
		foot[0].before = 0
		c.rows = append(c.rows, foot...)
	}
	for i := range c.rows[start:] {
		c.rows[start+i].cover = true
		c.rows[start+i].keep = false
	}
	c.pageBreak()
}

// rowOfLogos tells the logo on each of two facing pages in its language.
func (c *composer) rowOfLogos(r *row) {
	r.parts = r.parts[:0]
	for side := range c.langs {
		c.art(r, c.logo(largeLogo, c.langs[side:side+1]), 0, 0, side)
	}
}

// space appends an empty row of a height.
func (c *composer) space(high float64) {
	c.rows = append(c.rows, row{section: c.section, full: true, height: high})
}
