package review

import (
	"slices"
	"strings"
	"testing"

	"celun/app/argument"
	"celun/app/article"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"
)

// quay is a library with what the built-in pack has none of: objections,
// evidence for and against, circles, theses.
func quay() *library.Library {
	arg := func(id string, k argument.Kind, links ...argument.Link) argument.Argument {
		return argument.Argument{
			ID: id, Kind: k, Version: 1, Claim: argument.Author, Title: text("题"+id, "Title "+id),
			Line: text("作者认为，"+id+"很要紧。", "The authors hold that "+id+" matters."), Links: links,
		}
	}
	link := func(k argument.LinkKind, to string) argument.Link { return argument.Link{Kind: k, To: to} }
	e1 := arg("E1", argument.EvidenceKind, link(argument.Supports, "C1"))
	e1.Line = text("水浅了3米，占吞吐量的47%。", "It lost 3 m, 47% of its trade.")
	return library.New(&argument.Pack{
		ID: "p", Source: argument.Source{ID: "lin"},
		Arguments: []argument.Argument{
			arg("C1", argument.Challenge), arg("C2", argument.Challenge),
			arg("M1", argument.Countermeasure, link(argument.Answers, "C1")),
			arg("M2", argument.Countermeasure, link(argument.Answers, "C2")),
			e1,
			arg("E2", argument.EvidenceKind, link(argument.Supports, "M1"), link(argument.Opposes, "M1")),
			arg("O1", argument.Conclusion, link(argument.Opposes, "M1")),
			arg("R1", argument.Role, link(argument.Supports, "R2")), arg("R2", argument.Role, link(argument.Supports, "R1")),
			arg("R3", argument.Role),
			arg("P1", argument.Thesis), arg("P2", argument.Thesis),
		},
	})
}

func put(b *brief.Brief, section int, k brief.Block) {
	b.Sections[section].Blocks = append(b.Sections[section].Blocks, k)
}

func TestChecksOfEachFamily(t *testing.T) {
	for _, c := range []struct {
		name     string
		change   func(b *brief.Brief)
		code     string
		severity Severity
		at       brief.Address
		en       string // in its message
	}{
		{"a key message that the summary passes over", func(b *brief.Brief) {
			b.Sections = slices.Insert(b.Sections, 1, brief.Section{ID: "s9", Slot: "summary", Heading: text("摘要", "Summary"), Blocks: []brief.Block{
				{ID: "b20", Kind: brief.Paragraph, Text: text("航道疏浚资金已经落实，分三期拨付到位。", "Money for dredging the channel is there and comes in three parts.")},
			}})
			block(b, "b1").Text = text("航道疏浚须分期进行。\n疏浚资金由港务局拨付。\n渔业协会反对夜间鸣笛扰民。", "The channel is dredged in parts.\nThe port pays for dredging money.\nFishermen object to horns sounded after midnight.")
		}, "S5", Warning, brief.Address{Block: "b1", Language: "zh"}, "passes over"},
		{"two theses in an advisory report", func(b *brief.Brief) {
			b.Meta.Template.ID = "advisory-report"
			put(b, 1, brief.Block{ID: "b20", Kind: brief.Argument, From: from("P1"), Text: text("作者主张甲。", "The authors hold A.")})
			put(b, 1, brief.Block{ID: "b21", Kind: brief.Argument, From: from("P2"), Text: text("作者主张乙。", "The authors hold B.")})
		}, "S9", Error, brief.Address{Block: "b21"}, "argues one thing only"},
		{"a recommendation on nothing", func(b *brief.Brief) {
			block(b, "b3").From, block(b, "b4").Text = nil, text("疏浚。", "Dredge.")
		}, "R3", Error, brief.Address{Block: "b6", Slot: "action"}, "rests on no evidence"},
		{"a recommendation out of the blue", func(b *brief.Brief) {
			put(b, 1, brief.Block{ID: "b20", Kind: brief.Paragraph, Text: text("监测站记录潮位变化并及时通报船舶。", "Gauges record the tide and tell ships of changes in good time.")})
			block(b, "b7").Recommendation.Action = text("开办渔民子女寄宿学校", "Open boarding schools for fishermen’s children")
		}, "R4", Warning, brief.Address{Block: "b7", Slot: "action"}, "has not discussed"},
		{"a time frame without an end", func(b *brief.Brief) {
			block(b, "b7").Recommendation.TimeFrame = text("条件成熟后", "When conditions allow")
		}, "R6", Warning, brief.Address{Block: "b7", Slot: "time_frame", Language: "zh"}, "neither a date nor a period"},
		{"a time frame that is over", func(b *brief.Brief) {
			block(b, "b7").Recommendation.TimeFrame = text("2026年6月", "June 2026")
		}, "R6", Warning, brief.Address{Block: "b7", Slot: "time_frame", Language: "zh"}, "before the date of the brief"},
		{"a recommendation said twice", func(b *brief.Brief) {
			block(b, "b8").Recommendation.Action = block(b, "b7").Recommendation.Action
		}, "R8", Warning, brief.Address{Block: "b8", Slot: "action"}, "recommendation 2"},
		{"arguments in a circle", func(b *brief.Brief) {
			put(b, 1, brief.Block{ID: "b20", Kind: brief.Argument, From: from("R1"), Text: text("作者认为甲。", "The authors hold A.")})
		}, "A4", Error, brief.Address{Block: "b20"}, "supports itself"},
		{"evidence for and against", func(b *brief.Brief) {
			put(b, 1, brief.Block{ID: "b20", Kind: brief.Evidence, From: from("E2"), Text: text("有效[^lin]。", "It works.[^lin]")})
		}, "A6", Warning, brief.Address{Block: "b20"}, "for and against"},
		{"a grade that the sources do not earn", func(b *brief.Brief) {
			block(b, "b1").Text = text("疏浚有效，证据充分。\n两句话。\n三句话。", "Dredging works, on strong evidence.\nTwo.\nThree.")
		}, "A7", Warning, brief.Address{Block: "b1", Language: "en"}, "stronger evidence"},
		{"an argument without links", func(b *brief.Brief) {
			put(b, 1, brief.Block{ID: "b20", Kind: brief.Argument, From: from("R3"), Text: text("作者认为甲。", "The authors hold A.")})
		}, "A8", Hint, brief.Address{Block: "b20"}, "no link"},
		{"a claim of nobody", func(b *brief.Brief) {
			put(b, 1, brief.Block{ID: "b20", Kind: brief.Argument, From: from("R2"), Text: text("港口是枢纽。", "The port is a hub.")})
		}, "A3", Warning, brief.Address{Block: "b20"}, "the authors’ claim"},
		{"a source without year and journal", func(b *brief.Brief) {
			b.Sources[0].Year, b.Sources[0].Container = "", language.Text{}
		}, "E1", Warning, brief.Address{}, "To fill in: the year and journal"},
		{"a source without pages", func(b *brief.Brief) { b.Sources[0].Pages = "" }, "E3", Warning, brief.Address{}, "no printed pages"},
		{"a source of no language", func(b *brief.Brief) { b.Sources[0].Language = "" }, "E4", Warning, brief.Address{}, "does not say in which"},
		{"at second hand", func(b *brief.Brief) {
			block(b, "b10").Text = text("转引自某书。", "As cited in a book.")
		}, "E5", Warning, brief.Address{Block: "b10", Language: "zh"}, "second hand"},
		{"one source for all", func(b *brief.Brief) {
			put(b, 1, brief.Block{ID: "b20", Kind: brief.Evidence, From: from("E1"), Text: text("航速减半[^lin]。", "Ships go at half speed.[^lin]")})
		}, "E6", Warning, brief.Address{Block: "b20"}, "one source"},
		{"an old source for the present", func(b *brief.Brief) {
			b.Sources[0].Year = "2015"
			block(b, "b3").Text = text("目前水浅了3米[^lin]。", "It has now lost 3 m.[^lin]")
		}, "E7", Warning, brief.Address{Block: "b3", Language: "zh"}, "cites a source of 2015"},
		{"a figure that no evidence has", func(b *brief.Brief) {
			block(b, "b3").Text = text("水浅了3米，占吞吐量的52%[^lin]。", "It lost 3 m, 52% of its trade.[^lin]")
		}, "E8", Warning, brief.Address{Block: "b3", Language: "zh"}, "‘52%’ is in no evidence"},
		{"a reference to what is gone", func(b *brief.Brief) {
			block(b, "b10").Text = text("见[#b99]。", "See [#b99].")
		}, "E9", Error, brief.Address{Block: "b10", Language: "zh"}, "no longer in the brief"},
		{"headings unlike each other", func(b *brief.Brief) {
			b.Sections[1].Heading.EN = "Evidence And Arguments Of All Kinds"
			for i, h := range []string{"Key messages of it", "", "The recommendations made", "Where it comes from"} {
				if h != "" {
					b.Sections[i].Heading.EN = h
				}
			}
		}, "B14", Hint, brief.Address{Section: "s2", Slot: "heading", Language: "en"}, "capitalised unlike"},
		{"an objective without a question", func(b *brief.Brief) {
			b.Sections = append(b.Sections, brief.Section{ID: "s9", Slot: "objectives", Heading: text("目标", "Objectives"), Blocks: []brief.Block{
				{ID: "b20", Kind: brief.List, Text: text("说明航道淤积的原因\n比较三种挖泥船型", "Explain why the channel silts\nCompare three kinds of dredger")},
				{ID: "b21", Kind: brief.Question, Text: text("航道为何淤积？", "Why does the channel silt?")},
			}})
		}, "H2", Warning, brief.Address{Block: "b20"}, "Compare three kinds"},
		{"a term that is not used", func(b *brief.Brief) {
			put(b, 3, brief.Block{ID: "b20", Kind: brief.TermList, Terms: []brief.Entry{
				{ID: "t1", Term: text("疏浚", "dredging"), Definition: text("挖泥。", "Digging mud.")},
				{ID: "t2", Term: text("压载水", "ballast water"), Definition: text("压舱的水。", "Water in the hold.")},
			}})
		}, "H3", Warning, brief.Address{Block: "b20"}, "‘ballast water’"},
		{"no space to write in", func(b *brief.Brief) {
			put(b, 3, brief.Block{ID: "b20", Kind: brief.Exercise, Space: 5, Text: text("写一写。", "Write.")})
		}, "H4", Warning, brief.Address{Block: "b20"}, "5 mm to write in"},
		{"a comment left", func(b *brief.Brief) {
			block(b, "b4").Comments = []brief.Comment{{ID: "c1", Text: "?"}, {ID: "c2", Text: "!", Done: true}}
		}, "C3", Hint, brief.Address{Block: "b4"}, "is 1 comment"},
		{"a long sentence", func(b *brief.Brief) {
			block(b, "b10").Kind = brief.Paragraph
			block(b, "b10").Text = text("说明。", "It was "+strings.Repeat("made and ", 15)+"checked.")
		}, "G2", Hint, brief.Address{Block: "b10", Language: "en"}, "33 words"},
		{"hedged twice", func(b *brief.Brief) {
			block(b, "b4").Text = text("作者主张疏浚约三十天左右。", "The authors would dredge for about thirty days.")
		}, "G1", Hint, brief.Address{Block: "b4", Language: "zh"}, "keep one of them"},
		{"a passive recommendation", func(b *brief.Brief) {
			block(b, "b7").Recommendation.Action = text("增设航标", "Buoys should be added")
		}, "G2", Hint, brief.Address{Block: "b7", Slot: "action", Language: "en"}, "passive"},
		{"a key message without a grade", func(b *brief.Brief) {
			block(b, "b1").Text = text("疏浚或可奏效。\n两句话。\n三句话。", "Dredging may work.\nTwo.\nThree.")
		}, "G2", Hint, brief.Address{Block: "b1", Language: "en"}, "how sure it is"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := sound()
			b.Waivers = []brief.Waiver{{Code: "A5", Block: "b4", Reason: "seen below"}}
			c.change(b)
			found := Run(b, quay(), Options{})
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

func TestHiddenObjectionsAndMisplacedCountermeasures(t *testing.T) {
	b := sound()
	has := func(code string) bool {
		return slices.ContainsFunc(Run(b, quay(), Options{}), func(f Finding) bool { return f.Code == code })
	}
	if !has("A5") {
		t.Error("an objection that is not mentioned is not found")
	}
	put(b, 1, brief.Block{ID: "b20", Kind: brief.Argument, From: from("O1"), Text: text("作者也提醒，费用不低。", "The authors caution that it is dear.")})
	if has("A5") {
		t.Error("an objection that is mentioned is found")
	}
	// b2 is taken from C1, and b21 stands under it.
	put(b, 1, brief.Block{ID: "b21", Kind: brief.Argument, From: from("M2"), Answers: []string{"C2"}, Text: text("作者主张别的。", "The authors would do other things.")})
	if !has("A9") {
		t.Error("a countermeasure under another challenge is not found")
	}
	block(b, "b21").Answers = []string{"C1"}
	if has("A9") {
		t.Error("a countermeasure under its challenge is found")
	}
}

func TestFirstSentencesAndCitations(t *testing.T) {
	b := sound()
	block(b, "b4").Text = text("作者主张疏浚；费用不低。另请补助。", "The authors would dredge; it is dear. They ask for aid.")
	var said []string
	for _, s := range FirstSentences(b) {
		said = append(said, s.Text.ZH+"/"+s.Text.EN)
	}
	want := []string{"要点/Key messages", "一句话。/One.", "两句话。/Two.", "三句话。/Three.", "论据/Evidence", "淤积/Silt", "水浅了3米。/It lost 3 m.", "作者主张疏浚；费用不低。/The authors would dredge; it is dear.", "建议/Recommendations", "疏浚航道/Dredge the channel", "增设航标/Add buoys", "公布水深/Publish depths", "来源/Sources"}
	if !slices.Equal(said, want) {
		t.Errorf("first sentences:\n%q, want\n%q", said, want)
	}
	block(b, "b3").Text.ZH = "前言。水浅了“三米多，并且还在变浅”[^lin|12]。"
	all := Citations(b, map[string]*article.Article{"lin": opened(t, "三米多并且还在变浅")})
	if len(all) != 1 || all[0].Says != "水浅了“三米多，并且还在变浅”" || all[0].Pages != "12" || !all[0].Quoted || !all[0].Right || all[0].Title.EN != "Port" {
		t.Errorf("citations %+v", all)
	}
}

func TestSentencesPutTogetherAreTheText(t *testing.T) {
	for _, c := range []struct {
		l    language.Language
		text string
		n    int
	}{
		{language.ZH, "一句[^lin]。两句；还是两句。“三句。”四句", 4},
		{language.EN, "One.[^lin] Two, No. 7; still two. ‘Three.’ Four", 4},
		{language.EN, "**One.** Two.", 2},
		{language.ZH, "没有句号", 1},
		{language.ZH, "", 0},
	} {
		all := whole(c.l, c.text)
		if len(all) != c.n || strings.Join(all, "") != c.text {
			t.Errorf("%q: %d sentences %q", c.text, len(all), all)
		}
	}
}

// A section that was overfilled is brought within its limit in both languages.
func TestOverfilledSectionIsTrimmed(t *testing.T) {
	b := sound()
	put(b, 1, brief.Block{ID: "b20", Kind: brief.Paragraph, State: brief.States{ZH: brief.Draft, EN: brief.Draft}, Text: text(
		"航道要紧。"+strings.Repeat("监测站记录潮位变化并及时通报船舶。", 14),
		"The channel matters."+strings.Repeat(" Gauges record the tide.", 14),
	)})
	found := Run(b, port(), Options{})
	i := slices.IndexFunc(found, func(f Finding) bool { return f.Code == "S2" })
	if i < 0 || found[i].Edit == nil || !strings.Contains(found[i].Mend.EN, "sentence") {
		t.Fatalf("found %+v", found)
	}
	h := brief.NewHistory(b)
	if err := h.Do(found[i].Edit); err != nil {
		t.Fatal(err)
	}
	for _, f := range Run(h.Brief(), port(), Options{}) {
		if f.Severity == Error {
			t.Errorf("found %+v", f)
		}
	}
	k, _, _ := h.Brief().Block("b20")
	if strings.Count(k.Text.ZH, "。") != strings.Count(k.Text.EN, ".") || !strings.HasPrefix(k.Text.ZH, "航道要紧。") || k.State.EN != brief.Draft {
		t.Errorf("left is %+v", k)
	}
}

// A citation of nothing is taken out in both languages at once.
func TestACitationOfNothingIsRemovedInBothLanguages(t *testing.T) {
	b := sound()
	block(b, "b4").Text = text("作者主张疏浚[^nobody]。", "The authors would dredge.[^nobody]")
	for _, f := range Run(b, nil, Options{}) {
		if f.Code != "E9" {
			continue
		}
		next := *b
		if _, err := f.Edit.Apply(&next); err != nil {
			t.Fatal(err)
		}
		if left := Run(&next, nil, Options{}); len(left) != 0 {
			t.Errorf("left is %+v", left)
		}
		return
	}
	t.Error("it is not found")
}
