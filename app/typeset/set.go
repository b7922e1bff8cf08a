package typeset

import (
	"context"
	"strconv"
	"strings"

	"celun/app/brief"
	"celun/app/language"
)

// A composer makes the rows of one document.
type composer struct {
	setter  *Setter
	ctx     context.Context
	brief   *brief.Brief
	style   *Style
	layout  brief.Layout
	lead    language.Language
	langs   []language.Language // those set side by side or one under the other now
	columns []column            // of langs, the leading first
	measure float64             // from margin to margin
	rows    []row
	doc     *Document
	numbers map[string]int           // of sources, in order of citation
	order   []string                 // ids of sources by number
	cited   string                   // order as one string
	labels  map[string]language.Text // how texts refer to sections and blocks
	fits    map[fitted]string
	draft   bool
	trainer bool
	lookups []lookup    // of labels, by the section at hand
	seen    []seenMedia // by the section at hand
	high    float64     // of the text on a page
	grids   int         // all tables
	gridRow int         // of the table at hand
	places  []contentsPlace
	section int
	notes   [2]int // footnotes so far, Chinese and English
	counts  brief.Counts
	first   int // of the rows of the part of the document at hand
	volumes int // parts of the document made so far: one, or one a language
}

// Set sets b as pages. It fails when ctx is done, when a face cannot be
// opened, or with a [language.Problem] when the options name a layout,
// paper or language that there is not. A character that no face has is left
// out of the pages and listed in the document's Missing.
func (s *Setter) Set(ctx context.Context, b *brief.Brief, o Options) (*Document, error) {
	if err := complete(&o, b); err != nil {
		return nil, err
	}
	s.round++
	c := &composer{setter: s, ctx: ctx, brief: b, doc: &Document{}, draft: o.Draft || b.Meta.Draft, trainer: o.Trainer}
	official := c.official(&o)
	warnings := c.doc.Warnings
	wide, high := paper(o)
	c.layout, c.lead = o.Layout, o.Lead
	c.doc = &Document{
		Title: plainText(b.Title), Author: b.Meta.Author, Date: b.Meta.Date,
		Lead: o.Lead, Languages: o.Languages, Template: b.Meta.Template,
		Warnings: warnings,
	}
	c.ownFaces(official)
	if official {
		c.style = OfficialDocument()
		c.prescribed()
		c.settle(high)
		c.langs, c.measure = o.Languages, officialWide*mm
		c.columns = []column{{language.ZH, 0, c.measure}}
	} else {
		c.choose(wide, high, o)
	}
	c.doc.Layout = c.layout
	c.high = high - (c.style.Top+c.style.Bottom)*mm
	c.number()
	c.rows = make([]row, 0, s.rows+64)
	if err := c.compose(); err != nil {
		return nil, err
	}
	p := c.pager(wide, high)
	if err := s.shaper.faces.err; err != nil {
		return nil, err
	}
	p.stack(c.rows)
	c.fillContents(p)
	c.doc.Pages, c.doc.Headings = c.pages(p), p.headings
	s.rows = len(c.rows)
	s.forget()
	return c.doc, nil
}

// pager returns a pager for pages of a size.
func (c *composer) pager(wide, high float64) *pager {
	p := &pager{
		style: c.style, sides: 1, wide: wide, high: high, lead: c.lead, spare: c.setter.pages.spare,
		left: (wide - c.measure) / 2, top: c.style.Top * mm, bottom: high - c.style.Bottom*mm,
	}
	if c.layout == brief.Facing {
		p.sides = 2
	}
	p.feet.apart = c.layout == brief.Parallel
	if c.style.Left > 0 {
		p.left = c.style.Left * mm
	}
	return p
}

// compose makes the rows of the whole document.
func (c *composer) compose() error {
	if c.layout != brief.Sequential {
		return c.volume()
	}
	all := c.langs
	for _, l := range all {
		c.langs, c.columns = []language.Language{l}, []column{{l, 0, c.measure}}
		if err := c.volume(); err != nil {
			return err
		}
	}
	c.langs = all
	return nil
}

// volume makes the rows of the whole brief in c.langs.
func (c *composer) volume() error {
	c.counts, c.section, c.notes = c.brief.Counts(), 0, [2]int{}
	start := len(c.rows)
	c.first = start
	switch {
	case c.style.Official:
		c.officialFront()
	case c.brief.Meta.Cover:
		c.cover()
	default:
		c.front()
	}
	c.contents()
	if start > 0 && len(c.rows) > start {
		c.rows[start].fresh = true
	}
	if len(c.rows) > start {
		c.rows[start].front = true
	}
	for i := range c.brief.Sections {
		if err := c.ctx.Err(); err != nil {
			return err
		}
		c.section = i + 1
		c.rowsOf(&c.brief.Sections[i])
	}
	if c.style.Official {
		c.officialEnd()
	}
	if !c.brief.Meta.Cover || c.style.Official {
		c.disclaimer()
	}
	c.settleBreaks(start)
	for i := range c.rows[start:] {
		c.rows[start+i].volume = c.volumes
	}
	c.volumes++
	return nil
}

// choose sets the style, the measure and the columns for a page of a size.
func (c *composer) choose(wide, high float64, o Options) {
	c.langs = o.Languages
	if len(c.langs) == 1 {
		c.layout = brief.Sequential
	}
	if c.layout == brief.Parallel && c.abreast(wide, high) {
		return
	}
	body, _ := c.brief.Meta.Page.Body.Points()
	c.style = PolicyBrief(11)
	if body > 0 {
		c.style = PolicyBrief(body)
	}
	measure, given := c.measureOf(wide, c.style.WideSide, c.style.Body.ZH.Size)
	if k := measure / (42 * 11); k > 1 && body == 0 && !given {
		c.style = PolicyBrief(11 * min(k, 1.25))
	}
	em := c.style.Body.ZH.Size
	characters := int(measure / em)
	const longestLine = 46
	if !given {
		characters = min(longestLine, characters)
	}
	c.measure = float64(characters) * em // a whole number of characters
	for _, l := range c.langs {
		c.columns = append(c.columns, column{l, 0, c.measure})
	}
	c.settle(high)
}

// abreast sets style, measure and columns for parallel columns. If they would
// be too narrow for the smallest type it reports that they cannot be.
func (c *composer) abreast(wide, high float64) bool {
	body, _ := c.brief.Meta.Page.Body.Points()
	size := 10.5
	if body > 0 {
		size = body
	}
	c.style = PolicyBrief(size)
	measure, given := c.measureOf(wide, c.style.Side, size)
	c.measure = measure
	if body == 0 {
		// On a large sheet the type grows with it: a Chinese column holds
		// some 30 characters, and an English one 80. On a narrow one it
		// shrinks as far as it can be read.
		if k := measure * 0.43 / (30 * size); k > 1 && !given {
			size *= min(k, 1.4)
		} else if most := (measure*0.46 - c.style.Gutter/2) / columnCharacters; most < size {
			size = max(most, smallestBody)
		}
		c.style = PolicyBrief(size)
	}
	if c.style.Gutter < measure/2 {
		c.columns = c.parallel()
		narrow := c.style.NarrowestMM * mm
		zh := c.columns[0]
		if zh.language != language.ZH {
			zh = c.columns[1]
		}
		if c.columns[0].measure >= narrow && c.columns[1].measure >= narrow && zh.measure >= fewestCharacters*c.style.Body.ZH.Size-overfullSlip {
			c.settle(high)
			return true
		}
	}
	c.layout, c.columns = brief.Stacked, nil
	c.warn("layout-stacked", brief.Address{}, language.Text{
		ZH: "版面太窄，并列的两栏放不下，已改为上下排列",
		EN: "The page is too narrow for parallel columns; the languages are set one under the other",
	})
	return false
}

// settle applies the page settings to the style.
func (c *composer) settle(high float64) {
	high -= (c.style.Top + c.style.Bottom) * mm
	if !c.style.settle(c.brief.Meta.Page, high) {
		c.warn("lines-cut", brief.Address{}, language.Text{
			ZH: "设定的行数一页放不下，已按最紧的行距排",
			EN: "So many lines do not fit on a page; they are set as close as can be read",
		})
	}
}

// parallel returns the columns: shared by the lengths of the texts within
// limits, the Chinese one a whole number of characters wide so that full
// lines need no stretching.
func (c *composer) parallel() []column {
	st := c.style
	room := c.measure - st.Gutter
	em := st.Body.ZH.Size
	zh, en := 0.0, 0.0
	for i := range c.brief.Sections {
		for j := range c.brief.Sections[i].Blocks {
			t := &c.brief.Sections[i].Blocks[j].Text
			if t.ZH != "" && t.EN != "" {
				zh += float64(len(t.ZH)) / 3 * em
				en += float64(len(t.EN)) * 0.5 * st.Body.EN.Size
			}
		}
	}
	share := 0.46
	if zh+en > 0 {
		share = zh / (zh + en)
	}
	share = max(st.ShareMin, min(st.ShareMax, share))
	wide := float64(int(room*share/em+0.5)) * em
	first, second := column{language.ZH, 0, wide}, column{language.EN, wide + st.Gutter, room - wide}
	if c.langs[0] == language.EN {
		first, second = column{language.EN, 0, room - wide}, column{language.ZH, room - wide + st.Gutter, wide}
	}
	return []column{first, second}
}

func (c *composer) warn(code string, at brief.Address, t language.Text) {
	c.doc.Warnings = append(c.doc.Warnings, Warning{Code: code, Text: t, Address: at})
}

// cites writes a run of citations: [1], [1,4], [1–3].
func (c *composer) cites(ids []string) string {
	var b strings.Builder
	b.WriteByte('[')
	for i := 0; i < len(ids); i++ {
		if i > 0 {
			b.WriteByte(',')
		}
		n := c.numbers[ids[i]]
		if n == 0 {
			b.WriteByte('?')
			continue
		}
		b.WriteString(strconv.Itoa(n))
		j := i
		for j+1 < len(ids) && c.numbers[ids[j+1]] == n+j+1-i {
			j++
		}
		if j > i+1 {
			b.WriteString("–" + strconv.Itoa(n+j-i))
			i = j
		}
	}
	b.WriteByte(']')
	return b.String()
}

// label writes how a text of l refers to a section or block.
func (c *composer) label(id string, l language.Language) string {
	label := c.called(id).In(l)
	c.lookups = append(c.lookups, lookup{id, l, label})
	if label == "" {
		return "?"
	}
	return label
}

func plainText(t language.Text) language.Text {
	return language.Text{ZH: plain(t.ZH), EN: plain(t.EN)}
}
