package theme

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"

	"celun/app/typeset/face"
)

// likeCut makes the curly quotes of the whole face, in place, as wide as those of
// the cut: a window sets both languages in one face, and an English apostrophe
// must not leave a hole of half an em. The checksums of the file are left as
// they were; the window does not read them.
func likeCut(whole, cut []byte) ([]byte, error) {
	narrow, narrowGlyph, err := metrics(cut)
	if err != nil {
		return nil, err
	}
	wide, wideGlyph, err := metrics(whole)
	if err != nil {
		return nil, err
	}
	for _, quote := range "‘’“”" {
		from, to := 4*int(narrowGlyph(quote)), 4*int(wideGlyph(quote))
		if from+4 > len(narrow) || to+4 > len(wide) {
			return nil, fmt.Errorf("no metrics of %c", quote)
		}
		copy(wide[to:to+4], narrow[from:from+4])
	}
	return whole, nil
}

// metrics returns the full entries of the hmtx table of a face, four bytes for
// a glyph, and where the glyph of a character is in it. See the chapters hhea
// and hmtx of the OpenType specification.
func metrics(ttf []byte) ([]byte, func(rune) uint16, error) {
	f, err := face.Open(bytes.NewReader(ttf))
	if err != nil {
		return nil, nil, err
	}
	hhea, hmtx := table(ttf, "hhea"), table(ttf, "hmtx")
	if len(hhea) < 36 {
		return nil, nil, errors.New("no hhea table")
	}
	n := 4 * int(binary.BigEndian.Uint16(hhea[34:]))
	if n > len(hmtx) {
		return nil, nil, errors.New("the hmtx table is short")
	}
	return hmtx[:n], func(r rune) uint16 { return uint16(f.Glyph(r)) }, nil
}

// table returns a table of a font file, or nil.
func table(ttf []byte, tag string) []byte {
	be := binary.BigEndian
	if len(ttf) < 12 {
		return nil
	}
	for i := range int(be.Uint16(ttf[4:])) {
		if 28+16*i > len(ttf) {
			return nil
		}
		entry := ttf[12+16*i : 28+16*i]
		if string(entry[:4]) != tag {
			continue
		}
		at, n := uint64(be.Uint32(entry[8:])), uint64(be.Uint32(entry[12:]))
		if at+n > uint64(len(ttf)) {
			return nil
		}
		return ttf[at : at+n]
	}
	return nil
}
