package face

import (
	"errors"
	"slices"
	"strings"
	"unicode/utf16"
)

// The numbers of names that a cut face keeps (OpenType, name table).
const (
	copyrightName    = 0
	familyName       = 1
	styleName        = 2
	uniqueName       = 3
	fullName         = 4
	versionName      = 5
	postScriptName   = 6
	licenceName      = 13
	licenceURLName   = 14
	windowsPlatform  = 3
	windowsUnicode   = 1
	americanLanguage = 0x0409
)

// A nameTable holds English names by number.
type nameTable map[uint16]string

// names reads the English names of the face that a cut keeps. A face without
// a name table has none.
func (f *Face) names() (nameTable, error) {
	if _, ok := f.tables["name"]; !ok {
		return nil, nil
	}
	b, err := f.read("name", 6)
	if err != nil {
		return nil, err
	}
	names := nameTable{}
	store := int(be.Uint16(b[4:]))
	for i := range int(be.Uint16(b[2:])) {
		r := 6 + 12*i
		if r+12 > len(b) {
			return nil, errors.New("face: name table is cut off")
		}
		if be.Uint16(b[r:]) != windowsPlatform || be.Uint16(b[r+4:]) != americanLanguage {
			continue
		}
		number, length, off := be.Uint16(b[r+6:]), int(be.Uint16(b[r+8:])), int(be.Uint16(b[r+10:]))
		if number > postScriptName && number != licenceName && number != licenceURLName {
			continue
		}
		if store+off+length > len(b) {
			return nil, errors.New("face: name table is cut off")
		}
		units := make([]uint16, length/2)
		for j := range units {
			units[j] = be.Uint16(b[store+off+2*j:])
		}
		names[number] = string(utf16.Decode(units))
	}
	return names, nil
}

// Licence returns the copyright line and the licence line of the face; either
// is empty if the face has none.
func (f *Face) Licence() (copyright, licence string) {
	names, err := f.names()
	if err != nil {
		return "", ""
	}
	return names[copyrightName], names[licenceName]
}

// as returns the names of a face of another family under the same licence.
func (n nameTable) as(family string) nameTable {
	style := n[styleName]
	if style == "" {
		style = "Regular"
	}
	out := nameTable{
		familyName: family, styleName: style, uniqueName: family + " " + style,
		fullName: family + " " + style, versionName: n[versionName],
		postScriptName: strings.ReplaceAll(family, " ", "") + "-" + strings.ReplaceAll(style, " ", ""),
	}
	for _, k := range []uint16{copyrightName, licenceName, licenceURLName} {
		if n[k] != "" {
			out[k] = n[k]
		}
	}
	return out
}

// bytes writes the table, format 0, in order of the numbers.
func (n nameTable) bytes() []byte {
	numbers := make([]uint16, 0, len(n))
	for k := range n {
		numbers = append(numbers, k)
	}
	slices.Sort(numbers)
	out := be.AppendUint16([]byte{0, 0}, uint16(len(numbers)))
	out = be.AppendUint16(out, uint16(6+12*len(numbers)))
	var store []byte
	for _, k := range numbers {
		start := len(store)
		for _, u := range utf16.Encode([]rune(n[k])) {
			store = be.AppendUint16(store, u)
		}
		for _, v := range []uint16{
			windowsPlatform, windowsUnicode, americanLanguage, k, uint16(len(store) - start), uint16(start),
		} {
			out = be.AppendUint16(out, v)
		}
	}
	return append(out, store...)
}
