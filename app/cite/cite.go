// Package cite writes a source as an entry of a list of references: in Chinese
// after GB/T 7714 (numeric, with the marks [J] [M] [R] [EB/OL]), in English by
// author and date as British journals do.
//
//	cite.Reference(src, language.ZH)
//	// 李明, 王芳. 数字治理[J]. 政策研究, 2022(3): 5-12.
//	cite.Reference(src, language.EN)
//	// Li Ming and Wang Fang (2022) ‘Digital governance’, Policy Studies, (3), pp. 5–12.
//
// A field that a source does not have in one language is taken from the other;
// one that it does not have at all is left out, or shown as a named blank by
// [WithBlanks]. A source that says neither where it appeared nor when is said
// to be so, for a mark such as [J] with nothing after it tells a reader less.
package cite

import (
	"strings"

	"celun/app/argument"
	"celun/app/language"
)

// maxAuthors is how many authors are named in full: more are cut to the first
// three and 等 in Chinese, as GB/T 7714 has it, and to the first and et al. in
// English.
const maxAuthors = 3

// Reference returns the entry of s in l. What s does not give is left out.
func Reference(s argument.Source, l language.Language) string {
	return entry{s, l, func(language.Language, string) string { return "" }}.write()
}

// WithBlanks returns the entry of s in l with a blank for each field that an
// entry of its kind needs and s does not give. The blank is made by blank,
// which is given the language and the name of what is missing.
func WithBlanks(s argument.Source, l language.Language, blank func(l language.Language, name string) string) string {
	return entry{s, l, blank}.write()
}

// An entry is a source on the way to being written.
type entry struct {
	argument.Source
	l     language.Language
	blank func(l language.Language, name string) string
}

func (e entry) write() string {
	if e.l == language.EN {
		return e.english()
	}
	return e.chinese()
}

// chinese writes 作者. 题名[J]. 刊名, 年, 卷(期): 页.
func (e entry) chinese() string {
	var s strings.Builder
	sentence := func(text string) {
		if text != "" {
			s.WriteString(strings.TrimRight(text, ". ") + ". ")
		}
	}
	sentence(e.authors(", ", ", ", ", 等", maxAuthors))
	mark := map[string]string{"article": "[J]", "book": "[M]", "report": "[R]", "web": "[EB/OL]"}[e.Kind]
	if title := e.need(e.Title, "题名", "title"); title != "" {
		sentence(title + mark)
	}
	var in []string
	add := func(text string) {
		if text != "" {
			in = append(in, text)
		}
	}
	add(e.unknown().ZH)
	add(e.container())
	year := e.needs(e.Year, "年份", "year")
	if e.Kind != "article" {
		add(year)
		where := strings.Join(in, ", ")
		if e.Pages != "" {
			where = joined(where, ": ", hyphens(e.Pages, "-"))
		}
		sentence(where)
		s.WriteString(e.address())
		return strings.TrimSpace(s.String())
	}
	issue := e.needs(e.Issue, "期号", "issue")
	if issue != "" {
		issue = "(" + issue + ")"
	}
	if e.Volume != "" {
		add(year)
		add(e.Volume + issue)
	} else {
		add(year + issue)
	}
	where := strings.Join(in, ", ")
	if pages := e.needs(e.Pages, "页码", "pages"); pages != "" {
		where = joined(where, ": ", hyphens(pages, "-"))
	}
	sentence(where)
	s.WriteString(e.address())
	return strings.TrimSpace(s.String())
}

// english writes Author and Author (year) ‘Title’, Journal, volume(issue), pp. n–m.
func (e entry) english() string {
	head, after := e.authors(", ", " and ", " et al.", 1), ", "
	if year := e.needs(e.Year, "年份", "year"); year != "" {
		head, after = joined(head, " ", "("+year+")"), " "
	}
	title := e.need(e.Title, "题名", "title")
	if title != "" && (e.Kind == "article" || e.Kind == "web") {
		title = "‘" + title + "’"
	}
	parts := []string{joined(head, after, title)}
	add := func(text string) {
		if text != "" {
			parts = append(parts, text)
		}
	}
	add(e.unknown().EN)
	add(e.container())
	if e.Kind == "article" {
		issue := e.needs(e.Issue, "期号", "issue")
		if issue != "" {
			issue = "(" + issue + ")"
		}
		add(e.Volume + issue)
		add(pagesInEnglish(e.needs(e.Pages, "页码", "pages")))
	} else {
		add(pagesInEnglish(e.Pages))
	}
	text := strings.TrimPrefix(strings.Join(parts, ", "), ", ")
	if address := e.address(); address != "" {
		return joined(text, ". Available at: ", address) // a stop would become part of the link
	}
	if text == "" || strings.HasSuffix(text, ".") {
		return text
	}
	return text + "."
}

// authors lists the authors, cut to the first few when there are too many.
func (e entry) authors(join, last, others string, few int) string {
	var names []string
	for _, a := range e.Authors {
		if name := in(a, e.l); name != "" {
			names = append(names, name)
		}
	}
	switch n := len(names); {
	case n == 0:
		return e.missing("作者", "author")
	case n > maxAuthors:
		return strings.Join(names[:few], join) + others
	case n == 1:
		return names[0]
	default:
		return strings.Join(names[:n-1], join) + last + names[n-1]
	}
}

// container names what the source stands in, or who published it.
func (e entry) container() string {
	switch e.Kind {
	case "book", "report":
		if name := in(e.Container, e.l); name != "" && in(e.Publisher, e.l) == "" {
			return name
		}
		return e.need(e.Publisher, "出版机构", "publisher")
	case "web":
		return e.need(e.Container, "网站", "site")
	}
	return e.need(e.Container, "刊名", "journal")
}

// unknown says that neither the container nor the year of a titled source is
// known, unless there are blanks for them.
func (e entry) unknown() language.Text {
	if in(e.Title, e.l) == "" || e.container() != "" || e.needs(e.Year, "年份", "year") != "" {
		return language.Text{}
	}
	switch e.Kind {
	case "book", "report":
		return language.Text{ZH: "出版机构、年份不详", EN: "publisher and year not given"}
	case "web":
		return language.Text{ZH: "网站、年份不详", EN: "site and year not given"}
	}
	return language.Text{ZH: "刊名、年份不详", EN: "journal and year not given"}
}

// address returns the URL, which only a web page needs.
func (e entry) address() string {
	if e.URL == "" && e.Kind == "web" {
		return e.missing("网址", "address")
	}
	return e.URL
}

func (e entry) need(t language.Text, zh, en string) string { return e.needs(in(t, e.l), zh, en) }

func (e entry) needs(text, zh, en string) string {
	if text == "" {
		return e.missing(zh, en)
	}
	return text
}

func (e entry) missing(zh, en string) string {
	return e.blank(e.l, language.Text{ZH: zh, EN: en}.In(e.l))
}

// in returns the text in l, or else in the other language.
func in(t language.Text, l language.Language) string {
	if s := t.In(l); s != "" {
		return s
	}
	return t.In(l.Other())
}

// joined puts something between two texts if both are there.
func joined(a, between, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + between + b
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

// hyphens writes every dash between pages as the given one.
func hyphens(pages, dash string) string {
	return strings.NewReplacer("—", dash, "–", dash, "-", dash).Replace(pages)
}
