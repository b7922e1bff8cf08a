// Package receive asks, clash by clash or once for all, what is to be done
// when a pack that comes in has entries that differ from the library's.
//
//	receive.Ask(window, receive.Params{Language: language.ZH, Incoming: in, Done: func(c map[string]library.Choice) { … }})
package receive

import (
	"fmt"

	"celun/app/desktop/catalogue"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/library"

	"fyne.io/fyne/v2"
)

// Params are what the questions need from the window.
type Params struct {
	Language language.Language
	Incoming *library.Incoming
	// BuiltIn says that it comes with the program, not from another person.
	BuiltIn bool
	// TagName returns what the library calls a tag; it may be nil.
	TagName func(tag string) language.Text
	// Done is called with a choice for every clash.
	Done func(map[string]library.Choice)
}

// asking is the way through the clashes.
type asking struct {
	Params
	window  fyne.Window
	at      int
	choices map[string]library.Choice
}

// Ask asks about every clash of a pack that comes in.
func Ask(w fyne.Window, p Params) {
	a := &asking{Params: p, window: w, choices: map[string]library.Choice{}}
	a.next()
}

// tagName returns what a tag is called: by the pack that comes in, or else by
// the library.
func (p Params) tagName(tag string) language.Text {
	if p.Incoming != nil && p.Incoming.Pack != nil {
		for _, t := range p.Incoming.Pack.Tags {
			if t.ID == tag {
				return t.Name()
			}
		}
	}
	if p.TagName == nil {
		return language.Text{ZH: tag, EN: tag}
	}
	return p.TagName(tag)
}

// next asks about the clash whose turn it is.
func (a *asking) next() {
	if a.at >= len(a.Incoming.Clashes) {
		a.Done(a.choices)
		return
	}
	c, lang := a.Incoming.Clashes[a.at], a.Language
	head := widgets.NewProse(c.Message.In(lang))
	head.Bold = true
	title := widgets.NewNote(name(c, lang), theme.Muted, 2)
	count := fmt.Sprintf(catalogue.ClashOf.In(lang), a.at+1, len(a.Incoming.Clashes))
	parts := []fyne.CanvasObject{widgets.NewNote(a.Incoming.Name+" · "+count, theme.Muted, 1), widgets.NewPile(2, head, title)}
	parts = append(parts, differences(lang, c, a.theirs(), a.tagName)...)
	rest := false
	others := len(a.Incoming.Clashes) - a.at - 1
	label := catalogue.ForTheLast.In(lang)
	if others != 1 {
		label = fmt.Sprintf(catalogue.ForAllRest.In(lang), others)
	}
	forAll := widgets.NewChip(label, false, func(on bool) { rest = on })
	if others == 0 {
		forAll.Hide()
	}
	scroller := widgets.NewScroller(widgets.NewPile(10, parts...))
	body := widgets.NewFooted(scroller, widgets.NewLine(0, -1, forAll), 480)
	choose := func(choice library.Choice) func() {
		return func() { a.choose(choice, rest) }
	}
	answers := []widgets.Answer{
		{Label: catalogue.CancelImport.In(lang), Rank: widgets.Plain},
		{Label: a.take().In(lang), Rank: widgets.Plain, Run: choose(library.TakeTheirs)},
	}
	if c.Theirs != nil {
		answers = append(answers, widgets.Answer{Label: catalogue.KeepBoth.In(lang), Rank: widgets.Plain, Run: choose(library.KeepBoth)})
	}
	// The last has the focus: what Enter does changes nothing.
	answers = append(answers, widgets.Answer{Label: catalogue.KeepMine.In(lang), Rank: widgets.Plain, Run: choose(library.KeepMine)})
	widgets.ShowDialog(a.window, a.title().In(lang), body, fyne.NewSize(900, 560), answers...)
}

func (p Params) title() language.Text {
	if p.BuiltIn {
		return catalogue.UpdateClash
	}
	return catalogue.ImportClash
}

func (p Params) theirs() language.Text {
	if p.BuiltIn {
		return catalogue.BuiltInText
	}
	return catalogue.Theirs
}

func (p Params) take() language.Text {
	if p.BuiltIn {
		return catalogue.TakeBuiltIn
	}
	return catalogue.TakeTheirs
}

// name returns what the entry of a clash is called by those who have it here.
func name(c library.Clash, lang language.Language) string {
	title := language.Text{}
	switch {
	case c.Mine != nil:
		title = c.Mine.Title
	case c.MyTerm != nil:
		title = language.Text{ZH: c.MyTerm.Best(language.ZH), EN: c.MyTerm.Best(language.EN)}
	case c.MySource != nil:
		title = c.MySource.Title
	}
	if title.In(lang) == "" {
		lang = lang.Other()
	}
	return title.In(lang)
}

// choose notes a choice for the clash, or for all that are left: of terms and
// sources, which cannot be kept twice, mine are kept where both are wanted.
func (a *asking) choose(choice library.Choice, rest bool) {
	for {
		c := a.Incoming.Clashes[a.at]
		one := choice
		if one == library.KeepBoth && c.Theirs == nil {
			one = library.KeepMine
		}
		a.choices[c.Key()] = one
		a.at++
		if !rest || a.at >= len(a.Incoming.Clashes) {
			break
		}
	}
	a.next()
}

// beside puts mine and theirs side by side.
func beside(mine, theirs fyne.CanvasObject) fyne.CanvasObject {
	const gap = 24
	return widgets.NewArranged(300, func(width, _ float32, place widgets.Place) float32 {
		w := (width - gap) / 2
		h := fyne.Max(widgets.HeightFor(mine, w), widgets.HeightFor(theirs, w))
		place(mine, 0, 0, w, h)
		place(theirs, w+gap, 0, w, h)
		return h
	}, mine, theirs)
}
