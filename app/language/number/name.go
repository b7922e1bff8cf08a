package number

import "strings"

// latinWord returns the end of the name at i, a letter, and the place of the
// first digit of it; -1 if it has none. Digits belong to a name if they follow
// its letters, or a hyphen after a capital: G20, PM2.5, COVID-19, K-146.
func latinWord(runes []rune, i int) (end, digits int) {
	start := i
	i = lettersEnd(runes, i)
	digits = -1
	if i < len(runes) && isDigit(runes[i]) {
		digits = i
	} else if i+1 < len(runes) && isDash(runes[i]) && isDigit(runes[i+1]) && isNamed(runes[start:i]) {
		digits = i + 1
	}
	if digits < 0 {
		return i, -1
	}
	for i = digits; i < len(runes); i++ {
		r := runes[i]
		if isDigit(r) || isLatin(r) {
			continue
		}
		if (r == '.' || r == '-' || r == '/') && i+1 < len(runes) && isDigit(runes[i+1]) && i-start < 2*longest {
			continue
		}
		break
	}
	return i, digits
}

func lettersEnd(runes []rune, i int) int {
	for i < len(runes) && isLatin(runes[i]) {
		i++
	}
	return i
}

// isNamed reports a word that makes a name of the number after its hyphen.
func isNamed(word []rune) bool {
	switch strings.ToLower(string(word)) {
	case "mid", "pre", "post", "early", "late", "under", "over", "top", "sub", "non", "around", "about", "nearly", "and", "to", "or",
		"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december":
		return false
	case "covid":
		return true
	}
	return word[0] >= 'A' && word[0] <= 'Z'
}

// currencyBefore returns the currency of letters before a number.
func currencyBefore(word string) Unit {
	switch strings.ToUpper(word) {
	case "RMB", "CNY":
		return "CNY"
	case "USD", "US":
		return "USD"
	case "EUR":
		return "EUR"
	case "GBP":
		return "GBP"
	case "JPY":
		return "JPY"
	case "HKD", "HK":
		return "HKD"
	}
	return ""
}

// nameValues returns the numbers in the name that stands in [from, to): weak,
// so that 5G answers a fifth generation and asks for nothing.
func nameValues(runes []rune, from, to int) []Value {
	var values []Value
	for i := from; i < to; {
		if !isDigit(runes[i]) {
			i++
			continue
		}
		l := readLiteral(runes[:to], i)
		if !l.code {
			values = append(values, Value{
				Kind: Count, Number: l.number, From: i, To: l.end, Text: string(runes[i:l.end]), Weak: true, inName: true,
				style: style{digits: [2]int{i, l.end}},
			})
		}
		i = l.end
	}
	return values
}

// clock reports that the digits in [from, to) belong to a time of day such
// as 9:30.
func clock(runes []rune, from, to int) bool {
	colon := func(r rune) bool { return r == ':' || r == '：' || r == '∶' }
	return to-from <= 2 && to+1 < len(runes) && colon(runes[to]) && isDigit(runes[to+1]) ||
		from > 1 && colon(runes[from-1]) && isDigit(runes[from-2])
}

// eventDate reports a date such as 9·11 or 9/11 at i, and its end.
func eventDate(runes []rune, i int) (int, bool) {
	d := eventDay(runes, i)
	if d == (Day{}) {
		return i, false
	}
	end := i
	for end < len(runes) && (isDigit(runes[end]) || isMiddle(runes[end])) {
		end++
	}
	return end, true
}

func isMiddle(r rune) bool { return r == '·' || r == '•' || r == '・' || r == '‧' || r == '/' }

// eventDay returns the date at i that is written with a middle dot, and 9/11.
func eventDay(runes []rune, i int) Day {
	var field [2]int
	at := i
	for k := range field {
		start := at
		for at < len(runes) && isDigit(runes[at]) && at-start < 3 {
			field[k] = field[k]*10 + int(runes[at]-'0')
			at++
		}
		if at == start || at-start > 2 {
			return Day{}
		}
		if k == 0 {
			if at >= len(runes) || !isMiddle(runes[at]) || runes[at] == '/' && field[0] != 9 {
				return Day{}
			}
			at++
		}
	}
	slash := runes[i+1] == '/'
	if slash && field[1] != 11 || at < len(runes) && (isMiddle(runes[at]) || isDigit(runes[at])) {
		return Day{}
	}
	if field[0] < 1 || field[0] > 12 || field[1] < 1 || field[1] > 31 {
		return Day{}
	}
	return Day{Month: field[0], Day: field[1]}
}

// slashed reads two numbers with a slash at i: a fraction such as 1/3, a year
// of two such as 2022/23, or what is neither and asks for nothing.
func slashed(runes []rune, i int) (int, []Value, bool) {
	a := readLiteral(runes, i)
	if a.code || a.decimal || a.grouped || a.end+1 >= len(runes) || runes[a.end] != '/' || !isDigit(runes[a.end+1]) {
		return i, nil, false
	}
	b := readLiteral(runes, a.end+1)
	if b.code || b.decimal || b.grouped {
		return i, nil, false
	}
	value := func(from, to int) Value {
		return Value{From: from, To: to, Text: string(runes[from:to]), Number: whole(0), style: style{digits: [2]int{from, to}}}
	}
	if y, ok := integer(a.number, 2199); ok && a.digits == 4 && isYear(y) {
		first, second := value(i, a.end), value(a.end+1, b.end)
		first.Kind, first.Day = Date, Day{Year: y}
		second.Number, second.Weak, second.inName = b.number, true, true
		return b.end, []Value{first, second}, true
	}
	if a.number.Cmp(b.number) < 0 && a.digits <= 2 && b.digits <= 3 && a.number.Sign() > 0 && (b.end >= len(runes) || runes[b.end] != '/') {
		v := value(i, b.end)
		v.Kind, v.Number = Share, part(a.number, b.number)
		return b.end, []Value{v}, true
	}
	return b.end, append(nameValues(runes, i, a.end), nameValues(runes, a.end+1, b.end)...), true
}
