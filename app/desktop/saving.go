package desktop

import (
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/store"
	"celun/app/typeset"
)

// A saving is a save that was asked for: where to, and what is to be done once
// everything is in the file.
type saving struct {
	path  string
	then  func() // may be nil
	quiet bool   // the program saves by itself
	over  bool   // replaces what another program wrote
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
	doc := d.doc
	d.askPath(catalogue.SaveAs, catalogue.Save, at, extension, func(path string) { d.writeDocument(doc, saving{path: path, then: then}) })
}

// write writes the open document on another goroutine.
func (d *Desk) write(path string, then func()) {
	d.writeDocument(d.doc, saving{path: path, then: then})
}

// writeDocument writes a document, which need not be the open one any more
// when its turn comes: one file is written at a time.
func (d *Desk) writeDocument(doc *document, to saving) {
	if doc.saving {
		doc.queue = append(doc.queue, to)
		return
	}
	doc.saving = true
	doc.history.Seal()
	w := writing{
		to: to, brief: doc.history.Brief(), revision: doc.history.Revision(), state: doc.history.State(), at: d.now(),
		sum: doc.guard.sum, own: to.path == doc.path, check: doc.guard.known && !to.over && to.path == doc.path,
		snapshots: d.snapshotFolder(doc), last: doc.guard.snapshot, thumbnail: doc.guard.thumbnail,
	}
	if doc.guard.journal != nil {
		w.mark = doc.guard.journal.Mark()
	}
	if d.doc == doc && d.pages != nil {
		w.pages = d.pages.Document()
	}
	if !to.quiet {
		d.status.Say(catalogue.Saving.In(d.lang))
	}
	go func() {
		err := w.run(d.drawer)
		if err == nil && doc.guard.journal != nil {
			doc.guard.journal.Saved(w.brief, w.mark, brief.Origins{File: to.path, Sum: w.sum})
		}
		var lock *store.Lock
		if err == nil && (to.path != doc.path || doc.guard.lock == nil && doc.guard.readOnly == nil) {
			lock, _ = store.TryLock(to.path) // without one it is saved all the same
		}
		d.post(func() { d.written(doc, &w, lock, err) })
	}()
}

// written shows what came of a save.
func (d *Desk) written(doc *document, w *writing, lock *store.Lock, err error) {
	doc.saving = false
	to, g := w.to, &doc.guard
	switch {
	case errors.Is(err, errChanged):
		d.conflict(doc)
		if !to.quiet && d.doc == doc {
			d.status.Say("")
			d.askConflict(doc, to.then)
		}
		to.then = nil
	case err != nil && to.quiet:
		g.failing = true
		d.autosaveFailed(doc, err)
	case err != nil:
		g.failing = to.path == doc.path
		d.status.Say("")
		d.fail(err)
		to.then = nil
	default:
		if lock != nil {
			g.lock.Release()
			g.lock = lock
		}
		if to.path != doc.path {
			g.readOnly = nil
		}
		moved := doc.path != to.path
		if doc.path = to.path; moved && len(doc.articles) > 0 {
			d.rememberArticles(doc)
		}
		g.sum, g.known, g.conflict, g.failing, g.first = w.sum, true, false, false, time.Time{}
		g.snapshot, g.thumbnail = w.last, w.thumbnail
		whole := doc.history.Revision() == w.revision
		doc.history.MarkSavedAt(w.state) // not what it is by now: an undo may lead back past it
		says := catalogue.SavedAt
		if to.quiet {
			says = catalogue.AutoSavedAt
		} else {
			d.Memory.AddRecent(to.path)
		}
		if d.doc == doc {
			d.notices.drop("autosave")
			d.showGuard(doc)
			d.status.Say(fmt.Sprintf(says.In(d.lang), d.now().Format("15:04")))
			d.changed()
		}
		if !whole {
			d.changedNow(doc)
		}
	}
	if g.ended {
		g.lock.Release() // closed meanwhile
	}
	d.afterSaving(doc, to, doc.history.Revision() == w.revision)
}

// A writing is one save on another goroutine.
type writing struct {
	to        saving
	brief     *brief.Brief
	revision  uint64
	state     int // of the history
	mark      int // in the journal
	at        time.Time
	pages     *typeset.Document
	thumbnail []byte
	sum       store.Sum // of the file before, then after
	own       bool      // the file is the document's already
	check     bool      // the file must not have been written by another since
	snapshots string    // their folder; may be empty
	last      time.Time // when a snapshot was taken
}

// run writes the file. What it replaces for the first time, and now and then
// what it writes, is kept as a snapshot; that this fails does not keep the
// file from being written.
func (w *writing) run(draw *drawer) error {
	old, found, err := store.ReadIfExists(w.to.path, brief.MaxFile)
	if err == nil && found && w.check && store.SumOf(old) != w.sum {
		return errChanged
	}
	if !w.to.quiet || w.thumbnail == nil {
		w.thumbnail = draw.thumbnail(w.pages)
	}
	data, err := brief.Encode(w.brief, w.thumbnail)
	if err != nil {
		return err
	}
	if found && w.own && w.snapshots != "" && (w.last.IsZero() || w.to.over) {
		_, _ = store.TakeSnapshot(w.snapshots, old, "", w.at)
		w.last = w.at
	}
	if err := store.Write(w.to.path, data); err != nil {
		return err
	}
	w.sum = store.SumOf(data)
	if w.snapshots != "" && w.at.Sub(w.last) >= snapshotEvery {
		_, _ = store.TakeSnapshot(w.snapshots, data, "", w.at)
		_ = store.ThinSnapshots(w.snapshots, snapshotsKept, snapshotsAge, w.at)
		w.last = w.at
	}
	return nil
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
