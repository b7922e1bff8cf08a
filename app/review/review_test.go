package review

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"
)

func text(zh, en string) language.Text { return language.Text{ZH: zh, EN: en} }

func from(id string) *brief.Origin {
	return &brief.Origin{Pack: "p", Argument: id, Version: 1, Length: argument.Line}
}

// port is a small library: a challenge with evidence, answered by M1.
func port() *library.Library {
	arg := func(id string, k argument.Kind, links ...argument.Link) argument.Argument {
		return argument.Argument{ID: id, Kind: k, Version: 1, Claim: argument.Author, Title: text("题"+id, "Title "+id), Links: links}
	}
	link := func(k argument.LinkKind, to string) argument.Link { return argument.Link{Kind: k, To: to} }
	return library.New(&argument.Pack{ID: "p", Arguments: []argument.Argument{
		arg("C1", argument.Challenge), arg("C2", argument.Challenge),
		arg("M1", argument.Countermeasure, link(argument.Answers, "C1")),
		arg("M2", argument.Countermeasure), arg("M2.1", argument.Countermeasure, link(argument.PartOf, "M2"), link(argument.Answers, "C2")),
		arg("E1", argument.EvidenceKind, link(argument.Supports, "C1")),
		arg("E2", argument.EvidenceKind, link(argument.Supports, "M1"), link(argument.Supports, "C2")),
	}})
}

// sound is a brief about which there is nothing to say.
func sound() *brief.Brief {
	rec := func(id, zh, en string) brief.Block {
		return brief.Block{
			ID: id, Kind: brief.Recommendation, Answers: []string{"C1"},
			Recommendation: &brief.Action{
				Action: text(zh, en), Owner: text("港务局", "Port authority"),
				TimeFrame: text("2027年6月", "June 2027"), Means: text("招标", "Tender"), Indicator: text("水深", "Depth"),
			},
		}
	}
	return &brief.Brief{
		Format: brief.Format, ID: "x", Title: text("港口", "The port"),
		Meta: brief.Meta{
			Unit: text("某室", "A unit"), Contact: text("电话", "Telephone"), Date: "2026-11-22", Version: "1",
			Template: brief.Template{ID: "policy-brief", Version: 1},
		},
		Sections: []brief.Section{
			{ID: "s1", Slot: "key-messages", Heading: text("要点", "Key messages"), Required: true, Blocks: []brief.Block{
				{ID: "b1", Kind: brief.KeyMessages, Text: text("一句话。\n两句话。\n三句话。", "One.\nTwo.\nThree.")},
			}},
			{
				ID: "s2", Slot: "evidence", Heading: text("论据", "Evidence"), Required: true,
				LimitZH: brief.Limit{Soft: 190, Hard: 200}, LimitEN: brief.Limit{Soft: 90, Hard: 100},
				Blocks: []brief.Block{
					{ID: "b2", Kind: brief.Heading, Level: 2, Text: text("淤积", "Silt"), From: from("C1")},
					{ID: "b3", Kind: brief.Evidence, Text: text("水浅了3米[^lin]。", "It lost 3 m.[^lin]"), From: from("E1")},
					{ID: "b4", Kind: brief.Argument, Text: text("作者主张疏浚。", "The authors would dredge."), From: from("M1"), Answers: []string{"C1"}},
					{ID: "b5", Kind: brief.List, Text: text("甲\n乙", "A\nB")},
				},
			},
			{ID: "s3", Slot: "recommendations", Heading: text("建议", "Recommendations"), Required: true, Blocks: []brief.Block{rec("b6", "疏浚航道", "Dredge the channel"), rec("b7", "增设航标", "Add buoys"), rec("b8", "公布水深", "Publish depths")}},
			{ID: "s4", Slot: "sources", Heading: text("来源", "Sources"), Required: true, Blocks: []brief.Block{
				{ID: "b9", Kind: brief.References}, {ID: "b10", Kind: brief.Note, Text: text("说明。", "A note.")},
			}},
		},
		Sources: []argument.Source{{
			ID: "lin", Kind: "article", Language: language.ZH, Authors: []language.Text{text("林海", "Lin Hai")}, Title: text("港", "Port"),
			Container: text("航运", "Shipping"), Year: "2024", Pages: "3–9",
		}},
	}
}

func block(b *brief.Brief, id string) *brief.Block {
	k, _, _ := b.Block(id)
	return k
}

func TestSoundBriefHasNoFindings(t *testing.T) {
	if found := Run(sound(), port(), Options{Final: true}); len(found) != 0 {
		t.Errorf("found %+v", found)
	}
}

func TestSampleHasNoFindings(t *testing.T) {
	data, err := os.ReadFile("../../assets/sample/brief.json")
	if err != nil {
		t.Fatal(err)
	}
	b := &brief.Brief{}
	if err := json.Unmarshal(data, b); err != nil {
		t.Fatal(err)
	}
	const pack = "../../assets/packs/digital-diplomacy.yaml"
	data, err = os.ReadFile(pack)
	if err != nil {
		t.Fatal(err)
	}
	p, err := argument.Read(pack, data)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range Run(b, library.New(p), Options{Final: true}) {
		t.Errorf("%s %s %+v: %s", f.Code, f.Severity, f.Address, f.Message.EN)
	}
}

func TestEachCheckFindsWhatItIsFor(t *testing.T) {
	long := strings.Repeat("港", 201)
	for _, c := range []struct {
		name     string
		change   func(b *brief.Brief)
		code     string
		severity Severity
		at       brief.Address
		en       string // in the message
	}{
		{"required section empty", func(b *brief.Brief) { b.Sections[1].Blocks = nil; b.Sources = nil; b.Sections[2].Blocks = nil }, "S1", Error, brief.Address{Section: "s2", Slot: "heading", Language: "zh"}, "‘Evidence’ is required"},
		{"blank in a paragraph", func(b *brief.Brief) { block(b, "b10").Text = text("【待填：复核】", "[to fill: review]") }, "S1", Warning, brief.Address{Block: "b10"}, "To fill in: review"},
		{"blank in one language", func(b *brief.Brief) { block(b, "b10").Text.EN = "[to fill: review]" }, "S1", Warning, brief.Address{Block: "b10", Language: "en"}, "To fill in: review"},
		{"over the hard limit", func(b *brief.Brief) { block(b, "b3").Text.ZH = long + "[^lin]。" }, "S2", Error, brief.Address{Section: "s2", Slot: "heading", Language: "zh"}, "the limit is 200; cut"},
		{"over the soft limit", func(b *brief.Brief) { block(b, "b3").Text.EN = strings.Repeat("port ", 85) + "[^lin]" }, "S2", Warning, brief.Address{Section: "s2", Slot: "heading", Language: "en"}, "reads best within 90"},
		{"two key messages", func(b *brief.Brief) { block(b, "b1").Text = text("一。\n二。", "One.\nTwo.") }, "S4", Warning, brief.Address{Block: "b1", Language: "zh"}, "2 key messages in Chinese"},
		{"key message without a stop", func(b *brief.Brief) { block(b, "b1").Text.EN = "One.\nTwo\nThree." }, "S4", Warning, brief.Address{Block: "b1", Language: "en"}, "Key message 2 in English"},
		{"key message of two sentences", func(b *brief.Brief) { block(b, "b1").Text.ZH = "一。又一。\n二。\n三。" }, "S4", Warning, brief.Address{Block: "b1", Language: "zh"}, "Key message 1 in Chinese"},
		{"skipped level", func(b *brief.Brief) { block(b, "b2").Level = 3 }, "S6", Warning, brief.Address{Block: "b2"}, "make it level 2"},
		{"no English title", func(b *brief.Brief) { b.Title.EN = " " }, "S8", Error, brief.Address{Slot: "title", Language: "en"}, "The English title is missing"},
		{"title too long", func(b *brief.Brief) { b.Title.ZH = strings.Repeat("港", 41) }, "S8", Error, brief.Address{Slot: "title", Language: "zh"}, "has 41 characters, at most 40"},
		{"no date", func(b *brief.Brief) { b.Meta.Date = "" }, "S10", Warning, brief.Address{}, "no date"},
		{"no version", func(b *brief.Brief) { b.Meta.Version = "" }, "S10", Warning, brief.Address{}, "no version"},
		{"no unit", func(b *brief.Brief) { b.Meta.Unit = language.Text{} }, "S10", Warning, brief.Address{Slot: "unit"}, "issuing unit"},
		{"contact is a blank", func(b *brief.Brief) { b.Meta.Contact = text("【待填：电话】", "[to fill: telephone]") }, "S10", Warning, brief.Address{Slot: "contact"}, "telephone"},
		{"owner missing", func(b *brief.Brief) { block(b, "b7").Recommendation.Owner = language.Text{} }, "R1", Error, brief.Address{Block: "b7", Slot: "owner"}, "Recommendation 2 lacks an owner"},
		{"action without a verb", func(b *brief.Brief) {
			block(b, "b7").Recommendation.Action = text("航道的治理", "The management of the channel")
		}, "R1", Error, brief.Address{Block: "b7", Slot: "action", Language: "en"}, "does not say what is to be done"},
		{"action without a verb in one language", func(b *brief.Brief) {
			block(b, "b7").Recommendation.Action.EN = "Buoys and lights"
		}, "R1", Warning, brief.Address{Block: "b7", Slot: "action", Language: "en"}, "‘Buoys and lights’, names something"},
		{"owner is a blank", func(b *brief.Brief) {
			block(b, "b7").Recommendation.Owner = text("【待填：谁】", "[to fill: who]")
		}, "R1", Warning, brief.Address{Block: "b7", Slot: "owner"}, "To fill in: who"},
		{"answers nothing", func(b *brief.Brief) { block(b, "b6").Answers = nil }, "R2", Error, brief.Address{Block: "b6", Slot: "action"}, "Recommendation 1 answers none"},
		{"two recommendations", func(b *brief.Brief) { b.Sections[2].Blocks = b.Sections[2].Blocks[:2] }, "R5", Warning, brief.Address{Section: "s3", Slot: "heading"}, "There are 2 recommendations"},
		{"indicator missing", func(b *brief.Brief) { block(b, "b8").Recommendation.Indicator = language.Text{} }, "R7", Warning, brief.Address{Block: "b8", Slot: "indicator"}, "lacks an indicator"},
		{"challenge unanswered", func(b *brief.Brief) { block(b, "b4").From = nil }, "A1", Error, brief.Address{Block: "b2"}, "‘Title C1’ has no countermeasure in the brief: add ‘Title M1’"},
		{"countermeasure to something else", func(b *brief.Brief) { block(b, "b4").From, block(b, "b4").Answers = from("M2.1"), nil }, "A1", Error, brief.Address{Block: "b2"}, "‘Title C1’ has no countermeasure"},
		{"countermeasure of nobody", func(b *brief.Brief) { block(b, "b4").Text.EN = "Dredge." }, "A2", Warning, brief.Address{Block: "b4"}, "‘Title M1’ has no evidence"},
		{"evidence at hand", func(b *brief.Brief) { block(b, "b3").From = nil }, "A3", Warning, brief.Address{Block: "b2"}, "such as ‘Title E1’"},
		{"one language", func(b *brief.Brief) { block(b, "b10").Text.EN = "" }, "B1", Error, brief.Address{Block: "b10", Language: "en"}, "The English is missing, against ‘说明。’"},
		{"one side stale", func(b *brief.Brief) { block(b, "b4").State.EN = brief.Stale }, "B2", Warning, brief.Address{Block: "b4", Language: "en"}, "was not revised"},
		{"half-width comma", func(b *brief.Brief) { block(b, "b4").Text.ZH = "作者主张,疏浚。" }, "B7", Warning, brief.Address{Block: "b4", Language: "zh"}, "half-width"},
		{"Chinese comma", func(b *brief.Brief) { block(b, "b4").Text.EN = "The authors， they would dredge." }, "B7", Warning, brief.Address{Block: "b4", Language: "en"}, "Chinese punctuation"},
		{"straight quotes", func(b *brief.Brief) { block(b, "b4").Text.EN = `The authors would "dredge".` }, "B7", Hint, brief.Address{Block: "b4", Language: "en"}, "straight"},
		{"list items differ", func(b *brief.Brief) { block(b, "b5").Text.EN = "A" }, "B8", Warning, brief.Address{Block: "b5"}, "2 items in Chinese and 1 in English"},
		{"citations differ", func(b *brief.Brief) { block(b, "b3").Text.ZH = "水浅了3米。" }, "B9", Warning, brief.Address{Block: "b3"}, "none in Chinese, lin in English"},
		{"English far shorter", func(b *brief.Brief) { block(b, "b4").Text.ZH = "作者主张" + strings.Repeat("疏浚航道", 15) }, "B10", Warning, brief.Address{Block: "b4", Language: "en"}, "may be missing in the English"},
		{"source undefined", func(b *brief.Brief) {
			b.Sources[0].ID = "wu"
			block(b, "b3").Text = text("水浅了[^lin][^wu]。", "It lost 3 m.[^lin][^wu]")
		}, "E9", Error, brief.Address{Block: "b3", Language: "zh"}, "‘lin’ is cited and is not among the sources"},
		{"source uncited", func(b *brief.Brief) {
			b.Sources = append(b.Sources, argument.Source{ID: "wu", Title: text("吴", "Wu")})
		}, "E9", Error, brief.Address{}, "‘Wu’ is cited nowhere"},
		{"no list of sources", func(b *brief.Brief) { b.Sections[3].Blocks = b.Sections[3].Blocks[1:] }, "E9", Error, brief.Address{}, "no list of them"},
		{"no note on the making", func(b *brief.Brief) { b.Sections[3].Blocks = b.Sections[3].Blocks[:1] }, "E10", Warning, brief.Address{Section: "s4", Slot: "heading"}, "how it was made"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := sound()
			c.change(b)
			found := Run(b, port(), Options{})
			i := slices.IndexFunc(found, func(f Finding) bool {
				return f.Code == c.code && f.Severity == c.severity && f.Address == c.at && strings.Contains(f.Message.EN, c.en)
			})
			if i < 0 {
				t.Fatalf("%s was not found, but %+v", c.code, found)
			}
			if len(found[i].Message.Missing()) > 0 {
				t.Errorf("the message lacks a language: %+v", found[i].Message)
			}
		})
	}
}

func TestWhatSatisfiesTheArgumentChecks(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(b *brief.Brief)
	}{
		{"a challenge knowingly left open", func(b *brief.Brief) { block(b, "b2").Acknowledged = true; block(b, "b4").From = nil }},
		{"a countermeasure that answers through its part", func(b *brief.Brief) {
			block(b, "b2").From, block(b, "b4").From, block(b, "b3").From = from("C2"), from("M2"), from("E2")
			for _, id := range []string{"b4", "b6", "b7", "b8"} {
				block(b, id).Answers = []string{"C2"}
			}
		}},
		{"a countermeasure with evidence and no author", func(b *brief.Brief) {
			block(b, "b4").Text = text("疏浚。", "Dredge.")
			b.Sections[1].Blocks = append(b.Sections[1].Blocks, brief.Block{ID: "b11", Kind: brief.Evidence, From: from("E2"), Text: text("有效。", "It works.")})
		}},
		{"a countermeasure whose author is named at its first use", func(b *brief.Brief) {
			again := *block(b, "b4")
			again.ID, again.Text = "b11", text("前文已述。", "As above.")
			b.Sections[1].Blocks = append(b.Sections[1].Blocks, again)
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := sound()
			c.change(b)
			for _, f := range Run(b, port(), Options{}) {
				if f.Code[0] == 'A' {
					t.Errorf("found %+v", f)
				}
			}
		})
	}
}

func TestBlanksAreErrorsInAFinalCheck(t *testing.T) {
	b := sound()
	block(b, "b10").Text = text("【待填：复核】", "[to fill: review]")
	found := Run(b, port(), Options{Final: true})
	if len(found) != 1 || found[0].Severity != Error {
		t.Errorf("found %+v", found)
	}
}

func TestBlanksOfATableAreOneFinding(t *testing.T) {
	b := sound()
	blank := brief.Cell{Text: text("【待填：成本】", "[to fill: cost]")}
	b.Sections[1].Blocks = append(b.Sections[1].Blocks, brief.Block{ID: "b11", Kind: brief.Table, Table: &brief.Grid{Header: 1, Rows: [][]brief.Cell{{blank}, {blank}, {blank}}}})
	found := Run(b, port(), Options{})
	if len(found) != 1 || found[0].Message.EN != "To fill in, 3 cells: cost" || found[0].Message.ZH != "表中有 3 处待填：成本" {
		t.Errorf("found %+v", found)
	}
}

func TestFindingsFollowTheDocument(t *testing.T) {
	b := sound()
	b.Meta.Date = ""
	block(b, "b10").Text.EN = ""
	block(b, "b5").Text.EN = "A"
	block(b, "b1").Text.EN = "One\nTwo.\nThree."
	var at []string
	for _, f := range Run(b, port(), Options{}) {
		at = append(at, f.Address.Block)
	}
	if !slices.Equal(at, []string{"", "b1", "b5", "b10"}) {
		t.Errorf("in the order %q", at)
	}
}

// punctuated returns a text with the marks of its language.
func punctuated(l language.Language, text string) string {
	s := newSide(l, text, nil)
	return s.mended(widthSlip)
}

func TestPunctuation(t *testing.T) {
	for in, want := range map[string]string{
		"作者,他":         "作者，他",
		"比例为1,000人":    "比例为1,000人",
		"见(附件)说明":      "见（附件）说明",
		"3:2的比例":       "3:2的比例",
		"G20(二十国集团)成员": "G20（二十国集团）成员",
		"结束!":          "结束！",
		"Twitter, 推特":  "Twitter, 推特",
	} {
		if got := punctuated(language.ZH, in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{
		"the port， which":        "the port, which",
		"silt、fire":              "silt, fire",
		"done。":                  "done.",
		"the term 网络，数字 is kept": "the term 网络，数字 is kept",
		"plain, English.":        "plain, English.",
		"a （b） c":                "a (b) c",
	} {
		if got := punctuated(language.EN, in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}

// A reference is no word of the text, and yet one of the page.
func TestGapsBesideReferences(t *testing.T) {
	for _, c := range []struct {
		language language.Language
		text     string
		slips    int
	}{
		{language.EN, "As [#b7] shows, it silts.", 0},
		{language.EN, "It silts, see [#b7], and fast; see [#b7].", 0},
		{language.ZH, "见 [#b7]。", 0},
		{language.EN, "As [#b7] shows , it silts.", 1},
		{language.EN, "It  silts, see [#b7].", 1},
	} {
		s := newSide(c.language, c.text, nil)
		if len(s.marks) != c.slips {
			t.Errorf("%q has slips at %+v, want %d", c.text, s.marks, c.slips)
		}
	}
}

func TestWithoutALibraryArgumentsAreNotChecked(t *testing.T) {
	b := sound()
	block(b, "b4").From = nil
	if found := Run(b, nil, Options{}); len(found) != 0 {
		t.Errorf("found %+v", found)
	}
}
