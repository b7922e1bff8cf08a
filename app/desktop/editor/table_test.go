package editor

import (
	"slices"
	"strings"
	"testing"

	"celun/app/brief"
	"celun/app/desktop/widgets"
	"celun/app/language"

	"fyne.io/fyne/v2/test"
)

func TestColumnsGiveWayToLongWords(t *testing.T) {
	for _, c := range []struct{ widths, least, want []float32 }{
		{[]float32{50, 100, 150}, []float32{80, 100, 90}, []float32{80, 100, 120}},
		{[]float32{50, 50}, []float32{40, 40}, []float32{50, 50}},
		{[]float32{50, 50}, []float32{80, 60}, []float32{50, 50}}, // no room for either
	} {
		if got := widen(slices.Clone(c.widths), c.least); !slices.Equal(got, c.want) {
			t.Errorf("widen(%v, %v) = %v, want %v", c.widths, c.least, got, c.want)
		}
	}
}

func TestALongWordNeedsMoreThanAShortOne(t *testing.T) {
	test.NewTempApp(t)
	g := &brief.Grid{Rows: [][]brief.Cell{{
		{Text: language.Text{ZH: "责任方", EN: "Responsible"}}, {Text: language.Text{EN: "a b c d e f g h"}}, {Same: "2035"},
	}}}
	w := leastWidths(g)
	if !(w[0] > w[2] && w[2] > w[1] && w[1] > 0) {
		t.Errorf("least widths: %v", w)
	}
}

// The English stands under the Chinese, also where the row is as high as before
// because of another cell.
func TestACellGrowsInARowThatDoesNot(t *testing.T) {
	high := strings.Repeat("很长的一格", 60)
	x := newBench(t, brief.Block{ID: "b1", Kind: brief.Table, Table: &brief.Grid{Rows: [][]brief.Cell{{
		{Text: language.Text{ZH: high, EN: high}}, {Text: language.Text{ZH: "高", EN: "High"}},
	}}}})
	at := func(l language.Language) *widgets.Field {
		return x.fieldAt(brief.Address{Block: "b1", Slot: brief.CellSlot(0, 1), Language: l})
	}
	top := func() float32 { return at(language.EN).Position().Y }
	low := top()
	at(language.ZH).ShowText(strings.Repeat("高一些", 30))
	grown := top()
	if grown <= low {
		t.Errorf("the English stays at %v, under a Chinese of %v", low, at(language.ZH).Size().Height)
	}
	f := at(language.ZH)
	x.focus(f)
	f.Select(0, len([]rune(f.Text)))
	f.Replace("高")
	if got := top(); got != low {
		t.Errorf("under one line the English is at %v, want %v", got, low)
	}
}
