package library_test

import (
	"slices"
	"strings"
	"testing"

	"celun/app/argument"
	"celun/app/library"
)

// What the article says of its evidence: the number where it gives one, the
// date where it or its context gives one, and what the evidence supports.
func TestEvidenceOfTheBuiltInPack(t *testing.T) {
	const none = -1
	table := []struct {
		id       string
		number   float64
		unit     string // a word of it
		date     string
		supports string
	}{
		{"E01", none, "", "2010-06-08", "K2"},
		{"E02", none, "", "2002", "T1"},
		{"E03", none, "", "2009", "T1"},
		{"E04", none, "", "2022-04", "C3 C4 T1"},
		{"E05", none, "", "2012", "M4 T1"},
		{"E06", none, "", "2015", "M4 T1"},
		{"E07", none, "", "2020-03", "T2"},
		{"E08", none, "", "", "T2"},
		{"E09", 100, "leaders", "", "T2"},
		{"E10", 2, "speeches", "2010", "T3"},
		{"E11", none, "", "", "T3"},
		{"E12", none, "", "2020", "T3"},
		{"E13", 3, "breaches", "2018", "C1"},
		{"E14", none, "", "", "C1"},
		{"E15", 15, "platforms", "2021", "C1"},
		{"E16", none, "", "2016", "C1"},
		{"E17", 66, "%", "", "C2"},
		{"E18", 95, "%", "", "C2"},
		{"E19", 35, "%", "", "C2"},
		{"E20", 2.7e9, "people", "", "C2"},
		{"E21", 37, "%", "", "C2"},
		{"E22", 6, "%", "", "C2"},
		{"E23", 4, "times", "", "C2"},
		{"E24", 47, "%", "", "C2"},
		{"E25", 2, "countries", "", "C2"},
		{"E26", 5, "pillars", "2021", "C4"},
		{"E27", 3, "areas", "", "C3 C4"},
		{"E28", none, "", "", "S1"},
		{"E29", none, "", "2012", "S2"},
		{"E30", none, "", "", "S3"},
		{"E31", none, "", "2020-03", "F1"},
		{"E32", none, "", "", "F1"},
		{"E33", 2, "initiatives", "", "F1"},
		{"E34", none, "", "2022", "F2"},
		{"E35", 100, "stories", "", "F3"},
		{"E36", 1000, "posts", "", "F3"},
		{"E37", none, "", "", "F5 M4"},
		{"E38", 3, "initiatives", "", "Z1"},
		{"E39", none, "", "", "R3"},
		{"E40", none, "", "", "T3"},
	}
	l := library.New(builtIn(t))
	if n := len(l.OfKind(argument.EvidenceKind)); n != len(table) {
		t.Errorf("%d pieces of evidence, want %d", n, len(table))
	}
	for _, want := range table {
		e, ok := l.Get(want.id)
		if !ok || e.Evidence == nil {
			t.Errorf("%s has no measure", want.id)
			continue
		}
		m := e.Evidence
		switch {
		case m.Value == "":
			t.Errorf("%s does not say the value as printed", want.id)
		case want.number == none && (m.Number != nil || m.Unit != ""):
			t.Errorf("%s has the number %v %q, which the article does not give", want.id, m.Number, m.Unit)
		case want.number != none && (m.Number == nil || *m.Number != want.number || !strings.Contains(m.Unit, want.unit)):
			t.Errorf("%s is %v %q, want %g %s", want.id, m.Number, m.Unit, want.number, want.unit)
		case m.Date != want.date:
			t.Errorf("%s is dated %q, want %q", want.id, m.Date, want.date)
		case e.Place.Section == "" || e.Place.Paragraph < 1:
			t.Errorf("%s has no place", want.id)
		}
		var to []string
		for _, k := range l.Linked(want.id, argument.Supports) {
			to = append(to, k.ID)
		}
		slices.Sort(to)
		if got := strings.Join(to, " "); got != want.supports {
			t.Errorf("%s supports %s, want %s", want.id, got, want.supports)
		}
	}
	if e, _ := l.Get("E31"); len(l.Linked("E31", argument.Cites)) != 1 || e == nil {
		t.Error("E31 is not linked to the summit of E07")
	}
}

// The challenges, countermeasures and qualifications of the article.
func TestLinksOfTheBuiltInPack(t *testing.T) {
	l := library.New(builtIn(t))
	for challenge, want := range map[string]string{
		"C1": "M2.2 M3.1 M3.2 M4", "C2": "M1 M2.3 M6", "C3": "M1 M2.1 M6", "C4": "M2.3 M3.1 M5 M6",
	} {
		got := strings.Fields(ids(l.Answers(challenge)))
		slices.Sort(got)
		if strings.Join(got, " ") != want {
			t.Errorf("%s is answered by %q, want %s", challenge, got, want)
		}
	}
	if got := ids(l.Linked("Q1", argument.Qualifies)); got != "C1 C2 C3 C4" {
		t.Errorf("Q1 qualifies %s", got)
	}
	if got := entries(l.Parts("M2")) + ", " + entries(l.Parts("M3")); got != "M2.1 M2.2 M2.3, M3.1 M3.2" {
		t.Errorf("the parts are %s", got)
	}
	for _, id := range strings.Fields("K1 K2 R1 R2 R3 R4 T1 T2 T3 C1 C2 C3 C4 Q1 S1 S2 S3 F1 F2 F3 F4 F5 M1 M2 M3 M4 M5 M6 Z1") {
		if e, ok := l.Get(id); !ok || e.Place.Section == "" || e.Place.Paragraph < 1 || len(e.Tags) == 0 {
			t.Errorf("%s is missing, or has no place or tags", id)
		}
	}
	if n := len(l.Terms()); n < 80 {
		t.Errorf("%d terms", n)
	}
}

// Every tag is called something in both languages, and every name is in use.
func TestTagsOfTheBuiltInPack(t *testing.T) {
	p := builtIn(t)
	used := map[string]bool{}
	for _, a := range p.Arguments {
		for _, tag := range a.Tags {
			used[tag] = true
		}
	}
	for _, tag := range p.Tags {
		if !used[tag.ID] || len(tag.Name().Missing()) > 0 {
			t.Errorf("the tag %s is not in use or not named in both languages", tag.ID)
		}
		delete(used, tag.ID)
	}
	for tag := range used {
		t.Errorf("the tag %s has no name", tag)
	}
}
