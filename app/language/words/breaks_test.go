package words_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// A bar stands for each place where a line may end.
func TestBreaks(t *testing.T) {
	d := dictionary(t)
	for _, want := range []string{
		"",
		"数字外交",
		"补上|连接的|最后|一段：|缩小|数字外交的|能力|差距",
		// Before closing marks and after opening ones: never.
		"《数字|空间》|（二）|“共识”。",
		"连接|——|新的|机遇……",
		"他|说：|“好”！",
		"占|37%，|与",
		"中国·|数字", // an interpunct begins no line
		// A number stays with what it counts, and 第 with its number.
		"2022年|4月|约|27亿人",
		"第76届|联合国大会",
		"5G技术|标准",
		"ICT|标准",
		// A word that leads on does not end a line; a particle begins none.
		"安全|与发展|在数字|空间",
		// Western text breaks after spaces only.
		"Closing |the |gap: |a |cross-border |plan |(2026)",
		"a(b)c, |d",
		"G20峰会 |on |数字|空间",
		"https://example.org/a",
		" 数字", "数字 ",
		"（ 数字）",
		// What is made to hold does hold.
		"G20\u00a0group |of\u202fnations",
		"数字\u2060空间",
		"👩‍👩‍👧|和🇨🇳|🇬🇧",
	} {
		s := strings.ReplaceAll(want, "|", "")
		got := marked(s, d.Breaks(s), "|")
		if got != want {
			t.Errorf("Breaks(%q)\n got %s\nwant %s", s, got, want)
		}
	}
}

// marked puts sign at the rune offsets.
func marked(s string, at []int, sign string) string {
	var b strings.Builder
	for i, r := range []rune(s) {
		if slices.Contains(at, i) {
			b.WriteString(sign)
		}
		b.WriteRune(r)
	}
	if slices.Contains(at, utf8.RuneCountInString(s)) {
		b.WriteString(sign)
	}
	return b.String()
}

// Bars stand where the caret comes to rest on its way through the text.
func TestCarets(t *testing.T) {
	d := dictionary(t)
	for _, c := range []struct{ s, next, previous string }{
		{"", "", ""},
		{"数字外交的挑战", "数字外交|的|挑战|", "|数字外交|的|挑战"},
		{"数字外交，与 G20 (2026)。", "数字外交|，与| G20| (2026|)。|", "|数字外交，|与 |G20 (|2026)。"},
		{"don’t\n\n go", "don’t|\n\n go|", "|don’t\n\n |go"},
		{"……", "……|", "|……"},
	} {
		n := utf8.RuneCountInString(c.s)
		var stops []int
		for at := 0; at < n && len(stops) <= n; {
			at = d.Next(c.s, at)
			stops = append(stops, at)
		}
		if got := marked(c.s, stops, "|"); got != c.next {
			t.Errorf("Next through %q: %q, want %q", c.s, got, c.next)
		}
		stops = nil
		for at := n; at > 0 && len(stops) <= n; {
			at = d.Previous(c.s, at)
			stops = append(stops, at)
		}
		if got := marked(c.s, stops, "|"); got != c.previous {
			t.Errorf("Previous through %q: %q, want %q", c.s, got, c.previous)
		}
	}
	// From within a word, to its ends; from beyond the text, back into it.
	s := "推进数字外交。"
	if next, previous := d.Next(s, 3), d.Previous(s, 3); next != 6 || previous != 2 {
		t.Errorf("from within a word: Next %d, Previous %d, want 6 and 2", next, previous)
	}
	if next, previous := d.Next(s, 99), d.Previous(s, 99); next != 7 || previous != 2 {
		t.Errorf("from beyond: Next %d, Previous %d, want 7 and 2", next, previous)
	}
}
