package find_test

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"celun/app/argument"
	"celun/app/language"
	"celun/app/library"
	"celun/app/library/find"
)

// builtIn reads the pack that comes with the program.
func builtIn(tb testing.TB) *argument.Pack {
	tb.Helper()
	const name = "digital-diplomacy.yaml"
	data, err := os.ReadFile("../../../assets/packs/" + name)
	if err != nil {
		tb.Fatal(err)
	}
	p, err := argument.Read(name, data)
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

func text(zh, en string) language.Text { return language.Text{ZH: zh, EN: en} }

// small is a library of few words, in which every hit can be foreseen.
func small() *library.Library {
	number := 66.0
	entry := func(id string, k argument.Kind, title, line, statement language.Text, tags ...string) argument.Argument {
		return argument.Argument{ID: id, Kind: k, Title: title, Line: line, Statement: statement, Tags: tags}
	}
	c1 := entry("C1", argument.Challenge, text("监管乏力", "Weak oversight"),
		text("数据泄露，安全隐患。", "Breaches of data."), text("二十国集团（G20）峰会推进5G技术。", "The G20 summit promotes 5G; “soft power” counts."), "security")
	c2 := entry("C2", argument.Challenge, text("数字鸿沟", "The digital divide"),
		text("差距仍在扩大。", "Gaps widen."), text("监管不是重点。", "Naïve hopes."), "divide", "安全")
	m1 := entry("M1", argument.Countermeasure, text("发展数字经济", "A digital economy"),
		text("长期调整，重庆率先。", "Diplomatic work challenges us."), text("软实力随之增长。", "It is an art to start."), "economy")
	m1.Links = []argument.Link{{Kind: argument.PartOf, To: "M"}, {Kind: argument.Answers, To: "C2"}}
	m := entry("M", argument.Countermeasure, text("总体对策", "All measures"), text("总。", "All."), text("总论。", "Everything."))
	e1 := entry("E1", argument.EvidenceKind, text("互联网覆盖率", "Internet coverage"),
		text("覆盖世界。", "It covers the world."), text("世界的大部分，外。交给各国。", "Most of the world."))
	e1.Evidence = &argument.Evidence{Value: "66%", Number: &number}
	e1.Note = text("数字不一致。", "The figures disagree.")
	other := entry("X9", argument.Concept, text("外交官会计制度", "Accounts of diplomats"), text("数字外交官。", "Diplomats."), text("无。", "None."))
	return library.New(
		&argument.Pack{ID: "first", Tags: []argument.Tag{{ID: "security", ZH: "安保", EN: "Safety first"}}, Arguments: []argument.Argument{c1, c2, m, m1, e1}, Terms: []argument.Term{{
			ID: "t1",
			ZH: []argument.Rendering{{Text: "软实力", Status: argument.Preferred}, {Text: "柔性力量", Status: argument.Avoid}},
			EN: []argument.Rendering{{Text: "soft power", Status: argument.Preferred}},
		}}},
		&argument.Pack{ID: "second", Source: argument.Source{ID: "s2", Authors: []language.Text{text("李四", "Li Si")}}, Arguments: []argument.Argument{other}},
	)
}

func search(t testing.TB, f *find.Finder, q find.Query) string {
	t.Helper()
	hits, err := f.Search(context.Background(), q)
	if err != nil {
		t.Fatalf("%+v: %v", q, err)
	}
	ids := make([]string, len(hits))
	for i, h := range hits {
		ids[i] = h.ID
	}
	return strings.Join(ids, " ")
}

// both are a finder that scans and one that has an index.
func both(t testing.TB, lib *library.Library) map[string]*find.Finder {
	t.Helper()
	scanning := find.New(lib, find.Options{})
	indexed := find.New(lib, find.Options{CacheFile: t.TempDir() + "/索 引?#%/search.db"})
	<-indexed.Ready()
	if err := indexed.Err(); err != nil || !indexed.Indexed() || scanning.Indexed() {
		t.Fatalf("indexed: %v, %v", indexed.Indexed(), err)
	}
	t.Cleanup(scanning.Close)
	t.Cleanup(indexed.Close)
	return map[string]*find.Finder{"scanning": scanning, "indexed": indexed}
}

func TestSearch(t *testing.T) {
	for how, f := range both(t, small()) {
		for _, c := range []struct{ name, query, want string }{
			{"nothing asked", "  ", ""},
			{"nothing found", "气候", ""},
			{"Chinese, title over statement", "监管", "C1 C2"},
			{"over the edges of words", "字鸿", "C2"},
			{"one character", "沟", "C2"},
			{"one character at the end of a run", "力", "C1 M1"},
			{"not over a mark", "外交", "X9"},
			{"with the mark", "外。交", "E1"},
			{"mark in the other width", "泄露,安", "C1"},
			{"title, then line", "数字", "C2 M1 X9 E1"},
			{"Western in Chinese", "g20", "C1"},
			{"across Chinese and Western", "5G技", "C1"},
			{"within a Western word, across", "0）峰", "C1"},
			{"full width", "Ｇ２０", "C1"},
			{"English in any case", "DIVIDE", "C2"},
			{"start of a word", "econ", "M1"},
			{"same stem", "diplomacy", "X9 M1"},
			{"plural", "challenge", "M1"},
			{"words before parts of words", "art", "M1"},
			{"inside a word", "versight", "C1"},
			{"accents", "naive", "C2"},
			{"all words, in any order", "economy digital", "M1"},
			{"both languages together", "数字 divide", "C2"},
			{"measure", "66%", "E1"},
			{"note", "disagree", "E1"},
			{"id", "m1", "M1"},
			{"start of an id, then words", "m", "M M1 X9 E1 C1"},
			{"id in full width", "Ｃ２", "C2"},
			{"tag", "security", "C1"},
			{"tag by its Chinese name", "安保", "C1"},
			{"tag by its English name", "safety", "C1"},
			{"tag in pinyin", "anbao", "C1"},
			{"filter by a tag’s name", "标签:安保", "C1"},
			{"filter by a tag’s other name", "tag:\"safety first\"", "C1"},
			{"tag after the title", "安全", "C2 C1"},
			{"term finds its rendering", "软实力", "M1 C1"},
			{"and the reverse", "soft power", "C1 M1"},
			{"inflected", "Soft Powers", "C1 M1"},
			{"by what is to be avoided", "柔性力量", "C1 M1"},
			{"with another word", "soft power 峰会", "C1"},
			{"exact", `"soft power"`, "C1"},
			{"exact over a stop", `"外。交给"`, "E1"},
			{"exact has no stems", `"diplomacy"`, ""},
			{"quotes of another kind, not closed", "“digital economy", "M1"},
			{"initials", "szhg", "C2"},
			{"pinyin", "shuzi", "C2 M1"},
			{"mixed", "shuzijj", "M1"},
			{"heteronym", "kuaiji", "X9"},
			{"term by pinyin", "ruanshili", "M1 C1"},
			{"term by initials", "rsl", "M1 C1"},
			{"tag by pinyin", "anquan", "C2"},
			{"pinyin and Chinese", "szhg 差距", "C2"},
			{"mark alone", "；", "C1"},
			{"filter alone", "kind:challenge", "C1 C2"},
			{"filter and word", "监管 kind:challenge tag:divide", "C2"},
			{"filter in Chinese", "类型：对策", "M M1"},
			{"plural of a kind", "kind:concepts", "X9"},
			{"unknown kind", "监管 kind:nonsense", ""},
			{"source", "来源:second", "X9"},
			{"source by author", `source:"li si"`, "X9"},
			{"unknown source", "source:third", ""},
			{"answers, itself and through a part", "answers:C2", "M M1"},
			{"answers without a colon", "answers c2", "M M1"},
			{"answers in Chinese", "答：C2 经济", "M1"},
			{"answers nothing", "answers:C1", ""},
			{"with a mark behind", "5g;", "C1"},
			{"no filter of that name", "a:b", ""},
			{"a word that is nowhere beside one that is", "监管 气候", "C1 C2"},
			{"the same, with a filter", "监管 climate tag:divide", "C2"},
			{"what is nowhere, in quotation marks", `监管 "气候"`, ""},
			{"words that are nowhere together", "沟 g20", ""},
		} {
			if got := search(t, f, find.Query{Text: c.query}); got != c.want {
				t.Errorf("%s, %s: %q finds %q, want %q", how, c.name, c.query, got, c.want)
			}
		}
		for _, c := range []struct {
			query find.Query
			want  string
		}{
			{find.Query{Kinds: []argument.Kind{argument.Concept, argument.EvidenceKind}}, "E1 X9"},
			{find.Query{Text: "数字", Kinds: []argument.Kind{argument.Countermeasure}}, "M1"},
			{find.Query{Tags: []string{"divide", "安全"}}, "C2"},
			{find.Query{Tags: []string{"divide", "economy"}}, ""},
			{find.Query{Packs: []string{"second"}, Text: "diplomats"}, "X9"},
			{find.Query{Answers: []string{"C2"}, Limit: 1}, "M"},
			{find.Query{Text: "数字", Limit: 2}, "C2 M1"},
			{find.Query{}, ""},
		} {
			if got := search(t, f, c.query); got != c.want {
				t.Errorf("%s: %+v finds %q, want %q", how, c.query, got, c.want)
			}
		}
	}
}

func TestSearchMarksWhatItFound(t *testing.T) {
	for how, f := range both(t, small()) {
		for _, c := range []struct{ query, snippetZH, snippetEN, title string }{
			{"差距", "[差距]仍在扩大。", "Gaps widen.", "数字鸿沟|The digital divide"},
			{"数字 divide gap", "差距仍在扩大。", "[Gaps] widen.", "[数字]鸿沟|The digital [divide]"},
			{"szhg", "差距仍在扩大。", "Gaps widen.", "[数字鸿沟]|The digital divide"},
			{"naive 重点", "监管不是[重点]。", "[Naïve] hopes.", "数字鸿沟|The digital divide"},
			{"soft power", "数据泄露，安全隐患。", "The G20 summit promotes 5G; “[soft power]” counts.", "监管乏力|Weak oversight"},
		} {
			hits, err := f.Search(context.Background(), find.Query{Text: c.query})
			if err != nil || len(hits) == 0 {
				t.Fatalf("%s: %q: %v", how, c.query, err)
			}
			h := hits[0]
			if got := marked(h.Snippet.ZH, language.ZH, h.Marks); got != c.snippetZH {
				t.Errorf("%s: %q: %q, want %q", how, c.query, got, c.snippetZH)
			}
			if got := marked(h.Snippet.EN, language.EN, h.Marks); got != c.snippetEN {
				t.Errorf("%s: %q: %q, want %q", how, c.query, got, c.snippetEN)
			}
			title := marked(h.Title.ZH, language.ZH, h.TitleMarks) + "|" + marked(h.Title.EN, language.EN, h.TitleMarks)
			if title != c.title {
				t.Errorf("%s: %q: %q, want %q", how, c.query, title, c.title)
			}
		}
	}
}

func marked(s string, l language.Language, marks []find.Mark) string {
	runes := []rune(s)
	for _, m := range slices.Backward(marks) {
		if m.Language == l {
			runes = slices.Insert(runes, m.End, ']')
			runes = slices.Insert(runes, m.Start, '[')
		}
	}
	return string(runes)
}

// A search in one language finds what the same search finds in the other.
func TestAPairOfQueriesFindsTheSame(t *testing.T) {
	for how, f := range both(t, library.New(builtIn(t))) {
		for _, pair := range [][2]string{{"平台 规制", "platform regulation"}, {"平台", "platforms"}, {"监管", "oversight"}, {"规则", "rules"}} {
			zh, en := strings.Fields(search(t, f, find.Query{Text: pair[0]})), strings.Fields(search(t, f, find.Query{Text: pair[1]}))
			if strings.Contains(pair[0], " ") && !slices.Equal(zh, en) { // of one word, texts with it in the language that was typed come first
				t.Errorf("%s: %q finds %v, %q %v", how, pair[0], zh, pair[1], en)
			}
			slices.Sort(zh)
			slices.Sort(en)
			if len(zh) == 0 || !slices.Equal(zh, en) {
				t.Errorf("%s: %q finds %v, %q %v", how, pair[0], zh, pair[1], en)
			}
		}
	}
}
