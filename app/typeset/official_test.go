package typeset

import (
	"context"
	"errors"
	"math"
	"strings"
	"testing"

	"celun/app/brief"
	"celun/app/language"
)

func officialBrief() *brief.Brief {
	b := proseBrief(3)
	b.Title.ZH = "关于缩小数字外交能力差距的若干意见和下一步工作安排"
	b.Meta = brief.Meta{
		Style: brief.OfficialStyle, Date: "2026-11-02", Unit: language.Text{ZH: "示例研究室", EN: "Example Unit"},
		Number: language.Text{ZH: "示例研发[2026]7号", EN: "No. 7"},
	}
	b.Sections = append(b.Sections, brief.Section{ID: "z", Heading: language.Text{ZH: "末节", EN: "Last"}, Blocks: []brief.Block{
		{ID: "z1", Kind: brief.Heading, Level: 2, Text: language.Text{ZH: "二级", EN: "Second"}},
		{ID: "z2", Kind: brief.Paragraph, Text: language.Text{ZH: strings.Repeat("数字外交的能力差距正在扩大", 80), EN: "x"}},
	}})
	return b
}

// An official document keeps to the block, the grid and the places that GB/T
// 9704-2012 gives.
func TestOfficialDocument(t *testing.T) {
	doc, err := newTestSetter(t).Set(context.Background(), officialBrief(), Options{Paper: A3})
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Languages) != 1 || doc.Languages[0] != language.ZH || math.Abs(doc.Pages[0].Width-210*mm) > 0.1 {
		t.Fatalf("%v on pages of %.0f pt", doc.Languages, doc.Pages[0].Width)
	}
	left, right, top, bottom := 28*mm, 184*mm, 37*mm, 262*mm
	full, faces := 0, map[string]string{}
	for i, p := range doc.Pages {
		baselines := map[float64]bool{}
		for _, it := range p.Items {
			if it.Kind != TextItem {
				continue
			}
			if it.Role == ArtifactRole {
				checkOfficialNumber(t, i, it)
				continue
			}
			baselines[math.Round(it.Y*100)] = true
			if it.X < left-0.01 || it.X+it.Width > right+0.01 || it.Y < top || it.Y > bottom {
				t.Errorf("page %d: %q stands at %.1f–%.1f, %.1f, outside the block", i+1, it.Text, it.X, it.X+it.Width, it.Y)
			}
			if it.Address.Block == "z2" && len([]rune(it.Text)) == 28 {
				full++
			}
			if it.Role == HeadingRole {
				faces[string(rune('0'+it.Level))] = string(it.Face)
			}
		}
		if n := len(baselines); i == len(doc.Pages)-2 && n != 22 {
			t.Errorf("page %d has %d lines, not 22", i+1, n)
		}
	}
	if full < 20 {
		t.Errorf("%d lines of 28 characters", full)
	}
	if !strings.Contains(faces["1"], "Sans") || !strings.Contains(faces["2"], "WenKai") {
		t.Errorf("faces of headings: %v", faces)
	}
	codes := map[string]bool{}
	for _, w := range doc.Warnings {
		codes[w.Code] = true
	}
	if !codes["face-fallback"] || !codes["style-one-language"] || !codes["style-paper"] {
		t.Errorf("warnings: %v", codes)
	}
}

// checkOfficialNumber checks the page number: between dashes, below the
// block, one character from the outer edge.
func checkOfficialNumber(t *testing.T, i int, it Item) {
	t.Helper()
	if !strings.HasPrefix(it.Text, "— ") && !strings.HasSuffix(it.Text, " —") || it.Size != 14 || it.Y < 269*mm {
		t.Errorf("page %d is numbered %q in %g pt at %.1f", i+1, it.Text, it.Size, it.Y)
	}
	if i%2 == 0 && math.Abs(it.X+it.Width-(184*mm-14)) > 0.1 || i%2 == 1 && math.Abs(it.X-(28*mm+14)) > 0.1 {
		t.Errorf("the number of page %d stands at %.1f–%.1f", i+1, it.X, it.X+it.Width)
	}
}

// The title is centred in lines of unlike length; the year of the number
// stands in brackets of six corners; the date ends four characters from the
// right with the unit centred above it.
func TestOfficialPlaces(t *testing.T) {
	doc, err := newTestSetter(t).Set(context.Background(), officialBrief(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var title []float64
	var number string
	var unit, day [2]float64
	for _, p := range doc.Pages {
		var row float64
		for _, it := range p.Items {
			switch {
			case it.Role == TitleRole:
				if n := len(title); n > 0 && it.Y == row {
					title[n-1] += it.Width
				} else {
					title = append(title, it.Width)
				}
				row = it.Y
				if centre := it.X + it.Width/2; math.Abs(centre-106*mm) > 0.5 {
					t.Errorf("a line of the title is centred at %.1f", centre)
				}
			case it.Role == MetaRole && it.Address.Slot == brief.NumberSlot:
				number += it.Text
			case it.Role == MetaRole && it.Address.Slot == brief.UnitSlot:
				unit = [2]float64{it.X, it.X + it.Width}
			case it.Role == MetaRole:
				if day[0] == 0 {
					day[0] = it.X
				}
				day[1] = it.X + it.Width
			}
		}
	}
	if len(title) != 2 || math.Abs(title[0]-title[1]) < 22 {
		t.Errorf("the lines of the title are %.0f pt", title)
	}
	if number != "示例研发〔2026〕7号" {
		t.Errorf("the number is %q", number)
	}
	em := OfficialDocument().Body.ZH.Size
	if math.Abs(day[1]-(184*mm-4*em)) > 0.1 {
		t.Errorf("the date ends at %.1f", day[1])
	}
	if math.Abs(unit[0]+unit[1]-day[0]-day[1]) > 1 {
		t.Errorf("the unit stands at %.1f, the date at %.1f", unit, day)
	}
}

func TestStyles(t *testing.T) {
	b := officialBrief()
	s := newTestSetter(t)
	doc, err := s.Set(context.Background(), b, Options{Languages: []language.Language{language.EN}})
	if err != nil || doc.Languages[0] != language.EN || len(doc.Warnings) == 0 {
		t.Errorf("an English official document: %v", err)
	}
	doc, err = s.Set(context.Background(), b, Options{Style: brief.BriefStyle})
	if err != nil || len(doc.Languages) != 2 {
		t.Errorf("the style of the options does not win over that of the brief: %v", err)
	}
	var p *language.Problem
	if _, err = s.Set(context.Background(), b, Options{Style: "comic"}); !errors.As(err, &p) {
		t.Errorf("an unknown style: %v", err)
	}
}

// An official document has no tints and no bars, and all its running text
// stands on 22 lines a page, key messages and evidence as well.
func TestOfficialPagesAreBlackOnWhite(t *testing.T) {
	b := officialBrief()
	two := language.Text{ZH: "第一条要点。\n第二条要点。", EN: "One.\nTwo."}
	b.Sections = append([]brief.Section{{
		ID: "keys", Unnumbered: true, Heading: language.Text{ZH: "要点"},
		Blocks: []brief.Block{{ID: "kk", Kind: brief.KeyMessages, Text: two}},
	}}, b.Sections...)
	b.Sections[1].Blocks = append(b.Sections[1].Blocks, brief.Block{ID: "ee", Kind: brief.Evidence, Text: language.Text{ZH: "一条依据。"}})
	doc, err := newTestSetter(t).Set(context.Background(), b, Options{Style: brief.OfficialStyle})
	if err != nil {
		t.Fatal(err)
	}
	leading := 225 * mm / 22
	for _, p := range doc.Pages {
		top := math.NaN()
		for _, it := range p.Items {
			if it.Kind == BoxItem || it.Kind == RuleItem && it.Width < it.Height {
				t.Errorf("page %d has a %s of %.0f × %.0f pt", p.Number, it.Kind, it.Width, it.Height)
			}
			if it.Kind != TextItem || it.Rise != 0 || it.Role != ParagraphRole && it.Role != ItemRole && it.Role != HeadingRole {
				continue
			}
			if math.IsNaN(top) {
				top = it.Y
			}
			if n := (it.Y - top) / leading; math.Abs(n-math.Round(n)) > 0.05 {
				t.Errorf("page %d: “%s” stands %.2f lines below the first", p.Number, it.Text, n)
			}
		}
	}
}
