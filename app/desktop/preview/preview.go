// Package preview is the pane of pages: the true pages of the brief, set and
// drawn beside the typing on other threads, as sharp as the screen allows.
//
//	p := preview.New(preview.Params{Set: setter.Set, Draw: draw, Language: language.ZH}, preview.Choice{})
//	p.Update(history.Brief())
//	window.SetContent(p.View())
//
// One brief is set at a time; of those that came meanwhile only the last one
// is set next. So the pages follow a fast typist without being given up again
// and again. Drawing is given up as soon as something newer is to be shown.
package preview

import (
	"context"
	"errors"
	"image"
	"strconv"
	"sync"
	"time"

	"celun/app/brief"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/typeset"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// Params are what the pages need from the window.
type Params struct {
	Language language.Language // of the interface
	// Post has a function called on the main thread.
	Post func(func())
	// Set sets a brief; it is called by one goroutine at a time.
	Set func(context.Context, *brief.Brief, typeset.Options) (*typeset.Document, error)
	// Draw draws a page at a width in pixels; it is called by any goroutine.
	Draw func(context.Context, *typeset.Page, int) (image.Image, error)
	// Went is told which place a user clicked on a page, and at which rune of
	// its text.
	Went func(at brief.Address, offset int)
	// Failed is told what went wrong while setting or drawing.
	Failed func(error)
	// Chose is told of a choice in the pane.
	Chose func(Choice)
	// Change changes how the brief is laid out; nil leaves the bar with the
	// switches away.
	Change func(func(*brief.Meta))
	// Settings asks for everything about the page; it may be nil.
	Settings func()
}

// A Choice is what a user chose in the pane; the brief does not know of it.
type Choice struct {
	Languages  []language.Language // that are shown; none is both
	Zoom       int                 // percent of the size on paper; 0 is as wide as the pane
	Thumbnails bool
	Trainer    bool // the trainer's copy is shown
}

// Options returns how the choice has a brief set.
func (c Choice) Options() typeset.Options {
	return typeset.Options{Languages: c.Languages, Trainer: c.Trainer}
}

// Pages shows the pages of a brief.
type Pages struct {
	Params
	choice   Choice
	brief    *brief.Brief
	doc      *typeset.Document
	selected brief.Address
	spot     typeset.Spot // where the caret is; of no place: nowhere
	caret    caret        // of the spot, on the pages

	cancel  context.CancelFunc // of the setting under way
	busy    bool               // a brief is being set
	again   bool               // another is to be set after it
	drawing sync.Mutex         // held while a page is drawn

	closed bool
	of     *brief.Brief   // whose pages are shown
	offset float32        // to scroll to when the first pages are there
	sheets map[int]*sheet // by index of the page
	small  map[int]*sheet // of the thumbnails
	column *widgets.Column
	across *container.Scroll
	sides  *canvas.Rectangle // as wide as the pages with the room beside them
	thumbs *widgets.Column
	bar    *bar
	view   fyne.CanvasObject
}

// A sheet is a page that is built, and the drawing of it that is under way.
type sheet struct {
	*widgets.Sheet
	cancel context.CancelFunc
	page   *typeset.Page // what is drawn, or being drawn
	width  int           // in pixels
	drawn  bool          // the picture is that of page and width
}

// New returns pages without a brief, with what the user chose last.
func New(p Params, c Choice) *Pages {
	v := &Pages{Params: p, choice: c, sheets: map[int]*sheet{}, small: map[int]*sheet{}}
	v.build()
	return v
}

// View returns what the window shows.
func (v *Pages) View() fyne.CanvasObject { return v.view }

// Choice returns what the user chose.
func (v *Pages) Choice() Choice { return v.choice }

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

// Shows reports whether the pages that are shown are those of a brief, and
// those in view are drawn.
func (v *Pages) Shows(b *brief.Brief) bool {
	if v.of != b {
		return false
	}
	for _, s := range v.sheets {
		if s.Size().Width >= 8 && !s.drawn {
			return false
		}
	}
	return true
}

// Update shows the pages of a brief.
func (v *Pages) Update(b *brief.Brief) {
	v.brief = b
	v.bar.choices()
	v.start()
}

// Choose shows the pages as the user chose.
func (v *Pages) Choose(c Choice) {
	before := v.choice
	v.choice = c
	v.resize()
	if before.Thumbnails != c.Thumbnails {
		v.view.Refresh()
		v.showThumbs()
	}
	v.bar.choices()
	if v.brief != nil && !sameOptions(before.Options(), c.Options()) {
		if v.cancel != nil {
			v.cancel()
		}
		v.start()
	}
	if v.Chose != nil {
		v.Chose(c)
	}
}

func sameOptions(a, b typeset.Options) bool {
	if len(a.Languages) != len(b.Languages) || a.Trainer != b.Trainer {
		return false
	}
	for i := range a.Languages {
		if a.Languages[i] != b.Languages[i] {
			return false
		}
	}
	return true
}

// Close gives up what is under way.
func (v *Pages) Close() {
	v.closed = true
	if v.cancel != nil {
		v.cancel()
	}
	for _, sheets := range []map[int]*sheet{v.sheets, v.small} {
		for _, s := range sheets {
			if s.cancel != nil {
				s.cancel()
			}
			s.Drop()
		}
	}
}

// start sets the present brief on another goroutine, or notes that it is to be
// set after the one under way.
func (v *Pages) start() {
	if v.closed {
		return
	}
	if v.busy {
		v.again = true
		return
	}
	v.busy, v.again = true, false
	ctx, cancel := context.WithCancel(context.Background())
	v.cancel = cancel
	b, o, old := v.brief, v.choice.Options(), v.doc
	go func() {
		doc, err := v.Set(ctx, b, o)
		var same []bool
		if err == nil {
			same = samePages(old, doc)
		}
		v.Post(func() {
			v.busy = false
			cancelled := ctx.Err() != nil
			cancel()
			switch {
			case v.closed:
				return
			case err == nil && !cancelled:
				v.of = b
				v.show(doc, same)
			case err != nil && !errors.Is(err, context.Canceled):
				v.Failed(err)
			}
			if v.again {
				v.start()
			}
		})
	}()
}

func (v *Pages) show(doc *typeset.Document, same []bool) {
	v.doc = doc
	v.keep(v.sheets, same)
	v.keep(v.small, same)
	v.column.SetRows(v.rows(v.sheet))
	v.showThumbs()
	for i, s := range v.sheets {
		v.draw(i, s)
	}
	v.resize()
	v.bar.show(doc)
	v.mark()
	if v.offset > 0 {
		v.column.ScrollTo(v.offset)
		v.offset = 0
	}
}

// keep lets sheets whose page looks as it did stay as they are drawn, and
// forgets those that are gone.
func (v *Pages) keep(sheets map[int]*sheet, same []bool) {
	for i, s := range sheets {
		switch {
		case i >= len(v.doc.Pages):
			if s.cancel != nil {
				s.cancel()
			}
			delete(sheets, i)
		case same[i] && s.page != nil:
			s.page = &v.doc.Pages[i]
		}
	}
}

// rows returns the rows of a column of pages.
func (v *Pages) rows(build func(i int, ratio float32) fyne.CanvasObject) []widgets.Row {
	rows := make([]widgets.Row, len(v.doc.Pages))
	for i := range v.doc.Pages {
		ratio := float32(v.doc.Pages[i].Height / v.doc.Pages[i].Width)
		rows[i] = widgets.Row{
			Key:      pageKey(i, ratio),
			Estimate: func(width float32) float32 { return width * ratio },
			Build:    func() fyne.CanvasObject { return build(i, ratio) },
		}
	}
	return rows
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
	s.OnDragged = v.pan
	v.markSheet(i, s)
	return s.Sheet
}

// mostPixels is how many pixels high the picture of a page may be: more is no
// texture for many screens.
const mostPixels = 8000

// draw draws a page for its sheet on another goroutine, unless it is there.
func (v *Pages) draw(i int, s *sheet) {
	if v.closed || v.doc == nil || i >= len(v.doc.Pages) || s.Size().Width < 8 || v.sheets[i] != s && v.small[i] != s {
		return
	}
	c := fyne.CurrentApp().Driver().CanvasForObject(v.column)
	if c == nil { // laid out before it is on the window
		time.AfterFunc(30*time.Millisecond, func() { v.Post(func() { v.draw(i, s) }) })
		return
	}
	page, width := &v.doc.Pages[i], int(s.Size().Width*c.Scale()+0.5)
	width = min(width, int(mostPixels*page.Width/page.Height))
	if s.page == page && s.width == width {
		return
	}
	if s.cancel != nil {
		s.cancel()
	}
	ctx, cancel := context.WithCancel(context.Background())
	s.cancel, s.page, s.width, s.drawn = cancel, page, width, false
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
				s.drawn = true
			}
		})
	}()
}
