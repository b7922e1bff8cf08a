package raster

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"sync"
	"testing"

	"celun/app/typeset"
	"celun/app/typeset/face"
)

func drawn(t testing.TB, s *sheet, o Options) *image.RGBA {
	t.Helper()
	img, err := NewDrawer(s.faces).Page(context.Background(), s.page, o)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

var update = flag.Bool("update", false, "write the golden pictures anew")

func TestSpecimenLooksAsApproved(t *testing.T) {
	const golden = "testdata/specimen.png"
	got := drawn(t, specimen(t), Options{Scale: 1.5})
	if *update {
		var b bytes.Buffer
		if err := png.Encode(&b, got); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(golden, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	file, err := os.Open(golden)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	want, err := png.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	if want.Bounds() != got.Bounds() {
		t.Fatalf("%v, not %v", got.Bounds(), want.Bounds())
	}
	for y := range got.Rect.Dy() {
		for x := range got.Rect.Dx() {
			a, _ := color.RGBAModel.Convert(want.At(x, y)).(color.RGBA)
			b := got.RGBAAt(x, y)
			// Processors may round the last bit otherwise.
			for _, d := range []int{int(a.R) - int(b.R), int(a.G) - int(b.G), int(a.B) - int(b.B)} {
				if d < -3 || d > 3 {
					t.Fatalf("pixel %d,%d is %v, not %v; see with -update what has changed", x, y, b, a)
				}
			}
		}
	}
}

func TestRulesAndBoxesStandOnPixels(t *testing.T) {
	for _, c := range []struct {
		name                string
		x, y, width, height float64
		dark                image.Rectangle // pixels in full colour
	}{
		{"whole pixels", 2, 3, 4, 5, image.Rect(2, 3, 6, 8)},
		{"rounded edges", 2.4, 3.6, 4, 5, image.Rect(2, 4, 6, 9)},
		{"beyond the page", -5, -5, 100, 100, image.Rect(0, 0, 20, 20)},
		{"nothing", 2, 3, 0, 5, image.Rectangle{}},
		{"negative", 2, 3, 4, -5, image.Rectangle{}},
	} {
		s := newSheet(t, 20, 20)
		s.rectangle(typeset.BoxItem, c.x, c.y, c.width, c.height)
		img := drawn(t, s, Options{Scale: 1})
		for y := range 20 {
			for x := range 20 {
				dark := img.RGBAAt(x, y) == color.RGBA{ink.R, ink.G, ink.B, 255}
				if dark != image.Pt(x, y).In(c.dark) {
					t.Errorf("%s: pixel %d,%d is %v", c.name, x, y, img.RGBAAt(x, y))
				}
			}
		}
	}
}

func TestThinRuleIsOnePalerLine(t *testing.T) {
	s := newSheet(t, 20, 20)
	s.rectangle(typeset.RuleItem, 0, 10.3, 20, 0.5).Color = typeset.Color{}
	img := drawn(t, s, Options{Scale: 1})
	for y := range 20 {
		want := color.RGBA{255, 255, 255, 255}
		if y == 10 {
			want = color.RGBA{127, 127, 127, 255}
		}
		if got := img.RGBAAt(5, y); got != want {
			t.Errorf("line %d is %v, not %v", y, got, want)
		}
	}
}

func TestMissingGlyphIsSeen(t *testing.T) {
	s := newSheet(t, 100, 30)
	s.line(face.SansSC, 20, 10, 22, "\U00013000")
	if darkness(drawn(t, s, Options{Scale: 1})) < 5 {
		t.Error("a character without glyph leaves no sign")
	}
}

func TestWhatCannotBeDrawnIsAnError(t *testing.T) {
	for name, c := range map[string]struct {
		o     Options
		spoil func(s *sheet)
	}{
		"no scale":                 {Options{}, nil},
		"too large":                {Options{Scale: 40}, nil},
		"clip beside the page":     {Options{Scale: 1, Clip: image.Rect(900, 900, 910, 910)}, nil},
		"page without size":        {Options{Scale: 1}, func(s *sheet) { s.page.Width = 0 }},
		"unknown face":             {Options{Scale: 1}, func(s *sheet) { s.page.Items[2].Face = "Times" }},
		"advances of other length": {Options{Scale: 1}, func(s *sheet) { s.page.Items[2].Advances = nil }},
	} {
		s := specimen(t)
		if c.spoil != nil {
			c.spoil(s)
		}
		if img, err := NewDrawer(s.faces).Page(context.Background(), s.page, c.o); err == nil || img != nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestImpossiblePlacesDrawNothing(t *testing.T) {
	s := newSheet(t, 50, 50)
	for _, v := range []float64{1e300, -1e300} {
		s.line(face.SansSC, 12, v, v, "中")
		s.line(face.SansSC, v, 10, 10, "中")
		s.rectangle(typeset.BoxItem, v, 1, 1, v)
	}
	if d := darkness(drawn(t, s, Options{Scale: 1})); d != 0 {
		t.Errorf("%g pixels are drawn", d)
	}
}

func TestCancelledDrawingStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	s := specimen(t)
	if _, err := NewDrawer(s.faces).Page(ctx, s.page, Options{Scale: 1}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestOneDrawerServesManyAtATime(t *testing.T) {
	s := specimen(t)
	want := drawn(t, s, Options{Scale: 1.3})
	d := NewDrawer(s.faces)
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for range 3 {
				img, err := d.Page(context.Background(), s.page, Options{Scale: 1.3})
				if err != nil || !bytes.Equal(img.Pix, want.Pix) {
					t.Error("another picture", err)
				}
			}
		})
	}
	wait.Wait()
}

func TestCacheForgetsWhatWasUsedLongAgo(t *testing.T) {
	c := newCache(10 * (entrySize + 100))
	k := func(i int) key { return key{glyph: face.GlyphID(i)} }
	for i := range 100 {
		c.put(k(i), &mask{cover: make([]uint8, 100)})
		c.get(k(0))
	}
	if len(c.masks) != 10 || c.recent.Len() != 10 || c.left != 0 {
		t.Errorf("%d masks, %d bytes left", len(c.masks), c.left)
	}
	for i, want := range map[int]bool{0: true, 99: true, 91: true, 90: false} {
		if _, ok := c.get(k(i)); ok != want {
			t.Errorf("mask %d is there: %v", i, ok)
		}
	}
}

func TestThumbnailIsThePageInSmall(t *testing.T) {
	s := specimen(t)
	img, err := NewDrawer(s.faces).Thumbnail(context.Background(), s.page, 140)
	if err != nil {
		t.Fatal(err)
	}
	if img.Rect != image.Rect(0, 0, 140, 100) {
		t.Errorf("%v", img.Rect)
	}
	whole := drawn(t, s, Options{Scale: 1})
	a, b := darkness(img)/(140*100), darkness(whole)/(420*300)
	if a < 0.9*b || a > 1.1*b {
		t.Errorf("its grey is %g, the page's %g", a, b)
	}
	for _, width := range []int{0, -1, 1 << 20} {
		if _, err := NewDrawer(s.faces).Thumbnail(context.Background(), s.page, width); err == nil {
			t.Errorf("a thumbnail of %d pixels", width)
		}
	}
}

func BenchmarkPage(b *testing.B) {
	s := newSheet(b, 595.28, 841.89)
	for y := 60.0; y < 780; y += 17 {
		s.line(face.SerifSC, 10.5, 50, y, "数字外交以人民为中心，更讲求时效与互信。")
		s.line(face.Serif, 10, 300, y, "Digital diplomacy puts people first, it seems.")
	}
	for _, warm := range []bool{false, true} {
		b.Run(fmt.Sprintf("warm=%v", warm), func(b *testing.B) {
			d := NewDrawer(s.faces)
			for b.Loop() {
				if !warm {
					d = NewDrawer(s.faces)
				}
				if _, err := d.Page(context.Background(), s.page, Options{Scale: 96.0 / 72}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
