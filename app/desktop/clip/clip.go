// Package clip reads the clipboard as the system has it: its HTML, which the
// window's toolkit does not give, and how much there is before it is fetched.
//
//	got, err := clip.Read(time.Second, 1<<20)
//
// It is called beside the main thread: the owner of the clipboard may be this
// very window, which answers from its main thread.
//
// X11 (also under XWayland) and Windows are read here; elsewhere [ErrNone] says
// that the toolkit's clipboard is to be used. The Windows part is built and
// has been tried on no real Windows yet.
package clip

import (
	"errors"
	"time"
)

// A Content is what is on the clipboard, in the forms that a text can be made
// of. Either may be empty.
type Content struct {
	HTML string
	Text string
}

// ErrNone says that this system's clipboard is not read here.
var ErrNone = errors.New("the clipboard is not read here")

// TooLarge is the error of a clipboard that holds more than was asked for.
type TooLarge struct {
	Size int // bytes, at least
}

// Error is for logs.
func (e *TooLarge) Error() string { return "the clipboard holds too much" }

// Read returns what is on the clipboard, unless it is more than most bytes in
// one form. It gives up after patience.
func Read(patience time.Duration, most int) (Content, error) { return read(patience, most) }
