package number

import "math/big"

// An amount is a number of an English text, in digits or words, with its
// scale words.
type amount struct {
	number  *big.Rat
	first   int // tokens it takes: [first, end)
	end     int
	literal literal // for digits
	digits  bool
	lead    bool // a number word and no article before the first scale
	scale   int  // power of ten of the scale after a literal
	joined  bool // more than one number word: twenty-seven
}

// small returns the value of a number word below twenty, or -1.
func small(word string) int64 {
	switch word {
	case "zero":
		return 0
	case "one":
		return 1
	case "two":
		return 2
	case "three":
		return 3
	case "four":
		return 4
	case "five":
		return 5
	case "six":
		return 6
	case "seven":
		return 7
	case "eight":
		return 8
	case "nine":
		return 9
	case "ten":
		return 10
	case "eleven":
		return 11
	case "twelve":
		return 12
	case "thirteen":
		return 13
	case "fourteen":
		return 14
	case "fifteen":
		return 15
	case "sixteen":
		return 16
	case "seventeen":
		return 17
	case "eighteen":
		return 18
	case "nineteen":
		return 19
	}
	return -1
}

// ty returns the value of twenty to ninety, or -1.
func ty(word string) int64 {
	switch word {
	case "twenty":
		return 20
	case "thirty":
		return 30
	case "forty":
		return 40
	case "fifty":
		return 50
	case "sixty":
		return 60
	case "seventy":
		return 70
	case "eighty":
		return 80
	case "ninety":
		return 90
	}
	return -1
}

// nth returns the number of an ordinal word below thirteen or of a round one,
// or -1.
func nth(word string) int64 {
	switch word {
	case "first":
		return 1
	case "second":
		return 2
	case "third":
		return 3
	case "fifth":
		return 5
	case "eighth":
		return 8
	case "ninth":
		return 9
	case "twelfth":
		return 12
	case "hundredth":
		return 100
	}
	if n := len(word); n > 4 && word[n-2:] == "th" {
		if v := small(word[:n-2]); v > 0 {
			return v
		}
		if n > 5 && word[n-4:] == "ieth" {
			return ty(word[:n-4] + "y")
		}
	}
	return -1
}

// powerOf returns the power of ten of a scale word, or 0.
func powerOf(word string) int {
	switch word {
	case "hundred":
		return 2
	case "thousand":
		return 3
	case "million", "mn":
		return 6
	case "billion", "bn":
		return 9
	case "trillion", "tn", "trn":
		return 12
	}
	return 0
}

// amount reads the number that begins at token i; ok is false if none does.
func (e *english) amount(i int) (amount, bool) {
	t := e.tok(i)
	if !t.digits {
		return e.words(i)
	}
	a := amount{first: i, end: i + 1, digits: true, lead: true, literal: readLiteral(e.runes, t.from)}
	if a.literal.code {
		return a, false
	}
	a.number = a.literal.number
	e.half(&a)
	for k := 0; k < 2; k++ {
		at := e.hyphen(a.end)
		w := e.tok(at)
		p := powerOf(w.text)
		if w.text == "k" && e.touches(a.end-1) && !(w.capital && a.literal.digits == 1) { // 4K is a name
			p = 3
		}
		if w.text == "m" && e.touches(a.end-1) && k == 0 && e.currency(i) != "" {
			p = 6
		}
		if w.text == "dozen" && k == 0 {
			a.number, a.end = times(a.number, whole(12)), at+1
			break
		}
		if p == 0 {
			break
		}
		a.number, a.end, a.scale = times(a.number, tens(p)), at+1, a.scale+p
	}
	return a, true
}

// half adds “and a half” after a number.
func (e *english) half(a *amount) {
	switch {
	case e.is(a.end, "and", "a", "half"):
		a.end += 3
	case e.is(a.end, "-", "and", "-", "a", "-", "half"):
		a.end += 6
	default:
		return
	}
	a.number = plus(a.number, big.NewRat(1, 2))
}

// words reads a number in words at token i: twenty-seven, a hundred and
// five, two and a half million, half a billion.
func (e *english) words(i int) (amount, bool) {
	a := amount{first: i, end: i}
	var current *big.Rat
	total := new(big.Rat)
	last := 99 // the power of the last scale
	switch {
	case e.is(i, "half", "a") && powerOf(e.tok(i+2).text) > 0:
		current, a.end = big.NewRat(1, 2), i+2
	case e.is(i, "half", "a", "dozen"):
		a.number, a.end = whole(6), i+3
		return a, true
	case e.tok(i).text == "a" && powerOf(e.tok(i+1).text) > 0 && !e.vague(i):
		current, a.end = whole(1), i+1
	case e.is(i, "a", "dozen"):
		a.number, a.end = whole(12), i+2
		return a, true
	}
	afterScale := false
	for a.end-i < 40 {
		at := e.hyphen(a.end)
		if afterScale && e.tok(at).text == "and" && (small(e.tok(at+1).text) > 0 || ty(e.tok(at+1).text) > 0) {
			at++
		}
		w := e.tok(at).text
		if v := ty(w); v > 0 && (current == nil || below(current, 100)) {
			current = plusOr(current, v)
			a.end, afterScale = at+1, false
			if next := e.hyphen(a.end); small(e.tok(next).text) > 0 && small(e.tok(next).text) < 10 && nth(e.tok(next).text) < 0 {
				current = plus(current, whole(small(e.tok(next).text)))
				a.end = next + 1
				a.joined = true
			}
			a.lead = a.lead || total.Sign() == 0
			continue
		}
		if v := small(w); v >= 0 && (current == nil || below(current, 100)) {
			if current != nil && current.Sign() > 0 && !afterScale {
				break
			}
			current = plusOr(current, v)
			a.end, afterScale, a.lead = at+1, false, a.lead || total.Sign() == 0
			e.halfOf(&a, &current)
			continue
		}
		if w == "dozen" && current != nil && total.Sign() == 0 {
			a.number, a.end = times(current, whole(12)), at+1
			return a, true
		}
		p := powerOf(w)
		if p == 0 || current == nil || p >= last && p > 2 {
			break
		}
		a.joined = true
		if p == 2 {
			current = times(current, whole(100))
		} else {
			total = plus(total, times(current, tens(p)))
			current, last = nil, p
		}
		a.end, afterScale = at+1, true
	}
	if a.end == i || current == nil && total.Sign() == 0 {
		return a, false
	}
	a.number = total
	if current != nil {
		a.number = plus(total, current)
	}
	return a, true
}

// halfOf adds “and a half” in front of a scale or after a number word.
func (e *english) halfOf(a *amount, current **big.Rat) {
	b := amount{number: *current, end: a.end}
	e.half(&b)
	*current, a.end = b.number, b.end
}

// vague reports that the article at i belongs to a vague amount: "a hundred
// or so" is not, "quite a few" is.
func (e *english) vague(i int) bool { return e.is(i, "a", "few") || e.is(i, "a", "couple") }

// below reports that the last two digits of n are free.
func below(n *big.Rat, m int64) bool {
	q := part(n, whole(m))
	return q.IsInt()
}

func plusOr(n *big.Rat, v int64) *big.Rat {
	if n == nil {
		return whole(v)
	}
	return plus(n, whole(v))
}

// ordinalWord reads an ordinal in words at token i: third, twenty-first.
func (e *english) ordinalWord(i int) (n int64, end int) {
	w := e.tok(i).text
	if v := nth(w); v > 0 {
		return v, i + 1
	}
	if v := ty(w); v > 0 {
		next := e.hyphen(i + 1)
		if u := nth(e.tok(next).text); next > i+1 && u > 0 && u < 10 {
			return v + u, next + 1
		}
	}
	return 0, i
}
