package typeset

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"celun/app/brief"
	"celun/app/language"
)

// notedBrief returns prose with footnotes of many lengths, in cells and lists
// too.
func notedBrief(seed uint64, longest int) *brief.Brief {
	rnd := rand.New(rand.NewPCG(seed, 3))
	b := proseBrief(seed)
	n := 0
	note := func() language.Text {
		n++
		k := 1 + rnd.IntN(longest)
		return language.Text{
			ZH: fmt.Sprintf("^[注%d：%s]", n, strings.Repeat("出处另见附表。", k)),
			EN: fmt.Sprintf("^[Note %d: %s]", n, strings.TrimSpace(strings.Repeat("see the table annexed. ", k))),
		}
	}
	for i := range b.Sections {
		blocks := b.Sections[i].Blocks
		for j := range blocks {
			for range rnd.IntN(3) {
				x := note()
				blocks[j].Text.ZH += x.ZH + "接下来还有一句。"
				blocks[j].Text.EN += x.EN + " One more sentence follows."
			}
		}
		x, y := note(), note()
		b.Sections[i].Blocks = append(blocks,
			brief.Block{ID: fmt.Sprint("t", i), Kind: brief.Table, Table: &brief.Grid{Header: 1, Rows: [][]brief.Cell{
				{{Same: "#"}, {Text: language.Text{ZH: "头" + x.ZH, EN: "head" + x.EN}}}, {{Same: "1"}, {Text: language.Text{ZH: "格" + y.ZH, EN: "cell" + y.EN}}},
			}}})
	}
	return b
}

// Footnotes stand at the foot of the page that their marks are on, under its
// text, numbered in each language from 1, in the column of their language.
func TestFootnotesStandOnTheirPage(t *testing.T) {
	for _, layout := range []brief.Layout{brief.Parallel, brief.Stacked, brief.Facing, brief.Sequential} {
		for seed := range uint64(3) {
			doc := mustSet(t, notedBrief(seed, 4), Options{Layout: layout})
			marks, feet := map[string]int{}, map[string]int{}
			for _, p := range doc.Pages {
				text, top := 0.0, math.Inf(1)
				for _, it := range p.Items {
					switch {
					case it.Kind == LinkItem && strings.HasPrefix(it.Target, "#note-"):
						marks[it.Target[1:]] = p.Number
						if it.Anchor != "mark-"+it.Target[6:] {
							t.Fatalf("the mark %s is called %q", it.Target, it.Anchor)
						}
					case it.Role == FootnoteRole && it.Kind == TextItem:
						top = min(top, it.Y-it.Size)
						if it.Y > p.Height-23*mm+0.1 {
							t.Errorf("%s, page %d: a footnote reaches %.1f", layout, p.Number, it.Y)
						}
						if it.Anchor != "" {
							feet[it.Anchor] = p.Number
						}
						if left := it.X < p.Width*0.45; layout == brief.Parallel && it.Anchor != "" && left != (it.Language == language.ZH) {
							t.Errorf("page %d: a footnote in %s at %.0f", p.Number, it.Language, it.X)
						}
					case it.Kind == TextItem && it.Role != ArtifactRole:
						text = max(text, it.Y)
					}
				}
				if top < text {
					t.Errorf("%s, page %d: text goes down to %.1f, a footnote begins at %.1f", layout, p.Number, text, top)
				}
			}
			if len(marks) < 40 || len(marks)%2 != 0 {
				t.Fatalf("%s: %d marks", layout, len(marks))
			}
			for i := range len(marks) / 2 {
				for _, l := range language.Both() {
					name := noteAnchor(i+1, l)
					if marks[name] == 0 || marks[name] != feet[name] {
						t.Errorf("%s: the mark of %s is on page %d, the note on page %d", layout, name, marks[name], feet[name])
					}
				}
			}
		}
	}
}

// What a page cannot hold of its footnotes goes on at the foot of the next:
// nothing is lost (mustSet compares all text), no page is given over to them
// while there is text, and there is an end.
func TestLongFootnotesGoOn(t *testing.T) {
	for _, layout := range []brief.Layout{brief.Parallel, brief.Stacked, brief.Facing, brief.Sequential} {
		doc := mustSet(t, notedBrief(9, 300), Options{Layout: layout})
		alone, over := 0, 0 // pages of footnotes alone, and those of them before more text
		for _, p := range doc.Pages {
			noted, text := 0, 0
			for _, it := range p.Items {
				switch {
				case it.Kind != TextItem || it.Role == ArtifactRole:
				case it.Role == FootnoteRole:
					noted++
					if it.Y > p.Height-23*mm+0.1 {
						t.Errorf("%s, page %d: a footnote reaches %.1f", layout, p.Number, it.Y)
					}
				default:
					text++
				}
			}
			if noted > 0 && text == 0 {
				alone++
			} else if text > 0 {
				over = alone
			}
		}
		if alone == 0 || over > 0 && layout != brief.Sequential {
			t.Errorf("%s: %d pages hold footnotes alone, %d of them before the end", layout, alone, over)
		}
	}
}

// A footnote in a footnote stands where it is, in brackets.
func TestFootnoteInAFootnote(t *testing.T) {
	b := &brief.Brief{Sections: []brief.Section{{ID: "s", Blocks: []brief.Block{{ID: "b", Kind: brief.Paragraph, Text: language.Text{ZH: "甲^[乙^[丙]丁]。"}}}}}}
	doc, err := newTestSetter(t).Set(t.Context(), b, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if text := allText(doc); !strings.Contains(text, "甲①。") || !strings.Contains(text, "①乙[丙]丁") {
		t.Errorf("the page says %q", text)
	}
}

// A changed number of footnotes renumbers those after it and nothing else.
func TestFootnotesAreRenumbered(t *testing.T) {
	s := newTestSetter(t)
	b := notedBrief(2, 2)
	if _, err := s.Set(t.Context(), b, Options{}); err != nil {
		t.Fatal(err)
	}
	b.Sections[0].Blocks[0].Text.ZH += "^[新]"
	doc, err := s.Set(t.Context(), b, Options{})
	if err != nil {
		t.Fatal(err)
	}
	checkDocument(t, b, doc)
}

// Text refers by the number that each language gives a thing, and follows it
// when the number changes; the reference leads there.
func TestReferencesFollowNumbers(t *testing.T) {
	s := newTestSetter(t)
	text := language.Text{ZH: "见[#t]、[#b]和[#nowhere]。", EN: "See [#t], [#b] and [#nowhere]."}
	table := brief.Block{ID: "t", Kind: brief.Table, Table: &brief.Grid{Header: 1, Caption: language.Text{ZH: "甲", EN: "A"}, Rows: [][]brief.Cell{{{Same: "1"}}}}}
	b := &brief.Brief{Sections: []brief.Section{
		{ID: "a", Heading: language.Text{ZH: "一", EN: "One"}, Blocks: []brief.Block{{ID: "p", Kind: brief.Paragraph, Text: text}}},
		{ID: "b", Heading: language.Text{ZH: "二", EN: "Two"}, Blocks: []brief.Block{table}},
	}}
	said := func() (string, map[string]int) {
		t.Helper()
		doc, err := s.Set(t.Context(), b, Options{})
		if err != nil {
			t.Fatal(err)
		}
		links := map[string]int{}
		for _, it := range doc.Pages[0].Items {
			if it.Kind == LinkItem {
				links[it.Target]++
			}
		}
		got := textByAddress(doc)
		return got[brief.Address{Block: "p", Language: language.ZH}] + got[brief.Address{Block: "p", Language: language.EN}], links
	}
	if got, links := said(); got != "见表1、第二节和?。See Table 1, Section 2 and ?." || links["#t"] != 2 || links["#b"] != 2 {
		t.Errorf("%q, links %v", got, links)
	}
	other := table
	other.ID = "u"
	b.Sections[0].Blocks = append(b.Sections[0].Blocks, other)
	b.Sections[0].Unnumbered = true
	if got, _ := said(); got != "见表2、第一节和?。See Table 2, Section 1 and ?." {
		t.Errorf("%q after another table came before", got)
	}
	b.Sections[1].Blocks[0].Table.Caption = language.Text{}
	if got, _ := said(); !strings.HasPrefix(got, "见第一节、") {
		t.Errorf("%q after the caption was dropped", got)
	}
}
