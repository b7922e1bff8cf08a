package library_test

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"celun/app/argument"
	"celun/app/language"
	"celun/app/library"
)

// article is a small pack to build in.
func article() *argument.Pack {
	challenge := full("C1", argument.Challenge)
	answer := full("M1", argument.Countermeasure, link(argument.Answers, "C1", 1))
	proof := full("E01", argument.EvidenceKind, link(argument.Supports, "C1", 0))
	return &argument.Pack{
		Format: argument.Format, ID: "article", Version: 4, Title: language.Text{ZH: "文", EN: "Article"},
		Source:    argument.Source{ID: "src", Kind: "article", Title: language.Text{ZH: "文", EN: "Article"}},
		Arguments: []argument.Argument{challenge, answer, proof},
		Terms: []argument.Term{{
			ID: "gap", ZH: []argument.Rendering{{Text: "鸿沟", Status: argument.Preferred}},
			EN: []argument.Rendering{{Text: "divide", Status: argument.Preferred}},
		}},
	}
}

// full is an argument that a pack can hold.
func full(id string, k argument.Kind, links ...argument.Link) argument.Argument {
	a := entry(id, k, "题"+id, "Title of "+id, links...)
	a.Version, a.Claim = 1, argument.Author
	return a
}

func get(t *testing.T, s *library.Shelf, id string) *library.Entry {
	t.Helper()
	e, ok := s.Library().Get(id)
	if !ok {
		t.Fatalf("the library has no %s", id)
	}
	return e
}

func do(t *testing.T, s *library.Shelf, pack string, e library.Edit) library.Edit {
	t.Helper()
	inverse, err := s.Do(pack, e)
	if err != nil {
		t.Fatalf("%T: %v", e, err)
	}
	return inverse
}

func TestChangeOfABuiltInPackIsACopy(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "packs")
	built := article()
	s := library.Open(dir, built)
	before := s.Library()
	if h := s.Packs(); len(h) != 1 || h[0].Standing != library.BuiltIn || h[0].File != "" {
		t.Fatalf("packs %+v", h)
	}
	a := *get(t, s, "C1").Argument
	a.Title.EN = "A better title"
	inverse := do(t, s, "article", library.EditArgument{Argument: a})

	e := get(t, s, "C1")
	if e.Title.EN != "A better title" || e.Version != 2 || e.Pack.Version != 5 || e.Pack.ID != "article" {
		t.Errorf("C1 is %q, version %d of pack %s version %d", e.Title.EN, e.Version, e.Pack.ID, e.Pack.Version)
	}
	if want := (&argument.Reference{Pack: "article", ID: "C1", Version: 1}); !reflect.DeepEqual(e.From, want) {
		t.Errorf("from %+v", e.From)
	}
	if m := get(t, s, "M1"); m.Version != 1 || m.From != nil {
		t.Errorf("M1 was touched: %+v", m.Argument)
	}
	if old, _ := before.Get("C1"); old.Title.EN != "Title of C1" || !reflect.DeepEqual(built, article()) {
		t.Error("a reader of the old library sees the change")
	}
	if h := s.Packs(); len(h) != 1 || h[0].Standing != library.Changed || h[0].File != "article.yaml" {
		t.Errorf("packs %+v", h)
	}
	again := library.Open(dir, article())
	if e := get(t, again, "C1"); e.Title.EN != "A better title" || len(again.Library().All()) != 3 {
		t.Errorf("opened again, C1 is %q", e.Title.EN)
	}

	do(t, again, "article", inverse)
	if e := get(t, again, "C1"); e.Title.EN != "Title of C1" || e.Version != 3 {
		t.Errorf("taken back, C1 is %q, version %d", e.Title.EN, e.Version)
	}
	if err := again.Remove("article"); err != nil {
		t.Fatal(err)
	}
	if e := get(t, again, "C1"); e.Version != 1 || e.Pack.Version != 4 {
		t.Errorf("after the copy was removed C1 has version %d", e.Version)
	}
	if names, err := os.ReadDir(filepath.Join(dir, "bin")); err != nil || len(names) != 1 {
		t.Errorf("the removed pack is not in the bin: %v %v", names, err)
	}
}

func TestUpdatesOfABuiltInPack(t *testing.T) {
	dir := t.TempDir()
	s := library.Open(dir, article())
	a := *get(t, s, "C1").Argument
	a.Line.EN = "Mine."
	do(t, s, "article", library.EditArgument{Argument: a})
	do(t, s, "article", library.DeleteArgument{ID: "E01"})
	if u := s.Updates(); len(u) != 0 {
		t.Errorf("updates without a newer pack: %+v", u)
	}
	newer := article()
	for i := range newer.Arguments {
		newer.Arguments[i].Version = 2
		newer.Arguments[i].Line.ZH = "新的。"
	}
	newer.Arguments = append(newer.Arguments, full("C2", argument.Challenge))
	var got []string
	for _, u := range library.Open(dir, newer).Updates() {
		mine := "new"
		if u.Mine != nil {
			mine = u.Mine.ID
		}
		got = append(got, u.Theirs.ID+" "+mine)
	}
	if want := []string{"C1 C1", "M1 M1", "C2 new"}; !slices.Equal(got, want) {
		t.Errorf("updates %q, want %q", got, want)
	}
}

// A newer built-in pack: what the analyst never touched is taken, what was
// changed is asked once, and an edit in between hides none of it.
func TestUpdate(t *testing.T) {
	dir := t.TempDir()
	s := library.Open(dir, article())
	for _, id := range []string{"C1", "E01"} {
		a := *get(t, s, id).Argument
		a.Line.EN = "Mine."
		do(t, s, "article", library.EditArgument{Argument: a})
	}
	newer := article()
	for i := range newer.Arguments {
		newer.Arguments[i].Version, newer.Arguments[i].Line.ZH = 2, "新的。"
	}
	newer.Arguments = append(newer.Arguments, full("C2", argument.Challenge))
	newer.Terms = append(newer.Terms, argument.Term{
		ID: "new", ZH: []argument.Rendering{{Text: "新", Status: argument.Preferred}}, EN: []argument.Rendering{{Text: "new", Status: argument.Preferred}},
	})
	s = library.Open(dir, newer)
	do(t, s, "article", library.TagArgument{ID: "E01", Tags: []string{"x"}}) // in between
	var asked []string
	for _, u := range s.Updates() {
		if u.IsQuestion() {
			asked = append(asked, u.Theirs.ID)
		}
	}
	if want := []string{"C1", "E01"}; !slices.Equal(asked, want) || len(s.Updates()) != 4 {
		t.Fatalf("asks about %v of %d updates, want %v of 4", asked, len(s.Updates()), want)
	}
	before := read(t, dir, "article.yaml")
	if err := s.Update("article", map[string]library.Choice{"C1": library.KeepMine}); err == nil || read(t, dir, "article.yaml") != before {
		t.Errorf("updated without a choice for E01: %v", err)
	}
	if err := s.Update("article", map[string]library.Choice{"C1": library.KeepMine, "E01": library.TakeTheirs}); err != nil {
		t.Fatal(err)
	}
	if c, e := get(t, s, "C1"), get(t, s, "E01"); c.Line.EN != "Mine." || e.Line.ZH != "新的。" || e.Line.EN == "Mine." || e.Version <= 3 {
		t.Errorf("after the update: %+v, %+v", c.Line, e.Line)
	}
	if m := get(t, s, "M1"); m.Line.ZH != "新的。" || get(t, s, "C2") == nil || len(s.Library().Terms()) != 2 {
		t.Errorf("what was not touched: %+v, %d terms", m.Line, len(s.Library().Terms()))
	}
	if u := s.Updates(); len(u) != 0 {
		t.Errorf("asks again: %+v", u)
	}
}

// write puts a file into a folder.
func write(t *testing.T, dir, name, data string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o666); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, dir, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestDamagedPackIsLeftOutAndLeftAlone(t *testing.T) {
	dir := t.TempDir()
	const damaged = "format: celun-pack/1\nid: article\nversion: [\n"
	write(t, dir, "article.yaml", damaged)
	write(t, dir, "empty.yaml", "")
	write(t, dir, "notes.txt", "not a pack")
	own := library.NewPack("mine", language.Text{ZH: "我的", EN: "Mine"}, full("M9", argument.Countermeasure))
	data, err := argument.Write(own)
	if err != nil {
		t.Fatal(err)
	}
	write(t, dir, "mine.yaml", string(data))
	write(t, dir, "twin.yaml", string(data))
	s := library.Open(dir, article())
	if got := entries(s.Library().All()); got != "C1 M1 E01 M9" {
		t.Errorf("the library has %s", got)
	}
	var where []string
	for _, e := range s.Troubles() {
		p, ok := e.(*language.Problem)
		if !ok || p.What.ZH == "" || p.Do.EN == "" {
			t.Fatalf("trouble %v", e)
		}
		where = append(where, filepath.Base(strings.Split(p.Where, ",")[0]))
	}
	if want := []string{"article.yaml", "empty.yaml", "twin.yaml"}; !slices.Equal(where, want) {
		t.Errorf("troubles with %q, want %q", where, want)
	}
	do(t, s, "article", library.TagArgument{ID: "C1", Tags: []string{"x"}})
	if read(t, dir, "article.yaml") != damaged {
		t.Error("the damaged pack was written over")
	}
	if h := s.Packs(); h[0].File != "article-2.yaml" {
		t.Errorf("the changed pack is %q", h[0].File)
	}
}

func TestPackChangedOutsideWhileOpen(t *testing.T) {
	dir := t.TempDir()
	s := library.Open(dir, article())
	do(t, s, "article", library.TagArgument{ID: "C1", Tags: []string{"x"}})
	changed := strings.Replace(read(t, dir, "article.yaml"), "Title of M1", "Changed by hand", 1)
	write(t, dir, "article.yaml", changed)
	do(t, s, "article", library.TagArgument{ID: "C1", Tags: []string{"two"}})
	if got := read(t, dir, "article.yaml"); !strings.Contains(got, "Changed by hand") || !strings.Contains(got, "tags: [two]") {
		t.Error("the change by hand or the edit is lost")
	}
	if e := get(t, s, "M1"); e.Title.EN != "Changed by hand" {
		t.Errorf("M1 is %q", e.Title.EN)
	}
	stale := *get(t, s, "C1").Argument
	write(t, dir, "article.yaml", strings.Replace(read(t, dir, "article.yaml"), "id: C1\n    kind: challenge\n    version: 3", "id: C1\n    kind: challenge\n    version: 7", 1))
	stale.Title.EN = "Over the other one"
	if _, err := s.Do("article", library.EditArgument{Argument: stale}); err == nil || !strings.Contains(err.Error(), "changed in the meantime") {
		t.Errorf("an edit of an old version: %v", err)
	}
	const torn = "format: celun-pack/1\nid: artic"
	write(t, dir, "article.yaml", torn)
	if _, err := s.Do("article", library.TagArgument{ID: "C1", Tags: []string{"z"}}); err == nil {
		t.Error("an edit of a torn file was made")
	}
	if read(t, dir, "article.yaml") != torn || len(s.Library().All()) != 3 {
		t.Error("the torn file was written over, or the library lost its arguments")
	}
	if s.Reload(); len(s.Troubles()) != 1 || get(t, s, "C1").Version != 1 {
		t.Error("a reload does not fall back to the built-in pack")
	}
	if err := os.Remove(filepath.Join(dir, "article.yaml")); err != nil {
		t.Fatal(err)
	}
	if s.Reload(); len(s.Troubles()) != 0 {
		t.Error("a trouble outlives its file")
	}
}

func TestShelfThatCannotWrite(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	for name, dir := range map[string]string{"no folder": "", "below a file": filepath.Join(file, "packs")} {
		s := library.Open(dir, article())
		if _, err := s.Do("article", library.TagArgument{ID: "C1", Tags: []string{"x"}}); err == nil {
			t.Errorf("%s: no error", name)
		}
		if e := get(t, s, "C1"); e.Version != 1 || len(e.Tags) != 0 {
			t.Errorf("%s: the library has what was not saved", name)
		}
	}
}

func TestNamesOfFiles(t *testing.T) {
	dir := t.TempDir()
	s := library.Open(dir)
	for _, id := range []string{"Notes", "notes", "con", "LPT1", "a.b"} {
		p := library.NewPack(id, language.Text{ZH: "记", EN: "Notes"}, full(s.Library().NewID(argument.Challenge), argument.Challenge))
		if err := s.Add(p); err != nil {
			t.Fatal(err)
		}
	}
	names, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, n := range names {
		got = append(got, n.Name())
	}
	if want := []string{"LPT1-pack.yaml", "Notes.yaml", "a.b.yaml", "con-pack.yaml", "notes-2.yaml"}; !slices.Equal(got, want) {
		t.Errorf("files %q, want %q", got, want)
	}
	for _, id := range []string{"../x", "", "a/b", strings.Repeat("x", 41)} {
		if err := s.Add(library.NewPack(id, language.Text{ZH: "记", EN: "Notes"}, full("C9", argument.Challenge))); err == nil {
			t.Errorf("the id %q was taken", id)
		}
	}
	if err := s.Add(library.NewPack("notes", language.Text{ZH: "记", EN: "Notes"}, full("C9", argument.Challenge))); err == nil {
		t.Error("a second pack with one id was added")
	}
}

// A folder that is as it was gives the same library; a pack that another
// program changed is read anew.
func TestReloadOfAnUnchangedFolder(t *testing.T) {
	dir := t.TempDir()
	s := library.Open(dir, article())
	do(t, s, "article", library.TagArgument{ID: "C1", Tags: []string{"x"}})
	before := s.Library()
	if s.Reload() != before || s.Library() != before {
		t.Error("another library though nothing has changed")
	}
	write(t, dir, "article.yaml", strings.Replace(read(t, dir, "article.yaml"), "[x]", "[y]", 1))
	if s.Reload(); !slices.Equal(get(t, s, "C1").Tags, []string{"y"}) {
		t.Errorf("after a change outside: %v", get(t, s, "C1").Tags)
	}
}
