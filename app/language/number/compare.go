package number

import (
	"math/big"
	"slices"
	"strconv"
	"unicode/utf8"

	"celun/app/language"
)

// A Match is a value of the Chinese text and its counterpart in English.
type Match struct{ ZH, EN Value }

// A Result is what [Compare] finds.
type Result struct {
	Matches    []Match
	Mismatches []Mismatch // in the order of the Chinese text; those in English alone last
}

// Compare reads both texts and pairs their numbers by value. What has no
// counterpart and needs one, and pairs that agree in the number but not in
// unit, bound or direction, are its mismatches. An empty text is compared
// with nothing: that a side is missing is for others to say.
func Compare(zh, en string) Result {
	c := &comparison{zh: Read(language.ZH, zh), en: Read(language.EN, en)}
	c.zhLength, c.enLength = utf8.RuneCountInString(zh), utf8.RuneCountInString(en)
	z, e, wrong := ratios(zh, en)
	if z != nil {
		within := func(r *Value) func(v Value) bool {
			return func(v Value) bool { return v.From >= r.From && v.To <= r.To }
		}
		c.zh, c.en = slices.DeleteFunc(c.zh, within(z)), slices.DeleteFunc(c.en, within(e))
	}
	if len(c.zh) == 0 && len(c.en) == 0 {
		return Result{Mismatches: wrong}
	}
	c.zhTaken, c.enTaken = make([]bool, len(c.zh)), make([]bool, len(c.en))
	for level := range levels {
		c.pair(level)
	}
	c.straighten()
	for _, p := range c.pairs {
		c.result.Matches = append(c.result.Matches, Match{c.zh[p[0]], c.en[p[1]]})
	}
	c.saidZH, c.saidEN = saidBy(c.zh), saidBy(c.en)
	c.slips()
	c.missing()
	c.result.Mismatches = append(c.result.Mismatches, wrong...)
	c.settle()
	return c.result
}

// A comparison is the work of one Compare.
type comparison struct {
	zh, en           []Value
	zhTaken, enTaken []bool
	zhLength         int // of the texts, in runes
	enLength         int
	pairs            [][2]int // places in zh and en
	saidZH, saidEN   said
	result           Result
}

// levels is how many ways of pairing there are, the strictest first: the
// same kind, number and unit; the same number and kind but another unit, or
// dates that agree in what both give; the same number of another kind.
const levels = 3

// crowd is how many values of one number are tried at a time: it keeps the
// comparison of long texts in proportion to their length.
const crowd = 8

// pair joins values that are still without a counterpart, in their order.
func (c *comparison) pair(level int) {
	waiting := map[string][]int{}
	for i := range c.zh {
		if !c.zhTaken[i] {
			for _, k := range keys(&c.zh[i], level) {
				waiting[k] = append(waiting[k], i)
			}
		}
	}
	if len(waiting) == 0 {
		return
	}
	// Figures choose before words do.
	for _, weak := range []bool{false, true} {
		for j := range c.en {
			if !c.enTaken[j] && c.en[j].Weak == weak {
				c.choose(waiting, j, level)
			}
		}
	}
}

// choose finds the counterpart of an English value among those that wait.
func (c *comparison) choose(waiting map[string][]int, j, level int) {
	for _, k := range keys(&c.en[j], level) {
		queue := waiting[k]
		for len(queue) > 0 && c.zhTaken[queue[0]] {
			queue = queue[1:]
		}
		waiting[k] = queue
		best := -1
		tried := 0
		for _, i := range queue {
			if tried++; tried > crowd {
				break
			}
			if c.zhTaken[i] || !accepts(&c.zh[i], &c.en[j], level) {
				continue
			}
			if best < 0 || c.better(&c.zh[i], &c.zh[best], &c.en[j]) {
				best = i
			}
		}
		if best >= 0 {
			c.take(best, j)
			return
		}
	}
}

// better reports that a is nearer to e than b: a figure answers a figure, a
// bound the same bound, and what stands early in one text what stands early
// in the other.
func (c *comparison) better(a, b, e *Value) bool {
	if (a.Weak == e.Weak) != (b.Weak == e.Weak) {
		return a.Weak == e.Weak
	}
	if (a.Bound == e.Bound) != (b.Bound == e.Bound) {
		return a.Bound == e.Bound
	}
	return c.gap(a, e) < c.gap(b, e)
}

func (c *comparison) take(i, j int) {
	c.zhTaken[i], c.enTaken[j] = true, true
	c.pairs = append(c.pairs, [2]int{i, j})
}

// straighten exchanges a counterpart for a left-over value of the same
// number that stands nearer to it: where a number is said twice in one text
// and was changed once in the other, the changed one is to be left over.
func (c *comparison) straighten() {
	left := func(values []Value, taken []bool) map[string]int {
		of := map[string]int{}
		for i := range values {
			if k := exactKeys(&values[i]); !taken[i] && !values[i].Weak && len(k) > 0 {
				of[k[0]] = i
			}
		}
		return of
	}
	zh, en := left(c.zh, c.zhTaken), left(c.en, c.enTaken)
	if len(zh) == 0 && len(en) == 0 {
		return
	}
	for n, p := range c.pairs {
		z, e := &c.zh[p[0]], &c.en[p[1]]
		if k := exactKeys(e); len(k) > 0 {
			if j, ok := en[k[0]]; ok && !c.enTaken[j] && c.en[j].Kind == e.Kind && c.gap(z, &c.en[j]) < c.gap(z, e) {
				c.pairs[n][1], c.enTaken[j], c.enTaken[p[1]], en[k[0]] = j, true, false, p[1]
				continue
			}
		}
		if k := exactKeys(z); len(k) > 0 {
			if i, ok := zh[k[0]]; ok && !c.zhTaken[i] && c.zh[i].Kind == z.Kind && c.gap(&c.zh[i], e) < c.gap(z, e) {
				c.pairs[n][0], c.zhTaken[i], c.zhTaken[p[0]], zh[k[0]] = i, true, false, p[0]
			}
		}
	}
}

// gap is how far apart two values stand in their texts: relative to the
// length of both, in no unit.
func (c *comparison) gap(z, e *Value) int {
	d := z.From*c.enLength - e.From*c.zhLength
	return max(d, -d)
}

// keys returns what a value can be found by at a level.
func keys(v *Value, level int) []string {
	switch level {
	case 0:
		return exactKeys(v)
	case 1:
		return looseKeys(v)
	}
	return numberKeys(v)
}

func exactKeys(v *Value) []string {
	n := v.Number.RatString()
	switch v.Kind {
	case Count:
		if v.inName {
			return nil
		}
		m := v.Unit.in()
		if m.of == money {
			return []string{"c" + string(v.Unit) + n}
		}
		if m.of == none {
			return []string{"c" + n}
		}
		return []string{"c" + strconv.Itoa(int(m.of)) + " " + v.Unit.base(v.Number).RatString()}
	case Date:
		return []string{"d" + dayKey(v.Day)}
	case Times:
		keys := []string{"t" + n}
		for _, o := range v.others {
			keys = append(keys, "t"+o.RatString())
		}
		return keys
	}
	return []string{strconv.Itoa(int(v.Kind)) + " " + n}
}

func dayKey(d Day) string {
	return strconv.Itoa(d.Year) + "-" + strconv.Itoa(d.Month) + "-" + strconv.Itoa(d.Day)
}

func looseKeys(v *Value) []string {
	switch v.Kind {
	case Count:
		keys := []string{"c" + v.Number.RatString()}
		if v.inName {
			return nil
		}
		for _, o := range v.others {
			keys = append(keys, "c"+o.RatString())
		}
		return keys
	case Date:
		var keys []string
		d := v.Day
		for _, part := range []Day{{d.Year, d.Month, 0}, {0, d.Month, d.Day}, {d.Year, 0, 0}, {0, d.Month, 0}, {0, 0, d.Day}} {
			if part != (Day{}) && part != d {
				keys = append(keys, "d"+dayKey(part))
			}
		}
		return append(keys, "d"+dayKey(d))
	case Share:
		keys := []string{"m" + v.Number.RatString(), "m" + plus(v.Number, whole(1)).RatString()}
		if hundred := times(v.Number, whole(100)); !v.word || v.clear {
			q, _ := hundred.Float64()
			keys = append(keys, "r"+strconv.Itoa(int(q)), "r"+strconv.Itoa(int(q)+1))
		}
		for _, o := range v.others {
			keys = append(keys, "m"+o.RatString())
		}
		return keys
	case Times:
		keys := []string{"m" + v.Number.RatString()}
		for _, o := range v.others {
			keys = append(keys, "m"+o.RatString())
		}
		return keys
	}
	return nil
}

// numberKeys are the numbers that a value holds, whatever of.
func numberKeys(v *Value) []string {
	var keys []string
	if v.Number.Sign() != 0 || v.Kind == Count {
		keys = append(keys, "n"+v.Number.RatString())
	}
	for _, o := range v.others {
		keys = append(keys, "n"+o.RatString())
	}
	return keys
}

// accepts reports that two values that share a key can be counterparts.
func accepts(z, e *Value, level int) bool {
	if level == 0 {
		return z.Kind == e.Kind
	}
	if level == 1 {
		switch {
		case z.Kind == Date && e.Kind == Date:
			return agrees(z.Day, e.Day)
		case z.Kind == Count && e.Kind == Count:
			return true
		case z.Kind == Share && e.Kind == Share:
			return rounded(z, e)
		}
		return z.Kind != e.Kind && (z.Kind == Times || e.Kind == Times)
	}
	if z.Kind == e.Kind && !z.inName && !e.inName {
		return false
	}
	// A share is nothing else, but that a third may be the third, and 10倍 a
	// share is not. Names are matched with whatever has their number.
	for _, v := range []*Value{z, e} {
		if (v.Kind == Share || v.Kind == Points) && !v.Weak {
			return false
		}
	}
	return true
}

// agrees reports that two dates say the same where both say something, and
// that there is such a place.
func agrees(a, b Day) bool {
	same := false
	for _, f := range [][2]int{{a.Year, b.Year}, {a.Month, b.Month}, {a.Day, b.Day}} {
		if f[0] == 0 || f[1] == 0 {
			continue
		}
		if f[0] != f[1] {
			return false
		}
		same = true
	}
	return same
}

// rounded reports a fraction in words that has no end in per cent and the
// percentage that it is rounded or cut to: a third and 33%, 33.3%.
func rounded(z, e *Value) bool {
	fraction, percent := z, e
	if !z.word {
		fraction, percent = e, z
	}
	if !fraction.word || percent.word {
		return false
	}
	q := times(fraction.Number, whole(100))
	if _, ends := q.FloatPrec(); ends {
		return false
	}
	p := times(percent.Number, whole(100))
	places, _ := p.FloatPrec()
	q, p = times(q, tens(min(places, longest))), times(p, tens(min(places, longest)))
	gap := new(big.Rat).Sub(q, p)
	return gap.Sign() >= 0 && gap.Cmp(whole(1)) < 0 || gap.Sign() < 0 && gap.Cmp(big.NewRat(-1, 2)) >= 0
}
