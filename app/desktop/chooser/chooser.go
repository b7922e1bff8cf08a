// Package chooser asks for a file or a folder by the desktop's own dialog, where
// there is one: on Linux and the BSDs through the XDG desktop portal, on Windows
// by the common dialogs.
//
//	ask := chooser.For(window)       // on the main thread
//	path, err := ask(ctx, chooser.Question{Kind: chooser.Open, Title: "Open", Folder: dir, Endings: []string{".celun"}})
//	if errors.Is(err, chooser.ErrNone) { … } // the program asks by itself
//
// The dialogs of Windows have been seen under Wine, but on no real Windows yet.
package chooser

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
)

// ErrNone says that no dialog of the desktop has answered.
var ErrNone = errors.New("the desktop has no dialog for files")

// A Kind is what is asked for.
type Kind int

// The kinds of questions.
const (
	Open   Kind = iota // a file that is there
	Save               // a file to write
	Folder             // a folder that is there
)

// A Question is one dialog.
type Question struct {
	Kind    Kind
	Title   string
	Confirm string   // on the button; empty leaves it to the desktop
	Folder  string   // that is shown first; whole
	Name    string   // that is offered for a file to write
	Files   string   // what files with the Endings are called
	Endings []string // with the dot; none is every file
}

// An Asker shows a dialog and returns the whole path that was chosen, empty if
// the user cancelled. ErrNone says that there is no dialog. It waits for the
// user: call it off the main thread. On Linux and the BSDs the dialog is closed
// when the context ends.
type Asker func(context.Context, Question) (path string, err error)

// For returns what asks in front of a window. Call it on the main thread.
func For(w fyne.Window) Asker { return asker(w) }
