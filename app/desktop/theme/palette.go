package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// The colours that Fyne has no name for.
const (
	Pane  fyne.ThemeColorName = "celunPane"  // behind cards, bars and blocks
	Desk  fyne.ThemeColorName = "celunDesk"  // behind the pages
	Line  fyne.ThemeColorName = "celunLine"  // hairlines and borders
	Muted fyne.ThemeColorName = "celunMuted" // text of the second rank
	Soft  fyne.ThemeColorName = "celunSoft"  // the accent, as a tint
	Red   fyne.ThemeColorName = "celunRed"
	Amber fyne.ThemeColorName = "celunAmber"
	Green fyne.ThemeColorName = "celunGreen"
	Found fyne.ThemeColorName = "celunFound" // behind what a search found
	Fresh fyne.ThemeColorName = "celunFresh" // behind what is new in a comparison
	Stale fyne.ThemeColorName = "celunStale" // behind what is gone in a comparison
	// Chosen is behind the one of several that is chosen, and OnChosen the text
	// on it: a tint, and where lines are strong the accent itself.
	Chosen   fyne.ThemeColorName = "celunChosen"
	OnChosen fyne.ThemeColorName = "celunOnChosen"
	Rail     fyne.ThemeColorName = "celunRail" // under the bar of a meter
)

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 0xff}
}

func rgba(v uint32, a uint8) color.NRGBA {
	c := rgb(v)
	c.A = a
	return c
}

type palette map[fyne.ThemeColorName]color.NRGBA

// light is the palette of the day: near-white panes on a cool grey, one blue.
func light() palette {
	return palette{
		Pane: rgb(0xffffff), Desk: rgb(0xe8ecef), Line: rgb(0xdde2e7), Muted: rgb(0x626d78),
		Soft: rgb(0xe9f0f7), Red: rgb(0xb3372f), Amber: rgb(0x935e0e), Green: rgb(0x2f7d54), Found: rgb(0xfbe7a6),
		Fresh: rgb(0xd3eedb), Stale: rgb(0xf8d9d5),
		Chosen: rgb(0xe9f0f7), OnChosen: rgb(0x2a5d8f), Rail: rgb(0xdde2e7),

		fynetheme.ColorNameBackground:          rgb(0xf6f7f8),
		fynetheme.ColorNameForeground:          rgb(0x20262d),
		fynetheme.ColorNamePrimary:             rgb(0x2a5d8f),
		fynetheme.ColorNameHyperlink:           rgb(0x2a5d8f),
		fynetheme.ColorNameForegroundOnPrimary: rgb(0xffffff),
		fynetheme.ColorNameFocus:               rgba(0x2a5d8f, 0x33),
		fynetheme.ColorNameSelection:           rgb(0xc6dbef),
		fynetheme.ColorNameButton:              rgb(0xeef1f4),
		fynetheme.ColorNameDisabledButton:      rgb(0xf1f3f5),
		fynetheme.ColorNameDisabled:            rgb(0xa3adb6),
		fynetheme.ColorNamePlaceHolder:         rgb(0x66717b),
		fynetheme.ColorNameHover:               rgba(0x20262d, 0x10),
		fynetheme.ColorNamePressed:             rgba(0x20262d, 0x22),
		fynetheme.ColorNameInputBackground:     rgb(0xf3f5f7),
		fynetheme.ColorNameInputBorder:         rgb(0x828c96),
		fynetheme.ColorNameMenuBackground:      rgb(0xffffff),
		fynetheme.ColorNameOverlayBackground:   rgb(0xffffff),
		fynetheme.ColorNameHeaderBackground:    rgb(0xf1f3f5),
		fynetheme.ColorNameSeparator:           rgb(0xdde2e7),
		fynetheme.ColorNameShadow:              rgba(0x000000, 0x22),
		fynetheme.ColorNameScrollBar:           rgba(0x20262d, 0x66),
		fynetheme.ColorNameScrollBarBackground: rgba(0x20262d, 0x08),
		fynetheme.ColorNameError:               rgb(0xb3372f),
		fynetheme.ColorNameWarning:             rgb(0x935e0e),
		fynetheme.ColorNameSuccess:             rgb(0x2f7d54),
		fynetheme.ColorNameForegroundOnError:   rgb(0xffffff),
		fynetheme.ColorNameForegroundOnWarning: rgb(0xffffff),
		fynetheme.ColorNameForegroundOnSuccess: rgb(0xffffff),
	}
}

// dark is the palette of the evening: the same hues, lighter on slate.
func dark() palette {
	return palette{
		Pane: rgb(0x20252b), Desk: rgb(0x14171b), Line: rgb(0x343b43), Muted: rgb(0x9aa5b0),
		Soft: rgb(0x26384a), Red: rgb(0xe58a82), Amber: rgb(0xdcae62), Green: rgb(0x7cc49b), Found: rgb(0x5c4d1a),
		Fresh: rgb(0x1f4a33), Stale: rgb(0x5b2c29),
		Chosen: rgb(0x26384a), OnChosen: rgb(0x7fb0df), Rail: rgb(0x343b43),

		fynetheme.ColorNameBackground:          rgb(0x191d22),
		fynetheme.ColorNameForeground:          rgb(0xe3e8ed),
		fynetheme.ColorNamePrimary:             rgb(0x7fb0df),
		fynetheme.ColorNameHyperlink:           rgb(0x7fb0df),
		fynetheme.ColorNameForegroundOnPrimary: rgb(0x12202e),
		fynetheme.ColorNameFocus:               rgba(0x7fb0df, 0x40),
		fynetheme.ColorNameSelection:           rgb(0x35536f),
		fynetheme.ColorNameButton:              rgb(0x2b3138),
		fynetheme.ColorNameDisabledButton:      rgb(0x252a30),
		fynetheme.ColorNameDisabled:            rgb(0x5d6771),
		fynetheme.ColorNamePlaceHolder:         rgb(0x87929d),
		fynetheme.ColorNameHover:               rgba(0xffffff, 0x14),
		fynetheme.ColorNamePressed:             rgba(0xffffff, 0x26),
		fynetheme.ColorNameInputBackground:     rgb(0x1b2026),
		fynetheme.ColorNameInputBorder:         rgb(0x6f7b87),
		fynetheme.ColorNameMenuBackground:      rgb(0x272d34),
		fynetheme.ColorNameOverlayBackground:   rgb(0x242a31),
		fynetheme.ColorNameHeaderBackground:    rgb(0x262c33),
		fynetheme.ColorNameSeparator:           rgb(0x343b43),
		fynetheme.ColorNameShadow:              rgba(0x000000, 0x66),
		fynetheme.ColorNameScrollBar:           rgba(0xffffff, 0x66),
		fynetheme.ColorNameScrollBarBackground: rgba(0xffffff, 0x08),
		fynetheme.ColorNameError:               rgb(0xe58a82),
		fynetheme.ColorNameWarning:             rgb(0xdcae62),
		fynetheme.ColorNameSuccess:             rgb(0x7cc49b),
		fynetheme.ColorNameForegroundOnError:   rgb(0x2a1210),
		fynetheme.ColorNameForegroundOnWarning: rgb(0x2a1f08),
		fynetheme.ColorNameForegroundOnSuccess: rgb(0x0c2216),
	}
}

// strong is the palette for weak eyes and bad screens: black on white, lines
// that can be seen, a deep accent. Every text has a contrast of 7 to 1 or more.
func strong() palette {
	p := light()
	for name, c := range map[fyne.ThemeColorName]color.NRGBA{
		Pane: rgb(0xffffff), Desk: rgb(0xd8d8d8), Line: rgb(0x595959), Muted: rgb(0x333333),
		Soft: rgb(0xdbe8f8), Red: rgb(0x8f1111), Amber: rgb(0x6b4200), Green: rgb(0x0f5132), Found: rgb(0xffe14d),
		Fresh: rgb(0xb8f0c8), Stale: rgb(0xffc9c2),
		Chosen: rgb(0x003a80), OnChosen: rgb(0xffffff), Rail: rgb(0xffffff),

		fynetheme.ColorNameBackground:      rgb(0xffffff),
		fynetheme.ColorNameForeground:      rgb(0x000000),
		fynetheme.ColorNamePrimary:         rgb(0x003a80),
		fynetheme.ColorNameHyperlink:       rgb(0x003a80),
		fynetheme.ColorNameFocus:           rgba(0x003a80, 0x55),
		fynetheme.ColorNameSelection:       rgb(0x9cc4f5),
		fynetheme.ColorNameDisabled:        rgb(0x6e6e6e),
		fynetheme.ColorNamePlaceHolder:     rgb(0x4a4a4a),
		fynetheme.ColorNameInputBackground: rgb(0xffffff),
		fynetheme.ColorNameInputBorder:     rgb(0x333333),
		fynetheme.ColorNameSeparator:       rgb(0x595959),
		fynetheme.ColorNameScrollBar:       rgba(0x000000, 0xaa),
		fynetheme.ColorNameError:           rgb(0x8f1111),
		fynetheme.ColorNameWarning:         rgb(0x6b4200),
		fynetheme.ColorNameSuccess:         rgb(0x0f5132),
	} {
		p[name] = c
	}
	return p
}
