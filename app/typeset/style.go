package typeset

import (
	"math"

	"celun/app/language"
)

// mm is a millimetre in points.
const mm = 72 / 25.4

// A Family is a kind of face. What a run is set in follows from the family,
// its weight, its emphasis, its language and its characters.
type Family uint8

// The families.
const (
	SerifFamily    Family = iota // Song with Source Serif as its Latin companion
	SansFamily                   // Hei with its own Latin
	KaiFamily                    // Kai with Source Serif
	FangSongFamily               // an installed FangSong, or Song, with Source Serif
	TitleFamily                  // an installed small-title Song, or bold Song, with bold Source Serif
)

// An Align says how lines fill their measure.
type Align uint8

// The alignments.
const (
	Justify Align = iota // both edges even, the last line natural
	Left
	Right
	Centre
)

// A Cut is what text of one language is set in.
type Cut struct {
	Family Family
	Bold   bool
	Size   float64 // pt
	Indent float64 // of a first line, in em
}

// A TextStyle is how one kind of text is set. The leading is one for both
// languages so that the lines of a pair stand on common baselines.
type TextStyle struct {
	ZH, EN   Cut
	Leading  float64 // pt from baseline to baseline
	Color    Color
	Align    Align
	Phrases  bool    // Chinese lines break between phrases
	Balanced bool    // lines are about equally long
	Unbroken bool    // no hyphenation
	Taper    bool    // balanced lines get shorter from the first to the last
	Hanging  bool    // commas and full stops hang beyond the end of a Chinese line that they do not fit in
	Tight    bool    // two full-width marks side by side take one em
	Grid     bool    // hanzi stand in squares of one em
	Pinyin   bool    // pinyin stands over the hanzi
	Over     float64 // pt of the leading that it takes
	Base     float64 // pt from the top of a line box to its baseline; 0: by Leading and size
	Before   float64 // pt above; none at the top of a page
	After    float64 // pt below
}

// bare returns s for what is no running text: without grid, pinyin and marks
// that hang.
func (s TextStyle) bare() TextStyle {
	s.Leading -= s.Over
	s.Grid, s.Pinyin, s.Over, s.Hanging = false, false, 0, false
	return s
}

// cut returns what l is set in.
func (s *TextStyle) cut(l language.Language) *Cut {
	if l == language.EN {
		return &s.EN
	}
	return &s.ZH
}

// baseline returns how far below the top of a line box its baseline is. It
// follows the Chinese size, whose square stands in the middle of the box.
func (s *TextStyle) baseline() float64 {
	if s.Base > 0 {
		return s.Base
	}
	return (s.Leading+s.Over)/2 + 0.37*max(s.ZH.Size, s.EN.Size)
}

// A Style is the look of a document: every size, distance and colour of its
// pages. Distances are in points unless the name says otherwise.
type Style struct {
	// Margins of the page in mm. Top and Bottom bound the text; the running
	// head and the footer stand outside it. The first page, which has no
	// running head, begins at FirstTop.
	FirstTop, Top, Bottom, Side, WideSide float64
	Left                                  float64 // margin in mm; 0 centres the text on the page
	Gutter                                float64 // between parallel columns
	Official                              bool    // fronts, ends and edges are those of an official document
	NarrowestMM                           float64 // a column narrower than this makes the layout stacked
	// The share of the leading Chinese column: between these, by the lengths
	// of the texts.
	ShareMin, ShareMax float64

	Accent, Ink, Soft, Grey, Tint, Hairline Color

	Title, TitleSecond, Subtitle, Meta, Masthead TextStyle
	Heading                                      [3]TextStyle // level 2 to 4 of the outline share 1 and 2
	Body, Item, Evidence, Key, KeyLabel          TextStyle
	HeadCell, Cell, Caption, Note, Source, Foot  TextStyle
	Footnote                                     TextStyle
	Label                                        TextStyle

	Grid   float64 // pt between the lines of a strict grid; 0: none
	Spread bool    // short names in a column are spread to one width

	PairGap, StackGap, CellPad, CellGap, BoxPad, BoxBar float64
}

// PolicyBrief returns the default style. body is the Chinese size in pt; the
// others follow from it. English is set at about 0.95 of it so that its x-height
// looks level with the hanzi (10.5 and 10 pt), and both at 1.6 em of leading,
// which is what CLREQ and GB/T 9704 practice ask of Chinese.
func PolicyBrief(body float64) *Style {
	accent, ink := Color{0x1f, 0x3f, 0x5f}, Color{0x1b, 0x1b, 0x1b}
	grey, soft := Color{0x5b, 0x64, 0x70}, Color{0x30, 0x3a, 0x45}
	k := body / 10.5
	text := func(zh, en, leading float64) TextStyle {
		size := func(v float64) float64 { return math.Round(v*k*1e6) / 1e6 } // 13.5 and not a hair more
		return TextStyle{ZH: Cut{Size: size(zh)}, EN: Cut{Size: size(en)}, Leading: leading * k, Color: ink}
	}
	sans := func(t TextStyle, bold bool, c Color) TextStyle {
		t.ZH.Family, t.EN.Family, t.ZH.Bold, t.EN.Bold, t.Color = SansFamily, SansFamily, bold, bold, c
		t.Align = Left
		return t
	}
	heading := func(zh, en, leading, before, after float64, c Color) TextStyle {
		t := text(zh, en, leading)
		t.ZH.Family, t.ZH.Bold, t.EN.Bold, t.Color = SansFamily, true, true, c
		t.Align, t.Phrases, t.Balanced, t.Unbroken = Left, true, true, true
		t.Before, t.After = before*k, after*k
		return t
	}
	s := &Style{
		FirstTop: 13.5, Top: 23, Bottom: 23, Side: 20, WideSide: 26, Gutter: 18 * k, NarrowestMM: 55, ShareMin: 0.43, ShareMax: 0.5,
		Accent: accent, Ink: ink, Soft: soft, Grey: grey, Tint: Color{0xf2, 0xf5, 0xf7}, Hairline: Color{0xc9, 0xd0, 0xd6},
		PairGap: 6 * k, StackGap: 1.5 * k, CellPad: 4.5 * k, CellGap: 1 * k, BoxPad: 9 * k, BoxBar: 2.6,
	}
	s.Title = heading(21, 18.5, 28, 0, 2, ink)
	s.Title.ZH.Family = SerifFamily
	s.TitleSecond = heading(15.5, 14, 20, 0, 4, soft)
	s.TitleSecond.ZH.Family = SerifFamily
	s.Subtitle = text(10.5, 10.2, 15.5)
	s.Subtitle.Align, s.Subtitle.Phrases, s.Subtitle.Balanced, s.Subtitle.Unbroken = Left, true, true, true
	s.Subtitle.Color = soft
	s.Meta = sans(text(8, 8, 12.5), false, grey)
	s.Meta.Before = 5 * k
	s.Masthead = sans(text(8, 8, 12), false, grey)
	s.Heading = [3]TextStyle{
		heading(12.6, 12.4, 18, 11, 3.5, accent),
		heading(11, 10.8, 17, 6, 2, ink),
		heading(10.5, 10.2, 17, 4, 1, soft),
	}
	s.Body = text(10.5, 10, 16.8)
	s.Body.ZH.Indent = 2
	s.Item = text(10.5, 10, 16.8)
	s.Evidence = text(9.6, 9.2, 15.2)
	s.Evidence.Color = soft
	s.Key = text(10.2, 9.8, 16)
	s.KeyLabel = sans(text(10, 10, 15), true, accent)
	s.HeadCell = sans(text(8.6, 8.6, 12.6), true, ink)
	s.HeadCell.Phrases, s.HeadCell.Balanced, s.HeadCell.Unbroken = true, true, true
	s.Cell = text(9.2, 9, 13.4)
	s.Cell.Align, s.Cell.Phrases = Left, true
	s.Caption = sans(text(9, 9, 14), true, ink)
	s.Note = sans(text(8, 8, 12.2), false, grey)
	s.Source = text(8.8, 8.6, 13.4)
	s.Source.Align = Left
	s.Footnote = text(8.6, 8.4, 12.6)
	s.Foot = sans(text(7.6, 7.6, 11), false, grey)
	s.Label = sans(text(8.2, 8.2, 15.2), true, accent)
	return s
}
