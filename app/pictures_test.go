package app_test

import (
	"bytes"
	"context"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"celun/app"
	"celun/assets"
	"celun/templates"
)

func TestPicturesOfFirstPagesAreKept(t *testing.T) {
	cache := t.TempDir()
	a := app.New(assets.Files, templates.Files, app.WithCache(cache))
	ctx := context.Background()
	first, err := a.TemplatePicture(ctx, "policy-brief")
	if err != nil {
		t.Fatal(err)
	}
	if m, err := png.Decode(bytes.NewReader(first)); err != nil || m.Bounds().Dy() <= m.Bounds().Dx() {
		t.Fatalf("the picture: %v", err)
	}
	kept, err := filepath.Glob(filepath.Join(cache, "pictures", "*.png"))
	if err != nil || len(kept) != 1 {
		t.Fatalf("kept %v, %v", kept, err)
	}
	// What is kept is what is shown the next time.
	mark := append(bytes.Clone(first), "kept"...)
	if err := os.WriteFile(kept[0], mark, 0o600); err != nil {
		t.Fatal(err)
	}
	if again, err := a.TemplatePicture(ctx, "policy-brief"); err != nil || !bytes.Equal(again, mark) {
		t.Errorf("drawn a second time (%v)", err)
	}
	// And what is damaged is drawn again.
	if err := os.WriteFile(kept[0], []byte("rubbish"), 0o600); err != nil {
		t.Fatal(err)
	}
	if again, err := a.TemplatePicture(ctx, "policy-brief"); err != nil || !bytes.Equal(again, first) {
		t.Errorf("a damaged picture is shown (%v)", err)
	}
	if _, err := a.TemplatePicture(ctx, "none"); err == nil {
		t.Error("a picture of no template")
	}
}
