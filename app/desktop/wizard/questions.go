package wizard

import (
	"fmt"
	"slices"
	"strconv"

	"celun/app/argument"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/preview"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/library"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
)

// questions are the five, one under the other.
func (w *Wizard) questions() fyne.CanvasObject {
	lang := w.Language
	title := widgets.NewProse(catalogue.FromArticle.In(lang))
	title.Bold, title.TextSize = true, 20
	intro := widgets.NewProse(catalogue.WizardIntro.In(lang))
	intro.Color = theme.Muted

	reader := widgets.NewOptions(int(w.reader), say(catalogue.Readers(), lang)...)
	reader.OnChanged = func(i int) { w.reader = Reader(i); w.resize(); w.proposeAnew() }
	purpose := widgets.NewOptions(int(w.purpose), say(catalogue.Purposes(), lang)...)
	purpose.OnChanged = func(i int) { w.purpose = Purpose(i); w.resize(); w.proposeAnew() }
	w.sizes = widgets.NewOptions(int(w.size), say(catalogue.Sizes(), lang)...)
	w.sizes.OnChanged = func(i int) { w.size = Size(i); w.proposeAnew() }
	w.uses = widgets.NewNote("", theme.Muted, 1)
	w.other = widgets.NewMenuButton(widgets.Flat, catalogue.OtherTemplate.In(lang), w.templateMenu)

	sets := [][]language.Language{nil, {language.ZH}, {language.EN}}
	var names []string
	for _, ls := range sets {
		names = append(names, catalogue.Languages(ls).In(lang))
	}
	languages := widgets.NewOptions(w.languageIndex(), names...)
	languages.OnChanged = func(i int) {
		w.languages = sets[i]
		w.pages.Choose(preview.Choice{Languages: w.languages})
		w.changed()
	}
	w.firsts = widgets.NewOptions(slices.Index(language.Both(), w.lead), catalogue.ChineseFirst.In(lang), catalogue.EnglishFirst.In(lang))
	w.firsts.OnChanged = func(i int) { w.lead = language.Both()[i]; w.changed() }
	var layoutNames []string
	for _, l := range layouts {
		layoutNames = append(layoutNames, catalogue.Layout(l).In(lang))
	}
	w.layers = widgets.NewOptions(0, layoutNames...)
	w.layers.OnChanged = func(i int) { w.layout = layouts[i]; w.changed() }

	return widgets.NewPile(
		24,
		widgets.NewPile(4, title, intro),
		question(1, catalogue.WhoReads.In(lang), reader),
		question(2, catalogue.WhatFor.In(lang), purpose),
		question(3, catalogue.WhichChallenges.In(lang), w.challengeCards()),
		question(4, catalogue.HowLong.In(lang), w.sizes, widgets.NewLine(2, -1, natural(w.uses), w.other)),
		question(5, catalogue.HowLanguages.In(lang), languages, w.firsts, w.layers),
	)
}

func (w *Wizard) languageIndex() int {
	if len(w.languages) != 1 {
		return 0
	}
	return 1 + slices.Index(language.Both(), w.languages[0])
}

// resize lets the length be that of the template which suits reader and purpose
// best.
func (w *Wizard) resize() {
	if t := Propose(w.Templates, w.reader, w.purpose, w.size); t != nil {
		w.size = sizeOf(t)
		w.sizes.Set(int(w.size))
	}
}

// proposeAnew lets the answers propose the template again.
func (w *Wizard) proposeAnew() {
	w.chosen, w.layout = nil, ""
	w.changed()
}

func say(texts []language.Text, l language.Language) []string {
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = t.In(l)
	}
	return out
}

// natural is a text on one line, as wide as it is.
func natural(p *widgets.Prose) fyne.CanvasObject {
	return widgets.NewNatural(p)
}

// question is a number, a question and what can be answered.
func question(n int, text string, answers ...fyne.CanvasObject) fyne.CanvasObject {
	disc := canvas.NewCircle(theme.Color(theme.Soft))
	number := canvas.NewText(strconv.Itoa(n), theme.Color(fynetheme.ColorNamePrimary))
	number.TextSize, number.TextStyle.Bold, number.Alignment = 12, true, fyne.TextAlignCenter
	head := widgets.NewProse(text)
	head.Bold, head.TextSize = true, 14
	pile := widgets.NewPile(8, append([]fyne.CanvasObject{head}, answers...)...)
	return widgets.NewArranged(240, func(width, _ float32, place widgets.Place) float32 {
		const side = 24
		h := widgets.HeightFor(pile, width-side-12)
		place(disc, 0, -2, side, side)
		place(number, 0, -2+(side-number.MinSize().Height)/2, side, number.MinSize().Height)
		place(pile, side+12, 0, width-side-12, h)
		return h
	}, disc, number, pile)
}

// challengeCards are the challenges of the article, each with what the draft
// will set against it.
func (w *Wizard) challengeCards() fyne.CanvasObject {
	var cards []fyne.CanvasObject
	w.cards = map[string]*widgets.TickCard{}
	for _, e := range w.Library.OfKind(argument.Challenge) {
		cards = append(cards, w.challengeCard(e))
	}
	return widgets.NewBalancedGrid(250, 460, 8, cards...)
}

func (w *Wizard) challengeCard(e *library.Entry) fyne.CanvasObject {
	lang := w.Language
	title := widgets.NewProse(e.Title.In(lang))
	title.Bold, title.MaxLines = true, 2
	other := widgets.NewNote(e.Title.In(lang.Other()), theme.Muted, 2)
	answers, evidence := len(w.Library.Answers(e.ID)), len(w.Library.Supports(e.ID))
	about, ink := fmt.Sprintf(catalogue.PairedIn.In(lang), answers, evidence), theme.Muted
	if answers == 0 {
		about, ink = catalogue.NoAnswerYet.In(lang), theme.Red
	}
	card := widgets.NewTickCard(widgets.NewPile(2, title, other, widgets.NewNote(about, ink, 2)), w.challenges[e.ID])
	w.cards[e.ID] = card
	card.OnChanged = func(on bool) {
		w.challenges[e.ID], w.picked = on, true
		w.changed()
	}
	return card
}

// templateMenu lets another template be chosen by hand.
func (w *Wizard) templateMenu() *fyne.Menu {
	m := fyne.NewMenu("")
	now := w.Template()
	for _, t := range w.Templates {
		item := fyne.NewMenuItem(t.Name.In(w.Language), func() {
			w.chosen, w.layout, w.size = t, "", sizeOf(t)
			w.sizes.Set(int(w.size))
			w.changed()
		})
		item.Checked = t == now
		m.Items = append(m.Items, item)
	}
	return m
}
