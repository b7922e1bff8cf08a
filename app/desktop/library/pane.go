// Package library is the pane of arguments: a search, filters by kind, tag,
// source and the challenge that is answered, and a card for every argument with
// its place and links, marked when the brief uses it already.
//
//	pane := library.New(library.Params{Language: language.ZH, Post: fyne.Do, Search: finder.Search, Insert: insert}, lib)
//	pane.SetUsed(map[string]bool{"C1": true})
//	window.SetContent(pane.View())
//
// Searching goes on beside the main thread; what comes back after the query
// has changed is dropped.
package library

import (
	"context"
	"fmt"
	"strings"
	"time"

	"celun/app/argument"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/icon"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/language/pinyin"
	core "celun/app/library"
	"celun/app/library/find"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Params are what the pane needs from the window.
type Params struct {
	Language language.Language // of the interface
	// Post has a function called on the main thread.
	Post func(func())
	// Search finds arguments; it is called on another goroutine.
	Search func(context.Context, find.Query) ([]find.Hit, error)
	// Insert puts an argument into the brief at a length.
	Insert func(*core.Entry, argument.Length)
	// Drag is told where in the window a card is dragged, and Drop that it was
	// let go there; both may be nil.
	Drag func(at fyne.Position)
	Drop func(*core.Entry)
	// Open shows an argument whole; Edit, Duplicate and Delete change the
	// library.
	Open, Edit, Duplicate, Delete func(*core.Entry)
	// Chose is told that another card was chosen; it may be nil.
	Chose func()
}

// maxHits is how many cards a search shows.
const maxHits = 500

// A Pane is the library as the window shows it.
type Pane struct {
	Params
	lang   language.Language
	lib    *core.Library
	used   map[string]bool
	kinds  []argument.Kind        // that the library has, in the order of the chips
	on     map[argument.Kind]bool // chosen; none is all
	counts map[argument.Kind]int
	only   filters
	query  string
	chosen string
	clicks *widgets.Clicks

	shown    string // the query that the cards answer
	entries  []*core.Entry
	hits     map[string]find.Hit // by id, of the query that is shown
	asked    int                 // number of the last search
	cancel   context.CancelFunc  // of the search under way, or nil
	insert   bool                // the first of what is found is to be put in
	readings pinyin.Table

	search *widgets.LineEntry
	column *widgets.Column
	none   *widgets.Prose
	host   *fyne.Container
	timer  *time.Timer
}

// New returns the pane of a library.
func New(params Params, lib *core.Library) *Pane {
	p := &Pane{clicks: widgets.NewClicks(), Params: params, lang: params.Language, on: map[argument.Kind]bool{}, host: container.NewStack()}
	p.SetLibrary(lib)
	return p
}

// SetLibrary shows another library, as after a change of it; what the user
// chose is kept.
func (p *Pane) SetLibrary(lib *core.Library) {
	p.lib, p.counts, p.kinds, p.only = lib, map[argument.Kind]int{}, nil, p.only.within(lib)
	for _, e := range lib.All() {
		p.counts[e.Kind]++
	}
	for _, k := range order() {
		if p.counts[k] > 0 {
			p.kinds = append(p.kinds, k)
		}
	}
	at := float32(0)
	if p.column != nil {
		at = p.column.Offset()
	}
	p.build()
	if !p.blank() {
		p.ask() // until its answer is there, everything is shown
	}
	p.showAll()
	p.column.ScrollTo(at)
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
func (p *Pane) View() fyne.CanvasObject { return p.host }

// SearchField returns the field of the search, to give it the focus.
func (p *Pane) SearchField() fyne.Focusable { return p.search }

// Chosen returns the argument whose card is chosen.
func (p *Pane) Chosen() (*core.Entry, bool) { return p.lib.Get(p.chosen) }

// State is what a user chose in the pane, to be kept when it is made anew.
type State struct {
	query, chosen string
	on            map[argument.Kind]bool
	only          filters
}

// State returns the choices of the user.
func (p *Pane) State() State { return State{p.query, p.chosen, p.on, p.only} }

// Restore takes up the choices of the user.
func (p *Pane) Restore(s State) {
	p.query, p.chosen, p.only = s.query, s.chosen, s.only
	if s.on != nil {
		p.on = s.on
	}
	p.SetLibrary(p.lib)
}

// SetUsed says which arguments the brief uses.
func (p *Pane) SetUsed(used map[string]bool) {
	var changed []string
	for _, e := range p.entries {
		if p.used[e.ID] != used[e.ID] {
			changed = append(changed, e.ID)
		}
	}
	p.used = used
	for _, id := range changed {
		p.column.Rebuild(p.key(id))
	}
}

func (p *Pane) build() {
	p.search = widgets.NewLineEntry(p.query)
	p.search.SetPlaceHolder(catalogue.SearchLibrary.In(p.lang))
	p.search.SetIcon(icon.Search)
	p.search.OnChanged = p.typed
	p.search.OnEscape = func() {
		if p.search.Text == "" {
			widgets.ToWindow(p.search, &fyne.KeyEvent{Name: fyne.KeyEscape})
			return
		}
		p.search.SetText("")
	}
	p.search.OnDown = p.toCards
	p.search.OnSubmitted = func(string) { p.insertFirst() }
	chips := make([]fyne.CanvasObject, 0, len(p.kinds))
	for _, k := range p.kinds {
		label := fmt.Sprintf("%s %d", catalogue.Kind(k).In(p.lang), p.counts[k])
		chips = append(chips, widgets.NewChip(label, p.on[k], func(on bool) {
			p.on[k] = on
			p.ask()
		}))
	}
	p.column = widgets.NewColumn(8, 12)
	p.column.HoldFocus = true
	p.none = widgets.NewNote(catalogue.NothingFound.In(p.lang), theme.Muted, 0)
	p.none.Align = fyne.TextAlignCenter
	p.none.Hide()
	head := widgets.NewInset(widgets.NewPile(6, p.search, widgets.NewWrap(6, chips...), p.filterLine()), 12, 12, 4, 12)
	list := container.NewStack(p.column, widgets.NewInset(p.none, 32, 16, 0, 16))
	p.host.Objects = []fyne.CanvasObject{widgets.NewArranged(120, func(width, height float32, place widgets.Place) float32 {
		h := widgets.HeightFor(head, width)
		place(head, 0, 0, width, h)
		place(list, 0, h, width, fyne.Max(0, height-h))
		return fyne.Max(height, h+80)
	}, head, list)}
	p.host.Refresh()
}

// key returns the key of the card of an argument: one card for one query,
// because it shows what was found.
func (p *Pane) key(id string) string { return id + "\n" + p.shown }

// blank reports that nothing is asked but what the chips let through.
func (p *Pane) blank() bool { return strings.TrimSpace(p.query) == "" && p.only == filters{} }

// chosenKinds returns the kinds whose chips are on.
func (p *Pane) chosenKinds() []argument.Kind {
	var kinds []argument.Kind
	for _, k := range p.kinds {
		if p.on[k] {
			kinds = append(kinds, k)
		}
	}
	return kinds
}

// showAll shows every argument that the chips let through, by kind.
func (p *Pane) showAll() {
	kinds := p.chosenKinds()
	if len(kinds) == 0 {
		kinds = p.kinds
	}
	var all []*core.Entry
	for _, k := range kinds {
		all = append(all, p.lib.OfKind(k)...)
	}
	p.fill("", all, nil, nil)
}

// fill shows cards: of terms first, then of arguments.
func (p *Pane) fill(query string, entries []*core.Entry, hits map[string]find.Hit, terms []argument.Term) {
	p.shown, p.entries, p.hits = query, entries, hits
	rows := make([]widgets.Row, 0, len(terms)+len(entries)+1)
	for _, t := range terms {
		rows = append(rows, widgets.Row{
			Key:      "term " + p.key(t.ID),
			Estimate: func(float32) float32 { return 110 },
			Build:    func() fyne.CanvasObject { return p.term(t) },
		})
	}
	for _, e := range entries {
		rows = append(rows, widgets.Row{
			Key:      p.key(e.ID),
			Estimate: func(float32) float32 { return 104 },
			Build:    func() fyne.CanvasObject { return p.card(e) },
		})
	}
	if query != "" && len(entries) == maxHits {
		rows = append(rows, widgets.Row{
			Key:      "more",
			Estimate: func(float32) float32 { return 30 },
			Build: func() fyne.CanvasObject {
				return widgets.NewNote(fmt.Sprintf(catalogue.OnlyTheFirst.In(p.lang), maxHits), theme.Muted, 0)
			},
		})
	}
	p.column.SetRows(rows)
	p.none.Hidden = len(rows) > 0
	p.none.Refresh()
}

func (p *Pane) choose(id string) {
	was := p.chosen
	p.chosen = id
	if was != id {
		p.column.Rebuild(p.key(was))
	}
	p.column.Rebuild(p.key(id))
	if p.Chose != nil && was != id {
		p.Chose()
	}
}
