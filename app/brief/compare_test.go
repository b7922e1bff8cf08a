package brief_test

import (
	"slices"
	"strings"
	"testing"

	"celun/app/brief"
	"celun/app/language"
)

func paragraphs(ids ...string) *brief.Brief {
	b := brief.New("same")
	b.Sections = []brief.Section{{ID: "s1"}, {ID: "s2"}}
	section := 0
	for _, id := range ids {
		if id == "|" {
			section++
			continue
		}
		b.Sections[section].Blocks = append(b.Sections[section].Blocks,
			brief.Block{ID: id, Kind: brief.Paragraph, Text: language.Text{ZH: "文" + id, EN: "text " + id}})
	}
	return b
}

func TestCompareTellsWhatChanged(t *testing.T) {
	before := paragraphs("b1", "b2", "b3", "b4")
	if got := brief.Compare(before, before.Clone()); len(got) != 0 {
		t.Fatalf("the same brief differs: %+v", got)
	}
	after := paragraphs("b3", "b1", "|", "b4", "b5")
	after.Title.ZH = "题"
	after.Sections[1].Blocks[0].Text.EN = "another"
	type line struct {
		at     string
		change language.Change
		moved  bool
	}
	want := []line{{"title", language.Added, false}, {"b3", language.Same, true}, {"b2", language.Removed, false}, {"b4", language.Same, false}, {"b5", language.Added, false}}
	got := brief.Compare(before, after)
	if len(got) != len(want) {
		t.Fatalf("%d differences: %+v", len(got), got)
	}
	for i, d := range got {
		at := d.At.Block
		if at == "" {
			at = string(d.At.Slot)
		}
		if (line{at, d.Change, d.Moved}) != want[i] {
			t.Errorf("%d: %+v, want %v", i, d, want[i])
		}
	}
	if d := got[3]; d.Before.EN != "text b4" || d.After.EN != "another" {
		t.Errorf("b4: %+v", d)
	}
}

func TestReplacingAllIsOneStep(t *testing.T) {
	h := brief.NewHistory(paragraphs("b1", "b7"))
	other := paragraphs("b2")
	other.ID, other.Title = "other", language.Text{ZH: "别的"}
	if err := h.Do(brief.ReplaceAll{Brief: other}); err != nil {
		t.Fatal(err)
	}
	if h.Brief().ID != "same" || h.Brief().Title.ZH != "别的" || len(brief.Compare(h.Brief(), other)) > 0 {
		t.Errorf("%+v", h.Brief())
	}
	if id := h.NewBlockID(); id == "b1" {
		t.Errorf("%s is given out", id)
	}
	h.Undo()
	if got := brief.Compare(paragraphs("b1", "b7"), h.Brief()); len(got) > 0 {
		t.Errorf("undone: %+v", got)
	}
}

func TestAReportIsABriefThatTellsTheChanges(t *testing.T) {
	before := paragraphs("b1", "b2")
	after := paragraphs("b1", "b3")
	after.Sections[0].Blocks[0].Text.EN = "text of b1"
	r := brief.Report(before, after, "送*审稿")
	if err := r.Validate(); err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, b := range r.Sections[0].Blocks {
		texts = append(texts, b.Text.EN)
	}
	want := []string{"1 Changed: ", "Before: text b1", "Now: text __of__ b1", "2 Removed: ", "Before: __text b2__", "3 Added: ", "Now: __text b3__"}
	if len(texts) != len(want) {
		t.Fatalf("%q", texts)
	}
	for i := range want {
		if !strings.HasPrefix(texts[i], want[i]) {
			t.Errorf("%q, want %q", texts[i], want[i])
		}
	}
	if len(brief.Report(before, before, "").Sections[0].Blocks) != 1 {
		t.Error("nothing says that nothing differs")
	}
}

func TestAReportSaysWhereAPlaceIsAndWhereItWas(t *testing.T) {
	state := func(second string, owner language.Text) *brief.Brief {
		b := paragraphs("b1", "b2", "b3")
		s := &b.Sections[0]
		s.Heading = language.Text{ZH: "论据", EN: "Evidence"}
		s.Blocks[0].Kind, s.Blocks[0].Level = brief.Heading, 2
		s.Blocks = append(s.Blocks, brief.Block{ID: "b5", Kind: brief.Heading, Level: 2, Text: language.Text{ZH: "其二", EN: "Second"}})
		if i := slices.IndexFunc(s.Blocks, func(k brief.Block) bool { return k.ID == second }); i >= 0 {
			k := s.Blocks[i]
			s.Blocks = append(slices.Delete(s.Blocks, i, i+1), k)
		}
		b.Sections = append(b.Sections, brief.Section{ID: "s9", Heading: language.Text{ZH: "建议", EN: "Recommendations"}, Blocks: []brief.Block{
			{ID: "b7", Kind: brief.Recommendation, Recommendation: &brief.Action{}},
			{ID: "b8", Kind: brief.Recommendation, Recommendation: &brief.Action{Owner: owner}},
		}})
		return b
	}
	r := brief.Report(state("", language.Text{}), state("b2", language.Text{ZH: "示例司", EN: "The Department"}), "x")
	var en []string
	for _, b := range r.Sections[0].Blocks {
		en = append(en, b.Text.EN)
	}
	for _, want := range []string{"Moved: Evidence · Second", "It was under ‘Evidence · text b1’.", "Added: Recommendations · recommendation 2, owner"} {
		if !slices.ContainsFunc(en, func(s string) bool { return strings.Contains(s, want) }) {
			t.Errorf("no %q in %q", want, en)
		}
	}
}
