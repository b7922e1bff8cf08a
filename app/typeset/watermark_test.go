package typeset

import (
	"slices"
	"testing"

	"celun/app/brief"
	"celun/app/language"
)

// Each page of a draft is marked in the languages that it shows, before its
// text, which so stands on the mark; other pages are not, and the
// text stands where it stands without.
func TestDraftsAreMarked(t *testing.T) {
	for _, c := range []struct {
		o     Options
		marks [][]string // of the first pages in turn
	}{
		{Options{}, [][]string{{"草稿", "DRAFT"}}},
		{Options{Layout: brief.Facing}, [][]string{{"草稿"}, {"DRAFT"}}},
		{Options{Languages: []language.Language{language.EN}}, [][]string{{"DRAFT"}}},
		{Options{Style: brief.OfficialStyle}, [][]string{{"草稿"}}},
	} {
		b := proseBrief(4)
		plain := mustSetPages(t, b, c.o)
		c.o.Draft = true
		doc := mustSetPages(t, b, c.o)
		for i := range doc.Pages {
			marks := c.marks[i%len(c.marks)]
			items := doc.Pages[i].Items
			first := slices.IndexFunc(items, func(it Item) bool { return it.Text == marks[0] && it.Role == ArtifactRole })
			if first < 0 || slices.ContainsFunc(items[:first], func(it Item) bool { return it.Role != ArtifactRole }) {
				t.Fatalf("%+v, page %d: the mark is item %d", c.o, i+1, first)
			}
			for k, mark := range marks {
				it := items[first+k]
				if it.Text != mark || it.Role != ArtifactRole || it.Paragraph != 0 || it.X < 0 || it.X+it.Width > doc.Pages[i].Width {
					t.Fatalf("%+v, page %d: %q at %.0f–%.0f", c.o, i+1, it.Text, it.X, it.X+it.Width)
				}
			}
			rest := append(slices.Clone(items[:first]), items[first+len(marks):]...)
			if len(rest) != len(plain.Pages[i].Items) || rest[len(rest)-1].X != plain.Pages[i].Items[len(rest)-1].X {
				t.Fatalf("%+v, page %d: the mark moves what stands on the page", c.o, i+1)
			}
		}
	}
	b := proseBrief(4)
	b.Meta.Draft = true
	marked := func(it Item) bool { return it.Text == "草稿" && it.Role == ArtifactRole }
	if doc := mustSetPages(t, b, Options{}); !slices.ContainsFunc(doc.Pages[0].Items, marked) {
		t.Error("a brief that is a draft is not marked")
	}
}

func mustSetPages(t *testing.T, b *brief.Brief, o Options) *Document {
	t.Helper()
	doc, err := newTestSetter(t).Set(t.Context(), b, o)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}
