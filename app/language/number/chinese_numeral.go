package number

import "math/big"

// A numeral is a number in Chinese characters, digits or both: 十七亿, 8.5亿,
// 二〇二二, 3万5千.
type numeral struct {
	number  *big.Rat
	start   int
	end     int
	arabic  bool // holds digits
	grouped bool
	lead    bool // a digit stands before the first scale: 三百 but not 百
	scale   int  // power of ten of the scale words after the only digits: 8 in 8.5亿
	digits  int  // of the literal with which it begins; 0 for words
	decimal bool
	year    bool // digit by digit: 二〇二二
	code    bool
	more    Bound // Above for 10余万
	next    *big.Rat
}

// figure returns the value of a Chinese digit, or -1.
func figure(r rune) int64 {
	switch r {
	case '零', '〇':
		return 0
	case '一', '壹':
		return 1
	case '二', '两', '贰', '兩':
		return 2
	case '三', '叁':
		return 3
	case '四', '肆':
		return 4
	case '五', '伍':
		return 5
	case '六', '陆':
		return 6
	case '七', '柒':
		return 7
	case '八', '捌':
		return 8
	case '九', '玖':
		return 9
	}
	return -1
}

// scaleOf returns the power of ten of a scale word, or 0.
func scaleOf(r rune) int {
	switch r {
	case '十', '拾':
		return 1
	case '百', '佰':
		return 2
	case '千', '仟':
		return 3
	case '万', '萬':
		return 4
	case '亿', '億':
		return 8
	}
	return 0
}

func isNumeral(r rune) bool { return figure(r) >= 0 || scaleOf(r) > 0 }

// readNumeral reads the number that begins at i, where a digit or numeral
// stands.
func readNumeral(runes []rune, i int) numeral {
	n := numeral{start: i}
	if row := positional(runes, i); row > 0 {
		n.number, n.end, n.year, n.lead = new(big.Rat), i+row, true, true
		if row > longest {
			n.code = true
			return n
		}
		for _, r := range runes[i:n.end] {
			n.number = plus(times(n.number, whole(10)), whole(figure(r)))
		}
		return n
	}
	high, middle, low := new(big.Rat), new(big.Rat), new(big.Rat) // 亿, 万 and what is below
	var current *big.Rat
	var last, count int       // the last scale; how many numbers were joined
	zero, gap := false, false // what stands before: a nought or a literal; a nought
	at := i
	for at < len(runes) {
		r := runes[at]
		if isDigit(r) {
			if current != nil || at > i && isDigit(runes[at-1]) || zero && last == 0 {
				break
			}
			l := readLiteral(runes, at)
			if at == i {
				n.grouped, n.digits, n.decimal, n.lead = l.grouped, l.digits, l.decimal, true
			}
			n.arabic = true
			if l.code {
				n.code, n.end, n.number = true, l.end, new(big.Rat)
				return n
			}
			current, at = l.number, l.end
			count++
			zero = true // what follows is a scale or nothing
			continue
		}
		if d := figure(r); d >= 0 {
			if n.arabic && last == 0 || current != nil && current.Sign() > 0 {
				if n.next == nil && current != nil && !n.arabic && current.Cmp(whole(d-1)) == 0 && at+1 < len(runes) && couples(runes[at+1]) {
					n.next, current = current, whole(d) // 七八成: seven or eight
					at++
					continue
				}
				break
			}
			if at == i {
				n.lead = true
			}
			current = whole(d)
			zero, gap = d == 0, gap || d == 0
			at++
			count++
			if d != 0 && at+1 < len(runes) && runes[at] == '点' && figure(runes[at+1]) >= 0 {
				current, at = pointed(runes, at, current)
				n.decimal = true
			}
			continue
		}
		s := scaleOf(r)
		if s == 0 {
			if more := extra(runes, at); more != Exact && current != nil && at+1 < len(runes) && scaleOf(runes[at+1]) > 0 {
				n.more = more // 10余万
				at++
				continue
			}
			break
		}
		if s == 3 && at+1 < len(runes) && isMeasured(runes[at+1]) && current != nil {
			break // 5千米
		}
		if at > i && s < last && current == nil && !zero || s < 4 && last > 0 && last < 4 && s >= last {
			break
		}
		one := current
		if one == nil || one.Sign() == 0 {
			one = whole(1)
		}
		switch {
		case s == 8:
			if current == nil && plus(middle, low).Sign() > 0 {
				one = new(big.Rat)
			}
			high = plus(high, times(plus(plus(middle, low), one), tens(8)))
			middle, low = new(big.Rat), new(big.Rat)
		case s == 4:
			if current == nil && low.Sign() > 0 {
				one = new(big.Rat)
			}
			middle = plus(middle, times(plus(low, one), tens(4)))
			low = new(big.Rat)
		default:
			low = plus(low, times(one, tens(s)))
		}
		if at-i > longest {
			break
		}
		n.scale += s
		last, current, zero, gap = s, nil, false, false
		at++
	}
	n.number = plus(plus(high, middle), low)
	if current != nil {
		if last >= 2 && !gap && !n.arabic && current.Sign() > 0 && count > 1 && figure(runes[at-1]) > 0 {
			current = times(current, tens(last-1)) // 一万二: 12,000
		}
		n.number = plus(n.number, current)
	}
	if count != 1 || current != nil && last > 0 {
		n.scale = 0
	}
	if n.next != nil {
		n.next = new(big.Rat).Sub(n.number, tens(n.scale))
	}
	n.end = at
	return n
}

// couples reports what follows two numerals that leave open which of them is
// meant: 七八成, 二三十.
func couples(r rune) bool { return r == '成' || r == '个' || scaleOf(r) > 0 }

// isMeasured reports the second character of a unit of a thousand: 千米.
func isMeasured(r rune) bool { return r == '米' || r == '克' || r == '瓦' }

// extra reads 余, 多 and 来 after a number.
func extra(runes []rune, i int) Bound {
	if i >= len(runes) {
		return Exact
	}
	switch runes[i] {
	case '余', '多':
		return Above
	case '来':
		return About
	}
	return Exact
}

// positional returns the length of a number that is read digit by digit at i:
// three or more, or two before 年 with a nought.
func positional(runes []rune, i int) int {
	end := i
	for end < len(runes) && figure(runes[end]) >= 0 && runes[end] != '两' {
		end++
	}
	if end-i < 3 || end < len(runes) && (scaleOf(runes[end]) > 0 || isDigit(runes[end])) {
		return 0
	}
	return end - i
}

// pointed reads the decimals after 点 at i.
func pointed(runes []rune, i int, before *big.Rat) (*big.Rat, int) {
	n, unit := before, whole(1)
	i++
	for start := i; i < len(runes) && figure(runes[i]) >= 0 && i-start < longest; i++ {
		unit = part(unit, whole(10))
		n = plus(n, times(unit, whole(figure(runes[i]))))
	}
	return n, i
}
