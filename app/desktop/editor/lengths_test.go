package editor

import (
	"testing"

	"celun/app/brief"
	"celun/app/language"
)

// What was counted before a brief is shown is not counted again, and what has
// changed since is.
func TestLengthsAreCountedOnce(t *testing.T) {
	b := brief.New("")
	b.Sections = []brief.Section{{ID: "s1", Blocks: []brief.Block{paragraph("b1", "四个汉字", "two words"), paragraph("b2", "二字", "word")}}}
	k := Count(b)
	zh, en := k.section(&b.Sections[0])
	if zh != 6 || en != 3 {
		t.Fatalf("%d and %d", zh, en)
	}
	marked := k["b1"]
	marked.zh = 100
	k["b1"] = marked
	e := New(Params{Language: language.ZH, Lengths: k})
	e.brief = b
	if zh, _ := e.Length(); zh != 102 {
		t.Errorf("counted again: %d", zh)
	}
	next := *b
	next.Sections = []brief.Section{{ID: "s1", Blocks: []brief.Block{paragraph("b1", "三个字", "two words"), b.Sections[0].Blocks[1]}}}
	e.brief = &next
	if zh, _ := e.Length(); zh != 5 {
		t.Errorf("not counted again: %d", zh)
	}
}
