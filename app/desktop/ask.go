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
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"
)

// fail tells the user of an error: what, where and what to do.
func (d *Desk) fail(err error) {
	text := widgets.NewProse(language.Say(err, d.lang))
	d.tell(catalogue.ThatFailed, text, fyne.NewSize(480, 180))
}

// tell shows something with a button to close it, which has the focus.
func (d *Desk) tell(title language.Text, content fyne.CanvasObject, size fyne.Size) {
	box := dialog.NewCustomWithoutButtons(title.In(d.lang), widgets.NewInset(content, 8, 8, 12, 8), d.window)
	closing := widgets.NewButton(widgets.Plain, catalogue.Close.In(d.lang), nil, box.Hide)
	closing.OnEscape = box.Hide
	box.SetButtons([]fyne.CanvasObject{closing})
	box.Resize(size)
	box.Show()
	d.window.Canvas().Focus(closing)
}

// leave goes on with next when the open document may be left: it is saved,
// or the user says that it need not be.
func (d *Desk) leave(next func()) {
	if !d.dirty() {
		next()
		return
	}
	if d.asked {
		return
	}
	d.asked = true
	text := widgets.NewProse(fmt.Sprintf(catalogue.UnsavedQuestion.In(d.lang), d.name()))
	box := dialog.NewCustomWithoutButtons(catalogue.UnsavedChanges.In(d.lang), widgets.NewInset(text, 8, 8, 12, 8), d.window)
	answer := func(then func()) func() {
		return func() {
			d.asked = false
			box.Hide()
			if then != nil {
				then()
			}
		}
	}
	save := widgets.NewButton(widgets.Primary, catalogue.Save.In(d.lang), nil, answer(func() { d.saveThen(next) }))
	stay := widgets.NewButton(widgets.Plain, catalogue.Cancel.In(d.lang), nil, answer(nil))
	drop := widgets.NewButton(widgets.Plain, catalogue.DontSave.In(d.lang), nil, answer(next))
	for _, b := range []*widgets.Button{save, stay, drop} {
		b.OnEscape = stay.OnTapped
	}
	box.SetButtons([]fyne.CanvasObject{stay, drop, save})
	box.Resize(fyne.NewSize(460, 170))
	box.Show()
	d.window.Canvas().Focus(save)
}

// askPath asks for a path to write to, offering one; a file that exists is
// replaced only after a question.
func (d *Desk) askPath(title, confirm language.Text, offered, ext string, chosen func(path string)) {
	path := widgets.NewLineEntry(offered)
	browse := widget.NewButton(catalogue.Browse.In(d.lang), func() { d.browse(path.Text, path.SetText) })
	field := container.NewBorder(nil, nil, nil, browse, path)
	label := widgets.NewNote(catalogue.FileAndFolder.In(d.lang), theme.Muted, 1)
	var box *dialog.ConfirmDialog
	done := func(ok bool) {
		to := strings.TrimSpace(path.Text)
		if !ok || to == "" {
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
		question := dialog.NewConfirm(title.In(d.lang), fmt.Sprintf(catalogue.ReplaceFile.In(d.lang), filepath.Base(to)), func(yes bool) {
			if yes {
				chosen(to)
			}
		}, d.window)
		question.SetConfirmText(catalogue.Replace.In(d.lang))
		question.SetDismissText(catalogue.Cancel.In(d.lang))
		question.Show()
	}
	box = dialog.NewCustomConfirm(title.In(d.lang), confirm.In(d.lang), catalogue.Cancel.In(d.lang),
		widgets.NewInset(widgets.NewPile(6, label, field), 8, 4, 12, 4), done, d.window)
	path.OnEscape = func() { box.Hide() }
	path.OnSubmitted = func(string) {
		box.Hide()
		done(true)
	}
	box.Resize(fyne.NewSize(620, 180))
	box.Show()
	d.window.Canvas().Focus(path)
	path.SelectAll()
}
