package number

import (
	"math/big"
	"strconv"
	"strings"
)

// rewrite returns what stands for z in the English and for e in the Chinese,
// written as the value that it replaces; empty where that cannot be said.
func rewrite(z, e *Value) (zh, en Fix) {
	zh, en = Fix{From: z.From, To: z.To}, Fix{From: e.From, To: e.To}
	digits := func() {
		zh.From, zh.To = z.style.digits[0], z.style.digits[1]
		en.From, en.To = e.style.digits[0], e.style.digits[1]
	}
	hundred := whole(100)
	switch {
	case z.Kind == Share && e.Kind == Points, z.Kind == Points && e.Kind == Share:
		zh.Text, en.Text = pointsOrPercent(z, e)
	case z.Kind != e.Kind:
	case z.Kind == Date:
		zh.Text, en.Text = writeDates(z, e)
	case z.Kind == Decade:
		n, _ := integer(z.Number, 9999)
		m, _ := integer(e.Number, 9999)
		en.Text = strconv.Itoa(n) + "s"
		zh.Text = strconv.Itoa(m/100+1) + "世纪" + strconv.Itoa(m%100) + "年代"
	case z.Kind == Century:
		n, _ := integer(z.Number, 99)
		m, _ := integer(e.Number, 99)
		en.Text = strconv.Itoa(n) + suffix(n) + " century"
		zh.Text = strconv.Itoa(m) + "世纪"
	case z.Kind == Ordinal:
		n, ok := integer(z.Number, 9999)
		m, ok2 := integer(e.Number, 9999)
		if ok && ok2 && n > 0 && m > 0 && !(e.word && z.word) && z.Text != "" && strings.HasPrefix(z.Text, "第") {
			digits()
			en.To = e.To
			en.Text, zh.Text = strconv.Itoa(n)+suffix(n), strconv.Itoa(m)
			if z.word {
				zh.Text = ""
			}
		}
	case z.Kind == Share:
		if z.word || e.word || !strings.HasSuffix(z.Text, "%") {
			return zh, en
		}
		digits()
		zh.Text, en.Text = plain(times(e.Number, hundred)), plain(times(z.Number, hundred))
	case z.Kind == Times:
		if len(z.others) == 0 {
			en.Text = writeEnglish(z.Number, e)
			en.From, en.To = e.style.digits[0], e.style.digits[1]
			if en.To == e.To { // doubled, threefold
				en.Text = ""
			}
		}
	default:
		if z.Unit != e.Unit && z.Unit != "" && e.Unit != "" || z.lent || e.lent {
			return zh, en
		}
		digits()
		zh.Text, en.Text = writeChinese(e.Number, z), writeEnglish(z.Number, e)
	}
	return zh, en
}

// pointsOrPercent writes the sign of the other side.
func pointsOrPercent(z, e *Value) (zh, en string) {
	hundred := whole(100)
	if z.Kind == Share {
		n := plain(times(z.Number, hundred))
		m := plain(e.Number)
		if n == "" || m == "" {
			return "", ""
		}
		if strings.HasSuffix(z.Text, "%") {
			return m + "个百分点", n + "%"
		}
		return m + "个百分点", n + " per cent"
	}
	n, m := plain(z.Number), plain(times(e.Number, hundred))
	if n == "" || m == "" {
		return "", ""
	}
	points := " percentage points"
	if n == "1" {
		points = " percentage point"
	}
	return m + "%", n + points
}

// plain writes a number in digits; empty if they do not end.
func plain(n *big.Rat) string {
	places, exact := n.FloatPrec()
	if !exact || places > 6 {
		return ""
	}
	return n.FloatString(places)
}

// grouped puts a comma between each three digits before the point.
func grouped(text string) string {
	before, after, point := strings.Cut(text, ".")
	for i := len(before) - 3; i > 0; i -= 3 {
		before = before[:i] + "," + before[i:]
	}
	if point {
		return before + "." + after
	}
	return before
}

// scaledText writes n with a scale word if at most three decimals are needed.
func scaledText(n *big.Rat, scale int) string {
	q := part(n, tens(scale))
	text := plain(q)
	if q.Cmp(whole(1)) < 0 || len(text) == 0 {
		return ""
	}
	if _, after, _ := strings.Cut(text, "."); len(after) > 3 {
		return ""
	}
	return text
}

// writeEnglish writes n as a count in the place of v.
func writeEnglish(n *big.Rat, v *Value) string {
	if v.word {
		if i, ok := integer(n, 10); ok {
			return [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}[i]
		}
	}
	words := map[int]string{3: " thousand", 6: " million", 9: " billion", 12: " trillion"}
	if w := words[v.style.scale]; w != "" {
		if text := scaledText(n, v.style.scale); text != "" && n.Cmp(times(tens(v.style.scale), whole(1000))) < 0 {
			return text + w
		}
	}
	if n.Cmp(tens(6)) >= 0 && !v.style.grouped && !isCode(n, v) {
		for _, s := range []int{12, 9, 6} {
			if text := scaledText(n, s); text != "" {
				return text + words[s]
			}
		}
	}
	text := plain(n)
	if n.Cmp(tens(4)) >= 0 && !isCode(n, v) || v.style.grouped {
		text = grouped(text)
	}
	return text
}

// isCode reports a row of five digits or more without comma or scale, such as
// a telephone number, where n is no round number either.
func isCode(n *big.Rat, v *Value) bool {
	return !v.word && v.style.scale == 0 && v.style.digits[1]-v.style.digits[0] >= 5 && !part(n, whole(1000)).IsInt()
}

// writeChinese writes n as a count in the place of v.
func writeChinese(n *big.Rat, v *Value) string {
	if v.word {
		if i, ok := integer(n, 10); ok && v.style.scale == 0 {
			return [...]string{"零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"}[i]
		}
	}
	words := map[int]string{4: "万", 8: "亿", 12: "万亿"}
	if w := words[v.style.scale]; w != "" {
		if text := scaledText(n, v.style.scale); text != "" && n.Cmp(times(tens(v.style.scale), tens(4))) < 0 {
			return text + w
		}
	}
	if n.Cmp(tens(4)) >= 0 && !v.style.grouped && !isCode(n, v) {
		for _, s := range []int{12, 8, 4} {
			if text := scaledText(n, s); text != "" {
				return text + words[s]
			}
		}
	}
	text := plain(n)
	if v.style.grouped {
		text = grouped(text)
	}
	return text
}

// writeDates writes each date as the other says it, with the parts that only
// it had.
func writeDates(z, e *Value) (zh, en string) {
	merge := func(a, b Day) Day { // a, with what b alone has
		if a.Year == 0 {
			a.Year = b.Year
		}
		if a.Month == 0 {
			a.Month = b.Month
		}
		if a.Day == 0 && a.Month == b.Month {
			a.Day = b.Day
		}
		return a
	}
	cut := func(a, b Day) Day { // a, without the parts that b has not
		if b.Year == 0 {
			a.Year = 0
		}
		if b.Month == 0 {
			a.Month = 0
		}
		if b.Day == 0 {
			a.Day = 0
		}
		return a
	}
	return chineseDate(cut(merge(e.Day, z.Day), z.Day), z), englishDate(cut(merge(z.Day, e.Day), e.Day), e)
}

// chineseDate writes a date as v is written; empty for a form that it does
// not know.
func chineseDate(d Day, v *Value) string {
	if v.lent {
		d.Year = 0
		if !strings.Contains(v.Text, "月") {
			d.Month = 0
		}
	}
	if v.word || !strings.ContainsAny(v.Text, "年月日号") {
		if d.Month == 0 && !v.word && d.Year > 0 {
			return strconv.Itoa(d.Year)
		}
		return ""
	}
	var s strings.Builder
	if d.Year > 0 {
		s.WriteString(strconv.Itoa(d.Year) + "年")
	}
	if d.Month > 0 {
		s.WriteString(strconv.Itoa(d.Month) + "月")
	}
	if d.Day > 0 {
		s.WriteString(strconv.Itoa(d.Day))
		if strings.Contains(v.Text, "号") {
			return s.String() + "号"
		}
		if strings.Contains(v.Text, "日") {
			return s.String() + "日"
		}
	}
	return s.String()
}

// englishDate writes a date as v is written: day first unless v has its month
// first. It is empty where only a day is left.
func englishDate(d Day, v *Value) string {
	if v.lent {
		d.Year = 0
	}
	if strings.Count(v.Text, "-")+strings.Count(v.Text, "/") > 1 || d.Month == 0 && d.Day > 0 || d.Day > 0 && v.Day.Month > 0 && !strings.ContainsFunc(v.Text, isLatin) {
		return ""
	}
	names := [...]string{"", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
	year := ""
	if d.Year > 0 {
		year = strconv.Itoa(d.Year)
	}
	switch {
	case d.Month == 0:
		return year
	case d.Day == 0:
		return strings.TrimSpace(names[d.Month] + " " + year)
	case v.style.monthFirst:
		if year != "" {
			year = ", " + year
		}
		return names[d.Month] + " " + strconv.Itoa(d.Day) + year
	}
	return strings.TrimSpace(strconv.Itoa(d.Day) + " " + names[d.Month] + " " + year)
}

// suffix returns the letters of an ordinal in digits.
func suffix(n int) string {
	if n%100 >= 11 && n%100 <= 13 {
		return "th"
	}
	switch n % 10 {
	case 1:
		return "st"
	case 2:
		return "nd"
	case 3:
		return "rd"
	}
	return "th"
}
