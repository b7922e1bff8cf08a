package template

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"celun/app/language"
)

// Clone returns a copy of a template that shares nothing with it, to be
// changed and written.
func (t *Template) Clone() *Template {
	c := *t
	c.Promise, c.Logo = maps.Clone(t.Promise), slices.Clone(t.Logo)
	c.Presets, c.Title, c.Subtitle = slices.Clone(t.Presets), slices.Clone(t.Title), slices.Clone(t.Subtitle)
	c.Sections = slices.Clone(t.Sections)
	for i := range c.Sections {
		s := &c.Sections[i]
		s.Fill = slices.Clone(s.Fill)
		for j := range s.Fill {
			r := &s.Fill[j]
			r.In, r.With, r.Criteria, r.Items = slices.Clone(r.In), slices.Clone(r.With), slices.Clone(r.Criteria), slices.Clone(r.Items)
			r.Head, r.Rows, r.Widths = slices.Clone(r.Head), slices.Clone(r.Rows), slices.Clone(r.Widths)
			for k := range r.Rows {
				r.Rows[k] = slices.Clone(r.Rows[k])
			}
		}
	}
	return &c
}

// tidy returns t as [Read] reads it: what is empty is nil, and texts have no
// space around them.
func (t *Template) tidy() *Template {
	c := t.Clone()
	if len(c.Promise) == 0 {
		c.Promise = nil
	}
	trim := func(t *language.Text) { t.ZH, t.EN = strings.TrimSpace(t.ZH), strings.TrimSpace(t.EN) }
	for _, x := range []*language.Text{&c.Name, &c.Description, &c.Series, &c.Audience} {
		trim(x)
	}
	for i := range c.Title {
		trim(&c.Title[i].Text)
	}
	for i := range c.Subtitle {
		trim(&c.Subtitle[i].Text)
	}
	for i := range c.Sections {
		trim(&c.Sections[i].Heading)
		trim(&c.Sections[i].Purpose)
		for j := range c.Sections[i].Fill {
			r := &c.Sections[i].Fill[j]
			trim(&r.Text)
			trim(&r.Answer)
		}
	}
	return c
}

// Duplicate returns a copy of t under an id that is not taken, for an analyst
// to change: version 1, last in the lists, and said to be a copy.
func Duplicate(t *Template, taken func(id string) bool) *Template {
	c := t.Clone()
	base, _, _ := strings.Cut(t.ID, "-copy")
	for n := 1; ; n++ {
		c.ID = base + "-copy"
		if n > 1 {
			c.ID += "-" + strconv.Itoa(n)
		}
		if !taken(c.ID) {
			break
		}
	}
	c.Version, c.Rank = 1, 0
	c.Name = language.Text{ZH: t.Name.ZH + "（副本）", EN: t.Name.EN + " (copy)"}
	return c
}

// MoveSection puts section from in place to; neither out of range changes
// anything.
func (t *Template) MoveSection(from, to int) {
	if from < 0 || to < 0 || from >= len(t.Sections) || to >= len(t.Sections) {
		return
	}
	s := t.Sections[from]
	t.Sections = slices.Insert(slices.Delete(t.Sections, from, from+1), to, s)
}

// NewSlot returns a name for a new section that none has.
func (t *Template) NewSlot() string {
	for n := 1; ; n++ {
		slot := "section-" + strconv.Itoa(n)
		if !slices.ContainsFunc(t.Sections, func(s Section) bool { return s.Slot == slot }) {
			return slot
		}
	}
}
