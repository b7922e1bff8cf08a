package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// OpenLog opens a log to write on at its end, with the folder it lies in. A log
// larger than limit bytes becomes the old one, name.1, and a new one begins.
func OpenLog(path string, limit int64) (*os.File, error) {
	if err := CreateDir(filepath.Dir(path)); err != nil {
		return nil, err
	}
	if info, err := os.Stat(path); err == nil && info.Size() > limit {
		if err := os.Rename(path, path+".1"); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	return os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
}

// TakeReport puts a report that a run of the program has left away under
// another name and reports whether there is one: an empty one is none.
func TakeReport(path, kept string) (found bool, err error) {
	info, err := os.Stat(path)
	if err != nil || info.Size() == 0 {
		return false, nil
	}
	return true, os.Rename(path, kept)
}
