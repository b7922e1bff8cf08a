package pdf

import (
	"testing"

	"celun/app/brief"
)

// The first row and the first column of an image come to the sides at which
// Exif says that they are seen.
func TestPicturesAreTurned(t *testing.T) {
	sides := [][2]string{
		{"top", "left"},
		{"top", "right"},
		{"bottom", "right"},
		{"bottom", "left"},
		{"left", "top"},
		{"right", "top"},
		{"right", "bottom"},
		{"left", "bottom"},
	}
	const x, y, w, h = 100, 200, 30, 20
	names := map[[2]float64]string{{x + w/2, y + h}: "top", {x + w/2, y}: "bottom", {x, y + h/2}: "left", {x + w, y + h/2}: "right"}
	for i, want := range sides {
		m := turned(brief.Orientation(i+1), x, y, w, h)
		at := func(u, v float64) string { return names[[2]float64{u*m[0] + v*m[2] + m[4], u*m[1] + v*m[3] + m[5]}] }
		// The first row of a unit image is at v = 1, the first column at u = 0.
		if got := [2]string{at(0.5, 1), at(0, 0.5)}; got != want {
			t.Errorf("orientation %d: first row and column at the %v, not %v", i+1, got, want)
		}
	}
}
