package theme

import (
	"bytes"
	"encoding/binary"

	"celun/app/typeset/face"
)

// lowEllipsis puts the dots of … on the line, as high as a full stop, in place.
// The faces have them in the middle of the line, which is right in Chinese text
// in print; in a window every “Save as…” would look wrong. A face of another
// make stays as it is. The checksums of the file are left as they were; the
// window does not read them.
func lowEllipsis(ttf []byte) []byte {
	f, err := face.Open(bytes.NewReader(ttf))
	if err != nil {
		return ttf
	}
	dots, stop := outlineOf(ttf, f, '…'), outlineOf(ttf, f, '.')
	if dots == nil || stop == nil {
		return ttf
	}
	at, ok := firstY(dots)
	if !ok {
		return ttf
	}
	be := binary.BigEndian
	const yMin, yMax = 4, 8 // of the box of a glyph
	down := be.Uint16(dots[yMin:]) - be.Uint16(stop[yMin:])
	// Each point is told from the one before: with the first all of them move.
	for _, i := range []int{yMin, yMax, at} {
		be.PutUint16(dots[i:], be.Uint16(dots[i:])-down)
	}
	return ttf
}

// outlineOf returns what the table glyf says of a character, or nil. See the
// chapters loca and glyf of the OpenType specification.
func outlineOf(ttf []byte, f *face.Face, r rune) []byte {
	be := binary.BigEndian
	head, loca, glyf := table(ttf, "head"), table(ttf, "loca"), table(ttf, "glyf")
	g := int(f.Glyph(r))
	if g == 0 || len(head) < 54 {
		return nil
	}
	var from, to uint64
	if be.Uint16(head[50:]) == 0 {
		if 2*g+4 > len(loca) {
			return nil
		}
		from, to = 2*uint64(be.Uint16(loca[2*g:])), 2*uint64(be.Uint16(loca[2*g+2:]))
	} else {
		if 4*g+8 > len(loca) {
			return nil
		}
		from, to = uint64(be.Uint32(loca[4*g:])), uint64(be.Uint32(loca[4*g+4:]))
	}
	if from+10 > to || to > uint64(len(glyf)) {
		return nil
	}
	return glyf[from:to]
}

// firstY returns where the height of the first point of a simple glyph stands,
// if it takes two bytes.
func firstY(glyph []byte) (at int, ok bool) {
	const (
		shortX, shortY = 0x02, 0x04
		repeat         = 0x08
		sameX, sameY   = 0x10, 0x20
	)
	be := binary.BigEndian
	contours := int(int16(be.Uint16(glyph)))
	at = 10 + 2*contours
	if contours <= 0 || at+2 > len(glyph) {
		return 0, false
	}
	points := int(be.Uint16(glyph[at-2:])) + 1
	at += 2 + int(be.Uint16(glyph[at:]))
	first, wide := byte(0), 0 // the flags of the first point; bytes of all x
	for i := 0; i < points; {
		if at+2 > len(glyph) {
			return 0, false
		}
		flags, n := glyph[at], 1
		at++
		if flags&repeat != 0 {
			n += int(glyph[at])
			at++
		}
		if i == 0 {
			first = flags
		}
		switch {
		case flags&shortX != 0:
			wide += n
		case flags&sameX == 0:
			wide += 2 * n
		}
		i += n
	}
	at += wide
	return at, first&(shortY|sameY) == 0 && at+2 <= len(glyph)
}
