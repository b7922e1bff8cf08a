package template

import (
	"strings"
	"testing"

	"celun/app/brief"
	"celun/app/language"
)

// The table has a row for each answer to the challenges, no new action as the
// last, and a blank for each judgement.
func TestOptionsOfChallengesAreCompared(t *testing.T) {
	lib := builtIn(t)
	room := &brief.Section{}
	b, err := Compare(policyBrief(t), lib, []string{"C1"}, room)
	if err != nil {
		t.Fatal(err)
	}
	rows := b.Table.Rows
	if want := min(len(lib.Answers("C1")), 4) + 2; b.Kind != brief.Options || len(rows) != want {
		t.Fatalf("%s with %d rows, want %d", b.Kind, len(rows), want)
	}
	if got := rows[1][0].Text.EN; !strings.EqualFold(got, strings.TrimSuffix(lib.Answers("C1")[0].Title.EN, ".")) {
		t.Errorf("the first option is %q", got)
	}
	if got := rows[len(rows)-1][0].Text.EN; got != "No new action" {
		t.Errorf("the last option is %q", got)
	}
	for _, row := range rows[1:] {
		for _, c := range row[len(row)-3:] {
			if len(brief.Blanks(c.Text.ZH, language.ZH)) != 1 || len(brief.Blanks(c.Text.EN, language.EN)) != 1 {
				t.Errorf("a judgement is %v and not a blank", c.Text)
			}
		}
	}
	if _, err := Compare(nil, lib, nil, room); err == nil {
		t.Error("there are options without a challenge")
	}
}

// What is in the section already counts against its limit.
func TestOptionsTakeTheRoomThatIsLeft(t *testing.T) {
	lib := builtIn(t)
	free, err := Compare(nil, lib, []string{"C1"}, &brief.Section{})
	if err != nil {
		t.Fatal(err)
	}
	full := &brief.Section{LimitZH: brief.Limit{Hard: 300}, Blocks: []brief.Block{{Kind: brief.Paragraph, Text: language.Text{ZH: strings.Repeat("字", 290)}}}}
	short, err := Compare(nil, lib, []string{"C1"}, full)
	if err != nil {
		t.Fatal(err)
	}
	if a, b := BlockLength(&short, language.ZH), BlockLength(&free, language.ZH); a >= b {
		t.Errorf("%d characters where there is no room, %d where there is", a, b)
	}
}
