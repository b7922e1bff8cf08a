package typeset

import (
	"math"

	"celun/app/brief"
	"celun/app/language"
)

// Sizes below which text cannot be read, in pt: of the body that columns
// shrink to before they give way to stacked pairs, and of any small print.
const (
	smallestBody  = 9 // 小五
	smallestPrint = 7
)

// columnCharacters are how many hanzi a line of a parallel column should
// hold, and fewestCharacters how many it must.
const (
	columnCharacters = 17
	fewestCharacters = 12
)

// edge is the margin in mm that a page keeps whatever measure is asked for.
const edge = 10

// texts returns all text styles of a style.
func (s *Style) texts() []*TextStyle {
	return []*TextStyle{
		&s.Title, &s.TitleSecond, &s.Subtitle, &s.Meta, &s.Masthead, &s.Heading[0], &s.Heading[1], &s.Heading[2],
		&s.Body, &s.Item, &s.Evidence, &s.Key, &s.KeyLabel, &s.HeadCell, &s.Cell, &s.Caption, &s.Note, &s.Source, &s.Foot, &s.Label,
	}
}

// settle applies the page settings to a style whose body size is settled;
// high is the height of the text on a page (pt). It reports whether the lines
// asked for fit on a page.
func (s *Style) settle(p brief.Page, high float64) (fits bool) {
	fits = true
	size, over := s.Body.ZH.Size, 0.0
	if p.Pinyin {
		over = pinyinLeading * size
	}
	leading := s.Body.Leading
	if !s.Official {
		if p.Leading > 0 {
			leading = p.Leading * size
		}
		if p.Lines > 0 {
			leading = high/float64(p.Lines) - over
			if least := 1.2 * size; leading < least {
				leading, fits = least, false
			}
		}
	}
	k := leading / s.Body.Leading
	for _, t := range s.texts() {
		t.ZH.Size, t.EN.Size = max(t.ZH.Size, smallestPrint), max(t.EN.Size, smallestPrint)
		t.Tight, t.Hanging = p.Tight, p.Hanging
		if t != &s.Foot && t != &s.Masthead {
			t.Leading *= k
		}
	}
	for _, t := range []*TextStyle{&s.Body, &s.Item, &s.Evidence, &s.Key} {
		t.Phrases = t.Phrases || p.Phrases
		if p.Pinyin {
			t.Pinyin, t.Over = true, pinyinLeading*t.ZH.Size
			t.Leading += t.Over
		}
	}
	s.Spread = p.Spread
	if p.Grid {
		s.grid(leading + over)
	}
	return fits
}

// grid sets all running text on lines that are leading apart, and hanzi in
// squares.
func (s *Style) grid(leading float64) {
	s.Grid = leading
	base := s.Body.baseline()
	for _, t := range s.texts() {
		switch t {
		case &s.Foot, &s.Masthead, &s.HeadCell, &s.Cell:
			continue
		}
		lines := math.Ceil(1.1*max(t.ZH.Size, t.EN.Size)/leading - 1e-9)
		t.Leading = lines * leading
		t.Base = t.Leading - leading + base
	}
	for _, t := range []*TextStyle{&s.Body, &s.Item, &s.Evidence, &s.Key} {
		t.Grid = true
	}
	s.BoxPad = leading
	if !s.Official {
		s.PairGap = leading // which Chinese alone, told by its indent, does not need
	}
}

// measureOf returns the width of the text on a page: as the settings say, as
// far as the paper is wide enough, and else what is left between margins of
// side mm. given says that the settings decided.
func (c *composer) measureOf(wide, side, size float64) (measure float64, given bool) {
	width, characters, _ := c.brief.Meta.Page.Measure.Width()
	switch {
	case width > 0:
		measure = width * mm
	case characters > 0:
		measure = float64(characters)*size + 0.001
	default:
		return wide - 2*side*mm, false
	}
	if most := wide - 2*edge*mm; measure > most {
		c.warn("measure-cut", brief.Address{}, language.Text{
			ZH: "设定的版心比纸宽，已收窄到纸边留 10 毫米",
			EN: "The width set for the text is wider than the paper; it was cut to leave 10 mm on each side",
		})
		measure = most
	}
	return measure, true
}
