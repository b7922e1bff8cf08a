// Package desktop is the window: a start page, and a workspace of three panes
// with the library on the left, the blocks of the brief in the middle and its
// true pages on the right.
//
//	a := app.New(assets.Files, templates.Files)
//	err := desktop.Run(desktop.Params{App: a, Assets: assets.Files, File: "gap.celun"})
//
// Each feature is a folder of its own and knows nothing of the others; what
// they report is decided here. A brief is only ever changed by an edit through
// its history, and everything that shows it is then handed the new snapshot.
// Reading, writing, setting and drawing happen on other goroutines, whose
// results come back through one function ([Desk.post]).
package desktop

import (
	"io/fs"
	"sync"
	"time"

	"celun/app"
	"celun/app/desktop/actions"
	"celun/app/desktop/chooser"
	"celun/app/desktop/complete"
	"celun/app/desktop/editor"
	"celun/app/desktop/entry"
	"celun/app/desktop/frame"
	librarypane "celun/app/desktop/library"
	_ "celun/app/desktop/locale" // before Fyne looks at the locale
	argumentmap "celun/app/desktop/map"
	"celun/app/desktop/preview"
	"celun/app/desktop/shell"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/desktop/wizard"
	"celun/app/language"
	"celun/app/language/pinyin"
	"celun/app/language/words"
	"celun/app/library"
	"celun/app/library/find"
	"celun/app/settings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Params are what the window is made from.
type Params struct {
	App    *app.App
	Assets fs.FS
	Memory *Memory
	File   string // to open at once; may be empty
	Sample bool   // open the finished sample at once
	// Kept is the folder for journals of edits and for snapshots; an empty one
	// keeps neither, and saves nothing by itself.
	Kept string
	// Trouble is an error to tell of at the start; it may be nil.
	Trouble error
	// Log is the folder of the log; Crash is the report of a crash of the last
	// run, empty if there was none.
	Log, Crash string

	// first is called with the window while there is nothing in it yet; it may
	// show it. Nil: it is shown later.
	first func(*Desk)
	// shown is closed when the window shows what it was started for; nil: it
	// does.
	shown <-chan struct{}
}

// A Desk is the window with all that is in it. It lives on the main thread.
type Desk struct {
	Params
	fyne   fyne.App
	window fyne.Window
	post   func(func()) // has a function called on the main thread
	now    func() time.Time

	look    *theme.Look
	lang    language.Language
	words   *words.Words
	shelf   *library.Shelf
	lib     *library.Library // of the shelf as it is shown
	finder  *find.Finder     // in lib
	updates []library.Update // that the built-in packs bring
	steps   librarySteps     // of the library, to take back and to make again
	sheet   *entry.Sheet     // of an argument; nil until one was shown
	changes map[string]app.Change
	actions actions.List
	menu    *fyne.MainMenu
	drawer  *drawer

	doc     *document // nil: the start page is shown
	opening *opening  // nil: none is being read
	awaited bool      // what is to be opened at the start is not there yet
	settled func()    // called once, when the window shows what it was started for
	top     *shell.Top
	status  *shell.Status
	pane    *librarypane.Pane
	editor  *editor.Editor
	pages   *preview.Pages
	checks  checks
	side    *shell.Side
	panes   *widgets.Panes
	wide    bool // the side takes the room of the other panes
	argMap  *argumentmap.Pane
	choice  preview.Choice  // in the pages pane
	answers *wizard.Answers // nil: the questions for a new brief are not shown
	wizard  *wizard.Wizard
	// leaveFront ends what is under way for the start page; nil if it is not
	// shown.
	leaveFront func()
	firstStop  func() fyne.Focusable // of the start page: where the keys begin
	latest     []string              // ids of the commands chosen last, the last one first
	showing    bool                  // menu and bars are being shown; see [Desk.free]
	asked      bool                  // a question about unsaved changes is open
	ended      func()                // ends the program; nil leaves it to Fyne
	loading    sync.Once             // of the whole face
	notices    *notices              // over the panes

	completing *complete.Completer
	readings   pinyin.Table
	pasting    chan func() // reads the clipboard, one paste after another
	// native asks for files by the desktop's own dialogs; nil: the window does.
	native   func(fyne.Window) chooser.Asker
	choosing int // counts the questions asked so, and their ends
}

// standWhereItStood puts the window where it was left; the first time it takes
// the room that the screen has.
func (d *Desk) standWhereItStood() {
	if at, ok := d.Memory.Place(); ok {
		frame.Put(d.window, frame.Place(at))
		return
	}
	if _, ok := d.Memory.WindowSize(); ok {
		return
	}
	scale := d.window.Canvas().Scale()
	wide, high := frame.Screen()
	size, fill := frame.First(float32(wide)/scale, float32(high)/scale)
	d.window.Resize(size)
	if fill {
		frame.Fill(d.window)
		return
	}
	d.window.CenterOnScreen()
}

// rememberPlace remembers where the window stands.
func (d *Desk) rememberPlace() {
	at, ok := frame.At(d.window)
	if ok {
		d.Memory.SetPlace(Place(at))
	}
	if !at.Maximized && !d.window.FullScreen() {
		d.Memory.SetWindowSize(d.window.Canvas().Size())
	}
}

// setTextSize draws everything in the window larger or smaller, in percent; the
// window stays as large as it is.
func (d *Desk) setTextSize(percent int) {
	percent = max(settings.SmallestText, min(settings.LargestText, percent))
	if percent == d.Memory.TextSize() {
		return
	}
	d.Memory.SetTextSize(percent)
	frame.SetScale(percent)
	frame.Keep(d.window, func() { d.fyne.Settings().SetTheme(d.look) })
	d.show()
}

// heedSystem lets the look follow the system's from now on.
func (d *Desk) heedSystem() {
	d.look = d.look.Heeding()
	d.fyne.Settings().SetTheme(d.look)
	if d.look.IsDark(d.fyne.Settings().ThemeVariant()) {
		d.show()
	}
}

// New makes the window on a Fyne application. Post has a function called on
// the main thread.
func New(a fyne.App, p Params, post func(func())) (*Desk, error) {
	look, err := theme.New(p.Assets, p.Memory.Theme())
	if err != nil {
		return nil, err
	}
	a.Settings().SetTheme(look)
	d := &Desk{
		Params: p, fyne: a, post: post, now: time.Now,
		look: look, lang: p.Memory.Language(), words: words.New(),
	}
	if err := d.openWindow(); err != nil {
		return nil, err
	}
	zoom, thumbnails := p.Memory.Pages()
	d.choice = preview.Choice{Zoom: zoom, Thumbnails: thumbnails}
	d.completing = complete.New(d.complete)
	d.notices = newNotices()
	d.notices.changed = func() {
		if c := d.window.Content(); c != nil && d.doc != nil {
			c.Refresh()
		}
	}
	d.words.Load(func() (*words.Dictionary, error) {
		d.afterShown()
		return p.App.Dictionary()
	})
	d.drawer = newDrawer(p.App, d.words)
	translate(d.lang)
	d.window.SetCloseIntercept(d.quit)
	d.window.SetOnDropped(d.dropped)
	d.actions = d.commands()
	d.window.Canvas().SetOnTypedKey(d.typedKey)
	d.show()
	return d, nil
}

// openWindow makes the window, and what is in it is read. The graphics take
// most of the time, and the processor half of that: the faces are taken apart
// and the packs and the brief read beside them.
func (d *Desk) openWindow() error {
	faces := takeFaces()
	d.awaited = d.File != "" || d.Sample
	d.window = d.fyne.NewWindow(programName)
	d.window.SetPadded(false)
	size, ok := d.Memory.WindowSize()
	if !ok {
		size, _ = frame.First(0, 0)
	}
	d.window.Resize(size)
	if d.first != nil {
		d.window.SetContent(container.NewWithoutLayout()) // has the ground drawn
		d.first(d)
	}
	var err error
	if d.shelf, err = d.App.Shelf(); err != nil {
		return err
	}
	d.lib, d.updates = d.shelf.Library(), d.shelf.Updates()
	if d.finder, err = d.App.Finder(); err != nil {
		return err
	}
	<-faces
	return nil
}

// show builds the window anew: after a change of language, look or document.
// Of the same document the user stays where he is.
func (d *Desk) show() {
	at, back := d.place()
	if d.leaveFront != nil {
		d.leaveFront()
		d.leaveFront = nil
	}
	if d.pages != nil {
		d.pages.Close()
		d.pages = nil
	}
	switch {
	case d.doc != nil:
		d.endWizard()
		d.window.SetContent(widgets.NewRoot(d.workspace(), d.completing))
	case d.answers != nil:
		d.editor, d.pane = nil, nil
		d.window.SetContent(widgets.NewRoot(d.wizardPage(), d.completing))
	case d.awaited:
		d.window.SetContent(widgets.NewRoot(container.NewWithoutLayout(), d.completing))
	default:
		d.editor, d.pane = nil, nil
		d.window.SetContent(widgets.NewRoot(d.startPage(), d.completing))
	}
	d.menu = d.actions.Menu(d.lang)
	d.window.SetMainMenu(d.menu)
	d.changed()
	if back {
		d.goTo(at)
	}
}

// changed brings title, menu, bars and panes in line with the document.
func (d *Desk) changed() {
	if t := d.title(); t != d.window.Title() {
		d.window.SetTitle(t)
	}
	d.showMenu()
	if d.doc == nil {
		return
	}
	b := d.doc.history.Brief()
	if d.doc.shown != b {
		d.compareBrief(b)
	}
	d.editor.Show(b)
	d.showBars()
	if d.doc.shown != b {
		d.doc.shown = b
		d.pages.Update(b)
		d.review(b)
		d.pane.SetUsed(usedIn(b))
		d.showMap()
	}
}

// setLanguage changes the language of the interface.
func (d *Desk) setLanguage(l language.Language) {
	d.lang = l
	d.Memory.SetLanguage(l)
	translate(l)
	d.show()
}

// setTheme changes the look.
func (d *Desk) setTheme(v theme.Variant) {
	d.look = d.look.With(v)
	d.Memory.SetTheme(v)
	d.fyne.Settings().SetTheme(d.look)
	d.show()
}

// cover makes sure that the face has every character of a text: one outside
// the cut loads the whole face, once.
func (d *Desk) cover(text string) {
	if d.look.IsWhole() || d.look.Covers(text) {
		return
	}
	d.loading.Do(func() {
		look := d.look
		go func() {
			whole, err := look.Whole()
			d.post(func() {
				if err != nil {
					d.fail(err)
					return
				}
				d.look = whole.With(d.look.Variant())
				d.fyne.Settings().SetTheme(d.look)
				if d.editor != nil { // not built anew: the user may be typing
					d.editor.MeasureAgain()
				}
			})
		}()
	})
}
