package app_test

import (
	"strings"
	"testing"

	"celun/app"
	"celun/app/brief"
	"celun/app/language"
	"celun/assets"
	"celun/templates"
)

func TestTheNumberGoesOn(t *testing.T) {
	for _, c := range []struct{ number, date, next, want string }{
		{"2026年第7期", "2026-11-22", "2026-11-29", "2026年第8期"},
		{"No. 7, 2026", "2026-11-22", "2026-11-29", "No. 8, 2026"},
		{"2026年第48期", "2026-11-27", "2027-01-04", "2027年第1期"},
		{"No. 48, 2026", "2026-11-27", "2027-01-04", "No. 1, 2027"},
		{"2026年第7期（总第129期）", "2026-11-22", "2026-11-29", "2026年第8期（总第130期）"},
		{"2026年第48期（总第170期）", "2026-11-27", "2027-01-04", "2027年第1期（总第171期）"},
		{"No. 7, 22 November 2026", "2026-11-22", "2026-11-29", "No. 8, 22 November 2026"},
		{"第09期", "2026-11-22", "2026-11-29", "第10期"},
		{"2026-07", "2026-11-22", "2026-11-29", "2026-08"},
		{"第7期", "", "2026-11-29", "第8期"},
		{"特刊", "2026-11-22", "2026-11-29", "特刊"},
		{"", "2026-11-22", "2026-11-29", ""},
	} {
		last := brief.New("")
		last.Meta.Number, last.Meta.Date = language.Text{ZH: c.number}, c.date
		if got := app.NextIssue(last, c.next).Meta.Number.ZH; got != c.want {
			t.Errorf("after %q comes %q, want %q", c.number, got, c.want)
		}
	}
}

func TestANewIssueKeepsTheFormAndNotTheText(t *testing.T) {
	a := app.New(assets.Files, templates.Files)
	last, err := a.Sample()
	if err != nil {
		t.Fatal(err)
	}
	b := app.NextIssue(last, "2026-11-29")
	if err := b.Validate(); err != nil {
		t.Fatal(err)
	}
	if b.ID == last.ID || b.ID == "" {
		t.Errorf("the new issue has the id %q", b.ID)
	}
	m := b.Meta
	if m.Template != last.Meta.Template || m.Unit != last.Meta.Unit || m.Contact != last.Meta.Contact || m.Layout != last.Meta.Layout || m.Date != "2026-11-29" {
		t.Errorf("meta: %+v", m)
	}
	if len(b.Sections) != len(last.Sections) {
		t.Fatalf("%d sections, had %d", len(b.Sections), len(last.Sections))
	}
	for i := range b.Sections {
		s, was := &b.Sections[i], &last.Sections[i]
		if s.Heading != was.Heading || s.Slot != was.Slot || s.LimitZH != was.LimitZH || s.Purpose != was.Purpose || len(s.Blocks) == 0 {
			t.Errorf("section %q became %+v", was.Heading.EN, s)
		}
	}
	for at, text := range b.Addresses() {
		if old, ok := last.Text(at); at.Block != "" && strings.TrimSpace(text) != "" {
			t.Errorf("%v holds %q (the last one %q, %v)", at, text, old, ok)
		}
	}
	if !b.Title.IsEmpty() || !b.Subtitle.IsEmpty() || len(b.Sources) > 0 {
		t.Errorf("title %q, subtitle %q, %d sources are left of the last one", b.Title.ZH, b.Subtitle.ZH, len(b.Sources))
	}
	if text, _ := last.Text(brief.Address{Slot: brief.TitleSlot, Language: language.ZH}); text == "" {
		t.Error("the last one was changed")
	}
}
