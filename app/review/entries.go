package review

import (
	"slices"
	"strings"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/cite"
	"celun/app/language"
)

// whole are the checks E1, E3 and E4: what an entry in the list of references
// needs, each once for a source. What is missing is a blank to be filled in.
func (r *run) whole() {
	severity := Warning
	if r.options.Final {
		severity = Error
	}
	for i := range r.brief.Sources {
		s := &r.brief.Sources[i]
		name := titleOf(s)
		zh, zhNeeds := lacking(s, language.ZH)
		en, enNeeds := lacking(s, language.EN)
		switch {
		case zhNeeds || enNeeds:
			r.add("E1", severity, brief.Address{},
				"待填：来源“"+name.ZH+"”的"+strings.Join(zh, "、"),
				"To fill in: the "+and(en)+" of the source ‘"+name.EN+"’").of(append(append([]string{s.ID}, zh...), en...)...).Blank = true
		case (s.Kind == "" || s.Kind == "article") && s.Pages == "" && !r.paged(s.ID):
			r.add("E3", Warning, brief.Address{},
				"来源“"+name.ZH+"”没有印刷页码，请补上起止页，或在引用处写明页码",
				"The source ‘"+name.EN+"’ has no printed pages; enter them, or give the page in the citations").of(s.ID)
		}
		if s.Language == "" && s.Title.ZH != "" && s.Title.EN != "" {
			f := r.add("E4", Warning, brief.Address{},
				"来源“"+name.ZH+"”有两种文字的题名，没有写明是用哪种语言写的，请补上",
				"The source ‘"+name.EN+"’ has a title in both languages and does not say in which it is written; enter it").of(s.ID)
			sources := slices.Clone(r.brief.Sources)
			sources[i].Language = language.ZH
			f.Edit = brief.SetSources{Sources: sources}
			f.Mend = language.Text{ZH: "标为中文文献", EN: "It is in Chinese"}
		}
	}
}

// lacking returns what the entry of a source in l has blanks for, and whether
// it is more than an issue or pages, without which it can still be found.
func lacking(s *argument.Source, l language.Language) (names []string, needs bool) {
	cite.WithBlanks(*s, l, func(_ language.Language, name string) string {
		switch {
		case slices.Contains(names, name): // an entry may need it in two places
		case name == "期号", name == "issue": // few people cite it
		case name == "页码", name == "pages":
			names = append(names, name)
		default:
			needs = true
			names = append(names, name)
		}
		return name
	})
	return names, needs
}

// and joins names in English.
func and(names []string) string {
	n := len(names)
	if n < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
}

// paged reports whether citations of a source give its pages.
func (r *run) paged(id string) bool {
	for i := range r.pairs {
		for _, c := range r.pairs[i].zh.cites {
			if c.id == id && slices.Contains(r.pairs[i].zh.marked[c.From:c.To], '|') {
				return true
			}
		}
	}
	return false
}

// titleOf returns the title of a source in both languages, or what there is.
func titleOf(s *argument.Source) language.Text {
	t := s.Title
	if t.ZH == "" {
		t.ZH = t.EN
	}
	if t.EN == "" {
		t.EN = t.ZH
	}
	if t.ZH == "" {
		t = language.Text{ZH: s.ID, EN: s.ID}
	}
	return t
}
