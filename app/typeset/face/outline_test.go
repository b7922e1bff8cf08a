package face

import (
	"os"
	"slices"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// TestOutlinesAreWhatAnotherReaderSees compares every 50th glyph of all
// faces, composites among them, with golang.org/x/image.
func TestOutlinesAreWhatAnotherReaderSees(t *testing.T) {
	for _, id := range IDs() {
		file, err := os.Open("../../../assets/fonts/" + string(id) + ".ttf")
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		other, err := sfnt.ParseReaderAt(file)
		if err != nil {
			t.Fatal(err)
		}
		f := open(t, id)
		var buffer sfnt.Buffer
		composites := 0
		for g := 1; g < f.glyphs; g += 50 {
			got, err := f.Outline(GlyphID(g))
			if err != nil {
				t.Fatalf("%s, glyph %d: %v", id, g, err)
			}
			if data, _ := f.glyphData(GlyphID(g)); isComposite(data) {
				composites++
			}
			segments, err := other.LoadGlyph(&buffer, sfnt.GlyphIndex(g), fixed.I(f.UnitsPerEm()), nil)
			if err != nil {
				t.Fatal(err)
			}
			if want := convert(segments); !alike(got, want) {
				t.Errorf("%s, glyph %d:\n%v\nnot\n%v", id, g, got, want)
			}
			advance, err := other.GlyphAdvance(&buffer, sfnt.GlyphIndex(g), fixed.I(f.UnitsPerEm()), font.HintingNone)
			if err != nil || advance.Round() != f.Advance(GlyphID(g)) {
				t.Errorf("%s, glyph %d is %d wide, not %v", id, g, f.Advance(GlyphID(g)), advance)
			}
		}
		if id == Serif && composites == 0 {
			t.Error("no composite glyph was compared")
		}
	}
}

// alike reports whether two outlines have the same contours. A contour may
// begin at another of its points.
func alike(a, b Outline) bool {
	return slices.EqualFunc(contours(a), contours(b), func(a, b Outline) bool {
		for range a {
			if slices.EqualFunc(a, b, near) {
				return true
			}
			a = append(a[1:len(a):len(a)], a[0])
		}
		return false
	})
}

// contours splits an outline; a contour's end says where it begins.
func contours(o Outline) []Outline {
	var list []Outline
	for _, s := range o {
		if s.Kind == MoveTo {
			list = append(list, nil)
			continue
		}
		list[len(list)-1] = append(list[len(list)-1], s)
	}
	return list
}

// near reports whether two segments are the same but for rounding: the other
// reader puts points half way between two on whole units.
func near(a, b Segment) bool {
	close := func(v, w float32) bool { return v-w < 0.51 && w-v < 0.51 }
	return a.Kind == b.Kind && close(a.X, b.X) && close(a.Y, b.Y) &&
		close(a.ControlX, b.ControlX) && close(a.ControlY, b.ControlY)
}

// convert turns segments of golang.org/x/image, y downwards, into ours.
func convert(segments sfnt.Segments) Outline {
	var out Outline
	number := func(v fixed.Int26_6) float32 { return float32(v) / 64 }
	for _, s := range segments {
		a, b := s.Args[0], s.Args[1]
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			out = append(out, Segment{Kind: MoveTo, X: number(a.X), Y: -number(a.Y)})
		case sfnt.SegmentOpLineTo:
			out = append(out, Segment{Kind: LineTo, X: number(a.X), Y: -number(a.Y)})
		case sfnt.SegmentOpQuadTo:
			out = append(out, Segment{CurveTo, number(a.X), -number(a.Y), number(b.X), -number(b.Y)})
		}
	}
	return out
}

func TestContourMayBeginOffTheCurve(t *testing.T) {
	on := func(x, y float64) point { return point{x: x, y: y, on: true} }
	off := func(x, y float64) point { return point{x: x, y: y} }
	for name, c := range map[string]struct {
		points []point
		want   Outline
	}{
		"on the curve": {
			[]point{on(0, 0), on(10, 0), off(10, 10)},
			Outline{{MoveTo, 0, 0, 0, 0}, {LineTo, 0, 0, 10, 0}, {CurveTo, 10, 10, 0, 0}},
		},
		"off it, ends on it": {
			[]point{off(0, 0), on(10, 0), on(10, 10)},
			Outline{{MoveTo, 0, 0, 10, 10}, {CurveTo, 0, 0, 10, 0}, {LineTo, 0, 0, 10, 10}},
		},
		"all off it": {
			[]point{off(0, 0), off(10, 0), off(10, 10), off(0, 10)},
			Outline{
				{MoveTo, 0, 0, 0, 5},
				{CurveTo, 0, 0, 5, 0},
				{CurveTo, 10, 0, 10, 5},
				{CurveTo, 10, 10, 5, 10},
				{CurveTo, 0, 10, 0, 5},
			},
		},
		"one point": {[]point{on(1, 1)}, nil},
	} {
		if got := traceContour(nil, c.points); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, not %v", name, got, c.want)
		}
	}
}

func TestPlacingComponents(t *testing.T) {
	whole := []point{{x: 1, y: 1}, {x: 100, y: 200}}
	for name, c := range map[string]struct {
		c    component
		want point
	}{
		"moved":             {component{flags: argsAreOffsets, arg1: 5, arg2: -5, xx: 1, yy: 1}, point{x: 15, y: 15}},
		"scaled":            {component{flags: argsAreOffsets, arg1: 5, xx: 0.5, yy: 2}, point{x: 10, y: 40}},
		"offset scaled too": {component{flags: argsAreOffsets | scaleTheseOffsets, arg1: 6, arg2: 1, xx: 0.5, yy: 2}, point{x: 8, y: 42}},
		"turned":            {component{flags: argsAreOffsets, yx: 1, xy: -1}, point{x: -20, y: 10}},
		"point on point":    {component{arg1: 1, arg2: 0, xx: 1, yy: 1}, point{x: 100, y: 200}},
	} {
		got, err := c.c.place(slices.Clone(whole), []point{{x: 10, y: 20}})
		if err != nil || len(got) != 3 || got[2] != c.want {
			t.Errorf("%s: %v, %v, not %v", name, got, err, c.want)
		}
	}
	c := component{arg1: 2, xx: 1, yy: 1}
	if _, err := c.place(whole, []point{{}}); err == nil {
		t.Error("a point that is not there: no error")
	}
}
