package main

import (
	"archive/zip"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"celun/app"
	"celun/app/brief"
	"celun/app/typeset"
	"celun/assets"
	"celun/templates"
)

func TestDemoWritesTheSampleAndThreePDFs(t *testing.T) {
	a := shared(t)
	dir := filepath.Join(t.TempDir(), "out", "deep")
	var got struct {
		Files []string `json:"files"`
	}
	decode(t, ok(t, a, "demo", "--out", dir, "--json"), &got)
	var names []string
	for _, f := range got.Files {
		data, err := os.ReadFile(f)
		if err != nil || len(data) < 10000 {
			t.Errorf("%s: %d bytes, %v", f, len(data), err)
		}
		names = append(names, filepath.Base(f))
	}
	if want := []string{demoName + ".celun", demoName + ".pdf", demoName + ".zh.pdf", demoName + ".en.pdf"}; !slices.Equal(names, want) {
		t.Errorf("wrote %q", names)
	}
	if out := ok(t, a, "check", got.Files[0], "--final"); !strings.Contains(out, "Nothing to report") {
		t.Errorf("the sample is not finished: %s", out)
	}
}

func TestLibraryAsJSON(t *testing.T) {
	a := shared(t)
	var all, challenges, shown []map[string]any
	decode(t, ok(t, a, "library", "list", "--json"), &all)
	decode(t, ok(t, a, "library", "list", "--kind", "challenge", "--json"), &challenges)
	decode(t, ok(t, a, "library", "show", "M1", "E13", "--json"), &shown)
	if len(challenges) != 4 || len(all) <= 4 || len(shown) != 2 || shown[0]["id"] != "M1" {
		t.Errorf("%d arguments, %d challenges, shown %v", len(all), len(challenges), shown)
	}
	want := []string{"claim", "evidence", "id", "kind", "line", "links", "place", "statement", "title"}
	for _, e := range all {
		var keys []string
		for k := range e {
			keys = append(keys, k)
		}
		if slices.Sort(keys); !slices.Equal(keys, want) {
			t.Fatalf("%v has the fields %q", e["id"], keys)
		}
		if e["links"] == nil {
			t.Errorf("the links of %v are null", e["id"])
		}
	}
	if shown[0]["evidence"] != nil || shown[1]["evidence"].(map[string]any)["number"] != 3.0 {
		t.Errorf("evidence %v and %v", shown[0]["evidence"], shown[1]["evidence"])
	}
	var none []map[string]any
	if out := ok(t, a, "library", "list", "--kind", "thesis", "--json"); out != "[]\n" {
		t.Errorf("an empty list is %q", out)
	} else {
		decode(t, out, &none)
	}
}

func TestTemplates(t *testing.T) {
	a := shared(t)
	golden(t, "template-show.json", ok(t, a, "template", "show", "policy-brief", "--json"))
	golden(t, "template-show.en.txt", ok(t, a, "template", "show", "policy-brief"))
	path := filepath.Join(t.TempDir(), "t.yaml")
	if err := os.WriteFile(path, []byte("format: celun-template/1\nid: x\ncolour: red\nsong: la\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	r := run(t, a, "C", "template", "check", path, "--json")
	var faults []jsonFault
	decode(t, r.out, &faults)
	if r.code != foundErrors || len(faults) < 3 || faults[len(faults)-2].ID != "t.yaml, line 3" || faults[len(faults)-1].ID != "t.yaml, line 4" || !strings.Contains(r.err, "faults were found") {
		t.Errorf("exit code %d, %+v, %s", r.code, faults, r.err)
	}
	sound := filepath.Join("..", "..", "templates", "policy-brief.yaml")
	if out := ok(t, a, "template", "check", sound, "--json"); out != "[]\n" {
		t.Errorf("a sound template gives %s", out)
	}
}

// A template goes out as a file, is changed there, and comes in under its id.
func TestShareTemplates(t *testing.T) {
	dir := t.TempDir()
	a := app.New(assets.Files, templates.Files, app.WithTemplates(filepath.Join(dir, "own")))
	path := filepath.Join(dir, "memo.yaml")
	ok(t, a, "template", "export", "decision-memo", "--out", path)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	changed := strings.Replace(strings.Replace(string(data), "id: decision-memo", "id: our-memo", 1), "en: Issue", "en: The question", 1)
	if err := os.WriteFile(path, []byte(changed), 0o666); err != nil {
		t.Fatal(err)
	}
	for version := 1; version <= 2; version++ {
		var kept struct {
			ID      string
			Version int
		}
		decode(t, ok(t, a, "template", "import", path, "--json"), &kept)
		if kept.ID != "our-memo" || kept.Version != version {
			t.Errorf("kept %+v", kept)
		}
	}
	if out := ok(t, a, "template", "show", "our-memo"); !strings.Contains(out, "The question") {
		t.Errorf("shows %s", out)
	}
}

func TestNewCheckExport(t *testing.T) {
	a := shared(t)
	t.Chdir(t.TempDir())
	var made jsonNew
	decode(t, ok(t, a, "new", "--template", "policy-brief", "--answer", "C1,C2,C3,C4", "--out", "a.celun", "--json"), &made)
	if made.File != "a.celun" || made.Blocks < 30 || made.Words.ZH < 1000 || made.Words.EN < 600 || len(made.Blanks) < 20 || made.LeftOut == nil {
		t.Errorf("made %+v", made)
	}
	b, err := brief.Open("a.celun")
	if err != nil {
		t.Fatal(err)
	}
	if z, err := zip.OpenReader("a.celun"); err != nil || !slices.ContainsFunc(z.File, func(f *zip.File) bool { return f.Name == "thumbnail.png" && f.UncompressedSize64 > 1000 }) {
		t.Errorf("no picture of the first page: %v", err)
	}
	if b.Meta.Date != "2026-11-22" || b.Meta.Template.ID != "policy-brief" {
		t.Errorf("meta %+v", b.Meta)
	}

	var findings []jsonFinding
	decode(t, ok(t, a, "check", "a.celun", "--json"), &findings)
	for _, f := range findings {
		if f.Severity == "error" || f.Message.ZH == "" || f.Message.EN == "" {
			t.Errorf("a draft has the finding %+v", f)
		}
	}
	r := run(t, a, "C", "check", "a.celun", "--final")
	if r.code != foundErrors || strings.Count(r.err, "\n") != 1 || !strings.Contains(r.err, "errors were found") || r.out == "" {
		t.Errorf("final check of a draft: exit code %d, %q", r.code, r.err)
	}

	before := snapshot(t, ".")
	var exported jsonExport
	decode(t, ok(t, a, "export", "--json", "a.celun", "--language=all", "--out", "b.pdf"), &exported)
	if len(exported.Files) != 3 || exported.Layout != "parallel" || exported.Warnings == nil || exported.Words != made.Words {
		t.Errorf("exported %+v", exported)
	}
	if exported.Files[1].Pages >= exported.Files[0].Pages {
		t.Errorf("one language takes %d pages and both take %d", exported.Files[1].Pages, exported.Files[0].Pages)
	}
	if exported.Files[0].Pages > 9 || exported.Files[1] != (jsonFile{"b.zh.pdf", exported.Files[1].Pages, "zh"}) {
		t.Errorf("files %+v", exported.Files)
	}
	ok(t, a, "export", "a.celun")
	one, err := os.ReadFile("a.pdf")
	if err != nil {
		t.Fatal("without --out the PDF is not beside the brief")
	}
	if two, err := os.ReadFile("b.pdf"); err != nil || string(one) != string(two) {
		t.Error("two exports differ")
	}
	for _, name := range []string{"a.pdf", "b.pdf", "b.zh.pdf", "b.en.pdf"} {
		if err := os.Remove(name); err != nil {
			t.Error(err)
		}
	}
	if snapshot(t, ".") != before {
		t.Error("the export changed the brief")
	}
}

func TestPagesAndPage(t *testing.T) {
	a := shared(t)
	t.Chdir(t.TempDir())
	ok(t, a, "new", "--template", "policy-brief", "--answer", "C2", "--out", "a.celun")
	var list jsonPages
	decode(t, ok(t, a, "pages", "a.celun", "--json", "--layout", "stacked", "--lead", "en", "--paper", "letter", "--landscape"), &list)
	if len(list.Pages) == 0 || list.Pages[0].Width != 792 || list.Pages[0].Height != 612 {
		t.Fatalf("%d pages of %+v", len(list.Pages), list.Pages[0].Width)
	}
	var text strings.Builder
	for _, it := range list.Pages[0].Items {
		text.WriteString(it.Text)
	}
	if s := text.String(); !strings.Contains(s, "Technology") || !strings.Contains(s, "技术差距") {
		t.Errorf("the first page shows %s", s)
	}
	var big jsonPages
	decode(t, ok(t, a, "pages", "a.celun", "--json", "--language", "zh", "--body", "小四", "--measure", "28字", "--lines", "25", "--pinyin"), &big)
	wide, size := 0.0, 0.0
	for _, it := range big.Pages[0].Items {
		if it.Role == typeset.ParagraphRole {
			wide, size = max(wide, it.Width), max(size, it.Size)
		}
	}
	if size != 12 || wide > 28*12+0.1 {
		t.Errorf("a body of 小四 in 28字 is %g pt and %g wide", size, wide)
	}
	bad := run(t, a, "C", "pages", "a.celun", "--body", "huge")
	oneLine(t, bad, "huge: This is no type size that can be used")
	if out := ok(t, a, "pages", "a.celun", "--language", "zh"); !strings.Contains(out, "—— page 1 ——") || strings.Contains(out, "Technology gaps") {
		t.Errorf("Chinese pages print %.300s", out)
	}
	ok(t, a, "page", "a.celun", "--number", "1", "--dpi", "72", "--out", "p.png")
	f, err := os.Open("p.png")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	picture, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	if size := picture.Bounds().Size(); size.X < 595 || size.X > 596 || size.Y < 841 || size.Y > 843 {
		t.Errorf("A4 at 72 dpi is drawn as %v", size)
	}
	r := run(t, a, "C", "page", "a.celun", "--number", "99", "--out", "q.png")
	oneLine(t, r, "there is no page 99. The brief has")
}

func TestNewFromOutline(t *testing.T) {
	a := shared(t)
	t.Chdir(t.TempDir())
	const outline = `{"title": {"zh": "港口", "en": "The port"}, "sections": [{"heading": {"zh": "一、淤积", "en": "1 Silt"},
		"pairs": [{"zh": "水浅。", "en": "It is shallow."}], "table": [["年", {"zh": "水深", "en": "Depth"}], ["2025", "3 m"]]}]}`
	if err := os.WriteFile("o.json", []byte(outline), 0o666); err != nil {
		t.Fatal(err)
	}
	var made jsonNew
	decode(t, ok(t, a, "new", "--from", "o.json", "--template", "policy-brief", "--out", "a.celun", "--json"), &made)
	if made.Blocks != 2 || made.Blanks == nil || made.LeftOut == nil {
		t.Errorf("made %+v", made)
	}
	b, err := brief.Open("a.celun")
	if err != nil {
		t.Fatal(err)
	}
	if b.Title.EN != "The port" || b.Sections[0].Heading.ZH != "淤积" || b.Meta.Template.ID != "policy-brief" {
		t.Errorf("made %+v", b)
	}
}

func TestVersion(t *testing.T) {
	var v map[string]string
	decode(t, ok(t, shared(t), "version", "--json"), &v)
	if v["version"] == "" || v["go"] == "" || !strings.HasPrefix(ok(t, shared(t), "--version"), "Celun ") {
		t.Errorf("version %v", v)
	}
}
