package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
)

// A countedApp has one object stand in a window, and counts how often that is
// told to be drawn again.
type countedApp struct {
	fyne.App
	counted
}

type counted struct {
	object fyne.CanvasObject
	window *countedCanvas
}

type countedDriver struct {
	fyne.Driver
	counted
}

type countedCanvas struct {
	fyne.Canvas
	told int
}

func (a countedApp) Driver() fyne.Driver { return countedDriver{a.App.Driver(), a.counted} }

func (d countedDriver) CanvasForObject(o fyne.CanvasObject) fyne.Canvas {
	if o == d.object {
		return d.window
	}
	return nil // not drawn yet, or hidden
}

func (c *countedCanvas) SetDirty() { c.told++ }

// Rows that come when the window has been drawn already, as those of a folder
// that takes its time, are seen at once and not only when the mouse moves.
func TestRowsThatComeLateAreDrawn(t *testing.T) {
	dress(t)
	c := columnOf(3, map[int]*block{})
	window := &countedCanvas{}
	before := fyne.CurrentApp()
	fyne.SetCurrentApp(countedApp{before, counted{c.body, window}})
	defer fyne.SetCurrentApp(before)
	c.SetRows([]Row{{Key: "late", Estimate: func(float32) float32 { return 50 }, Build: c.rows[0].Build}})
	if window.told == 0 {
		t.Error("nothing tells the window to be drawn again")
	}
}
