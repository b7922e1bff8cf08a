// Package library is the pane of arguments: a search, filters by kind, and a
// card for every argument with its place and links, marked when the brief
// uses it already.
//
//	pane := library.New(lib, language.ZH, fyne.Do)
//	pane.OnInsert = func(e *library.Entry) { … }
//	pane.SetUsed(map[string]bool{"C1": true})
//	window.SetContent(pane.View())
package library

import (
	"fmt"
	"strings"
	"time"

	"celun/app/argument"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	core "celun/app/library"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
)

// A Pane is the library as the window shows it.
type Pane struct {
	// OnInsert is called when an argument is to be put into the brief.
	OnInsert func(*core.Entry)

	post   func(func())
	lib    *core.Library
	lang   language.Language
	used   map[string]bool
	kinds  []argument.Kind        // that the library has, in the order of the chips
	on     map[argument.Kind]bool // chosen; none is all
	counts map[argument.Kind]int
	query  string
	chosen string

	search *widgets.LineEntry
	column *widgets.Column
	none   *widgets.Prose
	view   fyne.CanvasObject
	timer  *time.Timer
}

// New returns the pane of a library in an interface language. Post has a
// function called on the main thread.
func New(lib *core.Library, lang language.Language, post func(func())) *Pane {
	p := &Pane{post: post, lib: lib, lang: lang, on: map[argument.Kind]bool{}, counts: map[argument.Kind]int{}}
	for _, e := range lib.All() {
		p.counts[e.Kind]++
	}
	for _, k := range order() {
		if p.counts[k] > 0 {
			p.kinds = append(p.kinds, k)
		}
	}
	p.build()
	p.fill()
	return p
}

// order is the order in which an analyst looks for kinds.
func order() []argument.Kind {
	return []argument.Kind{
		argument.Challenge, argument.Countermeasure, argument.EvidenceKind, argument.Conclusion,
		argument.Thesis, argument.Option, argument.Recommendation, argument.Concept,
		argument.Role, argument.Trait, argument.Stage, argument.Feature,
	}
}

// View returns what the window shows.
func (p *Pane) View() fyne.CanvasObject { return p.view }

// Search returns the field of the search, to give it the focus.
func (p *Pane) Search() fyne.Focusable { return p.search }

// Chosen returns the argument whose card is chosen.
func (p *Pane) Chosen() (*core.Entry, bool) { return p.lib.Get(p.chosen) }

// State is what a user chose in the pane, to be kept when it is made anew.
type State struct {
	query, chosen string
	on            map[argument.Kind]bool
}

// State returns the choices of the user.
func (p *Pane) State() State { return State{p.query, p.chosen, p.on} }

// Restore takes up the choices of the user.
func (p *Pane) Restore(s State) {
	p.query, p.chosen = s.query, s.chosen
	if s.on != nil {
		p.on = s.on
	}
	p.build()
	p.search.SetText(s.query)
	p.fill()
}

// SetUsed says which arguments the brief uses.
func (p *Pane) SetUsed(used map[string]bool) {
	var changed []string
	for _, e := range p.lib.All() {
		if p.used[e.ID] != used[e.ID] {
			changed = append(changed, e.ID)
		}
	}
	p.used = used
	for _, id := range changed {
		p.column.Rebuild(id)
	}
}

func (p *Pane) build() {
	p.search = widgets.NewLineEntry("")
	p.search.SetPlaceHolder(catalogue.SearchLibrary.In(p.lang))
	p.search.SetIcon(fynetheme.SearchIcon())
	p.search.OnChanged = p.typed
	p.search.OnEscape = func() { p.search.SetText("") }
	p.search.OnDown = func() {
		if found := p.found(); len(found) > 0 {
			p.choose(found[0].ID)
		}
	}
	p.search.OnSubmitted = func(string) {
		if found := p.found(); len(found) > 0 {
			p.insert(found[0])
		}
	}
	chips := make([]fyne.CanvasObject, 0, len(p.kinds))
	for _, k := range p.kinds {
		label := fmt.Sprintf("%s %d", catalogue.Kind(k).In(p.lang), p.counts[k])
		chips = append(chips, widgets.NewChip(label, p.on[k], func(on bool) {
			p.on[k] = on
			p.fill()
		}))
	}
	p.column = widgets.NewColumn(8, 12)
	p.none = widgets.NewNote(catalogue.NothingFound.In(p.lang), theme.Muted, 0)
	p.none.Align = fyne.TextAlignCenter
	p.none.Hide()
	head := widgets.NewInset(widgets.NewPile(8, p.search, widgets.NewWrap(6, chips...)), 12, 12, 4, 12)
	list := container.NewStack(p.column, widgets.NewInset(p.none, 32, 16, 0, 16))
	p.view = widgets.NewArranged(120, func(width, height float32, place widgets.Place) float32 {
		h := widgets.HeightFor(head, width)
		place(head, 0, 0, width, h)
		place(list, 0, h, width, fyne.Max(0, height-h))
		return fyne.Max(height, h+80)
	}, head, list)
}

// typed searches a moment after the last key.
func (p *Pane) typed(query string) {
	p.query = query
	if p.timer != nil {
		p.timer.Stop()
	}
	p.timer = time.AfterFunc(120*time.Millisecond, func() { p.post(p.fill) })
}

// found returns the arguments that the query and the chips let through.
func (p *Pane) found() []*core.Entry {
	var all []*core.Entry
	for _, k := range p.kinds {
		all = append(all, p.lib.OfKind(k)...)
	}
	if q := strings.TrimSpace(p.query); q != "" {
		all = all[:0]
		for _, h := range p.lib.Find(q, 0) {
			all = append(all, h.Entry)
		}
	}
	any := false
	for _, on := range p.on {
		any = any || on
	}
	if !any {
		return all
	}
	kept := all[:0]
	for _, e := range all {
		if p.on[e.Kind] {
			kept = append(kept, e)
		}
	}
	return kept
}

func (p *Pane) fill() {
	entries := p.found()
	rows := make([]widgets.Row, len(entries))
	for i, e := range entries {
		rows[i] = widgets.Row{
			Key:      e.ID,
			Estimate: func(float32) float32 { return 104 },
			Build:    func() fyne.CanvasObject { return p.card(e) },
		}
	}
	p.column.SetRows(rows)
	p.none.Hidden = len(entries) > 0
	p.none.Refresh()
}

func (p *Pane) choose(id string) {
	if o, ok := p.column.Built(p.chosen); ok && p.chosen != id {
		o.(*widgets.Card).SetSelected(false)
		was := p.chosen
		p.chosen = id
		p.column.Rebuild(was)
	}
	p.chosen = id
	p.column.Rebuild(id)
}

func (p *Pane) insert(e *core.Entry) {
	if p.OnInsert != nil {
		p.OnInsert(e)
	}
}
