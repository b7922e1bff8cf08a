package typeset

import (
	"strconv"
	"strings"

	"celun/app/language"
	"celun/app/typeset/face"
)

// A Setter sets briefs. It keeps the lines of the paragraphs it has set, so
// that setting a brief again after an edit costs what the edit touched. A
// Setter is for one goroutine at a time.
type Setter struct {
	shaper  shaper
	breaker breaker
	kept    map[string]*keptLines
	used    []*keptLines // by the section at hand
	round   int          // counts calls of Set, to forget what is no longer used

	sections map[sectionKey]*keptSection
	citing   map[string]*citing // by id of the section
	pages    keptPages
	rows     int // of the last document
	key      []byte
}

type keptLines struct {
	lines *lines
	round int
}

// A Hyphenator finds where a lower-case English word may be hyphenated, as
// rune offsets of the letters before which a hyphen may stand.
type Hyphenator interface {
	Points(word string) []int
}

// An Option changes a new setter.
type Option func(*Setter)

// WithHyphens has English words broken where h allows it.
func WithHyphens(h Hyphenator) Option {
	return func(s *Setter) {
		if h != nil {
			s.shaper.points = h.Points
		}
	}
}

// WithBreaks has titles and the heads of tables break between phrases:
// breaks returns the rune offsets in a Chinese text before which a phrase
// begins. Without it they break between any two characters.
func WithBreaks(breaks func(text string) []int) Option {
	return func(s *Setter) { s.shaper.breaks = breaks }
}

// NewSetter returns a setter that sets in the given faces.
func NewSetter(set *face.Set, options ...Option) *Setter {
	s := &Setter{kept: map[string]*keptLines{}, sections: map[sectionKey]*keptSection{}, citing: map[string]*citing{}}
	s.shaper.faces = &faces{set: set}
	s.shaper.words = map[string][]int{}
	for _, o := range options {
		o(s)
	}
	return s
}

// lines returns the lines of p, from what is kept if it can.
func (s *Setter) lines(p *passage, refs labels) *lines {
	key := s.keyOf(p, refs)
	if k, ok := s.kept[string(key)]; ok {
		k.round = s.round
		s.used = append(s.used, k)
		return k.lines
	}
	id := string(key)
	set := s.compose(p, refs)
	k := &keptLines{set, s.round}
	s.kept[id] = k
	s.used = append(s.used, k)
	return set
}

// keyOf returns what the lines of p depend on as one string.
func (s *Setter) keyOf(p *passage, refs labels) []byte {
	k := s.key[:0]
	st := p.style
	for _, c := range [2]*Cut{&st.ZH, &st.EN} {
		k = append(k, byte(c.Family))
		k = strconv.AppendBool(k, c.Bold)
		k = strconv.AppendFloat(k, c.Size, 'g', -1, 64)
		k = append(k, ' ')
		k = strconv.AppendFloat(k, c.Indent, 'g', -1, 64)
	}
	k = append(k, byte(st.Align))
	k = strconv.AppendBool(k, st.Phrases)
	k = strconv.AppendBool(k, st.Balanced)
	k = strconv.AppendBool(k, st.Unbroken)
	k = strconv.AppendBool(k, st.Taper)
	k = strconv.AppendBool(k, st.Hanging)
	k = strconv.AppendBool(k, st.Tight)
	k = strconv.AppendBool(k, st.Grid)
	k = strconv.AppendBool(k, st.Pinyin)
	k = append(k, byte(p.spread))
	k = strconv.AppendFloat(k, p.measure, 'g', -1, 64)
	k = append(k, ' ')
	k = strconv.AppendFloat(k, p.hang, 'g', -1, 64)
	for i := range p.spans {
		sp := &p.spans[i]
		k = append(k, 0)
		k = append(k, sp.language...)
		k = strconv.AppendBool(k, sp.plain)
		k = append(k, byte(sp.part))
		k = append(k, sp.text...)
		if !sp.plain && (strings.Contains(sp.text, "[^") || strings.Contains(sp.text, "[#") || strings.Contains(sp.text, "^[")) {
			for _, pc := range parse(sp.text) {
				switch {
				case pc.cite != nil:
					k = append(k, 0)
					k = append(k, refs.cites(pc.cite)...)
				case pc.note != "":
					k = append(k, 0)
					k = strconv.AppendInt(k, int64(p.notes), 10)
					k = strconv.AppendBool(k, p.inNote)
				case pc.refer != "":
					k = append(k, 0)
					k = append(k, refs.label(pc.refer, sp.language)...)
				}
			}
		}
	}
	s.key = k
	return k
}

// compose breaks p into lines and justifies them.
func (s *Setter) compose(p *passage, refs labels) *lines {
	set := &lines{}
	text := s.shaper.shape(p, refs)
	if len(s.shaper.missing) > 0 {
		set.missing = append([]missing(nil), s.shaper.missing...)
	}
	glyphs := s.shaper.glyphs
	if len(glyphs) == 0 {
		return set
	}
	cut := p.style.cut(p.spans[0].language)
	f := fill{
		measure: p.measure, indent: cut.Indent * cut.Size, em: cut.Size,
		align: p.style.Align, balanced: p.style.Balanced, taper: p.style.Taper,
		hyphenWidth: s.hyphenWidth(&glyphs[0]),
	}
	if f.indent > p.measure/3 {
		f.indent = 0
	}
	if p.hang != 0 {
		f.indent = -p.hang
	}
	if p.style.Grid && f.align == Justify && p.spans[0].language == language.ZH {
		f.align = Left // its squares are not spread
	}
	ends := s.breaker.lines(glyphs, f)
	j := justifier{glyphs: glyphs, text: text, align: f.align, fill: f, hyphen: s.hyphenWidth, set: set, faces: s.shaper.faces}
	j.lines(ends)
	set.targets = s.shaper.targets()
	set.notes = s.shaper.noted(ends)
	return set
}

// hyphenWidth returns the width of a hyphen in the face of g, or in its
// Latin face when g is none of a word.
func (s *Setter) hyphenWidth(g *glyph) float64 {
	id := g.face
	if g.class != letter {
		id = g.voice.latin()
	}
	return max(0, float64(s.shaper.faces.widths(id).em('-'))*g.size)
}

// forget drops sections that the last call of Set did not use, and kept lines
// once they outnumber those it did.
func (s *Setter) forget() {
	s.used = nil
	for id, k := range s.sections {
		if k.round != s.round {
			delete(s.sections, id)
		}
	}
	for id, k := range s.citing {
		if k.round != s.round {
			delete(s.citing, id)
		}
	}
	used := 0
	for _, k := range s.kept {
		if k.round == s.round {
			used++
		}
	}
	if len(s.kept) < 2*used+256 {
		return
	}
	for id, k := range s.kept {
		if k.round != s.round {
			delete(s.kept, id)
		}
	}
}
