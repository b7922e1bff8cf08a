package templates

import (
	"fmt"
	"reflect"
	"slices"

	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/icon"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/store"
	"celun/app/template"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// An editor is the dialog in which one template is changed.
type editor struct {
	Params
	window   fyne.Window
	was, now *template.Template
	saved    func()

	box      *widgets.Dialog
	scroller *widgets.Scroller
	trouble  *widgets.Prose
	body     fyne.CanvasObject
}

// edit shows the dialog for a template, which is the dialog's own.
func edit(w fyne.Window, p Params, t *template.Template, saved func()) {
	e := &editor{Params: p, window: w, was: t.Clone(), now: t, saved: saved}
	lang := p.Language
	e.trouble = widgets.NewNote("", theme.Amber, 3)
	e.scroller = widgets.NewScroller(e.content())
	e.body = widgets.NewArranged(400, func(width, height float32, place widgets.Place) float32 {
		h := float32(0)
		if e.trouble.Text != "" {
			h = widgets.HeightFor(e.trouble, width) + 6
		}
		place(e.scroller, 0, 0, width, fyne.Max(0, height-h))
		place(e.trouble, 2, height-h+4, width-4, h)
		return fyne.Max(height, 200)
	}, e.scroller, e.trouble)
	e.box = widgets.ShowDialog(w, editWord.In(lang), e.body, fitting(w, 1080, 760),
		widgets.Answer{Label: cancelWord.In(lang), Rank: widgets.Plain, Stay: true, Run: e.leave},
		widgets.Answer{Label: saveWord.In(lang), Rank: widgets.Primary, Stay: true, Run: e.save})
}

// rebuild shows the template anew after its sections or rules changed.
func (e *editor) rebuild() { e.scroller.SetContent(e.content()) }

func (e *editor) settle() { e.scroller.Settle() }

func (e *editor) content() fyne.CanvasObject {
	lang, t := e.Language, e.now
	parts := []fyne.CanvasObject{
		both(e.window, lang, nameWord, &t.Name, e.settle),
		both(e.window, lang, descriptionWord, &t.Description, e.settle),
		both(e.window, lang, seriesWord, &t.Series, e.settle),
		both(e.window, lang, audienceWord, &t.Audience, e.settle),
		e.looks(),
		widgets.NewInset(heading(sectionsWord.In(lang)), 8, 0, 0, 0),
		widgets.NewNote(placeholders.In(lang), theme.Muted, 0),
	}
	for i := range t.Sections {
		parts = append(parts, e.section(i))
	}
	parts = append(parts, widgets.NewWrap(8, widgets.NewButton(widgets.Plain, addSection.In(lang), icon.Add, e.addSection)))
	return widgets.NewInset(widgets.NewPile(12, parts...), 0, 2, 8, 2)
}

// looks lets layout, look, pages and logo be chosen.
func (e *editor) looks() fyne.CanvasObject {
	lang, t := e.Language, e.now
	var names []string
	for _, l := range layouts {
		names = append(names, catalogue.Layout(l).In(lang))
	}
	layout := widget.NewSelect(names, nil)
	layout.SetSelectedIndex(max(0, slices.Index(layouts, t.Layout)))
	layout.OnChanged = func(string) { t.Layout = layouts[layout.SelectedIndex()] }
	style := widget.NewSelect([]string{briefLook.In(lang), officialLook.In(lang)}, nil)
	style.SetSelectedIndex(0)
	if t.Style == brief.OfficialStyle {
		style.SetSelectedIndex(1)
	}
	style.OnChanged = func(string) {
		t.Style = ""
		if style.SelectedIndex() == 1 {
			t.Style = brief.OfficialStyle
		}
	}
	said := noLogo
	if t.Logo != nil {
		said = hasLogo
	}
	logo := []fyne.CanvasObject{
		widgets.NewNatural(widgets.NewNote(logoWord.In(lang)+" · "+said.In(lang), theme.Muted, 1)),
		widgets.NewButton(widgets.Plain, chooseLogo.In(lang), icon.Figure, e.chooseLogo),
	}
	if t.Logo != nil {
		logo = append(logo, widgets.NewButton(widgets.Plain, dropLogo.In(lang), nil, func() {
			t.Logo = nil
			e.rebuild()
		}))
	}
	return widgets.NewPile(10,
		shared(12, captioned(layoutWord.In(lang), layout), captioned(styleWord.In(lang), style), number(lang, leastWord, &t.Pages.Least), number(lang, mostWord, &t.Pages.Most)),
		widgets.NewWrap(10, logo...))
}

func (e *editor) chooseLogo() {
	e.AskOpen(chooseLogo, []string{".png", ".jpg", ".jpeg"}, func(path string) {
		data, err := store.Read(path, 1<<20)
		if err == nil {
			_, err = brief.CheckPicture(path, data)
		}
		if err != nil {
			e.Fail(err)
			return
		}
		e.now.Logo = data
		e.rebuild()
	})
}

// section is one section as a card.
func (e *editor) section(i int) fyne.CanvasObject {
	lang, s := e.Language, &e.now.Sections[i]
	name := widgets.NewProse(s.Heading.In(lang))
	name.Bold = true
	head := []fyne.CanvasObject{name}
	if i > 0 {
		head = append(head, widgets.NewButton(widgets.Flat, "", icon.Up, func() { e.move(i, i-1) }))
	}
	if i < len(e.now.Sections)-1 {
		head = append(head, widgets.NewButton(widgets.Flat, "", icon.Down, func() { e.move(i, i+1) }))
	}
	if len(e.now.Sections) > 1 {
		head = append(head, widgets.NewButton(widgets.Flat, "", icon.Bin, func() {
			e.now.Sections = slices.Delete(e.now.Sections, i, i+1)
			e.rebuild()
		}))
	}
	parts := []fyne.CanvasObject{
		widgets.NewLine(4, 0, head...),
		both(e.window, lang, headingWord, &s.Heading, e.settle),
		both(e.window, lang, purposeWord, &s.Purpose, e.settle),
		widgets.NewWrap(16,
			tick(lang, requiredWord, s.Required, func(on bool) { s.Required = on }),
			tick(lang, numberedWord, !s.Unnumbered, func(on bool) { s.Unnumbered = !on })),
		shared(12,
			number(lang, softZH, &s.LimitZH.Soft), number(lang, hardZH, &s.LimitZH.Hard),
			number(lang, softEN, &s.LimitEN.Soft), number(lang, hardEN, &s.LimitEN.Hard)),
	}
	if s.MoreZH+s.MoreEN > 0 {
		parts = append(parts, widgets.NewNote(fmt.Sprintf(moreWord.In(lang), s.MoreZH, s.MoreEN), theme.Muted, 1))
	}
	parts = append(parts, widgets.NewNote(fillWord.In(lang), theme.Muted, 1))
	for j := range s.Fill {
		parts = append(parts, e.rule(s, j))
	}
	parts = append(parts, widgets.NewWrap(8,
		widgets.NewButton(widgets.Flat, addText.In(lang), icon.Add, func() {
			e.addRule(i, template.Rule{Write: template.WriteParagraph, Text: newText})
		}),
		widgets.NewButton(widgets.Flat, addBlank.In(lang), icon.Add, func() {
			e.addRule(i, template.Rule{Write: template.WriteBlank, Text: newBlank})
		})))
	return widgets.NewCard(widgets.NewPile(8, parts...), 12)
}

func (e *editor) move(from, to int) {
	e.now.MoveSection(from, to)
	e.rebuild()
}

func (e *editor) addSection() {
	e.now.Sections = append(e.now.Sections, template.Section{
		Slot: e.now.NewSlot(), Heading: newHeading, Purpose: newPurpose,
		Fill: []template.Rule{{Write: template.WriteBlank, Text: newBlank}},
	})
	e.rebuild()
}

func (e *editor) addRule(section int, r template.Rule) {
	s := &e.now.Sections[section]
	s.Fill = append(s.Fill, r)
	e.rebuild()
}

// rule is one rule of a section: its text in two fields, or what it takes.
func (e *editor) rule(s *template.Section, j int) fyne.CanvasObject {
	lang, r := e.Language, &s.Fill[j]
	var what fyne.CanvasObject
	switch {
	case r.From != "":
		what = widgets.NewProse(fromWord.In(lang) + taken(*r).In(lang))
	case r.Write == template.WriteBlank:
		what = both(e.window, lang, blankWord, &r.Text, e.settle)
	case r.Write == template.WriteList, r.Write == template.WriteTable, r.Write == template.WritePageBreak:
		what = widgets.NewProse(wrote(r.Write).In(lang))
	default:
		what = both(e.window, lang, textWord, &r.Text, e.settle)
	}
	line := []fyne.CanvasObject{what}
	if len(s.Fill) > 1 {
		line = append(line, widgets.NewButton(widgets.Flat, "", icon.Remove, func() {
			s.Fill = slices.Delete(s.Fill, j, j+1)
			e.rebuild()
		}))
	}
	return widgets.NewArranged(300, func(width, _ float32, place widgets.Place) float32 {
		w := width
		if len(line) > 1 {
			b := line[1].MinSize()
			w -= b.Width + 8
			place(line[1], width-b.Width, 0, b.Width, b.Height)
		}
		h := widgets.HeightFor(what, w)
		place(what, 0, 0, w, h)
		return fyne.Max(h, 30)
	}, line...)
}

// leave closes the dialog; changes are given up only after a question.
func (e *editor) leave() {
	if reflect.DeepEqual(e.was, e.now) {
		e.box.Hide()
		return
	}
	lang := e.Language
	widgets.ShowDialog(e.window, leaveWord.In(lang), widgets.NewProse(leaveMore.In(lang)), fyne.NewSize(420, 150),
		widgets.Answer{Label: goOnWord.In(lang), Rank: widgets.Plain},
		widgets.Answer{Label: leaveWord.In(lang), Rank: widgets.Primary, Run: e.box.Hide})
}

// save keeps the template, or says what is wrong with it.
func (e *editor) save() {
	e.now.Promise = nil // what was promised was the other template's
	for i := range e.now.Sections {
		if s := &e.now.Sections[i]; s.LimitZH.Hard == 0 || s.LimitEN.Hard == 0 {
			s.LimitZH, s.LimitEN, s.MoreZH, s.MoreEN = brief.Limit{}, brief.Limit{}, 0, 0
		}
	}
	if _, err := e.Shelf.Save(e.now); err != nil {
		e.say(err)
		return
	}
	e.box.Hide()
	e.saved()
}

func (e *editor) say(err error) {
	e.trouble.SetText(language.Say(err, e.Language))
	e.body.Refresh()
}
