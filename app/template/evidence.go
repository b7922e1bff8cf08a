package template

import (
	"cmp"
	"slices"
	"strings"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"
)

// proven returns the evidence for the chosen challenges, each once: the
// sharpest of every challenge, then the second of every challenge, and so on.
// The two sides of a contrast stay together.
func (f *filling) proven() []support {
	var all []support
	lists := make([][]support, len(f.challenges))
	for i := range f.challenges {
		lists[i] = f.sharpest(i)
	}
	for found := true; found; {
		found = false
		for i, list := range lists {
			n := min(1, len(list))
			if high, _ := contrast(entriesOf(list)); n == 1 && high != nil && len(all) < len(lists)*2 && high.ID == list[0].ID {
				n = 2
			}
			for _, s := range list[:n] {
				found = true
				if !slices.ContainsFunc(all, func(o support) bool { return o.ID == s.ID }) {
					all = append(all, s)
				}
			}
			lists[i] = list[n:]
		}
	}
	return all
}

// cards sets evidence as it is, one card each.
func (f *filling) cards(r Rule) []stretch {
	var all []stretch
	for n, s := range f.proven() {
		if r.Most > 0 && n == r.Most {
			break
		}
		p := newPiece(s.Entry, argument.Line, furtherEvidence)
		p.lengths = p.lengths[:1]
		p.optional = n > 1
		all = append(all, stretch{[]*piece{p}, func() []brief.Block {
			if p.left() {
				return nil
			}
			return []brief.Block{f.argument(p, f.sentences.claims(stop(taken(p.Entry, argument.Line)), p.Claim, n))}
		}})
	}
	if len(all) == 0 {
		all = append(all, fixed(brief.Block{Kind: brief.Paragraph, Text: language.Text{
			ZH: "文章没有为所选挑战提供数据或事例。",
			EN: "The article offers no data or cases for the challenges chosen.",
		}}))
	}
	return all
}

// facts sets a table of the evidence: what it is, as printed, of when, and
// where it stands in the article.
func (f *filling) facts(r Rule) []stretch {
	var pieces []*piece
	for n, s := range f.proven() {
		if r.Most > 0 && n == r.Most {
			break
		}
		p := newPiece(s.Entry, argument.Title, furtherFigure)
		p.optional = n > 0
		pieces = append(pieces, p)
	}
	if len(pieces) == 0 {
		return f.cards(r)
	}
	return []stretch{{pieces, func() []brief.Block {
		g := &brief.Grid{Header: 1, Widths: []float64{0.5, 0.2, 0.3}, Rows: [][]brief.Cell{
			{cell("事实", "Fact"), cell("时间", "Date"), cell("出处", "Place in the article")},
		}}
		for _, p := range pieces {
			if !p.left() {
				g.Rows = append(g.Rows, []brief.Cell{{Text: f.fact(p.Entry)}, f.dated(p.Entry), f.placed(p.Entry)})
			}
		}
		return []brief.Block{{Kind: brief.Table, Table: g}}
	}}}
}

// fact returns the title of evidence, said to be the authors' if it is.
func (f *filling) fact(e *library.Entry) language.Text {
	t := clause(taken(e, argument.Title))
	if e.Claim == argument.Author {
		return language.Text{ZH: t.ZH + "（作者的说法）", EN: t.EN + " (the authors’ account)"}
	}
	return t
}

// dated returns the date of evidence as both languages write it.
func (f *filling) dated(e *library.Entry) brief.Cell {
	if e.Evidence == nil || e.Evidence.Date == "" {
		return cell("原文未注明", "not given")
	}
	return brief.Cell{Text: when(e.Evidence.Date)}
}

// placed returns where evidence stands.
func (f *filling) placed(e *library.Entry) brief.Cell {
	if e.Place.Section == "" {
		return cell("—", "—")
	}
	mark := ""
	if f.cited[e.Pack.ID] {
		mark = "[^" + e.Pack.Source.ID + "]"
	}
	t := place(e.Place)
	return brief.Cell{Text: language.Text{ZH: t.ZH + mark, EN: t.EN + mark}}
}

// place names a place of an article in both languages.
func place(p argument.Place) language.Text {
	section := strings.NewReplacer("(", "（", ")", "）").Replace(p.Section)
	t := language.Text{ZH: "第" + section + "部分", EN: "part " + decimal(p.Section)}
	switch head, rest, found := strings.Cut(section, "·"); {
	case !strings.ContainsAny(section, "零一二三四五六七八九十0123456789"):
		t = language.Text{ZH: section, EN: "the part ‘" + section + "’"}
		if section == "结语" || section == "结论" {
			t.EN = "the conclusion"
		}
	case found:
		t.ZH = "第" + head + "部分“" + rest + "”"
	}
	if p.Page != "" {
		t.ZH += "，第" + p.Page + "页"
		t.EN += ", p. " + p.Page
	}
	return t
}

// decimal writes a Chinese section number such as 三(二) as 3(2), for a text in
// English.
func decimal(section string) string {
	var s strings.Builder
	for _, r := range section {
		if i := strings.IndexRune("零一二三四五六七八九十", r); i >= 0 {
			s.WriteString(digits(i / len("零")))
			continue
		}
		switch r {
		case '（', '(':
			s.WriteString("(")
		case '）', ')':
			s.WriteString(")")
		case '·':
			s.WriteString(".")
		case '是':
		default:
			s.WriteRune(r)
		}
	}
	return s.String()
}

// when writes an ISO 8601 date of a year, a month or a day in both languages.
func when(date string) language.Text {
	parts := strings.Split(date, "-")
	strip := func(s string) string { return strings.TrimLeft(s, "0") }
	months := []string{"", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
	month := 0
	if len(parts) > 1 {
		for n := range months {
			if digits(n) == strip(parts[1]) {
				month = n
			}
		}
	}
	switch {
	case month == 0:
		return language.Text{ZH: parts[0] + "年", EN: parts[0]}
	case len(parts) == 2:
		return language.Text{ZH: parts[0] + "年" + strip(parts[1]) + "月", EN: months[month] + " " + parts[0]}
	}
	return language.Text{
		ZH: parts[0] + "年" + strip(parts[1]) + "月" + strip(parts[2]) + "日",
		EN: strip(parts[2]) + " " + months[month] + " " + parts[0],
	}
}

// leastEvents is from how many events on a timeline shows a course of things;
// with fewer it is filled up from the rest of the packs.
const leastEvents = 5

// undated returns what happened without the date it begins with, which stands
// over it in a timeline: 2021年，… and In 2021 …. It stays if one language
// begins in another way, for both have to say the same.
func undated(t language.Text, date string) language.Text {
	d := language.Date(date)
	zh, ok := strings.CutPrefix(t.ZH, d.ZH+"，")
	for _, before := range []string{"In ", "On "} {
		en, too := strings.CutPrefix(t.EN, before+d.EN)
		if ok && too && (strings.HasPrefix(en, " ") || strings.HasPrefix(en, ", ")) {
			return language.Text{ZH: zh, EN: upper(strings.TrimLeft(en, ", "))}
		}
	}
	return t
}

// timeline sets what is dated in order of time: the evidence for the chosen
// challenges, and other evidence of their packs.
func (f *filling) timeline(r Rule) []stretch {
	var all []*library.Entry
	add := func(e *library.Entry) {
		if e.Evidence != nil && e.Evidence.Date != "" && e.Kind == argument.EvidenceKind && !slices.Contains(all, e) &&
			!slices.ContainsFunc(all, func(o *library.Entry) bool { return f.same(o, e) }) {
			all = append(all, e)
		}
	}
	for i := range f.challenges {
		for _, s := range f.evidence[i] {
			add(s.Entry)
		}
	}
	for _, e := range f.library.OfKind(argument.EvidenceKind) {
		if f.chosen(e) && len(all) < max(leastEvents, r.Most) {
			add(e)
		}
	}
	if len(all) == 0 {
		return []stretch{fixed(brief.Block{Kind: brief.Paragraph, Text: language.Text{
			ZH: "文章没有给出可排成时间线的日期。", EN: "The article gives no dates from which a timeline could be drawn.",
		}})}
	}
	if r.Most > 0 && len(all) > r.Most {
		all = all[:r.Most]
	}
	slices.SortStableFunc(all, func(a, b *library.Entry) int { return cmp.Compare(a.Evidence.Date, b.Evidence.Date) })
	var pieces []*piece
	for _, e := range all {
		p := newPiece(e, argument.Line, furtherEvidence)
		p.optional = true
		pieces = append(pieces, p)
	}
	return []stretch{{pieces, func() []brief.Block {
		b := brief.Block{Kind: brief.Timeline}
		for _, p := range pieces {
			if p.left() {
				continue
			}
			t := taken(p.Entry, p.length())
			if p.length() == argument.Line {
				t = f.sentences.claims(stop(undated(t, p.Evidence.Date)), p.Claim, 0)
			} else {
				t = f.fact(p.Entry)
			}
			b.Events = append(b.Events, brief.Event{Date: p.Evidence.Date, Text: t, Evidence: p.ID})
		}
		if len(b.Events) == 0 {
			return nil
		}
		return []brief.Block{b}
	}}}
}

// same reports whether two pieces of evidence tell one event: one cites the
// other.
func (f *filling) same(a, b *library.Entry) bool {
	cites := func(a, b *library.Entry) bool {
		return slices.ContainsFunc(a.Links, func(l argument.Link) bool { return l.Kind == argument.Cites && l.To == b.ID })
	}
	return cites(a, b) || cites(b, a)
}
