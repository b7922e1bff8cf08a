//go:build linux || freebsd || openbsd || netbsd

package reveal

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// opener puts a program xdg-open in the place of the system's.
func opener(t *testing.T, script string) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "xdg-open"), []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
}

func TestOpenHandsThePathOver(t *testing.T) {
	got := filepath.Join(t.TempDir(), "got")
	opener(t, `printf %s "$1" >'`+got+`'`)
	if err := Open("/home/li/简报 a&b, c.pdf"); err != nil {
		t.Fatal(err)
	}
	if path, _ := os.ReadFile(got); string(path) != "/home/li/简报 a&b, c.pdf" {
		t.Errorf("it was given %q", path)
	}
}

// Where no program is for a file, the opener says so only by how it ends.
func TestOpenTellsThatNothingOpens(t *testing.T) {
	opener(t, "exit 3")
	if err := Open("/a.pdf"); err == nil {
		t.Error("nothing has opened it, and nobody is told")
	}
	t.Setenv("PATH", t.TempDir())
	if err := Open("/a.pdf"); err == nil {
		t.Error("there is no opener, and nobody is told")
	}
}

func TestOpenDoesNotWaitForTheReader(t *testing.T) {
	defer func(was time.Duration) { patience = was }(patience)
	patience = 100 * time.Millisecond
	opener(t, "exec sleep 3")
	began := time.Now()
	if err := Open("/a.pdf"); err != nil || time.Since(began) > 2*time.Second {
		t.Errorf("%v after %v", err, time.Since(began))
	}
}
