package desktop

import "celun/app/desktop/editor"

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
