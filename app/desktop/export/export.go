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
	// Say tells in passing what happened.
	Say func(string)
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

	browse := widgets.NewButton(widgets.Plain, catalogue.Browse.In(lang), nil, func() { p.Browse(path.Text, path.SetText) })
	form := widget.NewForm(
		widget.NewFormItem(catalogue.Edition.In(lang), edition),
		widget.NewFormItem(catalogue.PageLayout.In(lang), layout),
		widget.NewFormItem(catalogue.Paper.In(lang), container.NewBorder(nil, nil, nil, across, paper)),
		widget.NewFormItem(catalogue.PDFFile.In(lang), container.NewBorder(nil, nil, nil, browse, path)),
	)
	run := func() {
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
		var replaced []string
		for _, path := range o.Paths() {
			if p.Replaces(path) {
				replaced = append(replaced, filepath.Base(path))
			}
		}
		if len(replaced) == 0 {
			start(w, p, o)
			return
		}
		question := fmt.Sprintf(catalogue.ReplaceFile.In(lang), replaced[0])
		if len(replaced) > 1 {
			question = fmt.Sprintf(catalogue.ReplaceFiles.In(lang), catalogue.Names(replaced).In(lang))
		}
		text := widgets.NewProse(question)
		widgets.ShowDialog(w, catalogue.ExportPDF.In(lang), text, fyne.NewSize(440, 150),
			widgets.Answer{Label: catalogue.Cancel.In(lang), Rank: widgets.Plain},
			widgets.Answer{Label: catalogue.Replace.In(lang), Rank: widgets.Primary, Run: func() { start(w, p, o) }})
	}
	d := widgets.ShowDialog(w, catalogue.ExportPDF.In(lang), form, fyne.NewSize(600, 290),
		widgets.Answer{Label: catalogue.Cancel.In(lang), Rank: widgets.Plain},
		widgets.Answer{Label: catalogue.Export.In(lang), Rank: widgets.Primary, Run: run})
	d.FocusOn(path)
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
	d := widgets.ShowDialog(w, catalogue.ExportPDF.In(lang), body, fyne.NewSize(440, 160),
		widgets.Answer{Label: catalogue.Cancel.In(lang), Rank: widgets.Plain, Run: cancel})
	g := gauge{post: p.Post, show: func(percent int) {
		if !share.Visible() {
			bar.Stop()
			bar.Hide()
			share.Show()
			says.SetText(catalogue.WritingPDF.In(lang))
		}
		share.SetValue(float64(percent) / 100)
	}}
	o.Progress = g.progress
	go func() {
		made, err := p.Run(ctx, o)
		p.Post(func() {
			cancelled := ctx.Err() != nil
			if !cancelled {
				d.Hide()
			}
			bar.Stop()
			cancel()
			switch {
			case cancelled && len(made.Files) > 0: // it was written already when it was to stop
				o.Progress = nil
				p.Done(o)
				p.Say(fmt.Sprintf(catalogue.ExportedAllTheSame.In(lang), made.Files[0].Path))
			case cancelled && (err == nil || errors.Is(err, context.Canceled)):
				p.Say(catalogue.ExportCancelled.In(lang))
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
	first := made.Files[0].Path
	widgets.ShowDialog(w, catalogue.Exported.In(lang), widgets.NewPile(10, lines...), fyne.NewSize(480, 190),
		widgets.Answer{Label: catalogue.Close.In(lang), Rank: widgets.Plain},
		widgets.Answer{Label: catalogue.ShowFolder.In(lang), Icon: fynetheme.FolderIcon(), Rank: widgets.Plain, Run: func() { p.Open(filepath.Dir(first)) }},
		widgets.Answer{Label: catalogue.OpenPDF.In(lang), Icon: fynetheme.DocumentIcon(), Rank: widgets.Primary, Run: func() { p.Open(first) }})
}
