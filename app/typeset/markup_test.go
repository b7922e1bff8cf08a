package typeset

import (
	"context"
	"strings"
	"testing"

	"celun/app/brief"
	"celun/app/language"
)

// What an analyst writes as text must not turn into markup, or show the
// backslash that keeps it from doing so, in any kind of text.
func TestEscapedMarksAreSetAsThemselves(t *testing.T) {
	shown := `a*b, **c** and [^d]`
	both := language.Text{ZH: brief.Escape(shown), EN: brief.Escape(shown)}
	b := &brief.Brief{Title: both, Sections: []brief.Section{{ID: "s1", Heading: both, Blocks: []brief.Block{
		{ID: "b1", Kind: brief.Paragraph, Text: both},
		{ID: "b2", Kind: brief.List, Text: both},
		{ID: "b3", Kind: brief.Table, Table: &brief.Grid{Header: 1, Caption: both, Rows: [][]brief.Cell{{{Text: both}}, {{Same: both.ZH}}}}},
		{ID: "b4", Kind: brief.Note, Text: both},
	}}}}
	doc, err := newTestSetter(t).Set(context.Background(), b, Options{})
	if err != nil {
		t.Fatal(err)
	}
	all := ""
	for _, p := range doc.Pages {
		for _, i := range p.Items {
			all += i.Text
		}
	}
	if strings.Contains(all, `\`) {
		t.Errorf("a backslash stands on the page: %q", all)
	}
	squeeze := func(s string) string { return strings.ReplaceAll(s, " ", "") }
	// Title, heading, paragraph, list, caption, cell and note, twice each, and
	// the cell that is the same in both; the running head adds to that.
	if n := strings.Count(squeeze(all), squeeze(shown)); n < 15 {
		t.Errorf("the text stands %d times on the pages, want at least 15: %q", n, all)
	}
	if doc.Headings[0].Text.EN != shown {
		t.Errorf("the outline says %q", doc.Headings[0].Text.EN)
	}
}
