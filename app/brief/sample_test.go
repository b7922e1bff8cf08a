package brief

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image"
	"image/png"
	"testing"

	"celun/app/argument"
	"celun/app/language"
)

// rich returns a brief with every kind of block and every field filled in.
func rich() *Brief {
	b := New("aaaabbbbccccddddeeeeffffgg")
	b.Title = language.Text{ZH: "弥合数字鸿沟", EN: "Closing the digital divide"}
	b.Subtitle = language.Text{ZH: "四项对策", EN: "Four countermeasures"}
	b.Meta = Meta{
		Series: language.Text{ZH: "政策简报", EN: "Policy brief"}, Number: language.Text{ZH: "第7期", EN: "No. 7"},
		Unit: language.Text{ZH: "研究室", EN: "Research office"}, Author: language.Text{ZH: "李明", EN: "Li Ming"},
		Contact: language.Text{ZH: "内线 12", EN: "Extension 12"}, Audience: language.Text{ZH: "供决策参考", EN: "For decision"},
		Date: "2026-11-22", Version: "v2", Prevailing: language.ZH, Layout: Facing, Lead: language.EN,
		Page: Page{
			Paper: A3, Landscape: true, Body: "小四", Measure: "28字", Leading: 1.75, Grid: true, Lines: 22, Hanging: true,
			Phrases: true, Tight: true, Spread: true, Pinyin: true, Faces: Faces{"SimSun", "SimHei", "KaiTi", "FangSong", "小标宋"},
		},
		Cover: true, Contents: true, Logo: "media/map.png",
		Disclaimer: language.Text{ZH: "仅代表作者观点", EN: "The author's views alone"},
		Template:   Template{ID: "policy-brief", Version: 3},
	}
	b.Waivers = []Waiver{{Code: "B10", Block: "b1", Language: language.EN, Reason: "meant", By: "李明", Date: "2026-11-22", Digest: "0a1b2c", What: language.Text{ZH: "短", EN: "short"}}, {Code: "S1", Section: "s1", Reason: "short"}}
	b.Sources = []argument.Source{{
		ID: "han", Kind: "article", Authors: []language.Text{{ZH: "韩某", EN: "Han"}},
		Title: language.Text{ZH: "文章", EN: "Article"}, Container: language.Text{ZH: "刊物", EN: "Journal"},
		Publisher: language.Text{ZH: "社", EN: "Press"}, Year: "2022", Volume: "1", Issue: "2", Pages: "3–4", URL: "https://example.org",
	}}
	text := language.Text{ZH: "**要点**见[^han]。", EN: "The *point* <is> & was.[^han]"}
	first := Section{
		ID: b.NewSectionID(), Slot: "key-messages", Heading: language.Text{ZH: "要点", EN: "Key messages"},
		Purpose: language.Text{ZH: "先读", EN: "Read first"}, Required: true, Unnumbered: true,
		LimitZH: Limit{Soft: 180, Hard: 240}, LimitEN: Limit{Soft: 120, Hard: 160},
	}
	for _, k := range Kinds() {
		blk := Block{ID: b.NewBlockID(), Kind: k, Text: text, State: States{ZH: Draft, EN: Reviewed}}
		switch k {
		case Heading:
			blk.Level = 3
		case Argument:
			blk.From = &Origin{Pack: "p", Argument: "C1", Version: 2, Length: argument.Statement}
			blk.Acknowledged = true
		case Recommendation:
			blk.Answers = []string{"C1", "C2"}
			blk.Recommendation = &Action{
				Action: language.Text{ZH: "建平台", EN: "Build"}, Owner: language.Text{ZH: Blank(language.ZH, "责任单位"), EN: Blank(language.EN, "responsible unit")},
				TimeFrame: language.Text{ZH: "2027年", EN: "2027"}, Means: language.Text{ZH: "资金", EN: "Money"}, Indicator: language.Text{ZH: "覆盖率", EN: "Coverage"},
			}
		case Table, Options:
			blk.Table = &Grid{
				Caption: language.Text{ZH: "表", EN: "Table"}, Header: 1, Widths: []float64{0.4, 0.6},
				Rows: [][]Cell{
					{{Text: language.Text{ZH: "项", EN: "Item"}}, {Same: "2024"}},
					{{Same: "41%"}, {Text: language.Text{ZH: "有", EN: "Yes"}}},
				},
			}
		case FigureKind:
			blk.Figure = &Figure{
				Form: BarForm, Caption: language.Text{ZH: "图", EN: "Figure"}, Alt: language.Text{ZH: "两根柱", EN: "Two bars"}, Width: 0.5, Media: "media/map.png",
				Data:  []Datum{{Label: language.Text{ZH: "甲", EN: "A"}, Value: 1.5, Unit: language.Text{ZH: "亿", EN: "hundred million"}, Date: "2024", Evidence: "E1"}},
				Nodes: []Node{{ID: "C1", Kind: "challenge", Label: language.Text{ZH: "挑战", EN: "Challenge"}, Number: 1}, {ID: "M1", Kind: "countermeasure", Label: language.Text{ZH: "对策", EN: "Countermeasure"}}},
				Edges: []Edge{{From: "M1", To: "C1", Kind: "answers"}},
			}
		case Timeline:
			blk.Events = []Event{{Date: "2024-05", Text: text, Evidence: "E1"}, {When: language.Text{ZH: "近年", EN: "lately"}, Text: text}}
		case TermList:
			blk.Terms = []Entry{{ID: "t1", Term: language.Text{ZH: "数字鸿沟", EN: "digital divide"}, Pinyin: "shù zì hóng gōu", Definition: text}}
		case Question, Exercise:
			blk.Space, blk.Answer, blk.Minutes, blk.For = 30, text, 5, Trainer
			blk.Comments = []Comment{{ID: "c", Author: "王", Date: "2026-11-22", Language: language.ZH, Text: "再想", Done: true}, {ID: "d", Text: "again"}}
		}
		first.Blocks = append(first.Blocks, blk)
	}
	b.Sections = append(b.Sections, first)
	for range 3 {
		s := Section{ID: b.NewSectionID(), Heading: language.Text{ZH: "节", EN: "Section"}}
		b.Sections = append(b.Sections, s)
	}
	b.Sections[1].Blocks = []Block{{ID: b.NewBlockID(), Kind: Paragraph, Text: text}}
	b.unknown = map[string]json.RawMessage{"later": json.RawMessage(`{"a":[1]}`)}
	b.Sections[0].unknown = map[string]json.RawMessage{"colour": json.RawMessage(`"red"`)}
	b.Sections[0].Blocks[0].unknown = map[string]json.RawMessage{"mood": json.RawMessage(`[{"by":"x"}]`)}
	b.parts = []part{{"media/map.png", picture(4, 3)}}
	return b
}

// picture returns a PNG of a size in pixels.
func picture(width, height int) []byte {
	var out bytes.Buffer
	if err := png.Encode(&out, image.NewGray(image.Rect(0, 0, width, height))); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// asJSON returns the brief's JSON and its media, for comparing.
func asJSON(t testing.TB, b *Brief) string {
	t.Helper()
	data, err := encode(b)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// whole returns all that a brief holds, its media too, for comparing.
func whole(t testing.TB, b *Brief) string {
	t.Helper()
	s := asJSON(t, b)
	for _, p := range b.parts {
		s += fmt.Sprintf("\n%s %x", p.name, p.data)
	}
	return s
}
