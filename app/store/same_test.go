package store

import (
	"os"
	"path/filepath"
	"testing"
)

func TestSameFile(t *testing.T) {
	dir := t.TempDir()
	a, b, none := filepath.Join(dir, "a"), filepath.Join(dir, "b"), filepath.Join(dir, "none")
	for _, p := range []string{a, b} {
		if err := os.WriteFile(p, []byte("the same"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		x, y string
		want bool
	}{
		{a, a, true},
		{a, filepath.Join(dir, ".", "a"), true},
		{a, b, false},
		{a, none, false},
		{none, a, false},
		{none, none, false},
	} {
		if got := SameFile(c.x, c.y); got != c.want {
			t.Errorf("%s and %s: %v", c.x, c.y, got)
		}
	}
	link, hard := filepath.Join(dir, "link"), filepath.Join(dir, "hard")
	if err := os.Symlink(a, link); err == nil && !SameFile(link, a) {
		t.Error("a link is not the file it leads to")
	}
	if err := os.Link(a, hard); err == nil && !SameFile(a, hard) {
		t.Error("a second name is not the file")
	}
}
