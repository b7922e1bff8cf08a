// Package export asks how a brief becomes a PDF, shows how far it is, and
// then offers to open what was made.
//
//	export.Ask(window, export.Params{Language: language.ZH, Path: "gap.pdf", Run: run})
package export

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"celun/app"
	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/typeset"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Params are what an export needs from the window.
type Params struct {
	Language language.Language
	// Post has a function called on the main thread.
	Post    func(func())
	Options app.ExportOptions // what is chosen at first; Out is the path that is offered
	// Run exports. It is called on another goroutine; Progress is set.
	Run func(context.Context, app.ExportOptions) (app.Exported, error)
	// Replaces reports whether there is a file at a path that the user should
	// be asked about.
	Replaces func(path string) bool
	// Failed shows an error.
	Failed func(error)
	// Open opens a file or folder with the system's program for it.
	Open func(path string)
	// Browse asks for another path and calls back with it.
	Browse func(path string, chosen func(string))
	// Done is called after an export with what was chosen.
	Done func(app.ExportOptions)
}

// Ask shows the dialog of an export.
func Ask(w fyne.Window, p Params) {
	lang := p.Language
	o := p.Options
	say := func(ts []language.Text) []string {
		s := make([]string, len(ts))
		for i, t := range ts {
			s[i] = t.In(lang)
		}
		return s
	}
	editions := []app.Edition{app.Both, app.OnlyChinese, app.OnlyEnglish, app.All}
	edition := widget.NewSelect(say([]language.Text{
		catalogue.Languages(nil), catalogue.Languages([]language.Language{language.ZH}),
		catalogue.Languages([]language.Language{language.EN}), catalogue.AllEditions,
	}), nil)
	layouts := []brief.Layout{brief.Parallel, brief.Stacked, brief.Facing, brief.Sequential}
	var names []language.Text
	for _, l := range layouts {
		names = append(names, catalogue.Layout(l))
	}
	layout := widget.NewSelect(say(names), nil)
	papers := []typeset.Paper{typeset.A4, typeset.A3, typeset.Letter}
	paper := widget.NewSelect([]string{"A4", "A3", "US Letter"}, nil)
	across := widget.NewCheck(catalogue.Landscape.In(lang), nil)
	across.Checked = o.Page.Landscape
	path := widgets.NewLineEntry(o.Out)

	choose(edition, editions, o.Edition)
	choose(layout, layouts, o.Page.Layout)
	choose(paper, papers, o.Page.Paper)

	browse := widget.NewButton(catalogue.Browse.In(lang), func() {
		p.Browse(path.Text, func(s string) { path.SetText(s) })
	})
	form := widget.NewForm(
		widget.NewFormItem(catalogue.Edition.In(lang), edition),
		widget.NewFormItem(catalogue.PageLayout.In(lang), layout),
		widget.NewFormItem(catalogue.Paper.In(lang), container.NewBorder(nil, nil, nil, across, paper)),
		widget.NewFormItem(catalogue.PDFFile.In(lang), container.NewBorder(nil, nil, nil, browse, path)),
	)
	var d *dialog.ConfirmDialog
	run := func(ok bool) {
		if !ok {
			return
		}
		o.Edition = editions[edition.SelectedIndex()]
		o.Page.Layout = layouts[layout.SelectedIndex()]
		o.Page.Paper = papers[paper.SelectedIndex()]
		o.Page.Landscape = across.Checked
		o.Out = strings.TrimSpace(path.Text)
		if o.Out == "" {
			return
		}
		if filepath.Ext(o.Out) == "" {
			o.Out += ".pdf"
		}
		if !p.Replaces(o.Out) {
			start(w, p, o)
			return
		}
		question := dialog.NewConfirm(catalogue.Export.In(lang), fmt.Sprintf(catalogue.ReplaceFile.In(lang), filepath.Base(o.Out)), func(yes bool) {
			if yes {
				start(w, p, o)
			}
		}, w)
		question.SetConfirmText(catalogue.Replace.In(lang))
		question.SetDismissText(catalogue.Cancel.In(lang))
		question.Show()
	}
	d = dialog.NewCustomConfirm(catalogue.ExportPDF.In(lang), catalogue.Export.In(lang), catalogue.Cancel.In(lang), form, run, w)
	path.OnEscape = func() { d.Hide() }
	path.OnSubmitted = func(string) {
		d.Hide()
		run(true)
	}
	d.Resize(fyne.NewSize(600, 300))
	d.Show()
	w.Canvas().Focus(path)
	path.SelectAll()
}

// choose selects a value, or the first one.
func choose[T comparable](s *widget.Select, values []T, v T) {
	s.SetSelectedIndex(0)
	for i, x := range values {
		if x == v {
			s.SetSelectedIndex(i)
		}
	}
}

// start exports on another goroutine and shows how far it is.
func start(w fyne.Window, p Params, o app.ExportOptions) {
	lang := p.Language
	ctx, cancel := context.WithCancel(context.Background())
	bar := widget.NewProgressBarInfinite()
	share := widget.NewProgressBar()
	share.Hide()
	says := widgets.NewProse(catalogue.SettingPages.In(lang))
	body := widgets.NewPile(12, says, container.NewStack(bar, share))
	d := dialog.NewCustom(catalogue.ExportPDF.In(lang), catalogue.Cancel.In(lang), widgets.NewInset(body, 4, 4, 8, 4), w)
	over := false
	d.SetOnClosed(func() {
		if !over {
			cancel()
		}
	})
	d.Resize(fyne.NewSize(440, 170))
	d.Show()
	o.Progress = func(done, total int) {
		p.Post(func() {
			bar.Hide()
			share.Show()
			says.SetText(catalogue.WritingPDF.In(lang))
			if total > 0 {
				share.SetValue(float64(done) / float64(total))
			}
		})
	}
	go func() {
		made, err := p.Run(ctx, o)
		p.Post(func() {
			cancelled := ctx.Err() != nil
			over = true
			d.Hide()
			bar.Stop()
			cancel()
			switch {
			case cancelled && (err == nil || errors.Is(err, context.Canceled)) && len(made.Files) == 0:
			case err != nil:
				p.Failed(err)
			default:
				o.Progress = nil
				p.Done(o)
				finished(w, p, made)
			}
		})
	}()
}

// finished says what was made, and offers to open it.
func finished(w fyne.Window, p Params, made app.Exported) {
	lang := p.Language
	var lines []fyne.CanvasObject
	for _, f := range made.Files {
		name := widgets.NewProse(filepath.Base(f.Path))
		name.Bold = true
		format := catalogue.PageCount
		if f.Pages == 1 {
			format = catalogue.PageCountOne
		}
		about := widgets.NewNote(fmt.Sprintf(format.In(lang), f.Pages)+" · "+filepath.Dir(f.Path), theme.Muted, 2)
		lines = append(lines, widgets.NewPile(0, name, about))
	}
	seen := map[string]bool{}
	for _, warning := range made.Warnings {
		if text := warning.Text.In(lang); !seen[text] && len(seen) < 3 {
			seen[text] = true
			lines = append(lines, widgets.NewNote(text, theme.Amber, 3))
		}
	}
	d := dialog.NewCustomWithoutButtons(catalogue.Exported.In(lang), widgets.NewInset(widgets.NewPile(10, lines...), 4, 4, 8, 4), w)
	open := widgets.NewButton(widgets.Primary, catalogue.OpenPDF.In(lang), fynetheme.DocumentIcon(), func() {
		d.Hide()
		p.Open(made.Files[0].Path)
	})
	folder := widgets.NewButton(widgets.Plain, catalogue.ShowFolder.In(lang), fynetheme.FolderIcon(), func() {
		d.Hide()
		p.Open(filepath.Dir(made.Files[0].Path))
	})
	closing := widgets.NewButton(widgets.Plain, catalogue.Close.In(lang), nil, d.Hide)
	for _, b := range []*widgets.Button{open, folder, closing} {
		b.OnEscape = d.Hide
	}
	d.SetButtons([]fyne.CanvasObject{closing, folder, open})
	d.Resize(fyne.NewSize(480, 200))
	d.Show()
	w.Canvas().Focus(closing)
}
