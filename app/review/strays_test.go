package review

import (
	"slices"
	"testing"

	"celun/app/brief"
)

// challenged is a brief with two challenges and what answers them, as a
// template makes it: told of first, then a part for each.
func challenged() *brief.Brief {
	b := sound()
	k := func(id string, kind brief.Kind, from string, answers ...string) brief.Block {
		return brief.Block{ID: id, Kind: kind, From: &brief.Origin{Argument: from}, Answers: answers, Text: text("作者主张疏浚。", "The authors would dredge.")}
	}
	b.Sections = []brief.Section{
		{ID: "s1", Heading: text("问题", "Problem"), Blocks: []brief.Block{k("b1", brief.Argument, "C1"), k("b2", brief.Argument, "C2")}},
		{ID: "s2", Heading: text("论据", "Evidence"), Blocks: []brief.Block{
			k("b3", brief.Heading, "C1"), k("b4", brief.Argument, "M1", "C1"), k("b5", brief.Argument, "M2", "C2"),
			k("b6", brief.Heading, "C2"),
			{ID: "b7", Kind: brief.Paragraph, Text: text("对策如下。", "What to do.")},
			k("b8", brief.Argument, "M2", "C2"),
			{ID: "b9", Kind: brief.Note, Text: text("注。", "Note.")},
		}},
	}
	return b
}

func TestAStrayCountermeasureIsMovedToThoseThatAnswerTheSame(t *testing.T) {
	b := challenged()
	want := []Stray{{Block: "b5", Argument: "M2", Under: "C1"}}
	if got := Strays(b, quay()); !slices.Equal(got, want) {
		t.Fatalf("strays are %+v", got)
	}
	found := Run(b, quay(), Options{})
	i := slices.IndexFunc(found, func(f Finding) bool { return f.Code == "A9" })
	if i < 0 || found[i].Edit == nil || len(found[i].Mend.Missing()) > 0 {
		t.Fatalf("it is not offered to move it: %+v", found)
	}
	h := brief.NewHistory(b)
	if err := h.Do(found[i].Edit); err != nil {
		t.Fatal(err)
	}
	var order []string
	for _, k := range h.Brief().Sections[1].Blocks {
		order = append(order, k.ID)
	}
	if !slices.Equal(order, []string{"b3", "b4", "b6", "b7", "b8", "b5", "b9"}) {
		t.Errorf("the blocks stand as %v", order)
	}
	if left := Strays(h.Brief(), quay()); len(left) > 0 {
		t.Errorf("strays are left: %+v", left)
	}
	if e := MoveUnder(h.Brief(), quay(), "b5", "C2"); e != nil {
		t.Errorf("what stands in its place is moved: %+v", e)
	}
	if e := MoveUnder(h.Brief(), quay(), "b5", "C9"); e != nil {
		t.Errorf("it is moved under a challenge that is not printed: %+v", e)
	}
}

func TestWhatIsMovedUnderAChallengeAnswersIt(t *testing.T) {
	b := challenged()
	h := brief.NewHistory(b)
	if err := h.Do(MoveUnder(b, quay(), "b4", "C2")); err != nil {
		t.Fatal(err)
	}
	k, i, j := h.Brief().Block("b4")
	if i != 1 || h.Brief().Sections[1].Blocks[j-1].ID != "b8" || !slices.Equal(k.Answers, []string{"C1", "C2"}) {
		t.Errorf("it stands at %d, %d and answers %v", i, j, k.Answers)
	}
}
