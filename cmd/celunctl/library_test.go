package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"celun/app"
	"celun/app/argument"
	"celun/app/language"
	"celun/app/library"
	"celun/assets"
	"celun/templates"
)

// private opens an App with a folder of packs of its own.
func private(t *testing.T) (a *app.App, packs string) {
	t.Helper()
	packs = filepath.Join(t.TempDir(), "packs")
	return app.New(assets.Files, templates.Files, app.WithPacks(packs)), packs
}

func TestLibrarySearch(t *testing.T) {
	a := shared(t)
	for _, c := range []struct {
		args []string
		want string // the id that stands first
	}{
		{[]string{"鸿沟"}, "C2"},
		{[]string{"digital", "divide", "--kind", "challenge"}, "C2"},
		{[]string{"C1"}, "C1"},
		{[]string{"技术民族主义"}, "C3"},
	} {
		var hits []jsonHit
		decode(t, ok(t, a, append([]string{"library", "search", "--json"}, c.args...)...), &hits)
		if len(hits) == 0 || hits[0].ID != c.want || hits[0].Score <= 0 || hits[0].Kind == "" || hits[0].Title.EN == "" || hits[0].Snippet.ZH == "" {
			t.Errorf("%q finds %+v", c.args, hits)
		}
	}
	for _, c := range []struct {
		args []string
		want string // all that is found
	}{
		{[]string{"--answers", "C1", "--kind", "countermeasure"}, "M2 M2.2 M3 M3.1 M3.2 M4"},
		{[]string{"数据安全", "--answers", "C1"}, "M3.1"},
		{[]string{"--tag", "鸿沟", "--kind", "challenge"}, "C2"},
		{[]string{"--tag", "divide", "--kind", "challenge", "--source", "digital-diplomacy"}, "C2"},
		{[]string{"--tag", "divide", "--source", "nobody’s"}, ""},
	} {
		var hits []jsonHit
		decode(t, ok(t, a, append([]string{"library", "search", "--json"}, c.args...)...), &hits)
		var ids []string
		for _, h := range hits {
			ids = append(ids, h.ID)
		}
		if got := strings.Join(ids, " "); got != c.want {
			t.Errorf("%q finds %s, want %s", c.args, got, c.want)
		}
	}
	var hits []jsonHit
	if decode(t, ok(t, a, "library", "search", "数字", "--limit", "3", "--json"), &hits); len(hits) != 3 {
		t.Errorf("%d hits, want the limit of 3", len(hits))
	}
	if out := ok(t, a, "library", "search", "zzzz", "--json"); out != "[]\n" {
		t.Errorf("nothing found is %q", out)
	}
	if out := ok(t, a, "library", "search", "zzzz"); out != "Nothing was found\n" {
		t.Errorf("nothing found is %q", out)
	}
	if out := ok(t, a, "library", "search", "鸿沟"); !strings.Contains(out, "数字**鸿沟**") {
		t.Errorf("the match is not marked: %s", out)
	}
}

func TestLibraryRelated(t *testing.T) {
	a := shared(t)
	var all []jsonRelated
	decode(t, ok(t, a, "library", "related", "C2", "--limit", "4", "--json"), &all)
	if len(all) != 4 || slices.ContainsFunc(all, func(r jsonRelated) bool {
		return r.ID == "C2" || r.Kind == "" || r.Title.ZH == "" || r.Snippet.EN == "" || r.Score <= 0 || len(r.Shared) == 0
	}) {
		t.Errorf("related to C2: %+v", all)
	}
	if out := run(t, a, "zh_CN.UTF-8", "library", "related", "C2").out; !strings.Contains(out, "共有：") {
		t.Errorf("related in Chinese: %s", out)
	}
}

func TestLibraryCheck(t *testing.T) {
	a, packs := private(t)
	var faults []jsonFault
	decode(t, ok(t, a, "library", "check", "--json"), &faults)
	for _, f := range faults {
		if f.Code != "A2" || f.Message.ZH == "" || f.Message.EN == "" {
			t.Errorf("the built-in pack has %+v", f)
		}
	}
	t.Chdir(t.TempDir())
	ok(t, a, "library", "export", "digital-diplomacy", "--out", "a.yaml")
	sound, err := os.ReadFile("a.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, old, new, code, id string }{
		{"dangling", "        to: C1\n", "        to: C77\n", "L1", ""},
		{"missing language", "      en: Techno-nationalism is on the rise\n", "      en: \"\"\n", "B1", "C3"},
		{"too long", "      zh: 技术民族主义抬头\n", "      zh: " + strings.Repeat("技术民族主义", 5) + "\n", "S2", "C3"},
		{"to avoid", "      en: Techno-nationalism is on the rise\n", "      en: Twitter diplomacy\n", "B6", "C3"},
		{"not a kind", "    kind: challenge\n", "    kind: complaint\n", "pack", "C1"},
		{"cut off", string(sound[len(sound)/2:]), "", "pack", ""},
	} {
		data := strings.Replace(string(sound), c.old, c.new, 1)
		if data == string(sound) {
			t.Fatalf("%s changes nothing", c.name)
		}
		if err := os.WriteFile("b.yaml", []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
		r := run(t, a, "C", "library", "check", "b.yaml", "--json")
		decode(t, r.out, &faults)
		found := slices.ContainsFunc(faults, func(f jsonFault) bool { return f.Code == c.code && (c.id == "" || f.ID == c.id) })
		if r.code != foundErrors || !found || strings.Count(r.err, "\n") != 1 || !strings.Contains(r.err, "b.yaml") {
			t.Errorf("%s: exit code %d, %q, %+v", c.name, r.code, r.err, faults)
		}
	}
	if r := run(t, a, "zh_CN.UTF-8", "library", "check", "b.yaml"); !strings.Contains(r.out, "错误") || !strings.Contains(r.err, "处错误") {
		t.Errorf("in Chinese it says %s%s", r.out, r.err)
	}

	if err := os.MkdirAll(packs, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(packs, "torn.yaml"), sound[:900], 0o666); err != nil {
		t.Fatal(err)
	}
	again := app.New(assets.Files, templates.Files, app.WithPacks(packs))
	r := run(t, again, "C", "library", "check", "--json")
	decode(t, r.out, &faults)
	if r.code != foundErrors || faults[0].Code != "pack" || !strings.HasPrefix(faults[0].ID, "torn.yaml") {
		t.Errorf("a torn pack: exit code %d, %+v", r.code, faults[0])
	}
	if out := ok(t, again, "library", "list", "--kind", "challenge"); strings.Count(out, "\n") != 4 {
		t.Errorf("with a torn pack there are %s", out)
	}
}

func TestLibraryImportAndExport(t *testing.T) {
	a, packs := private(t)
	t.Chdir(t.TempDir())
	own := library.NewPack("mine", language.Text{ZH: "我的论据", EN: "My arguments"}, argument.Argument{
		ID: "M9", Kind: argument.Countermeasure, Claim: argument.Author,
		Title: language.Text{ZH: "补齐规则", EN: "Complete the rules"}, Line: language.Text{ZH: "补齐。", EN: "Complete them."},
		Statement: language.Text{ZH: "把规则补齐。", EN: "Complete the rules."},
		Links:     []argument.Link{{Kind: argument.Answers, To: "C1", Reason: language.Text{ZH: "因为。", EN: "Because."}}},
	})
	data, err := argument.Write(own)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("mine.yaml", data, 0o666); err != nil {
		t.Fatal(err)
	}
	if out := ok(t, a, "library", "import", "mine.yaml"); !strings.Contains(out, "My arguments") {
		t.Errorf("import says %s", out)
	}
	before := snapshot(t, packs)
	if out := ok(t, a, "library", "import", "mine.yaml"); !strings.Contains(out, "already") || snapshot(t, packs) != before {
		t.Errorf("the second import says %s", out)
	}
	var all []jsonArgument
	decode(t, ok(t, app.New(assets.Files, templates.Files, app.WithPacks(packs)), "library", "show", "M9", "--json"), &all)
	if len(all) != 1 || all[0].Title.EN != "Complete the rules" {
		t.Errorf("shown %+v", all)
	}

	other := strings.Replace(string(data), "Complete the rules\n", "Throw the rules away\n", 1)
	if err := os.WriteFile("other.yaml", []byte(other), 0o666); err != nil {
		t.Fatal(err)
	}
	r := run(t, a, "C", "library", "import", "other.yaml", "--json")
	var clashes []jsonFault
	decode(t, r.out, &clashes)
	if r.code != foundErrors || len(clashes) != 1 || clashes[0].Code != "differs" || clashes[0].ID != "M9" ||
		strings.Count(r.err, "\n") != 1 || !strings.Contains(r.err, "M9 differs") || snapshot(t, packs) != before {
		t.Errorf("a clash: exit code %d, %q, %+v", r.code, r.err, clashes)
	}

	for name, want := range map[string]string{"x.yaml": "format: celun-pack/1", "x.argdown": "[M9]: **补齐规则**", "x.MD": "### M9 补齐规则 / Complete the rules"} {
		ok(t, a, "library", "export", "mine", "--out", name)
		if got, err := os.ReadFile(name); err != nil || !strings.Contains(string(got), want) {
			t.Errorf("%s: %v\n%s", name, err, got)
		}
		oneLine(t, run(t, a, "C", "library", "export", "mine", "--out", name), "there is such a file already")
	}
	if out := ok(t, a, "library", "export", "mine", "--out", "x.yaml", "--force", "--json"); out != "[]\n" {
		t.Errorf("export prints %s", out)
	}
	ok(t, a, "library", "export", "mine", "--out", "y.md", "--format", "yaml")
	if out := ok(t, a, "library", "import", "y.md", "--json"); out != "[]\n" || snapshot(t, packs) != before {
		t.Errorf("what was exported comes in as %s", out)
	}
	oneLine(t, run(t, a, "C", "library", "export", "mine", "--out", filepath.Join("none", "x.yaml")), "no such folder")
}

func TestLibraryRefusesBadPacks(t *testing.T) {
	a, packs := private(t)
	dir := t.TempDir()
	files := badFiles(t, a, dir)
	before := snapshot(t, dir)
	for name, path := range files {
		oneLine(t, run(t, a, "en_GB.UTF-8", "library", "import", path), filepath.Base(path))
		oneLine(t, run(t, a, "zh_CN.UTF-8", "library", "import", path, "--json"), filepath.Base(path))
		r := run(t, a, "en_GB.UTF-8", "library", "check", path)
		if r.code == done || strings.Count(r.err, "\n") != 1 {
			t.Errorf("check of %s: exit code %d, %q", name, r.code, r.err)
		}
	}
	if _, err := os.Stat(packs); err == nil || snapshot(t, dir) != before {
		t.Error("a refused pack left something behind")
	}
}
