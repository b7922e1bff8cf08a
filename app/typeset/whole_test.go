package typeset

import (
	"context"
	"math/rand/v2"
	"strings"
	"testing"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/brief/outlines"
	"celun/app/language"
)

// outlineBrief reads an outline of n pairs as a brief.
func outlineBrief(t testing.TB, n int) *brief.Brief {
	t.Helper()
	b, err := brief.FromOutline("bench.json", outlines.Of(n), brief.OutlineOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func counterOf(prefix string) func() string {
	n := 0
	return func() string {
		n++
		return prefix + string(rune('0'+n/1000%10)) + string(rune('0'+n/100%10)) + string(rune('0'+n/10%10)) + string(rune('0'+n%10))
	}
}

// All text stands on the pages, complete and in order.
func TestBenchTextIsWhole(t *testing.T) {
	all := []brief.Layout{brief.Parallel, brief.Stacked, brief.Facing, brief.Sequential}
	for n, layouts := range map[int][]brief.Layout{24: all, 240: all, 1200: all[:1]} {
		b := outlineBrief(t, n)
		for _, layout := range layouts {
			mustSet(t, b, Options{Layout: layout})
		}
	}
}

func TestRandomTextIsWhole(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 40 {
		b := randomBrief(rnd)
		o := Options{
			Layout: []brief.Layout{brief.Parallel, brief.Stacked, brief.Facing, brief.Sequential}[rnd.IntN(4)],
			Paper:  []Paper{A4, A3, Letter}[rnd.IntN(3)], Landscape: rnd.IntN(2) == 0,
			Lead: language.Both()[rnd.IntN(2)],
		}
		if rnd.IntN(4) == 0 {
			o.Languages = []language.Language{language.Both()[rnd.IntN(2)]}
		}
		mustSet(t, b, o)
	}
}

// randomBrief returns a brief with all kinds of block.
func randomBrief(rnd *rand.Rand) *brief.Brief {
	id := counterOf("x")
	text := func(longest int) language.Text {
		return language.Text{ZH: randomText(rnd, language.ZH, longest), EN: randomText(rnd, language.EN, longest)}
	}
	b := &brief.Brief{Title: text(30), Subtitle: text(20), Sources: []argument.Source{
		{ID: "a", Title: text(10), Year: "2020"}, {ID: "b", Title: text(10), URL: "https://example.org/a/b"}, {ID: "c", Title: text(5)},
	}}
	b.Meta = brief.Meta{Unit: text(5), Series: text(4), Number: text(4), Author: text(3), Audience: text(4), Contact: text(6), Date: "2026-11-22", Prevailing: language.ZH}
	kinds := []brief.Kind{
		brief.Paragraph, brief.Paragraph, brief.Heading, brief.List, brief.KeyMessages, brief.Argument, brief.Evidence,
		brief.Recommendation, brief.Table, brief.Options, brief.Note, brief.PageBreak,
	}
	for range 1 + rnd.IntN(5) {
		s := brief.Section{ID: id(), Heading: text(16), Unnumbered: rnd.IntN(4) == 0}
		for range rnd.IntN(8) {
			k := brief.Block{ID: id(), Kind: kinds[rnd.IntN(len(kinds))]}
			switch k.Kind {
			case brief.Recommendation:
				k.Recommendation = &brief.Action{Action: text(20), Owner: text(5), TimeFrame: text(5), Means: text(12), Indicator: text(12)}
			case brief.Table, brief.Options:
				k.Table = randomGrid(rnd, text)
			case brief.List, brief.KeyMessages:
				k.Text = text(30)
				more := text(30)
				k.Text.ZH += "\n" + more.ZH
				k.Text.EN += "\n" + more.EN
			case brief.Heading:
				k.Level, k.Text = 2+rnd.IntN(3), text(12)
			case brief.PageBreak:
			default:
				k.Text = text(200)
			}
			s.Blocks = append(s.Blocks, k)
		}
		b.Sections = append(b.Sections, s)
	}
	b.Sections = append(b.Sections, brief.Section{ID: id(), Blocks: []brief.Block{{ID: id(), Kind: brief.References}}})
	return b
}

func randomGrid(rnd *rand.Rand, text func(int) language.Text) *brief.Grid {
	g := &brief.Grid{Header: 1}
	if rnd.IntN(2) == 0 {
		g.Caption = text(10)
	}
	columns := 1 + rnd.IntN(5)
	for range 1 + rnd.IntN(12) {
		var row []brief.Cell
		for range columns {
			if rnd.IntN(3) == 0 {
				row = append(row, brief.Cell{Same: "12.5%"})
			} else {
				row = append(row, brief.Cell{Text: text(15)})
			}
		}
		g.Rows = append(g.Rows, row)
	}
	return g
}

// randomText returns text that has all that makes lines difficult.
func randomText(rnd *rand.Rand, l language.Language, longest int) string {
	zh := []string{
		"数字外交", "的", "治理", "能力", "，", "。", "、", "；", "“有网无用”", "《路线图》", "（试行）", "——", "……", "2022年", "27亿元", "66%",
		"ChatGPT", "GDP", "一份 2 GB 套餐", "𠮷", "，**重点**的", "，*楷体*的", "[^a]", "[^b][^c]", "文献[^=c]", "[^a|12–15]", "的__划线__与", "的..着重..与", "·", "～", "A/B", "https://example.org/x", "？！", " ", "第7期",
	}
	en := []string{
		"digital", "diplomacy", "international", "of", "the", "and", "66%", "2.7 billion", "(revised)", "“quoted”", "world’s", "—", "…",
		"small-business", "**strong**", "*emphasis*", "[^a]", "[^c][^b]", "in [^=b]", "[^c|pp. 3–4]", "__underlined__", "..stressed..", "27", "A/B", "中文", "https://example.org/a/very/long/path", "GDP", "antidisestablishmentarianism", "e.g.", "No. 7,",
	}
	words, join := zh, ""
	if l == language.EN {
		words, join = en, " "
	}
	var b strings.Builder
	for i := range 1 + rnd.IntN(longest) {
		if i > 0 {
			b.WriteString(join)
		}
		b.WriteString(words[rnd.IntN(len(words))])
	}
	return strings.TrimSpace(b.String())
}

func TestSetStopsWhenDone(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := newTestSetter(t).Set(ctx, randomBrief(rand.New(rand.NewPCG(3, 4))), Options{}); err == nil {
		t.Fatal("Set went on after its context was done")
	}
}
