//go:build ci

package frame

import "fyne.io/fyne/v2"

// At returns where a window stands.
func At(fyne.Window) (p Place, ok bool) { return p, false }

// Put moves a window that is shown to a place.
func Put(fyne.Window, Place) {}

// Fill makes a window as large as the screen lets it be.
func Fill(fyne.Window) {}

// Screen returns how much room the first screen has for a window, in pixels.
func Screen() (wide, high int) { return 0, 0 }
