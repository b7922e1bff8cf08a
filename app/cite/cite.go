// Package cite writes a source as an entry of a list of references: in Chinese
// after GB/T 7714 (numeric, with the marks [J] [M] [R] [EB/OL]), in English by
// author and date as British journals do. It also reads sources from CSL-JSON,
// BibTeX and RIS, and writes CSL-JSON.
//
//	cite.Reference(src, language.ZH)
//	// 李明, 王芳. 数字治理[J]. 政策研究, 2022(3): 5-12.
//	cite.Reference(src, language.EN)
//	// Li Ming and Wang Fang (2022) ‘Digital governance’, Policy Studies, (3), pp. 5–12.
//	sources, notes, err := cite.Read("library.bib", data)
//
// An entry of a Chinese list is in the language that the work is written in:
// 等 and 译 of a Chinese work, et al. and trans. of an English one.
//
// A field that a source does not have in one language is taken from the other;
// one that it does not have at all is left out, or shown as a named blank by
// [Style.WithBlanks]. A source that says neither where it appeared nor when is said
// to be so, for a mark such as [J] with nothing after it tells a reader less.
package cite

import (
	"strings"

	"celun/app/argument"
	"celun/app/language"
)

// A Style is a way to write references.
type Style string

// The styles. GB2015 is GB/T 7714-2015 and what is empty in Chinese. GB2025 is
// that with the differences of GB/T 7714-2025 for which there is a public
// source: it was not written from the standard itself. AuthorDate is the
// English one.
const (
	GB2015     Style = "gbt7714-2015"
	GB2025     Style = "gbt7714-2025"
	AuthorDate Style = "author-date"
)

// Styles returns every style.
func Styles() []Style { return []Style{GB2015, GB2025, AuthorDate} }

// Name returns what a style is called. That of GB/T 7714-2025 says that it does
// not rest on the standard itself.
func (st Style) Name() language.Text {
	switch st {
	case GB2025:
		return language.Text{ZH: "GB/T 7714—2025（据公开资料，未核对标准原文）", EN: "GB/T 7714-2025 (from public sources, not checked against the standard)"}
	case AuthorDate:
		return language.Text{ZH: "英文著者—出版年", EN: "Author–date, English"}
	}
	return language.Text{ZH: "GB/T 7714—2015", EN: "GB/T 7714-2015"}
}

// maxAuthors is how many authors are named in full: more are cut to the first
// three and 等 in Chinese, as GB/T 7714 has it, and to the first and et al. in
// English.
const maxAuthors = 3

// Reference returns the entry of s in l: after GB/T 7714-2015 in Chinese, by
// author and date in English. What s does not give is left out.
func Reference(s argument.Source, l language.Language) string { return styleOf(l).Write(s) }

// WithBlanks is [Style.WithBlanks] in the style of a language, as [Reference]
// has it.
func WithBlanks(s argument.Source, l language.Language, blank func(l language.Language, name string) string) string {
	return styleOf(l).WithBlanks(s, blank)
}

// WithBlanks returns the entry of s in a style with a blank for each field that
// an entry of its kind needs and s does not give. The blank is made by blank,
// which is given the language of the list and the name of what is missing.
func (st Style) WithBlanks(s argument.Source, blank func(l language.Language, name string) string) string {
	return st.write(s, blank)
}

// Write returns the entry of s in a style. What s does not give is left out.
func (st Style) Write(s argument.Source) string {
	return st.write(s, func(language.Language, string) string { return "" })
}

func styleOf(l language.Language) Style {
	if l == language.EN {
		return AuthorDate
	}
	return GB2015
}

func (st Style) write(s argument.Source, blank func(l language.Language, name string) string) string {
	if st == AuthorDate {
		return english{entry{s, language.EN, language.EN, blank}}.write()
	}
	return chinese{entry{s, written(s), language.ZH, blank}, st == GB2025}.write()
}

// written returns the language that a work is written in.
func written(s argument.Source) language.Language {
	switch {
	case s.Language != "":
		return s.Language
	case s.Title.ZH == "" && s.Title.EN != "":
		return language.EN
	}
	return language.ZH
}

// An entry is a source on the way to being written.
type entry struct {
	argument.Source
	item  language.Language // of its words
	list  language.Language // of the list that it stands in, and of its blanks
	blank func(l language.Language, name string) string
}

// part reports a work that stands in a book of its own title.
func (e entry) part() bool {
	return (e.Kind == "chapter" || e.Kind == "paper") && !e.Container.IsEmpty()
}

// year returns the year of publication.
func (e entry) year() string {
	if e.Year == "" && len(e.Date) >= 4 {
		return e.Date[:4]
	}
	return e.Year
}

// container names what the source stands in, or who published it.
func (e entry) container() string {
	switch e.Kind {
	case "article":
		return e.need(e.Container, "刊名", "journal")
	case "newspaper":
		return e.need(e.Container, "报名", "newspaper")
	case "web":
		return e.need(e.Container, "网站", "site")
	}
	return e.publisher()
}

// publisher names who published the source, or else what it stands in.
func (e entry) publisher() string {
	if in(e.Publisher, e.item) == "" && !e.part() {
		if name := in(e.Container, e.item); name != "" {
			return name
		}
	}
	switch e.Kind {
	case "thesis":
		return e.need(e.Publisher, "学位授予单位", "university")
	case "patent", "law", "archive", "preprint", "other", "paper":
		return in(e.Publisher, e.item)
	}
	return e.need(e.Publisher, "出版机构", "publisher")
}

// unknown says that neither the container nor the year of a titled source is
// known, unless there are blanks for them.
func (e entry) unknown() language.Text {
	if in(e.Title, e.item) == "" || e.container() != "" || e.needs(e.year(), "年份", "year") != "" || e.part() {
		return language.Text{}
	}
	switch e.Kind {
	case "article", "newspaper":
		return language.Text{ZH: "刊名、年份不详", EN: "journal and year not given"}
	case "web":
		return language.Text{ZH: "网站、年份不详", EN: "site and year not given"}
	}
	return language.Text{ZH: "出版机构、年份不详", EN: "publisher and year not given"}
}

// address returns the URL, which only a web page needs.
func (e entry) address() string {
	if e.URL == "" && e.DOI == "" && e.Kind == "web" {
		return e.missing("网址", "address")
	}
	return e.URL
}

func (e entry) need(t language.Text, zh, en string) string { return e.needs(in(t, e.item), zh, en) }

func (e entry) needs(text, zh, en string) string {
	if text == "" {
		return e.missing(zh, en)
	}
	return text
}

func (e entry) missing(zh, en string) string {
	return e.blank(e.list, language.Text{ZH: zh, EN: en}.In(e.list))
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

// ordinal writes 2 as 2nd.
func ordinal(n int) string {
	switch {
	case n%100/10 == 1:
		return "th"
	case n%10 == 1:
		return "st"
	case n%10 == 2:
		return "nd"
	case n%10 == 3:
		return "rd"
	}
	return "th"
}

// hyphens writes every dash between pages as the given one.
func hyphens(pages, dash string) string {
	return strings.NewReplacer("--", dash, "—", dash, "–", dash, "-", dash).Replace(pages)
}
