package cite

import (
	"strings"
	"unicode"

	"celun/app/argument"
	"celun/app/language"
)

// A bibReader goes through a BibTeX file.
type bibReader struct {
	text  string
	at    int
	words map[string]string // of @string
	notes []Note
}

// months are the words that BibTeX knows without being told.
var months = map[string]string{
	"jan": "01", "feb": "02", "mar": "03", "apr": "04", "may": "05", "jun": "06",
	"jul": "07", "aug": "08", "sep": "09", "oct": "10", "nov": "11", "dec": "12",
}

// bibKinds are the kinds of work by their types in BibTeX and BibLaTeX.
var bibKinds = map[string]string{
	"article": "article", "suppperiodical": "article", "book": "book", "mvbook": "book", "booklet": "book", "collection": "book",
	"mvcollection": "book", "manual": "book", "reference": "book", "inbook": "chapter", "bookinbook": "chapter", "incollection": "chapter",
	"inreference": "chapter", "suppbook": "chapter", "inproceedings": "paper", "conference": "paper", "proceedings": "proceedings",
	"mvproceedings": "proceedings", "phdthesis": "thesis", "mastersthesis": "thesis", "thesis": "thesis", "report": "report",
	"techreport": "report", "newspaper": "newspaper", "online": "web", "electronic": "web", "www": "web", "webpage": "web",
	"standard": "standard", "patent": "patent", "unpublished": "preprint", "preprint": "preprint", "dataset": "dataset",
	"software": "software", "legislation": "law", "legal": "law", "archive": "archive", "map": "map",
}

func readBibTeX(text string) ([]argument.Source, []Note) {
	r := &bibReader{text: text, words: map[string]string{}}
	var out []argument.Source
	for r.find('@') {
		begin := r.at
		r.at++
		kind := strings.ToLower(r.word())
		r.space()
		if kind == "" || r.at >= len(r.text) || r.text[r.at] != '{' && r.text[r.at] != '(' {
			continue
		}
		r.at++
		switch kind {
		case "comment", "preamble":
			r.skip()
		case "string":
			r.fields(func(name, value string) { r.words[name] = value })
		default:
			fields := map[string]string{}
			r.space()
			id := r.until(",})")
			if r.at < len(r.text) && r.text[r.at] == ',' {
				r.at++
			}
			whole := r.fields(func(name, value string) { fields[name] = value })
			if !whole {
				r.note(begin, id, "这条文献没有写完或有错，只读到出错处", "this entry is cut off or faulty; it was read up to the fault")
			}
			if len(fields) > 0 {
				out = append(out, bibSource(kind, id, fields))
			}
		}
	}
	return out, r.notes
}

func (r *bibReader) note(at int, id, zh, en string) {
	r.notes = append(r.notes, Note{Line: 1 + strings.Count(r.text[:at], "\n"), Entry: id, Text: language.Text{ZH: zh, EN: en}})
}

// find goes to the next character c.
func (r *bibReader) find(c byte) bool {
	i := strings.IndexByte(r.text[r.at:], c)
	if i < 0 {
		r.at = len(r.text)
		return false
	}
	r.at += i
	return true
}

func (r *bibReader) space() {
	for r.at < len(r.text) && strings.IndexByte(" \t\n", r.text[r.at]) >= 0 {
		r.at++
	}
}

// word reads a name.
func (r *bibReader) word() string {
	begin := r.at
	for r.at < len(r.text) && strings.IndexByte(" \t\n{}(),=#\"%@", r.text[r.at]) < 0 {
		r.at++
	}
	return r.text[begin:r.at]
}

// until reads up to one of the characters.
func (r *bibReader) until(stops string) string {
	begin := r.at
	for r.at < len(r.text) && strings.IndexByte(stops, r.text[r.at]) < 0 {
		r.at++
	}
	return strings.TrimSpace(r.text[begin:r.at])
}

// skip goes past the end of an entry that is not read.
func (r *bibReader) skip() {
	for depth := 1; r.at < len(r.text) && depth > 0; r.at++ {
		switch r.text[r.at] {
		case '{', '(':
			depth++
		case '}', ')':
			depth--
		}
	}
}

// fields reads name = value pairs up to the end of the entry, and reports
// whether it ended as it should.
func (r *bibReader) fields(take func(name, value string)) bool {
	for {
		r.space()
		if r.at >= len(r.text) {
			return false
		}
		switch r.text[r.at] {
		case '}', ')':
			r.at++
			return true
		case ',':
			r.at++
			continue
		}
		name := strings.ToLower(r.word())
		r.space()
		if name == "" || r.at >= len(r.text) || r.text[r.at] != '=' {
			return false
		}
		r.at++
		value, ok := r.value()
		if value = strings.TrimSpace(value); value != "" {
			take(name, value)
		}
		if !ok {
			return false
		}
	}
}

// value reads a value: parts in braces, in quotation marks, or words, joined
// by #.
func (r *bibReader) value() (string, bool) {
	var out strings.Builder
	for {
		r.space()
		if r.at >= len(r.text) {
			return out.String(), false
		}
		switch c := r.text[r.at]; c {
		case '{', '"':
			part, ok := r.quoted(c)
			out.WriteString(part)
			if !ok {
				return out.String(), false
			}
		default:
			w := r.word()
			if w == "" {
				return out.String(), false
			}
			switch known, ok := r.words[strings.ToLower(w)]; {
			case ok:
				out.WriteString(known)
			case months[strings.ToLower(w)] != "":
				out.WriteString(months[strings.ToLower(w)])
			default:
				out.WriteString(w)
			}
		}
		r.space()
		if r.at >= len(r.text) || r.text[r.at] != '#' {
			return out.String(), true
		}
		r.at++
	}
}

// quoted reads a part in braces or quotation marks; braces within it pair.
func (r *bibReader) quoted(open byte) (string, bool) {
	r.at++
	begin, depth := r.at, 0
	for ; r.at < len(r.text); r.at++ {
		switch c := r.text[r.at]; {
		case c == '\\' && r.at+1 < len(r.text):
			r.at++
		case c == '{':
			depth++
		case c == '}' && depth > 0:
			depth--
		case depth == 0 && (c == '}' && open == '{' || c == '"' && open == '"'):
			r.at++
			return r.text[begin : r.at-1], true
		}
	}
	return r.text[begin:min(r.at, len(r.text))], false
}

func bibSource(kind, id string, f map[string]string) argument.Source {
	get := func(names ...string) string {
		for _, n := range names {
			if f[n] != "" {
				return unTeX(f[n])
			}
		}
		return ""
	}
	title := get("title")
	if sub := get("subtitle"); sub != "" {
		title = joined(title, ": ", sub)
	}
	l := languageOf(get("langid", "language"), title)
	year, date := dates(get("date"))
	if year == "" {
		year = get("year")
	}
	if m := get("month"); date == "" && m != "" {
		if word := months[strings.ToLower(m[:min(3, len(m))])]; word != "" {
			m = word
		}
		if whole := iso(year + "-" + m); len(whole) > len(year) {
			date = whole
		}
	}
	_, accessed := dates(get("urldate"))
	s := argument.Source{
		ID: id, Kind: bibKinds[kind], Language: l,
		Authors: bibNames(f["author"]), Editors: bibNames(f["editor"]), Translators: bibNames(f["translator"]),
		Title: side(l, title), Container: side(l, get("journaltitle", "journal", "booktitle", "website")),
		Edition: get("edition"), Place: side(l, get("location", "address")),
		Publisher: side(l, get("publisher", "institution", "school", "organization", "howpublished")),
		Year:      year, Date: date, Volume: get("volume"), Issue: get("number", "issue"), Pages: get("pages"),
		DOI: get("doi"), URL: get("url"), Accessed: accessed,
	}
	switch s.Kind {
	case "":
		s.Kind = "other"
		if s.URL != "" {
			s.Kind = "web"
		}
		if get("eprint") != "" {
			s.Kind = "preprint"
		}
	case "report", "standard", "patent", "law", "archive":
		s.Number, s.Issue = s.Issue, ""
	}
	if strings.HasPrefix(s.Publisher.EN, "http") {
		if s.URL == "" {
			s.URL = s.Publisher.EN
		}
		s.Publisher = language.Text{}
	}
	return s
}

// bibNames reads names joined by and.
func bibNames(s string) []language.Text {
	var out []language.Text
	for _, name := range splitAnd(s) {
		raw := strings.TrimSpace(name)
		switch {
		case raw == "":
		case raw == "others":
			out = append(out, Others)
		case strings.HasPrefix(raw, "{") && strings.HasSuffix(raw, "}") && balanced(raw[1:len(raw)-1]):
			body := unTeX(raw)
			out = append(out, side(languageOf("", body), strings.ReplaceAll(body, ",", "")))
		default:
			out = append(out, bibName(unTeX(raw)))
		}
	}
	return out
}

// balanced reports braces that pair within s.
func balanced(s string) bool {
	depth := 0
	for _, r := range s {
		switch r {
		case '{':
			depth++
		case '}':
			if depth--; depth < 0 {
				return false
			}
		}
	}
	return depth == 0
}

// splitAnd cuts at the word and outside braces.
func splitAnd(s string) []string {
	var out []string
	depth, begin := 0, 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '{':
			depth++
		case '}':
			depth--
		case ' ', '\n', '\t':
			rest := s[i+1:]
			if depth == 0 && len(rest) > 3 && strings.EqualFold(rest[:3], "and") && strings.IndexByte(" \n\t", rest[3]) >= 0 {
				out = append(out, s[begin:i])
				i += 4
				begin = i
			}
		}
	}
	return append(out, s[min(begin, len(s)):])
}

// bibName reads Family, Given; Family, Jr, Given; or Given von Family.
func bibName(s string) language.Text {
	s = strings.Join(strings.Fields(s), " ")
	if strings.ContainsFunc(s, language.IsHan) || strings.Contains(s, ",") {
		if parts := strings.SplitN(s, ",", 3); len(parts) == 3 { // here Jr stands in the middle
			return person(strings.TrimSpace(parts[0])+", "+strings.TrimSpace(parts[1]), parts[2])
		}
		return risName(s)
	}
	words := strings.Fields(s)
	if len(words) < 2 {
		return language.Text{EN: s}
	}
	at := len(words) - 1
	for i := 1; i < len(words)-1; i++ { // particles belong to the family name
		if r := []rune(words[i])[0]; unicode.IsLower(r) {
			at = i
			break
		}
	}
	return person(strings.Join(words[at:], " "), strings.Join(words[:at], " "))
}
