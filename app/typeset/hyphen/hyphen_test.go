package hyphen_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"celun/app/typeset/hyphen"
)

func british(t testing.TB) *hyphen.Patterns {
	t.Helper()
	f, err := os.Open("../../../assets/patterns/en-GB.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	p, err := hyphen.Load(f)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// broken writes word with a hyphen at each point.
func broken(word string, points []int) string {
	var b strings.Builder
	for i, r := range []rune(word) {
		if slices.Contains(points, i) {
			b.WriteByte('-')
		}
		b.WriteRune(r)
	}
	return b.String()
}

func TestPoints(t *testing.T) {
	p := british(t)
	for _, want := range []string{
		// Words of policy, checked against a second program with the same
		// patterns.
		"dip-lomacy", "dip-lo-matic", "in-ter-na-tional",
		"coun-ter-meas-ure", "gov-ernance", "chal-lenge", "tech-no-logy", "de-vel-op-ing",
		"co-oper-a-tion", "af-ford-ab-il-ity", "In-fra-struc-ture",
		"na-tion-al-ism", "or-gan-isa-tion", "mul-ti-lat-eral",
		// Exceptions, in any case.
		"uni-ver-sity", "How-ever", "re-ci-pro-city",
		// Too short, or with nothing to break.
		"", "a", "into", "rule", "through",
		// Left 2, right 3: the patterns alone would give e-con-om-y.
		"eco-nomy", "every",
		// No plain words.
		"doesn’t", "can't", "COVID", "UNESCO", "G20", "cross-border", "web2development",
		"inter\u00adnational", "development.", "数字外交战略",
	} {
		word := want
		if !strings.Contains(want, "cross") {
			word = strings.ReplaceAll(want, "-", "")
		}
		if got := broken(word, p.Points(word)); got != want {
			t.Errorf("%q is broken as %q, want %q", word, got, want)
		}
	}
}

// Liang's own example shows the voting: hyphenation with nine patterns.
func TestVoting(t *testing.T) {
	p, err := hyphen.Load(strings.NewReader("hy3ph\nhe2n\nhena4\nhen5at\n1na\nn2at\n1tio\n2io\no2n\n"))
	if err != nil {
		t.Fatal(err)
	}
	if got := broken("hyphenation", p.Points("hyphenation")); got != "hy-phen-ation" {
		t.Errorf("hyphenation is broken as %s", got)
	}
}

func TestLeastLetters(t *testing.T) {
	p, err := hyphen.Load(strings.NewReader("1a1\n"))
	if err != nil {
		t.Fatal(err)
	}
	if got := p.Points("aaaaaaA"); !slices.Equal(got, []int{2, 3, 4}) {
		t.Errorf("points %v, want 2 letters before the first and 3 after the last", got)
	}
}

func TestFramedPatterns(t *testing.T) {
	p, err := hyphen.Load(strings.NewReader("# only at the start\n.un1d\nth1er.\n\ntable-\n"))
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]string{
		"undone": "un-done", "aundone": "aundone", "motherly": "motherly", "table": "table", "Éundérs": "Éundérs",
	} {
		if got := broken(word, p.Points(word)); got != want {
			t.Errorf("%q is broken as %q, want %q", word, got, want)
		}
	}
}

func TestLoadRefuses(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", "no patterns"},
		{"# nothing\n\n", "no patterns"},
		{"a1b\na12b\n", `line 2: two digits in a row`},
		{"12\n", "line 1"},
		{".1.\n", "no letters"},
		{"a.1b\n", "line 1: a full stop inside"},
		{"A1b\n", "line 1: 'A'"},
		{"a b\n", "line 1: ' '"},
		{"a1b\n\nab2\n", `line 3: a second pattern for "ab"`},
		{"a1b\nta-ble\nTa-ble\n", "line 3: 'T'"},
		{"a1b\nta-ble\ntab-le\n", `line 3: a second exception for "table"`},
		{"a1b\n--\n", "line 2: no letters"},
		{"a1\xffb\n", "line 1"},
		{"a1b\n" + strings.Repeat("x", 5000) + "\n", "line 2"},
	} {
		_, err := hyphen.Load(strings.NewReader(c.text))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("Load(%.20q): %v, want an error with %q", c.text, err, c.want)
		}
	}
}

func FuzzPoints(f *testing.F) {
	p := british(f)
	for _, s := range []string{"", "international", "İstanbul", "naïveté", "\xff", "数字外交战略", strings.Repeat("an", 40)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, word string) {
		last := hyphen.Left - 1
		for _, i := range p.Points(word) {
			if i <= last || i > utf8.RuneCountInString(word)-hyphen.Right {
				t.Errorf("Points(%q) = %v", word, p.Points(word))
			}
			last = i
		}
	})
}

func FuzzLoad(f *testing.F) {
	f.Add("a1b\nta-ble\n# x\n", "table")
	f.Add(".un3k4\n", "unknown")
	f.Fuzz(func(t *testing.T, text, word string) {
		p, err := hyphen.Load(strings.NewReader(text))
		if err == nil {
			p.Points(word)
		}
	})
}
