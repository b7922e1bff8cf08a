package face

import (
	"bytes"
	"encoding/binary"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/font/sfnt"
)

// open returns a face of the program.
func open(t testing.TB, id ID) *Face {
	t.Helper()
	f, err := NewSet(os.DirFS("../../../assets")).Face(id)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func reopen(t testing.TB, file []byte) *Face {
	t.Helper()
	f, err := Open(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestCutHoldsTheseCharactersOnly(t *testing.T) {
	for id, text := range map[ID]string{
		SerifSC: "数字外交：以人民为中心。AB", SansSCBold: "策论 Celun", Kai: "𠮷野家吉", SerifItalic: "Éåfi“”—ǖ", Serif: "", SerifBold: " ",
	} {
		f := open(t, id)
		runes := []rune(text)
		file, err := f.Cut(runes)
		if err != nil {
			t.Fatal(id, err)
		}
		cut := reopen(t, file)
		for r := rune(0); r <= 0x2FFFF; r++ {
			g := cut.Glyph(r)
			if (g != 0) != slices.Contains(runes, r) {
				t.Fatalf("%s: %U has glyph %d", id, r, g)
			}
			if g == 0 {
				continue
			}
			if got, want := cut.Advance(g), f.Advance(f.Glyph(r)); got != want {
				t.Errorf("%s: %c is %d wide, not %d", id, r, got, want)
			}
			got, err := cut.Outline(g)
			if err != nil {
				t.Fatal(err)
			}
			want, err := f.Outline(f.Glyph(r))
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s: %c has another outline", id, r)
			}
		}
		if cut.Metrics() != f.Metrics() {
			t.Errorf("%s: metrics %v, not %v", id, cut.Metrics(), f.Metrics())
		}
		if limit := 4000 + 1500*(len(runes)+1); len(file) > limit {
			t.Errorf("%s: %d bytes for %d characters", id, len(file), len(runes))
		}
	}
}

func TestCutIsSoundToAnIndependentReader(t *testing.T) {
	for _, id := range IDs() {
		f := open(t, id)
		var runes []rune
		for _, r := range "AÉgé 66%“”数字外交鸿沟𠮷" {
			if f.Glyph(r) != 0 {
				runes = append(runes, r)
			}
		}
		file, err := f.Cut(runes)
		if err != nil {
			t.Fatal(id, err)
		}
		font, err := sfnt.Parse(file)
		if err != nil {
			t.Fatalf("%s: %v", id, err)
		}
		for _, r := range runes {
			if g, err := font.GlyphIndex(nil, r); err != nil || g == 0 {
				t.Errorf("%s: %c has glyph %d: %v", id, r, g, err)
			}
		}
		// The checksum of the whole, and of every table (but head, whose own
		// holds while the other is zero).
		if sum := checksum(file); sum != 0xB1B0AFBA {
			t.Errorf("%s: the file's checksum is %08X", id, sum)
		}
		for i := range int(binary.BigEndian.Uint16(file[4:])) {
			e := file[12+16*i:]
			off, n := be.Uint32(e[8:]), be.Uint32(e[12:])
			data := slices.Clone(file[off : off+n])
			if string(e[:4]) == "head" {
				copy(data[8:12], make([]byte, 4))
			}
			if off%4 != 0 || be.Uint32(e[4:]) != checksum(data) {
				t.Errorf("%s: table %s is misplaced or has a wrong checksum", id, e[:4])
			}
		}
	}
}

func TestCutSpendsNoBytesOnWhatIsAlike(t *testing.T) {
	hanzi := []rune("数字外交鸿沟")
	for _, c := range []struct {
		runes        []rune
		full, format uint16
	}{
		{hanzi, 1, 0}, // as wide as .notdef
		{[]rune("Aé"), 3, 0},
		{hanziOf(open(t, SerifSC), 1200), 1, 1}, // too many for offsets of two bytes
	} {
		file, err := open(t, SerifSC).Cut(c.runes)
		if err != nil {
			t.Fatal(err)
		}
		f := reopen(t, file)
		hhea, err := f.read("hhea", 36)
		if err != nil {
			t.Fatal(err)
		}
		head, err := f.read("head", 54)
		if err != nil {
			t.Fatal(err)
		}
		if full, format := be.Uint16(hhea[34:]), be.Uint16(head[50:]); full != c.full || format != c.format {
			t.Errorf("%d characters: %d advances in places of format %d, want %d and %d", len(c.runes), full, format, c.full, c.format)
		}
	}
}

// hanziOf returns the first n hanzi that a face has.
func hanziOf(f *Face, n int) []rune {
	runes := make([]rune, 0, n)
	for r := rune(0x4E00); len(runes) < n; r++ {
		if f.Glyph(r) != 0 {
			runes = append(runes, r)
		}
	}
	return runes
}

func TestCutDependsOnTheCharactersAlone(t *testing.T) {
	f := open(t, SansSC)
	a, err := f.Cut([]rune("策论策略"))
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		b, err := f.Cut([]rune("略论策"))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a, b) {
			t.Fatal("the same characters give other bytes")
		}
	}
}

func TestCutMapShowsOneCharacterAsAnother(t *testing.T) {
	f := open(t, Kai)
	file, err := f.CutMap([]Mapping{{3, '𠮷'}, {1, '-'}, {2, '-'}})
	if err != nil {
		t.Fatal(err)
	}
	cut := reopen(t, file)
	for code, r := range map[rune]rune{1: '-', 2: '-', 3: '𠮷'} {
		if g := cut.Glyph(code); g != GlyphID(code) {
			t.Errorf("code %d has glyph %d", code, g)
		}
		got, _ := cut.Outline(cut.Glyph(code))
		want, _ := f.Outline(f.Glyph(r))
		if len(want) == 0 || !slices.Equal(got, want) {
			t.Errorf("code %d does not look like %c", code, r)
		}
	}
	if cut.Glyph('𠮷') != 0 {
		t.Error("the character itself is there too")
	}
	if copyright, licence := cut.Licence(); copyright+licence != "" {
		t.Error("a face for embedding has names")
	}
}

func TestCutAsKeepsTheLicenceAndNotTheName(t *testing.T) {
	for _, id := range []ID{SansSC, SansSCBold, Kai, SerifItalic} {
		f := open(t, id)
		file, err := f.CutAs([]rune("Celun"), "Celun Interface")
		if err != nil {
			t.Fatal(err)
		}
		font, err := sfnt.Parse(file)
		if err != nil {
			t.Fatal(err)
		}
		name := func(n sfnt.NameID) string {
			s, _ := font.Name(nil, n)
			return s
		}
		if name(sfnt.NameIDFamily) != "Celun Interface" || !strings.HasPrefix(name(sfnt.NameIDPostScript), "CelunInterface-") {
			t.Errorf("%s is called %q, %q", id, name(sfnt.NameIDFamily), name(sfnt.NameIDPostScript))
		}
		copyright, licence := f.Licence()
		if copyright == "" || name(sfnt.NameIDCopyright) != copyright || name(sfnt.NameIDLicense) != licence {
			t.Errorf("%s: copyright %q, licence %q", id, name(sfnt.NameIDCopyright), name(sfnt.NameIDLicense))
		}
		for _, n := range []sfnt.NameID{sfnt.NameIDFamily, sfnt.NameIDFull, sfnt.NameIDPostScript, sfnt.NameIDUniqueIdentifier} {
			if strings.Contains(name(n), "Noto") || strings.Contains(name(n), "Source") || strings.Contains(name(n), "LXGW") {
				t.Errorf("%s: name %d is still %q", id, n, name(n))
			}
		}
	}
}

func TestWhatCannotBeCutIsAnError(t *testing.T) {
	f := open(t, Serif)
	if _, err := f.Cut([]rune("A数")); err == nil || !strings.Contains(err.Error(), "U+6570") {
		t.Errorf("a character without glyph: %v", err)
	}
	for name, m := range map[string][]Mapping{
		"two characters for a code": {{1, 'A'}, {1, 'B'}},
		"a code below zero":         {{-1, 'A'}},
		"a code beyond Unicode":     {{0x110000, 'A'}},
		"the code that ends maps":   {{0xFFFF, 'A'}},
	} {
		if _, err := f.CutMap(m); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestMapOfManyScatteredCharacters(t *testing.T) {
	var pairs []pair
	for i := range 20000 { // too many segments for format 4
		pairs = append(pairs, pair{rune(3 * i), GlyphID(i + 1)})
	}
	table := characterMap(pairs)
	if n, format := be.Uint16(table[2:]), be.Uint16(table[12:]); n != 1 || format != 12 {
		t.Errorf("%d subtables, the first of format %d", n, format)
	}
	f := &Face{glyphs: 0x10000}
	if err := f.readFormat12(table[12:]); err != nil {
		t.Fatal(err)
	}
	for _, p := range pairs {
		if f.Glyph(p.code) != p.glyph || f.Glyph(p.code+1) != 0 {
			t.Fatalf("%U has glyph %d, not %d", p.code, f.Glyph(p.code), p.glyph)
		}
	}
}
