// Package reveal opens a file with the system's program for its kind, and shows
// it in its folder, chosen among the others.
//
//	if !reveal.File(path) { err = reveal.Open(filepath.Dir(path)) }
//
// Both may wait for another program: call them off the main thread.
package reveal

// File shows a file in its folder and reports whether the system could.
func File(path string) bool { return file(path) }

// Open opens a file or a folder with the system's program for it. The error
// says why that could not be, as far as the system tells.
func Open(path string) error { return open(path) }
