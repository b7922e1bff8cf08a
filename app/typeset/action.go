package typeset

import (
	"strconv"

	"celun/app/brief"
	"celun/app/language"
)

// The columns of a table of recommendations.
var actionColumns = []struct {
	slot brief.Slot
	head language.Text
	of   func(*brief.Action) language.Text
}{
	{brief.ActionSlot, language.Text{ZH: "建议", EN: "Recommendation"}, func(a *brief.Action) language.Text { return a.Action }},
	{brief.OwnerSlot, language.Text{ZH: "责任方", EN: "Owner"}, func(a *brief.Action) language.Text { return a.Owner }},
	{brief.TimeFrameSlot, language.Text{ZH: "时限", EN: "Time frame"}, func(a *brief.Action) language.Text { return a.TimeFrame }},
	{brief.MeansSlot, language.Text{ZH: "手段与资源", EN: "Means"}, func(a *brief.Action) language.Text { return a.Means }},
	{brief.IndicatorSlot, language.Text{ZH: "衡量指标", EN: "Indicator"}, func(a *brief.Action) language.Text { return a.Indicator }},
}

// recommendations sets consecutive recommendations as one table. Columns
// that are empty in all of them are left out.
func (c *composer) recommendations(blocks []brief.Block) {
	l := lattice{}
	head := []entry{{spans: [][]span{{{text: "#", language: language.EN, plain: true}}}, sides: []int{0}, same: true}}
	used := make([]bool, len(actionColumns))
	for j, col := range actionColumns {
		for i := range blocks {
			if a := blocks[i].Recommendation; a != nil && !col.of(a).IsEmpty() {
				used[j] = true
			}
		}
		if used[j] {
			head = append(head, c.entry(col.head, "", brief.Address{}))
		}
	}
	number := 0
	for i := range blocks {
		b := &blocks[i]
		if !b.Text.IsEmpty() {
			c.introduction(b)
		}
		if b.Recommendation == nil {
			continue
		}
		number++
		row := []entry{{spans: [][]span{{{text: strconv.Itoa(number), language: language.EN, plain: true, address: brief.Address{Block: b.ID}}}}, sides: []int{0}, same: true}}
		for j, col := range actionColumns {
			if used[j] {
				row = append(row, c.entry(col.of(b.Recommendation), "", brief.Address{Block: b.ID, Slot: col.slot}))
			}
		}
		l.body = append(l.body, row)
	}
	if len(l.body) == 0 {
		return
	}
	l.head = [][]entry{head}
	c.lattice(&l, false)
}
