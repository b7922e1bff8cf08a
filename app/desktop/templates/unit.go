package templates

import (
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

// UnitParams are what the dialog of the unit needs from the window.
type UnitParams struct {
	Language language.Language
	Unit     template.Unit
	AskOpen  func(title language.Text, endings []string, chosen func(path string))
	Fail     func(error)
	Save     func(template.Unit)
}

// AskUnit asks who issues the briefs.
func AskUnit(w fyne.Window, p UnitParams) {
	lang, u := p.Language, p.Unit
	var scroller *widgets.Scroller
	settle := func() { scroller.Settle() }
	languages := []language.Language{"", language.ZH, language.EN}
	at := 0
	for i, l := range languages {
		if l == u.Prevailing {
			at = i
		}
	}
	prevails := widgets.NewOptions(at, catalogue.UnitBothEqual.In(lang), catalogue.UnitChinesePrevails.In(lang), catalogue.UnitEnglishPrevails.In(lang))
	prevails.OnChanged = func(i int) { u.Prevailing = languages[i] }
	said := func() string {
		if u.Logo != nil {
			return catalogue.TemplateHasLogo.In(lang)
		}
		return catalogue.UnitNoLogo.In(lang)
	}
	logo := widgets.NewNote(catalogue.TemplateLogo.In(lang)+" · "+said(), theme.Muted, 1)
	var drop *widgets.Button
	show := func() {
		logo.SetText(catalogue.TemplateLogo.In(lang) + " · " + said())
		drop.SetEnabled(u.Logo != nil)
	}
	choose := widgets.NewButton(widgets.Plain, catalogue.TemplateChooseLogo.In(lang), icon.Figure, func() {
		p.AskOpen(catalogue.TemplateChooseLogo, []string{".png", ".jpg", ".jpeg"}, func(path string) {
			data, err := store.Read(path, 1<<20)
			if err == nil {
				_, err = brief.CheckPicture(path, data)
			}
			if err != nil {
				p.Fail(err)
				return
			}
			u.Logo = data
			show()
		})
	})
	drop = widgets.NewButton(widgets.Plain, catalogue.TemplateDropLogo.In(lang), nil, func() {
		u.Logo = nil
		show()
	})
	show()
	body := widgets.NewPile(12,
		widgets.NewNote(catalogue.UnitIntro.In(lang), theme.Muted, 0),
		both(w, lang, catalogue.UnitName, &u.Name, settle),
		both(w, lang, catalogue.UnitAuthor, &u.Author, settle),
		both(w, lang, catalogue.UnitContact, &u.Contact, settle),
		both(w, lang, catalogue.UnitDisclaimer, &u.Disclaimer, settle),
		widgets.NewCaptioned(catalogue.UnitPrevails.In(lang), prevails),
		widgets.NewPile(4, logo, widgets.NewWrap(8, choose, drop)),
	)
	scroller = widgets.NewScroller(widgets.NewInset(body, 0, 2, 8, 2))
	widgets.ShowDialog(w, catalogue.UnitTitle.In(lang), scroller, fitting(w, 860, 620),
		widgets.Answer{Label: catalogue.Cancel.In(lang), Rank: widgets.Plain},
		widgets.Answer{Label: catalogue.Save.In(lang), Rank: widgets.Primary, Run: func() { p.Save(u) }})
}
