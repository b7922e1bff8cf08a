package editor

import (
	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/icon"

	"fyne.io/fyne/v2"
)

// changeOf says how the library differs from what a block was taken from.
func (e *Editor) changeOf(b *brief.Block) Change {
	if b.From == nil || e.Changed == nil {
		return Same
	}
	return e.Changed(b.ID)
}

// changeMenu offers what can be done about a change in the library.
func (v *blockView) changeMenu() *fyne.Menu {
	lang := v.e.Language
	m := fyne.NewMenu("")
	if v.change == Newer {
		m.Items = append(m.Items, fyne.NewMenuItemWithIcon(catalogue.TakeIt.In(lang), icon.Tick, func() { v.e.TakeText(v.id) }))
	}
	m.Items = append(m.Items, fyne.NewMenuItemWithIcon(catalogue.KeepText.In(lang), icon.Close, func() { v.e.KeepText(v.id) }))
	if v.change != Gone {
		m.Items = append(m.Items, fyne.NewMenuItemWithIcon(catalogue.Compare.In(lang), icon.Search, func() { v.e.Compare(v.id) }))
	}
	return m
}
