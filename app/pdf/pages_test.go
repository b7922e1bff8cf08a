package pdf

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"celun/app/language"
	"celun/app/typeset"
	"celun/app/typeset/face"
)

// testFaces returns the faces of the program.
func testFaces(t testing.TB) *face.Set {
	t.Helper()
	return face.NewSet(os.DirFS("../../assets"))
}

// A sheet puts a document together by hand, line under line.
type sheet struct {
	t     testing.TB
	faces *face.Set
	doc   *typeset.Document
	y     float64
}

func newSheet(t testing.TB) *sheet {
	s := &sheet{t: t, faces: testFaces(t), doc: &typeset.Document{
		Title:     language.Text{ZH: "弥合数字鸿沟", EN: "Closing the digital gap"},
		Author:    language.Text{ZH: "政策研究室", EN: "Policy Unit"},
		Date:      "2026-11-22",
		Lead:      language.ZH,
		Languages: language.Both(),
	}}
	s.page()
	return s
}

func (s *sheet) page() {
	n := len(s.doc.Pages) + 1
	s.doc.Pages = append(s.doc.Pages, typeset.Page{Number: n, Width: 595.28, Height: 841.89})
	s.y = 60
}

func (s *sheet) last() *typeset.Page { return &s.doc.Pages[len(s.doc.Pages)-1] }

// line adds a line of text with the advances of its face, and returns it to be
// changed.
func (s *sheet) line(id face.ID, size float64, text string) *typeset.Item {
	s.t.Helper()
	f, err := s.faces.Face(id)
	if err != nil {
		s.t.Fatal(err)
	}
	it := typeset.Item{Kind: typeset.TextItem, X: 60, Y: s.y, Text: text, Face: id, Size: size, Role: typeset.ParagraphRole}
	for _, r := range text {
		it.Advances = append(it.Advances, float64(f.Advance(f.Glyph(r)))*size/float64(f.UnitsPerEm()))
	}
	s.y += 1.7 * size
	p := s.last()
	p.Items = append(p.Items, it)
	return &p.Items[len(p.Items)-1]
}

// write returns the document as a PDF.
func (s *sheet) write() []byte {
	s.t.Helper()
	var b bytes.Buffer
	if err := Write(context.Background(), &b, s.doc, s.faces, Options{}); err != nil {
		s.t.Fatal(err)
	}
	return b.Bytes()
}

// run gives a PDF to an independent program and returns what it prints; the
// test is skipped if the program is not there.
func run(t *testing.T, pdf []byte, program string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Skipf("%s is not installed", program)
	}
	file := filepath.Join(t.TempDir(), "test.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		if a == "FILE" {
			args[i] = file
		}
	}
	out, err := exec.Command(program, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", program, err, out)
	}
	return string(out)
}

// withoutSpace drops white space: readers put some where a gap is wide.
func withoutSpace(s string) string {
	return strings.Join(strings.Fields(s), "")
}
