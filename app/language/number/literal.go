package number

import (
	"math/big"
	"strings"
)

// A literal is a number in digits.
type literal struct {
	number  *big.Rat
	end     int  // rune after it
	grouped bool // with commas: 1,234
	decimal bool
	digits  int  // of its whole part
	code    bool // no number: 1.2.3, or far too long
}

// readLiteral reads the digits at i: 27, 1,234,567, 8.5. runes[i] is a digit.
func readLiteral(runes []rune, i int) literal {
	start := i
	var text strings.Builder
	add := func(from, to int) {
		if text.Len() <= longest {
			text.WriteString(string(runes[from:min(to, from+longest+1)]))
		}
	}
	for i < len(runes) && isDigit(runes[i]) {
		i++
	}
	l := literal{digits: i - start}
	add(start, i)
	if l.digits <= 3 {
		for group(runes, i) {
			add(i+1, i+4)
			i += 4
			l.grouped = true
			l.digits += 3
		}
	}
	if i+1 < len(runes) && runes[i] == '.' && isDigit(runes[i+1]) {
		end := i + 1
		for end < len(runes) && isDigit(runes[end]) {
			end++
		}
		add(i, end)
		l.decimal, i = true, end
		for i+1 < len(runes) && runes[i] == '.' && isDigit(runes[i+1]) {
			l.code = true
			for i++; i < len(runes) && isDigit(runes[i]); i++ {
			}
		}
	}
	l.end = i
	if text.Len() > longest {
		l.code = true
	}
	if l.code {
		l.number = new(big.Rat)
		return l
	}
	l.number, _ = new(big.Rat).SetString(text.String())
	return l
}

// group reports a comma and three digits, and no fourth, at i.
func group(runes []rune, i int) bool {
	if i+3 >= len(runes) || runes[i] != ',' {
		return false
	}
	for _, r := range runes[i+1 : i+4] {
		if !isDigit(r) {
			return false
		}
	}
	return i+4 == len(runes) || !isDigit(runes[i+4])
}

// isListNumber reports that the digits in [from, to) number an item: at the
// start of a line before a stop, or alone in brackets with at most two digits.
func isListNumber(runes []rune, from, to int) bool {
	if to-from > 2 {
		return false
	}
	before, after := '\n', '\n'
	if from > 0 {
		before = runes[from-1]
	}
	if to < len(runes) {
		after = runes[to]
	}
	if (before == '(' || before == '（' || before == '[') && (after == ')' || after == '）' || after == ']') {
		return true
	}
	for i := from - 1; i >= 0 && isSpace(runes[i]) && from-i < 9; i-- {
		if i == 0 {
			before = '\n'
		} else {
			before = runes[i-1]
		}
	}
	if before != '\n' {
		return false
	}
	switch after {
	case '.', ')', '）':
		return to+1 == len(runes) || !isDigit(runes[to+1])
	case '、':
		return true
	}
	return false
}

// address returns the end of an address of the web or of mail or of a
// telephone number at i, or i. Numbers in it are none.
func address(runes []rune, i int) int {
	if end := telephone(runes, i); end > i {
		return end
	}
	if i > 0 && isAddress(runes[i-1]) {
		return i
	}
	end, mark := i, false
	for end < len(runes) && isAddress(runes[end]) {
		if runes[end] == '@' || runes[end] == ':' && end+2 < len(runes) && runes[end+1] == '/' && runes[end+2] == '/' {
			mark = true
		}
		end++
	}
	if mark || end-i > 4 && strings.EqualFold(string(runes[i:i+4]), "www.") || end-i > 3 && string(runes[i:i+3]) == "10." && strings.ContainsRune(string(runes[i:min(end, i+12)]), '/') {
		return end
	}
	return i
}

// telephone returns the end of a telephone number at i that begins with the
// code of a country or a town, +86 10 … or 010-…, or i.
func telephone(runes []rune, i int) int {
	if !isDigit(runes[i]) {
		return i
	}
	abroad := i > 0 && runes[i-1] == '+' && (i < 2 || !isDigit(runes[i-2]))
	town := runes[i] == '0' && i+4 < len(runes) && isDigit(runes[i+1]) && isDigit(runes[i+2]) && (runes[i+3] == '-' || isDigit(runes[i+3]) && runes[i+4] == '-')
	if !abroad && !town {
		return i
	}
	end := i
	for end < len(runes) && (isDigit(runes[end]) || (runes[end] == '-' || runes[end] == ' ') && end+1 < len(runes) && isDigit(runes[end+1])) {
		end++
	}
	if end-i < 8 {
		return i
	}
	return end
}

func isAddress(r rune) bool {
	return r < 0x80 && (isDigit(r) || isLatin(r) || strings.ContainsRune("@:/.-_?=&%#~+", r))
}

// day returns the date at i that is written 2022-04-08, 2022/4/8 or
// 2022.4.8, and its end; with a zero day there is none.
func day(runes []rune, i int) (Day, int) {
	var field [3]int
	var mark rune
	at := i
	for k := range field {
		start := at
		for at < len(runes) && isDigit(runes[at]) && at-start < 5 {
			field[k] = field[k]*10 + int(runes[at]-'0')
			at++
		}
		if at == start || k == 0 && at-start != 4 || k > 0 && at-start > 2 {
			return Day{}, i
		}
		if k == 2 {
			break
		}
		if at >= len(runes) || runes[at] != '-' && runes[at] != '/' && runes[at] != '.' || k == 1 && runes[at] != mark {
			return Day{}, i
		}
		mark = runes[at]
		at++
	}
	if !isYear(field[0]) || field[1] < 1 || field[1] > 12 || field[2] < 1 || field[2] > 31 {
		return Day{}, i
	}
	return Day{field[0], field[1], field[2]}, at
}
