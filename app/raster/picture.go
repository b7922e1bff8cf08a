package raster

import (
	"bytes"
	"image"
	_ "image/jpeg" // the formats of pictures
	_ "image/png"
	"math"
	"sync"

	"celun/app/brief"
	"celun/app/typeset"

	"golang.org/x/image/draw"
)

// pictures keeps the images that were unpacked last, and drawn at which size,
// for the next page. It is safe for concurrent use.
type pictures struct {
	mu   sync.Mutex
	kept []keptPicture // the one used last comes last
}

type keptPicture struct {
	first  *byte // of the file
	bytes  int
	size   image.Point
	pixels *image.RGBA
}

// mostPixels is how many pixels of pictures are kept.
const mostPixels = 16 << 20

// get returns a picture drawn at a size in pixels, on white; nil if it cannot
// be unpacked.
func (p *pictures) get(of *typeset.Picture, size image.Point) *image.RGBA {
	if len(of.Data) == 0 {
		return nil
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	for i, k := range p.kept {
		if k.first == &of.Data[0] && k.bytes == len(of.Data) && k.size == size {
			p.kept = append(append(p.kept[:i:i], p.kept[i+1:]...), k)
			return k.pixels
		}
	}
	head, _, err := image.DecodeConfig(bytes.NewReader(of.Data))
	if w, h := of.Stored(); err != nil || head.Width != w || head.Height != h {
		return nil
	}
	img, _, err := image.Decode(bytes.NewReader(of.Data))
	if err != nil {
		return nil
	}
	stored := size
	if of.Orientation.Lies() {
		stored = image.Pt(size.Y, size.X)
	}
	pixels := image.NewRGBA(image.Rectangle{Max: stored})
	draw.Draw(pixels, pixels.Rect, image.White, image.Point{}, draw.Src)
	draw.BiLinear.Scale(pixels, pixels.Rect, img, img.Bounds(), draw.Over, nil)
	pixels = upright(pixels, of.Orientation)
	p.kept = append(p.kept, keptPicture{&of.Data[0], len(of.Data), size, pixels})
	total := 0
	for i := len(p.kept) - 1; i >= 0; i-- {
		if total += p.kept[i].size.X * p.kept[i].size.Y; total > mostPixels && i < len(p.kept)-1 {
			p.kept = p.kept[i+1:]
			break
		}
	}
	return pixels
}

// upright turns what was drawn as it is stored.
func upright(pixels *image.RGBA, o brief.Orientation) *image.RGBA {
	turned, _ := o.Upright(pixels).(*image.RGBA) // what was RGBA stays so
	return turned
}

// picture draws an image. Its edges stand on whole pixels.
func (c *canvas) picture(it *typeset.Item) {
	if it.Picture == nil {
		return
	}
	x0, x1, _ := edges(it.X*c.scale, it.Width*c.scale)
	y0, y1, _ := edges(it.Y*c.scale, it.Height*c.scale)
	box := image.Rect(x0, y0, x1, y1)
	seen := box.Intersect(c.img.Rect)
	if seen.Empty() {
		return
	}
	// Beyond its own pixels a picture only gets softer: one seen closely is
	// drawn from a smaller copy.
	size := box.Size()
	if k := math.Sqrt(float64(mostPixels) / 2 / (float64(size.X) * float64(size.Y))); k < 1 {
		size = image.Pt(max(1, int(float64(size.X)*k)), max(1, int(float64(size.Y)*k)))
	}
	pixels := c.drawer.pictures.get(it.Picture, size)
	if pixels == nil {
		return
	}
	if size == box.Size() {
		draw.Draw(c.img, seen, pixels, seen.Min.Sub(box.Min), draw.Src)
		return
	}
	draw.BiLinear.Scale(c.img, box, pixels, pixels.Rect, draw.Src, nil)
}
