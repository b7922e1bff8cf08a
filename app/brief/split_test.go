package brief_test

import (
	"testing"
	"unicode/utf8"

	"celun/app/brief"
	"celun/app/language"
)

func oneBlock(kind brief.Kind, zh, en string) *brief.History {
	b := brief.New("")
	b.Sections = []brief.Section{{ID: "s1", Blocks: []brief.Block{{
		ID: "b1", Kind: kind, Text: language.Text{ZH: zh, EN: en}, State: brief.States{ZH: brief.Reviewed, EN: brief.Reviewed},
	}}}}
	if kind == brief.Heading {
		b.Sections[0].Blocks[0].Level = 2
	}
	return brief.NewHistory(b)
}

func TestABlockIsSplitInBothLanguages(t *testing.T) {
	const zh, en = "甲一。乙二！[^a]丙三。", "One 3.5 is. Two “is!”[^a] Three is."
	for _, c := range []struct {
		name          string
		zh, en        string
		l             language.Language
		before        string // the caret
		first, second language.Text
		states        [2]brief.States
	}{
		{
			"at a sentence", zh, en, language.ZH, "甲一。乙二！[^a]",
			language.Text{ZH: "甲一。乙二！[^a]", EN: "One 3.5 is. Two “is!”[^a]"},
			language.Text{ZH: "丙三。", EN: "Three is."},
			[2]brief.States{{brief.Reviewed, brief.Reviewed}, {brief.Reviewed, brief.Reviewed}},
		},
		{
			"from the English", zh, en, language.EN, "One 3.5 is.",
			language.Text{ZH: "甲一。", EN: "One 3.5 is."},
			language.Text{ZH: "乙二！[^a]丙三。", EN: "Two “is!”[^a] Three is."},
			[2]brief.States{{brief.Reviewed, brief.Reviewed}, {brief.Reviewed, brief.Reviewed}},
		},
		{
			"within a sentence", zh, en, language.ZH, "甲",
			language.Text{ZH: "甲", EN: en},
			language.Text{ZH: "一。乙二！[^a]丙三。"},
			[2]brief.States{{brief.Reviewed, brief.Stale}, {brief.Reviewed, brief.Empty}},
		},
		{
			"at the end", zh, en, language.ZH, zh,
			language.Text{ZH: zh, EN: en},
			language.Text{},
			[2]brief.States{{brief.Reviewed, brief.Reviewed}, {brief.Empty, brief.Empty}},
		},
		{
			"at the start", zh, en, language.EN, "",
			language.Text{},
			language.Text{ZH: zh, EN: en},
			[2]brief.States{{brief.Empty, brief.Empty}, {brief.Reviewed, brief.Reviewed}},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := oneBlock(brief.Paragraph, c.zh, c.en)
			e, ok := brief.SplitBlock(h.Brief(), brief.Address{Block: "b1", Language: c.l}, utf8.RuneCountInString(c.before), "b2")
			if !ok {
				t.Fatal("not split")
			}
			if err := h.Do(e); err != nil {
				t.Fatal(err)
			}
			got := h.Brief().Sections[0].Blocks
			if len(got) != 2 || got[0].Text != c.first || got[1].Text != c.second {
				t.Fatalf("%q, %q", got[0].Text, got[1].Text)
			}
			if got[0].State != c.states[0] || got[1].State != c.states[1] {
				t.Errorf("states %v, %v", got[0].State, got[1].State)
			}
			// Joined again it is what it was, but for a twin that was not cut.
			join, at, offset, ok := brief.JoinBlock(h.Brief(), got[1].ID, c.l)
			if !ok {
				t.Fatal("not joined")
			}
			if err := h.Do(join); err != nil {
				t.Fatal(err)
			}
			b := h.Brief().Sections[0].Blocks
			if len(b) != 1 || b[0].Text != (language.Text{ZH: c.zh, EN: c.en}) {
				t.Fatalf("joined: %+v", b)
			}
			want := utf8.RuneCountInString(c.before)
			if c.l == language.EN && c.first.EN != "" && c.second.EN != "" {
				want++
			}
			if at.Block != b[0].ID || offset != want {
				t.Errorf("the caret at %v, %d, want %d", at, offset, want)
			}
			h.Undo()
			h.Undo()
			if got := h.Brief().Sections[0].Blocks; len(got) != 1 || got[0].Text != (language.Text{ZH: c.zh, EN: c.en}) {
				t.Errorf("undone: %+v", got)
			}
		})
	}
}

func TestAHeadingIsFollowedByAParagraph(t *testing.T) {
	h := oneBlock(brief.Heading, "标题", "Heading")
	e, _ := brief.SplitBlock(h.Brief(), brief.Address{Block: "b1", Language: language.ZH}, 2, "b2")
	if err := h.Do(e); err != nil {
		t.Fatal(err)
	}
	if got := h.Brief().Sections[0].Blocks[1]; got.Kind != brief.Paragraph {
		t.Errorf("%+v", got)
	}
}

// What was changed stands against what the twin was in step with, until the
// twin follows.
func TestAStaleTextKnowsWhatChanged(t *testing.T) {
	h := oneBlock(brief.Paragraph, "二十七亿人", "2.7 billion people")
	zh, en := brief.Address{Block: "b1", Language: language.ZH}, brief.Address{Block: "b1", Language: language.EN}
	do := func(e brief.Edit) *brief.Block {
		t.Helper()
		if err := h.Do(e); err != nil {
			t.Fatal(err)
		}
		return &h.Brief().Sections[0].Blocks[0]
	}
	do(brief.SetText{At: zh, Text: "二十六亿"})
	b := do(brief.SetText{At: zh, Text: "二十六亿人"})
	if was, ok := b.Former("", language.ZH); !ok || was != "二十七亿人" || b.State != (brief.States{ZH: brief.Draft, EN: brief.Stale}) {
		t.Fatalf("%q, %v, %v", was, ok, b.State)
	}
	b = do(brief.SetText{At: en, Text: "2.6 billion people", Follows: true})
	if _, ok := b.Former("", language.ZH); ok || b.State != (brief.States{ZH: brief.Draft, EN: brief.Draft}) {
		t.Fatalf("after it followed: %+v", b)
	}
	h.Undo()
	b = &h.Brief().Sections[0].Blocks[0]
	if was, _ := b.Former("", language.ZH); was != "二十七亿人" || b.State.EN != brief.Stale {
		t.Fatalf("undone: %+v", b)
	}
	b = do(brief.SetState{ID: "b1", States: brief.States{ZH: brief.Draft, EN: brief.Reviewed}})
	if len(b.Basis) > 0 {
		t.Errorf("reviewed, and still against %+v", b.Basis)
	}
	h.Undo()
	if b = &h.Brief().Sections[0].Blocks[0]; len(b.Basis) != 1 {
		t.Errorf("undone: %+v", b.Basis)
	}
}
