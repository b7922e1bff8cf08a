package theme

import (
	"testing"

	"celun/assets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// TestTheWholeFaceSetsEnglishLikeTheCut compares measured texts, as the
// window draws them.
func TestTheWholeFaceSetsEnglishLikeTheCut(t *testing.T) {
	a := test.NewTempApp(t)
	cut, err := New(assets.Files, Light)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := cut.Whole()
	if err != nil {
		t.Fatal(err)
	}
	width := func(l *Look, text string, bold bool) float32 {
		a.Settings().SetTheme(l)
		return fyne.MeasureText(text, 100, fyne.TextStyle{Bold: bold}).Width
	}
	for _, text := range []string{"the authors’ view", "‘a’ and “b”", "作者认为，2035 年", "’"} {
		for _, bold := range []bool{false, true} {
			// The whole face kerns a little, which the cut does not.
			if c, w := width(cut, text, bold), width(whole, text, bold); w < c*0.99 || w > c*1.01 {
				t.Errorf("%q, bold %v: %v in the cut, %v in the whole face", text, bold, c, w)
			}
		}
	}
	if w := width(whole, "’", false); w > 40 {
		t.Errorf("an apostrophe takes %v hundredths of the em", w)
	}
}

func TestADamagedFaceIsNoFace(t *testing.T) {
	for _, data := range [][]byte{nil, []byte("OTTO"), make([]byte, 40)} {
		if _, err := likeCut(data, data); err == nil {
			t.Errorf("%d bytes are a face", len(data))
		}
	}
}
