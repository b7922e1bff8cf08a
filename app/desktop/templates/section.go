package templates

import (
	"fmt"
	"slices"
	"strconv"

	"celun/app/desktop/catalogue"
	"celun/app/desktop/icon"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/template"

	"fyne.io/fyne/v2"
)

// section is one section as a card: its heading, and all of it once it is
// opened.
func (e *editor) section(i int) fyne.CanvasObject {
	lang, s := e.Language, &e.now.Sections[i]
	name := widgets.NewProse(s.Heading.In(lang))
	name.Bold = true
	fold := icon.Unfold
	if e.open[s.Slot] {
		fold = icon.Fold
	}
	head := []fyne.CanvasObject{
		widgets.NewButton(widgets.Flat, "", fold, func() {
			e.open[s.Slot] = !e.open[s.Slot]
			e.rebuild()
		}),
		name,
	}
	head = append(head, ordering(i, len(e.now.Sections), func(to int) { e.move(i, to) }, func() {
		e.now.Sections = slices.Delete(e.now.Sections, i, i+1)
		e.rebuild()
	})...)
	line := widgets.NewLine(4, 1, head...)
	if !e.open[s.Slot] {
		return widgets.NewCard(widgets.NewPile(2, line, widgets.NewInset(widgets.NewNote(summary(s, lang), theme.Muted, 1), 0, 0, 0, 34)), 8)
	}
	parts := []fyne.CanvasObject{
		line,
		both(e.window, lang, catalogue.WriteHeading, &s.Heading, e.settle),
		both(e.window, lang, catalogue.TemplatePurpose, &s.Purpose, e.settle),
		widgets.NewWrap(16,
			tick(lang, catalogue.TemplateRequired, s.Required, func(on bool) { s.Required = on }),
			tick(lang, catalogue.TemplateNumbered, !s.Unnumbered, func(on bool) { s.Unnumbered = !on })),
		widgets.NewEven(12,
			number(lang, catalogue.TemplateSoftZH, &s.LimitZH.Soft), number(lang, catalogue.TemplateHardZH, &s.LimitZH.Hard), number(lang, catalogue.TemplateMoreZH, &s.MoreZH)),
		widgets.NewEven(12,
			number(lang, catalogue.TemplateSoftEN, &s.LimitEN.Soft), number(lang, catalogue.TemplateHardEN, &s.LimitEN.Hard), number(lang, catalogue.TemplateMoreEN, &s.MoreEN)),
		widgets.NewNote(catalogue.TemplateFill.In(lang), theme.Muted, 0),
	}
	for j := range s.Fill {
		parts = append(parts, e.rule(i, j))
	}
	parts = append(parts, widgets.NewWrap(8,
		widgets.NewButton(widgets.Flat, catalogue.TemplateAddText.In(lang), icon.Add, func() {
			e.addRule(i, template.Rule{Write: template.WriteParagraph, Text: catalogue.TemplateNewText})
		}),
		widgets.NewButton(widgets.Flat, catalogue.TemplateAddBlank.In(lang), icon.Add, func() {
			e.addRule(i, template.Rule{Write: template.WriteBlank, Text: catalogue.TemplateNewBlank})
		}),
		widgets.NewButton(widgets.Flat, catalogue.TemplateAddTaken.In(lang), icon.Add, func() {
			e.addRule(i, begun(template.RuleKind{From: template.Challenges, As: template.Paragraphs}.Of(template.Rule{})))
		})))
	return widgets.NewCard(widgets.NewPile(8, parts...), 12)
}

// summary says in a line what a section that is not opened holds.
func summary(s *template.Section, lang language.Language) string {
	limits := catalogue.TemplateNoLimit.In(lang)
	if s.LimitZH.Hard > 0 || s.LimitEN.Hard > 0 {
		limits = fmt.Sprintf(catalogue.TemplateLimits.In(lang), s.LimitZH.Hard, s.LimitEN.Hard)
	}
	parts := catalogue.TemplateParts
	if len(s.Fill) == 1 {
		parts.EN = "%d part"
	}
	return fmt.Sprintf(parts.In(lang), len(s.Fill)) + " · " + limits
}

// ordering are the buttons that move one of several things and take it away.
func ordering(at, of int, move func(to int), remove func()) []fyne.CanvasObject {
	var all []fyne.CanvasObject
	if at > 0 {
		all = append(all, widgets.NewButton(widgets.Flat, "", icon.Up, func() { move(at - 1) }))
	}
	if at < of-1 {
		all = append(all, widgets.NewButton(widgets.Flat, "", icon.Down, func() { move(at + 1) }))
	}
	if of > 1 {
		all = append(all, widgets.NewButton(widgets.Flat, "", icon.Bin, remove))
	}
	return all
}

func (e *editor) move(from, to int) {
	e.now.MoveSection(from, to)
	e.rebuild()
}

func (e *editor) addSection() {
	s := template.Section{
		Slot: e.now.NewSlot(), Heading: catalogue.TemplateNewHeading, Purpose: catalogue.TemplateNewPurpose,
		Fill: []template.Rule{{Write: template.WriteBlank, Text: catalogue.TemplateNewBlank}},
	}
	e.now.Sections = append(e.now.Sections, s)
	e.open[s.Slot] = true
	e.rebuild()
}

func (e *editor) addRule(section int, r template.Rule) {
	s := &e.now.Sections[section]
	s.Fill = append(s.Fill, r)
	e.rebuild()
}

// wordings lets the texts be changed of which the first that holds is taken:
// titles and subtitles.
func (e *editor) wordings(name language.Text, all *[]template.Wording, needed bool) fyne.CanvasObject {
	lang := e.Language
	parts := []fyne.CanvasObject{widgets.NewNote(name.In(lang), theme.Muted, 0)}
	for i := range *all {
		w := &(*all)[i]
		of := len(*all)
		if !needed {
			of = max(of, 2) // the last one may go as well
		}
		tools := ordering(i, len(*all), func(to int) {
			(*all)[i], (*all)[to] = (*all)[to], (*all)[i]
			e.rebuild()
		}, nil)
		if len(*all) > 1 {
			tools = tools[:len(tools)-1] // its bin has nothing to do yet
		}
		if of > 1 {
			tools = append(tools, widgets.NewButton(widgets.Flat, "", icon.Bin, func() {
				*all = slices.Delete(*all, i, i+1)
				e.rebuild()
			}))
		}
		when := selection(in(whenNames, lang), slices.Index(whens, w.When), func(i int) { w.When = whens[i] })
		parts = append(parts,
			widgets.NewLine(8, 0, append([]fyne.CanvasObject{widgets.NewCaptioned(whenWord.In(lang), when)}, tools...)...),
			both(e.window, lang, catalogue.TemplateText, &w.Text, e.settle))
	}
	parts = append(parts, widgets.NewWrap(8, widgets.NewButton(widgets.Flat, catalogue.TemplateAddWording.In(lang), icon.Add, func() {
		*all = append(*all, template.Wording{Text: catalogue.TemplateNewTitle})
		e.rebuild()
	})))
	return widgets.NewCard(widgets.NewPile(6, parts...), 10)
}

// presets lets the lengths of the template be changed.
func (e *editor) presets() fyne.CanvasObject {
	lang, t := e.Language, e.now
	parts := []fyne.CanvasObject{widgets.NewNote(catalogue.TemplatePresets.In(lang), theme.Muted, 0)}
	for i := range t.Presets {
		p := &t.Presets[i]
		parts = append(parts,
			both(e.window, lang, catalogue.TemplateName, &p.Name, e.settle),
			widgets.NewEven(12, number(lang, catalogue.TemplateScale, &p.Scale), number(lang, catalogue.TemplateLeast, &p.Pages.Least), number(lang, catalogue.TemplateMost, &p.Pages.Most),
				widgets.NewInset(widgets.NewWrap(8, widgets.NewButton(widgets.Flat, catalogue.TemplateRemove.In(lang), icon.Bin, func() { e.dropPreset(i) })), 16, 0, 0, 0)))
	}
	parts = append(parts, widgets.NewWrap(8, widgets.NewButton(widgets.Flat, catalogue.TemplateAddPreset.In(lang), icon.Add, func() {
		id := "length-1"
		for n := 2; slices.ContainsFunc(t.Presets, func(p template.Preset) bool { return p.ID == id }); n++ {
			id = "length-" + strconv.Itoa(n)
		}
		t.Presets = append(t.Presets, template.Preset{ID: id, Name: catalogue.TemplateNewPreset, Scale: 100, Pages: t.Pages})
		e.rebuild()
	})))
	return widgets.NewCard(widgets.NewPile(6, parts...), 10)
}

// dropPreset takes a length away, and out of the rules that hold in it.
func (e *editor) dropPreset(i int) {
	t := e.now
	id := t.Presets[i].ID
	t.Presets = slices.Delete(t.Presets, i, i+1)
	if len(t.Presets) == 0 {
		t.Presets = nil
	}
	for k := range t.Sections {
		for j := range t.Sections[k].Fill {
			r := &t.Sections[k].Fill[j]
			if r.In = slices.DeleteFunc(r.In, func(in string) bool { return in == id }); len(r.In) == 0 {
				r.In = nil
			}
		}
	}
	e.rebuild()
}
