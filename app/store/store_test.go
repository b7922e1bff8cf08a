package store

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

func TestWriteNewAndOver(t *testing.T) {
	path := filepath.Join(t.TempDir(), "简报 1.celun")
	for _, text := range []string{"one", "two, longer", ""} {
		if err := Write(path, []byte(text)); err != nil {
			t.Fatal(err)
		}
		data, err := Read(path, 100)
		if err != nil || string(data) != text {
			t.Errorf("read %q, %v; want %q", data, err, text)
		}
	}
	if left := temps(t, filepath.Dir(path)); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestWriteKeepsMode(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the system has no such modes")
	}
	path := filepath.Join(t.TempDir(), "a")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, mode := range []os.FileMode{0o600, 0o664, 0o640} {
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		if err := Write(path, []byte("x")); err != nil {
			t.Fatal(err)
		}
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != mode {
			t.Errorf("mode %v, want %v", info.Mode().Perm(), mode)
		}
	}
}

func TestWriteThroughLinks(t *testing.T) {
	dir := t.TempDir()
	target := filepath.Join(dir, "docs", "real.celun")
	if err := CreateDir(filepath.Dir(target)); err != nil {
		t.Fatal(err)
	}
	link, again := filepath.Join(dir, "link"), filepath.Join(dir, "again")
	for _, l := range [][2]string{{"docs/real.celun", link}, {link, again}} {
		if err := os.Symlink(l[0], l[1]); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	// The link leads nowhere the first time, and to a file the second.
	for _, text := range []string{"first", "second"} {
		if err := Write(again, []byte(text)); err != nil {
			t.Fatal(err)
		}
		if data, err := os.ReadFile(target); err != nil || string(data) != text {
			t.Errorf("the target holds %q, %v", data, err)
		}
		for _, l := range []string{link, again} {
			if info, err := os.Lstat(l); err != nil || info.Mode()&os.ModeSymlink == 0 {
				t.Errorf("%s is no link any more", l)
			}
		}
	}
	round := filepath.Join(dir, "round")
	if err := os.Symlink("round", round); err != nil {
		t.Fatal(err)
	}
	if err := Write(round, nil); err == nil || !strings.Contains(err.Error(), "round in a circle") {
		t.Errorf("write through a circle of links: %v", err)
	}
}

func TestProblems(t *testing.T) {
	dir := t.TempDir()
	locked := filepath.Join(dir, "locked")
	if err := os.WriteFile(locked, []byte("old"), 0o444); err != nil {
		t.Fatal(err)
	}
	read := func(path string) error { _, err := Read(path, 2); return err }
	write := func(path string) error { return Write(path, []byte("new")) }
	for _, c := range []struct {
		name string
		do   func(string) error
		path string
		want string
	}{
		{"write, no folder", write, filepath.Join(dir, "none", "a"), "there is no such folder"},
		{"write, a folder", write, dir, "this is a folder, not a file"},
		{"write, through a file", write, filepath.Join(locked, "a"), "a step of the path is not a folder"},
		{"write, marked", write, locked, "the file is marked read-only"},
		{"write, long name", write, filepath.Join(dir, strings.Repeat("长", 90)), "the name is too long"},
		{"read, no file", read, filepath.Join(dir, "none"), "there is no such file"},
		{"read, a folder", read, dir, "this is a folder, not a file"},
		{"read, large", read, locked, "the file is larger than"},
		{"make a folder, a file is there", CreateDir, filepath.Join(locked, "a"), "a step of the path is not a folder"},
	} {
		err := c.do(c.path)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want …%s…", c.name, err, c.want)
		}
	}
	if data, _ := os.ReadFile(locked); string(data) != "old" {
		t.Errorf("the file marked read-only holds %q", data)
	}
}

func TestLongNamesStillFit(t *testing.T) {
	path := filepath.Join(t.TempDir(), strings.Repeat("长", 85)) // 255 bytes
	if err := Write(path, []byte("x")); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(path); err != nil || !bytes.Equal(data, []byte("x")) {
		t.Errorf("read %q, %v", data, err)
	}
}

func TestSweep(t *testing.T) {
	dir := t.TempDir()
	old := time.Now().Add(-2 * time.Hour)
	for name, stays := range map[string]bool{
		tempName("a.celun"):               false,
		tempName(strings.Repeat("长", 80)): false,
		"a.celun":                         true,
		".a.tmp-12":                       true,
		".a.tmp-12-zzzzzzzzzzzzzzzz":      true,
		".tmp-12-0123456789abcdef":        true,
		"a.tmp-12-0123456789abcdef":       true,
	} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, old, old); err != nil {
			t.Fatal(err)
		}
		if isTempName(name) == stays {
			t.Errorf("isTempName(%q) = %v", name, !stays)
		}
	}
	young := filepath.Join(dir, tempName("young"))
	if err := os.WriteFile(young, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if n, err := SweepTemps(dir, time.Hour); n != 2 || err != nil {
		t.Errorf("%d removed, %v; want 2", n, err)
	}
	if _, err := os.Stat(young); err != nil {
		t.Error("a write that may be under way was swept away")
	}
	if _, err := SweepTemps(filepath.Join(dir, "none"), 0); err == nil {
		t.Error("no error for a folder that is not there")
	}
}
