package number

import "math/big"

// month returns the month that a token names, and whether it names one.
func month(t token) (int, bool) {
	if !t.capital {
		return 0, false
	}
	switch t.text {
	case "january", "jan":
		return 1, true
	case "february", "feb":
		return 2, true
	case "march", "mar":
		return 3, true
	case "april", "apr":
		return 4, true
	case "may":
		return 5, true
	case "june", "jun":
		return 6, true
	case "july", "jul":
		return 7, true
	case "august", "aug":
		return 8, true
	case "september", "sept", "sep":
		return 9, true
	case "october", "oct":
		return 10, true
	case "november", "nov":
		return 11, true
	case "december", "dec":
		return 12, true
	}
	return 0, false
}

// dayAt reads the day of a month at token i and returns the token after it.
func (e *english) dayAt(i int) (int, int) {
	t := e.tok(i)
	if !t.digits || t.to-t.from > 2 {
		return 0, i
	}
	n, ok := integer(readLiteral(e.runes, t.from).number, 31)
	if !ok || n == 0 {
		return 0, i
	}
	if w := e.tok(i + 1).text; e.touches(i) {
		switch w {
		case "st", "nd", "rd", "th":
			return n, i + 2
		case "%", ":":
			return 0, i
		}
		if e.tok(i + 1).word {
			return 0, i
		}
	}
	return n, i + 1
}

// yearAt reads a year at token i, after a comma or not.
func (e *english) yearAt(i int) (int, int) {
	start := i
	if e.tok(i).text == "," {
		i++
	}
	t := e.tok(i)
	if !t.digits || t.to-t.from != 4 {
		return 0, start
	}
	if e.touches(i) && (e.tok(i+1).word || e.tok(i+1).text == "%") {
		return 0, start
	}
	n, ok := integer(readLiteral(e.runes, t.from).number, 2199)
	if !ok || n < 1000 {
		return 0, start
	}
	return n, i + 1
}

// rangeAt returns the token after what joins two days at i, or i.
func (e *english) rangeAt(i int) int {
	switch e.tok(i).text {
	case "-", "to", "and", "or":
		return i + 1
	}
	return i
}

func (e *english) dated(d Day, first, end int, monthFirst bool) {
	v := Value{Kind: Date, Day: d, Number: new(big.Rat), style: style{monthFirst: monthFirst}}
	e.add(v, first, end)
}

// month reads a date that begins with its month: June 8, 2010; April 2022.
func (e *english) month() bool {
	m, ok := month(e.tok(e.i))
	if !ok {
		return false
	}
	first := e.i
	at := first + 1
	if e.tok(at).text == "." && len(e.tok(first).text) < 5 {
		at++
	}
	if y, end := e.yearAt(at); y > 0 && e.tok(at).text != "," {
		e.dated(Day{Year: y, Month: m}, first, end, false)
		return true
	}
	if d, end := e.dayAt(at); d > 0 {
		if next := e.rangeAt(end); next > end { // June 8–10
			if d2, end2 := e.dayAt(next); d2 > 0 {
				if _, other := month(e.tok(end2)); !other {
					y, end3 := e.yearAt(end2)
					e.dated(Day{Month: m, Day: d}, first, end, true)
					e.dated(Day{Year: y, Month: m, Day: d2}, next, end3, true)
					return true
				}
			}
		}
		y, last := e.yearAt(end)
		e.dated(Day{Year: y, Month: m, Day: d}, first, last, true)
		return true
	}
	if (m == 5 || m == 3) && !e.inTime(first) {
		return false
	}
	if len(e.tok(first).text) == 3 && m != 5 {
		return false
	}
	e.dated(Day{Month: m}, first, first+1, false)
	return true
}

// inTime reports that what stands before a token makes a month of it: May and
// March are words, too.
func (e *english) inTime(i int) bool {
	switch e.tok(i - 1).text {
	case "in", "since", "by", "until", "till", "from", "to", "of", "between", "through", "late", "early", "mid", "last", "next", "this", "-", "during", "before", "after":
		return true
	}
	return false
}

// dayFirst reads a date that begins with its day: 8 June 2010, 8–10 June.
func (e *english) dayFirst(a amount) bool {
	d, end := e.dayAt(a.first)
	if d == 0 {
		return false
	}
	at := end
	if e.tok(at).text == "of" {
		at++
	}
	if m, ok := month(e.tok(at)); ok {
		y, last := e.yearAt(at + 1)
		e.dated(Day{Year: y, Month: m, Day: d}, a.first, last, false)
		return true
	}
	next := e.rangeAt(end)
	if next == end {
		return false
	}
	d2, end2 := e.dayAt(next)
	if d2 <= d {
		return false
	}
	if e.tok(end2).text == "of" {
		end2++
	}
	m, ok := month(e.tok(end2))
	if !ok {
		return false
	}
	e.dated(Day{Month: m, Day: d}, a.first, end, false)
	return true
}
