package typeset

import (
	"strconv"

	"celun/app/brief"
	"celun/app/figure"
	"celun/app/language"
)

// deepest is the level of the last headings that a list of contents holds.
const deepest = 2

// A contentsPlace is where the number of a page goes once the pages are known:
// that of a heading, on a side, in a part of the document.
type contentsPlace struct {
	section, block string
	side, volume   int
	passage        *passage
	lines          *lines // which the placed part shares
}

// contents makes the list of the headings, each with dots that lead to the
// number of its page.
func (c *composer) contents() {
	if !c.brief.Meta.Contents || c.style.Official {
		return
	}
	start := len(c.rows)
	title := language.Text{ZH: "目录", EN: "Contents"}
	n := c.pair(pairing{style: &c.style.Heading[0], role: HeadingRole, level: 1, text: func(l language.Language) []span {
		return []span{{text: title.In(l), language: l, plain: true}}
	}})
	for i := range c.last(n) {
		c.last(n)[i].keep = true
	}
	counts := c.brief.Counts()
	for i := range c.brief.Sections {
		s := &c.brief.Sections[i]
		var number language.Text
		if !s.Unnumbered {
			number = counts.Heading(1)
		}
		c.contentsEntry(1, number, s.Heading, s.ID, "")
		for j := range s.Blocks {
			b := &s.Blocks[j]
			if b.Kind != brief.Heading {
				continue
			}
			level := max(2, min(b.Level, 4))
			if number = (language.Text{}); !s.Unnumbered {
				number = counts.Heading(level)
			}
			if level <= deepest && c.shows(b) {
				c.contentsEntry(level, number, b.Text, "", b.ID)
			}
		}
	}
	if rows := c.rows[start:]; len(rows) > 0 {
		rows[0].before = c.style.Heading[0].Before
		rows[len(rows)-1].after = 14
		if c.brief.Meta.Cover {
			rows[0].fresh = true
			c.pageBreak()
		}
	}
}

// contentsEntry makes the entry of one heading.
func (c *composer) contentsEntry(level int, number, t language.Text, section, block string) {
	st := c.style.Body.bare()
	st.ZH.Indent, st.EN.Indent, st.Align, st.Unbroken = 0, 0, Left, true
	em := st.ZH.Size
	if level == 1 {
		st.ZH.Family, st.EN.Family = SansFamily, SansFamily
	}
	const room = 3 // em for the number of a page
	n := c.pair(pairing{
		style: &st, role: ContentsRole, level: level, counted: number.ZH != "", left: float64(level-1) * 1.5 * em, right: room * em,
		text: func(l language.Language) []span {
			text := plain(t.In(l))
			if text == "" {
				return nil
			}
			s := []span{{text: text, language: l, plain: true}}
			if n := number.In(l); n != "" {
				if l == language.EN || n[len(n)-1] == '.' {
					n += " "
				}
				s = append([]span{{text: n, language: l, plain: true, part: counter}}, s...)
			}
			return s
		},
	})
	target := section + block
	rows := c.last(n)
	for i := range rows {
		rows[i].after = 0.25 * em
		if c.layout == brief.Stacked { // an entry and its twin stand closer than two entries
			rows[i].after = 0.5 * em * float64(i)
		}
		rows[i].keep = false
		for k := range rows[i].parts {
			c.pageNumber(&rows[i], k, st, contentsPlace{section: section, block: block, side: rows[i].parts[k].side, volume: c.volumes}, target)
		}
	}
}

// pageNumber puts the number of a page, which is not known yet, at the end of
// part k of a row, with dots that lead there.
func (c *composer) pageNumber(r *row, k int, st TextStyle, at contentsPlace, leads string) {
	pt := &r.parts[k]
	l := pt.passage.spans[0].language
	right := c.measure
	for _, col := range c.columns {
		if col.language == l {
			right = col.x + col.measure
		}
	}
	em := st.ZH.Size
	const wide = 2 // em
	last := &pt.lines.lines[len(pt.lines.lines)-1]
	end := last.runs[len(last.runs)-1]
	all := 0
	for i := range pt.lines.lines {
		all += pt.lines.lines[i].runes()
	}
	pt.targets = []target{{to: all, url: "#" + leads}}
	y := pt.y + float64(len(pt.lines.lines)-1)*st.Leading
	st.Align = Right
	at.passage = &passage{
		spans: []span{{text: "0", language: l, plain: true}}, style: &st, role: ContentsRole, measure: wide * em,
	}
	at.lines = &lines{lines: []line{{}}}
	side := pt.side
	r.parts = append(r.parts, part{
		passage: at.passage, lines: at.lines, to: 1, x: right - wide*em, y: y, side: side, section: c.part(), number: new(int),
		targets: []target{{to: 9, url: "#" + leads}},
	})
	c.places = append(c.places, at)
	from := pt.x + end.x + end.width + 0.5*em
	to := right - 1.6*em
	if to-from < em {
		return
	}
	dots := &figure.Shape{Stroke: (*figure.Color)(&c.style.Grey), Width: 0.7, Dash: []float64{0.7, 2.8}}
	// From the right, so that the dots of all entries stand under each other.
	dots.Path = []figure.Segment{{Verb: figure.Move, To: figure.Point{X: to - from}}, {Verb: figure.Line}}
	r.shapes = append(r.shapes, shape{kind: PathItem, x: from, y: y + st.baseline() - 0.6, width: to - from, outline: dots, side: side})
}

// fillContents writes the numbers of the pages now that they are known.
func (c *composer) fillContents(p *pager) {
	if len(c.places) == 0 {
		return
	}
	pages := map[[2]string][]int{}
	for _, h := range p.headings {
		key := [2]string{h.Address.Section, h.Address.Block}
		pages[key] = append(pages[key], h.Page)
	}
	for _, at := range c.places {
		all := pages[[2]string{at.section, at.block}]
		if len(all) == 0 {
			continue
		}
		n := all[min(at.volume, len(all)-1)]
		if p.sides == 2 {
			n += at.side
		}
		at.passage.spans[0].text = strconv.Itoa(n)
		*at.lines = *c.setter.lines(at.passage, c)
	}
}
