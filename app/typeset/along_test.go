package typeset

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
)

// linePages returns on which pages the lines of a block stand, one by one.
func linePages(doc *Document, l language.Language, id string, slot brief.Slot) (pages []int) {
	for _, y := range baselines(doc, brief.Address{Block: id, Slot: slot, Language: l}) {
		pages = append(pages, int(y[0]))
	}
	return pages
}

// under returns blocks under so many lines of Chinese text, so that a page ends
// anywhere among them.
func under(lines int, all ...brief.Block) *brief.Brief {
	return blocks(append([]brief.Block{{ID: "x", Kind: brief.Paragraph, Text: language.Text{ZH: strings.Repeat("填", 42*lines), EN: "x"}}}, all...)...)
}

func both(zh, en string) language.Text { return language.Text{ZH: zh, EN: en} }

// onOnePage is how many lines of Chinese alone a page holds, about.
const onOnePage = 36

// What stands above a table of recommendations introduces it: at least its last
// two lines stand on the table's page, or all of it.
func TestLeadInsStayWithRecommendations(t *testing.T) {
	action := func(id string) brief.Block {
		return brief.Block{ID: id, Kind: brief.Recommendation, Recommendation: &brief.Action{
			Action: both(strings.Repeat("把开放时间挪到晚上。", 12), "Open in the evening."), Owner: both("县文化馆", "The county"),
		}}
	}
	parted := 0
	for _, long := range []int{1, 6} {
		for lines := range onOnePage {
			lead := brief.Block{ID: "lead", Kind: brief.Paragraph, Text: both(strings.Repeat("我们建议走中间一条。", 4*long), "We advise the middle way.")}
			b := under(lines+2, lead, action("r1"), action("r2"))
			doc := mustSetPages(t, b, Options{Languages: []language.Language{language.ZH}})
			text, table := linePages(doc, language.ZH, "lead", ""), linePages(doc, language.ZH, "r1", brief.ActionSlot)
			along := 0
			for _, p := range text {
				if p == table[0] {
					along++
				}
			}
			if along < min(2, len(text)) {
				t.Fatalf("after %d lines: %v introduces a table on page %d", lines, text, table[0])
			}
			if along < len(text) {
				parted++
			}
			checkSplit(t, baselines(doc, brief.Address{Block: "lead", Language: language.ZH}), "lead", language.ZH)
		}
	}
	if parted < 2 {
		t.Errorf("a long introduction was parted %d times: it goes along as a whole", parted)
	}
}

// A paragraph that ends in a colon stays with the list that it announces, and
// an item with what it is divided into.
func TestListsStayWithWhatAnnouncesThem(t *testing.T) {
	for _, o := range []Options{{}, {Layout: brief.Stacked}, {Languages: []language.Language{language.ZH}}, {Style: brief.OfficialStyle, Languages: []language.Language{language.ZH}}} {
		for lines := range onOnePage {
			b := under(lines+2,
				brief.Block{ID: "lead", Kind: brief.Paragraph, Text: both("办法分两层：", "The means are of two layers:")},
				brief.Block{ID: "list", Kind: brief.List, Text: both("1. 先动钟点\n  1. 平日\n1. 再动人手\n  1. 中学生", "1. Hours\n  1. weekdays\n1. Hands\n  1. pupils")})
			doc := mustSetPages(t, b, o)
			lead, list := linePages(doc, language.ZH, "lead", ""), linePages(doc, language.ZH, "list", "")
			if len(list) != 4 || lead[0] != list[0] || list[0] != list[1] || list[2] != list[3] {
				t.Fatalf("%+v, after %d lines: announced on page %v, items on %v", o, lines, lead, list)
			}
		}
	}
}

// A pair of which one language stands under the other begins on one page if it
// is too short to be split.
func TestShortStackedPairsStayTogether(t *testing.T) {
	for lines := range onOnePage {
		b := under(lines+2, brief.Block{ID: "p", Kind: brief.Paragraph, Text: both("写完后同邻座交换。", "When you have finished, exchange with your neighbour.")})
		doc := mustSetPages(t, b, Options{Layout: brief.Stacked})
		if zh, en := linePages(doc, language.ZH, "p", ""), linePages(doc, language.EN, "p", ""); zh[0] != en[0] {
			t.Fatalf("after %d lines: Chinese on page %d, English on page %d", lines, zh[0], en[0])
		}
	}
}

// A question stands on a page with the beginning of its answer, in both
// languages; one with room to write has its lines instead.
func TestQuestionsStayWithTheirAnswers(t *testing.T) {
	for _, o := range []Options{{}, {Layout: brief.Stacked}, {Layout: brief.Facing}, {Languages: []language.Language{language.ZH}}} {
		for lines := range onOnePage {
			b := under(lines+2,
				brief.Block{ID: "q", Kind: brief.Question, Text: both("钱从哪里来？", "Who pays for it?")},
				brief.Block{ID: "a", Kind: brief.Paragraph, Text: both("由县里出。", "The county does.")})
			doc := mustSetPages(t, b, o)
			for _, l := range languagesOf(o) {
				q, a := linePages(doc, l, "q", ""), linePages(doc, l, "a", "")
				if q[0] != a[0] {
					t.Fatalf("%+v, after %d lines: asked on page %d, answered on page %d in %s", o, lines, q[0], a[0], l)
				}
			}
		}
	}
}

func languagesOf(o Options) []language.Language {
	if len(o.Languages) > 0 {
		return o.Languages
	}
	return language.Both()
}

// Who signs an official document does not do so on a page without text.
func TestSignaturesHaveTextAbove(t *testing.T) {
	carried := 0
	for length := 1; length <= 5; length += 4 {
		for lines := range 22 {
			b := under(lines, brief.Block{ID: "p", Kind: brief.Paragraph, Text: both(strings.Repeat("错峰开放，利大于弊。", 3*length), "x")})
			b.Meta.Unit, b.Meta.Date = both("县政策研究室", "County"), "2026-11-28"
			doc := mustSetPages(t, b, Options{Style: brief.OfficialStyle, Languages: []language.Language{language.ZH}})
			text, last := linePages(doc, language.ZH, "p", ""), len(doc.Pages)
			if text[len(text)-1] != last {
				t.Fatalf("after %d lines: the text ends on page %v, the signature stands on page %d", lines, text, last)
			}
			if text[0] != last {
				carried++
			}
			checkSplit(t, baselines(doc, brief.Address{Block: "p", Language: language.ZH}), "p", language.ZH)
		}
	}
	if carried == 0 {
		t.Error("the end of a long paragraph never went along alone")
	}
}

// A short timeline and the lines to write an answer on are seen as a whole.
func TestShortThingsStayWhole(t *testing.T) {
	event := func(zh, en string) brief.Event {
		return brief.Event{When: both("近年", "Lately"), Text: both(zh, en)}
	}
	for _, o := range []Options{{}, {Layout: brief.Stacked}, {Layout: brief.Facing}, {Languages: []language.Language{language.EN}}} {
		for lines := range onOnePage {
			b := under(lines+2,
				brief.Block{ID: "t", Kind: brief.Timeline, Events: []brief.Event{event("建成", "Built"), event("开门", "Opened"), event("调查", "Asked"), event("提出", "Proposed")}},
				brief.Block{ID: "q", Kind: brief.Question, Text: both("为什么？", "Why?"), Space: 40})
			doc := mustSetPages(t, b, o)
			l := doc.Languages[0]
			var pages []int
			for i := range 4 {
				pages = append(pages, linePages(doc, l, "t", brief.EventSlot.Of(i))...)
			}
			if pages[0] != pages[3] {
				t.Fatalf("%+v, after %d lines: the events stand on pages %v", o, lines, pages)
			}
			asked := doc.Pages[linePages(doc, l, "q", "")[0]-1]
			rules := 0
			for _, it := range asked.Items {
				if it.Kind == RuleItem && it.Color == (Color{0xc9, 0xd0, 0xd6}) && it.Width > 300 {
					rules++
				}
			}
			if rules < 5 {
				t.Fatalf("%+v, after %d lines: %d lines to write on stand under the question", o, lines, rules)
			}
		}
	}
}

// Neither the first source stands alone under its heading nor the last one on
// a page of its own; the note at the end does not either.
func TestSourcesAreNotOrphaned(t *testing.T) {
	for _, o := range []Options{{}, {Layout: brief.Stacked}, {Languages: []language.Language{language.EN}}} {
		for lines := range 2 * onOnePage {
			b := under(2 + lines/2)
			end := both("本简报的数字都是编的。", "The figures are made up.")
			refs := []brief.Block{{ID: "refs", Kind: brief.References}}
			if lines%2 == 0 {
				refs = append(refs, brief.Block{ID: "note", Kind: brief.Note, Text: end})
			} else {
				b.Meta.Disclaimer = end
			}
			for i := range 4 {
				b.Sources = append(b.Sources, argument.Source{ID: fmt.Sprint("s", i), Kind: "report", Title: both("调查", "A survey"), Date: "2025"})
			}
			b.Sections = append(b.Sections, brief.Section{ID: "r", Unnumbered: true, Heading: both("来源", "Sources"), Blocks: refs})
			doc := mustSetPages(t, b, o)
			perPage, last := map[int]map[int]bool{}, 0
			for _, p := range doc.Pages {
				for _, it := range p.Items {
					if it.Role == SourceRole && it.Language == doc.Languages[0] {
						if perPage[p.Number] == nil {
							perPage[p.Number] = map[int]bool{}
						}
						perPage[p.Number][it.Paragraph] = true
					}
					if it.Address.Slot == brief.DisclaimerSlot || it.Address.Block == "note" {
						last = p.Number
					}
				}
			}
			for page, all := range perPage {
				if len(all) < 2 {
					t.Fatalf("%+v, after %d lines: %d source on page %d", o, lines, len(all), page)
				}
			}
			if len(perPage[last]) == 0 {
				t.Fatalf("%+v, after %d lines: page %d has nothing but the note at the end", o, lines/2, last)
			}
		}
	}
}

// A reference does not come apart before its number.
func TestReferencesKeepTheirNumbers(t *testing.T) {
	for n := range 60 {
		b := blocks(
			brief.Block{ID: "p", Kind: brief.Paragraph, Text: both(strings.Repeat("字", n)+"见[#t]和[#t]，都在那里。", strings.Repeat("a ", n)+"see [#t] and [#t], all of it.")},
			brief.Block{ID: "t", Kind: brief.Table, Table: &brief.Grid{Header: 1, Caption: both("表", "Table"), Rows: [][]brief.Cell{{{Same: "a"}}, {{Same: "b"}}}}})
		doc := mustSetPages(t, b, Options{})
		var lines []string
		for _, l := range language.Both() {
			last := -1.0
			for _, it := range doc.Pages[0].Items {
				if it.Address != (brief.Address{Block: "p", Language: l}) {
					continue
				}
				if it.Y+it.Rise > last+1 {
					lines = append(lines, "")
				}
				last = it.Y + it.Rise
				lines[len(lines)-1] += it.Text
			}
		}
		if slices.ContainsFunc(lines, func(s string) bool { return strings.HasPrefix(s, "1") }) {
			t.Fatalf("after %d characters: %q", n, lines)
		}
	}
}
