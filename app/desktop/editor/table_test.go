package editor

import (
	"slices"
	"testing"

	"celun/app/brief"
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
