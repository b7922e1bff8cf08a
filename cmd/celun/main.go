// Celun opens the window: the start page, a file, or the finished sample.
//
//	celun [FILE] [--sample]
package main

import (
	"flag"
	"fmt"
	"os"
	"time"

	"celun/app"
	"celun/app/desktop"
	"celun/app/language"
	"celun/app/settings"
	"celun/assets"
	"celun/templates"
)

func main() {
	sample := flag.Bool("sample", false, "open the finished sample / 打开示例简报")
	flag.Usage = func() {
		fmt.Fprintln(os.Stderr, "celun [FILE] [--sample]")
		flag.PrintDefaults()
	}
	file := parse()
	crash := desktop.StartLog(settings.LogDir(), time.Now())
	memory, damaged := desktop.NewMemory(settings.Dir(), os.Getenv)
	err := desktop.Run(desktop.Params{
		App:     core(memory),
		Assets:  assets.Files,
		Memory:  memory,
		Kept:    settings.DataDir(),
		File:    file,
		Sample:  *sample,
		Trouble: damaged,
		Log:     settings.LogDir(),
		Crash:   crash,
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, "celun:", language.Say(err, memory.Language()))
		os.Exit(2)
	}
}

// parse reads the flags, which may stand before or after the file.
func parse() (file string) {
	flag.Parse()
	for flag.NArg() > 0 {
		if file != "" {
			flag.Usage()
			os.Exit(2)
		}
		file = flag.Arg(0)
		_ = flag.CommandLine.Parse(flag.Args()[1:])
	}
	return file
}

// core returns the core with the user's folders.
func core(memory *desktop.Memory) *app.App {
	return app.New(assets.Files, templates.Files, app.WithPacks(settings.PacksDir()), app.WithCache(settings.CacheDir()),
		app.WithFaces(settings.FontDirs()...), app.WithTemplates(settings.TemplatesDir()), app.WithUnit(memory.Unit))
}
