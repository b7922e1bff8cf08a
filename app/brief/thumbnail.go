package brief

import (
	"archive/zip"
	"bytes"

	"celun/app/store"
)

// Thumbnail returns the picture of the first page that a .celun file holds, a
// PNG, or nil if it holds none or is no such file. The brief itself is not
// read. The error says that the file cannot be read.
func Thumbnail(path string) ([]byte, error) {
	data, err := store.Read(path, MaxFile)
	if err != nil {
		return nil, err
	}
	// An error beside a reader is of names that lead out of the archive: nothing
	// is unpacked here.
	z, _ := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if z == nil {
		return nil, nil // a file of another kind has no picture
	}
	for _, f := range z.File {
		if f.Name != "thumbnail.png" {
			continue
		}
		picture, _ := readPart(f) // a damaged one is as none
		return picture, nil
	}
	return nil, nil
}
