// Package entry shows one argument of the library whole, in both languages
// and with what it is linked to, and lets it be written and linked.
//
//	sheet := entry.Show(window, entry.Params{Language: language.ZH, Library: shelf.Library, Edit: edit}, "digital-diplomacy", "C1")
//	sheet.Refresh() // after a change of the library
//	entry.Write(window, entry.Draft{Language: language.ZH, Argument: a, Save: save})
//
// It changes nothing itself: what the user wants goes out through the
// functions of its parameters.
package entry

import (
	"celun/app/argument"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/icon"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/library"
	"celun/app/library/find"

	"fyne.io/fyne/v2"
)

// Params are what the sheet of an argument needs from the window.
type Params struct {
	Language language.Language
	// Post has a function called on the main thread.
	Post func(func())
	// Library returns the library as it is now.
	Library func() *library.Library
	// Related returns the arguments that are alike and, for a challenge, what
	// might answer it. It is called on another goroutine.
	Related func(e *library.Entry) (alike, candidates []find.Relation)
	// Insert puts the argument into the brief; nil if none is open.
	Insert func(*library.Entry, argument.Length)
	// Edit, Duplicate, Delete, Link and Unlink change the library.
	Edit, Duplicate, Delete, Link func(*library.Entry)
	Unlink                        func(*library.Entry, argument.Link)
}

// A Sheet is the dialog that shows an argument.
type Sheet struct {
	Params
	pack, id string
	head     string // as it stands over the sheet
	window   fyne.Window
	box      *widgets.Dialog
	scroller *widgets.Scroller
	alike    []find.Relation
	answers  []find.Relation
	asked    int
	closed   bool
}

// size is the size of the dialogs in which an argument is shown and written:
// what fits a screen of 1366 × 768.
func size(w fyne.Window) fyne.Size {
	c := w.Canvas().Size()
	return fyne.NewSize(fyne.Min(1080, c.Width-40), fyne.Min(760, c.Height-16))
}

// Show shows an argument.
func Show(w fyne.Window, p Params, pack, id string) *Sheet {
	s := &Sheet{Params: p, window: w}
	s.open(pack, id)
	return s
}

// open shows an argument in a dialog of its own size.
func (s *Sheet) open(pack, id string) {
	e, ok := s.Library().In(pack, id)
	if !ok {
		return
	}
	if s.box != nil {
		s.box.Hide()
	}
	s.pack, s.id, s.alike, s.answers = pack, id, nil, nil
	content := s.content(e)
	s.scroller = widgets.NewScroller(content)
	lang := s.Language
	act := func(do func(*library.Entry)) func() {
		return func() {
			if e, ok := s.Library().In(s.pack, s.id); ok {
				do(e)
			}
		}
	}
	answers := []widgets.Answer{
		{Label: catalogue.Close.In(lang), Rank: widgets.Plain, Run: func() { s.closed = true }},
		{Label: catalogue.Delete.In(lang), Icon: icon.Bin, Rank: widgets.Plain, Stay: true, Run: act(s.Delete)},
		{Label: catalogue.Duplicate.In(lang), Icon: icon.Copy, Rank: widgets.Plain, Stay: true, Run: act(s.Duplicate)},
		{Label: catalogue.AddLink.In(lang), Rank: widgets.Plain, Stay: true, Run: act(s.Link)},
		{Label: catalogue.Edit.In(lang), Icon: icon.Edit, Rank: widgets.Plain, Stay: true, Run: act(s.Edit)},
	}
	if s.Insert != nil {
		insert := func(n argument.Length) func() {
			return func() {
				s.closed = true
				act(func(e *library.Entry) { s.Insert(e, n) })()
			}
		}
		for _, n := range []argument.Length{argument.Title, argument.Line} {
			answers = append(answers, widgets.Answer{Label: catalogue.InsertLength(n).In(lang), Rank: widgets.Plain, Run: insert(n)})
		}
		answers = append(answers, widgets.Answer{Label: catalogue.InsertLength(argument.Statement).In(lang), Rank: widgets.Primary, Run: insert(argument.Statement)})
	}
	s.head = s.heading(e)
	s.box = widgets.ShowDialog(s.window, s.head, s.scroller, size(s.window), answers...)
	s.compare(e)
}

// Refresh shows the argument as it is now; if it is gone the sheet closes.
func (s *Sheet) Refresh() {
	if s.closed {
		return
	}
	e, ok := s.Library().In(s.pack, s.id)
	if !ok {
		s.closed = true
		s.box.Hide()
		return
	}
	if s.heading(e) != s.head { // a dialog cannot change its heading
		s.open(s.pack, s.id)
		return
	}
	s.scroller.SetContent(s.content(e))
	s.compare(e)
}

// heading is what stands over the sheet.
func (s *Sheet) heading(e *library.Entry) string { return e.ID + "  " + e.Title.In(s.Language) }

// compare finds what is alike, beside the main thread.
func (s *Sheet) compare(e *library.Entry) {
	s.asked++
	asked := s.asked
	go func() {
		alike, answers := s.Related(e)
		s.Post(func() {
			if s.asked != asked || s.closed {
				return
			}
			s.alike, s.answers = alike, answers
			s.scroller.SetContent(s.content(e))
		})
	}()
}

// content lays the argument out: its texts side by side, then its facts, its
// links and what is alike.
func (s *Sheet) content(e *library.Entry) fyne.CanvasObject {
	lang := s.Language
	parts := []fyne.CanvasObject{s.texts(e)}
	add := func(head language.Text, objects ...fyne.CanvasObject) {
		if len(objects) == 0 {
			return
		}
		title := widgets.NewProse(head.In(lang))
		title.Bold = true
		group := append([]fyne.CanvasObject{title}, objects...)
		parts = append(parts, widgets.NewPile(5, group...))
	}
	parts = append(parts, widgets.NewPile(4, s.facts(e)...))
	links := s.links(e)
	if len(links) == 0 {
		links = append(links, widgets.NewNote(catalogue.NoLinks.In(lang), theme.Muted, 0))
	}
	add(catalogue.Links, links...)
	add(catalogue.Candidates, s.relations(s.answers)...)
	add(catalogue.Related, s.relations(s.alike)...)
	return widgets.NewPile(16, parts...)
}

// texts shows title, line, statement and note in both languages.
func (s *Sheet) texts(e *library.Entry) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, t := range []struct {
		name language.Text
		text language.Text
		bold bool
	}{
		{catalogue.TitleOnly, e.Title, true},
		{catalogue.Line, e.Line, false},
		{catalogue.Statement, e.Statement, false},
		{catalogue.NoteOnArticle, e.Note, false},
	} {
		if t.text.IsEmpty() {
			continue
		}
		zh, en := widgets.NewProse(t.text.ZH), widgets.NewProse(t.text.EN)
		zh.Bold, en.Bold = t.bold, t.bold
		rows = append(rows, widgets.NewPile(2, widgets.NewNote(t.name.In(s.Language), theme.Muted, 1), pair(zh, en)))
	}
	return widgets.NewPile(10, rows...)
}

// pair puts the Chinese and the English side by side.
func pair(zh, en fyne.CanvasObject) fyne.CanvasObject {
	const gap = 24
	return widgets.NewArranged(300, func(width, _ float32, place widgets.Place) float32 {
		w := (width - gap) / 2
		h := fyne.Max(widgets.HeightFor(zh, w), widgets.HeightFor(en, w))
		place(zh, 0, 0, w, h)
		place(en, w+gap, 0, w, h)
		return h
	}, zh, en)
}
