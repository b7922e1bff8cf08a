package typeset

import (
	"math"
	"strings"
	"testing"

	"celun/app/brief"
	"celun/app/language"
)

// Pinyin stands in the middle over its hanzi, touches neither its neighbour
// nor the line above, and is no text of the page.
func TestPinyinStandsOverItsHanzi(t *testing.T) {
	text := strings.Repeat("重庆银行状况双双装潢，GDP增长2%。", 8)
	p := onPage(t, language.ZH, text, func(b *brief.Brief) { b.Meta.Page.Pinyin = true })
	type hanzi struct {
		x, y, size float64
		r          rune
	}
	var all []hanzi
	var over []Item
	for _, it := range p.Items {
		if it.Kind == TextItem && it.Role == ArtifactRole && it.Rise > 0 {
			over = append(over, it)
		}
		if it.Address.Block != "p" || it.Role != ParagraphRole {
			continue
		}
		x := it.X
		for k, r := range []rune(it.Text) {
			if r >= 0x4E00 && r <= 0x9FFF {
				g := x
				if it.Shifts != nil {
					g += it.Shifts[k]
				}
				all = append(all, hanzi{g + it.Size/2, it.Y, it.Size, r})
			}
			x += it.Advances[k]
		}
	}
	if len(over) != len(all) || len(all) != 8*12 {
		t.Fatalf("%d readings over %d hanzi", len(over), len(all))
	}
	for i, it := range over {
		h := all[i]
		if math.Abs(it.X+it.Width/2-h.x) > 0.05 || it.Y > h.y-0.85*h.size || it.Y < h.y-1.3*h.size {
			t.Fatalf("%s stands at %.2f, %.2f over %c at %.2f, %.2f", it.Text, it.X+it.Width/2, it.Y, h.r, h.x, h.y)
		}
		if i > 0 && over[i-1].Y == it.Y && over[i-1].X+over[i-1].Width > it.X {
			t.Errorf("%s and %s touch", over[i-1].Text, it.Text)
		}
		if i > 0 && all[i-1].y < h.y && it.Y-0.75*it.Size < all[i-1].y+0.12*h.size {
			t.Errorf("%s reaches the line above", it.Text)
		}
	}
	if over[0].Text != "chóng" {
		t.Errorf("重 of 重庆 is read %s", over[0].Text)
	}
}

// The list of contents is no running text: it has no pinyin over it.
func TestContentsHaveNoPinyin(t *testing.T) {
	b := oneBlock(brief.Paragraph, "正文", "")
	b.Meta.Contents = true
	b.Meta.Page.Pinyin = true
	doc := mustSet(t, b, Options{Languages: []language.Language{language.ZH}})
	readings := 0
	for _, it := range doc.Pages[0].Items {
		if it.Kind == TextItem && it.Role == ArtifactRole && it.Rise > 0 {
			readings++
		}
	}
	if readings != 2 {
		t.Errorf("%d readings stand on a page with two hanzi of text", readings)
	}
}
