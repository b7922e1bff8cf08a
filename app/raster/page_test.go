package raster

import (
	"os"
	"testing"

	"celun/app/typeset"
	"celun/app/typeset/face"
)

var ink = typeset.Color{R: 20, G: 30, B: 40}

func testFaces() *face.Set { return face.NewSet(os.DirFS("../../assets")) }

// A sheet puts a page together by hand.
type sheet struct {
	t     testing.TB
	faces *face.Set
	page  *typeset.Page
}

func newSheet(t testing.TB, width, height float64) *sheet {
	return &sheet{t, testFaces(), &typeset.Page{Number: 1, Width: width, Height: height}}
}

// line adds a text with the advances of its face, its baseline at y.
func (s *sheet) line(id face.ID, size, x, y float64, text string) *typeset.Item {
	s.t.Helper()
	f, err := s.faces.Face(id)
	if err != nil {
		s.t.Fatal(err)
	}
	it := typeset.Item{Kind: typeset.TextItem, X: x, Y: y, Text: text, Face: id, Size: size, Color: ink}
	for _, r := range text {
		it.Advances = append(it.Advances, float64(f.Advance(f.Glyph(r)))*size/float64(f.UnitsPerEm()))
	}
	return s.add(it)
}

// rectangle adds a box.
func (s *sheet) rectangle(kind typeset.ItemKind, x, y, width, height float64) *typeset.Item {
	return s.add(typeset.Item{Kind: kind, X: x, Y: y, Width: width, Height: height, Color: ink})
}

func (s *sheet) add(it typeset.Item) *typeset.Item {
	s.page.Items = append(s.page.Items, it)
	return &s.page.Items[len(s.page.Items)-1]
}

// specimen is a page of both languages in all faces, with boxes and rules.
// Its baselines stand where a reader that cuts off parts of a pixel and one
// that rounds them agree at 150 dpi.
func specimen(t testing.TB) *sheet {
	const pixel = 72.0 / 150
	s := newSheet(t, 420, 300)
	s.rectangle(typeset.BoxItem, 20*pixel, 120*pixel, 800*pixel, 120*pixel).Color = typeset.Color{R: 235, G: 240, B: 245}
	s.rectangle(typeset.RuleItem, 20*pixel, 60*pixel, 800*pixel, 1*pixel)
	zh, en := "数字外交以人民为中心，更讲求时效与互信。", "Digital diplomacy puts people first, (66% in 2026)."
	for i, l := range []struct {
		face face.ID
		size float64
		text string
	}{
		{face.SerifSCBold, 18, "弥合数字鸿沟：政策简报"},
		{face.SerifSC, 10.5, zh},
		{face.SerifSC, 9, zh},
		{face.SansSC, 10.5, zh},
		{face.SansSCBold, 10.5, zh},
		{face.Kai, 10.5, zh + "𠮷"},
		{face.Serif, 10.5, en},
		{face.Serif, 8.5, en},
		{face.SerifBold, 10.5, en},
		{face.SerifItalic, 10.5, en},
	} {
		s.line(l.face, l.size, 24, (float64(50+50*i)+0.25)*pixel, l.text)
	}
	return s
}
