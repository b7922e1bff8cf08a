package brief

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"celun/app/language"
)

// matrix is a brief with options held against three criteria, and all that
// weighs them.
func matrix(scores [][]string, weights ...string) *Brief {
	same := func(s string) Cell { return Cell{Same: s} }
	named := func(zh, en string) Cell { return Cell{Text: language.Text{ZH: zh, EN: en}} }
	criteria := []Cell{named("成效", "Effect"), named("成本", "Cost"), named("公平", "Equity")}
	options := &Grid{Header: 1, Rows: [][]Cell{append([]Cell{named("方案", "Option"), named("说明", "What it does")}, criteria...)}}
	for i, row := range scores {
		cells := []Cell{named(fmt.Sprintf("方案%c", 'A'+i), fmt.Sprintf("Option %c", 'A'+i)), named("做事", "Something")}
		for _, s := range row {
			cells = append(cells, same(s))
		}
		options.Rows = append(options.Rows, cells)
	}
	row := make([]Cell, 0, 4)
	for _, w := range weights {
		row = append(row, same(w))
	}
	b := New("x")
	b.Sections = []Section{{ID: "s1", Blocks: []Block{
		{ID: "b1", Kind: Options, Table: options},
		{ID: "b2", Kind: Table, Weighing: Weights, Table: &Grid{Header: 1, Rows: [][]Cell{append(criteria, named("合计", "Total")), append(row, Cell{})}}},
		{ID: "b3", Kind: Table, Weighing: Totals, Table: &Grid{Header: 1, Rows: [][]Cell{{same("#"), named("方案", "Option"), named("总分", "Total")}}}},
	}}, {ID: "s2", Blocks: []Block{{ID: "b4", Kind: Paragraph, Weighing: Sensitivity}}}}
	return b
}

func ranking(b *Brief) (sum, totals string, said language.Text) {
	weights, _, _ := b.Block("b2")
	table, _, _ := b.Block("b3")
	text, _, _ := b.Block("b4")
	var rows []string
	for _, r := range table.Table.Rows[1:] {
		rows = append(rows, r[0].Same+" "+r[1].EN+" "+r[2].In(language.EN))
	}
	last := weights.Table.Rows[1]
	return last[len(last)-1].In(language.EN), strings.Join(rows, "; "), text.Text
}

func TestWeightedTotalsAreComputed(t *testing.T) {
	for _, c := range []struct {
		name    string
		scores  [][]string
		weights []string
		sum     string
		totals  string
		zh, en  string // parts of what is said
	}{
		{
			"a clear order",
			[][]string{{"++", "−", "0"}, {"+", "+", "+"}, {"－－ 没有成效", "＋＋", "n/a: nobody is touched"}},
			[]string{"50%", "30%", "20%"},
			"100%", "1 Option B 1.00; 2 Option A 0.70; 3 Option C −0.40",
			"若“成效”的权重由50%升到61.5%以上", "if the weight of effect rises from 50% to over 61.5%",
		},
		{
			"nothing changes it",
			[][]string{{"++", "++", "++"}, {"+", "+", "+"}},
			[]string{"0.4", "0.4", "0.2"},
			"100%", "1 Option A 2.00; 2 Option B 1.00", "第一名都不变", "would change the first place",
		},
		{
			"a tie",
			[][]string{{"++", "0", "0"}, {"0", "++", "0"}, {"−", "0", "0"}},
			[]string{"40", "40", "20"},
			"100%", "1 Option A 0.80; 1 Option B 0.80; 3 Option C −0.40", "“方案A”“方案B”加权总分相同", "‘Option A’ and ‘Option B’ have the same weighted total (0.80)",
		},
		{
			"a judgement is missing",
			[][]string{{"++", "", "0"}, {"0", "++", "0"}},
			[]string{"40%", "40%", "20%"},
			"100%", "— Option A [to fill: weighted total, computed]; — Option B [to fill: weighted total, computed]", "【待填：排序", "[to fill: ranking",
		},
		{
			"a weight is missing",
			[][]string{{"++", "+", "0"}, {"0", "++", "0"}},
			[]string{"40%", "【待填：权重】", "20%"},
			"—", "— Option A [to fill: weighted total, computed]; — Option B [to fill: weighted total, computed]", "【待填：排序", "[to fill: ranking",
		},
		{
			"the weights are too many",
			[][]string{{"++", "+", "0"}, {"0", "++", "0"}},
			[]string{"40%", "40%", "30%"},
			"110%, [to fill: weights that add up to 100%]", "— Option A [to fill: weighted total, computed]; — Option B [to fill: weighted total, computed]", "【待填：排序", "[to fill: ranking",
		},
	} {
		b := matrix(c.scores, c.weights...)
		b.Weigh()
		sum, totals, said := ranking(b)
		if sum != c.sum || totals != c.totals {
			t.Errorf("%s: %s; %s", c.name, sum, totals)
		}
		if !strings.Contains(said.ZH, c.zh) || !strings.Contains(said.EN, c.en) {
			t.Errorf("%s: says %s\n%s", c.name, said.ZH, said.EN)
		}
	}
}

// What is said of a weight is so: just beyond it the option named comes
// first, and just before it the old one still does.
func TestWeightsSaidToTurnTheOrderDo(t *testing.T) {
	for seed := range 300 {
		grades := []string{"--", "-", "0", "+", "++"}
		var scores [][]string
		n := uint64(seed*2654435761 + 12345)
		next := func(k uint64) int { n = n*6364136223846793005 + 1442695040888963407; return int(n >> 33 % k) }
		for range 4 {
			scores = append(scores, []string{grades[next(5)], grades[next(5)], grades[next(5)]})
		}
		b := matrix(scores, "50%", "30%", "20%")
		options, _, _ := b.Block("b1")
		weights, _, _ := b.Block("b2")
		w := weigh(options.Table, weights.Table)
		first := w.order()[0]
		if w.total(first)-w.total(w.order()[1]) < equal {
			continue
		}
		at := func(c int, x float64) int {
			v := *w
			v.weights = []float64{0, 0, 0}
			for k := range v.weights {
				v.weights[k] = w.weights[k] * (1 - x) / (1 - w.weights[c])
			}
			v.weights[c] = x
			return v.order()[0]
		}
		for _, turn := range w.turns(first) {
			const step = 1e-6
			d := math.Copysign(step, turn.at-w.weights[turn.criterion])
			before, beyond := at(turn.criterion, turn.at-d), at(turn.criterion, turn.at+d)
			if before != first || beyond == first {
				t.Fatalf("%v: with weight %d at %.4f option %d comes first, and %d before it", scores, turn.criterion, turn.at, beyond, before)
			}
		}
		// And no weight that is not said to does.
		for c := range w.weights {
			for x := 0.01; x < 1; x += 0.01 {
				said := false
				for _, turn := range w.turns(first) {
					said = said || turn.criterion == c && (x >= turn.at) == (turn.at > w.weights[c]) || turn.criterion == c && math.Abs(x-turn.at) < 1e-6
				}
				if at(c, x) != first && !said {
					v := at(c, x)
					t.Fatalf("%v: with weight %d at %.2f option %d comes first, which is not said: %v", scores, c, x, v, w.turns(first))
				}
			}
		}
	}
}

// An edit of a judgement has the totals follow, undoing it as well, and the
// brief before it stays as it was.
func TestTotalsFollowEdits(t *testing.T) {
	b := matrix([][]string{{"++", "0", "0"}, {"0", "+", "0"}}, "40%", "40%", "20%")
	b.Weigh()
	h := NewHistory(b)
	before := h.Brief()
	_, first, _ := ranking(before)
	if err := h.Do(SetText{At: Address{Block: "b1", Slot: CellSlot(2, 2)}, Text: "++"}); err != nil {
		t.Fatal(err)
	}
	if _, now, said := ranking(h.Brief()); now != "1 Option B 1.20; 2 Option A 0.80" || !strings.Contains(said.EN, "‘Option B’ has the highest weighted total (1.20)") {
		t.Errorf("after the edit: %s, %s", now, said.EN)
	}
	if _, was, _ := ranking(before); was != first {
		t.Errorf("the brief before the edit became %s", was)
	}
	// What is computed cannot be written over.
	if err := h.Do(SetText{At: Address{Block: "b4", Language: language.EN}, Text: "Option A is best."}); err != nil {
		t.Fatal(err)
	}
	if _, _, said := ranking(h.Brief()); strings.Contains(said.EN, "best") {
		t.Errorf("says %s", said.EN)
	}
	h.Undo()
	h.Undo()
	if _, now, _ := ranking(h.Brief()); now != first {
		t.Errorf("undone: %s", now)
	}
}

// A file whose totals were changed by hand is read with those that are right.
func TestTotalsOfAFileAreComputedAnew(t *testing.T) {
	b := matrix([][]string{{"++", "0", "0"}, {"0", "+", "0"}}, "40%", "40%", "20%")
	b.Sections[1].Blocks[0].Text = language.Text{ZH: "方案B最好。", EN: "Option B is best."}
	data, err := Encode(b, nil)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Decode("x.celun", data)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, said := ranking(again); !strings.Contains(said.EN, "‘Option A’ has the highest") {
		t.Errorf("says %s", said.EN)
	}
}

func FuzzWeigh(f *testing.F) {
	f.Add("++ 好", "＋＋", "30%", "0.7")
	f.Add("−1e999", "n/a", "９９．9％", "")
	f.Fuzz(func(t *testing.T, zh, en, one, two string) {
		b := matrix([][]string{{zh, "0", "+"}, {"0", en, "++"}}, one, two, "20%")
		options, _, _ := b.Block("b1")
		options.Table.Rows[1][2] = Cell{Text: language.Text{ZH: zh, EN: en}}
		b.Weigh()
		_, totals, said := ranking(b)
		if strings.Contains(totals+said.EN, "NaN") || strings.Contains(totals+said.EN, "Inf") || said.ZH == "" {
			t.Errorf("%s\n%s", totals, said.EN)
		}
		once := asText(b)
		b.Weigh()
		if asText(b) != once {
			t.Error("computing again gives something else")
		}
	})
}

func asText(b *Brief) string { return fmt.Sprint(ranking(b)) }
