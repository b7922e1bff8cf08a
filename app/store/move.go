package store

import (
	"errors"
	"io/fs"
	"path/filepath"
	"time"
)

// TempPath returns a name in the folder of path that no file has, for a file
// that is made piece by piece and then put in the place of path by [Move].
// [SweepTemps] knows such names and clears away what a killed program left.
func TempPath(path string) string {
	dir, base := filepath.Split(path)
	return filepath.Join(dir, tempName(base))
}

// Move renames a file to a name in the same folder and replaces what has that
// name. It is for files that can be made again, such as caches: nothing is
// put on the disk before, unlike in [Write].
func Move(from, to string) error {
	if err := (keeper{disk{}, time.Sleep}).rename(from, to); err != nil {
		return problem(to, err)
	}
	return nil
}

// Remove removes the file at path. That there is none is no error.
func Remove(path string) error {
	if err := (disk{}).Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return problem(path, err)
	}
	return nil
}
