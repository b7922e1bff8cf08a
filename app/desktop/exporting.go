package desktop

import (
	"context"
	"path/filepath"
	"strings"

	"celun/app"
	"celun/app/desktop/export"
	"celun/app/settings"
	"celun/app/typeset"
)

// A run makes the PDFs.
type run func(context.Context, app.ExportOptions) (app.Exported, error)

// export asks how, and writes the PDF.
func (d *Desk) export() { d.exportWith(d.plainExport()) }

// plainExport exports the brief as it stands.
func (d *Desk) plainExport() run {
	doc := d.doc
	return func(ctx context.Context, o app.ExportOptions) (app.Exported, error) {
		return d.App.Export(ctx, doc.history.Brief(), o)
	}
}

// exportWith asks how to export, and has run do it.
func (d *Desk) exportWith(run run) { export.Ask(d.window, d.exportParams(run)) }

// exportAgain exports as the last time, or asks if there was none.
func (d *Desk) exportAgain() {
	run := d.doc.run
	if run == nil {
		run = d.plainExport()
	}
	p := d.exportParams(run)
	if d.lastExport() == nil {
		export.Ask(d.window, p)
		return
	}
	export.Again(d.window, p)
}

// lastExport returns how the open brief was exported last, or nil.
func (d *Desk) lastExport() *settings.Export {
	if d.doc.exported != nil {
		return d.doc.exported
	}
	if d.doc.path == "" {
		return nil
	}
	return d.Memory.Brief(d.doc.path).Export
}

func (d *Desk) exportParams(run run) export.Params {
	doc := d.doc
	return export.Params{
		Language: d.lang, Post: d.post, Options: d.exportOptions(), Failed: d.fail,
		Say:  func(s string) { d.status.Say(s) },
		Open: d.reveal, Show: d.showInFolder,
		Run: run, Browse: d.browse,
		Replaces: func(path string) bool {
			last := d.lastExport()
			return exists(path) && (last == nil || !ofOneExport(path, last.File))
		},
		Done: func(o app.ExportOptions) {
			doc.run = run
			d.exported(doc, o)
		},
	}
}

// ofOneExport reports whether a file is one of those that an export to a path
// writes.
func ofOneExport(file, out string) bool {
	stem := strings.TrimSuffix(out, filepath.Ext(out))
	return file == out || file == stem+".zh"+filepath.Ext(out) || file == stem+".en"+filepath.Ext(out)
}

// exportOptions returns what is offered: as this brief was exported last, or
// else as any was, beside the brief.
func (d *Desk) exportOptions() app.ExportOptions {
	b := d.doc.history.Brief()
	page := typeset.Options{Layout: b.Meta.Layout, Paper: b.Meta.Page.Paper, Landscape: b.Meta.Page.Landscape}
	if last := d.lastExport(); last != nil {
		page.Layout, page.Paper, page.Landscape = last.Layout, last.Paper, last.Landscape
		return app.ExportOptions{Out: last.File, Edition: app.Edition(last.Language), Page: page, Trace: last.Trace}
	}
	last := d.Memory.Export()
	at := filepath.Join(d.folder(), fileName(d.name())+".pdf")
	switch {
	case d.doc.path != "":
		at = strings.TrimSuffix(d.doc.path, filepath.Ext(d.doc.path)) + ".pdf"
	case last.Dir != "" && exists(last.Dir):
		at = filepath.Join(last.Dir, filepath.Base(at))
	}
	edition := app.Edition(last.Language)
	if len(d.choice.Languages) == 1 {
		edition = app.Edition(d.choice.Languages[0])
	}
	return app.ExportOptions{Out: at, Edition: edition, Page: page}
}

// exported remembers how a brief was exported.
func (d *Desk) exported(doc *document, o app.ExportOptions) {
	out := o.Out
	if full, err := filepath.Abs(out); err == nil {
		out = full
	}
	e := settings.Export{
		Dir: filepath.Dir(out), Layout: o.Page.Layout, Language: string(o.Edition),
		File: out, Paper: o.Page.Paper, Landscape: o.Page.Landscape, Trace: o.Trace,
	}
	doc.exported = &e
	d.Memory.SetExport(settings.Export{Dir: e.Dir, Layout: e.Layout, Language: e.Language})
	if doc.path != "" {
		d.Memory.Remember(doc.path, func(b *settings.Brief) { b.Export = &e })
	}
	d.showMenu()
}
