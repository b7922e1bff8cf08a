package brief

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"celun/app/language"
)

// A Weighing says what part a block has in weighing the options of the table
// that stands before it.
type Weighing string

// The parts. What is computed is computed anew after every edit, and is a
// named blank as long as a judgement or a weight is missing: nothing is made
// up.
const (
	Weights     Weighing = "weights"     // a table: the criteria in its head, one row with their weights, and computed their sum
	Totals      Weighing = "totals"      // a table, computed: the options by rank with their weighted totals
	Sensitivity Weighing = "sensitivity" // a paragraph, computed: which comes first, and with which weights another would
)

// Computed reports whether what stands at a slot of the block is computed and
// cannot be written.
func (b *Block) Computed(s Slot) bool {
	switch b.Weighing {
	case Totals:
		_, _, cell := s.Cell()
		return cell
	case Sensitivity:
		return s == ""
	case Weights:
		row, column, ok := s.Cell()
		return ok && b.Table != nil && row >= b.Table.Header && column == len(b.Table.Rows[0])-1
	}
	return false
}

// Weigh computes what is computed of the options and their weights. It writes
// into no memory that it shares with another brief.
func (b *Brief) Weigh() {
	var options *Grid
	var weights *Grid
	for i := range b.Sections {
		for j := range b.Sections[i].Blocks {
			blk := &b.Sections[i].Blocks[j]
			switch {
			case blk.Kind == Options && blk.Table != nil:
				options, weights = blk.Table, nil
			case options == nil || blk.Weighing == "":
			case blk.Weighing == Weights && blk.Table != nil:
				weights = blk.Table
				b.compute(i, j, options, weights)
			default:
				b.compute(i, j, options, weights)
			}
		}
	}
}

// compute settles one block of a weighing; a block that is settled stays as
// it is.
func (b *Brief) compute(i, j int, options, weights *Grid) {
	blk := &b.Sections[i].Blocks[j]
	w := weigh(options, weights)
	switch blk.Weighing {
	case Weights:
		last := len(weights.Rows[0]) - 1
		for r := weights.Header; r < len(weights.Rows); r++ {
			if sum := w.sum(); weights.Rows[r][last] != sum {
				b.ownBlock(i, j).Table.Rows[r][last] = sum
			}
		}
	case Totals:
		if blk.Table == nil {
			return
		}
		rows := w.rows()
		head := blk.Table.Rows[:min(blk.Table.Header, len(blk.Table.Rows))]
		if len(head) == 0 || len(head[0]) != len(rows[0]) {
			return // somebody made another table of it
		}
		if all := append(slices.Clone(head), rows...); !slices.EqualFunc(all, blk.Table.Rows, slices.Equal[[]Cell]) {
			b.ownBlock(i, j).Table.Rows = all
		}
	case Sensitivity:
		if t := w.sentence(); blk.Text != t {
			b.ownBlock(i, j).Text = t
		}
	}
}

// A weighed is the options of a table with what is known of them.
type weighed struct {
	names    []language.Text // of the options
	criteria []language.Text
	scores   [][]float64 // of each option by the criteria
	weights  []float64   // 0 to 1, as written
	whole    bool        // all scores and weights are there
	given    bool        // all weights are there, whatever they add up to
}

// weigh reads the options and their weights.
func weigh(options, weights *Grid) *weighed {
	w := &weighed{whole: true, given: weights != nil}
	for _, row := range options.Rows[min(options.Header, len(options.Rows)):] {
		w.names = append(w.names, language.Text{ZH: strings.TrimSpace(Plain(row[0].In(language.ZH))), EN: strings.TrimSpace(Plain(row[0].In(language.EN)))})
	}
	w.scores = make([][]float64, len(w.names))
	if weights == nil || weights.Header >= len(weights.Rows) {
		w.whole, w.given = false, false
		return w
	}
	head, row := weights.Rows[0], weights.Rows[weights.Header]
	for c := range head[:len(head)-1] {
		name := language.Text{ZH: strings.TrimSpace(Plain(head[c].In(language.ZH))), EN: strings.TrimSpace(Plain(head[c].In(language.EN)))}
		w.criteria = append(w.criteria, name)
		v, ok := weightOf(row[c])
		w.weights, w.given = append(w.weights, v), w.given && ok
		at := slices.IndexFunc(options.Rows[0], func(h Cell) bool {
			return name.ZH != "" && strings.TrimSpace(Plain(h.In(language.ZH))) == name.ZH || name.EN != "" && strings.TrimSpace(Plain(h.In(language.EN))) == name.EN
		})
		for o, row := range options.Rows[min(options.Header, len(options.Rows)):] {
			s, ok := 0.0, false
			if at > 0 {
				s, ok = scoreOf(row[at])
			}
			w.scores[o], w.whole = append(w.scores[o], s), w.whole && ok
		}
	}
	total := 0.0
	for _, v := range w.weights {
		total += v
	}
	const slip = 0.0051 // thirds are written as 33%, 33% and 34%, or as 33.3%
	w.whole = w.whole && w.given && len(w.criteria) > 0 && len(w.names) > 1 && math.Abs(total-1) < slip
	return w
}

// total returns the weighted total of an option.
func (w *weighed) total(option int) float64 {
	sum, all := 0.0, 0.0
	for c, v := range w.weights {
		sum += v * w.scores[option][c]
		all += v
	}
	return sum / all
}

// order returns the options from the highest total down, those of equal ones
// as they stand.
func (w *weighed) order() []int {
	order := make([]int, len(w.names))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if d := w.total(b) - w.total(a); math.Abs(d) > equal {
			return cmp.Compare(d, 0)
		}
		return 0
	})
	return order
}

// equal is by how much totals differ that are the same.
const equal = 1e-9

var (
	gradeMark  = regexp.MustCompile(`^([+]{1,2}|-{1,2})?(\d+(?:\.\d+)?)?`)
	weightMark = regexp.MustCompile(`^(\d+(?:\.\d+)?)\s*(%?)$`)
	plainSigns = strings.NewReplacer("＋", "+", "－", "-", "−", "-", "–", "-", "—", "-", "％", "%", "．", ".",
		"０", "0", "１", "1", "２", "2", "３", "3", "４", "4", "５", "5", "６", "6", "７", "7", "８", "8", "９", "9")
)

// scoreOf returns the judgement that a cell begins with: ++, +, 0, − and −− are
// 2 to −2, a number is itself, and what does not apply counts 0. Sides that
// differ are no judgement.
func scoreOf(c Cell) (float64, bool) {
	read := func(s string) (float64, bool) {
		s = plainSigns.Replace(strings.TrimSpace(Plain(s)))
		if strings.HasPrefix(s, "不适用") || strings.HasPrefix(strings.ToLower(s), "n/a") {
			return 0, true
		}
		m := gradeMark.FindStringSubmatch(s)
		sign := 1.0
		if strings.HasPrefix(m[1], "-") {
			sign = -1
		}
		if m[2] != "" {
			v, err := strconv.ParseFloat(m[2], 64)
			return sign * v, err == nil && v <= 100
		}
		return sign * float64(len(m[1])), m[1] != ""
	}
	zh, en := c.In(language.ZH), c.In(language.EN)
	if strings.TrimSpace(zh) == "" {
		return read(en)
	}
	v, ok := read(zh)
	if strings.TrimSpace(en) == "" {
		return v, ok
	}
	o, too := read(en)
	return v, ok && too && v == o
}

// weightOf returns a weight as a share: 30% and 0.3 are the same; a number over
// 1 is in per cent.
func weightOf(c Cell) (float64, bool) {
	s := c.In(language.ZH)
	if strings.TrimSpace(s) == "" {
		s = c.In(language.EN)
	}
	m := weightMark.FindStringSubmatch(plainSigns.Replace(strings.TrimSpace(Plain(s))))
	if m == nil {
		return 0, false
	}
	v, err := strconv.ParseFloat(m[1], 64)
	if m[2] != "" || v > 1 {
		v /= 100
	}
	return v, err == nil && v <= 1
}
