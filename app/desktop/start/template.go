package start

import (
	"celun/app/argument"
	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/library"
	"celun/app/template"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// A Choice is what a user chose for a new brief.
type Choice struct {
	Template   string // its id
	Challenges []string
	Layout     brief.Layout
}

// AskTemplate asks what a new brief starts from: the template, the challenges
// that it answers, and the layout. Chosen is called with the answer.
func AskTemplate(w fyne.Window, lang language.Language, all []*template.Template, lib *library.Library, chosen func(Choice)) {
	if len(all) == 0 {
		return
	}
	c := Choice{Template: all[0].ID, Layout: all[0].Layout}
	about := widgets.NewNote(all[0].Description.In(lang), theme.Muted, 0)

	var names []string
	for _, t := range all {
		names = append(names, t.Name.In(lang))
	}
	layouts := []brief.Layout{brief.Parallel, brief.Stacked, brief.Facing, brief.Sequential}
	var layoutNames []string
	for _, l := range layouts {
		layoutNames = append(layoutNames, catalogue.Layout(l).In(lang))
	}
	layout := widget.NewSelect(layoutNames, nil)
	layout.OnChanged = func(string) { c.Layout = layouts[layout.SelectedIndex()] }
	pick := widget.NewSelect(names, nil)
	pick.OnChanged = func(string) {
		t := all[pick.SelectedIndex()]
		c.Template = t.ID
		about.SetText(t.Description.In(lang))
		for i, l := range layouts {
			if l == t.Layout {
				layout.SetSelectedIndex(i)
			}
		}
	}
	pick.SetSelectedIndex(0)

	challenges := lib.OfKind(argument.Challenge)
	boxes := make([]*widget.Check, len(challenges))
	var lines []fyne.CanvasObject
	for i, e := range challenges {
		boxes[i] = widget.NewCheck(e.Title.In(lang), nil)
		boxes[i].Checked = true
		other := widgets.NewNote(e.Title.In(lang.Other()), theme.Muted, 1)
		lines = append(lines, boxes[i], widgets.NewInset(other, -6, 0, 4, 34))
	}
	label := func(t language.Text) fyne.CanvasObject {
		p := widgets.NewProse(t.In(lang))
		p.Bold = true
		return p
	}
	body := widgets.NewPile(8,
		label(catalogue.Template), pick, about,
		widgets.NewInset(label(catalogue.ChallengesToAnswer), 8, 0, 0, 0), widgets.NewPile(0, lines...),
		widgets.NewInset(label(catalogue.PageLayout), 4, 0, 0, 0), layout)
	widgets.ShowDialog(w, catalogue.FromTemplate.In(lang), body, fyne.NewSize(560, 520),
		widgets.Answer{Label: catalogue.Cancel.In(lang), Rank: widgets.Plain},
		widgets.Answer{Label: catalogue.MakeDraft.In(lang), Rank: widgets.Primary, Run: func() {
			for i, b := range boxes {
				if b.Checked {
					c.Challenges = append(c.Challenges, challenges[i].ID)
				}
			}
			if len(c.Challenges) > 0 {
				chosen(c)
				return
			}
			widgets.ShowDialog(w, catalogue.FromTemplate.In(lang), widgets.NewProse(catalogue.ChooseOne.In(lang)), fyne.NewSize(420, 140),
				widgets.Answer{Label: catalogue.Close.In(lang), Rank: widgets.Plain})
		}})
}
