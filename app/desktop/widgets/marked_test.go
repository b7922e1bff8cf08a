package widgets

import (
	"fmt"
	"testing"

	"celun/app/desktop/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestMarksStayOnTheirWordsWhenLinesBreak(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float32
		max   int
		marks []Stretch
		want  string
	}{
		{"the quick brown fox", 100, 0, []Stretch{{4, 9}}, "[[{4 9}] []]"},
		{"the quick brown fox", 100, 0, []Stretch{{4, 15}}, "[[{4 9}] [{0 5}]]"},
		{"数字外交，机会不均", 80, 0, []Stretch{{2, 4}}, "[[{2 3}] [{0 1}] []]"},
		{"one\ntwo", 100, 0, []Stretch{{4, 7}}, "[[] [{0 3}]]"},
		{"the quick brown fox", 100, 1, []Stretch{{4, 9}, {16, 19}}, "[[{4 9}]]"},
	} {
		lines := wrap(c.text, c.width, c.max, perRune)
		if got := fmt.Sprint(onLines(c.text, lines, c.marks)); got != c.want {
			t.Errorf("%v in %q: %s, want %s", c.marks, lines, got, c.want)
		}
	}
}

// TestHowOwnWidgetsLook compares pictures of what only this package draws. A
// picture that differs is left in testdata/failed.
func TestHowOwnWidgetsLook(t *testing.T) {
	dress(t)
	found := NewProse("数字鸿沟加深：the digital divide deepens")
	found.Marks = []Stretch{{0, 4}, {11, 25}}
	meter := NewMeter()
	meter.Set("142 / 120", 142, 120, 180)
	card := NewCard(NewPile(6, NewLine(6, 1, NewMark(Hatched), NewNote("C1", theme.Muted, 1)), found, meter), 10)
	card.SetSelected(true)
	for name, o := range map[string]fyne.CanvasObject{
		"card":  card,
		"marks": NewLine(8, -1, NewMark(Hatched), NewMark(Filled), NewMark(Hollow), NewMark(Round), NewMark(Ring)),
	} {
		w := test.NewTempWindow(t, o)
		w.Resize(fyne.NewSize(240, 120))
		test.AssertImageMatches(t, name+".png", w.Canvas().Capture())
	}
}
