// Package pagesetup asks for everything about the page of a brief: paper, size
// of the text, width and lines, how lines break, and faces.
//
//	pagesetup.Ask(window, pagesetup.Params{Language: language.ZH, Page: meta.Page, Done: apply})
//
// What is left empty is for the style of the brief to decide. A value that
// cannot be used is told beside its field, and nothing is changed by it.
package pagesetup

import (
	"errors"
	"strconv"
	"strings"

	"celun/app/brief"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"

	"fyne.io/fyne/v2"
)

// Params are what the dialog needs.
type Params struct {
	Language language.Language
	Page     brief.Page
	// Done is called with what was chosen; the dialog may stay open to try
	// something else.
	Done func(brief.Page)
}

// A form is the dialog.
type form struct {
	Params
	page    brief.Page
	problem *widgets.Prose
	box     *widgets.Dialog
	fields  map[string]*widgets.LineEntry
}

var papers = []brief.Paper{brief.A4, brief.A3, brief.Letter}

// Ask shows the dialog.
func Ask(w fyne.Window, p Params) { ask(w, p) }

func ask(w fyne.Window, p Params) *form {
	f := &form{Params: p, page: p.Page, problem: widgets.NewNote("", theme.Red, 2), fields: map[string]*widgets.LineEntry{}}
	lang := p.Language
	var names []string
	at := 0
	for i, paper := range papers {
		names = append(names, catalogue.PaperName(paper))
		if paper == p.Page.Paper {
			at = i
		}
	}
	paper := widgets.NewOptions(at, names...)
	paper.OnChanged = func(i int) { f.page.Paper = papers[i] }
	leading, lines := "", ""
	if p.Page.Leading > 0 {
		leading = strconv.FormatFloat(p.Page.Leading, 'f', -1, 64)
	}
	if p.Page.Lines > 0 {
		lines = strconv.Itoa(p.Page.Lines)
	}
	left := []fyne.CanvasObject{
		head(catalogue.PaperAndText.In(lang)),
		f.row(catalogue.Paper, paper),
		f.row(language.Text{}, f.check(catalogue.Landscape, &f.page.Landscape)),
		f.row(catalogue.BodySize, f.entry("body", string(p.Page.Body), catalogue.BodyHint)),
		f.row(catalogue.TextWidth, f.entry("measure", string(p.Page.Measure), catalogue.WidthHint)),
		f.row(catalogue.Leading, f.entry("leading", leading, catalogue.LeadingHint)),
		f.row(catalogue.LinesAPage, f.entry("lines", lines, catalogue.LinesHint)),
		f.row(language.Text{}, f.check(catalogue.OnGrid, &f.page.Grid)),
		f.row(language.Text{}, f.check(catalogue.Numbered, &f.page.Numbered)),
	}
	right := []fyne.CanvasObject{
		head(catalogue.ChineseLines.In(lang)),
		f.check(catalogue.Hanging, &f.page.Hanging),
		f.check(catalogue.Phrases, &f.page.Phrases),
		f.check(catalogue.TightMarks, &f.page.Tight),
		f.check(catalogue.SpreadNames, &f.page.Spread),
		f.check(catalogue.Pinyin, &f.page.Pinyin),
		widgets.NewInset(head(catalogue.FacesOfYourOwn.In(lang)), 8, 0, 0, 0),
		f.faceRow(catalogue.FaceSong, f.face("song", p.Page.Faces.Song)),
		f.faceRow(catalogue.FaceHei, f.face("hei", p.Page.Faces.Hei)),
		f.faceRow(catalogue.FaceKai, f.face("kai", p.Page.Faces.Kai)),
		f.faceRow(catalogue.FaceFangSong, f.face("fangsong", p.Page.Faces.FangSong)),
		f.faceRow(catalogue.FaceTitle, f.face("title", p.Page.Faces.Title)),
	}
	columns := widgets.NewGrid(300, 420, 32, widgets.NewPile(8, left...), widgets.NewPile(6, right...))
	body := widgets.NewScroller(widgets.NewPile(12, columns, f.problem))
	f.box = widgets.ShowDialog(
		w, strings.TrimSuffix(catalogue.PageSettings.In(lang), "…"), body, fyne.NewSize(780, 520),
		widgets.Answer{Label: catalogue.Cancel.In(lang), Rank: widgets.Plain},
		widgets.Answer{Label: catalogue.Apply.In(lang), Rank: widgets.Plain, Stay: true, Run: f.apply},
		widgets.Answer{Label: catalogue.Done.In(lang), Rank: widgets.Primary, Stay: true, Run: func() {
			if f.read() {
				f.box.Hide()
				f.Done(f.page)
			}
		}})
	f.read()
	return f
}

func head(text string) fyne.CanvasObject {
	p := widgets.NewProse(text)
	p.Bold = true
	return p
}

// row is a name with what belongs to it beside it.
func (f *form) row(name language.Text, o fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewNamed(name.In(f.Language), 96, o)
}

// faceRow is a row for a face: what it is for takes more room.
func (f *form) faceRow(name language.Text, o fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewNamed(name.In(f.Language), 136, o)
}

func (f *form) check(name language.Text, on *bool) fyne.CanvasObject {
	return widgets.NewCheck(name.In(f.Language), *on, func(checked bool) { *on = checked })
}

func (f *form) entry(id, text string, hint language.Text) fyne.CanvasObject {
	e := widgets.NewLineEntry(text)
	e.SetPlaceHolder(hint.In(f.Language))
	e.OnChanged = func(string) { f.read() }
	f.fields[id] = e
	return e
}

func (f *form) face(id, name string) fyne.CanvasObject {
	return f.entry(id, name, catalogue.FaceHint)
}

// read takes up what is written and reports whether it can be used.
func (f *form) read() bool {
	text := func(id string) string { return strings.TrimSpace(f.fields[id].Text) }
	p := &f.page
	p.Body, p.Measure = brief.Size(text("body")), brief.Measure(text("measure"))
	p.Faces = brief.Faces{Song: text("song"), Hei: text("hei"), Kai: text("kai"), FangSong: text("fangsong"), Title: text("title")}
	var errs []error
	p.Leading, p.Lines = 0, 0
	if s := text("leading"); s != "" {
		v, err := strconv.ParseFloat(s, 64)
		if err != nil {
			errs = append(errs, &language.Problem{Where: s, What: catalogue.NoNumber, Do: catalogue.LeadingHint})
		}
		p.Leading = v
	}
	if s := text("lines"); s != "" {
		v, err := strconv.Atoi(s)
		if err != nil {
			errs = append(errs, &language.Problem{Where: s, What: catalogue.NoNumber, Do: catalogue.LinesHint})
		}
		p.Lines = v
	}
	err := errors.Join(append(errs, p.Validate())...)
	said := ""
	if err != nil {
		if len(errs) > 0 {
			err = errs[0]
		}
		said = language.Tell(err, f.Language)
	}
	if f.problem.Text != said {
		f.problem.SetText(said)
	}
	if f.box != nil {
		f.box.Button(1).SetEnabled(err == nil)
		f.box.Button(2).SetEnabled(err == nil)
	}
	return err == nil
}

// apply shows what was chosen on the pages and stays.
func (f *form) apply() {
	if f.read() {
		f.Done(f.page)
	}
}
