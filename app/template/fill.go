package template

import (
	"fmt"
	"slices"
	"strings"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"
)

// A Choice says what a brief is filled with.
type Choice struct {
	Challenges []string // ids of challenges, in the order in which they are discussed
	ID         string   // of the brief; empty makes a new one
	Date       string   // ISO 8601; the date of the brief
	Lead       language.Language
	Layout     brief.Layout // empty takes the template's
}

// A Report says what is still to be done about a filled brief.
type Report struct {
	Blanks  []brief.BlankAt
	LeftOut []LeftOut
}

// A LeftOut is an argument for which a section had no room at any length.
type LeftOut struct {
	Argument string        // its id
	Title    language.Text // what a user sees of it
	Slot     string        // of the section
}

// Fill makes a brief from a template and the chosen challenges. The same
// template, library and choice give the same brief. What the library does not
// give is a named blank. An id that is unknown, no challenge's or chosen twice
// is a [language.Problem].
func Fill(t *Template, lib *library.Library, c Choice) (*brief.Brief, Report, error) {
	f := &filling{template: t, library: lib, sentences: sentencesOf(lib)}
	if err := f.choose(c.Challenges); err != nil {
		return nil, Report{}, err
	}
	f.assign()
	b := brief.New(c.ID)
	f.brief = b
	f.cite()
	b.Title = f.wording(t.Title)
	b.Subtitle = f.wording(t.Subtitle)
	b.Meta = brief.Meta{
		Series: t.Series, Audience: t.Audience, Date: c.Date, Version: "0.1",
		Unit:    blank(language.Text{ZH: "发布单位", EN: "issuing unit"}),
		Author:  blank(language.Text{ZH: "撰稿人", EN: "author"}),
		Contact: blank(language.Text{ZH: "联系方式", EN: "contact"}),
		Layout:  t.Layout, Lead: c.Lead,
		Template: brief.Template{ID: t.ID, Version: t.Version},
	}
	if c.Layout != "" {
		b.Meta.Layout = c.Layout
	}
	for i := range t.Sections {
		s := &t.Sections[i]
		b.Sections = append(b.Sections, brief.Section{
			ID: b.NewSectionID(), Slot: s.Slot, Heading: s.Heading, Purpose: s.Purpose,
			Required: s.Required, Unnumbered: s.Unnumbered,
			LimitZH: limit(s.LimitZH, s.MoreZH, len(f.challenges)), LimitEN: limit(s.LimitEN, s.MoreEN, len(f.challenges)),
			Blocks: []brief.Block{},
		})
		f.section(s, &b.Sections[i])
	}
	f.report.Blanks = b.Blanks()
	return b, f.report, nil
}

// limit returns the limit of a section in a brief on n challenges.
func limit(l brief.Limit, more, n int) brief.Limit {
	if l.Soft > 0 {
		l.Soft += more * (n - 1)
	}
	l.Hard += more * (n - 1)
	return l
}

// A filling is one brief on its way from a template.
type filling struct {
	template  *Template
	library   *library.Library
	sentences sentences
	brief     *brief.Brief
	report    Report

	challenges []*library.Entry
	answers    [][]answer      // of each challenge
	evidence   [][]support     // of each challenge
	home       map[string]int  // where an argument is set in full: index of the challenge
	cited      map[string]bool // packs whose source is in the list
}

// An answer is a countermeasure under one challenge.
type answer struct {
	library.Link
	full bool // set in full here; else a cross-reference
}

// A support is a piece of evidence under one challenge.
type support struct {
	library.Link
	full bool
	weak bool // it is first of all evidence for something else
}

func (f *filling) choose(ids []string) error {
	if len(ids) == 0 {
		return &language.Problem{
			What: language.Text{ZH: "没有选择挑战", EN: "no challenge was chosen"},
			Do:   language.Text{ZH: "请至少选择一项挑战，如 " + f.ids(), EN: "Choose at least one of " + f.ids()},
		}
	}
	for i, id := range ids {
		e, ok := f.library.Get(id)
		switch {
		case !ok:
			return &language.Problem{
				What: language.Text{ZH: "库里没有“" + short(id) + "”", EN: fmt.Sprintf("the library has no %q", short(id))},
				Do:   language.Text{ZH: "可选的挑战有 " + f.ids(), EN: "The challenges are " + f.ids()},
			}
		case e.Kind != argument.Challenge:
			return &language.Problem{
				What: language.Text{ZH: id + "“" + e.Title.ZH + "”不是挑战", EN: id + ", ‘" + e.Title.EN + "’, is not a challenge"},
				Do:   language.Text{ZH: "可选的挑战有 " + f.ids(), EN: "The challenges are " + f.ids()},
			}
		case slices.Contains(ids[:i], id):
			return &language.Problem{
				What: language.Text{ZH: id + " 选了两次", EN: id + " was chosen twice"},
				Do:   language.Text{ZH: "请只写一次", EN: "Name it once"},
			}
		}
		f.challenges = append(f.challenges, e)
	}
	return nil
}

// ids lists the challenges of the library for a message.
func (f *filling) ids() string {
	var ids []string
	for _, e := range f.library.OfKind(argument.Challenge) {
		ids = append(ids, e.ID)
	}
	return strings.Join(ids, ", ")
}

// assign decides under which challenge each answer and each piece of evidence
// is set in full: an answer under the first challenge that it answers,
// evidence under the challenge that it supports first of all.
func (f *filling) assign() {
	f.home = map[string]int{}
	f.answers = make([][]answer, len(f.challenges))
	f.evidence = make([][]support, len(f.challenges))
	for i, c := range f.challenges {
		for _, a := range f.library.Answers(c.ID) {
			_, placed := f.home[a.ID]
			if !placed {
				f.home[a.ID] = i
			}
			f.answers[i] = append(f.answers[i], answer{a, !placed})
		}
		for _, s := range f.library.Supports(c.ID) {
			if s.Kind != argument.EvidenceKind {
				continue
			}
			first, home := f.supported(s.Entry)
			f.home[s.ID] = home
			f.evidence[i] = append(f.evidence[i], support{s, home == i, first != c.ID})
		}
	}
}

// leading returns the answer to challenge i that everything said of it begins
// with: the highest in rank.
func (f *filling) leading(i int) (answer, bool) {
	if len(f.answers[i]) == 0 {
		return answer{}, false
	}
	return f.answers[i][0], true
}

// leads reports whether an answer leads any of the chosen challenges.
func (f *filling) leads(id string) bool {
	for i := range f.challenges {
		if a, ok := f.leading(i); ok && a.ID == id {
			return true
		}
	}
	return false
}

// supported returns the challenge of the library that e supports first of
// all, and the index of the chosen challenge that it supports first.
func (f *filling) supported(e *library.Entry) (first string, home int) {
	home = -1
	for _, l := range f.library.Linked(e.ID, argument.Supports) {
		if l.Kind != argument.Challenge {
			continue
		}
		if first == "" {
			first = l.ID
		}
		i := slices.IndexFunc(f.challenges, func(c *library.Entry) bool { return c.ID == l.ID })
		if home < 0 && i >= 0 {
			home = i
		}
	}
	return first, home
}

// cite puts the sources of the chosen arguments into the brief.
func (f *filling) cite() {
	f.cited = map[string]bool{}
	add := func(e *library.Entry) {
		if !f.cited[e.Pack.ID] && e.Pack.Source.ID != "" {
			f.cited[e.Pack.ID] = true
			f.brief.Sources = append(f.brief.Sources, e.Pack.Source)
		}
	}
	for i, c := range f.challenges {
		add(c)
		for _, a := range f.answers[i] {
			add(a.Entry)
		}
		for _, s := range f.evidence[i] {
			add(s.Entry)
		}
	}
}

// chosen reports whether e stands in a pack of one of the chosen challenges.
func (f *filling) chosen(e *library.Entry) bool {
	return slices.ContainsFunc(f.challenges, func(c *library.Entry) bool { return c.Pack == e.Pack })
}

// wording returns the first wording that holds, filled in; none is no text.
func (f *filling) wording(ws []Wording) language.Text {
	for _, w := range ws {
		if w.When.holds(len(f.challenges)) {
			t := f.filledIn(w.Text)
			return language.Text{ZH: t.ZH, EN: upper(t.EN)}
		}
	}
	return language.Text{}
}

// filledIn puts what the placeholders stand for.
func (f *filling) filledIn(t language.Text) language.Text {
	var titles []language.Text
	for _, c := range f.challenges {
		titles = append(titles, c.Title)
	}
	source := f.challenges[0].Pack.Source
	article := language.Text{ZH: "《" + source.Title.ZH + "》", EN: "‘" + source.Title.EN + "’"}
	authors := enumerate(source.Authors)
	first := f.challenges[0].Title
	all := f.sentences.titles(titles)
	counted := count(len(f.challenges))
	for _, l := range language.Both() {
		t = t.With(l, strings.NewReplacer(
			"{article}", article.In(l), "{authors}", authors.In(l), "{challenge}", first.In(l),
			"{challenges}", all.In(l), "{count}", counted.In(l),
		).Replace(t.In(l)))
	}
	return t
}

// blank returns a named blank in both languages.
func blank(name language.Text) language.Text {
	return language.Text{ZH: brief.Blank(language.ZH, name.ZH), EN: brief.Blank(language.EN, name.EN)}
}
