package desktop

import (
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/store"

	"fyne.io/fyne/v2"
)

// When the program saves by itself: after a pause in the typing, and at the
// latest after a while of it.
const (
	autosavePause  = 3 * time.Second
	autosaveLatest = 20 * time.Second
	autosaveRetry  = 15 * time.Second
)

// snapshotEvery is how far apart the snapshots are that the program takes by
// itself while a brief is changed; how many and how old ones are kept.
const (
	snapshotEvery = 10 * time.Minute
	snapshotsKept = 20
	snapshotsAge  = 30 * 24 * time.Hour
)

// A guard is what keeps an open brief from being lost: its journal, the lock
// of its file, and when it was and will be saved.
type guard struct {
	journal  *brief.Journal
	lock     *store.Lock
	readOnly error     // why it may not be changed; nil: it may
	sum      store.Sum // of the file as it was read or written last
	known    bool      // there is such a file
	conflict bool      // it was written by another since
	failing  bool      // it could not be saved last time
	ended    bool

	first, last time.Time // of the changes that are not saved
	timer       *time.Timer
	snapshot    time.Time // when one was taken last
	thumbnail   []byte
}

// guardDocument begins to guard a document that was just opened.
func (d *Desk) guardDocument(doc *document) {
	if d.Kept == "" {
		return
	}
	o := brief.Origins{File: doc.path, Sum: doc.guard.sum}
	doc.guard.journal = brief.NewJournal(d.journals(), o, doc.history.Brief(), func(err error) {
		d.post(func() { d.journalFailed(doc, err) })
	})
	doc.history.OnEdit = func(e brief.Edit) {
		doc.guard.journal.Note(e)
		d.changedNow(doc)
	}
}

func (d *Desk) journals() string { return brief.JournalFolder(d.Kept) }

// retire ends the guard of a document that is closed: its journal goes, for
// what is in it is saved or not wanted.
func (d *Desk) retire(doc *document) {
	if doc == nil || doc.guard.ended {
		return
	}
	d.rememberPlaceIn(doc)
	g := &doc.guard
	g.ended = true
	if g.timer != nil {
		g.timer.Stop()
	}
	if g.journal != nil {
		g.journal.Close(false)
	}
	g.lock.Release()
}

// changedNow has the document saved in a while.
func (d *Desk) changedNow(doc *document) {
	g := &doc.guard
	g.last = d.now()
	if g.first.IsZero() {
		g.first = g.last
	}
	if g.timer == nil && doc.path != "" && g.readOnly == nil {
		d.armAutosave(doc, autosavePause)
	}
}

func (d *Desk) armAutosave(doc *document, after time.Duration) {
	doc.guard.timer = time.AfterFunc(after, func() {
		d.post(func() {
			doc.guard.timer = nil
			d.autosave(doc)
		})
	})
}

// autosave saves the document if nothing was typed for a while.
func (d *Desk) autosave(doc *document) {
	g := &doc.guard
	if g.ended || g.conflict || doc.path == "" || !doc.history.Dirty() {
		return
	}
	now := d.now()
	if wait := autosavePause - now.Sub(g.last); wait > 0 && now.Sub(g.first) < autosaveLatest {
		d.armAutosave(doc, wait)
		return
	}
	if doc.saving {
		d.armAutosave(doc, autosavePause)
		return
	}
	d.writeDocument(doc, saving{path: doc.path, quiet: true})
}

// journalFailed shows that changes cannot be kept on the side, or that they
// can be again.
func (d *Desk) journalFailed(doc *document, err error) {
	if d.doc != doc {
		return
	}
	if err == nil {
		d.notices.drop("journal")
		return
	}
	d.notices.put("journal", fmt.Sprintf(catalogue.JournalFails.In(d.lang), language.Tell(err, d.lang)),
		widgets.Answer{Label: catalogue.Save.In(d.lang), Rank: widgets.Plain, Run: d.save})
}

// autosaveFailed shows why the document could not be saved; it is tried again.
func (d *Desk) autosaveFailed(doc *document, err error) {
	if d.doc != doc {
		return
	}
	d.status.Say("") // that it was saved, before
	d.notices.put("autosave", fmt.Sprintf(catalogue.AutoSaveFails.In(d.lang), language.Tell(err, d.lang)),
		widgets.Answer{Label: catalogue.TryAgain.In(d.lang), Rank: widgets.Plain, Run: d.save},
		widgets.Answer{Label: catalogue.SaveCopy.In(d.lang), Rank: widgets.Plain, Run: func() { d.saveAs(nil) }})
	if doc.guard.timer == nil {
		d.armAutosave(doc, autosaveRetry)
	}
}

// errChanged is the problem of a file that another program has written.
var errChanged = errors.New("the file was changed by another program")

// heed looks whether another program has written the file of the document, as
// when the window comes to the front again.
func (d *Desk) heed() {
	doc := d.doc
	if doc == nil || doc.path == "" || !doc.guard.known || doc.saving || doc.guard.conflict {
		return
	}
	path, sum := doc.path, doc.guard.sum
	go func() {
		differs, err := store.Differs(path, sum, brief.MaxFile)
		if err != nil || !differs {
			return
		}
		d.post(func() {
			if d.doc == doc && doc.path == path && doc.guard.sum == sum && !doc.saving {
				d.conflict(doc)
			}
		})
	}()
}

// conflict shows that the file was written by another program, and stops
// saving by itself until the user has chosen.
func (d *Desk) conflict(doc *document) {
	doc.guard.conflict = true
	if d.doc == doc {
		d.showGuard(doc)
	}
}

// askConflict asks which of two states is to be kept.
func (d *Desk) askConflict(doc *document, then func()) {
	text := widgets.NewProse(fmt.Sprintf(catalogue.ChangedDetail.In(d.lang), filepath.Base(doc.path)))
	widgets.ShowDialog(d.window, catalogue.ChangedTitle.In(d.lang), caution(text), fyne.NewSize(560, 200),
		widgets.Answer{Label: catalogue.Cancel.In(d.lang), Rank: widgets.Plain},
		widgets.Answer{Label: catalogue.LoadTheirs.In(d.lang), Rank: widgets.Plain, Run: func() { d.loadTheirs(doc) }},
		widgets.Answer{Label: catalogue.ReplaceByMine.In(d.lang), Rank: widgets.Plain, Run: func() { d.keepMine(doc, then) }},
		widgets.Answer{Label: catalogue.MineAsCopy.In(d.lang), Rank: widgets.Primary, Run: func() { d.saveAs(then) }})
}

func (d *Desk) keepMine(doc *document, then func()) {
	d.writeDocument(doc, saving{path: doc.path, then: then, over: true})
}

// loadTheirs shows what is in the file now; what was here can be brought back
// by undo.
func (d *Desk) loadTheirs(doc *document) {
	path := doc.path
	go func() {
		b, sum, err := readBrief(path)
		d.post(func() {
			if err != nil {
				d.fail(err)
				return
			}
			if d.doc != doc {
				return
			}
			if d.do(brief.ReplaceAll{Brief: b}) != nil {
				return
			}
			doc.guard.conflict = false
			doc.guard.sum, doc.guard.known = sum, true
			doc.history.MarkSaved()
			doc.guard.first = time.Time{}
			if j := doc.guard.journal; j != nil {
				b, mark := doc.history.Brief(), j.Mark()
				go j.Saved(b, mark, brief.Origins{File: path, Sum: sum})
			}
			d.showGuard(doc)
			d.changed()
		})
	}()
}

// readBrief reads a brief and the sum of its file.
func readBrief(path string) (*brief.Brief, store.Sum, error) {
	data, err := store.Read(path, brief.MaxFile)
	if err != nil {
		return nil, store.Sum{}, err
	}
	b, err := brief.Decode(path, data)
	return b, store.SumOf(data), err
}

// showGuard shows what stands in the way of changing or saving the document.
func (d *Desk) showGuard(doc *document) {
	d.notices.drop("read-only")
	d.notices.drop("changed")
	if why := doc.guard.readOnly; why != nil {
		by := ""
		if name := store.HeldBy(why); name != "" {
			by = fmt.Sprintf(catalogue.HeldBy.In(d.lang), name)
		}
		d.notices.put("read-only", fmt.Sprintf(catalogue.ReadOnlyHeld.In(d.lang), by),
			widgets.Answer{Label: catalogue.SaveCopy.In(d.lang), Rank: widgets.Plain, Run: func() { d.saveAs(nil) }},
			widgets.Answer{Label: catalogue.EditNow.In(d.lang), Rank: widgets.Plain, Run: func() { d.unlock(doc) }})
	}
	switch {
	case doc.guard.conflict && doc.guard.readOnly != nil:
		// What is only read has nothing of its own to keep, nor may it be saved
		// over what the other window wrote.
		d.notices.put("changed", catalogue.ChangedWhileRead.In(d.lang),
			widgets.Answer{Label: catalogue.ShowNew.In(d.lang), Rank: widgets.Plain, Run: func() { d.openFile(doc.path) }})
	case doc.guard.conflict:
		d.notices.put("changed", catalogue.ChangedOutside.In(d.lang),
			widgets.Answer{Label: catalogue.LoadTheirs.In(d.lang), Rank: widgets.Plain, Run: func() { d.loadTheirs(doc) }},
			widgets.Answer{Label: catalogue.ReplaceByMine.In(d.lang), Rank: widgets.Plain, Run: func() { d.keepMine(doc, nil) }},
			widgets.Answer{Label: catalogue.MineAsCopy.In(d.lang), Rank: widgets.Plain, Run: func() { d.saveAs(nil) }})
	}
}

// unlock opens the file of a read-only document again, to edit it if the other
// window is gone.
func (d *Desk) unlock(doc *document) {
	go func() {
		lock, err := store.TryLock(doc.path)
		if errors.Is(err, store.ErrHeld) {
			d.post(func() { d.fail(err) })
			return
		}
		lock.Release()
		d.post(func() {
			if d.doc == doc {
				d.openFile(doc.path)
			}
		})
	}()
}
