package number

import "math/big"

// date reads years, months, days, decades and centuries after n.
func (c *chinese) date(n numeral) bool {
	at := c.space(n.end)
	number, ok := integer(n.number, 9999)
	if !ok || n.decimal || n.grouped || n.scale > 2 {
		return false
	}
	if k := c.at(at, "世纪"); k > 0 && number >= 1 && number <= 30 {
		return c.century(n, number, at+k)
	}
	if k := c.at(at, "年代"); k > 0 {
		if number >= 10 && number < 100 && number%10 == 0 {
			number += 1900
			if number < 1930 {
				number += 100
			}
		}
		if isYear(number) && number%10 == 0 {
			v := c.value(n, Decade, at+k)
			if n.next != nil { // 七八十年代
				first := v
				first.To, first.clear, first.Number = v.From+1, true, whole(int64(number-10))
				c.add(first)
				v.From++
			}
			v.Number, v.clear = whole(int64(number)), true
			c.add(v)
			return true
		}
		return false
	}
	switch c.rune(at) {
	case '后': // 90后: born in the 1990s
		if n.digits != 2 || n.end-n.start != 2 || number%10 != 0 || number > 90 {
			return false
		}
		if number += 1900; number < 1950 {
			number += 100
		}
		v := c.value(n, Decade, at+1)
		v.Number, v.Weak = whole(int64(number)), true
		c.add(v)
		return true
	case '年':
		return c.year(n, number, at)
	case '月':
		if number < 1 || number > 12 {
			return false
		}
		d, end := c.dayOfMonth(Day{Month: number}, at+1)
		c.dated(n, d, end)
		return true
	case '日', '号':
		if number >= 1 && number <= 31 && c.continues(n.start) {
			c.dated(n, Day{Day: number}, at+1)
			return true
		}
	case '季':
		if c.rune(at+1) == '度' && number >= 1 && number <= 4 {
			v := c.value(n, Ordinal, at+2)
			v.Weak = true
			c.add(v)
			return true
		}
	}
	return false
}

// year reads what begins with a year; at is the place of 年.
func (c *chinese) year(n numeral, number, at int) bool {
	switch {
	case c.at(at, "年代") > 0:
		return false
	case n.year && number >= 1000 && number <= 2199:
	case n.arabic && n.digits == 4 && n.scale == 0 && number >= 1000 && number <= 2199 && c.before(n.start, "约", "超过", "逾", "近") == 0 && c.at(at+1, "历史") == 0:
	default:
		return false
	}
	d := Day{Year: number}
	end := at + 1
	at = c.space(end)
	if isDigit(c.rune(at)) || isNumeral(c.rune(at)) {
		m := readNumeral(c.runes, at)
		if month, ok := integer(m.number, 12); ok && month > 0 && !m.decimal {
			if next := c.space(m.end); c.rune(next) == '月' {
				d.Month = month
				d, end = c.dayOfMonth(d, next+1)
			} else if r := c.rune(next); isDash(r) || r == '至' || r == '到' {
				if e := c.monthEnd(next + 1); e { // 2022年4—6月
					d.Month, end = month, m.end
				}
			}
		}
	}
	c.dated(n, d, end)
	return true
}

// monthEnd reports a month at i, the end of a range.
func (c *chinese) monthEnd(i int) bool {
	i = c.space(i)
	if !isDigit(c.rune(i)) && !isNumeral(c.rune(i)) {
		return false
	}
	m := readNumeral(c.runes, i)
	month, ok := integer(m.number, 12)
	return ok && month > 0 && c.rune(c.space(m.end)) == '月'
}

// dayOfMonth adds the day at i to d; i is the place after 月.
func (c *chinese) dayOfMonth(d Day, i int) (Day, int) {
	at := c.space(i)
	if !isDigit(c.rune(at)) && !isNumeral(c.rune(at)) {
		return d, i
	}
	n := readNumeral(c.runes, at)
	number, ok := integer(n.number, 31)
	if !ok || number == 0 || n.decimal {
		return d, i
	}
	next := c.space(n.end)
	switch r := c.rune(next); {
	case r == '日' || r == '号':
		d.Day = number
		return d, next + 1
	case isDash(r) || r == '至' || r == '到': // 6月8—10日
		to := c.space(next + 1)
		if !isDigit(c.rune(to)) && !isNumeral(c.rune(to)) {
			return d, i
		}
		m := readNumeral(c.runes, to)
		if r := c.rune(c.space(m.end)); r == '日' || r == '号' {
			d.Day = number
			return d, n.end
		}
	}
	return d, i
}

// continues reports that what stands at i goes on from a date before it.
func (c *chinese) continues(i int) bool {
	if len(c.values) == 0 {
		return false
	}
	last := c.values[len(c.values)-1]
	if last.Kind != Date || last.Day.Day == 0 || last.To > i || i-last.To > 3 {
		return false
	}
	for _, r := range c.runes[last.To:i] {
		if !isDash(r) && !isSpace(r) && r != '至' && r != '到' && r != '和' && r != '、' && r != '与' {
			return false
		}
	}
	return true
}

func (c *chinese) dated(n numeral, d Day, end int) {
	v := c.value(n, Date, end)
	v.Number, v.Day, v.style.digits, v.style.scale = new(big.Rat), d, [2]int{n.start, end}, 0
	v.clear = true
	if d.Year > 0 && d.Month == 0 {
		v.others = []*big.Rat{whole(int64(d.Year))}
	}
	if d.Year == 0 && d.Month == 0 {
		v.others = []*big.Rat{whole(int64(d.Day))}
	}
	v.Weak = d.Year == 0 && d.Month == 0
	c.add(v)
}

// century reads what begins with a century; end is the place after 世纪.
func (c *chinese) century(n numeral, number, end int) bool {
	v := c.value(n, Century, end)
	v.clear = true
	if decade, two, to := c.decade(end); to > end {
		v.Kind, v.Number, v.To = Decade, whole(int64((number-1)*100+decade)), to
		if two { // 20世纪七八十年代
			first := v
			first.To, first.Number = end+1, plus(v.Number, whole(-10))
			c.add(first)
			v.From = end + 1
		}
	}
	c.add(v)
	return true
}

// decade reads 90年代 at i; two tells that it names the decade before, too.
func (c *chinese) decade(i int) (decade int, two bool, end int) {
	at := c.space(i)
	if !isDigit(c.rune(at)) && !isNumeral(c.rune(at)) {
		return 0, false, i
	}
	n := readNumeral(c.runes, at)
	number, ok := integer(n.number, 90)
	if k := c.at(c.space(n.end), "年代"); k > 0 && ok && number%10 == 0 {
		return number, n.next != nil, c.space(n.end) + k
	}
	return 0, false, i
}

// thisCentury reads 上世纪 and 本世纪.
func (c *chinese) thisCentury() {
	number := 21
	if c.runes[c.i] == '上' {
		number = 20
	}
	v := Value{Kind: Century, Number: whole(int64(number)), From: c.i, To: c.i + 3, Weak: true, word: true}
	if decade, _, to := c.decade(v.To); to > v.To {
		v.Kind, v.Number, v.To, v.Weak, v.clear = Decade, whole(int64((number-1)*100+decade)), to, false, true
	}
	c.add(v)
}
