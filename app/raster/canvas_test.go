package raster

import (
	"image"
	"testing"

	"celun/app/typeset"
	"celun/app/typeset/face"
)

// darkness adds up how dark the picture is, in full pixels of ink.
func darkness(img *image.RGBA) float64 {
	sum := 0
	for i := 0; i < len(img.Pix); i += 4 {
		sum += 255 - int(img.Pix[i])
	}
	return float64(sum) / 255
}

func TestWindingIsNotZero(t *testing.T) {
	square := func(x, y, w, h float32) face.Outline {
		return face.Outline{
			{Kind: face.MoveTo, X: x, Y: y},
			{Kind: face.LineTo, X: x + w, Y: y},
			{Kind: face.LineTo, X: x + w, Y: y + h},
			{Kind: face.LineTo, X: x, Y: y + h},
			{Kind: face.LineTo, X: x, Y: y},
		}
	}
	backward := func(o face.Outline) face.Outline {
		back := face.Outline{{Kind: face.MoveTo, X: o[4].X, Y: o[4].Y}}
		for i := 3; i >= 0; i-- {
			back = append(back, face.Segment{Kind: face.LineTo, X: o[i].X, Y: o[i].Y})
		}
		return back
	}
	outer, inner := square(0, 0, 10, 10), square(2, 2, 4, 4)
	for _, c := range []struct {
		name    string
		outline face.Outline
		area    int // pixels
	}{
		{"two contours the same way round overlap", append(outer, inner...), 100},
		{"one the other way round is a hole", append(outer, backward(inner)...), 84},
		{"strokes that cross", append(square(0, 4, 10, 2), square(4, 0, 2, 10)...), 36},
	} {
		m := new(canvas).mask(c.outline, 1, 0, 0, image.Rectangle{})
		sum := 0
		for _, a := range m.cover {
			sum += int(a)
		}
		if sum != 255*c.area {
			t.Errorf("%s: %g pixels, not %d", c.name, float64(sum)/255, c.area)
		}
	}
}

func TestClipIsAPartOfTheWhole(t *testing.T) {
	s := specimen(t)
	s.line(face.SerifSC, 200, 100, 250, "策") // large: drawn without the cache
	for _, scale := range []float64{1, 4.3} {
		whole := drawn(t, s, Options{Scale: scale})
		clip := image.Rect(70, 30, 220, 170)
		part := drawn(t, s, Options{Scale: scale, Clip: clip})
		if part.Rect != image.Rect(0, 0, 150, 140) {
			t.Fatal(part.Rect)
		}
		if darkness(part) == 0 {
			t.Fatal("nothing is drawn")
		}
		for y := range 140 {
			for x := range 150 {
				a, b := whole.RGBAAt(x+70, y+30), part.RGBAAt(x, y)
				if d := int(a.R) - int(b.R); d < -2 || d > 2 {
					t.Fatalf("at scale %g pixel %d,%d is %v, and %v in the whole", scale, x, y, b, a)
				}
			}
		}
	}
}

func TestGlyphSeenThroughAKeyhole(t *testing.T) {
	s := newSheet(t, 40, 40)
	s.line(face.SansSCBold, 20, 10, 30, "一")
	const scale = 20000
	f, err := s.faces.Face(face.SansSCBold)
	if err != nil {
		t.Fatal(err)
	}
	outline, err := f.Outline(f.Glyph('一'))
	if err != nil {
		t.Fatal(err)
	}
	low, high := outline[0].Y, outline[0].Y
	for _, p := range outline {
		low, high = min(low, p.Y), max(high, p.Y)
	}
	stroke := int((30 - float64(low+high)/2*20/1000) * scale) // its middle
	for y, dark := range map[int]bool{stroke: true, stroke - 50000: false, stroke + 50000: false} {
		img := drawn(t, s, Options{Scale: scale, Clip: image.Rect(20*scale, y, 20*scale+50, y+50)})
		if got, want := darkness(img) > 0, dark; got != want || dark && img.RGBAAt(25, 25).R != ink.R {
			t.Errorf("%d px from the stroke the picture is dark: %v", y-stroke, got)
		}
	}
}

func TestEdgesFarOutside(t *testing.T) {
	for _, far := range []float32{1e3, 1e5, 1e7} {
		// A wedge whose edges cross the clip at a slope of one in a thousand.
		wedge := face.Outline{
			{Kind: face.MoveTo, X: -far, Y: -far / 1000},
			{Kind: face.LineTo, X: far, Y: far / 1000},
			{Kind: face.LineTo, X: far, Y: -far},
			{Kind: face.LineTo, X: -far, Y: -far},
			{Kind: face.LineTo, X: -far, Y: -far / 1000},
		}
		m := new(canvas).mask(wedge, 1, 0, 0, image.Rect(-50, -50, 50, 50))
		if m.Min.X != -50 || m.Min.Y > 0 || m.Max != image.Pt(50, 50) {
			t.Fatalf("%v", m.Rectangle)
		}
		for y := m.Min.Y; y < 50; y++ {
			for _, x := range []int{-50, 0, 49} {
				got, want := m.cover[(y-m.Min.Y)*100+x+50], uint8(0)
				if y >= 0 {
					want = 255
				}
				if d := int(got) - int(want); d < -20 || d > 20 {
					t.Fatalf("from %g: pixel %d,%d is covered by %d, not %d", far, x, y, got, want)
				}
			}
		}
	}
}

func TestAdvancesAndShiftsMoveGlyphs(t *testing.T) {
	left := func(change func(it *typeset.Item)) int {
		s := newSheet(t, 100, 30)
		it := s.line(face.SansSC, 20, 10, 22, " 中")
		change(it)
		img := drawn(t, s, Options{Scale: 1})
		for x := range 100 {
			for y := range 30 {
				if img.RGBAAt(x, y).R < 128 {
					return x
				}
			}
		}
		return -1
	}
	plain := left(func(*typeset.Item) {})
	if got := left(func(it *typeset.Item) { it.Advances[0] += 15 }); got != plain+15 {
		t.Errorf("an advance of 15 more moves the glyph by %d", got-plain)
	}
	if got := left(func(it *typeset.Item) { it.Shifts = []float64{0, -4} }); got != plain-4 {
		t.Errorf("a shift of -4 moves the glyph by %d", got-plain)
	}
}
