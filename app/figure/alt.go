package figure

import (
	"fmt"
	"slices"
	"strings"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
)

// Alt says in sentences what a figure or timeline shows, for who cannot see it.
// It is empty for a picture, which only its writer can describe, and for an
// empty figure.
func Alt(b *brief.Block) language.Text {
	switch f := b.Figure; {
	case len(b.Events) > 0:
		return altEvents(b.Events)
	case f == nil:
		return language.Text{}
	case f.Form == brief.MapForm && len(f.Nodes) > 0:
		return altMap(f, f)
	case f.Form == brief.CoverageForm && len(f.Nodes) > 0:
		return altCoverage(f)
	case len(f.Data) > 0 && slices.Contains([]brief.Form{brief.BarForm, brief.LineForm, brief.DotForm}, f.Form):
		return altChart(f)
	}
	return language.Text{}
}

// AltOfPart says what a part of a map shows that [Split] shared out, with the
// links that lead to its other parts.
func AltOfPart(part, whole *brief.Figure) language.Text {
	if len(part.Nodes) == 0 {
		return language.Text{}
	}
	return altMap(part, whole)
}

// both makes a text of a function for each language.
func both(say func(l language.Language) string) language.Text {
	return language.Text{ZH: say(language.ZH), EN: say(language.EN)}
}

// list joins parts as a sentence does: 甲、乙和丙; A, B and C.
func list(parts []string, l language.Language) string {
	comma, and := "、", "和"
	if l == language.EN {
		comma, and = ", ", " and "
	}
	if n := len(parts); n > 1 {
		return strings.Join(parts[:n-1], comma) + and + parts[n-1]
	}
	return strings.Join(parts, "")
}

// named returns a label in l, or else in the other language.
func named(t language.Text, l language.Language) string {
	if s := plain(t.In(l)); s != "" {
		return s
	}
	return plain(t.In(l.Other()))
}

func altChart(f *brief.Figure) language.Text {
	kind := map[brief.Form]language.Text{
		brief.BarForm:  {ZH: "条形图", EN: "Bar chart"},
		brief.LineForm: {ZH: "折线图", EN: "Line chart"},
		brief.DotForm:  {ZH: "点图", EN: "Dot chart"},
	}[f.Form]
	return both(func(l language.Language) string {
		var parts []string
		for i := range f.Data {
			d := &f.Data[i]
			label := named(dated(d, f.Data), l)
			if f.Form == brief.LineForm {
				label = named(d.Label, l) + language.Text{ZH: "（", EN: " ("}.In(l) + language.Date(d.Date).In(l) + language.Text{ZH: "）", EN: ")"}.In(l)
			}
			parts = append(parts, label+language.Text{EN: " "}.In(l)+counted(d, l))
		}
		head := kind.In(l)
		if c := plain(f.Caption.In(l)); c != "" {
			head += language.Text{ZH: "“" + c + "”", EN: " of " + uncapital(c)}.In(l)
		}
		return language.Text{
			ZH: head + "：" + strings.Join(parts, "，") + "。",
			EN: head + ": " + list(parts, language.EN) + ".",
		}.In(l)
	})
}

// uncapital writes the first letter of a phrase small, unless the word has
// more large ones, as a name does.
func uncapital(s string) string {
	word, _, _ := strings.Cut(s, " ")
	if len(word) < 2 || word != capital(strings.ToLower(word)) {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}

// counted is a value with its unit as it is read in a sentence.
func counted(d *brief.Datum, l language.Language) string {
	s, u := write(d.Value, l), named(d.Unit, l)
	if u == "" || sign(u) || l == language.ZH {
		return s + u
	}
	return s + " " + u
}

func altEvents(events []brief.Event) language.Text {
	return both(func(l language.Language) string {
		var parts []string
		for i := range events {
			e := &events[i]
			date := plain(e.When.In(l))
			if date == "" {
				date = language.Date(e.Date).In(l)
			}
			text := strings.TrimRight(named(e.Text, l), "。.")
			if date != "" {
				text = date + language.Text{ZH: "，", EN: ": "}.In(l) + text
			}
			parts = append(parts, text)
		}
		n := len(events)
		return language.Text{
			ZH: fmt.Sprintf("时间线，共 %d 项：", n) + strings.Join(parts, "；") + "。",
			EN: "Timeline of " + some(n, "event") + ". " + strings.Join(parts, "; ") + ".",
		}.In(l)
	})
}

// some writes 1 event, 2 events.
func some(n int, name string) string {
	if n != 1 {
		name += "s"
	}
	return fmt.Sprintf("%d %s", n, name)
}

func altMap(f, whole *brief.Figure) language.Text {
	all := *whole
	all.Edges = f.Edges
	_, edges := ties(&all)
	return both(func(l language.Language) string {
		label := labels(whole, l)
		quoted := language.Text{ZH: "“%s”", EN: "‘%s’"}.In(l)
		var parts []string
		told := map[[2]string]bool{}
		for _, e := range edges {
			// All that is linked to the same in the same way is told at once.
			if told[[2]string{e.Kind, e.To}] {
				continue
			}
			told[[2]string{e.Kind, e.To}] = true
			var from []string
			for _, o := range edges {
				if o.Kind == e.Kind && o.To == e.To {
					from = append(from, fmt.Sprintf(quoted, label[o.From]))
				}
			}
			verb := argument.LinkKind(e.Kind).Name().In(l)
			if several, ok := plural[argument.LinkKind(e.Kind)]; ok && l == language.EN && len(from) > 1 {
				verb = several
			}
			gap := language.Text{EN: " "}.In(l)
			parts = append(parts, list(from, l)+gap+verb+gap+fmt.Sprintf(quoted, label[e.To]))
		}
		if len(parts) == 0 {
			for _, n := range f.Nodes {
				parts = append(parts, named(n.Label, l))
			}
		}
		return language.Text{
			ZH: fmt.Sprintf("论证图，共 %d 个论点、%d 条联系：", len(f.Nodes), len(edges)) + strings.Join(parts, "；") + "。",
			EN: "Argument map of " + some(len(f.Nodes), "argument") + " and " + some(len(edges), "link") + ". " + strings.Join(parts, "; ") + ".",
		}.In(l)
	})
}

// plural holds the English of links with several beginnings.
var plural = map[argument.LinkKind]string{
	argument.Answers: "answer", argument.Supports: "support", argument.Qualifies: "qualify",
	argument.Opposes: "oppose", argument.Cites: "cite", argument.PartOf: "are part of",
}

// labels returns the labels of nodes by their ids.
func labels(f *brief.Figure, l language.Language) map[string]string {
	out := map[string]string{}
	for _, n := range f.Nodes {
		out[n.ID] = named(n.Label, l)
	}
	return out
}

func altCoverage(f *brief.Figure) language.Text {
	return both(func(l language.Language) string {
		label := labels(f, l)
		var parts []string
		for i := range f.Nodes {
			n := &f.Nodes[i]
			if kindOf(n) != argument.Challenge {
				continue
			}
			var by []string
			for _, e := range f.Edges {
				if e.To == n.ID && argument.LinkKind(e.Kind) == argument.Answers && label[e.From] != "" {
					by = append(by, language.Text{ZH: "“" + label[e.From] + "”", EN: "‘" + label[e.From] + "’"}.In(l))
				}
			}
			if len(by) == 0 {
				parts = append(parts, language.Text{ZH: "“" + label[n.ID] + "”尚无对策", EN: "nothing answers ‘" + label[n.ID] + "’"}.In(l))
				continue
			}
			verb := " answers ‘"
			if len(by) > 1 {
				verb = " answer ‘"
			}
			parts = append(parts, language.Text{
				ZH: list(by, l) + "应对“" + label[n.ID] + "”",
				EN: list(by, l) + verb + label[n.ID] + "’",
			}.In(l))
		}
		return language.Text{
			ZH: "挑战与对策对应表：" + strings.Join(parts, "；") + "。",
			EN: "Matrix of challenges and countermeasures. " + capital(strings.Join(parts, "; ")) + ".",
		}.In(l)
	})
}
