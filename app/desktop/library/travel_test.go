package library

import (
	"testing"

	"celun/app/desktop/widgets"

	"fyne.io/fyne/v2"
)

// press presses a key where the focus is.
func press(t *testing.T, p *Pane, names ...fyne.KeyName) {
	t.Helper()
	for _, n := range names {
		f := p.canvas().Focused()
		if f == nil {
			t.Fatal("nothing has the focus")
		}
		f.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

// From the search down to the cards, along them, put in by Return and back to
// the search, by keys alone.
func TestCardsAreReachedByTheArrows(t *testing.T) {
	p, inserted := newPane(t)
	p.SearchFor()
	chosen := func(i int) {
		t.Helper()
		if key, _ := p.column.Focused(); p.chosen != p.entries[i].ID || key != p.key(p.chosen) {
			t.Fatalf("chosen is %q, with the focus %q; want %q", p.chosen, key, p.entries[i].ID)
		}
	}
	press(t, p, fyne.KeyDown)
	chosen(0)
	for i := 1; i < 12; i++ { // more than are in view
		press(t, p, fyne.KeyDown)
		chosen(i)
	}
	top, h, _ := p.column.Bounds(p.key(p.chosen))
	if at := p.column.Offset(); top < at || top+h > at+p.column.View() {
		t.Errorf("the card at %v is not in view from %v on", top, at)
	}
	press(t, p, fyne.KeyReturn)
	if len(*inserted) != 1 || (*inserted)[0] != p.entries[11].ID {
		t.Fatalf("put in %v", *inserted)
	}
	p.SearchFor()
	if _, ok := p.canvas().Focused().(*widgets.LineEntry); !ok {
		t.Fatalf("%T has the focus", p.canvas().Focused())
	}
	press(t, p, fyne.KeyDown) // where one was
	chosen(11)
	press(t, p, fyne.KeyHome, fyne.KeyUp)
	if _, ok := p.canvas().Focused().(*widgets.LineEntry); !ok {
		t.Errorf("%T has the focus", p.canvas().Focused())
	}
}
