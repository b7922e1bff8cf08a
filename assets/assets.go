// Package assets holds what Celun brings along besides its code: the faces,
// the built-in packs and the sample, the word list, the hyphenation patterns,
// the schema of a brief and the icon. Where each comes from, under which
// licence, and how it was made is told in NOTICES.md, which is among them.
//
// The commands hand [Files] to the rooms that read from it as a plain file
// system:
//
//	faces := face.NewSet(assets.Files)             // fonts/…
//	f, err := assets.Files.Open("dictionary/zh.txt")
//
// Nothing is compressed, so that an opened file implements [io.ReaderAt] and
// [io.Seeker]: a face of 15 MB is read where it lies, in pieces, and costs no
// memory of its own.
package assets

import "embed"

//go:generate go run generate/interface.go
//go:generate go run generate/dictionary.go
//go:generate go run generate/icon.go
//go:generate go run generate/pinyin.go
//go:generate go run generate/terms.go

// Files is the content of this folder, by path from here, such as
// "fonts/NotoSerifSC-Regular.ttf".
//
//go:embed NOTICES.md dictionary fonts icon packs patterns sample schema
var Files embed.FS
