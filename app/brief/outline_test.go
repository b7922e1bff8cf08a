package brief

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"celun/app/language"

	"github.com/google/go-cmp/cmp"
)

func TestFromOutline(t *testing.T) {
	const in = `{"title": {"zh": "简报", "en": "Brief"}, "sections": [
	 {"heading": {"zh": "1 水", "en": "1 Water"},
	  "pairs": [{"zh": "甲**乙**", "en": "A [^x] 2*3"}, {"zh": "只有中文"}, {}],
	  "table": [["指标 Item", 2024], [{"zh": "有", "en": "yes"}, "4*1*%"]],
	  "source": {"zh": "来源", "en": "Source"}},
	 {"heading": {"zh": "二、只有一种文字"}, "pairs": []}]}`
	b, err := FromOutline("o.json", []byte(in), OutlineOptions{ID: "fixed", Date: "2026-11-22", Template: Template{ID: "t", Version: 1}})
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Validate(); err != nil {
		t.Fatal(err)
	}
	if b.ID != "fixed" || b.Meta.Date != "2026-11-22" || b.Meta.Template.ID != "t" {
		t.Errorf("brief = %+v", b)
	}
	var got []string
	for at, text := range b.Addresses() {
		if text != "" {
			got = append(got, string(at.Language)+" "+Plain(text))
		}
	}
	want := []string{
		"zh 简报", "en Brief", "zh 水", "en Water", "zh 甲**乙**", "en A [^x] 2*3", "zh 只有中文",
		" 指标 Item", " 2024", "zh 有", "en yes", " 4*1*%", "zh 来源", "en Source", "zh 只有一种文字",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if s := b.Sections[0].Blocks[1]; s.State != (States{Draft, Empty}) || s.ID != "b2" {
		t.Errorf("block = %+v", s)
	}
	again, _ := FromOutline("o.json", []byte(in), OutlineOptions{ID: "fixed", Date: "2026-11-22", Template: Template{ID: "t", Version: 1}})
	if diff := cmp.Diff(asJSON(t, b), asJSON(t, again)); diff != "" {
		t.Errorf("the same outline gives another brief:\n%s", diff)
	}
}

func TestNumbersBeforeHeadings(t *testing.T) {
	for _, c := range []struct{ in, want language.Text }{
		{language.Text{ZH: "一、总则", EN: "I. General"}, language.Text{ZH: "总则", EN: "General"}},
		{language.Text{ZH: "（二）挑战", EN: "(2) Challenges"}, language.Text{ZH: "挑战", EN: "Challenges"}},
		{language.Text{ZH: "(十二) 挑战", EN: "12. Challenges"}, language.Text{ZH: "挑战", EN: "Challenges"}},
		{language.Text{ZH: "1.1 目标", EN: "1.1 Aims"}, language.Text{ZH: "目标", EN: "Aims"}},
		{language.Text{ZH: "1.2、目标", EN: "1.2. Aims"}, language.Text{ZH: "目标", EN: "Aims"}},
		{language.Text{ZH: "1．目标", EN: "1) Aims"}, language.Text{ZH: "目标", EN: "Aims"}},
		{language.Text{ZH: "1.目标", EN: "1.Aims"}, language.Text{ZH: "目标", EN: "Aims"}},
		{language.Text{ZH: "第三章 目标", EN: "Chapter 3: Aims"}, language.Text{ZH: "目标", EN: "Aims"}},
		{language.Text{ZH: "1 目标", EN: "1 Aims"}, language.Text{ZH: "目标", EN: "Aims"}},
		{language.Text{ZH: "1 目标"}, language.Text{ZH: "目标"}},
		{language.Text{EN: "1\u3000Aims"}, language.Text{EN: "Aims"}},
		// What belongs to the heading stays.
		{language.Text{ZH: "2030年议程", EN: "2030 Agenda"}, language.Text{ZH: "2030年议程", EN: "2030 Agenda"}},
		{language.Text{ZH: "10 条经验", EN: "10 lessons"}, language.Text{ZH: "10 条经验", EN: "10 lessons"}},
		{language.Text{ZH: "2.5 亿人", EN: "250 million people"}, language.Text{ZH: "2.5 亿人", EN: "250 million people"}},
		{language.Text{ZH: "3.5%的增长", EN: "3.5% growth"}, language.Text{ZH: "3.5%的增长", EN: "3.5% growth"}},
		{language.Text{ZH: "5G 与治理", EN: "5G and governance"}, language.Text{ZH: "5G 与治理", EN: "5G and governance"}},
		{language.Text{ZH: "一带一路", EN: "I think"}, language.Text{ZH: "一带一路", EN: "I think"}},
		{language.Text{ZH: "第一节课", EN: "Part of it"}, language.Text{ZH: "第一节课", EN: "Part of it"}},
		{language.Text{ZH: "1.", EN: "一、"}, language.Text{ZH: "1.", EN: "一、"}},
	} {
		if got := newNumbering().drop(c.in); got != c.want {
			t.Errorf("drop(%q) = %q, want %q", c.in, got, c.want)
		}
	}
	n := newNumbering()
	for _, c := range []struct{ in, want string }{{"1 甲", "甲"}, {"引言", "引言"}, {"2 乙", "乙"}, {"7 丙", "7 丙"}, {"3 丁", "丁"}} {
		if got := n.drop(language.Text{ZH: c.in}).ZH; got != c.want {
			t.Errorf("drop(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestOutlineThatIsNone(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"empty", " \n", "o.json: the file is empty"},
		{"cut off", "{\"title\": {\"zh\": \"a\"},\n\"sections\": [{", "o.json, line 2: the file is cut off"},
		{"not UTF-8", "{\n\n\"title\": \"\xb2\xdf\"}", "o.json, line 3: the text is not in UTF-8"},
		{"YAML", "format: celun-pack/1\n", "o.json: this is not an outline in JSON"},
		{"list", "[1]", "o.json: this is not an outline in JSON"},
		{"syntax", "{\"title\": {},\n \"sections\": [}]}", "o.json, line 2: this is not valid JSON"},
		{"another kind", `{"format": "celun-brief/1"}`, "there are no sections"},
		{"wrong kind of value", "{\"sections\": [\n{\"heading\": \"1\"}]}", "o.json, line 2: sections.heading holds the wrong kind of value (string)"},
		{"unknown field", "{\"sections\": [\n{\"figure\": \"x\"}]}", "o.json, line 2: the field \"figure\" is not known"},
		{"uneven table", `{"sections": [{"table": [["a", "b"], ["c"]]}]}`, "section 1: row 2 of the table has 1 cells and the first row 2"},
		{"strange cell", `{"sections": [{"table": [["a", true]]}]}`, "cell 2 in row 1 of the table in section 1"},
		{"two values", `{"sections": []} {}`, "not valid JSON"},
	} {
		b, err := FromOutline("o.json", []byte(c.in), OutlineOptions{})
		var p *language.Problem
		if b != nil || !errors.As(err, &p) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, %v; want …%s…", c.name, b, err, c.want)
			continue
		}
		if p.What.ZH == "" || p.What.ZH == p.What.EN {
			t.Errorf("%s: no Chinese in %+v", c.name, p)
		}
	}
}

// No character of the outlines for the benchmarks is lost on the way into a
// brief and through its file; only the headings' numbers go.
func TestBenchOutlines(t *testing.T) {
	dir := os.Getenv("CELUN_BENCH")
	if dir == "" {
		t.Skip("CELUN_BENCH names no folder of outlines")
	}
	for _, name := range []string{"brief-24.json", "brief-240.json", "brief-1200.json"} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		b, err := FromOutline(name, data, OutlineOptions{})
		if err != nil {
			t.Fatal(err)
		}
		file, err := Encode(b, nil)
		if err != nil {
			t.Fatal(err)
		}
		back, err := Decode("b.celun", file)
		if err != nil {
			t.Fatal(err)
		}
		in, p := readOutline(data)
		if p != nil {
			t.Fatal(p)
		}
		var want, got strings.Builder
		both := func(t language.Text) { want.WriteString(t.ZH + "\n" + t.EN + "\n") }
		both(in.Title)
		for i, s := range in.Sections {
			number := strconv.Itoa(i+1) + " "
			both(language.Text{ZH: strings.TrimPrefix(s.Heading.ZH, number), EN: strings.TrimPrefix(s.Heading.EN, number)})
			for _, p := range s.Pairs {
				both(p)
			}
			for _, row := range s.Table {
				for _, cell := range row {
					want.WriteString(strings.Trim(string(cell), `"`) + "\n")
				}
			}
			both(s.Source)
		}
		for at, text := range back.Addresses() {
			if at.Block == "" && at.Section == "" && at.Slot != TitleSlot || at.Slot == CaptionSlot {
				continue
			}
			got.WriteString(Plain(text) + "\n")
		}
		if diff := cmp.Diff(strings.Split(want.String(), "\n"), strings.Split(got.String(), "\n")); diff != "" {
			t.Errorf("%s:\n%.2000s", name, diff)
		}
	}
}

func FuzzFromOutline(f *testing.F) {
	f.Add([]byte(`{"title":{"zh":"甲"},"sections":[{"heading":{"zh":"1 水"},"pairs":[{"zh":"*a*"}],"table":[["a",{"zh":"b"},3]],"source":{}}]}`))
	f.Add([]byte(`{"sections":[{"table":[[],[]]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := FromOutline("o.json", data, OutlineOptions{ID: "x"})
		if err != nil {
			var p *language.Problem
			if b != nil || !errors.As(err, &p) || p.What.EN == "" || p.What.ZH == "" {
				t.Fatalf("%v, %v", b, err)
			}
			return
		}
		if _, err := Encode(b, nil); err != nil {
			t.Fatal(err)
		}
	})
}
