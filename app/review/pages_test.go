package review

import (
	"bytes"
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"celun/app/brief"
	"celun/app/language"
	"celun/app/pdf"
	"celun/app/pdf/object"
	"celun/app/typeset"
	"celun/app/typeset/face"
)

// set sets a brief as pages, in our faces.
func set(t *testing.T, b *brief.Brief) (*typeset.Document, *face.Set) {
	t.Helper()
	faces := face.NewSet(os.DirFS("../../assets"))
	doc, err := typeset.NewSetter(faces).Set(context.Background(), b, typeset.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc, faces
}

func codesOf(findings []Finding) []string {
	var codes []string
	for _, f := range findings {
		codes = append(codes, f.Code)
	}
	return codes
}

func TestPagesOfTheSampleHaveNoFindings(t *testing.T) {
	b := sampleBrief(t)
	doc, faces := set(t, b)
	n := len(doc.Pages)
	if found := Pages(b, doc, Promise{Least: n - 1, Most: n + 1, Layout: brief.Parallel}); len(found) != 0 {
		t.Errorf("found %+v", found)
	}
	if found := File(b, written(t, doc, faces), doc); len(found) != 0 {
		t.Errorf("in the file: %+v", found)
	}
}

func TestPages(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(doc *typeset.Document)
		code   string
	}{
		{"too many pages", func(doc *typeset.Document) { doc.Pages = append(doc.Pages, doc.Pages...) }, "S3"},
		{"too few pages", func(doc *typeset.Document) { doc.Pages = doc.Pages[:1] }, "S3"},
		{"a missing character", func(doc *typeset.Document) {
			doc.Missing = []typeset.Missing{{Rune: '𠮷', Address: brief.Address{Block: "b2", Language: language.ZH}, Context: "𠮷野"}}
		}, "P1"},
		{"text beyond the page", func(doc *typeset.Document) { someText(doc).X = doc.Pages[0].Width - 5 }, "P3"},
		{"text beyond its cell", func(doc *typeset.Document) {
			for i := range doc.Pages {
				for k := range doc.Pages[i].Items {
					if it := &doc.Pages[i].Items[k]; it.Kind == typeset.TextItem && it.Cell != nil && it.Cell.Column == 0 && it.Cell.Columns > 2 {
						it.Width = 400
						return
					}
				}
			}
		}, "P3"},
		{"small type", func(doc *typeset.Document) { someText(doc).Size = 5 }, "P5"},
		{"pale type", func(doc *typeset.Document) { someText(doc).Color = typeset.Color{R: 200, G: 200, B: 200} }, "P8"},
		{"a heading that stands last", func(doc *typeset.Document) {
			last := 0.0
			for _, it := range doc.Pages[0].Items {
				if it.Kind == typeset.TextItem && it.Role != typeset.ArtifactRole {
					last = max(last, it.Y)
				}
			}
			for k := range doc.Pages[0].Items {
				if it := &doc.Pages[0].Items[k]; it.Role != typeset.ArtifactRole && it.Y > last-4 {
					it.Role = typeset.HeadingRole
				}
			}
		}, "P4"},
		{"a pair that is parted", func(doc *typeset.Document) {
			for k := range doc.Pages[0].Items {
				it := &doc.Pages[0].Items[k]
				if it.Kind == typeset.TextItem && it.Role == typeset.ParagraphRole && it.Language == language.EN && it.Address.Block == "b2" {
					it.Address.Block = "gone"
					doc.Pages[1].Items = append(doc.Pages[1].Items, *it)
					doc.Pages[1].Items[len(doc.Pages[1].Items)-1].Address.Block = "b2"
				}
			}
		}, "P4"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := sampleBrief(t)
			doc, _ := set(t, b)
			n := len(doc.Pages)
			c.change(doc)
			found := Pages(b, doc, Promise{Least: n - 1, Most: n + 1, Layout: brief.Parallel})
			if !slices.Contains(codesOf(found), c.code) {
				t.Fatalf("%s was not found, but %+v", c.code, found)
			}
			for _, f := range found {
				if f.Code != c.code {
					t.Errorf("%s as well: %s", f.Code, f.Message.EN)
				}
				if len(f.Message.Missing()) > 0 {
					t.Errorf("the message lacks a language: %+v", f.Message)
				}
			}
		})
	}
}

// someText is a text of the second paragraph.
func someText(doc *typeset.Document) *typeset.Item {
	for k := range doc.Pages[0].Items {
		if it := &doc.Pages[0].Items[k]; it.Kind == typeset.TextItem && it.Role == typeset.ParagraphRole && it.Address.Block == "b2" {
			return it
		}
	}
	panic("there is no paragraph on the first page")
}

func written(t *testing.T, doc *typeset.Document, faces *face.Set) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := pdf.Write(context.Background(), &out, doc, faces, pdf.Options{}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestFaultsOfAFile(t *testing.T) {
	b := sampleBrief(t)
	doc, faces := set(t, b)
	data := written(t, doc, faces)
	each := func(f *object.File, change func(d object.Dict)) {
		for _, v := range f.Objects {
			if d, ok := v.(object.Dict); ok {
				change(d)
			}
		}
	}
	catalog := func(f *object.File) object.Dict {
		d, err := f.Dict(f.Trailer["Root"])
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, c := range []struct {
		name   string
		change func(f *object.File)
		code   string
		en     string
	}{
		{"a face that is not embedded", func(f *object.File) {
			each(f, func(d object.Dict) { delete(d, "FontFile2"); delete(d, "FontFile3") })
		}, "P2", "is not embedded"},
		{"no language", func(f *object.File) { delete(catalog(f), "Lang") }, "P6", "does not say its language"},
		{"no tags", func(f *object.File) { delete(catalog(f), "StructTreeRoot") }, "P6", "no structure tree"},
		{"no head cells", func(f *object.File) {
			each(f, func(d object.Dict) {
				if d["S"] == object.Name("TH") {
					d["S"] = object.Name("TD")
				}
			})
		}, "P6", "no header cells"},
		{"a paragraph without language", func(f *object.File) {
			each(f, func(d object.Dict) {
				if d["S"] != nil {
					delete(d, "Lang")
				}
			})
		}, "P6", "a paragraph does not say"},
		{"headings that are not tagged", func(f *object.File) {
			each(f, func(d object.Dict) {
				if s, ok := d["S"].(object.Name); ok && len(s) == 2 && s[0] == 'H' {
					d["S"] = object.Name("P")
				}
			})
		}, "P6", "tags only"},
		{"no bookmarks", func(f *object.File) { delete(catalog(f), "Outlines") }, "P7", "has no bookmark"},
		{"no title", func(f *object.File) {
			info, err := f.Dict(f.Trailer["Info"])
			if err != nil {
				t.Fatal(err)
			}
			delete(info, "Title")
		}, "P9", "no title"},
	} {
		t.Run(c.name, func(t *testing.T) {
			file, err := object.Read(data)
			if err != nil {
				t.Fatal(err)
			}
			c.change(file)
			var out bytes.Buffer
			if err := file.Write(&out, object.WriteOptions{Version: "1.7"}); err != nil {
				t.Fatal(err)
			}
			found := File(b, out.Bytes(), doc)
			if !slices.ContainsFunc(found, func(f Finding) bool { return f.Code == c.code && strings.Contains(f.Message.EN, c.en) }) {
				t.Errorf("%s was not found, but %+v", c.code, found)
			}
		})
	}
	if found := File(b, []byte("%PDF-1.7 nothing"), doc); len(found) != 1 || found[0].Severity != Error {
		t.Errorf("of a damaged file: %+v", found)
	}
}
