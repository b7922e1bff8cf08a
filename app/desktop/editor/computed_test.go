package editor

import (
	"strings"
	"testing"

	"celun/app/brief"
	"celun/app/desktop/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// shown returns all prose within an object.
func shown(o fyne.CanvasObject) string {
	var s strings.Builder
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *widgets.Prose:
			s.WriteString(o.Text + "\n")
		case *fyne.Container:
			for _, c := range o.Objects {
				walk(c)
			}
		case fyne.Widget:
			for _, c := range test.WidgetRenderer(o).Objects() {
				walk(c)
			}
		}
	}
	walk(o)
	return s.String()
}

// The judgements and weights of options are typed; totals and what is said of
// them follow as they are, and cannot be typed into.
func TestTotalsFollowWhatIsTyped(t *testing.T) {
	cell := func(s string) brief.Cell { return brief.Cell{Same: s} }
	options := brief.Block{ID: "b1", Kind: brief.Options, Table: &brief.Grid{Header: 1, Rows: [][]brief.Cell{
		{cell("方案"), cell("成效"), cell("成本")}, {cell("修路"), cell("++"), cell("0")}, {cell("架桥"), cell("+"), cell("0")},
	}}}
	weights := brief.Block{ID: "b2", Kind: brief.Table, Weighing: brief.Weights, Table: &brief.Grid{Header: 1, Rows: [][]brief.Cell{
		{cell("成效"), cell("成本"), cell("合计")}, {cell("60%"), cell("40%"), {}},
	}}}
	totals := brief.Block{ID: "b3", Kind: brief.Table, Weighing: brief.Totals, Table: &brief.Grid{Header: 1, Rows: [][]brief.Cell{
		{cell("名次"), cell("方案"), cell("总分")},
	}}}
	said := brief.Block{ID: "b4", Kind: brief.Paragraph, Weighing: brief.Sensitivity}
	x := newBench(t, options, weights, totals, said)
	x.Caret(brief.Address{Block: "b1", Slot: brief.CellSlot(2, 2)}, 0)
	f, _ := x.Field()
	if f == nil {
		t.Fatal("a judgement has no field")
	}
	f.OnEdited("++")
	for block, want := range map[string]string{"b2": "100%", "b3": "1.40", "b4": "加权总分最高的是“架桥”（1.40）"} {
		v := x.views[blockKey(block)]
		if v == nil || !strings.Contains(shown(v.object()), want) {
			t.Errorf("%s does not show %s", block, want)
		}
	}
	for at := range x.fields {
		if b, _, _ := x.history.Brief().Block(at.Block); b != nil && b.Computed(at.Slot) {
			t.Errorf("%v can be typed into", at)
		}
	}
}
