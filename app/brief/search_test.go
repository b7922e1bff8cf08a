package brief_test

import (
	"slices"
	"testing"

	"celun/app/brief"
	"celun/app/language"
)

func TestSearchReadsPastTheMarkup(t *testing.T) {
	h := oneBlock(brief.Paragraph, "缩小**数字**鸿沟[^digital]，数字外交；５G 与 5g", "Digital *dip*lomacy, digital[^digital]")
	count := func(query string, exact bool, l language.Language) int { return len(h.Brief().Search(query, exact, l)) }
	for _, c := range []struct {
		query string
		exact bool
		l     language.Language
		want  int
	}{
		{"数字", false, "", 2},
		{"数字鸿沟", false, "", 1},
		{"digital", false, "", 2},
		{"Digital", true, "", 1},
		{"digital", false, language.ZH, 0},
		{"5g", false, "", 2},
		{"diplomacy", false, "", 1},
		{"", false, "", 0},
	} {
		if got := count(c.query, c.exact, c.l); got != c.want {
			t.Errorf("%q: %d times, want %d", c.query, got, c.want)
		}
	}
}

func TestReplacingAllIsOneUndo(t *testing.T) {
	h := oneBlock(brief.Paragraph, "数字数字[^数字]**数**字", "x")
	edit, n := h.Brief().Replace(h.Brief().Search("数字", false, ""), "a*b")
	if n != 2 {
		t.Fatalf("%d replaced", n)
	}
	if err := h.Do(edit); err != nil {
		t.Fatal(err)
	}
	if got := h.Brief().Sections[0].Blocks[0].Text.ZH; got != `a\*ba\*b[^数字]**数**字` || brief.Plain(got) != "a*ba*b数字" {
		t.Errorf("%q", got)
	}
	h.Undo()
	if got := h.Brief().Sections[0].Blocks[0].Text.ZH; got != "数字数字[^数字]**数**字" {
		t.Errorf("undone: %q", got)
	}
}

// A text without markup is searched in another way than one with, and found to
// hold the same.
func TestPlainTextIsSearchedLikeMarkup(t *testing.T) {
	for _, c := range []struct{ text, query string }{
		{"aaaa", "aa"}, {"数字数字数", "数字"}, {"ＡＢＣ abc", "ab"}, {"abab", "abb"}, {"x\xffy 外交", "外交"}, {"short", "shorter"}, {"末尾", "尾"},
	} {
		plain := ofText(c.text).Search(c.query, false, language.ZH)
		marked := ofText(c.text+"**。**").Search(c.query, false, language.ZH)
		if !slices.Equal(plain, marked) {
			t.Errorf("%q in %q: %v, with markup behind it %v", c.query, c.text, plain, marked)
		}
	}
}

func ofText(zh string) *brief.Brief {
	return &brief.Brief{Sections: []brief.Section{{ID: "s", Blocks: []brief.Block{{ID: "b", Kind: brief.Paragraph, Text: language.Text{ZH: zh}}}}}}
}
