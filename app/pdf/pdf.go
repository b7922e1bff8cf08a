// Package pdf writes pages as a PDF: what stands on the page list and nothing
// else, with text that can be taken out again as it went in.
//
//	err := pdf.Write(ctx, w, doc, faces, pdf.Options{Progress: func(done, total int) { … }})
//
// gofpdf lays the file out: pages, their content, links. What it cannot do
// well is done beside it. Text is drawn by our own operators, glyph by glyph
// where the page list says, because its MultiCell and SplitText lose hanzi at
// line ends. Fonts are added after it has written the pages (package object):
// a font holds the glyphs of the document only and numbers them from 1, so
// that no character is beyond it (gofpdf fails over U+FFFF); its name carries
// a subset tag; its ToUnicode map gives each glyph's true text, which for a
// hyphen put in by line breaking is U+00AD. gofpdf is told of no font at all.
//
// The file is tagged: a structure tree says what each text is and in which
// language, in reading order, and all else is an artifact. It is PDF/A-2a and
// PDF/UA-1 and says so (see [Options.Password] for the exception); `make
// conformance` has an independent program check that it is.
//
// The file depends on the document alone: no clock, no random number. Writing
// one document twice gives the same bytes, also at the same time.
package pdf

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math"
	"time"

	"celun/app/pdf/object"
	"celun/app/typeset"
	"celun/app/typeset/face"

	"github.com/jung-kurt/gofpdf"
)

// Version is the version of PDF that is written; VersionLocked that of a file
// with a password.
const (
	Version       = "1.7"
	VersionLocked = "2.0"
)

// Options say how a document is written.
type Options struct {
	// Progress, if set, is told of work done; it is called in the goroutine
	// of Write. total does not change during one call.
	Progress func(done, total int)
	// Keywords of the document, for its metadata; if nil the id of its
	// template and its version.
	Keywords []string
	// Version of the program, for the metadata.
	Version string
	// Password, if set, is needed to open the file, which is encrypted with
	// AES-256 and therefore PDF 2.0. Neither PDF/A nor PDF/UA-1 allows that,
	// so such a file does not say that it conforms to them; and its keys are
	// random, so no two are equal.
	Password string
}

// Write writes doc as a PDF. Nothing is written to w unless the whole
// document can be drawn: a character without a glyph is a *[language.Problem]
// that names it and its place. An error of w is returned as it is.
func Write(ctx context.Context, w io.Writer, doc *typeset.Document, faces *face.Set, o Options) error {
	if err := refuseMissing(doc); err != nil {
		return err
	}
	fonts, err := collect(doc, faces)
	if err != nil {
		return err
	}
	// Drawing is about as much work as compressing: a step each.
	total := 2 * len(doc.Pages)
	step := func(done int) error {
		if o.Progress != nil {
			o.Progress(done, total)
		}
		return ctx.Err()
	}
	plain, drawn, err := draw(doc, fonts, step)
	if err != nil {
		return err
	}
	file, err := object.Read(plain)
	if err != nil {
		return err
	}
	if err := finish(file, doc, fonts, drawn, o); err != nil {
		return err
	}
	how := object.WriteOptions{Version: Version}
	if o.Password != "" {
		how.Version = VersionLocked
		if how.Lock, err = object.NewLock(o.Password); err != nil {
			return err
		}
	}
	how.Step = func(done, of int) error {
		return step(len(doc.Pages) + len(doc.Pages)*done/of)
	}
	if err := file.Write(w, how); err != nil {
		return err
	}
	return step(total)
}

// draw lets gofpdf write the pages, uncompressed and without fonts.
func draw(doc *typeset.Document, fonts []*font, step func(done int) error) ([]byte, *drawer, error) {
	size := gofpdf.SizeType{Wd: 595.28, Ht: 841.89} // A4, for a document without pages
	if len(doc.Pages) > 0 {
		size = gofpdf.SizeType{Wd: doc.Pages[0].Width, Ht: doc.Pages[0].Height}
	}
	out := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: size})
	out.SetCompression(false) // object does it, better and faster
	out.SetCatalogSort(true)
	out.SetCreationDate(time.Unix(0, 0)) // replaced; without one it would take the clock's
	out.SetModificationDate(time.Unix(0, 0))
	out.SetAutoPageBreak(false, 0)
	out.SetMargins(0, 0, 0)
	d := &drawer{out: out, doc: doc, tags: newTagger(doc), fonts: map[face.ID]*font{}, targets: map[place]int{}}
	for _, f := range fonts {
		d.fonts[f.id] = f
	}
	for i := range doc.Pages {
		if err := step(i); err != nil {
			return nil, nil, err
		}
		if err := d.page(&doc.Pages[i]); err != nil {
			return nil, nil, err
		}
	}
	if len(doc.Pages) == 0 {
		out.AddPage() // a PDF has at least one
	}
	var plain bytes.Buffer
	if err := out.Output(&plain); err != nil {
		return nil, nil, fmt.Errorf("pdf: %w", err)
	}
	return plain.Bytes(), d, nil
}

// finite reports whether all of these can be written as PDF numbers.
func finite(xs ...float64) bool {
	for _, x := range xs {
		if math.IsNaN(x) || math.Abs(x) > 1e6 {
			return false
		}
	}
	return true
}
