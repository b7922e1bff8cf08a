package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"celun/app/brief"
)

const references = `@article{porter, author = {Porter, Anne}, title = {Open networks}, journal = {Policy Studies}, year = 2019, number = 3, pages = {5--12}}
@book{li, author = {李明}, title = {数字治理}, publisher = {某社}, year = 2022}
@book{cut, title={Cut off`

func TestCite(t *testing.T) {
	a := shared(t)
	dir := t.TempDir()
	bib, file := filepath.Join(dir, "a.bib"), filepath.Join(dir, "a.celun")
	if err := os.WriteFile(bib, []byte(references), 0o666); err != nil {
		t.Fatal(err)
	}
	r := run(t, a, "en_GB.UTF-8", "cite", bib)
	for _, want := range []string{"porter  PORTER A. Open networks[J]. Policy Studies, 2019(3): 5-12.", "li  李明. 数字治理[M]. 某社, 2022."} {
		if !strings.Contains(r.out, want) {
			t.Errorf("%q is not in %q", want, r.out)
		}
	}
	if r.code != 0 || !strings.Contains(r.out, "a.bib, line 3, cut: this entry is cut off") {
		t.Errorf("exit %d, %q", r.code, r.out)
	}
	if out := ok(t, a, "cite", bib, "--style", "author-date"); !strings.Contains(out, "Porter, A. (2019) ‘Open networks’, Policy Studies, (3), pp. 5–12.") {
		t.Errorf("%q", out)
	}
	if out := ok(t, a, "cite", bib, "--blanks"); !strings.Contains(out, "Cut off[M]. 【待填：出版机构】, 【待填：年份】.") {
		t.Errorf("%q", out)
	}
	var csl []map[string]any
	decode(t, ok(t, a, "cite", bib, "--csl"), &csl)
	if len(csl) != 3 || csl[0]["type"] != "article-journal" {
		t.Errorf("%v", csl)
	}

	ok(t, a, "new", "--template", "policy-brief", "--answer", "C3", "--out", file)
	before, err := brief.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, added := range []float64{3, 0} { // the second time it has them
		var j map[string]any
		decode(t, ok(t, a, "cite", bib, "--into", file, "--json"), &j)
		if j["added"] != added || len(j["entries"].([]any)) != 3 || len(j["notes"].([]any)) != 1 {
			t.Errorf("%v", j)
		}
	}
	after, err := brief.Open(file)
	if err != nil || len(after.Sources) != len(before.Sources)+3 {
		t.Errorf("%d sources after %d, %v", len(after.Sources), len(before.Sources), err)
	}
	oneLine(t, run(t, a, "en_GB.UTF-8", "cite", file), "a.celun")
}
