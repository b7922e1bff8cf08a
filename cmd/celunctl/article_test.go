package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"celun/app/brief"
	"celun/app/language"
)

// A quotation is held against an article that is named: it is found with its
// place and with what stands there instead, and keeps a final version back.
func TestQuotationsAreHeldAgainstAnArticle(t *testing.T) {
	t.Chdir(t.TempDir())
	a := shared(t)
	b, err := a.Sample()
	if err != nil {
		t.Fatal(err)
	}
	quote := func(words string) {
		t.Helper()
		h := brief.NewHistory(b)
		at := brief.Address{Block: "b12", Language: language.ZH}
		was, _ := b.Text(at)
		if err := h.Do(brief.SetText{At: at, Text: was + "作者说：“" + words + "”[^han-wu]。", States: &brief.States{ZH: brief.Reviewed, EN: brief.Reviewed}}); err != nil {
			t.Fatal(err)
		}
		if err := brief.Save("a.celun", h.Brief(), nil); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile("港口.md", []byte("# 港口的水深\n\n主航道**平均水深**只有九米半，比设计水深浅了一米半。\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	quote("主航道平均水深只有九米半，比设计的水深浅一米半")
	r := run(t, a, "C", "check", "a.celun", "--article", "港口.md", "--json")
	var all []jsonFinding
	decode(t, r.out, &all)
	i := slices.IndexFunc(all, func(f jsonFinding) bool { return f.Code == "E2" })
	if r.code != foundErrors || i < 0 {
		t.Fatalf("%d, %s", r.code, r.out)
	}
	if f := all[i]; f.Block != "b12" || f.Language != "zh" || f.To <= f.From || !strings.Contains(f.Fix, "主航道平均水深只有九米半，比设计水深浅了一米半”") || !strings.Contains(f.Message.EN, "paragraph 2") {
		t.Errorf("found %+v", f)
	}
	if r := run(t, a, "C", "export", "a.celun", "--final", "--article", "han-wu=港口.md", "--out", "a.pdf"); r.code != foundErrors {
		t.Errorf("it goes out all the same: %d %s", r.code, r.err)
	}
	if _, err := os.Stat("a.pdf"); err == nil {
		t.Error("a file was written")
	}
	quote("主航道平均水深只有九米半……浅了一米半")
	if out := ok(t, a, "check", "a.celun", "--article", "港口.md"); !strings.Contains(out, "held against the article: 1, verbatim: 1") {
		t.Errorf("it says %s", out)
	}
	ok(t, a, "export", "a.celun", "--final", "--article", "港口.md", "--out", "a.pdf")
	for _, name := range []string{"a.pdf", "a.manifest.json", "a.celun"} {
		data, err := os.ReadFile(name)
		if err != nil || strings.Contains(string(data), "港口.md") {
			t.Errorf("%s names the article, %v", name, err)
		}
	}
	oneLine(t, run(t, a, "C", "check", "a.celun", "--article", "missing.txt"), "missing.txt")
	oneLine(t, run(t, a, "zh_CN.UTF-8", "check", "a.celun", "--article", "a.pdf"), filepath.Base("a.pdf"))
}
