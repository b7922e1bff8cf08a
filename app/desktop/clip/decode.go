//go:build !ci && (windows || linux)

package clip

import (
	"bytes"
	"unicode/utf16"
)

// decode returns text that is in UTF-8, or in UTF-16 as some programs give
// their HTML.
func decode(data []byte) string {
	data = bytes.TrimRight(data, "\x00")
	little := bytes.HasPrefix(data, []byte{0xff, 0xfe})
	if !little && !bytes.HasPrefix(data, []byte{0xfe, 0xff}) {
		return string(data)
	}
	units := make([]uint16, 0, len(data)/2)
	for i := 2; i+1 < len(data); i += 2 {
		u := uint16(data[i]) | uint16(data[i+1])<<8
		if !little {
			u = u>>8 | u<<8
		}
		units = append(units, u)
	}
	return string(utf16.Decode(units))
}
