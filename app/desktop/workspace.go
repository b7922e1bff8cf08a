package desktop

import (
	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/editor"
	librarypane "celun/app/desktop/library"
	"celun/app/desktop/preview"
	"celun/app/desktop/shell"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/library"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// workspace builds the library, the editor and the side in their frame. What
// the user chose in them before is kept.
func (d *Desk) workspace() fyne.CanvasObject {
	d.top = shell.NewTop(d.actions, d.lang)
	d.status = shell.NewStatus(d.lang)
	d.top.OnHint = d.status.Hint

	old := d.pane
	d.pane = librarypane.New(librarypane.Params{
		Language: d.lang, Post: d.post, Search: d.finder.Search, Insert: d.insertArgument,
		Drag: d.dragArgument, Drop: d.dropArgument,
		Open: d.openEntry, Edit: d.editArgument, Duplicate: d.duplicateArgument, Delete: d.deleteArgument,
		Chose: d.showMenu,
	}, d.lib)
	if old != nil {
		d.pane.Restore(old.State())
	}
	d.editor = editor.New(d.editorParams(editor.Params{
		Language: d.lang,
		Do:       d.do,
		Keyboard: d.window.Canvas().Focus,
		Seal: func() {
			if d.doc != nil {
				d.doc.history.Seal()
			}
		},
		NewBlockID:   d.doc.history.NewBlockID,
		NewSectionID: d.doc.history.NewSectionID,
		Went:         d.went,
		Moved:        func(at brief.Address, offset int) { d.pages.Point(at, offset) },
		Entered:      d.showMenu,
		NextWord: func(_ language.Language, s string, at int) int {
			return d.words.Dictionary().Next(s, at)
		},
		PreviousWord: func(_ language.Language, s string, at int) int {
			return d.words.Dictionary().Previous(s, at)
		},
		Argument: func(id string) (*library.Entry, bool) { return d.lib.Get(id) },
		Changed:  d.changeOf,
		TakeText: d.takeChange, KeepText: d.keepChange, Compare: d.compareChange,
	}))
	d.pages = preview.New(preview.Params{
		Language: d.lang,
		Post:     d.post,
		Set:      d.setPages,
		Draw:     d.drawer.draw,
		Went:     d.goToText,
		Failed:   d.fail,
		Chose: func(c preview.Choice) {
			d.choice = c
			d.Memory.SetPages(c.Zoom, c.Thumbnails)
		},
		Change:   d.changeMeta,
		Settings: d.askPage,
	}, d.choice)
	d.doc.shown = nil
	d.newChecks()

	d.newMap()
	d.side = shell.NewSide(d.lang, d.tabs(), d.Memory.Side(), d.top.Button("wide side"))
	d.side.OnShown = d.Memory.SetSide
	left, right := d.Memory.PaneWidths()
	d.panes = widgets.NewPanes(
		container.NewStack(widgets.NewGround(theme.Pane), d.pane.View()),
		d.editor.View(), d.side.View(), left, right)
	d.panes.OnDragged = d.Memory.SetPaneWidths
	d.showPanes()
	above := &fyne.Container{Layout: &stack{width: d.window.Canvas().Size().Width}, Objects: []fyne.CanvasObject{d.top.View(), d.notices.view}}
	return container.NewBorder(above, d.status.View(), nil, nil, d.panes)
}

// goToText goes to a rune of a text, as after a click on a page.
func (d *Desk) goToText(at brief.Address, offset int) {
	d.editor.Reveal(at, true)
	if f, ok := d.window.Canvas().Focused().(*widgets.Field); ok {
		f.SetCaret(offset)
	}
}

// changeMeta changes how the brief is laid out.
func (d *Desk) changeMeta(change func(*brief.Meta)) {
	if d.doc == nil {
		return
	}
	m := d.doc.history.Brief().Meta
	change(&m)
	_ = d.do(brief.SetMeta{Meta: m}) // which tells of an error itself
}

// went follows the user to a place: the pages show it, and what can be done
// there changes.
func (d *Desk) went(at brief.Address) {
	d.pages.Reveal(at)
	d.showMenu()
}

// showMenu shows what can be done now in the menu.
func (d *Desk) showMenu() {
	d.showing = true
	defer func() { d.showing = false }()
	if d.actions.Update(d.menu) {
		d.window.SetMainMenu(d.menu)
	}
}

// showBars shows name, counts and what can be done.
func (d *Desk) showBars() {
	d.showing = true
	defer func() { d.showing = false }()
	b := d.doc.history.Brief()
	about := b.Meta.Series.In(d.lang)
	if about == "" {
		about = catalogue.Brief.In(d.lang)
	}
	d.top.Show(d.name(), about, d.dirty())
	d.status.Counts(d.editor.Length())
}
