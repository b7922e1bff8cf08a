package typeset

import (
	"math"
	"slices"
	"strings"
	"testing"

	"celun/app/brief"
	"celun/app/language"
)

// settled sets a brief of plain prose with page settings.
func settled(t *testing.T, p brief.Page, o Options) *Document {
	t.Helper()
	b := plainBrief()
	b.Sections = b.Sections[:4]
	b.Meta.Page = p
	return mustSet(t, b, o)
}

// bodySizes returns the sizes of the hanzi of paragraphs.
func bodySizes(doc *Document) []float64 {
	var out []float64
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			if it.Role == ParagraphRole && it.Language == language.ZH && it.Rise == 0 && !slices.Contains(out, it.Size) {
				out = append(out, it.Size)
			}
		}
	}
	return out
}

func warned(doc *Document, code string) bool {
	return slices.ContainsFunc(doc.Warnings, func(w Warning) bool { return w.Code == code })
}

// edgesOf returns where the Chinese body lines begin and end.
func edgesOf(doc *Document) (left, right float64) {
	left = math.Inf(1)
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			if it.Role == ParagraphRole && it.Language == language.ZH {
				left, right = min(left, it.X), max(right, it.X+it.Width)
			}
		}
	}
	return left, right
}

func TestBodySizesAndMeasures(t *testing.T) {
	zh := []language.Language{language.ZH}
	for _, c := range []struct {
		name  string
		page  brief.Page
		size  float64
		width float64 // pt
	}{
		{"by style", brief.Page{}, 11, 0},
		{"小四", brief.Page{Body: "小四"}, 12, 0},
		{"points", brief.Page{Body: "13.5pt"}, 13.5, 0},
		{"28 characters", brief.Page{Body: "小四", Measure: "28字"}, 12, 28 * 12},
		{"millimetres, in whole characters", brief.Page{Body: "五号", Measure: "120mm"}, 10.5, 32 * 10.5},
	} {
		doc := settled(t, c.page, Options{Languages: zh})
		if got := bodySizes(doc); !slices.Equal(got, []float64{c.size}) {
			t.Errorf("%s: sizes %v, want %g", c.name, got, c.size)
		}
		left, right := edgesOf(doc)
		if c.width > 0 && math.Abs(right-left-c.width) > 0.1 {
			t.Errorf("%s: lines are %.2f pt wide, want %.2f", c.name, right-left, c.width)
		}
	}
	if doc := settled(t, brief.Page{Measure: "400mm"}, Options{Languages: zh}); !warned(doc, "measure-cut") {
		t.Error("a measure wider than the paper is cut and nothing is said")
	}
}

// Columns that the page is too narrow for shrink as far as type can be read,
// and then give way to stacked pairs, which is said.
func TestColumnsKeepTypeThatCanBeRead(t *testing.T) {
	for _, c := range []struct {
		page    brief.Page
		stacked bool
		least   float64
		most    float64
	}{
		{brief.Page{}, false, 10.5, 10.5},
		{brief.Page{Measure: "138mm"}, false, smallestBody, 10.2},
		{brief.Page{Measure: "100mm"}, true, 11, 11},
		{brief.Page{Body: "小二"}, true, 18, 18},
		{brief.Page{Body: "小四"}, false, 12, 12},
		{brief.Page{Body: "7.5"}, false, 7.5, 7.5},
	} {
		doc := settled(t, c.page, Options{Layout: brief.Parallel})
		if (doc.Layout == brief.Stacked) != c.stacked || warned(doc, "layout-stacked") != c.stacked {
			t.Errorf("%+v is set %s; said: %v", c.page, doc.Layout, warned(doc, "layout-stacked"))
		}
		for _, s := range bodySizes(doc) {
			if s < c.least-0.001 || s > c.most+0.001 {
				t.Errorf("%+v is set in %g pt", c.page, s)
			}
		}
		for _, p := range doc.Pages {
			for _, it := range p.Items {
				if it.Kind == TextItem && it.Rise == 0 && it.Size < smallestPrint-0.001 {
					t.Fatalf("%+v: “%s” is set in %g pt", c.page, it.Text, it.Size)
				}
			}
		}
	}
}

func TestLeadingAndLines(t *testing.T) {
	between := func(doc *Document) float64 {
		least := math.Inf(1)
		for _, p := range doc.Pages {
			var before *Item
			for i := range p.Items {
				if it := &p.Items[i]; it.Role == ParagraphRole && it.Rise == 0 {
					if before != nil && it.Y > before.Y+1 {
						least = min(least, it.Y-before.Y)
					}
					before = it
				}
			}
		}
		return least
	}
	zh := []language.Language{language.ZH}
	if got := between(settled(t, brief.Page{Body: "12", Leading: 2}, Options{Languages: zh})); math.Abs(got-24) > 0.01 {
		t.Errorf("lines are %.2f pt apart, want 24", got)
	}
	high := 297*mm - 46*mm
	if got := between(settled(t, brief.Page{Body: "12", Lines: 30}, Options{Languages: zh})); math.Abs(got-high/30) > 0.01 {
		t.Errorf("lines are %.2f pt apart, want %.2f", got, high/30)
	}
	doc := settled(t, brief.Page{Body: "初号", Lines: 80}, Options{Languages: zh})
	if !warned(doc, "lines-cut") || between(doc) < 1.2*42-0.01 {
		t.Errorf("80 lines of 42 pt are set %.2f pt apart; said: %v", between(doc), warned(doc, "lines-cut"))
	}
}

// hungLine sets one line that is one mark too long.
func hungLines(t *testing.T, change func(*TextStyle)) *lines {
	return setLines(t, newTestSetter(t), language.ZH, "一二三四五，六七八九十，甲乙丙", 5, change)
}

func TestMarksHangAtLineEnds(t *testing.T) {
	if got := shownLines(hungLines(t, nil)); got != "一二三四|五，六七八|九十，甲乙|丙" && strings.HasPrefix(got, "一二三四五，") {
		t.Fatalf("without hanging: %s", got)
	}
	set := hungLines(t, func(s *TextStyle) { s.Hanging = true })
	if got, want := shownLines(set), "一二三四五，|六七八九十，|甲乙丙"; got != want {
		t.Fatalf("got %s, want %s", got, want)
	}
	for _, l := range set.lines[:2] {
		r := l.runs[len(l.runs)-1]
		if math.Abs(r.x+r.width-50) > 0.01 || r.advances[len(r.advances)-1] > 0.01 {
			t.Errorf("the hanzi of %s end at %.2f, the mark takes %.2f", l, r.x+r.width, r.advances[len(r.advances)-1])
		}
	}
	// Dashes and ellipses are never hung.
	set = setLines(t, newTestSetter(t), language.ZH, "一二三四五——六七八九", 5, func(s *TextStyle) { s.Hanging = true })
	if got := shownLines(set); strings.HasPrefix(got, "一二三四五—") {
		t.Errorf("a dash hangs: %s", got)
	}
}

func widthOf(set *lines) float64 { return set.width }

func TestMarksSideBySide(t *testing.T) {
	s := newTestSetter(t)
	for _, c := range []struct {
		text         string
		loose, tight float64 // em
	}{
		{"甲。“乙", 3.5, 3},
		{"甲）。乙", 3.5, 3},
		{"甲（（乙", 3.5, 3},
		{"甲。乙", 3, 3},
	} {
		for _, tight := range []bool{false, true} {
			want := c.loose
			if tight {
				want = c.tight
			}
			set := setLines(t, s, language.ZH, c.text, 20, func(st *TextStyle) { st.Tight = tight })
			if got := widthOf(set) / 10; math.Abs(got-want) > 0.01 {
				t.Errorf("%s, tight %v: %.2f em, want %.2f", c.text, tight, got, want)
			}
		}
	}
}

// On a strict grid each hanzi stands in its square, whatever stands between,
// and each line on its line.
func TestStrictGrid(t *testing.T) {
	b := plainBrief()
	b.Sections = b.Sections[:6]
	for i := range b.Sections {
		b.Sections[i].Blocks = append(b.Sections[i].Blocks,
			brief.Block{ID: b.Sections[i].ID + "h", Kind: brief.Heading, Level: 2, Text: language.Text{ZH: "小标题", EN: "A heading"}},
			brief.Block{ID: b.Sections[i].ID + "n", Kind: brief.Note, Text: language.Text{ZH: "注：略。", EN: "Note."}},
			brief.Block{ID: b.Sections[i].ID + "q", Kind: brief.Paragraph, Text: language.Text{ZH: "数据（2026年，共27亿条）来自GDP司……“完”——其余从略。", EN: "x"}})
	}
	for name, o := range map[string]Options{
		"brief":    {Languages: []language.Language{language.ZH}},
		"official": {Languages: []language.Language{language.ZH}, Style: brief.OfficialStyle},
	} {
		b.Meta.Page = brief.Page{Grid: true}
		if name == "brief" {
			b.Meta.Page.Body, b.Meta.Page.Measure, b.Meta.Page.Lines = "三号", "28字", 22
		}
		doc := mustSet(t, b, o)
		size := bodySizes(doc)[0]
		left, _ := edgesOf(doc)
		left = math.Round(left*1000) / 1000
		count, top := 0, math.NaN()
		for _, p := range doc.Pages {
			lines := map[int]bool{}
			for _, it := range p.Items {
				if it.Role != ParagraphRole || it.Address.Block == "" || strings.HasSuffix(it.Address.Block, "n") {
					continue
				}
				if math.IsNaN(top) {
					top = it.Y
				}
				leading := 225 * mm / 22
				if name == "brief" {
					leading = (297 - 46) * mm / 22
				}
				n := (it.Y + it.Rise - top) / leading
				if it.Rise == 0 && math.Abs(n-math.Round(n)) > 0.01 {
					t.Fatalf("%s, page %d: “%s” stands %.2f lines below the first", name, p.Number, it.Text, n)
				}
				lines[int(math.Round(n))] = true
				x := it.X
				for k, r := range []rune(it.Text) {
					if r >= 0x4E00 && r <= 0x9FFF {
						count++
						if c := (x - left) / size; math.Abs(c-math.Round(c)) > 0.01 {
							t.Fatalf("%s, page %d: %c in “%s” stands %.3f squares from the left", name, p.Number, r, it.Text, c)
						}
					}
					x += it.Advances[k]
				}
			}
			if len(lines) > 22 {
				t.Errorf("%s: page %d has %d lines", name, p.Number, len(lines))
			}
		}
		if count < 1000 {
			t.Errorf("%s: only %d hanzi were looked at", name, count)
		}
	}
}

// Names of two characters are spread to the width of those of three.
func TestNamesAreSpread(t *testing.T) {
	cell := func(zh, en string) brief.Cell { return brief.Cell{Text: language.Text{ZH: zh, EN: en}} }
	b := oneBlock(brief.Table, "", "")
	b.Sections[0].Blocks[0].Table = &brief.Grid{Header: 1, Rows: [][]brief.Cell{
		{cell("姓名", "Name"), cell("职责", "Duty")},
		{cell("李明", "Li Ming"), cell("牵头", "leads")},
		{cell("欧阳文", "Ouyang Wen"), cell("配合各方落实", "helps all others to get it done")},
	}}
	for _, o := range []Options{{}, {Layout: brief.Facing}, {Languages: []language.Language{language.ZH}}} {
		for _, spread := range []bool{false, true} {
			b.Meta.Page.Spread = spread
			doc := mustSet(t, b, o)
			got := map[string]float64{}
			for _, it := range doc.Pages[0].Items {
				if it.Role == CellRole {
					got[it.Text] = it.Width / it.Size
				}
			}
			want := 2.0
			if spread {
				want = 3
			}
			if math.Abs(got["李明"]-want) > 0.01 || math.Abs(got["欧阳文"]-3) > 0.01 || math.Abs(got["牵头"]-2) > 0.01 {
				t.Errorf("%+v, spread %v: %v", o, spread, got)
			}
		}
	}
}

// With phrase breaks the lines of running text end between words.
func TestRunningTextBreaksBetweenPhrases(t *testing.T) {
	text := strings.Repeat("经济社会发展", 30)
	breaks := func(s string) []int {
		var out []int
		for i := 2; i < len([]rune(s)); i += 2 {
			out = append(out, i)
		}
		return out
	}
	within := func(phrases bool) int {
		b := oneBlock(brief.Paragraph, text, "")
		b.Meta.Page = brief.Page{Phrases: phrases, Measure: "25字"}
		doc, err := newTestSetter(t, WithBreaks(breaks)).Set(t.Context(), b, Options{Languages: []language.Language{language.ZH}})
		if err != nil {
			t.Fatal(err)
		}
		n, at := 0, 0
		for _, it := range doc.Pages[0].Items {
			if it.Role == ParagraphRole {
				if at%2 == 1 {
					n++
				}
				at += len([]rune(it.Text))
			}
		}
		return n
	}
	if n := within(true); n > 0 {
		t.Errorf("%d lines begin within a word", n)
	}
	if within(false) == 0 {
		t.Error("the case needs no phrases")
	}
}

// The numbers and signs before a text are no part of it: they stand on one
// line on a grid too, and have no pinyin.
func TestNumbersAreLeftAloneBySettings(t *testing.T) {
	text := strings.Repeat("一条要点的文字，", 6)
	b := oneBlock(brief.KeyMessages, text+"\n"+text, "")
	b.Sections[0].Blocks = append(b.Sections[0].Blocks,
		brief.Block{ID: "l", Kind: brief.List, Text: language.Text{ZH: text + "\n\t" + text}},
		brief.Block{ID: "e", Kind: brief.Evidence, Text: language.Text{ZH: text}})
	for _, page := range []brief.Page{{Grid: true}, {Pinyin: true}, {Grid: true, Pinyin: true, Hanging: true}} {
		b.Meta.Page = page
		doc := mustSet(t, b, Options{Languages: []language.Language{language.ZH}})
		labels, readings, hanzi := map[string]int{}, 0, 0
		for _, p := range doc.Pages {
			for _, it := range p.Items {
				switch {
				case it.Role == LabelRole:
					labels[it.Text]++
				case it.Kind == TextItem && it.Role == ArtifactRole && it.Rise > 0:
					readings++
				case it.Role == ItemRole || it.Role == ParagraphRole && !strings.Contains(it.Text, "依据"):
					for _, r := range it.Text {
						if r >= 0x4E00 && r <= 0x9FFF {
							hanzi++
						}
					}
				}
			}
		}
		if labels["1."] < 1 || labels["2."] < 1 {
			t.Errorf("%+v: the numbers are %v", page, labels)
		}
		if page.Pinyin && readings != hanzi || !page.Pinyin && readings > 0 {
			t.Errorf("%+v: %d readings over %d hanzi", page, readings, hanzi)
		}
	}
}
