package template

import (
	"slices"
	"strings"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"
)

// A proposal is an answer as an option or a recommendation.
type proposal struct {
	answer
	challenge int
}

// proposals returns answers, each once: the most direct of every challenge,
// then the next of every challenge, and so on.
func (f *filling) proposals(most int) []proposal {
	var all []proposal
	used := map[string]bool{}
	for found := true; found; {
		found = false
		for i := range f.challenges {
			n := slices.IndexFunc(f.answers[i], func(a answer) bool { return !used[a.ID] })
			if n < 0 {
				continue
			}
			a := f.answers[i][n]
			used[a.ID], found = true, true
			all = append(all, proposal{a, i})
		}
	}
	if most > 0 && len(all) > most {
		all = all[:most]
	}
	return all
}

// recommendations sets one block for each of the first proposals. What the
// article does not say is a named blank: who, by when, with which means, and
// how one will know.
func (f *filling) recommendations(r Rule) []stretch {
	var all []stretch
	for _, a := range f.proposals(r.Most) {
		p := newPiece(a.Entry, r.Length, mainPoint)
		all = append(all, stretch{[]*piece{p}, func() []brief.Block {
			t := clause(taken(p.Entry, p.length()))
			return []brief.Block{{
				Kind: brief.Recommendation, From: origin(p.Entry, p.length()), Answers: f.answered(p.Entry),
				Recommendation: &brief.Action{
					Action:    language.Text{ZH: bare(t.ZH), EN: t.EN},
					Owner:     blank(language.Text{ZH: "责任单位", EN: "owner"}),
					TimeFrame: blank(language.Text{ZH: "时限", EN: "deadline"}),
					Means:     blank(language.Text{ZH: "手段", EN: "means"}),
					Indicator: blank(language.Text{ZH: "指标", EN: "indicator"}),
				},
			}}
		}})
	}
	return all
}

// options sets a table of options by criteria. One challenge has an option
// for each of its answers, with the reason; several have an option each, led
// by its first proposal and backed by its other answers. No new action is
// always among them. The judgements are named blanks.
func (f *filling) options(r Rule) []stretch {
	var pieces []*piece
	var rows []func() []brief.Cell
	second := language.Text{ZH: "怎样回应挑战", EN: "How it answers the challenge"}
	most := r.Most
	if n := len(f.challenges); n > 1 {
		second = language.Text{ZH: "针对的挑战与配套对策", EN: "Challenge, and measures to go with it"}
		if most == 0 || most > n {
			most = n
		}
	}
	for _, a := range f.proposals(most) {
		p := newPiece(a.Entry, argument.Line, mainPoint)
		pieces = append(pieces, p)
		rows = append(rows, func() []brief.Cell {
			detail := stop(a.Link.Link.Reason)
			if len(f.challenges) > 1 {
				detail = f.backing(a, p.length() == argument.Line)
			} else if p.length() == argument.Title {
				detail = language.Text{ZH: "见论据部分", EN: "See the evidence above"}
			}
			title := clause(taken(p.Entry, argument.Title))
			return row(language.Text{ZH: bare(title.ZH), EN: title.EN}, detail)
		})
	}
	return []stretch{{pieces, func() []brief.Block {
		grid := &brief.Grid{Header: 1, Widths: []float64{0.26, 0.37, 0.12, 0.12, 0.13}}
		grid.Rows = append(grid.Rows, []brief.Cell{
			cell("方案", "Option"), {Text: second}, cell("成效", "Effect"), cell("成本", "Cost"), cell("可行性", "Feasibility"),
		})
		for _, row := range rows {
			grid.Rows = append(grid.Rows, row())
		}
		grid.Rows = append(grid.Rows, row(
			language.Text{ZH: "不采取新行动", EN: "No new action"},
			language.Text{ZH: "维持现有做法，上述挑战仍在", EN: "Present practice continues and the challenges remain"},
		))
		return []brief.Block{{Kind: brief.Options, Table: grid}}
	}}}
}

// mostBacking is how many answers are named to go with an option: the most
// direct ones, so that options can be compared at a glance.
const mostBacking = 2

// backing names the challenge of an option and, if there is room, the answers
// that go with it.
func (f *filling) backing(a proposal, room bool) language.Text {
	t := clause(taken(f.challenges[a.challenge], argument.Title))
	var others []*library.Entry
	for _, o := range f.answers[a.challenge] {
		if o.full && o.ID != a.ID && len(others) < mostBacking {
			others = append(others, o.Entry)
		}
	}
	if room && len(others) > 0 {
		zh, en := make([]string, 0, len(others)), make([]string, 0, len(others))
		for _, o := range others {
			title := clause(taken(o, argument.Title))
			zh, en = append(zh, "“"+bare(title.ZH)+"”"), append(en, f.sentences.lower(title.EN))
		}
		t.ZH += "；配套：" + strings.Join(zh, "")
		t.EN += "; with it: " + strings.Join(en, "; ")
	}
	return t
}

// row returns the cells of an option with its judgements left blank.
func row(option, detail language.Text) []brief.Cell {
	cells := []brief.Cell{{Text: option}, {Text: detail}}
	for _, criterion := range []language.Text{
		{ZH: "成效", EN: "effect"}, {ZH: "成本", EN: "cost"}, {ZH: "可行性", EN: "feasibility"},
	} {
		cells = append(cells, brief.Cell{Text: blank(criterion)})
	}
	return cells
}

func cell(zh, en string) brief.Cell { return brief.Cell{Text: language.Text{ZH: zh, EN: en}} }
