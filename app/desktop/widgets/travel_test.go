package widgets

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// Arrows go along a row, and from row to row to what lies above or below; what
// gets the focus is scrolled into view.
func TestArrowsGoToTheNearest(t *testing.T) {
	dress(t)
	var tiles []*Tile
	var objects []fyne.CanvasObject
	for i := range 12 {
		tile := NewTile(fmt.Sprint(i), "", nil)
		tiles, objects = append(tiles, tile), append(objects, tile)
	}
	s := NewScroller(NewGrid(100, 120, 10, objects...))
	w := test.NewTempWindow(t, s)
	w.Resize(fyne.NewSize(400, 200)) // three in a row
	travel := &Travel{}
	for _, tile := range tiles {
		travel.Join(tile.Stops()...)
	}
	w.Canvas().Focus(tiles[0])
	for _, step := range []struct {
		key  fyne.KeyName
		want int
	}{
		{fyne.KeyRight, 1},
		{fyne.KeyDown, 4},
		{fyne.KeyDown, 7},
		{fyne.KeyLeft, 6},
		{fyne.KeyLeft, 6},
		{fyne.KeyDown, 9},
		{fyne.KeyDown, 9},
		{fyne.KeyUp, 6},
	} {
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: step.key})
		if got := w.Canvas().Focused(); got != fyne.Focusable(tiles[step.want]) {
			t.Fatalf("%s goes to %q, want %d", step.key, got.(*Tile).name.Text, step.want)
		}
	}
	y := fyne.CurrentApp().Driver().AbsolutePositionForObject(tiles[6]).Y
	if h := tiles[6].Size().Height; y+h < 0 || y > 200 {
		t.Errorf("what has the focus is at %v, out of view", y)
	}
}
