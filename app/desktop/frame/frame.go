// Package frame does with the window what Fyne has no word for: where it
// stands on the screen, whether it fills it, and how large everything in it is
// drawn.
//
//	frame.Put(window, frame.Place{X: 40, Y: 40})  // after it is shown
//	place, ok := frame.At(window)                  // before it is closed
//	frame.Scale(window, 125)                       // everything by a quarter larger
//
// Where Fyne draws without a window, as in tests, there is no place and nothing
// is moved.
package frame

import (
	"os"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
)

// A Place is where a window stands, in the pixels of the screen.
type Place struct {
	X, Y      int
	Maximized bool
}

// scaleVariable is where Fyne takes the scale from that a user wants.
const scaleVariable = "FYNE_SCALE"

// SetScale says how large everything is drawn, in percent of what the user
// wants of every Fyne program; a window that is there already takes it up with
// the next theme that is set.
func SetScale(percent int) {
	if own == nil {
		v := 1.0
		if f, err := strconv.ParseFloat(strings.TrimSpace(os.Getenv(scaleVariable)), 64); err == nil && f > 0 {
			v = f
		}
		own = &v
	}
	_ = os.Setenv(scaleVariable, strconv.FormatFloat(*own*float64(percent)/100, 'f', 2, 64))
}

// own is the scale that the environment asked for when the program started.
var own *float64

// Keep calls change, which may change the scale, and leaves the window as large
// on the screen as it was.
func Keep(w fyne.Window, change func()) {
	c := w.Canvas()
	size, before := c.Size(), c.Scale()
	change()
	if after := c.Scale(); after != before && after > 0 {
		w.Resize(fyne.NewSize(size.Width*before/after, size.Height*before/after))
	}
}

// First returns the size that suits a screen with so much room, in units of
// the window, and whether the window should fill it.
func First(wide, high float32) (size fyne.Size, fill bool) {
	size = fyne.NewSize(1280, 690) // when nothing is known of the screen
	if wide < 200 || high < 200 {
		return size, false
	}
	if wide <= 1460 || high <= 820 {
		return fyne.NewSize(min(size.Width, wide), min(size.Height, high)), true
	}
	return fyne.NewSize(min(1680, wide*0.92), min(1050, high*0.92)), false
}
