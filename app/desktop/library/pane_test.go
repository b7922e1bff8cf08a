package library

import (
	"path/filepath"
	"testing"
	"time"

	"celun/app"
	"celun/app/argument"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	core "celun/app/library"
	"celun/assets"
	"celun/templates"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// newPane returns a pane of the built-in library in a window, and the ids of
// what it puts in.
func newPane(t *testing.T) (*Pane, *[]string) {
	t.Helper()
	shelf, err := app.New(assets.Files, templates.Files, app.WithPacks(filepath.Join(t.TempDir(), "packs"))).Shelf()
	if err != nil {
		t.Fatal(err)
	}
	look, err := theme.New(assets.Files, theme.Light)
	if err != nil {
		t.Fatal(err)
	}
	a := test.NewTempApp(t)
	a.Settings().SetTheme(look)
	var inserted []string
	p := New(Params{
		Language: language.EN, Post: func(func()) {},
		Insert: func(e *core.Entry, _ argument.Length) { inserted = append(inserted, e.ID) },
	}, shelf.Library())
	test.NewTempWindow(t, p.View()).Resize(fyne.NewSize(320, 700))
	return p, &inserted
}

// click clicks the card of an argument as it is built now.
func click(t *testing.T, p *Pane, id string) {
	t.Helper()
	o, ok := p.column.Built(p.key(id))
	if !ok {
		t.Fatalf("%s has no card", id)
	}
	test.Tap(o.(*widgets.DragCard))
}

func TestADoubleClickPutsIn(t *testing.T) {
	p, inserted := newPane(t)
	now := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	p.clicks.Now = func() time.Time { return now }
	id, other := p.entries[0].ID, p.entries[1].ID
	click(t, p, id)
	if len(*inserted) != 0 || p.chosen != id {
		t.Fatalf("one click: put in %v, chose %q", *inserted, p.chosen)
	}
	now = now.Add(200 * time.Millisecond)
	click(t, p, id)
	if len(*inserted) != 1 || (*inserted)[0] != id {
		t.Fatalf("two clicks: put in %v", *inserted)
	}
	now = now.Add(100 * time.Millisecond)
	click(t, p, id) // the third is no second one
	now = now.Add(100 * time.Millisecond)
	click(t, p, other)
	now = now.Add(time.Second)
	click(t, p, other)
	if len(*inserted) != 1 {
		t.Errorf("single clicks: put in %v", *inserted)
	}
}
