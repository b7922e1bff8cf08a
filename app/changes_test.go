package app

import (
	"os"
	"slices"
	"strings"
	"testing"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"
	"celun/app/template"
)

// withPacks opens an App with packs of its own and a draft made from them.
func withPacks(t *testing.T) (*App, *library.Shelf, *brief.Brief) {
	t.Helper()
	a := New(os.DirFS("../assets"), os.DirFS("../templates"), WithPacks(t.TempDir()), WithCache(t.TempDir()))
	b, _, err := a.NewFromTemplate("policy-brief", template.Choice{Challenges: []string{"C1", "C2"}, ID: "x", Date: "2026-11-22"})
	if err != nil {
		t.Fatal(err)
	}
	s, err := a.Shelf()
	if err != nil {
		t.Fatal(err)
	}
	return a, s, b
}

// edit changes an argument of the library.
func edit(t *testing.T, a *App, s *library.Shelf, id string, f func(a *argument.Argument)) {
	t.Helper()
	lib, err := a.Library()
	if err != nil {
		t.Fatal(err)
	}
	e, ok := lib.Get(id)
	if !ok {
		t.Fatalf("no %s", id)
	}
	changed := *e.Argument
	f(&changed)
	if _, err := s.Do(e.Pack.ID, library.EditArgument{Argument: changed}); err != nil {
		t.Fatal(err)
	}
}

func changes(t *testing.T, a *App, b *brief.Brief) []Change {
	t.Helper()
	all, err := a.Changes(b)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// taken returns the first block that holds the text of an argument.
func taken(t *testing.T, b *brief.Brief, is func(k *brief.Block) bool) brief.Block {
	t.Helper()
	for i := range b.Sections {
		for _, k := range b.Sections[i].Blocks {
			if k.From != nil && (k.Kind == brief.Argument || k.Kind == brief.Evidence) && is(&k) {
				return k
			}
		}
	}
	t.Fatal("the draft has no such block")
	return brief.Block{}
}

func TestBriefKnowsWhatChangedInTheLibrary(t *testing.T) {
	a, s, b := withPacks(t)
	if all := changes(t, a, b); len(all) != 0 {
		t.Fatalf("a new draft has changes: %+v", all)
	}
	k := taken(t, b, func(k *brief.Block) bool { return k.From.Argument == "C1" && k.From.Length == argument.Statement })
	edit(t, a, s, "C1", func(c *argument.Argument) { c.Tags = append(slices.Clone(c.Tags), "new") })
	if all := changes(t, a, b); len(all) != 0 {
		t.Fatalf("other tags, and the same text, are changes: %+v", all)
	}
	edit(t, a, s, "C1", func(c *argument.Argument) {
		c.Statement = language.Text{ZH: "作者认为，监管要跟上。", EN: "The authors argue that oversight must keep up."}
	})
	all := changes(t, a, b)
	i := slices.IndexFunc(all, func(c Change) bool { return c.Block == k.ID })
	if i < 0 {
		t.Fatalf("the change is not seen: %+v", all)
	}
	c := all[i]
	if c.Argument != "C1" || c.Old != 1 || c.New != 3 || c.Mine != k.Text || !c.CanTake() ||
		!strings.HasPrefix(c.Theirs.ZH, "作者认为，监管要跟上") || !strings.Contains(c.Theirs.EN, "must keep up") {
		t.Errorf("change %+v", c)
	}

	h := brief.NewHistory(b)
	if err := h.Do(c.Take(h.Brief())); err != nil {
		t.Fatal(err)
	}
	got, _, _ := h.Brief().Block(k.ID)
	if got.Text != c.Theirs || got.From.Version != 3 || got.State.EN != brief.Draft {
		t.Errorf("taken: %+v from %+v", got, got.From)
	}
	if slices.ContainsFunc(changes(t, a, h.Brief()), func(c Change) bool { return c.Block == k.ID }) {
		t.Error("what was taken is still a change")
	}
	h.Undo()
	if err := h.Do(c.Keep()); err != nil {
		t.Fatal(err)
	}
	got, _, _ = h.Brief().Block(k.ID)
	if got.Text != k.Text || got.From.Version != 3 {
		t.Errorf("kept: %+v from %+v", got, got.From)
	}
	if slices.ContainsFunc(changes(t, a, h.Brief()), func(c Change) bool { return c.Block == k.ID }) {
		t.Error("what was kept is still a change")
	}
	if err := h.Brief().Validate(); err != nil {
		t.Error(err)
	}
	edit(t, a, s, "C1", func(c *argument.Argument) { c.Statement.EN = "They say more." })
	if !slices.ContainsFunc(changes(t, a, h.Brief()), func(c Change) bool { return c.Block == k.ID }) {
		t.Error("a further change is not seen")
	}
}

func TestSampleIsUpToDate(t *testing.T) {
	a := open()
	b, err := a.Sample()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range changes(t, a, b) {
		t.Errorf("%s was taken at version %d and is at %d", c.Argument, c.Old, c.New)
	}
}

func TestArgumentThatIsGone(t *testing.T) {
	a, s, b := withPacks(t)
	k := taken(t, b, func(k *brief.Block) bool { return k.From.Argument == "C1" })
	if _, err := s.Do(k.From.Pack, library.DeleteArgument{ID: "C1"}); err != nil {
		t.Fatal(err)
	}
	all := changes(t, a, b)
	if len(all) == 0 || all[0].Argument != "C1" || all[0].New != 0 || all[0].CanTake() {
		t.Fatalf("changes %+v", all)
	}
	h := brief.NewHistory(b)
	for _, c := range all {
		if err := h.Do(c.Keep()); err != nil {
			t.Fatal(err)
		}
	}
	if left := changes(t, a, h.Brief()); len(left) != 0 {
		t.Errorf("still changes: %+v", left)
	}
	if got, _, _ := h.Brief().Block(k.ID); got.Text != k.Text {
		t.Error("the text is lost")
	}
}

func TestTakeBringsTheSource(t *testing.T) {
	a, s, b := withPacks(t)
	edit(t, a, s, "C1", func(c *argument.Argument) { c.Title.EN, c.Line.EN, c.Statement.EN = "One", "Two.", "Three." })
	b.Sources = nil
	for _, c := range changes(t, a, b) {
		if !c.CanTake() {
			continue
		}
		if _, err := c.Take(b).Apply(b); err != nil {
			t.Fatal(err)
		}
	}
	if len(b.Sources) != 1 {
		t.Errorf("%d sources", len(b.Sources))
	}
}

// An argument in one language goes into a brief with the other left to write.
func TestArgumentInOneLanguage(t *testing.T) {
	a, s, _ := withPacks(t)
	first := argument.Argument{
		ID: "M9", Kind: argument.Countermeasure, Claim: argument.Author, Title: language.Text{ZH: "补齐规则"},
		Line: language.Text{ZH: "应补齐规则。"}, Statement: language.Text{ZH: "应把缺少的规则补齐。"},
		Links: []argument.Link{{Kind: argument.Answers, To: "C1", Rank: 1, Reason: language.Text{ZH: "直接回应。"}}},
	}
	if err := s.Add(library.NewPack("mine", language.Text{ZH: "我的论据", EN: "My arguments"}, first)); err != nil {
		t.Fatal(err)
	}
	lib, err := a.Library()
	if err != nil {
		t.Fatal(err)
	}
	e, ok := lib.In("mine", "M9")
	if !ok {
		t.Fatal("the library lacks an own argument")
	}
	for _, n := range []argument.Length{argument.Title, argument.Line, argument.Statement} {
		k := template.Take(lib, e, n)
		if k.Text.EN != "" || k.State.EN != brief.Empty || k.Text.ZH == "" {
			t.Errorf("%s: %q, %s", n, k.Text.EN, k.State.EN)
		}
	}
	b, _, err := a.NewFromTemplate("policy-brief", template.Choice{Challenges: []string{"C1"}, ID: "x", Date: "2026-11-22"})
	if err != nil {
		t.Fatal(err)
	}
	for i := range b.Sections {
		for _, k := range b.Sections[i].Blocks {
			if k.From != nil && k.From.Argument == "M9" && k.Text.EN != "" {
				t.Errorf("a draft says %q where nothing is written", k.Text.EN)
			}
		}
	}
	f, err := a.Finder()
	if err != nil {
		t.Fatal(err)
	}
	f.Close()
}
