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
	challenges []int // those it leads, or else the one it was taken for
}

// proposals returns answers, each once: the leading one of every challenge,
// then the second of every challenge, and so on.
func (f *filling) proposals(most int) []proposal {
	var all []proposal
	for turn, found := 0, true; found; turn++ {
		found = false
		for i := range f.challenges {
			if turn >= len(f.answers[i]) {
				continue
			}
			found = true
			a := f.answers[i][turn]
			n := slices.IndexFunc(all, func(p proposal) bool { return p.ID == a.ID })
			switch {
			case n < 0:
				all = append(all, proposal{a, []int{i}})
			case turn == 0:
				all[n].challenges = append(all[n].challenges, i)
			}
		}
	}
	if most > 0 && len(all) > most {
		all = all[:most]
	}
	return all
}

// recommendations sets one block for each of the first proposals. What the
// article does not say is a named blank: who, by when, with which means, and
// how one will know. The blanks have the names of the columns of the table.
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
					Owner:     blank(language.Text{ZH: "责任方", EN: "owner"}),
					TimeFrame: blank(language.Text{ZH: "时限", EN: "time frame"}),
					Means:     blank(language.Text{ZH: "手段与资源", EN: "means"}),
					Indicator: blank(language.Text{ZH: "衡量指标", EN: "indicator"}),
				},
			}}
		}})
	}
	return all
}

// leastOptions is how many options there are besides no new action, if there
// are as many answers: one is no choice.
const leastOptions = 2

// optional returns the answers that are options: for one challenge all of them,
// for several the leading ones.
func (f *filling) optional(most int) []proposal {
	all := f.proposals(most)
	if len(f.challenges) == 1 {
		return all
	}
	if others := slices.IndexFunc(all, func(p proposal) bool { return !f.leads(p.ID) }); others >= 0 {
		all = all[:min(len(all), max(others, leastOptions))]
	}
	return all
}

// options sets a table of options by criteria. One challenge has an option
// for each of its answers, with the reason; several have one for each leading
// answer, which names what it leads and other answers to go with it. No new
// action is always among them. The judgements are named blanks.
func (f *filling) options(r Rule) []stretch {
	criteria := r.Criteria
	if len(criteria) == 0 {
		criteria = usualCriteria
	}
	var pieces []*piece
	var rows []func() []brief.Cell
	second := language.Text{ZH: "怎样回应挑战", EN: "How it answers the challenge"}
	proposals := f.optional(r.Most)
	if len(f.challenges) > 1 {
		second = language.Text{ZH: "针对的挑战与配套对策", EN: "Challenge, and measures to go with it"}
	}
	named := map[string]bool{}
	for _, a := range proposals {
		named[a.ID] = true
	}
	for _, a := range proposals {
		p := newPiece(a.Entry, argument.Line, mainPoint)
		pieces = append(pieces, p)
		with := f.backing(a, named)
		rows = append(rows, func() []brief.Cell {
			detail := stop(a.Link.Link.Reason)
			if len(f.challenges) > 1 {
				detail = f.aim(a)
				if p.length() == argument.Line {
					detail = f.backed(detail, with)
				}
			} else if p.length() == argument.Title {
				detail = language.Text{ZH: "见论据部分", EN: "See the evidence above"}
			}
			title := clause(taken(p.Entry, argument.Title))
			return row(language.Text{ZH: bare(title.ZH), EN: title.EN}, detail, criteria)
		})
	}
	return []stretch{{pieces, func() []brief.Block {
		grid := &brief.Grid{Header: 1, Widths: optionWidths(criteria)}
		head := []brief.Cell{cell("方案", "Option")}
		if !bareOptions(criteria) {
			head = append(head, brief.Cell{Text: second})
		}
		for _, c := range criteria {
			head = append(head, brief.Cell{Text: c})
		}
		grid.Rows = append(grid.Rows, head)
		for _, row := range rows {
			grid.Rows = append(grid.Rows, row())
		}
		grid.Rows = append(grid.Rows, row(
			language.Text{ZH: "不采取新行动", EN: "No new action"},
			f.standstill(),
			criteria,
		))
		return []brief.Block{{Kind: brief.Options, Table: grid}}
	}}}
}

// standstill says what comes of no new action.
func (f *filling) standstill() language.Text {
	t := language.Text{ZH: "维持现有做法，上述挑战仍在", EN: "Present practice continues and the challenges remain"}
	if len(f.challenges) == 1 {
		t = language.Text{ZH: "维持现有做法，这项挑战仍在", EN: "Present practice continues and the challenge remains"}
	}
	return t
}

// mostBacking is how many answers are named to go with an option: the most
// direct ones, so that options can be compared at a glance.
const mostBacking = 2

// backing returns the answers that go with an option: those to its challenges
// that are neither options nor named with another, and marks them as named.
func (f *filling) backing(a proposal, named map[string]bool) []*library.Entry {
	var others []*library.Entry
	for _, i := range a.challenges {
		for _, o := range f.answers[i] {
			if !named[o.ID] && len(others) < mostBacking {
				named[o.ID] = true
				others = append(others, o.Entry)
			}
		}
	}
	return others
}

// aim names the challenges of an option.
func (f *filling) aim(a proposal) language.Text {
	var zh, en []string
	for _, i := range a.challenges {
		t := clause(taken(f.challenges[i], argument.Title))
		zh, en = append(zh, t.ZH), append(en, f.sentences.lower(t.EN))
	}
	return language.Text{ZH: strings.Join(zh, "；"), EN: upper(strings.Join(en, "; "))}
}

// backed adds to the challenges of an option what goes with it.
func (f *filling) backed(t language.Text, others []*library.Entry) language.Text {
	if len(others) == 0 {
		return t
	}
	zh, en := make([]string, 0, len(others)), make([]string, 0, len(others))
	for _, o := range others {
		title := clause(taken(o, argument.Title))
		zh, en = append(zh, "“"+bare(title.ZH)+"”"), append(en, f.sentences.lower(title.EN))
	}
	return language.Text{
		ZH: t.ZH + "；配套：" + strings.Join(zh, ""),
		EN: t.EN + "; with it: " + strings.Join(en, "; "),
	}
}

// usualCriteria are the criteria that options are held against unless the
// template names others.
var usualCriteria = []language.Text{
	{ZH: "成效", EN: "Effect"}, {ZH: "成本", EN: "Cost"}, {ZH: "可行性", EN: "Feasibility"},
}

// bareOptions reports whether a table of options has so many criteria that
// there is no room to say what each option does.
func bareOptions(criteria []language.Text) bool { return len(criteria) > len(usualCriteria) }

// optionWidths shares the measure out among an option, what it does and the
// criteria.
func optionWidths(criteria []language.Text) []float64 {
	widths, each := []float64{0.26, 0.37}, 0.37/float64(len(criteria))
	if bareOptions(criteria) {
		widths, each = []float64{0.24}, 0.76/float64(len(criteria))
	}
	for range criteria {
		widths = append(widths, each)
	}
	return widths
}

// row returns the cells of an option with its judgements left blank.
func row(option, detail language.Text, criteria []language.Text) []brief.Cell {
	cells := []brief.Cell{{Text: option}}
	if !bareOptions(criteria) {
		cells = append(cells, brief.Cell{Text: detail})
	}
	for _, c := range criteria {
		cells = append(cells, brief.Cell{Text: blank(language.Text{ZH: c.ZH, EN: strings.ToLower(c.EN)})})
	}
	return cells
}

func cell(zh, en string) brief.Cell { return brief.Cell{Text: language.Text{ZH: zh, EN: en}} }
