package desktop

import (
	"slices"

	"celun/app/brief"
	"celun/app/desktop/catalogue"
	checkspane "celun/app/desktop/review"
	"celun/app/desktop/widgets"
	"celun/app/review"
)

// goToFinding shows the place of a finding. Who writes goes there with the
// caret; the keyboard stays where it is otherwise, as in the list of findings.
func (d *Desk) goToFinding(at brief.Address, r review.Range) {
	if f, _ := d.editor.Field(); f != nil && d.free() {
		d.writeAt(at, r)
		return
	}
	d.editor.Reveal(at, false)
	d.editor.Point(at, r.From, r.To)
}

// writeAt puts the caret at a stretch of a text.
func (d *Desk) writeAt(at brief.Address, r review.Range) {
	if d.wide {
		d.wide = false
		d.showPanes()
	}
	d.editor.Reveal(at, true)
	if f, ok := d.window.Canvas().Focused().(*widgets.Field); ok {
		if now, where := d.editor.Field(); now == f && where == at {
			f.SetCaret(r.From)
		}
	}
	d.editor.Point(at, r.From, r.To)
}

// noClaim says of the first sentence of a block, or of one of its key messages,
// that it is no claim, as a comment for the author, or takes that back.
func (d *Desk) noClaim(block string, item int) {
	b, _, _ := d.doc.history.Brief().Block(block)
	if b == nil {
		return
	}
	said := func(c brief.Comment) bool { return checkspane.IsNoClaim(c, item) }
	if i := slices.IndexFunc(b.Comments, said); i >= 0 {
		if d.do(brief.RemoveComment{Block: block, ID: b.Comments[i].ID}) == nil {
			d.status.Say(catalogue.ClaimAfterAll.In(d.lang))
		}
		return
	}
	text := checkspane.NoClaim(item).In(d.lang)
	c := brief.Comment{ID: brief.NewID(), Author: author(), Text: text, Date: d.now().Format("2006-01-02")}
	if d.do(brief.AddComment{Block: block, Comment: c}) == nil {
		d.status.Say(text)
	}
}

// readNoClaim says it of the sentence that is read in the view of first
// sentences.
func (d *Desk) readNoClaim() {
	if _, at, item, ok := d.checks.pane.Spot(); ok {
		d.noClaim(at.Block, item)
	}
}

// readsOutline reports whether a first sentence is chosen in the view of them.
func (d *Desk) readsOutline() bool {
	if !d.working() || d.checks.pane == nil || d.side.Current() != "checks" {
		return false
	}
	mode, _, _, ok := d.checks.pane.Spot()
	return ok && mode == checkspane.Outline
}

// requestChange asks the author for a change of the block at hand: what was
// found there, if anything was, is what the comment says at first.
func (d *Desk) requestChange() {
	block, says := d.editor.Selected().Block, ""
	if f, ok := d.atHand(); ok && f.Address.Block == block {
		says = f.Message.In(d.lang)
	}
	d.askComment(block, says)
}

// readBy shows a view in which the brief is read, with the keyboard on it.
func (d *Desk) readBy(mode checkspane.Mode) {
	d.side.Show("checks") // the rows are built where they are seen
	d.checks.pane.SetMode(mode)
	d.showTab("checks")
}
