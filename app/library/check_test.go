package library_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"celun/app/argument"
	"celun/app/language"
	"celun/app/library"
)

// sound is an argument whose texts have the right lengths.
func sound(id string, k argument.Kind, links ...argument.Link) argument.Argument {
	a := full(id, k, links...)
	n := 60
	if k == argument.EvidenceKind {
		n = 25
	}
	a.Statement = language.Text{ZH: strings.Repeat("字", n), EN: strings.Repeat("word ", n)}
	return a
}

func checked(arguments []argument.Argument, terms ...argument.Term) []string {
	p := &argument.Pack{Format: argument.Format, ID: "p", Version: 1, Arguments: arguments, Terms: terms}
	var all []string
	for _, f := range library.New(p).Check("p") {
		if f.Message.ZH == "" || f.Message.EN == "" || f.Message.ZH == f.Message.EN || f.Pack != "p" {
			all = append(all, "unsaid")
		}
		all = append(all, f.Code+" "+f.ID)
	}
	return all
}

func TestCheck(t *testing.T) {
	supports := func(to string) argument.Link { return link(argument.Supports, to, 0) }
	answers := func(to string) argument.Link { return link(argument.Answers, to, 0) }
	part := func(to string) argument.Link { return link(argument.PartOf, to, 0) }
	with := func(a argument.Argument, f func(a *argument.Argument)) argument.Argument { f(&a); return a }
	c1, m1 := sound("C1", argument.Challenge), sound("M1", argument.Countermeasure, answers("C1"))
	e1 := sound("E1", argument.EvidenceKind, supports("M1"))
	term := argument.Term{
		ID: "gap", Definition: language.Text{ZH: "只有中文"},
		ZH: []argument.Rendering{{Text: "数字鸿沟", Status: argument.Preferred}, {Text: "鸿沟", Status: argument.Avoid}},
		EN: []argument.Rendering{{Text: "digital divide", Status: argument.Allowed}, {Text: "Divide", Status: argument.Avoid}, {Text: "gap", Status: argument.Avoid}},
	}
	other := argument.Term{ID: "gap2", ZH: term.ZH[:1], EN: []argument.Rendering{{Text: "gap", Status: argument.Allowed}}}
	theory := argument.Term{
		ID: "theory", ZH: []argument.Rendering{{Text: "鸿沟论", Status: argument.Preferred}},
		EN: []argument.Rendering{{Text: "gap theory", Status: argument.Preferred}},
	}
	for _, c := range []struct {
		name      string
		arguments []argument.Argument
		terms     []argument.Term
		want      string
	}{
		{"sound", []argument.Argument{c1, m1, e1}, nil, ""},
		{"no answer", []argument.Argument{c1}, nil, "A1 C1"},
		{"a support is no answer", []argument.Argument{c1, sound("K1", argument.Concept, supports("C1"))}, nil, "A1 C1"},
		{"answered in its parts", []argument.Argument{c1, sound("C1.1", argument.Challenge, part("C1")), sound("M2", argument.Option, answers("C1.1"))}, nil, ""},
		{"answered in one part only", []argument.Argument{
			c1, sound("C1.1", argument.Challenge, part("C1")), sound("C1.2", argument.Challenge, part("C1")), sound("M2", argument.Option, answers("C1.1")),
		}, nil, "A1 C1|A1 C1.2"},
		{"no evidence", []argument.Argument{c1, m1}, nil, "A2 M1"},
		{"support that is no evidence", []argument.Argument{c1, m1, sound("K1", argument.Concept, supports("M1"))}, nil, "A2 M1"},
		{"evidence for a part", []argument.Argument{c1, m1, sound("M1.1", argument.Countermeasure, part("M1")), sound("E1", argument.EvidenceKind, supports("M1.1"))}, nil, ""},
		{"circle of three", []argument.Argument{
			sound("K1", argument.Concept, supports("K2")), sound("K2", argument.Concept, supports("K3")), sound("K3", argument.Concept, supports("K1"), supports("K4")), sound("K4", argument.Concept),
		}, nil, "A4 K1"},
		{"two circles", []argument.Argument{
			sound("K4", argument.Concept, supports("K3")), sound("K1", argument.Concept, supports("K2")), sound("K2", argument.Concept, supports("K1")), sound("K3", argument.Concept, supports("K4"), supports("K1")),
		}, nil, "A4 K4|A4 K1"},
		{"support from two sides is no circle", []argument.Argument{
			sound("K1", argument.Concept, supports("K2"), supports("K3")), sound("K2", argument.Concept, supports("K3")), sound("K3", argument.Concept),
		}, nil, ""},
		{"a circle beside one that was walked before", []argument.Argument{
			sound("K1", argument.Concept, supports("K2")), sound("K2", argument.Concept, supports("K1")),
			sound("K3", argument.Concept, supports("K1"), supports("K4")), sound("K4", argument.Concept, supports("K3")),
		}, nil, "A4 K1|A4 K3"},
		{"other links are no support", []argument.Argument{
			sound("K1", argument.Concept, supports("K2")), sound("K2", argument.Concept, link(argument.Qualifies, "K1", 0)),
		}, nil, ""},
		{"parts in a circle", []argument.Argument{c1, sound("M1", argument.Countermeasure, answers("C1"), part("M2")), sound("M2", argument.Countermeasure, part("M1"))}, nil, "A2 M1|A2 M2"},
		{"dangling", []argument.Argument{sound("K1", argument.Concept, supports("K9"))}, nil, "L1 K1"},
		{"twice", []argument.Argument{sound("K1", argument.Concept), sound("K1", argument.Concept)}, nil, "L2 K1"},
		{"one language", []argument.Argument{with(sound("K1", argument.Concept), func(a *argument.Argument) {
			a.Title.EN, a.Line.ZH, a.Note.ZH = "", "", "备注"
		})}, nil, "B1 K1|B1 K1|B1 K1"},
		{"no reason", []argument.Argument{sound("K1", argument.Concept, argument.Link{Kind: argument.Supports, To: "K2"}), sound("K2", argument.Concept)}, nil, "B1 K1|B1 K1"},
		{"limits", []argument.Argument{with(sound("K1", argument.Concept), func(a *argument.Argument) {
			a.Title = language.Text{ZH: strings.Repeat("字", 24), EN: strings.Repeat("word ", 14)}
			a.Line = language.Text{ZH: strings.Repeat("字", 45), EN: strings.Repeat("word ", 28)}
			a.Statement = language.Text{ZH: strings.Repeat("字", 140), EN: strings.Repeat("word ", 40)}
		})}, nil, ""},
		{"over the limits", []argument.Argument{with(sound("K1", argument.Concept), func(a *argument.Argument) {
			a.Title = language.Text{ZH: strings.Repeat("字", 25), EN: strings.Repeat("word ", 15)}
			a.Line = language.Text{ZH: strings.Repeat("字", 46), EN: strings.Repeat("word ", 29)}
			a.Statement = language.Text{ZH: strings.Repeat("字", 141), EN: strings.Repeat("word ", 39)}
		})}, nil, "S2 K1|S2 K1|S2 K1|S2 K1|S2 K1|S2 K1"},
		{"limits of evidence", []argument.Argument{with(sound("E2", argument.EvidenceKind), func(a *argument.Argument) {
			a.Statement = language.Text{ZH: strings.Repeat("字", 91), EN: strings.Repeat("word ", 14)}
		})}, nil, "S2 E2|S2 E2"},
		{"term to avoid", []argument.Argument{with(sound("K1", argument.Concept), func(a *argument.Argument) {
			a.Title = language.Text{ZH: "数字鸿沟之外的鸿沟与鸿沟", EN: "The DIVIDE is a gap, a gap"}
		})}, []argument.Term{term}, "B6 K1|B6 K1|B6 K1|B1 gap"},
		{"longer rendering first, whole words", []argument.Argument{with(sound("K1", argument.Concept), func(a *argument.Argument) {
			a.Title = language.Text{ZH: "数字鸿沟", EN: "A digital divide that divides; stopgap"}
		})}, []argument.Term{term}, "B1 gap"},
		{"allowed by another term", []argument.Argument{with(sound("K1", argument.Concept), func(a *argument.Argument) {
			a.Title.EN = "The gap"
		})}, []argument.Term{term, other}, "B1 gap"},
		{"allowed by a term before", []argument.Argument{with(sound("K1", argument.Concept), func(a *argument.Argument) {
			a.Title.EN = "The gap"
		})}, []argument.Term{other, term}, "B1 gap"},
		{"the longer of two that begin alike", []argument.Argument{with(sound("K1", argument.Concept), func(a *argument.Argument) {
			a.Title = language.Text{ZH: "鸿沟论", EN: "The gap theory"}
		})}, []argument.Term{term, theory}, "B1 gap"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(checked(c.arguments, c.terms...), "|"); got != c.want {
				t.Errorf("finds %s, want %s", got, c.want)
			}
		})
	}
}

func TestCheckLooksOverPacks(t *testing.T) {
	first := &argument.Pack{ID: "first", Arguments: []argument.Argument{sound("C1", argument.Challenge)}}
	second := &argument.Pack{ID: "second", Arguments: []argument.Argument{
		sound("M1", argument.Option, link(argument.Answers, "C1", 1)), sound("C1", argument.Challenge),
	}}
	l := library.New(first, second)
	var got []string
	for _, f := range l.Check("") {
		got = append(got, f.Code+" "+f.Pack+" "+f.ID)
	}
	if !slices.Equal(got, []string{"L2 second C1"}) {
		t.Errorf("finds %q", got)
	}
	if f := l.Check("first"); len(f) != 0 {
		t.Errorf("finds %+v in the first pack", f)
	}
	alone := library.New(first)
	if f := alone.Check("first"); len(f) != 1 || f[0].Code != "A1" {
		t.Errorf("alone the challenge has %+v", f)
	}
	if f := alone.With(second).Check("second"); len(f) != 1 || f[0].Code != "L2" {
		t.Errorf("a pack with the library's gives %+v", f)
	}
	mended := &argument.Pack{ID: "first", Arguments: []argument.Argument{sound("K1", argument.Concept)}}
	if f := alone.With(mended).Check(""); len(f) != 0 || len(alone.All()) != 1 {
		t.Errorf("in the place of its older one it gives %+v", f)
	}
}

// A long chain of support is walked without a deep stack.
func TestLongChainOfSupport(t *testing.T) {
	var all []argument.Argument
	const n = 20000
	id := func(i int) string { return fmt.Sprintf("K%d", i%n) }
	for i := range n {
		all = append(all, sound(id(i), argument.Concept, link(argument.Supports, id(i+1), 0)))
	}
	p := &argument.Pack{ID: "p", Arguments: all}
	found := library.New(p).Check("")
	if len(found) != 1 || found[0].Code != "A4" || !strings.HasSuffix(found[0].Message.EN, "K11 and 19988 more") {
		t.Errorf("%d findings", len(found))
	}
}
