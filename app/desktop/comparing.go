package desktop

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"celun/app"
	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/export"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/store"

	"fyne.io/fyne/v2"
)

// compareSnapshot shows what is different now from a snapshot.
func (d *Desk) compareSnapshot(s store.Snapshot, b *brief.Brief) {
	name := s.Name
	if name == "" {
		name = s.At.Local().Format("2006-01-02 15:04")
	}
	now := d.doc.history.Brief()
	var box *widgets.Dialog
	var rows []widgets.Row
	list := widgets.NewColumn(12, 2)
	for i, x := range brief.Compare(b, now) {
		rows = append(rows, widgets.Row{
			Key: fmt.Sprint(i), Estimate: func(float32) float32 { return 120 },
			Build: func() fyne.CanvasObject {
				card := d.differenceRow(now, b, x, func() { box.Hide() })
				card.OnFocus = func(on bool) {
					if on {
						list.Reveal(fmt.Sprint(i))
					}
				}
				return card
			},
		})
	}
	if len(rows) == 0 {
		rows = append(rows, widgets.Row{
			Key: "none", Estimate: func(float32) float32 { return 24 },
			Build: func() fyne.CanvasObject { return widgets.NewProse(catalogue.NoDifference.In(d.lang)) },
		})
	}
	list.SetRows(rows)
	box = widgets.ShowDialog(d.window, fmt.Sprintf(catalogue.CompareSnapshot.In(d.lang), name), list, fyne.NewSize(980, 600),
		widgets.Answer{Label: catalogue.Close.In(d.lang), Rank: widgets.Plain},
		widgets.Answer{Label: catalogue.CompareAsPDF.In(d.lang), Rank: widgets.Plain, Run: func() { d.exportComparison(b, now, name) }})
}

// comparisonPath proposes where a comparison goes: beside the brief, under its
// name.
func (d *Desk) comparisonPath() string {
	name := strings.TrimSuffix(d.name(), ".celun")
	return filepath.Join(d.folder(), fileName(name+" "+catalogue.DiffChanged.In(d.lang))+".pdf")
}

// exportComparison writes what differs from a snapshot as a PDF, for the file.
func (d *Desk) exportComparison(was, now *brief.Brief, name string) {
	d.askPath(catalogue.CompareAsPDF, catalogue.Export, d.comparisonPath(), ".pdf", func(path string) {
		d.say(catalogue.WritingPDF.In(d.lang))
		go func() {
			made, err := d.App.Export(context.Background(), brief.Report(was, now, name), app.ExportOptions{Out: path})
			d.post(func() {
				d.say("")
				if err != nil {
					d.fail(err)
					return
				}
				export.Finished(d.window, export.Params{Language: d.lang, Open: d.reveal, Show: d.showInFolder}, made)
			})
		}()
	})
}

// differenceRow shows one place in both languages, what was taken out and
// what was put in marked, with where it is.
func (d *Desk) differenceRow(now, was *brief.Brief, x brief.Difference, hide func()) *widgets.Card {
	word, colour := catalogue.DiffChanged, theme.Muted
	switch {
	case x.Change == language.Added:
		word, colour = catalogue.DiffAdded, theme.Green
	case x.Change == language.Removed:
		word, colour = catalogue.DiffRemoved, theme.Red
	case x.Before == x.After:
		word = catalogue.DiffMoved
	}
	head := widgets.NewNote(word.In(d.lang)+"　"+d.placeName(now, was, x), colour, 1)
	text := sideBySide(
		widgets.NewCompared(language.Diff(brief.Plain(x.Before.ZH), brief.Plain(x.After.ZH))),
		widgets.NewCompared(language.Diff(brief.Plain(x.Before.EN), brief.Plain(x.After.EN))))
	card := widgets.NewCard(widgets.NewPile(4, head, text), 10)
	if at := x.At; x.Change != language.Removed || x.Kind == "" {
		card.OnTapped = func() {
			hide()
			at.Language = d.lang
			d.editor.Reveal(at, true)
		}
	}
	return card
}

// placeName names the place of a difference: its section and its kind.
func (d *Desk) placeName(now, was *brief.Brief, x brief.Difference) string {
	section := func(b *brief.Brief) string {
		if s, _ := b.Section(x.At.Section); s != nil {
			return brief.Plain(s.Heading.In(d.lang))
		}
		if _, i, _ := b.Block(x.At.Block); i >= 0 {
			return brief.Plain(b.Sections[i].Heading.In(d.lang))
		}
		return ""
	}
	name := section(now)
	if name == "" {
		name = section(was)
	}
	if x.Kind == "" {
		return name
	}
	kind := catalogue.BlockKind(x.Kind).In(d.lang)
	if name == "" {
		return kind
	}
	return name + " · " + kind
}
