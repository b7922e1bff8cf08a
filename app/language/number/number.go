// Package number reads the numbers of a Chinese and of an English text by
// value and tells where the two disagree: 8.5亿 and 850 million are the same,
// 8.5亿 and 85 million are a slip of magnitude.
//
//	r := number.Compare("覆盖8.5亿人", "reaching 85 million people")
//	r.Mismatches[0].Cause  // number.Magnitude
//	r.Mismatches[0].FixEN  // "850 million"
//
// What has to agree are figures: digits, shares, dates, and large numbers in
// words. Small numbers in words (两国, first, one) belong to the idiom of a
// language; they serve as counterparts and are not demanded of the other
// side ([Value.Weak]). Digits in names (G20, PM2.5) count as weak, too; list
// numbers, addresses of the web and vague amounts (数百, dozens) as nothing.
//
// Figures are exact ([math/big.Rat]); nothing is compared with a tolerance
// but a fraction in words with a rounded percentage (a third and 33%).
package number

import (
	"math/big"

	"celun/app/language"
)

// A Kind says what a value is of.
type Kind int

// The kinds of values.
const (
	Count   Kind = iota // an amount, with or without a unit
	Share               // a part of a whole: 66%, 三成, two-thirds; Number is the part of one
	Points              // percentage points; Number is in points
	Times               // a multiple; Number is the multiple of the base, 2 for doubled and 翻一番
	Ordinal             // a place in an order
	Date                // a year, month or day, or several of them
	Decade              // ten years; Number is their first year
	Century             // a hundred years; Number is 21 for the 21st
)

// IsCalendar reports the kinds that name a time in the calendar.
func (k Kind) IsCalendar() bool { return k == Date || k == Decade || k == Century }

// A Bound says on which side of a number the amount lies.
type Bound int

// The bounds. That the number itself belongs to it (至少, 以上) or not (超过)
// is not told apart, since the languages do not match there.
const (
	Exact Bound = iota
	About       // 约, 左右; about, some
	Above       // 超过, 以上, 多, 余, 至少; more than, at least
	Below       // 不足, 近, 以内, 至多; under, nearly, at most
)

// A Direction says how a change leads to a number.
type Direction int

// The directions; a Direction is a sum of them, and 0 says nothing.
const (
	Up   Direction = 1 << iota // 增长; rise
	Down                       // 下降; fall
	By                         // 增长了; by: the number is the change
	To                         // 增长到; to: the number is the outcome
)

// A Day is a date of which parts may be left out (0).
type Day struct{ Year, Month, Day int }

// A Value is one number of a text.
type Value struct {
	Kind      Kind
	Number    *big.Rat // never nil; 0 for a [Date]
	Day       Day      // for a Date
	Unit      Unit     // for a Count; empty if none that is known
	Bound     Bound
	Direction Direction
	Weak      bool   // may stand in one language only
	From, To  int    // where it stands in the text, in runes
	Text      string // what stands there, digits and signs made half-width

	others []*big.Rat // other readings: 多三倍 may be 3 or 4 times
	inName bool       // the digits belong to a name: G20
	word   bool       // written in words
	clear  bool       // in words, but of a form that is a figure: 三成, 二十年
	style  style      // how it is written, for a text in its place
	bare   bool       // the literal has neither unit nor sign: the first of a range may take the second's
	lent   bool       // a part of it stands elsewhere: the year at the other end of a range, the minutes after the hours
	scaled bool       // the literal has a scale: 万, million
}

// A style is how a number is written.
type style struct {
	scale      int // power of ten of the scale word; 0 for none
	grouped    bool
	monthFirst bool
	digits     [2]int // where the number and its scale stand, in runes: what a fix replaces
}

// Read returns the numbers of a text in the order in which they stand. Spans
// lie within the text and do not overlap. It takes time in proportion to the
// text, reads any text and knows no markup.
func Read(l language.Language, text string) []Value {
	if l == language.EN {
		return readEnglish(text)
	}
	return readChinese(text)
}

// longest is the number of digits from which a row of digits is a code and
// no number. It also keeps arithmetic small.
const longest = 24

// whole returns n as an exact number.
func whole(n int64) *big.Rat { return new(big.Rat).SetInt64(n) }

// part returns a/b.
func part(a, b *big.Rat) *big.Rat { return new(big.Rat).Quo(a, b) }

func times(a, b *big.Rat) *big.Rat { return new(big.Rat).Mul(a, b) }

func plus(a, b *big.Rat) *big.Rat { return new(big.Rat).Add(a, b) }

// tens returns ten to the power of n, which is not negative.
func tens(n int) *big.Rat {
	return new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil))
}

// integer returns n as an int if it is whole and within [0, most].
func integer(n *big.Rat, most int64) (int, bool) {
	if !n.IsInt() || !n.Num().IsInt64() || n.Num().Sign() < 0 || n.Num().Int64() > most {
		return 0, false
	}
	return int(n.Num().Int64()), true
}

// isYear reports a number that is read as a year where nothing says otherwise.
func isYear(n int) bool { return n >= 1500 && n <= 2199 }

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isLatin(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

func isSpace(r rune) bool { return r == ' ' || r == 0xA0 || r == 0x2009 || r == 0x202F || r == '\t' }

// isDash reports the marks that stand between the ends of a range.
func isDash(r rune) bool {
	switch r {
	case '-', '‐', '‑', '–', '—', '−', '~', '～', '－':
		return true
	}
	return false
}

// fold makes full-width digits, letters and signs narrow, rune by rune.
func fold(text string) []rune {
	runes := []rune(text)
	for i, r := range runes {
		switch {
		case r >= '０' && r <= '９', r >= 'Ａ' && r <= 'Ｚ', r >= 'ａ' && r <= 'ｚ', r == '％', r == '．', r == '＄', r == '／', r == '＠':
			runes[i] = r - 0xFEE0
		case r == '￥':
			runes[i] = '¥'
		}
	}
	return runes
}
