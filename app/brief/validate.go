package brief

import (
	"fmt"
	"math"
	"slices"
	"strings"

	citation "celun/app/cite"
	"celun/app/language"
)

// Kinds returns every kind of block that this version knows.
func Kinds() []Kind {
	return []Kind{
		Paragraph, Heading, List, KeyMessages, Argument, Evidence,
		Recommendation, Options, Table, Note, References, PageBreak,
		FigureKind, Timeline, TermList, Question, Exercise,
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
	if err := validateWaivers(b.Waivers); err != nil {
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
	if !slices.Contains([]citation.Style{"", citation.GB2015, citation.GB2025}, m.Citation) {
		return wrong("citation", string(m.Citation))
	}
	if m.Logo != "" && !isMedia(m.Logo) {
		return wrong("logo", m.Logo)
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
		if err := b.Table.validate(wrong); err != nil {
			return err
		}
	}
	if (b.Kind == FigureKind) != (b.Figure != nil) {
		return wrong("只有图块带图的内容，且必须带", "what a figure shows belongs to a block of kind figure, and only to it")
	}
	if b.Figure != nil {
		if err := b.Figure.validate(wrong); err != nil {
			return err
		}
	}
	switch b.Weighing {
	case "":
	case Weights, Totals:
		if b.Kind != Table {
			return wrong("权重表和总分表应是表格块", "weights and totals belong to a block of kind table")
		}
	case Sensitivity:
		if b.Kind != Paragraph {
			return wrong("敏感性说明应是段落块", "sensitivity belongs to a block of kind paragraph")
		}
	default:
		return wrong(fmt.Sprintf("不认识“%s”", b.Weighing), fmt.Sprintf("the weighing %q is not known here", b.Weighing))
	}
	return b.validateLearning(wrong)
}

// validateLearning looks at what blocks for trainers and learners hold.
func (b *Block) validateLearning(wrong func(zh, en string) error) error {
	asks := b.Kind == Question || b.Kind == Exercise
	switch {
	case len(b.Events) > 0 && b.Kind != Timeline:
		return wrong("只有时间线块带事件", "events belong to a block of kind timeline")
	case len(b.Terms) > 0 && b.Kind != TermList:
		return wrong("只有术语表块带术语", "terms belong to a block of kind term-list")
	case !b.Answer.IsEmpty() && !asks:
		return wrong("只有问题块和练习块带答案", "an answer belongs to a question or exercise")
	case b.Space != 0 && !asks && b.Kind != Table:
		return wrong("只有问题、练习和表格块留书写位置", "space to write in belongs to a question, an exercise or a table")
	case !(b.Space >= 0 && b.Space <= maxSpace):
		return wrong(
			fmt.Sprintf("书写位置应在 0 至 %d 毫米之间", maxSpace),
			fmt.Sprintf("space to write in is between 0 and %d mm", maxSpace))
	case b.Minutes < 0 || b.Minutes > maxMinutes:
		return wrong("用时应在 0 至一天之间", "the time that a block takes is between nothing and a day")
	case !slices.Contains([]Reader{"", Trainer, Participant}, b.For):
		return wrong(
			fmt.Sprintf("不认识“%s”这种读者", b.For),
			fmt.Sprintf("the reader %q is not known here", b.For))
	}
	return validateComments(b.ID, b.Comments)
}

// maxSpace (mm) and maxMinutes bound what a block takes on paper and in time.
const (
	maxSpace   = 2000
	maxMinutes = 24 * 60
)

func (f *Figure) validate(wrong func(zh, en string) error) error {
	if !slices.Contains(Forms(), f.Form) {
		return wrong(
			fmt.Sprintf("不认识“%s”这种图，可能出自更新的版本", f.Form),
			fmt.Sprintf("a figure of form %q is not known here and may come from a newer version", f.Form))
	}
	if f.Media != "" && !isMedia(f.Media) {
		return wrong("图片的名称应以 media/ 开头", "the name of a picture begins with media/")
	}
	if !(f.Width >= 0 && f.Width <= 1) {
		return wrong("图的宽度应在 0 与 1 之间", "the width of a figure is between 0 and 1")
	}
	for _, d := range f.Data {
		if math.IsNaN(d.Value) || math.IsInf(d.Value, 0) {
			return wrong("图的数据里有不是数的值", "a value in the data of the figure is not a number")
		}
	}
	nodes := map[string]bool{}
	for _, n := range f.Nodes {
		if n.ID == "" || nodes[n.ID] {
			return wrong("图的节点没有编号，或编号重复", "a node of the figure has no id, or one that another has")
		}
		nodes[n.ID] = true
	}
	for _, e := range f.Edges {
		if !nodes[e.From] || !nodes[e.To] {
			return wrong(
				fmt.Sprintf("连线 %s → %s 的一端不在图里", e.From, e.To),
				fmt.Sprintf("the edge %s → %s leads to what is not in the figure", e.From, e.To))
		}
	}
	return nil
}

func isMedia(name string) bool { return strings.HasPrefix(name, mediaFolder) && isPartName(name) }

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
