package typeset

import (
	"math"
	"strings"

	"celun/app/brief"
	"celun/app/language"
)

// A pairing says how the two sides of an aligned pair are set.
type pairing struct {
	style *TextStyle
	role  Role
	level int
	// text gives the spans of a side; no spans, no side.
	text func(l language.Language) []span
	// label, if not nil, stands before the text, which then hangs by width.
	label func(l language.Language) string
	hang  float64
	// labelStyle, if not nil, is what the label is set in, on the lines of
	// style; apart says that the labels of the languages differ, so that each
	// has its own also where one stands under the other.
	labelStyle *TextStyle
	apart      bool
	runsIn     bool                          // the label begins the first line, and the others begin at the margin
	hangs      map[language.Language]float64 // by which each language hangs, if not by hang
	labelAt    *brief.Address                // where it came from, if not from the text
	// inset moves a side in from the edges of its column.
	left, right float64
	// counted says that the first span is a number by whose width the others
	// lines hang.
	counted bool
	anchor  func(l language.Language) string // names the place, for links that lead to it
	bar     Color                            // of a bar at the left of each side; the zero colour is none
	flows   bool
	address string // a web address that stands in the text, if it is known
}

// textSpan returns one span of one text, or none if it is empty.
func textSpan(t language.Text, l language.Language, at brief.Address) []span {
	s := t.In(l)
	if s == "" {
		return nil
	}
	at.Language = l
	return []span{{text: s, language: l, address: at}}
}

// pair appends an aligned pair as one row, or a row for each language when
// they stand one under the other. It returns the number of rows.
func (c *composer) pair(k pairing) int {
	stacked := c.layout == brief.Stacked
	r := row{section: c.section, flows: k.flows}
	n := 0
	for i, col := range c.columns {
		spans := k.text(col.language)
		if len(spans) == 0 {
			continue
		}
		c.side(&r, &k, i, col, spans, !stacked || n == 0 || k.apart)
		if stacked {
			if i == 0 {
				r.after = c.style.StackGap
			}
			c.rows = append(c.rows, r)
			n++
			r = row{section: c.section, flows: k.flows}
		}
	}
	if !stacked && len(r.parts) > 0 {
		c.rows = append(c.rows, r)
		n++
	}
	rows := c.rows[len(c.rows)-n:]
	if n > 1 && rows[0].least(false) == rows[0].height {
		rows[0].keep = true // a pair that is too short to be split begins on one page
	}
	if n > 1 && k.bar != (Color{}) { // one bar beside both
		rows[0].height += rows[0].after
		rows[0].after = 0
	}
	if n > 0 {
		rows[0].before = k.style.Before
		rows[n-1].after = k.style.After
	}
	return n
}

// side puts one side of a pair into a row, with its label if it is to have it:
// of a pair whose sides stand one under the other the first has it for both.
func (c *composer) side(r *row, k *pairing, i int, col column, spans []span, labelled bool) {
	x, measure := col.x+k.left, col.measure-k.left-k.right
	hang := k.hang
	if k.hangs != nil {
		hang = k.hangs[col.language]
	}
	if em := k.style.ZH.Size; k.style.Grid { // the text stands on squares too
		hang = math.Ceil(hang/em-overfullSlip) * em
	}
	lead := 0.0 // of the first line, for a label that runs in
	if k.runsIn && 2*k.style.ZH.Size+hang < measure/2 {
		x, measure = col.x, col.measure
		lead = 2*k.style.ZH.Size + hang
	} else if k.label != nil {
		x += hang
		measure -= hang
	}
	if k.label != nil {
		at := spans[0].address
		if k.labelAt != nil {
			at = *k.labelAt
			at.Language = col.language
		}
		if text := k.label(col.language); text != "" && labelled {
			p := &passage{
				spans: []span{{text: text, language: col.language, address: at, plain: true}},
				style: k.style, role: LabelRole, level: k.level, measure: hang,
			}
			flat := *k.style
			if k.labelStyle != nil {
				flat = *k.labelStyle
				flat.Leading, flat.Base = k.style.Leading, k.style.baseline()
			}
			flat.Align, flat.ZH.Indent, flat.EN.Indent = Left, 0, 0
			flat.Grid, flat.Pinyin, flat.Hanging = false, false, false // a number is no text
			p.style = &flat
			c.add(r, p, x+lead-hang, 0, i)
		}
	}
	st := k.style
	if st.Over > 0 && col.language == language.EN && len(c.columns) == 1 || st.Over > 0 && col.language == language.EN && c.layout == brief.Stacked {
		bare := st.bare() // no line of Chinese stands beside these
		st = &bare
	}
	p := &passage{spans: spans, style: st, role: k.role, level: k.level, measure: measure, hang: -lead}
	if k.counted && len(spans) > 1 && k.style.cut(spans[0].language).Indent == 0 {
		p.hang = c.hang(spans[0], k.style)
		if p.hang > measure/3 {
			p.hang = 0
		}
		p.measure -= p.hang
		x += p.hang
	}
	pt := c.add(r, p, x, 0, i)
	if k.anchor != nil {
		pt.anchor = k.anchor(col.language)
	}
	for i := range spans {
		if strings.Contains(spans[i].text, "://") {
			pt.targets = append(pt.targets[:len(pt.targets):len(pt.targets)], targets(pt.lines, k.address)...)
			break
		}
	}
	if k.bar != (Color{}) {
		r.shapes = append(r.shapes, shape{
			kind: RuleItem, x: col.x, y: 2, width: 1.4, height: 0, color: k.bar, side: i, stretch: true,
		})
	}
}

// add composes p and puts it into r at x and y.
func (c *composer) add(r *row, p *passage, x, y float64, side int) *part {
	if len(p.spans) > 0 {
		p.notes = c.notes[turn(p.spans[0].language)]
	}
	set := c.setter.lines(p, c)
	for _, m := range set.missing {
		c.doc.Missing = append(c.doc.Missing, Missing{
			Rune: m.r, Address: p.spans[m.span].address, Offset: p.spans[m.span].start + m.offset, Section: c.section, Context: m.context,
		})
	}
	if set.ragged > 0 {
		c.warn("line-ragged", p.spans[0].address, language.Text{
			ZH: "有的行拉不匀，没有两端对齐",
			EN: "A line could not be justified without holes and is set ragged",
		})
	}
	r.parts = append(r.parts, part{passage: p, lines: set, to: len(set.lines), x: x, y: y, side: side, section: c.part(), number: new(int), targets: set.targets})
	pt := &r.parts[len(r.parts)-1]
	if len(set.notes) > 0 {
		c.feet(pt)
		r.footed = true
	}
	r.height = max(r.height, pt.bottom())
	return pt
}

// part returns the number of the section at hand, as [Item.Section] counts.
func (c *composer) part() int { return c.volumes*(len(c.brief.Sections)+1) + c.section }

// hang returns how far the text after a number begins: the width of the
// number with what stands between.
func (c *composer) hang(number span, st *TextStyle) float64 {
	probe := []span{number, {text: "国", language: language.ZH, plain: true}}
	return c.natural(probe, st) - st.ZH.Size
}

// natural returns the width of spans on one line.
func (c *composer) natural(spans []span, st *TextStyle) float64 {
	flat := *st
	flat.Align, flat.Phrases, flat.Balanced = Left, false, false
	flat.ZH.Indent, flat.EN.Indent = 0, 0
	p := &passage{spans: spans, style: &flat, measure: 1e5}
	if len(spans) > 0 {
		p.notes = c.notes[turn(spans[0].language)] // marks of two figures are wider
	}
	set := c.setter.lines(p, c)
	width := 0.0
	for _, l := range set.lines {
		for i := range l.runs {
			width = max(width, l.runs[i].x+l.runs[i].width)
		}
	}
	return width
}
