package pdf

import (
	"strings"
	"testing"

	"celun/app/typeset"

	"github.com/jung-kurt/gofpdf"
)

// Every reference, citation, footnote, term and entry of the contents leads to
// a place in the document, in its own language where there is one.
func TestLinksWithinTheDocumentLeadSomewhere(t *testing.T) {
	for name, o := range editions() {
		doc, err := typeset.NewSetter(testFaces(t)).Set(t.Context(), specimen(t), o)
		if err != nil {
			t.Fatal(err)
		}
		d := &drawer{out: gofpdf.New("P", "pt", "A4", ""), doc: doc, targets: map[place]int{}}
		kinds := map[string]int{}
		for _, p := range doc.Pages {
			for i := range p.Items {
				it := &p.Items[i]
				target, within := strings.CutPrefix(it.Target, "#")
				if it.Kind != typeset.LinkItem || !within {
					continue
				}
				kind, _, _ := strings.Cut(target, "-")
				kinds[strings.TrimRight(kind, "0123456789")]++
				if d.target(target, it.Language) == 0 {
					t.Errorf("%s: nothing is called %s", name, target)
				}
				if len(doc.Languages) == 2 && kind != "term" && d.targets[place{target, it.Language}] == 0 {
					t.Errorf("%s: nothing is called %s in %s", name, target, it.Language)
				}
			}
		}
		for _, k := range []string{"note", "mark", "source", "term", "b", "s"} {
			if kinds[k] == 0 {
				t.Errorf("%s: no link to a %s", name, k)
			}
		}
	}
}
