package find_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"celun/app/argument"
	"celun/app/language/words"
	"celun/app/library"
	"celun/app/library/find"
)

// withoutAnswers is the built-in library without its pairing.
func withoutAnswers(t *testing.T) *library.Library {
	p := builtIn(t)
	for i := range p.Arguments {
		a := &p.Arguments[i]
		a.Links = slices.DeleteFunc(slices.Clone(a.Links), func(l argument.Link) bool { return l.Kind == argument.Answers })
	}
	return library.New(p)
}

func dictionary(t *testing.T, lib *library.Library) *words.Dictionary {
	t.Helper()
	file, err := os.Open("../../../assets/dictionary/zh.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	d, err := words.Build(file, lib.UserTerms())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// What answers each challenge by the pairing that the pack proposes.
var answers = map[string][]string{
	"C1": {"M3.1", "M3.2", "M2.2", "M4"},
	"C2": {"M1", "M2.3", "M6"},
	"C3": {"M1", "M2.1", "M6"},
	"C4": {"M2.3", "M3.1", "M5", "M6"},
}

func TestCandidates(t *testing.T) {
	lib := withoutAnswers(t)
	d := dictionary(t, lib)
	for how, o := range map[string]find.Options{
		"by characters": {},
		"by words":      {Words: func() *words.Dictionary { return d }},
	} {
		f := find.New(lib, o)
		defer f.Close()
		for challenge, table := range answers {
			all := f.Candidates(challenge, 0)
			first := ids(all[:3])
			t.Logf("%s: %s", how, challenge)
			for _, r := range all[:5] {
				t.Logf("  %-5s %.3f %s", r.ID, r.Score, strings.Join(r.Shared, " "))
			}
			if challenge == "C1" && first[0] != "M3" && !strings.HasPrefix(first[0], "M3.") {
				t.Errorf("%s: %v for C1, want M3 or a part of it first", how, first)
			}
			if !slices.ContainsFunc(first, func(id string) bool { return slices.Contains(table, id) }) {
				t.Errorf("%s: %v for %s, want one of %v", how, first, challenge, table)
			}
			for _, r := range all {
				if e, ok := lib.Get(r.ID); !ok || e.Kind != argument.Countermeasure {
					t.Errorf("%s is no countermeasure", r.ID)
				}
			}
		}
	}
}

func ids(relations []find.Relation) []string {
	var ids []string
	for _, r := range relations {
		ids = append(ids, r.ID)
	}
	return ids
}

func TestRelated(t *testing.T) {
	lib := library.New(builtIn(t))
	f := find.New(lib, find.Options{})
	defer f.Close()
	if got := f.Related("nothing", 5); got != nil {
		t.Errorf("related to nothing: %v", got)
	}
	for _, e := range lib.All() {
		first := f.Related(e.ID, 5)
		if len(first) == 0 || len(first) > 5 {
			t.Errorf("%s: %d relations", e.ID, len(first))
		}
		last := 1.0
		for _, r := range first {
			if r.ID == e.ID || r.Score <= 0 || r.Score > last || len(r.Shared) == 0 || r.Title.IsEmpty() {
				t.Errorf("%s: %+v", e.ID, r)
			}
			last = r.Score
			other, _ := lib.Get(r.ID)
			for _, s := range r.Shared {
				for _, x := range []*library.Entry{e, other} {
					if chinese := x.Title.ZH + x.Line.ZH + x.Statement.ZH + x.Note.ZH; s[0] >= 0x80 && !strings.Contains(chinese, s) {
						t.Errorf("%s and %s do not share %q", e.ID, r.ID, s)
					}
				}
			}
		}
	}
	// What an argument supports or is part of is among what is like it.
	for id, want := range map[string]string{"M3.1": "M3", "K2": "K1", "M2.3": "C4", "E26": "E27"} {
		if got := ids(f.Related(id, 6)); !slices.Contains(got, want) {
			t.Errorf("%v for %s, want %s among them", got, id, want)
		}
	}
	if got := f.Candidates("C1", 0); slices.ContainsFunc(got, func(r find.Relation) bool { return r.ID == "M3.1" || r.ID == "M3" }) {
		t.Errorf("%v: what answers C1 already is no candidate", ids(got))
	}
}

// Of a library too large to compare everything, what is alike is still found.
func TestRelatedInALargeLibrary(t *testing.T) {
	p := &argument.Pack{ID: "large"}
	add := func(id, zh, en string) {
		p.Arguments = append(p.Arguments, argument.Argument{ID: id, Kind: argument.Concept, Title: text(zh, en), Line: text(zh, en)})
	}
	g := newGenerator(t, 8)
	for i := range 5200 {
		x := g.text(8, 5)
		add("A"+strings.Repeat("a", i%7)+g.en()+string(rune('a'+i%26)), x.ZH, x.EN)
	}
	add("first", "跨境数据流动的规则", "Rules for data across borders")
	add("second", "数据流动须有规则", "Data need rules")
	f := find.New(library.New(p), find.Options{})
	defer f.Close()
	got := f.Related("first", 3)
	if len(got) == 0 || got[0].ID != "second" {
		t.Fatalf("%+v, want second", got)
	}
	if !slices.Contains(got[0].Shared, "数据流动") || !slices.Contains(got[0].Shared, "rules") {
		t.Errorf("shared: %q", got[0].Shared)
	}
}
