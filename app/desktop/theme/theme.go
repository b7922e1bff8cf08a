// Package theme is the look of the window: its colours by day and by night,
// its measures on a rhythm of eight, and its face.
//
//	look, err := theme.New(assets, theme.Light)
//	fyne.CurrentApp().Settings().SetTheme(look)
//	label.Color = theme.Color(theme.Muted)
//
// The face is one cut of a Chinese sans in two weights, returned for every
// style, so that nothing is boxed and nothing is drawn in a false bold. Text
// with a character outside the cut asks for the whole face once: see
// [Look.Whole].
package theme

import (
	"fmt"
	"image/color"
	"io"
	"io/fs"

	"celun/app/typeset/face"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// A Variant is the look a user chooses: light, dark, or what the system says.
type Variant string

// The variants.
const (
	System Variant = "system"
	Light  Variant = "light"
	Dark   Variant = "dark"
	// Contrast is black on white, with strong lines and no tints.
	Contrast Variant = "contrast"
)

// The files of the faces, under the assets.
const (
	cutRegular   = "fonts/interface/CelunInterface-Regular.ttf"
	cutBold      = "fonts/interface/CelunInterface-Bold.ttf"
	wholeRegular = "fonts/NotoSansSC-Regular.ttf"
	wholeBold    = "fonts/NotoSansSC-Bold.ttf"
)

// A Look is a theme for Fyne. It is immutable: [Look.With] and [Look.Whole]
// return another one.
type Look struct {
	files         fs.FS
	variant       Variant
	light, dark   palette
	contrast      palette
	regular, bold fyne.Resource
	cover         *face.Face
	whole         bool
	heeds         bool // the system's variant counts
}

// New returns the look of variant v with the cut face of the interface.
func New(files fs.FS, v Variant) (*Look, error) {
	return load(&Look{files: files, variant: v, light: light(), dark: dark(), contrast: strong()}, cutRegular, cutBold)
}

func load(l *Look, regular, bold string) (*Look, error) {
	l.regular, l.bold = file{l.files, regular}, file{l.files, bold}
	for _, name := range []string{regular, bold} {
		f, err := l.files.Open(name)
		if err != nil {
			return nil, fmt.Errorf("theme: read face: %w", err)
		}
		at, ok := f.(io.ReaderAt)
		if !ok {
			return nil, fmt.Errorf("theme: %s cannot be read in pieces", name)
		}
		cover, err := face.Open(at)
		if err != nil {
			return nil, fmt.Errorf("theme: %s: %w", name, err)
		}
		if name == regular {
			l.cover = cover
		}
	}
	return l, nil
}

// With returns the same look in variant v.
func (l *Look) With(v Variant) *Look {
	c := *l
	c.variant = v
	return &c
}

// Heeding returns the same look; it follows the variant of the system when it
// is to, which [SystemSaysDark] must have confirmed.
func (l *Look) Heeding() *Look {
	c := *l
	c.heeds = true
	return &c
}

// IsDark reports whether the look is dark when the system's variant is v.
func (l *Look) IsDark(v fyne.ThemeVariant) bool {
	return l.variant == Dark || l.variant == System && l.heeds && v == fynetheme.VariantDark
}

// Variant returns the variant that the look was made with.
func (l *Look) Variant() Variant { return l.variant }

// Covers reports whether the face has every character of text.
func (l *Look) Covers(text string) bool {
	for _, r := range text {
		if r >= ' ' && l.cover.Glyph(r) == 0 {
			return false
		}
	}
	return true
}

// IsWhole reports whether the look has the whole face already.
func (l *Look) IsWhole() bool { return l.whole }

// Whole returns the look with the whole face, 21 MB in two weights instead of
// the cut. It reads files: call it off the main thread.
func (l *Look) Whole() (*Look, error) {
	c := *l
	c.whole = true
	if _, err := load(&c, wholeRegular, wholeBold); err != nil {
		return nil, err
	}
	for _, f := range []struct {
		whole *fyne.Resource
		cut   fyne.Resource
	}{{&c.regular, l.regular}, {&c.bold, l.bold}} {
		if _, err := likeCut((*f.whole).Content(), f.cut.Content()); err != nil {
			return nil, fmt.Errorf("theme: %s: %w", (*f.whole).Name(), err)
		}
		*f.whole = alike{*f.whole, f.cut}
	}
	return &c, nil
}

// Font returns the face in the weight of the style. There is no italic: an
// oblique hanzi is no italic either.
func (l *Look) Font(style fyne.TextStyle) fyne.Resource {
	if style.Symbol {
		return fynetheme.DefaultSymbolFont()
	}
	if style.Bold {
		return l.bold
	}
	return l.regular
}

// Color returns the colour of a name in the look's variant; the system's
// variant v counts when the look follows the system.
func (l *Look) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	p := l.light
	if l.variant == Contrast {
		p = l.contrast
	}
	if l.IsDark(v) {
		p, v = l.dark, fynetheme.VariantDark
	} else {
		v = fynetheme.VariantLight
	}
	if c, ok := p[name]; ok {
		if name == fynetheme.ColorNameForeground {
			return ink{c.R, c.G, c.B}
		}
		return c
	}
	return fynetheme.DefaultTheme().Color(name, v)
}

// Icon returns Fyne's icon of a name.
func (l *Look) Icon(name fyne.ThemeIconName) fyne.Resource {
	return fynetheme.DefaultTheme().Icon(name)
}

// Size returns a measure in points of the interface (device-independent
// pixels): text at 13, everything else in fours and eights.
func (l *Look) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case fynetheme.SizeNameText:
		return 13
	case fynetheme.SizeNameCaptionText:
		return 11
	case fynetheme.SizeNameSubHeadingText:
		return 16
	case fynetheme.SizeNameHeadingText:
		return 22
	case fynetheme.SizeNamePadding:
		return 4
	case fynetheme.SizeNameInnerPadding:
		return 6 // menus stay dense, and fields little higher than buttons
	case fynetheme.SizeNameLineSpacing:
		return 3
	case fynetheme.SizeNameInlineIcon:
		return 18
	case fynetheme.SizeNameInputBorder, fynetheme.SizeNameSeparatorThickness:
		return 1
	case fynetheme.SizeNameInputRadius, fynetheme.SizeNameSelectionRadius:
		return 6
	case fynetheme.SizeNameScrollBar:
		return 10
	case fynetheme.SizeNameScrollBarSmall:
		return 4
	}
	return fynetheme.DefaultTheme().Size(name)
}

// Color returns the colour of a name in the look that is in use.
func Color(name fyne.ThemeColorName) color.Color {
	s := fyne.CurrentApp().Settings()
	return s.Theme().Color(name, s.ThemeVariant())
}
