package cite

import (
	"slices"
	"strconv"
	"strings"

	"celun/app/language"
)

// chinese writes an entry after GB/T 7714, numeric. Newer is the edition of
// 2025, as far as public sources tell of it: the press notice of the body that
// drafted it and the styles that its users made from it. By them it sets full
// width commas, colons and round brackets in entries of both languages, no
// longer writes names in capitals, knows preprints (PP), data sets (DS), maps
// (CM) and archives (A, laws among them), puts the number of a standard before
// its name, and gives the date of access of works that are on the web only.
type chinese struct {
	entry
	newer bool
}

// marks are the marks of the kinds of work.
var marks = map[string]string{
	"article": "J", "book": "M", "chapter": "M", "paper": "C", "proceedings": "C", "thesis": "D", "report": "R", "newspaper": "N",
	"web": "EB", "standard": "S", "patent": "P", "preprint": "EB", "dataset": "DS", "software": "CP", "law": "Z", "archive": "A",
	"map": "CM", "other": "Z",
}

func (c chinese) comma() string {
	if c.newer {
		return "，"
	}
	return ", "
}

func (c chinese) colon() string {
	if c.newer {
		return "："
	}
	return ": "
}

func (c chinese) round(s string) string {
	switch {
	case s == "":
		return ""
	case c.newer:
		return "（" + s + "）"
	}
	return "(" + s + ")"
}

// word returns a word of the entry in the language of the work.
func (c chinese) word(zh, en string) string { return language.Text{ZH: zh, EN: en}.In(c.item) }

func (c chinese) write() string {
	var s strings.Builder
	sentence := func(text string) {
		if text = strings.TrimRight(text, ". "); text != "" {
			s.WriteString(text + ". ")
		}
	}
	head := c.people(c.authors())
	if head == "" && !slices.Contains([]string{"standard", "law", "map", "proceedings", "archive"}, c.Kind) {
		head = c.missing("作者", "author")
	}
	sentence(head)
	title := c.title()
	if c.part() {
		host := joined(c.people(c.Editors), ". ", in(c.Container, c.item))
		if title != "" || host != "" {
			sentence(joined(joined(title, ". ", c.translators()), "//", host))
		}
	} else {
		sentence(title)
		sentence(c.translators())
	}
	sentence(c.edition())
	sentence(c.where())
	sentence(c.address())
	if c.DOI != "" {
		sentence("DOI:" + c.DOI)
	}
	return strings.TrimSpace(s.String())
}

// authors returns who is named first: the authors, or the editors of a book
// without any.
func (c chinese) authors() []language.Text {
	if len(c.Authors) == 0 && !c.part() {
		return c.Editors
	}
	return c.Authors
}

// people lists names, three of them at most.
func (c chinese) people(people []language.Text) string {
	names, others := c.names(people)
	for i := range names {
		names[i] = c.name(names[i])
	}
	if len(names) == 0 {
		return ""
	}
	if len(names) > maxAuthors {
		names, others = names[:maxAuthors], true
	}
	s := strings.Join(names, c.comma())
	if others {
		if hasHan(names) {
			return s + c.comma() + "等"
		}
		return s + c.comma() + "et al."
	}
	return s
}

// name writes a name: of Western ones the family name, in capitals by the
// edition of 2015, and the initials without stops.
func (c chinese) name(name string) string {
	family, given, suffix, ok := split(name)
	if !ok {
		return name
	}
	if !c.newer {
		family = strings.ToUpper(family)
	} else if f := strings.TrimLeft(family, " "); f != "" {
		family = strings.ToUpper(f[:1]) + f[1:]
	}
	return joined(joined(family, " ", initials(given, "", " ", c.newer)), " ", strings.TrimRight(suffix, "."))
}

// title is the title with the number of the work and the mark of its kind.
func (c chinese) title() string {
	title := c.need(c.Title, "题名", "title")
	number := c.Number
	if number == "" && (c.Kind == "standard" || c.Kind == "patent") {
		number = c.missing(map[string]string{"standard": "标准号", "patent": "专利号"}[c.Kind], c.Kind+" number")
	}
	switch {
	case c.newer && c.Kind == "standard":
		title = joined(number, "　", title)
	case c.Kind != "article" && c.Kind != "newspaper" && c.Kind != "web":
		title = joined(title, c.colon(), number)
	}
	if title == "" {
		return ""
	}
	return title + c.mark()
}

func (c chinese) mark() string {
	mark := marks[c.Kind]
	if mark == "" {
		mark = "Z"
	}
	if c.newer {
		switch c.Kind {
		case "preprint":
			mark = "PP"
		case "law":
			mark = "A"
		}
	}
	if c.URL != "" || c.DOI != "" || c.Kind == "web" || c.Kind == "preprint" {
		mark += "/OL"
	}
	return "[" + mark + "]"
}

func (c chinese) translators() string {
	names, _ := c.names(c.Translators)
	for i := range names {
		names[i] = c.name(names[i])
	}
	if len(names) == 0 {
		return ""
	}
	return strings.Join(names, c.comma()) + c.comma() + c.word("译", "trans.")
}

// edition writes a later edition than the first.
func (c chinese) edition() string {
	n, err := strconv.Atoi(c.Edition)
	switch {
	case c.Edition == "" || n == 1:
		return ""
	case err != nil:
		return c.Edition
	case c.item == language.EN:
		return c.Edition + ordinal(n) + " ed."
	case c.newer:
		return c.Edition + " 版"
	}
	return c.Edition + "版"
}

// where says where and when the work appeared.
func (c chinese) where() string {
	if said := c.unknown().ZH; said != "" {
		return c.online(said, false)
	}
	switch c.Kind {
	case "article":
		return c.journal()
	case "newspaper":
		when := c.Date
		if when == "" {
			when = c.needs(c.year(), "出版日期", "date of publication")
		}
		return c.accessed(joined(c.container(), c.comma(), when) + c.round(hyphens(c.Pages, "-")))
	case "web", "preprint", "dataset", "software":
		return c.electronic()
	case "patent":
		when := c.Date
		if when == "" {
			when = c.needs(c.year(), "公告日期", "date of publication")
		}
		return c.accessed(joined(joined(c.published(), c.comma(), when), c.colon(), hyphens(c.Pages, "-")))
	}
	where := joined(c.published(), c.comma(), c.needs(c.year(), "年份", "year"))
	return c.accessed(joined(where, c.colon(), hyphens(c.Pages, "-")))
}

// published is the place and the publisher.
func (c chinese) published() string {
	return joined(in(c.Place, c.item), c.colon(), c.publisher())
}

// journal is the journal with year, volume, issue and pages.
func (c chinese) journal() string {
	year, issue := c.needs(c.year(), "年份", "year"), c.round(c.needs(c.Issue, "期号", "issue"))
	where := c.container()
	if c.Volume != "" {
		where = joined(joined(where, c.comma(), year), c.comma(), c.Volume+issue)
	} else {
		where = joined(where, c.comma(), year+issue)
	}
	return c.accessed(joined(where, c.colon(), hyphens(c.needs(c.Pages, "页码", "pages"), "-")))
}

// electronic is the site with the dates of a work that is on the web only.
func (c chinese) electronic() string {
	site := c.container()
	if c.newer && c.Kind == "web" && c.Date != "" {
		site = ""
	}
	if c.Date == "" || !c.newer && site != "" {
		site = joined(site, c.comma(), c.needs(c.year(), "年份", "year"))
	}
	if c.Kind != "web" {
		site = joined(site, c.colon(), hyphens(c.Pages, "-"))
	}
	return c.online(site, true)
}

// online adds the dates of a work on the web: of its last change, and of access.
func (c chinese) online(where string, dated bool) string {
	if dated && c.Date != "" {
		where += c.round(c.Date)
	}
	if c.Accessed != "" {
		where += "[" + c.Accessed + "]"
	}
	return where
}

// accessed adds the date of access of a printed work that was read on the web.
func (c chinese) accessed(where string) string {
	if c.newer || c.URL == "" {
		return where
	}
	return c.online(where, false)
}
