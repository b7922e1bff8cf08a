package store

import "os"

// SameFile reports whether two paths lead to one file that is there, by
// whatever names and links. A path at which nothing can be found is the same
// as no other.
func SameFile(a, b string) bool {
	x, err := disk{}.Stat(a)
	if err != nil {
		return false
	}
	y, err := disk{}.Stat(b)
	return err == nil && os.SameFile(x, y)
}
