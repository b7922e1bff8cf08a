package typeset

import (
	"math"
	"testing"

	"celun/app/brief"
	"celun/app/language"
)

// Each character of a text is found where it is drawn, and is drawn where it
// is found: over markup, line ends, hyphens, citations and pages.
func TestPlacesLeadToTheTextAndBack(t *testing.T) {
	for _, layout := range []brief.Layout{brief.Parallel, brief.Stacked, brief.Facing, brief.Sequential} {
		b := plainBrief()
		b.Sections = b.Sections[:5]
		text := language.Text{
			ZH: "**先看**数字[^a]外交的*要点*，“再”看__其余__部分。又：文献[^=a]说得明白……完",
			EN: "The **first** international[^a] organisations *of all* kinds are __considerably__ represented, as [^=a] says; administration follows.",
		}
		b.Sections[0].Blocks[0].Text = text
		b.Sources = append(b.Sources, source("a"))
		doc := mustSet(t, b, Options{Layout: layout})
		seen := 0
		for i := range doc.Pages {
			p := &doc.Pages[i]
			for k := range p.Items {
				it := &p.Items[k]
				if it.Kind != TextItem || it.Role != ParagraphRole || it.Rise > 0 || it.Made {
					continue
				}
				whole, _ := b.Text(it.Address)
				runes := []rune(whole)
				x := it.X
				for j, r := range []rune(it.Text) {
					if it.Hyphen && j == len(it.Advances)-1 {
						break
					}
					a := it.Advances[j]
					if a > 0.5 {
						seen++
						s, ok := p.At(x+0.2*a, it.Y-2, 5)
						if !ok || s.Address != it.Address || s.Offset != it.Offset+j || runes[s.Offset] != r {
							t.Fatalf("%s: a click on %c of “%s” leads to %+v", layout, r, it.Text, s)
						}
						c, ok := doc.Caret(s)
						if !ok || c.Page != p.Number || math.Abs(c.X-x) > 0.01 || c.Y > it.Y-5 || c.Y+c.Height < it.Y {
							t.Fatalf("%s: %c of “%s” at %.2f, %.2f on page %d is found at %+v", layout, r, it.Text, x, it.Y, p.Number, c)
						}
					}
					x += a
				}
			}
		}
		if seen < 2000 {
			t.Errorf("%s: only %d characters were tried", layout, seen)
		}
	}
}

func TestPlacesOfCitationsAndOfNothing(t *testing.T) {
	b := oneBlock(brief.Paragraph, "甲[^a]乙", "A")
	b.Sources = append(b.Sources, source("a"))
	doc := mustSet(t, b, Options{})
	p := &doc.Pages[0]
	for i := range p.Items {
		if it := &p.Items[i]; it.Text == "[1]" {
			if s, ok := p.At(it.X+it.Width*0.8, it.Y-1, 5); !ok || s.Offset != 1 {
				t.Errorf("a click on the citation leads to %+v", s)
			}
		}
	}
	if s, ok := p.At(5, 5, 20); ok {
		t.Errorf("a click on the margin leads to %+v", s)
	}
	if c, ok := doc.Caret(Spot{brief.Address{Block: "gone", Language: language.ZH}, 0}); ok {
		t.Errorf("a block that is not there stands at %+v", c)
	}
	end, ok := doc.Caret(Spot{brief.Address{Block: "p", Language: language.ZH}, 6})
	if start, _ := doc.Caret(Spot{brief.Address{Block: "p", Language: language.ZH}, 0}); !ok || end.X < start.X+20 {
		t.Errorf("the text goes from %+v to %+v", start, end)
	}
}
