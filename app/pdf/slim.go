package pdf

import "encoding/binary"

// slim returns a TrueType file with nothing in it but what a PDF needs of a
// font whose glyphs are addressed by number (PDF 1.7, 9.9): outlines, their
// measures and, where there are instructions, what those need. What is no
// TrueType file as we build them is returned as it is.
func slim(cut []byte) []byte {
	be := binary.BigEndian
	tables := tablesOf(cut)
	keep := []string{"glyf", "head", "hhea", "hmtx", "loca", "maxp"}
	if _, ok := tables["fpgm"]; ok {
		keep = []string{"cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"}
	}
	if len(tables["head"]) < 54 || len(tables["glyf"]) == 0 {
		return cut
	}
	var names []string
	for _, tag := range keep {
		if _, ok := tables[tag]; ok {
			names = append(names, tag)
		}
	}
	power, log := 1, 0
	for 2*power <= len(names) {
		power, log = 2*power, log+1
	}
	out := make([]byte, 12+16*len(names), len(cut))
	be.PutUint32(out, 0x00010000)
	for i, v := range []int{len(names), 16 * power, log, 16 * (len(names) - power)} {
		be.PutUint16(out[4+2*i:], uint16(v))
	}
	for i, tag := range names {
		at := 12 + 16*i
		copy(out[at:], tag)
		be.PutUint32(out[at+4:], sum(tables[tag]))
		be.PutUint32(out[at+8:], uint32(len(out)))
		be.PutUint32(out[at+12:], uint32(len(tables[tag])))
		out = append(out, tables[tag]...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	return out
}

// tablesOf returns the tables of a TrueType file; of a damaged one, none.
func tablesOf(file []byte) map[string][]byte {
	be := binary.BigEndian
	tables := map[string][]byte{}
	if len(file) < 12 {
		return nil
	}
	for i := range int(be.Uint16(file[4:])) {
		at := 12 + 16*i
		if at+16 > len(file) {
			return nil
		}
		off, n := int64(be.Uint32(file[at+8:])), int64(be.Uint32(file[at+12:]))
		if off+n > int64(len(file)) {
			return nil
		}
		tables[string(file[at:at+4])] = file[off : off+n]
	}
	return tables
}

// sum adds up a table in words of four bytes (OpenType, font file).
func sum(b []byte) uint32 {
	var total uint32
	for len(b) >= 4 {
		total += binary.BigEndian.Uint32(b)
		b = b[4:]
	}
	var last [4]byte
	copy(last[:], b)
	return total + binary.BigEndian.Uint32(last[:])
}
