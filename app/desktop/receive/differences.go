package receive

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"celun/app/argument"
	"celun/app/desktop/catalogue"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"
	"celun/app/language"
	"celun/app/library"

	"fyne.io/fyne/v2"
)

// differences shows what differs in a clash, mine at the left and theirs, under
// the name given, at the right.
func differences(lang language.Language, c library.Clash, theirs language.Text, tag func(string) language.Text) []fyne.CanvasObject {
	t := table{lang: lang, tag: tag}
	switch {
	case c.Mine != nil && c.Theirs != nil:
		version := func(n int) string { return " · " + fmt.Sprintf(catalogue.VersionOf.In(lang), n) }
		t.head(catalogue.Mine.In(lang)+version(c.Mine.Version), theirs.In(lang)+version(c.Theirs.Version))
		t.arguments(c.Mine, c.Theirs)
	case c.MyTerm != nil && c.TheirTerm != nil:
		t.head(catalogue.Mine.In(lang), theirs.In(lang))
		t.terms(c.MyTerm, c.TheirTerm)
	case c.MySource != nil && c.TheirSource != nil:
		t.head(catalogue.Mine.In(lang), theirs.In(lang))
		t.sources(c.MySource, c.TheirSource)
	}
	return t.rows
}

// A table holds two versions of an entry side by side, as far as they differ.
type table struct {
	lang language.Language
	tag  func(id string) language.Text
	rows []fyne.CanvasObject
}

func (t *table) head(mine, theirs string) {
	bold := func(s string) fyne.CanvasObject {
		p := widgets.NewProse(s)
		p.Bold = true
		return p
	}
	t.rows = append(t.rows, beside(bold(mine), bold(theirs)))
}

// line shows two values under their name, unless they are the same. What is
// empty is shown as a dash.
func (t *table) line(name, mine, theirs string) {
	if mine == theirs {
		return
	}
	value := func(s string) fyne.CanvasObject {
		if s == "" {
			return widgets.NewNote("—", theme.Muted, 1)
		}
		return widgets.NewProse(s)
	}
	t.rows = append(t.rows, widgets.NewPile(2, widgets.NewNote(name, theme.Muted, 1), beside(value(mine), value(theirs))))
}

// text shows two texts, a line for each language.
func (t *table) text(name, mine, theirs language.Text) {
	for _, l := range language.Both() {
		side := catalogue.Chinese
		if l == language.EN {
			side = catalogue.English
		}
		t.line(name.In(t.lang)+" · "+side.In(t.lang), mine.In(l), theirs.In(l))
	}
}

func (t *table) arguments(mine, theirs *argument.Argument) {
	t.text(catalogue.TitleOnly, mine.Title, theirs.Title)
	t.text(catalogue.Line, mine.Line, theirs.Line)
	t.text(catalogue.Statement, mine.Statement, theirs.Statement)
	t.text(catalogue.NoteOnArticle, mine.Note, theirs.Note)
	t.line(catalogue.ArgumentKind.In(t.lang), catalogue.Kind(mine.Kind).In(t.lang), catalogue.Kind(theirs.Kind).In(t.lang))
	t.line(catalogue.Claim.In(t.lang), mine.Claim.Name().In(t.lang), theirs.Claim.Name().In(t.lang))
	t.line(catalogue.Place.In(t.lang), t.place(mine.Place), t.place(theirs.Place))
	comma := catalogue.ListComma.In(t.lang)
	t.line(catalogue.Tags.In(t.lang), t.tags(mine.Tags, comma), t.tags(theirs.Tags, comma))
	t.line(catalogue.MeasureValue.In(t.lang), measure(mine.Evidence), measure(theirs.Evidence))
	t.line(catalogue.Links.In(t.lang), t.links(mine.Links, theirs.Links), t.links(theirs.Links, mine.Links))
}

// tags returns tags by their names.
func (t *table) tags(ids []string, comma string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = id
		if name := t.tag(id).In(t.lang); name != "" {
			names[i] = name
		}
	}
	return strings.Join(names, comma)
}

func (t *table) place(p argument.Place) string {
	if p.Section == "" {
		return ""
	}
	place := fmt.Sprintf(catalogue.PlaceOf.In(t.lang), catalogue.SectionName(p.Section).In(t.lang), p.Paragraph)
	if p.Page != "" {
		place += " · " + catalogue.PagePrinted.In(t.lang) + " " + p.Page
	}
	return place
}

// measure puts the figure of a piece of evidence on one line.
func measure(e *argument.Evidence) string {
	if e == nil {
		return ""
	}
	parts := []string{e.Value}
	if e.Number != nil {
		parts = append(parts, strings.TrimSpace(fmt.Sprintf("%.12g %s", *e.Number, e.Unit)))
	} else {
		parts = append(parts, e.Unit)
	}
	parts = slices.DeleteFunc(append(parts, e.Date), func(s string) bool { return s == "" })
	return strings.Join(parts, " · ")
}

// links lists the links of one side that the other has not, or has otherwise.
func (t *table) links(of, others []argument.Link) string {
	var lines []string
	for _, k := range of {
		if !slices.ContainsFunc(others, func(o argument.Link) bool { return reflect.DeepEqual(o, k) }) {
			line := catalogue.LinkName(k.Kind, true).In(t.lang) + " " + k.To
			if reason := k.Reason.In(t.lang); reason != "" {
				line += catalogue.Colon.In(t.lang) + reason
			}
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

func (t *table) terms(mine, theirs *argument.Term) {
	t.line(catalogue.Chinese.In(t.lang), t.renderings(mine.ZH), t.renderings(theirs.ZH))
	t.line(catalogue.English.In(t.lang), t.renderings(mine.EN), t.renderings(theirs.EN))
	t.text(catalogue.Definition, mine.Definition, theirs.Definition)
	t.text(catalogue.TermReason, mine.Reason, theirs.Reason)
	t.line(catalogue.MeasureDate.In(t.lang), mine.Date, theirs.Date)
}

// renderings lists the ways to write a term with what is said of each.
func (t *table) renderings(all []argument.Rendering) string {
	var words []string
	for _, r := range all {
		words = append(words, fmt.Sprintf(catalogue.Bracketed.In(t.lang), r.Text, catalogue.RenderingStatus(r.Status).In(t.lang)))
	}
	return strings.Join(words, catalogue.ListComma.In(t.lang))
}

// sources goes through all that is known of a work, field by field.
func (t *table) sources(mine, theirs *library.Origin) {
	t.text(catalogue.PackName, mine.Title, theirs.Title)
	m, s := reflect.ValueOf(mine.Source), reflect.ValueOf(theirs.Source)
	for i := range m.NumField() {
		field, _, _ := strings.Cut(m.Type().Field(i).Tag.Get("yaml"), ",")
		name := catalogue.SourceField(field)
		switch v := m.Field(i).Interface().(type) {
		case language.Text:
			t.text(name, v, s.Field(i).Interface().(language.Text))
		case []language.Text:
			t.line(name.In(t.lang), t.names(v), t.names(s.Field(i).Interface().([]language.Text)))
		default:
			t.line(name.In(t.lang), m.Field(i).String(), s.Field(i).String())
		}
	}
}

func (t *table) names(all []language.Text) string {
	var names []string
	for _, a := range all {
		names = append(names, strings.TrimSpace(a.ZH+" "+a.EN))
	}
	return strings.Join(names, catalogue.ListComma.In(t.lang))
}
