package template

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"celun/app/language"
)

func shipped(t testing.TB) []*Template {
	t.Helper()
	all, err := ReadAll(os.DirFS("../../templates"))
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestWrittenTemplatesReadBackTheSame(t *testing.T) {
	all := shipped(t)
	everything, err := Read("small.yaml", []byte(small))
	if err != nil {
		t.Fatal(err)
	}
	everything.Logo = []byte("\x89PNG\r\n\x1a\nrest")
	for _, tm := range append(all, everything) {
		data, err := Encode(tm)
		if err != nil {
			t.Errorf("%s: %v", tm.ID, err)
			continue
		}
		again, err := Read("x.yaml", data)
		if err != nil {
			t.Errorf("%s: %v", tm.ID, err)
			continue
		}
		if diff := cmp.Diff(tm, again); diff != "" {
			t.Errorf("%s reads back differently:\n%s", tm.ID, diff)
		}
	}
}

func TestEncodeRefusesWhatReadWould(t *testing.T) {
	c := shipped(t)[0].Clone()
	c.Sections[0].Heading.EN = ""
	if _, err := Encode(c); err == nil || !strings.Contains(language.Say(err, language.EN), `"heading.en" has no text`) {
		t.Errorf("says %v", err)
	}
	c = shipped(t)[0].Clone()
	c.Sections[0].LimitZH.Soft, c.Sections[0].LimitZH.Hard = 50, 20
	if _, err := Encode(c); err == nil {
		t.Error("a soft limit over the hard one was written")
	}
}

func TestClonesShareNothing(t *testing.T) {
	for _, tm := range shipped(t) {
		before, err := Encode(tm)
		if err != nil {
			t.Fatal(err)
		}
		c := tm.Clone()
		for i := range c.Sections {
			c.Sections[i].Heading.ZH = "改"
			for j := range c.Sections[i].Fill {
				r := &c.Sections[i].Fill[j]
				r.Most = 9
				for k := range r.Rows {
					for l := range r.Rows[k] {
						r.Rows[k][l].ZH = "改"
					}
				}
				for k := range r.Items {
					r.Items[k].ZH = "改"
				}
			}
		}
		for k := range c.Promise {
			c.Promise[k] = Pages{1, 1, 0}
		}
		if after, _ := Encode(tm); string(before) != string(after) {
			t.Errorf("%s was changed by its clone", tm.ID)
		}
	}
}

// An own template: duplicated, changed, saved twice, sent, removed. A brief
// keeps the version that it was started from.
func TestOwnTemplates(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "templates")
	s := Open(dir, shipped(t))
	memo, _ := s.Get("decision-memo")
	if _, err := s.Save(memo); err == nil || !strings.Contains(language.Say(err, language.EN), "cannot be changed") {
		t.Errorf("a built-in template was saved: %v", err)
	}
	c := Duplicate(memo, func(id string) bool { _, found := s.Get(id); return found })
	if c.ID != "decision-memo-copy" || c.Name.EN != "Decision memo (copy)" || c.Version != 1 {
		t.Fatalf("the duplicate is %s, %s, version %d", c.ID, c.Name.EN, c.Version)
	}
	first, err := s.Save(c)
	if err != nil || first.Version != 1 {
		t.Fatalf("saved %+v, %v", first, err)
	}
	c.MoveSection(2, 1)
	c.Sections[1].Heading = language.Text{ZH: "请示", EN: "What is asked"}
	second, err := s.Save(c)
	if err != nil || second.Version != 2 {
		t.Fatalf("saved %+v, %v", second, err)
	}
	again := Open(dir, shipped(t))
	now, ok := again.Get(c.ID)
	if !ok || now.Sections[1].Heading.ZH != "请示" || !again.Own(c.ID) || again.Own("decision-memo") || len(again.Troubles()) > 0 {
		t.Errorf("the shelf has %+v, %v", now, again.Troubles())
	}
	old, ok := again.At(c.ID, 1)
	if !ok || old.Sections[1].Heading.ZH == "请示" {
		t.Errorf("version 1 is %+v, %v", old, ok)
	}
	if _, ok := again.At(c.ID, 7); ok {
		t.Error("there is a version 7")
	}

	data, err := Encode(now)
	if err != nil {
		t.Fatal(err)
	}
	other := Open(filepath.Join(t.TempDir(), "templates"), shipped(t))
	if got, err := other.Import("sent.yaml", data); err != nil || got.ID != c.ID || len(other.All()) != len(shipped(t))+1 {
		t.Errorf("imported %+v, %v", got, err)
	}
	builtIn, err := Encode(memo)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := again.Import("sent.yaml", builtIn); err != nil || got.ID != "decision-memo-copy-2" || got.Name != memo.Name {
		t.Errorf("a template with the id of a built-in one is kept as %+v, %v", got, err)
	}
	if err := again.Remove(c.ID); err != nil {
		t.Error(err)
	}
	if _, ok := again.Get(c.ID); ok {
		t.Error("it is still there")
	}
	if _, ok := again.At(c.ID, 2); !ok {
		t.Error("the version that briefs were started from is gone")
	}
	if err := again.Remove("policy-brief"); err == nil {
		t.Error("a built-in template was removed")
	}
}

func TestABrokenFileOnTheShelfIsToldOf(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "bad.yaml"), []byte("format: celun-template/1\nid: bad\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	s := Open(dir, shipped(t))
	if len(s.All()) != len(shipped(t)) || len(s.Troubles()) != 1 || !strings.Contains(language.Say(s.Troubles()[0], language.EN), "bad.yaml, line 1") {
		t.Errorf("troubles %v", s.Troubles())
	}
	if _, err := Open("", shipped(t)).Save(&Template{ID: "x"}); err == nil {
		t.Error("saved without a folder")
	}
}
