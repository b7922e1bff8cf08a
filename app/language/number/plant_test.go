package number

import (
	"encoding/json"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"celun/app/language"
)

// A plant is a text in which one number was changed.
type plant struct {
	kind     string
	text     string
	from, to int // the changed runes
}

// plants changes one number of a text at a time, as people do: a nought too
// many or too few, one more or less, per cent for percentage points, the
// month before or after.
func plants(l language.Language, text string) []plant {
	runes := []rune(text)
	var all []plant
	put := func(kind, as string, from, to int) {
		changed := string(runes[:from]) + as + string(runes[to:])
		all = append(all, plant{kind, changed, from, from + len([]rune(as))})
	}
	for _, v := range Read(l, text) {
		if v.Weak {
			continue
		}
		if v.Kind == Share || v.Kind == Points {
			exchange(l, v, put)
		}
		if v.Kind == Date && v.Day.Month > 0 {
			shiftMonth(l, v, put)
		}
		i := v.From
		for i < v.To && !isDigit(runes[i]) {
			i++
		}
		if i == v.To {
			continue
		}
		n := readLiteral(runes, i)
		write := func(r *big.Rat) string {
			s := plain(r)
			if n.grouped {
				s = grouped(s)
			}
			return s
		}
		if !v.Kind.IsCalendar() {
			if v.Kind != Ordinal {
				put("×10", write(times(n.number, whole(10))), i, n.end)
				put("÷10", write(part(n.number, whole(10))), i, n.end)
			}
			if n.number.Cmp(whole(2)) > 0 {
				put("−1", write(plus(n.number, whole(-1))), i, n.end)
			}
		}
		if v.Kind != Decade && (v.Kind != Date || v.Day.Year > 0 && n.digits == 4) {
			put("+1", write(plus(n.number, whole(1))), i, n.end)
		}
	}
	return all
}

func exchange(l language.Language, v Value, put func(string, string, int, int)) {
	for _, pair := range [][2]string{{"%", "个百分点"}, {"个百分点", "%"}, {"%", " percentage points"}, {" per cent", " percentage points"}, {" percentage points", "%"}} {
		if (l == language.ZH) != (pair[0] == "个百分点" || pair[1] == "个百分点") {
			continue
		}
		if n, ok := strings.CutSuffix(v.Text, pair[0]); ok {
			put("% for points", n+pair[1], v.From, v.To)
			return
		}
	}
}

func shiftMonth(l language.Language, v Value, put func(string, string, int, int)) {
	d := v.Day
	for _, by := range []int{-1, 1} {
		m := (d.Month-1+by+12)%12 + 1
		w := v
		text := chineseDate(Day{d.Year, m, d.Day}, &w)
		if l == language.EN {
			text = englishDate(Day{d.Year, m, d.Day}, &w)
		}
		if text != "" {
			put("month", text, v.From, v.To)
		}
	}
}

// correct returns pairs without a finding: the table of this package and,
// where CELUN_BENCH names the folder of the outlines, their pairs.
func correct(t *testing.T) [][2]string {
	pairs := append(agreeing(), sentences()...)
	files, _ := filepath.Glob(filepath.Join(os.Getenv("CELUN_BENCH"), "brief-*.json"))
	if os.Getenv("CELUN_BENCH") == "" {
		files = nil
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var outline struct {
			Sections []struct{ Pairs []language.Text }
		}
		if err := json.Unmarshal(data, &outline); err != nil {
			t.Fatal(err)
		}
		for _, s := range outline.Sections {
			for _, p := range s.Pairs {
				pairs = append(pairs, [2]string{p.ZH, p.EN})
			}
		}
	}
	return pairs
}

func TestPlantedSlipsAreFound(t *testing.T) {
	type tally struct{ planted, found int }
	count := map[string]*tally{}
	alarms, shown, total := 0, 0, tally{}
	pairs := correct(t)
	for _, p := range pairs {
		if len(Compare(p[0], p[1]).Mismatches) > 0 {
			alarms++
			t.Errorf("false alarm on %s | %s", p[0], p[1])
		}
		for side, l := range language.Both() {
			for _, changed := range plants(l, p[side]) {
				q := p
				q[side] = changed.text
				if count[changed.kind] == nil {
					count[changed.kind] = &tally{}
				}
				count[changed.kind].planted++
				total.planted++
				if named(Compare(q[0], q[1]), side, changed) {
					count[changed.kind].found++
					total.found++
				} else if shown++; shown <= 40 {
					t.Logf("%s not found: %s | %s", changed.kind, q[0], q[1])
				}
			}
		}
	}
	t.Logf("%d pairs, %d with a false alarm", len(pairs), alarms)
	for _, kind := range []string{"×10", "÷10", "+1", "−1", "% for points", "month"} {
		c := count[kind]
		if c == nil {
			t.Errorf("no %s was planted", kind)
			continue
		}
		t.Logf("%-13s %6d planted, %6d found: %.4f", kind, c.planted, c.found, float64(c.found)/float64(c.planted))
		if float64(c.found) < 0.95*float64(c.planted) {
			t.Errorf("recall of %s is below 0.95", kind)
		}
	}
	t.Logf("recall %.4f", float64(total.found)/float64(total.planted))
}

// named reports that a mismatch names the number that was changed.
func named(r Result, side int, p plant) bool {
	return slices.ContainsFunc(r.Mismatches, func(m Mismatch) bool {
		v := m.ZH
		if side == 1 {
			v = m.EN
		}
		return v != nil && v.From < p.to && p.from < v.To || v == nil // or that its counterpart is missing
	})
}
