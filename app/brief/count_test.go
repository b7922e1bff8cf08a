package brief

import (
	"testing"

	"celun/app/language"

	"github.com/google/go-cmp/cmp"
)

func TestLabels(t *testing.T) {
	text := language.Text{ZH: "字", EN: "word"}
	table := &Grid{Caption: text, Header: 1, Rows: [][]Cell{{{}}}}
	figure := &Figure{Form: BarForm, Caption: text}
	b := New("x")
	b.Sections = []Section{
		{ID: "s1", Heading: language.Text{ZH: "**要点**", EN: "Key messages"}, Unnumbered: true, Blocks: []Block{{ID: "b1", Kind: Paragraph}}},
		{ID: "s2", Blocks: []Block{
			{ID: "b2", Kind: Table, Table: table},
			{ID: "b3", Kind: Heading, Level: 2},
			{ID: "b4", Kind: FigureKind, Figure: figure},
			{ID: "b5", Kind: Table, Table: &Grid{Header: 1, Rows: [][]Cell{{{}}}}}, // no caption, no number
			{ID: "b6", Kind: Recommendation},
			{ID: "b7", Kind: Recommendation},
			{ID: "b8", Kind: Heading, Level: 3},
			{ID: "b9", Kind: Recommendation},
		}},
		{ID: "s3", Blocks: []Block{
			{ID: "b10", Kind: Options, Table: table},
			{ID: "b11", Kind: Question},
			{ID: "b12", Kind: Exercise},
			{ID: "b13", Kind: Question},
			{ID: "b14", Kind: FigureKind, Figure: figure},
			{ID: "b15", Kind: Heading, Level: 4},
		}},
	}
	want := map[string]language.Text{
		"s1": {ZH: "“要点”", EN: "‘Key messages’"}, "b1": {ZH: "“要点”", EN: "‘Key messages’"},
		"s2": {ZH: "第一节", EN: "Section 1"}, "b2": {ZH: "表1", EN: "Table 1"},
		"b3": {ZH: "第一节（一）", EN: "Section 1.1"}, "b4": {ZH: "图1", EN: "Figure 1"},
		"b5": {ZH: "第一节（一）", EN: "Section 1.1"},
		"b6": {ZH: "建议1", EN: "Recommendation 1"}, "b7": {ZH: "建议2", EN: "Recommendation 2"},
		"b8": {ZH: "第一节（一）1", EN: "Section 1.1.1"}, "b9": {ZH: "建议1", EN: "Recommendation 1"},
		"s3": {ZH: "第二节", EN: "Section 2"}, "b10": {ZH: "表2", EN: "Table 2"},
		"b11": {ZH: "问题1", EN: "Question 1"}, "b12": {ZH: "练习1", EN: "Exercise 1"}, "b13": {ZH: "问题2", EN: "Question 2"},
		"b14": {ZH: "图2", EN: "Figure 2"}, "b15": {ZH: "第二节（一）1（1）", EN: "Section 2.1.1.1"},
	}
	if diff := cmp.Diff(want, b.Labels()); diff != "" {
		t.Error(diff)
	}
}

// Where paragraphs are numbered they are counted through the brief, of
// numbered sections alone, and a text refers to them and not to the English
// headings, which have no number then.
func TestNumberedParagraphsAreReferredTo(t *testing.T) {
	text := language.Text{ZH: "字", EN: "word"}
	b := New("x")
	b.Meta.Page.Numbered = true
	b.Sections = []Section{
		{ID: "s1", Heading: language.Text{ZH: "呈报", EN: "Routing"}, Unnumbered: true, Blocks: []Block{{ID: "b1", Kind: Paragraph, Text: text}}},
		{ID: "s2", Heading: language.Text{ZH: "事由", EN: "Issue"}, Blocks: []Block{
			{ID: "b2", Kind: Paragraph, Text: text},
			{ID: "b3", Kind: Paragraph},
			{ID: "b4", Kind: Note, Text: text},
			{ID: "b5", Kind: Question, Text: text},
		}},
		{ID: "s3", Heading: language.Text{ZH: "背景", EN: "Background"}, Blocks: []Block{
			{ID: "b6", Kind: Argument, Text: text},
			{ID: "b7", Kind: Heading, Level: 2, Text: language.Text{ZH: "其一", EN: "First"}},
			{ID: "b8", Kind: Evidence, Text: text},
		}},
	}
	issue := language.Text{ZH: "第一节", EN: "‘Issue’"}
	want := map[string]language.Text{
		"s1": {ZH: "“呈报”", EN: "‘Routing’"}, "b1": {ZH: "“呈报”", EN: "‘Routing’"},
		"s2": issue, "b2": {ZH: "第1段", EN: "paragraph 1"}, "b3": issue, "b4": issue, "b5": {ZH: "问题1", EN: "Question 1"},
		"s3": {ZH: "第二节", EN: "‘Background’"}, "b6": {ZH: "第2段", EN: "paragraph 2"},
		"b7": {ZH: "第二节（一）", EN: "‘First’"}, "b8": {ZH: "第3段", EN: "paragraph 3"},
	}
	if diff := cmp.Diff(want, b.Labels()); diff != "" {
		t.Error(diff)
	}
	b.Meta.Page.Numbered = false
	if got := b.Labels()["b8"]; got != (language.Text{ZH: "第二节（一）", EN: "Section 2.1"}) {
		t.Errorf("without numbers the paragraph is referred to as %v", got)
	}
}
