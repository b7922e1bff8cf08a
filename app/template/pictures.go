package template

import (
	"slices"
	"strings"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"
)

// mostNodes is how many nodes of a map can be read on one page.
const mostNodes = 30

// nodes returns what a map of the chosen challenges shows, in the order in
// which it is numbered: what the article concludes, the challenges, their
// answers and their evidence. Evidence gives way when there is too much.
func (f *filling) nodes(r Rule) []*library.Entry {
	most := mostNodes
	if r.Most > 0 {
		most = min(most, r.Most)
	}
	has := func(w With) bool { return len(r.With) == 0 || slices.Contains(r.With, w) }
	var all []*library.Entry
	add := func(e *library.Entry) {
		if len(all) < most && !slices.Contains(all, e) {
			all = append(all, e)
		}
	}
	if c := f.conclusions(); len(c) > 0 && len(f.challenges) > 1 {
		add(c[0])
	}
	for _, c := range f.challenges {
		add(c)
	}
	if has(WithAnswers) {
		for turn := range most {
			for i := range f.challenges {
				if turn < len(f.answers[i]) {
					add(f.answers[i][turn].Entry)
				}
			}
		}
	}
	if has(WithEvidence) {
		for _, s := range f.proven() {
			add(s.Entry)
		}
	}
	return all
}

// edges returns the links among nodes. What the article concludes takes in the
// challenges.
func (f *filling) edges(nodes []*library.Entry) []brief.Edge {
	in := func(id string) bool {
		return slices.ContainsFunc(nodes, func(e *library.Entry) bool { return e.ID == id })
	}
	var all []brief.Edge
	for _, e := range nodes {
		for _, l := range e.Links {
			if in(l.To) && slices.Contains([]argument.LinkKind{argument.Answers, argument.Supports, argument.Qualifies, argument.Opposes}, l.Kind) {
				all = append(all, brief.Edge{From: e.ID, To: l.To, Kind: string(l.Kind)})
			}
		}
		if e.Kind == argument.Challenge {
			for _, c := range nodes {
				if c.Kind == argument.Conclusion {
					all = append(all, brief.Edge{From: e.ID, To: c.ID, Kind: string(argument.PartOf)})
				}
			}
		}
	}
	return all
}

// argumentMap sets a map of the argument. Its nodes are numbered as the table
// of claims numbers them, if the template has one. What it shows is not written
// down for who cannot see it: the pages say it of the map as it is then.
func (f *filling) argumentMap(r Rule) []stretch {
	entries := f.nodes(r)
	counted := entries
	for i := range f.template.Sections {
		for _, o := range f.template.Sections[i].Fill {
			if o.As == Claims {
				counted = f.nodes(o)
			}
		}
	}
	fig := &brief.Figure{Form: brief.MapForm, Edges: f.edges(entries)}
	for _, e := range entries {
		n := slices.Index(counted, e) + 1 // 0, no number, for what the table has no room for
		fig.Nodes = append(fig.Nodes, brief.Node{ID: e.ID, Kind: string(e.Kind), Label: f.label(e), Number: n})
	}
	fig.Caption = f.caption(r.Text, language.Text{ZH: "论证图", EN: "Map of the argument"})
	return []stretch{fixed(brief.Block{Kind: brief.FigureKind, Figure: fig})}
}

// label returns what stands in a node.
func (f *filling) label(e *library.Entry) language.Text {
	t := clause(e.Title)
	if e.Kind == argument.Countermeasure {
		t.ZH = bare(t.ZH)
	}
	return t
}

func (f *filling) caption(t, usual language.Text) language.Text {
	if t, ok := f.filledIn(t); ok && !t.IsEmpty() {
		return t
	}
	return usual
}

// coverage sets a matrix of challenges by countermeasures.
func (f *filling) coverage(r Rule) []stretch {
	entries := f.nodes(Rule{With: []With{WithAnswers}})
	entries = slices.DeleteFunc(entries, func(e *library.Entry) bool { return e.Kind == argument.Conclusion })
	fig := &brief.Figure{Form: brief.CoverageForm}
	for n, e := range entries {
		fig.Nodes = append(fig.Nodes, brief.Node{ID: e.ID, Kind: string(e.Kind), Label: f.label(e), Number: n + 1})
	}
	fig.Edges = slices.DeleteFunc(f.edges(entries), func(e brief.Edge) bool { return e.Kind != string(argument.Answers) })
	if len(fig.Edges) == 0 {
		return nil
	}
	fig.Caption = f.caption(r.Text, language.Text{ZH: "哪项对策应对哪项挑战", EN: "Which countermeasure answers which challenge"})
	return []stretch{fixed(brief.Block{Kind: brief.FigureKind, Figure: fig})}
}

// kindName names the kinds that a map shows.
var kindName = map[argument.Kind]language.Text{
	argument.Conclusion:     {ZH: "结论", EN: "Conclusion"},
	argument.Challenge:      {ZH: "挑战", EN: "Challenge"},
	argument.Countermeasure: {ZH: "对策", EN: "Countermeasure"},
	argument.EvidenceKind:   {ZH: "证据", EN: "Evidence"},
}

// claimsTable sets a table of what the map shows, in full, under the same
// numbers: what it is, what it says, on which it bears, and where it stands.
func (f *filling) claimsTable(r Rule) []stretch {
	entries := f.nodes(r)
	var pieces []*piece
	for _, e := range entries {
		p := newPiece(e, argument.Line, furtherEvidence)
		if e.Kind == argument.EvidenceKind {
			p.lengths = p.lengths[:1]
		}
		pieces = append(pieces, p)
	}
	edges := f.edges(entries)
	return []stretch{{pieces, func() []brief.Block {
		g := &brief.Grid{Header: 1, Widths: []float64{0.07, 0.13, 0.47, 0.13, 0.2}, Rows: [][]brief.Cell{
			{cell("编号", "No."), cell("类型", "Kind"), cell("论点", "Claim"), cell("指向", "Bears on"), cell("出处", "Place")},
		}}
		for n, p := range pieces {
			t := stop(taken(p.Entry, p.length()))
			if p.Kind == argument.Countermeasure {
				t = f.sentences.proposes(t, 0)
			} else {
				t = f.sentences.claims(t, p.Claim, 0)
			}
			g.Rows = append(g.Rows, []brief.Cell{
				{Same: digits(n + 1)}, {Text: kindName[p.Kind]}, {Text: t}, bears(p.Entry, entries, edges), f.placed(p.Entry),
			})
		}
		return []brief.Block{{Kind: brief.Table, Table: g}}
	}}}
}

// bears returns the numbers of what an entry bears on.
func bears(e *library.Entry, entries []*library.Entry, edges []brief.Edge) brief.Cell {
	var numbers []string
	for _, l := range edges {
		if l.From == e.ID {
			at := slices.IndexFunc(entries, func(o *library.Entry) bool { return o.ID == l.To })
			numbers = append(numbers, digits(at+1))
		}
	}
	if len(numbers) == 0 {
		return brief.Cell{Same: "—"}
	}
	return brief.Cell{Same: strings.Join(numbers, ", ")}
}
