// Package wizard makes a brief from the article by five questions: who reads
// it, what for, which challenges it answers, how long it is, and how the
// languages stand. The pages beside the questions follow each answer.
//
//	w := wizard.New(wizard.Params{Language: language.ZH, Templates: all, Library: lib, …}, wizard.Start(lib, nil))
//	window.SetContent(w.View())
//
// Everything is answered from the start: whoever agrees makes the draft at
// once.
package wizard

import (
	"fmt"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/icon"
	"celun/app/desktop/preview"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/library"
	"celun/app/template"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Params are what the wizard needs from the window.
type Params struct {
	Language  language.Language // of the interface
	Templates []*template.Template
	Library   *library.Library
	Date      string // of the brief, ISO 8601
	Post      func(func())
	// Make fills a template; it is called on another goroutine.
	Make func(id string, c template.Choice) (*brief.Brief, template.Report, error)
	// Pages returns the pane that shows pages.
	Pages func(preview.Choice) *preview.Pages
	// Done is called with the draft and the languages that were chosen, Cancel
	// to go back.
	Done   func(*brief.Brief, []language.Language)
	Cancel func()
	Failed func(error)
}

// Answers are what a user answered so far.
type Answers struct {
	reader     Reader
	purpose    Purpose
	size       Size
	chosen     *template.Template // by hand; nil: as proposed
	challenges map[string]bool
	picked     bool // the challenges were chosen by hand
	languages  []language.Language
	lead       language.Language
	layout     brief.Layout // empty: the template's
}

// A Wizard is the page of questions.
type Wizard struct {
	Params
	Answers

	pages  *preview.Pages
	draft  *brief.Brief
	asked  int // number of the last change
	uses   *widgets.Prose
	other  *widgets.Button
	cards  map[string]*widgets.TickCard // of the challenges
	sizes  *widgets.Options
	layers *widgets.Options // layouts
	firsts *widgets.Options // which language leads
	says   *widgets.Prose
	make   *widgets.Button
	view   fyne.CanvasObject
}

// Start returns the answers to begin with: to what the article has, in full,
// and those that suit a template; nil is the one that most briefs are.
func Start(lib *library.Library, t *template.Template) Answers {
	a := Answers{size: Long, challenges: map[string]bool{}, lead: language.ZH, chosen: t}
	a.suggest(lib, t)
	if t != nil {
		a.size = sizeOf(t)
		// What a template is not proposed for, it does not answer either.
		if s := suits[t.ID]; len(s.readers) > 0 && len(s.purposes) > 0 {
			a.reader, a.purpose = s.readers[0], s.purposes[0]
		}
	}
	return a
}

// suggest answers which challenges the brief is about, as long as nobody has
// chosen: all of them, in a short one the first.
func (a *Answers) suggest(lib *library.Library, t *template.Template) {
	if a.picked {
		return
	}
	short := t != nil && sizeOf(t) == Short
	for i, e := range lib.OfKind(argument.Challenge) {
		a.challenges[e.ID] = i == 0 || !short
	}
}

// New returns the page with answers.
func New(p Params, a Answers) *Wizard {
	w := &Wizard{Params: p, Answers: a}
	w.pages = w.Pages(preview.Choice{Languages: w.languages})
	w.build()
	w.changed()
	return w
}

// View returns what the window shows.
func (w *Wizard) View() fyne.CanvasObject { return w.view }

// Close gives up what is under way.
func (w *Wizard) Close() {
	w.asked++
	w.pages.Close()
}

// Template returns the template that the draft is made from.
func (w *Wizard) Template() *template.Template {
	if w.chosen != nil {
		return w.chosen
	}
	return Propose(w.Templates, w.reader, w.purpose, w.size)
}

// changed makes the draft anew and shows its pages.
func (w *Wizard) changed() {
	t := w.Template()
	if t == nil {
		return
	}
	w.suggest(w.Library, t)
	for id, card := range w.cards {
		card.SetOn(w.challenges[id])
	}
	w.uses.SetText(fmt.Sprintf(catalogue.UsesTemplate.In(w.Language), t.Name.In(w.Language)))
	layout := w.layout
	if layout == "" {
		layout = t.Layout
	}
	w.layers.Set(layoutIndex(layout))
	both := len(w.languages) != 1
	for i := range layouts {
		w.layers.SetEnabled(i, both)
	}
	for i := range language.Both() {
		w.firsts.SetEnabled(i, both)
	}
	c := template.Choice{Date: w.Date, Lead: w.lead, Layout: layout}
	for _, e := range w.Library.OfKind(argument.Challenge) {
		if w.challenges[e.ID] {
			c.Challenges = append(c.Challenges, e.ID)
		}
	}
	w.asked++
	w.make.SetEnabled(false)
	if len(c.Challenges) == 0 {
		w.draft = nil
		w.note(catalogue.ChooseOne.In(w.Language), theme.Amber)
		return
	}
	w.note(catalogue.MakingDraft.In(w.Language), theme.Muted)
	asked := w.asked
	go func() {
		b, report, err := w.Make(t.ID, c)
		w.Post(func() {
			if w.asked != asked {
				return
			}
			if err != nil {
				w.note("", theme.Muted)
				w.Failed(err)
				return
			}
			w.draft = b
			w.make.SetEnabled(true)
			w.note(w.about(report), theme.Muted)
			w.pages.Update(b)
		})
	}()
}

func (w *Wizard) note(text string, ink fyne.ThemeColorName) {
	w.says.Color = ink
	w.says.SetText(text)
	w.says.Refresh()
}

// about says what is still to be done about the draft.
func (w *Wizard) about(r template.Report) string {
	if len(r.Blanks) == 0 {
		return catalogue.DraftWhole.In(w.Language)
	}
	return fmt.Sprintf(catalogue.DraftBlanks.In(w.Language), len(r.Blanks))
}

// Ready reports whether the draft can be handed over.
func (w *Wizard) Ready() bool { return w.draft != nil }

// Finish hands the draft over, if it is there.
func (w *Wizard) Finish() {
	if w.draft != nil {
		w.Done(w.draft, w.languages)
	}
}

var layouts = []brief.Layout{brief.Parallel, brief.Stacked, brief.Facing, brief.Sequential}

func layoutIndex(l brief.Layout) int {
	for i, x := range layouts {
		if x == l {
			return i
		}
	}
	return 0
}

func (w *Wizard) build() {
	w.says = widgets.NewNote("", theme.Muted, 1)
	w.make = widgets.NewButton(widgets.Primary, catalogue.MakeDraft.In(w.Language), icon.Wand, w.Finish)
	cancel := widgets.NewButton(widgets.Plain, catalogue.Cancel.In(w.Language), nil, w.Cancel)
	cancel.OnEscape, w.make.OnEscape = w.Cancel, w.Cancel
	questions := widgets.NewScroller(widgets.NewInset(w.questions(), 24, 28, 24, 32))
	foot := widgets.NewInset(widgets.NewLine(10, 0, w.says, cancel, w.make), 8, 16, 8, 32)
	ground, desk, pane := widgets.NewGround(fynetheme.ColorNameBackground), widgets.NewGround(theme.Desk), widgets.NewGround(theme.Pane)
	line, line2 := widgets.NewHairline(), widgets.NewHairline()
	pages := w.pages.View()
	w.view = widgets.NewArranged(620, func(width, height float32, place widgets.Place) float32 {
		right := fyne.Max(300, fyne.Min(720, width*0.44))
		left := width - right
		f := widgets.HeightFor(foot, left)
		place(ground, 0, 0, width, height)
		place(questions, 0, 0, left, fyne.Max(0, height-f-1))
		place(pane, 0, height-f, left, f)
		place(line2, 0, height-f-1, left, 1)
		place(foot, 0, height-f, left, f)
		place(desk, left, 0, right, height)
		place(line, left, 0, 1, height)
		place(pages, left+1, 0, right-1, height)
		return fyne.Max(height, 400)
	}, ground, questions, pane, line2, foot, desk, pages, line)
}
