package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"celun/app"
	"celun/assets"
	"celun/templates"
)

// shared is opened once: reading the packs again for every command would only
// make the tests slow.
func shared(t *testing.T) *app.App {
	t.Helper()
	return app.New(assets.Files, templates.Files)
}

// A result is what one run of the program left.
type result struct {
	code     int
	out, err string
}

// run runs celunctl in a locale.
func run(t *testing.T, a *app.App, locale string, args ...string) result {
	t.Helper()
	var out, err bytes.Buffer
	p := program{
		out: &out, err: &err, app: a, today: "2026-11-22",
		env: func(name string) string { return map[string]string{"LANG": locale}[name] },
	}
	code := p.run(args)
	return result{code, out.String(), err.String()}
}

// ok runs a command that has to succeed and returns what it prints.
func ok(t *testing.T, a *app.App, args ...string) string {
	t.Helper()
	r := run(t, a, "en_GB.UTF-8", args...)
	if r.code != 0 || r.err != "" {
		t.Fatalf("celunctl %s: exit code %d, %s", strings.Join(args, " "), r.code, r.err)
	}
	return r.out
}

// decode reads the JSON that a command prints.
func decode(t *testing.T, text string, v any) {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		t.Fatalf("%v in %.200s", err, text)
	}
}

// golden compares text with a file of testdata; UPDATE=1 writes it anew.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs (-want +got):\n%s", name, diff)
	}
}

func TestHelpInBothLanguages(t *testing.T) {
	a := shared(t)
	golden(t, "help.en.txt", ok(t, a, "help"))
	golden(t, "help.zh.txt", run(t, a, "zh_CN.UTF-8", "help").out)
	golden(t, "help-export.en.txt", ok(t, a, "help", "export"))
	if got := ok(t, a, "export", "--help"); got != ok(t, a, "help", "export") {
		t.Errorf("export --help says\n%s", got)
	}
	if got := ok(t, a); got != ok(t, a, "help") {
		t.Errorf("without a command it says\n%s", got)
	}
}

func TestLanguageOfMessages(t *testing.T) {
	a := shared(t)
	for _, c := range []struct {
		locale string
		args   []string
		want   string
	}{
		{"zh_CN.UTF-8", []string{"library", "show", "X"}, "celunctl: X：论据库里没有这一条。"},
		{"zh_TW", []string{"library", "show", "X"}, "celunctl: X：论据库里没有这一条。"},
		{"en_GB.UTF-8", []string{"library", "show", "X"}, "celunctl: X: the library has no such entry."},
		{"C", []string{"library", "show", "X"}, "celunctl: X: the library has no such entry."},
		{"", []string{"library", "show", "X"}, "celunctl: X: the library has no such entry."},
		{"en_GB.UTF-8", []string{"--lang", "zh", "library", "show", "X"}, "celunctl: X：论据库里没有这一条。"},
		{"zh_CN.UTF-8", []string{"library", "show", "X", "--lang=en"}, "celunctl: X: the library has no such entry."},
	} {
		r := run(t, a, c.locale, c.args...)
		if r.code != couldNotRun || !strings.HasPrefix(r.err, c.want) || r.out != "" {
			t.Errorf("%s %v: exit code %d, %q", c.locale, c.args, r.code, r.err)
		}
	}
}

func TestCommandLineIsRefused(t *testing.T) {
	a := shared(t)
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"fly"}, `there is no command "fly"`},
		{[]string{"library"}, `there is no command "library". The commands are library list, library show`},
		{[]string{"library", "fly", "x"}, `there is no command "library fly". The commands are library list, library show, library search`},
		{[]string{"library", "search"}, "library search: it is not said what to look for"},
		{[]string{"library", "search", "--tag", "nonsense"}, "--tag: there is no tag \"nonsense\". The tags are"},
		{[]string{"library", "search", "--answers", "C99"}, "C99: the library has no such entry"},
		{[]string{"library", "search", "--answers", "M1"}, "--answers: M1 is no challenge"},
		{[]string{"library", "search", " "}, "library search: it is not said what to look for"},
		{[]string{"library", "search", "x", "--limit", "0"}, `--limit: "0" will not do`},
		{[]string{"library", "search", "x", "--kind", "song"}, `--kind: "song" is not among its values`},
		{[]string{"library", "related"}, "library related: an argument is missing"},
		{[]string{"library", "related", "X9"}, "X9: the library has no such entry"},
		{[]string{"library", "related", "C1", "C2"}, `library related: "C2" is one argument too many`},
		{[]string{"library", "import"}, "library import: an argument is missing"},
		{[]string{"library", "export", "digital-diplomacy"}, "library export: --out is missing"},
		{[]string{"library", "export", "C1", "--out", "x.yaml"}, `there is no pack "C1". The packs are digital-diplomacy`},
		{[]string{"library", "export", "digital-diplomacy", "--out", "x", "--format", "word"}, "It can be yaml, argdown, markdown"},
		{[]string{"handout", "x.celun"}, "handout: --out is missing"},
		{[]string{"handouts", "x.celun"}, `there is no command "handouts"`},
		{[]string{"help", "fly"}, `there is no command "fly"`},
		{[]string{"export"}, "export: an argument is missing. Usage: celunctl export F.celun"},
		{[]string{"export", "a", "b"}, `export: "b" is one argument too many`},
		{[]string{"export", "a", "--red"}, `export: there is no option "--red". The options are --language, --trace, --password-file, --final, --article, --out`},
		{[]string{"export", "a", "-x"}, `there is no option "-x"`},
		{[]string{"export", "a", "--out"}, "export: --out lacks its FILE"},
		{[]string{"export", "a", "--landscape=yes"}, "export: --landscape takes no value"},
		{[]string{"export", "a", "--layout", "columns"}, `--layout: "columns" is not among its values. It can be parallel, stacked, facing, sequential`},
		{[]string{"export", "a", "--language", "fr"}, "It can be both, zh, en, all"},
		{[]string{"pages", "a", "--language", "all"}, "It can be both, zh, en"},
		{[]string{"page", "a", "--out", "p.png"}, "page: --number is missing"},
		{[]string{"page", "a", "--number", "0", "--out", "p.png"}, `--number: "0" will not do. Write a whole number from 1`},
		{[]string{"page", "a", "--number", "1", "--dpi", "5000", "--out", "p.png"}, `--dpi: "5000" will not do`},
		{[]string{"library", "list", "--kind", "song"}, "--kind: \"song\" is not among its values"},
		{[]string{"--lang", "fr", "help"}, "--lang: \"fr\" is not among its values. It can be zh, en"},
		{[]string{"new", "--template", "policy-brief"}, "new: --out is missing"},
		{[]string{"new", "--out", "x.celun"}, "new: it is not said what to start from"},
		{[]string{"new", "--from", "x.json", "--answer", "C1", "--out", "x.celun"}, "--from and --answer do not go together"},
		{[]string{"new", "--template", "poem", "--out", "x.celun"}, `there is no template "poem". The templates are policy-brief`},
		{[]string{"new", "--template", "policy-brief", "--answer", "C1,C9", "--out", "x.celun"}, `the library has no "C9"`},
		{[]string{"new", "--template", "policy-brief", "--answer", "E13", "--out", "x.celun"}, "is not a challenge"},
		{[]string{"new", "--template", "policy-brief", "--answer", "", "--out", "x.celun"}, "no challenge was chosen"},
		{[]string{"template", "show", "poem"}, `there is no template "poem"`},
	} {
		t.Run(strings.Join(c.args, " "), func(t *testing.T) {
			t.Chdir(t.TempDir())
			oneLine(t, run(t, a, "en_GB.UTF-8", c.args...), c.want)
			oneLine(t, run(t, a, "zh_CN.UTF-8", c.args...), "。")
			if left, _ := os.ReadDir("."); len(left) > 0 {
				t.Errorf("wrote %v", left)
			}
		})
	}
}

// oneLine holds that a command could not run and said why in one line.
func oneLine(t *testing.T, r result, want string) {
	t.Helper()
	if r.code != couldNotRun {
		t.Errorf("exit code %d", r.code)
	}
	if !strings.Contains(r.err, want) || strings.Count(r.err, "\n") != 1 || !strings.HasSuffix(r.err, "\n") {
		t.Errorf("says %q, want %q", r.err, want)
	}
	if r.out != "" {
		t.Errorf("prints %q", r.out)
	}
}
