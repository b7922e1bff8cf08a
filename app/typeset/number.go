package typeset

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"celun/app/language"
)

// A counting numbers headings: stored once, shown per language.
type counting struct {
	at [4]int // of levels 1 to 4
}

// next counts a heading of a level from 1 and returns its number, as each
// language writes it: 一、 and 1; （一） and 1.1; 1. and 1.1.1; （1） and 1.1.1.1.
func (c *counting) next(level int) language.Text {
	level = max(1, min(level, len(c.at)))
	c.at[level-1]++
	clear(c.at[level:])
	n := c.at[level-1]
	var zh string
	switch level {
	case 1:
		zh = chineseNumber(n) + "、"
	case 2:
		zh = "（" + chineseNumber(n) + "）"
	case 3:
		zh = strconv.Itoa(n) + "."
	default:
		zh = "（" + strconv.Itoa(n) + "）"
	}
	en := make([]string, level)
	for i := range en {
		en[i] = strconv.Itoa(max(1, c.at[i]))
	}
	return language.Text{ZH: zh, EN: strings.Join(en, ".")}
}

// chineseNumber writes 1 to 99 in hanzi, as headings count, and more in
// digits.
func chineseNumber(n int) string {
	digits := []rune("〇一二三四五六七八九")
	switch {
	case n < 1 || n > 99:
		return strconv.Itoa(n)
	case n < 10:
		return string(digits[n])
	}
	s := "十"
	if n >= 20 {
		s = string(digits[n/10]) + s
	}
	if n%10 > 0 {
		s += string(digits[n%10])
	}
	return s
}

// date writes an ISO 8601 date as each language does: 2026年11月22日 and
// 22 November 2026. A year or a month alone is written as far as it goes,
// and what is no date is shown as it stands.
func date(s string) language.Text {
	if t, err := time.Parse("2006-01-02", s); err == nil {
		return language.Text{ZH: fmt.Sprintf("%d年%d月%d日", t.Year(), t.Month(), t.Day()), EN: t.Format("2 January 2006")}
	}
	if t, err := time.Parse("2006-01", s); err == nil {
		return language.Text{ZH: fmt.Sprintf("%d年%d月", t.Year(), t.Month()), EN: t.Format("January 2006")}
	}
	if t, err := time.Parse("2006", s); err == nil {
		return language.Text{ZH: fmt.Sprintf("%d年", t.Year()), EN: t.Format("2006")}
	}
	return language.Text{ZH: s, EN: s}
}
