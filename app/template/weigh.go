package template

import (
	"strings"

	"go.yaml.in/yaml/v4"

	"celun/app/brief"
	"celun/app/language"
)

// weighing returns a block that weighs the options before it: the weights are
// named blanks, and what is computed of them is computed by the brief.
func (f *filling) weighing(w Write) []stretch {
	criteria := f.template.criteria()
	if criteria == nil {
		return nil
	}
	if w == WriteSensitivity {
		return []stretch{fixed(brief.Block{Kind: brief.Paragraph, Weighing: brief.Sensitivity})}
	}
	b := brief.Block{Kind: brief.Table, Weighing: brief.Totals}
	if w == WriteTotals {
		b.Table = &brief.Grid{Header: 1, Widths: []float64{0.1, 0.6, 0.3}, Rows: [][]brief.Cell{
			{cell("名次", "Place"), cell("方案", "Option"), cell("加权总分", "Weighted total")},
		}}
		return []stretch{fixed(b)}
	}
	b.Weighing = brief.Weights
	var head, row []brief.Cell
	for _, c := range criteria {
		head = append(head, brief.Cell{Text: c})
		row = append(row, brief.Cell{Text: blank(language.Text{ZH: c.ZH + "的权重", EN: "weight of " + strings.ToLower(c.EN)})})
	}
	b.Table = &brief.Grid{Header: 1, Rows: [][]brief.Cell{append(head, cell("合计", "Total")), append(row, brief.Cell{})}}
	return []stretch{fixed(b)}
}

// criteria returns what the options of the template are held against; nil if
// it has none.
func (t *Template) criteria() []language.Text {
	for i := range t.Sections {
		for _, r := range t.Sections[i].Fill {
			switch {
			case r.As != Options:
			case len(r.Criteria) > 0:
				return r.Criteria
			default:
				return usualCriteria
			}
		}
	}
	return nil
}

// weighs reports, at the node of a section, a rule that weighs options where
// none stand before it.
func (r *reader) weighs(n *yaml.Node, t *Template, s *Section) {
	options := t.criteria() != nil
	for _, rule := range s.Fill {
		options = options || rule.As == Options
		if !options && (rule.Write == WriteWeights || rule.Write == WriteTotals || rule.Write == WriteSensitivity) {
			r.fail(n, join(s.Slot, "fill"), language.Text{ZH: "“" + string(rule.Write) + "”之前没有选项表", EN: "there are no options before \"" + string(rule.Write) + "\""},
				language.Text{ZH: "请先写一条“as: options”的规则", EN: `Put a rule with "as: options" before it`})
			return
		}
	}
}
