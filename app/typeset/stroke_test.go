package typeset

import (
	"math"
	"testing"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
)

// onPage sets one paragraph in one language and returns its page.
func onPage(t *testing.T, l language.Language, text string, change func(*brief.Brief)) *Page {
	t.Helper()
	b := oneBlock(brief.Paragraph, text, text)
	if change != nil {
		change(b)
	}
	doc, err := newTestSetter(t).Set(t.Context(), b, Options{Languages: []language.Language{l}})
	if err != nil {
		t.Fatal(err)
	}
	return &doc.Pages[0]
}

// glyphAt returns where the first r of the paragraph stands on p: its left
// and right edge and its baseline.
func glyphAt(t *testing.T, p *Page, r rune) (left, right, y float64) {
	t.Helper()
	for i := range p.Items {
		it := &p.Items[i]
		if it.Address.Block != "p" {
			continue
		}
		f, err := testFaces().Face(it.Face)
		if err != nil {
			t.Fatal(err)
		}
		x := it.X
		for k, c := range []rune(it.Text) {
			if c == r {
				left := x
				if it.Shifts != nil {
					left += it.Shifts[k]
				}
				return left, left + float64(f.Advance(f.Glyph(r)))*it.Size/float64(f.UnitsPerEm()), it.Y
			}
			x += it.Advances[k]
		}
	}
	t.Fatalf("%q is not on the page", r)
	return 0, 0, 0
}

func kind(p *Page, k ItemKind, below float64) (out []Item) {
	for _, it := range p.Items {
		if it.Kind == k && it.Y > below && it.Y < below+4 {
			out = append(out, it)
		}
	}
	return out
}

// One line runs under hanzi, Latin letters and the gap between them, at one
// height, and ends where the underlined text does: not in the gap after it.
func TestUnderlinesJoinAndEndBeforeTheGap(t *testing.T) {
	p := onPage(t, language.ZH, "先看__甲字AB乙__XY两项", nil)
	left, _, y := glyphAt(t, p, '甲')
	_, right, _ := glyphAt(t, p, '乙')
	next, _, _ := glyphAt(t, p, 'X')
	if next-right < 1 {
		t.Fatalf("the case has no gap after the underline: %.2f", next-right)
	}
	lines := kind(p, RuleItem, y)
	if len(lines) != 1 {
		t.Fatalf("%d lines are drawn, want one: %+v", len(lines), lines)
	}
	if l := lines[0]; math.Abs(l.X-left) > 0.01 || math.Abs(l.X+l.Width-right) > 0.01 {
		t.Errorf("the line runs from %.2f to %.2f, its text from %.2f to %.2f", l.X, l.X+l.Width, left, right)
	}
}

// An underline goes on over spans of another look, and does not over a word
// that has none.
func TestUnderlinesCrossSpans(t *testing.T) {
	p := onPage(t, language.EN, "take __one **bold** step__ and __another__ one", nil)
	_, _, y := glyphAt(t, p, 'k')
	if lines := kind(p, RuleItem, y); len(lines) != 2 {
		t.Errorf("%d lines are drawn, want two: %+v", len(lines), lines)
	}
}

// Emphasis dots stand in the middle under each hanzi and under no mark; in
// English, where there is no such thing, the words are in italics.
func TestEmphasisDots(t *testing.T) {
	p := onPage(t, language.ZH, "这里..甲，乙..是重点", nil)
	_, _, y := glyphAt(t, p, '甲')
	dots := kind(p, DotItem, y)
	if len(dots) != 2 {
		t.Fatalf("%d dots are drawn, want two: %+v", len(dots), dots)
	}
	for i, r := range []rune{'甲', '乙'} {
		left, right, _ := glyphAt(t, p, r)
		if d := dots[i]; math.Abs(d.X+d.Width/2-(left+right)/2) > 0.01 || d.Y < y+1 {
			t.Errorf("the dot of %c stands at %.2f, %.2f, the hanzi from %.2f to %.2f on %.2f", r, d.X, d.Y, left, right, y)
		}
	}
	p = onPage(t, language.EN, "this ..word.. matters", nil)
	_, _, y = glyphAt(t, p, 'w')
	if dots := kind(p, DotItem, y); len(dots) != 0 {
		t.Errorf("English has %d dots", len(dots))
	}
	for _, it := range p.Items {
		if it.Text == "word" && it.Face != "SourceSerif4-Italic" {
			t.Errorf("the word is set in %s", it.Face)
		}
	}
}

// One document has runs of citations, citations with pages, and citations
// that are words of their sentence.
func TestCitationForms(t *testing.T) {
	p := onPage(t, language.ZH, "甲[^a][^b][^c]乙[^a|12–15]文献[^=b]丙", func(b *brief.Brief) {
		b.Sources = append(b.Sources, source("a"), source("b"), source("c"))
	})
	type form struct {
		text   string
		raised bool
	}
	want := map[form]bool{{"[1–3]", true}: true, {"[1]12–15", true}: true, {"[2]", false}: true}
	for _, it := range p.Items {
		delete(want, form{it.Text, it.Rise > 0})
	}
	for f := range want {
		t.Errorf("%+v is not on the page: %v", f, textsOf(p))
	}
}

func source(id string) argument.Source {
	return argument.Source{ID: id, Title: language.Text{ZH: "题", EN: "Title"}, Year: "2020"}
}

func textsOf(p *Page) (out []string) {
	for _, it := range p.Items {
		out = append(out, it.Text)
	}
	return out
}
