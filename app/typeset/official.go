package typeset

import (
	"regexp"
	"strconv"

	"celun/app/brief"
	"celun/app/language"
)

// 号 are the Chinese type sizes in pt.
const (
	sizeTwo   = 22   // 二号
	sizeThree = 16   // 三号
	sizeFour  = 14   // 四号
	smallFour = 12   // 小四
	sizeFive  = 10.5 // 五号
)

// The text block of an official document (GB/T 9704-2012, 5.2): 156 × 225 mm,
// 37 mm below the edge of an A4 sheet and 28 mm from its left one, 22 lines
// of 28 characters. 三号 is as large as its square of 5.57 mm allows.
const (
	officialTop, officialLeft, officialWide, officialHigh = 37, 28, 156, 225
	officialLines, officialCharacters                     = 22, 28
)

// OfficialDocument returns the look of GB/T 9704-2012 for a Chinese edition,
// without red head, serial number and secrecy mark: a strict grid, a centred
// title, levels in Hei, Kai and FangSong. Where no FangSong and no small-title
// Song is installed, Song and bold Song stand for them.
func OfficialDocument() *Style {
	body := min(sizeThree, officialWide*mm/officialCharacters)
	leading := officialHigh * mm / officialLines
	s := PolicyBrief(smallFour)
	black := Color{}
	s.Official = true
	s.FirstTop, s.Top, s.Bottom, s.Left = officialTop, officialTop, 297-officialTop-officialHigh, officialLeft
	s.Accent, s.Ink, s.Soft, s.Grey, s.Hairline = black, black, black, black, Color{0x80, 0x80, 0x80}
	s.PairGap, s.StackGap = 0, 0
	s.Note.Color, s.Caption.Color = black, black
	line := func(family Family, size, indent float64) TextStyle {
		c := Cut{Family: family, Size: size, Indent: indent}
		return TextStyle{ZH: c, EN: c, Leading: leading, Color: black}
	}
	s.Title = line(TitleFamily, sizeTwo, 0)
	s.Title.Align, s.Title.Phrases, s.Title.Balanced, s.Title.Unbroken, s.Title.Taper = Centre, true, true, true, true
	s.TitleSecond = s.Title
	s.Subtitle = line(KaiFamily, body, 0)
	s.Subtitle.Align, s.Subtitle.Phrases, s.Subtitle.Balanced, s.Subtitle.Unbroken, s.Subtitle.Taper = Centre, true, true, true, true
	s.Meta = line(FangSongFamily, body, 0)
	s.Meta.Align = Left
	s.Masthead = s.Meta
	s.Masthead.Align = Centre
	s.Body = line(FangSongFamily, body, 2)
	s.Item, s.Evidence, s.Key = s.Body, s.Body, s.Body
	s.Item.ZH.Indent, s.Item.EN.Indent, s.Key.ZH.Indent, s.Key.EN.Indent = 0, 0, 0, 0
	s.Heading = [3]TextStyle{line(SansFamily, body, 2), line(KaiFamily, body, 2), line(FangSongFamily, body, 2)}
	for i := range s.Heading {
		s.Heading[i].Align, s.Heading[i].Unbroken = Left, true
	}
	s.KeyLabel = line(SansFamily, body, 2)
	s.KeyLabel.Align = Left
	s.Foot = line(SerifFamily, sizeFour, 0)
	s.Foot.Align, s.Foot.Leading = Left, sizeFour
	s.Source = line(SerifFamily, sizeFive, 0)
	s.Source.Align, s.Source.Leading = Left, leading*0.6
	s.Footnote = s.Source
	s.Caption.Align = Centre // 图题 and 表题 stand in the middle
	s.Footnote.Align = Justify
	return s
}

// official settles the options of an official document: it is in one
// language, Chinese if that is asked for, on an A4 sheet.
func (c *composer) official(o *Options) bool {
	if o.Style != brief.OfficialStyle {
		return false
	}
	chinese := false
	for _, l := range o.Languages {
		chinese = chinese || l == language.ZH
	}
	if !chinese {
		c.warn("style-chinese-only", brief.Address{}, language.Text{
			ZH: "公文式样只用于中文版，英文版用简报式样",
			EN: "The official-document style is for Chinese editions; the English one is set as a brief",
		})
		return false
	}
	if len(o.Languages) > 1 {
		c.warn("style-one-language", brief.Address{}, language.Text{
			ZH: "公文式样只用一种语言：这里只有中文，英文请另行导出",
			EN: "The official-document style has one language: this is the Chinese text alone; export the English one by itself",
		})
	}
	if o.Paper != A4 || o.Landscape {
		c.warn("style-paper", brief.Address{}, language.Text{
			ZH: "公文式样只用竖放的 A4 纸", EN: "The official-document style is for upright A4 paper only",
		})
	}
	o.Languages, o.Lead, o.Layout, o.Paper, o.Landscape = []language.Language{language.ZH}, language.ZH, brief.Sequential, A4, false
	return true
}

// prescribed says that an official document goes by its standard and not by
// the page settings that differ.
func (c *composer) prescribed() {
	p := c.brief.Meta.Page
	if p.Body == "" && p.Measure == "" && p.Leading == 0 && p.Lines == 0 {
		return
	}
	c.warn("style-prescribed", brief.Address{}, language.Text{
		ZH: "公文的字号、版心和行数由 GB/T 9704-2012 规定，页面设置中的不用",
		EN: "GB/T 9704-2012 prescribes the size, the width and the lines of an official document; those of the page settings are not used",
	})
}

// year is a year in brackets of whatever kind, as in the number of a
// document.
var year = regexp.MustCompile(`[\[(（［【〔]((?:19|20)\d\d)[\])）］】〕]`)

// officialFront makes what stands above the text of an official document: its
// number, its title, and an empty line under both.
func (c *composer) officialFront() {
	empty := c.style.Body.Leading
	number := textSpan(c.brief.Meta.Number, language.ZH, brief.Address{Slot: brief.NumberSlot})
	for i := range number {
		number[i].text = year.ReplaceAllString(number[i].text, "〔$1〕") // GB/T 9704-2012, 7.2.5
	}
	start := len(c.rows)
	c.line(number, &c.style.Masthead, MetaRole, 0)
	if len(c.rows) > start {
		c.last(1)[0].after = empty
	}
	c.line(textSpan(c.brief.Title, language.ZH, brief.Address{Slot: brief.TitleSlot}), &c.style.Title, TitleRole, 0)
	c.line(textSpan(c.brief.Subtitle, language.ZH, brief.Address{Slot: brief.SubtitleSlot}), &c.style.Subtitle, SubtitleRole, 0)
	if len(c.rows) > start {
		c.last(1)[0].after = empty
	}
}

// officialEnd signs the document: the date ends four characters from the
// right, and who issues it stands centred above the date (GB/T 9704-2012,
// 7.3.5).
func (c *composer) officialEnd() {
	st := &c.style.Meta
	em := st.ZH.Size
	c.section = len(c.brief.Sections)
	right, width := c.measure-4*em, 0.0
	day := textSpan(language.Date(c.brief.Meta.Date), language.ZH, brief.Address{})
	for i := range day {
		day[i].plain = true
		width = c.natural(day, st) + 0.01
	}
	unit := textSpan(c.brief.Meta.Unit, language.ZH, brief.Address{Slot: brief.UnitSlot})
	if len(unit)+len(day) > 0 {
		c.keepLast(1) // a signature does not stand on a page without text
	}
	if len(unit) > 0 {
		wide := min(c.natural(unit, st)+0.01, c.measure)
		x := right - width/2 - wide/2
		if x+wide > c.measure-2*em { // two characters stay free at least
			x = max(0, c.measure-2*em-wide)
		}
		r := row{section: c.section, full: true, keep: len(day) > 0, before: 2 * st.Leading}
		c.add(&r, &passage{spans: unit, style: st, role: MetaRole, measure: wide}, x, 0, 0)
		c.rows = append(c.rows, r)
	}
	if len(day) > 0 {
		r := row{section: c.section, full: true}
		if len(unit) == 0 {
			r.before = 2 * st.Leading
		}
		c.add(&r, &passage{spans: day, style: st, role: MetaRole, measure: width}, right-width, 0, 0)
		c.rows = append(c.rows, r)
	}
}

// officialEdge numbers page i: in 四号 between dashes, 7 mm below the text, one
// character from the outer edge (GB/T 9704-2012, 7.5).
func (c *composer) officialEdge(items []Item, p *pager, i int) []Item {
	st := &c.style.Foot
	text := "— " + strconv.Itoa(i+1) + " —"
	y := p.bottom + 7*mm + st.ZH.Size*0.86
	x := p.left + st.ZH.Size
	if i%2 == 0 {
		x = p.left + c.measure - st.ZH.Size - c.natural([]span{edgeSpan(text)}, st)
	}
	return c.artifact(items, text, x, y)
}
