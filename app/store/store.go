// Package store keeps a user's files from being lost. It is the only package
// that writes, renames and removes them, and it knows no format.
//
//	data, err := store.Read("gap.celun", 100<<20)
//	err = store.Write("gap.celun", data)
//
// What it promises of a write, and what its tests hold it to:
//
//   - At any instant the path holds the old bytes or the new ones, whole, also
//     when the program is killed in the middle.
//   - When Write returns nil, the bytes are on the disk, as far as the disk
//     keeps its word.
//   - When it fails, the old file is unharmed, no stray file is left where it
//     can be removed, and the error says what, where and what to do.
//
// Errors are *language.Problem. What no program can promise: a drive or network
// share that reports a write as done before it is.
package store

import (
	"errors"
	"io/fs"
	"os"
	"time"
)

// Write replaces the file at path by data, or makes it; the folder must exist.
// A symbolic link stays one, and the file it leads to is replaced; the mode of
// an existing file is kept, and a file that is marked read-only is refused.
func Write(path string, data []byte) error {
	return keeper{disk{}, time.Sleep}.write(path, data)
}

// Read returns the file at path, which may hold at most limit bytes. What is
// no regular file, such as a pipe or a device, is refused unread.
func Read(path string, limit int64) ([]byte, error) {
	return keeper{disk{}, time.Sleep}.read(path, limit)
}

// ReadIfExists is [Read] for a file that need not be there; found says whether
// it is.
func ReadIfExists(path string, limit int64) (data []byte, found bool, err error) {
	data, err = Read(path, limit)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false, nil
	}
	return data, err == nil, err
}

// CreateDir makes a folder and those above it that are missing. One that is
// there already is no error.
func CreateDir(path string) error {
	if err := os.MkdirAll(path, 0o777); err != nil {
		return problem(path, err)
	}
	return nil
}

// SweepTemps removes from a folder what earlier writes left there when they
// were killed, if it is older than age, so that a write of another program
// that is under way is left alone. It returns how many files it removed.
func SweepTemps(dir string, age time.Duration) (int, error) {
	return keeper{disk{}, time.Sleep}.sweep(dir, time.Now().Add(-age))
}
