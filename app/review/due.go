package review

import (
	"fmt"
	"strings"

	"celun/app/brief"
	"celun/app/language"
	"celun/app/language/number"
)

// due is check R6: the time frame is a date or a period that ends, and not
// over on the date of the brief.
func (r *run) due(b *brief.Block, n int) {
	t := b.Recommendation.TimeFrame
	at := brief.Address{Block: b.ID, Slot: brief.TimeFrameSlot, Language: language.ZH}
	text := t.ZH
	if strings.TrimSpace(text) == "" {
		at.Language, text = language.EN, t.EN
	}
	if strings.TrimSpace(text) == "" || len(brief.Blanks(t.ZH, language.ZH))+len(brief.Blanks(t.EN, language.EN)) > 0 {
		return
	}
	bounded, last := false, number.Day{}
	for _, v := range number.Read(at.Language, brief.Plain(text)) {
		switch {
		case v.Kind == number.Date:
			bounded = true
			if later(v.Day, last) {
				last = v.Day
			}
		case v.Kind == number.Count && v.Unit.IsTime(), v.Kind == number.Ordinal:
			bounded = true
		}
	}
	bounded = bounded || says(text, "年内", "月内", "周内", "日内", "天内", "季度", "年底", "年末", "月底", "年中", "年初", "本年", "今年", "明年", "本月", "下月", "同时", "立即", "即日", "五年规划", "十五五", "每年", "每月", "逐年", "按年") ||
		says(strings.ToLower(text), "year", "month", "week", "day", "quarter", "immediately", "at once", "annual", "monthly")
	if !bounded {
		r.add("R6", Warning, at,
			fmt.Sprintf("第 %d 条建议的时限“%s”不是日期，也不是有终点的时段，请写明截止日期", n, excerpt(text)),
			fmt.Sprintf("The time frame of recommendation %d, ‘%s’, is neither a date nor a period that ends; give a date", n, excerpt(text))).of(text)
		return
	}
	today, ok := day(r.brief.Meta.Date)
	if ok && last.Year > 0 && later(today, last) {
		r.add("R6", Warning, at,
			fmt.Sprintf("第 %d 条建议的时限“%s”早于简报日期，请改为将来的日期", n, excerpt(text)),
			fmt.Sprintf("The time frame of recommendation %d, ‘%s’, lies before the date of the brief; give a date to come", n, excerpt(text))).of("past", text)
	}
}

// day reads an ISO 8601 date.
func day(iso string) (number.Day, bool) {
	var d number.Day
	_, err := fmt.Sscanf(iso, "%4d-%2d-%2d", &d.Year, &d.Month, &d.Day)
	return d, err == nil
}

// later reports that a day is after another that has a year. What a day does
// not say counts as its last: 2027 ends with December.
func later(a, b number.Day) bool {
	full := func(d number.Day) number.Day {
		if d.Month == 0 {
			d.Month = 12
		}
		if d.Day == 0 {
			d.Day = 31
		}
		return d
	}
	if a.Year == 0 {
		return false
	}
	a, b = full(a), full(b)
	if a.Year != b.Year {
		return a.Year > b.Year
	}
	if a.Month != b.Month {
		return a.Month > b.Month
	}
	return a.Day > b.Day
}
