package brief

import (
	"strings"
	"testing"
	"unicode/utf8"

	"celun/app/language"

	"github.com/google/go-cmp/cmp"
)

func TestParse(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []Span
	}{
		{"", nil},
		{"数字外交", []Span{{Text: "数字外交"}}},
		{"a **b** c", []Span{{Text: "a "}, {Text: "b", Strong: true, Offset: 4}, {Text: " c", Offset: 7}}},
		{"数**字**外*交*", []Span{{Text: "数"}, {Text: "字", Strong: true, Offset: 3}, {Text: "外", Offset: 6}, {Text: "交", Emphasis: true, Offset: 8}}},
		{"***ab***", []Span{{Text: "ab", Strong: true, Emphasis: true, Offset: 3}}},
		{"**a *b* c**", []Span{{Text: "a ", Strong: true, Offset: 2}, {Text: "b", Strong: true, Emphasis: true, Offset: 5}, {Text: " c", Strong: true, Offset: 7}}},
		{"据[^han]称[^un-2]", []Span{{Text: "据"}, {Cite: "han", Offset: 1}, {Text: "称", Offset: 7}, {Cite: "un-2", Offset: 8}}},
		{"**a[^x]b**", []Span{{Text: "a", Strong: true, Offset: 2}, {Cite: "x", Strong: true, Offset: 3}, {Text: "b", Strong: true, Offset: 7}}},
		{"在__2026年__前", []Span{{Text: "在"}, {Text: "2026年", Underline: true, Offset: 3}, {Text: "前", Offset: 10}}},
		{"这是..关键..。", []Span{{Text: "这是"}, {Text: "关键", Dots: true, Offset: 4}, {Text: "。", Offset: 8}}},
		{"..a.. b, ..c...", []Span{{Text: "a", Dots: true, Offset: 2}, {Text: " b, ", Offset: 5}, {Text: "c", Dots: true, Offset: 11}, {Text: ".", Offset: 14}}},
		{"__a **b**__", []Span{{Text: "a ", Underline: true, Offset: 2}, {Text: "b", Underline: true, Strong: true, Offset: 6}}},
		{"文献[^=han]认为[^un|12–15]", []Span{
			{Text: "文献"}, {Cite: "han", Inline: true, Offset: 2}, {Text: "认为", Offset: 9}, {Cite: "un", Pages: "12–15", Offset: 11},
		}},
		{"a[^x|pp. 3, 5]", []Span{{Text: "a"}, {Cite: "x", Pages: "pp. 3, 5", Offset: 1}}},
		// What is not markup is what it looks like.
		{"由____负责", []Span{{Text: "由____负责"}}},
		{"a__b__c and x..y..z", []Span{{Text: "a__b__c and x..y..z"}}},
		{"../../x 等等……wait... what..", []Span{{Text: "../../x 等等……wait... what.."}}},
		{"[^|3] [^=] [^a|] [^a| ]", []Span{{Text: "[^|3] [^=] [^a|] [^a| ]"}}},
		{`\__甲__ \..乙..`, []Span{{Text: "__甲__ ", Offset: 1}, {Text: "..乙..", Offset: 8}}},
		{"2 * 3 * 4", []Span{{Text: "2 * 3 * 4"}}},
		{"a **b", []Span{{Text: "a **b"}}},
		{"a* b*", []Span{{Text: "a* b*"}}},
		{"*a *b*", []Span{{Text: "*a "}, {Text: "b", Emphasis: true, Offset: 4}}},
		{"****a****", []Span{{Text: "****a****"}}},
		{"*a\nb*", []Span{{Text: "*a\nb*"}}},
		{"[^] [^a b] [^a[ [x]", []Span{{Text: "[^] [^a b] [^a[ [x]"}}},
		{`a\*b\*`, []Span{{Text: "a"}, {Text: "*b", Offset: 2}, {Text: "*", Offset: 5}}},
		{`\[^han]`, []Span{{Text: "[^han]", Offset: 1}}},
		{`C:\dir \\*`, []Span{{Text: `C:\dir \`}, {Text: "*", Offset: 9}}},
		{"见^[详见[^han]及[#b3]。]下", []Span{{Text: "见"}, {Note: "详见[^han]及[#b3]。", Offset: 1}, {Text: "下", Offset: 19}}},
		{"**a^[b]**", []Span{{Text: "a", Strong: true, Offset: 2}, {Note: "b", Strong: true, Offset: 3}}},
		{"见[#b7]和[#s2]", []Span{{Text: "见"}, {Refer: "b7", Offset: 1}, {Text: "和", Offset: 6}, {Refer: "s2", Offset: 7}}},
		{"the [[gap|digital divide]].", []Span{{Text: "the "}, {Text: "digital divide", Term: "gap", Offset: 10}, {Text: ".", Offset: 26}}},
		{"*[[gap|鸿沟]]*", []Span{{Text: "鸿沟", Term: "gap", Emphasis: true, Offset: 7}}},
		{`^[a\]b]c`, []Span{{Note: `a\]b`}, {Text: "c", Offset: 7}}},
		{"^[a *b] c*", []Span{{Note: "a *b"}, {Text: " c*", Offset: 7}}},
		{"2^[ [#] [[a]] [[a|]] [[a|b] [[a|b[c]] ^[] ^[a\nb]", []Span{{Text: "2^[ [#] [[a]] [[a|]] [[a|b] [[a|b[c]] ^[] ^[a\nb]"}}},
		{`\[#b1] ^\[a]`, []Span{{Text: "[#b1] ^", Offset: 1}, {Text: "[a]", Offset: 9}}},
		{"[to fill: unit]", []Span{{Text: "[to fill: unit]"}}},
	} {
		if diff := cmp.Diff(c.want, Parse(c.in)); diff != "" {
			t.Errorf("Parse(%q): %s", c.in, diff)
		}
	}
}

func TestPlainAndEscape(t *testing.T) {
	for _, s := range []string{"**a**", `\*`, `\\*[^x]`, "*", "a [b] c", "^[n]", "[#b1]", "[[t|x]]", `\]`, "数*字*", `\[`, "***", "__甲__", "..乙..", `\__`, `\\..丙..`, "……", "a...b", "____"} {
		if got := Plain(Escape(s)); got != s {
			t.Errorf("Plain(Escape(%q)) = %q", s, got)
		}
	}
	if got := Plain("**要点**见[^han]。"); got != "要点见。" {
		t.Errorf("Plain = %q", got)
	}
}

func TestBlanks(t *testing.T) {
	zh, en := Blank(language.ZH, "责任单位"), Blank(language.EN, "responsible unit")
	if zh != "【待填：责任单位】" || en != "[to fill: responsible unit]" {
		t.Errorf("blanks %q, %q", zh, en)
	}
	for _, c := range []struct {
		text string
		l    language.Language
		want []string
	}{
		{"由" + zh + "在" + Blank(language.ZH, "日期") + "前完成", language.ZH, []string{"责任单位", "日期"}},
		{"By " + en + ".", language.EN, []string{"responsible unit"}},
		{"【待填：甲【待填：乙】", language.ZH, []string{"乙"}},
		{"【待填：】【待填：甲", language.ZH, nil},
		{"无", language.ZH, nil},
		{en, language.ZH, nil},
	} {
		if diff := cmp.Diff(c.want, Blanks(c.text, c.l)); diff != "" {
			t.Errorf("Blanks(%q): %s", c.text, diff)
		}
	}
	b := rich()
	var got []string
	for _, x := range b.Blanks() {
		got = append(got, x.At.Block+" "+string(x.At.Slot)+" "+string(x.At.Language)+" "+x.Name)
	}
	if diff := cmp.Diff([]string{"b7 owner zh 责任单位", "b7 owner en responsible unit"}, got); diff != "" {
		t.Error(diff)
	}
	if got := Plain(en); got != en {
		t.Errorf("the markup eats the blank: %q", got)
	}
}

// Spans and what stands between them make up the whole text, and between them
// there is nothing but marks.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"**a** *b* [^c]", `\*a\[`, "***数***字", "*a **b* c**", "a\n*b", "[^", "\xff*", "__a__..数..", `\__甲__`, "[^=a|3]", "^[a[^b]*c*]", `^[\]]`, "[#b]", "[[t|x]]", "^[^[a]", "*..*甲..__"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			text = strings.ToValidUTF8(text, "?")
		}
		runes := []rune(text)
		at := 0
		for _, s := range Parse(text) {
			if s.Offset < at || s.Offset > len(runes) {
				t.Fatalf("%q: span at %d after %d", text, s.Offset, at)
			}
			if between := string(runes[at:s.Offset]); strings.Trim(strings.NewReplacer("[["+s.Term+"|", "", "]]", "").Replace(between), `*_.\`) != "" {
				t.Fatalf("%q: %q is lost", text, between)
			}
			here := []rune(s.Text)
			if s.Cite != "" {
				if s.Text != "" {
					t.Fatalf("%q: a citation with text %q", text, s.Text)
				}
				mark := "[^"
				if s.Inline {
					mark += "="
				}
				mark += s.Cite
				if s.Pages != "" {
					mark += "|" + s.Pages
				}
				here = []rune(mark + "]")
			} else if s.Note != "" {
				here = []rune("^[" + s.Note + "]")
			} else if s.Refer != "" {
				here = []rune("[#" + s.Refer + "]")
			} else if s.Text == "" {
				t.Fatalf("%q: an empty span", text)
			}
			at = s.Offset + len(here)
			if at > len(runes) || string(runes[s.Offset:at]) != string(here) {
				t.Fatalf("%q: span %+v is not what stands there", text, s)
			}
		}
		if rest := string(runes[at:]); strings.Trim(strings.TrimPrefix(rest, "]]"), `*_.`) != "" {
			t.Fatalf("%q: %q is lost at the end", text, rest)
		}
		if got := Plain(Escape(text)); got != text {
			t.Fatalf("Plain(Escape(%q)) = %q", text, got)
		}
	})
}
