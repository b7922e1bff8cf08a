package entry

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"celun/app/argument"
	"celun/app/desktop/catalogue"
	"celun/app/language"
	"celun/app/library"
)

// read returns the argument as it is written, and what keeps it from being
// saved, if anything does.
func (f *form) read() (argument.Argument, language.Text) {
	a := f.Argument
	for _, t := range []*language.Text{&a.Title, &a.Line, &a.Statement, &a.Note} {
		t.ZH, t.EN = oneParagraph(t.ZH), oneParagraph(t.EN)
	}
	if tags := readTags(f.Library, f.tags.Text, f.Language); len(tags)+len(a.Tags) > 0 {
		a.Tags = tags
	}
	var trouble language.Text
	if a.Title.IsEmpty() || a.Line.IsEmpty() || a.Statement.IsEmpty() {
		trouble = catalogue.NeedsTexts
	}
	place, ok := readPlace(f.section.Text, f.paragraph.Text, f.page.Text)
	if a.Place = place; !ok {
		trouble = catalogue.BadParagraph
	}
	a.Evidence = nil
	if a.Kind == argument.EvidenceKind {
		e, problem := readEvidence(f.value.Text, f.number.Text, f.unit.Text, f.date.Text)
		if (e != argument.Evidence{} || f.was.Evidence != nil) {
			a.Evidence = &e
		}
		if !problem.IsEmpty() {
			trouble = problem
		}
	}
	return a, trouble
}

// oneParagraph makes a text what a pack holds: without line ends.
func oneParagraph(s string) string { return strings.Join(strings.Fields(s), " ") }

// tagNames returns tags as a reader knows them.
func tagNames(lib *library.Library, tags []string, l language.Language) string {
	names := make([]string, len(tags))
	for i, t := range tags {
		if names[i] = lib.TagName(t).In(l); names[i] == "" {
			names[i] = t
		}
	}
	return strings.Join(names, catalogue.ListComma.In(l))
}

// readTags takes tags apart at commas and marks of both scripts, and turns what
// they are called into what they are.
func readTags(lib *library.Library, s string, l language.Language) []string {
	tags := []string{}
	for _, t := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(",，、;；\n", r) }) {
		if t = lib.TagCalled(strings.TrimSpace(t), l); t != "" && !slices.Contains(tags, t) {
			tags = append(tags, t)
		}
	}
	return tags
}

// readPlace returns a place, which has both a section and a paragraph, or is
// left out whole.
func readPlace(section, paragraph, page string) (argument.Place, bool) {
	section, paragraph, page = strings.TrimSpace(section), strings.TrimSpace(paragraph), strings.TrimSpace(page)
	if section+paragraph+page == "" {
		return argument.Place{}, true
	}
	n, err := strconv.Atoi(paragraph)
	return argument.Place{Section: section, Paragraph: n, Page: page}, err == nil && n >= 1 && section != ""
}

// readEvidence returns a figure, and what is wrong with it.
func readEvidence(value, number, unit, date string) (argument.Evidence, language.Text) {
	e := argument.Evidence{Value: strings.TrimSpace(value), Unit: strings.TrimSpace(unit), Date: strings.TrimSpace(date)}
	if s := strings.ReplaceAll(strings.TrimSpace(number), ",", ""); s != "" {
		n, err := strconv.ParseFloat(s, 64)
		if err != nil || math.IsInf(n, 0) || math.IsNaN(n) {
			return e, catalogue.BadNumber
		}
		e.Number = &n
	}
	if e.Date == "" {
		return e, language.Text{}
	}
	for _, layout := range []string{"2006", "2006-01", "2006-01-02"} {
		if _, err := time.Parse(layout, e.Date); err == nil {
			return e, language.Text{}
		}
	}
	return e, catalogue.BadDate
}
