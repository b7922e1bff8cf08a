package typeset

import (
	"strings"
	"testing"

	"celun/app/brief"
	"celun/app/language"

	"github.com/google/go-cmp/cmp"
)

// labelsOf returns the marks of items in a language.
func labelsOf(doc *Document, l language.Language) (out []string) {
	paragraph := 0
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			if it.Role != LabelRole || it.Language != l {
				continue
			}
			if it.Paragraph != paragraph {
				paragraph = it.Paragraph
				out = append(out, "")
			}
			out[len(out)-1] += it.Text
		}
	}
	return out
}

func listBrief(kind brief.Kind, zh, en string) *brief.Brief {
	return &brief.Brief{Sections: []brief.Section{{ID: "s", Blocks: []brief.Block{{ID: "b", Kind: kind, Text: language.Text{ZH: zh, EN: en}}}}}}
}

// Items are counted by level, anew under each item above, and each language
// writes the numbers in its own way.
func TestListsAreCountedByLevel(t *testing.T) {
	zh := "1. 一\n  1. 一一\n  1. 一二\n    1. 一二一\n1. 二\n  1. 二一\n  - 点\n三"
	en := "1. a\n  1. aa\n  1. ab\n    1. aba\n1. b\n  1. ba\n  - point\nc"
	doc := mustSet(t, listBrief(brief.List, zh, en), Options{})
	if diff := cmp.Diff([]string{"1.", "（1）", "（2）", "①", "2.", "（1）", "–", "•"}, labelsOf(doc, language.ZH)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"1.", "(a)", "(b)", "(i)", "2.", "(a)", "–", "•"}, labelsOf(doc, language.EN)); diff != "" {
		t.Error(diff)
	}
}

// The deeper an item the further in it stands, in both languages; its lines
// hang behind its mark; and no depth takes more than a third of a column.
func TestDeepItemsStandFurtherIn(t *testing.T) {
	var zh, en []string
	for i := range 8 {
		in := strings.Repeat("  ", i)
		zh = append(zh, in+"- "+strings.Repeat("深浅不一的条目", 9))
		en = append(en, in+"- "+strings.Repeat("an item of some depth ", 9))
	}
	doc := mustSet(t, listBrief(brief.List, strings.Join(zh, "\n"), strings.Join(en, "\n")), Options{})
	for _, l := range language.Both() {
		mark, text := 0.0, map[int]float64{}
		first := map[int]float64{}
		for _, it := range doc.Pages[0].Items {
			if it.Language != l {
				continue
			}
			switch it.Role {
			case LabelRole:
				if it.Level <= brief.MaxLevel && it.X < mark {
					t.Errorf("%s: a mark of level %d stands at %.1f, the one above at %.1f", l, it.Level, it.X, mark)
				}
				mark = it.X
			case ItemRole:
				if x, ok := text[it.Paragraph]; !ok || it.X < x {
					text[it.Paragraph] = it.X
				}
				if _, ok := first[it.Paragraph]; !ok {
					first[it.Paragraph] = it.X
				}
				if it.X <= mark {
					t.Errorf("%s: text at %.1f, its mark at %.1f", l, it.X, mark)
				}
			}
		}
		least, most := 1e9, 0.0
		for p, x := range text {
			if first[p]-x > 0.5 {
				t.Errorf("%s: the first line of an item stands at %.1f, another at %.1f", l, first[p], x)
			}
			least, most = min(least, x), max(most, x)
		}
		if most-least < 20 || most-least > 100 {
			t.Errorf("%s: the deepest item stands %.1f further in than the first", l, most-least)
		}
	}
}

// A pair of which one language stands under the other has one number.
func TestStackedPairsAreNumberedOnce(t *testing.T) {
	for _, kind := range []brief.Kind{brief.List, brief.KeyMessages} {
		b := listBrief(kind, "1. 一\n1. 二", "1. a\n1. b")
		doc := mustSet(t, b, Options{Layout: brief.Stacked})
		if diff := cmp.Diff([]string{"1.", "2."}, labelsOf(doc, language.ZH)); diff != "" {
			t.Errorf("%s: %s", kind, diff)
		}
		if got := labelsOf(doc, language.EN); got != nil {
			t.Errorf("%s: numbered again: %v", kind, got)
		}
		only := mustSet(t, listBrief(kind, "", "1. a\n1. b"), Options{Layout: brief.Stacked})
		if diff := cmp.Diff([]string{"1.", "2."}, labelsOf(only, language.EN)); diff != "" {
			t.Errorf("%s, English alone: %s", kind, diff)
		}
	}
}

// Where the languages number an item of a list differently each has its own
// numbers, also in stacked pairs: who is told to look at (b) finds it.
func TestStackedItemsHaveTheNumbersOfBothLanguages(t *testing.T) {
	b := listBrief(brief.List, "1. 一\n  1. 二\n  - 三", "1. a\n  1. b\n  - c")
	doc := mustSet(t, b, Options{Layout: brief.Stacked})
	if diff := cmp.Diff([]string{"1.", "（1）", "–"}, labelsOf(doc, language.ZH)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"1.", "(a)", "–"}, labelsOf(doc, language.EN)); diff != "" {
		t.Error(diff)
	}
}
