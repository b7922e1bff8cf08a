package typeset

import (
	"strings"

	"celun/app/brief"
	"celun/app/language"
)

// A span is a text in one language within a passage, with the address it
// came from.
type span struct {
	text     string // with markup, unless plain is set
	language language.Language
	address  brief.Address
	plain    bool // markup means nothing in the text
	part     spanPart
	start    int // runes before the text in the text at the address
}

// A spanPart says what a span is within its passage.
type spanPart uint8

const (
	running spanPart = iota // the text itself
	counter                 // the number of a heading or table: its space is wide
	sign                    // a small label that runs in: 依据, Evidence
)

// A passage is what is broken into lines as a whole: a paragraph, a heading,
// a cell. It is one text to whoever reads the page. Most have one span.
type passage struct {
	spans   []span
	style   *TextStyle
	role    Role
	level   int
	measure float64
	hang    float64 // the first line begins this far left of the others, or right of them if it is negative
	notes   int     // footnotes in the languages of the passage before it
	inNote  bool    // the passage is a footnote itself
	spread  int     // em over which a short name is spread; 0: not at all
	cell    *Cell   // of a table, if any
}

// A glyph is one character of a passage as it is set: its face, its place in
// the text, its width, and what happens between it and the glyph before.
// Widths are in pt.
type glyph struct {
	r      rune
	offset int32 // runes, in the text at the address of its span
	at     int32 // bytes, in the plain text of the passage
	span   uint16
	class  class
	face   uint8
	voice  voice
	super  bool
	made   bool   // of a citation or reference, which is written by its id: not of the text at the address
	under  bool   // is underlined
	dots   bool   // has a dot under it, if it is a hanzi
	part   bool   // the space after a number or sign
	leads  uint16 // 1 and more: where a link over the glyph leads, in the shaper's links
	lang   language.Language

	size, width, shift float64
	rise               float64 // above the baseline
	trimStart, trimEnd float64 // what the glyph loses at a line start or end
	hang               float64 // what is left of its width at a line end, if it hangs where it does not fit

	inset, pad   float64 // of its squares in a grid: the space before its word, and that after it in its width
	reading      string  // pinyin over it
	readingWidth float64

	// The gap before the glyph; a line break takes its place.
	gap, stretch, shrink      float64
	stretchLevel, shrinkLevel uint8
	even                      bool // takes part in the even spreading of hanzi
	fromLead                  bool // a negative gap, or shrinking, is taken from this glyph's empty left half
	penalty                   float64
	hyphen                    bool // a break here sets a hyphen
}

// never is the penalty of a place where no line breaks, and must that of a
// place where one does.
const (
	never = 1e9
	must  = -1e9
)

// superSize and superRise place citations: their share of the size of the
// text and their rise in em of it.
const (
	superSize = 0.66
	superRise = 0.34
)

// signSize is the size of a label that runs in, in em of its text;
// counterSpace the width of the space after a number in em.
const (
	signSize     = 0.88
	counterSpace = 0.55
)

// A shaper turns passages into glyphs. It keeps its buffers from one passage
// to the next.
type shaper struct {
	faces  *faces
	points func(word string) []int // hyphenation, as rune offsets; may be nil
	breaks func(text string) []int // phrase breaks, as rune offsets; may be nil
	words  map[string][]int        // points of the words met so far

	glyphs  []glyph
	text    strings.Builder
	missing []missing
	links   []target
	notes   []noted
}

// A missing is a character of a passage that no face has.
type missing struct {
	r       rune
	span    int
	offset  int
	context string
}

// labels give the texts of what is written by its id alone.
type labels interface {
	cites(ids []string) string                   // of a run of citations
	label(id string, l language.Language) string // of a cross-reference
}

// shape fills s.glyphs and returns the plain text of p.
func (s *shaper) shape(p *passage, refs labels) string {
	s.glyphs, s.missing, s.links, s.notes = s.glyphs[:0], s.missing[:0], s.links[:0], s.notes[:0]
	s.text.Reset()
	for i := range p.spans {
		s.collect(p, i, refs)
	}
	s.choose(p)
	text := s.text.String()
	s.space(p)
	if strings.Contains(text, "://") {
		s.addresses()
	}
	s.settle(p)
	if !p.style.Unbroken {
		s.hyphenate()
	}
	if p.style.Phrases && s.breaks != nil {
		penalty := float64(phrasePenalty)
		if p.style.Align == Justify {
			penalty = runningPhrase
		}
		s.phrases(text, penalty)
	}
	return text
}

// collect appends the characters of one span.
func (s *shaper) collect(p *passage, i int, refs labels) {
	sp := &p.spans[i]
	cut := p.style.cut(sp.language)
	var only [1]piece
	pieces := only[:]
	if only[0].text = sp.text; !sp.plain {
		pieces = parse(sp.text)
	}
	for _, pc := range pieces {
		v := voice{cut.Family, cut.Bold || pc.strong, pc.emphasis}
		if pc.dots && sp.language != language.ZH {
			v.emphasis = true // English stresses a word in italics
		}
		g := glyph{
			span: uint16(i), lang: sp.language, voice: v, size: cut.Size, offset: int32(pc.offset),
			under: pc.under, dots: pc.dots && sp.language == language.ZH,
		}
		if sp.part == sign {
			g.voice, g.size = voice{SansFamily, true, false}, cut.Size*signSize
		}
		if pc.cite != nil {
			g.made = true
			if !pc.inline {
				g.super, g.size, g.rise = true, cut.Size*superSize, cut.Size*superRise
				g.voice = voice{family: cut.Family}
			}
			g.leads = s.lead(target{url: "#" + sourceAnchor(pc.cite[0], sp.language)})
			for _, r := range refs.cites(pc.cite) + pc.pages {
				g.r = r
				s.glyphs = append(s.glyphs, g)
			}
			continue
		}
		if pc.note != "" {
			s.note(p, g, pc)
			continue
		}
		if pc.refer != "" {
			g.made = true
			g.leads = s.lead(target{url: "#" + pc.refer})
			for _, r := range refs.label(pc.refer, sp.language) {
				g.r = r
				s.glyphs = append(s.glyphs, g)
			}
			continue
		}
		if pc.term != "" {
			g.leads = s.lead(target{url: "#" + termAnchor(pc.term)})
		}
		for _, r := range pc.text {
			g.r = r
			if r < 0x20 || r >= 0x7F {
				if r == '\t' {
					g.r = ' '
				} else if ignorable(r) {
					g.offset++
					continue
				}
			}
			s.glyphs = append(s.glyphs, g)
			g.offset++
		}
	}
}

// choose classifies the glyphs, gives each its face and width, and drops
// those that no face has.
func (s *shaper) choose(p *passage) {
	keep := s.glyphs[:0]
	all := s.glyphs
	var before rune
	dashes := 0 // of the row at hand
	for i := range all {
		g := all[i]
		var after rune
		if i+1 < len(all) {
			after = all[i+1].r
		}
		chinese := g.lang == language.ZH
		if g.super {
			g.class = super
		} else {
			g.class = classify(g.r, before, after, chinese)
		}
		before = g.r
		if g.class == forced { // a break in the text is a space at the end of its line
			g.r = ' '
			g.at = int32(s.text.Len())
			g.face = g.voice.latin()
			s.text.WriteByte(' ')
			keep = append(keep, g)
			continue
		}
		id, em, ok := s.faces.pick(g.r, g.class, g.lang, g.voice)
		if !ok {
			s.missing = append(s.missing, missing{g.r, int(g.span), int(g.offset), around(all, i)})
			continue
		}
		g.face, g.width = id, float64(em)*g.size
		if chinese && g.class != ideograph && g.class != letter {
			s.adjust(&g, float64(em), dashes, after == g.r)
		} else if g.class.fullWidth() {
			s.adjust(&g, float64(em), 0, false)
		} else if em == 1 && (g.r >= '‘' && g.r <= '”') {
			narrow(&g)
		}
		if g.class == space && p.spans[g.span].part != running && (i+1 == len(all) || all[i+1].span != g.span) {
			g.class, g.part = space, true
			g.width = counterSpace * g.size
		}
		if dashes++; g.class != dash {
			dashes = 0
		}
		g.at = int32(s.text.Len())
		s.text.WriteRune(g.r)
		keep = append(keep, g)
	}
	s.glyphs = keep
}

// adjust sets the width of full-width marks and what they lose at the ends
// of a line. For a dash, before is how many stand right before it, and more
// says that another follows.
func (s *shaper) adjust(g *glyph, em float64, before int, more bool) {
	switch g.class {
	case opening:
		if em > 0.9 {
			g.trimStart = g.size / 2
		}
	case closing, pause, stop:
		if em > 0.9 {
			g.trimEnd = g.size / 2
		}
	case interpunct:
		g.width, g.shift = g.size/2, (0.5-em)/2*g.size
	case dash:
		// The Noto faces draw a dash of 0.8 em in an advance of 0.9, at the
		// height of Latin letters. Two halves are set flush in the middle of
		// two em so that they join, and at the middle of the hanzi.
		const bearing, lift = 0.05, 0.1
		if em < 0.99 {
			g.rise = lift * g.size
			switch {
			case before%2 == 1:
				g.shift = -bearing * g.size
			case more:
				g.shift = (1 - em + bearing) * g.size
			default:
				g.shift = (1 - em) / 2 * g.size
			}
		}
		g.width = g.size
	case space:
		if g.r == 0x3000 {
			g.width = g.size
		}
	}
}

// narrow sets a curly quotation mark of a Chinese sans, which is a full em
// wide, as English text needs it: without its empty part.
func narrow(g *glyph) {
	em := 0.24
	if g.r == '“' || g.r == '”' {
		em = 0.42
	}
	g.width = em * g.size
	if g.r == '“' || g.r == '‘' {
		g.shift = (em - 1) * g.size
	}
}

// around returns a few characters on both sides of glyph i.
func around(all []glyph, i int) string {
	var b strings.Builder
	for _, g := range all[max(0, i-6):min(len(all), i+7)] {
		b.WriteRune(g.r)
	}
	return b.String()
}
