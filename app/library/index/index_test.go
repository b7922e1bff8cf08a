package index_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"celun/app/library/index"
)

var documents = []index.Document{
	{{"数字鸿沟", "The digital divide"}, {"差距扩大。"}, {"南北，方国家", "Ｇ２０ and Café"}},
	{{"数字外交", "Digital diplomacy"}, {"外交官与数字"}, {"二十国集团G20峰会推进5G技术。"}},
	{{"字"}, {}, {"and so on"}},
	{},
}

func build(t *testing.T) (*index.Index, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "cache", "search.db")
	err := index.Build(context.Background(), path, len(documents), func(i int) index.Document { return documents[i] })
	if err != nil {
		t.Fatal(err)
	}
	x, err := index.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return x, path
}

func collect(search func(yield func(int32)) error) (numbers []int32, err error) {
	err = search(func(n int32) { numbers = append(numbers, n) })
	return numbers, err
}

func TestChinese(t *testing.T) {
	x, _ := build(t)
	for _, c := range []struct {
		place index.Place
		run   string
		want  []int32
	}{
		{index.Title, "数字", []int32{0, 1}},
		{index.Title, "字", []int32{0, 1, 2}},
		{index.Title, "字鸿", []int32{0}},
		{index.Title, "数字鸿沟", []int32{0}},
		{index.Title, "沟", []int32{0}},
		{index.Title, "鸿数", nil},
		{index.Title, "差", nil},
		{index.Line, "数字", []int32{1}},
		{index.Line, "字", []int32{1}},
		{index.Statement, "北方", nil}, // a comma between
		{index.Statement, "北", []int32{0}},
		{index.Statement, "团峰", nil}, // G20 between
		{index.Statement, "峰会推进", []int32{1}},
		{index.Statement, "", nil},
	} {
		got, err := collect(func(yield func(int32)) error { return x.Chinese(context.Background(), c.place, c.run, yield) })
		slices.Sort(got)
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%d, %q: %v, %v, want %v", c.place, c.run, got, err, c.want)
		}
	}
}

// TestManyDocuments has pairs that are in few documents and pairs that are in
// most, which are found in two ways, and runs whose ends go together.
func TestManyDocuments(t *testing.T) {
	texts := []string{"数字鸿沟在扩大", "鸿沟，沟通", "数字", "字数", "数，字", "Ａ数字B", "沟"}
	const n = 400
	document := func(i int) index.Document {
		return index.Document{nil, nil, {texts[i%len(texts)], texts[i%3], fmt.Sprint("第", i, "号", "w", i%7)}}
	}
	path := filepath.Join(t.TempDir(), "search.db")
	if err := index.Build(context.Background(), path, n, document); err != nil {
		t.Fatal(err)
	}
	x, err := index.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	for _, run := range []string{"数", "数字", "字数", "字鸿沟", "鸿沟", "沟通", "鸿沟通", "鸿沟沟", "沟沟", "沟数", "第", "号", "数字鸿沟在扩大"} {
		var want []int32
		for i := range n {
			if strings.Contains(strings.Join(document(i)[index.Statement], "\n"), run) {
				want = append(want, int32(i))
			}
		}
		got, err := collect(func(yield func(int32)) error { return x.Chinese(context.Background(), index.Statement, run, yield) })
		slices.Sort(got)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %d documents, %v, want %d", run, len(got), err, len(want))
		}
	}
	if !slices.Contains(x.Words(), "0") || slices.Contains(x.Words(), "数字") || len(x.Words()) != n+7+2 {
		t.Errorf("%d words: %.20q", len(x.Words()), x.Words())
	}
}

func TestWestern(t *testing.T) {
	x, _ := build(t)
	if got, want := x.Words(), []string{"5g", "and", "cafe", "digital", "diplomacy", "divide", "g20", "on", "so", "the"}; !slices.Equal(got, want) {
		t.Errorf("words %q, want %q", got, want)
	}
	for _, c := range []struct {
		place index.Place
		words []string
		want  []int32
	}{
		{index.Title, []string{"digital"}, []int32{0, 1}},
		{index.Title, []string{"divide", "diplomacy"}, []int32{0, 1}},
		{index.Statement, []string{"g20"}, []int32{0, 1}},
		{index.Statement, []string{"and", "or", "not"}, []int32{0, 2}},
		{index.Statement, []string{"cafe"}, []int32{0}},
		{index.Statement, []string{"g2"}, nil},
		{index.Statement, nil, nil},
	} {
		got, err := collect(func(yield func(int32)) error { return x.Western(context.Background(), c.place, c.words, yield) })
		slices.Sort(got)
		if err != nil || !slices.Equal(slices.Compact(got), c.want) {
			t.Errorf("%d, %q: %v, %v, want %v", c.place, c.words, got, err, c.want)
		}
	}
	var many []string
	for i := range 1000 {
		many = append(many, fmt.Sprint("w", i))
	}
	many = append(many, "so")
	if got, err := collect(func(yield func(int32)) error { return x.Western(context.Background(), index.Statement, many, yield) }); err != nil || !slices.Equal(got, []int32{2}) {
		t.Errorf("a thousand words: %v, %v", got, err)
	}
}

func TestKeys(t *testing.T) {
	x, _ := build(t)
	for i, k := range x.Keys() {
		if k != index.KeyOf(documents[i]) {
			t.Errorf("the key of document %d is another", i)
		}
	}
	seen := map[index.Key]int{}
	for i, d := range append(documents,
		index.Document{{"数字", "鸿沟"}}, index.Document{{"数字鸿沟"}}, index.Document{{"数字鸿"}, {"沟"}}, index.Document{nil, {"数字鸿沟"}}) {
		if j, twice := seen[index.KeyOf(d)]; twice {
			t.Errorf("documents %d and %d have one key", i, j)
		}
		seen[index.KeyOf(d)] = i
	}
}

func TestOpenRefuses(t *testing.T) {
	_, path := build(t)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	open := func(name string, data []byte) error {
		t.Helper()
		p := filepath.Join(t.TempDir(), "x.db")
		if err := os.WriteFile(p, data, 0o644); err != nil {
			t.Fatal(err)
		}
		x, err := index.Open(context.Background(), p)
		if err == nil {
			x.Close()
		}
		if err != nil && !errors.Is(err, index.ErrStale) {
			t.Errorf("%s: %v", name, err)
		}
		return err
	}
	if err := open("whole", whole); err != nil {
		t.Error(err)
	}
	for name, data := range map[string][]byte{
		"empty":           nil,
		"no database":     []byte("a text that is long enough to be taken for the header of a file, and then some more of it to make it long"),
		"cut off":         whole[:len(whole)/2],
		"another version": []byte(strings.ReplaceAll(string(whole), "celun-index/", "celun-indey/")),
		"a letter":        []byte(strings.Replace(string(whole), "diplomacy", "diplomaty", 1)),
	} {
		if open(name, data) == nil {
			t.Errorf("%s: taken for an index", name)
		}
	}
	if _, err := index.Open(context.Background(), filepath.Join(t.TempDir(), "none")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
	if _, err := index.Open(context.Background(), t.TempDir()); !errors.Is(err, index.ErrStale) {
		t.Errorf("a folder: %v", err)
	}
}

func TestIntact(t *testing.T) {
	x, path := build(t)
	if !x.Intact() {
		t.Error("not intact")
	}
	if err := os.Remove(path); err != nil {
		t.Skip("an open file cannot be removed here:", err)
	}
	if x.Intact() {
		t.Error("intact though removed")
	}
}

func TestBuildLeavesNothingBehind(t *testing.T) {
	_, path := build(t)
	old, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	err = index.Build(ctx, path, 100, func(i int) index.Document {
		if i == 50 {
			cancel()
		}
		return documents[0]
	})
	if err == nil {
		t.Error("built though cancelled")
	}
	if now, err := os.ReadFile(path); err != nil || string(now) != string(old) {
		t.Error("the old index is not there as it was", err)
	}
	if files, err := os.ReadDir(filepath.Dir(path)); err != nil || len(files) != 1 {
		t.Errorf("left behind: %v, %v", files, err)
	}
}

func TestFold(t *testing.T) {
	for _, c := range []struct{ s, want string }{
		{"", ""},
		{"数字外交 and digital", "数字外交 and digital"},
		{"ＩＣＴ，５％", "ict,5%"},
		{"Don’t “Quote”", `don't "quote"`},
		{"Naïve CAFÉ Ünder", "naive cafe under"},
		{"a\u3000b\u00a0c\td", "a b c d"},
		{"COVID‑19–20", "covid-19-20"},
		{"数\xff字\xe6", "数\ufffd字\ufffd"},
		{"㐀𠮷Ω", "㐀𠮷ω"},
	} {
		if got := index.Fold(c.s); got != c.want {
			t.Errorf("Fold(%q) = %q, want %q", c.s, got, c.want)
		}
	}
}

func FuzzFold(f *testing.F) {
	f.Add("数字ＩＣＴ\xffÉ’")
	f.Fuzz(func(t *testing.T, s string) {
		folded := index.Fold(s)
		if a, b := utf8.RuneCountInString(folded), utf8.RuneCountInString(s); a != b {
			t.Fatalf("Fold(%q) = %q: %d runes, not %d", s, folded, a, b)
		}
		if twice := index.Fold(folded); twice != folded {
			t.Fatalf("Fold(%q) = %q, folded again %q", s, folded, twice)
		}
		last := 0
		for p := range index.Pieces(folded) {
			if p.Text == "" || p.Start < last || folded[p.Start:p.Start+len(p.Text)] != p.Text {
				t.Fatalf("%q: piece %+v", s, p)
			}
			last = p.Start + len(p.Text)
		}
	})
}
