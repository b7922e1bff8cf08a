package face

import (
	"slices"
)

// A pair maps a character of a cut face to its glyph there.
type pair struct {
	code  rune
	glyph GlyphID
}

// build puts the tables of a cut face together.
func (c *cutter) build(pairs []pair, names nameTable) ([]byte, error) {
	f := c.face
	glyf, places, err := c.outlines()
	if err != nil {
		return nil, err
	}
	loca, format := locations(places)
	hmtx, full := c.metrics()
	tables := map[string][]byte{
		"glyf": glyf, "loca": loca, "hmtx": hmtx,
		"cmap": characterMap(pairs), "name": names.bytes(), "post": f.post(),
	}
	for tag, min := range map[string]int{"head": 54, "hhea": 36, "maxp": 6} {
		if tables[tag], err = f.read(tag, min); err != nil {
			return nil, err
		}
	}
	be.PutUint32(tables["head"][8:], 0) // the checksum of the whole, filled in last
	be.PutUint16(tables["head"][50:], format)
	if names == nil && c.boxed {
		for i, v := range c.box {
			be.PutUint16(tables["head"][36+2*i:], uint16(v))
		}
	}
	be.PutUint16(tables["hhea"][34:], full)
	be.PutUint16(tables["maxp"][4:], uint16(len(c.order)))
	if os2, err := f.read("OS/2", 78); err == nil {
		first, last := rune(0xFFFF), rune(0)
		if len(pairs) > 0 {
			first, last = min(pairs[0].code, 0xFFFF), min(pairs[len(pairs)-1].code, 0xFFFF)
		}
		be.PutUint16(os2[64:], uint16(first))
		be.PutUint16(os2[66:], uint16(last))
		tables["OS/2"] = os2
	}
	for _, tag := range []string{"cvt ", "fpgm", "prep"} {
		if _, ok := f.tables[tag]; !ok {
			continue
		}
		if tables[tag], err = f.read(tag, 0); err != nil {
			return nil, err
		}
	}
	return assemble(tables), nil
}

// post returns a post table without glyph names.
func (f *Face) post() []byte {
	post := make([]byte, 32)
	if whole, err := f.read("post", 32); err == nil {
		copy(post[4:16], whole[4:16]) // slope, underline, fixed pitch
	}
	be.PutUint32(post, 0x00030000)
	return post
}

// characterMap returns a cmap table: format 4 for the first plane and, if
// there are characters beyond it (or too many for format 4), format 12.
func characterMap(pairs []pair) []byte {
	type segment struct {
		first, last rune
		glyph       GlyphID
	}
	var all []segment
	low := 0 // segments of the first plane
	for _, p := range pairs {
		if k := len(all); k > 0 {
			s := &all[k-1]
			if s.last+1 == p.code && p.code != 0x10000 && int(s.glyph)+int(p.code-s.first) == int(p.glyph) {
				s.last = p.code
				continue
			}
		}
		all = append(all, segment{p.code, p.code, p.glyph})
		if p.code <= 0xFFFF {
			low = len(all)
		}
	}
	const most4 = (0xFFFF-16)/8 - 1 // the length field of format 4 has two bytes
	type subtable struct {
		encoding uint16
		data     []byte
	}
	var subtables []subtable
	if low <= most4 {
		segments := append(slices.Clone(all[:low]), segment{0xFFFF, 0xFFFF, 0})
		n := len(segments)
		b := make([]byte, 16+8*n)
		be.PutUint16(b, 4)
		be.PutUint16(b[2:], uint16(len(b)))
		be.PutUint16(b[6:], uint16(2*n))
		entry, power := 0, 1
		for 2*power <= n {
			power *= 2
			entry++
		}
		be.PutUint16(b[8:], uint16(2*power))
		be.PutUint16(b[10:], uint16(entry))
		be.PutUint16(b[12:], uint16(2*(n-power)))
		for i, s := range segments {
			be.PutUint16(b[14+2*i:], uint16(s.last))
			be.PutUint16(b[16+2*n+2*i:], uint16(s.first))
			be.PutUint16(b[16+4*n+2*i:], uint16(s.glyph)-uint16(s.first))
		}
		subtables = append(subtables, subtable{1, b})
	}
	if low < len(all) || low > most4 {
		b := make([]byte, 16+12*len(all))
		be.PutUint16(b, 12)
		be.PutUint32(b[4:], uint32(len(b)))
		be.PutUint32(b[12:], uint32(len(all)))
		for i, s := range all {
			be.PutUint32(b[16+12*i:], uint32(s.first))
			be.PutUint32(b[20+12*i:], uint32(s.last))
			be.PutUint32(b[24+12*i:], uint32(s.glyph))
		}
		subtables = append(subtables, subtable{10, b})
	}
	out := be.AppendUint16([]byte{0, 0}, uint16(len(subtables)))
	at := 4 + 8*len(subtables)
	for _, s := range subtables {
		out = be.AppendUint16(out, 3) // Windows, whose encodings 1 and 10 are Unicode
		out = be.AppendUint16(out, s.encoding)
		out = be.AppendUint32(out, uint32(at))
		at += len(s.data)
	}
	for _, s := range subtables {
		out = append(out, s.data...)
	}
	return out
}

// assemble writes the file: directory, tables, checksums.
func assemble(tables map[string][]byte) []byte {
	tags := make([]string, 0, len(tables))
	size := 12
	for tag, t := range tables {
		tags = append(tags, tag)
		size += 16 + (len(t)+3)&^3
	}
	slices.Sort(tags)
	out := make([]byte, 12, size)
	be.PutUint32(out, 0x00010000)
	n, power, entry := len(tags), 1, 0
	for 2*power <= n {
		power *= 2
		entry++
	}
	be.PutUint16(out[4:], uint16(n))
	be.PutUint16(out[6:], uint16(16*power))
	be.PutUint16(out[8:], uint16(entry))
	be.PutUint16(out[10:], uint16(16*(n-power)))
	at := 12 + 16*n
	for _, tag := range tags {
		t := tables[tag]
		out = append(out, tag...)
		out = be.AppendUint32(out, checksum(t))
		out = be.AppendUint32(out, uint32(at))
		out = be.AppendUint32(out, uint32(len(t)))
		at += (len(t) + 3) &^ 3
	}
	head := 0
	for _, tag := range tags {
		if tag == "head" {
			head = len(out)
		}
		out = append(out, tables[tag]...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	be.PutUint32(out[head+8:], 0xB1B0AFBA-checksum(out))
	return out
}

// checksum adds up a table in words of four bytes (OpenType, font file).
func checksum(b []byte) (sum uint32) {
	for len(b) >= 4 {
		sum += be.Uint32(b)
		b = b[4:]
	}
	var last [4]byte
	copy(last[:], b)
	return sum + be.Uint32(last[:])
}
