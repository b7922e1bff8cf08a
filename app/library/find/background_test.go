package find_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"celun/app/argument"
	"celun/app/library"
	"celun/app/library/find"
)

const query = "监管 数据"

// eventually waits until the index is in use again.
func eventually(t *testing.T, f *find.Finder) {
	t.Helper()
	for range 1000 {
		if f.Indexed() {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatal("there is no index again:", f.Err())
}

func TestAnswersGoOnWithoutTheIndex(t *testing.T) {
	lib := library.New(builtIn(t))
	plain := find.New(lib, find.Options{})
	defer plain.Close()
	want := search(t, plain, find.Query{Text: query})
	if want == "" {
		t.Fatal("nothing is found")
	}
	for name, harm := range map[string]func(path string) error{
		"deleted":     os.Remove,
		"emptied":     func(path string) error { return os.WriteFile(path, nil, 0o644) },
		"overwritten": func(path string) error { return os.WriteFile(path, bytes.Repeat([]byte("no index "), 40000), 0o644) },
		"cut off":     func(path string) error { return os.Truncate(path, 20000) },
		"one byte changed": func(path string) error {
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			data[len(data)/2] ^= 0x40
			return os.WriteFile(path, data, 0o644)
		},
		"a folder": func(path string) error {
			if err := os.Remove(path); err != nil {
				return err
			}
			return os.Mkdir(path, 0o755)
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "search.db")
			o := find.Options{CacheFile: path}
			f := find.New(lib, o)
			defer f.Close()
			<-f.Ready()
			if !f.Indexed() {
				t.Fatal(f.Err())
			}
			if err := harm(path); err != nil {
				t.Fatal(err)
			}
			for range 20 { // while it runs
				if got := search(t, f, find.Query{Text: query}); got != want {
					t.Fatalf("finds %q, want %q", got, want)
				}
			}
			if name != "a folder" { // for which nothing can be done
				eventually(t, f)
			}
			f.Close()
			if name != "a folder" {
				if err := harm(path); err != nil {
					t.Fatal(err)
				}
			}
			again := find.New(lib, o) // before it starts
			defer again.Close()
			if got := search(t, again, find.Query{Text: query}); got != want {
				t.Errorf("finds %q, want %q", got, want)
			}
			<-again.Ready()
			if got := search(t, again, find.Query{Text: query}); got != want {
				t.Errorf("finds %q, want %q", got, want)
			}
			if name == "a folder" {
				if again.Indexed() || again.Err() == nil {
					t.Error("an index in the place of a folder")
				}
			} else if !again.Indexed() {
				t.Error(again.Err())
			}
			if left, err := filepath.Glob(filepath.Join(filepath.Dir(path), ".*")); err != nil || len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

func TestIndexOfAnotherLibrary(t *testing.T) {
	g := newGenerator(t, 2)
	large := g.library(600)
	o := find.Options{CacheFile: filepath.Join(t.TempDir(), "search.db")}
	f := find.New(large, o)
	<-f.Ready()
	made, err := os.Stat(o.CacheFile)
	if err != nil {
		t.Fatal(err)
	}

	// A few arguments changed, added and taken away: the index stays as it is.
	p := &argument.Pack{ID: "edited", Arguments: append([]argument.Argument{}, large.Packs()[0].Arguments[20:]...)}
	p.Arguments[0].Statement.ZH += "此处新增饕餮一词。"
	extra := p.Arguments[1]
	extra.ID, extra.Title.EN = "NEW", "Zyzzyva again"
	p.Arguments = append(p.Arguments, extra)
	edited := find.New(library.New(p), o)
	defer edited.Close()
	<-edited.Ready()
	if now, err := os.Stat(o.CacheFile); err != nil || !os.SameFile(made, now) || !edited.Indexed() {
		t.Errorf("the index was made anew for a small change: %v, %v", err, edited.Err())
	}
	for query, want := range map[string]string{
		"饕餮":                                p.Arguments[0].ID,
		"zyzzyva":                           "NEW",
		`"` + large.All()[3].Title.EN + `"`: "", // taken away
	} {
		if got := search(t, edited, find.Query{Text: query}); got != want {
			t.Errorf("%s finds %q, want %q", query, got, want)
		}
	}

	// Another library altogether: it is made anew, and the first, whose file
	// is gone, goes on.
	want := search(t, f, find.Query{Text: "发展", Limit: 10})
	other := find.New(newGenerator(t, 9).library(600), o)
	defer other.Close()
	<-other.Ready()
	if now, err := os.Stat(o.CacheFile); err != nil || os.SameFile(made, now) || !other.Indexed() {
		t.Errorf("the index was not made anew: %v, %v", err, other.Err())
	}
	if got := search(t, f, find.Query{Text: "发展", Limit: 10}); got != want {
		t.Errorf("finds %q, want %q", got, want)
	}
	f.Close()
	if got := search(t, f, find.Query{Text: "发展", Limit: 10}); got != want {
		t.Errorf("after closing: %q, want %q", got, want)
	}
}

func TestCancelledSearchAndClose(t *testing.T) {
	lib := newGenerator(t, 6).library(600)
	f := find.New(lib, find.Options{CacheFile: filepath.Join(t.TempDir(), "search.db")})
	f.Close() // while the index is being made
	f.Close()
	<-f.Ready()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := f.Search(ctx, find.Query{Text: "发展"}); err != context.Canceled {
		t.Errorf("error %v, want that of the context", err)
	}
}

func TestFinderIsSafeForConcurrentUse(t *testing.T) {
	lib := library.New(builtIn(t))
	path := filepath.Join(t.TempDir(), "search.db")
	f := find.New(lib, find.Options{CacheFile: path})
	want := search(t, f, find.Query{Text: query})
	var all sync.WaitGroup
	for n := range 8 {
		all.Go(func() {
			for i := range 10 {
				if n == 0 && i == 5 {
					_ = os.Remove(path) // it may be gone already
				}
				if got := search(t, f, find.Query{Text: query}); got != want {
					t.Errorf("finds %q, want %q", got, want)
				}
				search(t, f, find.Query{Text: "szwj"})
				f.Related("C1", 3)
			}
		})
	}
	all.Wait()
	f.Close()
}

func FuzzSearch(f *testing.F) {
	finders := both(f, small())
	for _, s := range []string{"数字 divide", "\xff ｍ", `"a" kind:"x`, "answers:C2 答:", ":", `""`, "66% “软", "e\u0301́", "lü szwj", "的。*", "NOT (a OR b)", "\x00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := map[string]string{}
		for how, finder := range finders {
			got[how] = search(t, finder, find.Query{Text: s})
			hits, err := finder.Search(context.Background(), find.Query{Text: s, Limit: 2})
			if err != nil || len(hits) > 2 {
				t.Fatalf("%d hits, %v", len(hits), err)
			}
			for _, h := range hits {
				for _, m := range h.Marks {
					if n := len([]rune(h.Snippet.In(m.Language))); m.Start < 0 || m.Start >= m.End || m.End > n {
						t.Fatalf("%q: mark %+v in %+v", s, m, h.Snippet)
					}
				}
				for _, m := range h.TitleMarks {
					if n := len([]rune(h.Title.In(m.Language))); m.Start < 0 || m.Start >= m.End || m.End > n {
						t.Fatalf("%q: mark %+v in %+v", s, m, h.Title)
					}
				}
			}
			if finder.Err() != nil {
				t.Fatalf("%q: the index was given up: %v", s, finder.Err())
			}
		}
		if got["scanning"] != got["indexed"] {
			t.Fatalf("%q: scanning %q, indexed %q", s, got["scanning"], got["indexed"])
		}
	})
}
