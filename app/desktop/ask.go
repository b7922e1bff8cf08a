package desktop

import (
	"fmt"
	"path/filepath"
	"strings"

	"celun/app/desktop/catalogue"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"

	"fyne.io/fyne/v2"
)

// fail tells the user of an error: what, where and what to do.
func (d *Desk) fail(err error) {
	d.tell(catalogue.ThatFailed, trouble(err, d.lang), fyne.NewSize(480, 180))
}

// tell shows something with a button to close it.
func (d *Desk) tell(title language.Text, content fyne.CanvasObject, size fyne.Size) {
	widgets.ShowDialog(d.window, title.In(d.lang), content, size, widgets.Answer{Label: catalogue.Close.In(d.lang), Rank: widgets.Plain})
}

// leave goes on with next when the open document may be left: it is saved,
// or the user says that it need not be.
func (d *Desk) leave(next func()) {
	if !d.dirty() {
		next()
		return
	}
	// A file that could not be saved just now is asked about: one must be able
	// to leave without it.
	if doc := d.doc; doc.path != "" && doc.guard.readOnly == nil && !doc.guard.conflict && !doc.guard.failing && d.Kept != "" {
		d.saveThen(next) // it is saved by itself all the time
		return
	}
	if d.asked {
		return
	}
	d.asked = true
	answer := func(then func()) func() {
		return func() {
			d.asked = false
			if then != nil {
				then()
			}
		}
	}
	text := widgets.NewProse(fmt.Sprintf(catalogue.UnsavedQuestion.In(d.lang), d.name()))
	widgets.ShowDialog(d.window, catalogue.UnsavedChanges.In(d.lang), text, fyne.NewSize(460, 160),
		widgets.Answer{Label: catalogue.Cancel.In(d.lang), Rank: widgets.Plain, Run: answer(nil)},
		widgets.Answer{Label: catalogue.DontSave.In(d.lang), Rank: widgets.Plain, Run: answer(next)},
		widgets.Answer{Label: catalogue.Save.In(d.lang), Rank: widgets.Primary, Run: answer(func() { d.saveThen(next) })})
}

// askPathHere asks for a path in the window.
func (d *Desk) askPathHere(title, confirm language.Text, offered, ext string, chosen func(path string)) {
	path := widgets.NewPathEntry(offered)
	browse := widgets.NewButton(widgets.Plain, catalogue.Browse.In(d.lang), nil, func() { d.browse(path.Text, path.SetText) })
	label := widgets.NewNote(catalogue.FileAndFolder.In(d.lang), theme.Muted, 1)
	done := func() { d.notOver(title, path.Text, ext, chosen) }
	box := widgets.ShowDialog(d.window, title.In(d.lang), widgets.NewPile(6, label, widgets.NewLine(6, 0, path, browse)), fyne.NewSize(620, 170),
		widgets.Answer{Label: catalogue.Cancel.In(d.lang), Rank: widgets.Plain},
		widgets.Answer{Label: confirm.In(d.lang), Rank: widgets.Primary, Run: done})
	box.FocusOn(path)
}

// notOver calls chosen with a path that was typed, made whole; a file that
// exists is replaced only after a question.
func (d *Desk) notOver(title language.Text, typed, ext string, chosen func(path string)) {
	to := strings.TrimSpace(typed)
	if to == "" {
		return
	}
	if !strings.EqualFold(filepath.Ext(to), ext) {
		to += ext
	}
	if full, err := filepath.Abs(to); err == nil {
		to = full
	}
	if !exists(to) || d.doc != nil && to == d.doc.path {
		chosen(to)
		return
	}
	text := widgets.NewProse(fmt.Sprintf(catalogue.ReplaceFile.In(d.lang), filepath.Base(to)))
	widgets.ShowDialog(d.window, title.In(d.lang), text, fyne.NewSize(440, 150),
		widgets.Answer{Label: catalogue.Cancel.In(d.lang), Rank: widgets.Plain},
		widgets.Answer{Label: catalogue.Replace.In(d.lang), Rank: widgets.Primary, Run: func() { chosen(to) }})
}
