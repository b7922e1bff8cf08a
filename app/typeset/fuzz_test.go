package typeset

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	"celun/app/brief"
	"celun/app/language"
)

// FuzzSet sets any two texts in all kinds of block on pages down to a few
// lines high: no text may be lost and nothing may panic.
func FuzzSet(f *testing.F) {
	f.Add("数字外交的能力差距", "digital diplomacy", uint8(0), uint8(0))
	f.Add("（《“‘，。》）——……66%27亿", "a-b/c “d” 'e' (f) — g…", uint8(9), uint8(255))
	f.Add("𠮷\u200b\u0301\u202e👍\n\t　", strings.Repeat("w", 300), uint8(3), uint8(7))
	f.Add("**a*b**c* [^x] ***", "[^][^[^a]*", uint8(17), uint8(24))
	f.Add("见^[注[#p][[x|词]]]和[#t]", "see^[a ^[b] c] [#f][[x|it]]", uint8(12), uint8(0))
	f.Add("1. 一\n  - 二\n\n3、三", "1. a\n\t- b\nc", uint8(7), uint8(3))
	f.Add("\xff\xfe", "\x00", uint8(30), uint8(1))
	setter := newTestSetter(f, WithBreaks(func(s string) []int { return []int{2, 3, 7} }))
	f.Add("__划线AB__..着重..，文献[^=a|3]", "__under line__ ..dots..", uint8(12), uint8(0xB1))
	f.Fuzz(func(t *testing.T, zh, en string, size, settings uint8) {
		if len(zh) > 2000 || len(en) > 2000 {
			return
		}
		text := language.Text{ZH: zh, EN: en}
		b := &brief.Brief{Title: text, Subtitle: text, Meta: brief.Meta{Cover: size%5 == 0, Contents: size%2 == 0, Disclaimer: text}, Sections: []brief.Section{{
			ID: "s", Heading: text, Blocks: []brief.Block{
				{ID: "p", Kind: brief.Paragraph, Text: text},
				{ID: "h", Kind: brief.Heading, Level: 3, Text: text},
				{ID: "k", Kind: brief.KeyMessages, Text: text},
				{ID: "e", Kind: brief.Evidence, Text: text},
				{ID: "l", Kind: brief.List, Text: text},
				{ID: "q", Kind: brief.Question, Text: text, Space: float64(size), Answer: text, Minutes: int(size)},
				{ID: "n", Kind: brief.Timeline, Events: []brief.Event{{Date: zh, Text: text}, {When: text, Text: text}}},
				{ID: "m", Kind: brief.TermList, Terms: []brief.Entry{{ID: "x", Term: text, Definition: text}, {Term: text, Pinyin: en}}},
				{ID: "f", Kind: brief.FigureKind, Figure: &brief.Figure{Form: brief.BarForm, Caption: text, Data: []brief.Datum{{Label: text, Value: 1}, {Label: text, Value: float64(size)}}}},
				{ID: "t", Kind: brief.Table, Table: &brief.Grid{Header: 1, Caption: text, Rows: [][]brief.Cell{
					{{Text: text}, {Same: zh}}, {{Text: text}, {Same: en}}, {{Text: text}, {}},
				}}},
			},
		}}}
		on := func(bit int) bool { return settings>>bit&1 == 1 }
		b.Meta.Page = brief.Page{
			Grid: on(0), Hanging: on(1), Tight: on(2), Phrases: on(3), Pinyin: on(4), Spread: on(5),
			Body: []brief.Size{"", "小四", "7.5", "初号"}[settings>>6],
		}
		layouts := []brief.Layout{brief.Parallel, brief.Stacked, brief.Facing, brief.Sequential}
		o := Options{Layout: layouts[size%4], Trainer: size%3 == 0}
		if _, err := setter.Set(context.Background(), b, o); err != nil {
			t.Fatal(err)
		}
		checkSmall(t, setter, b, o, 20+float64(size/4)*12)
	})
}

// checkSmall stacks b on pages of a height and compares the paragraph.
func checkSmall(t *testing.T, s *Setter, b *brief.Brief, o Options, high float64) {
	if err := complete(&o, b); err != nil {
		t.Fatal(err)
	}
	c := &composer{setter: s, ctx: context.Background(), brief: b, layout: o.Layout, lead: o.Lead, doc: &Document{Languages: o.Languages}}
	c.choose(400, 600, o)
	c.number()
	if err := c.compose(); err != nil {
		t.Fatal(err)
	}
	p := c.pager(400, high)
	p.top, p.bottom = 0, high
	p.stack(c.rows)
	c.doc.Pages = c.pages(p)
	missing := map[brief.Address]map[rune]bool{}
	for _, m := range c.doc.Missing {
		if missing[m.Address] == nil {
			missing[m.Address] = map[rune]bool{}
		}
		missing[m.Address][m.Rune] = true
	}
	got := textByAddress(c.doc)
	for _, l := range language.Both() {
		for _, at := range []brief.Address{{Block: "p", Language: l}, {Block: "t", Slot: "cell:2:0", Language: l}} {
			text, _ := b.Text(at)
			if strings.ContainsAny(text, `*[\`) || strings.Contains(text, "__") || strings.Contains(text, "..") || !utf8.ValidString(text) {
				continue
			}
			want := strings.Map(func(r rune) rune {
				switch {
				case classify(r, 0, 0, l == language.ZH) == forced:
					return ' '
				case r == '\t':
					return ' '
				case ignorable(r) || missing[at][r]:
					return -1
				}
				return r
			}, text)
			if got[at] != want {
				t.Fatalf("%+v on pages of %.0f pt:\n got %q\nwant %q", at, high, got[at], want)
			}
		}
	}
}
