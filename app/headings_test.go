package app

import (
	"context"
	"testing"

	"celun/app/brief"
	"celun/app/template"
	"celun/app/typeset"
)

// No heading ends a page: what it is the heading of begins under it, also
// where that is a table whose rows are tall enough to be split.
func TestNoHeadingEndsAPage(t *testing.T) {
	a := open()
	for _, challenges := range [][]string{{"C1"}, {"C2"}, {"C1", "C3"}, {"C2", "C3", "C4"}, {"C1", "C2", "C3", "C4"}} {
		b, _, err := a.NewFromTemplate("policy-brief", template.Choice{Challenges: challenges, ID: "x", Date: "2026-11-22"})
		if err != nil {
			t.Fatal(err)
		}
		for _, layout := range []brief.Layout{brief.Parallel, brief.Stacked, brief.Sequential} {
			doc, err := a.Pages(context.Background(), b, typeset.Options{Layout: layout})
			if err != nil {
				t.Fatal(err)
			}
			for _, h := range doc.Headings {
				lowest := h.Y
				for _, i := range doc.Pages[h.Page-1].Items {
					if i.Kind == typeset.TextItem && i.Role != typeset.ArtifactRole && i.Role != typeset.HeadingRole {
						lowest = max(lowest, i.Y)
					}
				}
				if lowest < h.Y+30 {
					t.Errorf("%v %s: %q stands alone at the end of page %d", challenges, layout, h.Text.EN, h.Page)
				}
			}
		}
	}
}
