package brief

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"celun/app/language"
)

// The blanks that stand where something cannot be computed yet.
var (
	totalMissing = language.Text{ZH: Blank(language.ZH, "加权总分，自动算出"), EN: Blank(language.EN, "weighted total, computed")}
	// What is missing are judgements or weights, which have blanks of their own.
	rankingMissing = language.Text{
		ZH: Blank(language.ZH, "排序与敏感性，填齐判断与权重后自动算出"),
		EN: Blank(language.EN, "ranking and sensitivity, computed once judgements and weights are in"),
	}
)

// sum is the cell with the sum of the weights.
func (w *weighed) sum() Cell {
	if !w.given {
		return Cell{Same: "—"}
	}
	total := 0.0
	for _, v := range w.weights {
		total += v
	}
	s := percent(total)
	if math.Abs(total-1) > 0.0051 {
		return Cell{Text: language.Text{
			ZH: s + "，" + Blank(language.ZH, "合计应为 100%"), EN: s + ", " + Blank(language.EN, "weights that add up to 100%"),
		}}
	}
	return Cell{Same: s}
}

// rows are the options by rank with their weighted totals: place, option and
// total. As long as they cannot be ranked they stand in the order of their
// table.
func (w *weighed) rows() [][]Cell {
	rows := make([][]Cell, 0, len(w.names))
	if !w.whole {
		for _, name := range w.names {
			rows = append(rows, []Cell{{Same: "—"}, {Text: name}, {Text: totalMissing}})
		}
		return rows
	}
	place := 0
	order := w.order()
	for n, o := range order {
		if n == 0 || w.total(order[n-1])-w.total(o) > equal {
			place = n + 1 // equal totals share a place
		}
		rows = append(rows, []Cell{{Same: strconv.Itoa(place)}, {Text: w.names[o]}, {Same: signedTotal(w.total(o))}})
	}
	return rows
}

// sentence says which option comes first, by how much, and which single weight
// would have to change how far for another to come first. The other weights
// keep their proportions.
func (w *weighed) sentence() language.Text {
	if !w.whole {
		return rankingMissing
	}
	order := w.order()
	first := order[0]
	var level []int // with the first
	for _, o := range order {
		if w.total(first)-w.total(o) <= equal {
			level = append(level, o)
		}
	}
	top := signedTotal(w.total(first))
	if len(level) > 1 {
		var zh, en []string
		for _, o := range level {
			zh, en = append(zh, "“"+w.names[o].ZH+"”"), append(en, "‘"+w.names[o].EN+"’")
		}
		return language.Text{
			ZH: strings.Join(zh, "") + "加权总分相同（" + top + "），仅凭这些权重分不出先后。",
			EN: series(en) + " have the same weighted total (" + top + "); these weights do not decide between them.",
		}
	}
	second := order[1]
	t := language.Text{
		ZH: fmt.Sprintf("加权总分最高的是“%s”（%s），其次是“%s”（%s）。", w.names[first].ZH, top, w.names[second].ZH, signedTotal(w.total(second))),
		EN: fmt.Sprintf("‘%s’ has the highest weighted total (%s), before ‘%s’ (%s).", w.names[first].EN, top, w.names[second].EN, signedTotal(w.total(second))),
	}
	turns := w.turns(first)
	if len(turns) == 0 {
		return language.Text{
			ZH: t.ZH + "任何一项权重单独变动，其余按比例调整，第一名都不变。",
			EN: t.EN + " No single weight, the others in proportion, would change the first place.",
		}
	}
	var zh, en []string
	for _, group := range byOption(turns[:min(len(turns), mostTurns)]) {
		var ifZH, ifEN []string
		for n, c := range group {
			was, at := percent(w.weights[c.criterion]), percent(c.at)
			how := language.Text{ZH: "由" + was + "升到" + at + "以上", EN: " rises from " + was + " to over " + at}
			if c.at < w.weights[c.criterion] {
				how = language.Text{ZH: "由" + was + "降到" + at + "以下", EN: " falls from " + was + " to under " + at}
			}
			what := "the weight of "
			if n > 0 {
				what = "that of "
			}
			name := w.criteria[c.criterion]
			ifZH, ifEN = append(ifZH, "“"+name.ZH+"”的权重"+how.ZH), append(ifEN, what+lowerFirst(name.EN)+how.EN)
		}
		name := w.names[group[0].option]
		zh = append(zh, "若"+strings.Join(ifZH, "，或")+"，“"+name.ZH+"”将居首")
		en = append(en, "‘"+name.EN+"’ comes first if "+strings.Join(ifEN, ", or "))
	}
	return language.Text{
		ZH: t.ZH + "其余权重按比例调整时，" + strings.Join(zh, "；") + "。",
		EN: t.EN + " With the other weights in proportion, " + strings.Join(en, "; ") + ".",
	}
}

// byOption puts turns to the same option together, in the order of the first
// of each.
func byOption(turns []turn) [][]turn {
	var groups [][]turn
	for _, t := range turns {
		at := slices.IndexFunc(groups, func(g []turn) bool { return g[0].option == t.option })
		if at < 0 {
			at = len(groups)
			groups = append(groups, nil)
		}
		groups[at] = append(groups[at], t)
	}
	return groups
}

// mostTurns is how many changes of weights are told, the smallest first.
const mostTurns = 3

// A turn is a weight at which another option comes first.
type turn struct {
	criterion, option int
	at                float64
}

// turns returns for each criterion the nearest weights above and below its own
// beyond which another option comes first, the smallest changes first.
func (w *weighed) turns(first int) []turn {
	var all []turn
	for c, weight := range w.weights {
		if weight > 1-equal {
			continue // what the others would be is not known
		}
		// The total of an option is a line over the weight x of c: x·s + (1−x)·r.
		rest := func(o int) float64 { return (w.total(o)*w.all() - weight*w.scores[o][c]) / (w.all() - weight) }
		var up, down *turn
		for o := range w.names {
			if o == first {
				continue
			}
			score, others := w.scores[first][c]-w.scores[o][c], rest(first)-rest(o)
			if math.Abs(others-score) < equal {
				continue // the lead is the same whatever the weight
			}
			at := others / (others - score)
			switch {
			case at <= equal || at >= 1-equal: // only at the very end, or never
			case at > weight && score < 0 && (up == nil || at < up.at-equal):
				up = &turn{c, o, at}
			case at < weight && score > 0 && (down == nil || at > down.at+equal):
				down = &turn{c, o, at}
			}
		}
		for _, t := range []*turn{up, down} {
			if t != nil {
				all = append(all, *t)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b turn) int {
		return cmp.Compare(math.Abs(a.at-w.weights[a.criterion]), math.Abs(b.at-w.weights[b.criterion]))
	})
	return all
}

// all returns what the weights add up to, which is about 1.
func (w *weighed) all() float64 {
	sum := 0.0
	for _, v := range w.weights {
		sum += v
	}
	return sum
}

// percent writes a share with one decimal, or none.
func percent(v float64) string {
	return strconv.FormatFloat(math.Round(v*1000)/10, 'f', -1, 64) + "%"
}

// signedTotal writes a total with two decimals: 1.20, −0.35.
func signedTotal(v float64) string {
	s := strconv.FormatFloat(math.Round(v*100)/100+0, 'f', 2, 64)
	if rest, negative := strings.CutPrefix(s, "-"); negative {
		if strings.Trim(rest, "0.") == "" {
			return rest
		}
		return "−" + rest
	}
	return s
}

// series joins English phrases: "a, b and c".
func series(en []string) string {
	last := len(en) - 1
	return strings.Join(en[:last], ", ") + " and " + en[last]
}

// lowerFirst writes the name of a criterion as it reads within a sentence.
func lowerFirst(s string) string {
	if len(s) > 1 && s[0] >= 'A' && s[0] <= 'Z' && s[1] >= 'a' && s[1] <= 'z' {
		return strings.ToLower(s[:1]) + s[1:]
	}
	return s
}
