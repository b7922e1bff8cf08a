// Package object is a PDF file as a table of objects: it reads a plain file,
// lets its objects be looked at, changed and added to, and writes it again.
//
//	f, err := object.Read(plain)
//	catalog, err := f.Dict(f.Trailer["Root"])
//	catalog["Lang"] = object.String("zh-CN")
//	catalog["Metadata"] = f.Add(&object.Stream{Dict: object.Dict{"Type": object.Name("Metadata")}, Data: xmp})
//	err = f.Write(w, object.WriteOptions{Version: "1.7"})
//
// It reads what gofpdf writes without compression and encryption, and what it
// writes itself: one cross-reference table or stream, one generation, streams
// whose length stands beside them. Writing is deterministic: equal objects
// give equal bytes.
//
// Why not a library: pdfcpu reads any PDF there is, but it puts the time of
// the day and a random identifier into what it writes, so that two exports
// of one brief differ, and it adds 4.6 MB to the program.
package object

import (
	"errors"
	"fmt"
	"unicode/utf16"
)

// A Value is nil (null), a bool, an int, a float64, a [Name], a [String], an
// [Array], a [Dict], a [Ref], a [Raw] or a *[Stream].
type Value any

// A Name is a PDF name without its slash.
type Name string

// A String is a PDF string as bytes. [Text] makes one from text.
type String string

// An Array is a PDF array.
type Array []Value

// A Dict is a PDF dictionary. It is written in the order of its keys.
type Dict map[Name]Value

// A Ref refers to the object of this number (generation 0).
type Ref int

// A Raw is a value already in PDF syntax, for objects of which there are
// thousands. It may not hold strings if the file is to be encrypted and does
// not go into an object stream; [File.Write] sees to that.
type Raw []byte

// A Stream is a dictionary with data. If the dictionary names no Filter the
// data is compressed when it is written, unless Plain says otherwise.
type Stream struct {
	Dict  Dict
	Data  []byte
	Plain bool // for data that programs look for without reading the PDF: XMP
}

// A File holds the objects of a PDF file by number. Objects[0] is unused; a
// nil object is free.
type File struct {
	Objects []Value
	Trailer Dict
}

// Text returns a text string: UTF-16 with a byte order mark, or, if it is
// plain ASCII, the text as it is.
func Text(s string) String {
	ascii := true
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			ascii = false
		}
	}
	if ascii {
		return String(s)
	}
	b := []byte{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return String(b)
}

// Add gives v a number in the file.
func (f *File) Add(v Value) Ref {
	if len(f.Objects) == 0 {
		f.Objects = append(f.Objects, nil)
	}
	f.Objects = append(f.Objects, v)
	return Ref(len(f.Objects) - 1)
}

// Set puts v in the place of the object that at refers to, or adds it if at
// is no reference to one. It returns v's reference.
func (f *File) Set(at, v Value) Ref {
	if r, ok := at.(Ref); ok && r > 0 && int(r) < len(f.Objects) {
		f.Objects[r] = v
		return r
	}
	return f.Add(v)
}

// Free removes an object.
func (f *File) Free(r Ref) {
	if r > 0 && int(r) < len(f.Objects) {
		f.Objects[r] = nil
	}
}

// Get returns what v refers to, or v itself if it is no reference. A
// reference to nothing is null, as PDF has it.
func (f *File) Get(v Value) Value {
	for range 16 { // a reference to a reference is rare, a ring of them is damage
		r, ok := v.(Ref)
		if !ok {
			return v
		}
		if r <= 0 || int(r) >= len(f.Objects) {
			return nil
		}
		v = f.Objects[r]
	}
	return nil
}

// Dict returns the dictionary that v is or refers to; a stream's is its own.
func (f *File) Dict(v Value) (Dict, error) {
	switch d := f.Get(v).(type) {
	case Dict:
		return d, nil
	case *Stream:
		return d.Dict, nil
	default:
		return nil, fmt.Errorf("pdf: a dictionary was expected, not %T", d)
	}
}

// Pages returns references to the pages in their order.
func (f *File) Pages() ([]Ref, error) {
	catalog, err := f.Dict(f.Trailer["Root"])
	if err != nil {
		return nil, err
	}
	tree, err := f.Dict(catalog["Pages"])
	if err != nil {
		return nil, err
	}
	kids, ok := f.Get(tree["Kids"]).(Array)
	if !ok {
		return nil, errors.New("pdf: no pages")
	}
	pages := make([]Ref, len(kids))
	for i, k := range kids {
		r, ok := k.(Ref)
		if !ok {
			return nil, errors.New("pdf: a page is no reference")
		}
		pages[i] = r
	}
	return pages, nil
}
