//go:build ignore

// Conformance writes PDFs for an independent checker to look at:
//
//	go run .ci/conformance.go DIRECTORY
//
// They are the finished sample, a filled draft of every template and a brief
// with every kind of block, each in every layout, both languages and each
// alone, either leading, as a trainer's copy and as an official document.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"celun/app"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/template"
	"celun/app/typeset"
	"celun/assets"
	"celun/templates"
)

func main() {
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "conformance:", err)
		os.Exit(1)
	}
}

func run(dir string) error {
	a := app.New(assets.Files, templates.Files)
	sample, err := a.Sample()
	if err != nil {
		return err
	}
	every, err := read("app/pdf/testdata/every-kind.json")
	if err != nil {
		return err
	}
	specimen, err := withPictures("app/typeset/testdata", "specimen.json", "specimen-sign.png", "specimen-view.jpg", "specimen-logo.png")
	if err != nil {
		return err
	}
	covered := specimen.Clone()
	covered.Meta.Cover = true
	names := []string{"sample", "every-kind", "specimen", "specimen-cover"}
	briefs := []*brief.Brief{sample, every, specimen, covered}
	all, err := a.Templates()
	if err != nil {
		return err
	}
	for _, t := range all {
		b, _, err := a.NewFromTemplate(t.ID, template.Choice{
			Challenges: []string{"C1", "C2", "C3", "C4"}, ID: "draft", Date: "2026-11-22",
		})
		if err != nil {
			return fmt.Errorf("%s: %w", t.ID, err)
		}
		names = append(names, "draft-"+t.ID)
		briefs = append(briefs, b)
	}
	for i, b := range briefs {
		for _, layout := range []brief.Layout{brief.Parallel, brief.Stacked, brief.Facing, brief.Sequential} {
			if err := export(a, b, filepath.Join(dir, names[i]+"-"+string(layout)+".pdf"), app.Both, typeset.Options{Layout: layout}); err != nil {
				return err
			}
		}
		for _, only := range []app.Edition{app.OnlyChinese, app.OnlyEnglish} {
			if err := export(a, b, filepath.Join(dir, names[i]+"-"+string(only)+".pdf"), only, typeset.Options{}); err != nil {
				return err
			}
		}
		if err := export(a, b, filepath.Join(dir, names[i]+"-trainer.pdf"), app.Both, typeset.Options{Trainer: true}); err != nil {
			return err
		}
		if err := export(a, b, filepath.Join(dir, names[i]+"-official.pdf"), app.OnlyChinese, typeset.Options{Style: brief.OfficialStyle}); err != nil {
			return err
		}
		o := typeset.Options{Lead: language.EN, Paper: typeset.Letter, Landscape: true}
		if err := export(a, b, filepath.Join(dir, names[i]+"-english-first.pdf"), app.Both, o); err != nil {
			return err
		}
	}
	return nil
}

func read(path string) (*brief.Brief, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	b := &brief.Brief{}
	if err := json.Unmarshal(data, b); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return b, b.Validate()
}

// withPictures reads a brief and the pictures beside it, which are its media.
func withPictures(folder, name string, pictures ...string) (*brief.Brief, error) {
	b, err := read(filepath.Join(folder, name))
	if err != nil {
		return nil, err
	}
	for _, p := range pictures {
		data, err := os.ReadFile(filepath.Join(folder, p))
		if err != nil {
			return nil, err
		}
		if _, err := (brief.SetMedia{Name: "media/" + p, Data: data}).Apply(b); err != nil {
			return nil, err
		}
	}
	return b, nil
}

func export(a *app.App, b *brief.Brief, path string, e app.Edition, o typeset.Options) error {
	_, err := a.Export(context.Background(), b, app.ExportOptions{Out: path, Edition: e, Page: o})
	return err
}
