package figure

import (
	"math"
	"strconv"
	"strings"

	"celun/app/language"
)

// A scale is an axis with round numbers on it.
type scale struct {
	low, high, step float64
}

// newScale returns a scale over the values with about so many steps. It holds
// zero if that is asked for, or if leaving it out would save less than half.
func newScale(values []float64, zero bool, steps int) scale {
	low, high := math.Inf(1), math.Inf(-1)
	for _, v := range values {
		low, high = min(low, v), max(high, v)
	}
	if zero || low > 0 && low < high/2 || high < 0 && high > low/2 || low == high {
		low, high = min(low, 0), max(high, 0)
	}
	if low == high {
		high = 1
	}
	step := nice((high - low) / float64(steps))
	return scale{math.Floor(low/step+1e-9) * step, math.Ceil(high/step-1e-9) * step, step}
}

// nice returns the next number of 1, 2, 2.5 and 5 times a power of ten.
func nice(v float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(v)))
	for _, n := range []float64{1, 2, 2.5, 5} {
		if v <= n*power*(1+1e-9) {
			return n * power
		}
	}
	return 10 * power
}

// ticks returns the round numbers of the scale.
func (s scale) ticks() []float64 {
	var out []float64
	first := math.Ceil(s.low/s.step - 1e-9)
	for i := range int(math.Round(s.high/s.step-first)) + 1 {
		v := (first + float64(i)) * s.step
		if math.Abs(v) < s.step*1e-6 {
			v = 0
		}
		out = append(out, v)
	}
	return out
}

// at returns where a value stands between from and to.
func (s scale) at(v, from, to float64) float64 {
	return from + (v-s.low)/(s.high-s.low)*(to-from)
}

// write writes a number as a reader of l expects it: 27亿, 2.7 billion, 27,000.
func write(v float64, l language.Language) string {
	size, name := 1.0, ""
	for _, u := range []struct {
		size   float64
		zh, en string
	}{
		{1e12, "万亿", " trillion"},
		{1e9, "", " billion"},
		{1e8, "亿", ""},
		{1e6, "", " million"},
		{1e4, "万", ""},
	} {
		word := language.Text{ZH: u.zh, EN: u.en}.In(l)
		if word != "" && math.Abs(v) >= u.size*(1-1e-12) {
			size, name = u.size, word
			break
		}
	}
	s := strconv.FormatFloat(v/size, 'f', 2, 64)
	s = strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
	if math.Abs(v) < 0.01 && v != 0 {
		s = strconv.FormatFloat(v, 'g', 2, 64)
	}
	s = strings.Replace(s, "-", "−", 1)
	if l == language.EN && size == 1 {
		s = thousands(s)
	}
	return s + name
}

// thousands puts a comma before each three digits of a number.
func thousands(s string) string {
	whole, rest, _ := strings.Cut(s, ".")
	digits := strings.TrimPrefix(whole, "−")
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	if strings.HasPrefix(whole, "−") {
		digits = "−" + digits
	}
	if rest != "" {
		digits += "." + rest
	}
	return digits
}

// written writes a value with its unit if that is a sign, such as %. Where both
// languages are shown and only a comma between the thousands tells their
// numbers apart, one number with commas serves both.
func (p *pen) written(v float64, unit language.Text, l language.Language) string {
	s := write(v, l)
	if other := write(v, l.Other()); p.bilingual() && strings.ReplaceAll(other, ",", "") == s {
		s = other
	}
	if u := plain(unit.In(l)); sign(u) {
		s += u
	}
	return s
}

// sign reports whether a unit is a sign that stands right after its number.
func sign(unit string) bool { return unit == "%" || unit == "‰" || unit == "°" }
