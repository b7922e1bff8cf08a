package brief_test

import (
	"os"
	"path/filepath"
	"testing"

	"celun/app/brief"
)

func TestTheThumbnailOfAFile(t *testing.T) {
	dir := t.TempDir()
	save := func(name string, picture []byte) string {
		path := filepath.Join(dir, name)
		if err := brief.Save(path, brief.New(""), picture); err != nil {
			t.Fatal(err)
		}
		return path
	}
	other := filepath.Join(dir, "other.celun")
	if err := os.WriteFile(other, []byte("no archive"), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		save("with.celun", []byte("\x89PNG…")): "\x89PNG…",
		save("without.celun", nil):             "",
		other:                                  "",
	} {
		got, err := brief.Thumbnail(path)
		if err != nil || string(got) != want {
			t.Errorf("%s: %q, %v", filepath.Base(path), got, err)
		}
	}
	if _, err := brief.Thumbnail(filepath.Join(dir, "gone.celun")); err == nil {
		t.Error("a file that is not there has a thumbnail")
	}
}
