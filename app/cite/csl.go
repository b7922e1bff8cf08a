package cite

import (
	"encoding/json"
	"strconv"
	"strings"

	"celun/app/argument"
	"celun/app/language"
)

// A cslItem is a work in CSL-JSON. What may be a number or a text is kept raw.
type cslItem struct {
	ID         cslText   `json:"id"`
	Type       string    `json:"type"`
	Language   string    `json:"language,omitempty"`
	Author     []cslName `json:"author,omitempty"`
	Editor     []cslName `json:"editor,omitempty"`
	Translator []cslName `json:"translator,omitempty"`
	Title      cslText   `json:"title,omitempty"`
	Container  cslText   `json:"container-title,omitempty"`
	Publisher  cslText   `json:"publisher,omitempty"`
	Place      cslText   `json:"publisher-place,omitempty"`
	Edition    cslText   `json:"edition,omitempty"`
	Number     cslText   `json:"number,omitempty"`
	Issued     *cslDate  `json:"issued,omitempty"`
	Accessed   *cslDate  `json:"accessed,omitempty"`
	Volume     cslText   `json:"volume,omitempty"`
	Issue      cslText   `json:"issue,omitempty"`
	Page       cslText   `json:"page,omitempty"`
	DOI        cslText   `json:"DOI,omitempty"`
	URL        cslText   `json:"URL,omitempty"`
}

// A cslText is a text that programs also write as a number or as a list.
type cslText string

// UnmarshalJSON takes a text, a number, or the first of a list.
func (t *cslText) UnmarshalJSON(data []byte) error {
	var value any
	if err := json.Unmarshal(data, &value); err != nil {
		return err
	}
	if list, ok := value.([]any); ok && len(list) > 0 {
		value = list[0]
	}
	switch v := value.(type) {
	case string:
		*t = cslText(v)
	case float64:
		*t = cslText(strconv.FormatFloat(v, 'f', -1, 64))
	}
	return nil
}

type cslName struct {
	Family   string `json:"family,omitempty"`
	Given    string `json:"given,omitempty"`
	Particle string `json:"non-dropping-particle,omitempty"`
	Dropping string `json:"dropping-particle,omitempty"`
	Suffix   string `json:"suffix,omitempty"`
	Literal  string `json:"literal,omitempty"`
}

type cslDate struct {
	Parts   [][]cslText `json:"date-parts,omitempty"`
	Raw     string      `json:"raw,omitempty"`
	Literal string      `json:"literal,omitempty"`
}

// cslKinds are the kinds of work by their types in CSL; the first of a kind is
// the one that is written.
var cslKinds = []struct{ csl, kind string }{
	{"article-journal", "article"},
	{"article-magazine", "article"},
	{"review", "article"},
	{"book", "book"},
	{"chapter", "chapter"},
	{"entry-encyclopedia", "chapter"},
	{"entry-dictionary", "chapter"},
	{"paper-conference", "paper"},
	{"thesis", "thesis"},
	{"report", "report"},
	{"article-newspaper", "newspaper"},
	{"webpage", "web"},
	{"post-weblog", "web"},
	{"post", "web"},
	{"standard", "standard"},
	{"patent", "patent"},
	{"article", "preprint"},
	{"dataset", "dataset"},
	{"software", "software"},
	{"legislation", "law"},
	{"regulation", "law"},
	{"bill", "law"},
	{"treaty", "law"},
	{"collection", "archive"},
	{"manuscript", "archive"},
	{"map", "map"},
	{"document", "other"},
	{"periodical", "proceedings"},
}

func readCSL(text string) ([]argument.Source, error) {
	var items []cslItem
	if strings.HasPrefix(strings.TrimSpace(text), "{") {
		var whole struct {
			cslItem
			Items []cslItem `json:"items"`
		}
		if err := json.Unmarshal([]byte(text), &whole); err != nil {
			return nil, err
		}
		if items = whole.Items; items == nil {
			items = []cslItem{whole.cslItem}
		}
	} else if err := json.Unmarshal([]byte(text), &items); err != nil {
		return nil, err
	}
	var out []argument.Source
	for _, it := range items {
		if it.Title == "" && it.Type == "" && it.ID == "" {
			continue
		}
		out = append(out, it.source())
	}
	return out, nil
}

func (it *cslItem) source() argument.Source {
	l := languageOf(it.Language, string(it.Title))
	year, date := it.Issued.read()
	_, accessed := it.Accessed.read()
	s := argument.Source{
		ID: string(it.ID), Kind: "other", Language: l,
		Authors: people(it.Author), Editors: people(it.Editor), Translators: people(it.Translator),
		Title: side(l, string(it.Title)), Container: side(l, string(it.Container)),
		Publisher: side(l, string(it.Publisher)), Place: side(l, string(it.Place)),
		Edition: string(it.Edition), Number: string(it.Number), Year: year, Date: date,
		Volume: string(it.Volume), Issue: string(it.Issue), Pages: string(it.Page),
		DOI: string(it.DOI), URL: string(it.URL), Accessed: accessed,
	}
	for _, k := range cslKinds {
		if k.csl == it.Type {
			s.Kind = k.kind
			break
		}
	}
	return s
}

func people(names []cslName) []language.Text {
	var out []language.Text
	for _, n := range names {
		switch {
		case n.Literal != "":
			out = append(out, side(languageOf("", n.Literal), n.Literal))
		case n.Family != "" || n.Given != "":
			family := strings.TrimSpace(n.Dropping + " " + n.Particle + " " + n.Family)
			if n.Suffix != "" {
				family += ", " + n.Suffix
			}
			out = append(out, person(family, n.Given))
		}
	}
	return out
}

// read returns the year of a date, and the whole of it if more is known.
func (d *cslDate) read() (year, date string) {
	if d == nil {
		return "", ""
	}
	if len(d.Parts) > 0 && len(d.Parts[0]) > 0 {
		var parts []string
		for _, p := range d.Parts[0] {
			parts = append(parts, string(p))
		}
		return dates(strings.Join(parts, "-"))
	}
	if d.Raw != "" {
		return dates(d.Raw)
	}
	return dates(d.Literal)
}

// WriteCSL returns sources as CSL-JSON, which programs that keep references
// read: each in the language it is written in.
func WriteCSL(sources []argument.Source) ([]byte, error) {
	items := []cslItem{}
	for _, s := range sources {
		l := written(s)
		text := func(t language.Text) cslText { return cslText(in(t, l)) }
		it := cslItem{
			ID: cslText(s.ID), Type: "document", Language: l.Tag(),
			Author: cslNames(s.Authors, l), Editor: cslNames(s.Editors, l), Translator: cslNames(s.Translators, l),
			Title: text(s.Title), Container: text(s.Container), Publisher: text(s.Publisher), Place: text(s.Place),
			Edition: cslText(s.Edition), Number: cslText(s.Number), Volume: cslText(s.Volume), Issue: cslText(s.Issue),
			Page: cslText(hyphens(s.Pages, "-")), DOI: cslText(s.DOI), URL: cslText(s.URL),
			Issued: cslDateOf(s.Date, s.Year), Accessed: cslDateOf(s.Accessed, ""),
		}
		for _, k := range cslKinds {
			if k.kind == s.Kind {
				it.Type = k.csl
				break
			}
		}
		items = append(items, it)
	}
	out, err := json.MarshalIndent(items, "", "  ")
	if err != nil {
		return nil, err
	}
	return append(out, '\n'), nil
}

func cslNames(people []language.Text, l language.Language) []cslName {
	var out []cslName
	for _, p := range people {
		name := in(p, l)
		if p == Others {
			continue // CSL has no place for them
		}
		if family, given, suffix, ok := split(name); ok {
			out = append(out, cslName{Family: family, Given: given, Suffix: suffix})
		} else if name != "" {
			out = append(out, cslName{Literal: name})
		}
	}
	return out
}

func cslDateOf(date, year string) *cslDate {
	if date == "" {
		date = year
	}
	whole := iso(date)
	if whole == "" || whole != date {
		if date == "" {
			return nil
		}
		return &cslDate{Literal: date}
	}
	var parts []cslText
	for p := range strings.SplitSeq(whole, "-") {
		parts = append(parts, cslText(strings.TrimLeft(p, "0")))
	}
	return &cslDate{Parts: [][]cslText{parts}}
}
