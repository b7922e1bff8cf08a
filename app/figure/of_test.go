package figure_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/figure"
	"celun/app/language"
)

func number(v float64) *float64 { return &v }

func evidence(id, zh, en, value string, v float64, unit, date string) *argument.Argument {
	return &argument.Argument{
		ID: id, Kind: argument.EvidenceKind, Title: pair(zh, en),
		Evidence: &argument.Evidence{Value: value, Number: number(v), Unit: unit, Date: date},
	}
}

func TestChartsFromEvidence(t *testing.T) {
	for _, c := range []struct {
		name          string
		evidence      []*argument.Argument
		zh, en        string // labels, the greatest value first
		caption, unit language.Text
	}{
		{
			"coverage",
			[]*argument.Argument{
				evidence("E17", "全球互联网覆盖率66%", "Internet coverage worldwide is 66%", "66%", 66, "% internet coverage", ""),
				evidence("E18", "北美互联网覆盖率95%", "Internet coverage in North America is 95%", "95%", 95, "% internet coverage", ""),
				evidence("E19", "非洲互联网覆盖率35%", "Internet coverage in Africa is 35%", "35%", 35, "% internet coverage", ""),
			},
			"北美 全球 非洲", "North America|Worldwide|Africa",
			pair("互联网覆盖率[^s1]", "Internet coverage[^s1]"), pair("%", "%"),
		},
		{
			"people",
			[]*argument.Argument{
				evidence("E1", "约27亿人离线", "About 2.7 billion people are offline", "约27亿人", 2.7e9, "people", ""),
				evidence("E2", "农村离线人口更多", "Most of them live in villages", "约20亿人", 2e9, "people", ""),
			},
			"离线 农村离线人口更多", "About 2.7 billion people are offline|Most of them live in villages",
			language.Text{},
			pair("人", "people"),
		},
		{
			"another unit is left out",
			[]*argument.Argument{
				evidence("E1", "甲地5次", "Five in A", "5次", 5, "breaches", ""),
				evidence("E2", "乙地95%", "95% in B", "95%", 95, "%", ""),
			},
			"甲地", "Five in A",
			language.Text{},
			pair("次", "breaches"),
		},
	} {
		b := figure.ChartOf(brief.BarForm, c.evidence, "s1")
		var zh, en []string
		for _, d := range b.Figure.Data {
			zh, en = append(zh, d.Label.ZH), append(en, d.Label.EN)
			if d.Unit != c.unit || d.Evidence == "" {
				t.Errorf("%s: unit %v of evidence %q", c.name, d.Unit, d.Evidence)
			}
		}
		if strings.Join(zh, " ") != c.zh || strings.Join(en, "|") != c.en || b.Figure.Caption != c.caption {
			t.Errorf("%s: %q, %q, caption %v", c.name, zh, en, b.Figure.Caption)
		}
		if !b.Figure.Alt.IsEmpty() || figure.Alt(b).IsEmpty() {
			t.Errorf("%s: a description is written down, %v, or there is none", c.name, b.Figure.Alt)
		}
	}
}

func TestOnlyValuesOfOneUnitAreComparable(t *testing.T) {
	var got []string
	for _, group := range figure.Comparable(take(pack(t), func(*argument.Argument) bool { return true })) {
		var ids []string
		for _, a := range group {
			ids = append(ids, a.ID)
		}
		got = append(got, strings.Join(ids, " "))
	}
	if want := []string{"E17 E18 E19"}; !slices.Equal(got, want) {
		t.Errorf("comparable in the pack: %q, want %q", got, want)
	}
}

func TestAlt(t *testing.T) {
	node := func(id, kind, zh, en string) brief.Node {
		return brief.Node{ID: id, Kind: kind, Label: pair(zh, en)}
	}
	nodes := []brief.Node{
		node("C1", "challenge", "监管乏力", "Weak oversight"), node("C2", "challenge", "差距扩大", "Widening gaps"),
		node("M1", "countermeasure", "健全规范", "Set rules"), node("M2", "countermeasure", "培养人才", "Train staff"),
	}
	edges := []brief.Edge{{From: "M1", To: "C1", Kind: "answers"}, {From: "M2", To: "C1", Kind: "answers"}, {From: "M2", To: "X", Kind: "answers"}}
	bars := chart(brief.BarForm, "%", 95, 66, 35)
	bars.Figure.Caption = pair("互联网覆盖率[^s]", "Internet coverage[^s]")
	lines := chart(brief.LineForm, "人", 2.7e9)
	lines.Figure.Data[0].Date, lines.Figure.Data[0].Unit = "2021", pair("人", "people")
	for _, c := range []struct {
		b    *brief.Block
		want language.Text
	}{
		{bars, pair("条形图“互联网覆盖率”：北美95%，全球66%，非洲35%。", "Bar chart of internet coverage: North America 95%, Worldwide 66% and Africa 35%.")},
		{lines, pair("折线图：北美（2021年）27亿人。", "Line chart: North America (2021) 2.7 billion people.")},
		{
			&brief.Block{Events: []brief.Event{{Date: "2002", Text: pair("开始。", "It begins.")}, {When: pair("目前", "Now"), Text: pair("继续", "It goes on")}}},
			pair("时间线，共 2 项：2002年，开始；目前，继续。", "Timeline of 2 events. 2002: It begins; Now: It goes on."),
		},
		{
			&brief.Block{Figure: &brief.Figure{Form: brief.MapForm, Nodes: nodes, Edges: edges}},
			pair("论证图，共 4 个论点、2 条联系：“健全规范”和“培养人才”应对“监管乏力”。",
				"Argument map of 4 arguments and 2 links. ‘Set rules’ and ‘Train staff’ answer ‘Weak oversight’."),
		},
		{
			&brief.Block{Figure: &brief.Figure{Form: brief.CoverageForm, Nodes: nodes, Edges: edges}},
			pair("挑战与对策对应表：“健全规范”和“培养人才”应对“监管乏力”；“差距扩大”尚无对策。",
				"Matrix of challenges and countermeasures. ‘Set rules’ and ‘Train staff’ answer ‘Weak oversight’; nothing answers ‘Widening gaps’."),
		},
		{&brief.Block{Figure: &brief.Figure{Form: brief.PictureForm, Media: "media/a.png"}}, language.Text{}},
		{&brief.Block{}, language.Text{}},
	} {
		if got := figure.Alt(c.b); got != c.want {
			t.Errorf("%s\n%s", got.ZH, got.EN)
		}
	}
}

// Every argument of a map that is split stands on one of the maps under its
// number, and every link is drawn whole on one, or ends on two in an arrow
// with the number of its other end.
func TestSplit(t *testing.T) {
	all := figure.MapOf(take(pack(t), func(*argument.Argument) bool { return true })).Figure
	all.Alt = pair("全图", "The whole")
	all.Nodes[len(all.Nodes)-1].Number = 0
	maps := figure.Split(all, nil)
	seen, times := map[string]int{}, map[string]int{}
	ends, told := map[brief.Edge]int{}, map[string]string{}
	for i, m := range maps {
		if len(m.Nodes) > figure.MaxNodes || len(m.Nodes) == 0 {
			t.Errorf("map %d has %d nodes", i, len(m.Nodes))
		}
		here := map[string]bool{}
		for _, n := range m.Nodes {
			if seen[n.ID] != 0 && seen[n.ID] != n.Number || n.Number == 0 {
				t.Errorf("%s is number %d and %d", n.ID, seen[n.ID], n.Number)
			}
			seen[n.ID], here[n.ID] = n.Number, true
			if times[n.ID]++; times[n.ID] > 1 && n.Kind != string(argument.Challenge) {
				t.Errorf("%s stands on several maps", n.ID)
			}
		}
		for _, e := range m.Edges {
			if ends[e]++; here[e.From] && here[e.To] {
				ends[e]++
			}
		}
		if !m.Alt.IsEmpty() {
			t.Errorf("map %d is described as the whole", i)
		}
		d, err := figure.Draw(&brief.Block{Figure: m}, figure.Options{Width: 900, Languages: language.Both(), Measure: measure, Whole: all})
		if err != nil {
			t.Fatal(err)
		}
		told[m.Nodes[0].ID] = "|" + strings.Join(texts(d, language.ZH), "|") + "|"
	}
	if len(seen) != len(all.Nodes) {
		t.Errorf("%d of %d arguments are on the maps", len(seen), len(all.Nodes))
	}
	split := 0
	for _, e := range all.Edges {
		if ends[e] != 2 {
			t.Errorf("%v has %d ends", e, ends[e])
		}
	}
	for _, m := range maps {
		for _, e := range m.Edges {
			from := slices.ContainsFunc(m.Nodes, func(n brief.Node) bool { return n.ID == e.From })
			to := slices.ContainsFunc(m.Nodes, func(n brief.Node) bool { return n.ID == e.To })
			far := e.To
			if !from {
				far = e.From
			}
			if from != to {
				split++
				if number := "|" + strconv.Itoa(seen[far]) + "|"; !strings.Contains(told[m.Nodes[0].ID], number) {
					t.Errorf("the arrow of %v does not say %s", e, number)
				}
			}
			if alt := figure.AltOfPart(m, all); from != to && !strings.Contains(alt.EN, label(all, e.To).EN) {
				t.Errorf("%v is not told of: %s", e, alt.EN)
			}
		}
	}
	if split == 0 {
		t.Error("no link leads from one map to another")
	}
	small := figure.MapOf(take(pack(t), func(a *argument.Argument) bool { return a.Kind == argument.Challenge })).Figure
	if got := figure.Split(small, nil); len(got) != 1 || got[0] != small {
		t.Errorf("a small map becomes %d", len(got))
	}
}

func label(f *brief.Figure, id string) language.Text {
	return f.Nodes[slices.IndexFunc(f.Nodes, func(n brief.Node) bool { return n.ID == id })].Label
}

func TestCoverageShowsWhatNothingAnswers(t *testing.T) {
	p := pack(t)
	b := figure.CoverageOf(take(p, func(a *argument.Argument) bool {
		return a.Kind == argument.Challenge || a.Kind == argument.Countermeasure
	}))
	for _, n := range b.Figure.Nodes {
		if n.ID == "M2" || n.ID == "M3" {
			t.Errorf("%s answers by its parts alone and has a row", n.ID)
		}
	}
	d := draw(t, b, 480, language.Both()...)
	inside(t, d)
	if all := strings.Join(texts(d, language.EN), "|"); strings.Contains(all, "no answer") {
		t.Error("a challenge that is answered is said to be open")
	}
	b.Figure.Nodes = append(b.Figure.Nodes, brief.Node{ID: "C9", Kind: "challenge", Label: pair("另一挑战", "Another challenge")})
	d = draw(t, b, 480, language.Both()...)
	if all := fmt.Sprint(texts(d, language.EN), texts(d, language.ZH)); !strings.Contains(all, "no answer") || !strings.Contains(all, "尚无对策") {
		t.Errorf("the open challenge is not shown: %s", all)
	}
}
