package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"celun/app/language"
)

// faulty is a disk on which operation number at fails: once, or from then on.
type faulty struct {
	disk
	at, n   int
	forever bool
	err     error
	short   bool // a write does half of what it is asked, and says so
	done    []string
}

func (f *faulty) fails(operation string) bool {
	f.n++
	f.done = append(f.done, operation)
	return f.n == f.at || f.forever && f.n > f.at
}

func (f *faulty) Resolve(path string) (string, error) {
	if f.fails("resolve") {
		return "", &fs.PathError{Op: "lstat", Path: path, Err: f.err}
	}
	return f.disk.Resolve(path)
}

func (f *faulty) Stat(path string) (fs.FileInfo, error) {
	if f.fails("stat") {
		return nil, &fs.PathError{Op: "stat", Path: path, Err: f.err}
	}
	return f.disk.Stat(path)
}

func (f *faulty) Create(path string, mode fs.FileMode) (file, error) {
	if f.fails("create") {
		return nil, &fs.PathError{Op: "open", Path: path, Err: f.err}
	}
	created, err := f.disk.Create(path, mode)
	if err != nil {
		return nil, err
	}
	return &faultyFile{created, f}, nil
}

func (f *faulty) Rename(from, to string) error {
	if f.fails("rename") {
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: f.err}
	}
	return f.disk.Rename(from, to)
}

func (f *faulty) Remove(path string) error {
	if f.fails("remove") {
		return &fs.PathError{Op: "remove", Path: path, Err: f.err}
	}
	return f.disk.Remove(path)
}

func (f *faulty) SyncDir(dir string) error {
	if f.fails("sync folder") {
		return &fs.PathError{Op: "sync", Path: dir, Err: f.err}
	}
	return f.disk.SyncDir(dir)
}

type faultyFile struct {
	file
	f *faulty
}

func (f *faultyFile) Write(data []byte) (int, error) {
	if f.f.fails("write") {
		n, _ := f.file.Write(data[:len(data)/2])
		if f.f.short {
			return n, nil
		}
		return n, f.f.err
	}
	return f.file.Write(data)
}

func (f *faultyFile) Chmod(mode fs.FileMode) error {
	if f.f.fails("chmod") {
		return f.f.err
	}
	return f.file.Chmod(mode)
}

func (f *faultyFile) Sync() error {
	if f.f.fails("sync") {
		return f.f.err
	}
	return f.file.Sync()
}

func (f *faultyFile) Close() error {
	err := f.file.Close()
	if f.f.fails("close") {
		return f.f.err
	}
	return err
}

func TestEveryOperationFailing(t *testing.T) {
	const old, fresh = "the old content", "the new content, which is longer"
	for _, c := range []struct {
		err   error
		want  string
		short bool
	}{
		{syscall.EIO, "the disk does not work", false},
		{syscall.ENOSPC, "the disk is full", false},
		{syscall.EDQUOT, "the disk is full", false},
		{syscall.EACCES, "permission is denied", false},
		{syscall.EROFS, "the disk is read-only", false},
		{syscall.EBUSY, "another program is using", false},
		{errors.New("odd"), "the system reports an error (", false},
		{syscall.EIO, "", true},
	} {
		for _, exists := range []bool{true, false} {
			for _, forever := range []bool{false, true} {
				failed := 0
				for at := 1; ; at++ {
					dir := t.TempDir()
					path := filepath.Join(dir, "a.celun")
					if exists {
						if err := os.WriteFile(path, []byte(old), 0o640); err != nil {
							t.Fatal(err)
						}
					}
					f := &faulty{at: at, forever: forever, err: c.err, short: c.short}
					err := keeper{f, func(time.Duration) {}}.write(path, []byte(fresh))
					at := fmt.Sprintf("%v at operation %d, forever %v, exists %v", c.err, at, forever, exists)
					data, readErr := os.ReadFile(path)
					got := string(data)
					if exists && readErr != nil || got != fresh && got != old && (exists || readErr == nil) {
						t.Fatalf("%s: the file holds %q, %v", at, got, readErr)
					}
					if f.n < f.at {
						if err != nil || got != fresh {
							t.Fatalf("nothing failed, and yet: %v, %q", err, got)
						}
						break
					}
					if err == nil && got != fresh {
						t.Fatalf("%s: no error, and the file holds %q", at, got)
					}
					if err != nil {
						failed++
						var p *language.Problem
						if !errors.As(err, &p) || p.What.ZH == "" || p.Do.ZH == "" || p.Do.EN == "" || p.Where == "" {
							t.Fatalf("%s: the error says too little: %v", at, err)
						}
						if !strings.Contains(err.Error(), c.want) && !strings.Contains(err.Error(), "did not confirm") {
							t.Fatalf("%s: error %q, want …%s…", at, err, c.want)
						}
						if strings.Contains(err.Error(), "did not confirm") != (got == fresh) {
							t.Fatalf("%s: the file holds %q and the error is %q", at, got, err)
						}
					}
					if left := temps(t, dir); len(left) > 0 && !forever {
						t.Fatalf("%s: left behind: %v", at, left)
					}
				}
				if failed < 5 {
					t.Errorf("%v: only %d operations could fail", c.err, failed)
				}
			}
		}
	}
}

// The bytes are on the disk before they get the name, and the name is on the
// disk before the write is reported as done.
func TestOrderOfAWrite(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.celun")
	for _, want := range []string{
		"resolve stat create write sync close rename sync folder",
		"resolve stat create chmod write sync close rename sync folder",
	} {
		f := &faulty{}
		if err := (keeper{f, time.Sleep}).write(path, []byte("x")); err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(f.done, " "); got != want {
			t.Errorf("done: %s; want %s", got, want)
		}
	}
}

func temps(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var left []string
	for _, e := range entries {
		if isTempName(e.Name()) {
			left = append(left, e.Name())
		}
	}
	return left
}
