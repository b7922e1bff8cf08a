package desktop

import (
	"io/fs"

	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/editor"
	librarypane "celun/app/desktop/library"
	"celun/app/desktop/preview"
	"celun/app/desktop/shell"
	"celun/app/desktop/start"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/library"
	"celun/app/typeset"

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
		Open: d.openEntry, Edit: d.editArgument, Duplicate: d.duplicateArgument, Delete: d.deleteArgument,
		Chose: d.showMenu,
	}, d.lib)
	if old != nil {
		d.pane.Restore(old.State())
	}
	d.editor = editor.New(editor.Params{
		Language: d.lang,
		Do:       d.do,
		Seal: func() {
			if d.doc != nil {
				d.doc.history.Seal()
			}
		},
		NewBlockID:   d.doc.history.NewBlockID,
		NewSectionID: d.doc.history.NewSectionID,
		Went:         d.went,
		NextWord: func(_ language.Language, s string, at int) int {
			return d.words.Dictionary().Next(s, at)
		},
		PreviousWord: func(_ language.Language, s string, at int) int {
			return d.words.Dictionary().Previous(s, at)
		},
		Argument: func(id string) (*library.Entry, bool) { return d.lib.Get(id) },
		Changed:  d.changeOf,
		TakeText: d.takeChange, KeepText: d.keepChange, Compare: d.compareChange,
	})
	d.pages = preview.New(preview.Params{
		Language: d.lang,
		Post:     d.post,
		Set:      d.drawer.set,
		Draw:     d.drawer.draw,
		Went:     func(at brief.Address) { d.editor.Reveal(at, true) },
		Failed:   d.fail,
		Changed:  func(o typeset.Options) { d.options = o },
	}, d.options)
	d.doc.shown = nil

	d.side = shell.NewSide(d.lang, d.tabs(), d.Memory.Side())
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

// went follows the user to a place: the pages show it, and what can be done
// there changes.
func (d *Desk) went(at brief.Address) {
	d.pages.Reveal(at)
	d.showMenu()
}

// showMenu shows what can be done now in the menu.
func (d *Desk) showMenu() {
	if d.actions.Update(d.menu) {
		d.window.SetMainMenu(d.menu)
	}
}

// showBars shows name, counts and what can be done.
func (d *Desk) showBars() {
	b := d.doc.history.Brief()
	about := b.Meta.Series.In(d.lang)
	if about == "" {
		about = catalogue.Brief.In(d.lang)
	}
	d.top.Show(d.name(), about, d.dirty())
	d.status.Counts(d.editor.Length())
}

// startPage builds the start page.
func (d *Desk) startPage() fyne.CanvasObject {
	page := start.New(start.Params{
		Language: d.lang,
		Icon:     d.icon(),
		Sample:   d.openSample,
		Template: d.newBrief,
		Open:     d.open,
		OpenRecent: func(path string) {
			d.openFile(path)
		},
		Forget: func(path string) {
			d.Memory.Forget(path)
			d.show()
		},
	})
	paths := d.Memory.Recent()
	go func() { // a network drive may take its time
		files := make([]start.Recent, len(paths))
		for i, p := range paths {
			files[i] = start.Recent{Path: p, Missing: !exists(p)}
		}
		d.post(func() { page.SetRecent(files) })
	}()
	corner := d.startCorner()
	return container.NewStack(page.View(), widgets.NewArranged(0, func(width, _ float32, place widgets.Place) float32 {
		m := corner.MinSize()
		place(corner, width-m.Width-16, 12, m.Width, m.Height)
		return m.Height + 24
	}, corner))
}

// startCorner is the switch of language and look on the start page.
func (d *Desk) startCorner() fyne.CanvasObject {
	look, lang := d.actions.Find("theme"), d.actions.Find("language")
	return widgets.NewLine(4, -1,
		widgets.NewButton(widgets.Flat, "", look.Icon, look.Do),
		widgets.NewButton(widgets.Plain, catalogue.OtherLanguage.In(d.lang), nil, lang.Do))
}

// icon returns the icon of the program.
func (d *Desk) icon() fyne.Resource {
	data, err := fs.ReadFile(d.Assets, "icon/celun.svg")
	if err != nil {
		return nil
	}
	return fyne.NewStaticResource("celun.svg", data)
}
