package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"celun/app"
	"celun/app/brief"
	"celun/app/language"
)

// badFiles makes files that are not what a command wants.
func badFiles(t *testing.T, a *app.App, dir string) map[string]string {
	t.Helper()
	good := filepath.Join(dir, "good.celun")
	ok(t, a, "new", "--template", "policy-brief", "--answer", "C3", "--out", good)
	whole, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{"missing": filepath.Join(dir, "missing"), "a folder": dir}
	for name, data := range map[string][]byte{
		"empty": nil, "cut off": whole[:len(whole)/2], "not UTF-8": []byte("{\"title\": \"\xff\xfe\"}"),
		"another kind": []byte("%PDF-1.7\n"), "text": []byte("hello\n"), "a JSON list": []byte("[]"),
	} {
		files[name] = filepath.Join(dir, strings.ReplaceAll(name, " ", "-"))
		if err := os.WriteFile(files[name], data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// Every bad input gives one line, exit code 2 and no file, and stays as it
// was.
func TestBadInput(t *testing.T) {
	a := shared(t)
	dir := t.TempDir()
	files := badFiles(t, a, dir)
	before := snapshot(t, dir)
	for name, path := range files {
		out := filepath.Join(dir, "written")
		for _, args := range [][]string{
			{"check", path},
			{"check", path, "--json"},
			{"check", path, "--final"},
			{"export", path, "--out", out},
			{"export", path, "--out", out, "--language", "all", "--json"},
			{"pages", path, "--json"},
			{"page", path, "--number", "1", "--out", out},
			{"new", "--from", path, "--out", out},
		} {
			t.Run(args[0]+" "+name, func(t *testing.T) {
				oneLine(t, run(t, a, "en_GB.UTF-8", args...), filepath.Base(path))
				oneLine(t, run(t, a, "zh_CN.UTF-8", args...), filepath.Base(path))
			})
		}
	}
	for name, path := range files {
		r := run(t, a, "en_GB.UTF-8", "template", "check", path)
		if r.code == done || strings.Count(r.err, "\n") != 1 {
			t.Errorf("template check of %s: exit code %d, %q", name, r.code, r.err)
		}
	}
	if after := snapshot(t, dir); after != before {
		t.Errorf("the folder changed from\n%s\nto\n%s", before, after)
	}
}

// snapshot describes the files of a folder and their contents.
func snapshot(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var s strings.Builder
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		s.WriteString(e.Name() + "\n" + string(data) + "\n")
	}
	return s.String()
}

func TestUnwritableOutput(t *testing.T) {
	a := shared(t)
	dir := t.TempDir()
	good := filepath.Join(dir, "good.celun")
	ok(t, a, "new", "--template", "policy-brief", "--answer", "C3", "--out", good)
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	before := snapshot(t, dir)
	for _, out := range []string{filepath.Join(dir, "none", "a"), filepath.Join(file, "a"), dir} {
		for _, args := range [][]string{
			{"export", good, "--out", out},
			{"page", good, "--number", "1", "--out", out},
			{"new", "--template", "policy-brief", "--out", out},
		} {
			oneLine(t, run(t, a, "en_GB.UTF-8", args...), filepath.Base(out))
		}
	}
	oneLine(t, run(t, a, "en_GB.UTF-8", "demo", "--out", file), "file")
	if after := snapshot(t, dir); after != before {
		t.Errorf("the folder changed from\n%s\nto\n%s", before, after)
	}
}

func TestInputIsNeverOverwritten(t *testing.T) {
	a := shared(t)
	t.Chdir(t.TempDir())
	ok(t, a, "new", "--template", "policy-brief", "--answer", "C3", "--out", "a.celun")
	before := snapshot(t, ".")
	oneLine(t, run(t, a, "C", "export", "a.celun", "--out", "./a.celun"), "this is a file that is read")
	oneLine(t, run(t, a, "C", "page", "a.celun", "--number", "1", "--out", "a.celun"), "this is a file that is read")
	oneLine(t, run(t, a, "C", "new", "--template", "policy-brief", "--out", "a.celun"), "there is such a file already")
	if after := snapshot(t, "."); after != before {
		t.Error("the brief was changed")
	}
	ok(t, a, "new", "--template", "policy-brief", "--answer", "C1", "--out", "a.celun", "--force")
	if after := snapshot(t, "."); after == before {
		t.Error("--force did not replace the brief")
	}
}

// Every file that an export writes may be one that it reads, by its own name
// or by a link.
func TestInputIsNoFileOfAnExport(t *testing.T) {
	a := shared(t)
	t.Chdir(t.TempDir())
	ok(t, a, "demo", "--out", ".")
	whole, err := os.ReadFile(demoName + ".celun")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("key", []byte("secret\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"f.zh.pdf", "f.en.pdf", "f.manifest.json"} {
		if err := os.WriteFile(name, whole, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("key", "g.en.pdf"); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	before := snapshot(t, ".")
	for _, args := range [][]string{
		{"f.zh.pdf", "--language", "all", "--out", "f.pdf"},
		{"f.en.pdf", "--language", "all", "--out", "f.pdf"},
		{"f.manifest.json", "--final", "--out", "f.pdf"},
		{"f.manifest.json", "--final", "--language", "all", "--out", "f.pdf"},
		{demoName + ".celun", "--out", "key", "--password-file", "key"},
		{demoName + ".celun", "--language", "all", "--out", "g.pdf", "--password-file", "key"},
	} {
		oneLine(t, run(t, a, "C", append([]string{"export"}, args...)...), "this is a file that is read")
	}
	if after := snapshot(t, "."); after != before {
		t.Error("an export changed a file that it reads, or wrote others")
	}
	ok(t, a, "export", "f.zh.pdf", "--out", "h.pdf", "--final")
}

func TestDamagedBriefIsSalvagedOnlyWhenAsked(t *testing.T) {
	a := shared(t)
	t.Chdir(t.TempDir())
	ok(t, a, "new", "--template", "policy-brief", "--answer", "C3", "--out", "a.celun")
	data, err := os.ReadFile("a.celun")
	if err != nil {
		t.Fatal(err)
	}
	// The list at the end of the ZIP is lost; its parts are whole.
	if err := os.WriteFile("b.celun", data[:len(data)-30], 0o666); err != nil {
		t.Fatal(err)
	}
	oneLine(t, run(t, a, "C", "export", "b.celun"), "b.celun")
	if _, err := os.Stat("b.pdf"); err == nil {
		t.Error("a damaged brief was exported")
	}
	r := run(t, a, "C", "export", "b.celun", "--salvage")
	if r.code != done || r.err == "" {
		t.Errorf("salvage: exit code %d, says %q", r.code, r.err)
	}
	if _, err := os.Stat("b.pdf"); err != nil {
		t.Error("the salvaged brief was not exported")
	}
}

func TestFinalExport(t *testing.T) {
	a := shared(t)
	t.Chdir(t.TempDir())
	ok(t, a, "new", "--template", "policy-brief", "--answer", "C3", "--out", "draft.celun")
	r := run(t, a, "C", "export", "draft.celun", "--final")
	if r.code != foundErrors || strings.Count(r.err, "\n") != 1 || !strings.Contains(r.err, "no final version was exported") {
		t.Errorf("a draft as final: exit code %d, %q", r.code, r.err)
	}
	if _, err := os.Stat("draft.pdf"); err == nil {
		t.Error("a draft was exported as final")
	}
	ok(t, a, "demo", "--out", ".")
	ok(t, a, "export", demoName+".celun", "--final", "--language", "all", "--out", "f.pdf")
	first, err := os.ReadFile("f.manifest.json")
	if err != nil {
		t.Fatal(err)
	}
	var m app.Manifest
	decode(t, string(first), &m)
	sum := func(name string) string {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		return fmt.Sprintf("%x", sha256.Sum256(data))
	}
	if m.Format != app.ManifestFormat || m.Brief.File != demoName+".celun" || m.Brief.SHA256 != sum(m.Brief.File) || m.Template.ID != "policy-brief" {
		t.Errorf("manifest %+v", m)
	}
	if len(m.Packs) != 1 || m.Packs[0].ID != "digital-diplomacy" || m.Packs[0].Version < 1 || m.Warnings == nil || m.Waivers == nil {
		t.Errorf("manifest %+v", m)
	}
	if len(m.Files) != 3 {
		t.Fatalf("files %+v", m.Files)
	}
	for _, f := range m.Files {
		if f.SHA256 != sum(f.File) || f.Pages == 0 {
			t.Errorf("file %+v", f)
		}
	}
	ok(t, a, "export", demoName+".celun", "--final", "--language", "all", "--out", "f.pdf")
	if again, err := os.ReadFile("f.manifest.json"); err != nil || string(again) != string(first) {
		t.Error("two final exports have different manifests")
	}
	oneLine(t, run(t, a, "C", "export", "draft.celun", "--final", "--salvage"), "do not go together")
}

// What is slipped into the finished sample is found, with its place and what
// mends it; a waiver lets it pass into the final version and its manifest.
func TestSlipsInAFinishedBriefAreFound(t *testing.T) {
	a := shared(t)
	t.Chdir(t.TempDir())
	ok(t, a, "demo", "--out", ".")
	whole, err := brief.Open(demoName + ".celun")
	if err != nil {
		t.Fatal(err)
	}
	edit := func(id string, l language.Language, old, new string) brief.Edit {
		at := brief.Address{Block: id, Language: l}
		was, _ := whole.Text(at)
		if strings.Count(was, old) != 1 {
			t.Fatalf("%q is not in %q", old, was)
		}
		return brief.SetText{At: at, Text: strings.Replace(was, old, new, 1), States: &brief.States{ZH: brief.Reviewed, EN: brief.Reviewed}}
	}
	long, _ := whole.Text(brief.Address{Block: "b48", Language: language.ZH})
	for _, c := range []struct {
		name  string
		edits []brief.Edit
		want  jsonFinding
	}{
		{
			"a countermeasure removed",
			[]brief.Edit{brief.RemoveBlock{ID: "b26"}, brief.RemoveBlock{ID: "b27"}},
			jsonFinding{Code: "A1", Severity: "error", Block: "b24"},
		},
		{
			"a figure changed",
			[]brief.Edit{edit("b12", language.EN, "100 million", "10 million")},
			jsonFinding{Code: "B3", Severity: "error", Block: "b12", Language: "en"},
		},
		{
			"a term to avoid",
			[]brief.Edit{edit("b4", language.EN, "Digital diplomacy", "Twitter diplomacy")},
			jsonFinding{Code: "B6", Severity: "error", Block: "b4", Language: "en"},
		},
		{
			"a citation of nothing",
			[]brief.Edit{edit("b5", language.ZH, "[^han-wu]", "[^nobody]"), edit("b5", language.EN, "[^han-wu]", "[^nobody]")},
			jsonFinding{Code: "E9", Severity: "error", Block: "b5", Language: "zh"},
		},
		{
			"a section overfilled",
			[]brief.Edit{edit("b48", language.ZH, long, strings.Repeat(long, 3))},
			jsonFinding{Code: "S2", Severity: "error", Section: "s8", Language: "zh"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := brief.NewHistory(whole)
			if err := h.Do(brief.Batch{Edits: c.edits}); err != nil {
				t.Fatal(err)
			}
			if err := brief.Save("f.celun", h.Brief(), nil); err != nil {
				t.Fatal(err)
			}
			r := run(t, a, "C", "check", "f.celun", "--json")
			if r.code != foundErrors {
				t.Errorf("exit code %d: %s", r.code, r.err)
			}
			var all []jsonFinding
			decode(t, r.out, &all)
			i := slices.IndexFunc(all, func(f jsonFinding) bool {
				return f.Code == c.want.Code && f.Severity == c.want.Severity && f.Block == c.want.Block && f.Section == c.want.Section && f.Language == c.want.Language
			})
			if i < 0 {
				t.Fatalf("found %+v", all)
			}
			if f := all[i]; f.Mend.IsEmpty() || f.Code[0] == 'B' && (f.Fix == "" || f.To <= f.From) {
				t.Errorf("without place or fix: %+v", f)
			}
			for _, f := range all {
				if err := h.Do(brief.AddWaiver{Waiver: brief.Waiver{Code: f.Code, Block: f.Block, Section: f.Section, Language: f.Language, Digest: f.Digest, What: f.Message, Reason: "agreed with the editor"}}); err != nil {
					t.Fatal(err)
				}
			}
			if err := brief.Save("f.celun", h.Brief(), nil); err != nil {
				t.Fatal(err)
			}
			if out := ok(t, a, "check", "f.celun", "--final", "--json"); strings.TrimSpace(out) != "[]" {
				t.Errorf("with a waiver: %s", out)
			}
			ok(t, a, "export", "f.celun", "--final", "--out", "f.pdf")
			data, err := os.ReadFile("f.manifest.json")
			if err != nil {
				t.Fatal(err)
			}
			var m app.Manifest
			decode(t, string(data), &m)
			if !slices.ContainsFunc(m.Waivers, func(w app.ManifestWaiver) bool {
				return w.Code == c.want.Code && w.Reason == "agreed with the editor" && len(w.Found) > 0 && w.What == w.Found[0].Message
			}) {
				t.Errorf("the manifest has %+v", m.Waivers)
			}
		})
	}
}
