package theme

import (
	"image/color"
	"math"
	"testing"

	"celun/assets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

func look(t *testing.T, v Variant) *Look {
	t.Helper()
	l, err := New(assets.Files, v)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// TestTextCanBeRead holds text against its ground by the contrast of WCAG 2.2:
// at least 4.5 to 1.
func TestTextCanBeRead(t *testing.T) {
	for _, v := range []Variant{Light, Dark, Contrast} {
		l, least := look(t, v), 4.5
		if v == Contrast {
			least = 7
		}
		for _, c := range []struct{ ink, ground fyne.ThemeColorName }{
			{fynetheme.ColorNameForeground, Pane},
			{fynetheme.ColorNameForeground, fynetheme.ColorNameBackground},
			{fynetheme.ColorNameForeground, Soft},
			{fynetheme.ColorNameForeground, fynetheme.ColorNameSelection},
			{fynetheme.ColorNameForegroundOnPrimary, fynetheme.ColorNamePrimary},
			{fynetheme.ColorNamePrimary, Soft},
			{OnChosen, Chosen},
			{fynetheme.ColorNameForeground, Found},
			{fynetheme.ColorNameForeground, Fresh},
			{fynetheme.ColorNameForeground, Stale},
			{fynetheme.ColorNameForeground, fynetheme.ColorNameMenuBackground},
			{fynetheme.ColorNameForeground, fynetheme.ColorNameOverlayBackground},
			{Muted, fynetheme.ColorNameOverlayBackground},
			{Red, fynetheme.ColorNameBackground},
			{Green, fynetheme.ColorNameBackground},
			{fynetheme.ColorNamePrimary, Pane},
			{fynetheme.ColorNamePrimary, fynetheme.ColorNameBackground},
			{fynetheme.ColorNamePrimary, fynetheme.ColorNameOverlayBackground},
			{Muted, Pane},
			{Muted, fynetheme.ColorNameBackground},
			{Amber, Pane},
			{Amber, fynetheme.ColorNameBackground},
			{Red, Pane},
			{Green, Pane},
			{Muted, Soft},
			{Amber, Soft},
			{fynetheme.ColorNamePlaceHolder, Pane},
			{fynetheme.ColorNamePlaceHolder, fynetheme.ColorNameInputBackground},
		} {
			if r := contrast(l.Color(c.ink, 0), l.Color(c.ground, 0)); r < least {
				t.Errorf("%s: %s on %s has a contrast of %.2f", v, c.ink, c.ground, r)
			}
		}
	}
}

// TestEdgesCanBeSeen holds the edges of fields and boxes against the ground
// they stand on: at least 3 to 1, for an empty box is nothing but its edge.
func TestEdgesCanBeSeen(t *testing.T) {
	for _, v := range []Variant{Light, Dark, Contrast} {
		l := look(t, v)
		for _, ground := range []fyne.ThemeColorName{Pane, fynetheme.ColorNameBackground, fynetheme.ColorNameOverlayBackground, fynetheme.ColorNameInputBackground} {
			if r := contrast(l.Color(fynetheme.ColorNameInputBorder, 0), l.Color(ground, 0)); r < 3 {
				t.Errorf("%s: an edge on %s has a contrast of %.2f", v, ground, r)
			}
		}
	}
}

// TestMetersCanBeRead holds the bar of a meter, in each of its colours, against
// its rail, and marks of kinds against their ground: at least 3 to 1.
func TestMetersCanBeRead(t *testing.T) {
	for _, v := range []Variant{Light, Dark, Contrast} {
		l := look(t, v)
		for _, bar := range []fyne.ThemeColorName{fynetheme.ColorNamePrimary, Amber, Red, Green} {
			for _, ground := range []fyne.ThemeColorName{Rail, Pane, fynetheme.ColorNameBackground} {
				if r := contrast(l.Color(bar, 0), l.Color(ground, 0)); r < 3 {
					t.Errorf("%s: %s on %s has a contrast of %.2f", v, bar, ground, r)
				}
			}
		}
	}
	// Where lines are strong, what is chosen is told by more than a tint.
	l := look(t, Contrast)
	if r := contrast(l.Color(Chosen, 0), l.Color(Pane, 0)); r < 3 {
		t.Errorf("what is chosen has a contrast of %.2f to what is not", r)
	}
}

// The shortcuts in menus can be read too, over the ground of the menu, and text
// is of the very colour that the palette has.
func TestShortcutsInMenusCanBeRead(t *testing.T) {
	for _, v := range []Variant{Light, Dark, Contrast} {
		l, least := look(t, v), 4.5
		if v == Contrast {
			least = 7
		}
		test.NewTempApp(t).Settings().SetTheme(l)
		item := fyne.NewMenuItem("Find", nil)
		item.Shortcut = &desktop.CustomShortcut{KeyName: fyne.KeyF, Modifier: fyne.KeyModifierControl}
		menu := widget.NewMenu(fyne.NewMenu("", item))
		test.NewTempWindow(t, menu)
		ground := l.Color(fynetheme.ColorNameMenuBackground, 0)
		texts := 0
		var walk func(o fyne.CanvasObject)
		walk = func(o fyne.CanvasObject) {
			switch o := o.(type) {
			case *canvas.Text:
				texts++
				if r := contrast(over(o.Color, ground), ground); r < least {
					t.Errorf("%s: %q in a menu has a contrast of %.2f", v, o.Text, r)
				}
			case *fyne.Container:
				for _, c := range o.Objects {
					walk(c)
				}
			case fyne.Widget:
				for _, c := range test.WidgetRenderer(o).Objects() {
					walk(c)
				}
			}
		}
		walk(menu)
		if texts < 3 {
			t.Fatalf("%s: only %d texts in the menu", v, texts)
		}
	}
	for _, p := range []palette{light(), dark(), strong()} {
		c := p[fynetheme.ColorNameForeground]
		if out := color.NRGBAModel.Convert(ink{c.R, c.G, c.B}); out != c {
			t.Errorf("%v is drawn as %v", c, out)
		}
	}
	for v := range 256 {
		if out := color.NRGBAModel.Convert(ink{uint8(v), 0, 255}).(color.NRGBA); max(v-int(out.R), int(out.R)-v) > 1 || out.G != 0 || out.B != 255 || out.A != 255 {
			t.Errorf("%d is drawn as %v", v, out)
		}
	}
}

// over returns a colour as it is seen over a ground.
func over(c, ground color.Color) color.Color {
	a, b := color.NRGBAModel.Convert(c).(color.NRGBA), color.NRGBAModel.Convert(ground).(color.NRGBA)
	mix := func(x, y uint8) uint8 { return uint8((int(x)*int(a.A) + int(y)*(255-int(a.A))) / 255) }
	return color.NRGBA{mix(a.R, b.R), mix(a.G, b.G), mix(a.B, b.B), 255}
}

func contrast(a, b color.Color) float64 {
	light := func(c color.Color) float64 {
		r, g, b, _ := c.RGBA()
		f := func(v uint32) float64 {
			s := float64(v) / 0xffff
			if s <= 0.04045 {
				return s / 12.92
			}
			return math.Pow((s+0.055)/1.055, 2.4)
		}
		return 0.2126*f(r) + 0.7152*f(g) + 0.0722*f(b)
	}
	x, y := light(a)+0.05, light(b)+0.05
	return max(x, y) / min(x, y)
}

func TestTheWholeFaceHasWhatTheCutLacks(t *testing.T) {
	l := look(t, Light)
	if !l.Covers("数字外交 digital diplomacy 【待填】“”…—①\n") {
		t.Error("the cut face lacks everyday characters")
	}
	const rare = "龘"
	if l.Covers(rare) {
		t.Skip("the cut face has even this one")
	}
	whole, err := l.Whole()
	if err != nil {
		t.Fatal(err)
	}
	if !whole.Covers(rare) || !whole.IsWhole() {
		t.Error("the whole face lacks it too")
	}
	for _, s := range []fyne.TextStyle{{}, {Bold: true}, {Italic: true}, {Monospace: true}, {Bold: true, Italic: true}} {
		if whole.Font(s) == nil || l.Font(s) == whole.Font(s) {
			t.Errorf("style %+v is drawn in the cut face", s)
		}
	}
}

func TestTheSystemCountsOnlyWhenItSaysSomething(t *testing.T) {
	l := look(t, System)
	if l.IsDark(fynetheme.VariantDark) {
		t.Error("dark although the system was not heard")
	}
	if !l.Heeding().IsDark(fynetheme.VariantDark) || l.Heeding().IsDark(fynetheme.VariantLight) {
		t.Error("the system's look does not count")
	}
	if l.With(Light).Heeding().IsDark(fynetheme.VariantDark) || !l.With(Dark).IsDark(fynetheme.VariantLight) {
		t.Error("a look that was chosen gives way to the system's")
	}
}
