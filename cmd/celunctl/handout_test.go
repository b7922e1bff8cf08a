package main

import (
	"os"
	"strings"
	"testing"
)

func TestHandout(t *testing.T) {
	a := shared(t)
	t.Chdir(t.TempDir())
	ok(t, a, "new", "--template", "training-handout", "--answer", "C2", "--out", "h.celun", "--json")
	if err := os.WriteFile("names.csv", []byte("\ufeff甲一,财政\n乙二,外事\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	var made jsonHandout
	decode(t, ok(t, a, "handout", "h.celun", "--variants", "2", "--seed", "20261122", "--names", "names.csv", "--out", "class", "--json"), &made)
	participants, variants := 0, map[string]bool{}
	for _, f := range made.Files {
		if f.Audience == "participant" {
			participants++
		}
		if f.Variant != "" {
			variants[f.Variant] = true
			if !strings.Contains(f.Path, f.Variant) {
				t.Errorf("%s is variant %s", f.Path, f.Variant)
			}
		}
	}
	if len(made.Files) != 6 || participants != 4 || len(variants) != 2 || made.Leaks == nil || len(made.Leaks) != 0 {
		t.Errorf("made %+v", made)
	}
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"handout", "h.celun", "--variants", "0", "--out", "x"}, `--variants: "0" is no number for it`},
		{[]string{"handout", "h.celun", "--seed", "x", "--out", "x"}, `--seed: "x" is no number for it`},
		{[]string{"handout", "h.celun", "--names", "h.celun", "--out", "x"}, "the list is not in UTF-8"},
	} {
		oneLine(t, run(t, a, "en_GB.UTF-8", c.args...), c.want)
		if _, err := os.Stat("x"); err == nil {
			t.Errorf("%v wrote something", c.args)
		}
	}
}
