package cite

import (
	"regexp"
	"strings"

	"celun/app/argument"
	"celun/app/language"
)

// A risField is one line of RIS with those that continue it.
type risField struct{ tag, value string }

var risLine = regexp.MustCompile(`^([A-Z][A-Z0-9])  ?- ?(.*)$`)

// isRIS reports a text that begins as RIS does.
func isRIS(text string) bool {
	line, _, _ := strings.Cut(text, "\n")
	m := risLine.FindStringSubmatch(strings.TrimRight(line, " "))
	return m != nil && m[1] == "TY"
}

// risKinds are the kinds of work by their types in RIS.
var risKinds = map[string]string{
	"JOUR": "article", "MGZN": "article", "EJOUR": "article", "ABST": "article", "INPR": "article",
	"BOOK": "book", "EBOOK": "book", "EDBOOK": "book", "CHAP": "chapter", "ECHAP": "chapter", "ENCYC": "chapter", "DICT": "chapter",
	"CONF": "proceedings", "CPAPER": "paper", "THES": "thesis", "RPRT": "report", "GOVDOC": "report", "NEWS": "newspaper",
	"ELEC": "web", "BLOG": "web", "WEB": "web", "STAND": "standard", "PAT": "patent", "UNPB": "preprint", "DATA": "dataset",
	"AGGR": "dataset", "COMP": "software", "LEGAL": "law", "BILL": "law", "STAT": "law", "CASE": "law", "MANSCPT": "archive", "MAP": "map",
}

func readRIS(text string) ([]argument.Source, []Note) {
	var out []argument.Source
	var notes []Note
	var entry []risField
	begin := 0
	end := func() {
		if len(entry) > 1 {
			out = append(out, risSource(entry))
		}
		entry = nil
	}
	for n, line := range strings.Split(text, "\n") {
		m := risLine.FindStringSubmatch(strings.TrimRight(line, " "))
		switch {
		case m == nil && strings.TrimSpace(line) == "":
		case m == nil && len(entry) > 0:
			entry[len(entry)-1].value += " " + strings.TrimSpace(line)
		case m == nil:
			notes = append(notes, Note{Line: n + 1, Text: language.Text{
				ZH: "这一行不属于任何文献，已略过", EN: "this line belongs to no entry and was left out",
			}})
		case m[1] == "TY":
			if len(entry) > 0 {
				notes = append(notes, Note{Line: begin, Text: language.Text{
					ZH: "这条文献没有结束标记 ER，已读到下一条为止", EN: "this entry has no end (ER); it was read up to the next",
				}})
			}
			end()
			begin = n + 1
			entry = append(entry, risField{m[1], strings.TrimSpace(m[2])})
		case m[1] == "ER":
			end()
		case len(entry) > 0:
			entry = append(entry, risField{m[1], strings.TrimSpace(m[2])})
		}
	}
	end()
	return out, notes
}

func risSource(entry []risField) argument.Source {
	first := func(tags ...string) string {
		for _, tag := range tags {
			for _, f := range entry {
				if f.tag == tag && f.value != "" {
					return f.value
				}
			}
		}
		return ""
	}
	all := func(tags ...string) []language.Text {
		var out []language.Text
		for _, f := range entry {
			for _, tag := range tags {
				if f.tag == tag && f.value != "" {
					out = append(out, risName(f.value))
				}
			}
		}
		return out
	}
	title := first("TI", "T1", "CT")
	l := languageOf(first("LA"), title)
	year, date := dates(first("DA", "PY", "Y1"))
	if y, d := dates(first("PY", "Y1")); date == "" || d != "" && year == "" {
		year, date = y, d
	}
	_, accessed := dates(first("Y2"))
	pages := joined(first("SP"), "–", first("EP"))
	if strings.ContainsAny(first("SP"), "-–") {
		pages = first("SP")
	}
	s := argument.Source{
		ID: first("ID", "AN"), Kind: risKinds[entry[0].value], Language: l,
		Authors: all("AU", "A1"), Editors: all("ED", "A2"), Translators: all("A4"),
		Title: side(l, title), Container: side(l, first("JF", "T2", "JO", "BT", "JA")),
		Publisher: side(l, first("PB")), Place: side(l, first("CY", "PP")), Edition: first("ET"),
		Year: year, Date: date, Volume: first("VL"), Issue: first("IS"), Pages: pages,
		DOI: first("DO"), URL: first("UR"), Accessed: accessed,
	}
	switch s.Kind {
	case "":
		s.Kind = "other"
	case "report", "standard", "patent":
		s.Number, s.Issue = joined(first("M1"), "", ""), ""
		if s.Number == "" {
			s.Number = first("IS", "SN")
		}
	}
	return s
}

// risName reads Smith, John A. or 李明; a Chinese name may be written 李, 明.
func risName(s string) language.Text {
	if strings.ContainsFunc(s, language.IsHan) {
		return language.Text{ZH: strings.NewReplacer(", ", "", ",", "", "，", "").Replace(s)}
	}
	family, given, found := strings.Cut(s, ",")
	if !found {
		return language.Text{EN: s}
	}
	if given, suffix, more := strings.Cut(given, ","); more {
		family += ", " + strings.TrimSpace(suffix)
		return person(family, given)
	}
	return person(family, given)
}
