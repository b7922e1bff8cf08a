package desktop

import (
	"errors"
	"path/filepath"

	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/store"

	"fyne.io/fyne/v2"
)

// refuse says why a file cannot be opened. If something of a brief can be read
// in it, that can be opened instead.
func (d *Desk) refuse(path string, why error) {
	d.waitNoLonger()
	go func() {
		data, err := store.Read(path, brief.MaxFile)
		if err != nil {
			d.post(func() { d.fail(why) })
			return
		}
		b, notes, err := brief.Salvage(path, data)
		d.post(func() {
			if err != nil || len(notes) == 0 {
				d.fail(why)
				return
			}
			d.offerRest(path, why, b, notes)
		})
	}()
}

// offerRest offers to open what is left of a damaged file, as a brief without
// a file: the damaged one stays as it is.
func (d *Desk) offerRest(path string, why error, b *brief.Brief, notes []language.Text) {
	var p *language.Problem
	if errors.As(why, &p) { // what to do is on the button
		short := *p
		short.Do = catalogue.UseEarlierCopy
		why = &short
	}
	widgets.ShowDialog(d.window, catalogue.ThatFailed.In(d.lang), trouble(why, d.lang), fyne.NewSize(500, 190),
		widgets.Answer{Label: catalogue.Close.In(d.lang), Rank: widgets.Plain},
		widgets.Answer{Label: catalogue.OpenTheRest.In(d.lang), Rank: widgets.Primary, Run: func() {
			d.putDraft(b)
			d.showNotes(filepath.Base(path), notes)
		}})
}

// showNotes shows what is missing or in doubt in a brief read from a damaged
// file.
func (d *Desk) showNotes(name string, notes []language.Text) {
	parts := []fyne.CanvasObject{widgets.NewProse(catalogue.RestOf(name).In(d.lang))}
	for _, n := range notes {
		parts = append(parts, widgets.NewProse("· "+n.In(d.lang)))
	}
	d.tell(catalogue.RestOpened, widgets.NewScroller(widgets.NewPile(6, parts...)), fyne.NewSize(560, 320))
}
