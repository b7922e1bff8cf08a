package desktop

import (
	"fmt"
	"slices"

	"celun/app/argument"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/entry"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/library"
	"celun/app/library/find"

	"fyne.io/fyne/v2"
)

// myPack is the pack into which an analyst's arguments go at first.
const myPack = "my-arguments"

// openEntry shows an argument whole.
func (d *Desk) openEntry(e *library.Entry) {
	p := entry.Params{
		Language: d.lang, Post: d.post, Library: func() *library.Library { return d.lib }, Related: d.related,
		Edit: d.editArgument, Duplicate: d.duplicateArgument, Delete: d.deleteArgument, Link: d.linkArgument, Unlink: d.unlinkArgument,
	}
	if d.doc != nil {
		p.Insert = d.insertArgument
	}
	d.sheet = entry.Show(d.window, p, e.Pack.ID, e.ID)
}

// related finds what is like an argument, and what might answer a challenge
// that nothing answers. It is called beside the main thread.
func (d *Desk) related(e *library.Entry) (alike, candidates []find.Relation) {
	const most = 5
	lib, err := d.App.Library()
	if err != nil {
		return nil, nil
	}
	finder := find.New(lib, find.Options{Words: d.words.Dictionary}) // the desk's own may be closed meanwhile
	if e.Kind == argument.Challenge && len(lib.Answers(e.ID)) == 0 {
		candidates = finder.Candidates(e.ID, 3)
	}
	return finder.Related(e.ID, most), candidates
}

// change makes an edit of the library beside the main thread, shows the new
// library and says so.
func (d *Desk) change(pack string, edit library.Edit, done language.Text, name string) {
	go func() {
		inverse, err := d.shelf.Do(pack, edit)
		d.post(func() {
			if err != nil {
				d.fail(err)
				return
			}
			if d.shelf.Library() == d.lib {
				return // it changed nothing
			}
			d.steps.made(func() error {
				next, err := d.shelf.Do(pack, d.rebased(pack, inverse))
				if err == nil {
					inverse = next
				}
				return err
			})
			d.showLibrary()
			d.say(fmt.Sprintf(done.In(d.lang), name))
		})
	}()
}

// rebased lets an inverse start from the version that is there now: others of
// the same argument may have been taken back before it.
func (d *Desk) rebased(pack string, e library.Edit) library.Edit {
	if edit, ok := e.(library.EditArgument); ok {
		if now, ok := d.shelf.Library().In(pack, edit.Argument.ID); ok {
			edit.Argument.Version = now.Version
		}
		return edit
	}
	return e
}

// showLibrary shows the library as it is on the shelf now.
func (d *Desk) showLibrary() {
	lib := d.shelf.Library()
	if lib == d.lib {
		return
	}
	d.lib, d.updates = lib, d.shelf.Updates()
	old := d.finder
	if finder, err := d.App.Finder(); err == nil {
		d.finder = finder
		go old.Close()
	}
	if d.doc != nil {
		d.pane.Params.Search = d.finder.Search
		d.pane.SetLibrary(lib)
		d.compareBrief(d.doc.history.Brief())
		d.editor.Show(d.doc.history.Brief())
		d.showMap()
	}
	if d.sheet != nil {
		d.sheet.Refresh()
	}
	d.showMenu()
}

// heedLibrary shows what another program has changed in the folder of packs, as
// when the window comes to the front again. A file that can no longer be read
// is told of once.
func (d *Desk) heedLibrary() {
	go func() {
		told := map[string]bool{}
		for _, t := range d.shelf.Troubles() {
			told[t.Error()] = true
		}
		d.shelf.Reload()
		troubles := d.shelf.Troubles()
		d.post(func() {
			d.showLibrary()
			for _, t := range troubles {
				if !told[t.Error()] {
					d.fail(t)
				}
			}
		})
	}()
}

// say says something short in the bar at the bottom, if there is one.
func (d *Desk) say(text string) {
	if d.doc != nil {
		d.status.Say(text)
	}
}

// newArgument asks for a new argument and adds it.
func (d *Desk) newArgument() {
	packs := []entry.PackName{{ID: myPack, Title: catalogue.MyArguments}}
	for _, h := range d.shelf.Packs() {
		if h.Pack.ID == myPack {
			packs[0].Title = h.Pack.Title
			continue
		}
		packs = append(packs, entry.PackName{ID: h.Pack.ID, Title: h.Pack.Title})
	}
	a := argument.Argument{Kind: argument.Countermeasure, Claim: argument.Author, Tags: []string{}, Links: []argument.Link{}}
	d.ask(entry.Draft{Argument: a, New: true, Packs: packs, Save: d.addArgument})
}

// addArgument adds a new argument to a pack, which is made if need be.
func (d *Desk) addArgument(pack string, a argument.Argument) {
	a.ID, a.Version = d.lib.NewID(a.Kind), 1
	if pack != myPack || slices.ContainsFunc(d.shelf.Packs(), func(h library.Holding) bool { return h.Pack.ID == pack }) {
		d.change(pack, library.AddArgument{Argument: a}, catalogue.Added, a.ID)
		return
	}
	d.takeIn(func() error { return d.shelf.Add(library.NewPack(pack, catalogue.MyArguments, a)) }, func() {
		d.say(fmt.Sprintf(catalogue.Added.In(d.lang), a.ID))
	})
}

// editArgument lets an argument be changed.
func (d *Desk) editArgument(e *library.Entry) {
	pack := e.Pack.ID
	d.ask(entry.Draft{Argument: *e.Argument, BuiltIn: d.isBuiltIn(pack), Save: func(_ string, a argument.Argument) {
		d.change(pack, library.EditArgument{Argument: a}, catalogue.Changed, a.ID)
	}})
}

func (d *Desk) ask(draft entry.Draft) {
	draft.Language, draft.Library = d.lang, d.lib
	draft.NextWord = func(s string, at int) int { return d.words.Dictionary().Next(s, at) }
	draft.PreviousWord = func(s string, at int) int { return d.words.Dictionary().Previous(s, at) }
	entry.Write(d.window, draft)
}

func (d *Desk) isBuiltIn(pack string) bool {
	return slices.ContainsFunc(d.shelf.Packs(), func(h library.Holding) bool { return h.Pack.ID == pack && h.Standing == library.BuiltIn })
}

func (d *Desk) duplicateArgument(e *library.Entry) {
	id := d.lib.NewID(e.Kind)
	d.change(e.Pack.ID, library.DuplicateArgument{ID: e.ID, NewID: id}, catalogue.Duplicated, id)
}

// deleteArgument puts an argument into the bin, after a question.
func (d *Desk) deleteArgument(e *library.Entry) {
	text := fmt.Sprintf(catalogue.DeleteQuestion.In(d.lang), e.Title.In(d.lang))
	linking := 0
	for _, k := range argument.LinkKinds() {
		linking += len(d.lib.Linking(e.ID, k))
	}
	if linking > 0 {
		text += "\n" + fmt.Sprintf(catalogue.DeleteLinked.In(d.lang), linking)
	}
	if d.isBuiltIn(e.Pack.ID) {
		text += "\n" + catalogue.CopiedOnChange.In(d.lang)
	}
	widgets.ShowDialog(d.window, catalogue.Delete.In(d.lang), widgets.NewProse(text), fyne.NewSize(480, 210),
		widgets.Answer{Label: catalogue.Cancel.In(d.lang), Rank: widgets.Plain},
		widgets.Answer{Label: catalogue.Delete.In(d.lang), Rank: widgets.Primary, Run: func() {
			d.change(e.Pack.ID, library.DeleteArgument{ID: e.ID}, catalogue.Deleted, e.ID)
		}})
}

func (d *Desk) linkArgument(e *library.Entry) { d.linkTo(e, nil) }

// linkTo asks how an argument is to be linked, to another that is chosen to
// begin with, if there is one.
func (d *Desk) linkTo(e, to *library.Entry) {
	entry.AskLink(d.window, entry.LinkDraft{
		Language: d.lang, Post: d.post, Library: d.lib, Search: d.finder.Search, From: e, To: to,
		Link: func(k argument.Link) {
			d.change(e.Pack.ID, library.LinkArgument{ID: e.ID, Link: k}, catalogue.Linked, e.ID)
		},
	})
}

func (d *Desk) unlinkArgument(e *library.Entry, k argument.Link) {
	d.change(e.Pack.ID, library.UnlinkArgument{ID: e.ID, Kind: k.Kind, To: k.To}, catalogue.Unlinked, e.ID)
}

// showBin shows the arguments that were deleted, to bring them back.
func (d *Desk) showBin() {
	var binned []entry.Binned
	for _, h := range d.shelf.Packs() {
		for i := range h.Pack.Bin {
			binned = append(binned, entry.Binned{Pack: h.Pack.ID, Argument: &h.Pack.Bin[i]})
		}
	}
	entry.ShowBin(d.window, d.lang, binned, func(b entry.Binned) {
		d.change(b.Pack, library.RestoreArgument{ID: b.Argument.ID}, catalogue.Restored, b.Argument.ID)
	})
}
