package typeset

import (
	"strings"
	"testing"

	"celun/app/brief"
	"celun/app/language"
)

type fixedLabels struct{}

func (fixedLabels) cites([]string) string                       { return "[1]" }
func (fixedLabels) label(id string, _ language.Language) string { return id }

// setLines sets one text justified in a measure of so many em and returns
// its lines.
func setLines(t testing.TB, s *Setter, l language.Language, text string, em float64, change func(*TextStyle)) *lines {
	t.Helper()
	st := TextStyle{ZH: Cut{Size: 10}, EN: Cut{Size: 10}, Leading: 16}
	if change != nil {
		change(&st)
	}
	return s.lines(&passage{
		spans: []span{{text: text, language: l, address: brief.Address{Block: "b", Language: l}}},
		style: &st, measure: 10*em + 0.001,
	}, fixedLabels{})
}

func shownLines(set *lines) string {
	var out []string
	for _, l := range set.lines {
		out = append(out, l.String())
	}
	return strings.Join(out, "|")
}

// However narrow its measure, a text is set whole, its raised marks too.
func TestNoMeasureIsTooNarrow(t *testing.T) {
	s := newTestSetter(t)
	for _, text := range []string{"头^[注]", "头[^a]", "a[^a]^[n] b", "（头）^[注]。"} {
		for _, l := range language.Both() {
			for em := 0.2; em < 4; em += 0.2 {
				set := setLines(t, s, l, text, em, func(st *TextStyle) { st.Align, st.Balanced = Left, true })
				got := strings.ReplaceAll(strings.ReplaceAll(shownLines(set), "|", ""), " ", "")
				want := strings.NewReplacer("^[注]", noteMark(1, l), "^[n]", noteMark(1, l), "[^a]", "[1]", " ", "").Replace(text)
				if got != want {
					t.Fatalf("%s in %.1f em: %q, want %q", l, em, got, want)
				}
			}
		}
	}
}

// Each case is a rule of where lines may begin and end, in a measure that
// tempts to break it.
func TestLinesBreak(t *testing.T) {
	cases := []struct {
		rule string
		l    language.Language
		em   float64
		text string
		want string
	}{
		{"no stop at a line start", language.ZH, 5, "一二三四五，六七八九十", "一二三四|五，六七八|九十"},
		{"no closing bracket at a line start", language.ZH, 5, "一二《四五》六七八九", "一二《四|五》六七|八九"},
		{"no opening mark at a line end", language.ZH, 5, "一二三四（六七八九）甲乙丙丁戊", "一二三四|（六七八九）|甲乙丙丁戊"},
		{"no interpunct at a line start", language.ZH, 5, "一二三四五·六七八九十甲乙丙丁戊", "一二三四|五·六七八|九十甲乙丙|丁戊"},
		{"a dash is not split", language.ZH, 5, "一二三四——六七八九十", "一二三四|——六七八|九十"},
		{"an ellipsis is not split", language.ZH, 5, "一二三四……六七八九十", "一二三四|……六七八|九十"},
		{"a percentage is whole", language.ZH, 5, "一二三四 66%五六七八九", "一二三四 |66%五六|七八九"},
		{"nor does its sign begin a line", language.ZH, 7.25, "一二三四五六66%七八九十甲乙", "一二三四五六|66%七八九十|甲乙"},
		{"a number keeps its unit", language.ZH, 5, "一二三27亿元五六七八", "一二三|27亿元五|六七八"},
		{"a number keeps its unit over a space", language.ZH, 5, "一二三 27 亿元五六七八", "一二三 |27 亿元五|六七八"},
		{"a year is whole", language.ZH, 5, "一二三2022年五六七八九", "一二三|2022年五|六七八九"},
		{"第7期 is whole", language.ZH, 6, "一二三四第77期六七八九", "一二三四|第77期六七|八九"},
		{"a long number is whole", language.ZH, 5, "拨打了12308电话号码求助", "拨打了|12308电话|号码求助"},
		{"a Latin word is whole", language.ZH, 11, "一二三四五六七八ChatGPT九十甲乙丙", "一二三四五六七八|ChatGPT九十甲乙丙"},
		{"a Latin word in Chinese breaks by hyphenation", language.ZH, 6, "一二三四international五六七八九", "一二三|四interna-|tional五六七|八九"},
		{"a citation stays at its word", language.ZH, 5, "一二三四五[^a]六七八九十一二三四", "一二三四|五[1]六七|八九十一二|三四"},
		{"a last line has more than one character", language.ZH, 12, "一二三四五六七八九十甲乙丙", "一二三四五六七八九十甲|乙丙"},
		{"nor one and a stop", language.ZH, 12, "一二三四五六七八九十甲乙丙。", "一二三四五六七八九十甲|乙丙。"},
		{"even if a line cannot be filled", language.ZH, 5, "一二三四五六七八九十一。", "一二三四|五六七八九|十一。"},
		{"a character beyond U+FFFF is one", language.ZH, 5, "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷", "𠮷𠮷𠮷𠮷𠮷|𠮷𠮷𠮷"},
		{"a break in the text breaks the line", language.ZH, 9, "一二\n三四五", "一二 |三四五"},
		{"words break at spaces", language.EN, 12, "the quick brown fox jumps over it", "the quick brown fox |jumps over it"},
		{"hyphens leave two letters and take three", language.EN, 7, "an international organisation", "an interna-|tional organ-|isation"},
		{"acronyms are not hyphenated", language.EN, 7, "a UNESCAPUN b", "a UNESCAPUN |b"},
		{"a compound breaks after its hyphen", language.EN, 7, "the small-business owner of it", "the small-|business |owner of it"},
		{"a range is whole", language.EN, 7, "in the years 2020–2025 we", "in the years |2020–2025 we"},
		{"a number keeps its short unit", language.EN, 6, "it takes up 2 GB a month", "it takes up |2 GB a |month"},
		{"a day keeps its month", language.EN, 13, "it is to be taken on or by 29 January of it", "it is to be taken on or by |29 January of it"},
		{"an opening quote stays with its word", language.EN, 8, "they all say “no more” to it", "they all say “no |more” to it"},
		{"hanzi in English may break apart", language.EN, 9, "the term 数字外交能力建设 here", "the term 数字外交|能力建设 here"},
		{"an address breaks after its marks", language.EN, 12, "see https://alphabetic.organisation/beta", "see https://alphabetic.|organisation/beta"},
		{"a word longer than the line breaks by force", language.EN, 4, "WWWWWWWWWWWW", "WWW|WWW|WWW|WWW"},
	}
	s := newTestSetter(t)
	for _, c := range cases {
		got := shownLines(setLines(t, s, c.l, c.text, c.em, nil))
		if got != c.want {
			t.Errorf("%s: %q in %g em:\n got %s\nwant %s", c.rule, c.text, c.em, got, c.want)
		}
	}
}
