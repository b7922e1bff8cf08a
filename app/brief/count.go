package brief

import (
	"strconv"
	"strings"

	"celun/app/language"
)

// Counts numbers what a brief counts, once for both languages: a number is not
// kept but counted anew wherever the brief is shown, and each language writes
// it in its own way. The zero value begins at the beginning, and counts no
// paragraphs; see [Brief.Counts].
type Counts struct {
	at                           [4]int // headings of levels 1 to 4
	tables, figures              int
	questions, exercises, advice int
	numbered                     bool // paragraphs are counted
	paragraphs                   int
}

// Counts returns the numbering of the brief at its beginning.
func (b *Brief) Counts() Counts { return Counts{numbered: b.Meta.Page.Numbered} }

// Heading counts a heading of a level from 1 and returns its number, as each
// language writes it before a heading: 一、 and 1; （一） and 1.1; 1. and 1.1.1;
// （1） and 1.1.1.1. Where paragraphs are numbered English headings are not,
// and （1） stands for the 1. of Chinese ones, which the paragraphs have.
func (c *Counts) Heading(level int) language.Text {
	level = max(1, min(level, len(c.at)))
	c.at[level-1]++
	clear(c.at[level:])
	n := c.at[level-1]
	var zh string
	switch level {
	case 1:
		zh = ChineseNumber(n) + "、"
	case 2:
		zh = "（" + ChineseNumber(n) + "）"
	case 3:
		zh = strconv.Itoa(n) + "."
	default:
		zh = "（" + strconv.Itoa(n) + "）"
	}
	if c.numbered {
		if level == 3 {
			zh = "（" + strconv.Itoa(n) + "）"
		}
		return language.Text{ZH: zh}
	}
	return language.Text{ZH: zh, EN: c.decimal(level)}
}

// Paragraph counts a paragraph of a numbered section and returns its number as
// both languages write it before the text: 1. It is empty if paragraphs are
// not numbered, for an empty text and for a block that is no paragraph.
func (c *Counts) Paragraph(b *Block) language.Text {
	if !c.numbered || b.Text.IsEmpty() || b.Kind != Paragraph && b.Kind != Argument && b.Kind != Evidence {
		return language.Text{}
	}
	c.paragraphs++
	n := strconv.Itoa(c.paragraphs) + "."
	return language.Text{ZH: n, EN: n}
}

// decimal returns the number of the heading at hand as English writes it.
func (c *Counts) decimal(level int) string {
	en := make([]string, level)
	for i := range en {
		en[i] = strconv.Itoa(max(1, c.at[i]))
	}
	return strings.Join(en, ".")
}

// label returns how a text refers to the heading at hand: 第一节（二） and
// Section 1.2.
func (c *Counts) label(level int) language.Text {
	level = max(1, min(level, len(c.at)))
	zh := "第" + ChineseNumber(max(1, c.at[0])) + "节"
	for i := 1; i < level; i++ {
		n := max(1, c.at[i])
		switch i {
		case 1:
			zh += "（" + ChineseNumber(n) + "）"
		case 2:
			zh += strconv.Itoa(n)
		default:
			zh += "（" + strconv.Itoa(n) + "）"
		}
	}
	return language.Text{ZH: zh, EN: "Section " + c.decimal(level)}
}

// section returns how a text refers to the heading at hand: by its number, in
// English by its words where paragraphs are numbered and headings are not.
func (c *Counts) section(level int, heading language.Text) language.Text {
	t := c.label(level)
	if c.numbered {
		t.EN = "‘" + Plain(heading.EN) + "’"
	}
	return t
}

// Table counts a table: 表1 and Table 1.
func (c *Counts) Table() language.Text {
	c.tables++
	return named("表", "Table ", c.tables)
}

// Figure counts a figure: 图1 and Figure 1.
func (c *Counts) Figure() language.Text {
	c.figures++
	return named("图", "Figure ", c.figures)
}

// Question counts a question: 问题1 and Question 1.
func (c *Counts) Question() language.Text {
	c.questions++
	return named("问题", "Question ", c.questions)
}

// Exercise counts an exercise: 练习1 and Exercise 1.
func (c *Counts) Exercise() language.Text {
	c.exercises++
	return named("练习", "Exercise ", c.exercises)
}

func named(zh, en string, n int) language.Text {
	return language.Text{ZH: zh + strconv.Itoa(n), EN: en + strconv.Itoa(n)}
}

// ChineseNumber writes 1 to 99 in hanzi, as headings count, and more in
// digits.
func ChineseNumber(n int) string {
	digits := []rune("〇一二三四五六七八九")
	switch {
	case n < 1 || n > 99:
		return strconv.Itoa(n)
	case n < 10:
		return string(digits[n])
	}
	s := "十"
	if n >= 20 {
		s = string(digits[n/10]) + s
	}
	if n%10 > 0 {
		s += string(digits[n%10])
	}
	return s
}

// Labels returns how a text refers to each section and block of the brief, by
// id: 第一节 and Section 1, 图1 and Figure 1, and where paragraphs are numbered
// 第1段 and paragraph 1. What has no number of its own is
// referred to by the section it stands in, and a section without one by its
// heading.
func (b *Brief) Labels() map[string]language.Text {
	labels := map[string]language.Text{}
	c := b.Counts()
	for i := range b.Sections {
		s := &b.Sections[i]
		here := language.Text{ZH: "“" + Plain(s.Heading.ZH) + "”", EN: "‘" + Plain(s.Heading.EN) + "’"}
		if !s.Unnumbered {
			c.Heading(1)
			here = c.section(1, s.Heading)
		}
		labels[s.ID] = here
		c.advice = 0
		for j := range s.Blocks {
			blk := &s.Blocks[j]
			labels[blk.ID] = here
			if blk.Kind == Heading && !s.Unnumbered {
				level := max(2, min(blk.Level, 4))
				c.Heading(level)
				here = c.section(level, blk.Text)
				labels[blk.ID] = here
				c.advice = 0
			} else if own := c.Block(blk); !own.IsEmpty() {
				labels[blk.ID] = own
			} else if !s.Unnumbered && !c.Paragraph(blk).IsEmpty() {
				labels[blk.ID] = language.Text{ZH: "第" + strconv.Itoa(c.paragraphs) + "段", EN: "paragraph " + strconv.Itoa(c.paragraphs)}
			}
		}
	}
	return labels
}

// Block counts a block that has a number besides headings and returns it. A
// table or figure without a caption has none.
func (c *Counts) Block(b *Block) language.Text {
	if b.Kind != Recommendation {
		c.advice = 0 // a row of recommendations is counted by itself
	}
	switch {
	case b.Kind == Recommendation:
		c.advice++
		return named("建议", "Recommendation ", c.advice)
	case b.Table != nil && !b.Table.Caption.IsEmpty():
		return c.Table()
	case b.Figure != nil && !b.Figure.Caption.IsEmpty():
		return c.Figure()
	case b.Kind == Question:
		return c.Question()
	case b.Kind == Exercise:
		return c.Exercise()
	}
	return language.Text{}
}
