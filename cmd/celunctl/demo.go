package main

import (
	"context"
	"path/filepath"

	"celun/app"
	"celun/app/language"
	"celun/app/store"
)

// demoName is what the files of demo are called.
const demoName = "digital-diplomacy"

func demoCommand() command {
	return command{
		name: "demo", usage: "[--out DIR]",
		does: language.Text{ZH: "写出做好的样例：简报和三份 PDF（双语、中文、英文）", EN: "Writes the finished sample: the brief and three PDFs (both languages, Chinese, English)"},
		flags: []flag{{
			name: "--out", value: "DIR",
			does: language.Text{ZH: "写入的文件夹，缺省为 out", EN: "the folder to write to, out if not given"},
		}},
		run: func(p *program, ctx context.Context, a arguments) (int, error) {
			dir := a.get("--out")
			if dir == "" {
				dir = "out"
			}
			b, err := p.app.Sample()
			if err != nil {
				return couldNotRun, err
			}
			if err := store.CreateDir(dir); err != nil {
				return couldNotRun, err
			}
			files := []string{filepath.Join(dir, demoName+".celun")}
			if err := p.save(ctx, files[0], b); err != nil {
				return couldNotRun, err
			}
			result, err := p.app.Export(ctx, b, app.ExportOptions{Out: filepath.Join(dir, demoName+".pdf"), Edition: app.All})
			if err != nil {
				return couldNotRun, err
			}
			for _, f := range result.Files {
				files = append(files, f.Path)
			}
			if p.json {
				return done, p.encode(map[string][]string{"files": files})
			}
			for _, f := range files {
				p.say(language.Text{ZH: "已写入 " + f, EN: "Wrote " + f})
			}
			return done, nil
		},
	}
}
