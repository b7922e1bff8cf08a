package review

import (
	"fmt"
	"math"
	"strconv"

	"celun/app/brief"
	"celun/app/language"
	"celun/app/typeset"
)

// A Promise is how many pages a template promises in its own layout and its
// own page settings, with both languages. The zero value promises nothing.
type Promise struct {
	Least, Most int
	Layout      brief.Layout
	Page        brief.Page
}

// leastSize is the least size of type that is read without effort (pt).
const leastSize = 7

// leastContrast is what WCAG 2.2 asks of text that is not large.
const leastContrast = 4.5

// Pages returns what only the pages of a brief show: S3 and P1 to P5 and P8.
// Waivers of b are heeded.
func Pages(b *brief.Brief, doc *typeset.Document, promise Promise) []Finding {
	v := &viewing{doc: doc, contrasts: map[[2]typeset.Color]float64{}}
	v.promised(b, promise)
	v.missing()
	for i := range doc.Pages {
		v.page(i)
	}
	v.headings()
	v.parted()
	Order(b, v.findings)
	waive(b, v.findings)
	return v.findings
}

// A viewing is one look at the pages.
type viewing struct {
	doc      *typeset.Document
	findings []Finding
	small    map[brief.Address]bool
	pale     map[brief.Address]bool
	over     map[brief.Address]bool

	contrasts map[[2]typeset.Color]float64
}

// add adds a finding; about is what tells it from others of its kind at the
// place, and not on which page that comes to stand.
func (v *viewing) add(code string, s Severity, at brief.Address, zh, en string, about ...string) {
	v.findings = append(v.findings, Finding{Code: code, Severity: s, Address: at, Message: language.Text{ZH: zh, EN: en}, about: about})
}

// promised is check S3.
func (v *viewing) promised(b *brief.Brief, p Promise) {
	n := len(v.doc.Pages)
	const a4 = 595 // pt on the short side
	if n == 0 || math.Abs(min(v.doc.Pages[0].Width, v.doc.Pages[0].Height)-a4) > 1 {
		return
	}
	if p.Most == 0 || v.doc.Layout != p.Layout || len(v.doc.Languages) < 2 || b.Meta.Cover || b.Meta.Contents || b.Meta.Page != p.Page {
		return // other pages than were promised
	}
	switch {
	case n > p.Most:
		v.add("S3", Error, brief.Address{},
			fmt.Sprintf("排出来有 %d 页，模板承诺最多 %d 页，请缩短", n, p.Most),
			fmt.Sprintf("It takes %d pages, and its template promises %d at most; shorten it", n, p.Most), "long", strconv.Itoa(n))
	case n < p.Least:
		v.add("S3", Error, brief.Address{},
			fmt.Sprintf("排出来只有 %d 页，模板承诺至少 %d 页，请补充，或换用较短的模板", n, p.Least),
			fmt.Sprintf("It takes %d pages, and its template promises %d at least; write more, or use a shorter template", n, p.Least), "short", strconv.Itoa(n))
	}
}

// missing is check P1, once a character.
func (v *viewing) missing() {
	said := map[rune]bool{}
	for _, m := range v.doc.Missing {
		if said[m.Rune] {
			continue
		}
		said[m.Rune] = true
		f := Finding{Code: "P1", Severity: Error, Address: m.Address, Range: Range{m.Offset, m.Offset + 1}, Message: language.Text{
			ZH: fmt.Sprintf("字体里没有“%c”（U+%04X），在“%s”处，请换一个字", m.Rune, m.Rune, m.Context),
			EN: fmt.Sprintf("No face has ‘%c’ (U+%04X), near ‘%s’; use another character", m.Rune, m.Rune, m.Context),
		}, about: []string{string(m.Rune)}}
		v.findings = append(v.findings, f)
	}
}

// page are checks P3, P5 and P8 of one page, each once a text.
func (v *viewing) page(i int) {
	if v.small == nil {
		v.small, v.pale, v.over = map[brief.Address]bool{}, map[brief.Address]bool{}, map[brief.Address]bool{}
	}
	p := &v.doc.Pages[i]
	next, grounds := cellEdges(p), boxes(p)
	for k := range p.Items {
		it := &p.Items[k]
		if it.Kind != typeset.TextItem || it.Role == typeset.ArtifactRole {
			continue
		}
		at := it.Address
		const tolerance = 1.0 // pt: what hangs over and what rounding makes
		out := it.X < -tolerance || it.X+it.Width > p.Width+tolerance || it.Y > p.Height || it.Y < 0
		if c := it.Cell; c != nil && !out {
			edge, ok := next[cell{c.Table, c.Row, c.Column + 1, it.Language}]
			out = ok && it.X < edge && it.X+it.Width > edge+tolerance
		}
		if out && !v.over[at] {
			v.over[at] = true
			v.add("P3", Error, at,
				fmt.Sprintf("第 %d 页的“%s”超出了页面或单元格，请缩短或换一种版式", p.Number, excerpt(it.Text)),
				fmt.Sprintf("‘%s’ on page %d runs out of its page or cell; shorten it or use another layout", excerpt(it.Text), p.Number), it.Text)
		}
		if it.Size < leastSize && it.Rise == 0 && !v.small[at] {
			v.small[at] = true
			v.add("P5", Warning, at,
				fmt.Sprintf("第 %d 页有小到 %.1f 磅的字，至少要 %d 磅", p.Number, it.Size, leastSize),
				fmt.Sprintf("There is type of %.1f pt on page %d; %d pt is the least that reads well", it.Size, p.Number, leastSize))
		}
		if ratio := v.contrast(it.Color, behind(grounds, it)); ratio < leastContrast && !(ratio >= 3 && it.Size >= 18) && !v.pale[at] {
			v.pale[at] = true
			v.add("P8", Warning, at,
				fmt.Sprintf("第 %d 页的“%s”与底色的对比度只有 %.1f，至少要 %.1f", p.Number, excerpt(it.Text), ratio, leastContrast),
				fmt.Sprintf("‘%s’ on page %d has a contrast of %.1f to its ground; it needs %.1f", excerpt(it.Text), p.Number, ratio, leastContrast))
		}
	}
}

// A cell is a place in a table in one language.
type cell struct {
	table, row, column int
	language           language.Language
}

// cellEdges returns where the text of each cell of a page begins.
func cellEdges(p *typeset.Page) map[cell]float64 {
	edges := map[cell]float64{}
	for i := range p.Items {
		it := &p.Items[i]
		if it.Cell == nil || it.Kind != typeset.TextItem {
			continue
		}
		c := cell{it.Cell.Table, it.Cell.Row, it.Cell.Column, it.Language}
		if x, ok := edges[c]; !ok || it.X < x {
			edges[c] = it.X
		}
	}
	return edges
}

// boxes returns the boxes of a page: few, where there are hundreds of texts to
// be held against them.
func boxes(p *typeset.Page) []*typeset.Item {
	var all []*typeset.Item
	for i := range p.Items {
		if p.Items[i].Kind == typeset.BoxItem {
			all = append(all, &p.Items[i])
		}
	}
	return all
}

// behind returns the colour that a text stands on.
func behind(boxes []*typeset.Item, it *typeset.Item) typeset.Color {
	ground := typeset.Color{R: 255, G: 255, B: 255}
	for _, box := range boxes {
		if box.X <= it.X && it.X < box.X+box.Width && box.Y <= it.Y && it.Y <= box.Y+box.Height {
			ground = box.Color
		}
	}
	return ground
}

// contrast is [contrast], worked out once for each pair of colours: a document
// has a handful.
func (v *viewing) contrast(a, b typeset.Color) float64 {
	pair := [2]typeset.Color{a, b}
	ratio, ok := v.contrasts[pair]
	if !ok {
		ratio = contrast(a, b)
		v.contrasts[pair] = ratio
	}
	return ratio
}

// contrast returns the contrast ratio of two colours after WCAG 2.2.
func contrast(a, b typeset.Color) float64 {
	luminance := func(c typeset.Color) float64 {
		part := func(v uint8) float64 {
			x := float64(v) / 255
			if x <= 0.04045 {
				return x / 12.92
			}
			return math.Pow((x+0.055)/1.055, 2.4)
		}
		return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
	}
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// headings is the first half of check P4: a heading that stands last on its
// page, in both languages where both are on it.
func (v *viewing) headings() {
	for i := 0; i+1 < len(v.doc.Pages); i++ {
		p := &v.doc.Pages[i]
		var last *typeset.Item
		for k := range p.Items {
			it := &p.Items[k]
			if it.Role == typeset.ArtifactRole || it.Kind == typeset.LinkItem {
				continue
			}
			// Of what stands on one line, as in two columns, a text that is no
			// heading counts.
			if last == nil || it.Y+it.Height > last.Y+last.Height+1 || it.Y+it.Height > last.Y+last.Height-1 && it.Role != typeset.HeadingRole {
				last = it
			}
		}
		if last == nil || last.Role != typeset.HeadingRole {
			continue
		}
		v.add("P4", Warning, last.Address,
			fmt.Sprintf("标题“%s”孤零零地落在第 %d 页末尾，请在它前面分页或调整文字", excerpt(last.Text), p.Number),
			fmt.Sprintf("The heading ‘%s’ stands last on page %d; put a page break before it or change the text", excerpt(last.Text), p.Number))
	}
}

// parted is the second half of check P4: in columns, the two languages of a
// paragraph begin on different pages.
func (v *viewing) parted() {
	if v.doc.Layout != brief.Parallel || len(v.doc.Languages) < 2 {
		return
	}
	begins := map[brief.Address]int{}
	var order []brief.Address
	for i := range v.doc.Pages {
		p := &v.doc.Pages[i]
		for k := range p.Items {
			it := &p.Items[k]
			if it.Kind != typeset.TextItem || it.Role != typeset.ParagraphRole || it.Address.Block == "" {
				continue
			}
			if _, ok := begins[it.Address]; !ok {
				begins[it.Address] = p.Number
				order = append(order, it.Address)
			}
		}
	}
	for _, at := range order {
		if at.Language != language.ZH {
			continue
		}
		twin := at
		twin.Language = language.EN
		if other, ok := begins[twin]; ok && other != begins[at] {
			v.add("P4", Warning, brief.Address{Block: at.Block, Slot: at.Slot},
				fmt.Sprintf("这一段的中文从第 %d 页开始，英文从第 %d 页开始，请调整文字或分页", begins[at], other),
				fmt.Sprintf("The Chinese of this paragraph begins on page %d and the English on page %d; change the text or the breaks", begins[at], other), "parted")
		}
	}
}
