package templates

import (
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
)

// An editor is the dialog in which one template is changed.
type editor struct {
	Params
	window   fyne.Window
	was, now *template.Template
	saved    func()

	open map[string]bool // sections that are shown whole, by slot

	box      *widgets.Dialog
	scroller *widgets.Scroller
	trouble  *widgets.Prose
	body     fyne.CanvasObject
}

// edit shows the dialog for a template, which is the dialog's own.
func edit(w fyne.Window, p Params, t *template.Template, saved func()) {
	e := &editor{Params: p, window: w, was: t.Clone(), now: t, saved: saved, open: map[string]bool{}}
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
	e.box = widgets.ShowDialog(w, catalogue.TemplateEdit.In(lang), e.body, fitting(w, 1080, 760),
		widgets.Answer{Label: catalogue.Cancel.In(lang), Rank: widgets.Plain, Stay: true, Run: e.leave},
		widgets.Answer{Label: catalogue.Save.In(lang), Rank: widgets.Primary, Stay: true, Run: e.save})
}

// rebuild shows the template anew after its sections or rules changed.
func (e *editor) rebuild() { e.scroller.SetContent(e.content()) }

func (e *editor) settle() { e.scroller.Settle() }

func (e *editor) content() fyne.CanvasObject {
	lang, t := e.Language, e.now
	parts := []fyne.CanvasObject{
		both(e.window, lang, catalogue.TemplateName, &t.Name, e.settle),
		both(e.window, lang, catalogue.TemplateDescription, &t.Description, e.settle),
		both(e.window, lang, catalogue.TemplateSeries, &t.Series, e.settle),
		both(e.window, lang, catalogue.TemplateAudience, &t.Audience, e.settle),
		e.looks(),
		e.wordings(catalogue.TemplateTitles, &t.Title, true),
		e.wordings(catalogue.TemplateSubtitles, &t.Subtitle, false),
		e.presets(),
		widgets.NewInset(heading(catalogue.TemplateSections.In(lang)), 8, 0, 0, 0),
		widgets.NewNote(catalogue.TemplatePlaceholders.In(lang), theme.Muted, 0),
	}
	for i := range t.Sections {
		parts = append(parts, e.section(i))
	}
	parts = append(parts, widgets.NewWrap(8, widgets.NewButton(widgets.Plain, catalogue.TemplateAddSection.In(lang), icon.Add, e.addSection)))
	return widgets.NewInset(widgets.NewPile(12, parts...), 0, 2, 8, 2)
}

// looks lets layout, look, pages and logo be chosen.
func (e *editor) looks() fyne.CanvasObject {
	lang, t := e.Language, e.now
	said := catalogue.TemplateNoLogo
	if t.Logo != nil {
		said = catalogue.TemplateHasLogo
	}
	logo := []fyne.CanvasObject{
		widgets.NewNatural(widgets.NewNote(catalogue.TemplateLogo.In(lang)+" · "+said.In(lang), theme.Muted, 1)),
		widgets.NewButton(widgets.Plain, catalogue.TemplateChooseLogo.In(lang), icon.Figure, e.chooseLogo),
	}
	if t.Logo != nil {
		logo = append(logo, widgets.NewButton(widgets.Plain, catalogue.TemplateDropLogo.In(lang), nil, func() {
			t.Logo = nil
			e.rebuild()
		}))
	}
	layoutNames := make([]string, len(layouts))
	for i, l := range layouts {
		layoutNames[i] = catalogue.Layout(l).In(lang)
	}
	return widgets.NewPile(10,
		widgets.NewEven(12,
			widgets.NewCaptioned(catalogue.PageLayout.In(lang), selection(layoutNames, slices.Index(layouts, t.Layout), func(i int) { t.Layout = layouts[i] })),
			widgets.NewCaptioned(catalogue.TemplateStyle.In(lang), selection([]string{catalogue.TemplateBriefLook.In(lang), catalogue.TemplateOfficialLook.In(lang)}, slices.Index(looks, t.Style), func(i int) { t.Style = looks[i] })),
			number(lang, catalogue.TemplateLeast, &t.Pages.Least), number(lang, catalogue.TemplateMost, &t.Pages.Most), number(lang, catalogue.TemplateMorePages, &t.Pages.More)),
		widgets.NewEven(12,
			decimal(lang, catalogue.TemplateBody, &t.Body), decimal(lang, catalogue.TemplateMeasure, &t.Measure), decimal(lang, catalogue.TemplateLeading, &t.Leading),
			number(lang, catalogue.TemplateLeastAdvice, &t.Recommendations.Least), number(lang, catalogue.TemplateMostAdvice, &t.Recommendations.Most)),
		widgets.NewWrap(16,
			tick(lang, catalogue.Landscape, t.Landscape, func(on bool) { t.Landscape = on }),
			tick(lang, catalogue.Numbered, t.Numbered, func(on bool) { t.Numbered = on })),
		widgets.NewWrap(10, logo...))
}

// looks are the styles in the order in which they are offered.
var looks = []brief.Style{"", brief.OfficialStyle}

func (e *editor) chooseLogo() {
	e.AskOpen(catalogue.TemplateChooseLogo, []string{".png", ".jpg", ".jpeg"}, func(path string) {
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

// leave closes the dialog; changes are given up only after a question.
func (e *editor) leave() {
	if reflect.DeepEqual(e.was, e.now) {
		e.box.Hide()
		return
	}
	lang := e.Language
	widgets.ShowDialog(e.window, catalogue.TemplateLeave.In(lang), widgets.NewProse(catalogue.TemplateLeaveMore.In(lang)), fyne.NewSize(420, 150),
		widgets.Answer{Label: catalogue.TemplateGoOn.In(lang), Rank: widgets.Plain},
		widgets.Answer{Label: catalogue.TemplateLeave.In(lang), Rank: widgets.Primary, Run: e.box.Hide})
}

// save keeps the template, or says what is wrong with it.
func (e *editor) save() {
	e.now.Promise = nil // what was promised was the other template's
	if e.now.Recommendations.Least == 0 && e.now.Recommendations.Most == 0 {
		e.now.Recommendations = template.Pages{}
	}
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
	e.trouble.SetText(language.Tell(err, e.Language))
	e.body.Refresh()
}
