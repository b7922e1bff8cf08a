package typeset

import (
	"math"
	"slices"
	"strings"
	"testing"

	"celun/app/brief"
	"celun/app/language"

	"github.com/google/go-cmp/cmp"
)

func blocks(all ...brief.Block) *brief.Brief {
	return &brief.Brief{Sections: []brief.Section{{ID: "s", Blocks: all}}}
}

// What is for trainers stands in their copy only, and nobody's numbers change
// by it.
func TestCopiesForTrainersAndParticipants(t *testing.T) {
	text := func(zh, en string) language.Text { return language.Text{ZH: zh, EN: en} }
	b := blocks(
		brief.Block{ID: "a", Kind: brief.Paragraph, Text: text("人人可读", "For all"), Minutes: 5},
		brief.Block{ID: "b", Kind: brief.Question, Text: text("先问这个", "Asked first"), For: brief.Trainer},
		brief.Block{ID: "c", Kind: brief.Question, Text: text("再问那个", "Asked next"), Minutes: 1, Space: 24, Answer: text("就是如此", "It is so")},
		brief.Block{ID: "d", Kind: brief.Paragraph, Text: text("学员才有", "For participants"), For: brief.Participant},
	)
	trainer, participant := allText(mustSet(t, b, Options{Trainer: true})), allText(mustSet(t, b, Options{}))
	for _, c := range []struct {
		text                 string
		trainer, participant bool
	}{
		{"人人可读", true, true},
		{"先问这个", true, false},
		{"Askedfirst", true, false},
		{"问题2　再问那个", false, true},
		{"问题2（1分钟）　再问那个", true, false},
		{"参考答案　就是如此", true, false},
		{"ExpectedanswerItisso", true, false},
		{"学员才有", false, true},
		{"5分钟", true, false},
		{"1minute)", true, false},
		{"仅供教员", true, false},
		{"Forthetrainer", true, false},
	} {
		if got := strings.Contains(trainer, c.text); got != c.trainer {
			t.Errorf("trainer's copy has %q: %v", c.text, got)
		}
		if got := strings.Contains(participant, c.text); got != c.participant {
			t.Errorf("participant's copy has %q: %v", c.text, got)
		}
	}
}

// The space under a question is as high as it says, ruled, and begins on the
// page of its question.
func TestSpaceToWriteIn(t *testing.T) {
	for _, layout := range []brief.Layout{brief.Parallel, brief.Stacked, brief.Facing, brief.Sequential} {
		b := blocks(
			brief.Block{ID: "q", Kind: brief.Exercise, Text: language.Text{ZH: "写", EN: "Write"}, Space: 80},
			brief.Block{ID: "p", Kind: brief.Paragraph, Text: language.Text{ZH: "后", EN: "After"}},
		)
		doc := mustSet(t, b, Options{Layout: layout})
		var above, below, ruled float64
		rules := 0
		for _, it := range doc.Pages[0].Items {
			switch {
			case it.Address.Block == "q" && it.Kind == TextItem:
				above = max(above, it.Y)
			case it.Address.Block == "p" && it.Kind == TextItem && below == 0:
				below = it.Y
			}
		}
		for _, it := range doc.Pages[0].Items {
			if it.Kind == RuleItem && it.Width > 300 && it.Y > above && it.Y < below {
				rules++
				ruled = max(ruled, it.Y)
			}
		}
		if rules != 10 || math.Abs(ruled-above-80*mm) > 25 {
			t.Errorf("%s: %d rules down to %.0f under text at %.0f", layout, rules, ruled, above)
		}
	}
}

// Each language lists terms in its own order; a page that both share follows
// the one that leads.
func TestTermsInOrder(t *testing.T) {
	terms := []brief.Entry{
		{ID: "a", Term: language.Text{ZH: "治理", EN: "governance"}},
		{ID: "b", Term: language.Text{ZH: "鸿沟", EN: "divide"}, Pinyin: "hóng gōu"},
		{ID: "c", Term: language.Text{ZH: "差距", EN: "gap"}, Definition: language.Text{ZH: "落差", EN: "A difference"}},
		{ID: "d", Term: language.Text{ZH: "长期", EN: "Éclat"}, Pinyin: "cháng qī"},
	}
	b := blocks(brief.Block{ID: "t", Kind: brief.TermList, Terms: terms})
	order := func(doc *Document, l language.Language) (ids []string) {
		for _, p := range doc.Pages {
			for _, it := range p.Items {
				if it.Role != CellRole || !strings.HasPrefix(string(it.Address.Slot), "term:") || it.Cell.Column != 0 || it.Language != l {
					continue
				}
				for i := range terms {
					if it.Address.Slot == brief.TermSlot.Of(i) && (len(ids) == 0 || ids[len(ids)-1] != terms[i].ID) {
						ids = append(ids, terms[i].ID)
					}
				}
			}
		}
		return ids
	}
	zh, en := []string{"c", "d", "b", "a"}, []string{"b", "d", "c", "a"}
	for _, c := range []struct {
		o      Options
		l      language.Language
		want   []string
		second []string
	}{
		{Options{}, language.ZH, zh, nil},
		{Options{Lead: language.EN}, language.EN, en, nil},
		{Options{Layout: brief.Stacked}, language.ZH, zh, nil},
		{Options{Layout: brief.Facing}, language.ZH, zh, en},
		{Options{Layout: brief.Sequential}, language.ZH, zh, en},
	} {
		doc := mustSet(t, b, c.o)
		if diff := cmp.Diff(c.want, order(doc, c.l)); diff != "" {
			t.Errorf("%+v: %s", c.o, diff)
		}
		if c.second != nil {
			if diff := cmp.Diff(c.second, order(doc, c.l.Other())); diff != "" {
				t.Errorf("%+v, the other language: %s", c.o, diff)
			}
		}
	}
}

// A term in a text leads to its place in the list.
func TestTermsLeadToTheirList(t *testing.T) {
	b := blocks(
		brief.Block{ID: "p", Kind: brief.Paragraph, Text: language.Text{ZH: "谈[[x|鸿沟]]", EN: "on the [[x|divide]]"}},
		brief.Block{ID: "t", Kind: brief.TermList, Terms: []brief.Entry{{ID: "x", Term: language.Text{ZH: "鸿沟", EN: "divide"}}}},
	)
	links, anchors := 0, 0
	for _, it := range mustSet(t, b, Options{Layout: brief.Facing}).Pages[0].Items {
		if it.Kind == LinkItem && it.Target == "#term-x" {
			links++
		}
		if it.Anchor == "term-x" {
			anchors++
		}
	}
	if links != 1 || anchors != 1 {
		t.Errorf("%d links and %d places", links, anchors)
	}
}

// A timeline that cannot be drawn shows dates as each language writes them,
// beside dots on a rail.
func TestTimeline(t *testing.T) {
	b := blocks(brief.Block{ID: "t", Kind: brief.Timeline, Events: []brief.Event{
		{Date: "2019", Text: language.Text{ZH: "*甲*", EN: "A"}},
		{Date: "2022-06", Text: language.Text{ZH: "乙", EN: "B"}},
		{When: language.Text{ZH: "近年", EN: "lately"}, Text: language.Text{ZH: "丙", EN: "C"}},
	}})
	doc := mustSet(t, b, Options{})
	if diff := cmp.Diff([]string{"2019年", "2022年6月", "近年"}, labelsOf(doc, language.ZH)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"2019", "June 2022", "lately"}, labelsOf(doc, language.EN)); diff != "" {
		t.Error(diff)
	}
	dots := map[float64]int{}
	for _, it := range doc.Pages[0].Items {
		if it.Kind == DotItem {
			dots[math.Round(it.X)]++
		}
	}
	if len(dots) != 2 {
		t.Errorf("dots at %v", dots)
	}
	for x, n := range dots {
		if n != 3 {
			t.Errorf("%d dots at %.0f", n, x)
		}
	}
}

// The list of contents names every numbered heading down to the second level
// with the page that it is on, in each language, and leads there.
func TestContents(t *testing.T) {
	b := specimen(t)
	for _, cover := range []bool{false, true} {
		b.Meta.Cover = cover
		for _, layout := range []brief.Layout{brief.Parallel, brief.Stacked, brief.Facing, brief.Sequential} {
			doc := mustSet(t, b, Options{Layout: layout})
			var entries []string
			found := map[language.Language]int{}
			for _, p := range doc.Pages {
				for _, it := range p.Items {
					if it.Role != ContentsRole || it.Kind != TextItem {
						continue
					}
					if it.Level > 0 {
						if n := len(entries); n == 0 || entries[n-1] == "" {
							entries = append(entries, "")
						}
						entries[len(entries)-1] += it.Text
						continue
					}
					entry := strings.ReplaceAll(entries[len(entries)-1], " ", "")
					entries = append(entries, "")
					h := slices.IndexFunc(doc.Headings, func(h Heading) bool {
						number := strings.ReplaceAll(h.Number.In(it.Language), " ", "")
						return h.Text.In(it.Language) != "" && number+strings.ReplaceAll(h.Text.In(it.Language), " ", "") == entry
					})
					if h < 0 {
						t.Errorf("%s: no heading reads %q", layout, entry)
						continue
					}
					page := doc.Headings[h].Page
					if layout == brief.Facing && it.Language == language.EN {
						page++
					}
					if got := it.Text; got != digits(page) {
						t.Errorf("%s: %q is on page %d, the list says %s", layout, entry, page, got)
					}
					found[it.Language]++
				}
			}
			for _, l := range language.Both() {
				if found[l] != 8 {
					t.Errorf("%s: %d entries in %s", layout, found[l], l)
				}
			}
			edges := 0
			for _, it := range doc.Pages[0].Items {
				if it.Kind == TextItem && it.Role == ArtifactRole {
					edges++
				}
			}
			if cover != (edges == 0) {
				t.Errorf("%s: %d texts at the edges of the first page, cover %v", layout, edges, cover)
			}
		}
	}
}

func digits(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return digits(n/10) + digits(n%10)
}

// In a crowded table an English date gives way and stands on two lines, no more,
// the year on the second; where there is room it is whole. A Chinese one always
// is, or 31日 would stand under 1月.
func TestDatesGiveWayInCrowdedTables(t *testing.T) {
	b := specimen(t)
	lines := func(o Options, langs ...language.Language) (most int) {
		doc := mustSet(t, b, o)
		for _, id := range []string{"b17", "b18", "b19"} {
			for _, l := range langs {
				most = max(most, len(baselines(doc, brief.Address{Block: id, Slot: brief.TimeFrameSlot, Language: l})))
			}
		}
		return most
	}
	if n := lines(Options{Languages: []language.Language{language.EN}}, language.EN); n != 2 {
		t.Errorf("on a narrow page an English date has %d lines", n)
	}
	for _, o := range []Options{{}, {Layout: brief.Stacked}, {Layout: brief.Facing}, {Languages: []language.Language{language.ZH}}} {
		if n := lines(o, language.ZH); n != 1 {
			t.Errorf("%v: a Chinese date has %d lines", o, n)
		}
	}
	if n := lines(Options{Landscape: true}, language.Both()...); n != 1 {
		t.Errorf("on a wide page a date has %d lines", n)
	}
}

// What a table, a figure or a timeline is introduced by stays with it.
func TestIntroductionsStay(t *testing.T) {
	for filler := range 40 {
		b := specimen(t)
		timeline, _, _ := b.Block("b24")
		options, _, _ := b.Block("b15")
		figure, _, _ := b.Block("b11")
		terms, _, _ := b.Block("b27")
		for _, blk := range []*brief.Block{timeline, options, figure, terms} {
			blk.Text = language.Text{ZH: "引出下文：", EN: "What follows:"}
			c := blocks(brief.Block{ID: "x", Kind: brief.Paragraph, Text: language.Text{ZH: strings.Repeat("填", 45*(filler+20))}}, *blk)
			doc, err := newTestSetter(t).Set(t.Context(), c, Options{Languages: []language.Language{language.ZH}})
			if err != nil {
				t.Fatal(err)
			}
			intro, next := 0, 0
			for _, p := range doc.Pages {
				for _, it := range p.Items {
					switch {
					case it.Address.Block != blk.ID:
					case it.Role == ParagraphRole && it.Address.Slot == "":
						intro = p.Number
					case next == 0:
						next = p.Number
					}
				}
			}
			if intro == 0 || intro != next {
				t.Fatalf("%s: introduced on page %d, begins on page %d", blk.Kind, intro, next)
			}
		}
	}
}
