package library

import (
	"cmp"
	"fmt"
	"slices"

	"celun/app/argument"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	core "celun/app/library"
	"celun/app/library/find"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Filters let through the arguments with a tag, of a pack, or that answer a
// challenge. What is empty lets all through.
type filters struct{ tag, pack, challenge string }

// query adds the filters to a query.
func (f filters) query(q find.Query) find.Query {
	if f.tag != "" {
		q.Tags = []string{f.tag}
	}
	if f.pack != "" {
		q.Packs = []string{f.pack}
	}
	if f.challenge != "" {
		q.Answers = []string{f.challenge}
	}
	return q
}

// within drops what a library does not have.
func (f filters) within(lib *core.Library) filters {
	if !slices.ContainsFunc(tagsOf(lib), func(t tagCount) bool { return t.tag == f.tag }) {
		f.tag = ""
	}
	if !slices.ContainsFunc(lib.Packs(), func(p *argument.Pack) bool { return p.ID == f.pack }) {
		f.pack = ""
	}
	if e, ok := lib.Get(f.challenge); !ok || e.Kind != argument.Challenge {
		f.challenge = ""
	}
	return f
}

// A tagCount is a tag and how many arguments have it.
type tagCount struct {
	tag string
	n   int
}

// tagsOf returns the tags of a library, the most frequent first.
func tagsOf(lib *core.Library) []tagCount {
	counts := map[string]int{}
	for _, e := range lib.All() {
		for _, t := range e.Tags {
			counts[t]++
		}
	}
	var all []tagCount
	for t, n := range counts {
		all = append(all, tagCount{t, n})
	}
	slices.SortFunc(all, func(a, b tagCount) int { return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.tag, b.tag)) })
	return all
}

// maxTags is how many tags a menu offers; others can be typed, as tag:….
const maxTags = 12

func (p *Pane) tagName(tag string) string {
	if name := inEither(p.lib.TagName(tag), p.lang); name != "" {
		return name
	}
	return tag
}

// An option is what a filter may be set to.
type option struct{ value, label string }

// filterLine returns the menus of the filters, those in use marked.
func (p *Pane) filterLine() fyne.CanvasObject {
	var tags, packs, challenges []option
	for _, t := range tagsOf(p.lib) {
		if len(tags) < maxTags || t.tag == p.only.tag {
			tags = append(tags, option{t.tag, fmt.Sprintf("%s  %d", p.tagName(t.tag), t.n)})
		}
	}
	for _, k := range p.lib.Packs() {
		packs = append(packs, option{k.ID, inEither(k.Title, p.lang)})
	}
	for _, e := range p.lib.OfKind(argument.Challenge) {
		challenges = append(challenges, option{e.ID, e.ID + "  " + inEither(e.Title, p.lang)})
	}
	var menus []fyne.CanvasObject
	for _, f := range []struct {
		name    language.Text
		value   *string
		options []option
		least   int // options that make a choice
	}{
		{catalogue.FilterTag, &p.only.tag, tags, 1},
		{catalogue.FilterSource, &p.only.pack, packs, 2},
		{catalogue.FilterAnswers, &p.only.challenge, challenges, 1},
	} {
		if len(f.options) >= f.least {
			menus = append(menus, p.filterMenu(f.name.In(p.lang), f.value, f.options))
		}
	}
	return widgets.NewWrap(2, menus...)
}

// filterMenu returns the menu of one filter.
func (p *Pane) filterMenu(name string, value *string, options []option) fyne.CanvasObject {
	word := func() (string, fyne.ThemeColorName) {
		if *value == "" {
			return name, theme.Muted
		}
		label := *value
		switch value {
		case &p.only.tag:
			label = p.tagName(label)
		case &p.only.pack:
			if i := slices.IndexFunc(options, func(o option) bool { return o.value == label }); i >= 0 {
				label = options[i].label
			}
		}
		return name + catalogue.Colon.In(p.lang) + shortened(label, 16), fynetheme.ColorNamePrimary
	}
	var tag *widgets.Tag
	text, ink := word()
	tag = widgets.NewDropTag(text, ink, func() *fyne.Menu {
		m := fyne.NewMenu("")
		set := func(v, label string) {
			item := fyne.NewMenuItem(shortened(label, 40), func() {
				*value = v
				tag.Set(word())
				p.ask()
			})
			item.Checked = v == *value
			m.Items = append(m.Items, item)
		}
		set("", catalogue.FilterAny.In(p.lang))
		m.Items = append(m.Items, fyne.NewMenuItemSeparator())
		for _, o := range options {
			set(o.value, o.label)
		}
		return m
	})
	return tag
}

// shortened cuts a label that is longer than so many characters.
func shortened(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}

// inEither returns a text in a language, or in the other while that is still
// to be written.
func inEither(t language.Text, l language.Language) string {
	if s := t.In(l); s != "" {
		return s
	}
	return t.In(l.Other())
}
