package widgets

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// cards are rows of cards with a button in each.
func cards(names ...string) []Row {
	rows := make([]Row, len(names))
	for i, n := range names {
		rows[i] = Row{Key: n, Estimate: func(float32) float32 { return 60 }, Build: func() fyne.CanvasObject {
			c := NewCard(NewPile(4, NewProse(n), NewWrap(4, NewButton(Plain, n, nil, func() {}))), 8)
			c.OnTapped = func() {}
			return c
		}}
	}
	return rows
}

func inWindow(t *testing.T, o fyne.CanvasObject) fyne.Canvas {
	t.Helper()
	w := test.NewTempWindow(t, o)
	w.Resize(fyne.NewSize(300, 400))
	return w.Canvas()
}

func TestShiftAndTabLeadBackTheWayThatTabLed(t *testing.T) {
	dress(t)
	column := NewColumn(8, 12)
	c := inWindow(t, column)
	column.SetRows(append(cards("a", "b"), Row{Key: "frame", Estimate: func(float32) float32 { return 20 }, Build: func() fyne.CanvasObject { return NewCard(canvas.NewRectangle(nil), 4) }}))
	var there, back []fyne.Focusable
	for range 4 {
		c.FocusNext()
		there = append(there, c.Focused())
	}
	if slices.Contains(there, nil) || c.Focused() == there[0] {
		t.Fatalf("Tab led to %v", there)
	}
	for range 4 {
		back = append(back, c.Focused())
		c.FocusPrevious()
	}
	slices.Reverse(back)
	if !slices.Equal(there, back) {
		t.Errorf("Tab led to %v, and back to %v", there, back)
	}
	if c.FocusNext(); c.Focused() != there[0] { // a card that does nothing is passed by
		t.Errorf("after the last comes %v", c.Focused())
	}
}

func TestRowsThatAreBuiltAnewKeepTheKeyboard(t *testing.T) {
	dress(t)
	column := NewColumn(8, 12)
	column.HoldFocus = true
	c := inWindow(t, column)
	column.SetRows(cards("a", "b", "c"))
	on := func(want string) {
		t.Helper()
		if key, ok := column.Focused(); key != want || ok != (want != "") {
			t.Errorf("the keyboard is on %q, not on %q", key, want)
		}
	}
	on("")
	if !column.FocusRow(c, "b") {
		t.Fatal("a card does not take the keyboard")
	}
	on("b")
	column.Rebuild("b")
	on("b")
	column.SetRows(cards("a", "c", "d")) // b was mended
	on("c")
	column.SetRows(cards("a", "d"))
	column.SetRows(cards("a"))
	on("a")
	column.SetRows(nil)
	on("")
	if c.Focused() != nil {
		t.Error("what is gone has the focus")
	}
}

func TestADialogIsScrolledByKeys(t *testing.T) {
	dress(t)
	var lines []fyne.CanvasObject
	for i := range 80 {
		lines = append(lines, NewProse(fmt.Sprint(i)))
	}
	scroller := NewScroller(NewPile(4, lines...))
	w := test.NewTempWindow(t, canvas.NewRectangle(nil))
	w.Resize(fyne.NewSize(600, 400))
	d := ShowDialog(w, "keys", scroller, fyne.NewSize(400, 300), Answer{Label: "Close"})
	press := func(k fyne.KeyName) float32 {
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
		return scroller.scroll.Offset.Y
	}
	down := press(fyne.KeyDown)
	page := press(fyne.KeyPageDown)
	end := press(fyne.KeyEnd)
	if down <= 0 || page <= down || end <= page || press(fyne.KeyPageDown) != end || press(fyne.KeyHome) != 0 {
		t.Errorf("scrolled to %v, %v, %v", down, page, end)
	}
	d.Hide()
}

func TestAKeyReachesTheWindowFromWhatWasNotDrawnYet(t *testing.T) {
	dress(t)
	c := inWindow(t, canvas.NewRectangle(nil))
	got := fyne.KeyName("")
	c.SetOnTypedKey(func(k *fyne.KeyEvent) { got = k.Name })
	card := NewCard(NewProse("new"), 4)
	for _, k := range []fyne.KeyName{fyne.KeyF1, fyne.KeyEscape} {
		if card.TypedKey(&fyne.KeyEvent{Name: k}); got != k {
			t.Errorf("the window got %q, not %s", got, k)
		}
	}
}

func TestAListInADialogHasTheRoomThatIsAskedFor(t *testing.T) {
	dress(t)
	w := test.NewTempWindow(t, canvas.NewRectangle(nil))
	w.Resize(fyne.NewSize(900, 700))
	list := NewColumn(8, 2)
	list.SetRows(cards("a", "b", "c", "d", "e", "f"))
	ShowDialog(w, "differences", list, fyne.NewSize(700, 500), Answer{Label: "Close"})
	if h := list.View(); h < 300 {
		t.Errorf("the list is %v high", h)
	}
	if _, height, ok := list.Bounds("a"); !ok || height < 40 {
		t.Errorf("its rows are not built: %v", height)
	}
}
