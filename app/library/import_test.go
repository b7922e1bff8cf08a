package library_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"celun/app/argument"
	"celun/app/language"
	"celun/app/library"
)

func packed(t *testing.T, p *argument.Pack) []byte {
	t.Helper()
	data, err := argument.Write(p)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func receive(t *testing.T, s *library.Shelf, p *argument.Pack) *library.Incoming {
	t.Helper()
	in, err := s.Receive("theirs.yaml", packed(t, p))
	if err != nil {
		t.Fatal(err)
	}
	return in
}

// files tells the names and contents of a folder.
func files(t *testing.T, dir string) string {
	t.Helper()
	var all strings.Builder
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			all.WriteString(path + "\n" + string(data))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}

func TestImportTwiceChangesNothing(t *testing.T) {
	dir := t.TempDir()
	s := library.Open(dir, article())
	if in := receive(t, s, article()); !in.Same() || in.Err() != nil {
		t.Errorf("the built-in pack is not known: %+v", in)
	}
	theirs := library.NewPack("theirs", language.Text{ZH: "他", EN: "Theirs"}, full("X1", argument.Challenge))
	for round := range 3 {
		in := receive(t, s, theirs)
		if in.Same() != (round > 0) || len(in.Clashes) > 0 {
			t.Errorf("round %d: %+v", round, in)
		}
		before := files(t, dir)
		if err := s.Import(in, nil); err != nil {
			t.Fatal(err)
		}
		if (files(t, dir) == before) != (round > 0) {
			t.Errorf("round %d: the folder changed, or did not", round)
		}
	}
	h := s.Packs()
	if len(h) != 2 || h[1].Standing != library.Received || get(t, s, "X1").Pack.ID != "theirs" {
		t.Errorf("packs %+v", h)
	}
	if h := library.Open(dir, article()).Packs(); h[1].Standing != library.Received {
		t.Errorf("opened again it is %s", h[1].Standing)
	}
	theirs.Version = 2
	theirs.Arguments = append(theirs.Arguments, full("X2", argument.Challenge))
	if err := s.Import(receive(t, s, theirs), nil); err != nil || get(t, s, "X2").Pack.Version != 2 {
		t.Errorf("a new argument of a newer pack: %v", err)
	}
	if in := receive(t, s, theirs); !in.Same() {
		t.Errorf("the newer pack is not known: %+v", in)
	}
}

// clashing is a pack with one clash of every kind with the shelf of
// [TestClashes], a new argument and a new term.
func clashing() *argument.Pack {
	p := article()
	p.Arguments[0].Title.EN = "Their title of C1"                     // differs
	p.Arguments[2].Title.EN = "Their title of E01"                    // deleted
	p.Arguments = append(p.Arguments, full("N1", argument.Challenge)) // elsewhere
	p.Arguments = append(p.Arguments, full("C9", argument.Challenge, link(argument.Supports, "C1", 0), link(argument.Supports, "N1", 0)))
	p.Terms[0].EN[0].Text = "gap"
	p.Terms = append(p.Terms, argument.Term{ID: "new", ZH: p.Terms[0].ZH, EN: p.Terms[0].EN})
	p.Source.Year = "2022"
	return p
}

var clashKeys = []string{"differs C1", "deleted E01", "elsewhere N1", "term gap", "source src"}

func shelfWithClashes(t *testing.T) (*library.Shelf, string) {
	t.Helper()
	dir := t.TempDir()
	s := library.Open(dir, article())
	do(t, s, "article", library.DeleteArgument{ID: "E01"})
	mine := full("N1", argument.Countermeasure)
	mine.Title.EN = "My title of N1"
	if err := s.Add(library.NewPack("notes", language.Text{ZH: "记", EN: "Notes"}, mine)); err != nil {
		t.Fatal(err)
	}
	return s, dir
}

func TestClashes(t *testing.T) {
	titles := func(s *library.Shelf) string {
		var all []string
		for _, e := range s.Library().All() {
			all = append(all, e.ID+"="+e.Title.EN)
		}
		return strings.Join(all, " ")
	}
	for _, c := range []struct {
		name   string
		choice library.Choice
		want   string
		gap    string
		year   string
		links  string // of C9
	}{
		{"keep mine", library.KeepMine, "C1=Title of C1 M1=Title of M1 C9=Title of C9 N1=My title of N1", "divide", "", "C1 N1"},
		{"take theirs", library.TakeTheirs, "C1=Their title of C1 M1=Title of M1 E01=Their title of E01 C9=Title of C9 N1=Title of N1", "gap", "2022", "C1 N1"},
		{
			"keep both", library.KeepBoth,
			"C1=Title of C1 M1=Title of M1 C1-2=Their title of C1 E01-2=Their title of E01 N1-2=Title of N1 C9=Title of C9 N1=My title of N1",
			"divide", "", "C1-2 N1-2",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, dir := shelfWithClashes(t)
			in := receive(t, s, clashing())
			choices := map[string]library.Choice{}
			var keys []string
			for _, clash := range in.Clashes {
				keys = append(keys, clash.Key())
				choices[clash.Key()] = c.choice
				if c.choice == library.KeepBoth && clash.Theirs == nil {
					choices[clash.Key()] = library.KeepMine
				}
			}
			if !slices.Equal(keys, clashKeys) || !slices.Equal(in.New, []string{"C9", "new"}) {
				t.Fatalf("clashes %q, new %q", keys, in.New)
			}
			if err := s.Import(in, choices); err != nil {
				t.Fatal(err)
			}
			if got := titles(s); got != c.want {
				t.Errorf("the library has\n%s, want\n%s", got, c.want)
			}
			p := s.Packs()[0].Pack
			if gap, _ := p.Term("gap"); gap.EN[0].Text != c.gap || p.Source.Year != c.year || len(p.Terms) != 2 {
				t.Errorf("gap is %q, the year %q", gap.EN[0].Text, p.Source.Year)
			}
			var to []string
			for _, l := range get(t, s, "C9").Links {
				to = append(to, l.To)
			}
			if strings.Join(to, " ") != c.links {
				t.Errorf("C9 links to %q", to)
			}
			if e := get(t, s, "C1"); c.choice == library.TakeTheirs && e.Version != 2 {
				t.Errorf("other words have the old version %d", e.Version)
			}
			again := receive(t, library.Open(dir, article()), clashing())
			if left := len(again.Clashes); (left > 0) != (c.choice != library.TakeTheirs) || len(again.New) > 0 && c.choice != library.KeepMine {
				t.Errorf("received again: %+v", again)
			}
			if c.choice == library.KeepBoth && len(again.Clashes) != 2 { // term and source, of which mine was kept
				t.Errorf("what was kept twice clashes again: %+v", again.Clashes)
			}
		})
	}
}

func TestClashesAreNeverSettledSilently(t *testing.T) {
	s, dir := shelfWithClashes(t)
	before := files(t, dir)
	in := receive(t, s, clashing())
	for name, choices := range map[string]map[string]library.Choice{
		"no choice":   nil,
		"one missing": {"differs C1": library.KeepMine, "deleted E01": library.KeepMine, "elsewhere N1": library.KeepBoth, "term gap": library.TakeTheirs},
		"a term kept twice": {
			"differs C1": library.KeepMine, "deleted E01": library.KeepMine, "elsewhere N1": library.KeepBoth, "term gap": library.KeepBoth, "source src": library.KeepMine,
		},
		"no such choice": {
			"differs C1": "?", "deleted E01": library.KeepMine, "elsewhere N1": library.KeepBoth, "term gap": library.TakeTheirs, "source src": library.KeepMine,
		},
	} {
		err := s.Import(in, choices)
		if err == nil || strings.Contains(err.Error(), "\n") || !strings.Contains(err.Error(), "theirs.yaml") || language.Say(err, language.ZH) == err.Error() {
			t.Errorf("%s: %v", name, err)
		}
		if files(t, dir) != before {
			t.Errorf("%s: the folder changed", name)
		}
	}
	for _, part := range []string{"5 clashes", "C1 differs", "E01 was deleted", `the id N1 is taken in the pack "notes"`, "the term gap", "source"} {
		if !strings.Contains(in.Err().Error(), part) {
			t.Errorf("%v does not say %s", in.Err(), part)
		}
	}
}

func TestNothingLeftToImport(t *testing.T) {
	s, dir := shelfWithClashes(t)
	theirs := library.NewPack("theirs", language.Text{ZH: "他", EN: "Theirs"}, full("N1", argument.Challenge))
	before := files(t, dir)
	if err := s.Import(receive(t, s, theirs), map[string]library.Choice{"elsewhere N1": library.KeepMine}); err != nil || files(t, dir) != before {
		t.Errorf("mine was kept and the folder changed, %v", err)
	}
	if err := s.Import(receive(t, s, theirs), map[string]library.Choice{"elsewhere N1": library.TakeTheirs}); err != nil {
		t.Error(err)
	}
	if e := get(t, s, "N1"); e.Pack.ID != "notes" || e.Title.EN != "Title of N1" || e.Kind != argument.Challenge {
		t.Errorf("N1 is %+v of %s", e.Argument, e.Pack.ID)
	}
}

func TestReceiveRefusesWhatIsNoPack(t *testing.T) {
	bomb := strings.Replace(string(packed(t, article())), "claim: author\n",
		"claim: author\n    tags: &a [x, x, x]\n    links: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n    note: {zh: *b, en: *b}\n", 1)
	for name, c := range map[string]struct{ data, want string }{
		"empty":      {"", "the file is empty"},
		"a PDF":      {"%PDF-1.7", "this is a PDF"},
		"torn":       {"format: celun-pack/1\nid: \"x", "not valid YAML"},
		"alias bomb": {bomb, "anchors and aliases"},
		"too large":  {strings.Repeat("# comment\n", argument.MaxBytes/10+1), "larger than 50 MB"},
	} {
		s := library.Open(t.TempDir(), article())
		in, err := s.Receive("theirs.yaml", []byte(c.data))
		if in != nil || err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "theirs.yaml") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestManyLinks(t *testing.T) {
	const many = 10000
	p := article()
	p.Arguments[1].Links = nil
	for i := range many {
		p.Arguments[1].Links = append(p.Arguments[1].Links, link(argument.Supports, fmt.Sprintf("X%d", i), 0))
	}
	s := library.Open(t.TempDir())
	if err := s.Import(receive(t, s, p), nil); err != nil {
		t.Fatal(err)
	}
	do(t, s, "article", library.UnlinkArgument{ID: "M1", Kind: argument.Supports, To: "X5000"})
	if n, dangling := len(get(t, s, "M1").Links), len(s.Library().Dangling()); n != many-1 || dangling != many-1 {
		t.Errorf("%d links, %d of them dangling, after one of 10,000 was removed", n, dangling)
	}
}

func TestImportIntoAPackThatChanged(t *testing.T) {
	dir := t.TempDir()
	s := library.Open(dir, article())
	do(t, s, "article", library.DeleteArgument{ID: "E01"})
	if in := receive(t, s, article()); !in.Same() {
		t.Errorf("what was deleted comes back: %+v", in)
	}
	do(t, s, "article", library.TagArgument{ID: "M1", Tags: []string{"x"}})
	newer := article()
	newer.Arguments[0].Version = 5
	if in := receive(t, library.Open(t.TempDir(), article()), newer); in.Same() || len(in.Clashes) != 0 {
		t.Errorf("a newer version of the same text is not seen: %+v", in)
	}
	in := receive(t, s, newer)
	if in.Same() || len(in.Clashes) != 1 { // the tags of M1
		t.Fatalf("a newer version of the same text: %+v", in)
	}
	mine := map[string]library.Choice{"differs M1": library.KeepMine}
	write(t, dir, "article.yaml", strings.Replace(read(t, dir, "article.yaml"), "Title of M1", "By hand", 1))
	if err := s.Import(in, mine); err != nil {
		t.Fatal(err)
	}
	if c, m := get(t, s, "C1"), get(t, s, "M1"); c.Version != 5 || m.Title.EN != "By hand" || c.Pack.Version != 7 {
		t.Errorf("C1 has version %d, M1 is %q, the pack has version %d", c.Version, m.Title.EN, c.Pack.Version)
	}
	write(t, dir, "article.yaml", "torn")
	if err := s.Import(receive(t, s, clashing()), nil); err == nil || read(t, dir, "article.yaml") != "torn" {
		t.Errorf("a torn file was written over, %v", err)
	}
}

// Packs that share an id already, as two files copied into the folder may, can
// still be edited.
func TestEditOfAPackThatSharesAnID(t *testing.T) {
	dir := t.TempDir()
	for _, id := range []string{"one", "two"} {
		p := library.NewPack(id, language.Text{ZH: "记", EN: "Notes"}, full("N1", argument.Challenge))
		write(t, dir, id+".yaml", string(packed(t, p)))
	}
	s := library.Open(dir)
	do(t, s, "two", library.TagArgument{ID: "N1", Tags: []string{"x"}})
	if e, ok := s.Library().In("two", "N1"); !ok || len(e.Tags) != 1 {
		t.Error("the edit is lost")
	}
	if e := get(t, s, "N1"); e.Pack.ID != "one" || len(e.Tags) != 0 {
		t.Errorf("N1 is that of %s", e.Pack.ID)
	}
}

func TestImportBringsTheNamesOfTags(t *testing.T) {
	mine := article()
	mine.Tags = []argument.Tag{{ID: "x", ZH: "甲", EN: "X"}}
	s := library.Open(t.TempDir(), mine)
	theirs := article()
	theirs.Tags = []argument.Tag{{ID: "x", ZH: "别的", EN: "Other"}, {ID: "y", ZH: "乙", EN: "Y"}}
	theirs.Arguments = append(theirs.Arguments, full("C9", argument.Challenge))
	data, err := argument.Write(theirs)
	if err != nil {
		t.Fatal(err)
	}
	in, err := s.Receive("theirs.yaml", data)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Import(in, nil); err != nil {
		t.Fatal(err)
	}
	if x, y := s.Library().TagName("x").ZH, s.Library().TagName("y").ZH; x != "甲" || y != "乙" {
		t.Errorf("tags are called %s and %s", x, y)
	}
}
