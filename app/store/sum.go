package store

import (
	"cmp"
	"crypto/sha256"
	"slices"
)

// A Sum tells one content of a file from another.
type Sum [sha256.Size]byte

// SumOf returns the sum of a content.
func SumOf(data []byte) Sum { return sha256.Sum256(data) }

// Differs reports whether the file at path is there and holds something other
// than what has the sum: another program has written it. It reads the file
// whole, since neither size nor time need tell. limit is that of [Read].
func Differs(path string, sum Sum, limit int64) (bool, error) {
	data, found, err := ReadIfExists(path, limit)
	if err != nil || !found {
		return false, err
	}
	return SumOf(data) != sum, nil
}

func sortLatest(orphans []Orphan) {
	slices.SortStableFunc(orphans, func(a, b Orphan) int {
		return cmp.Or(b.Last.Compare(a.Last), cmp.Compare(a.Path, b.Path))
	})
}
