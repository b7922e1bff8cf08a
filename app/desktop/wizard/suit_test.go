package wizard

import (
	"testing"

	"celun/app/template"
	"celun/templates"
)

// TestAnswersLeadToATemplate goes through what an analyst may answer. Every
// template that comes with the program is the one for some answers.
func TestAnswersLeadToATemplate(t *testing.T) {
	all, err := template.ReadAll(templates.Files)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range all {
		if _, ok := suits[x.ID]; !ok {
			t.Errorf("nothing is known of what %s is good for", x.ID)
		}
	}
	for _, c := range []struct {
		reader  Reader
		purpose Purpose
		size    Size
		want    string
	}{
		{Leaders, Decide, Long, "policy-brief"},
		{Leaders, Decide, Middle, "decision-memo"},
		{Leaders, Decide, Short, "one-page"},
		{Leaders, Inform, Long, "advisory-report"},
		{Leaders, Inform, Short, "one-page"},
		{Leaders, Compare, Long, "options-matrix"},
		{Leaders, Speak, Middle, "talking-points"},
		{Colleagues, Decide, Long, "policy-brief"},
		{Colleagues, Inform, Middle, "argument-map"},
		{Colleagues, Teach, Long, "training-handout"},
		{Public, Inform, Short, "one-page"},
		{Public, Speak, Long, "talking-points"},
		{Trainees, Teach, Long, "training-handout"},
		{Trainees, Teach, Middle, "worksheet"},
	} {
		if got := Propose(all, c.reader, c.purpose, c.size); got.ID != c.want {
			t.Errorf("reader %d, purpose %d, size %d: %s, want %s", c.reader, c.purpose, c.size, got.ID, c.want)
		}
	}
	for r := Leaders; r <= Trainees; r++ {
		for p := Decide; p <= Teach; p++ {
			for s := Short; s <= Long; s++ {
				if Propose(all, r, p, s) == nil {
					t.Errorf("no template for %d, %d, %d", r, p, s)
				}
			}
		}
	}
}
