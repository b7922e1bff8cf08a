package review

import (
	"cmp"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
	"celun/app/library"
)

// A specimen is a pair of the corpus and a slip that can be planted in it.
type specimen struct {
	line    int
	pair    language.Text
	code    string // empty: nothing is planted
	planted language.Text
}

// corpus reads testdata/pairs.txt.
func corpus(t testing.TB) []specimen {
	t.Helper()
	data, err := os.ReadFile("testdata/pairs.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all []specimen
	for n, line := range strings.Split(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.SplitN(line, " | ", 3)
		if len(fields) != 3 {
			t.Fatalf("line %d: %s", n+1, line)
		}
		s := specimen{line: n + 1, pair: text(fields[0], fields[1])}
		if fields[2] == "-" {
			all = append(all, s)
			continue
		}
		code, change, ok := strings.Cut(fields[2], " ")
		from, to, ok2 := strings.Cut(change, " → ")
		inZH, inEN := strings.Count(s.pair.ZH, from), strings.Count(s.pair.EN, from)
		if !ok || !ok2 || inEN != 1 && (inEN != 0 || inZH != 1) {
			t.Fatalf("line %d: %q stands %d times in the Chinese and %d times in the English", n+1, from, inZH, inEN)
		}
		s.code = code
		s.planted = text(s.pair.ZH, strings.Replace(s.pair.EN, from, to, 1))
		if inEN == 0 {
			s.planted = text(strings.Replace(s.pair.ZH, from, to, 1), s.pair.EN)
		}
		all = append(all, s)
	}
	return all
}

// alone returns a brief of one paragraph.
func alone(t language.Text) *brief.Brief {
	source := func(id string) argument.Source {
		return argument.Source{
			ID: id, Kind: "article", Language: language.ZH, Authors: []language.Text{text("某某", "Somebody")}, Title: text("年鉴", "Yearbook"),
			Container: text("刊", "Journal"), Year: "2025", Pages: "1–9",
		}
	}
	return &brief.Brief{
		Format: brief.Format, ID: "x", Title: text("题", "Title"),
		Sections: []brief.Section{{ID: "s1", Heading: text("节", "Section"), Blocks: []brief.Block{
			{ID: "b1", Kind: brief.Paragraph, Text: t, State: brief.States{ZH: brief.Draft, EN: brief.Draft}},
			{ID: "b2", Kind: brief.References},
		}}},
		Sources: []argument.Source{source("lin"), source("wu")},
	}
}

// foundIn returns what is found in a pair: codes of its paragraph, each once.
func foundIn(v *Reviewer, t language.Text) map[string]Severity {
	codes := map[string]Severity{}
	for _, f := range v.Review(alone(t), Options{}) {
		if f.Address.Block == "b1" {
			if s, ok := codes[f.Code]; !ok || s == Hint {
				codes[f.Code] = f.Severity
			}
		}
	}
	return codes
}

// What a slip may bring with it besides what it was planted for: a text that
// lost its figures says so, a citation with a wrong name is another one.
var brings = map[string][]string{
	"B10": {"B3", "B4"}, "E9": {"B9"}, "B11": {"B3", "B4", "B10", "B12", "G1"}, "B12": {"B3", "B11"}, "B13": {"B10"}, "E5": {"B9"},
	"B3": {"B4"}, "B4": {"B3"}, "B5": {"B11"},
}

// TestCorpus holds each check of the two languages against pairs that are
// correct and pairs with a slip. Run it with -v for the figures.
func TestCorpus(t *testing.T) {
	v := NewReviewer(library.New(builtIn(t)))
	type tally struct {
		planted, found, wrong int
		severity              Severity
	}
	count := map[string]*tally{}
	of := func(code string) *tally {
		if count[code] == nil {
			count[code] = &tally{}
		}
		return count[code]
	}
	all := corpus(t)
	plants := 0
	for _, s := range all {
		for code, severity := range foundIn(v, s.pair) {
			of(code).wrong++
			of(code).severity = severity
			t.Errorf("line %d: %s on a correct pair: %s | %s", s.line, code, s.pair.ZH, s.pair.EN)
		}
		if s.code == "" {
			continue
		}
		plants++
		of(s.code).planted++
		found := foundIn(v, s.planted)
		if severity, ok := found[s.code]; ok {
			of(s.code).found++
			of(s.code).severity = severity
		} else {
			t.Logf("line %d: %s not found: %s | %s", s.line, s.code, s.planted.ZH, s.planted.EN)
		}
		for code, severity := range found {
			if code != s.code && !slices.Contains(brings[s.code], code) {
				of(code).wrong++
				of(code).severity = severity
				t.Logf("line %d: %s besides %s: %s | %s", s.line, code, s.code, s.planted.ZH, s.planted.EN)
			}
		}
	}
	if len(all) < 300 {
		t.Errorf("only %d pairs", len(all))
	}
	t.Logf("%d correct pairs, %d with a slip", len(all), plants)
	codes := make([]string, 0, len(count))
	for code := range count {
		codes = append(codes, code)
	}
	slices.SortFunc(codes, func(a, b string) int {
		n, _ := strconv.Atoi(a[1:])
		m, _ := strconv.Atoi(b[1:])
		return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(n, m))
	})
	for _, code := range codes {
		c := count[code]
		precision, recall := 1.0, 1.0
		if c.found+c.wrong > 0 {
			precision = float64(c.found) / float64(c.found+c.wrong)
		}
		if c.planted > 0 {
			recall = float64(c.found) / float64(c.planted)
		}
		t.Logf("%-4s %4d planted %4d found %3d false   precision %.3f   recall %.3f", code, c.planted, c.found, c.wrong, precision, recall)
		least := 0.9
		if c.severity == Error {
			least = 0.98
		}
		if precision < least && c.severity != Hint {
			t.Errorf("the precision of %s is below %.2f", code, least)
		}
		if (code == "B3" || code == "B4") && recall < 0.95 {
			t.Errorf("the recall of %s is below 0.95", code)
		}
		if recall < 0.85 {
			t.Errorf("the recall of %s is below 0.85", code)
		}
	}
}
