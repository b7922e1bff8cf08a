package brief

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"strings"
	"testing"
)

// sides says, as Exif does, at which side of what is seen the first row and the
// first column of a stored picture stand.
var sides = map[Orientation][2]string{
	1: {"top", "left"}, 2: {"top", "right"}, 3: {"bottom", "right"}, 4: {"bottom", "left"},
	5: {"left", "top"}, 6: {"right", "top"}, 7: {"right", "bottom"}, 8: {"left", "bottom"},
}

// exif returns an Exif segment with an orientation.
func exif(order binary.AppendByteOrder, mark string, o uint16) []byte {
	tiff := order.AppendUint32(order.AppendUint16([]byte(mark), 42), 8)
	tiff = order.AppendUint16(tiff, 2)
	for _, e := range [][2]uint16{{0x010F, 0}, {0x0112, o}} { // the maker, of no interest, and the orientation
		tiff = order.AppendUint16(order.AppendUint16(tiff, e[0]), 3)
		tiff = order.AppendUint16(order.AppendUint16(order.AppendUint32(tiff, 1), e[1]), 0)
	}
	tiff = order.AppendUint32(tiff, 0)
	body := append([]byte("Exif\x00\x00"), tiff...)
	return append(binary.BigEndian.AppendUint16([]byte{0xFF, 0xE1}, uint16(len(body)+2)), body...)
}

// photo is a JPEG whose first rows are red and whose first columns are blue.
func photo(t testing.TB, segments ...[]byte) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 96, 64))
	for y := range 64 {
		for x := range 96 {
			c := color.RGBA{0xff, 0xff, 0xff, 0xff}
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
	out := append([]byte(nil), b.Bytes()[:2]...)
	for _, s := range segments {
		out = append(out, s...)
	}
	return append(out, b.Bytes()[2:]...)
}

// A photograph is shown as its camera was held, whichever of the eight ways.
func TestPhotographsAreShownUpright(t *testing.T) {
	other := []byte{0xFF, 0xE0, 0, 4, 'x', 'y', 0xFF} // another segment, and a byte to fill up
	for o := Orientation(1); o <= 8; o++ {
		for mark, order := range map[string]binary.AppendByteOrder{"II": binary.LittleEndian, "MM": binary.BigEndian} {
			data := photo(t, other, exif(order, mark, uint16(o)))
			p, err := CheckPicture("a.jpg", data)
			if err != nil || p.Orientation != o {
				t.Fatalf("%s %d: %+v, %v", mark, o, p, err)
			}
			stored, err := jpeg.Decode(bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			shown := o.Upright(stored)
			if b := shown.Bounds(); b.Dx() != p.Width || b.Dy() != p.Height || (p.Width < p.Height) != (o >= 5) {
				t.Fatalf("%d: %v, said to be %d × %d", o, b, p.Width, p.Height)
			}
			at := map[string]image.Point{
				"top": {p.Width / 2, 4}, "bottom": {p.Width / 2, p.Height - 5}, "left": {4, p.Height / 2}, "right": {p.Width - 5, p.Height / 2},
			}
			for side, q := range at {
				r, _, b, _ := shown.At(q.X, q.Y).RGBA()
				red, blue := r > 0x8000 && b < 0x8000, b > 0x8000 && r < 0x8000
				if red != (side == sides[o][0]) || blue != (side == sides[o][1]) {
					t.Errorf("%d: at the %s it is red %v, blue %v", o, side, red, blue)
				}
			}
		}
	}
}

// What says nothing of how it is shown, or nothing sound, is shown as stored.
func TestUnsoundOrientations(t *testing.T) {
	whole := exif(binary.BigEndian, "MM", 6)
	far := bytes.Clone(whole)
	binary.BigEndian.PutUint32(far[14:], 1<<31)
	long := exif(binary.BigEndian, "MM", 1)
	long[2], long[3] = 0xFF, 0xFF
	for name, data := range map[string][]byte{
		"none": photo(t), "of 9": photo(t, exif(binary.BigEndian, "MM", 9)), "of 0": photo(t, exif(binary.BigEndian, "MM", 0)),
		"far away": photo(t, far), "in an endless segment": photo(t, long), "of no order": photo(t, exif(binary.BigEndian, "XX", 6)),
		"in a PNG": picture(4, 3), "nothing": nil, "text": []byte(strings.Repeat("x", 90)), "cut": photo(t, whole)[:30],
	} {
		if o := OrientationOf(data); o != 1 {
			t.Errorf("%s: %d", name, o)
		}
	}
	plain := image.NewGray(image.Rect(0, 0, 2, 2))
	if Orientation(0).Upright(plain) != image.Image(plain) || Orientation(200).Upright(plain) != image.Image(plain) {
		t.Error("a picture that stands upright is made anew")
	}
}

func FuzzOrientation(f *testing.F) {
	f.Add(photo(f, exif(binary.LittleEndian, "II", 6)))
	f.Fuzz(func(t *testing.T, data []byte) {
		if o := OrientationOf(data); o < 1 || o > 8 {
			t.Fatalf("%d", o)
		}
	})
}
