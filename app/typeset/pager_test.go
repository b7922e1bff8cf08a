package typeset

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"celun/app/brief"
	"celun/app/language"
)

// No page begins with the last line of a paragraph or ends with its first;
// two lines of each side stay and two go; a heading is never the last on its
// page, and two lines stand under it.
func TestPagesBreakWell(t *testing.T) {
	for seed := range uint64(12) {
		b := proseBrief(10 + seed)
		for _, o := range []Options{{}, {Layout: brief.Stacked}, {Languages: []language.Language{language.EN}}, {Layout: brief.Facing}} {
			doc := mustSet(t, b, o)
			for _, s := range b.Sections {
				for _, l := range doc.Languages {
					if l == doc.Lead || o.Layout != brief.Stacked { // there the leading side follows the headings
						checkHeading(t, doc, s, l)
					}
					for _, k := range s.Blocks {
						checkSplit(t, baselines(doc, brief.Address{Block: k.ID, Language: l}), k.ID, l)
					}
				}
			}
		}
	}
}

func checkSplit(t *testing.T, lines [][2]float64, id string, l language.Language) {
	t.Helper()
	perPage := map[float64]int{}
	for _, y := range lines {
		perPage[y[0]]++
	}
	for page, n := range perPage {
		if len(perPage) > 1 && n < 2 {
			t.Fatalf("%s %s has one line on page %.0f: %v", id, l, page, lines)
		}
	}
}

func checkHeading(t *testing.T, doc *Document, s brief.Section, l language.Language) {
	t.Helper()
	head := baselines(doc, brief.Address{Section: s.ID, Slot: brief.HeadingSlot, Language: l})
	text := baselines(doc, brief.Address{Block: s.Blocks[0].ID, Language: l})
	n := 0
	for _, y := range text {
		if y[0] == head[0][0] {
			n++
		}
	}
	if n < 2 && n < len(text) {
		t.Fatalf("the heading of %s stands on page %.0f with %d lines of %v", s.ID, head[0][0], n, text)
	}
}

func tableBrief(rows int) *brief.Brief {
	g := &brief.Grid{Header: 1, Caption: language.Text{ZH: "覆盖率", EN: "Coverage"}}
	for i := range rows {
		cell := brief.Cell{Text: language.Text{ZH: fmt.Sprintf("第%d行的说明文字，写得长一些", i), EN: fmt.Sprintf("what is said in row %d, at some length for a cell", i)}}
		g.Rows = append(g.Rows, []brief.Cell{cell, {Same: fmt.Sprint(i, "%")}, cell, cell})
	}
	g.Rows[0] = []brief.Cell{{Text: language.Text{ZH: "项目", EN: "Item"}}, {Text: language.Text{ZH: "数", EN: "No."}}, {Text: language.Text{ZH: "甲", EN: "A"}}, {Text: language.Text{ZH: "乙", EN: "B"}}}
	return &brief.Brief{Title: language.Text{ZH: "题", EN: "T"}, Sections: []brief.Section{{ID: "s", Heading: language.Text{ZH: "甲", EN: "A"}, Blocks: []brief.Block{
		{ID: "t", Kind: brief.Table, Table: g},
	}}}}
}

// A long table repeats its head on each page, as something drawn and not
// read; its rows stay whole; numbers stand at the right.
func TestLongTable(t *testing.T) {
	b := tableBrief(60)
	doc := mustSet(t, b, Options{})
	if len(doc.Pages) < 2 {
		t.Fatalf("the table takes %d pages", len(doc.Pages))
	}
	for _, p := range doc.Pages {
		head := false
		for _, it := range p.Items {
			head = head || it.Text == "项目" && (it.Role == ArtifactRole) == (p.Number > 1) && (it.Paragraph == 0) == (p.Number > 1)
		}
		if !head {
			t.Errorf("page %d has no head of the table", p.Number)
		}
	}
	right := map[string]bool{}
	for i := 1; i < 60; i++ {
		pages := map[float64]bool{}
		for _, l := range language.Both() {
			for _, column := range []int{0, 2, 3} {
				for _, y := range baselines(doc, brief.Address{Block: "t", Slot: brief.CellSlot(i, column), Language: l}) {
					pages[y[0]] = true
				}
			}
		}
		if len(pages) != 1 {
			t.Errorf("row %d stands on %d pages", i, len(pages))
		}
	}
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			if it.Address.Slot != "" && it.Address.Language == "" {
				right[fmt.Sprintf("%.1f", it.X+it.Width)] = true
			}
		}
	}
	if len(right) != 1 {
		t.Errorf("the numbers end at %v", right)
	}
}

func TestFacingPages(t *testing.T) {
	doc := mustSet(t, proseBrief(5), Options{Layout: brief.Facing})
	if len(doc.Pages)%2 != 0 {
		t.Fatalf("%d pages", len(doc.Pages))
	}
	for _, p := range doc.Pages {
		want := language.ZH
		if p.Number%2 == 0 {
			want = language.EN
		}
		for _, it := range p.Items {
			if it.Kind == TextItem && it.Role == ParagraphRole && it.Language != want {
				t.Fatalf("page %d has %s text", p.Number, it.Language)
			}
		}
	}
}

func TestSequentialParts(t *testing.T) {
	doc := mustSet(t, proseBrief(6), Options{Layout: brief.Sequential, Lead: language.EN})
	last := language.EN
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			if it.Role != ParagraphRole {
				continue
			}
			if it.Language == language.EN && last == language.ZH {
				t.Fatalf("page %d goes back to English", p.Number)
			}
			last = it.Language
		}
	}
	if last != language.ZH {
		t.Fatal("there is no Chinese part")
	}
}

func TestPageBreakBlock(t *testing.T) {
	b := proseBrief(7)
	b.Sections = b.Sections[:1]
	short := language.Text{ZH: "一句话。", EN: "A sentence."}
	b.Sections[0].Blocks = []brief.Block{
		{ID: "a", Kind: brief.Paragraph, Text: short}, {ID: "x", Kind: brief.PageBreak}, {ID: "b", Kind: brief.Paragraph, Text: short},
	}
	doc := mustSet(t, b, Options{})
	if len(doc.Pages) != 2 || baselines(doc, brief.Address{Block: "b", Language: language.ZH})[0][0] != 2 {
		t.Fatalf("%d pages", len(doc.Pages))
	}
}

func TestNarrowPageIsStacked(t *testing.T) {
	c := &composer{setter: newTestSetter(t), ctx: context.Background(), brief: proseBrief(8), layout: brief.Parallel, doc: &Document{}}
	c.choose(400, 600, Options{Languages: language.Both()})
	if c.layout != brief.Stacked || len(c.columns) != 2 || len(c.doc.Warnings) != 1 || c.doc.Warnings[0].Code != "layout-stacked" {
		t.Errorf("layout %s in %d columns, warnings %v", c.layout, len(c.columns), c.doc.Warnings)
	}
}

func TestOptionsAreChecked(t *testing.T) {
	for _, o := range []Options{{Layout: "round"}, {Paper: "A9"}, {Lead: "fr"}, {Languages: []language.Language{"fr"}}} {
		_, err := newTestSetter(t).Set(context.Background(), proseBrief(9), o)
		var p *language.Problem
		if !errors.As(err, &p) || p.What.ZH == "" || p.Do.EN == "" {
			t.Errorf("%+v: %v", o, err)
		}
	}
	for _, o := range []struct {
		Options
		wide, high float64
	}{
		{Options{}, 595.28, 841.89},
		{Options{Paper: A3, Landscape: true}, 1190.55, 841.89},
		{Options{Paper: Letter}, 612, 792},
	} {
		doc := mustSet(t, proseBrief(9), o.Options)
		if p := doc.Pages[0]; p.Width-o.wide > 0.01 || p.Height-o.high > 0.01 || o.wide-p.Width > 0.01 || o.high-p.Height > 0.01 {
			t.Errorf("%+v: %.2f × %.2f pt", o.Options, p.Width, p.Height)
		}
	}
}

// No page ends in a hyphen that we put in, if a line more or less helps.
func TestNoHyphenAtPageEnd(t *testing.T) {
	text := strings.Repeat("The authors argue that the opportunities of digital diplomacy are unequal; international organisations acknowledge administrative responsibility. ", 4)
	set := setLines(t, newTestSetter(t), language.EN, text, 18, nil)
	st := &TextStyle{Leading: 10}
	r := row{flows: true, parts: []part{{passage: &passage{style: st, role: ParagraphRole}, lines: set, to: len(set.lines)}}}
	avoided := 0
	for k := 3; k < len(set.lines)-2; k++ {
		h := r.cut(float64(10*k), false, func(*row, float64) float64 { return 0 })
		n := int(h+0.5) / 10
		if n < 2 || n > k {
			t.Fatalf("room for %d lines, cut after %d", k, n)
		}
		if set.lines[n-1].hyphen && !set.lines[k-2].hyphen {
			t.Errorf("room for %d lines, cut after %d, which ends in a hyphen", k, n)
		}
		if set.lines[k-1].hyphen && n < k {
			avoided++
		}
	}
	if avoided == 0 {
		t.Fatal("no line of the text ends in a hyphen: the test shows nothing")
	}
}
