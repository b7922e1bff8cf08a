package store_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"celun/app/store"
)

func TestList(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.yaml", "a.yaml", "a.txt", ".hidden.yaml", filepath.Base(store.TempPath(filepath.Join(dir, "c.yaml")))} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "folder.yaml"), 0o777); err != nil {
		t.Fatal(err)
	}
	names, err := store.List(dir, ".yaml")
	if err != nil || !slices.Equal(names, []string{"a.yaml", "b.yaml"}) {
		t.Errorf("lists %q, %v", names, err)
	}
	if names, err := store.List(filepath.Join(dir, "none"), ""); err != nil || len(names) > 0 {
		t.Errorf("a folder that is not there has %q, %v", names, err)
	}
	if _, err := store.List(filepath.Join(dir, "a.txt"), ""); err == nil || !strings.Contains(err.Error(), "a.txt") {
		t.Errorf("a file lists as a folder: %v", err)
	}
}
