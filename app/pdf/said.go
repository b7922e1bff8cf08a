package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"celun/app/pdf/object"
)

// A Saying is a text that a PDF holds for a reader: what a page shows, or
// what stands behind it, as a bookmark, an alternative text or a
// title.
type Saying struct {
	Page int    // from 1; 0 is not on a page
	Kind string // of what is not on a page: the name of its entry, as Title or Alt
	Text string
}

// mostSaid bounds what a stream may unpack to (bytes).
const mostSaid = 64 << 20

// Said reads all the texts out of a PDF that [Write] made without a password:
// those of the pages by the operators that show them and by the fonts' own
// maps, which is stricter than what a reader for people shows, and those
// behind them wherever they stand in the file.
func Said(data []byte) ([]Saying, error) {
	f, err := object.Read(data)
	if err != nil {
		return nil, err
	}
	pages, err := f.Pages()
	if err != nil {
		return nil, err
	}
	var all []Saying
	for n, p := range pages {
		text, err := pageText(f, p)
		if err != nil {
			return nil, fmt.Errorf("pdf: page %d: %w", n+1, err)
		}
		all = append(all, Saying{Page: n + 1, Text: text})
	}
	for _, v := range f.Objects {
		all = append(all, behind(f, v, 0)...)
	}
	return all, nil
}

// behind returns the texts for a reader in v, without what it refers to.
func behind(f *object.File, v object.Value, depth int) []Saying {
	if depth > 32 {
		return nil
	}
	var all []Saying
	switch v := v.(type) {
	case object.Array:
		for _, one := range v {
			all = append(all, behind(f, one, depth+1)...)
		}
	case object.Dict:
		for _, key := range []object.Name{"Title", "Alt", "ActualText", "E", "Subject", "Keywords", "Contents", "TU"} {
			if s, ok := f.Get(v[key]).(object.String); ok && s != "" {
				all = append(all, Saying{Kind: string(key), Text: textString(s)})
			}
		}
		for _, one := range v {
			if _, refers := one.(object.Ref); !refers {
				all = append(all, behind(f, one, depth+1)...)
			}
		}
	case *object.Stream:
		return behind(f, v.Dict, depth+1)
	}
	return all
}

// textString returns the text of a text string.
func textString(s object.String) string {
	b := []byte(s)
	if !bytes.HasPrefix(b, []byte{0xFE, 0xFF}) {
		return string(s)
	}
	var units []uint16
	for i := 2; i+1 < len(b); i += 2 {
		units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return string(utf16.Decode(units))
}

var (
	shows    = regexp.MustCompile(`(?s)/(F\d+) [\d.]+ Tf|\((?:\\.|[^\\()])*\)`)
	codeMaps = regexp.MustCompile(`<([0-9A-Fa-f]+)> <[0-9A-Fa-f]+> \[([^\]]*)\]`)
)

// pageText returns what a page shows; a word that was divided at a line end is
// whole.
func pageText(f *object.File, page object.Ref) (string, error) {
	d, err := f.Dict(page)
	if err != nil {
		return "", err
	}
	resources, err := f.Dict(d["Resources"])
	if err != nil {
		return "", err
	}
	fonts, err := f.Dict(resources["Font"])
	if err != nil {
		return "", nil // a page without text
	}
	codes := map[string]map[string]string{}
	for name, v := range fonts {
		font, err := f.Dict(v)
		if err != nil {
			return "", err
		}
		if codes[string(name)], err = codesOf(f, font); err != nil {
			return "", err
		}
	}
	content, err := unpacked(f, d["Contents"])
	if err != nil {
		return "", err
	}
	var out strings.Builder
	font := ""
	for _, x := range shows.FindAllSubmatch(content, -1) {
		if len(x[1]) > 0 {
			font = string(x[1])
			continue
		}
		out.WriteString(codesText(codes[font], string(x[0][1:len(x[0])-1])))
	}
	return strings.ReplaceAll(out.String(), "\u00AD", ""), nil
}

// codesOf returns the texts of the codes of a font.
func codesOf(f *object.File, font object.Dict) (map[string]string, error) {
	cmap, err := unpacked(f, font["ToUnicode"])
	if err != nil {
		return nil, err
	}
	m := map[string]string{}
	for _, x := range codeMaps.FindAllSubmatch(cmap, -1) {
		code, err := strconv.ParseUint(string(x[1]), 16, 16)
		if err != nil {
			return nil, err
		}
		for hex := range strings.SplitSeq(strings.Trim(string(x[2]), "<>"), "><") {
			var units []uint16
			for i := 0; i+4 <= len(hex); i += 4 {
				u, err := strconv.ParseUint(hex[i:i+4], 16, 16)
				if err != nil {
					return nil, err
				}
				units = append(units, uint16(u))
			}
			key := []byte{byte(code >> 8), byte(code)}
			if len(x[1]) == 2 {
				key = key[1:]
			}
			m[string(key)] = string(utf16.Decode(units))
			code++
		}
	}
	return m, nil
}

var unescaped = strings.NewReplacer(`\r`, "\r", `\(`, "(", `\)`, ")", `\\`, `\`)

// codesText returns the text of a string of codes.
func codesText(m map[string]string, s string) string {
	wide := 1
	for key := range m {
		wide = len(key)
		break
	}
	s = unescaped.Replace(s)
	var out strings.Builder
	for i := 0; i+wide <= len(s); i += wide {
		out.WriteString(m[s[i:i+wide]])
	}
	return out.String()
}

// unpacked returns the data of a stream, or of several one after another.
func unpacked(f *object.File, v object.Value) ([]byte, error) {
	if list, ok := f.Get(v).(object.Array); ok {
		var all [][]byte
		for _, one := range list {
			b, err := unpacked(f, one)
			if err != nil {
				return nil, err
			}
			all = append(all, b)
		}
		return slices.Concat(all...), nil
	}
	s, ok := f.Get(v).(*object.Stream)
	if !ok {
		return nil, fmt.Errorf("a stream was expected, not %T", f.Get(v))
	}
	if s.Dict["Filter"] != object.Name("FlateDecode") {
		return s.Data, nil
	}
	r, err := zlib.NewReader(bytes.NewReader(s.Data))
	if err != nil {
		return nil, err
	}
	b, err := io.ReadAll(io.LimitReader(r, mostSaid))
	if err != nil {
		return nil, err
	}
	return b, r.Close()
}
