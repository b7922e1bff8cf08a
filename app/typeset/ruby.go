package typeset

import (
	"celun/app/language"
	"celun/app/language/pinyin"
)

// Pinyin stands over its hanzi in the Latin face, at half its size; lines that
// have it are further apart. In em of the hanzi.
const (
	pinyinSize    = 0.48
	pinyinRise    = 0.98
	pinyinSpace   = 0.18 // between two readings at least
	pinyinLeading = 0.6
)

// read gives the hanzi of Chinese text their readings, and widens those whose
// reading is wider than they are.
func (s *shaper) read(p *passage) {
	for from := 0; from < len(s.glyphs); {
		to := from
		var text []rune
		for to < len(s.glyphs) && s.glyphs[to].span == s.glyphs[from].span {
			text = append(text, s.glyphs[to].r)
			to++
		}
		if sp := &p.spans[s.glyphs[from].span]; sp.language == language.ZH && sp.part == running {
			for i, reading := range pinyin.Spoken(string(text)) {
				s.over(&s.glyphs[from+i], reading)
			}
		}
		from = to
	}
}

// over puts a reading over g.
func (s *shaper) over(g *glyph, reading string) {
	if reading == "" || g.super || g.class != ideograph {
		return
	}
	width := 0.0
	for _, r := range reading {
		em := s.faces.widths(serif).em(r)
		if em < 0 {
			return // no reading is better than half of one
		}
		width += float64(em) * pinyinSize * g.size
	}
	g.reading, g.readingWidth = reading, width
	if wide := width + pinyinSpace*g.size; wide > g.width {
		g.shift += (wide - g.width) / 2
		g.width = wide
	}
}

// over returns the reading of g as a run over it; g stands at x and is so
// wide.
func (j *justifier) over(g *glyph, x, wide float64) run {
	size := pinyinSize * g.size
	r := run{
		text: g.reading, x: x + (wide-g.readingWidth)/2, width: g.readingWidth, size: size,
		rise: pinyinRise * g.size, face: serif, id: faceIDs[serif], span: g.span, language: language.ZH,
	}
	for _, c := range g.reading {
		r.advances = append(r.advances, float64(j.faces.widths(serif).em(c))*size)
	}
	return r
}
