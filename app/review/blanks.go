package review

import (
	"fmt"
	"slices"
	"strings"

	"celun/app/brief"
	"celun/app/language"
)

// blanks reports what is still to be filled in: once a place, whichever of
// its languages has the blank, and once for all the cells of a table.
func (r *run) blanks() {
	severity := Warning
	if r.options.Final {
		severity = Error
	}
	type place struct {
		at    brief.Address
		names map[language.Language][]string
		cells int
	}
	var places []*place
	found := map[brief.Address]*place{}
	for _, blank := range r.brief.Blanks() {
		l := blank.At.Language
		key := blank.At
		key.Language = ""
		_, _, cell := key.Slot.Cell()
		if cell {
			key.Slot = ""
		}
		p := found[key]
		if p == nil {
			p = &place{at: blank.At, names: map[language.Language][]string{}}
			found[key] = p
			places = append(places, p)
		}
		if p.at.Language != l {
			p.at.Language = "" // it stands in both
		}
		if cell && l != language.EN {
			p.cells++
		}
		if !slices.Contains(p.names[l], blank.Name) {
			p.names[l] = append(p.names[l], blank.Name)
		}
	}
	for _, p := range places {
		zh, en := p.names[language.ZH], p.names[language.EN]
		if len(zh) == 0 {
			zh = en
		}
		if len(en) == 0 {
			en = zh
		}
		msgZH, msgEN := "待填："+strings.Join(zh, "、"), "To fill in: "+strings.Join(en, ", ")
		if p.cells > 1 {
			msgZH = fmt.Sprintf("表中有 %d 处待填：%s", p.cells, strings.Join(zh, "、"))
			msgEN = fmt.Sprintf("To fill in, %d cells: %s", p.cells, strings.Join(en, ", "))
		}
		r.add(blankCode(p.at.Slot), severity, p.at, msgZH, msgEN).of(append(slices.Clone(zh), en...)...).Blank = true
	}
}

// blankCode returns the check that a blank at slot counts to.
func blankCode(s brief.Slot) string {
	switch s {
	case brief.ActionSlot, brief.OwnerSlot, brief.TimeFrameSlot:
		return "R1"
	case brief.IndicatorSlot:
		return "R7"
	case brief.TitleSlot:
		return "S8"
	case brief.UnitSlot, brief.ContactSlot:
		return "S10"
	}
	return "S1"
}
