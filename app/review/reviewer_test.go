package review

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"celun/app/article"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"

	"github.com/google/go-cmp/cmp"
)

func sampleBrief(t testing.TB) *brief.Brief {
	t.Helper()
	data, err := os.ReadFile("../../assets/sample/brief.json")
	if err != nil {
		t.Fatal(err)
	}
	b := &brief.Brief{}
	if err := json.Unmarshal(data, b); err != nil {
		t.Fatal(err)
	}
	return b
}

// What a reviewer kept of the texts must not show: after each edit it finds
// what a new one finds.
func TestReviewAfterEditsIsTheReviewOfTheWhole(t *testing.T) {
	lib := library.New(builtIn(t))
	v, h := NewReviewer(lib), brief.NewHistory(sampleBrief(t))
	check := func(what string) {
		t.Helper()
		got, want := v.Review(h.Brief(), Options{}), NewReviewer(lib).Review(h.Brief(), Options{})
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(Finding{})); diff != "" {
			t.Errorf("after %s:\n%s", what, diff)
		}
	}
	check("opening")
	h.Brief()
	edits := 0
	do := func(e brief.Edit) {
		t.Helper()
		if err := h.Do(e); err != nil {
			t.Fatal(err)
		}
		edits++
		check(string(rune('0'+edits)) + " edits")
	}
	at := brief.Address{Block: "b12", Language: language.EN}
	text, _ := h.Brief().Text(at)
	do(brief.SetText{At: at, Text: strings.Replace(text, "100 million", "10 million", 1)})
	do(brief.SetText{At: at, Text: text})
	do(brief.RemoveBlock{ID: "b14"})
	do(brief.MoveBlock{ID: "b20", Section: "s4", Index: 0})
	do(brief.SetText{At: brief.Address{Block: "b7", Slot: brief.CellSlot(1, 0), Language: language.ZH}, Text: "北美，覆盖率70%"})
	do(brief.SetSources{})
	do(brief.SetMeta{Meta: brief.Meta{Lead: language.EN}})
	for h.CanUndo() {
		h.Undo()
		check("undoing")
	}
}

// An edit that a finding offers has to take the finding away.
func TestMendingMends(t *testing.T) {
	lib := library.New(builtIn(t))
	mended := map[string]int{}
	for name, change := range slipsInTheSample() {
		b := sampleBrief(t)
		change(b)
		v := NewReviewer(lib)
		for _, f := range Open(v.Review(b, Options{})) {
			if f.Edit == nil {
				continue
			}
			h := brief.NewHistory(b)
			if err := h.Do(f.Edit); err != nil {
				t.Errorf("%s: %s: %v", name, f.Code, err)
				continue
			}
			mended[f.Code]++
			if f.Mend.IsEmpty() || len(f.Mend.Missing()) > 0 {
				t.Errorf("%s: %s does not say what mends it: %+v", name, f.Code, f.Mend)
			}
			for _, g := range v.Review(h.Brief(), Options{}) {
				if g.Key() == f.Key() {
					t.Errorf("%s: %s is still found after it was mended: %s", name, f.Code, f.Message.EN)
				}
			}
			h.Undo()
			if diff := cmp.Diff(asJSON(t, b), asJSON(t, h.Brief())); diff != "" {
				t.Errorf("%s: %s cannot be taken back:\n%s", name, f.Code, diff)
			}
		}
	}
	for _, code := range []string{"A1", "A3", "B2", "B3", "B4", "B5", "B6", "B7", "B12", "E9", "S2"} {
		if mended[code] == 0 {
			t.Errorf("nothing of %s was mended: %v", code, mended)
		}
	}
}

func asJSON(t *testing.T, b *brief.Brief) string {
	t.Helper()
	data, err := json.MarshalIndent(b, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// slipsInTheSample are changes of the sample that a review finds.
func slipsInTheSample() map[string]func(b *brief.Brief) {
	set := func(id string, l language.Language, old, new string) func(b *brief.Brief) {
		return func(b *brief.Brief) {
			k := block(b, id)
			k.Text = k.Text.With(l, strings.Replace(k.Text.In(l), old, new, 1))
		}
	}
	return map[string]func(b *brief.Brief){
		"a countermeasure removed": func(b *brief.Brief) {
			remove(b, "b26", "b27")
		},
		"a figure changed":         set("b12", language.EN, "100 million", "10 million"),
		"a date changed":           set("b48", language.EN, "29 January", "29 June"),
		"a term to avoid":          set("b4", language.EN, "Digital diplomacy", "Twitter diplomacy"),
		"a citation of nothing":    set("b5", language.ZH, "[^han-wu]", "[^zhao]"),
		"marks of the other width": set("b9", language.ZH, "，", ","),
		"a name turned round":      set("b8", language.EN, "Han and Wu", "Zhicheng Wu"),
		"an acronym":               set("b5", language.EN, "international bodies", "ICT bodies"),
		"one side not revised":     func(b *brief.Brief) { block(b, "b4").State.EN = brief.Stale },
		"no evidence": func(b *brief.Brief) {
			remove(b, "b12", "b13")
		},
		"a section that is too long": func(b *brief.Brief) {
			for _, id := range []string{"b11", "b14", "b15", "b18", "b20", "b22"} {
				k := block(b, id)
				k.Text.ZH, k.Text.EN = strings.Repeat(k.Text.ZH, 3), strings.Repeat(k.Text.EN, 3)
			}
		},
	}
}

func remove(b *brief.Brief, ids ...string) {
	for i := range b.Sections {
		s := &b.Sections[i]
		var kept []brief.Block
		for _, k := range s.Blocks {
			if !contains(ids, k.ID) {
				kept = append(kept, k)
			}
		}
		s.Blocks = kept
	}
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// The slips that the program promises to find in a finished brief, each with
// its place.
func TestSlipsInTheSampleAreFound(t *testing.T) {
	lib := library.New(builtIn(t))
	want := map[string]struct {
		code string
		at   brief.Address
	}{
		"a countermeasure removed":   {"A1", brief.Address{Block: "b24"}},
		"a figure changed":           {"B3", brief.Address{Block: "b12", Language: language.EN}},
		"a date changed":             {"B4", brief.Address{Block: "b48", Language: language.EN}},
		"a term to avoid":            {"B6", brief.Address{Block: "b4", Language: language.EN}},
		"a citation of nothing":      {"E9", brief.Address{Block: "b5", Language: language.ZH}},
		"marks of the other width":   {"B7", brief.Address{Block: "b9", Language: language.ZH}},
		"a name turned round":        {"B5", brief.Address{Block: "b8", Language: language.EN}},
		"an acronym":                 {"B12", brief.Address{Block: "b5", Language: language.EN}},
		"one side not revised":       {"B2", brief.Address{Block: "b4", Language: language.EN}},
		"no evidence":                {"A3", brief.Address{Block: "b11"}},
		"a section that is too long": {"S2", brief.Address{Section: "s4", Slot: brief.HeadingSlot, Language: language.ZH}},
	}
	for name, change := range slipsInTheSample() {
		b := sampleBrief(t)
		change(b)
		found := Run(b, lib, Options{})
		ok := false
		for _, f := range found {
			ok = ok || f.Code == want[name].code && f.Address == want[name].at
		}
		if !ok {
			t.Errorf("%s is not found at %+v, but %+v", name, want[name].at, found)
		}
	}
}

func TestWaivers(t *testing.T) {
	b := sound()
	block(b, "b4").Text.EN = "The authors， they would dredge."
	block(b, "b7").Recommendation.Owner = language.Text{}
	found := Run(b, port(), Options{})
	if len(found) != 2 || Ready(found) {
		t.Fatalf("found %+v", found)
	}
	for _, f := range found {
		w := f.Waives()
		w.Reason = "agreed"
		b.Waivers = append(b.Waivers, w)
	}
	all := NewReviewer(port()).Review(b, Options{Final: true})
	if len(Open(all)) != 0 || len(Waived(all)) != 2 || !Ready(all) {
		t.Errorf("with waivers: %+v", all)
	}
	// They hold for their places only.
	block(b, "b8").Recommendation.Owner = language.Text{}
	if all := Run(b, port(), Options{}); len(all) != 1 || all[0].Address.Block != "b8" {
		t.Errorf("found %+v", all)
	}
	// A blank keeps a brief from going out as an error does.
	b = sound()
	block(b, "b10").Text = text("【待填：复核】", "[to fill: review]")
	if all := Run(b, port(), Options{}); Ready(all) || Count(all, Error) != 0 {
		t.Errorf("found %+v", all)
	}
}

func FuzzReview(f *testing.F) {
	for _, s := range corpus(f) {
		f.Add(s.pair.ZH, s.pair.EN)
		f.Add(s.planted.ZH, s.planted.EN)
	}
	f.Add("^[注[^a]“b]”约·a", "[[t|x]] **a*b [#b9] \xff ( ‘ ’s")
	f.Add("王·李·", "A·B AND a\u0301 (")
	lib := library.New(builtIn(f))
	v := NewReviewer(lib)
	lin, err := article.Read("lin.txt", []byte("王·李“b”约。注，ＡＢ…… The port is silting up 1.5 m."))
	if err != nil {
		f.Fatal(err)
	}
	opened := map[string]*article.Article{"lin": lin}
	f.Fuzz(func(t *testing.T, zh, en string) {
		if len(zh)+len(en) > 2000 {
			return
		}
		b := alone(text(zh, en))
		b.Sections[0].LimitZH, b.Sections[0].LimitEN = brief.Limit{Hard: 3}, brief.Limit{Hard: 3}
		for _, x := range v.Review(b, Options{Articles: opened}) {
			marked, _ := b.Text(x.Address)
			if n := len([]rune(marked)); x.Range.From < 0 || x.Range.To < x.Range.From || x.Range.To > n {
				t.Fatalf("%s of %d runes has the range %+v: %q", x.Code, n, x.Range, marked)
			}
			if x.Edit != nil {
				next := *b
				if _, err := x.Edit.Apply(&next); err != nil {
					t.Fatalf("%s: %v", x.Code, err)
				}
			}
		}
		FirstSentences(b)
		Citations(b, opened)
	})
}
