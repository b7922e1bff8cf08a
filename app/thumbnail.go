package app

import (
	"context"

	"celun/app/brief"
)

// ThumbnailWidth is the width of the picture of the first page that is kept
// in a .celun file, in pixels.
const ThumbnailWidth = 240

// Thumbnail returns the first page of a brief as a PNG, for [brief.Save].
func (a *App) Thumbnail(ctx context.Context, b *brief.Brief) ([]byte, error) {
	return a.firstPage(ctx, b, ThumbnailWidth)
}
