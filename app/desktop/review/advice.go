package review

import (
	"fmt"

	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	core "celun/app/review"

	"fyne.io/fyne/v2"
)

// advice returns the rows of the recommendations: each with who does what by
// when, and what was found about it.
func (v *Pane) advice() []widgets.Row {
	if v.brief == nil {
		return nil
	}
	var rows []widgets.Row
	n := 0
	for i := range v.brief.Sections {
		for j := range v.brief.Sections[i].Blocks {
			b := &v.brief.Sections[i].Blocks[j]
			if b.Recommendation == nil {
				continue
			}
			n++
			number := n
			found := ""
			for _, f := range v.about(b.ID, "") {
				found += f.Key()
			}
			s := spot{key: fmt.Sprint("advice ", n, b.ID, *b.Recommendation, found), at: brief.Address{Block: b.ID, Slot: v.wanting(b), Language: v.lang}}
			rows = v.spotted(rows, s, 120, widgets.NewCard, func(chosen bool) fyne.CanvasObject {
				return v.advised(b, number, chosen)
			})
		}
	}
	if len(rows) == 0 {
		return []widgets.Row{v.note("none", catalogue.NoAdvice.In(v.lang))}
	}
	return rows
}

// about returns the open findings about a block in a slot, or in any if the
// slot is empty.
func (v *Pane) about(block string, slot brief.Slot) []*core.Finding {
	var all []*core.Finding
	for i := range v.findings {
		if f := &v.findings[i]; f.Waiver == nil && f.Address.Block == block && (slot == "" || f.Address.Slot == slot) {
			all = append(all, f)
		}
	}
	return all
}

// wanting returns the slot of a recommendation that something was found about,
// or that of its action.
func (v *Pane) wanting(b *brief.Block) brief.Slot {
	for _, f := range v.about(b.ID, "") {
		if f.Address.Slot != "" {
			return f.Address.Slot
		}
	}
	return brief.ActionSlot
}

// advised shows a recommendation. What is missing is said to be, and what was
// found stands under it.
func (v *Pane) advised(b *brief.Block, n int, chosen bool) fyne.CanvasObject {
	a := b.Recommendation
	action := brief.Plain(a.Action.In(v.lang))
	head := widgets.NewProse(fmt.Sprintf("%d  %s", n, action))
	head.Bold = true
	parts := []fyne.CanvasObject{head}
	for _, slot := range []brief.Slot{brief.OwnerSlot, brief.TimeFrameSlot, brief.IndicatorSlot} {
		text, _ := v.brief.Text(brief.Address{Block: b.ID, Slot: slot, Language: v.lang})
		text, ink := brief.Plain(text), theme.Muted
		found := v.about(b.ID, slot)
		if len(found) > 0 {
			ink = levelInk(found)
		}
		if text == "" {
			text = catalogue.NotGiven.In(v.lang)
		}
		parts = append(parts, widgets.NewNote(fmt.Sprintf(catalogue.SlotIs.In(v.lang), catalogue.Slot(slot).In(v.lang), text), ink, 0))
	}
	for _, f := range v.about(b.ID, "") {
		parts = append(parts, beside(image(picture(LevelOf(f)), ink(LevelOf(f)), 14), widgets.NewProse(f.Message.In(v.lang))))
	}
	if chosen {
		says := ""
		if found := v.about(b.ID, ""); len(found) > 0 {
			says = found[0].Message.In(v.lang)
		}
		parts = append(parts, widgets.NewInset(widgets.NewWrap(6, v.request(widgets.Plain, b.ID, says)), 4, 0, 0, 0))
	}
	return widgets.NewPile(3, parts...)
}

// levelInk is the colour of the most serious of findings.
func levelInk(found []*core.Finding) fyne.ThemeColorName {
	least := levels
	for _, f := range found {
		least = min(least, LevelOf(f))
	}
	return ink(least)
}
