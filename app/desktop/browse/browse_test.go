package browse

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestReadShowsFoldersThenTheNewestFiles(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "folder"), 0o700); err != nil {
		t.Fatal(err)
	}
	now := time.Now()
	for i, name := range []string{"old.celun", "new.CELUN", "other.pdf", ".hidden.celun"} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, now, now.Add(time.Duration(i)*time.Hour)); err != nil {
			t.Fatal(err)
		}
	}
	for extension, want := range map[string][]string{".celun": {"folder", "new.CELUN", "old.celun"}, "": {"folder"}} {
		got, err := read(dir, extension)
		if err != nil || len(got) != len(want) {
			t.Fatalf("%q: %+v, %v", extension, got, err)
		}
		for i := range want {
			if got[i].name != want[i] || got[i].folder != (want[i] == "folder") {
				t.Errorf("%q: %d is %+v, want %s", extension, i, got[i], want[i])
			}
		}
	}
	if _, err := read(filepath.Join(dir, "missing"), ".celun"); err == nil {
		t.Error("a folder that is not there can be read")
	}
}
