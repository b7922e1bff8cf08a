package editor

import (
	"bytes"
	"image"
	"image/png"
	"testing"

	"celun/app/brief"
	"celun/app/desktop/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// pictured is a view of a block whose editor has things posted into a channel.
func pictured(t *testing.T, data []byte) (*blockView, chan func()) {
	t.Helper()
	x := newBench(t, paragraph("b1", "一", "one"))
	if err := x.Do(brief.SetMedia{Name: "media/a.png", Data: data}); err != nil {
		t.Fatal(err)
	}
	posted := make(chan func(), 1)
	x.pictures.post = func(f func()) { posted <- f }
	return &blockView{e: x.Editor, id: "b1"}, posted
}

// shownIn returns the picture in an object, nil while there is none, and what
// takes its place until then.
func shownIn(o fyne.CanvasObject) (m image.Image, place *canvas.Rectangle) {
	for _, c := range test.WidgetRenderer(o.(fyne.Widget)).Objects() {
		switch c := c.(type) {
		case *canvas.Image:
			m = c.Image
		case *canvas.Rectangle:
			place = c
		}
	}
	return m, place
}

// A picture is unpacked beside the main thread, its place is as large as it will
// be, and the second time it is there at once.
func TestPicturesComeWhenTheyAreUnpacked(t *testing.T) {
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, 4000, 3000))); err != nil {
		t.Fatal(err)
	}
	v, posted := pictured(t, file.Bytes())
	o := v.picture("media/a.png")
	before := widgets.HeightFor(o, 500)
	if m, place := shownIn(o); m != nil || !place.Visible() {
		t.Error("the picture was unpacked on the main thread")
	}
	(<-posted)()
	m, place := shownIn(o)
	if m == nil || place.Visible() {
		t.Fatal("the picture is not shown")
	}
	if b := m.Bounds(); b.Dy() != mostHigh || b.Dx() != mostHigh*4/3 {
		t.Errorf("it is kept at %v", b)
	}
	if after := widgets.HeightFor(o, 500); after != before || before != highest+8 {
		t.Errorf("%g high before it came, %g after", before, after)
	}
	if m, _ := shownIn(v.picture("media/a.png")); m == nil {
		t.Error("built anew it is not there at once")
	}
}

// One whose head is sound and whose rest is not says so when that is known.
func TestADamagedPictureSaysSo(t *testing.T) {
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, 40, 30))); err != nil {
		t.Fatal(err)
	}
	v, posted := pictured(t, file.Bytes()[:60])
	o := v.picture("media/a.png")
	(<-posted)()
	said := false
	for _, c := range test.WidgetRenderer(o.(fyne.Widget)).Objects() {
		p, ok := c.(*widgets.Prose)
		said = said || ok && p.Text != ""
	}
	if !said {
		t.Error("nothing is said")
	}
}
