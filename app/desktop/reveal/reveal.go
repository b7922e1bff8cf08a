// Package reveal shows a file in its folder, chosen among the others, with the
// system's own program for folders.
//
//	if !reveal.File(path) { open(filepath.Dir(path)) }
package reveal

// File shows a file in its folder and reports whether the system could. It may
// wait for another program: call it off the main thread.
func File(path string) bool { return file(path) }
