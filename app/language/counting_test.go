package language_test

import (
	"testing"
	"unicode/utf8"

	"celun/app/language"
)

func TestCount(t *testing.T) {
	for _, c := range []struct {
		l    language.Language
		s    string
		want int
	}{
		{language.ZH, "", 0},
		{language.ZH, "   \n", 0},
		{language.ZH, "数字外交", 4},
		{language.ZH, "数字外交，与外交数字。", 9},
		{language.ZH, "《二十国集团》——“共识”……", 7},
		{language.ZH, "全球约27亿人仍未上网", 10},
		{language.ZH, "2022年4月", 4},
		{language.ZH, "占比1.5%，升至66％。", 6},
		{language.ZH, "G20与5G技术", 5},
		{language.ZH, "“9·11”之后", 3},
		{language.ZH, "27,000人", 2},
		{language.ZH, "ICT、AI", 2},
		{language.ZH, "ＩＣＩ指数", 3},
		{language.ZH, "全角逗号１，２", 6},
		{language.ZH, "①首先", 2},
		{language.ZH, "𠮷野家", 3},
		{language.ZH, "葛\U000E0100城", 2},
		{language.ZH, "二〇二二", 4},
		{language.ZH, "人人", 2},
		{language.ZH, "ひらがな", 4},
		{language.ZH, "👩‍👩‍👧和🇨🇳", 1},
		{language.ZH, "€5与¥3.2", 3},
		{language.ZH, "中国—东盟", 4},
		{language.ZH, "第1–3条", 3},

		{language.EN, "", 0},
		{language.EN, " — … “”", 0},
		{language.EN, "digital diplomacy", 2},
		{language.EN, "It doesn’t, and it can't.", 5},
		{language.EN, "cross-border rules", 3},
		{language.EN, "The U.S. and the G20", 5},
		{language.EN, "some 2.7 billion people (37%)", 5},
		{language.EN, "27,000 posts in 2022", 4},
		{language.EN, "naïve café", 2},
		{language.EN, "数字 in Chinese", 4},
		{language.EN, "A 👍 B", 2},
	} {
		if got := language.Count(c.l, c.s); got != c.want {
			t.Errorf("Count(%s, %q) = %d, want %d", c.l, c.s, got, c.want)
		}
	}
}

func TestWestern(t *testing.T) {
	for _, c := range []struct{ s, want string }{
		{"", ""},
		{"数字", ""},
		{" a", ""},
		{"，a", ""},
		{"G20峰会", "G20"},
		{"don’t go", "don’t"},
		{"1.5%。", "1.5%"},
		{"27亿", "27"},
		{"27,000 posts", "27,000"},
		{"one,two", "one"},
		{"1,two", "1"},
		{"end.", "end"},
		{"U.S. law", "U.S"},
		{"COVID-19疫情", "COVID-19"},
		{"a--b", "a"},
		{"2020–2025年", "2020–2025"},
		{"€5m", "€5m"},
		{"€ 5", ""},
		{"100+项", "100+"},
		{"a+", "a"},
		{"A%", "A"},
		{"café", "café"},
		{"cafe\u0301s", "cafe\u0301s"},
		{"\u0301a", ""},
		{"ＩＣＩ指数", "ＩＣＩ"},
		{"①首先", ""},
		{"1①", "1"},
		{"a\xff", "a"},
		{"\xff", ""},
		{"$", ""},
	} {
		if got := c.s[:language.Western(c.s)]; got != c.want {
			t.Errorf("Western(%q) takes %q, want %q", c.s, got, c.want)
		}
	}
}

func FuzzCount(f *testing.F) {
	for _, s := range []string{"", "数字外交 1.5%", "G20、don’t", "\xff€5,", "1,", "葛\U000E0100"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, l := range language.Both() {
			if n := language.Count(l, s); n < 0 || n > utf8.RuneCountInString(s) {
				t.Errorf("Count(%s, %q) = %d", l, s, n)
			}
		}
		if n := language.Western(s); n < 0 || n > len(s) || !utf8.ValidString(s[:n]) && utf8.ValidString(s) {
			t.Errorf("Western(%q) = %d", s, n)
		}
	})
}
