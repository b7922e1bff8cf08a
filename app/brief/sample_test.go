package brief

import (
	"encoding/json"
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
		Template: Template{ID: "policy-brief", Version: 3},
	}
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
	b.Sections[0].Blocks[0].unknown = map[string]json.RawMessage{"comments": json.RawMessage(`[{"by":"x"}]`)}
	b.parts = []part{{"media/map.png", []byte("picture")}}
	return b
}

// asJSON returns the brief's JSON, for comparing.
func asJSON(t testing.TB, b *Brief) string {
	t.Helper()
	data, err := encode(b)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
