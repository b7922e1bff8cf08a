package entry

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"

	"celun/app/argument"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/library"

	"fyne.io/fyne/v2"
)

// A PackName is a pack that a new argument can go into.
type PackName struct {
	ID    string
	Title language.Text
}

// A Draft is an argument to be written.
type Draft struct {
	Language language.Language
	Argument argument.Argument
	New      bool
	Library  *library.Library
	Packs    []PackName // to choose from for a new one; the first is offered
	BuiltIn  bool       // its pack is built in, and is copied on the change
	// Save takes the argument over; pack is empty unless it is new.
	Save func(pack string, a argument.Argument)
	// NextWord and PreviousWord move the caret by words; nil leaves it to Fyne.
	NextWord, PreviousWord widgets.Motion
}

// A form is the dialog in which an argument is written.
type form struct {
	Draft
	window   fyne.Window
	was      argument.Argument
	opened   argument.Argument // as the form read it before anything was written
	pack     string
	texts    []*pairField
	scroller *widgets.Scroller
	trouble  *widgets.Prose
	measure  fyne.CanvasObject
	box      *widgets.Dialog

	section, paragraph, page  *widgets.LineEntry
	value, number, unit, date *widgets.LineEntry
	tags                      *widgets.LineEntry
}

// Write shows the dialog in which an argument is written.
func Write(w fyne.Window, d Draft) {
	f := &form{Draft: d, window: w, was: d.Argument}
	lang := d.Language
	f.trouble = widgets.NewNote("", theme.Amber, 2)
	parts := []fyne.CanvasObject{}
	if d.BuiltIn {
		parts = append(parts, widgets.NewNote(catalogue.CopiedOnChange.In(lang), theme.Muted, 0))
	}
	parts = append(parts, f.choices())
	for _, t := range []struct {
		name language.Text
		text *language.Text
		size argument.Length
	}{
		{catalogue.TitleOnly, &f.Argument.Title, argument.Title},
		{catalogue.Line, &f.Argument.Line, argument.Line},
		{catalogue.Statement, &f.Argument.Statement, argument.Statement},
		{catalogue.NoteOnArticle, &f.Argument.Note, ""},
	} {
		p := f.pairOf(t.name, t.text, t.size)
		f.texts = append(f.texts, p)
		parts = append(parts, p.object)
	}
	f.measure = f.figures()
	f.measure.(*widgets.Arranged).Hidden = f.Argument.Kind != argument.EvidenceKind
	parts = append(parts, f.measure, f.places())
	f.scroller = widgets.NewScroller(widgets.NewPile(12, parts...))
	body := widgets.NewFooted(f.scroller, f.trouble, size(w).Height-120)
	title, save := fmt.Sprintf(catalogue.EditArgument.In(lang), d.Argument.ID), catalogue.Save
	if d.New {
		title, save = catalogue.NewArgument.In(lang), catalogue.AddArgument
	}
	f.box = widgets.ShowDialog(w, title, body, size(w),
		widgets.Answer{Label: catalogue.Cancel.In(lang), Rank: widgets.Plain, Stay: true, Run: f.leave},
		widgets.Answer{Label: save.In(lang), Rank: widgets.Primary, Stay: true, Run: func() { f.save(body) }})
	f.opened, _ = f.read()
	body.Resize(size(w)) // lays it out now: only what is laid out can take the focus
	w.Canvas().Focus(f.texts[0].fields[0])
}

// choices lets kind, whose word it is, tags and, for a new argument, the pack
// be chosen.
func (f *form) choices() fyne.CanvasObject {
	lang := f.Language
	kinds := argument.Kinds()
	var names []string
	for _, k := range kinds {
		names = append(names, catalogue.Kind(k).In(lang))
	}
	kind := widgets.NewDrop(names, slices.Index(kinds, f.Argument.Kind), func(at int) {
		f.Argument.Kind = kinds[at]
		f.measure.(*widgets.Arranged).Hidden = f.Argument.Kind != argument.EvidenceKind
		f.count()
		f.scroller.Settle()
	})
	claims := []argument.Claim{argument.Author, argument.Fact}
	claim := widgets.NewDrop([]string{catalogue.ClaimLong.In(lang), catalogue.FactLong.In(lang)}, slices.Index(claims, f.Argument.Claim), func(at int) { f.Argument.Claim = claims[at] })
	f.tags = widgets.NewLineEntry(tagNames(f.Library, f.Argument.Tags, lang))
	f.tags.SetPlaceHolder(catalogue.TagsHint.In(lang))
	row := []fyne.CanvasObject{
		widgets.NewCaptioned(catalogue.ArgumentKind.In(lang), kind), widgets.NewCaptioned(catalogue.Claim.In(lang), claim), widgets.NewCaptioned(catalogue.Tags.In(lang), f.tags),
	}
	if f.New && len(f.Packs) > 0 {
		var titles []string
		for _, p := range f.Packs {
			titles = append(titles, p.Title.In(lang))
		}
		f.pack = f.Packs[0].ID
		pack := widgets.NewDrop(titles, 0, func(at int) { f.pack = f.Packs[at].ID })
		row = append(row, widgets.NewCaptioned(catalogue.PackName.In(lang), pack))
	}
	return widgets.NewEven(12, row...)
}

// figures takes the measurable part of evidence.
func (f *form) figures() fyne.CanvasObject {
	e := argument.Evidence{}
	if f.Argument.Evidence != nil {
		e = *f.Argument.Evidence
	}
	number := ""
	if e.Number != nil {
		number = strconv.FormatFloat(*e.Number, 'f', -1, 64)
	}
	lang := f.Language
	f.value, f.number = widgets.NewLineEntry(e.Value), widgets.NewLineEntry(number)
	f.unit, f.date = widgets.NewLineEntry(e.Unit), widgets.NewLineEntry(e.Date)
	return widgets.NewEven(12,
		widgets.NewCaptioned(catalogue.MeasureValue.In(lang), f.value), widgets.NewCaptioned(catalogue.MeasureNumber.In(lang), f.number),
		widgets.NewCaptioned(catalogue.MeasureUnit.In(lang), f.unit), widgets.NewCaptioned(catalogue.MeasureDate.In(lang), f.date))
}

// places takes where the article argues it.
func (f *form) places() fyne.CanvasObject {
	p := f.Argument.Place
	paragraph := ""
	if p.Paragraph > 0 {
		paragraph = strconv.Itoa(p.Paragraph)
	}
	lang := f.Language
	f.section, f.paragraph, f.page = widgets.NewLineEntry(p.Section), widgets.NewLineEntry(paragraph), widgets.NewLineEntry(p.Page)
	return widgets.NewEven(12,
		widgets.NewCaptioned(catalogue.Section.In(lang), f.section), widgets.NewCaptioned(catalogue.Paragraph.In(lang), f.paragraph),
		widgets.NewCaptioned(catalogue.PagePrinted.In(lang), f.page))
}

// leave closes the form; what was written is given up only after a question.
func (f *form) leave() {
	a, _ := f.read()
	if reflect.DeepEqual(a, f.opened) {
		f.box.Hide()
		return
	}
	lang := f.Language
	widgets.ShowDialog(f.window, catalogue.UnsavedChanges.In(lang), widgets.NewProse(catalogue.DropText.In(lang)), fyne.NewSize(420, 150),
		widgets.Answer{Label: catalogue.GoOnWriting.In(lang), Rank: widgets.Plain},
		widgets.Answer{Label: catalogue.DontSave.In(lang), Rank: widgets.Primary, Run: f.box.Hide})
}

// save hands the argument over, unless something is missing in it.
func (f *form) save(body fyne.CanvasObject) {
	a, trouble := f.read()
	if !trouble.IsEmpty() {
		f.trouble.SetText(trouble.In(f.Language))
		body.Refresh()
		return
	}
	f.box.Hide()
	f.Save(f.pack, a)
}
