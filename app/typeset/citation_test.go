package typeset

import (
	"context"
	"strings"
	"testing"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/cite"
	"celun/app/language"
)

// The Chinese list follows the style that the brief asks for, the English one
// stays as it is.
func TestTheStyleOfReferences(t *testing.T) {
	for style, want := range map[cite.Style]string{"": "某社,2022.", cite.GB2025: "某社，2022."} {
		b := brief.New("b")
		b.Meta.Citation = style
		b.Sources = []argument.Source{{ID: "li", Kind: "book", Title: language.Text{ZH: "数字治理", EN: "Governance"}, Publisher: language.Text{ZH: "某社", EN: "A press"}, Year: "2022"}}
		b.Sections = []brief.Section{{ID: "s1", Heading: language.Text{ZH: "来源", EN: "Sources"}, Blocks: []brief.Block{{ID: "b1", Kind: brief.References}}}}
		doc, err := newTestSetter(t).Set(context.Background(), b, Options{})
		if err != nil {
			t.Fatal(err)
		}
		var text strings.Builder
		for _, p := range doc.Pages {
			for i := range p.Items {
				if p.Items[i].Role == SourceRole {
					text.WriteString(p.Items[i].Text)
				}
			}
		}
		got := strings.ReplaceAll(text.String(), " ", "")
		if !strings.Contains(got, want) || !strings.Contains(got, "Governance,Apress.") {
			t.Errorf("%q: %q", style, got)
		}
	}
}
