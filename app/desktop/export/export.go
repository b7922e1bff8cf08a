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
	"slices"
	"strings"

	"celun/app"
	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/icon"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/typeset"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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
	// Open opens a file with the system's program for it, Show shows it in its
	// folder.
	Open, Show func(path string)
	// Browse asks for another path and calls back with it.
	Browse func(path string, chosen func(string))
	// Done is called after an export with what was chosen.
	Done func(app.ExportOptions)
}

// A form is the dialog's questions.
type form struct {
	Params
	window fyne.Window
	o      app.ExportOptions
	path   *widgets.LineEntry
	files  *widgets.Prose // that will be written
}

var (
	editions = []app.Edition{app.Both, app.OnlyChinese, app.OnlyEnglish, app.All}
	layouts  = []brief.Layout{brief.Parallel, brief.Stacked, brief.Facing, brief.Sequential}
	papers   = []typeset.Paper{typeset.A4, typeset.A3, typeset.Letter}
)

// Ask shows the dialog of an export.
func Ask(w fyne.Window, p Params) {
	lang := p.Language
	f := &form{Params: p, window: w, o: p.Options, path: widgets.NewPathEntry(p.Options.Out), files: widgets.NewNote("", theme.Muted, 2)}
	say := func(ts ...language.Text) []string {
		s := make([]string, len(ts))
		for i, t := range ts {
			s[i] = t.In(lang)
		}
		return s
	}
	edition := widgets.NewOptions(at(editions, f.o.Edition), say(
		catalogue.Languages(nil), catalogue.Languages([]language.Language{language.ZH}),
		catalogue.Languages([]language.Language{language.EN}), catalogue.AllEditions)...)
	edition.OnChanged = func(i int) {
		f.o.Edition = editions[i]
		f.changed()
	}
	var names []language.Text
	for _, l := range layouts {
		names = append(names, catalogue.Layout(l))
	}
	layout := widgets.NewOptions(at(layouts, f.o.Page.Layout), say(names...)...)
	layout.OnChanged = func(i int) { f.o.Page.Layout = layouts[i] }
	var sheets []string
	for _, p := range papers {
		sheets = append(sheets, catalogue.PaperName(p))
	}
	paper := widgets.NewOptions(at(papers, f.o.Page.Paper), sheets...)
	paper.OnChanged = func(i int) { f.o.Page.Paper = papers[i] }
	across := widgets.NewCheck(catalogue.Landscape.In(lang), f.o.Page.Landscape, func(on bool) { f.o.Page.Landscape = on })
	trace := widgets.NewCheck(catalogue.WithTrace.In(lang), f.o.Trace, func(on bool) { f.o.Trace = on })
	browse := widgets.NewButton(widgets.Plain, catalogue.Browse.In(lang), icon.Folder, func() { p.Browse(f.path.Text, f.path.SetText) })
	f.path.OnChanged = func(string) { f.changed() }
	body := widgets.NewPile(
		12,
		row(catalogue.Edition.In(lang), edition),
		row(catalogue.PageLayout.In(lang), layout),
		row(catalogue.Paper.In(lang), paper),
		row("", widgets.NewLine(24, -1, across, trace)),
		row(catalogue.PDFFile.In(lang), widgets.NewPile(4, widgets.NewLine(8, 0, f.path, browse), f.files)),
	)
	f.changed()
	d := widgets.ShowDialog(w, catalogue.ExportPDF.In(lang), body, fyne.NewSize(680, 380),
		widgets.Answer{Label: catalogue.Cancel.In(lang), Rank: widgets.Plain},
		widgets.Answer{Label: catalogue.Export.In(lang), Icon: icon.Export, Rank: widgets.Primary, Run: f.run})
	d.FocusOn(f.path)
}

// row is a name with what belongs to it beside it.
func row(name string, o fyne.CanvasObject) fyne.CanvasObject { return widgets.NewNamed(name, 84, o) }

// at returns where a value stands, or 0.
func at[T comparable](values []T, v T) int { return max(0, slices.Index(values, v)) }

// changed says which files will be written.
func (f *form) changed() {
	f.o.Out = strings.TrimSpace(f.path.Text)
	if f.o.Out != "" && filepath.Ext(f.o.Out) == "" {
		f.o.Out += ".pdf"
	}
	var names []string
	for _, path := range f.o.Paths() {
		names = append(names, filepath.Base(path))
	}
	text := fmt.Sprintf(catalogue.WillWrite.In(f.Language), catalogue.Names(names).In(f.Language))
	if f.o.Out == "" || len(names) < 2 {
		text = ""
	}
	f.files.SetText(text)
}

// run exports, after a question if files would be replaced.
func (f *form) run() {
	f.changed()
	if f.o.Out == "" {
		return
	}
	lang := f.Language
	var replaced []string
	for _, path := range f.o.Paths() {
		if f.Replaces(path) {
			replaced = append(replaced, filepath.Base(path))
		}
	}
	if len(replaced) == 0 {
		start(f.window, f.Params, f.o, false)
		return
	}
	question := fmt.Sprintf(catalogue.ReplaceFile.In(lang), replaced[0])
	if len(replaced) > 1 {
		question = fmt.Sprintf(catalogue.ReplaceFiles.In(lang), catalogue.Names(replaced).In(lang))
	}
	widgets.ShowDialog(f.window, catalogue.ExportPDF.In(lang), widgets.NewProse(question), fyne.NewSize(440, 150),
		widgets.Answer{Label: catalogue.Cancel.In(lang), Rank: widgets.Plain},
		widgets.Answer{Label: catalogue.Replace.In(lang), Rank: widgets.Primary, Run: func() { start(f.window, f.Params, f.o, false) }})
}

// Again exports once more as Options say, without a question, and says so in
// passing.
func Again(w fyne.Window, p Params) { start(w, p, p.Options, true) }

// start exports on another goroutine and shows how far it is.
func start(w fyne.Window, p Params, o app.ExportOptions, quiet bool) {
	lang := p.Language
	ctx, cancel := context.WithCancel(context.Background())
	bar := widget.NewProgressBarInfinite()
	share := widget.NewProgressBar()
	share.Hide()
	share.TextFormatter = func() string { return "" } // it is said over it
	says := widgets.NewProse(catalogue.SettingPages.In(lang))
	bars := container.NewStack(bar, share)
	slim := widgets.NewArranged(100, func(width, _ float32, place widgets.Place) float32 {
		const high = 8
		place(bars, 0, 0, width, high)
		return high
	}, bars)
	body := widgets.NewPile(12, says, slim)
	d := widgets.ShowDialog(w, catalogue.ExportPDF.In(lang), body, fyne.NewSize(440, 160),
		widgets.Answer{Label: catalogue.Cancel.In(lang), Rank: widgets.Plain, Run: cancel})
	g := gauge{post: p.Post, show: func(percent int) {
		if !share.Visible() {
			bar.Stop()
			bar.Hide()
			share.Show()
		}
		says.SetText(fmt.Sprintf("%s %d%%", catalogue.WritingPDF.In(lang), percent))
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
				if quiet {
					p.Say(again(made, lang))
					return
				}
				Finished(w, p, made)
			}
		})
	}()
}

// again says in a line what was made once more.
func again(made app.Exported, l language.Language) string {
	var names []string
	for _, f := range made.Files {
		names = append(names, filepath.Base(f.Path))
	}
	return fmt.Sprintf(catalogue.ExportedAgain.In(l), catalogue.Names(names).In(l))
}

// Finished says what was made, and offers to open it and to show it in its
// folder: of the Params it needs the language and Open and Show.
func Finished(w fyne.Window, p Params, made app.Exported) {
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
	widgets.ShowDialog(w, catalogue.Exported.In(lang), widgets.NewPile(10, lines...), fyne.NewSize(480, 150+52*float32(len(lines))),
		widgets.Answer{Label: catalogue.Close.In(lang), Rank: widgets.Plain},
		widgets.Answer{Label: catalogue.ShowFolder.In(lang), Icon: icon.Folder, Rank: widgets.Plain, Run: func() { p.Show(first) }},
		widgets.Answer{Label: catalogue.OpenPDF.In(lang), Icon: icon.Pages, Rank: widgets.Primary, Run: func() { p.Open(first) }})
}
