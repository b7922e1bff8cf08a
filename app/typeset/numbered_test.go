package typeset

import (
	"strings"
	"testing"

	"celun/app/brief"
	"celun/app/language"

	"github.com/google/go-cmp/cmp"
)

// memo is a brief with numbered paragraphs, one of them for the trainer only,
// and a text that refers to the last.
func memo() *brief.Brief {
	say := func(id string, kind brief.Kind, more string) brief.Block {
		return brief.Block{ID: id, Kind: kind, Text: language.Text{
			ZH: strings.Repeat("请领导审定这一件事，", 5) + more + "。", EN: strings.Repeat("Please decide on this matter, ", 5) + "see " + more + ".",
		}}
	}
	hidden := say("b3", brief.Paragraph, "")
	hidden.For = brief.Trainer
	b := &brief.Brief{Title: language.Text{ZH: "题", EN: "T"}, Sections: []brief.Section{
		{ID: "s0", Unnumbered: true, Heading: language.Text{ZH: "呈报", EN: "Routing"}, Blocks: []brief.Block{say("b0", brief.Paragraph, "")}},
		{ID: "s1", Heading: language.Text{ZH: "事由", EN: "Issue"}, Blocks: []brief.Block{say("b1", brief.Paragraph, "[#b5]"), say("b2", brief.Evidence, ""), hidden}},
		{ID: "s2", Heading: language.Text{ZH: "背景", EN: "Background"}, Blocks: []brief.Block{say("b4", brief.Note, ""), say("b5", brief.Argument, "")}},
	}}
	b.Meta.Page.Numbered = true
	return b
}

// numbersOf returns what stands before the text of each block of running text
// on the first line of it in a language.
func numbersOf(doc *Document, l language.Language) map[string]string {
	first := map[string]string{}
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			if _, seen := first[it.Address.Block]; it.Kind == TextItem && it.Language == l && it.Role == ParagraphRole && !seen {
				first[it.Address.Block] = strings.TrimSpace(it.Text)
			}
		}
	}
	for id, text := range first {
		if n, _, ok := strings.Cut(text, "."); ok && len(n) == 1 && n >= "0" && n <= "9" {
			first[id] = n + "."
		} else {
			first[id] = ""
		}
	}
	return first
}

// Numbered paragraphs count through the brief in both languages, a copy that
// leaves one out counts it all the same, and references follow.
func TestParagraphsAreNumberedThrough(t *testing.T) {
	want := map[string]string{"b0": "", "b1": "1.", "b2": "2.", "b5": "4."}
	for _, layout := range []brief.Layout{brief.Parallel, brief.Stacked, brief.Facing, brief.Sequential} {
		doc := mustSet(t, memo(), Options{Layout: layout})
		for _, l := range language.Both() {
			if diff := cmp.Diff(want, numbersOf(doc, l)); diff != "" {
				t.Errorf("%s, %s: %s", layout, l, diff)
			}
		}
		texts := textByAddress(doc)
		for l, want := range map[language.Language]string{language.ZH: "第4段", language.EN: "see paragraph 4."} {
			if got := texts[brief.Address{Block: "b1", Language: l}]; !strings.Contains(strings.Join(strings.Fields(got), " "), want) {
				t.Errorf("%s: the reference reads %q", layout, got)
			}
		}
	}
	var heads []string
	for _, h := range mustSet(t, memo(), Options{}).Headings {
		heads = append(heads, h.Number.ZH+"|"+h.Number.EN)
	}
	if diff := cmp.Diff([]string{"|", "一、|", "二、|"}, heads); diff != "" {
		t.Error(diff)
	}
}

// The further lines of an English paragraph hang behind its number; Chinese
// ones begin at the edge, as the number stands in the indent of the first.
func TestFurtherLinesHangBehindTheNumber(t *testing.T) {
	starts := map[language.Language][]float64{}
	for _, p := range mustSet(t, memo(), Options{}).Pages {
		y := map[language.Language]float64{}
		for _, it := range p.Items {
			if it.Kind == TextItem && it.Address.Block == "b1" && it.Y != y[it.Language] {
				y[it.Language] = it.Y
				starts[it.Language] = append(starts[it.Language], it.X)
			}
		}
	}
	if en := starts[language.EN]; len(en) < 2 || en[1] < en[0]+8 {
		t.Errorf("English lines begin at %v", en)
	}
	if zh := starts[language.ZH]; len(zh) < 2 || zh[1] > zh[0]-15 {
		t.Errorf("Chinese lines begin at %v", zh)
	}
}
