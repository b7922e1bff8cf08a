package desktop

import (
	"path/filepath"
	"strings"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/editor"
	"celun/app/desktop/theme"
	"celun/app/language"
	"celun/app/library"
	"celun/app/settings"
	"celun/app/template"

	"fyne.io/fyne/v2"
)

const programName = "策论 Celun"

// A document is the brief that is open.
type document struct {
	history *brief.History
	path    string       // empty: never saved
	shown   *brief.Brief // the snapshot that pages and library show
	saving  bool
	queue   []saving // asked for while one is under way
	guard   guard
	// exported is how it was exported last since it is open; nil: not yet.
	exported *settings.Export
	run      run // by which
	// articles are the texts of its sources that are opened, by the id of the
	// source. The map is not changed but replaced.
	articles map[string]openedArticle
	lengths  editor.Lengths // for every editor that shows it
}

// name is what the document is called in the window.
func (d *Desk) name() string {
	if d.doc.path != "" {
		return filepath.Base(d.doc.path)
	}
	b := d.doc.history.Brief()
	if t := b.Title.In(d.lang); t != "" {
		return brief.Plain(t)
	}
	if n := b.Meta.Number.In(d.lang); n != "" { // a new issue that has no title yet
		return brief.Plain(strings.TrimSpace(b.Meta.Series.In(d.lang) + " " + n))
	}
	return catalogue.Untitled.In(d.lang)
}

// title is the title of the window.
func (d *Desk) title() string {
	if d.doc == nil {
		return programName
	}
	mark := ""
	if d.dirty() {
		mark = "● "
	}
	return mark + d.name() + " – " + programName
}

// dirty reports whether there is something to save.
func (d *Desk) dirty() bool { return d.doc != nil && d.doc.history.Dirty() }

// put opens a brief in the workspace. Path is empty for one that has no file,
// such as the sample: nothing is lost with it.
func (d *Desk) put(b *brief.Brief, path string) {
	d.putDocument(&document{history: brief.NewHistory(b), path: path})
}

// putDraft opens a brief that was just made and is in no file yet. What went
// into it is not to be lost, by leaving or by a crash, before the first word is
// typed.
func (d *Desk) putDraft(b *brief.Brief) {
	doc := &document{history: brief.NewHistory(b)}
	doc.history.MarkUnsaved()
	d.putDocument(doc)
	if j := doc.guard.journal; j != nil {
		go func() { _ = j.Keep() }() // of a failure the journal tells itself
	}
}

// putDocument opens a document in the workspace, in the place of the one that
// was open.
func (d *Desk) putDocument(doc *document) {
	d.retire(d.doc)
	if doc.lengths == nil {
		doc.lengths = editor.Lengths{}
	}
	d.doc, d.awaited, d.opening = doc, false, nil
	d.guardDocument(doc)
	b, path := doc.history.Brief(), doc.path
	d.editor = nil // what was selected in the last one is no place in this
	d.choice.Languages, d.choice.Trainer = nil, false
	if path != "" {
		d.Memory.AddRecent(path)
	}
	d.notices.clear()
	d.show()
	d.settle()
	d.showGuard(doc)
	if path != "" {
		d.goBack()
	}
	if f, _ := d.editor.Field(); f == nil && d.editor.Selected() == (brief.Address{}) {
		d.editor.ToTitle() // so that keys have a place to go to
	}
	d.reopenArticles(doc)
	if look := d.look; !look.IsWhole() {
		go d.coverAll(look, b)
	}
}

// coverAll makes sure that the face has every character of a brief. It is called
// off the main thread, for a long brief has many.
func (d *Desk) coverAll(look *theme.Look, b *brief.Brief) {
	for _, text := range b.Addresses() {
		if !look.Covers(text) {
			d.post(func() { d.cover(text) }) // which loads the face that has them all
			return
		}
	}
}

// do makes an edit and shows what comes of it.
func (d *Desk) do(e brief.Edit) error {
	if d.doc == nil {
		return nil
	}
	if d.doc.guard.readOnly != nil {
		d.status.Say(catalogue.ReadOnlySays.In(d.lang))
		return d.doc.guard.readOnly
	}
	if err := d.doc.history.Do(e); err != nil {
		d.fail(err)
		return err
	}
	if set, ok := e.(brief.SetText); ok {
		d.cover(set.Text)
	}
	d.changed()
	return nil
}

// undo takes the last edit back and goes to where it was made.
func (d *Desk) undo() { d.walk(d.doc.history.Undo) }

// redo makes the last edit again that was taken back.
func (d *Desk) redo() { d.walk(d.doc.history.Redo) }

func (d *Desk) walk(step func() (brief.Address, bool)) {
	if d.doc.guard.readOnly != nil {
		return
	}
	at, ok := step()
	if !ok {
		return
	}
	d.changed()
	if at != (brief.Address{}) {
		d.editor.Reveal(at, true)
	}
}

// insertArgument puts an argument of the library into the brief, after the
// selected block or into the selected section, at a length, with its source.
func (d *Desk) insertArgument(e *library.Entry, n argument.Length) {
	if d.doc == nil {
		return
	}
	if section, index := d.editor.InsertionPoint(); section != "" {
		d.putArgument(e, n, section, index)
	}
}

// dragArgument shows where an argument would go that is dragged over the
// window, and dropArgument puts it there.
func (d *Desk) dragArgument(at fyne.Position) {
	if d.editor == nil {
		return // a key closed the brief while the mouse still drags
	}
	d.status.Hint(catalogue.DropArgument.In(d.lang))
	d.editor.DragOver(at)
}

func (d *Desk) dropArgument(e *library.Entry) {
	if d.editor == nil {
		return
	}
	d.status.Hint("")
	if section, index, ok := d.editor.Drop(); ok && d.doc != nil {
		d.putArgument(e, argument.Statement, section, index)
	}
}

// putArgument puts an argument with its source into a section.
func (d *Desk) putArgument(e *library.Entry, n argument.Length, section string, index int) {
	h := d.doc.history
	b := template.Take(d.lib, e, n)
	b.ID = h.NewBlockID()
	var edits []brief.Edit
	if s := e.Pack.Source; s.ID != "" && !hasSource(h.Brief(), s.ID) {
		edits = append(edits, brief.SetSources{Sources: append(append([]argument.Source{}, h.Brief().Sources...), s)})
	}
	edits = append(edits, putAt(h.Brief(), section, index, b)...)
	if err := d.do(brief.Batch{Edits: edits}); err == nil {
		d.editor.Reveal(brief.Address{Block: b.ID, Language: d.lang}, true)
	}
}

// putAt returns the edits that put a block into a section at an index. It takes
// the place of an empty paragraph before it, which was there to be written in.
func putAt(b *brief.Brief, section string, index int, put brief.Block) []brief.Edit {
	if s, _ := b.Section(section); s != nil && index > 0 && index <= len(s.Blocks) {
		if k := &s.Blocks[index-1]; k.Kind == brief.Paragraph && k.Text == (language.Text{}) && k.From == nil && len(k.Comments) == 0 {
			return []brief.Edit{brief.InsertBlock{Section: section, Index: index, Block: put}, brief.RemoveBlock{ID: k.ID}}
		}
	}
	return []brief.Edit{brief.InsertBlock{Section: section, Index: index, Block: put}}
}

func hasSource(b *brief.Brief, id string) bool {
	for _, s := range b.Sources {
		if s.ID == id {
			return true
		}
	}
	return false
}

// usedIn returns the ids of the arguments that blocks were taken from.
func usedIn(b *brief.Brief) map[string]bool {
	used := map[string]bool{}
	for i := range b.Sections {
		for j := range b.Sections[i].Blocks {
			if from := b.Sections[i].Blocks[j].From; from != nil {
				used[from.Argument] = true
			}
		}
	}
	return used
}
