package widgets

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// TestAGridStandsOnWholePoints lays four things out in a width that three
// columns do not divide.
func TestAGridStandsOnWholePoints(t *testing.T) {
	test.NewTempApp(t)
	things := make([]fyne.CanvasObject, 4)
	for i := range things {
		things[i] = canvas.NewRectangle(color.Black)
	}
	for _, c := range []struct {
		grid    *Arranged
		columns int
	}{{NewGrid(100, 500, 7, things...), 3}, {NewBalancedGrid(100, 500, 7, things...), 2}} {
		c.grid.Resize(fyne.NewSize(401, 300))
		test.WidgetRenderer(c.grid).Layout(c.grid.Size())
		lines := map[float32]int{}
		for _, o := range things {
			at, size := o.Position(), o.Size()
			lines[at.Y]++
			if at.X != float32(int(at.X)) || size.Width != float32(int(size.Width)) || at.X+size.Width > 401 {
				t.Errorf("%d columns: one from %g, %g wide", c.columns, at.X, size.Width)
			}
		}
		if lines[0] != c.columns {
			t.Errorf("%d in the first line, want %d", lines[0], c.columns)
		}
	}
}
