//go:build ignore

// Interface cuts the faces of the window, Celun Interface Regular and Bold,
// from Noto Sans SC: every character of GB 2312 and of the Table of General
// Standard Chinese Characters, Latin, Greek, and the punctuation and symbols
// that a window shows. A quarter of the whole face, it is read and parsed
// before the first frame; what it lacks, the window takes from the whole face.
//
// Run it in assets/:
//
//	go run generate/interface.go
package main

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"fmt"
	"log"
	"os"
	"slices"
	"strings"

	"golang.org/x/text/encoding/simplifiedchinese"

	"celun/app/typeset/face"
)

func main() {
	log.SetFlags(0)
	for style, quotes := range narrow {
		if err := cut(style, quotes); err != nil {
			log.Fatal("interface: ", err)
		}
	}
}

func cut(style string, quotes map[rune][2]uint16) error {
	file, err := os.Open("fonts/NotoSansSC-" + style + ".ttf")
	if err != nil {
		return err
	}
	defer file.Close()
	whole, err := face.Open(file)
	if err != nil {
		return err
	}
	runes, err := characters()
	if err != nil {
		return err
	}
	runes = slices.DeleteFunc(runes, func(r rune) bool { return whole.Glyph(r) == 0 })
	ttf, err := whole.CutAs(runes, "Celun Interface")
	if err != nil {
		return err
	}
	if err := narrowQuotes(ttf, quotes); err != nil {
		return err
	}
	name := "fonts/interface/CelunInterface-" + style + ".ttf"
	fmt.Printf("%s: %d characters, %d bytes\n", name, len(runes), len(ttf))
	return os.WriteFile(name, ttf, 0o644)
}

// characters returns what the window should be able to show, each once.
func characters() ([]rune, error) {
	set := map[rune]bool{}
	// The hanzi of GB 2312 are rows 16 to 87, whose bytes in GBK are these.
	gbk := simplifiedchinese.GBK.NewDecoder()
	for row := 0xB0; row <= 0xF7; row++ {
		for cell := 0xA1; cell <= 0xFE; cell++ {
			s, err := gbk.Bytes([]byte{byte(row), byte(cell)})
			if err != nil {
				return nil, err
			}
			if r := []rune(string(s))[0]; r != '\uFFFD' && !(r >= 0xE000 && r < 0xF900) {
				set[r] = true
			}
		}
	}
	list, err := os.Open("generate/standard-hanzi.txt")
	if err != nil {
		return nil, err
	}
	defer list.Close()
	lines := bufio.NewScanner(list)
	for lines.Scan() {
		if !strings.HasPrefix(lines.Text(), "#") {
			for _, r := range lines.Text() {
				set[r] = true
			}
		}
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	for _, block := range blocks {
		for r := block[0]; r <= block[1]; r++ {
			set[r] = true
		}
	}
	runes := make([]rune, 0, len(set))
	for r := range set {
		runes = append(runes, r)
	}
	slices.Sort(runes)
	return runes, nil
}

var blocks = [][2]rune{
	{0x0020, 0x007E}, // ASCII
	{0x00A0, 0x017F}, // Latin-1 and Latin Extended-A
	{0x01CD, 0x01DC}, // vowels of pinyin with tone marks
	{0x02B0, 0x02FF}, // modifier letters
	{0x0370, 0x03FF}, // Greek
	{0x2000, 0x209F}, // general punctuation, super- and subscripts
	{0x20A0, 0x20CF}, // currency signs
	{0x2100, 0x23FF}, // letterlike forms, fractions, arrows, operators, technical
	{0x2460, 0x27BF}, // enclosed numbers, box drawing, shapes, symbols, check marks
	{0x2E3A, 0x2E3B}, // long dashes
	{0x3000, 0x303F}, // CJK punctuation
	{0x3105, 0x3129}, // bopomofo
	{0x3220, 0x3229}, // numbers in brackets
	{0xFE30, 0xFE4F}, // vertical and low-line forms
	{0xFF00, 0xFFEF}, // full-width and half-width forms
}

// narrow holds the advances and left bearings, in thousandths of the em, of
// the glyphs that Noto Sans SC itself puts in for the curly quotes by its pwid
// feature: the same shapes on narrower bodies.
var narrow = map[string]map[rune][2]uint16{
	"Regular": {'‘': {279, 63}, '’': {279, 70}, '“': {475, 63}, '”': {475, 70}},
	"Bold":    {'‘': {326, 62}, '’': {326, 78}, '“': {577, 62}, '”': {577, 78}},
}

// narrowQuotes gives the curly quotes of a cut face these widths. A window
// sets both languages in one face, and an English apostrophe must not leave a
// hole of half an em.
func narrowQuotes(ttf []byte, quotes map[rune][2]uint16) error {
	cutFace, err := face.Open(bytes.NewReader(ttf))
	if err != nil {
		return err
	}
	be := binary.BigEndian
	tables := map[string][]byte{} // the 16-byte entries of the directory
	for i := range int(be.Uint16(ttf[4:])) {
		entry := ttf[12+16*i : 28+16*i]
		tables[string(entry[:4])] = entry
	}
	part := func(tag string) []byte {
		at, n := be.Uint32(tables[tag][8:]), be.Uint32(tables[tag][12:])
		return ttf[at : at+(n+3)&^3]
	}
	hmtx := part("hmtx")
	if int(be.Uint16(part("hhea")[34:])) != len(hmtx)/4 {
		return fmt.Errorf("hmtx has short entries")
	}
	for quote, width := range quotes {
		entry := hmtx[4*int(cutFace.Glyph(quote)):]
		be.PutUint16(entry, width[0])
		be.PutUint16(entry[2:], width[1])
	}
	// The checksums of the table and of the whole file, as the OpenType
	// specification defines them (chapter "head", checksumAdjustment).
	be.PutUint32(tables["hmtx"][4:], sum(hmtx))
	adjustment := part("head")[8:12]
	be.PutUint32(adjustment, 0)
	be.PutUint32(adjustment, 0xB1B0AFBA-sum(ttf))
	return nil
}

func sum(b []byte) (n uint32) {
	for ; len(b) >= 4; b = b[4:] {
		n += binary.BigEndian.Uint32(b)
	}
	return n
}
