package review

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"
	"celun/app/template"
)

func builtIn(t testing.TB) *argument.Pack {
	t.Helper()
	const file = "../../assets/packs/digital-diplomacy.yaml"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	p, err := argument.Read(file, data)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// numbersIn returns the findings about the numbers of a brief.
func numbersIn(b *brief.Brief) []Finding {
	r := &run{brief: b, reviewer: NewReviewer(nil), rooms: map[string]room{}}
	r.collect()
	for i := range r.pairs {
		r.numbers(&r.pairs[i])
	}
	return r.findings
}

// numbersOfPair returns the findings about one pair, in block b10.
func numbersOfPair(zh, en string) []Finding {
	b := sound()
	block(b, "b10").Text = text(zh, en)
	return numbersIn(b)
}

func TestNumbersOfTheBuiltInPackAgree(t *testing.T) {
	p := builtIn(t)
	pairs := 0
	check := func(id string, pair language.Text) {
		pairs++
		for _, f := range numbersOfPair(pair.ZH, pair.EN) {
			t.Errorf("%s: %s\n\t%s\n\t%s", id, f.Message.EN, pair.ZH, pair.EN)
		}
	}
	for i := range p.Arguments {
		a := &p.Arguments[i]
		for _, length := range []argument.Length{argument.Title, argument.Line, argument.Statement} {
			check(a.ID, a.At(length))
		}
		check(a.ID, a.Note)
		for _, l := range a.Links {
			check(a.ID, l.Reason)
		}
	}
	if pairs < 200 {
		t.Errorf("only %d pairs", pairs)
	}
}

func TestNumbersOfDraftsAgree(t *testing.T) {
	templates, err := template.ReadAll(os.DirFS("../../templates"))
	if err != nil {
		t.Fatal(err)
	}
	lib := library.New(builtIn(t))
	for _, tm := range templates {
		for _, challenges := range [][]string{{"C1"}, {"C2"}, {"C3"}, {"C4"}, {"C1", "C2", "C3", "C4"}} {
			b, _, err := template.Fill(tm, lib, template.Choice{Challenges: challenges, ID: "test", Date: "2026-11-22"})
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range numbersIn(b) {
				t.Errorf("%s %v, %+v: %s", tm.ID, challenges, f.Address, f.Message.EN)
			}
		}
	}
}

// outlines reads the briefs of CELUN_BENCH.
func outlines(t testing.TB) []*brief.Brief {
	t.Helper()
	folder := os.Getenv("CELUN_BENCH")
	if folder == "" {
		t.Skip("CELUN_BENCH does not name the folder of the outlines")
	}
	files, err := filepath.Glob(filepath.Join(folder, "brief-*.json"))
	if err != nil || len(files) == 0 {
		t.Skip("there are no outlines:", err)
	}
	var all []*brief.Brief
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		b, err := brief.FromOutline(filepath.Base(file), data, brief.OutlineOptions{})
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, b)
	}
	return all
}

// The outlines' notes on sources name the year of a bulletin in Chinese
// alone: that is found, and nothing else is.
func TestNumbersOfTheOutlinesAgree(t *testing.T) {
	for _, b := range outlines(t) {
		for _, f := range numbersIn(b) {
			at := f.Address
			at.Language = language.ZH
			zh, _ := b.Text(at)
			at.Language = language.EN
			en, _ := b.Text(at)
			if f.Code == "B4" && strings.HasPrefix(zh, "资料来源：") && strings.HasPrefix(en, "Source: ") {
				continue
			}
			t.Errorf("%s: %s\n\t%s\n\t%s", f.Code, f.Message.EN, zh, en)
		}
	}
}

func TestNumbersThatDifferAreFound(t *testing.T) {
	for _, c := range []struct {
		name     string
		zh, en   string
		code     string
		severity Severity
		language language.Language
		message  language.Text // a part of it
		fix      string
	}{
		{
			"magnitude", "覆盖**8.5亿**人[^lin]。", "It reaches **85 million** people.[^lin]", "B3", Error, "en",
			text("相差10倍，多半是换算万、亿与million、billion时错位；中文若无误，英文应为“850 million”", "are 10 times apart, most likely a slip between 万 or 亿 and million or billion; if the Chinese is right, the English should read ‘850 million’"),
			"It reaches **850 million** people.[^lin]",
		},
		{
			"points", "满意度提高4个百分点。", "Satisfaction rose by *4%*.", "B3", Error, "en",
			text("一边是百分比，一边是百分点", "one is per cent, the other percentage points"),
			"Satisfaction rose by *4 percentage points*.",
		},
		{
			"date", "2027年1月29日前决定。", "Decide by 29 February 2027.", "B4", Warning, "en",
			text("时间不同", "are different dates"), "Decide by 29 January 2027.",
		},
		{
			"currency", "拨款3亿元。", "A grant of $300 million.", "B3", Error, "en",
			text("数字相同而单位不同，请核对", "different units; check which is right"), "",
		},
		{
			"multiple", "增长了三倍。", "It is three times as much.", "B3", Error, "en",
			text("增长了三倍”是原来的四倍", "增长了三倍 is four times as much"), "It is four times as much.",
		},
		{
			"bound", "超过30%。", "Less than 30%.", "B3", Warning, "en",
			text("一边是超过，一边是不足", "one is more than the number"), "",
		},
		{
			"direction", "增长到30%。", "It increased by 30%.", "B3", Warning, "en",
			text("变化的方向或幅度不同", "different changes"), "",
		},
		{
			"missing in English", "覆盖率为66%。", "Coverage is wide.", "B3", Error, "en",
			text("中文有“66%”，英文没有相应的数字", "The Chinese has ‘66%’ and the English no such figure"), "",
		},
		{
			"missing in Chinese", "覆盖面广。", "Coverage is 66%.", "B3", Error, "zh",
			text("英文有“66%”，中文没有相应的数字", "The English has ‘66%’ and the Chinese no such figure"), "",
		},
		{
			"a year missing", "自2024年起试行。", "On trial.", "B4", Warning, "en",
			text("中文有“2024年”", "The Chinese has ‘2024年’"), "",
		},
		{
			"small numbers in words", "为期三年。", "It takes four years.", "B3", Hint, "en",
			text("数值不同", "have different values"), "It takes three years.",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := numbersOfPair(c.zh, c.en)
			if len(found) != 1 {
				t.Fatalf("%d findings: %+v", len(found), found)
			}
			f := found[0]
			if f.Code != c.code || f.Severity != c.severity || f.Address != (brief.Address{Block: "b10", Language: c.language}) {
				t.Errorf("%s %s at %+v", f.Code, f.Severity, f.Address)
			}
			if !strings.Contains(f.Message.ZH, c.message.ZH) || !strings.Contains(f.Message.EN, c.message.EN) {
				t.Errorf("message: %+v", f.Message)
			}
			if f.Fix != c.fix {
				t.Errorf("fix %q, want %q", f.Fix, c.fix)
			}
		})
	}
}

func TestTheFindingPointsAtTheDoubtedSide(t *testing.T) {
	const zh, en = "覆盖8.5亿人。", "It reaches 85 million people."
	for _, c := range []struct {
		name   string
		change func(b *brief.Brief)
		want   language.Language
		fix    string
	}{
		{"Chinese leads", func(*brief.Brief) {}, "en", "It reaches 850 million people."},
		{"English leads", func(b *brief.Brief) { b.Meta.Lead = language.EN }, "zh", "覆盖8500万人。"},
		{"English prevails", func(b *brief.Brief) { b.Meta.Prevailing = language.EN }, "zh", "覆盖8500万人。"},
		{"Chinese is stale", func(b *brief.Brief) { block(b, "b10").State.ZH = brief.Stale }, "zh", "覆盖8500万人。"},
	} {
		b := sound()
		block(b, "b10").Text = text(zh, en)
		c.change(b)
		found := numbersIn(b)
		if len(found) != 1 || found[0].Address.Language != c.want || found[0].Fix != c.fix {
			t.Errorf("%s: %+v", c.name, found)
		}
	}
}

func TestNumbersOfEveryPlaceAreCompared(t *testing.T) {
	b := sound()
	b.Title = text("2026年的港口", "The port in 2025")
	b.Sections[1].Heading = text("论据100条", "Evidence: 1,000 items")
	block(b, "b7").Recommendation.TimeFrame = text("2027年6月", "July 2027")
	b.Meta.Contact = text("010-8000 1234", "+86 10 8000 4321")
	var at []brief.Address
	for _, f := range Run(b, port(), Options{}) {
		if f.Code == "B3" || f.Code == "B4" {
			at = append(at, f.Address)
		}
	}
	want := []brief.Address{
		{Slot: brief.TitleSlot, Language: "en"},
		{Section: "s2", Slot: brief.HeadingSlot, Language: "en"},
		{Block: "b7", Slot: brief.TimeFrameSlot, Language: "en"},
	}
	if !slices.Equal(at, want) {
		t.Errorf("found at %+v", at)
	}
}

// BenchmarkNumbers is the check of the outline of 240 pairs.
func BenchmarkNumbers(b *testing.B) {
	for _, o := range outlines(b) {
		b.Run(o.Title.EN+" "+strconv.Itoa(len(o.Sections)), func(b *testing.B) {
			for b.Loop() {
				numbersIn(o)
			}
		})
	}
}
