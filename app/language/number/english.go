package number

import (
	"math/big"
)

// step reads what stands at the token e.i.
func (e *english) step() {
	t := e.tok(e.i)
	switch {
	case t.digits:
		e.number()
	case !t.word:
		if t.text == "\n" {
			e.i++
			return
		}
		e.i++
	case e.named(), e.month(), e.century(), e.spelt(), e.fraction(), e.multiple(), e.alone():
	default:
		e.i++
	}
}

// add appends a value for the tokens [first, end) and goes on after them.
func (e *english) add(v Value, first, end int) {
	v.From, v.To = e.tok(first).from, e.tok(end-1).to
	if v.Number == nil {
		v.Number = new(big.Rat)
	}
	if v.style.digits[1] == 0 {
		v.style.digits = [2]int{v.From, v.To}
	}
	v.Text = string(e.runes[v.From:v.To])
	v.Bound = e.bound(first, end)
	v.Direction = e.direction(first)
	e.values = append(e.values, v)
	e.i = max(end, e.i+1)
}

// named passes over a name with digits.
func (e *english) named() bool {
	t := e.tok(e.i)
	if t.from > 0 && isLatin(e.runes[t.from-1]) || !isLatin(e.runes[t.from]) {
		return false
	}
	end, digits := latinWord(e.runes, t.from)
	if digits < 0 || end <= t.to || currencyBefore(t.text) != "" {
		return false
	}
	e.pass(end, nameValues(e.runes, t.from, end))
	return true
}

// pass appends values as they are and goes on at a rune.
func (e *english) pass(to int, values []Value) {
	e.values = append(e.values, values...)
	for e.i < len(e.tokens) && e.tokens[e.i].from < to {
		e.i++
	}
}

// number reads what begins with digits.
func (e *english) number() {
	t := e.tok(e.i)
	if d, end := day(e.runes, t.from); end > t.from {
		e.pass(end, []Value{{Kind: Date, Day: d, Number: new(big.Rat), From: t.from, To: end, Text: string(e.runes[t.from:end]), style: style{digits: [2]int{t.from, end}}}})
		return
	}
	if end, ok := eventDate(e.runes, t.from); ok {
		e.pass(end, []Value{{Kind: Date, Day: eventDay(e.runes, t.from), Number: new(big.Rat), From: t.from, To: end, Text: string(e.runes[t.from:end]), Weak: true, inName: true}})
		return
	}
	if end, values, ok := slashed(e.runes, t.from); ok {
		e.pass(end, values)
		return
	}
	a, ok := e.amount(e.i)
	if !ok || isListNumber(e.runes, t.from, t.to) || clock(e.runes, t.from, t.to) {
		e.i++
		return
	}
	if e.dayFirst(a) || e.suffixed(a) {
		return
	}
	e.amountOf(a)
}

// suffixed reads digits with letters that touch them: 76th, 1990s, 5G.
func (e *english) suffixed(a amount) bool {
	next := e.tok(a.end)
	if a.scale > 0 || !next.word || !e.touches(a.end-1) {
		if (next.text == "'" || next.text == "’") && e.touches(a.end-1) && e.tok(a.end+1).text == "s" && e.touches(a.end) {
			return e.decade(a, a.end+2)
		}
		return false
	}
	switch next.text {
	case "st", "nd", "rd", "th":
		at := e.hyphen(a.end + 1)
		if n, ok := integer(a.number, 30); ok && n > 0 && (e.tok(at).text == "century" || e.tok(at).text == "centuries") {
			e.add(e.value(a, Century), a.first, at+1)
			return true
		}
		e.add(e.value(a, Ordinal), a.first, a.end+1)
		e.values[len(e.values)-1].Weak = a.number.Cmp(whole(1)) == 0
		return true
	case "s":
		return e.decade(a, a.end+1)
	case "x":
		v := e.value(a, Times)
		v.Weak = true
		e.add(v, a.first, a.end+1)
		return true
	case "per", "am", "pm", "pp", "ppt", "ppts", "bps":
		return false
	}
	if englishUnit(next.text) != "" && (next.text != "g" || !next.capital) || next.text == "m" {
		return false
	}
	end := next.to
	for end < len(e.runes) && (isLatin(e.runes[end]) || isDigit(e.runes[end])) {
		end++
	}
	e.pass(end, nameValues(e.runes, e.tok(a.first).from, end))
	return true
}

// decade reads 1990s and 90s; end is the token after it.
func (e *english) decade(a amount, end int) bool {
	n, ok := integer(a.number, 2199)
	if ok && n >= 20 && n < 100 && n%10 == 0 && a.literal.digits == 2 {
		n += 1900
		if n < 1930 {
			n += 100
		}
	}
	if !ok || !isYear(n) || n%10 != 0 {
		return false
	}
	v := e.value(a, Decade)
	v.Number = whole(int64(n))
	e.add(v, a.first, end)
	return true
}

// value starts a value from an amount.
func (e *english) value(a amount, k Kind) Value {
	return Value{
		Kind: k, Number: a.number, word: !a.digits, scaled: a.scale > 0,
		style: style{scale: a.scale, grouped: a.literal.grouped, digits: [2]int{e.tok(a.first).from, e.tok(a.end - 1).to}},
	}
}

// spelt reads a number in words.
func (e *english) spelt() bool {
	if n, end := e.ordinalWord(e.i); end > e.i && ty(e.tok(e.i).text) > 0 {
		e.add(Value{Kind: Ordinal, Number: whole(n), Weak: true, clear: true, word: true}, e.i, end)
		return true
	}
	a, ok := e.words(e.i)
	if !ok {
		return false
	}
	e.amountOf(a)
	return true
}

// century reads twenty-first century, the last century.
func (e *english) century() bool {
	n, end := e.ordinalWord(e.i)
	at := e.hyphen(end)
	if end == e.i || e.tok(at).text != "century" {
		return false
	}
	e.add(Value{Kind: Century, Number: whole(n), word: true, clear: true}, e.i, at+1)
	return true
}

// fraction reads a third, half, a quarter, and ordinals in words.
func (e *english) fraction() bool {
	i := e.i
	w := e.tok(i).text
	v := Value{Kind: Share, Weak: true, word: true}
	if w == "half" || w == "halved" || w == "halve" || w == "halving" {
		v.Number = big.NewRat(1, 2)
		at := e.hyphen(i + 1)
		if e.tok(at).text == "a" || e.tok(at).text == "an" {
			at++
		}
		switch {
		case e.is(at, "percentage", "point"):
			v.Kind, v.Weak = Points, false
			e.add(v, i, at+2)
			return true
		case e.is(at, "per", "cent"), e.is(at, "percent"):
			v.Number, v.Weak = big.NewRat(1, 200), false
			e.add(v, i, at+1)
			return true
		}
		if u := englishUnit(e.tok(at).text); u != "" && w == "half" {
			v.Kind, v.Unit = Count, u
			e.add(v, i, at+1)
			return true
		}
		e.add(v, i, i+1)
		return true
	}
	article := w == "a" || w == "an"
	if article {
		i++
	}
	n, end := e.ordinalWord(i)
	if e.tok(i).text == "quarter" {
		n, end = 4, i+1
	}
	if end == i {
		return false
	}
	next := e.tok(end)
	if e.tok(i).text == "quarter" && !article && next.text != "of" {
		return false
	}
	if article && n > 2 && (next.text == "of" || !next.word || e.bound(e.i, end) != Exact) {
		v.Number, v.clear = big.NewRat(1, n), true
		e.add(v, e.i, end)
		return true
	}
	v.Kind, v.Number, v.clear = Ordinal, whole(n), n > 1
	if n > 2 {
		v.others = []*big.Rat{big.NewRat(1, n)}
	}
	e.add(v, i, end)
	return true
}

// alone reads words that hold a number: a decade, twice, both.
func (e *english) alone() bool {
	v := Value{Kind: Count, Weak: true, word: true}
	end := e.i + 1
	switch e.tok(e.i).text {
	case "a", "an":
		v.Unit = englishUnit(e.tok(e.i + 1).text)
		if v.Unit == "" {
			return false
		}
		end++
		if e.is(end, "and", "a", "half") {
			v.Number = big.NewRat(3, 2)
			end += 3
		}
	case "year", "month", "week", "day", "hour":
		if !e.is(end, "and", "a", "half") {
			return false
		}
		v.Unit, v.Number = Unit(e.tok(e.i).text), big.NewRat(3, 2)
		end += 3
	case "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties":
		n := ty(e.tok(e.i).text[:len(e.tok(e.i).text)-3] + "y")
		v.Kind, v.Number = Decade, whole(1900+n)
	case "decade", "century", "millennium", "fortnight":
		v.Unit = Unit(e.tok(e.i).text)
	case "once", "single":
	case "twice", "both", "pair", "couple", "twin", "dual":
		v.Number = whole(2)
	case "centenary":
		v.Number, v.Unit = whole(100), "year"
	default:
		return false
	}
	if v.Number == nil {
		v.Number = whole(1)
	}
	e.add(v, e.i, end)
	return true
}
