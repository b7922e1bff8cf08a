package face

import "testing"

// A face for a document states the box of the glyphs it has, not of the
// whole face: Poppler sets faces with a high box on whole pixels.
func TestCutStatesItsOwnBox(t *testing.T) {
	f := open(t, SerifSC)
	whole, err := f.read("head", 54)
	if err != nil {
		t.Fatal(err)
	}
	data, err := f.CutMap([]Mapping{{'一', '一'}, {'国', '国'}})
	if err != nil {
		t.Fatal(err)
	}
	head, err := reopen(t, data).read("head", 54)
	if err != nil {
		t.Fatal(err)
	}
	height := func(head []byte) int {
		return int(int16(be.Uint16(head[42:]))) - int(int16(be.Uint16(head[38:])))
	}
	if h := height(head); h < f.UnitsPerEm()/2 || h > 3*f.UnitsPerEm()/2 || h >= height(whole) {
		t.Errorf("two hanzi stand in a box of %d units, the face in %d", h, height(whole))
	}
}
