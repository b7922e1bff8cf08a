package editor

import (
	"fmt"

	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/icon"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"

	"fyne.io/fyne/v2"
)

// showAside shows under the texts of a block what has changed on one side
// since the other was in step with it, and the comments on the block.
func (v *blockView) showAside(b *brief.Block) {
	var rows []fyne.CanvasObject
	if v.chosen {
		rows = append(rows, v.notices(b)...)
		for _, l := range language.Both() {
			if o := v.whatChanged(b, l); o != nil {
				rows = append(rows, o)
			}
		}
	}
	done := 0
	for i := range b.Comments {
		if c := &b.Comments[i]; !c.Done || v.chosen {
			rows = append(rows, v.comment(c))
		} else {
			done++
		}
	}
	if done > 0 {
		rows = append(rows, widgets.NewNote(fmt.Sprintf(catalogue.CommentsDone.In(v.e.Language), done), theme.Muted, 1))
	}
	if len(rows) == 0 {
		v.aside.Hold(nil)
		return
	}
	v.aside.Hold(widgets.NewInset(widgets.NewPile(6, rows...), 2, 10, 6, 10))
}

// whatChanged shows the changes of the texts in l that left their twins stale.
func (v *blockView) whatChanged(b *brief.Block, l language.Language) fyne.CanvasObject {
	head := catalogue.WhatChangedZH
	if l == language.EN {
		head = catalogue.WhatChangedEN
	}
	rows := []fyne.CanvasObject{}
	for _, f := range b.Basis {
		if f.Language != l {
			continue
		}
		now, _ := v.e.brief.Text(brief.Address{Block: v.id, Slot: f.Slot, Language: l})
		if pieces := language.Diff(brief.Plain(f.Text), brief.Plain(now)); len(pieces) > 1 || len(pieces) == 1 && pieces[0].Change != language.Same {
			rows = append(rows, widgets.NewCompared(pieces))
		}
	}
	if len(rows) == 0 {
		return nil
	}
	title := widgets.NewNote(head.In(v.e.Language), theme.Amber, 1)
	settle := widgets.NewTag(catalogue.InStepNow.In(v.e.Language), theme.Muted, func() {
		states := b.State
		if l == language.ZH {
			states.EN = brief.Draft
		} else {
			states.ZH = brief.Draft
		}
		_ = v.e.Do(brief.SetState{ID: v.id, States: states})
	})
	top := widgets.NewLine(8, 0, title, settle)
	return panel(widgets.NewPile(2, append([]fyne.CanvasObject{top}, rows...)...), theme.Amber)
}

// comment shows one comment with what can be done about it.
func (v *blockView) comment(c *brief.Comment) fyne.CanvasObject {
	lang := v.e.Language
	who := c.Author
	if c.Date != "" {
		if who != "" {
			who += " · "
		}
		who += c.Date
	}
	text := widgets.NewProse(c.Text)
	word := catalogue.CommentDone
	if c.Done {
		word, text.Color = catalogue.CommentUndone, theme.Muted
	}
	done := widgets.NewTag(word.In(lang), theme.Muted, func() {
		_ = v.e.Do(brief.ResolveComment{Block: v.id, ID: c.ID, Done: !c.Done})
	})
	away := widgets.NewGlyph(icon.Bin, func() { _ = v.e.Do(brief.RemoveComment{Block: v.id, ID: c.ID}) })
	top := widgets.NewLine(4, 0, widgets.NewNote(who, theme.Muted, 1), done, away)
	return panel(widgets.NewPile(2, top, text), theme.Found)
}

// panel is a ground with a bar in a colour at its left.
func panel(o fyne.CanvasObject, colour fyne.ThemeColorName) fyne.CanvasObject {
	ground, bar := widgets.NewGround(theme.Soft), widgets.NewGround(colour)
	ground.CornerRadius = 4
	return widgets.NewArranged(200, func(width, _ float32, place widgets.Place) float32 {
		h := widgets.HeightFor(o, width-24) + 10
		place(ground, 0, 0, width, h)
		place(bar, 0, 3, 3, h-6)
		place(o, 12, 5, width-24, h-10)
		return h
	}, ground, bar, o)
}
