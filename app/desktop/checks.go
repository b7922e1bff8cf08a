package desktop

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"celun/app"
	"celun/app/article"
	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/editor"
	checkspane "celun/app/desktop/review"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/library"
	"celun/app/review"
	"celun/app/typeset"
)

// checks is what the desk knows of the review of the open brief. It is made in
// the background after each change; while one is under way the next waits, and
// only the last of those that wait is made.
type checks struct {
	reviewer *review.Reviewer
	lib      *library.Library // that the reviewer knows
	pane     *checkspane.Pane
	running  bool
	waiting  *brief.Brief
	brief    *brief.Brief     // that was reviewed last
	findings []review.Finding // of it, and of the pages
	text     []review.Finding
	pages    []review.Finding
	paged    *brief.Brief // whose pages were looked at
	looking  latest       // at pages
}

// newChecks builds the pane of checks. What the user chose in it before is
// kept.
func (d *Desk) newChecks() {
	old := d.checks.pane
	d.checks.pane = checkspane.New(checkspane.Params{
		Language: d.lang,
		Go:       d.goToFinding,
		Write:    d.writeAt,
		Mend:     d.mend,
		Waive:    d.waive,
		Withdraw: func(w brief.Waiver) { _ = d.do(brief.RemoveWaiver{Waiver: w}) },
		Limit:    d.limitWaiver,
		NoClaim:  d.noClaim,
		Request:  d.askComment,
		Final:    d.exportFinal,
		Chose:    d.showMenu,
		Articles: func() map[string]*article.Article { return d.doc.texts() },
		Argument: func(id string) (*library.Entry, bool) { return d.lib.Get(id) },
		Hint:     func(text string) { d.status.Hint(text) },
	})
	if old != nil {
		d.checks.pane.Restore(old.State())
	}
	if d.checks.brief != nil && d.doc != nil && d.checks.brief == d.doc.history.Brief() {
		d.showChecks()
	}
}

// review has a brief reviewed in the background.
func (d *Desk) review(b *brief.Brief) {
	c := &d.checks
	if c.lib != d.lib || c.reviewer == nil {
		c.lib, c.reviewer = d.lib, review.NewReviewer(d.lib)
	}
	if c.running {
		c.waiting = b
		return
	}
	c.running = true
	reviewer, articles := c.reviewer, d.doc.texts()
	go func() {
		d.afterShown()
		findings := reviewer.Review(b, review.Options{Articles: articles})
		d.post(func() {
			c.running = false
			if d.doc != nil && (d.doc.history.Brief() == b || c.waiting != nil) {
				c.brief, c.text = b, findings
				d.showChecks()
			}
			if next := c.waiting; next != nil {
				c.waiting = nil
				d.review(next)
			}
		})
	}()
}

// setPages sets a brief for the pane of pages, and has the pages looked at
// while they are drawn.
func (d *Desk) setPages(ctx context.Context, b *brief.Brief, o typeset.Options) (*typeset.Document, error) {
	d.afterShown()
	doc, err := d.drawer.set(ctx, b, o)
	if err != nil {
		return nil, err
	}
	d.checks.looking.do(func() { d.lookAtPages(b, doc, o) })
	return doc, nil
}

// lookAtPages tells what is found on the pages of a brief.
func (d *Desk) lookAtPages(b *brief.Brief, doc *typeset.Document, o typeset.Options) {
	found := d.App.CheckPages(b, doc)
	least, most, promised := d.App.Promised(b, doc.Layout, doc.Languages)
	if !promised || o.Trainer {
		least, most = 0, 0
	}
	d.post(func() {
		if d.doc != nil && d.doc.history.Brief().ID == b.ID {
			d.status.Pages(len(doc.Pages), least, most)
		}
		c := &d.checks
		c.pages, c.paged = found, b
		if c.brief != nil {
			d.showChecks()
		}
	})
}

// A latest does one piece of work after another on a goroutine of its own; of
// those that wait only the last. The zero latest is ready.
type latest struct {
	mu   sync.Mutex
	busy bool
	next func()
}

func (l *latest) do(work func()) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.next = work
	if !l.busy {
		l.busy = true
		go l.run()
	}
}

func (l *latest) run() {
	for {
		l.mu.Lock()
		work := l.next
		l.next, l.busy = nil, work != nil
		l.mu.Unlock()
		if work == nil {
			return
		}
		work()
	}
}

// showChecks shows what was found.
func (d *Desk) showChecks() {
	c := &d.checks
	if d.doc == nil || d.top == nil || c.pane == nil {
		return
	}
	c.findings = slices.Clone(c.text)
	if c.paged != nil && c.paged.ID == c.brief.ID {
		c.findings = append(c.findings, c.pages...)
		review.Order(c.brief, c.findings)
	}
	open := review.Open(c.findings)
	errors, warnings := review.Count(open, review.Error), review.Count(open, review.Warning)
	d.top.SetChecks(errors, warnings)
	ink := theme.Amber
	if errors > 0 {
		ink = theme.Red
	}
	d.side.Count("checks", errors+warnings, ink)
	c.pane.Show(c.brief, c.findings)
	d.markFound()
	d.showMenu()
}

// markFound marks in the texts what errors and warnings are about.
func (d *Desk) markFound() {
	const longest = 80 // runes: of what is longer the whole text is meant
	marks := map[brief.Address][]widgets.Stretch{}
	for i := range d.checks.findings {
		f := &d.checks.findings[i]
		if f.Waiver != nil || f.Severity == review.Hint || f.Range.To <= f.Range.From || f.Range.To-f.Range.From > longest {
			continue
		}
		marks[f.Address] = append(marks[f.Address], widgets.Stretch{Start: f.Range.From, End: f.Range.To})
	}
	at, r := brief.Address{}, review.Range{}
	if f, ok := d.checks.pane.Chosen(); ok {
		at, r = f.Address, f.Range
	}
	d.editor.Point(at, r.From, r.To)
	d.editor.ShowFound(marks)
	d.editor.ShowNotices(d.wrong())
}

// wrong returns what is said under the texts of blocks: errors. A
// blank shows itself, and so does a text that is behind its twin.
func (d *Desk) wrong() map[string][]editor.Notice {
	all := map[string][]editor.Notice{}
	for _, f := range d.checks.findings {
		block := f.Address.Block
		if block == "" || f.Waiver != nil || f.Blank || f.Severity != review.Error {
			continue
		}
		n := editor.Notice{Text: f.Message.In(d.lang)}
		if f.Edit != nil {
			n.Mends = append(n.Mends, editor.Mend{Label: f.Mend.In(d.lang), Do: func() { d.mendHere(f) }})
		}
		if t := f.Twin; t != nil && t.Edit != nil {
			n.Mends = append(n.Mends, editor.Mend{Label: t.Mend.In(d.lang), Do: func() { d.mendHere(f.At(t.Address)) }})
		}
		if keys := d.actions.Find("mend finding").Keys(); len(n.Mends) == 1 {
			n.Keys = keys
		} else if len(n.Mends) > 1 {
			n.Keys = fmt.Sprintf(catalogue.MendsThisSide.In(d.lang), keys)
		}
		all[block] = append(all[block], n)
	}
	return all
}

// present returns a finding as it is found in the brief as it is now: what the
// user sees may be of a moment ago.
func (d *Desk) present(f review.Finding) (review.Finding, bool) {
	b, found := d.doc.history.Brief(), d.checks.findings
	if d.checks.brief != b {
		found = d.checks.reviewer.Review(b, review.Options{Articles: d.doc.texts()})
	}
	for _, g := range found {
		if g.Key() != f.Key() {
			continue
		}
		if g.Twin != nil && f.Mend == g.Twin.Mend {
			g = g.At(g.Twin.Address)
		}
		return g, true
	}
	return f, false
}

// mend makes the edit of a finding, which can be undone as any other.
func (d *Desk) mend(f review.Finding) {
	f, ok := d.present(f)
	if !ok || f.Edit == nil {
		d.status.Say(catalogue.FindingGone.In(d.lang))
		return
	}
	d.doc.history.Seal()
	if err := d.do(d.fresh(f.Edit)); err != nil {
		return
	}
	d.doc.history.Seal()
	d.status.Say(fmt.Sprintf(catalogue.Mended.In(d.lang), f.Mend.In(d.lang)))
	d.editor.Reveal(f.Address, false)
}

// mendHere mends under the text, and one writes on where one was: what was
// clicked is gone.
func (d *Desk) mendHere(f review.Finding) {
	at := d.editor.Selected()
	d.mend(f)
	d.editor.Reveal(at, true)
}

// fresh gives blocks that an edit inserts ids of the history.
func (d *Desk) fresh(e brief.Edit) brief.Edit {
	switch e := e.(type) {
	case brief.InsertBlock:
		e.Block.ID = d.doc.history.NewBlockID()
		return e
	case brief.Batch:
		all := make([]brief.Edit, len(e.Edits))
		for i := range e.Edits {
			all[i] = d.fresh(e.Edits[i])
		}
		return brief.Batch{Edits: all}
	}
	return e
}

// exportFinal exports the final version with its manifest. The brief is saved
// before.
func (d *Desk) exportFinal() {
	if d.doc.path == "" {
		d.status.Say(catalogue.SaveFirst.In(d.lang))
	}
	d.saveThen(func() {
		doc := d.doc
		if doc == nil || doc.path == "" {
			return
		}
		d.exportWith(func(ctx context.Context, o app.ExportOptions) (app.Exported, error) {
			o.Articles = doc.texts()
			return d.App.ExportFinal(ctx, doc.path, o)
		})
	})
}

// atHand returns the finding that a key acts on: in the pane the one that is
// chosen there, else the one at the text that is written in, or else again the
// one that is chosen.
func (d *Desk) atHand() (review.Finding, bool) {
	at := d.editor.Selected()
	f, ok := d.checks.pane.Chosen()
	if ok && (f.Address == at || at == (brief.Address{}) || d.listed()) {
		return f, true
	}
	for i := range d.checks.findings { // 85 million is mended where it was just typed
		g := &d.checks.findings[i]
		if g.Twin != nil && g.Twin.Address == at && g.Waiver == nil {
			return g.At(at), true
		}
	}
	best := -1
	for i := range d.checks.findings {
		g := &d.checks.findings[i]
		if g.Waiver != nil || g.Address.Block != at.Block || g.Address.Section != at.Section && at.Block == "" || g.Address == (brief.Address{}) {
			continue
		}
		if g.Address == at && g.Edit != nil {
			return *g, true
		}
		if best < 0 || d.checks.findings[best].Edit == nil && g.Edit != nil {
			best = i
		}
	}
	if best >= 0 {
		return d.checks.findings[best], true
	}
	return f, ok
}

// listed reports whether the keyboard is in the list of findings.
func (d *Desk) listed() bool {
	return d.checks.pane.State().Mode == checkspane.Findings && d.keyboardIn(d.checks.pane.View())
}
