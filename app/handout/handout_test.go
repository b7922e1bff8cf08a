package handout

import (
	"os"
	"slices"
	"strings"
	"testing"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"
	"celun/app/pdf"
	"celun/app/template"
)

func builtIn(t *testing.T) *library.Library {
	t.Helper()
	const path = "../../assets/packs/digital-diplomacy.yaml"
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	p, err := argument.Read(path, data)
	if err != nil {
		t.Fatal(err)
	}
	return library.New(p)
}

func templates(t *testing.T) map[string]*template.Template {
	t.Helper()
	all, err := template.ReadAll(os.DirFS("../../templates"))
	if err != nil {
		t.Fatal(err)
	}
	byID := map[string]*template.Template{}
	for _, tm := range all {
		byID[tm.ID] = tm
	}
	return byID
}

func lesson(t *testing.T, id string, challenges ...string) *brief.Brief {
	t.Helper()
	b, _, err := template.Fill(templates(t)[id], builtIn(t), template.Choice{Challenges: challenges, ID: "lesson", Date: "2026-11-22"})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func made(t *testing.T, b *brief.Brief, o Options) *Set {
	t.Helper()
	all := templates(t)
	o.Worksheet, o.Glossary, o.Map = all["worksheet"], all["glossary"], all["argument-map"]
	s, err := Make(b, builtIn(t), o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// all returns every text of a brief.
func all(b *brief.Brief) string {
	var s strings.Builder
	for _, text := range b.Addresses() {
		s.WriteString(text + "\n")
	}
	return s.String()
}

func TestParticipantsCopyHasNothingOfTheTrainers(t *testing.T) {
	b := lesson(t, "training-handout", "C1")
	c := Participants(b)
	text := all(c)
	for i := range b.Sections {
		for _, k := range b.Sections[i].Blocks {
			if !k.Answer.IsEmpty() && (strings.Contains(text, k.Answer.ZH) || strings.Contains(text, k.Answer.EN)) {
				t.Errorf("%s keeps its answer", k.ID)
			}
			if k.For == brief.Trainer && k.Text.ZH != "" && strings.Contains(text, k.Text.ZH) {
				t.Errorf("%s is there: %s", k.ID, k.Text.ZH)
			}
		}
	}
	if slices.ContainsFunc(c.Sections, func(s brief.Section) bool { return s.Slot == "reference" }) {
		t.Error("the trainer's section left its heading behind")
	}
	if b.Sections[0].Purpose.IsEmpty() {
		t.Error("the brief itself was changed")
	}
}

// Groups get other cards of the same number and difficulty; the seed draws
// them again; the code of a page is that of the key.
func TestWorksheetsDifferAndAreFair(t *testing.T) {
	for _, c := range [][]string{{"C1"}, {"C2"}, {"C1", "C2", "C3", "C4"}} {
		s := made(t, lesson(t, "training-handout", c...), Options{Variants: 3, Seed: 20261122})
		again := made(t, lesson(t, "training-handout", c...), Options{Variants: 3, Seed: 20261122})
		other := made(t, lesson(t, "training-handout", c...), Options{Variants: 3, Seed: 7})
		key := all(s.Guide(nil).Brief)
		seen := map[string]bool{}
		for i, v := range s.variants {
			if seen[keyOf(v.cards)] {
				t.Errorf("%v: two groups have the cards %s", c, keyOf(v.cards))
			}
			seen[keyOf(v.cards)] = true
			if a := again.variants[i]; a.code != v.code || keyOf(a.cards) != keyOf(v.cards) {
				t.Errorf("%v: the same seed drew %v and %v", c, v, a)
			}
			if other.variants[i].code == v.code {
				t.Errorf("%v: two seeds give the code %s", c, v.code)
			}
			hard := func(v variant) (n int) {
				for _, e := range v.cards {
					n += difficulty(e)
				}
				return n
			}
			if len(v.cards) != len(s.variants[0].cards) || hard(v) != hard(s.variants[0]) || len(v.cards) < leastCards || len(v.cards) > mostCards {
				t.Errorf("%v: %s has %d cards, of which %d are hard", c, v.code, len(v.cards), hard(v))
			}
			at := slices.IndexFunc(s.Documents, func(d Document) bool { return d.Variant == v.code })
			if at < 0 || !strings.Contains(all(s.Documents[at].Brief), v.code) || !strings.Contains(key, v.code) {
				t.Errorf("%v: the code %s is not on the page and in the key", c, v.code)
			}
		}
	}
}

func TestNamesAreSharedOut(t *testing.T) {
	names := []string{"甲一", "乙二", "丙三", "丁四", "戊五"}
	s := made(t, lesson(t, "training-handout", "C2"), Options{Variants: 2, Names: names})
	n := 0
	for _, d := range s.Documents {
		for _, name := range names {
			if d.Variant != "" && strings.Contains(all(d.Brief), name) {
				n++
			}
		}
	}
	if n != len(names) {
		t.Errorf("%d of %d names stand on worksheets", n, len(names))
	}
}

func TestSingleHasEveryWorksheet(t *testing.T) {
	s := made(t, lesson(t, "worksheet", "C2"), Options{Variants: 3, Single: true})
	i := slices.IndexFunc(s.Documents, func(d Document) bool { return d.Name == "worksheets" })
	if i < 0 {
		t.Fatal("there is no file of all worksheets")
	}
	b := s.Documents[i].Brief
	if err := b.Validate(); err != nil {
		t.Fatal(err)
	}
	for _, v := range s.variants {
		if !strings.Contains(all(b), v.code) {
			t.Errorf("%s is not in it", v.code)
		}
	}
}

// The guide names pages and repeats no question.
func TestGuideRefersToPages(t *testing.T) {
	b := lesson(t, "training-handout", "C1")
	s := made(t, b, Options{Variants: 2})
	at := Pages{}
	for i := range b.Sections {
		for _, k := range b.Sections[i].Blocks {
			at[k.ID] = 40 + i
		}
	}
	d := s.Guide(at)
	if err := d.Brief.Validate(); err != nil {
		t.Fatal(err)
	}
	text, pages := all(d.Brief), 0
	for i := range b.Sections {
		for _, k := range b.Sections[i].Blocks {
			if k.Kind != brief.Question && k.Kind != brief.Exercise || k.For == brief.Trainer {
				continue
			}
			if strings.Contains(text, k.Text.ZH) {
				t.Errorf("the guide repeats %s", k.Text.ZH)
			}
			if !strings.Contains(text, k.Answer.ZH) {
				t.Errorf("the guide lacks the answer to %s", k.Text.ZH)
			}
			pages++
		}
	}
	if pages == 0 || !strings.Contains(text, "47") {
		t.Errorf("no page of the handout is named in\n%s", text)
	}
}

// planted says what a participants' file says if a text was put there.
func planted(text string) []pdf.Saying {
	return []pdf.Saying{{Page: 2, Text: "前言。" + text + " and so on."}}
}

func TestLeaksAreFoundAndCommonWordsAreNot(t *testing.T) {
	b := lesson(t, "training-handout", "C1")
	s := made(t, b, Options{Variants: 2})
	secret := language.Text{}
	for i := range b.Sections {
		for _, k := range b.Sections[i].Blocks {
			if k.Kind == brief.Exercise {
				secret = k.Answer
			}
		}
	}
	for _, c := range []struct {
		name, text string
		leaks      bool
	}{
		{"a whole Chinese answer", secret.ZH, true},
		{"a whole English answer", secret.EN, true},
		{"divided by a line end and a mark", "五项缺一不可\n；动词要 能检查，时限", true},
		{"eleven hanzi of it", "五项缺一不可；动词要能检", false},
		{"six words of it", "all five are needed with a", true},
		{"five words of it", "all five are needed with", false},
		{"what the handout says", section(b, "content"), false},
		{"nothing of it", "学员自己写的话，与答案无关，不会被当成泄露。", false},
	} {
		if got := len(s.Leaks("f.pdf", planted(c.text))) > 0; got != c.leaks {
			t.Errorf("%s: leaks %v", c.name, got)
		}
	}
	alt := s.Leaks("f.pdf", []pdf.Saying{{Kind: "Alt", Text: secret.EN}})
	if len(alt) == 0 || alt[0].Where.EN != "an alternative text" || alt[0].Block == "" {
		t.Errorf("an answer in an alternative text gives %+v", alt)
	}
}

func section(b *brief.Brief, name string) string {
	var s strings.Builder
	for _, k := range slot(Participants(b), name).Blocks {
		s.WriteString(brief.Plain(k.Text.ZH) + "\n" + brief.Plain(k.Text.EN) + "\n")
	}
	return s.String()
}

// A pair of a challenge and its answer is one, a choice of answers is none.
func TestPairingsAreAnswersAndChoicesAreNot(t *testing.T) {
	b := lesson(t, "training-handout", "C1")
	s := made(t, b, Options{})
	c, _ := s.library.Get("C1")
	m, _ := s.library.Get("M3.1")
	n, _ := s.library.Get("M3.2")
	row := func(cells ...string) *brief.Brief {
		p := Participants(b)
		var r []brief.Cell
		for _, x := range cells {
			r = append(r, brief.Cell{Text: language.Text{ZH: x, EN: "x"}})
		}
		p.Sections[0].Blocks = append(p.Sections[0].Blocks, brief.Block{ID: "b999", Kind: brief.Table, Table: &brief.Grid{Header: 1, Rows: [][]brief.Cell{r}}})
		return p
	}
	if got := s.Pairings(Participants(b)); len(got) > 0 {
		t.Errorf("the handout pairs %v", got)
	}
	if got := s.Pairings(row(c.Title.ZH, m.Title.ZH)); len(got) != 1 || got[0].Answer.ID != "M3.1" || got[0].Block != "b999" {
		t.Errorf("a row that pairs them gives %v", got)
	}
	if got := s.Pairings(row(c.Title.ZH, m.Title.ZH, n.Title.ZH)); len(got) > 0 {
		t.Errorf("a row to choose from gives %v", got)
	}
	if got := s.Pairings(row(m.Title.ZH)); len(got) > 0 {
		t.Errorf("an answer alone gives %v", got)
	}
}

func TestWhatNoSetCanBeMadeOf(t *testing.T) {
	for _, c := range []struct {
		b    *brief.Brief
		o    Options
		want string
	}{
		{brief.New("empty"), Options{}, "discusses no challenge"},
		{lesson(t, "training-handout", "C1"), Options{Variants: 27}, "cannot be 27 worksheets"},
	} {
		_, err := Make(c.b, builtIn(t), c.o)
		if err == nil || !strings.Contains(language.Say(err, language.EN), c.want) {
			t.Errorf("says %v, want %s", err, c.want)
		}
	}
}

// A brief that is no lesson gives one: for its challenges, under its unit.
func TestDeriveALessonFromABrief(t *testing.T) {
	b := lesson(t, "policy-brief", "C2", "C3")
	b.Meta.Unit = language.Text{ZH: "研究室", EN: "Research Office"}
	if IsLesson(b) {
		t.Fatal("a policy brief is taken for a lesson")
	}
	d, err := Derive(b, builtIn(t), templates(t)["training-handout"])
	if err != nil {
		t.Fatal(err)
	}
	if !IsLesson(d) || d.Meta.Unit != b.Meta.Unit || d.ID == b.ID || len(challenges(d, builtIn(t))) != 2 {
		t.Errorf("derived %+v", d.Meta)
	}
	if _, err := Derive(brief.New("empty"), builtIn(t), templates(t)["training-handout"]); err == nil {
		t.Error("a lesson came of nothing")
	}
}
