package editor

import (
	"celun/app/brief"
	"celun/app/language"
)

// A gap is a named blank and where it stands.
type gap struct {
	at         brief.Address
	start, end int
}

// NextBlank goes to the next named blank after the caret, or with -1 to the one
// before it, and selects it, so that what is typed takes its place. After the
// last it goes on with the first. It reports false if nothing is left to fill
// in.
func (e *Editor) NextBlank(by int) bool {
	all, begun, ended := e.gaps()
	if len(all) == 0 {
		return false
	}
	g := all[begun%len(all)]
	if by < 0 {
		g = all[(ended-1+len(all))%len(all)]
	}
	if g.at.Block == "" && g.at.Section == "" {
		e.ShowDetails()
	}
	e.Reveal(g.at, true)
	if f := e.fieldAt(g.at); f != nil && f.HasFocus() {
		f.Select(g.start, g.end)
	}
	return true
}

// gaps returns all blanks, and how many of them begin and end before what is
// selected.
func (e *Editor) gaps() (all []gap, begun, ended int) {
	f, at := e.Field()
	lo, hi := 0, 0
	if f == nil {
		at = e.selected
	} else {
		lo, hi = f.Selection()
	}
	passed := at == (brief.Address{})
	for a, text := range e.brief.Addresses() {
		if a.Block == "" && a.Slot == brief.DisclaimerSlot {
			continue // it has no field
		}
		for _, l := range languagesOf(a) {
			for _, b := range brief.BlanksIn(text, l) {
				all = append(all, gap{a, b.Start, b.End})
				if passed || a == at && b.Start >= hi {
					continue
				}
				begun++
				if a != at || b.End <= lo {
					ended++
				}
			}
		}
		passed = passed || a == at
	}
	return all, begun, ended
}

// languagesOf returns the languages that a text may be in.
func languagesOf(at brief.Address) []language.Language {
	if at.Language == "" {
		return language.Both()
	}
	return []language.Language{at.Language}
}

// NextSection goes to the first text of the next section, or with -1 of the
// one before; before the first section comes the title.
func (e *Editor) NextSection(by int) {
	i := -1
	for k := range e.brief.Sections {
		if e.brief.Sections[k].ID == e.Section() {
			i = k
		}
	}
	i = min(i+by, len(e.brief.Sections)-1)
	if i < 0 {
		e.Caret(brief.Address{Slot: brief.TitleSlot, Language: e.tongue()}, 0)
		return
	}
	e.ToSection(e.brief.Sections[i].ID)
}

// ToSection puts the caret into the first text of a section, or into its
// heading if it is folded or has none.
func (e *Editor) ToSection(id string) {
	s, _ := e.brief.Section(id)
	if s == nil {
		return
	}
	heading := brief.Address{Section: id, Slot: brief.HeadingSlot, Language: e.tongue()}
	e.column.Lead(keyOf(heading))
	if len(s.Blocks) == 0 || len(s.Blocks[0].Slots()) == 0 || e.folded[id] {
		e.Caret(heading, 0)
		return
	}
	e.Caret(brief.Address{Block: s.Blocks[0].ID, Slot: s.Blocks[0].Slots()[0], Language: e.tongue()}, 0)
}

// tongue is the language in which the user writes.
func (e *Editor) tongue() language.Language {
	if e.selected.Language != "" {
		return e.selected.Language
	}
	return e.Language
}

// ShowDetails shows the fields of the cover beside title and subtitle.
func (e *Editor) ShowDetails() {
	if !e.details {
		e.setDetails(true)
	}
}

// setDetails shows or hides the fields of the cover beside title and subtitle.
func (e *Editor) setDetails(on bool) {
	e.details = on
	e.drop(coverKey)
	e.column.Rebuild(coverKey)
}

// ToNumber shows the details of the cover and puts the caret into the number
// of the issue.
func (e *Editor) ToNumber() {
	e.ShowDetails()
	e.Caret(brief.Address{Slot: brief.NumberSlot, Language: e.tongue()}, -1)
}

// ToTitle puts the caret into the title.
func (e *Editor) ToTitle() {
	e.Caret(brief.Address{Slot: brief.TitleSlot, Language: e.Language}, -1)
}
