package brief

import (
	"strings"
	"testing"

	"celun/app/argument"
	"celun/app/language"
)

func TestAddSources(t *testing.T) {
	work := func(id, title, year, doi string) argument.Source {
		return argument.Source{ID: id, Kind: "book", Title: language.Text{EN: title}, Year: year, DOI: doi}
	}
	b := New("b")
	b.Sources = []argument.Source{work("a", "One", "2020", "10.1/X")}
	for _, c := range []struct {
		name  string
		more  []argument.Source
		ids   string
		added int
	}{
		{"another", []argument.Source{work("b", "Two", "2020", "")}, "a b", 1},
		{"the same DOI", []argument.Source{work("b", "Uno", "2020", "10.1/x")}, "a", 0},
		{"the same title and year", []argument.Source{work("b", "ONE ", "2020", "")}, "a", 0},
		{"another year", []argument.Source{work("b", "One", "2021", "")}, "a b", 1},
		{"an id that is taken", []argument.Source{work("a", "Two", "2020", ""), work("a", "Three", "2020", "")}, "a a-2 a-3", 2},
		{"twice in one file", []argument.Source{work("b", "Two", "2020", ""), work("c", "Two", "2020", "")}, "a b", 1},
	} {
		edit, added := AddSources(b, c.more)
		var ids []string
		for _, s := range edit.Sources {
			ids = append(ids, s.ID)
		}
		if strings.Join(ids, " ") != c.ids || added != c.added {
			t.Errorf("%s: %q, %d added", c.name, ids, added)
		}
	}
	if len(b.Sources) != 1 {
		t.Error("the brief was changed")
	}
}
