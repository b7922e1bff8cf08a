package face

import (
	"errors"
	"fmt"
	"io"
)

const (
	// maxGlyph bounds the data of one glyph (bytes). The largest in our
	// faces has under 10 kB.
	maxGlyph = 256 << 10
	// maxDepth bounds how deep composite glyphs may nest. Our faces use 3.
	maxDepth = 8
)

// Flags of a component of a composite glyph (OpenType, glyf table).
const (
	argsAreWords      = 0x0001
	argsAreOffsets    = 0x0002
	haveScale         = 0x0008
	moreComponents    = 0x0020
	haveTwoScales     = 0x0040
	haveMatrix        = 0x0080
	scaleTheseOffsets = 0x0800
)

// readAt fills b from offset off of the file.
func (f *Face) readAt(b []byte, off int64) error {
	n, err := f.src.ReadAt(b, off)
	if n == len(b) { // a reader may say EOF together with the last bytes
		return nil
	}
	if err == nil || errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// glyphData returns the entry of a glyph in the glyf table; it is empty for a
// glyph without outline, such as a space.
func (f *Face) glyphData(g GlyphID) ([]byte, error) {
	if int(g) >= f.glyphs {
		return nil, fmt.Errorf("face: no glyph %d", g)
	}
	loca, glyf := f.tables["loca"], f.tables["glyf"]
	entry := int64(2)
	if f.longLoca {
		entry = 4
	}
	if (int64(g)+2)*entry > loca.length {
		return nil, fmt.Errorf("face: glyph %d is beyond the loca table", g)
	}
	var b [8]byte
	if err := f.readAt(b[:2*entry], loca.offset+int64(g)*entry); err != nil {
		return nil, fmt.Errorf("face: read loca: %w", err)
	}
	start, end := int64(be.Uint32(b[:])), int64(be.Uint32(b[4:]))
	if !f.longLoca {
		start, end = 2*int64(be.Uint16(b[:])), 2*int64(be.Uint16(b[2:]))
	}
	if start > end || end > glyf.length || end-start > maxGlyph {
		return nil, fmt.Errorf("face: glyph %d is out of range", g)
	}
	if start == end {
		return nil, nil
	}
	data := make([]byte, end-start)
	if err := f.readAt(data, glyf.offset+start); err != nil {
		return nil, fmt.Errorf("face: read glyph %d: %w", g, err)
	}
	if len(data) < 10 {
		return nil, fmt.Errorf("face: glyph %d is cut off", g)
	}
	if len(data) > 12 && [10]byte(data) == [10]byte{} {
		return nil, fmt.Errorf("face: glyph %d is blank: the file has a hole", g)
	}
	return data, nil
}

// isComposite reports whether glyph data is made of other glyphs.
func isComposite(data []byte) bool { return len(data) >= 10 && int16(be.Uint16(data)) < 0 }

// A component is one part of a composite glyph.
type component struct {
	at    int // where its glyph id stands in the data
	flags uint16
	glyph GlyphID
	// The arguments: an offset in font units, or the numbers of two points
	// that are to fall on each other.
	arg1, arg2     int
	xx, yx, xy, yy float64 // matrix: x' = xx·x + xy·y, y' = yx·x + yy·y
}

// components reads the parts of a composite glyph.
func components(data []byte) ([]component, error) {
	cut := errors.New("face: composite glyph is cut off")
	var list []component
	for p := 10; ; {
		if p+4 > len(data) {
			return nil, cut
		}
		c := component{at: p + 2, flags: be.Uint16(data[p:]), glyph: GlyphID(be.Uint16(data[p+2:])), xx: 1, yy: 1}
		p += 4
		size := 2
		if c.flags&argsAreWords != 0 {
			size = 4
		}
		args := p
		p += size
		scales := 0
		switch {
		case c.flags&haveScale != 0:
			scales = 1
		case c.flags&haveTwoScales != 0:
			scales = 2
		case c.flags&haveMatrix != 0:
			scales = 4
		}
		if p+2*scales > len(data) {
			return nil, cut
		}
		c.readArguments(data[args:p])
		f2dot14 := func(i int) float64 { return float64(int16(be.Uint16(data[p+2*i:]))) / 16384 }
		switch scales {
		case 1:
			c.xx = f2dot14(0)
			c.yy = c.xx
		case 2:
			c.xx, c.yy = f2dot14(0), f2dot14(1)
		case 4:
			c.xx, c.yx, c.xy, c.yy = f2dot14(0), f2dot14(1), f2dot14(2), f2dot14(3)
		}
		p += 2 * scales
		list = append(list, c)
		if c.flags&moreComponents == 0 {
			return list, nil
		}
	}
}

// readArguments reads two bytes or two words, signed if they are offsets.
func (c *component) readArguments(b []byte) {
	switch words, offsets := len(b) == 4, c.flags&argsAreOffsets != 0; {
	case words && offsets:
		c.arg1, c.arg2 = int(int16(be.Uint16(b))), int(int16(be.Uint16(b[2:])))
	case words:
		c.arg1, c.arg2 = int(be.Uint16(b)), int(be.Uint16(b[2:]))
	case offsets:
		c.arg1, c.arg2 = int(int8(b[0])), int(int8(b[1]))
	default:
		c.arg1, c.arg2 = int(b[0]), int(b[1])
	}
}

// bearing returns the left side bearing of a glyph in font units.
func (f *Face) bearing(g GlyphID) int {
	at := 4*int(g) + 2
	if int(g) >= f.long {
		at = 4*f.long + 2*(int(g)-f.long)
	}
	if at+2 > len(f.widths) {
		return 0
	}
	return int(int16(be.Uint16(f.widths[at:])))
}
