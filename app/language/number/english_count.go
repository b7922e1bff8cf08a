package number

import "math/big"

// amountOf reads what an amount is an amount of.
func (e *english) amountOf(a amount) {
	if e.shareOf(a) || e.partOf(a) || e.timesOf(a) {
		return
	}
	v := e.value(a, Count)
	end := a.end
	at := e.hyphen(end)
	if e.is(at, "odd") || e.is(at, "plus") {
		at++
		end = at
		at = e.hyphen(at)
	}
	if e.tok(at).text == "+" {
		at++
		end = at
	}
	if u, next := e.unit(at); u != "" && (a.digits || len(e.tok(at).text) > 1) {
		v.Unit, end = u, next
		if e.tok(next-1).text == "m" && e.touches(a.end-1) && a.scale == 0 {
			v.others = []*big.Rat{times(v.Number, tens(6))} // 50m may be 50 million
		}
		if e.is(end, "and", "a", "half") {
			v.Number = plus(v.Number, big.NewRat(1, 2))
			end += 3
		}
	} else {
		v.bare = end == a.end
	}
	if c := e.currency(a.first); c != "" {
		v.Unit, v.bare = c, false
	}
	v.Weak = weak(v.Number, a.digits, a.lead && a.number.Cmp(whole(100)) >= 0)
	if next := e.tok(end); a.digits && v.bare && (next.text == "am" || next.text == "pm" || next.text == "o" || e.is(end, "a", ".", "m") || e.is(end, "p", ".", "m")) {
		v.Weak = true // of the clock
	}
	if !a.digits && v.Unit != "" && v.Number.Cmp(whole(1)) != 0 {
		v.clear = true
	}
	if a.digits && v.bare && a.scale == 0 && a.literal.digits == 4 && !a.literal.grouped && !a.literal.decimal && a.end == a.first+1 {
		if y, ok := integer(a.number, 2199); ok && isYear(y) && !e.counted(a) {
			v.Kind, v.Day, v.others, v.Number = Date, Day{Year: y}, []*big.Rat{a.number}, new(big.Rat)
		}
	}
	e.add(v, a.first, end)
}

// counted reports that four digits count what is named after them: they are
// no year.
func (e *english) counted(a amount) bool {
	next := e.tok(a.end)
	if !next.word || next.capital || e.touches(a.end-1) {
		return false
	}
	switch e.tok(a.first - 1).text {
	case "in", "since", "by", "of", "until", "till", "from", "during", "for", "before", "after", "year", "the", "mid", "-", "early", "late", "end":
		return false
	}
	n := len(next.text)
	return next.text == "people" || n > 4 && next.text[n-1] == 's' && next.text[n-2] != 's' && next.text != "saw" && next.text != "was"
}

// shareOf reads percentages and percentage points after an amount.
func (e *english) shareOf(a amount) bool {
	at := e.hyphen(a.end)
	hundred := whole(100)
	v := e.value(a, Share)
	end := 0
	switch {
	case e.tok(at).text == "%":
		end = at + 1
	case e.tok(at).text == "percent", e.tok(at).text == "pct":
		end = at + 1
	case e.is(at, "per", "cent"):
		end = at + 2
	case e.is(at, "per", "-", "cent"):
		end = at + 3
	case e.tok(at).text == "‰":
		v.Number = part(a.number, whole(1000))
		e.add(v, a.first, at+1)
		return true
	case (e.is(at, "per", "thousand") || e.is(at, "per", "mille")) && a.digits:
		v.Number = part(a.number, whole(1000))
		e.add(v, a.first, at+2)
		return true
	case e.is(at, "of", "a", "percentage", "point"):
		v.Kind = Points
		e.add(v, a.first, at+4)
		return true
	case e.tok(at).text == "percentage":
		if next := e.hyphen(at + 1); e.tok(next).text == "point" || e.tok(next).text == "points" {
			v.Kind = Points
			e.add(v, a.first, next+1)
			return true
		}
		return false
	case e.tok(at).text == "pp", e.tok(at).text == "ppt", e.tok(at).text == "ppts":
		v.Kind = Points
		e.add(v, a.first, at+1)
		return true
	case e.is(at, "basis", "points"), e.is(at, "basis", "point"), e.is(at, "basis", "-", "point"):
		v.Kind, v.Number = Points, part(a.number, hundred)
		for end = at + 2; e.tok(end-1).text == "-"; end++ {
		}
		e.add(v, a.first, end)
		return true
	default:
		return false
	}
	if next := e.hyphen(end); e.tok(next).text == "points" || e.tok(next).text == "point" {
		v.Kind = Points
		e.add(v, a.first, next+1)
		return true
	}
	v.Number = part(a.number, hundred)
	e.add(v, a.first, end)
	return true
}

// partOf reads fractions after an amount: two-thirds, one in five.
func (e *english) partOf(a amount) bool {
	at := e.hyphen(a.end)
	if w := e.tok(at).text; len(w) > 3 && (!a.digits || at > a.end) && a.number.Sign() > 0 {
		plural := w[len(w)-1] == 's'
		one := a.number.Cmp(whole(1)) == 0
		if plural {
			w = w[:len(w)-1]
		}
		n := nth(w)
		if w == "quarter" {
			n = 4
		}
		if n > 2 && plural != one && (w != "quarter" || !a.digits) {
			v := e.value(a, Share)
			v.Number, v.Weak, v.clear = part(a.number, whole(n)), true, true
			e.add(v, a.first, at+1)
			return true
		}
		if one && e.is(at, "half") {
			v := e.value(a, Share)
			v.Number, v.Weak = big.NewRat(1, 2), true
			e.add(v, a.first, at+1)
			return true
		}
	}
	switch {
	case e.is(a.end, "in"):
		at = a.end + 1
	case e.is(a.end, "out", "of"), e.is(a.end, "in", "every"), e.is(a.end, "of", "every"):
		at = a.end + 2
	case e.is(a.end, "-", "in", "-"):
		at = a.end + 3
	default:
		return false
	}
	if e.is(at, "every") {
		at++
	}
	b, ok := e.amount(at)
	if !ok || b.number.Cmp(whole(1000)) > 0 || b.number.Cmp(a.number) <= 0 || a.number.Cmp(whole(20)) > 0 || a.number.Sign() == 0 {
		return false
	}
	if u, _ := e.unit(b.end); u != "" || e.tok(b.end).text == "%" {
		return false
	}
	if _, isMonth := month(e.tok(b.end)); isMonth {
		return false
	}
	// 每5人中有1人 gives the two numbers by themselves.
	v := e.value(a, Share)
	v.Number, v.Weak, v.others = part(a.number, b.number), true, []*big.Rat{a.number}
	e.add(v, a.first, a.end)
	v = e.value(b, Count)
	v.Weak = true
	e.add(v, b.first, b.end)
	return true
}

// timesOf reads multiples after an amount: four times as high.
func (e *english) timesOf(a amount) bool {
	at := e.hyphen(a.end)
	w := e.tok(at).text
	if w != "times" && w != "time" && w != "fold" {
		return false
	}
	v := e.value(a, Times)
	v.Weak = true
	if !e.multiplied(&v, a, at+1, w == "fold") {
		return false
	}
	e.add(v, a.first, at+1)
	return true
}

// multiplied sets the readings of a multiple by what stands around it; at is
// the token after it. It reports false for times that are occasions.
func (e *english) multiplied(v *Value, a amount, at int, fold bool) bool {
	more := plus(v.Number, whole(1))
	k := e.skipBound(a.first)
	grown := trend(e.tok(k-1).text) != 0 || e.tok(k-1).text == "by" && trend(e.tok(k-2).text) != 0
	switch e.tok(at).text {
	case "as", "the", "that", "its", "their", "those", "what", "of", "this":
		v.clear = true
	case "more", "higher", "larger", "greater", "bigger", "faster", "less", "fewer", "lower", "over", "increase", "rise":
		v.others, v.clear = []*big.Rat{more}, true
	default:
		switch {
		case grown:
			v.others, v.clear = []*big.Rat{more}, true
		case e.tok(k-1).text == "to" && trend(e.tok(k-2).text) != 0, fold, !v.Number.IsInt():
			v.others, v.clear = []*big.Rat{more}, true
			if e.tok(k-1).text == "to" {
				v.others = nil
			}
		default:
			return false
		}
	}
	return true
}

// multiple reads words that are multiples: doubled, threefold, twice as.
func (e *english) multiple() bool {
	v := Value{Kind: Times, Weak: true, word: true}
	w := e.tok(e.i).text
	switch w {
	case "double", "doubles":
		v.Number = whole(2)
	case "doubled", "doubling":
		v.Number, v.clear = whole(2), true
	case "triple", "treble":
		v.Number = whole(3)
	case "tripled", "tripling", "trebled", "trebling":
		v.Number, v.clear = whole(3), true
	case "quadrupled", "quadrupling":
		v.Number, v.clear = whole(4), true
	case "quintupled":
		v.Number, v.clear = whole(5), true
	case "twice":
		if next := e.tok(e.i + 1).text; next != "as" && next != "the" && next != "that" && next != "its" {
			return false
		}
		v.Number, v.clear = whole(2), true
	default:
		n := len(w)
		if n < 6 || w[n-4:] != "fold" || small(w[:n-4]) < 2 {
			return false
		}
		v.Number, v.clear = whole(small(w[:n-4])), true
		v.others = []*big.Rat{plus(v.Number, whole(1))}
	}
	e.add(v, e.i, e.i+1)
	return true
}
