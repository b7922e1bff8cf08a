package brief

import (
	"fmt"
	"slices"

	"celun/app/language"
)

// Kinds returns every kind of block that this version knows.
func Kinds() []Kind {
	return []Kind{
		Paragraph, Heading, List, KeyMessages, Argument, Evidence,
		Recommendation, Options, Table, Note, References, PageBreak,
	}
}

// Validate reports the first thing in the brief that breaks the rules of its
// format: the format line, ids that are unique over sections and blocks, known
// kinds and states, headings of level 2 to 4, tables with rows of equal
// length. It says nothing about the content; that is for the checks.
func (b *Brief) Validate() error {
	if b.Format != Format {
		return refused("文稿格式不是 "+Format, "the format of the brief is not "+Format)
	}
	if b.ID == "" {
		return refused("文稿没有编号", "the brief has no id")
	}
	if err := b.Meta.validate(); err != nil {
		return err
	}
	seen := map[string]bool{}
	for i := range b.Sections {
		s := &b.Sections[i]
		if s.ID == "" {
			return refused(
				fmt.Sprintf("第 %d 节没有编号", i+1),
				fmt.Sprintf("section %d has no id", i+1))
		}
		if seen[s.ID] {
			return taken(s.ID)
		}
		seen[s.ID] = true
		for j := range s.Blocks {
			blk := &s.Blocks[j]
			if blk.ID == "" {
				return refused(
					fmt.Sprintf("第 %d 节第 %d 块没有编号", i+1, j+1),
					fmt.Sprintf("block %d of section %d has no id", j+1, i+1))
			}
			if seen[blk.ID] {
				return taken(blk.ID)
			}
			seen[blk.ID] = true
			if err := blk.validate(); err != nil {
				return err
			}
		}
	}
	return nil
}

func (m Meta) validate() error {
	wrong := func(name, value string) error {
		return refused(
			fmt.Sprintf("%s 不能是“%s”", name, value),
			fmt.Sprintf("%s cannot be %q", name, value))
	}
	if !slices.Contains([]Layout{"", Parallel, Stacked, Facing, Sequential}, m.Layout) {
		return wrong("layout", string(m.Layout))
	}
	if !slices.Contains([]Style{"", BriefStyle, OfficialStyle}, m.Style) {
		return wrong("style", string(m.Style))
	}
	for name, l := range map[string]language.Language{"lead": m.Lead, "prevailing": m.Prevailing} {
		if !slices.Contains([]language.Language{"", language.ZH, language.EN}, l) {
			return wrong(name, string(l))
		}
	}
	return m.Page.Validate()
}

func (s States) validate(block string) error {
	for _, state := range []State{s.ZH, s.EN} {
		if !slices.Contains([]State{"", Empty, Draft, Stale, Reviewed}, state) {
			return &language.Problem{Where: block, What: language.Text{
				ZH: fmt.Sprintf("不认识“%s”这种状态", state),
				EN: fmt.Sprintf("the state %q is not known here", state),
			}}
		}
	}
	return nil
}

func (b *Block) validate() error {
	wrong := func(zh, en string) error {
		return &language.Problem{
			Where: b.ID,
			What:  language.Text{ZH: zh, EN: en},
		}
	}
	if !slices.Contains(Kinds(), b.Kind) {
		return wrong(
			fmt.Sprintf("不认识“%s”这种块，可能出自更新的版本", b.Kind),
			fmt.Sprintf("a block of kind %q is not known here and may come from a newer version", b.Kind))
	}
	if err := b.State.validate(b.ID); err != nil {
		return err
	}
	if b.Kind == Heading && (b.Level < 2 || b.Level > 4) {
		return wrong("标题级别应为 2 至 4", "the level of a heading is 2 to 4")
	}
	if (b.Kind == Recommendation) != (b.Recommendation != nil) {
		return wrong("只有建议块带建议各栏，且必须带", "the fields of a recommendation belong to that kind of block, and only to it")
	}
	if (b.Kind == Table || b.Kind == Options) != (b.Table != nil) {
		return wrong("只有表格块和选项块带表格，且必须带", "a table belongs to a block of kind table or options, and only to them")
	}
	if b.Table != nil {
		return b.Table.validate(wrong)
	}
	return nil
}

func (g *Grid) validate(wrong func(zh, en string) error) error {
	if len(g.Rows) == 0 || len(g.Rows[0]) == 0 {
		return wrong("表格没有单元格", "the table has no cells")
	}
	for i, row := range g.Rows {
		if len(row) != len(g.Rows[0]) {
			return wrong(
				fmt.Sprintf("表格第 %d 行有 %d 格，第一行有 %d 格", i+1, len(row), len(g.Rows[0])),
				fmt.Sprintf("row %d of the table has %d cells and the first row %d", i+1, len(row), len(g.Rows[0])))
		}
	}
	if g.Header < 1 || g.Header > len(g.Rows) {
		return wrong("表头行数应在 1 与总行数之间", "a table has between one head row and as many as it has rows")
	}
	if n := len(g.Widths); n != 0 && n != len(g.Rows[0]) {
		return wrong("列宽的个数与列数不符", "the number of widths is not that of the columns")
	}
	return nil
}
