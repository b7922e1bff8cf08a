package preview

import (
	"testing"

	"celun/app/brief"
	"celun/app/desktop/theme"
	"celun/app/language"
	"celun/app/typeset"
	"celun/assets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// page has a heading at the top and two texts of one block below each other.
func page() *typeset.Page {
	text := func(x, y float64, at brief.Address) typeset.Item {
		return typeset.Item{Kind: typeset.TextItem, X: x, Y: y, Width: 100, Size: 10, Address: at}
	}
	return &typeset.Page{Number: 1, Width: 200, Height: 400, Items: []typeset.Item{
		{Kind: typeset.TextItem, X: 20, Y: 20, Width: 50, Size: 8}, // running head
		text(20, 100, brief.Address{Section: "s1", Slot: brief.HeadingSlot, Language: language.ZH}),
		text(20, 200, brief.Address{Block: "b1", Language: language.ZH}),
		text(20, 220, brief.Address{Block: "b1", Language: language.EN}),
	}}
}

func TestAClickGoesToTheNearestText(t *testing.T) {
	for _, c := range []struct {
		x, y float64
		want brief.Address
	}{
		{50, 198, brief.Address{Block: "b1", Language: language.ZH}},
		{50, 219, brief.Address{Block: "b1", Language: language.EN}},
		{135, 100, brief.Address{Section: "s1", Slot: brief.HeadingSlot, Language: language.ZH}},
		{50, 18, brief.Address{}},  // the running head leads nowhere
		{50, 320, brief.Address{}}, // far from everything
	} {
		if s, _ := page().At(c.x, c.y, reach); s.Address != c.want {
			t.Errorf("a click at %g, %g goes to %+v, want %+v", c.x, c.y, s.Address, c.want)
		}
	}
}

func TestTheMarkSpansTheBlock(t *testing.T) {
	s, ok := spanOf(page(), brief.Address{Block: "b1", Slot: brief.CaptionSlot, Language: language.EN})
	if !ok || s.From > 200.0/400 || s.To < 220.0/400 || s.From < 180.0/400 || s.To > 240.0/400 {
		t.Errorf("%+v, %v", s, ok)
	}
	if _, ok := spanOf(page(), brief.Address{Block: "b2"}); ok {
		t.Error("a block that is not on the page is marked")
	}
}

func TestOnlyChangedPagesAreDrawnAgain(t *testing.T) {
	old := &typeset.Document{Pages: []typeset.Page{*page(), *page()}}
	next := &typeset.Document{Pages: []typeset.Page{*page(), *page(), *page()}}
	next.Pages[1].Items[2].Text = "changed"
	if got := samePages(old, next); !got[0] || got[1] || got[2] {
		t.Errorf("unchanged: %v", got)
	}
}

// The strip of thumbnails is nowhere to be seen once it is switched off, not
// even beside the pane.
func TestThumbnailsGo(t *testing.T) {
	look, err := theme.New(assets.Files, theme.Light)
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t).Settings().SetTheme(look)
	v := New(Params{Language: language.ZH, Post: func(f func()) { f() }}, Choice{Thumbnails: true})
	w := test.NewTempWindow(t, v.View())
	w.Resize(fyne.NewSize(500, 700))
	if !v.thumbs.Visible() {
		t.Error("there are no thumbnails")
	}
	v.Choose(Choice{})
	if v.thumbs.Visible() {
		t.Error("the thumbnails stay")
	}
	v.Choose(Choice{Thumbnails: true})
	if !v.thumbs.Visible() || v.thumbs.Size().Width != stripWidth {
		t.Error("the thumbnails do not come back")
	}
}
