package desktop

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"sync"

	"celun/app"
	"celun/app/brief"
	"celun/app/language/words"
	"celun/app/raster"
	"celun/app/typeset"
)

// thumbnailWidth is the width of the picture in a .celun file, in pixels.
const thumbnailWidth = 240

// A drawer sets and draws pages for the pane. Until the words are there it
// lets the program set each brief by itself; then it keeps one setter, which
// remembers the paragraphs it has set.
type drawer struct {
	app     *app.App
	words   *words.Words
	setting sync.Mutex      // held while a brief is set
	setter  *typeset.Setter // used by one goroutine at a time
	raster  *raster.Drawer
}

func newDrawer(a *app.App, w *words.Words) *drawer {
	return &drawer{app: a, words: w, raster: raster.NewDrawer(a.Faces())}
}

// set sets a brief.
func (d *drawer) set(ctx context.Context, b *brief.Brief, o typeset.Options) (*typeset.Document, error) {
	d.setting.Lock()
	defer d.setting.Unlock()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if d.setter == nil {
		select {
		case <-d.words.Ready():
		default:
			return d.app.Pages(ctx, b, o)
		}
		s, err := d.app.NewSetter(func(text string) []int { return d.words.Dictionary().Breaks(text) })
		if err != nil {
			return nil, err
		}
		d.setter = s
	}
	return d.setter.Set(ctx, b, o)
}

// draw draws a page at a width in pixels.
func (d *drawer) draw(ctx context.Context, p *typeset.Page, width int) (image.Image, error) {
	return d.raster.Page(ctx, p, raster.Options{Scale: float64(width) / p.Width})
}

// thumbnail returns a small picture of the first page as PNG, or nil.
func (d *drawer) thumbnail(doc *typeset.Document) []byte {
	if doc == nil || len(doc.Pages) == 0 {
		return nil
	}
	m, err := d.raster.Thumbnail(context.Background(), &doc.Pages[0], thumbnailWidth)
	if err != nil {
		return nil
	}
	var out bytes.Buffer
	if err := png.Encode(&out, m); err != nil {
		return nil
	}
	return out.Bytes()
}
