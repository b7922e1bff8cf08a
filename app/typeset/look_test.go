package typeset

import (
	"math"
	"strings"
	"testing"

	"celun/app/brief"
	"celun/app/language"
)

// A title that does not fit on a line breaks after its colon, if both halves
// have a line each, and else where its lines are about equally long.
func TestTitlesBreakAtTheColon(t *testing.T) {
	s := newTestSetter(t)
	title := func(st *TextStyle) {
		*st = PolicyBrief(11).Title
	}
	for text, first := range map[string]string{
		"Open when people come: staggered hours for township reading rooms":                                                  "Open when people come: ",
		"Open: hours of township reading rooms that come up to the wishes of all who read, and of those who do not yet read": "",
	} {
		set := setLines(t, s, language.EN, text, 44, title)
		line := strings.Split(shownLines(set), "|")[0]
		if got := strings.TrimSpace(line) == strings.TrimSpace(first); got != (first != "") {
			t.Errorf("%q: the first line is %q", text, line)
		}
	}
}

// A web address breaks after a slash rather than between its hanzi.
func TestAddressesBreakAfterSlashes(t *testing.T) {
	s := newTestSetter(t)
	for em := 14.0; em < 26; em += 0.25 {
		set := setLines(t, s, language.ZH, "县文化馆网站，见 https://example.org/统计年鉴/2026 一页。", em, func(st *TextStyle) { st.Align = Left })
		for _, line := range strings.Split(shownLines(set), "|") {
			for _, part := range []string{"统", "统计", "统计年"} {
				if strings.HasSuffix(line, "/"+part) {
					t.Fatalf("%.1f em: a line ends in %q", em, line)
				}
			}
		}
	}
}

// Times of day are read from their beginning, so they stand at the left of
// their column; numbers stand at the right.
func TestTimesStandAtTheLeft(t *testing.T) {
	g := &brief.Grid{Rows: [][]brief.Cell{
		{{Same: "a"}, {Same: "b"}, {Same: "c"}, {Same: "d"}, {Same: "e"}},
		{{Same: "9:00–17:00"}, {Same: "1,840"}, {Same: "−3.5%"}, {Same: "2026/11"}, {Same: "9:00"}},
	}}
	for j, want := range []bool{false, true, true, false, false} {
		if got := numeric(g, 5)[j]; got != want {
			t.Errorf("%s: at the right is %v", g.Rows[1][j].Same, got)
		}
	}
}

// In an official document an item begins two characters in, and its other
// lines at the margin; elsewhere they hang.
func TestOfficialItemsRunIn(t *testing.T) {
	item := strings.Repeat("平日晚开晚关", 12)
	for _, kind := range []brief.Kind{brief.List, brief.KeyMessages, brief.Timeline} {
		k := brief.Block{ID: "a", Kind: kind, Text: language.Text{ZH: "1. " + item}}
		switch kind {
		case brief.KeyMessages:
			k.Text.ZH = item
		case brief.Timeline:
			k.Text, k.Events = language.Text{}, []brief.Event{{When: language.Text{ZH: "近年"}, Text: language.Text{ZH: item}}}
		}
		doc := mustSetPages(t, blocks(k), Options{Style: brief.OfficialStyle, Languages: []language.Language{language.ZH}})
		left := 28 * mm
		em := OfficialDocument().Body.ZH.Size
		var labels, starts []float64
		last := 0.0
		for _, it := range doc.Pages[0].Items {
			switch {
			case it.Role == LabelRole:
				labels = append(labels, it.X)
			case it.Role == ItemRole && it.Y > last+1:
				starts, last = append(starts, it.X), it.Y
			}
		}
		if len(labels) != 1 || math.Abs(labels[0]-left-2*em) > 0.1 || len(starts) < 3 || starts[0] < labels[0]+em {
			t.Fatalf("%s: label at %v, lines at %v", kind, labels, starts)
		}
		for _, x := range starts[1:] {
			if math.Abs(x-left) > 0.1 {
				t.Errorf("%s: a line begins at %.1f, not at the margin", kind, x)
			}
		}
	}
}

// The mark of a draft stands over the tint of boxes and under every rule.
func TestDraftMarksHideNoRules(t *testing.T) {
	b := specimen(t)
	doc := mustSetPages(t, b, Options{Draft: true})
	boxes, rules := 0, 0
	for _, p := range doc.Pages {
		mark := 0
		for i, it := range p.Items {
			if it.Text == "草稿" {
				mark = i
			}
		}
		for i, it := range p.Items {
			switch {
			case it.Kind == BoxItem:
				if boxes++; i > mark {
					t.Fatalf("page %d: a tint hides the mark", p.Number)
				}
			case it.Kind == RuleItem && it.Y > 70 && it.Y < p.Height-70:
				if rules++; i < mark {
					t.Fatalf("page %d: the mark hides a rule at %.0f", p.Number, it.Y)
				}
			}
		}
	}
	if boxes == 0 || rules < 10 {
		t.Fatalf("%d boxes, %d rules", boxes, rules)
	}
}

// The languages of short cells stand side by side where their column is wide
// enough anyway, and one under the other where it is not.
func TestWideColumnsHoldBothLanguages(t *testing.T) {
	b := specimen(t)
	for _, c := range []struct {
		o     Options
		wants bool
	}{{Options{}, false}, {Options{Landscape: true}, true}} {
		doc := mustSet(t, b, c.o)
		zh := baselines(doc, brief.Address{Block: "b7", Slot: brief.CellSlot(9, 2), Language: language.ZH})
		en := baselines(doc, brief.Address{Block: "b7", Slot: brief.CellSlot(9, 2), Language: language.EN})
		if got := zh[0] == en[0]; got != c.wants {
			t.Errorf("%+v: side by side is %v", c.o, got)
		}
	}
}

// Beside long texts a column of short ones does not take the room for both
// languages on one line.
func TestShortTextsLeaveRoomToLongOnes(t *testing.T) {
	cell := func(zh, en string) brief.Cell { return brief.Cell{Text: language.Text{ZH: zh, EN: en}} }
	lines := func(long string, n int) int {
		b := oneBlock(brief.Table, "", "")
		grid := &brief.Grid{Header: 1, Rows: [][]brief.Cell{{cell("建议", "Recommendation"), cell("责任", "Owner"), cell("时限", "Time frame"), cell("手段", "Means"), cell("指标", "Indicator")}}}
		for range 3 {
			grid.Rows = append(grid.Rows, []brief.Cell{
				cell(strings.Repeat("疏浚航道", n), strings.Repeat(long, n)), cell("港务局", "Port authority"),
				cell("明年年底", "End of next year"), cell("专项资金", "Special funds"), cell("航道水深", "Channel depth"),
			})
		}
		b.Sections[0].Blocks[0].Table = grid
		doc := mustSet(t, b, Options{})
		id := b.Sections[0].Blocks[0].ID
		return len(baselines(doc, brief.Address{Block: id, Slot: brief.CellSlot(1, 0), Language: language.EN}))
	}
	if n := lines("dredge the channel ", 6); n > 4 {
		t.Errorf("18 words beside short texts take %d lines", n)
	}
}

// On a cover who issues the brief stands in the column of each language, line
// by line; where one language stands under the other a gap parts them.
func TestCoversTellLanguagesApart(t *testing.T) {
	b := specimen(t)
	b.Meta.Cover = true
	unit := func(doc *Document, l language.Language, slot brief.Slot) (x, y float64) {
		for _, it := range doc.Pages[0].Items {
			if it.Role == MetaRole && it.Address == (brief.Address{Slot: slot, Language: l}) {
				return it.X, it.Y
			}
		}
		t.Fatalf("%s is not on the cover", slot)
		return 0, 0
	}
	doc := mustSet(t, b, Options{})
	zx, zy := unit(doc, language.ZH, brief.UnitSlot)
	ex, ey := unit(doc, language.EN, brief.UnitSlot)
	if zy != ey || ex < zx+100 {
		t.Errorf("parallel: at %.0f, %.0f and %.0f, %.0f", zx, zy, ex, ey)
	}
	doc = mustSet(t, b, Options{Layout: brief.Stacked})
	_, author := unit(doc, language.ZH, brief.AuthorSlot)
	_, first := unit(doc, language.ZH, brief.UnitSlot)
	_, second := unit(doc, language.EN, brief.UnitSlot)
	if lines := 7.0; second-first < (lines+0.5)*(author-first) {
		t.Errorf("stacked: English begins %.1f lines under Chinese", (second-first)/(author-first))
	}
}

// In a cell of a few characters lines break anywhere: between phrases they
// would be half empty.
func TestNarrowCellsAreFull(t *testing.T) {
	breaks := WithBreaks(func(text string) (ends []int) {
		for i := range []rune(text) {
			if i%3 == 0 {
				ends = append(ends, i)
			}
		}
		return ends
	})
	for _, c := range []struct {
		wide, lines int
	}{{5, 3}, {8, 2}} {
		cell := brief.Cell{Text: language.Text{ZH: "每镇登记志愿者不少于十人"}}
		g := &brief.Grid{Header: 1, Widths: []float64{float64(c.wide) * 10.7, 462 - float64(c.wide)*10.7}, Rows: [][]brief.Cell{{{Same: "a"}, {Same: "b"}}, {cell, {Same: "c"}}}}
		doc, err := newTestSetter(t, breaks).Set(t.Context(), blocks(brief.Block{ID: "t", Kind: brief.Table, Table: g}), Options{Languages: []language.Language{language.ZH}})
		if err != nil {
			t.Fatal(err)
		}
		if n := len(baselines(doc, brief.Address{Block: "t", Slot: brief.CellSlot(1, 0), Language: language.ZH})); n != c.lines {
			t.Errorf("%d characters wide: %d lines", c.wide, n)
		}
	}
}

// Under each other the languages of a piece of evidence share one bar, and the
// rail of a timeline ends at the dot of its last event.
func TestStackedBarsAndRails(t *testing.T) {
	b := specimen(t)
	evidence, _, _ := b.Block("b5")
	timeline, _, _ := b.Block("b24")
	doc := mustSetPages(t, blocks(*evidence, *timeline), Options{Layout: brief.Stacked})
	var bars, rails, dots []Item
	for _, it := range doc.Pages[0].Items {
		switch {
		case it.Kind == DotItem:
			dots = append(dots, it)
		case it.Kind == RuleItem && math.Abs(it.Width-1.4) < 0.01:
			bars = append(bars, it)
		case it.Kind == RuleItem && math.Abs(it.Width-0.8) < 0.01:
			rails = append(rails, it)
		}
	}
	if len(bars) != 2 || math.Abs(bars[0].Y+bars[0].Height-bars[1].Y) > 0.01 {
		t.Errorf("the bars of a pair: %+v", bars)
	}
	if len(dots) != 4 || len(rails) < 4 {
		t.Fatalf("%d dots, %d pieces of rail", len(dots), len(rails))
	}
	last, end := dots[3], rails[len(rails)-1]
	if middle := last.Y + last.Height/2; math.Abs(end.Y+end.Height-middle) > 0.5 {
		t.Errorf("the last dot is at %.1f, the rail ends at %.1f", middle, end.Y+end.Height)
	}
	for i := 1; i < len(rails); i++ {
		if gap := rails[i].Y - rails[i-1].Y - rails[i-1].Height; gap > 0.01 {
			t.Errorf("the rail has a gap of %.1f pt", gap)
		}
	}
}
