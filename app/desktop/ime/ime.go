// Package ime makes the window work with input methods: the programs by which
// Chinese is typed as pinyin, strokes or shapes and chosen from a list of
// candidates.
//
//	ime.Prepare()                  // first of all, before Fyne starts
//	a := app.New()
//	w := a.NewWindow("…")
//	w.Show()
//	ime.Follow(w)                  // candidates stand at the caret from now on
//
// Fyne talks to input methods through GLFW 3.3, which gets four things wrong
// on X11. Keys that belong to a composition reach the text as well: BackSpace
// in a half-typed syllable deletes a character that was there before, Return
// breaks the line, the arrows move the caret. When the input method ends or
// is started anew the program crashes on the next key. Candidates are listed
// at a corner of the window. And where the locale is "C", or XMODIFIERS is not
// set, no Chinese can be typed at all. On Windows only the third holds.
//
// On Linux with X11 (and XWayland) this package mends all four without a
// changed GLFW: x11.c defines the few functions of libX11 that GLFW calls,
// which thereby win over the library's own. It also mends a fault of libX11:
// of two texts that come at once, as on a busy machine, it gives the later one
// first. It is held by a run of the real
// program with fcitx5 and with ibus (.ci/ime). An input method that is started
// only after the program is found too, if XMODIFIERS named it when the program
// started. A program linked statically against libX11 would not be mended.
//
// On Windows the window's procedure is wrapped and Imm32 is told the caret;
// while something is composed the system's own caret stands there too, by which
// some Chinese input methods go. Under Wine, with fcitx5, committed text arrives
// whole and what Imm32 is told is where the caret is; where the candidates then
// stand has been seen on no real Windows yet.
//
// On macOS, and with GLFW's own Wayland backend, nothing is done and nothing
// has been tried: committed text arrives there, but from reading the sources
// macOS is expected to let keys of a composition through and to list the
// candidates at a corner of the screen.
//
// The state that libX11 and Imm32 share with the program is global by their
// nature; here it is kept in one place per system and touched on the main
// thread only.
package ime

import "fyne.io/fyne/v2"

// Prepare readies the process for input methods. Call it once, on the main
// goroutine, before Fyne is started. On Linux it sets the C library's
// character type to a UTF-8 locale, and the environment variable XMODIFIERS,
// if it is empty, to the input method that is running. Elsewhere it does
// nothing.
func Prepare() { prepare() }

// Follow keeps the list of candidates at the caret of whatever text has the
// focus in the window. Call it on the main goroutine once the window is shown.
// A window without a system's window behind it, as in tests, is let be.
func Follow(w fyne.Window) { follow(w) }
