// Celunctl does the work of Celun without a window: it makes briefs from the
// arguments of an article, checks them and exports them as bilingual PDFs.
//
//	celunctl new --template policy-brief --answer C1,C2 --out gap.celun
//	celunctl check gap.celun
//	celunctl export gap.celun --out gap.pdf
//
// Every command takes --json where a program would read its output, asks
// nothing and never touches the network. It exits with 0, with 1 if it ran
// and found errors, or with 2 if it could not run, and then says why in one
// line on standard error, in Chinese or English as the locale or --lang says.
package main

import (
	"os"
	"runtime/debug"

	"celun/app"
	"celun/app/settings"
	"celun/app/template"
	"celun/assets"
	"celun/templates"
)

func main() {
	collectRarely()
	p := program{
		out: os.Stdout, err: os.Stderr, env: os.Getenv,
		app: app.New(assets.Files, templates.Files, app.WithPacks(settings.PacksDir()), app.WithFaces(settings.FontDirs()...),
			app.WithTemplates(settings.TemplatesDir()), app.WithUnit(func() template.Unit { return settings.LoadUnit(settings.Dir()) })),
	}
	os.Exit(p.run(os.Args[1:]))
}

// collectRarely lets the heap grow to five times what is in use before it is
// looked through: a command lives for a tenth of a second, most of what it
// makes it still needs at its end, and looking was an eighth of its work. A
// large heap is kept as tight as ever.
func collectRarely() {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(400)
		debug.SetMemoryLimit(512 << 20)
	}
}
