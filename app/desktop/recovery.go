package desktop

import (
	"errors"
	"fmt"
	"path/filepath"

	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/store"

	"fyne.io/fyne/v2"
)

// lookForLost looks for briefs that were worked on when the program was
// killed, and offers them.
func (d *Desk) lookForLost() {
	if d.Kept == "" {
		return
	}
	go func() {
		found, err := brief.FindLost(d.journals())
		var lost []brief.Lost
		for _, l := range found {
			if l.Brief != nil && l.Edits == 0 && l.File != "" && exists(l.File) {
				_ = l.Forget() // all that is in it is in the file
				continue
			}
			lost = append(lost, l)
		}
		d.post(func() {
			if err != nil {
				d.fail(err)
			}
			if len(lost) > 0 {
				d.offerLost(lost)
			}
		})
	}()
}

// offerLost offers to bring lost briefs back, one at a time.
func (d *Desk) offerLost(lost []brief.Lost) {
	l := lost[0]
	next := func() {
		if len(lost) > 1 {
			d.offerLost(lost[1:])
		}
	}
	name := brief.Plain(l.Title.In(d.lang))
	if name == "" {
		name = catalogue.Untitled.In(d.lang)
	}
	where := catalogue.NeverSaved.In(d.lang)
	if l.File != "" {
		where = l.File
	}
	title := widgets.NewProse(name)
	title.Bold = true
	about := widgets.NewNote(fmt.Sprintf(catalogue.RecoverEdits.In(d.lang), where, l.Last.Local().Format("2006-01-02 15:04")), theme.Muted, 2)
	parts := []fyne.CanvasObject{widgets.NewProse(catalogue.RecoverText.In(d.lang)), widgets.NewPile(2, title, about)}
	answers := []widgets.Answer{
		{Label: catalogue.DecideLater.In(d.lang), Rank: widgets.Plain, Run: next},
		{Label: catalogue.DiscardIt.In(d.lang), Rank: widgets.Plain, Run: func() {
			go func() { _ = l.Forget() }()
			next()
		}},
	}
	if l.Brief == nil {
		parts = append(parts, widgets.NewProse(catalogue.CannotRecover.In(d.lang)+"\n"+filepath.Base(l.Journal)))
	} else {
		answers = append(answers, widgets.Answer{Label: catalogue.Recover.In(d.lang), Rank: widgets.Primary, Run: func() { d.recover(l) }})
	}
	box := widgets.ShowDialog(d.window, catalogue.RecoverTitle.In(d.lang), widgets.NewPile(12, parts...), fyne.NewSize(560, 230), answers...)
	if l.Brief == nil {
		d.window.Canvas().Focus(box.Button(0)) // Enter is not to throw away what another may be able to read
	}
}

// recover opens a lost brief in the place of the one that is open, as one that
// is to be saved, and forgets its journal when the new one is written.
func (d *Desk) recover(l brief.Lost) {
	d.leave(func() {
		d.retire(d.doc)
		doc := &document{history: brief.NewHistory(l.Brief), path: l.File}
		doc.history.MarkUnsaved()
		doc.guard.sum, doc.guard.known = l.Sum, l.File != ""
		go func() {
			if l.File != "" {
				lock, err := store.TryLock(l.File)
				if errors.Is(err, store.ErrHeld) { // it is open in another window: this becomes a copy
					doc.path, doc.guard.known = "", false
				}
				doc.guard.lock = lock
			}
			d.post(func() {
				d.putDocument(doc)
				d.status.Say(catalogue.Recovered.In(d.lang))
				journal := doc.guard.journal
				go func() {
					if journal.Keep() == nil {
						_ = l.Forget()
					}
				}()
				if doc.path != "" {
					d.changedNow(doc)
				}
			})
		}()
	})
}
