package template

import (
	"cmp"
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
	Style      brief.Style  // empty takes the template's
	Preset     string       // one of the template's; empty takes the first
	Unit       Unit         // who issues the brief
}

// A Unit is what all briefs of an issuing unit have in common. What it leaves
// empty is a named blank in the brief, or left out.
type Unit struct {
	Name       language.Text     `json:"name,omitzero"`
	Author     language.Text     `json:"author,omitzero"`
	Contact    language.Text     `json:"contact,omitzero"`
	Disclaimer language.Text     `json:"disclaimer,omitzero"`
	Prevailing language.Language `json:"prevailing,omitempty"` // empty: both equal
	Logo       []byte            `json:"-"`                    // a PNG or JPEG picture
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

// IsEmpty reports whether nothing is known of the unit.
func (u Unit) IsEmpty() bool {
	return u.Name.IsEmpty() && u.Author.IsEmpty() && u.Contact.IsEmpty() && u.Disclaimer.IsEmpty() && u.Prevailing == "" && u.Logo == nil
}

// name and author return who issues and who writes, or named blanks.
func (u Unit) name() language.Text   { return orBlank(u.Name, "发布单位", "issuing unit") }
func (u Unit) author() language.Text { return orBlank(u.Author, "撰稿人", "author") }

// orBlank returns a text, or a blank with a name for an empty one.
func orBlank(t language.Text, zh, en string) language.Text {
	if t.IsEmpty() {
		return blank(language.Text{ZH: zh, EN: en})
	}
	return t
}

// Fill makes a brief from a template and the chosen challenges. The same
// template, library and choice give the same brief. What the library does not
// give is a named blank. An id that is unknown, no challenge's or chosen twice
// is a [language.Problem].
func Fill(t *Template, lib *library.Library, c Choice) (*brief.Brief, Report, error) {
	f := &filling{template: t, library: lib, sentences: sentencesOf(lib), unit: c.Unit}
	if err := f.choose(c.Challenges); err != nil {
		return nil, Report{}, err
	}
	if err := f.choosePreset(c.Preset); err != nil {
		return nil, Report{}, err
	}
	f.assign()
	b := brief.New(c.ID)
	f.brief = b
	f.cite()
	b.Title = f.wording(t.Title)
	b.Subtitle = f.wording(t.Subtitle)
	b.Meta = f.meta(c)
	if err := f.logo(c.Unit); err != nil {
		return nil, Report{}, err
	}
	for i := range t.Sections {
		s := &t.Sections[i]
		b.Sections = append(b.Sections, brief.Section{
			ID: b.NewSectionID(), Slot: s.Slot, Heading: s.Heading, Purpose: s.Purpose,
			Required: s.Required, Unnumbered: s.Unnumbered,
			LimitZH: f.limit(s.LimitZH, s.MoreZH), LimitEN: f.limit(s.LimitEN, s.MoreEN),
			Blocks: []brief.Block{},
		})
		f.section(s, &b.Sections[i])
	}
	b.Weigh()
	f.report.Blanks = b.Blanks()
	return b, f.report, nil
}

// limit returns the limit of a section on as many challenges as were chosen,
// in the chosen preset.
func (f *filling) limit(l brief.Limit, more int) brief.Limit {
	more *= len(f.challenges) - 1
	if l.Soft > 0 {
		l.Soft = (l.Soft + more) * f.preset.Scale / 100
	}
	if l.Hard > 0 {
		l.Hard = (l.Hard + more) * f.preset.Scale / 100
	}
	return l
}

// choosePreset takes the preset with the given id, or the first.
func (f *filling) choosePreset(id string) error {
	f.preset = Preset{Scale: 100}
	var ids []string
	for i, p := range f.template.Presets {
		if p.ID == id || id == "" && i == 0 {
			f.preset = p
			return nil
		}
		ids = append(ids, p.ID)
	}
	switch {
	case id == "":
		return nil
	case len(ids) == 0:
		return &language.Problem{
			What: language.Text{ZH: "模板“" + f.template.Name.ZH + "”只有一种篇幅", EN: "the template ‘" + f.template.Name.EN + "’ has one length only"},
			Do:   language.Text{ZH: "请不要另选篇幅", EN: "Do not choose a preset"},
		}
	}
	list := strings.Join(ids, ", ")
	return &language.Problem{
		What: language.Text{ZH: "模板“" + f.template.Name.ZH + "”没有“" + short(id) + "”这种篇幅", EN: fmt.Sprintf("the template ‘%s’ has no preset %q", f.template.Name.EN, short(id))},
		Do:   language.Text{ZH: "可选的有 " + list, EN: "The presets are " + list},
	}
}

// meta returns what routes the brief.
func (f *filling) meta(c Choice) brief.Meta {
	t, u := f.template, c.Unit
	m := brief.Meta{
		Series: t.Series, Audience: t.Audience, Date: c.Date, Version: "0.1",
		Unit:    u.name(),
		Author:  u.author(),
		Contact: orBlank(u.Contact, "联系方式", "contact"),
		Layout:  cmp.Or(c.Layout, t.Layout), Lead: c.Lead, Style: cmp.Or(c.Style, t.Style),
		Disclaimer: u.Disclaimer, Prevailing: u.Prevailing,
		Page:     t.Page(),
		Template: brief.Template{ID: t.ID, Version: t.Version},
	}
	return m
}

// logo puts the template's logo, or else the unit's, among the media.
func (f *filling) logo(u Unit) error {
	data := f.template.Logo
	if data == nil {
		data = u.Logo
	}
	if data == nil {
		return nil
	}
	if _, err := brief.CheckPicture("logo", data); err != nil {
		return err
	}
	f.brief.Meta.Logo = brief.MediaName(data)
	_, err := brief.SetMedia{Name: f.brief.Meta.Logo, Data: data}.Apply(f.brief)
	return err
}

// A filling is one brief on its way from a template.
type filling struct {
	template  *Template
	library   *library.Library
	sentences sentences
	preset    Preset
	unit      Unit
	brief     *brief.Brief
	report    Report
	compared  *Rule // of the section at hand: what sets its options; nil is none

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

// blank returns a named blank in both languages.
func blank(name language.Text) language.Text {
	return language.Text{ZH: brief.Blank(language.ZH, name.ZH), EN: brief.Blank(language.EN, name.EN)}
}
