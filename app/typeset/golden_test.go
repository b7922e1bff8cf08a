package typeset

import (
	"flag"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"celun/app/brief"
	"celun/app/language"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden page lists anew")

// pageLines writes what stands on the pages line by line in reading order: its
// role, its language, where its line begins to the millimetre, its text.
// Artifacts are left out.
func pageLines(doc *Document) string {
	var out strings.Builder
	for _, p := range doc.Pages {
		fmt.Fprintf(&out, "—— %d ——\n", p.Number)
		paragraph, y := -1, math.Inf(1)
		var seen *Figure
		for _, it := range p.Items {
			switch {
			case it.Figure != nil:
				if it.Figure != seen {
					seen = it.Figure
					fmt.Fprintf(&out, "figure %.0f × %.0f: %s | %s", seen.Width/mm, seen.Height/mm, seen.Alt.ZH, seen.Alt.EN)
					out.WriteByte('\n')
				}
			case it.Kind == TextItem && it.Role != ArtifactRole:
				if base := it.Y + it.Rise; it.Paragraph != paragraph || math.Abs(base-y) > 0.5 {
					if paragraph >= 0 && !strings.HasSuffix(out.String(), "\n") {
						out.WriteByte('\n')
					}
					paragraph, y = it.Paragraph, base
					fmt.Fprintf(&out, "%s %s %.0f,%.0f: ", it.Role, it.Language, it.X/mm, base/mm)
				}
				out.WriteString(it.Text)
			}
		}
		if !strings.HasSuffix(out.String(), "\n") {
			out.WriteByte('\n')
		}
	}
	return out.String()
}

// The pages of the specimen are as they were when somebody last looked at
// them. After a change that is meant: go test ./app/typeset -run Golden -update,
// and look at the pages again.
func TestGoldenPages(t *testing.T) {
	b := specimen(t)
	for name, o := range map[string]Options{
		"parallel": {Layout: brief.Parallel}, "stacked": {Layout: brief.Stacked}, "facing": {Layout: brief.Facing},
		"sequential": {Layout: brief.Sequential}, "english": {Languages: []language.Language{language.EN}, Paper: Letter},
		"official": {Style: brief.OfficialStyle}, "trainer": {Trainer: true, Lead: language.EN},
	} {
		file := "testdata/specimen-" + name + ".golden"
		got := pageLines(mustSetAny(t, b, o))
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
			t.Errorf("%s: pages differ from %s (-); if they should, run with -update:\n%s", name, file, diff)
		}
	}
}

// mustSetAny sets a brief without looking at its texts.
func mustSetAny(t testing.TB, b *brief.Brief, o Options) *Document {
	t.Helper()
	doc, err := newTestSetter(t).Set(t.Context(), b, o)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}
