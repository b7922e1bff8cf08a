// Package templates is where an analyst sees the templates at hand, duplicates
// and changes them, shares them as files, and says who issues the briefs.
//
//	templates.Show(window, templates.Params{Language: lang, Shelf: shelf, AskOpen: open, AskSave: save, Fail: fail})
//	templates.AskUnit(window, templates.UnitParams{Language: lang, Unit: unit, AskOpen: open, Save: save})
//
// What is changed is a clone; only the shelf writes it, and only if it is whole.
package templates

import (
	"fmt"

	"celun/app/desktop/catalogue"
	"celun/app/desktop/icon"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/store"
	"celun/app/template"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Params are what the dialog needs from the window.
type Params struct {
	Language language.Language
	Shelf    *template.Shelf
	// AskOpen asks for a file with one of the endings, AskSave for a path to
	// write to; each calls chosen with it.
	AskOpen func(title language.Text, endings []string, chosen func(path string))
	AskSave func(title language.Text, offered string, chosen func(path string))
	Fail    func(error)
	// Changed is called after templates changed; it may be nil.
	Changed func()
}

// A list is the dialog that shows all templates.
type list struct {
	Params
	window   fyne.Window
	scroller *widgets.Scroller
}

// fitting is the size of the dialogs on a screen of 1366 × 768.
func fitting(w fyne.Window, width, height float32) fyne.Size {
	c := w.Canvas().Size()
	return fyne.NewSize(fyne.Min(width, c.Width-40), fyne.Min(height, c.Height-16))
}

// Show shows the templates at hand.
func Show(w fyne.Window, p Params) {
	l := &list{Params: p, window: w}
	l.scroller = widgets.NewScroller(l.rows())
	lang := p.Language
	widgets.ShowDialog(w, catalogue.Templates.In(lang), l.scroller, fitting(w, 900, 700),
		widgets.Answer{Label: catalogue.Close.In(lang), Rank: widgets.Plain},
		widgets.Answer{Label: catalogue.TemplateImport.In(lang), Icon: icon.Import, Rank: widgets.Plain, Stay: true, Run: l.bring})
}

// refresh shows the shelf as it is now.
func (l *list) refresh() {
	l.scroller.SetContent(l.rows())
	if l.Changed != nil {
		l.Changed()
	}
}

func (l *list) rows() fyne.CanvasObject {
	lang := l.Language
	rows := []fyne.CanvasObject{widgets.NewNote(catalogue.TemplateIntro.In(lang), theme.Muted, 0)}
	for _, err := range l.Shelf.Troubles() {
		rows = append(rows, widgets.NewNote(language.Tell(err, lang), theme.Amber, 0))
	}
	for _, own := range []bool{true, false} { // one's own first
		for _, t := range l.Shelf.All() {
			if l.Shelf.Own(t.ID) == own {
				rows = append(rows, l.row(t))
			}
		}
	}
	return widgets.NewInset(widgets.NewPile(10, rows...), 0, 2, 8, 2)
}

// row is one template with what can be done with it.
func (l *list) row(t *template.Template) fyne.CanvasObject {
	lang := l.Language
	own := l.Shelf.Own(t.ID)
	name := widgets.NewProse(t.Name.In(lang))
	name.Bold = true
	standing := catalogue.TemplateBuiltIn.In(lang)
	if own {
		standing = fmt.Sprintf(catalogue.TemplateOwn.In(lang), t.Version)
	}
	head := []fyne.CanvasObject{name, widgets.NewNatural(widgets.NewNote(standing, theme.Muted, 1))}
	about := widgets.NewNote(t.Description.In(lang), theme.Muted, 0)
	var buttons []fyne.CanvasObject
	if own {
		buttons = append(buttons, widgets.NewButton(widgets.Plain, catalogue.TemplateChange.In(lang), icon.Edit, func() { l.change(t) }))
	}
	buttons = append(buttons,
		widgets.NewButton(widgets.Plain, catalogue.TemplateDuplicate.In(lang), icon.Copy, func() { l.change(l.copyOf(t)) }),
		widgets.NewButton(widgets.Plain, catalogue.TemplateShare.In(lang), icon.Export, func() { l.share(t) }))
	if own {
		buttons = append(buttons, widgets.NewButton(widgets.Plain, catalogue.TemplateRemove.In(lang), icon.Bin, func() { l.remove(t) }))
	}
	body := widgets.NewPile(6, widgets.NewLine(12, 0, head...), about, widgets.NewWrap(8, buttons...))
	return widgets.NewCard(body, 12)
}

func (l *list) copyOf(t *template.Template) *template.Template {
	return template.Duplicate(t, func(id string) bool { _, found := l.Shelf.Get(id); return found })
}

// change opens a template to be changed.
func (l *list) change(t *template.Template) {
	edit(l.window, l.Params, t.Clone(), l.refresh)
}

// bring asks for a template file and keeps it.
func (l *list) bring() {
	l.AskOpen(catalogue.TemplateImport, []string{".yaml", ".yml"}, func(path string) {
		data, err := store.Read(path, 1<<20)
		if err == nil {
			_, err = l.Shelf.Import(path, data)
		}
		if err != nil {
			l.Fail(err)
			return
		}
		l.refresh()
	})
}

// share writes a template as a file.
func (l *list) share(t *template.Template) {
	l.AskSave(catalogue.TemplateShare, t.ID+".yaml", func(path string) {
		data, err := template.Encode(t)
		if err == nil {
			err = store.Write(path, data)
		}
		if err != nil {
			l.Fail(err)
		}
	})
}

// remove takes an own template off the shelf after a question.
func (l *list) remove(t *template.Template) {
	lang := l.Language
	widgets.ShowDialog(l.window, catalogue.TemplateRemove.In(lang), widgets.NewProse(fmt.Sprintf(catalogue.TemplateReallyRemove.In(lang), t.Name.In(lang))), fyne.NewSize(460, 160),
		widgets.Answer{Label: catalogue.Cancel.In(lang), Rank: widgets.Plain},
		widgets.Answer{Label: catalogue.TemplateRemove.In(lang), Rank: widgets.Primary, Run: func() {
			if err := l.Shelf.Remove(t.ID); err != nil {
				l.Fail(err)
				return
			}
			l.refresh()
		}})
}

// heading is the name of a part of a dialog.
func heading(text string) *widgets.Prose {
	p := widgets.NewProse(text)
	p.Bold = true
	p.TextSize = fynetheme.Size(fynetheme.SizeNameText) + 1
	return p
}
