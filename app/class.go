package app

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"slices"

	"celun/app/brief"
	"celun/app/handout"
	"celun/app/language"
	"celun/app/pdf"
	"celun/app/store"
	"celun/app/typeset"
)

// HandoutOptions say how a trainer's set is made.
type HandoutOptions struct {
	Dir      string // where the files go; made if need be
	Variants int    // worksheets
	Seed     uint64
	Names    []string // of the participants
	Single   bool     // all worksheets in one file
	Page     typeset.Options
	// Progress, if set, is told how many of the files are made.
	Progress func(done, total int)
}

// A ClassFile is one file of a trainer's set.
type ClassFile struct {
	Path     string
	Audience brief.Reader
	Variant  string // code of a worksheet
	Pages    int
}

// A Class is a trainer's set. If anything leaks, no file was written.
type Class struct {
	Files []ClassFile
	Leaks []handout.Leak
}

// The templates that a set is made with.
const (
	worksheetTemplate = "worksheet"
	glossaryTemplate  = "glossary"
	mapTemplate       = "argument-map"
	lessonTemplate    = "training-handout"
)

// Lesson derives a training handout from a brief, to be worked on.
func (a *App) Lesson(b *brief.Brief) (*brief.Brief, error) {
	lib, err := a.Library()
	if err != nil {
		return nil, err
	}
	t, err := a.Template(lessonTemplate)
	if err != nil {
		return nil, err
	}
	lesson, err := handout.Derive(b, lib, t)
	if err != nil {
		return nil, err
	}
	lesson.ID = brief.NewID()
	return lesson, nil
}

// Handout makes the trainer's set of a brief, or of the lesson that is derived
// from one that is none, and writes its files, if nothing
// of what is for the trainer can be read in any file of the participants'.
func (a *App) Handout(ctx context.Context, b *brief.Brief, o HandoutOptions) (Class, error) {
	lib, err := a.Library()
	if err != nil {
		return Class{}, err
	}
	options := handout.Options{Variants: o.Variants, Seed: o.Seed, Names: o.Names, Single: o.Single}
	if options.Worksheet, err = a.Template(worksheetTemplate); err != nil {
		return Class{}, err
	}
	if options.Glossary, err = a.Template(glossaryTemplate); err != nil {
		return Class{}, err
	}
	if options.Map, err = a.Template(mapTemplate); err != nil {
		return Class{}, err
	}
	if options.Lesson, err = a.Template(lessonTemplate); err != nil {
		return Class{}, err
	}
	set, err := handout.Make(b, lib, options)
	if err != nil {
		return Class{}, err
	}
	c := &class{app: a, set: set, options: o, total: len(set.Documents) + 1}
	at := handout.Pages{}
	for _, d := range set.Documents {
		doc, err := c.add(ctx, d)
		if err != nil {
			return Class{}, err
		}
		if d.Name == "handout" {
			at = handout.PagesOf(doc)
		}
	}
	if _, err := c.add(ctx, set.Guide(at)); err != nil {
		return Class{}, err
	}
	if len(c.made.Leaks) > 0 {
		return Class{Files: []ClassFile{}, Leaks: c.made.Leaks}, nil
	}
	if err := ctx.Err(); err != nil { // the last moment to leave no file
		return Class{}, err
	}
	if err := store.CreateDir(o.Dir); err != nil {
		return Class{}, err
	}
	for i, f := range c.made.Files {
		if err := store.Write(f.Path, c.contents[i]); err != nil {
			return Class{}, err
		}
	}
	return c.made, nil
}

// A class is a set on its way to its files.
type class struct {
	app      *App
	set      *handout.Set
	options  HandoutOptions
	made     Class
	contents [][]byte
	total    int
}

// add exports one document and looks for leaks in it.
func (c *class) add(ctx context.Context, d handout.Document) (*typeset.Document, error) {
	page := c.options.Page
	page.Trainer = d.Page.Trainer
	if d.Page.Paper != "" {
		page.Paper, page.Landscape = d.Page.Paper, d.Page.Landscape
	}
	setter, err := c.app.setterFor(d.Brief)
	if err != nil {
		return nil, err
	}
	doc, err := setter.Set(ctx, d.Brief, page)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := pdf.Write(ctx, &out, doc, c.app.faces, pdf.Options{Version: Version()}); err != nil {
		return nil, err
	}
	name := d.Name + ".pdf"
	c.made.Files = append(c.made.Files, ClassFile{filepath.Join(c.options.Dir, name), d.Audience, d.Variant, len(doc.Pages)})
	c.contents = append(c.contents, out.Bytes())
	if d.Audience == brief.Participant {
		said, err := pdf.Said(out.Bytes())
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		c.made.Leaks = append(c.made.Leaks, c.set.Leaks(name, said)...)
		for _, p := range c.set.Pairings(d.Brief) {
			c.made.Leaks = append(c.made.Leaks, handout.Leak{
				File: name, Block: p.Block, Text: p.Challenge.Title.ZH + " – " + p.Answer.Title.ZH,
				Where: language.Text{ZH: "挑战与对策的配对", EN: "a challenge paired with its answer"},
			})
		}
		if d.Variant != "" && !slices.ContainsFunc(said, func(x pdf.Saying) bool { return x.Page == 1 && bytes.Contains([]byte(x.Text), []byte(d.Variant)) }) {
			return nil, fmt.Errorf("%s: the code %s is not on its first page", name, d.Variant)
		}
	}
	if c.options.Progress != nil {
		c.options.Progress(len(c.made.Files), c.total)
	}
	return doc, nil
}
