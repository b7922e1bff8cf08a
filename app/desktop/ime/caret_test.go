package ime

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// scrolled is an entry that says it is scrolled 30 to the left and 4 down.
type scrolled struct{ widget.Entry }

func (s *scrolled) CaretPosition() fyne.Position {
	return s.CursorPosition().SubtractXY(30, -4)
}

func newScrolled() *scrolled {
	s := &scrolled{}
	s.ExtendBaseWidget(s)
	return s
}

// shown puts two entries, one under the other, into a window of 400 × 300.
func shown(t *testing.T, top, bottom fyne.CanvasObject) fyne.Window {
	t.Helper()
	test.NewTempApp(t)
	w := test.NewTempWindow(t, container.NewWithoutLayout(top, bottom))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(400, 300))
	top.Move(fyne.NewPos(20, 10))
	top.Resize(fyne.NewSize(120, 40))
	bottom.Move(fyne.NewPos(200, 100))
	bottom.Resize(fyne.NewSize(120, 40))
	return w
}

func mustCaret(t *testing.T, w fyne.Window) image.Rectangle {
	t.Helper()
	box, ok := caret(w.Canvas())
	if !ok {
		t.Fatal("no caret, though a text has the focus")
	}
	return box
}

func TestCaretIsInTheTextWithTheFocus(t *testing.T) {
	top, bottom := widget.NewEntry(), widget.NewEntry()
	w := shown(t, top, bottom)
	for _, c := range []struct {
		entry *widget.Entry
		edges image.Rectangle
	}{
		{top, image.Rect(20, 10, 140, 50)},
		{bottom, image.Rect(200, 100, 320, 140)},
	} {
		w.Canvas().Focus(c.entry)
		if box := mustCaret(t, w); !box.In(c.edges) {
			t.Errorf("caret at %v, not within %v", box, c.edges)
		}
	}
}

func TestCaretFollowsTheText(t *testing.T) {
	top, bottom := widget.NewEntry(), widget.NewMultiLineEntry()
	w := shown(t, top, bottom)
	w.Canvas().Focus(bottom)
	first := mustCaret(t, w)
	bottom.TypedRune('字')
	typed := mustCaret(t, w)
	if typed.Min.X <= first.Min.X || typed.Min.Y != first.Min.Y {
		t.Errorf("a character took the caret from %v to %v", first, typed)
	}
	bottom.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if next := mustCaret(t, w); next.Min.X != first.Min.X || next.Min.Y <= first.Min.Y {
		t.Errorf("Return took the caret from %v to %v", typed, next)
	}
}

func TestCaretOfALongLineStaysWithinTheWidget(t *testing.T) {
	top, bottom := widget.NewEntry(), widget.NewEntry()
	w := shown(t, top, bottom)
	w.Canvas().Focus(top)
	for range 60 {
		top.TypedRune('字')
	}
	if box := mustCaret(t, w); box.Min.X > 140 {
		t.Errorf("caret at %v, right of the entry's edge at 140", box)
	}
}

func TestCaretTakesTheWordOfAScrolledText(t *testing.T) {
	plain, moved := widget.NewEntry(), newScrolled()
	w := shown(t, plain, moved)
	moved.Move(plain.Position())
	w.Canvas().Focus(plain)
	want := mustCaret(t, w).Add(image.Pt(-30, 4))
	w.Canvas().Focus(moved)
	if box := mustCaret(t, w); box != want {
		t.Errorf("caret at %v, want %v", box, want)
	}
}

func TestCaretIsInPixels(t *testing.T) {
	top, bottom := widget.NewEntry(), widget.NewEntry()
	w := shown(t, top, bottom)
	w.Canvas().Focus(bottom)
	once := mustCaret(t, w)
	w.Canvas().(test.WindowlessCanvas).SetScale(2)
	twice := mustCaret(t, w)
	if d := twice.Min.Sub(once.Min.Mul(2)); d.X < 0 || d.X > 1 || d.Y < 0 || d.Y > 1 {
		t.Errorf("caret at %v at scale 1 and at %v at scale 2", once, twice)
	}
	if h := twice.Dy() - 2*once.Dy(); h < 0 || h > 1 {
		t.Errorf("a line is %d high at scale 1 and %d at scale 2", once.Dy(), twice.Dy())
	}
}

func TestNoCaretWithoutAText(t *testing.T) {
	top, button := widget.NewEntry(), widget.NewButton("", func() {})
	w := shown(t, top, button)
	if box, ok := caret(w.Canvas()); ok {
		t.Errorf("nothing has the focus, and the caret is at %v", box)
	}
	w.Canvas().Focus(button)
	if box, ok := caret(w.Canvas()); ok {
		t.Errorf("a button has the focus, and the caret is at %v", box)
	}
}

func TestWindowsOfTestsAreLetBe(t *testing.T) {
	w := shown(t, widget.NewEntry(), widget.NewEntry())
	Prepare()
	Follow(w)
	Follow(w)
}
