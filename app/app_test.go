package app

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"celun/app/brief"
	"celun/app/language"
	"celun/app/review"
	"celun/app/template"
	"celun/app/typeset"
)

func open() *App { return New(os.DirFS("../assets"), os.DirFS("../templates")) }

// The dictionary of headlines must cut as the whole one does, or an exported
// page would differ from the window's.
func TestNarrowDictionaryBreaksAsTheWholeOne(t *testing.T) {
	a := open()
	whole, err := a.Dictionary()
	if err != nil {
		t.Fatal(err)
	}
	lib, err := a.Library()
	if err != nil {
		t.Fatal(err)
	}
	sample, err := a.Sample()
	if err != nil {
		t.Fatal(err)
	}
	texts := headlines(sample)
	for _, e := range lib.All() {
		texts = append(texts, e.Title.ZH, e.Line.ZH)
	}
	narrow, err := a.narrow(texts)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range texts {
		if want, got := whole.Breaks(s), narrow.Breaks(s); !slices.Equal(want, got) {
			t.Errorf("%s breaks at %v, with the whole dictionary at %v", s, got, want)
		}
	}
}

// An export takes the terms of the built-in packs from lists beside them, and
// those of an analyst's packs from the packs.
func TestTermsAreThoseOfTheLibrary(t *testing.T) {
	same := func(a *App, what string) []string {
		t.Helper()
		terms, err := a.terms()
		if err != nil {
			t.Fatal(err)
		}
		lib, err := a.Library()
		if err != nil {
			t.Fatal(err)
		}
		if want := lib.UserTerms(); !slices.Equal(terms, want) || len(terms) == 0 {
			t.Errorf("%s: the terms are %q, those of the library %q: go generate ./assets makes the lists anew", what, terms, want)
		}
		return terms
	}
	same(open(), "built in")
	dir := t.TempDir()
	a := New(os.DirFS("../assets"), os.DirFS("../templates"), WithPacks(dir))
	same(a, "an empty folder")
	pack, err := os.ReadFile("../assets/packs/digital-diplomacy.yaml")
	if err != nil {
		t.Fatal(err)
	}
	pack = bytes.Replace(pack, []byte("电子外交"), []byte("算力外交"), -1)
	if err := os.WriteFile(filepath.Join(dir, "digital-diplomacy.yaml"), pack, 0o600); err != nil {
		t.Fatal(err)
	}
	fresh := New(os.DirFS("../assets"), os.DirFS("../templates"), WithPacks(dir))
	if terms := same(fresh, "a term of the analyst's"); !slices.Contains(terms, "算力外交") {
		t.Errorf("%q is none of the terms", "算力外交")
	}
}

func TestHeadlinesAreWhatBreaksBetweenPhrases(t *testing.T) {
	text := func(zh string) language.Text { return language.Text{ZH: zh, EN: "x"} }
	b := &brief.Brief{Title: text("题"), Subtitle: text("副"), Sections: []brief.Section{{Heading: text("节"), Blocks: []brief.Block{
		{Kind: brief.Heading, Text: text("目")},
		{Kind: brief.Paragraph, Text: text("段")},
		{Kind: brief.Table, Table: &brief.Grid{Caption: text("表"), Header: 1, Rows: [][]brief.Cell{{{Text: text("头")}, {Same: "甲"}}, {{Text: text("**体**")}, {Same: "乙"}}}}},
		{Kind: brief.Recommendation, Recommendation: &brief.Action{Action: text("做"), Owner: text("谁"), TimeFrame: text("何时"), Means: text("以何"), Indicator: text("何知")}},
	}}}}
	if got := strings.Join(headlines(b), ""); got != "题副节目表头甲体乙做谁何时以何何知" {
		t.Errorf("headlines are %s", got)
	}
}

func TestDraftExportsInEveryEditionAndLayout(t *testing.T) {
	a := open()
	b, _, err := a.NewFromTemplate("policy-brief", template.Choice{Challenges: []string{"C1", "C2", "C3", "C4"}, ID: "x", Date: "2026-11-22"})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	most := 0
	result, err := a.Export(context.Background(), b, ExportOptions{
		Out: filepath.Join(dir, "a.pdf"), Edition: All,
		Progress: func(done, total int) {
			if done < most || done > total {
				t.Errorf("progress %d of %d after %d", done, total, most)
			}
			most = done
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range result.Files {
		names = append(names, filepath.Base(f.Path)+" "+string(f.Edition))
		if data, err := os.ReadFile(f.Path); err != nil || !strings.HasPrefix(string(data), "%PDF-") {
			t.Errorf("%s: %v", f.Path, err)
		}
	}
	if !slices.Equal(names, []string{"a.pdf both", "a.zh.pdf zh", "a.en.pdf en"}) {
		t.Errorf("wrote %q", names)
	}
	if result.Files[0].Pages > 9 {
		t.Errorf("%d pages in parallel columns, at most nine are promised", result.Files[0].Pages)
	}
	for _, layout := range []brief.Layout{brief.Parallel, brief.Stacked, brief.Facing, brief.Sequential} {
		doc, err := a.Pages(context.Background(), b, typeset.Options{Layout: layout})
		if err != nil {
			t.Fatal(err)
		}
		if doc.Layout != layout || len(doc.Pages) == 0 || len(doc.Missing) > 0 {
			t.Errorf("%s: set as %s on %d pages, %d characters missing", layout, doc.Layout, len(doc.Pages), len(doc.Missing))
		}
	}
}

func TestExportThatFailsWritesNothing(t *testing.T) {
	a := open()
	b, err := a.Sample()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	done, cancel := context.WithCancel(context.Background())
	cancel()
	missing := b.Clone()
	missing.Title.ZH += "\U0002FFFE"
	for name, export := range map[string]func() error{
		"cancelled": func() error {
			_, err := a.Export(done, b, ExportOptions{Out: filepath.Join(dir, "a.pdf"), Edition: All})
			return err
		},
		"a character that no face has": func() error {
			_, err := a.Export(context.Background(), missing, ExportOptions{Out: filepath.Join(dir, "a.pdf"), Edition: All})
			return err
		},
		"a folder that is not there": func() error {
			_, err := a.Export(context.Background(), b, ExportOptions{Out: filepath.Join(dir, "none", "a.pdf")})
			return err
		},
	} {
		if err := export(); err == nil {
			t.Errorf("%s: no error", name)
		}
		if left, _ := os.ReadDir(dir); len(left) > 0 {
			t.Errorf("%s: left %v behind", name, left)
		}
	}
}

func TestUnknownTemplateNamesThoseThereAre(t *testing.T) {
	_, err := open().Template("poem")
	if err == nil || !strings.Contains(language.Say(err, language.ZH), "没有“poem”这个模板") || !strings.Contains(err.Error(), "policy-brief") {
		t.Errorf("says %v", err)
	}
}

func TestNewOpensNothing(t *testing.T) {
	a := New(refusing{t}, refusing{t})
	if a.Faces() == nil {
		t.Error("no faces")
	}
}

// refusing is a file system that is not to be read.
type refusing struct{ t *testing.T }

func (r refusing) Open(name string) (fs.File, error) {
	r.t.Errorf("opened %s before it was needed", name)
	return nil, fs.ErrNotExist
}

func TestDamagedAssetsAreErrors(t *testing.T) {
	a := New(fstest.MapFS{
		"packs/a.yaml": {Data: []byte("format: other/1\n")}, "dictionary/zh.txt": {Data: []byte("bad line\n")},
		"patterns/en-GB.txt": {Data: []byte("!!\n")}, "sample/brief.json": {Data: []byte("{")},
	}, fstest.MapFS{"t.yaml": {Data: []byte("format: other/1\n")}})
	for name, err := range map[string]error{
		"library":    second(a.Library()),
		"templates":  second(a.Templates()),
		"template":   second(a.Template("x")),
		"sample":     second(a.Sample()),
		"dictionary": second(a.Dictionary()),
		"setter":     second(a.NewSetter(nil)),
		"check":      second(a.Check(&brief.Brief{}, review.Options{})),
		"pages":      second(a.Pages(context.Background(), &brief.Brief{}, typeset.Options{})),
	} {
		if err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, _, err := a.NewFromTemplate("x", template.Choice{}); err == nil {
		t.Error("no error from a damaged template")
	}
	if _, err := New(fstest.MapFS{}, fstest.MapFS{}).Sample(); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing sample: %v", err)
	}
}

func second[T any](_ T, err error) error { return err }
