package raster

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"celun/app/pdf"
	"celun/app/typeset"
)

// grey returns the lightness of a picture, row by row.
func grey(img image.Image) ([]float64, int, int) {
	b := img.Bounds()
	out := make([]float64, 0, b.Dx()*b.Dy())
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			r, g, bl, _ := img.At(x, y).RGBA()
			out = append(out, (0.299*float64(r)+0.587*float64(g)+0.114*float64(bl))/257)
		}
	}
	return out, b.Dx(), b.Dy()
}

// similarity is the mean structural similarity of two pictures of one size
// (Wang and others 2004) over windows of 8 × 8 pixels that are not plain
// white in both, so that margins do not flatter it.
func similarity(a, b []float64, w, h int) float64 {
	const n, c1, c2 = 8, 6.5025, 58.5225
	sum, count := 0.0, 0
	for y := 0; y+n <= h; y += n / 2 {
		for x := 0; x+n <= w; x += n / 2 {
			var ma, mb, saa, sbb, sab float64
			for v := range n {
				for u := range n {
					p, q := a[(y+v)*w+x+u], b[(y+v)*w+x+u]
					ma, mb, saa, sbb, sab = ma+p, mb+q, saa+p*p, sbb+q*q, sab+p*q
				}
			}
			ma, mb = ma/(n*n), mb/(n*n)
			if ma > 254.9 && mb > 254.9 {
				continue
			}
			va, vb, cov := saa/(n*n)-ma*ma, sbb/(n*n)-mb*mb, sab/(n*n)-ma*mb
			sum += (2*ma*mb + c1) * (2*cov + c2) / ((ma*ma + mb*mb + c1) * (va + vb + c2))
			count++
		}
	}
	return sum / float64(count)
}

func TestPictureIsWhatThePDFShows(t *testing.T) {
	if _, err := exec.LookPath("pdftoppm"); err != nil {
		t.Skip("pdftoppm is not installed")
	}
	s := specimen(t)
	var b bytes.Buffer
	doc := &typeset.Document{Pages: []typeset.Page{*s.page}}
	if err := pdf.Write(context.Background(), &b, doc, s.faces, pdf.Options{}); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	file, picture := filepath.Join(dir, "page.pdf"), filepath.Join(dir, "page")
	if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("pdftoppm", "-r", "150", "-png", "-singlefile", file, picture).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	written, err := os.ReadFile(picture + ".png")
	if err != nil {
		t.Fatal(err)
	}
	theirs, err := png.Decode(bytes.NewReader(written))
	if err != nil {
		t.Fatal(err)
	}
	ours := drawn(t, s, Options{Scale: 150.0 / 72})
	if ours.Bounds() != theirs.Bounds() {
		t.Fatalf("%v, not %v", ours.Bounds(), theirs.Bounds())
	}
	p, w, h := grey(ours)
	q, _, _ := grey(theirs)
	if got := similarity(p, q, w, h); got < 0.95 {
		t.Errorf("similarity %.3f", got)
	} else {
		t.Logf("similarity %.3f", got)
	}
}
