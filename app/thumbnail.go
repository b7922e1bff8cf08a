package app

import (
	"bytes"
	"context"
	"image/png"

	"celun/app/brief"
	"celun/app/raster"
	"celun/app/typeset"
)

// ThumbnailWidth is the width of the picture of the first page that is kept
// in a .celun file, in pixels.
const ThumbnailWidth = 240

// Thumbnail returns the first page of a brief as a PNG, for [brief.Save].
func (a *App) Thumbnail(ctx context.Context, b *brief.Brief) ([]byte, error) {
	doc, err := a.Pages(ctx, b, typeset.Options{})
	if err != nil {
		return nil, err
	}
	if len(doc.Pages) == 0 {
		return nil, nil
	}
	picture, err := raster.NewDrawer(a.faces).Thumbnail(ctx, &doc.Pages[0], ThumbnailWidth)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := png.Encode(&out, picture); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
