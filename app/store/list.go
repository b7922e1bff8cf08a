package store

import (
	"errors"
	"io/fs"
	"strings"
)

// List returns the names of the files in a folder that end in suffix, in
// order, without those of writes under way. A folder that is not there has
// none.
func List(dir, suffix string) ([]string, error) {
	entries, err := (disk{}).ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, problemOf(dir, causeOf(err, noFolder), err)
	}
	var names []string
	for _, e := range entries {
		if !e.IsDir() && strings.HasSuffix(e.Name(), suffix) && !isTempName(e.Name()) && !strings.HasPrefix(e.Name(), ".") {
			names = append(names, e.Name())
		}
	}
	return names, nil
}
