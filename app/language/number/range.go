package number

import (
	"math/big"
	"slices"
	"strings"
)

// joined makes one value of a time in two units: 1小时30分钟, 2 years and 6
// months.
func joined(runes []rune, values []Value) []Value {
	out := values[:0]
	for _, v := range values {
		if len(out) > 0 {
			a := &out[len(out)-1]
			parts := int64(0)
			switch {
			case a.Kind != Count || v.Kind != Count || v.From < a.To || v.From-a.To > 5:
			case a.Unit == "hour" && v.Unit == "minute", a.Unit == "minute" && v.Unit == "second":
				parts = 60
			case a.Unit == "year" && v.Unit == "month":
				parts = 12
			}
			if between := strings.TrimSpace(string(runes[a.To:max(a.To, min(v.From, a.To+5))])); parts > 0 && (between == "" || between == "and" || between == "又") && v.Number.Cmp(whole(parts)) < 0 {
				a.Number = plus(a.Number, part(v.Number, whole(parts)))
				a.Weak, a.clear, a.lent = a.Weak && v.Weak, true, true
				a.To = v.To
				a.Text = string(runes[a.From:a.To])
				continue
			}
		}
		out = append(out, v)
	}
	return out
}

// ranges gives the first number of a range what only the second says: 10 to
// 20 per cent, 10—20亿元, 2021–2025年.
func ranges(runes []rune, values []Value) []Value {
	for i := len(values) - 2; i >= 0; i-- {
		a, b := &values[i], &values[i+1]
		if a.inName || b.inName || !isRange(runes, a.From, a.To, b.From) {
			continue
		}
		switch {
		case a.bare && a.Kind == Count && (b.Kind == Share || b.Kind == Points || b.Kind == Times) && !a.scaled:
			// 5 to 10 per cent
			a.Kind, a.bare = b.Kind, false
			if b.Kind == Share {
				a.Number = part(a.Number, unitOf(runes, b))
			}
			if b.Kind == Times && len(b.others) == 0 {
				a.Weak = true
			}
		case a.bare && a.Kind == Count && b.Kind == Date && b.Day.Year == 0:
			if n, ok := integer(a.Number, 31); ok && n > 0 && b.Day.Month > 0 && b.Day.Day == 0 && n <= 12 {
				a.Kind, a.Day, a.Number = Date, Day{Month: n}, new(big.Rat) // 4至6月
			}
		case a.bare && a.Kind == Count && b.Kind == Decade:
			if n, ok := integer(a.Number, 2190); ok && isYear(n) && n%10 == 0 {
				a.Kind = Decade
			}
		case a.Kind == Count && b.Kind == Count && !a.scaled && b.scaled && b.style.scale > 0:
			mantissa := part(b.Number, tens(b.style.scale))
			if a.Unit == "" && a.Number.Cmp(mantissa) < 0 {
				a.Number, a.style.scale = times(a.Number, tens(b.style.scale)), 0
				a.Unit = b.Unit
			} else if a.Unit != "" && a.Unit.in().of == money && a.Number.Cmp(mantissa) < 0 { // $10–20 million
				a.Number = times(a.Number, tens(b.style.scale))
				if b.Unit == "" {
					b.Unit = a.Unit
				}
			}
		}
		if a.Kind == Count && b.Kind == Count {
			switch {
			case a.Unit == "":
				a.Unit = b.Unit
			case b.Unit == "" && a.Unit.in().of == money:
				b.Unit = a.Unit
			}
		}
		if a.Kind == Date && b.Kind == Date {
			lend(a, b)
		}
		if a.Kind == Date && b.Kind == Count && a.Day.Year > 0 && b.bare {
			shortYear(a, b)
		}
	}
	return values
}

// unitOf returns the number of which a share counts parts: 100 for %.
func unitOf(runes []rune, v *Value) *big.Rat {
	text := runes[v.From:v.To]
	switch {
	case slices.Contains(text, '成'):
		return whole(10)
	case slices.Contains(text, '‰'):
		return whole(1000)
	}
	return whole(100)
}

// lend gives an end of a range of dates the year or month that only the
// other end names: 4 and 6 in 2022年4至6月 are months of one year.
func lend(a, b *Value) {
	switch {
	case b.Day.Month == 0 && b.Day.Day > 0 && a.Day.Day > 0:
		b.Day.Month, b.Day.Year, b.lent = a.Day.Month, a.Day.Year, true
	case a.Day.Month == 0 || b.Day.Month < a.Day.Month:
	case a.Day.Year == 0 && b.Day.Year > 0:
		a.Day.Year, a.lent = b.Day.Year, true
	case b.Day.Year == 0 && a.Day.Year > 0:
		b.Day.Year, b.lent = a.Day.Year, true
	}
}

// shortYear reads the 25 of 2021–25 as a year, or leaves it without weight.
func shortYear(a, b *Value) {
	n, ok := integer(b.Number, 99)
	if !ok || b.To-b.From != 2 {
		return
	}
	year := a.Day.Year/100*100 + n
	if year <= a.Day.Year {
		b.Weak = b.Weak || n <= 12 // the month of 2026-11
		return
	}
	b.Kind, b.Day, b.Number, b.bare = Date, Day{Year: year}, new(big.Rat), false
	b.others = []*big.Rat{whole(int64(year))}
}

// isRange reports that [from, to) makes one range of the numbers around it;
// first is where the number before it begins.
func isRange(runes []rune, first, from, to int) bool {
	if from > to || to-from > 5 {
		return false
	}
	between := runes[from:to]
	for len(between) > 0 && isSpace(between[0]) {
		between = between[1:]
	}
	for len(between) > 0 && isSpace(between[len(between)-1]) {
		between = between[:len(between)-1]
	}
	switch string(between) {
	case "至", "到", "to", "或", "or", "——", "、":
		return true
	case "and":
		return first >= 8 && string(runes[first-8:first]) == "between " || first >= 8 && string(runes[first-8:first]) == "Between "
	}
	return len(between) == 1 && isDash(between[0])
}
