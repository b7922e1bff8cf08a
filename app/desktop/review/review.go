// Package review is the pane of checks: what a review found, most serious
// first, each with the place, what mends it and a way to let it pass; and the
// views in which an editor reads a brief, by its first sentences and by its
// citations.
//
//	pane := review.New(review.Params{Language: language.ZH, Go: reveal, Mend: mend, Waive: waive})
//	pane.Show(b, findings)
//	window.SetContent(pane.View())
//
// The pane changes nothing itself: what is to be mended or waived goes out
// through its Params.
package review

import (
	"fmt"
	"slices"

	"celun/app/article"
	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/library"
	core "celun/app/review"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Params are what the pane needs from the window.
type Params struct {
	Language language.Language // of the interface
	// Go shows a place of the brief, and a stretch of the text there; Write puts
	// the caret there.
	Go    func(brief.Address, core.Range)
	Write func(brief.Address, core.Range)
	// Mend makes the edit of a finding, Waive asks for a reason and waives it,
	// Withdraw takes a waiver back.
	Mend     func(core.Finding)
	Waive    func(core.Finding)
	Withdraw func(brief.Waiver)
	// Limit has a waiver of an earlier version hold for what is found now only.
	Limit func(brief.Waiver)
	// NoClaim says of the first sentence of a block, or of a key message by its
	// number, that it is no claim, or no longer says it; nil if that cannot be
	// said.
	NoClaim func(block string, item int)
	// Request asks for a comment on a block, with what it may say.
	Request func(block, says string)
	// Argument returns an argument of the library; it may be nil.
	Argument func(id string) (*library.Entry, bool)
	// Hint is told what keys do where the keyboard is, and an empty text when
	// it leaves; it may be nil.
	Hint func(string)
	// Final exports the final version.
	Final func()
	// Articles returns the texts of sources that were opened, by the id of the
	// source; it may be nil.
	Articles func() map[string]*article.Article
	// Chose is told that another finding was chosen; it may be nil.
	Chose func()
}

// A Mode is what the pane shows.
type Mode int

// The modes.
const (
	Findings Mode = iota
	Outline
	Citations
	Advice
	modes
)

// A Pane is the checks as the window shows them.
type Pane struct {
	Params
	lang     language.Language
	brief    *brief.Brief
	findings []core.Finding
	shown    []core.Finding // those that the filter lets through, in the order of the list
	mode     Mode
	filter   Filter
	chosen   string // key of a finding
	spots    []spot // the rows of the other views that can be chosen
	spot     int    // the one that is, or -1
	last     int    // where the chosen one is in the list, or was before it was mended
	front    bool   // the pane is in front; what is not need not be built
	stale    bool
	filling  bool // rows are being replaced, and the keyboard goes where it can
	filled   view // what the rows that are shown are of
	moving   bool // another row is being made the chosen one

	host       *fyne.Container
	column     *widgets.Column
	head       *fyne.Container
	heads      []*widgets.TabHead // of the modes
	chipOf     map[Level]*widgets.Chip
	familyMenu *widgets.Button
	regain     func()      // gives the focus back to what of the head had it
	awaits     fyne.Canvas // whose keyboard is to be on the first row that comes
	ready      *widgets.Prose
	rest       *widgets.Prose
	clicks     *widgets.Clicks
}

// A Filter says which findings are shown. The zero Filter shows all that are
// open.
type Filter struct {
	Only   map[Level]bool // none is all that is open
	Family core.Group     // 0 is all
}

// A Level is what a finding asks of its reader.
type Level int

// The levels, the most serious first.
const (
	Errors Level = iota
	Blanks
	Warnings
	Hints
	WaivedLevel
	levels
)

// LevelOf returns the level of a finding.
func LevelOf(f *core.Finding) Level {
	switch {
	case f.Waiver != nil:
		return WaivedLevel
	case f.Blank:
		return Blanks
	case f.Severity == core.Error:
		return Errors
	case f.Severity == core.Warning:
		return Warnings
	}
	return Hints
}

// New returns the pane without findings.
func New(p Params) *Pane {
	v := &Pane{Params: p, lang: p.Language, host: container.NewStack(), clicks: widgets.NewClicks(), filter: Filter{Only: map[Level]bool{}}, spot: -1}
	v.column = widgets.NewColumn(8, 12)
	v.column.HoldFocus = true
	v.ready, v.rest = widgets.NewProse(catalogue.Reviewing.In(p.Language)), widgets.NewNote("", theme.Muted, 0)
	v.ready.Bold = true
	v.head = container.NewStack()
	v.host.Objects = []fyne.CanvasObject{widgets.NewArranged(200, func(width, height float32, place widgets.Place) float32 {
		h := widgets.HeightFor(v.head.Objects[0], width)
		place(v.head, 0, 0, width, h)
		place(v.column, 0, h, width, fyne.Max(0, height-h))
		return fyne.Max(height, h+80)
	}, v.head, v.column)}
	v.buildHead()
	return v
}

// View returns what the window shows.
func (v *Pane) View() fyne.CanvasObject { return v.host }

// Show shows what was found in a brief.
func (v *Pane) Show(b *brief.Brief, findings []core.Finding) {
	same := v.brief != nil && v.mode == Findings && slices.EqualFunc(v.findings, findings, alike) && slices.Equal(v.brief.Waivers, b.Waivers)
	v.brief, v.findings = b, findings
	if same {
		v.pick() // the cards say what they said
		return
	}
	if !v.front {
		v.stale = true
		v.pick()
		return
	}
	v.refresh()
	v.arrived()
}

// alike reports whether two findings have the same card.
func alike(a, b core.Finding) bool {
	return a.Key() == b.Key() && a.Fix == b.Fix && (a.Waiver == nil) == (b.Waiver == nil)
}

// InFront says whether the pane is to be seen.
func (v *Pane) InFront(on bool) {
	v.front = on
	if on && v.stale {
		v.refresh()
	}
}

// State is what a user chose in the pane, to be kept when it is made anew.
type State struct {
	Mode   Mode
	Filter Filter
	Chosen string
}

// State returns the choices of the user.
func (v *Pane) State() State { return State{v.mode, v.filter, v.chosen} }

// Restore takes them up.
func (v *Pane) Restore(s State) {
	v.mode, v.filter, v.chosen = s.Mode, s.Filter, s.Chosen
	if v.filter.Only == nil {
		v.filter.Only = map[Level]bool{}
	}
	v.refresh()
}

// SetMode shows another view.
func (v *Pane) SetMode(m Mode) {
	if m != v.mode {
		v.spot = -1
	}
	v.mode = m
	v.refresh()
	v.column.ScrollTo(0)
}

// Pass shows the findings of a family alone, or all again if it is shown.
func (v *Pane) Pass(of core.Group) {
	if v.filter.Family == of {
		of = 0
	}
	v.filter.Family = of
	v.mode = Findings
	v.refresh()
}

func (v *Pane) refresh() {
	v.stale = false
	v.pick()
	v.buildHead()
	v.fill()
}

// pick takes the findings that the filter lets through, the most serious
// first, within a level in the order of the document.
func (v *Pane) pick() {
	v.shown = nil
	for level := range levels {
		for i := range v.findings {
			f := &v.findings[i]
			if LevelOf(f) != level || v.filter.Family != 0 && core.Group(f.Code[0]) != v.filter.Family {
				continue
			}
			if len(v.on()) > 0 && !v.filter.Only[level] || len(v.on()) == 0 && level == WaivedLevel {
				continue
			}
			v.shown = append(v.shown, *f)
		}
	}
	if i := v.at(); i >= 0 {
		v.last = i
	} else {
		v.chosen = ""
	}
}

// on returns the levels whose chips are on. One that has none has no chip.
func (v *Pane) on() []Level {
	var on []Level
	for level := range levels {
		if v.filter.Only[level] && v.count(level) > 0 {
			on = append(on, level)
		}
	}
	return on
}

// at returns the place of the chosen finding in the list, or -1.
func (v *Pane) at() int {
	if v.chosen == "" { // asked at every key
		return -1
	}
	if v.last >= 0 && v.last < len(v.shown) && v.shown[v.last].Key() == v.chosen {
		return v.last
	}
	for i := range v.shown {
		if v.shown[i].Key() == v.chosen {
			return i
		}
	}
	return -1
}

// Chosen returns the chosen finding.
func (v *Pane) Chosen() (core.Finding, bool) {
	if i := v.at(); i >= 0 {
		return v.shown[i], true
	}
	return core.Finding{}, false
}

// Step chooses the finding so many places on, from either end round to the
// other, and goes there. In another view the list of findings comes first: else
// nothing would say what is the matter with the place gone to.
func (v *Pane) Step(by int) {
	if v.mode != Findings {
		v.SetMode(Findings)
	}
	n := len(v.shown)
	if n == 0 {
		return
	}
	i := v.at()
	switch {
	case i >= 0:
		i = (i + by + n) % n
	case by > 0: // what followed the one that was mended took its place
		i = min(v.last, n-1)
	default:
		i = (min(v.last, n) - 1 + n) % n
	}
	v.choose(v.shown[i])
}

// choose makes a finding the chosen one and goes to it.
func (v *Pane) choose(f core.Finding) {
	v.mark(f)
	v.goTo(f.Address, f.Range)
}

// mark makes a finding the chosen one.
func (v *Pane) mark(f core.Finding) {
	was := ""
	if i := v.at(); i >= 0 {
		was = v.key(&v.shown[i])
	}
	v.chosen = f.Key()
	v.last = max(0, v.at())
	if v.front && v.mode == Findings {
		v.move(was, v.key(&f))
	}
	if v.Chose != nil {
		v.Chose()
	}
}

// key names the card of a finding: another one for everything that it shows, so
// that no card shows what was.
func (v *Pane) key(f *core.Finding) string {
	text, _ := v.brief.Text(f.Address)
	return fmt.Sprint(f.Key(), "\x00", f.Fix, "\x00", text, "\x00", v.place(f.Address), f.Edit != nil, f.Waiver)
}

// count returns how many findings of a level there are.
func (v *Pane) count(level Level) int {
	n := 0
	for i := range v.findings {
		if LevelOf(&v.findings[i]) == level {
			n++
		}
	}
	if level == WaivedLevel {
		n += len(v.idle())
	}
	return n
}

// idle returns the waivers of checks made while typing that have nothing to
// let pass any more.
func (v *Pane) idle() []brief.Waiver {
	if v.brief == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(v.brief.Waivers), func(w brief.Waiver) bool {
		return !core.WhileTyping(w.Code) || slices.ContainsFunc(v.findings, func(f core.Finding) bool { return f.Waiver != nil && f.Waiver.Is(w) })
	})
}
