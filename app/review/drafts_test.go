package review

import (
	"os"
	"strings"
	"testing"

	"celun/app/brief"
	"celun/app/library"
	"celun/app/template"
)

// drafts returns the drafts of every template, for each challenge and for all
// four.
func drafts(t testing.TB, lib *library.Library) map[string]*brief.Brief {
	t.Helper()
	templates, err := template.ReadAll(os.DirFS("../../templates"))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]*brief.Brief{}
	for _, tm := range templates {
		for _, challenges := range [][]string{{"C1"}, {"C2"}, {"C3"}, {"C4"}, {"C1", "C2", "C3", "C4"}} {
			b, _, err := template.Fill(tm, lib, template.Choice{Challenges: challenges, ID: "test", Date: "2026-11-22"})
			if err != nil {
				t.Fatal(err)
			}
			all[tm.ID+" "+strings.Join(challenges, ",")] = b
		}
	}
	return all
}

// A draft from a template has nothing to say against it but what the analyst
// is to fill in: the named blanks, and the fields of the cover.
func TestDraftsHaveNothingButBlanks(t *testing.T) {
	lib := library.New(builtIn(t))
	for name, b := range drafts(t, lib) {
		for _, f := range Run(b, lib, Options{}) {
			if strings.HasPrefix(f.Message.EN, "To fill in") || f.Code == "S10" {
				continue
			}
			text, _ := b.Text(f.Address)
			t.Errorf("%s: %s %s %+v: %s\n\t%s", name, f.Code, f.Severity, f.Address, f.Message.EN, text)
		}
	}
}

// The outlines are whole and correct, but that their notes on sources name a
// year in Chinese alone, that some sentences are long, and that nothing routes
// them.
func TestOutlinesRaiseNoFalseAlarms(t *testing.T) {
	lib := library.New(builtIn(t))
	for _, b := range outlines(t) {
		for _, f := range Run(b, lib, Options{}) {
			text, _ := b.Text(f.Address)
			switch {
			case f.Code == "S10", f.Code == "G2" && strings.Contains(f.Message.EN, "This sentence has"),
				f.Code == "B4" && strings.HasPrefix(text, "Source: "):
				continue
			}
			t.Errorf("%s %s: %s\n\t%s", f.Code, f.Severity, f.Message.EN, text)
		}
	}
}
