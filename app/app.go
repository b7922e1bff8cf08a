// Package app is what both programs share, the window and the commands: it
// opens the packs, the templates, the faces and the word list that they need,
// when they need them and once, and puts the rooms of the house together.
//
//	a := app.New(assets.Files, templates.Files)
//	b, report, err := a.NewFromTemplate("policy-brief", template.Choice{Challenges: []string{"C1"}, Date: "2026-11-22"})
//	doc, err := a.Pages(ctx, b, typeset.Options{Layout: brief.Parallel})
//	result, err := a.Export(ctx, b, app.ExportOptions{Out: "gap.pdf"})
//
// New costs nothing: no file is opened before it is asked for.
package app

import (
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"path"
	"sync"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/language/words"
	"celun/app/library"
	"celun/app/template"
	"celun/app/typeset"
	"celun/app/typeset/face"
	"celun/app/typeset/hyphen"
)

// An App holds what the programs share. It is safe for concurrent use.
type App struct {
	assets    fs.FS
	faces     *face.Set
	packs     string // the folder of the analyst's packs; see [WithPacks]
	cache     string // the folder of caches; see [WithCache]
	shelf     func() (*library.Shelf, error)
	templates func() (*template.Shelf, error)
	own       string // the folder of the analyst's templates; see [WithTemplates]
	unit      func() template.Unit
	patterns  func() (*hyphen.Patterns, error)
	whole     func() (*words.Dictionary, error)
}

// New returns an App with the contents of the folders assets and templates.
// Without options it knows nothing of the user's folders.
func New(assets, templates fs.FS, options ...Option) *App {
	a := &App{assets: assets, faces: face.NewSet(assets)}
	for _, o := range options {
		o(a)
	}
	a.shelf = sync.OnceValues(a.readPacks)
	a.templates = sync.OnceValues(func() (*template.Shelf, error) {
		builtIn, err := template.ReadAll(templates)
		if err != nil {
			return nil, err
		}
		return template.Open(a.own, builtIn), nil
	})
	a.patterns = sync.OnceValues(a.readPatterns)
	a.whole = sync.OnceValues(a.readWords)
	return a
}

// Faces returns the faces of pages.
func (a *App) Faces() *face.Set { return a.faces }

// TemplateShelf returns the templates at hand, to change one's own. A file
// that cannot be read is no error; see [template.Shelf.Troubles].
func (a *App) TemplateShelf() (*template.Shelf, error) { return a.templates() }

// Templates returns the built-in templates and one's own in the order in which
// they are shown.
func (a *App) Templates() ([]*template.Template, error) {
	s, err := a.templates()
	if err != nil {
		return nil, err
	}
	return s.All(), nil
}

// Template returns the template with the given id; that there is none is a
// [language.Problem].
func (a *App) Template(id string) (*template.Template, error) {
	all, err := a.Templates()
	if err != nil {
		return nil, err
	}
	ids := ""
	for _, t := range all {
		if t.ID == id {
			return t, nil
		}
		if ids != "" {
			ids += ", "
		}
		ids += t.ID
	}
	return nil, &language.Problem{
		What: language.Text{ZH: "没有“" + id + "”这个模板", EN: fmt.Sprintf("there is no template %q", id)},
		Do:   language.Text{ZH: "现有模板：" + ids, EN: "The templates are " + ids},
	}
}

// Dictionary returns the whole word list with the terms of the library. It
// takes about 0.2 s of processor time the first time, which is why [App.Pages]
// goes without it; a window loads it in the background.
func (a *App) Dictionary() (*words.Dictionary, error) { return a.whole() }

// Sample returns the finished sample brief.
func (a *App) Sample() (*brief.Brief, error) {
	data, err := fs.ReadFile(a.assets, "sample/brief.json")
	if err != nil {
		return nil, err
	}
	b := &brief.Brief{}
	if err := json.Unmarshal(data, b); err != nil {
		return nil, fmt.Errorf("sample: %w", err)
	}
	return b, b.Validate()
}

// NewFromTemplate fills the template with the given id. A choice that names no
// unit takes the one that the App was told of.
func (a *App) NewFromTemplate(id string, c template.Choice) (*brief.Brief, template.Report, error) {
	t, err := a.Template(id)
	if err != nil {
		return nil, template.Report{}, err
	}
	lib, err := a.Library()
	if err != nil {
		return nil, template.Report{}, err
	}
	if c.Unit.IsEmpty() && a.unit != nil {
		c.Unit = a.unit()
	}
	return template.Fill(t, lib, c)
}

// NewSetter returns a setter of pages in our faces, with English hyphenation.
// Breaks gives the phrases of a title (see [typeset.WithBreaks]); nil breaks
// titles anywhere.
func (a *App) NewSetter(breaks func(text string) []int) (*typeset.Setter, error) {
	p, err := a.patterns()
	if err != nil {
		return nil, err
	}
	return typeset.NewSetter(a.faces, typeset.WithHyphens(p), typeset.WithBreaks(breaks)), nil
}

// Length returns how long a brief is in l: the 字 or words of its sections as
// their limits count them.
func Length(b *brief.Brief, l language.Language) int {
	n := 0
	for i := range b.Sections {
		n += template.Length(&b.Sections[i], l)
	}
	return n
}

func (a *App) readPacks() (*library.Shelf, error) {
	names, err := fs.Glob(a.assets, "packs/*.yaml")
	if err != nil {
		return nil, err
	}
	packs := make([]*argument.Pack, 0, len(names))
	for _, n := range names {
		data, err := fs.ReadFile(a.assets, n)
		if err != nil {
			return nil, err
		}
		p, err := argument.ReadPublished(path.Base(n), data)
		if err != nil {
			return nil, err
		}
		packs = append(packs, p)
	}
	return library.Open(a.packs, packs...), nil
}

func (a *App) readPatterns() (*hyphen.Patterns, error) {
	f, err := a.assets.Open("patterns/en-GB.txt")
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	return hyphen.Load(f)
}

func (a *App) readWords() (*words.Dictionary, error) {
	lib, err := a.Library()
	if err != nil {
		return nil, err
	}
	return a.wordsOf(lib.UserTerms(), words.Build)
}

// wordsOf builds a dictionary from the word list and terms.
func (a *App) wordsOf(terms []string, build func(list io.Reader, terms []string) (*words.Dictionary, error)) (*words.Dictionary, error) {
	f, err := a.assets.Open("dictionary/zh.txt")
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	return build(f, terms)
}
