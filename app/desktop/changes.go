package desktop

import (
	"fmt"

	"celun/app"
	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/editor"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"

	"fyne.io/fyne/v2"
)

// compareBrief looks which blocks have another text in the library now.
func (d *Desk) compareBrief(b *brief.Brief) {
	d.changes = map[string]app.Change{}
	for _, c := range app.Changes(b, d.lib) {
		d.changes[c.Block] = c
	}
}

// changeOf says how the library differs from what a block was taken from.
func (d *Desk) changeOf(block string) editor.Change {
	c, ok := d.changes[block]
	switch {
	case !ok:
		return editor.Same
	case c.New == 0:
		return editor.Gone
	case c.CanTake():
		return editor.Newer
	}
	return editor.Other
}

func (d *Desk) takeChange(block string) {
	if c, ok := d.changes[block]; ok && c.CanTake() {
		_ = d.do(c.Take(d.doc.history.Brief())) // which tells of an error itself
	}
}

func (d *Desk) keepChange(block string) {
	if c, ok := d.changes[block]; ok {
		_ = d.do(c.Keep())
	}
}

// compareChange shows the text of a block beside that of the library.
func (d *Desk) compareChange(block string) {
	c, ok := d.changes[block]
	if !ok {
		return
	}
	theirs := c.Theirs
	if theirs.IsEmpty() {
		e, ok := d.lib.In(c.Pack, c.Argument)
		if !ok {
			return
		}
		theirs = e.Statement
	}
	head := func(text string) fyne.CanvasObject {
		p := widgets.NewProse(text)
		p.Bold = true
		return p
	}
	rows := []fyne.CanvasObject{sideBySide(head(catalogue.InThisBrief.In(d.lang)), head(fmt.Sprintf(catalogue.InTheLibrary.In(d.lang), c.New)))}
	for _, l := range language.Both() {
		name := catalogue.Chinese
		if l == language.EN {
			name = catalogue.English
		}
		rows = append(rows, widgets.NewNote(name.In(d.lang), theme.Muted, 1),
			sideBySide(widgets.NewProse(brief.Plain(c.Mine.In(l))), widgets.NewProse(brief.Plain(theirs.In(l)))))
	}
	answers := []widgets.Answer{
		{Label: catalogue.Close.In(d.lang), Rank: widgets.Plain},
		{Label: catalogue.KeepText.In(d.lang), Rank: widgets.Plain, Run: func() { d.keepChange(block) }},
	}
	if c.CanTake() {
		answers = append(answers, widgets.Answer{Label: catalogue.TakeIt.In(d.lang), Rank: widgets.Primary, Run: func() { d.takeChange(block) }})
	}
	title := catalogue.CompareTitle.In(d.lang) + " · " + c.Argument + "  " + c.Title.In(d.lang)
	widgets.ShowDialog(d.window, title, widgets.NewScroller(widgets.NewPile(8, rows...)), fyne.NewSize(900, 520), answers...)
}

// sideBySide puts two texts beside each other.
func sideBySide(left, right fyne.CanvasObject) fyne.CanvasObject {
	const gap = 24
	return widgets.NewArranged(300, func(width, _ float32, place widgets.Place) float32 {
		w := (width - gap) / 2
		h := fyne.Max(widgets.HeightFor(left, w), widgets.HeightFor(right, w))
		place(left, 0, 0, w, h)
		place(right, w+gap, 0, w, h)
		return h
	}, left, right)
}
