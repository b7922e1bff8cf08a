package find_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"celun/app/argument"
	"celun/app/library"
	"celun/app/library/find"
	"celun/app/library/index"
)

// TestIndexAndScanAgree holds that it makes no difference to what is found,
// nor to its order, whether there is an index.
func TestIndexAndScanAgree(t *testing.T) {
	g := newGenerator(t, 3)
	lib := g.library(500)
	finders := both(t, lib)
	queries := g.queries(lib, 120)
	queries = append(queries, "a", "的", "，", "ba", "de，", "的。", "e b", "sz", "zgfz", `"的"`, "一。", "ing", "0")
	for _, query := range queries {
		for _, limit := range []int{0, 20} {
			q := find.Query{Text: query, Limit: limit}
			want, err := finders["scanning"].Search(context.Background(), q)
			if err != nil {
				t.Fatal(err)
			}
			got, err := finders["indexed"].Search(context.Background(), q)
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%q, limit %d: %d hits by the index, %d by scanning: %v and %v", query, limit, len(got), len(want), idsOf(got), idsOf(want))
			}
		}
	}
	if !finders["indexed"].Indexed() {
		t.Error("the index was given up")
	}
}

// TestExactTitleComesFirst holds that of more titles with a word than are ever
// looked at closely the one that is nothing else comes first, then the shorter.
func TestExactTitleComesFirst(t *testing.T) {
	p := &argument.Pack{ID: "many"}
	add := func(id, zh, en string) {
		p.Arguments = append(p.Arguments, argument.Argument{ID: id, Kind: argument.Concept, Title: text(zh, en)})
	}
	for i := range 600 {
		add(fmt.Sprint("x", i), "论数字鸿沟的成因与弥合之道", "On the digital divide, its causes and its cure")
	}
	add("short", "数字鸿沟论", "A digital divide")
	add("exact", "数字鸿沟", "Digital divide")
	for how, f := range both(t, library.New(p)) {
		for _, query := range []string{"数字鸿沟", "digital divide", "ＤＩＧＩＴＡＬ divide"} {
			if got := search(t, f, find.Query{Text: query, Limit: 2}); got != "exact short" {
				t.Errorf("%s: %q finds %q first", how, query, got)
			}
		}
	}
}

// TestEverySubstringIsFound takes stretches of texts at random, without a view
// to words or marks, and looks for them as they are.
func TestEverySubstringIsFound(t *testing.T) {
	g := newGenerator(t, 4)
	for name, lib := range map[string]*library.Library{"synthetic": g.library(200), "built in": library.New(builtIn(t))} {
		all := lib.All()
		random := rand.New(rand.NewPCG(5, 5))
		for how, f := range both(t, lib) {
			for range 120 {
				e := all[random.IntN(len(all))]
				s := []rune([]string{e.Title.ZH, e.Line.ZH, e.Statement.ZH, e.Statement.EN, e.Note.ZH}[random.IntN(5)])
				if len(s) == 0 {
					continue
				}
				at := random.IntN(len(s))
				part := string(s[at:min(len(s), at+1+random.IntN(8))])
				query := strings.Join(strings.Fields(part), " ")
				if strings.ContainsAny(index.Fold(query), `":`) || query == "" {
					continue
				}
				quoted := `"` + query + `"`
				hits := map[string]bool{}
				found, err := f.Search(context.Background(), find.Query{Text: quoted})
				if err != nil {
					t.Fatal(err)
				}
				for _, h := range found {
					hits[h.ID] = true
				}
				for _, e := range all {
					for _, text := range []string{e.Title.ZH, e.Title.EN, e.Line.ZH, e.Line.EN, e.Statement.ZH, e.Statement.EN, e.Note.ZH, e.Note.EN} {
						if strings.Contains(index.Fold(text), index.Fold(query)) && !hits[e.ID] {
							t.Fatalf("%s, %s: %s does not find %s", name, how, quoted, e.ID)
						}
					}
				}
			}
		}
	}
}

func idsOf(hits []find.Hit) []string {
	ids := make([]string, 0, len(hits))
	for _, h := range hits {
		ids = append(ids, h.ID)
		if len(ids) == 10 {
			break
		}
	}
	return ids
}
