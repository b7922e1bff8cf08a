package typeset

import (
	"math"
	"slices"
	"strings"
	"testing"

	"celun/app/brief"
	"celun/app/language"
	"celun/app/typeset/face"
)

// Chinese needs more air between its lines than Latin: 1.5 to 1.75 em.
func TestLinesStandApartAsChineseNeeds(t *testing.T) {
	for _, body := range []float64{9, 10.5, 11, 12, 16} {
		s := PolicyBrief(body)
		for name, st := range map[string]*TextStyle{"body": &s.Body, "item": &s.Item, "key": &s.Key, "evidence": &s.Evidence} {
			if em := st.Leading / st.ZH.Size; em < 1.5 || em > 1.75 {
				t.Errorf("%s at %g pt: lines are %.2f em apart", name, body, em)
			}
		}
	}
}

// What marks, gaps and breaks take does not change where a word within is
// bold, in Kai, underlined or dotted.
func TestWidthsAreThoseOfTheParagraphNotOfItsSpans(t *testing.T) {
	s := newTestSetter(t)
	for _, c := range []struct{ plain, styled string }{
		{"甲。“乙”丙", "甲。**“乙”**丙"},
		{"甲，（乙）。丙", "甲，*（乙）*。丙"},
		{"甲GDP乙", "甲__GDP__乙"},
		{"甲27乙", "甲**27**乙"},
		{"甲——乙", "甲**——**乙"},
		{"甲……乙", "甲__……__乙"},
	} {
		a := setLines(t, s, language.ZH, c.plain, 40, nil)
		b := setLines(t, s, language.ZH, c.styled, 40, nil)
		off := 0.0
		if strings.Contains(c.styled, "**27**") {
			off = 1 // bold digits are a little wider
		}
		if math.Abs(a.width-b.width) > off+0.001 {
			t.Errorf("%s takes %.2f pt, %s %.2f", c.plain, a.width, c.styled, b.width)
		}
	}
	// And lines may begin and end where they may without the marks.
	for _, c := range []struct{ text, want string }{
		{"一二三四**五**，六七八九十", "一二三四|五，六七八|九十"},
		{"一二三四**（六七**八九）甲乙丙丁戊", "一二三四|（六七八九）|甲乙丙丁戊"},
		{"一二三27*亿元*五六七八", "一二三|27亿元五|六七八"},
		{"一二三四*…*…六七八九十", "一二三四|……六七八|九十"},
	} {
		if got := shownLines(setLines(t, s, language.ZH, c.text, 5, nil)); got != c.want {
			t.Errorf("%s breaks %s, want %s", c.text, got, c.want)
		}
	}
}

// The first line of a paragraph begins two characters in, whatever stands
// before it.
func TestIndentsHoldAfterOtherBlocks(t *testing.T) {
	text := func(s string) language.Text { return language.Text{ZH: s, EN: s} }
	para := strings.Repeat("一段正文，", 12)
	befores := map[string][]brief.Block{
		"nothing":      nil,
		"a table":      {{Kind: brief.Table, Table: &brief.Grid{Header: 1, Caption: text("题"), Rows: [][]brief.Cell{{{Text: text("头")}}, {{Text: text("格")}}}}}},
		"a list":       {{Kind: brief.List, Text: text("一项\n两项")}},
		"key messages": {{Kind: brief.KeyMessages, Text: text("一条\n两条")}},
		"a note":       {{Kind: brief.Note, Text: text("注")}},
		"a heading":    {{Kind: brief.Heading, Level: 2, Text: text("题")}},
		"evidence":     {{Kind: brief.Evidence, Text: text("依据在此")}},
		"a figure": {{Kind: brief.FigureKind, Figure: &brief.Figure{
			Form: brief.BarForm, Caption: text("图"), Alt: text("图"), Data: []brief.Datum{{Label: text("甲"), Value: 3}, {Label: text("乙"), Value: 5}},
		}}},
	}
	for name, before := range befores {
		for _, layout := range []brief.Layout{brief.Parallel, brief.Stacked, brief.Sequential} {
			b := oneBlock(brief.Paragraph, para, para)
			for i := range before {
				before[i].ID = "x"
			}
			b.Sections[0].Blocks = append(slices.Clone(before), b.Sections[0].Blocks...)
			doc := mustSet(t, b, Options{Layout: layout})
			var first, next *Item
			for i := range doc.Pages[0].Items {
				it := &doc.Pages[0].Items[i]
				if it.Address != (brief.Address{Block: "p", Language: language.ZH}) {
					continue
				}
				if first == nil {
					first = it
				} else if next == nil && it.Y > first.Y+1 {
					next = it
				}
			}
			if first == nil || next == nil {
				t.Fatalf("%s, %s: the paragraph is not on the page", name, layout)
			}
			if in := (first.X - next.X) / first.Size; math.Abs(in-2) > 0.01 {
				t.Errorf("%s, %s: the paragraph begins %.2f em in", name, layout, in)
			}
		}
	}
}

// The 、 of a number is all the space there is between it and its heading,
// and further lines of the heading stand under its first character.
func TestHeadingsHangByTheirNumber(t *testing.T) {
	long := strings.Repeat("很长的标题", 12)
	b := oneBlock(brief.Paragraph, "文", "text")
	b.Sections[0].Heading = language.Text{ZH: long, EN: strings.Repeat("a long heading ", 12)}
	doc := mustSet(t, b, Options{})
	for _, l := range language.Both() {
		var starts []float64
		var number, first *Item
		y := 0.0
		for i := range doc.Pages[0].Items {
			it := &doc.Pages[0].Items[i]
			if it.Role != HeadingRole || it.Language != l {
				continue
			}
			switch {
			case number == nil:
				number = it
			case first == nil:
				first, y = it, it.Y
				starts = append(starts, it.X)
			case it.Y > y+1:
				y = it.Y
				starts = append(starts, it.X)
			}
		}
		if len(starts) < 3 {
			t.Fatalf("%s: %d lines", l, len(starts))
		}
		for _, x := range starts {
			if math.Abs(x-starts[0]) > 0.1 {
				t.Errorf("%s: the lines of the heading begin at %.1f", l, starts)
				break
			}
		}
		gap := (first.X - number.X - number.Width) / first.Size
		if l == language.ZH && (math.Abs(gap) > 0.01 || math.Abs(number.Width/number.Size-2) > 0.01) {
			t.Errorf("一、 takes %.2f em and %.2f em of space", number.Width/number.Size, gap)
		}
		if l == language.EN && (gap < -0.01 || gap > 0.8) {
			t.Errorf("the space after 1 is %.2f em", gap)
		}
	}
}

// A dash is two em wide, is no gap, and never reaches beyond its line.
func TestDashesStayInTheirLine(t *testing.T) {
	s := newTestSetter(t)
	for em := 4.0; em <= 12; em++ {
		for _, hanging := range []bool{false, true} {
			set := setLines(t, s, language.ZH, "一二三四——五六七——八九十一二——三四五六", em, func(st *TextStyle) { st.Hanging = hanging })
			for _, l := range set.lines {
				r := l.runs[len(l.runs)-1]
				if r.x+r.width > 10*em+0.01 {
					t.Errorf("%s is %.1f pt wide in %g", l, r.x+r.width, 10*em)
				}
				for _, r := range l.runs {
					for i, c := range []rune(r.text) {
						if c == '—' && math.Abs(r.advances[i]-10) > 0.7 {
							t.Errorf("a half of a dash is %.2f em wide", r.advances[i]/10)
						}
					}
				}
			}
		}
	}
}

// Curly quotes, dots and dashes of English words in a Chinese text, and of
// Chinese words in an English one, are those of the text around them.
func TestQuotesFollowTheTextTheyStandIn(t *testing.T) {
	s := newTestSetter(t)
	width := func(l language.Language, text string, r rune, change func(*TextStyle)) (float64, face.ID) {
		for _, line := range setLines(t, s, l, text, 40, change).lines {
			for _, run := range line.runs {
				for i, c := range []rune(run.text) {
					if c == r {
						return run.advances[i] / run.size, run.id
					}
				}
			}
		}
		t.Fatalf("no %c in %s", r, text)
		return 0, ""
	}
	sans := func(st *TextStyle) { st.ZH.Family, st.EN.Family = SansFamily, SansFamily }
	for _, c := range []struct {
		l     language.Language
		text  string
		r     rune
		least float64
		most  float64
	}{
		{language.ZH, "他说“open data”很好", '“', 0.95, 1.05},
		{language.ZH, "他说“open data”很好", '”', 0.95, 1.05},
		{language.ZH, "等等……完", '…', 0.95, 1.05},
		{language.EN, "the “数字外交” programme", '“', 0.3, 0.6},
		{language.EN, "the ‘数字’ one", '’', 0.15, 0.4},
		{language.EN, "and so on… done", '…', 0.6, 1.05},
		{language.EN, "it is — now", '—', 0.7, 1.05},
	} {
		w, id := width(c.l, c.text, c.r, nil)
		if w < c.least || w > c.most {
			t.Errorf("%c in “%s” is %.2f em wide", c.r, c.text, w)
		}
		if want := map[language.Language]face.ID{language.ZH: face.SerifSC, language.EN: face.Serif}[c.l]; id != want {
			t.Errorf("%c in “%s” is set in %s", c.r, c.text, id)
		}
		// A sans has one face for both languages, whose quotation marks are a
		// full em wide.
		if w, _ := width(c.l, c.text, c.r, sans); c.r != '—' && c.r != '…' && (w < c.least-0.1 || w > c.most) {
			t.Errorf("%c in “%s” is %.2f em wide in a sans", c.r, c.text, w)
		}
	}
}

// A line that cannot be filled without holes is set ragged, and the document
// says so, with its block.
func TestRaggedLinesAreReported(t *testing.T) {
	b := oneBlock(brief.Paragraph, "", strings.Repeat("a strengthlessnesslessstrengths of strengthlessnesslessstrengths ", 8))
	b.Meta.Page.Measure = "45mm"
	doc := mustSet(t, b, Options{Languages: []language.Language{language.EN}})
	for _, w := range doc.Warnings {
		if w.Code == "line-ragged" && w.Address.Block == "p" {
			return
		}
	}
	t.Errorf("warnings %v", doc.Warnings)
}

// everywhere would break a word before any letter.
type everywhere struct{}

func (everywhere) Points(word string) (at []int) {
	for i := range []rune(word) {
		at = append(at, i)
	}
	return at
}

// Two letters stay and three go, whatever the patterns say; a number, its
// sign and its unit stay together.
func TestHyphensLeaveTwoLettersAndTakeThree(t *testing.T) {
	s := NewSetter(testFaces(), WithHyphens(everywhere{}))
	for em := 3.0; em < 9; em += 0.25 {
		set := setLines(t, s, language.EN, "abcdefgh internationalisation of abcde", em, nil)
		for i, l := range set.lines {
			if !l.hyphen {
				continue
			}
			before := strings.TrimSuffix(l.String(), "-")
			before = before[strings.LastIndex(before, " ")+1:]
			after, _, _ := strings.Cut(strings.TrimSuffix(set.lines[i+1].String(), "-"), " ")
			if len(before) < 2 || len(after) < 3 && !set.lines[i+1].hyphen {
				t.Errorf("in %g em: %s-%s", em, before, after)
			}
		}
	}
}

// The columns share the page by the lengths of their texts, within limits, and
// the Chinese one is a whole number of characters wide.
func TestColumnsShareThePageByTheirTexts(t *testing.T) {
	share := func(zh, en int) float64 {
		b := oneBlock(brief.Paragraph, strings.Repeat("正文一段", zh), strings.Repeat("some words ", en))
		doc := mustSet(t, b, Options{})
		var zhRight, enLeft, left, right float64
		left, enLeft = math.Inf(1), math.Inf(1)
		for _, it := range doc.Pages[0].Items {
			if it.Role != ParagraphRole {
				continue
			}
			left, right = min(left, it.X), max(right, it.X+it.Width)
			if it.Language == language.ZH {
				zhRight = max(zhRight, it.X+it.Width)
			} else {
				enLeft = min(enLeft, it.X)
			}
		}
		if n := (zhRight - left) / PolicyBrief(10.5).Body.ZH.Size; math.Abs(n-math.Round(n)) > 0.01 {
			t.Errorf("the Chinese column is %.2f characters wide", n)
		}
		return (zhRight - left) / (right - left - (enLeft - zhRight))
	}
	long, even, short := share(60, 400), share(60, 53), share(60, 40)
	if !(long < even-0.01 && even < short-0.01) || long < 0.40 || short > 0.53 {
		t.Errorf("the Chinese column takes %.3f beside a long text, %.3f beside an even one, %.3f beside a short one", long, even, short)
	}
}
