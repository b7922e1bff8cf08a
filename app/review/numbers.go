package review

import (
	"fmt"
	"strings"

	"celun/app/brief"
	"celun/app/language"
	"celun/app/language/number"
)

// numbers are the checks B3 and B4: what both languages say in figures has
// the same value. Dates, decades and centuries count to B4. A contact is left
// out: telephone numbers are written as each language likes.
func (r *run) numbers(p *pair) {
	if p.at.Slot == brief.ContactSlot && p.at.Block == "" {
		return
	}
	for i := range p.numbers {
		m := &p.numbers[i]
		side := r.doubted(p, m)
		code, severity := "B3", Error
		switch {
		case m.IsCalendar():
			code, severity = "B4", Warning
		case m.Minor:
			severity = Hint
		case m.Cause == number.BoundDiffers || m.Cause == number.DirectionDiffers:
			severity = Warning
		}
		fix, v, offer := m.FixZH.Text, m.ZH, m.fixes[0]
		if side == language.EN {
			fix, v, offer = m.FixEN.Text, m.EN, m.fixes[1]
		}
		if offer == "" {
			fix = ""
		}
		said := saying(&m.Mismatch, side, fix)
		f := r.add(code, severity, in(p.at, side), said.ZH, said.EN).of(asWritten(m.ZH), asWritten(m.EN))
		if v != nil {
			f.on(p.in(side), v.From, v.To)
		}
		if offer != "" {
			r.puts(f, offer, "改为“"+fix+"”", "Write ‘"+fix+"’")
		}
		other, there := m.FixEN.Text, m.fixes[1]
		if side == language.EN {
			other, there = m.FixZH.Text, m.fixes[0]
		}
		if there != "" {
			at := in(p.at, side.Other())
			f.Twin = &Remedy{at, there, r.setting(at, there), language.Text{
				ZH: inChinese(side.Other()) + "改为“" + other + "”", EN: "Write ‘" + other + "’ in the " + inEnglish(side.Other()),
			}}
		}
	}
}

// asWritten returns a number as its text has it; empty if there is none.
func asWritten(v *number.Value) string {
	if v == nil {
		return ""
	}
	return v.Text
}

// doubted returns the side that a finding points at: the one where a number
// is missing, the one that was not revised after its twin, or the one that
// does not prevail; where both are equal, the one that does not lead.
func (r *run) doubted(p *pair, m *mismatch) language.Language {
	switch {
	case m.ZH == nil:
		return language.ZH
	case m.EN == nil:
		return language.EN
	}
	if b := p.block; b != nil && (b.State.ZH == brief.Stale) != (b.State.EN == brief.Stale) {
		if b.State.ZH == brief.Stale {
			return language.ZH
		}
		return language.EN
	}
	first := r.brief.Meta.Prevailing
	if first == "" {
		first = r.brief.Meta.Lead
	}
	if first == language.EN {
		return language.ZH
	}
	return language.EN
}

// saying returns the message about a mismatch; offer is what the number on
// the doubted side would be, or empty.
func saying(m *number.Mismatch, side language.Language, offer string) language.Text {
	if m.ZH == nil {
		return language.Text{
			ZH: fmt.Sprintf("英文有“%s”，中文没有相应的数字，请补上或核对", m.EN.Text),
			EN: fmt.Sprintf("The English has ‘%s’ and the Chinese no such figure; add it or check", m.EN.Text),
		}
	}
	if m.EN == nil {
		return language.Text{
			ZH: fmt.Sprintf("中文有“%s”，英文没有相应的数字，请补上或核对", m.ZH.Text),
			EN: fmt.Sprintf("The Chinese has ‘%s’ and the English no such figure; add it or check", m.ZH.Text),
		}
	}
	zh, en := cause(m)
	doZH, doEN := "，请核对", "; check which is right"
	if offer != "" {
		doZH = fmt.Sprintf("；%s若无误，%s应为“%s”", inChinese(side.Other()), inChinese(side), offer)
		doEN = fmt.Sprintf("; if the %s is right, the %s should read ‘%s’", inEnglish(side.Other()), inEnglish(side), offer)
	}
	return language.Text{
		ZH: fmt.Sprintf("中文“%s”与英文“%s”%s", m.ZH.Text, m.EN.Text, zh) + doZH,
		EN: fmt.Sprintf("‘%s’ in the Chinese and ‘%s’ in the English %s", m.ZH.Text, m.EN.Text, en) + doEN,
	}
}

// cause tells in both languages how the two numbers differ.
func cause(m *number.Mismatch) (zh, en string) {
	switch m.Cause {
	case number.Magnitude:
		factor := "1" + strings.Repeat("0", m.Factor)
		return "相差" + factor + "倍，多半是换算万、亿与million、billion时错位", "are " + factor + " times apart, most likely a slip between 万 or 亿 and million or billion"
	case number.PercentOrPoints:
		return "一边是百分比，一边是百分点", "differ: one is per cent, the other percentage points"
	case number.UnitDiffers:
		return "数字相同而单位不同", "have the same number and different units"
	case number.DateDiffers:
		return "时间不同", "are different dates"
	case number.MultipleDiffers:
		return "倍数不同（“增长了三倍”是原来的四倍，“增长到三倍”是原来的三倍）", "are different multiples (增长了三倍 is four times as much, 增长到三倍 three times)"
	case number.BoundDiffers:
		return "一边是超过，一边是不足", "differ: one is more than the number, the other less"
	case number.DirectionDiffers:
		return "变化的方向或幅度不同（“增长到”是结果，“增长了”是增量）", "describe different changes (to is the outcome, by the change)"
	}
	return "数值不同", "have different values"
}
