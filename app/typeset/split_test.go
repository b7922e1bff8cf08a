package typeset

import (
	"math/rand/v2"
	"testing"

	"celun/app/brief"
	"celun/app/language"
)

// tallTable is a brief with a table whose rows are up to half a page high,
// one sentence above it.
func tallTable(rnd *rand.Rand, rows, longest int) *brief.Brief {
	text := func(n int) brief.Cell {
		return brief.Cell{Text: language.Text{ZH: randomText(rnd, language.ZH, n), EN: randomText(rnd, language.EN, n)}}
	}
	g := &brief.Grid{Header: 1, Widths: []float64{0.2, 0.1, 0.35, 0.35}}
	for i := range rows {
		n := longest
		if i == 0 {
			n = 2
		}
		g.Rows = append(g.Rows, []brief.Cell{text(min(n, 12)), {Same: "3"}, text(n), text(n)})
	}
	return &brief.Brief{Title: language.Text{ZH: "题", EN: "T"}, Sections: []brief.Section{{ID: "s", Heading: language.Text{ZH: "甲", EN: "A"}, Blocks: []brief.Block{
		{ID: "p", Kind: brief.Paragraph, Text: text(40).Text}, {ID: "t", Kind: brief.Table, Table: g},
	}}}}
}

// A page is not left a quarter empty for a tall row of a table: the row is
// split, two lines of each side of each cell stay and two go, and all text
// of a cell stays in its order, one line under the other.
func TestTallRowsAreSplit(t *testing.T) {
	rnd := rand.New(rand.NewPCG(11, 12))
	split := 0
	for range 12 {
		b := tallTable(rnd, 4+rnd.IntN(8), 40+rnd.IntN(120))
		doc := mustSet(t, b, Options{Layout: []brief.Layout{brief.Parallel, brief.Facing}[rnd.IntN(2)]})
		low := map[int]float64{}
		for _, p := range doc.Pages {
			for _, it := range p.Items {
				if it.Kind == TextItem && it.Role != ArtifactRole {
					low[p.Number] = max(low[p.Number], it.Y)
				}
			}
		}
		sides := 1
		if doc.Layout == brief.Facing {
			sides = 2
		}
		for i := 0; i < len(doc.Pages)-sides; i += sides {
			end := low[i+1]
			if sides == 2 {
				end = max(end, low[i+2])
			}
			h := doc.Pages[i].Height
			if hole := h - 23*mm - end; hole > (h-46*mm)*holeShare+30 {
				t.Errorf("page %d is left empty for %.0f pt", i+1, hole)
			}
		}
		for i := range b.Sections[0].Blocks[1].Table.Rows {
			for _, column := range []int{0, 2, 3} {
				for _, l := range language.Both() {
					at := brief.Address{Block: "t", Slot: brief.CellSlot(i, column), Language: l}
					lines := baselines(doc, at)
					checkSplit(t, lines, string(at.Slot), l)
					for k := 1; k < len(lines); k++ {
						if a, b := lines[k-1], lines[k]; a[0] == b[0] && b[1]-a[1] < 10 {
							t.Fatalf("%v: lines %.1f and %.1f of page %.0f stand on each other", at, a[1], b[1], a[0])
						} else if a[0] != b[0] {
							split++
						}
					}
				}
			}
		}
	}
	if split < 5 {
		t.Fatalf("%d texts were split", split)
	}
}

// A row of a few lines stays whole, however large the hole.
func TestLowRowsStayWhole(t *testing.T) {
	b := tallTable(rand.New(rand.NewPCG(13, 14)), 60, 4)
	doc := mustSet(t, b, Options{})
	for i := range 60 {
		pages := map[float64]bool{}
		for _, column := range []int{0, 2, 3} {
			for _, l := range language.Both() {
				for _, y := range baselines(doc, brief.Address{Block: "t", Slot: brief.CellSlot(i, column), Language: l}) {
					pages[y[0]] = true
				}
			}
		}
		if len(pages) > 1 {
			t.Errorf("row %d stands on %d pages", i, len(pages))
		}
	}
}
