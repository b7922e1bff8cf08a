// Package preview is the pane of pages: the true pages of the brief, set and
// drawn beside the typing on other threads, as sharp as the screen allows.
//
//	p := preview.New(preview.Params{Set: setter.Set, Draw: draw, Language: language.ZH})
//	p.Update(history.Brief())
//	window.SetContent(p.View())
//
// Setting and drawing are given up as soon as something newer is to be shown.
package preview

import (
	"context"
	"errors"
	"image"
	"reflect"
	"strconv"
	"sync"
	"time"

	"celun/app/brief"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/typeset"

	"fyne.io/fyne/v2"
)

// delay is how long the pages wait for the next key.
const delay = 140 * time.Millisecond

// Params are what the pages need from the window.
type Params struct {
	Language language.Language // of the interface
	// Post has a function called on the main thread.
	Post func(func())
	// Set sets a brief; it is called by one goroutine at a time.
	Set func(context.Context, *brief.Brief, typeset.Options) (*typeset.Document, error)
	// Draw draws a page at a width in pixels; it is called by any goroutine.
	Draw func(context.Context, *typeset.Page, int) (image.Image, error)
	// Went is told which place a user clicked on a page.
	Went func(brief.Address)
	// Failed is told what went wrong while setting or drawing.
	Failed func(error)
	// Changed is told of a choice of layout or languages.
	Changed func(typeset.Options)
}

// Pages shows the pages of a brief.
type Pages struct {
	Params
	options  typeset.Options
	brief    *brief.Brief
	doc      *typeset.Document
	selected brief.Address

	timer   *time.Timer
	cancel  context.CancelFunc
	setting sync.Mutex // held while a brief is set
	drawing sync.Mutex // held while a page is drawn

	closed bool
	offset float32        // to scroll to when the first pages are there
	sheets map[int]*sheet // by index of the page
	column *widgets.Column
	bar    *bar
	view   fyne.CanvasObject
}

// A sheet is a page that is built, and the drawing of it that is under way.
type sheet struct {
	*widgets.Sheet
	cancel context.CancelFunc
	page   *typeset.Page // what is drawn, or being drawn
	width  int           // in pixels
}

// New returns pages without a brief, with what the user chose last.
func New(p Params, o typeset.Options) *Pages {
	v := &Pages{Params: p, options: o, sheets: map[int]*sheet{}}
	v.build()
	return v
}

// View returns what the window shows.
func (v *Pages) View() fyne.CanvasObject { return v.view }

// Options returns the layout and languages that are shown.
func (v *Pages) Options() typeset.Options { return v.options }

// Offset returns how far the pages are scrolled.
func (v *Pages) Offset() float32 { return v.column.Offset() }

// RestoreOffset scrolls as far as another pane of the same pages was, as soon
// as there are pages.
func (v *Pages) RestoreOffset(y float32) {
	if v.doc != nil {
		v.column.ScrollTo(y)
		return
	}
	v.offset = y
}

// Document returns the pages that are shown, or nil.
func (v *Pages) Document() *typeset.Document { return v.doc }

// Update shows the pages of a brief, a moment later.
func (v *Pages) Update(b *brief.Brief) {
	v.brief = b
	if v.timer != nil {
		v.timer.Stop()
	}
	if v.doc == nil {
		v.start()
		return
	}
	v.timer = time.AfterFunc(delay, func() { v.Post(v.start) })
}

// Close gives up what is under way.
func (v *Pages) Close() {
	v.closed = true
	if v.timer != nil {
		v.timer.Stop()
	}
	if v.cancel != nil {
		v.cancel()
	}
	for _, s := range v.sheets {
		if s.cancel != nil {
			s.cancel()
		}
	}
}

// start sets the present brief on another goroutine.
func (v *Pages) start() {
	if v.cancel != nil {
		v.cancel()
	}
	ctx, cancel := context.WithCancel(context.Background())
	v.cancel = cancel
	b, o, old := v.brief, v.options, v.doc
	go func() {
		v.setting.Lock()
		defer v.setting.Unlock()
		if ctx.Err() != nil {
			return
		}
		doc, err := v.Set(ctx, b, o)
		if err != nil {
			if !errors.Is(err, context.Canceled) {
				v.Post(func() { v.Failed(err) })
			}
			return
		}
		same := samePages(old, doc)
		v.Post(func() {
			if ctx.Err() == nil {
				v.show(doc, same)
			}
		})
	}()
}

// samePages says which pages of doc look as they did in old.
func samePages(old, doc *typeset.Document) []bool {
	same := make([]bool, len(doc.Pages))
	if old == nil {
		return same
	}
	for i := range min(len(old.Pages), len(doc.Pages)) {
		same[i] = reflect.DeepEqual(&old.Pages[i], &doc.Pages[i])
	}
	return same
}

func (v *Pages) show(doc *typeset.Document, same []bool) {
	v.doc = doc
	rows := make([]widgets.Row, len(doc.Pages))
	for i := range doc.Pages {
		ratio := float32(doc.Pages[i].Height / doc.Pages[i].Width)
		rows[i] = widgets.Row{
			Key:      pageKey(i, ratio),
			Estimate: func(width float32) float32 { return width * ratio },
			Build:    func() fyne.CanvasObject { return v.sheet(i, ratio) },
		}
	}
	for i, s := range v.sheets {
		switch {
		case i >= len(doc.Pages):
			if s.cancel != nil {
				s.cancel()
			}
			delete(v.sheets, i)
		case same[i] && s.page != nil:
			s.page = &doc.Pages[i]
		default:
			v.draw(i, s)
		}
	}
	v.column.SetRows(rows)
	for i, s := range v.sheets {
		v.draw(i, s)
	}
	v.bar.show(doc)
	v.mark()
	if v.offset > 0 {
		v.column.ScrollTo(v.offset)
		v.offset = 0
	}
}

func pageKey(i int, ratio float32) string {
	return strconv.Itoa(i+1) + " " + strconv.FormatFloat(float64(ratio), 'f', 4, 32)
}

// sheet builds the sheet of a page; it is drawn once its width is known.
func (v *Pages) sheet(i int, ratio float32) fyne.CanvasObject {
	s := &sheet{Sheet: widgets.NewSheet(ratio)}
	v.sheets[i] = s
	s.OnSized = func() { v.draw(i, s) }
	s.OnTapped = func(x, y float32) { v.tapped(i, x, y) }
	v.markSheet(i, s)
	return s.Sheet
}

// draw draws a page for its sheet on another goroutine, unless it is there.
func (v *Pages) draw(i int, s *sheet) {
	c := fyne.CurrentApp().Driver().CanvasForObject(v.column)
	if v.closed || v.doc == nil || i >= len(v.doc.Pages) || s.Size().Width < 8 || v.sheets[i] != s {
		return
	}
	if c == nil { // laid out before it is on the window
		time.AfterFunc(delay/4, func() { v.Post(func() { v.draw(i, s) }) })
		return
	}
	page, width := &v.doc.Pages[i], int(s.Size().Width*c.Scale()+0.5)
	if s.page == page && s.width == width {
		return
	}
	if s.cancel != nil {
		s.cancel()
	}
	ctx, cancel := context.WithCancel(context.Background())
	s.cancel, s.page, s.width = cancel, page, width
	go func() {
		v.drawing.Lock()
		defer v.drawing.Unlock()
		if ctx.Err() != nil {
			return
		}
		picture, err := v.Draw(ctx, page, width)
		v.Post(func() {
			switch {
			case ctx.Err() != nil:
			case err != nil:
				v.Failed(err)
			default:
				s.SetPicture(picture)
			}
		})
	}()
}
