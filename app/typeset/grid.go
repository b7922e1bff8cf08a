package typeset

import (
	"math"

	"celun/app/language"
)

// settle applies what the style asks of the glyphs beyond the common rules: a
// strict grid, marks that hang, a name that is spread, pinyin.
func (s *shaper) settle(p *passage) {
	if p.style.Pinyin {
		s.read(p)
	}
	if p.style.Grid {
		s.square()
	}
	if p.style.Hanging {
		s.hang()
	}
	if p.spread > 0 {
		s.spread(p.spread)
	}
}

// hang lets the marks that CLREQ names hang at a line end: commas and full
// stops, no dash and no bracket.
func (s *shaper) hang() {
	for i := range s.glyphs {
		g := &s.glyphs[i]
		switch {
		case g.lang != language.ZH:
		case g.r == '、' || g.r == '，' || g.r == '。':
			g.hang = g.width - g.trimEnd
		case g.class == space && i > 0:
			g.hang = s.glyphs[i-1].hang
		}
	}
}

// gridGap is the least space (em) that a Latin word keeps from the hanzi
// around it in the squares it takes.
const gridGap = 0.25

// square puts Chinese text on squares of one em: marks take a whole one, and
// so do numbers and Latin words as many as they need, in the middle of them.
// A mark that does not fit at a line end hangs in the margin: the squares
// stay where they are.
func (s *shaper) square() {
	for i := 0; i < len(s.glyphs); {
		g := &s.glyphs[i]
		if g.lang != language.ZH {
			i++
			continue
		}
		clearGap(g)
		if g.class == ideograph || g.class.fullWidth() || g.class == dash || g.class == ellipsis || g.class == interpunct {
			g.shift += (g.size - g.width) / 2
			if g.class == dash || g.class == ellipsis {
				g.shift -= (g.size - g.width) / 2 // they join, and keep to their place
			}
			g.width = g.size
			if g.class == closing || g.class == pause || g.class == stop {
				g.hang = g.width
			}
			i++
			continue
		}
		i = s.squareWord(i)
	}
}

func clearGap(g *glyph) {
	g.gap, g.stretch, g.shrink, g.even, g.fromLead = 0, 0, 0, false, false
	g.stretchLevel, g.shrinkLevel = 0, 0
	g.trimStart, g.trimEnd = 0, 0
}

// squareWord puts the word at glyph i, with the space after it, on whole
// squares, and returns where it ends.
func (s *shaper) squareWord(i int) int {
	first, width := i, 0.0
	for i < len(s.glyphs) {
		g := &s.glyphs[i]
		if g.lang != language.ZH || g.super != s.glyphs[first].super || g.class == ideograph || g.class.fullWidth() || g.class == dash || g.class == ellipsis || g.class == interpunct || g.class == forced {
			break
		}
		clearGap(g)
		i++
		if g.class == space {
			if g.width = 0; i-first > 1 {
				break // the space is in the last square of the word
			}
			continue
		}
		width += g.width
	}
	if i == first { // a break in the text
		return i + 1
	}
	size, gap := s.glyphs[first].size, gridGap
	super := s.glyphs[first].super
	if super { // which stands small at the end of its word
		size, gap = size/superSize, 0
	}
	cells := math.Ceil((width/size + gap) - 1e-6)
	pad := cells*size - width
	if width == 0 {
		pad = size
	}
	last := i - 1
	for k := first; k < i && !super; k++ {
		s.glyphs[k].shift += pad / 2
		s.glyphs[k].inset = pad / 2
	}
	s.glyphs[last].width += pad
	s.glyphs[last].pad = pad
	return i
}

// spread sets the hanzi of a short name evenly over so many em (均排).
func (s *shaper) spread(em int) {
	n := len(s.glyphs)
	if n < 2 || n >= em {
		return
	}
	for i := range s.glyphs {
		if s.glyphs[i].class != ideograph {
			return
		}
	}
	for i := 1; i < n; i++ {
		g := &s.glyphs[i]
		clearGap(g)
		g.gap = float64(em-n) / float64(n-1) * g.size
		g.penalty = never
	}
}
