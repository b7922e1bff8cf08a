package typeset

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"celun/app/brief"
	"celun/app/language"
)

// A measured document is what a reader with a ruler finds on the pages: it
// knows the page list and the faces, and nothing of how lines were made.
type measured struct {
	lines               int // of running text, last lines of paragraphs left out
	ragged              int
	hyphens, row        int // lines that end in one, and the longest row of such lines
	starts, ends, edges []string
	pitch, gap, space   []float64 // em
	splits, narrow      int       // rows over two pages, and those with fewer than two lines of a side before or after
	pages               int
	englishLines        int
}

// A ruled line is the items of one line of one passage.
type ruled struct {
	page  int
	items []*Item
}

func (r ruled) text() string {
	var b strings.Builder
	for _, it := range r.items {
		b.WriteString(it.Text)
	}
	return strings.TrimRight(b.String(), " ")
}

// right returns where the ink box of the line ends.
func (r ruled) right() float64 {
	it := r.items[len(r.items)-1]
	return it.X + it.Width
}

const (
	neverFirst = "、，；：。！？）》〉」』】〕”’·～…,.;:!?)]%‰℃"
	neverLast  = "（《〈「『【〔“‘([$￥"
)

// measure measures the running text of doc: paragraphs and items that are
// set justified.
func measure(t testing.TB, doc *Document) measured {
	t.Helper()
	m := measured{pages: len(doc.Pages)}
	var all []ruled
	last := map[int]int{} // passage to the index of its last line
	edge := map[string]float64{}
	for i := range doc.Pages {
		pg := &doc.Pages[i]
		for k := range pg.Items {
			it := &pg.Items[k]
			if it.Kind != TextItem || it.Role != ParagraphRole && it.Role != ItemRole {
				continue
			}
			n := len(all)
			if n > 0 {
				if b := all[n-1].items[0]; all[n-1].page == i && b.Paragraph == it.Paragraph && math.Abs(b.Y+b.Rise-it.Y-it.Rise) < 0.01 {
					all[n-1].items = append(all[n-1].items, it)
					last[it.Paragraph] = n - 1
					continue
				}
			}
			all = append(all, ruled{i, []*Item{it}})
			last[it.Paragraph] = n
		}
	}
	key := func(l ruled) string { return fmt.Sprint(l.items[0].Language, l.items[0].Role) }
	for _, l := range all {
		edge[key(l)] = max(edge[key(l)], l.right())
	}
	run := 0
	for i, l := range all {
		it := l.items[0]
		m.marks(l, i == 0 || all[i-1].items[0].Paragraph != it.Paragraph, last[it.Paragraph] == i)
		m.within(t, l)
		if last[it.Paragraph] == i {
			run = 0
			continue
		}
		m.lines++
		if run++; !l.items[len(l.items)-1].Hyphen {
			run = 0
		} else {
			m.hyphens++
		}
		m.row = max(m.row, run)
		if it.Language == language.EN {
			m.englishLines++
		}
		if off := edge[key(l)] - l.right(); off > 0.02 {
			m.ragged++
			m.edges = append(m.edges, fmt.Sprintf("%.2f pt %s", off, l.text()))
		}
	}
	m.split(all, doc.Layout == brief.Parallel)
	for _, s := range [][]float64{m.pitch, m.gap, m.space} {
		slices.Sort(s)
	}
	return m
}

// marks notes a line that begins or ends as none may.
func (m *measured) marks(l ruled, first, last bool) {
	text := []rune(l.text())
	if len(text) == 0 {
		return
	}
	if !first && l.items[0].Rise == 0 && strings.ContainsRune(neverFirst, text[0]) {
		m.starts = append(m.starts, string(text))
	}
	if !last && strings.ContainsRune(neverLast, text[len(text)-1]) {
		m.ends = append(m.ends, string(text))
	}
}

// A spot is a glyph on its line.
type spot struct {
	r        rune
	x, width float64 // where its own box begins, and how wide the face draws it
	size     float64
	advance  float64
	super    bool
}

// within measures between the characters of a line.
func (m *measured) within(t testing.TB, l ruled) {
	var spots []spot
	for _, it := range l.items {
		f, err := testFaces().Face(it.Face)
		if err != nil {
			t.Fatal(err)
		}
		x := it.X
		for i, r := range []rune(it.Text) {
			s := spot{r, x, float64(f.Advance(f.Glyph(r))) * it.Size / float64(f.UnitsPerEm()), it.Size, it.Advances[i], it.Rise > 1.5}
			if it.Shifts != nil {
				s.x += it.Shifts[i]
			}
			spots = append(spots, s)
			x += it.Advances[i]
		}
	}
	hanzi := func(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF }
	western := func(r rune) bool { return r >= '0' && r <= '9' || latinLetter(r) }
	chinese := l.items[0].Language == language.ZH
	for i := 1; i < len(spots); i++ {
		a, b := spots[i-1], spots[i]
		if a.super || b.super {
			continue
		}
		switch {
		case hanzi(a.r) && hanzi(b.r) && chinese:
			m.pitch = append(m.pitch, (b.x-a.x)/b.size)
		case chinese && (hanzi(a.r) && western(b.r) || western(a.r) && hanzi(b.r)):
			m.gap = append(m.gap, (b.x-a.x-a.width)/max(a.size, b.size))
		case b.r == ' ' && i+1 < len(spots) && western(a.r) && western(spots[i+1].r) && !chinese:
			m.space = append(m.space, (spots[i+1].x-a.x-a.width)/b.size)
		}
	}
}

// split counts the rows that stand on two pages. Where the sides of a row do
// not stand together each is looked at by itself.
func (m *measured) split(all []ruled, together bool) {
	type side struct {
		block string
		at    int
		l     language.Language
	}
	lines := map[side]map[int]int{} // lines by page
	pages := map[string]map[int]bool{}
	for _, l := range all {
		it := l.items[0]
		s := side{it.Address.Block, 0, it.Language}
		if it.Role != ParagraphRole {
			continue
		}
		if lines[s] == nil {
			lines[s] = map[int]int{}
		}
		lines[s][l.page]++
		if pages[s.block] == nil {
			pages[s.block] = map[int]bool{}
		}
		pages[s.block][l.page] = true
	}
	for block, on := range pages {
		if len(on) < 2 {
			continue
		}
		m.splits++
		for _, l := range language.Both() {
			n := lines[side{block, 0, l}]
			for page := range on {
				if n != nil && n[page] < minStay && (together || n[page] > 0 && len(n) > 1) {
					m.narrow++
				}
			}
		}
	}
}

func at(sorted []float64, share float64) float64 {
	if len(sorted) == 0 {
		return 0
	}
	return sorted[min(len(sorted)-1, int(share*float64(len(sorted))))]
}

func (m *measured) String() string {
	return fmt.Sprintf("%d pages, %d lines (%d English), %d ragged, %d hyphens (%d in a row), %d bad starts, %d bad ends; pitch p99 %.3f max %.3f (%d); gap %.3f–%.3f median %.3f (%d); word space p50 %.3f p95 %.3f max %.3f (%d); %d rows split, %d badly",
		m.pages, m.lines, m.englishLines, m.ragged, m.hyphens, m.row, len(m.starts), len(m.ends), at(m.pitch, 0.99), at(m.pitch, 1), len(m.pitch),
		at(m.gap, 0), at(m.gap, 1), at(m.gap, 0.5), len(m.gap), at(m.space, 0.5), at(m.space, 0.95), at(m.space, 1), len(m.space), m.splits, m.narrow)
}

// check holds m to what a reader is promised.
func (m *measured) check(t *testing.T, doc *Document) {
	t.Helper()
	for _, s := range m.starts {
		t.Errorf("a line begins with a mark: %s", s)
	}
	for _, s := range m.ends {
		t.Errorf("a line ends with an opening mark: %s", s)
	}
	reported := 0
	for _, w := range doc.Warnings {
		if w.Code == "line-ragged" {
			reported++
		}
	}
	if m.ragged > 0 && (reported == 0 || float64(m.ragged) > 0.005*float64(m.lines)) {
		t.Errorf("%d of %d lines are ragged, %d reported:\n%s", m.ragged, m.lines, reported, strings.Join(m.edges[:min(5, len(m.edges))], "\n"))
	}
	if p := at(m.pitch, 0.99); p > 1.08 || p < 0.99 {
		t.Errorf("hanzi stand %.3f em apart", p)
	}
	if len(m.gap) > 50 && (at(m.gap, 0) < 0.124 || at(m.gap, 1) > 0.34 || math.Abs(at(m.gap, 0.5)-0.25) > 0.03) {
		t.Errorf("the gap between scripts is %.3f to %.3f em, its median %.3f", at(m.gap, 0), at(m.gap, 1), at(m.gap, 0.5))
	}
	if at(m.space, 0.95) > 0.6 || at(m.space, 1) > 1.4 {
		t.Errorf("word spaces: %.3f em at the 95th percentile, %.3f at most", at(m.space, 0.95), at(m.space, 1))
	}
	if m.row > 2 {
		t.Errorf("%d lines in a row end in a hyphen", m.row)
	}
	if m.narrow > 0 {
		t.Errorf("%d of %d rows are split with fewer than two lines of a side before or after", m.narrow, m.splits)
	}
}

func TestPagesMeasureUp(t *testing.T) {
	b := outlineBrief(t, 240)
	doc := mustSet(t, b, Options{Layout: brief.Parallel})
	m := measure(t, doc)
	t.Log(m.String())
	m.check(t, doc)
}

// BenchmarkPages reports what a reader measures on the pages of 240 pairs.
func BenchmarkPages(b *testing.B) {
	br := outlineBrief(b, 240)
	var m measured
	for b.Loop() {
		m = measure(b, mustSet(b, br, Options{Layout: brief.Parallel}))
	}
	for _, f := range []struct {
		of   float64
		unit string
	}{
		{float64(len(m.starts) + len(m.ends)), "bad-line-ends"},
		{at(m.pitch, 0.99), "em-pitch-p99"},
		{at(m.gap, 0.5), "em-gap-median"},
		{at(m.gap, 0), "em-gap-min"},
		{at(m.gap, 1), "em-gap-max"},
		{at(m.space, 0.95), "em-space-p95"},
		{at(m.space, 1), "em-space-max"},
		{100 * float64(m.ragged) / float64(m.lines), "%ragged"},
		{100 * float64(m.hyphens) / float64(m.englishLines), "%hyphens"},
		{float64(m.narrow), "bad-splits"},
	} {
		b.ReportMetric(f.of, f.unit)
	}
}

// The pages of a brief of our own measure up in each layout.
func TestGeneratedPagesMeasureUp(t *testing.T) {
	for _, o := range []Options{{}, {Layout: brief.Stacked}, {Layout: brief.Facing}, {Layout: brief.Sequential}, {Lead: language.EN}, {Paper: A3, Landscape: true}} {
		doc := mustSet(t, plainBrief(), o)
		m := measure(t, doc)
		t.Logf("%+v: %s", o, m.String())
		if m.hyphens*100 > 8*m.englishLines {
			t.Errorf("%+v: %d of %d English lines end in a hyphen", o, m.hyphens, m.englishLines)
		}
		m.check(t, doc)
	}
}

// plainBrief is a brief of 120 pairs of plain prose, as analysts write it,
// with figures and names among the words.
func plainBrief() *brief.Brief {
	zh := []string{
		"今年以来，各地在政务服务方面做了不少探索。", "据第%d号通报，已有%d个县区完成自查，其余将在年底前完成。",
		"受访者认为，手续仍然偏多；办一件事平均要跑%d.%d次。", "我们建议分两步走：先统一口径，再接通系统。",
		"“少跑一趟”不应只写在墙上，而应写进考核。", "与OECD国家相比，我国网上办理的比例高出约%d%%，但老年人的使用率仍低。",
		"《办法（试行）》施行后，投诉量下降了%d%%，其中一半来自农村。", "经费方面，每年约需%d亿元，由中央和地方共同承担。",
		"需要说明的是，上述数字来自抽样，误差在%d个百分点以内。", "若继续拖延，问题会变得更难处理——这一点各方没有分歧。",
	}
	en := []string{
		"Local governments have tried a good many things in public services this year.", "According to circular No. %d, %d counties have finished their own review, and the others will do so by the end of the year.",
		"Respondents find that there are still too many steps: one errand takes %d.%d visits on average.", "We propose two steps: agree on definitions first, and connect the systems afterwards.",
		"“One trip less” belongs in the appraisal and not only on the wall.", "Compared with OECD countries, the share of online applications is about %d%% higher, but older people use them less.",
		"Since the measures (for trial implementation) took effect, complaints have fallen by %d%%, half of them from rural areas.", "Some %d00 million yuan are needed a year, to be shared by central and local authorities.",
		"It should be said that these figures come from samples and may be off by up to %d percentage points.", "If there is further delay, the problem will become harder to handle; on this there is no disagreement.",
	}
	rnd := rand.New(rand.NewPCG(21, 22))
	b := &brief.Brief{Title: language.Text{ZH: "少跑一趟：政务服务还差什么", EN: "One trip less: what public services still lack"}}
	id := counterOf("g")
	for range 24 {
		s := brief.Section{ID: id(), Heading: language.Text{ZH: "进展与问题", EN: "Progress and problems"}}
		for range 5 {
			var z, e strings.Builder
			for k := range 3 + rnd.IntN(3) {
				n := rnd.IntN(len(zh))
				figures := []any{2 + rnd.IntN(40), 2 + rnd.IntN(300)}[:strings.Count(zh[n], "%d")]
				if k > 0 {
					e.WriteByte(' ')
				}
				fmt.Fprintf(&z, zh[n], figures...)
				fmt.Fprintf(&e, en[n], figures...)
			}
			s.Blocks = append(s.Blocks, brief.Block{ID: id(), Kind: brief.Paragraph, Text: language.Text{ZH: z.String(), EN: e.String()}})
		}
		b.Sections = append(b.Sections, s)
	}
	return b
}
