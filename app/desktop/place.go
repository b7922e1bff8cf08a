package desktop

import (
	"celun/app/brief"
	"celun/app/desktop/editor"
	"celun/app/settings"
)

// A place is where the user is in the workspace.
type place struct {
	editor    editor.State
	pages     float32 // how far the pages are scrolled
	searching bool    // the caret is in the search of the library
}

// place returns where the user is; false without a document that is shown.
func (d *Desk) place() (place, bool) {
	if d.doc == nil || d.editor == nil || d.pane == nil || d.pages == nil {
		return place{}, false
	}
	return place{
		editor:    d.editor.State(),
		pages:     d.pages.Offset(),
		searching: d.window.Canvas().Focused() == d.pane.SearchField(),
	}, true
}

// goTo brings the user back to a place.
func (d *Desk) goTo(p place) {
	d.editor.Restore(p.editor)
	d.pages.RestoreOffset(p.pages)
	if p.searching {
		d.window.Canvas().Focus(d.pane.SearchField())
	}
}

// rememberPlaceIn remembers where the user is in the open brief, for the next
// time that it is opened.
func (d *Desk) rememberPlaceIn(doc *document) {
	p, ok := d.place()
	if !ok || doc == nil || doc != d.doc || doc.path == "" {
		return
	}
	at, caret, offset := p.editor.Where()
	d.Memory.Remember(doc.path, func(b *settings.Brief) {
		b.At = &settings.Place{
			Section: at.Section, Block: at.Block, Slot: string(at.Slot), Language: at.Language,
			Offset: caret, Text: float64(offset), Pages: float64(p.pages),
		}
	})
}

// goBack goes to where the user was in the open brief the last time.
func (d *Desk) goBack() {
	at := d.Memory.Brief(d.doc.path).At
	if at == nil {
		return
	}
	to := brief.Address{Section: at.Section, Block: at.Block, Slot: brief.Slot(at.Slot), Language: at.Language}
	if _, ok := d.doc.history.Brief().Text(to); !ok {
		to = brief.Address{}
	}
	d.goTo(place{editor: editor.StateAt(to, at.Offset, float32(at.Text)), pages: float32(at.Pages)})
}
