package desktop

import (
	"strings"

	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/review"

	"fyne.io/fyne/v2"
)

// waive asks why a finding is let pass.
func (d *Desk) waive(f review.Finding) {
	reason, by := widgets.NewLineEntry(""), widgets.NewLineEntry(d.waivedBy())
	content := widgets.NewPile(6,
		widgets.NewProse(f.Message.In(d.lang)),
		widgets.NewNote(catalogue.WaiveScope.In(d.lang), theme.Muted, 0),
		widgets.NewNote(catalogue.WaiveReason.In(d.lang), theme.Muted, 1), reason,
		widgets.NewNote(catalogue.WaiveBy.In(d.lang), theme.Muted, 1), by)
	var box *widgets.Dialog
	box = widgets.ShowDialog(d.window, catalogue.WaiveTitle.In(d.lang), content, fyne.NewSize(520, 330),
		widgets.Answer{Label: catalogue.Cancel.In(d.lang), Rank: widgets.Plain},
		widgets.Answer{Label: catalogue.WaiveDo.In(d.lang), Rank: widgets.Primary, Stay: true, Run: func() {
			if strings.TrimSpace(reason.Text) == "" {
				d.window.Canvas().Focus(reason)
				return
			}
			box.Hide()
			w := f.Waives()
			w.Reason, w.By, w.Date = strings.TrimSpace(reason.Text), strings.TrimSpace(by.Text), d.now().Format("2006-01-02")
			_ = d.do(brief.AddWaiver{Waiver: w})
		}})
	box.FocusOn(reason)
}

// limitWaiver has a waiver of an earlier version hold only for what it lets
// pass now.
func (d *Desk) limitWaiver(w brief.Waiver) {
	if e := review.Narrowed(w, d.checks.findings); e != nil {
		_ = d.do(e)
	}
}

// waivedBy returns who decided on the last waiver of the brief, or else its
// author.
func (d *Desk) waivedBy() string {
	b := d.doc.history.Brief()
	if n := len(b.Waivers); n > 0 {
		return b.Waivers[n-1].By
	}
	author := b.Meta.Author.In(d.lang)
	if len(brief.Blanks(author, d.lang)) > 0 {
		return "" // nobody has been named yet
	}
	return brief.Plain(author)
}
