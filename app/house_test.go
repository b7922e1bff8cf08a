package app_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rooms are the packages under app/ in the order in which they may import each
// other: a room only those before it. A package below a room, such as
// typeset/face, counts as the room, unless it is a room of its own.
var rooms = []string{
	"language", "language/words", "store", "argument", "article", "library", "cite", "brief", "template",
	"figure", "typeset", "pdf", "raster", "review", "handout", "settings", "desktop",
}

const (
	fyne   = "fyne.io/fyne/"
	gofpdf = "github.com/jung-kurt/gofpdf"
)

// A source is what a Go file of the house imports and calls.
type source struct {
	file      string // from the top of the repository, such as app/store/disk.go
	dir       string // its folder, such as app/store
	name      string // of its package
	test      bool
	generator bool              // a program that go generate runs
	imports   map[string]string // path by the name used in the file
	calls     []call
}

// A call is the use of an exported name of an imported package.
type call struct{ path, name string }

// room returns the room that a folder or import path belongs to, and its place
// in the order; -1 outside the rooms.
func room(dir string) (string, int) {
	rest, ok := strings.CutPrefix(strings.TrimPrefix(dir, "celun/"), "app/")
	if !ok {
		return "", -1
	}
	for ; rest != "."; rest = path.Dir(rest) {
		if i := slices.Index(rooms, rest); i >= 0 {
			return rest, i
		}
	}
	return "", -1
}

// sources reads every Go file of the house.
func sources(t *testing.T) []source {
	t.Helper()
	var all []source
	err := filepath.WalkDir("..", func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && d.Name() != "..") {
			return fs.SkipDir
		}
		if d.IsDir() || filepath.Ext(file) != ".go" {
			return nil
		}
		s, err := read(file)
		if err != nil {
			return err
		}
		all = append(all, s)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 20 {
		t.Fatalf("only %d files found", len(all))
	}
	return all
}

func read(file string) (source, error) {
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ParseComments)
	if err != nil {
		return source{}, err
	}
	name := filepath.ToSlash(strings.TrimPrefix(filepath.Clean(file), ".."+string(filepath.Separator)))
	s := source{
		file: name, dir: path.Dir(name), name: parsed.Name.Name,
		test: strings.HasSuffix(name, "_test.go"), imports: map[string]string{},
	}
	for _, group := range parsed.Comments {
		if group.Pos() < parsed.Package && strings.Contains(group.List[0].Text, "go:build ignore") {
			s.generator = true
		}
	}
	for _, i := range parsed.Imports {
		of, err := strconv.Unquote(i.Path.Value)
		if err != nil {
			return source{}, err
		}
		as := path.Base(of)
		if i.Name != nil {
			as = i.Name.Name
		}
		s.imports[as] = of
	}
	ast.Inspect(parsed, func(n ast.Node) bool {
		if use, ok := n.(*ast.SelectorExpr); ok {
			if from, ok := use.X.(*ast.Ident); ok && s.imports[from.Name] != "" {
				s.calls = append(s.calls, call{s.imports[from.Name], use.Sel.Name})
			}
		}
		return true
	})
	return s, nil
}

func TestHouse(t *testing.T) {
	for _, s := range sources(t) {
		for _, broken := range rules(s) {
			t.Errorf("%s: %s", s.file, broken)
		}
	}
}

// rules returns the rules of the house that a file breaks.
func rules(s source) []string {
	var broken []string
	add := func(parts ...string) { broken = append(broken, strings.Join(parts, " ")) }
	if slices.Contains([]string{"utils", "util", "manager", "helper", "helpers", "common", "misc"}, strings.TrimSuffix(s.name, "_test")) {
		add("a package is named after what it is about, not", s.name)
	}
	here, at := room(s.dir)
	if strings.HasPrefix(s.dir, "app/") && at < 0 {
		add("the folder is none of the rooms; put it into the list where it belongs")
	}
	for _, of := range s.imports {
		if to, place := room(of); place >= 0 {
			if at >= 0 && place > at {
				add(here, "stands before", to, "and cannot import it")
			}
			if slices.Contains([]string{"typeset", "pdf", "raster"}, here) && slices.Contains([]string{"library", "template"}, to) {
				add(here, "sets what a brief holds and does not know", to)
			}
			if s.dir == "app" && to == "desktop" {
				add("what both programs share does not know the window")
			}
		}
		if top, _, _ := strings.Cut(s.dir, "/"); strings.HasPrefix(of, "celun/") && !s.test && !s.generator && (top == "assets" || top == "templates") {
			add(top, "imports nothing of ours:", of)
		}
		if strings.HasPrefix(of, "celun/cmd") {
			add("nothing imports a program:", of)
		}
		if strings.HasPrefix(of, fyne) && here != "desktop" && s.dir != "cmd/celun" && !s.generator {
			add("only the window imports Fyne:", of)
		}
		if strings.HasPrefix(of, gofpdf) && here != "pdf" {
			add("only pdf imports gofpdf:", of)
		}
	}
	if here == "store" || s.test || s.generator {
		return broken
	}
	for _, c := range s.calls {
		if c.path == fyne+"v2/widget" && strings.HasPrefix(c.name, "New") && strings.Contains(c.name, "Entry") {
			add("the window's own fields complete terms and heed the input method:", c.name)
		}
		if writes(c) {
			add("only store writes, renames and removes files:", c.path+"."+c.name)
		}
	}
	return broken
}

// writes reports a function of the standard library that changes files.
func writes(c call) bool {
	switch c.path {
	case "os":
		return slices.Contains([]string{
			"WriteFile", "Create", "CreateTemp", "OpenFile", "Rename", "Remove", "RemoveAll", "Mkdir", "MkdirAll",
			"MkdirTemp", "Truncate", "Chmod", "Chown", "Chtimes", "Link", "Symlink", "CopyFS", "OpenRoot",
		}, c.name)
	case "io/ioutil":
		return true
	}
	return false
}

// The rules find what they are there to find.
func TestHouseFindsWhatIsBroken(t *testing.T) {
	imports := func(of ...string) map[string]string {
		m := map[string]string{}
		for _, i := range of {
			m[path.Base(i)] = i
		}
		return m
	}
	for _, c := range []struct {
		source source
		want   string // empty: nothing is broken
	}{
		{source{dir: "app/brief", imports: imports("celun/app/store", "celun/app/language/words")}, ""},
		{source{dir: "app/store", imports: imports("celun/app/brief")}, "store stands before brief"},
		{source{dir: "app/language", imports: imports("celun/app/language/words")}, "language stands before language/words"},
		{source{dir: "app/language/words", imports: imports("celun/app/language")}, ""},
		{source{dir: "app/typeset/face", imports: imports("celun/app/pdf")}, "typeset stands before pdf"},
		{source{dir: "app/brief", imports: imports("celun/app/typeset/face")}, "brief stands before typeset"},
		{source{dir: "app/pdf", imports: imports("celun/app/library")}, "pdf sets what a brief holds"},
		{source{dir: "app/raster/draw", imports: imports("celun/app/template")}, "raster sets what a brief holds"},
		{source{dir: "app", imports: imports("celun/app/review", "celun/app/settings")}, ""},
		{source{dir: "app", imports: imports("celun/app/desktop/theme")}, "does not know the window"},
		{source{dir: "app/attic"}, "none of the rooms"},
		{source{dir: "assets", imports: imports("celun/app/language")}, "assets imports nothing of ours"},
		{source{dir: "templates/x", imports: imports("celun/assets")}, "templates imports nothing of ours"},
		{source{dir: "cmd/celunctl", imports: imports("celun/app/desktop", "fyne.io/fyne/v2")}, "only the window imports Fyne"},
		{source{dir: "cmd/celun", imports: imports("fyne.io/fyne/v2/app")}, ""},
		{source{dir: "app/desktop/shell", imports: imports("fyne.io/fyne/v2/app")}, ""},
		{source{dir: "app/review", imports: imports("fyne.io/fyne/v2")}, "only the window imports Fyne"},
		{source{dir: "app/typeset", imports: imports("github.com/jung-kurt/gofpdf")}, "only pdf imports gofpdf"},
		{source{dir: "app/typeset", name: "utils"}, "named after what it is about"},
		{source{dir: "app/brief", name: "common_test", test: true}, "named after what it is about"},
		{source{dir: "cmd/celunctl", calls: []call{{"os", "Create"}}}, "only store writes"},
		{source{dir: "app/settings", calls: []call{{"os", "ReadFile"}, {"os", "Stat"}}}, ""},
		{source{dir: "app/desktop/editor", calls: []call{{"fyne.io/fyne/v2/widget", "NewMultiLineEntry"}}}, "the window's own fields"},
		{source{dir: "app/store", calls: []call{{"os", "Rename"}}}, ""},
		{source{dir: "app/pdf", test: true, calls: []call{{"os", "Rename"}}}, ""},
		{source{dir: "assets/generate", generator: true, calls: []call{{"os", "WriteFile"}}}, ""},
	} {
		got := strings.Join(rules(c.source), "; ")
		if !strings.Contains(got, c.want) || (c.want == "") != (got == "") {
			t.Errorf("%+v: %q, want …%s…", c.source, got, c.want)
		}
	}
}

// What stands at the top of the repository was fixed by the person who asked
// for the program; beside it stands only what tools look for there.
func TestTheTopIsAsItWasAskedFor(t *testing.T) {
	entries, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	asked := []string{
		"cmd", "app", "templates", "assets", "go.mod", "go.sum", "FyneApp.toml", "README.md",
		"Makefile", "LICENSE",
		"out", // what is built; git does not see it
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") && !slices.Contains(asked, e.Name()) {
			t.Errorf("%s does not belong at the top", e.Name())
		}
	}
}
