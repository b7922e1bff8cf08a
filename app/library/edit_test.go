package library_test

import (
	"slices"
	"strings"
	"testing"

	"celun/app/argument"
	"celun/app/language"
	"celun/app/library"
)

// Every edit counts the versions up, keeps the pack readable and can be taken
// back.
func TestEditsAndTheirInverses(t *testing.T) {
	edited := full("M1", argument.Countermeasure, link(argument.Answers, "C1", 1))
	edited.Statement.ZH = "另一种说法。"
	for _, c := range []struct {
		name    string
		edit    library.Edit
		id      string
		version int // of the argument afterwards; 0: it is not there
		check   func(a *argument.Argument) bool
	}{
		{"add", library.AddArgument{Argument: full("C2", argument.Challenge)}, "C2", 1, nil},
		{"edit", library.EditArgument{Argument: edited}, "M1", 2, func(a *argument.Argument) bool { return a.Statement.ZH == "另一种说法。" }},
		{"duplicate", library.DuplicateArgument{ID: "M1", NewID: "M2"}, "M2", 1, func(a *argument.Argument) bool {
			return a.Title.EN == "Title of M1" && len(a.Links) == 1 && *a.From == argument.Reference{Pack: "article", ID: "M1", Version: 1}
		}},
		{"delete", library.DeleteArgument{ID: "C1"}, "C1", 0, nil},
		{"tag", library.TagArgument{ID: "C1", Tags: []string{"甲", "b"}}, "C1", 2, func(a *argument.Argument) bool { return slices.Equal(a.Tags, []string{"甲", "b"}) }},
		{"link", library.LinkArgument{ID: "M1", Link: link(argument.Supports, "E01", 0)}, "M1", 2, func(a *argument.Argument) bool { return len(a.Links) == 2 && a.Links[1].To == "E01" }},
		{"link again", library.LinkArgument{ID: "M1", Link: link(argument.Answers, "C1", 3)}, "M1", 2, func(a *argument.Argument) bool { return len(a.Links) == 1 && a.Links[0].Rank == 3 }},
		{"unlink", library.UnlinkArgument{ID: "M1", Kind: argument.Answers, To: "C1"}, "M1", 2, func(a *argument.Argument) bool { return len(a.Links) == 0 }},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := library.Open(t.TempDir(), article())
			before := entries(s.Library().All())
			inverse := do(t, s, "article", c.edit)
			e, ok := s.Library().Get(c.id)
			if ok != (c.version > 0) || ok && (e.Version != c.version || c.check != nil && !c.check(e.Argument)) {
				t.Errorf("%s is %+v", c.id, e)
			}
			if v := s.Packs()[0].Pack.Version; v != 5 {
				t.Errorf("the pack has version %d", v)
			}
			back := do(t, s, "article", inverse)
			if now := entries(s.Library().All()); len(now) != len(before) || !slices.Equal(sorted(now), sorted(before)) {
				t.Errorf("taken back the library has %s, before %s", now, before)
			}
			for _, a := range article().Arguments {
				e := get(t, s, a.ID)
				if e.Title != a.Title || e.Statement != a.Statement || len(e.Links) != len(a.Links) || len(e.Tags) != len(a.Tags) {
					t.Errorf("taken back %s is %+v", a.ID, e.Argument)
				}
			}
			if _, refused := back.(library.AddArgument); !refused {
				do(t, s, "article", back)
			}
		})
	}
}

func sorted(ids string) []string {
	all := strings.Fields(ids)
	slices.Sort(all)
	return all
}

func TestEditsThatAreRefused(t *testing.T) {
	old := full("C1", argument.Challenge)
	old.Version, old.Title.EN = 9, "x"
	bad := full("C 2", argument.Challenge)
	blank := full("C1", argument.Challenge)
	blank.Statement = language.Text{}
	self := link(argument.Supports, "M1", 0)
	for _, c := range []struct {
		name string
		pack string
		edit library.Edit
		want string
	}{
		{"unknown pack", "none", library.DeleteArgument{ID: "C1"}, "no such pack"},
		{"unknown argument", "article", library.DeleteArgument{ID: "C7"}, "no such entry"},
		{"edit of nothing", "article", library.EditArgument{Argument: full("C7", argument.Challenge)}, "no such entry"},
		{"edit of another version", "article", library.EditArgument{Argument: old}, "changed in the meantime"},
		{"no text", "article", library.EditArgument{Argument: blank}, "statement is missing"},
		{"id in use", "article", library.AddArgument{Argument: full("C1", argument.Challenge)}, "another argument has this id"},
		{"id in another pack", "article", library.AddArgument{Argument: full("N1", argument.Challenge)}, `the pack "notes" has this id already`},
		{"id in a bin", "article", library.AddArgument{Argument: full("N2", argument.Challenge)}, `the pack "notes" has this id already`},
		{"strange id", "article", library.AddArgument{Argument: bad}, "an id begins"},
		{"duplicate of nothing", "article", library.DuplicateArgument{ID: "C7", NewID: "C8"}, "no such entry"},
		{"duplicate under its own id", "article", library.DuplicateArgument{ID: "C1", NewID: "C1"}, "another argument has this id"},
		{"nothing in the bin", "article", library.RestoreArgument{ID: "C1"}, "the bin has no such argument"},
		{"link to itself", "article", library.LinkArgument{ID: "M1", Link: self}, "cannot link to itself"},
		{"unlink what is not linked", "article", library.UnlinkArgument{ID: "M1", Kind: argument.Supports, To: "C1"}, "no such link"},
		{"last one of a pack", "notes", library.DeleteArgument{ID: "N1"}, "the last argument of its pack"},
		{"from the bin by a new one", "notes", library.AddArgument{Argument: full("N2", argument.Challenge)}, "an argument in the bin"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := library.Open(t.TempDir(), article())
			if err := s.Add(library.NewPack("notes", language.Text{ZH: "记", EN: "Notes"}, full("N1", argument.Challenge))); err != nil {
				t.Fatal(err)
			}
			do(t, s, "notes", library.AddArgument{Argument: full("N2", argument.Challenge)})
			do(t, s, "notes", library.DeleteArgument{ID: "N2"})
			before := s.Library()
			_, err := s.Do(c.pack, c.edit)
			if err == nil || !strings.Contains(err.Error(), c.want) || language.Say(err, language.ZH) == err.Error() {
				t.Errorf("error %v, want %s", err, c.want)
			}
			if s.Library() != before {
				t.Error("a new library was published")
			}
		})
	}
}

func TestEditThatChangesNothing(t *testing.T) {
	s := library.Open(t.TempDir(), article())
	before := s.Library()
	do(t, s, "article", library.EditArgument{Argument: *get(t, s, "C1").Argument})
	do(t, s, "article", library.TagArgument{ID: "C1"})
	if p := article(); s.Library() != before || s.Packs()[0].Standing != library.BuiltIn {
		do(t, s, "article", library.DescribePack{Title: p.Title, Source: p.Source})
		t.Error("nothing was changed, and yet a copy was made")
	}
	inverse := do(t, s, "article", library.DescribePack{Title: language.Text{ZH: "新"}, Source: article().Source})
	if s.Packs()[0].Pack.Title.ZH != "新" {
		t.Error("the pack has its old title")
	}
	if do(t, s, "article", inverse); s.Packs()[0].Pack.Title.ZH != "文" {
		t.Error("the title was not taken back")
	}
}

func TestDeletedArgumentLeavesItsLinksDangling(t *testing.T) {
	s := library.Open(t.TempDir(), article())
	do(t, s, "article", library.DeleteArgument{ID: "C1"})
	d := s.Library().Dangling()
	if len(d) != 2 || d[0].From.ID != "M1" || d[0].Link.To != "C1" || d[0].Deleted == nil || d[1].From.ID != "E01" {
		t.Errorf("dangling %+v", d)
	}
	if id := s.Library().NewID(argument.Challenge); id != "C2" {
		t.Errorf("a new challenge would be %s", id)
	}
	do(t, s, "article", library.LinkArgument{ID: "M1", Link: link(argument.Cites, "nowhere", 0)})
	do(t, s, "article", library.RestoreArgument{ID: "C1"})
	if d := s.Library().Dangling(); len(d) != 1 || d[0].Link.To != "nowhere" || d[0].Deleted != nil {
		t.Errorf("dangling %+v", d)
	}
}

func TestNewIDs(t *testing.T) {
	l := library.New(builtIn(t))
	for k, want := range map[argument.Kind]string{
		argument.Challenge: "C5", argument.Countermeasure: "M7", argument.EvidenceKind: "E41", argument.Thesis: "P1", argument.Concept: "K3", "other": "X1",
	} {
		if got := l.NewID(k); got != want {
			t.Errorf("a new %s is %s, want %s", k, got, want)
		}
	}
}

func TestRestoreLeavesOldPacksAlone(t *testing.T) {
	s := library.Open(t.TempDir(), article())
	do(t, s, "article", library.DeleteArgument{ID: "M1"})
	do(t, s, "article", library.DeleteArgument{ID: "E01"})
	old := s.Packs()[0].Pack
	do(t, s, "article", library.RestoreArgument{ID: "M1"})
	if len(old.Bin) != 2 || old.Bin[0].ID != "M1" || old.Bin[1].ID != "E01" {
		t.Errorf("the bin of the old pack holds %+v", old.Bin)
	}
}
