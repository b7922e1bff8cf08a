package brief

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/draw"
)

// An Orientation says how the stored rows and columns of a picture are shown,
// as Exif counts (tag 0x0112): 1 as they are, 2 mirrored, 3 turned by half, 4
// mirrored and turned by half, 6 turned by a quarter to the right, 8 to the
// left, 5 and 7 these two mirrored. 0 means 1.
type Orientation uint8

// Lies reports whether the stored rows stand upright when shown, so that width
// and height change places.
func (o Orientation) Lies() bool { return o >= 5 && o <= 8 }

// Upright returns a picture as it is shown.
func (o Orientation) Upright(img image.Image) image.Image {
	if o < 2 || o > 8 {
		return img
	}
	b := img.Bounds()
	from, ok := img.(*image.RGBA)
	if !ok {
		from = image.NewRGBA(b)
		draw.Draw(from, b, img, b.Min, draw.Src)
	}
	w, h := b.Dx(), b.Dy()
	shown := image.Rect(0, 0, w, h)
	if o.Lies() {
		shown = image.Rect(0, 0, h, w)
	}
	to := image.NewRGBA(shown)
	for y := range shown.Dy() {
		for x := range shown.Dx() {
			column, row := o.stored(x, y, w, h)
			at := from.PixOffset(b.Min.X+column, b.Min.Y+row)
			copy(to.Pix[to.PixOffset(x, y):][:4], from.Pix[at:at+4])
		}
	}
	return to
}

// stored returns where the pixel shown at x and y stands in a stored picture of
// w × h pixels.
func (o Orientation) stored(x, y, w, h int) (column, row int) {
	switch o {
	case 2:
		return w - 1 - x, y
	case 3:
		return w - 1 - x, h - 1 - y
	case 4:
		return x, h - 1 - y
	case 5:
		return y, x
	case 6:
		return y, h - 1 - x
	case 7:
		return w - 1 - y, h - 1 - x
	case 8:
		return w - 1 - y, x
	}
	return x, y
}

// OrientationOf returns how a picture in the bytes of its file is shown. One
// that does not say so, or not soundly, and one that is no JPEG is shown as it
// is stored.
func OrientationOf(data []byte) Orientation {
	if len(data) < 4 || data[0] != 0xFF || data[1] != 0xD8 {
		return 1
	}
	// The segments before the image: a marker, and a length that counts itself.
	for rest := data[2:]; len(rest) >= 4 && rest[0] == 0xFF; {
		marker := rest[1]
		if marker == 0xFF { // a byte to fill up
			rest = rest[1:]
			continue
		}
		n := int(binary.BigEndian.Uint16(rest[2:]))
		if marker == 0xDA || n < 2 || n > len(rest)-2 {
			break
		}
		if exif, ok := bytes.CutPrefix(rest[4:2+n], []byte("Exif\x00\x00")); ok && marker == 0xE1 {
			return orientationIn(exif)
		}
		rest = rest[2+n:]
	}
	return 1
}

// orientationIn looks the tag up in the first directory of a TIFF.
func orientationIn(tiff []byte) Orientation {
	const tag, short, entry = 0x0112, 3, 12
	var order binary.ByteOrder = binary.BigEndian
	switch {
	case len(tiff) < 8:
		return 1
	case string(tiff[:4]) == "II*\x00":
		order = binary.LittleEndian
	case string(tiff[:4]) != "MM\x00*":
		return 1
	}
	at := order.Uint32(tiff[4:])
	if uint64(at)+2 > uint64(len(tiff)) {
		return 1
	}
	directory := tiff[at:]
	count := int(order.Uint16(directory))
	for directory = directory[2:]; count > 0 && len(directory) >= entry; count-- {
		if order.Uint16(directory) == tag && order.Uint16(directory[2:]) == short {
			if v := order.Uint16(directory[8:]); v >= 1 && v <= 8 {
				return Orientation(v)
			}
			return 1
		}
		directory = directory[entry:]
	}
	return 1
}
