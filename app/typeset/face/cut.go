package face

import (
	"errors"
	"fmt"
	"slices"
)

// A Mapping gives a cut face the character Code, shown with the glyph that
// the whole face has for Rune. The two are equal but where a reader of the
// cut face cannot take the true character.
type Mapping struct{ Code, Rune rune }

// maxCut bounds the outlines of a cut face (bytes); the largest whole face
// that we have holds 15 MB of them.
const maxCut = 64 << 20

// Cut returns a TrueType file with the glyphs of these characters only, under
// the names and licence of the face. A character that the face does not have
// is an error. The same characters give the same bytes, in whatever order.
func (f *Face) Cut(runes []rune) ([]byte, error) {
	names, err := f.names()
	if err != nil {
		return nil, err
	}
	return f.cut(same(runes), names)
}

// CutAs is [Face.Cut] with another family name: the licence of a face may
// reserve its name for the face as its makers made it. The copyright and
// licence records stay.
func (f *Face) CutAs(runes []rune, family string) ([]byte, error) {
	names, err := f.names()
	if err != nil {
		return nil, err
	}
	return f.cut(same(runes), names.as(family))
}

// CutMap returns a face whose characters are the codes of m, for embedding in
// a document. Its box is that of its glyphs: Poppler, for one, sets faces with
// a high box on whole pixels. Its glyph i (from 1) is the one of the i-th code in ascending
// order. It has no names: the document says what face it is.
func (f *Face) CutMap(m []Mapping) ([]byte, error) {
	return f.cut(slices.Clone(m), nil)
}

func same(runes []rune) []Mapping {
	m := make([]Mapping, len(runes))
	for i, r := range runes {
		m[i] = Mapping{r, r}
	}
	return m
}

func (f *Face) cut(m []Mapping, names nameTable) ([]byte, error) {
	slices.SortFunc(m, func(a, b Mapping) int { return int(a.Code) - int(b.Code) })
	m = slices.Compact(m)
	c := cutter{face: f, order: []GlyphID{0}, new: map[GlyphID]GlyphID{0: 0}, parts: map[GlyphID][]GlyphID{}}
	pairs := make([]pair, 0, len(m))
	for i, x := range m {
		if i > 0 && m[i-1].Code == x.Code {
			return nil, fmt.Errorf("face: two characters for code %U", x.Code)
		}
		if x.Code < 0 || x.Code > 0x10FFFF || x.Code == 0xFFFF {
			return nil, fmt.Errorf("face: no such code %U", x.Code)
		}
		g := f.Glyph(x.Rune)
		if g == 0 {
			return nil, fmt.Errorf("face: no glyph for %q (%U)", x.Rune, x.Rune)
		}
		// Glyph i belongs to code i, so a glyph that two codes share is
		// there twice; components follow after all of them.
		if len(c.order) > 0xFFFE {
			return nil, errors.New("face: too many characters for one cut")
		}
		pairs = append(pairs, pair{x.Code, GlyphID(len(c.order))})
		c.order = append(c.order, g)
		if _, ok := c.new[g]; !ok {
			c.new[g] = GlyphID(len(c.order) - 1)
		}
	}
	return c.build(pairs, names)
}

// A cutter collects the glyphs of a cut face. order holds their numbers in
// the whole face, new the way back.
type cutter struct {
	face  *Face
	order []GlyphID
	new   map[GlyphID]GlyphID
	parts map[GlyphID][]GlyphID // of composites, in new numbers
	box   [4]int16              // xMin, yMin, xMax and yMax over all glyphs with an outline
	boxed bool
}

// widen has the box of the face hold that of a glyph.
func (c *cutter) widen(data []byte) {
	if len(data) < 10 {
		return
	}
	for i := range c.box {
		v := int16(be.Uint16(data[2+2*i:]))
		if !c.boxed || i < 2 && v < c.box[i] || i >= 2 && v > c.box[i] {
			c.box[i] = v
		}
	}
	c.boxed = true
}

// add returns the new number of a glyph, giving it one if it has none.
func (c *cutter) add(g GlyphID) (GlyphID, error) {
	if n, ok := c.new[g]; ok {
		return n, nil
	}
	if len(c.order) > 0xFFFE {
		return 0, errors.New("face: too many glyphs for one cut")
	}
	n := GlyphID(len(c.order))
	c.order = append(c.order, g)
	c.new[g] = n
	return n, nil
}

// outlines copies the glyphs into a new glyf table; places holds where each
// begins there, all of them even, and the end. Components of composites join
// the order as they are met.
func (c *cutter) outlines() (glyf []byte, places []uint32, err error) {
	f := c.face
	for i := 0; i < len(c.order); i++ {
		g := c.order[i]
		data, err := f.glyphData(g)
		if err != nil {
			return nil, nil, err
		}
		if isComposite(data) {
			if err := c.renumber(GlyphID(i), data); err != nil {
				return nil, nil, err
			}
		}
		c.widen(data)
		places = append(places, uint32(len(glyf)))
		glyf = append(glyf, data...)
		if len(glyf)%2 != 0 {
			glyf = append(glyf, 0)
		}
		if len(glyf) > maxCut {
			return nil, nil, errors.New("face: outlines too large")
		}
	}
	return glyf, append(places, uint32(len(glyf))), c.checkNesting()
}

// locations returns the loca table of these places, and its format: 0, which
// keeps the half of each in two bytes, where that reaches, and else 1.
func locations(places []uint32) (loca []byte, format uint16) {
	if places[len(places)-1]/2 <= 0xFFFF {
		for _, p := range places {
			loca = be.AppendUint16(loca, uint16(p/2))
		}
		return loca, 0
	}
	for _, p := range places {
		loca = be.AppendUint32(loca, p)
	}
	return loca, 1
}

// metrics returns the hmtx table and how many of its glyphs have an advance
// there. The glyphs after them share the advance of the last, as all hanzi do,
// and have a bearing only.
func (c *cutter) metrics() (hmtx []byte, full uint16) {
	f, n := c.face, len(c.order)
	for n > 1 && f.Advance(c.order[n-1]) == f.Advance(c.order[n-2]) {
		n--
	}
	for i, g := range c.order {
		if i < n {
			hmtx = be.AppendUint16(hmtx, uint16(f.Advance(g)))
		}
		hmtx = be.AppendUint16(hmtx, uint16(int16(f.bearing(g))))
	}
	return hmtx, uint16(n)
}

// renumber gives the components of glyph n their new numbers.
func (c *cutter) renumber(n GlyphID, data []byte) error {
	parts, err := components(data)
	if err != nil {
		return err
	}
	for _, p := range parts {
		part, err := c.add(p.glyph)
		if err != nil {
			return err
		}
		be.PutUint16(data[p.at:], uint16(part))
		c.parts[n] = append(c.parts[n], part)
	}
	return nil
}

// checkNesting reports composites that contain themselves or nest too deep:
// whoever draws the cut face might follow them for ever.
func (c *cutter) checkNesting() error {
	const onTheWay = -1
	heights := map[GlyphID]int{}
	var height func(g GlyphID) (int, error)
	height = func(g GlyphID) (int, error) {
		parts, ok := c.parts[g]
		if !ok {
			return 0, nil
		}
		if h, ok := heights[g]; ok && h != onTheWay {
			return h, nil
		} else if ok {
			return 0, fmt.Errorf("face: glyph %d contains itself", c.order[g])
		}
		heights[g] = onTheWay
		most := 0
		for _, p := range parts {
			h, err := height(p)
			if err != nil {
				return 0, err
			}
			most = max(most, h)
		}
		if most >= maxDepth {
			return 0, fmt.Errorf("face: glyph %d nests too deep", c.order[g])
		}
		heights[g] = most + 1
		return most + 1, nil
	}
	for g := range c.parts {
		if _, err := height(g); err != nil {
			return err
		}
	}
	return nil
}
