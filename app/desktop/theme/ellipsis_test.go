package theme

import (
	"bytes"
	"testing"

	"celun/app/typeset/face"

	"fyne.io/fyne/v2"
)

// TestTheDotsOfAnEllipsisStandOnTheLine holds them against a full stop.
func TestTheDotsOfAnEllipsisStandOnTheLine(t *testing.T) {
	cut := look(t, Light)
	whole, err := cut.Whole()
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range []*Look{cut, whole} {
		for _, style := range []fyne.TextStyle{{}, {Bold: true}} {
			res := l.Font(style)
			f, err := face.Open(bytes.NewReader(res.Content()))
			if err != nil {
				t.Fatal(err)
			}
			bottom, top := span(t, f, '…')
			stopBottom, stopTop := span(t, f, '.')
			if bottom != stopBottom || top > stopTop*1.5 {
				t.Errorf("%s: … reaches from %g to %g, a full stop from %g to %g", res.Name(), bottom, top, stopBottom, stopTop)
			}
		}
	}
}

func TestAFaceThatIsNoneStaysAsItIs(t *testing.T) {
	junk := []byte("no face at all, but long enough to be looked into")
	if got := lowEllipsis(bytes.Clone(junk)); !bytes.Equal(got, junk) {
		t.Errorf("became %q", got)
	}
}

// span returns how low and how high the shape of a character reaches.
func span(t *testing.T, f *face.Face, r rune) (bottom, top float32) {
	t.Helper()
	o, err := f.Outline(f.Glyph(r))
	if err != nil || len(o) == 0 {
		t.Fatalf("%c has no shape: %v", r, err)
	}
	bottom, top = o[0].Y, o[0].Y
	for _, s := range o {
		bottom, top = min(bottom, s.Y), max(top, s.Y)
	}
	return bottom, top
}
