package typeset

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
)

// proseBrief returns a brief of sections of paragraphs of many lengths.
func proseBrief(seed uint64) *brief.Brief {
	rnd := rand.New(rand.NewPCG(seed, 7))
	zh, en := "数字外交的能力差距，首先是负担能力的差距。", "The gap in digital diplomacy is first of all one of affordability. "
	b := &brief.Brief{Title: language.Text{ZH: "能力差距", EN: "The gap"}}
	for i := range 6 {
		s := brief.Section{ID: fmt.Sprint("s", i), Heading: language.Text{ZH: "问题", EN: "The problem"}}
		for j := range 8 {
			s.Blocks = append(s.Blocks, brief.Block{ID: fmt.Sprint("b", i, "-", j), Kind: brief.Paragraph, Text: language.Text{
				ZH: strings.Repeat(zh, 1+rnd.IntN(9)), EN: strings.TrimSpace(strings.Repeat(en, 1+rnd.IntN(9))),
			}})
		}
		b.Sections = append(b.Sections, s)
	}
	return b
}

// baselines returns the pages and baselines of the lines at an address.
func baselines(doc *Document, at brief.Address) (lines [][2]float64) {
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			if it.Kind != TextItem || it.Address != at || it.Role == LabelRole || it.Paragraph == 0 {
				continue
			}
			y := it.Y + it.Rise
			if n := len(lines); n == 0 || lines[n-1][0] != float64(p.Number) || math.Abs(lines[n-1][1]-y) > 0.01 {
				lines = append(lines, [2]float64{float64(p.Number), y})
			}
		}
	}
	return lines
}

// Both sides of a pair start on one baseline, and line by line on common
// ones; the next pair starts below both.
func TestPairsStartTogether(t *testing.T) {
	b := proseBrief(1)
	style := PolicyBrief(10.5)
	for _, lead := range language.Both() {
		doc := mustSet(t, b, Options{Lead: lead})
		bottom := [2]float64{}
		for _, s := range b.Sections {
			for _, k := range s.Blocks {
				zh := baselines(doc, brief.Address{Block: k.ID, Language: language.ZH})
				en := baselines(doc, brief.Address{Block: k.ID, Language: language.EN})
				for i := range min(len(zh), len(en)) {
					if zh[i][0] != en[i][0] && min(len(zh), len(en)) > i+2 || zh[i][0] == en[i][0] && !near(zh[i][1], en[i][1]) {
						t.Fatalf("%s, line %d: Chinese at %v, English at %v", k.ID, i, zh[i], en[i])
					}
				}
				first := zh[0]
				if first[0] < bottom[0] || first[0] == bottom[0] && first[1] < bottom[1]+style.Body.Leading+style.PairGap-0.01 {
					t.Fatalf("%s starts at %v, the pair above ends at %v", k.ID, first, bottom)
				}
				for _, l := range append(zh, en...) {
					if l[0] > bottom[0] || l[0] == bottom[0] && l[1] > bottom[1] {
						bottom = l
					}
				}
			}
		}
		left := doc.Pages[0]
		for _, it := range left.Items {
			if it.Role == ParagraphRole && (it.Language == lead) != (it.X < left.Width*0.42) {
				t.Fatalf("%s leads, and %s text stands at %.0f", lead, it.Language, it.X)
			}
		}
	}
}

// The items of a section on a page are in the order in which they are read:
// the leading language, then the other.
func TestReadingOrder(t *testing.T) {
	b := proseBrief(2)
	doc := mustSet(t, b, Options{Lead: language.EN})
	section := map[string]string{}
	for _, s := range b.Sections {
		for _, k := range s.Blocks {
			section[k.ID] = s.ID
		}
	}
	for _, p := range doc.Pages {
		var seen []string
		for _, it := range p.Items {
			if it.Role != ParagraphRole {
				continue
			}
			now := section[it.Address.Block] + " " + string(it.Language)
			if n := len(seen); n == 0 || seen[n-1] != now {
				seen = append(seen, now)
			}
		}
		for i, s := range seen {
			want := language.EN
			if i%2 == 1 {
				want = language.ZH
			}
			if !strings.HasSuffix(s, string(want)) {
				t.Fatalf("page %d is read as %v", p.Number, seen)
			}
		}
	}
}

func TestNumbersPerLanguage(t *testing.T) {
	heading := func(level int, id string) brief.Block {
		return brief.Block{ID: id, Kind: brief.Heading, Level: level, Text: language.Text{ZH: "题", EN: "Head"}}
	}
	b := &brief.Brief{Title: language.Text{ZH: "题", EN: "T"}, Sections: []brief.Section{
		{ID: "k", Unnumbered: true, Heading: language.Text{ZH: "要点", EN: "Key"}, Blocks: []brief.Block{heading(2, "h0")}},
		{ID: "s1", Heading: language.Text{ZH: "甲", EN: "A"}, Blocks: []brief.Block{heading(2, "h1"), heading(3, "h2"), heading(3, "h3"), heading(2, "h4"), heading(3, "h5"), heading(4, "h6")}},
		{ID: "s2", Heading: language.Text{ZH: "乙", EN: "B"}, Blocks: []brief.Block{heading(2, "h7")}},
	}}
	doc := mustSet(t, b, Options{})
	var got []string
	for _, h := range doc.Headings {
		got = append(got, fmt.Sprintf("%d %s %s", h.Level, h.Number.ZH, h.Number.EN))
	}
	want := []string{
		"1  ", "2  ", "1 一、 1", "2 （一） 1.1", "3 1. 1.1.1", "3 2. 1.1.2", "2 （二） 1.2", "3 1. 1.2.1", "4 （1） 1.2.1.1", "1 二、 2", "2 （一） 2.1",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("headings are numbered\n%q, want\n%q", got, want)
	}
	for n, want := range map[int]string{1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九", 100: "100"} {
		if got := brief.ChineseNumber(n); got != want {
			t.Errorf("%d is %s, want %s", n, got, want)
		}
	}
}

// Setting again after an edit gives what a new setter gives.
func TestSettingAgain(t *testing.T) {
	b := proseBrief(3)
	s := newTestSetter(t)
	for i := range 3 {
		b.Sections[i].Blocks[i].Text.ZH += "改了一句。"
		again, err := s.Set(context.Background(), b, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if anew := mustSet(t, b, Options{}); !reflect.DeepEqual(again, anew) {
			t.Fatal("what is kept differs from what is set anew")
		}
	}
}

func TestCitationsAndSources(t *testing.T) {
	b := &brief.Brief{Title: language.Text{ZH: "题", EN: "T"}, Sections: []brief.Section{{ID: "s", Heading: language.Text{ZH: "甲", EN: "A"}, Blocks: []brief.Block{
		{ID: "p", Kind: brief.Paragraph, Text: language.Text{ZH: "一[^c][^a]二[^x]", EN: "one[^c][^a] two[^a][^c]"}},
		{ID: "r", Kind: brief.References},
	}}}}
	for _, id := range []string{"a", "b", "c"} {
		b.Sources = append(b.Sources, argument.Source{ID: id, Kind: "web", Title: language.Text{ZH: "题" + id, EN: "Title " + id}, URL: "https://example.org/" + id})
	}
	doc := mustSet(t, b, Options{})
	got := textByAddress(doc)
	if zh := got[brief.Address{Block: "p", Language: language.ZH}]; zh != "一[1,2]二[?]" {
		t.Errorf("Chinese citations: %s", zh)
	}
	if en := got[brief.Address{Block: "p", Language: language.EN}]; en != "one[1,2] two[2,1]" {
		t.Errorf("English citations: %s", en)
	}
	list := got[brief.Address{Block: "r", Language: language.EN}]
	if c, a, u := strings.Index(list, "Title c"), strings.Index(list, "Title a"), strings.Index(list, "Title b"); c < 0 || a < c || u < a {
		t.Errorf("the list is not in order of citation: %s", list)
	}
	links := map[string]int{}
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			if it.Kind == LinkItem && !strings.HasPrefix(it.Target, "#") {
				links[it.Target]++
				if it.Width < 20 || it.Height < 5 {
					t.Errorf("a link of %.0f × %.0f pt", it.Width, it.Height)
				}
			}
		}
	}
	for _, id := range []string{"a", "b", "c"} {
		if links["https://example.org/"+id] < 2 {
			t.Errorf("links: %v", links)
		}
	}
	if len(doc.Warnings) != 1 || doc.Warnings[0].Code != "cite-unknown" {
		t.Errorf("warnings: %v", doc.Warnings)
	}
}

// A character that no face has is reported with its place and never drawn.
func TestMissingCharacters(t *testing.T) {
	b := &brief.Brief{Title: language.Text{ZH: "题", EN: "T"}, Sections: []brief.Section{
		{ID: "s1", Heading: language.Text{ZH: "甲", EN: "A"}},
		{ID: "s2", Heading: language.Text{ZH: "乙", EN: "B"}, Blocks: []brief.Block{
			{ID: "p", Kind: brief.Paragraph, Text: language.Text{ZH: "这里**有一个**\U0010FFFD字没有", EN: "fine"}},
		}},
	}}
	doc := mustSet(t, b, Options{})
	want := []Missing{{Rune: 0x10FFFD, Address: brief.Address{Block: "p", Language: language.ZH}, Offset: 9, Section: 2, Context: "里有一个\U0010FFFD字没有"}}
	if len(doc.Missing) == 1 {
		want[0].Context = doc.Missing[0].Context
		if !strings.Contains(want[0].Context, "有一个\U0010FFFD字没有") {
			t.Errorf("context %q", want[0].Context)
		}
	}
	if !reflect.DeepEqual(doc.Missing, want) {
		t.Errorf("missing %+v, want %+v", doc.Missing, want)
	}
}
