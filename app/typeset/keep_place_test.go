package typeset

import (
	"context"
	"strings"
	"testing"

	"celun/app/brief"
	"celun/app/language"
)

// TestKeptLinesMoveInTheirText writes into the first item of a list: the lines
// of the second stay as they were set, and begin later in the text.
func TestKeptLinesMoveInTheirText(t *testing.T) {
	s := newTestSetter(t)
	for _, zh := range []string{"先立规范\n再补接入", "先立规范 xx\n再补接入", "立规范\n再补接入"} {
		b := listBrief(brief.List, zh, "Rules\nAccess")
		doc, err := s.Set(context.Background(), b, Options{})
		if err != nil {
			t.Fatal(err)
		}
		before, _, _ := strings.Cut(zh, "\n")
		at := len([]rune(before)) + 1
		found := false
		for i := range doc.Pages {
			for k := range doc.Pages[i].Items {
				if it := &doc.Pages[i].Items[k]; it.Kind == TextItem && strings.HasPrefix(it.Text, "再") {
					found = true
					if it.Offset != at || it.Address.Language != language.ZH {
						t.Errorf("%q: the second item is said to begin at %d, not %d", zh, it.Offset, at)
					}
				}
			}
		}
		if !found {
			t.Errorf("%q: the second item is not on the pages", zh)
		}
	}
}
