package app

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"image/png"
	"os"
	"path/filepath"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/raster"
	"celun/app/store"
	"celun/app/template"
	"celun/app/typeset"
)

// pictureWidth is the width of the picture of a first page, in pixels.
const pictureWidth = 360

// SamplePicture returns the first page of the finished sample as a PNG.
func (a *App) SamplePicture(ctx context.Context) ([]byte, error) {
	b, err := a.Sample()
	if err != nil {
		return nil, err
	}
	return a.picture(ctx, "sample", b, func() (*brief.Brief, error) { return b, nil })
}

// TemplatePicture returns the first page of a brief that was just filled from
// a template, as a PNG.
func (a *App) TemplatePicture(ctx context.Context, id string) ([]byte, error) {
	t, err := a.Template(id)
	if err != nil {
		return nil, err
	}
	return a.picture(ctx, "template-"+t.ID, t, func() (*brief.Brief, error) {
		challenges, err := a.SomeChallenges(t)
		if err != nil {
			return nil, err
		}
		b, _, err := a.NewFromTemplate(t.ID, template.Choice{Challenges: challenges, ID: "picture"})
		return b, err
	})
}

// SomeChallenges returns the challenges that a template is filled with as long
// as nobody chose: all that the library has, for a short one the first.
func (a *App) SomeChallenges(t *template.Template) ([]string, error) {
	lib, err := a.Library()
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, e := range lib.OfKind(argument.Challenge) {
		ids = append(ids, e.ID)
	}
	if t.Pages.Most > 0 && t.Pages.Most <= 2 && len(ids) > 1 {
		ids = ids[:1]
	}
	return ids, nil
}

// picture returns the first page of a brief, from the cache if it was drawn
// before for the same content by the same build of the program. A cache that
// cannot be read or written costs time only.
func (a *App) picture(ctx context.Context, name string, of any, make func() (*brief.Brief, error)) ([]byte, error) {
	at := ""
	if a.cache != "" {
		content, err := json.Marshal(of)
		if err != nil {
			return nil, err
		}
		sum := sha256.Sum256(append(content, build()...))
		at = filepath.Join(a.cache, "pictures", name+"-"+hex.EncodeToString(sum[:6])+".png")
		if data, found, err := store.ReadIfExists(at, 4<<20); err == nil && found && bytes.HasPrefix(data, []byte("\x89PNG")) {
			return data, nil
		}
	}
	b, err := make()
	if err != nil {
		return nil, err
	}
	data, err := a.firstPage(ctx, b, pictureWidth)
	if err == nil && at != "" && data != nil {
		if store.CreateDir(filepath.Dir(at)) == nil {
			_ = store.Write(at, data)
		}
	}
	return data, err
}

// build says which build of the program this is: builds of a working tree all
// have the same version.
func build() string {
	if path, err := os.Executable(); err == nil {
		if info, err := os.Stat(path); err == nil {
			return Version() + info.ModTime().String()
		}
	}
	return Version()
}

// firstPage draws the first page of a brief as a PNG of a width in pixels; nil
// if it has none.
func (a *App) firstPage(ctx context.Context, b *brief.Brief, width int) ([]byte, error) {
	doc, err := a.Pages(ctx, b, typeset.Options{})
	if err != nil || len(doc.Pages) == 0 {
		return nil, err
	}
	picture, err := raster.NewDrawer(a.faces).Thumbnail(ctx, &doc.Pages[0], width)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := png.Encode(&out, picture); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
