package library_test

import (
	"strings"
	"testing"

	"celun/app/argument"
	"celun/app/language"
	"celun/app/library"
)

func entry(id string, k argument.Kind, zh, en string, links ...argument.Link) argument.Argument {
	return argument.Argument{
		ID: id, Kind: k, Links: links,
		Title:     language.Text{ZH: zh, EN: en},
		Line:      language.Text{ZH: zh + "的一句话。", EN: "One line on " + en + "."},
		Statement: language.Text{ZH: zh + "的详细论述，涉及网络主权。", EN: "A statement of " + en + " and sovereignty."},
	}
}

func link(k argument.LinkKind, to string, rank int) argument.Link {
	return argument.Link{Kind: k, To: to, Rank: rank, Reason: language.Text{ZH: "因", EN: "why"}}
}

func sample() *library.Library {
	e1 := entry("E17", argument.EvidenceKind, "全球互联网覆盖率66%", "World internet coverage 66%", link(argument.Supports, "C2", 2))
	e1.Evidence = &argument.Evidence{Value: "66%"}
	c2 := entry("C2", argument.Challenge, "数字鸿沟", "Digital divide")
	c2.Tags = []string{"不平等"}
	first := &argument.Pack{ID: "first", Source: argument.Source{ID: "src"}, Arguments: []argument.Argument{
		entry("C1", argument.Challenge, "网络安全监管薄弱", "Weak internet oversight"),
		c2,
		entry("M1", argument.Countermeasure, "发展数字经济", "Grow the digital economy", link(argument.Answers, "C2", 0)),
		entry("M2", argument.Countermeasure, "前沿议程", "The frontier agenda"),
		entry("M2.1", argument.Countermeasure, "人工智能", "Artificial intelligence",
			link(argument.PartOf, "M2", 0), link(argument.Answers, "C1", 2), link(argument.Answers, "C2", 2)),
		e1,
	}, Terms: []argument.Term{{ID: "t1", ZH: []argument.Rendering{{Text: "数字鸿沟", Status: argument.Preferred}}}}}
	second := &argument.Pack{ID: "second", Arguments: []argument.Argument{
		entry("M6", argument.Countermeasure, "公平秩序", "A fair order", link(argument.Answers, "C2", 1), link(argument.Answers, "lost", 1)),
		entry("C1", argument.Challenge, "重名", "The same id again"),
		entry("E18", argument.EvidenceKind, "北美95%", "North America 95%", link(argument.Supports, "C2", 1)),
	}, Terms: []argument.Term{{ID: "t2", ZH: []argument.Rendering{{Text: "数字鸿沟", Status: argument.Allowed}, {Text: "主权", Status: argument.Preferred}}}}}
	return library.New(first, second)
}

func ids(links []library.Link) string {
	var s []string
	for _, l := range links {
		s = append(s, l.Argument.ID)
	}
	return strings.Join(s, " ")
}

func entries(of []*library.Entry) string {
	var s []string
	for _, e := range of {
		s = append(s, e.ID)
	}
	return strings.Join(s, " ")
}

func TestLinks(t *testing.T) {
	l := sample()
	for _, c := range []struct{ name, got, want string }{
		{"all in pack order, an id once", entries(l.All()), "C1 C2 M1 M2 M2.1 E17 M6 E18"},
		{"of a kind", entries(l.OfKind(argument.Challenge)), "C1 C2"},
		{"answers by rank, unranked last", ids(l.Answers("C2")), "M6 M2.1 M1"},
		{"answers of nothing", ids(l.Answers("M6")), ""},
		{"answered in the order of the links", ids(l.Answered("M2.1")), "C1 C2"},
		{"answered leaves out what is not there", ids(l.Answered("M6")), "C2"},
		{"supports by rank over packs", ids(l.Supports("C2")), "E18 E17"},
		{"parts", entries(l.Parts("M2")), "M2.1"},
		{"user terms once", strings.Join(l.UserTerms(), " "), "主权 数字鸿沟"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.name, c.got, c.want)
		}
	}
	if e, ok := l.Get("C1"); !ok || e.Title.ZH != "网络安全监管薄弱" || e.Pack.ID != "first" {
		t.Errorf("Get(C1) = %+v", e)
	}
	if w, ok := l.Whole("M2.1"); !ok || w.ID != "M2" {
		t.Errorf("Whole(M2.1) = %v", w)
	}
	if _, ok := l.Whole("M2"); ok {
		t.Error("M2 is part of nothing")
	}
	if _, ok := l.Get("nothing"); ok {
		t.Error("Get finds what is not there")
	}
	if s, ok := l.Source("first"); !ok || s.ID != "src" {
		t.Errorf("Source = %+v", s)
	}
	if n := len(l.Terms()); n != 2 {
		t.Errorf("%d terms, want 2", n)
	}
	if a := l.Answers("C2")[0]; a.Link.Reason.EN != "why" || a.Link.Rank != 1 {
		t.Errorf("link = %+v", a.Link)
	}
}

func TestTagsHaveNames(t *testing.T) {
	first := &argument.Pack{ID: "first", Tags: []argument.Tag{{ID: "security", ZH: "安全", EN: "security"}}}
	second := &argument.Pack{ID: "second", Tags: []argument.Tag{{ID: "security", ZH: "安保"}, {ID: "skills", ZH: "能力", EN: "Skills"}}}
	l := library.New(first, second)
	for tag, want := range map[string]language.Text{
		"security": {ZH: "安全", EN: "security"}, "skills": {ZH: "能力", EN: "Skills"}, "other": {ZH: "other", EN: "other"},
	} {
		if got := l.TagName(tag); got != want {
			t.Errorf("%s is called %+v", tag, got)
		}
	}
	for _, c := range []struct {
		name string
		in   language.Language
		want string
	}{{"能力", language.ZH, "skills"}, {"skills", language.EN, "skills"}, {"安保", language.ZH, "security"}, {"别的", language.ZH, "别的"}} {
		if got := l.TagCalled(c.name, c.in); got != c.want {
			t.Errorf("%s is the tag %s, want %s", c.name, got, c.want)
		}
	}
}
