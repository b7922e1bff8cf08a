package pdf

import (
	"encoding/binary"
	"math"
	"unicode/utf16"
)

// colourSpace is the name of the colour space of all our colours.
const colourSpace = "sRGB IEC61966-2.1"

// sRGB returns an ICC profile, version 4.2 (ICC.1:2004-10), of the colour
// space sRGB: its primaries adapted to D50 and its curve as a formula, in
// under 600 bytes. It is made here so that no foreign file is passed on.
func sRGB() []byte {
	be := binary.BigEndian
	fixed := func(b []byte, values ...float64) []byte {
		for _, v := range values {
			b = be.AppendUint32(b, uint32(int32(math.Round(v*65536))))
		}
		return b
	}
	head := func(kind string) []byte { return append([]byte(kind), 0, 0, 0, 0) }
	text := func(s string) []byte {
		units := utf16.Encode([]rune(s))
		b := head("mluc")
		for _, v := range []uint32{1, 12, 'e'<<24 | 'n'<<16 | 'U'<<8 | 'S', uint32(2 * len(units)), 28} {
			b = be.AppendUint32(b, v)
		}
		for _, u := range units {
			b = be.AppendUint16(b, u)
		}
		return b
	}
	xyz := func(x, y, z float64) []byte { return fixed(head("XYZ "), x, y, z) }
	// IEC 61966-2-1: y = ((x+0.055)/1.055)^2.4, and x/12.92 up to 0.04045.
	curve := fixed(append(head("para"), 0, 3, 0, 0), 2.4, 1/1.055, 0.055/1.055, 1/12.92, 0.04045)
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", text(colourSpace)},
		{"cprt", text("CC0")},
		{"wtpt", xyz(0.9642, 1, 0.8249)},
		// Bradford's adaptation of D65 to D50.
		{"chad", fixed(head("sf32"), 1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01506, 0.75179)},
		{"rXYZ", xyz(0.43607, 0.22249, 0.01392)},
		{"gXYZ", xyz(0.38515, 0.71687, 0.09708)},
		{"bXYZ", xyz(0.14307, 0.06061, 0.71410)},
		{"rTRC", curve},
		{"gTRC", curve},
		{"bTRC", curve},
	}
	const header, entry = 128, 12
	out := make([]byte, header, 640)
	copy(out[8:], "\x04\x20\x00\x00mntrRGB XYZ ")
	for i, v := range []uint16{2026, 11, 22, 0, 0, 0} { // when the profile was made up
		be.PutUint16(out[24+2*i:], v)
	}
	copy(out[36:], "acsp")
	copy(out[68:], fixed(nil, 0.9642, 1, 0.8249))
	out = be.AppendUint32(out, uint32(len(tags)))
	var data []byte
	at := map[string]int{} // equal tags share their data
	for _, t := range tags {
		off, ok := at[string(t.data)]
		if !ok {
			off = header + 4 + entry*len(tags) + len(data)
			at[string(t.data)] = off
			data = append(data, t.data...)
			for len(data)%4 != 0 {
				data = append(data, 0)
			}
		}
		out = append(out, t.name...)
		out = be.AppendUint32(out, uint32(off))
		out = be.AppendUint32(out, uint32(len(t.data)))
	}
	out = append(out, data...)
	be.PutUint32(out, uint32(len(out)))
	return out
}
