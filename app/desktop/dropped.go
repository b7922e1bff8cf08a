package desktop

import (
	"path/filepath"
	"slices"
	"strings"

	"celun/app/article"
	"celun/app/desktop/catalogue"
	"celun/app/language"

	"fyne.io/fyne/v2"
)

// dropped opens a file that was dropped on the window: a brief, a pack of
// arguments, or references for the brief that is open, or an article that it
// quotes. Of several files the first that can be opened counts.
func (d *Desk) dropped(_ fyne.Position, uris []fyne.URI) {
	if !d.free() || len(uris) == 0 {
		return
	}
	var paths []string
	for _, u := range uris {
		if u.Scheme() == "file" {
			paths = append(paths, u.Path())
		}
	}
	has := func(extensions ...string) (string, bool) {
		i := slices.IndexFunc(paths, func(p string) bool { return slices.Contains(extensions, strings.ToLower(filepath.Ext(p))) })
		if i < 0 {
			return "", false
		}
		return paths[i], true
	}
	if path, ok := has(extension); ok {
		d.leave(func() { d.openFile(path) })
		return
	}
	if path, ok := has(packExtension, ".yml"); ok {
		d.receivePack(path)
		return
	}
	for _, path := range paths {
		if d.doc != nil && isReferences(strings.ToLower(filepath.Ext(path))) {
			d.takeReferences(path)
			return
		}
	}
	if path, ok := has(article.Extensions()...); ok && d.working() {
		d.takeArticle(path)
		return
	}
	where := uris[0].String()
	if len(paths) > 0 {
		where = paths[0]
	}
	d.fail(&language.Problem{Where: where, What: catalogue.CannotDrop, Do: catalogue.WhatToDrop})
}
