package app

import (
	"io/fs"
	"os"
	"path/filepath"

	"celun/app/language/words"
	"celun/app/library"
	"celun/app/library/find"
	"celun/app/template"
)

// An Option tells an App of a folder of the user.
type Option func(*App)

// WithPacks lets the App keep the analyst's packs in the folder dir, which
// need not exist yet. Without it the library is what is built in and cannot be
// changed.
func WithPacks(dir string) Option { return func(a *App) { a.packs = dir } }

// WithTemplates lets the App keep the analyst's own templates in the folder
// dir, which need not exist yet.
func WithTemplates(dir string) Option { return func(a *App) { a.own = dir } }

// WithUnit tells the App who issues the briefs that it makes from templates;
// unit is asked each time.
func WithUnit(unit func() template.Unit) Option { return func(a *App) { a.unit = unit } }

// WithCache lets the App keep what can be made again, such as the index of
// the library, in the folder dir.
func WithCache(dir string) Option { return func(a *App) { a.cache = dir } }

// WithFaces lets the App find installed faces in these folders of fonts.
func WithFaces(dirs ...string) Option {
	return func(a *App) {
		folders := make([]fs.FS, len(dirs))
		for i, d := range dirs {
			folders[i] = os.DirFS(d)
		}
		a.faces.Install(folders...)
	}
}

// Shelf returns the packs at hand, to change them. A file of the user that
// cannot be read is no error; see [library.Shelf.Troubles].
func (a *App) Shelf() (*library.Shelf, error) { return a.shelf() }

// Library returns the built-in packs, the analyst's own and those received, as
// they are now. The value does not change: after a change of the shelf this
// returns another one.
func (a *App) Library() (*library.Library, error) {
	s, err := a.shelf()
	if err != nil {
		return nil, err
	}
	return s.Library(), nil
}

// Finder returns a finder for the library as it is now, with an index where
// there is a folder for caches. Close it when it is no longer used; after a
// change of the shelf take a new one.
func (a *App) Finder() (*find.Finder, error) {
	lib, err := a.Library()
	if err != nil {
		return nil, err
	}
	o := find.Options{Words: func() *words.Dictionary {
		d, err := a.Dictionary()
		if err != nil {
			return nil
		}
		return d
	}}
	if a.cache != "" {
		o.CacheFile = filepath.Join(a.cache, "search.db")
	}
	return find.New(lib, o), nil
}
