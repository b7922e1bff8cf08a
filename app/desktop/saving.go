package desktop

import (
	"fmt"
	"path/filepath"

	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/typeset"
)

// A saving is a save that was asked for: where to, and what is to be done once
// everything is in the file.
type saving struct {
	path string
	then func() // may be nil
}

// save saves the brief to its file, or asks for one.
func (d *Desk) save() { d.saveThen(nil) }

func (d *Desk) saveThen(then func()) {
	if d.doc.path == "" {
		d.saveAs(then)
		return
	}
	d.write(d.doc.path, then)
}

// saveAs asks for a file and saves the brief to it.
func (d *Desk) saveAs(then func()) {
	at := d.doc.path
	if at == "" {
		at = filepath.Join(d.folder(), fileName(d.name())+extension)
	}
	d.askPath(catalogue.SaveAs, catalogue.Save, at, extension, func(path string) { d.write(path, then) })
}

// write writes the open document on another goroutine.
func (d *Desk) write(path string, then func()) { d.writeDocument(d.doc, saving{path, then}) }

// writeDocument writes a document, which need not be the open one any more
// when its turn comes: one file is written at a time.
func (d *Desk) writeDocument(doc *document, to saving) {
	if doc.saving {
		doc.queue = append(doc.queue, to)
		return
	}
	doc.saving = true
	doc.history.Seal()
	b, revision := doc.history.Brief(), doc.history.Revision()
	var pages *typeset.Document
	if d.doc == doc && d.pages != nil {
		pages = d.pages.Document()
	}
	d.status.Say(catalogue.Saving.In(d.lang))
	go func() {
		err := brief.Save(to.path, b, d.drawer.thumbnail(pages))
		d.post(func() {
			doc.saving = false
			if err != nil {
				d.status.Say("")
				d.fail(err)
				to.then = nil
			} else {
				doc.path = to.path
				if doc.history.Revision() == revision {
					doc.history.MarkSaved()
				}
				d.Memory.AddRecent(to.path)
				d.status.Say(fmt.Sprintf(catalogue.SavedAt.In(d.lang), d.now().Format("15:04")))
				d.changed()
			}
			d.afterSaving(doc, to, doc.history.Revision() == revision)
		})
	}()
}

// afterSaving writes what is still to be written, and only then does what was
// to be done after it: what was typed during the save must not be lost by it.
func (d *Desk) afterSaving(doc *document, done saving, whole bool) {
	switch {
	case len(doc.queue) > 0:
		next := doc.queue[0]
		doc.queue = doc.queue[1:]
		first, second := done.then, next.then
		next.then = func() {
			for _, then := range []func(){first, second} {
				if then != nil {
					then()
				}
			}
		}
		if first == nil {
			next.then = second
		}
		d.writeDocument(doc, next)
	case done.then == nil:
	case !whole:
		d.writeDocument(doc, done)
	default:
		done.then()
	}
}
