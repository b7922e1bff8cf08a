package frame

import (
	"os"
	"testing"

	"fyne.io/fyne/v2"
)

func TestTheFirstWindowFitsTheScreen(t *testing.T) {
	for _, c := range []struct {
		wide, high float32
		size       fyne.Size
		fill       bool
	}{
		{1366, 738, fyne.NewSize(1280, 690), true},
		{1024, 600, fyne.NewSize(1024, 600), true},
		{1920, 1050, fyne.NewSize(1680, 966), false},
		{3840, 2100, fyne.NewSize(1680, 1050), false},
		{0, 0, fyne.NewSize(1280, 690), false},
	} {
		if size, fill := First(c.wide, c.high); size != c.size || fill != c.fill {
			t.Errorf("on %g × %g: %v, fills it: %v", c.wide, c.high, size, fill)
		}
	}
}

func TestTheScaleMultipliesTheUsersOwn(t *testing.T) {
	t.Setenv(scaleVariable, "1.5")
	own = nil
	t.Cleanup(func() { own = nil })
	for percent, want := range map[int]string{100: "1.50", 120: "1.80", 200: "3.00"} {
		SetScale(percent)
		if got := os.Getenv(scaleVariable); got != want {
			t.Errorf("%d%%: %s, want %s", percent, got, want)
		}
	}
}
