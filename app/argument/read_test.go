package argument_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"celun/app/argument"
	"celun/app/language"
)

// good is a small pack that every case below breaks in one place.
const good = `format: celun-pack/1
id: sample
version: 2
title: {zh: 样本, en: Sample}
source:
  id: src
  kind: article
  authors: [{zh: 李明, en: Li Ming}]
  title: {zh: 文章, en: An article}
  container: {zh: "", en: ""}
  year: 2022
  volume:
arguments:
  - id: C1
    kind: challenge
    version: 1
    title: {zh: 监管薄弱, en: Weak oversight}
    line: {zh: 监管跟不上。, en: Oversight lags behind.}
    statement: {zh: 监管跟不上技术。, en: Oversight lags behind technology.}
    place: {section: 三(一), paragraph: 1}
    claim: author
    tags: [安全]
    links: []
  - id: M1
    kind: countermeasure
    version: 1
    title: {zh: 补齐监管, en: Mend oversight}
    line: {zh: 补齐监管。, en: Mend oversight.}
    statement: {zh: 把监管补齐。, en: Mend the oversight.}
    place: {section: 五(一), paragraph: 2}
    claim: author
    links:
      - kind: answers
        to: C1
        reason: {zh: 正对监管。, en: It meets oversight head on.}
        rank: 1
  - id: E1
    kind: evidence
    version: 1
    title: {zh: 三次泄露, en: Three leaks}
    line: {zh: 有三次。, en: There were three.}
    statement: {zh: 有三次泄露。, en: There were three leaks.}
    place: {section: 三(一), paragraph: 1}
    claim: fact
    evidence: {value: 3.0, number: 3, unit: leaks, date: 2021-05}
    links: [{kind: supports, to: C1, reason: {zh: 事例。, en: An example.}}]
terms:
  - id: gap
    zh: [{text: 数字鸿沟, status: preferred}, {text: 数码鸿沟, status: avoid}]
    en: [{text: digital divide, status: preferred}]
`

func TestReadGoodPack(t *testing.T) {
	for _, data := range []string{good, "\ufeff" + good, strings.ReplaceAll(good, "\n", "\r\n")} {
		p, err := argument.Read("a.yaml", []byte(data))
		if err != nil {
			t.Fatal(err)
		}
		m, ok := p.Argument("M1")
		if !ok || m.Links[0].To != "C1" || m.Links[0].Rank != 1 || m.Place.Paragraph != 2 {
			t.Errorf("M1 = %+v, %v", m, ok)
		}
		e, _ := p.Argument("E1")
		if e.Evidence.Value != "3.0" || *e.Evidence.Number != 3 || e.Evidence.Date != "2021-05" {
			t.Errorf("evidence = %+v: a value keeps its digits", e.Evidence)
		}
		if p.Source.Year != "2022" || p.Source.Volume != "" {
			t.Errorf("source = %+v", p.Source)
		}
		if got := strings.Join(p.UserTerms(), " "); got != "数字鸿沟" {
			t.Errorf("UserTerms = %q, want the one that is not to be avoided", got)
		}
		if _, ok := p.Term("gap"); !ok {
			t.Error("term gap is not found")
		}
	}
}

// Each case replaces the first old by new and expects the fault at the line
// where want stands in the changed text.
func TestReadNamesLineAndEntry(t *testing.T) {
	for _, c := range []struct{ name, old, new, at, id, want string }{
		{"double id", "id: M1", "id: C1", "id: C1\n    kind: counter", "C1", "stands twice"},
		{"strange id", "id: M1", "id: M 1", "id: M 1", "M 1", "an id begins"},
		{"unknown kind", "kind: challenge", "kind: complaint", "kind: complaint", "C1", `kind cannot be "complaint"`},
		{"unknown claim", "claim: fact", "claim: rumour", "claim: rumour", "E1", `claim cannot be "rumour"`},
		{"unknown link kind", "kind: supports", "kind: proves", "kind: proves", "E1", `kind cannot be "proves"`},
		{"strange target", "to: C1\n", "to: C 9\n", "to: C 9", "M1", "an id begins"},
		{"self link", "to: C1\n", "to: M1\n", "to: M1", "M1", "cannot link to itself"},
		{"answers no challenge", "to: C1\n", "to: E1\n", "to: E1", "M1", "answers leads to a challenge"},
		{"title in neither language", "title: {zh: 监管薄弱, en: Weak oversight}", "title: {zh: ''}", "title: {zh: ''}", "C1", "title is missing"},
		{"deleted twice", "terms:", "bin: [{id: C1, kind: challenge}]\nterms:", "bin: [{id", "C1", "the id C1 stands twice"},
		{"missing statement", "    statement: {zh: 有三次泄露。, en: There were three leaks.}\n", "", "- id: E1", "E1", "statement is missing"},
		{"missing reason", ", reason: {zh: 事例。, en: An example.}", "", "links: [{kind: supports", "E1", "reason is missing"},
		{"place without a section", "place: {section: 五(一), paragraph: 2}", "place: {paragraph: 2}", "place: {paragraph: 2}", "M1", "place section is missing"},
		{"paragraph nought", "paragraph: 2", "paragraph: 0", "paragraph: 0", "M1", "place paragraph is missing"},
		{"evidence on a challenge", "tags: [安全]", "evidence: {value: 1}", "evidence: {value: 1}", "C1", "only an entry of kind evidence"},
		{"bad date", "date: 2021-05", "date: May", "date: May", "E1", "a date is written"},
		{"not a number", "number: 3", "number: three", "number: three", "E1", "number should be a number"},
		{"infinite number", "number: 3", "number: .inf", "number: .inf", "E1", "number should be a number"},
		{"not whole", "rank: 1", "rank: first", "rank: first", "M1", "rank should be a whole number"},
		{"unknown field", "tags: [安全]", "tagz: [安全]", "tagz", "C1", `the field "tagz" is not known`},
		{"wrong shape", "title: {zh: 监管薄弱, en: Weak oversight}", "title: 监管薄弱", "title: 监管薄弱", "C1", "title should be a group of fields"},
		{"list expected", "tags: [安全]", "tags: 安全", "tags: 安全", "C1", "tags should be a list"},
		{"term in one language", "    en: [{text: digital divide, status: preferred}]\n", "", "- id: gap", "gap", "no English rendering"},
		{"only renderings to avoid", "divide, status: preferred", "divide, status: avoid", "en: [{text: digital", "gap", "no English rendering"},
		{"unknown status", "status: avoid", "status: never", "status: never", "gap", `status cannot be "never"`},
		{"alias", "tags: [安全]", "tags: &a [安全]", "tags: &a", "C1", "anchors and aliases"},
		{"link twice", "links: [{kind", "links: [{kind: supports, to: C1, reason: {zh: 一, en: one}}, {kind", "links: [{kind", "E1", "stands twice"},
		{"unknown source kind", "kind: article", "kind: rumour", "kind: rumour", "", `kind cannot be "rumour"`},
		{"no version", "version: 2\n", "", "format:", "", "version is missing"},
		{"cut off before the terms", good[strings.Index(good, "terms:"):], "", "format:", "", "terms is missing"},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := strings.Replace(good, c.old, c.new, 1)
			if data == good {
				t.Fatal("the case changes nothing")
			}
			line := 1 + strings.Count(data[:strings.Index(data, c.at)], "\n")
			faults := argument.Check([]byte(data))
			if len(faults) == 0 {
				t.Fatal("no fault")
			}
			f := faults[0]
			if f.Line != line || f.ID != c.id || !strings.Contains(f.Text.EN, c.want) {
				t.Errorf("fault = line %d, %q, %q; want line %d, %q, …%s…", f.Line, f.ID, f.Text.EN, line, c.id, c.want)
			}
			if f.Text.ZH == "" || f.Text.ZH == f.Text.EN {
				t.Errorf("Chinese of the fault = %q", f.Text.ZH)
			}
			p, err := argument.Read("a.yaml", []byte(data))
			if p != nil || !strings.HasPrefix(err.Error(), "a.yaml, line ") {
				t.Errorf("Read = %v, %v", p, err)
			}
		})
	}
}

func TestReadOtherFiles(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"empty", "", "the file is empty"},
		{"only space", "\ufeff \n\t\n", "the file is empty"},
		{"zip", "PK\x03\x04rest", "a ZIP or Office file"},
		{"pdf", "%PDF-1.7", "this is a PDF"},
		{"not UTF-8", "format: celun-pack/1\nid: \xb2\xdf\xc2\xdb\n", "line 2: the text is not in UTF-8"},
		{"open quote", "format: \"celun-pack/1\nid: a\n", "not valid YAML"},
		{"plain text", "策论", "should begin with format"},
		{"template", "format: celun-template/1\nid: a\n", `the format is "celun-template/1"`},
		{"newer", "format: celun-pack/2\n", `the format is "celun-pack/2"; this version reads celun-pack/1`},
		{"no format", "id: a\n", "there is no format line"},
		{"two documents", good + "---\n" + good, "not valid YAML"},
		{"deep", "format: celun-pack/1\na: " + strings.Repeat("[", 20000), "not valid YAML"},
		{"large", strings.Repeat("#", argument.MaxBytes+1), "larger than 50 MB"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := argument.Read("a.yaml", []byte(c.data))
			var problem *language.Problem
			if p != nil || !errors.As(err, &problem) {
				t.Fatalf("Read = %v, %v", p, err)
			}
			if !strings.Contains(err.Error(), c.want) {
				t.Errorf("error = %q, want …%s…", err, c.want)
			}
			if problem.What.ZH == "" || problem.Do.ZH == "" {
				t.Errorf("no Chinese in %+v", problem)
			}
		})
	}
}

func TestCheckReportsAllInOrder(t *testing.T) {
	data := strings.NewReplacer("kind: challenge", "kind: x", "claim: fact", "claim: y", "to: C1\n", "to: M1\n").Replace(good)
	faults := argument.Check([]byte(data))
	var got []string
	for i, f := range faults {
		got = append(got, f.ID)
		if i > 0 && f.Line < faults[i-1].Line {
			t.Errorf("line %d comes after line %d", f.Line, faults[i-1].Line)
		}
	}
	if s := strings.Join(got, " "); s != "C1 M1 E1" {
		t.Errorf("faults in %s, want C1 M1 E1: %v", s, faults)
	}
	_, err := argument.Read("a.yaml", []byte(data))
	if !strings.Contains(err.Error(), "There are 2 more faults") {
		t.Errorf("error = %v", err)
	}
}

func TestPartsInACircle(t *testing.T) {
	part := func(to string) string {
		return "{kind: part-of, to: " + to + ", reason: {zh: 部分, en: part}}"
	}
	data := strings.Replace(good, "links: []", "links: ["+part("E1")+"]", 1)
	data = strings.Replace(data, "links: [{kind: supports, to: C1", "links: ["+part("C1")+", {kind: supports, to: C1", 1)
	if faults := argument.Check([]byte(data)); len(faults) != 2 || !strings.Contains(faults[0].Text.EN, "circle") {
		t.Errorf("faults = %v", faults)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(good))
	f.Add([]byte(good[:400]))
	f.Add([]byte("format: celun-pack/1\nterms: [{zh: [*a]}]"))
	f.Add([]byte("format: celun-pack/1\narguments: [1, {id: a}, {id: {}}]"))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := argument.Read("a.yaml", data)
		if err == nil {
			if p == nil || len(argument.Check(data)) != 0 {
				t.Fatal("no error, and yet no pack or faults")
			}
			return
		}
		var problem *language.Problem
		if p != nil || !errors.As(err, &problem) || problem.What.ZH == "" || problem.What.EN == "" {
			t.Fatalf("Read = %v, %v", p, err)
		}
		if !utf8.ValidString(err.Error()) {
			t.Fatalf("the error is not UTF-8: %q", err)
		}
	})
}
