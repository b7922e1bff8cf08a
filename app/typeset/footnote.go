package typeset

import (
	"strconv"

	"celun/app/brief"
	"celun/app/language"
)

// A noted is a footnote in the text of a passage.
type noted struct {
	text   string // with markup
	span   int
	glyph  int // of its mark
	line   int // that its mark stands in
	number int // as its language counts them
	offset int // where text starts in the text at the address, in runes
}

// noteMark writes the number of a footnote: in a circle in Chinese, as far as
// there are such characters, and as a plain figure in English.
func noteMark(n int, l language.Language) string {
	if l == language.ZH && n <= 20 {
		return string(rune('①' + n - 1))
	}
	return strconv.Itoa(n)
}

// noteAnchor names a footnote, and markAnchor its mark in the text.
func noteAnchor(n int, l language.Language) string { return "note-" + string(l) + strconv.Itoa(n) }
func markAnchor(n int, l language.Language) string { return "mark-" + string(l) + strconv.Itoa(n) }

// sourceAnchor names the entry of a source in the list of references.
func sourceAnchor(id string, l language.Language) string { return "source-" + string(l) + "-" + id }

// turn is the place of a language among both.
func turn(l language.Language) int {
	if l == language.EN {
		return 1
	}
	return 0
}

// lead notes where a link leads and returns its number.
func (s *shaper) lead(t target) uint16 {
	if len(s.links) >= 1<<16-1 {
		return 0
	}
	s.links = append(s.links, t)
	return uint16(len(s.links))
}

// note appends the mark of a footnote in the look of g. A footnote within a
// footnote is set in brackets where it stands.
func (s *shaper) note(p *passage, g glyph, pc piece) {
	if p.inNote {
		for i, r := range "[" + brief.Plain(pc.note) + "]" {
			if g.r = r; i > 0 && !ignorable(r) || i == 0 {
				s.glyphs = append(s.glyphs, g)
			}
		}
		return
	}
	n := p.notes + 1
	for _, other := range s.notes {
		if p.spans[other.span].language == g.lang {
			n++
		}
	}
	s.notes = append(s.notes, noted{text: pc.note, span: int(g.span), glyph: len(s.glyphs), number: n, offset: int(g.offset) + 2})
	size := g.size
	g.made, g.super, g.size, g.rise = true, true, size*superSize, size*superRise
	g.voice = voice{family: g.voice.family}
	g.leads = s.lead(target{url: "#" + noteAnchor(n, g.lang), anchor: markAnchor(n, g.lang)})
	for _, r := range noteMark(n, g.lang) {
		g.r = r
		s.glyphs = append(s.glyphs, g)
	}
}

// targets returns where the glyphs that were shaped last lead.
func (s *shaper) targets() []target {
	var out []target
	for i := range s.glyphs {
		n := s.glyphs[i].leads
		if n == 0 {
			continue
		}
		if i > 0 && s.glyphs[i-1].leads == n {
			out[len(out)-1].to = i + 1
			continue
		}
		t := s.links[n-1]
		t.from, t.to = i, i+1
		out = append(out, t)
	}
	return out
}

// noted returns the footnotes of the glyphs that were shaped last, whose lines
// end at ends.
func (s *shaper) noted(ends []int) []noted {
	if len(s.notes) == 0 {
		return nil
	}
	out := make([]noted, 0, len(s.notes))
	line := 0
	for _, n := range s.notes {
		for line+1 < len(ends) && ends[line] <= n.glyph {
			line++
		}
		n.line = line
		out = append(out, n)
	}
	return out
}

// A foot is a footnote that is set.
type foot struct {
	part
	line int // of the part that it belongs to
}

// feet sets the footnotes of a part in the column of its language.
func (c *composer) feet(pt *part) {
	for _, n := range pt.lines.notes {
		sp := &pt.passage.spans[n.span]
		l := sp.language
		c.notes[turn(l)] = n.number
		x, measure, side := 0.0, c.measure, pt.side
		if c.layout == brief.Parallel {
			for i, col := range c.columns {
				if col.language == l {
					x, measure, side = col.x, col.measure, i
				}
			}
		}
		number := noteMark(n.number, l)
		st := &c.style.Footnote
		hang := 0.5*st.ZH.Size + c.natural([]span{{text: number, language: l, plain: true}}, st)
		p := &passage{
			spans: []span{
				{text: number + " ", language: l, address: sp.address, plain: true, part: counter, start: sp.start + n.offset},
				{text: n.text, language: l, address: sp.address, start: sp.start + n.offset},
			},
			style: st, role: FootnoteRole, measure: measure - hang, hang: hang, inNote: true,
		}
		var r row
		note := *c.add(&r, p, x+hang, 0, side)
		note.anchor, note.cites = noteAnchor(n.number, l), pt.number
		note.targets = append([]target{{to: len([]rune(number)), url: "#" + markAnchor(n.number, l)}}, note.targets...)
		pt.feet = append(pt.feet, foot{note, n.line})
	}
}
