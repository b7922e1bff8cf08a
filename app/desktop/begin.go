package desktop

import (
	"fmt"
	"os"
	"time"

	"celun/app/desktop/catalogue"
	"celun/app/desktop/chooser"
	"celun/app/desktop/frame"
	"celun/app/desktop/ime"
	"celun/app/desktop/theme"
	"celun/app/desktop/watch"
	"celun/app/language"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
)

// Run opens the window and returns when it is closed.
func Run(p Params) error {
	shown := make(chan struct{})
	p.shown = shown
	p.first = func(d *Desk) {
		d.openAsked()
		d.window.SetMaster()
		d.window.Show()
		d.standWhereItStood()
		ime.Follow(d.window)
	}
	// What the window is made from is read beside the start of the graphics.
	go func() { _, _ = p.App.Shelf() }()
	go func() { _, _ = p.App.Templates() }()
	ime.Prepare()
	frame.SetScale(p.Memory.TextSize())
	// Without an id Fyne keeps no preferences of its own: ours are in the
	// settings, in one place.
	a := fyneapp.NewWithID("")
	d, err := open(a, p)
	if err != nil {
		return err
	}
	d.ended = func() {
		// Not by Fyne's own way out: in 2.7.1 it now and then waits for ever
		// for a queue that nobody empties any more, or panics when something
		// is put into it. What there is to keep is kept.
		p.Memory.Close()
		os.Exit(0)
	}
	p.Memory.Failed = func(err error) { d.post(func() { d.fail(err) }) }
	go func() {
		if theme.SystemSaysDark() {
			d.post(d.heedSystem)
		}
	}()
	d.native = chooser.For
	a.Lifecycle().SetOnEnteredForeground(func() {
		d.heed()
		d.heedLibrary()
	})
	watch.Begin(fyne.Do)
	d.begin()
	fyne.Do(func() { // when it has been drawn once
		d.settled = func() {
			time.AfterFunc(firstFrame, func() { d.post(func() { close(shown) }) })
		}
		d.settle()
	})
	go keepSmall()
	a.Run()
	p.Memory.Close()
	return nil
}

// open makes the window. GLFW panics where there is no screen.
func open(a fyne.App, p Params) (d *Desk, err error) {
	defer func() {
		if why := recover(); why != nil {
			err = &language.Problem{What: catalogue.NoScreen, Do: catalogue.NoScreenDo, Err: fmt.Errorf("%v", why)}
		}
	}()
	return New(a, p, fyne.Do)
}

// firstFrame is how long it takes at most until what was built begins to be
// drawn: Fyne draws every sixtieth of a second.
const firstFrame = 25 * time.Millisecond

// takeFaces has Fyne take the faces apart, which it does when a text is
// measured, and looks for those of the system. Fyne keeps what comes of it where
// nobody else may look meanwhile: no text is measured or drawn until the channel
// is closed.
func takeFaces() (taken <-chan struct{}) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		for _, bold := range []bool{false, true} {
			fyne.MeasureText("字", 13, fyne.TextStyle{Bold: bold})
		}
	}()
	return done
}

// afterShown waits until the window shows what it was started for: what can
// come later than the text leaves the processor to it.
func (d *Desk) afterShown() {
	if d.Params.shown != nil {
		<-d.Params.shown
	}
}

// begin tells what there is to tell at the start.
func (d *Desk) begin() {
	if d.Trouble != nil {
		d.fail(d.Trouble)
	}
	for _, trouble := range d.shelf.Troubles() {
		d.fail(trouble)
	}
	d.lookForLost()
	if d.Crash != "" {
		d.tellOfCrash()
	}
	if d.awaited {
		time.AfterFunc(longestWait, func() { d.post(d.waitNoLonger) })
	}
}

// openAsked opens what was asked for at the start. It is read while the
// graphics start.
func (d *Desk) openAsked() {
	switch {
	case d.File != "":
		d.openFile(d.File)
	case d.Sample:
		d.openSample()
	}
}

// settle begins what waits until the window shows what it was started for.
func (d *Desk) settle() {
	if !d.awaited && d.settled != nil {
		d.post(d.settled)
		d.settled = nil
	}
}

// longestWait is how long the window stays empty for what is to be opened at
// the start. Building and drawing the start page takes longer than reading a
// brief from a disk; a network drive may take its time.
const longestWait = 700 * time.Millisecond

// waitNoLonger shows the start page if what was to be opened at the start is
// not there yet, or cannot be opened.
func (d *Desk) waitNoLonger() {
	if d.awaited {
		d.awaited = false
		d.show()
		d.settle()
	}
}
