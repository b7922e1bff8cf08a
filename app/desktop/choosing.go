package desktop

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"celun/app/desktop/browse"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/chooser"
	"celun/app/desktop/widgets"
	"celun/app/language"

	"fyne.io/fyne/v2"
)

// coverAfter is how long the desktop's dialog may take before the window is
// covered: one that is not there says so sooner, and nothing is to flash.
const coverAfter = 250 * time.Millisecond

// choose asks for a file or a folder: by the desktop's own dialog, or by ours
// where none answers.
func (d *Desk) choose(p browse.Params) {
	p.Language, p.Post = d.lang, d.post
	q := chooser.Question{Kind: chooser.Folder, Title: p.Title.In(d.lang), Confirm: p.Confirm.In(d.lang), Folder: p.Start}
	if p.Extension != "" {
		q.Kind = chooser.Open
		q.Endings = append([]string{p.Extension}, p.Also...)
		q.Files = d.filesWith(q.Endings)
	}
	d.askDesktop(q, p.Chosen, func() { browse.Ask(d.window, p) })
}

// filesWith is what files with some endings are called.
func (d *Desk) filesWith(endings []string) string {
	patterns := make([]string, len(endings))
	for i, e := range endings {
		patterns[i] = "*" + e
	}
	what := catalogue.FilesLike
	if len(endings) == 1 && endings[0] == extension {
		what = catalogue.BriefsLike
	}
	return fmt.Sprintf(what.In(d.lang), strings.Join(patterns, catalogue.ListComma.In(d.lang)))
}

// askDesktop asks by the desktop's own dialog, beside the main thread; chosen
// is told what the user chose, and none is called if there is no such dialog.
// Meanwhile the window takes no input: what was asked for belongs to how it is
// now.
func (d *Desk) askDesktop(q chooser.Question, chosen func(path string), none func()) {
	if d.native == nil {
		none()
		return
	}
	d.choosing++
	asked := d.choosing
	var cover *widgets.Dialog
	ctx, giveUp := context.WithCancel(context.Background())
	over := func() bool { return d.choosing != asked }
	time.AfterFunc(coverAfter, func() {
		d.post(func() {
			if over() {
				return
			}
			cover = widgets.ShowDialog(d.window, q.Title, widgets.NewProse(catalogue.ChooseThere.In(d.lang)), fyne.NewSize(420, 150),
				widgets.Answer{Label: catalogue.Cancel.In(d.lang), Rank: widgets.Plain, Run: func() {
					d.choosing++
					giveUp()
				}})
		})
	})
	ask := d.native(d.window)
	go func() {
		defer giveUp()
		path, err := ask(ctx, q)
		d.post(func() {
			if over() {
				return
			}
			d.choosing++
			if cover != nil {
				cover.Hide()
			}
			switch {
			case errors.Is(err, chooser.ErrNone):
				none()
			case err == nil && path != "":
				chosen(path)
			}
		})
	}()
}

// askPath asks for a path to write to, offering one; a file that exists is
// replaced only after a question, which the desktop's own dialog asks itself.
func (d *Desk) askPath(title, confirm language.Text, offered, ext string, chosen func(path string)) {
	q := chooser.Question{
		Kind: chooser.Save, Title: title.In(d.lang), Confirm: confirm.In(d.lang),
		Folder: filepath.Dir(offered), Name: filepath.Base(offered), Endings: []string{ext},
	}
	q.Files = d.filesWith(q.Endings)
	d.askDesktop(q, func(path string) {
		if strings.EqualFold(filepath.Ext(path), ext) {
			chosen(path)
			return
		}
		d.notOver(title, path, ext, chosen) // with the ending it is another file
	}, func() { d.askPathHere(title, confirm, offered, ext, chosen) })
}
