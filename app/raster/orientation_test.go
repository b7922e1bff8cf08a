package raster_test

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"celun/app/brief"
	"celun/app/pdf"
	"celun/app/raster"
	"celun/app/typeset"
	"celun/app/typeset/face"
)

// photograph is a JPEG of 96 × 64 pixels with an Exif orientation, whose first
// rows are red and whose first columns are blue.
func photograph(t *testing.T, o brief.Orientation) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 96, 64))
	for y := range 64 {
		for x := range 96 {
			c := color.RGBA{0xff, 0xff, 0, 0xff}
			switch {
			case y < 16:
				c = color.RGBA{0xff, 0, 0, 0xff}
			case x < 16:
				c = color.RGBA{0, 0, 0xff, 0xff}
			}
			img.SetRGBA(x, y, c)
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	exif := "\xFF\xE1\x00\x22Exif\x00\x00MM\x00\x2A\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00" + string(rune(o)) + "\x00\x00\x00\x00\x00\x00"
	return append([]byte(b.String()[:2]+exif), b.Bytes()[2:]...)
}

// Photographs stand upright in the picture of a page and in its PDF, whichever
// of the eight ways their camera was held. Exif says at which side the first
// row and the first column are seen.
func TestPhotographsStandUpright(t *testing.T) {
	sides := [][2]string{
		{"top", "left"},
		{"top", "right"},
		{"bottom", "right"},
		{"bottom", "left"},
		{"left", "top"},
		{"right", "top"},
		{"right", "bottom"},
		{"left", "bottom"},
	}
	page := typeset.Page{Number: 1, Width: 8 * 60, Height: 60}
	for i := range sides {
		data := photograph(t, brief.Orientation(i+1))
		p, err := brief.CheckPicture("a.jpg", data)
		if err != nil {
			t.Fatal(err)
		}
		page.Items = append(page.Items, typeset.Item{
			Kind: typeset.PictureItem, X: float64(60*i + 4), Y: 4, Width: float64(p.Width) / 2, Height: float64(p.Height) / 2,
			Picture: &typeset.Picture{Name: string(rune('a' + i)), Format: p.Format, Data: data, Width: p.Width, Height: p.Height, Orientation: p.Orientation},
		})
	}
	faces := face.NewSet(os.DirFS("../../assets"))
	ours, err := raster.NewDrawer(faces).Page(t.Context(), &page, raster.Options{Scale: 2})
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]image.Image{"picture": ours}
	if _, err := exec.LookPath("pdftoppm"); err == nil {
		seen["PDF"] = shownByPoppler(t, &page, faces)
	} else {
		t.Log("pdftoppm is not installed: the PDF is not looked at")
	}
	for where, img := range seen {
		for i, it := range page.Items {
			x, y, w, h := int(2*it.X), int(2*it.Y), int(2*it.Width), int(2*it.Height)
			at := map[string]image.Point{"top": {x + w/2, y + 6}, "bottom": {x + w/2, y + h - 7}, "left": {x + 6, y + h/2}, "right": {x + w - 7, y + h/2}}
			for side, q := range at {
				r, g, b, _ := img.At(q.X, q.Y).RGBA()
				red, blue := r > 0x8000 && g < 0x8000 && b < 0x8000, b > 0x8000 && r < 0x8000
				if red != (side == sides[i][0]) || blue != (side == sides[i][1]) {
					t.Errorf("%s, orientation %d: at the %s red is %v, blue %v", where, i+1, side, red, blue)
				}
			}
			if r, g, b, _ := img.At(x+w+6, y+h/2).RGBA(); r < 0xf000 || g < 0xf000 || b < 0xf000 {
				t.Errorf("%s, orientation %d: it reaches out of its box", where, i+1)
			}
		}
	}
}

// shownByPoppler draws a page from its PDF at two pixels to a point.
func shownByPoppler(t *testing.T, page *typeset.Page, faces *face.Set) image.Image {
	t.Helper()
	var b bytes.Buffer
	if err := pdf.Write(context.Background(), &b, &typeset.Document{Pages: []typeset.Page{*page}}, faces, pdf.Options{}); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "page.pdf")
	if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(filepath.Dir(file), "page")
	if said, err := exec.Command("pdftoppm", "-r", "144", "-png", "-singlefile", file, out).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	data, err := os.ReadFile(out + ".png")
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return img
}
