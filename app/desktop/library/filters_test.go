package library

import (
	"slices"
	"testing"

	"celun/app/argument"
	core "celun/app/library"
	"celun/app/library/find"
)

func TestFiltersLetThrough(t *testing.T) {
	p, _ := newPane(t)
	finder := find.New(p.lib, find.Options{})
	defer finder.Close()
	posted := make(chan func())
	p.Search, p.Post = finder.Search, func(f func()) { posted <- f }
	all := len(p.entries)
	for _, c := range []struct {
		only filters
		want func(e *core.Entry) bool
	}{
		{filters{tag: "divide"}, func(e *core.Entry) bool { return slices.Contains(e.Tags, "divide") }},
		{filters{challenge: "C3"}, func(e *core.Entry) bool {
			return slices.Contains([]string{"M1", "M2", "M2.1", "M6"}, e.ID)
		}},
		{filters{tag: "technology", challenge: "C3"}, func(e *core.Entry) bool {
			return slices.Contains([]string{"M1", "M2", "M2.1"}, e.ID)
		}},
		{filters{pack: "digital-diplomacy"}, func(*core.Entry) bool { return true }},
	} {
		p.only = c.only
		p.ask()
		(<-posted)()
		var got, want []string
		for _, e := range p.entries {
			got = append(got, e.ID)
		}
		for _, k := range order() {
			for _, e := range p.lib.OfKind(k) {
				if c.want(e) {
					want = append(want, e.ID)
				}
			}
		}
		if len(want) == 0 || !slices.Equal(got, want) {
			t.Errorf("%+v shows %v, want %v", c.only, got, want)
		}
	}
	p.only = filters{tag: "divide", pack: "digital-diplomacy", challenge: "C1"}
	p.SetLibrary(core.New(&argument.Pack{ID: "another", Arguments: []argument.Argument{{ID: "C1", Kind: argument.Concept}}}))
	if p.only != (filters{}) {
		t.Errorf("filters of another library are left: %+v", p.only)
	}
	p.SetLibrary(core.New(p.lib.Packs()...))
	if len(p.entries) == all {
		t.Error("the other library is not shown")
	}
}
