package argument_test

import (
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"celun/app/argument"
	"celun/app/language"
)

// builtIn is the pack that the program comes with.
func builtIn(t testing.TB) *argument.Pack {
	t.Helper()
	path := filepath.Join("..", "..", "assets", "packs", "digital-diplomacy.yaml")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	p, err := argument.Read(filepath.Base(path), data)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// golden compares text with a file of testdata; UPDATE=1 writes it anew.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs (-want +got):\n%s", name, diff)
	}
}

// rich is a pack with every field, and texts that YAML would mistake.
func rich(t testing.TB) *argument.Pack {
	t.Helper()
	p, err := argument.Read("good.yaml", []byte(good))
	if err != nil {
		t.Fatal(err)
	}
	p.Source.Publisher = language.Text{ZH: "某社", EN: "A press: and more"}
	p.Source.Place = language.Text{ZH: "北京", EN: "Beijing"}
	p.Source.Editors = []language.Text{{ZH: "张三", EN: "Zhang, San"}}
	p.Source.Translators = []language.Text{{EN: "Smith, John A."}}
	p.Source.Language, p.Source.Edition, p.Source.Number = language.ZH, "2", "no"
	p.Source.Year, p.Source.Date, p.Source.Accessed, p.Source.DOI = "2022", "2022-05-01", "2026-11-28", "10.1000/182"
	a := &p.Arguments[0]
	a.Place.Page = "045"
	a.Tags = []string{"安全", "a, b", "no", "1.5"}
	a.Note = language.Text{ZH: "第一行。\n\n  第二行：# 不是注释", EN: "- not a list"}
	a.From = &argument.Reference{Pack: "other", ID: "C7", Version: 3}
	a.Title.EN = "true"
	a.Line.EN = strings.TrimSpace(strings.Repeat("a line that is folded because it is long ", 5))
	a.Statement.ZH = strings.Repeat("很长的中文不折行，", 30) + "因为空格会混进来。"
	a.Statement.EN = "ends with a colon:"
	number := 2.7e9
	p.Arguments[2].Evidence.Number = &number
	p.Arguments[2].Statement.ZH = ""
	p.Terms[0].Date = "2021"
	p.Terms[0].Definition = language.Text{ZH: " 前有空格", EN: "tab\tand \"quotes\" and \\"}
	bin := p.Arguments[1]
	bin.ID, bin.Links = "M9", []argument.Link{}
	p.Bin = []argument.Argument{bin}
	p.Tags = []argument.Tag{{ID: "a tag", ZH: "标签，一", EN: "A tag: one"}, {ID: "no", ZH: "否"}}
	return p
}

func TestWriteIsReadableAndStable(t *testing.T) {
	p := rich(t)
	data, err := argument.Write(p)
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "rich.yaml", string(data))
	again, err := argument.Read("rich.yaml", data)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(p, again); diff != "" {
		t.Errorf("reads back as (-want +got):\n%s", diff)
	}
	twice, err := argument.Write(again)
	if err != nil || string(twice) != string(data) {
		t.Errorf("written twice it differs, %v", err)
	}
}

// What the program writes of the built-in pack is as that file was written by
// hand, but for its comments and a few quotation marks.
func TestWriteKeepsTheStyleOfTheBuiltInPack(t *testing.T) {
	p := builtIn(t)
	data, err := argument.Write(p)
	if err != nil {
		t.Fatal(err)
	}
	hand, err := os.ReadFile(filepath.Join("..", "..", "assets", "packs", "digital-diplomacy.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for l := range strings.SplitSeq(string(hand), "\n") {
		known[l] = true
	}
	lines, other := 0, 0
	for l := range strings.SplitSeq(string(data), "\n") {
		lines++
		if !known[l] {
			other++
		}
		if n := len([]rune(l)); n > 130 && !strings.ContainsFunc(l, language.IsHan) {
			t.Errorf("a line of %d characters: %s", n, l)
		}
	}
	if other > 5 {
		t.Errorf("%d of %d lines are not as in the file written by hand", other, lines)
	}
	again, err := argument.Read("a.yaml", data)
	if err != nil || !reflect.DeepEqual(again, p) {
		t.Errorf("reads back differently: %v", err)
	}
}

func TestWriteRefusesWhatReadWould(t *testing.T) {
	for name, spoil := range map[string]func(p *argument.Pack){
		"no format":       func(p *argument.Pack) { p.Format = "" },
		"double id":       func(p *argument.Pack) { p.Arguments[1].ID = "C1" },
		"no arguments":    func(p *argument.Pack) { p.Arguments = nil },
		"bad UTF-8":       func(p *argument.Pack) { p.Arguments[0].Line.ZH = "a\xff" },
		"infinite number": func(p *argument.Pack) { f := math.Inf(1); p.Arguments[2].Evidence.Number = &f },
		"too large":       func(p *argument.Pack) { p.Arguments[0].Line.EN = strings.Repeat("a", argument.MaxBytes) },
	} {
		p := rich(t)
		spoil(p)
		data, err := argument.Write(p)
		if err == nil || data != nil {
			t.Errorf("%s: %d bytes, %v", name, len(data), err)
		} else if zh := language.Say(err, language.ZH); strings.Contains(zh, "\n") || zh == err.Error() {
			t.Errorf("%s: %s", name, zh)
		}
	}
}

func FuzzWrite(f *testing.F) {
	f.Add("a: b", "- x", 1.5)
	f.Add("第一行\n第二行", " # no comment", math.Copysign(0, -1))
	f.Add("~", "\ufeff\u0085\u2028\U0001F600", 1e300)
	f.Add("a\n\n b", "0x1F", 27e8)
	f.Add("---", "... ", 0.1)
	f.Add("{a}", "\uffff\\\"", 3.0)
	f.Fuzz(func(t *testing.T, a, b string, n float64) {
		p := rich(t)
		p.Source.Authors[0].ZH, p.Source.Container.EN, p.Source.URL = a, b, a
		p.Title.EN = a
		e := &p.Arguments[2]
		e.Tags = []string{a, b}
		e.Line = language.Text{ZH: a, EN: b}
		e.Note = language.Text{ZH: b, EN: a}
		e.Evidence.Value, e.Evidence.Unit, e.Evidence.Number = a, b, &n
		p.Terms[0].Reason = language.Text{ZH: a, EN: b}
		data, err := argument.Write(p)
		if err != nil {
			if utf8.ValidString(a+b) && a+b != "" && !math.IsNaN(n) && !math.IsInf(n, 0) {
				t.Fatalf("%q, %q, %g: %v", a, b, n, err)
			}
			return
		}
		again, err := argument.Read("a.yaml", data)
		if err != nil || !reflect.DeepEqual(again, p) {
			t.Fatalf("%v\n%s", err, cmp.Diff(p, again))
		}
	})
}

// Nothing that can be typed is refused.
func TestWriteTakesAnyValidText(t *testing.T) {
	for _, s := range []string{
		"a", "a: b", "- a", "? a", "# a", "a #b", "a\tb", "\ta", "a\r\nb", "\n", "a\n", "\na", " a ", "a  b", "'a'", "\"a\"", "\\n",
		"null", "~", "Yes", "2022", "2022-04", "1e3", ".5", "0x10", "12:30", "{a}", "[a]", "a, b", "%a", "@a", "`a", "!a", "&a", "*a", "|", ">",
		"---", "...", "--- a", "... a", "a\n---\nb", "a\n  b\n c", "a\n\n\nb", "\ufeffa", "a\u0085b", "a\u2028b", "a\x00b", "a\x7fb", "\uffff", "\ufffd",
		"🀄", "葛\U000E0100城", "\U0010FFFF", "=", "<<", "“引号”：‘内’", "a:", ":a", "a:b", "a ' b", strings.Repeat("word ", 60) + "end", strings.Repeat("x", 300),
		strings.Repeat("two  ", 40) + "spaces", strings.Repeat("word ", 30) + "# no", strings.Repeat("word ", 30) + "- no", "# " + strings.Repeat("word ", 30) + "end", "- " + strings.Repeat("a b ", 40) + "c",
	} {
		p := rich(t)
		p.Arguments[0].Line = language.Text{ZH: s, EN: s}
		p.Arguments[0].Tags = []string{s}
		p.Arguments[2].Evidence.Value = s
		p.Terms[0].EN[0].Text = s
		if _, err := argument.Write(p); err != nil {
			t.Errorf("%q: %v", s, err)
		}
	}
}
