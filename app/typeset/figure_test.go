package typeset

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"celun/app/brief"
	"celun/app/figure"
	"celun/app/language"
)

// specimen returns a brief in which every kind of content appears.
func specimen(t testing.TB) *brief.Brief {
	t.Helper()
	data, err := os.ReadFile("testdata/specimen.json")
	if err != nil {
		t.Fatal(err)
	}
	b := &brief.Brief{}
	if err := json.Unmarshal(data, b); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"specimen-sign.png", "specimen-view.jpg", "specimen-logo.png"} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := (brief.SetMedia{Name: "media/" + name, Data: data}).Apply(b); err != nil {
			t.Fatal(err)
		}
	}
	if err := b.Validate(); err != nil {
		t.Fatal(err)
	}
	return b
}

// figureBrief returns a brief with one figure.
func figureBrief(f *brief.Figure) *brief.Brief {
	return &brief.Brief{Sections: []brief.Section{{ID: "s", Blocks: []brief.Block{{ID: "f", Kind: brief.FigureKind, Figure: f}}}}}
}

// figures returns the figures of a document with their pages.
func figures(doc *Document) (all []*Figure, pages []int) {
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			if f := it.Figure; f != nil && (len(all) == 0 || all[len(all)-1] != f) {
				all, pages = append(all, f), append(pages, p.Number)
			}
		}
	}
	return all, pages
}

// A figure stands once on a page, over its caption, and is told in each
// language that the page shows; on facing pages each has its own.
func TestFiguresStandOverTheirCaptions(t *testing.T) {
	b := specimen(t)
	for _, layout := range []brief.Layout{brief.Parallel, brief.Stacked, brief.Facing, brief.Sequential} {
		doc := mustSet(t, b, Options{Layout: layout})
		seen := map[string]int{}
		all, pages := figures(doc)
		for i, f := range all {
			if f.Block == "" {
				continue
			}
			seen[f.Block]++
			blk, _, _ := b.Block(f.Block)
			want := blk.Figure.Alt
			switch {
			case layout == brief.Facing && pages[i]%2 == 1, layout == brief.Sequential && seen[f.Block] == 1:
				want.EN = ""
			case layout == brief.Facing, layout == brief.Sequential:
				want.ZH = ""
			}
			if f.Alt != want {
				t.Errorf("%s: figure %s is told as %+v, want %+v", layout, f.Block, f.Alt, want)
			}
			under := math.Inf(1)
			for _, it := range doc.Pages[pages[i]-1].Items {
				if it.Address.Block != f.Block {
					continue
				}
				if it.Role == CaptionRole && it.Y > f.Y+f.Height {
					under = min(under, it.Y-f.Y-f.Height)
				}
				if it.Figure == f && (it.X < f.X-0.1 || it.X+it.Width > f.X+f.Width+0.1 || it.Y > f.Y+f.Height+0.1) {
					t.Errorf("%s: figure %s: an item at %.1f, %.1f is outside", layout, f.Block, it.X, it.Y)
				}
			}
			if under > 30 {
				t.Errorf("%s: figure %s has no caption under it", layout, f.Block)
			}
		}
		times := 1
		if layout == brief.Facing || layout == brief.Sequential {
			times = 2
		}
		for _, s := range b.Sections {
			for _, blk := range s.Blocks {
				if blk.Kind == brief.FigureKind && seen[blk.ID] != times {
					t.Errorf("%s: figure %s stands %d times", layout, blk.ID, seen[blk.ID])
				}
			}
		}
		text := allText(doc)
		for _, want := range []string{"图1", "图7"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: no caption begins with %s", layout, want)
			}
		}
	}
}

// allText returns the texts of a document without spaces.
func allText(doc *Document) string {
	var all strings.Builder
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			all.WriteString(strings.ReplaceAll(it.Text, " ", ""))
		}
	}
	return all.String()
}

func TestPicturesKeepTheirShapeAndThePage(t *testing.T) {
	b := specimen(t)
	at := func(f brief.Figure, o Options) *Figure {
		t.Helper()
		c := figureBrief(&f)
		name := f.Media
		data, _ := b.Media(name)
		if _, err := (brief.SetMedia{Name: name, Data: data}).Apply(c); err != nil {
			t.Fatal(err)
		}
		all, _ := figures(mustSet(t, c, o))
		if len(all) != 1 {
			t.Fatalf("%d figures", len(all))
		}
		return all[0]
	}
	wide := at(brief.Figure{Form: brief.PictureForm, Media: "media/specimen-view.jpg"}, Options{})
	half := at(brief.Figure{Form: brief.PictureForm, Media: "media/specimen-view.jpg", Width: 0.5}, Options{})
	if math.Abs(wide.Width-2*half.Width) > 0.01 || math.Abs(wide.Height-wide.Width*360/640) > 0.01 {
		t.Errorf("whole %.1f × %.1f, half %.1f × %.1f", wide.Width, wide.Height, half.Width, half.Height)
	}
	square := at(brief.Figure{Form: brief.PictureForm, Media: "media/specimen-logo.png"}, Options{Landscape: true})
	if square.Height > 500 || math.Abs(square.Width-square.Height) > 0.01 {
		t.Errorf("a square on a page that lies is %.1f × %.1f", square.Width, square.Height)
	}
}

// What cannot be shown is said, on the page and to the user.
func TestPicturesThatCannotBeShown(t *testing.T) {
	bomb := append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00\x75\x30\x00\x00\x75\x30\x08\x02\x00\x00\x00\x56\x3c\xb7\x0f"), make([]byte, 900)...)
	for _, c := range []struct {
		data []byte
		code string
	}{{nil, "picture-missing"}, {[]byte("no picture"), "picture-unsound"}, {bomb, "picture-unsound"}} {
		b := figureBrief(&brief.Figure{Form: brief.PictureForm, Media: "media/a.png"})
		if _, err := (brief.SetMedia{Name: "media/a.png", Data: c.data}).Apply(b); err != nil {
			t.Fatal(err)
		}
		doc := mustSet(t, b, Options{})
		if len(doc.Warnings) != 1 || doc.Warnings[0].Code != c.code || doc.Warnings[0].Address.Block != "f" {
			t.Errorf("%s: warnings %v", c.code, doc.Warnings)
		}
		if text := allText(doc); !strings.Contains(text, "这里的图片无法显示") || !strings.Contains(text, "cannotbeshown") {
			t.Errorf("%s: the page says %q", c.code, text)
		}
	}
}

// A picture that changes under its name is drawn anew, and one that does not
// is kept.
func TestChangedPictureIsSeen(t *testing.T) {
	s := newTestSetter(t)
	b := specimen(t)
	first, err := s.Set(t.Context(), b, Options{})
	if err != nil {
		t.Fatal(err)
	}
	data, _ := b.Media("media/specimen-logo.png")
	if _, err := (brief.SetMedia{Name: "media/specimen-view.jpg", Data: data}).Apply(b); err != nil {
		t.Fatal(err)
	}
	second, err := s.Set(t.Context(), b, Options{})
	if err != nil {
		t.Fatal(err)
	}
	shape := func(doc *Document) (w, h float64) {
		all, _ := figures(doc)
		for _, f := range all {
			if f.Block == "b10" {
				return f.Width, f.Height
			}
		}
		return 0, 0
	}
	w1, h1 := shape(first)
	if w2, h2 := shape(second); h1 == h2 || math.Abs(w2-h2) > 0.01 {
		t.Errorf("%.1f × %.1f became %.1f × %.1f", w1, h1, w2, h2)
	}
}

// Drawings come from the room that makes them, with all their texts.
func TestDrawingsKeepTheirTexts(t *testing.T) {
	b := specimen(t)
	blk, _, _ := b.Block("b11")
	doc := mustSet(t, figureBrief(blk.Figure), Options{})
	d, err := figure.Draw(blk, figure.Options{
		Width: 400, Languages: language.Both(), Measure: func(s string, _ language.Language, size float64, _ bool) float64 { return 0.5 * size * float64(len(s)) },
	})
	if err != nil {
		t.Fatal(err)
	}
	text := allText(doc)
	for _, want := range d.Texts {
		if !strings.Contains(text, strings.ReplaceAll(want.Text, " ", "")) {
			t.Errorf("the page lacks %q", want.Text)
		}
	}
	paths := 0
	for _, it := range doc.Pages[0].Items {
		if it.Kind == PathItem {
			paths++
		}
	}
	if paths < len(d.Shapes)/2 {
		t.Errorf("%d outlines on the page, %d in the drawing", paths, len(d.Shapes))
	}
}

// mapBrief is a title over a map of a challenge with so many measures.
func mapBrief(title string, measures int) *brief.Brief {
	f := &brief.Figure{Form: brief.MapForm, Caption: language.Text{ZH: "论证图", EN: "Map"}, Nodes: []brief.Node{
		{ID: "C", Kind: "challenge", Label: language.Text{ZH: "一项挑战", EN: "A challenge"}},
	}}
	for i := range measures {
		id := fmt.Sprint("M", i)
		f.Nodes = append(f.Nodes, brief.Node{ID: id, Kind: "countermeasure", Label: language.Text{ZH: "应对挑战的一项对策" + id, EN: "A measure that answers the challenge, " + id}})
		f.Edges = append(f.Edges, brief.Edge{From: id, To: "C", Kind: "answers"})
	}
	b := figureBrief(f)
	b.Title = language.Text{ZH: title, EN: title}
	b.Meta.Page.Landscape = true
	return b
}

// pagesOf returns the pages on which a block is drawn, from 0, and those of
// its caption.
func pagesOf(doc *Document, block string) (drawn, captioned []int) {
	for i, p := range doc.Pages {
		art, caption := false, false
		for _, it := range p.Items {
			art = art || it.Address.Block == block && it.Role == FigureRole
			caption = caption || it.Address.Block == block && it.Role == CaptionRole
		}
		if art {
			drawn = append(drawn, i)
		}
		if caption {
			captioned = append(captioned, i)
		}
	}
	return drawn, captioned
}

// A map stands on the first page under the title if it can be read there, and
// otherwise on the next; one that no page holds is split, and its last part
// keeps the caption.
func TestAMapStandsUnderTheTitleIfItFits(t *testing.T) {
	long := strings.Repeat("很长的题目 a very long title ", 7)
	for _, c := range []struct {
		title    string
		measures int
		first    int
		several  bool
	}{{"题", 6, 0, false}, {"题", 20, 0, false}, {"题", 24, 1, false}, {long, 6, 1, false}, {"题", 60, 0, true}} {
		b := mapBrief(c.title, c.measures)
		id := b.Sections[0].Blocks[0].ID
		doc := mustSet(t, b, Options{Layout: brief.Stacked, Landscape: true})
		drawn, captioned := pagesOf(doc, id)
		if len(drawn) == 0 || drawn[0] != c.first || len(drawn) > 1 != c.several {
			t.Errorf("a map of %d nodes stands on pages %v", c.measures+1, drawn)
		}
		if len(captioned) != 1 || captioned[0] != drawn[len(drawn)-1] {
			t.Errorf("a map of %d nodes stands on pages %v, its caption on %v", c.measures+1, drawn, captioned)
		}
		for _, p := range doc.Pages {
			for _, it := range p.Items {
				if it.Role == FigureRole && (it.Y > p.Height-20 || it.Kind == TextItem && it.Size < 6.99) {
					t.Fatalf("%q of %.1f pt stands at %.0f of %.0f", it.Text, it.Size, it.Y, p.Height)
				}
			}
		}
	}
}
