package widgets

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// solid is a thing of a height.
func solid(height float32) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Black)
	r.SetMinSize(fyne.NewSize(40, height))
	return r
}

func TestADialogIsAsHighAsItsContentAndStaysInTheWindow(t *testing.T) {
	dress(t)
	w := test.NewTempWindow(t, canvas.NewRectangle(nil))
	w.Resize(fyne.NewSize(700, 500))
	filling := NewArranged(100, func(_, height float32, _ Place) float32 { return fyne.Max(height, 60) })
	column := func(n int) *Column {
		c := NewColumn(0, 0)
		var rows []Row
		for i := range n {
			rows = append(rows, Row{Key: string(rune('a' + i)), Estimate: func(float32) float32 { return 30 }, Build: func() fyne.CanvasObject { return solid(30) }})
		}
		c.SetRows(rows)
		return c
	}
	for name, c := range map[string]struct {
		content     fyne.CanvasObject
		least, most float32 // of the card
	}{
		"little":         {solid(30), 100, 160},
		"text":           {NewProse("one line"), 90, 150},
		"a list":         {NewScroller(solid(40)), 100, 170},
		"a long list":    {NewScroller(solid(4000)), 250, 330},
		"few rows":       {column(2), 200, 249},
		"many rows":      {column(20), 249, 251},
		"what there is":  {filling, 249, 251},
		"more than fits": {NewPile(0, solid(4000)), 400, 500},
	} {
		d := ShowDialog(w, "Title", c.content, fyne.NewSize(400, 250), Answer{Label: "No"}, Answer{Label: "Yes", Rank: Primary})
		card, last := d.box.card, d.Button(1)
		if h := card.Size().Height; h < c.least || h > c.most {
			t.Errorf("%s: %g high, want %g to %g", name, h, c.least, c.most)
		}
		end := card.Position().AddXY(card.Size().Width, card.Size().Height)
		if corner := last.Position().AddXY(last.Size().Width, last.Size().Height); corner.X > end.X-8 || corner.X < end.X-40 || corner.Y > end.Y-8 || end.Y > 500 {
			t.Errorf("%s: the last answer ends at %v, the dialog at %v", name, corner, end)
		}
		d.Hide()
	}
	// In a window that becomes small everything can still be reached.
	d := ShowDialog(w, "Title", NewPile(0, solid(300)), fyne.NewSize(600, 250), Answer{Label: "Close"})
	w.Resize(fyne.NewSize(420, 260))
	b := d.Button(0)
	if at := b.Position().AddXY(b.Size().Width, b.Size().Height); at.X > 420 || at.Y > 260 {
		t.Errorf("the answer ends at %v", at)
	}
	if d.box.body.scroll.Size().Height >= 300 {
		t.Error("what has no room is not scrolled")
	}
}

// A text that becomes longer gets its room.
func TestADialogGrowsWithItsContent(t *testing.T) {
	dress(t)
	w := test.NewTempWindow(t, canvas.NewRectangle(nil))
	w.Resize(fyne.NewSize(700, 500))
	text := NewProse("one line")
	d := ShowDialog(w, "Title", NewPile(0, text), fyne.NewSize(400, 250), Answer{Label: "Close"})
	before := d.box.card.Size().Height
	text.SetText("one line\nand two\nand three")
	d.box.Refresh()
	if after := d.box.card.Size().Height; after < before+20 {
		t.Errorf("%g high before, %g after", before, after)
	}
}
