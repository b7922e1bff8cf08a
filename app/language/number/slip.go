package number

import (
	"cmp"
	"slices"
)

// A Cause says how two numbers most likely came to differ.
type Cause int

// The causes.
const (
	Missing          Cause = iota // no counterpart
	Differs                       // another number
	Magnitude                     // the same figures, tens of times more or less
	PercentOrPoints               // per cent on one side, percentage points on the other
	UnitDiffers                   // the same number in another currency or unit
	DateDiffers                   // another year, month, day, decade or century
	MultipleDiffers               // 倍 and times by one another's count
	BoundDiffers                  // more than on one side, less than on the other
	DirectionDiffers              // to and by, or up and down
)

// A Mismatch is two numbers that should agree, or one without counterpart.
type Mismatch struct {
	Cause  Cause
	ZH, EN *Value // nil on the side where it is missing
	Factor int    // for Magnitude: how many times more on the larger side, a power of ten as its exponent
	// FixZH and FixEN are what the digits of that side would be if the other
	// side is right, and where they stand; the text is empty where only a
	// person can say.
	FixZH, FixEN Fix
	// Minor is set where both numbers are small words: it may be the idiom.
	Minor bool
}

// A Fix replaces the runes [From, To) of a text.
type Fix struct {
	Text     string
	From, To int
}

// IsCalendar reports a mismatch of dates, decades or centuries.
func (m *Mismatch) IsCalendar() bool {
	for _, v := range []*Value{m.ZH, m.EN} {
		if v != nil && !v.Kind.IsCalendar() {
			return false
		}
	}
	return true
}

// slips pairs what is left over by the likeliest cause.
func (c *comparison) slips() {
	zh, en := c.left(c.zh, c.zhTaken), c.left(c.en, c.enTaken)
	for _, test := range []func(z, e *Value) (Cause, bool){magnitude, percentOrPoints, unitDiffers, multipleDiffers, dateDiffers, differs} {
		for _, loose := range []bool{false, true} {
			for _, i := range zh {
				for _, j := range en {
					z, e := &c.zh[i], &c.en[j]
					if c.zhTaken[i] || c.enTaken[j] || (z.Weak || e.Weak) != loose || !c.matters(z, e, len(zh), len(en)) {
						continue
					}
					if cause, ok := test(z, e); ok {
						c.zhTaken[i], c.enTaken[j] = true, true
						c.result.Mismatches = append(c.result.Mismatches, mismatch(cause, z, e))
					}
				}
			}
		}
	}
}

// most is how many left-over values of a text are tried with one another.
const most = 48

// left returns the values without counterpart that may be a slip's side.
func (c *comparison) left(values []Value, taken []bool) []int {
	var left []int
	for i := range values {
		if !taken[i] && !values[i].inName && len(left) < most {
			left = append(left, i)
		}
	}
	return left
}

// matters reports that two values can be a mismatch: one is a figure that
// is not said elsewhere on the other side, or both are of a form that is one.
func (c *comparison) matters(z, e *Value, left, right int) bool {
	if z.Weak && e.Weak {
		alone := left == 1 && right == 1
		switch {
		case z.Kind != e.Kind:
			return false
		case alone && (z.clear || e.clear) && (z.Kind == Share || z.Kind == Times):
			return true // one of them is a figure, and there is nothing else that it could be
		case alone && z.Kind == Count && z.Unit != "" && e.Unit != "" && z.Unit.in().of == e.Unit.in().of && (z.Unit.in().of == days || z.Unit.in().of == months) && (z.clear || e.clear):
			return true // two hours are no half an hour
		case alone && z.Kind == Count && beyondIdiom(z) && beyondIdiom(e) && z.Unit.in().of == e.Unit.in().of:
			return true
		case !z.clear || !e.clear:
			return false
		}
		return z.Kind == Share || z.Kind == Times || z.Kind == Decade || z.Kind == Century || z.Kind == Count && left == 1 && right == 1 && z.Unit.in().of == e.Unit.in().of || z.Kind == Ordinal && left == 1 && right == 1
	}
	small := func(v *Value) bool {
		return v.Weak && v.Kind == Count && (v.Number.Cmp(whole(1)) <= 0 || !v.clear && v.Unit == "" && v.Number.Cmp(whole(10)) < 0)
	}
	if small(z) || small(e) {
		return false
	}
	return !z.Weak && !c.saidEN.repeated(z) || !e.Weak && !c.saidZH.repeated(e)
}

// beyondIdiom reports a number in words that no idiom has: more than a dozen,
// and not a round one.
func beyondIdiom(v *Value) bool {
	n, ok := integer(v.Number, 1<<40)
	return ok && n > 12 && n%10 != 0
}

func mismatch(cause Cause, z, e *Value) Mismatch {
	m := Mismatch{Cause: cause, ZH: z, EN: e, Minor: z.Weak && e.Weak && (z.Kind == Count || z.Kind == Ordinal)}
	if cause == Magnitude {
		m.Factor = exponent(z, e)
	}
	m.FixZH, m.FixEN = rewrite(z, e)
	return m
}

// exponent returns the power of ten between two numbers, or 0 if there is
// none.
func exponent(z, e *Value) int {
	if z.Number.Sign() <= 0 || e.Number.Sign() <= 0 {
		return 0
	}
	a, b := z.Number, e.Number
	if z.Unit.in().of == e.Unit.in().of {
		a, b = z.Unit.base(a), e.Unit.base(b)
	}
	q := part(a, b)
	if q.Cmp(whole(1)) < 0 {
		q.Inv(q)
	}
	for n := 1; n <= 12; n++ {
		if q.Cmp(tens(n)) == 0 {
			return n
		}
	}
	return 0
}

func magnitude(z, e *Value) (Cause, bool) {
	same := z.Kind == e.Kind && (z.Kind == Count || z.Kind == Share || z.Kind == Points)
	return Magnitude, same && !z.Unit.opposes(e.Unit) && exponent(z, e) > 0
}

func percentOrPoints(z, e *Value) (Cause, bool) {
	switch {
	case z.Kind == Share && e.Kind == Points:
		return PercentOrPoints, times(z.Number, whole(100)).Cmp(e.Number) == 0
	case z.Kind == Points && e.Kind == Share:
		return PercentOrPoints, times(e.Number, whole(100)).Cmp(z.Number) == 0
	}
	return 0, false
}

// unitDiffers is for numbers that name a share on one side only, or a month
// of the calendar against months; equal counts are matched before.
func unitDiffers(z, e *Value) (Cause, bool) {
	number := func(v *Value) string {
		switch v.Kind {
		case Share:
			return times(v.Number, whole(100)).RatString()
		case Count, Points:
			return v.Number.RatString()
		}
		return ""
	}
	a, b := number(z), number(e)
	return UnitDiffers, a != "" && a == b && z.Kind != e.Kind && z.Kind != Points && e.Kind != Points
}

func multipleDiffers(z, e *Value) (Cause, bool) {
	return MultipleDiffers, z.Kind == Times && e.Kind == Times && (z.clear || e.clear)
}

func dateDiffers(z, e *Value) (Cause, bool) {
	if z.Kind == Decade && e.Kind == Decade || z.Kind == Century && e.Kind == Century {
		return DateDiffers, true
	}
	if z.Kind != Date || e.Kind != Date {
		return 0, false
	}
	a, b := z.Day, e.Day
	alike := (a.Year > 0) == (b.Year > 0) && (a.Month > 0) == (b.Month > 0) && (a.Day > 0) == (b.Day > 0)
	shares := a.Year == b.Year && a.Year > 0 || a.Month == b.Month && a.Month > 0 && (a.Day > 0) == (b.Day > 0)
	return DateDiffers, alike || shares
}

func differs(z, e *Value) (Cause, bool) {
	if z.Kind != e.Kind {
		isYear := func(v *Value) bool { return v.Kind == Date && v.Day.Month == 0 && v.Day.Year > 0 }
		return Differs, isYear(z) && e.Kind == Count && e.bare || isYear(e) && z.Kind == Count && z.bare
	}
	return Differs, z.Kind == Count && z.Unit.in().of == e.Unit.in().of && !z.Unit.opposes(e.Unit) || z.Kind == Count && sameTime(z, e) || z.Kind == Share || z.Kind == Points || z.Kind == Ordinal
}

func sameTime(z, e *Value) bool {
	a, b := z.Unit.in().of, e.Unit.in().of
	return (a == months || a == days) && (b == months || b == days)
}

// missing reports the figures without counterpart whose value the other
// side does not give at all.
func (c *comparison) missing() {
	for i := range c.zh {
		if v := &c.zh[i]; !c.zhTaken[i] && !v.Weak && !c.saidEN.repeated(v) {
			c.result.Mismatches = append(c.result.Mismatches, Mismatch{Cause: Missing, ZH: v})
		}
	}
	for j := range c.en {
		if v := &c.en[j]; !c.enTaken[j] && !v.Weak && !c.saidZH.repeated(v) {
			c.result.Mismatches = append(c.result.Mismatches, Mismatch{Cause: Missing, EN: v})
		}
	}
}

// said is what the values of a text say, for looking up.
type said struct {
	keys                map[string]bool
	years, months, days map[int]bool
}

func saidBy(values []Value) said {
	s := said{map[string]bool{}, map[int]bool{}, map[int]bool{}, map[int]bool{}}
	for i := range values {
		v := &values[i]
		for _, k := range exactKeys(v) {
			s.keys[k] = true
		}
		s.years[v.Day.Year], s.months[v.Day.Month], s.days[v.Day.Day] = true, true, true
	}
	return s
}

// repeated reports that a value stands on the other side, if perhaps once
// where it is said twice here. Each part of a date may stand by itself.
func (s said) repeated(v *Value) bool {
	if d := v.Day; v.Kind == Date {
		return (d.Year == 0 || s.years[d.Year]) && (d.Month == 0 || s.months[d.Month]) && (d.Day == 0 || s.days[d.Day])
	}
	for _, k := range exactKeys(v) {
		if s.keys[k] {
			return true
		}
	}
	return false
}

// settle adds what pairs of equal numbers do not agree in, and sorts.
func (c *comparison) settle() {
	for i := range c.result.Matches {
		z, e := &c.result.Matches[i].ZH, &c.result.Matches[i].EN
		cause := Missing
		switch {
		case z.Kind == Count && e.Kind == Count && z.Unit.opposes(e.Unit) && z.Number.Cmp(e.Number) == 0 && !(z.Weak && e.Weak) && z.Unit.base(z.Number).Cmp(e.Unit.base(e.Number)) != 0:
			cause = UnitDiffers
		case z.Kind == Count && e.Kind == Count && z.Unit.in().of == money && e.Unit.in().of == money && z.Unit != e.Unit:
			cause = UnitDiffers
		case z.Bound == Above && e.Bound == Below || z.Bound == Below && e.Bound == Above:
			cause = BoundDiffers
		case opposed(z.Direction, e.Direction):
			cause = DirectionDiffers
		default:
			continue
		}
		c.result.Mismatches = append(c.result.Mismatches, Mismatch{Cause: cause, ZH: z, EN: e})
	}
	place := func(m Mismatch) int {
		if m.ZH == nil {
			return 1<<40 + m.EN.From
		}
		return m.ZH.From
	}
	slices.SortStableFunc(c.result.Mismatches, func(a, b Mismatch) int { return cmp.Compare(place(a), place(b)) })
}

// opposed reports two directions that cannot both be right.
func opposed(z, e Direction) bool {
	way := func(d Direction) Direction { return d & (By | To) }
	up := func(d Direction) Direction { return d & (Up | Down) }
	return way(z) != 0 && way(e) != 0 && way(z) != way(e) || up(z) != 0 && up(e) != 0 && up(z) != up(e)
}
