package face

import (
	"bytes"
	"io"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// small returns a face of a few glyphs, composites among them, as a file.
func small(t testing.TB) []byte {
	t.Helper()
	file, err := open(t, Serif).Cut([]rune("AEÉ é-"))
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// use does with a face all that can be done with it.
func use(f *Face) {
	f.Metrics()
	f.Licence()
	var runes []rune
	for r := rune(0); r < 0x300; r++ {
		g := f.Glyph(r)
		f.Advance(g)
		if g != 0 && len(runes) < 20 {
			runes = append(runes, r)
			_, _ = f.Outline(g)
		}
	}
	f.Advance(0xFFFF)
	for _, g := range []GlyphID{0, 1, 0xFFFF} {
		_, _ = f.Outline(g)
	}
	if file, err := f.CutAs(runes, "Other"); err == nil {
		if cut, err := Open(bytes.NewReader(file)); err == nil {
			for _, r := range runes {
				if cut.Glyph(r) == 0 {
					panic("a character was lost in the cut")
				}
			}
		}
	}
}

func FuzzOpen(f *testing.F) {
	file := small(f)
	f.Add(file)
	f.Add(file[:len(file)/2])
	f.Add([]byte{})
	f.Fuzz(func(_ *testing.T, b []byte) {
		if face, err := Open(bytes.NewReader(b)); err == nil {
			use(face)
		}
	})
}

func TestFileThatIsCutOff(t *testing.T) {
	file := small(t)
	for n := range len(file) {
		f, err := Open(bytes.NewReader(file[:n]))
		if err != nil {
			continue
		}
		use(f)
		if _, err := f.Cut([]rune("AEÉ é-")); err == nil && n < len(file)-8 {
			t.Fatalf("cut off at %d of %d bytes, and no error", n, len(file))
		}
	}
}

func TestFileWithOneWrongByte(t *testing.T) {
	file := small(t)
	for i := range file {
		for _, b := range []byte{0xFF, file[i] ^ 0x41} {
			damaged := slices.Clone(file)
			damaged[i] = b
			if f, err := Open(bytes.NewReader(damaged)); err == nil {
				use(f)
			}
		}
	}
}

// parts makes glyph g of the small face a composite of others.
func parts(t *testing.T, g GlyphID, of ...GlyphID) *Face {
	t.Helper()
	file := small(t)
	f := reopen(t, file)
	data, err := f.glyphData(g)
	if err != nil || len(data) < 10+6*len(of) {
		t.Fatal("the glyph is too small for this test", err)
	}
	at := bytes.Index(file, data)
	be.PutUint16(file[at:], 0xFFFF)
	p := file[at+10:]
	for i, part := range of {
		flags := uint16(argsAreOffsets)
		if i < len(of)-1 {
			flags |= moreComponents
		}
		be.PutUint16(p, flags)
		be.PutUint16(p[2:], uint16(part))
		p = p[6:]
	}
	return reopen(t, file)
}

func TestGlyphThatContainsItself(t *testing.T) {
	whole := reopen(t, small(t))
	g := whole.Glyph('A')
	for name, f := range map[string]*Face{
		"itself":          parts(t, g, g),
		"itself at last":  parts(t, g, whole.Glyph('E'), g),
		"no such glyph":   parts(t, g, 0xFFF0),
		"a composite bad": parts(t, g, 0xFFFF, g),
	} {
		if _, err := f.Outline(g); err == nil {
			t.Errorf("%s: outline without error", name)
		}
		if _, err := f.Cut([]rune{'A'}); err == nil {
			t.Errorf("%s: cut without error", name)
		}
	}
}

func TestGlyphsThatNestTooDeep(t *testing.T) {
	// Each of these holds the next; glyph i is composite i of a cutter.
	c := cutter{order: make([]GlyphID, 40), parts: map[GlyphID][]GlyphID{}}
	for i := range GlyphID(maxDepth) {
		c.parts[i] = []GlyphID{i + 1, 39}
	}
	if err := c.checkNesting(); err != nil {
		t.Errorf("%d levels: %v", maxDepth, err)
	}
	c.parts[maxDepth] = []GlyphID{39}
	if err := c.checkNesting(); err == nil || !strings.Contains(err.Error(), "deep") {
		t.Errorf("%d levels: %v", maxDepth+1, err)
	}
}

// withGlyphs returns a face that has these glyphs instead of its own.
func withGlyphs(t *testing.T, glyphs ...[]byte) *Face {
	t.Helper()
	f := reopen(t, small(t))
	tables := map[string][]byte{}
	for tag := range f.tables {
		data, err := f.read(tag, 0)
		if err != nil {
			t.Fatal(err)
		}
		tables[tag] = data
	}
	tables["glyf"], tables["loca"] = nil, make([]byte, 4)
	for i := range f.glyphs {
		if i < len(glyphs) {
			tables["glyf"] = append(tables["glyf"], glyphs[i]...)
		}
		tables["loca"] = be.AppendUint32(tables["loca"], uint32(len(tables["glyf"])))
	}
	be.PutUint16(tables["head"][50:], 1) // places of four bytes
	return reopen(t, assemble(tables))
}

func TestGlyphsThatGrowWithoutEnd(t *testing.T) {
	composite := func(of GlyphID, times int) []byte {
		b := make([]byte, 10)
		be.PutUint16(b, 0xFFFF)
		for i := range times {
			flags := uint16(argsAreOffsets | moreComponents)
			if i == times-1 {
				flags = argsAreOffsets
			}
			b = be.AppendUint16(be.AppendUint16(b, flags), uint16(of))
			b = append(b, 0, 0)
		}
		return b
	}
	// One contour of 50,000 points that all lie at the origin, in few bytes.
	points := []byte{0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0xC3, 0x4F, 0, 0}
	for range 50000/256 + 1 {
		points = append(points, onCurve|repeatFlag|sameOrPlusX|sameOrPlusY, 255)
	}
	f := withGlyphs(t, nil, points, composite(1, 1), composite(1, 2), composite(0, maxComponents), composite(0, maxComponents+1))
	for g, want := range map[GlyphID]string{1: "", 2: "", 3: "too many points", 4: "", 5: "too many parts"} {
		_, err := f.Outline(g)
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("glyph %d: %v", g, err)
		}
	}
}

func TestOutlineBeginsAtItsBearing(t *testing.T) {
	file := small(t)
	f := reopen(t, file)
	g := f.Glyph('E')
	before, err := f.Outline(g)
	if err != nil {
		t.Fatal(err)
	}
	at := f.tables["hmtx"].offset + 4*int64(g) + 2
	be.PutUint16(file[at:], be.Uint16(file[at:])+25)
	after, err := reopen(t, file).Outline(g)
	if err != nil || len(before) == 0 || after[0].X != before[0].X+25 || after[0].Y != before[0].Y {
		t.Errorf("%v is moved to %v: %v", before[:1], after[:1], err)
	}
}

func TestFilesOfOtherKinds(t *testing.T) {
	for name, c := range map[string]struct{ file, says string }{
		"nothing":          {"", "header"},
		"a text":           {"This is no face at all.", "not a TrueType"},
		"a collection":     {"ttcf\x00\x01\x00\x00\x00\x00\x00\x02", "collection"},
		"CFF outlines":     {"OTTO\x00\x01\x00\x00\x00\x00\x00\x00", "CFF"},
		"no tables":        {"\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00", "no head"},
		"tables cut off":   {"\x00\x01\x00\x00\x00\x05\x00\x00\x00\x00\x00\x00head", "directory"},
		"a table too long": {"\x00\x01\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00head\x00\x00\x00\x00\x00\x00\x00\x1c\xff\xff\xff\xff", "head table of"},
	} {
		if _, err := Open(strings.NewReader(c.file)); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSetNamesTheFaceThatFails(t *testing.T) {
	s := NewSet(fstest.MapFS{
		"fonts/" + string(Kai) + ".ttf":   {Data: []byte("damaged, or a pointer to a large file")},
		"fonts/" + string(Serif) + ".ttf": {Data: small(t)},
	})
	for _, id := range []ID{Kai, SansSC} {
		if _, err := s.Face(id); err == nil || !strings.Contains(err.Error(), string(id)) {
			t.Errorf("%s: %v", id, err)
		}
	}
	a, err := s.Face(Serif)
	if err != nil {
		t.Fatal(err)
	}
	if b, err := s.Face(Serif); err != nil || a != b {
		t.Error("a face is opened twice", err)
	}
}

// streams hides that the files of a file system can be read in pieces.
type streams struct{ fs.FS }

func (s streams) Open(name string) (fs.File, error) {
	f, err := s.FS.Open(name)
	return struct{ fs.File }{f}, err
}

func TestSetNeedsFilesReadInPieces(t *testing.T) {
	s := NewSet(streams{fstest.MapFS{"fonts/" + string(Serif) + ".ttf": {Data: small(t)}}})
	if _, err := s.Face(Serif); err == nil || !strings.Contains(err.Error(), "pieces") {
		t.Error(err)
	}
}

// eager says EOF together with the last bytes, as a reader may.
type eager struct{ b []byte }

func (e eager) ReadAt(p []byte, off int64) (int, error) {
	if off >= int64(len(e.b)) {
		return 0, io.EOF
	}
	n := copy(p, e.b[off:])
	if off+int64(n) == int64(len(e.b)) {
		return n, io.EOF
	}
	return n, nil
}

func TestReaderThatSaysEOFEarly(t *testing.T) {
	f, err := Open(eager{small(t)})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Cut([]rune("AÉ")); err != nil {
		t.Error(err)
	}
}
