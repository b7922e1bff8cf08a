// Package face reads TrueType faces: which glyph a character has, how wide it
// is, its outline, and a cut of the face that holds chosen characters only.
//
// A face is read in pieces where it lies, so that opening a file of 15 MB
// costs its character map and its widths and nothing more:
//
//	faces := face.NewSet(assets)                   // assets/fonts
//	f, err := faces.Face(face.SerifSC)
//	f.Advance(f.Glyph('数'))                        // 1000 of f.UnitsPerEm()
//
// A Face is immutable after Open and safe for concurrent use.
package face

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"sort"
)

// A GlyphID numbers a glyph within a face; 0 is the glyph for "missing".
type GlyphID uint16

// Metrics are the vertical measures of a face, in font units. Ascent and
// CapHeight are above the baseline, Descent is below it and positive.
type Metrics struct {
	UnitsPerEm, Ascent, Descent, CapHeight, XHeight int
}

// A Face is one TrueType face.
type Face struct {
	src     io.ReaderAt
	tables  map[string]table
	metrics Metrics
	glyphs  int
	widths  []byte // hmtx
	long    int    // number of full entries in hmtx
	groups  []group
	// longLoca says that the loca table has entries of four bytes.
	longLoca bool
}

type table struct{ offset, length int64 }

// A group maps the characters first to last to consecutive glyphs.
type group struct {
	first, last rune
	glyph       uint32
}

// maxTable bounds the size of a table that is read whole (bytes). The largest
// in our faces, the character map of LXGW WenKai, has under 1 MB.
const maxTable = 8 << 20

var be = binary.BigEndian

// Open reads the directory, character map and widths of a TrueType face with
// glyf outlines. Collections (TTC), CFF outlines and damaged files are errors.
func Open(src io.ReaderAt) (*Face, error) {
	var head [12]byte
	f := &Face{src: src}
	if err := f.readAt(head[:], 0); err != nil {
		return nil, fmt.Errorf("face: read header: %w", err)
	}
	switch v := be.Uint32(head[:]); v {
	case 0x00010000, 0x74727565: // "true"
	case 0x74746366:
		return nil, errors.New("face: a font collection (TTC), not a single TrueType face")
	case 0x4F54544F:
		return nil, errors.New("face: CFF outlines (OTF), not TrueType")
	default:
		return nil, errors.New("face: not a TrueType file")
	}
	n := int(be.Uint16(head[4:]))
	dir := make([]byte, 16*n)
	if err := f.readAt(dir, 12); err != nil {
		return nil, fmt.Errorf("face: read table directory: %w", err)
	}
	f.tables = make(map[string]table, n)
	for i := range n {
		e := dir[16*i:]
		f.tables[string(e[:4])] = table{int64(be.Uint32(e[8:])), int64(be.Uint32(e[12:]))}
	}
	if err := f.readMetrics(); err != nil {
		return nil, err
	}
	if err := f.readMap(); err != nil {
		return nil, err
	}
	return f, nil
}

// read returns a whole table, which must have at least min bytes.
func (f *Face) read(tag string, min int) ([]byte, error) {
	t, ok := f.tables[tag]
	if !ok {
		return nil, fmt.Errorf("face: no %s table", tag)
	}
	if t.length < int64(min) || t.length > maxTable {
		return nil, fmt.Errorf("face: %s table of %d bytes", tag, t.length)
	}
	if t.length > 0 { // no memory for what is not there
		if err := f.readAt(make([]byte, 1), t.offset+t.length-1); err != nil {
			return nil, fmt.Errorf("face: read %s: %w", tag, err)
		}
	}
	b := make([]byte, t.length)
	if err := f.readAt(b, t.offset); err != nil {
		return nil, fmt.Errorf("face: read %s: %w", tag, err)
	}
	return b, nil
}

func (f *Face) readMetrics() error {
	head, err := f.read("head", 54)
	if err != nil {
		return err
	}
	hhea, err := f.read("hhea", 36)
	if err != nil {
		return err
	}
	maxp, err := f.read("maxp", 6)
	if err != nil {
		return err
	}
	f.longLoca = be.Uint16(head[50:]) == 1
	f.glyphs = int(be.Uint16(maxp[4:]))
	f.long = int(be.Uint16(hhea[34:]))
	f.metrics = Metrics{
		UnitsPerEm: int(be.Uint16(head[18:])),
		Ascent:     int(int16(be.Uint16(hhea[4:]))),
		Descent:    -int(int16(be.Uint16(hhea[6:]))),
	}
	if f.metrics.UnitsPerEm == 0 || f.long == 0 || f.long > f.glyphs {
		return errors.New("face: impossible metrics")
	}
	f.metrics.CapHeight, f.metrics.XHeight = f.metrics.UnitsPerEm*7/10, f.metrics.UnitsPerEm/2
	if os2, err := f.read("OS/2", 90); err == nil && be.Uint16(os2) >= 2 {
		if x, c := int(int16(be.Uint16(os2[86:]))), int(int16(be.Uint16(os2[88:]))); x > 0 && c > 0 {
			f.metrics.XHeight, f.metrics.CapHeight = x, c
		}
	}
	f.widths, err = f.read("hmtx", 4*f.long)
	return err
}

// readMap reads the best Unicode character map: format 12 (all planes), else
// format 4 (the first plane).
func (f *Face) readMap() error {
	b, err := f.read("cmap", 4)
	if err != nil {
		return err
	}
	var best []byte
	for i := range int(be.Uint16(b[2:])) {
		if 4+8*i+8 > len(b) {
			break
		}
		platform, encoding, off := be.Uint16(b[4+8*i:]), be.Uint16(b[6+8*i:]), int(be.Uint32(b[8+8*i:]))
		if off+16 > len(b) || (platform != 3 && platform != 0) {
			continue
		}
		switch format := be.Uint16(b[off:]); {
		case format == 12:
			return f.readFormat12(b[off:])
		case format == 4 && (platform == 0 || encoding == 1):
			best = b[off:]
		}
	}
	if best == nil {
		return errors.New("face: no Unicode character map")
	}
	return f.readFormat4(best)
}

func (f *Face) readFormat12(b []byte) error {
	n := int(be.Uint32(b[12:]))
	if n < 0 || n > (len(b)-16)/12 {
		return errors.New("face: character map cut off")
	}
	f.groups = make([]group, 0, n)
	for i := range n {
		g := b[16+12*i:]
		first, last := be.Uint32(g), be.Uint32(g[4:])
		if first > last || last > 0x10FFFF {
			return errors.New("face: character map damaged")
		}
		f.groups = append(f.groups, group{rune(first), rune(last), be.Uint32(g[8:])})
	}
	if !sort.SliceIsSorted(f.groups, func(i, j int) bool { return f.groups[i].last < f.groups[j].last }) {
		return errors.New("face: character map out of order")
	}
	return nil
}

func (f *Face) readFormat4(b []byte) error {
	n := int(be.Uint16(b[6:])) / 2
	if 16+8*n > len(b) {
		return errors.New("face: character map cut off")
	}
	ends, starts := b[14:], b[16+2*n:]
	deltas, offsets := b[16+4*n:], b[16+6*n:]
	add := func(r rune, glyph uint32) {
		if k := len(f.groups); k > 0 {
			if g := &f.groups[k-1]; g.last+1 == r && g.glyph+uint32(r-g.first) == glyph {
				g.last = r
				return
			}
		}
		f.groups = append(f.groups, group{r, r, glyph})
	}
	previous := -1
	for i := range n {
		start, end := int(be.Uint16(starts[2*i:])), int(be.Uint16(ends[2*i:]))
		if start <= previous || end < start {
			return errors.New("face: character map out of order")
		}
		previous = end
		delta, off := be.Uint16(deltas[2*i:]), int(be.Uint16(offsets[2*i:]))
		for c := start; c <= end && c < 0xFFFF; c++ {
			g := uint16(c)
			if off != 0 {
				at := 2*i + off + 2*(c-start)
				if at+2 > len(offsets) {
					return errors.New("face: character map cut off")
				}
				if g = be.Uint16(offsets[at:]); g == 0 {
					continue
				}
			}
			if g += delta; g != 0 {
				add(rune(c), uint32(g))
			}
		}
	}
	return nil
}

// Glyph returns the glyph of r, or 0 if the face has none.
func (f *Face) Glyph(r rune) GlyphID {
	i := sort.Search(len(f.groups), func(i int) bool { return f.groups[i].last >= r })
	if i == len(f.groups) || r < f.groups[i].first {
		return 0
	}
	g := f.groups[i].glyph + uint32(r-f.groups[i].first)
	if int(g) >= f.glyphs {
		return 0
	}
	return GlyphID(g)
}

// Advance returns the advance width of a glyph in font units.
func (f *Face) Advance(g GlyphID) int {
	i := min(int(g), f.long-1)
	return int(be.Uint16(f.widths[4*i:]))
}

// Metrics returns the vertical measures of the face.
func (f *Face) Metrics() Metrics { return f.metrics }

// UnitsPerEm returns how many font units make an em.
func (f *Face) UnitsPerEm() int { return f.metrics.UnitsPerEm }
