package desktop

import (
	"fmt"

	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/store"

	"fyne.io/fyne/v2"
)

// snapshotFolder is where the snapshots of a document are kept; empty when
// none are.
func (d *Desk) snapshotFolder(doc *document) string {
	if d.Kept == "" {
		return ""
	}
	return brief.SnapshotFolder(d.Kept, doc.history.Brief())
}

// takeSnapshot keeps the brief as it is now under a name.
func (d *Desk) takeSnapshot(name string, then func()) {
	doc := d.doc
	b, at, folder := doc.history.Brief(), d.now(), d.snapshotFolder(doc)
	go func() {
		data, err := brief.Encode(b, nil)
		var s store.Snapshot
		if err == nil {
			s, err = store.TakeSnapshot(folder, data, name, at)
		}
		d.post(func() {
			if err != nil {
				d.fail(err)
				return
			}
			d.say(fmt.Sprintf(catalogue.SnapshotTaken.In(d.lang), s.Name))
			if then != nil {
				then()
			}
		})
	}()
}

// showSnapshots lists the snapshots of the brief, to compare it with one or go
// back to one, and takes another.
func (d *Desk) showSnapshots() {
	folder := d.snapshotFolder(d.doc)
	go func() {
		all, err := store.Snapshots(folder)
		d.post(func() {
			if err != nil {
				d.fail(err)
				return
			}
			if d.doc != nil {
				d.listSnapshots(all)
			}
		})
	}()
}

func (d *Desk) listSnapshots(all []store.Snapshot) {
	var box *widgets.Dialog
	name := widgets.NewLineEntry("")
	name.SetPlaceHolder(catalogue.SnapshotName.In(d.lang))
	take := func() {
		if name.Text == "" {
			return
		}
		box.Hide()
		d.takeSnapshot(name.Text, d.showSnapshots)
	}
	button := widgets.NewButton(widgets.Plain, catalogue.TakeSnapshot.In(d.lang), nil, take)
	var rows []fyne.CanvasObject
	for _, s := range all {
		rows = append(rows, d.snapshotRow(s, func() { box.Hide() }))
	}
	if len(rows) == 0 {
		rows = append(rows, widgets.NewNote(catalogue.NoSnapshots.In(d.lang), theme.Muted, 0))
	}
	top := widgets.NewLine(8, 0, name, button)
	pile := widgets.NewPile(6, rows...)
	list := widgets.NewScroller(pile)
	content := widgets.NewArranged(300, func(width, _ float32, place widgets.Place) float32 {
		const most, bar = 380, 14
		h, all := top.MinSize().Height+12, fyne.Min(most, widgets.HeightFor(pile, width))
		place(top, 0, 0, width, h-12)
		place(list, 0, h, width+bar, all) // its bar stands in the edge of the dialog
		return h + all
	}, top, list)
	box = widgets.ShowDialog(d.window, catalogue.SnapshotsTitle.In(d.lang), content, fyne.NewSize(640, 460),
		widgets.Answer{Label: catalogue.Close.In(d.lang), Rank: widgets.Plain})
	box.FocusOn(name)
	name.OnSubmitted = func(string) { take() }
}

// snapshotRow is one line of the list.
func (d *Desk) snapshotRow(s store.Snapshot, hide func()) fyne.CanvasObject {
	title := widgets.NewProse(s.Name)
	title.Bold, title.MaxLines = s.Name != "", 1
	if s.Name == "" {
		title.SetText(catalogue.SnapshotAuto.In(d.lang))
		title.Color = theme.Muted
	}
	when := widgets.NewNote(s.At.Local().Format("2006-01-02 15:04"), theme.Muted, 1)
	compare := widgets.NewButton(widgets.Flat, catalogue.CompareWith.In(d.lang), nil, func() {
		hide()
		d.withSnapshot(s, func(b *brief.Brief) { d.compareSnapshot(s, b) })
	})
	back := widgets.NewButton(widgets.Flat, catalogue.GoBackTo.In(d.lang), nil, func() {
		hide()
		d.withSnapshot(s, d.backToSnapshot)
	})
	tools := widgets.NewLine(4, -1, compare, back)
	line := widgets.NewHairline()
	return widgets.NewArranged(300, func(width, _ float32, place widgets.Place) float32 {
		m := tools.MinSize()
		h := fyne.Max(m.Height, 40)
		w := width - m.Width - 12
		th, nh := title.MinSize().Height, when.MinSize().Height
		place(title, 0, (h-th-nh)/2, w, th)
		place(when, 0, (h-th-nh)/2+th, w, nh)
		place(tools, width-m.Width, (h-m.Height)/2, m.Width, m.Height)
		place(line, 0, h+3, width, 1)
		return h + 4
	}, title, when, tools, line)
}

// withSnapshot reads a snapshot beside the main thread.
func (d *Desk) withSnapshot(s store.Snapshot, then func(*brief.Brief)) {
	doc := d.doc
	go func() {
		b, _, err := readBrief(s.Path)
		d.post(func() {
			switch {
			case err != nil:
				d.fail(err)
			case d.doc == doc:
				then(b)
			}
		})
	}()
}

// backToSnapshot makes the brief what it was; it can be undone.
func (d *Desk) backToSnapshot(b *brief.Brief) {
	if d.do(brief.ReplaceAll{Brief: b}) == nil {
		d.say(catalogue.SnapshotBack.In(d.lang))
	}
}
