package editor

import "celun/app/brief"

// Fold shows only the heading of a section, or all of it again.
func (e *Editor) Fold(section string, on bool) {
	if e.folded[section] == on {
		return
	}
	if on {
		e.folded[section] = true
		if _, i, _ := e.brief.Block(e.selected.Block); i >= 0 && e.brief.Sections[i].ID == section {
			e.choose(brief.Address{Section: section, Slot: brief.HeadingSlot})
		}
	} else {
		delete(e.folded, section)
	}
	e.showRows()
	e.drop(sectionKey(section))
	e.column.Rebuild(sectionKey(section))
}

// FoldAll folds every section, or unfolds them if all are folded.
func (e *Editor) FoldAll() {
	on := len(e.folded) < len(e.brief.Sections)
	for i := range e.brief.Sections {
		e.Fold(e.brief.Sections[i].ID, on)
	}
}

// IsFolded reports whether the section with the selected place is folded.
func (e *Editor) IsFolded() bool { return e.folded[e.Section()] }

// Section returns the section in which the user is; empty for none.
func (e *Editor) Section() string {
	if e.brief == nil {
		return ""
	}
	if _, i, _ := e.brief.Block(e.selected.Block); i >= 0 {
		return e.brief.Sections[i].ID
	}
	return e.selected.Section
}

// unfold shows the section of a block.
func (e *Editor) unfold(at brief.Address) {
	if _, i, _ := e.brief.Block(at.Block); i >= 0 {
		e.Fold(e.brief.Sections[i].ID, false)
	}
}

// showRows shows the rows anew, after a section was folded.
func (e *Editor) showRows() {
	rows := e.rows()
	e.forget(rows)
	e.column.SetRows(rows)
}
