package main

import (
	"context"
	"runtime"
	"runtime/debug"

	"celun/app"
	"celun/app/language"
)

func versionCommand() command {
	return command{
		name: "version",
		does: language.Text{ZH: "显示版本", EN: "Shows the version"},
		run: func(p *program, _ context.Context, _ arguments) (int, error) {
			version, revision := app.Version(), ""
			if info, ok := debug.ReadBuildInfo(); ok {
				for _, s := range info.Settings {
					if s.Key == "vcs.revision" {
						revision = s.Value
					}
				}
			}
			if p.json {
				return done, p.encode(map[string]string{"version": version, "revision": revision, "go": runtime.Version()})
			}
			p.say(language.Text{ZH: "策论 " + version, EN: "Celun " + version})
			return done, nil
		},
	}
}
