package pdf

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	imgdraw "image/draw"
	_ "image/jpeg" // the formats of pictures
	"image/png"
	"strconv"

	"celun/app/brief"
	"celun/app/pdf/object"
	"celun/app/typeset"
)

// A picture is an image as the file holds it, once however often it is drawn.
type picture struct {
	name   string // among the resources of the pages
	of     *typeset.Picture
	stream *object.Stream
}

// picture draws an image.
func (d *drawer) picture(it *typeset.Item) error {
	if it.Picture == nil || !(it.Width > 0 && it.Height > 0) {
		return nil
	}
	p, err := d.pictureOf(it.Picture)
	if err != nil {
		return err
	}
	d.endText()
	d.op("q ")
	for _, v := range turned(it.Picture.Orientation, it.X, d.height-it.Y-it.Height, it.Width, it.Height) {
		d.number(v)
	}
	d.op("cm /" + p.name + " Do Q")
	d.emit()
	return nil
}

// turned returns the matrix that shows an image, which is one unit wide and high
// with its first row at the top, in a box whose lower left corner is x and y.
func turned(o brief.Orientation, x, y, w, h float64) [6]float64 {
	switch o {
	case 2:
		return [6]float64{-w, 0, 0, h, x + w, y}
	case 3:
		return [6]float64{-w, 0, 0, -h, x + w, y + h}
	case 4:
		return [6]float64{w, 0, 0, -h, x, y + h}
	case 5:
		return [6]float64{0, -h, -w, 0, x + w, y + h}
	case 6:
		return [6]float64{0, -h, w, 0, x, y + h}
	case 7:
		return [6]float64{0, h, w, 0, x, y}
	case 8:
		return [6]float64{0, h, -w, 0, x + w, y}
	}
	return [6]float64{w, 0, 0, h, x, y}
}

// pictureOf returns the picture of this name and data, reading it the first
// time.
func (d *drawer) pictureOf(of *typeset.Picture) (*picture, error) {
	for _, p := range d.pictures {
		if p.of == of || p.of.Name == of.Name && bytes.Equal(p.of.Data, of.Data) {
			return p, nil
		}
	}
	s, err := pictureStream(of)
	if err != nil {
		return nil, fmt.Errorf("the picture %s: %w", of.Name, err)
	}
	p := &picture{"P" + strconv.Itoa(len(d.pictures)+1), of, s}
	d.pictures = append(d.pictures, p)
	return p, nil
}

// pictureStream returns an image as an object. A JPEG in grey or YCbCr goes in
// as it is. All else is unpacked and packed again, on white where it is
// transparent and in RGB where it is CMYK: neither archives nor the colour
// profile of the file allow more.
func pictureStream(p *typeset.Picture) (*object.Stream, error) {
	head, format, err := image.DecodeConfig(bytes.NewReader(p.Data))
	if err != nil {
		return nil, err
	}
	if w, h := p.Stored(); head.Width != w || head.Height != h {
		return nil, fmt.Errorf("it has %d × %d pixels, not %d × %d", head.Width, head.Height, w, h)
	}
	d := object.Dict{
		"Type": object.Name("XObject"), "Subtype": object.Name("Image"),
		"Width": head.Width, "Height": head.Height, "BitsPerComponent": 8,
	}
	space := func(grey bool) {
		d["ColorSpace"] = object.Name("DeviceRGB")
		if grey {
			d["ColorSpace"] = object.Name("DeviceGray")
		}
	}
	if grey := head.ColorModel == color.GrayModel; format == "jpeg" && (grey || head.ColorModel == color.YCbCrModel) {
		space(grey)
		d["Filter"] = object.Name("DCTDecode")
		return &object.Stream{Dict: d, Data: p.Data}, nil
	}
	img, _, err := image.Decode(bytes.NewReader(p.Data))
	if err != nil {
		return nil, err
	}
	_, grey := img.(*image.Gray)
	if !grey {
		flat := image.NewRGBA(image.Rect(0, 0, head.Width, head.Height))
		imgdraw.Draw(flat, flat.Rect, image.White, image.Point{}, imgdraw.Src)
		imgdraw.Draw(flat, flat.Rect, img, img.Bounds().Min, imgdraw.Over)
		img = flat
	}
	data, err := packed(img)
	if err != nil {
		return nil, err
	}
	space(grey)
	colors := 3
	if grey {
		colors = 1
	}
	d["Filter"] = object.Name("FlateDecode")
	d["DecodeParms"] = object.Dict{"Predictor": 15, "Colors": colors, "BitsPerComponent": 8, "Columns": head.Width}
	return &object.Stream{Dict: d, Data: data}, nil
}

// packed returns an opaque image as PNG packs it, which PDF reads too
// (predictor 15): its IDAT chunks.
func packed(img image.Image) ([]byte, error) {
	var file bytes.Buffer
	if err := png.Encode(&file, img); err != nil {
		return nil, err
	}
	var data []byte
	for b := file.Bytes()[8:]; len(b) >= 12; { // after the signature
		n := int(binary.BigEndian.Uint32(b))
		if n > len(b)-12 {
			break
		}
		if string(b[4:8]) == "IDAT" {
			data = append(data, b[8:8+n]...)
		}
		b = b[12+n:]
	}
	return data, nil
}

// addPictures gives the pages, which share one dictionary of resources, their
// pictures.
func addPictures(file *object.File, resources object.Dict, pictures []*picture) {
	if len(pictures) == 0 {
		return
	}
	mine := object.Dict{}
	for _, p := range pictures {
		mine[object.Name(p.name)] = file.Add(p.stream)
	}
	resources["XObject"] = mine
}
