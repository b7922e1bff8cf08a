package widgets

import (
	"testing"

	"fyne.io/fyne/v2/test"
)

// The frame of the chosen text is quieter while the caret is elsewhere, so that
// one pane alone looks as if it had the keyboard.
func TestAFrameTellsWhetherItHasTheCaret(t *testing.T) {
	dress(t)
	f := NewFrame(NewProse("text"), nil)
	test.NewTempWindow(t, f)
	look := func() [2]any { return [2]any{f.ground.StrokeColor, f.ground.StrokeWidth} }
	plain := look()
	f.SetChosen(true)
	chosen := look()
	f.SetLeft(true)
	waits := look()
	f.SetLeft(false)
	if waits == chosen || waits == plain || look() != chosen {
		t.Errorf("plain %v, chosen %v, left %v, with the caret again %v", plain, chosen, waits, look())
	}
}
