package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// Whoever goes through a form by Tab sees where he is, wherever in it what has
// the focus stands; what stands over the form does not move it.
func TestAScrollerFollowsTheFocus(t *testing.T) {
	dress(t)
	o := NewOptions(0, "one", "two")
	field, line := NewField("field", ""), NewLineEntry("")
	last := NewTickCard(NewPile(4, NewProse("last")), false)
	gap := func() fyne.CanvasObject { return NewInset(NewProse("far"), 200, 0, 200, 0) }
	s := NewScroller(NewPile(0, o, gap(), container.NewStack(field), gap(), line, gap(), last))
	over := NewButton(Plain, "over", nil, nil)
	w := test.NewTempWindow(t, container.NewStack(s, container.NewWithoutLayout(over)))
	w.Resize(fyne.NewSize(400, 300))
	over.Resize(over.MinSize())
	over.Move(fyne.NewPos(0, 290))
	for _, f := range []fyne.Focusable{last, line, field, o.pills[1], last} {
		w.Canvas().Focus(f)
		o := f.(fyne.CanvasObject)
		top := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y
		if top < 0 || top+o.Size().Height > 300 {
			t.Errorf("%T stands at %g to %g of 300", f, top, top+o.Size().Height)
		}
	}
	was := s.scroll.Offset
	w.Canvas().Focus(over)
	if s.scroll.Offset != was {
		t.Error("what stands beside the form moved it")
	}
}

func TestTheWheelTurnsAFormOverAFieldOfOneLine(t *testing.T) {
	dress(t)
	line := NewLineEntry("a text that is not long")
	s := NewScroller(NewPile(0, line, NewInset(NewProse("far"), 600, 0, 600, 0)))
	w := test.NewTempWindow(t, s)
	w.Resize(fyne.NewSize(400, 300))
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(line).AddXY(30, 12)
	test.Scroll(w.Canvas(), at, 0, -50)
	if s.scroll.Offset.Y != 50 {
		t.Errorf("the form stands at %g", s.scroll.Offset.Y)
	}
}

func TestArrowsChooseTheNextWord(t *testing.T) {
	dress(t)
	o := NewOptions(0, "one", "two", "three", "four")
	w := test.NewTempWindow(t, o)
	w.Resize(fyne.NewSize(400, 100))
	o.SetEnabled(1, false)
	chosen := -1
	o.OnChanged = func(i int) { chosen = i }
	w.Canvas().Focus(o.pills[0])
	for _, c := range []struct {
		key      fyne.KeyName
		at, told int
	}{
		{fyne.KeyLeft, 0, -1},  // there is none before it
		{fyne.KeyRight, 2, 2},  // over the one that cannot be chosen
		{fyne.KeyRight, 3, 3},  //
		{fyne.KeyRight, 3, -1}, // nor one after it
		{fyne.KeyLeft, 2, 2},
	} {
		chosen = -1
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: c.key})
		if w.Canvas().Focused() != o.pills[c.at] || o.at != c.at || chosen != c.told {
			t.Errorf("%s: %d is chosen, %d told, focus on it: %v", c.key, o.at, chosen, w.Canvas().Focused() == o.pills[c.at])
		}
	}
}
