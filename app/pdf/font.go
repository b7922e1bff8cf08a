package pdf

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
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
	em := float64(f.face.UnitsPerEm())
	f.widths = make([]float64, len(f.characters)+1)
	for i, c := range f.characters {
		f.codes[c] = i + 1
		f.widths[i+1] = 1000 * float64(f.face.Advance(f.face.Glyph(c.shown))) / em
	}
}

// replace puts the true font in the place of the stand-in: dict is the font
// dictionary that gofpdf wrote for it.
func (f *font) replace(file *object.File, dict object.Dict) error {
	mappings := make([]face.Mapping, len(f.characters))
	for i, c := range f.characters {
		mappings[i] = face.Mapping{Code: rune(i + 1), Rune: c.shown}
	}
	cut, err := f.face.CutMap(mappings)
	if err != nil {
		return fmt.Errorf("face %s: %w", f.id, err)
	}
	list, ok := file.Get(dict["DescendantFonts"]).(object.Array)
	if !ok || len(list) != 1 {
		return errors.New("pdf: a font without its other half")
	}
	cid, err := file.Dict(list[0])
	if err != nil {
		return err
	}
	descriptor, err := file.Dict(cid["FontDescriptor"])
	if err != nil {
		return err
	}
	name := subsetTag(cut) + object.Name(f.id)
	dict["BaseFont"], cid["BaseFont"], descriptor["FontName"] = name, name, name
	delete(descriptor, "MissingWidth")
	for _, key := range []object.Name{"CIDSystemInfo", "CIDToGIDMap"} {
		if ref, ok := cid[key].(object.Ref); ok {
			file.Free(ref)
		}
	}
	cid["CIDSystemInfo"] = object.Dict{
		"Registry": object.String("Adobe"), "Ordering": object.String("Identity"), "Supplement": 0,
	}
	cid["CIDToGIDMap"] = object.Name("Identity")
	cid["DW"], cid["W"] = f.widthArray()
	dict["ToUnicode"] = file.Set(dict["ToUnicode"], &object.Stream{Data: f.toUnicode()})
	descriptor["FontFile2"] = file.Set(descriptor["FontFile2"],
		&object.Stream{Dict: object.Dict{"Length1": len(cut)}, Data: cut})
	return nil
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

// toUnicode returns the map from codes to text (PDF 1.7, 9.10.3).
func (f *font) toUnicode() []byte {
	b := []byte("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	const block = 100 // the most that one block may hold
	for start := 0; start < len(f.characters); start += block {
		end := min(start+block, len(f.characters))
		b = fmt.Appendf(b, "%d beginbfchar\n", end-start)
		for i := start; i < end; i++ {
			b = fmt.Appendf(b, "<%04X> <", i+1)
			for _, u := range utf16.Encode([]rune{f.characters[i].read}) {
				b = fmt.Appendf(b, "%04X", u)
			}
			b = append(b, ">\n"...)
		}
		b = append(b, "endbfchar\n"...)
	}
	return append(b, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"...)
}
