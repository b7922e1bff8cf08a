package cite_test

import (
	"errors"
	"strings"
	"testing"

	"celun/app/argument"
	"celun/app/cite"
	"celun/app/language"

	"github.com/google/go-cmp/cmp"
)

const bib = `% a comment with an @ sign
@comment{ @article{hidden, title={No}} }
@string{ps = "Policy " # "Studies"}
@preamble{"\newcommand{\x}{y}"}
@Article{porter:2019,
  author    = {Porter, Anne M. and van der Berg, Jan and {World Health Organization} and others},
  title     = {{Open} na{\"\i}ve \emph{networks} \& caf\'{e}s --- a ` + "``survey''" + `},
  journal   = ps,
  year      = 2019,
  month     = mar,
  volume    = "12",
  number    = {3},
  pages     = {5--12},
  doi       = {https://doi.org/10.1000/182},
}
@online(zh1,
  author = {李明 and 王, 芳}, title = {数字治理}, website = {某网}, date = {2022-04-03}, urldate = {2026-05-03}, url = {https://example.org/a_b%20c}
)
@techreport{r1, author={Lu\'is de Sousa}, title={A report}, institution={ITU}, number={D 4}, address={Geneva}, year={2021}}
@book{cut, title={Cut off`

const ris = `TY  - JOUR
AU  - Porter, Anne M.
AU  - Roe, Sam, Jr
TI  - Open
      networks
T2  - Policy Studies
PY  - 2019/03/01/
VL  - 12
IS  - 3
SP  - 5
EP  - 12
DO  - 10.1000/182
ER  - 

TY  - CHAP
A1  - 周, 舟
ED  - 赵岩
T1  - 平台的边界
BT  - 数字时代的治理
PB  - 某社
CY  - 上海
Y1  - 2021
Y2  - 2026-05-03
UR  - https://example.org/c
LA  - zh-CN
`

const csl = `[
 {"id": "p1", "type": "article-journal", "title": "Open networks", "author": [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"}, {"literal": "WHO"}],
  "container-title": ["Policy Studies"], "issued": {"date-parts": [["2019", 3, 1]]}, "volume": 12, "issue": "3", "page": "5-12", "DOI": "10.1000/182"},
 {"id": 7, "type": "webpage", "language": "zh-CN", "title": "白皮书", "issued": {"raw": "2010年6月8日"}, "URL": "https://example.org/w", "accessed": {"date-parts": [[2026, 5, 3]]}}
]`

func TestRead(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string // as written after GB/T 7714-2015
		ids        string
		notes      int
	}{
		{"a.bib", bib, []string{
			"PORTER A M, VAN DER BERG J, World Health Organization, et al. Open naïve networks & cafés — a “survey”[J/OL]. Policy Studies, 2019, 12(3): 5-12. DOI:10.1000/182.",
			"李明, 王芳. 数字治理[EB/OL]. 某网, 2022(2022-04-03)[2026-05-03]. https://example.org/a_b%20c.",
			"DE SOUSA L. A report: D 4[R]. Geneva: ITU, 2021.",
			"Cut off[M]. 出版机构、年份不详.",
		}, "porter:2019 zh1 r1 cut", 1},
		{"a.ris", ris, []string{
			"PORTER A M, ROE S Jr. Open networks[J/OL]. Policy Studies, 2019, 12(3): 5-12. DOI:10.1000/182.",
			"周舟. 平台的边界[M/OL]//赵岩. 数字时代的治理. 上海: 某社, 2021[2026-05-03]. https://example.org/c.",
		}, "porter2019 周舟2021", 0},
		{"a.json", csl, []string{
			"VAN DER BERG J, WHO. Open networks[J/OL]. Policy Studies, 2019, 12(3): 5-12. DOI:10.1000/182.",
			"白皮书[EB/OL]. (2010-06-08)[2026-05-03]. https://example.org/w.",
		}, "p1 7", 0},
		{"one.json", `{"id":"x","type":"book","title":"On Governing","publisher":"Press","issued":{"date-parts":[[2020]]}}`, []string{"On Governing[M]. Press, 2020."}, "x", 0},
		{"windows.ris", "TY  - BOOK\r\nTI  - A\r\nER  - \r\nTY  - BOOK\r\nTI  - B\r\nER  - \r\n", []string{"A[M]. 出版机构、年份不详.", "B[M]. 出版机构、年份不详."}, "source source-2", 0},
	} {
		sources, notes, err := cite.Read(c.name, []byte(c.text))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var got, ids []string
		for _, s := range sources {
			got = append(got, cite.GB2015.Write(s))
			ids = append(ids, s.ID)
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, d)
		}
		if strings.Join(ids, " ") != c.ids || len(notes) != c.notes {
			t.Errorf("%s: ids %q, notes %v", c.name, ids, notes)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"empty": "", "prose": "A text without references.", "broken json": `[{"id":`, "an address": "somebody@example.org",
		"another encoding": "@book{a, title={\xb2\xdd}}", "nothing in it": "[]",
	} {
		_, _, err := cite.Read(name, []byte(text))
		var p *language.Problem
		if !errors.As(err, &p) || p.Where != name || p.Do.IsEmpty() {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWriteCSLIsReadBack(t *testing.T) {
	var all []argument.Source
	for _, text := range []string{bib, ris, csl} {
		sources, _, err := cite.Read("x", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, sources...)
	}
	for i := range all {
		all[i].ID = string(rune('a' + i))
	}
	data, err := cite.WriteCSL(all)
	if err != nil {
		t.Fatal(err)
	}
	again, _, err := cite.Read("x.json", data)
	if err != nil {
		t.Fatal(err)
	}
	for i := range all { // others have no place in CSL
		var named []language.Text
		for _, a := range all[i].Authors {
			if a != cite.Others {
				named = append(named, a)
			}
		}
		all[i].Authors = named
		if named == nil {
			all[i].Authors = []language.Text{}
		}
	}
	if d := cmp.Diff(all, again); d != "" {
		t.Errorf("(-written +read):\n%s", d)
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{bib, ris, csl, "@a{b,c=d#\"e{}\"}", "@string{a={\\}", "TY  - X\nER", "\\\"", "[{\"title\":[]}]"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		sources, _, err := cite.Read("x", []byte(s))
		if err != nil {
			return
		}
		ids := map[string]bool{}
		for _, src := range sources {
			if src.ID == "" || ids[src.ID] || strings.ContainsAny(src.ID, "[]| \n") {
				t.Errorf("id %q", src.ID)
			}
			ids[src.ID] = true
			for _, st := range cite.Styles() {
				st.Write(src)
			}
		}
		data, err := cite.WriteCSL(sources)
		if err != nil {
			t.Fatal(err)
		}
		if again, _, err := cite.Read("x.json", data); err != nil || len(again) != len(sources) {
			t.Errorf("%d sources, read back %d, %v", len(sources), len(again), err)
		}
	})
}
