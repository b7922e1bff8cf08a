// Package raster draws pages as pictures: for the preview, for thumbnails, for
// a page as PNG. It reads the same page list as the PDF writer.
//
//	d := raster.NewDrawer(faces)                       // keeps glyphs between pages
//	img, err := d.Page(ctx, &doc.Pages[0], raster.Options{Scale: 96.0 / 72})
//	small, err := d.Thumbnail(ctx, &doc.Pages[0], 240)
//
// Small glyphs stand on whole pixels vertically, so that a character looks
// the same on every line, and on quarter pixels horizontally, so that the
// spacing is that of the PDF. Where a face lacks a character its sign for
// that is drawn: a preview shows what an export refuses.
package raster

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"math"

	"celun/app/typeset"
	"celun/app/typeset/face"
)

// MaxPixels is the largest picture that is drawn: 64 megapixels, A4 at some
// 800 dpi.
const MaxPixels = 64 << 20

// Options say how a page is drawn.
type Options struct {
	// Scale is the size of a point in pixels: 1 is 72 dpi.
	Scale float64
	// Clip, if not empty, is the part of the whole picture that is drawn, in
	// pixels of the whole. Its top left corner becomes the picture's origin.
	Clip image.Rectangle
}

// A Drawer draws pages and keeps the glyphs it has drawn for the next one. It
// is safe for concurrent use.
type Drawer struct {
	faces    *face.Set
	cache    *cache
	pictures pictures
	darker   [256]uint8 // how much a pixel of a small glyph is covered for the eye
}

// NewDrawer returns a drawer with these faces.
func NewDrawer(faces *face.Set) *Drawer {
	d := &Drawer{faces: faces, cache: newCache(16 << 20)}
	for i := range d.darker {
		// The exponent was chosen by eye, at 72 and 96 dpi: a lower one makes
		// Latin text look bold beside hanzi and the counters of bold hanzi run full.
		d.darker[i] = uint8(math.Round(255 * math.Pow(float64(i)/255, 0.88)))
	}
	return d
}

// Page draws one page with a drawer that is thrown away.
func Page(ctx context.Context, page *typeset.Page, faces *face.Set, scale float64) (*image.RGBA, error) {
	return NewDrawer(faces).Page(ctx, page, Options{Scale: scale})
}

// Size returns the size of a page in pixels at a scale, rounded up.
func Size(page *typeset.Page, scale float64) (image.Point, error) {
	w, h := math.Ceil(page.Width*scale-1e-6), math.Ceil(page.Height*scale-1e-6)
	// The bound is far over MaxPixels: a clip may still be drawn.
	if !(w >= 1 && h >= 1 && w <= 1<<20 && h <= 1<<20) {
		return image.Point{}, fmt.Errorf("raster: a page of %g × %g pt cannot be drawn at scale %g", page.Width, page.Height, scale)
	}
	return image.Pt(int(w), int(h)), nil
}

// Page draws a page, or the part of it in o.Clip, on white.
func (d *Drawer) Page(ctx context.Context, page *typeset.Page, o Options) (*image.RGBA, error) {
	size, err := Size(page, o.Scale)
	if err != nil {
		return nil, err
	}
	clip := image.Rectangle{Max: size}
	if !o.Clip.Empty() {
		clip = clip.Intersect(o.Clip)
	}
	if clip.Empty() {
		return nil, errors.New("raster: the part to be drawn lies outside the page")
	}
	if clip.Dx()*clip.Dy() > MaxPixels {
		return nil, fmt.Errorf("raster: %d × %d pixels are too many for one picture", clip.Dx(), clip.Dy())
	}
	c := canvas{drawer: d, img: image.NewRGBA(clip), scale: o.Scale}
	draw.Draw(c.img, clip, image.White, image.Point{}, draw.Src)
	for i := range page.Items {
		if i%64 == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		it := &page.Items[i]
		switch it.Kind {
		case typeset.TextItem:
			if err := c.text(it); err != nil {
				return nil, fmt.Errorf("raster: page %d: %w", page.Number, err)
			}
		case typeset.BoxItem, typeset.RuleItem:
			c.box(it)
		case typeset.DotItem:
			c.dot(it)
		case typeset.PathItem:
			c.path(it)
		case typeset.PictureItem:
			c.picture(it)
		}
	}
	c.img.Rect = image.Rectangle{Max: clip.Size()}
	return c.img, nil
}

// Thumbnail draws a page at a width of this many pixels. It is drawn larger
// and averaged down, because at such sizes text is texture.
func (d *Drawer) Thumbnail(ctx context.Context, page *typeset.Page, width int) (*image.RGBA, error) {
	const times = 3
	if width < 1 || width > 2048 || !(page.Width > 0) {
		return nil, fmt.Errorf("raster: no thumbnail of %d pixels", width)
	}
	big, err := d.Page(ctx, page, Options{Scale: float64(times*width) / page.Width})
	if err != nil {
		return nil, err
	}
	return shrink(big, times), nil
}

// shrink averages squares of n × n pixels; what does not fill a square at the
// right or lower edge is dropped.
func shrink(big *image.RGBA, n int) *image.RGBA {
	out := image.NewRGBA(image.Rect(0, 0, max(1, big.Rect.Dx()/n), max(1, big.Rect.Dy()/n)))
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			var r, g, b, count int
			for v := n * y; v < min(n*(y+1), big.Rect.Dy()); v++ {
				row := big.Pix[v*big.Stride:]
				for u := n * x; u < min(n*(x+1), big.Rect.Dx()); u++ {
					r, g, b, count = r+int(row[4*u]), g+int(row[4*u+1]), b+int(row[4*u+2]), count+1
				}
			}
			half := count / 2
			out.SetRGBA(x, y, color.RGBA{
				R: uint8((r + half) / count), G: uint8((g + half) / count), B: uint8((b + half) / count), A: 255,
			})
		}
	}
	return out
}
