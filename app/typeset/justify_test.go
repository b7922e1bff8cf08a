package typeset

import (
	"math"
	"strings"
	"testing"

	"celun/app/language"
)

// lineWidth returns where a line ends, in em.
func lineWidth(l line) float64 {
	r := l.runs[len(l.runs)-1]
	return (r.x + r.width) / 10
}

// A line is filled in CLREQ's order: what a case lists takes the room, and
// what it does not keeps its width.
func TestJustification(t *testing.T) {
	const text = "数字外交AI的能力数字外交的能力数字外交的能力差距"
	s := newTestSetter(t)
	// Ten hanzi, AI and its gaps leave 0.65 em of 12.2: the gaps grow to a
	// third of an em before hanzi part, and no further.
	set := setLines(t, s, language.ZH, text, 12.2, nil)
	em, _ := advances(set.lines[0])
	if spread := em[0] - 1; spread < 0.02 || !near(em[3], 1+1.0/3) || !near(em[1], em[0]) {
		t.Errorf("the gap beside Latin has %.3f em and that between hanzi %.3f", em[3]-1, spread)
	}
	for i, l := range set.lines[:len(set.lines)-1] {
		if !near(lineWidth(l), 12.2) {
			t.Errorf("line %d ends at %.3f em, not at the measure: %s", i, lineWidth(l), l)
		}
	}
	if last := set.lines[len(set.lines)-1]; math.Abs(lineWidth(last)-float64(len([]rune(last.String())))) > 0.01 {
		t.Errorf("the last line is stretched: %s is %.2f em", last, lineWidth(last))
	}
}

func TestShrinkingFollowsTheOrder(t *testing.T) {
	s := newTestSetter(t)
	// In each line one character too many: what comes first in the order
	// gives the room, and what comes later keeps its width.
	cases := []struct {
		text          string
		measure       float64
		gives, spares int
	}{
		{"数）字外，交的能力差距甲乙丙丁", 10.8, 1, 4},
		{"数，字外交A的能力差距甲乙丙丁", 11, 1, 4},
		{"数，字外。交的能力差距甲乙丙丁", 10.8, 1, 4},
	}
	for _, c := range cases {
		set := setLines(t, s, language.ZH, c.text, c.measure, nil)
		em, _ := advances(set.lines[0])
		natural := setLines(t, s, language.ZH, c.text, 40, func(st *TextStyle) { st.Align = Left })
		was, _ := advances(natural.lines[0])
		if !(em[c.gives] < was[c.gives]-0.01) || !near(em[c.spares], was[c.spares]) {
			t.Errorf("%s|: character %d has %.3f of %.3f em, character %d %.3f of %.3f",
				set.lines[0], c.gives, em[c.gives], was[c.gives], c.spares, em[c.spares], was[c.spares])
		}
	}
}

func TestEnglishLinesAreFilled(t *testing.T) {
	s := newTestSetter(t)
	text := strings.Repeat("The authors argue that the opportunities of digital diplomacy are unequal and that access costs most where incomes are lowest. ", 3)
	set := setLines(t, s, language.EN, text, 24, nil)
	hyphens := 0
	for i, l := range set.lines[:len(set.lines)-1] {
		if !near(lineWidth(l), 24) {
			t.Errorf("line %d ends at %.3f em: %s", i, lineWidth(l), l)
		}
		em, _ := advances(l)
		for j, r := range []rune(l.String()) {
			if r == ' ' && em[j] > 0.6 {
				t.Errorf("line %d has a space of %.2f em: %s", i, em[j], l)
			}
		}
		if hyphens++; !l.hyphen {
			hyphens = 0
		}
		if hyphens > 2 {
			t.Errorf("line %d is the third in a row with a hyphen", i)
		}
	}
	if set.ragged > 0 {
		t.Errorf("%d lines are ragged", set.ragged)
	}
}

// A line that cannot be filled without holes is left ragged, and counted.
func TestHolesAreNotMade(t *testing.T) {
	s := newTestSetter(t)
	set := setLines(t, s, language.EN, "an ABCDEFGHIJKLMNOPQRST an ABCDEFGHIJKLMNOPQRST of it", 16, nil)
	if set.ragged == 0 {
		t.Fatalf("no line is ragged: %s", shownLines(set))
	}
	for _, l := range set.lines {
		em, _ := advances(l)
		for j, r := range []rune(l.String()) {
			if r == ' ' && em[j] > 0.9 {
				t.Errorf("a space of %.2f em: %s", em[j], l)
			}
		}
	}
}

func TestAlignment(t *testing.T) {
	s := newTestSetter(t)
	for _, c := range []struct {
		align Align
		want  float64
	}{{Left, 0}, {Right, 8}, {Centre, 4}} {
		set := setLines(t, s, language.ZH, "数字", 10, func(st *TextStyle) { st.Align = c.align })
		if x := set.lines[0].runs[0].x / 10; !near(x, c.want) {
			t.Errorf("alignment %d begins at %.2f em, want %.2f", c.align, x, c.want)
		}
	}
}

// A title is broken into lines of like length, between phrases, and after a
// mark rather than before it.
func TestTitlesBreakBetweenPhrases(t *testing.T) {
	phrases := func(text string) []int {
		var at []int
		n := 0
		for _, w := range []string{"缩小", "数字", "外交", "的", "能力", "差距"} {
			n += len([]rune(w))
			at = append(at, n)
		}
		return at
	}
	s := newTestSetter(t, WithBreaks(phrases))
	title := func(st *TextStyle) { st.Align, st.Phrases, st.Balanced, st.Unbroken = Left, true, true, true }
	if got := shownLines(setLines(t, s, language.ZH, "缩小数字外交的能力差距", 9, title)); got != "缩小数字外交|的能力差距" && got != "缩小数字|外交的能力差距" {
		t.Errorf("title in 9 em: %s", got)
	}
	if got := shownLines(setLines(t, s, language.EN, "Responses: connection first, rules second", 14, title)); got != "Responses: connection first, |rules second" {
		t.Errorf("English title: %s", got)
	}
	if got := shownLines(setLines(t, s, language.ZH, "缩小数字外交的能力差距", 10, title)); strings.HasSuffix(got, "|距") {
		t.Errorf("one character alone: %s", got)
	}
}

// A cell is broken between phrases too, but its lines are filled as far as
// they go.
func TestCellsBreakBetweenPhrases(t *testing.T) {
	s := newTestSetter(t, WithBreaks(func(string) []int { return []int{2, 4, 6, 8} })) // 机关 信息 共享 平台
	cell := func(st *TextStyle) { *st = PolicyBrief(10.5).Cell }
	if got := shownLines(setLines(t, s, language.ZH, "机关信息共享平台", 3.2, cell)); got != "机关|信息|共享|平台" {
		t.Errorf("cell in 3 em: %s", got)
	}
	if got := shownLines(setLines(t, s, language.ZH, "机关信息共享平台", 7.2, cell)); got != "机关信息共享|平台" {
		t.Errorf("cell in 7 em: %s", got)
	}
}
