package raster_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"image"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"celun/app"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/pdf"
	"celun/app/raster"
	"celun/app/typeset"
)

// dots is the resolution (pixels to a point) at which pages are compared: 150
// dpi.
const dots = 150.0 / 72

// poppler draws the pages of doc as poppler does from the PDF.
func poppler(t *testing.T, a *app.App, doc *typeset.Document) []image.Image {
	t.Helper()
	var b bytes.Buffer
	if err := pdf.Write(context.Background(), &b, doc, a.Faces(), pdf.Options{}); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "brief.pdf")
	if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("pdftoppm", "-r", "150", "-gray", "-png", file, filepath.Join(dir, "p")).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	var pages []image.Image
	for i := range doc.Pages {
		name := fmt.Sprintf("p-%0*d.png", len(fmt.Sprint(len(doc.Pages))), i+1)
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, img)
	}
	return pages
}

// A copy is a brief as its pages are set.
type copyOf struct {
	name  string
	brief *brief.Brief
	page  brief.Page
	of    typeset.Options
	most  int // pages that are compared, for the time it takes
}

// copies are the sample and a specimen of every kind of block, in all layouts
// and looks between them.
func copies(t *testing.T, a *app.App) []copyOf {
	t.Helper()
	sample, err := a.Sample()
	if err != nil {
		t.Fatal(err)
	}
	every := everyKind(t)
	zh := []language.Language{language.ZH}
	return []copyOf{
		{"sample", sample, brief.Page{}, typeset.Options{}, 3},
		{"sample, stacked", sample, brief.Page{}, typeset.Options{Layout: brief.Stacked}, 3},
		{"sample, English first on a large sheet", sample, brief.Page{}, typeset.Options{Lead: language.EN, Paper: typeset.A3, Landscape: true}, 2},
		{"sample, official", sample, brief.Page{Grid: true}, typeset.Options{Style: brief.OfficialStyle, Languages: zh}, 3},
		{"every kind", every, brief.Page{}, typeset.Options{}, 8},
		{"every kind, facing", every, brief.Page{Hanging: true, Spread: true}, typeset.Options{Layout: brief.Facing, Draft: true}, 6},
		{"every kind, on letter paper", every, brief.Page{}, typeset.Options{Paper: typeset.Letter}, 2},
		{"every kind, Chinese, then English", every, brief.Page{}, typeset.Options{Layout: brief.Sequential}, 7},
		{"every kind, English, then Chinese on letter paper", every, brief.Page{}, typeset.Options{Layout: brief.Sequential, Lead: language.EN, Paper: typeset.Letter}, 7},
		{"every kind, Chinese with pinyin", every, brief.Page{Pinyin: true, Body: "小四"}, typeset.Options{Languages: zh}, 3},
	}
}

// everyKind returns the specimen of the layout.
func everyKind(t *testing.T) *brief.Brief {
	t.Helper()
	const folder = "../typeset/testdata/"
	read := func(name string) []byte {
		data, err := os.ReadFile(folder + name)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	b := &brief.Brief{}
	if err := json.Unmarshal(read("specimen.json"), b); err != nil {
		t.Fatal(err)
	}
	pictures, err := filepath.Glob(folder + "*.[pj][np]g")
	if err != nil || len(pictures) == 0 {
		t.Fatalf("the specimen has no pictures: %v", err)
	}
	for _, p := range pictures {
		name := filepath.Base(p)
		if _, err := (brief.SetMedia{Name: "media/" + name, Data: read(name)}).Apply(b); err != nil {
			t.Fatal(err)
		}
	}
	text, _, _ := b.Block(firstParagraph(b))
	text.Text.ZH = "__划线2026年__与..着重..，" + text.Text.ZH
	return b
}

func firstParagraph(b *brief.Brief) string {
	for i := range b.Sections {
		for _, k := range b.Sections[i].Blocks {
			if k.Kind == brief.Paragraph {
				return k.ID
			}
		}
	}
	return ""
}

// The preview is the PDF: on every page, in each layout and with each kind of
// block, our picture and poppler's are alike, and the ink of every line stands
// within half a point of where poppler draws it.
func TestPagesAreDrawnAsThePDFShowsThem(t *testing.T) {
	if _, err := exec.LookPath("pdftoppm"); err != nil {
		t.Skip("pdftoppm is not installed")
	}
	a := app.New(os.DirFS("../../assets"), os.DirFS("../../templates"))
	d := raster.NewDrawer(a.Faces())
	for _, c := range copies(t, a) {
		t.Run(c.name, func(t *testing.T) {
			c.brief.Meta.Page = c.page
			doc, err := a.Pages(context.Background(), c.brief, c.of)
			if err != nil {
				t.Fatal(err)
			}
			doc.Pages = doc.Pages[:min(c.most, len(doc.Pages))]
			doc.Headings = slices.DeleteFunc(doc.Headings, func(h typeset.Heading) bool { return h.Page > c.most })
			alike(t, d, doc, poppler(t, a, doc))
		})
	}
}

// alike compares the pages of doc as we draw them with other pictures of them.
func alike(t *testing.T, d *raster.Drawer, doc *typeset.Document, others []image.Image) {
	t.Helper()
	least, off, lines := 1.0, 0.0, 0
	for i, theirs := range others {
		ours, err := d.Page(context.Background(), &doc.Pages[i], raster.Options{Scale: dots})
		if err != nil {
			t.Fatal(err)
		}
		p, w, h := raster.Grey(ours)
		q, _, _ := raster.Grey(theirs)
		if len(p) != len(q) {
			t.Fatalf("page %d: %v and %v", i+1, ours.Bounds(), theirs.Bounds())
		}
		s := raster.Similarity(p, q, w, h)
		if least = min(least, s); s < 0.95 {
			t.Errorf("page %d: similarity %.3f", i+1, s)
		}
		for _, box := range lineBoxes(&doc.Pages[i]) {
			lines++
			o := max(outside(ink(p, w, h, box, black), ink(q, w, h, box, grey)), outside(ink(q, w, h, box, black), ink(p, w, h, box, grey))) / dots
			if off = max(off, o); o > 0.5 {
				t.Errorf("page %d: the ink in %v stands %.2f pt off", i+1, box, o)
			}
		}
	}
	t.Logf("%d pages: similarity at least %.3f, ink boxes of %d lines within %.2f pt", len(others), least, lines, off)
}

// lineBoxes returns where the texts of a page may have ink, in pixels.
func lineBoxes(p *typeset.Page) []image.Rectangle {
	var out []image.Rectangle
	for _, it := range p.Items {
		if it.Kind == typeset.TextItem && len(it.Advances) > 1 {
			out = append(out, image.Rect(
				int(math.Floor((it.X-1)*dots)), int(math.Floor((it.Y-0.95*it.Size)*dots)),
				int(math.Ceil((it.X+it.Width+1)*dots)), int(math.Ceil((it.Y+0.3*it.Size)*dots))))
		}
	}
	return out
}

// black is the lightness under which a pixel is ink for certain, and grey that
// under which it may be: the hairlines of a Song face lie between.
const black, grey = 110, 225

// ink returns the bounds of what is darker than a lightness within a box.
func ink(lightness []float64, w, h int, box image.Rectangle, than float64) image.Rectangle {
	var out image.Rectangle
	box = box.Intersect(image.Rect(0, 0, w, h))
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			if lightness[y*w+x] < than {
				out = out.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return out
}

// outside returns by how many pixels a reaches out of b.
func outside(a, b image.Rectangle) float64 {
	if a.Empty() {
		return 0
	}
	return float64(max(0, b.Min.X-a.Min.X, b.Min.Y-a.Min.Y, a.Max.X-b.Max.X, a.Max.Y-b.Max.Y))
}
