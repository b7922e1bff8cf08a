package pdf

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
	"unicode/utf16"

	"celun/app/pdf/object"
	"celun/app/typeset"
	"celun/app/typeset/face"
)

// A character is a glyph of a font: the one the face has for shown, which
// stands for read in the text. They differ for hyphens that line breaking put
// in, which are read as soft hyphens.
type character struct{ read, shown rune }

const softHyphen = 0xAD

// A font is a face as far as the document uses it. Its characters have the
// codes, and the glyphs of the cut face the numbers, 1 and up.
type font struct {
	id         face.ID
	face       *face.Face
	name       string // in the file: F0, F1 …
	codes      map[character]int
	characters []character // sorted; the one of code c is characters[c-1]
	widths     []float64   // of the codes, in thousandths of the size
	short      bool        // codes are written in one byte, not two
}

// of returns the character of the i-th rune of an item's text.
func of(it *typeset.Item, runes []rune, i int) character {
	if it.Hyphen && i == len(runes)-1 {
		return character{softHyphen, runes[i]}
	}
	return character{runes[i], runes[i]}
}

// collect finds the faces and characters that a document uses. The fonts are
// in order of their ids.
func collect(doc *typeset.Document, faces *face.Set) ([]*font, error) {
	used := map[face.ID]*font{}
	for p := range doc.Pages {
		page := &doc.Pages[p]
		for i := range page.Items {
			it := &page.Items[i]
			if it.Kind != typeset.TextItem || it.Text == "" {
				continue
			}
			f, ok := used[it.Face]
			if !ok {
				open, err := faces.Face(it.Face)
				if err != nil {
					return nil, err
				}
				f = &font{id: it.Face, face: open, codes: map[character]int{}}
				used[it.Face] = f
			}
			runes := []rune(it.Text)
			for k, r := range runes {
				c := of(it, runes, k)
				if _, ok := f.codes[c]; ok {
					continue
				}
				if f.face.Glyph(r) == 0 {
					return nil, noGlyph(r, page.Number, it.Text)
				}
				f.codes[c] = 0
				f.characters = append(f.characters, c)
			}
		}
	}
	fonts := make([]*font, 0, len(used))
	for _, f := range used {
		fonts = append(fonts, f)
	}
	slices.SortFunc(fonts, func(a, b *font) int { return cmp.Compare(a.id, b.id) })
	for i, f := range fonts {
		f.name = fmt.Sprintf("F%d", i)
		f.number()
	}
	return fonts, nil
}

// number gives the characters their codes, in order of what they are read as.
func (f *font) number() {
	slices.SortFunc(f.characters, func(a, b character) int {
		return cmp.Or(cmp.Compare(a.read, b.read), cmp.Compare(a.shown, b.shown))
	})
	f.short = len(f.characters) <= 0xFF // which saves a tenth of the text
	em := float64(f.face.UnitsPerEm())
	f.widths = make([]float64, len(f.characters)+1)
	for i, c := range f.characters {
		f.codes[c] = i + 1
		f.widths[i+1] = 1000 * float64(f.face.Advance(f.face.Glyph(c.shown))) / em
	}
}

// add writes the font into the file and returns its reference. short returns
// the CMap of short codes.
func (f *font) add(file *object.File, short func() object.Ref) (object.Ref, error) {
	mappings := make([]face.Mapping, len(f.characters))
	for i, c := range f.characters {
		mappings[i] = face.Mapping{Code: rune(i + 1), Rune: c.shown}
	}
	cut, err := f.face.CutMap(mappings)
	if err != nil {
		return 0, fmt.Errorf("face %s: %w", f.id, err)
	}
	name := subsetTag(cut) + object.Name(f.id)
	descriptor, err := describe(cut)
	if err != nil {
		return 0, fmt.Errorf("face %s: %w", f.id, err)
	}
	cut = slim(cut)
	descriptor["FontName"] = name
	descriptor["FontFile2"] = file.Add(&object.Stream{Dict: object.Dict{"Length1": len(cut)}, Data: cut})
	cid := object.Dict{
		"Type": object.Name("Font"), "Subtype": object.Name("CIDFontType2"), "BaseFont": name,
		"CIDSystemInfo": systemInfo(), "CIDToGIDMap": object.Name("Identity"), "FontDescriptor": file.Add(descriptor),
	}
	cid["DW"], cid["W"] = f.widthArray()
	dict := object.Dict{
		"Type": object.Name("Font"), "Subtype": object.Name("Type0"), "BaseFont": name,
		"Encoding": object.Name("Identity-H"), "DescendantFonts": object.Array{file.Add(cid)},
		"ToUnicode": file.Add(&object.Stream{Data: f.toUnicode()}),
	}
	if f.short {
		dict["Encoding"] = short()
	}
	return file.Add(dict), nil
}

// describe returns what a font descriptor says of a face as a whole (PDF 1.7,
// 9.8), in thousandths of the size.
func describe(cut []byte) (object.Dict, error) {
	tables := tablesOf(cut)
	head, hhea, post, os2 := tables["head"], tables["hhea"], tables["post"], tables["OS/2"]
	if len(head) < 54 || len(hhea) < 36 || len(post) < 32 {
		return nil, errors.New("pdf: a face without its measures")
	}
	em := float64(binary.BigEndian.Uint16(head[18:]))
	at := func(b []byte, off int) float64 {
		return math.Round(float64(int16(binary.BigEndian.Uint16(b[off:]))) * 1000 / em)
	}
	d := object.Dict{
		"Type": object.Name("FontDescriptor"), "Flags": 4, // symbolic: its characters are not those of Latin-1
		"FontBBox":    object.Array{at(head, 36), at(head, 38), at(head, 40), at(head, 42)},
		"ItalicAngle": float64(int32(binary.BigEndian.Uint32(post[4:]))) / 65536,
		"Ascent":      at(hhea, 4), "Descent": at(hhea, 6), "CapHeight": at(hhea, 4), "StemV": 80,
	}
	if len(os2) >= 90 {
		d["CapHeight"] = at(os2, 88)
	}
	if len(os2) >= 6 && binary.BigEndian.Uint16(os2[4:]) >= 600 { // its weight
		d["StemV"] = 140
	}
	return d, nil
}

// subsetTag returns six letters and a plus that tell this cut of a face from
// others (PDF 1.7, 9.6.4).
func subsetTag(cut []byte) object.Name {
	sum := sha256.Sum256(cut)
	tag := make([]byte, 6, 7)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return object.Name(append(tag, '+'))
}

// widthArray returns the most common width and the list of the others: runs
// of codes as [first [width width …]].
func (f *font) widthArray() (float64, object.Array) {
	count := map[float64]int{}
	common := 1000.0
	for _, w := range f.widths[1:] {
		count[w]++
		if n := count[w]; n > count[common] || n == count[common] && w > common {
			common = w
		}
	}
	list, previous := object.Array{}, 0
	for code := 1; code < len(f.widths); code++ {
		if f.widths[code] == common {
			continue
		}
		if previous == 0 || previous != code-1 {
			list = append(list, code, object.Array{})
		}
		run := list[len(list)-1].(object.Array)
		list[len(list)-1] = append(run, f.widths[code])
		previous = code
	}
	return common, list
}

// toUnicode returns the map from codes to text (PDF 1.7, 9.10.3). Codes
// follow each other, so a range of them has an array of texts.
func (f *font) toUnicode() []byte {
	digits, last := 4, "FFFF"
	if f.short {
		digits, last = 2, "FF"
	}
	b := []byte("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<" + "0000"[:digits] + "> <" + last + ">\nendcodespacerange\n")
	// A range may not go over a change of the high byte, and a block may not
	// hold more than a hundred.
	ranges := len(f.characters)>>8 + 1
	for first := 0; first < ranges; first += 100 {
		end := min(ranges, first+100)
		b = fmt.Appendf(b, "%d beginbfrange\n", end-first)
		for k := first; k < end; k++ {
			from, to := max(1, k<<8), min(k<<8|0xFF, len(f.characters))
			b = fmt.Appendf(b, "<%0*X> <%0*X> [", digits, from, digits, to)
			for _, c := range f.characters[from-1 : to] {
				b = append(b, '<')
				for _, u := range utf16.Encode([]rune{c.read}) {
					b = fmt.Appendf(b, "%04X", u)
				}
				b = append(b, '>')
			}
			b = append(b, "]\n"...)
		}
		b = append(b, "endbfrange\n"...)
	}
	return append(b, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"...)
}

// identity is the name of the CMap of short codes.
const identity = "Celun-Identity-8"

// shortCodes returns the CMap by which one byte is the number of a glyph, as
// Identity-H has it for two (PDF 1.7, 9.7.5).
func shortCodes() *object.Stream {
	return &object.Stream{
		Dict: object.Dict{"Type": object.Name("CMap"), "CMapName": object.Name(identity), "CIDSystemInfo": systemInfo(), "WMode": 0},
		Data: []byte("%!PS-Adobe-3.0 Resource-CMap\n%%DocumentNeededResources: ProcSet (CIDInit)\n%%IncludeResource: ProcSet (CIDInit)\n" +
			"%%BeginResource: CMap (" + identity + ")\n%%EndComments\n/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
			"/CIDSystemInfo 3 dict dup begin\n/Registry (Adobe) def\n/Ordering (Identity) def\n/Supplement 0 def\nend def\n" +
			"/CMapName /" + identity + " def\n/CMapType 1 def\n/WMode 0 def\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n" +
			"1 begincidrange\n<00> <FF> 0\nendcidrange\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n%%EndResource\n%%EOF\n"),
	}
}

func systemInfo() object.Dict {
	return object.Dict{"Registry": object.String("Adobe"), "Ordering": object.String("Identity"), "Supplement": 0}
}
