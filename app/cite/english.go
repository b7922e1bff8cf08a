package cite

import (
	"strconv"
	"strings"

	"celun/app/language"
)

// english writes an entry by author and date.
type english struct{ entry }

// write writes Author and Author (year) ‘Title’, Journal, volume(issue), pp. n–m.
func (e english) write() string {
	authors, editors := e.Authors, ""
	if len(authors) == 0 && !e.part() && len(e.Editors) > 0 {
		authors, editors = e.Editors, " "+e.editorsOf(e.Editors)
	}
	head, after := e.people(authors), ", "
	if head == "" {
		head = e.missing("作者", "author")
	}
	head += editors
	if year := e.needs(e.year(), "年份", "year"); year != "" {
		head, after = joined(head, " ", "("+year+")"), " "
	}
	parts := []string{joined(head, after, e.title())}
	add := func(text string) {
		if text != "" {
			parts = append(parts, text)
		}
	}
	add(e.translators())
	if e.part() {
		host := "in " + joined(joined(e.people(e.Editors), " ", e.editorsOf(e.Editors)), " ", in(e.Container, e.item))
		add(host)
	}
	add(e.edition())
	add(e.unknown().EN)
	e.where(add)
	text := strings.TrimPrefix(strings.Join(parts, ", "), ", ")
	switch address := e.address(); {
	case e.DOI != "":
		return joined(text, ". ", "https://doi.org/"+e.DOI) // a stop would become part of the link
	case address != "":
		text = joined(text, ". Available at: ", address)
		if e.Accessed != "" {
			text += " (accessed " + language.Date(e.Accessed).EN + ")"
		}
		return text
	}
	if text == "" || strings.HasSuffix(text, ".") {
		return text
	}
	return text + "."
}

// title is the title, in quotation marks if it is a part of something.
func (e english) title() string {
	title := e.need(e.Title, "题名", "title")
	switch e.Kind {
	case "article", "web", "chapter", "paper", "newspaper", "preprint":
		if title != "" {
			return "‘" + title + "’"
		}
	case "standard":
		return joined(e.needs(e.Number, "标准号", "standard number"), ": ", title)
	case "dataset":
		return title + " [data set]"
	case "software":
		return title + " [computer program]"
	case "map":
		return title + " [map]"
	}
	return title
}

// where says where the work appeared.
func (e english) where(add func(string)) {
	switch e.Kind {
	case "article":
		add(e.container())
		issue := e.needs(e.Issue, "期号", "issue")
		if issue != "" {
			issue = "(" + issue + ")"
		}
		add(e.Volume + issue)
		add(pagesInEnglish(e.needs(e.Pages, "页码", "pages")))
		return
	case "newspaper":
		add(e.container())
		add(dayAndMonth(e.Date))
	case "web":
		add(e.container())
	case "thesis":
		add("thesis")
		add(joined(e.publisher(), ", ", in(e.Place, e.item)))
	case "patent":
		add(joined("patent ", "", e.needs(e.Number, "专利号", "patent number")))
		add(joined(in(e.Place, e.item), ": ", e.publisher()))
	case "standard":
		add(joined(in(e.Place, e.item), ": ", e.publisher()))
	default:
		add(e.Number)
		add(joined(in(e.Place, e.item), ": ", e.publisher()))
	}
	add(pagesInEnglish(e.Pages))
}

// people lists names, cut to the first when there are too many.
func (e english) people(people []language.Text) string {
	names, others := e.names(people)
	for i := range names {
		names[i] = e.name(names[i])
	}
	n := len(names)
	if n == 0 {
		return ""
	}
	if n > maxAuthors || others {
		if hasHan(names[:1]) {
			return names[0] + "等"
		}
		return names[0] + " et al."
	}
	if n == 1 {
		return names[0]
	}
	return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
}

// name writes Smith, J.A.
func (e english) name(name string) string {
	family, given, suffix, ok := split(name)
	if !ok {
		return name
	}
	return joined(joined(family, ", ", initials(given, ".", "", true)), ", ", suffix)
}

// editorsOf says that the names before it are those of editors.
func (e english) editorsOf(people []language.Text) string {
	switch names, others := e.names(people); {
	case len(names) == 0:
		return ""
	case len(names) == 1 && !others:
		return "(ed.)"
	}
	return "(eds)"
}

func (e english) translators() string {
	if len(e.Translators) == 0 {
		return ""
	}
	return "translated by " + e.people(e.Translators)
}

// edition writes a later edition than the first.
func (e english) edition() string {
	n, err := strconv.Atoi(e.Edition)
	switch {
	case e.Edition == "" || n == 1:
		return ""
	case err != nil:
		return e.Edition
	}
	return e.Edition + ordinal(n) + " edn"
}

// pagesInEnglish writes p. 5 or pp. 5–12. A blank stays as it is.
func pagesInEnglish(pages string) string {
	if pages == "" || strings.Trim(pages, "0123456789-–—,， ") != "" {
		return pages
	}
	if strings.ContainsAny(pages, "-–—,，") {
		return "pp. " + hyphens(pages, "–")
	}
	return "p. " + pages
}
