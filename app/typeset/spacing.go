package typeset

import (
	"strings"

	"celun/app/language"
)

// Levels of stretching and shrinking, in CLREQ's order.
const (
	stretchWord = 1 // word spaces
	stretchGap  = 2 // between hanzi and Latin

	shrinkInterpunct = 1
	shrinkBracket    = 2
	shrinkPause      = 3
	shrinkGap        = 4
	shrinkStop       = 5
	shrinkWord       = 6 // word spaces of English text
	shrinkLevels     = 7
)

// Amounts in em. The gap of a quarter em between hanzi and Latin and its
// bounds of an eighth and a third are CLREQ's. evenUnit is what one gap
// between hanzi gives before a line counts as loose.
const (
	gapEm, gapShrink, gapStretch = 0.25, 0.125, 1.0/3 - 0.25
	wordStretch, wordShrink      = 0.2, 0.06
	evenUnit                     = 0.06
	// CLREQ lets a mark shrink to half an em anywhere; beyond this it shows
	// beside one that did not shrink.
	pauseShrink, bracketShrink, stopShrink = 0.28, 0.35, 0.2
)

// Penalties of the places where a line may break but should rather not.
const (
	hyphenPenalty = 520
	shortHyphen   = 700 // after two letters
	slashPenalty  = 60
	schemePenalty = 200 // after https://
	insideAddress = 400 // between hanzi of a web address
	afterHyphen   = 25
	numberPenalty = 250
)

// space fills in what stands before each glyph: gaps, and whether a line may
// break there.
func (s *shaper) space(p *passage) {
	var counted bool // a number stands before, so that a unit stays with it
	for i := range s.glyphs {
		c := &s.glyphs[i]
		if i == 0 {
			c.penalty = never
			counted = c.class == digit
			continue
		}
		b := &s.glyphs[i-1]
		var a class = ideograph // the class before b
		if i > 1 {
			a = s.glyphs[i-2].class
		}
		c.penalty = s.breakBefore(i, a, counted)
		s.gapBefore(i, b, c)
		if p.style.Tight {
			tighten(b, c)
		}
		if p.spans[c.span].part != running {
			c.even, c.stretch = false, 0 // numbers and signs are not spread
		}
		switch {
		case c.class == digit:
			counted = true
		case c.class == space && b.class == digit, c.class == ideograph && counted && strings.ContainsRune(multipliers, c.r):
		default:
			counted = false
		}
		if c.class == space {
			c.trimEnd = c.width + b.trimEnd // a run of spaces vanishes at a line end, and the mark before is trimmed
			if b.class == space {
				c.trimEnd += b.gap
			}
		}
	}
}

// addresses makes it dear to break a web address anywhere but after a slash.
func (s *shaper) addresses() {
	runes := make([]rune, len(s.glyphs))
	for i := range s.glyphs {
		runes[i] = s.glyphs[i].r
	}
	for i := 0; i < len(runes); i++ {
		if !beginsAddress(runes[i:]) {
			continue
		}
		end := i + addressLength(runes[i:])
		for i++; i < end; i++ {
			if g := &s.glyphs[i]; g.penalty == 0 && s.glyphs[i-1].class != slash {
				g.penalty = insideAddress
			}
		}
	}
}

// tighten takes the other half em from two marks that stand side by side and
// have already lost one.
func tighten(b, c *glyph) {
	switch {
	case b.trimEnd > 0 && c.gap == -b.trimEnd && c.class.fullWidth():
		c.width -= c.trimStart + c.trimEnd // one of them is 0
		c.shift -= c.trimStart
		c.trimStart, c.trimEnd = 0, 0
	case b.trimStart > 0 && c.fromLead && c.gap == -c.trimStart:
		b.width -= b.trimStart
		b.shift -= b.trimStart
		b.trimStart, b.shrink = 0, 0
	}
}

// breakBefore returns the penalty of a break before glyph i.
func (s *shaper) breakBefore(i int, a class, counted bool) float64 {
	b, c := &s.glyphs[i-1], &s.glyphs[i]
	if b.class == forced {
		return must
	}
	if c.made && b.made && c.class == digit && c.leads != 0 && c.leads == b.leads {
		return never // 表 1, Section 2: a reference keeps its number
	}
	switch c.class {
	case closing, pause, stop, interpunct, connector, percent, mark, super, space, fixed, dashWestern, slash, forced:
		if c.class == mark && b.class == space {
			return 0 // a stray mark after a space, such as an ellipsis or a straight quote
		}
		if c.class == dashWestern && (c.r == '—' || c.r == '–' || c.r == '-') && b.class == space {
			return 0
		}
		return never
	case dash, ellipsis:
		if b.class == c.class {
			return never
		}
	}
	switch b.class {
	case opening, lead, fixed, interpunct, connector:
		return never
	case space:
		if a == opening || a == lead {
			return never
		}
		if counted && c.class == ideograph && strings.ContainsRune(units, c.r) {
			return never
		}
		if a == digit && c.class == letter {
			return s.afterNumber(i)
		}
		return 0
	case super:
		if c.class.western() || c.class == lead {
			return never
		}
		return 0
	case dashWestern:
		switch {
		case b.r == '—':
			return afterHyphen
		case a == letter && (c.class == letter || c.class == ideograph):
			return afterHyphen
		}
		return never
	case slash:
		switch {
		case c.class == digit || c.class == slash:
			return never
		case a == slash:
			return schemePenalty
		}
		return slashPenalty
	}
	square := b.class == ideograph || b.class.fullWidth() || b.class == dash || b.class == ellipsis ||
		c.class == ideograph || c.class == opening || c.class == dash || c.class == ellipsis
	if !square {
		return never
	}
	if c.class == ideograph && counted && strings.ContainsRune(units, c.r) {
		return never
	}
	if b.r == '第' && c.class == digit {
		return never
	}
	return 0
}

// afterNumber returns the penalty of a break between a number, a space and
// the word at glyph i: 2 GB, 2.7 billion and 29 January rather stay together.
func (s *shaper) afterNumber(i int) float64 {
	j := i
	var word [9]byte
	for j < len(s.glyphs) && s.glyphs[j].class == letter && j-i < len(word) && s.glyphs[j].r < 0x80 {
		word[j-i] = byte(s.glyphs[j].r)
		j++
	}
	switch string(word[:j-i]) {
	case "of", "in", "to", "or", "by", "at", "is", "as", "on", "we", "a", "an", "if", "so", "it", "no":
		return 0
	case "billion", "million", "trillion", "per", "percent", "yuan",
		"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December":
		return numberPenalty
	}
	if j-i <= 2 {
		return never
	}
	return 0
}

// gapBefore sets the space between b and c.
func (s *shaper) gapBefore(i int, b, c *glyph) {
	size := max(b.size, c.size)
	switch {
	case b.trimEnd > 0 && b.class != space && (c.trimEnd > 0 || c.trimStart > 0) && c.class != space:
		c.gap = -b.trimEnd // closing marks before closing or opening ones: one and a half em for two
	case b.trimEnd > 0 && c.class == super:
		c.gap = -b.trimEnd // the citation stands at the mark; its room follows it
	case b.class == super && c.class == ideograph:
		c.gap, c.even = gapEm*c.size, true
	case b.trimStart > 0 && c.trimStart > 0:
		c.gap, c.fromLead = -c.trimStart, true
	case b.class == ideograph && c.class.western(),
		(b.class.western() || b.class == percent) && c.class == ideograph:
		if b.lang == language.EN && c.lang == language.EN {
			break
		}
		c.gap = gapEm * size
		c.stretch, c.stretchLevel = gapStretch*size, stretchGap
		c.shrink, c.shrinkLevel = gapShrink*size, shrinkGap
	case b.class == space:
		s.spaceGap(i, b, c)
	case b.trimEnd > 0:
		c.even = c.class != mark && c.class != super
		c.shrink, c.shrinkLevel = pauseShrink*b.size, shrinkPause
		switch b.class {
		case closing:
			c.shrink, c.shrinkLevel = bracketShrink*b.size, shrinkBracket
		case stop:
			c.shrink, c.shrinkLevel = stopShrink*b.size, shrinkStop
		}
	case c.trimStart > 0:
		c.even = b.class == ideograph
		c.shrink, c.shrinkLevel, c.fromLead = bracketShrink*c.size, shrinkBracket, true
	case c.class == interpunct || b.class == interpunct:
		c.shrink, c.shrinkLevel = 0.12*size, shrinkInterpunct
	case (b.class == ideograph || b.class == dash || b.class == ellipsis) && (c.class == ideograph || c.class == dash || c.class == ellipsis):
		c.even = b.class != c.class || b.class == ideograph
	}
}

// spaceGap sets what the space b, whose width is its own, may give and take
// before c.
func (s *shaper) spaceGap(i int, b, c *glyph) {
	if c.class == space || b.part {
		return
	}
	var a *glyph
	if i > 1 {
		a = &s.glyphs[i-2]
	}
	size := b.size
	if b.lang == language.ZH && a != nil && b.r == ' ' {
		hanzi := func(g *glyph) bool { return g.class == ideograph }
		switch {
		case a.class.fullWidth() || c.class.fullWidth():
			// No gap stands beside full-width punctuation.
			b.trimEnd -= b.width
			b.width = 0
			return
		case hanzi(a) != hanzi(c) && (a.class.western() || c.class.western() || a.class == percent):
			b.trimEnd += gapEm*size - b.width
			b.width = gapEm * size
			c.stretch, c.stretchLevel = gapStretch*size, stretchGap
			c.shrink, c.shrinkLevel = gapShrink*size, shrinkGap
			return
		case a.class == digit && c.class == letter:
			return // 2 GB
		case !hanzi(a) && !hanzi(c):
			c.stretch, c.stretchLevel = 0.2*size, stretchWord
			return
		}
	}
	c.stretch, c.stretchLevel = wordStretch*size, stretchWord
	if b.lang == language.EN {
		c.shrink, c.shrinkLevel = wordShrink*size, shrinkWord
	}
}
