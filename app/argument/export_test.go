package argument_test

import (
	"strings"
	"testing"

	"celun/app/argument"
	"celun/app/language"
)

func TestExports(t *testing.T) {
	p := rich(t)
	p.Arguments[0].Statement = language.Text{
		ZH: "第一行\n[C2]: 伪造 <x>: #tag // 注释 {a: b}",
		EN: "see http://a.b/c :smile: .A. the U.S. *and* _so_ on\n  + <M1>",
	}
	p.Title.ZH = "样本 === }"
	p.Arguments[0].Links = []argument.Link{
		{Kind: argument.Qualifies, To: "M1", Reason: language.Text{EN: "Only in part."}},
		{Kind: argument.PartOf, To: "elsewhere", Reason: language.Text{ZH: "别处。", EN: "Elsewhere."}},
	}
	golden(t, "rich.argdown", string(argument.Argdown(p)))
	golden(t, "rich.md", string(argument.Markdown(p)))
}

// Every argument and every link of the built-in pack is in both exports, in
// both languages.
func TestExportsAreWhole(t *testing.T) {
	p := builtIn(t)
	argdown, markdown := string(argument.Argdown(p)), string(argument.Markdown(p))
	links := 0
	for _, a := range p.Arguments {
		if n := strings.Count(argdown, "\n["+a.ID+"]: **"); n != 2 {
			t.Errorf("Argdown defines %s %d times, once for each language is wanted", a.ID, n)
		}
		if n := strings.Count(markdown, "\n### "+a.ID+" "); n != 1 {
			t.Errorf("Markdown has %d headings for %s", n, a.ID)
		}
		for _, text := range []string{a.Statement.ZH, a.Statement.EN, a.Title.ZH, a.Title.EN} {
			if !strings.Contains(markdown, text) {
				t.Errorf("Markdown lacks %q of %s", text, a.ID)
			}
		}
		for _, l := range a.Links {
			links++
			relation := "\n  <+ [" + a.ID + "]\n  +> [" + l.To + "]\n"
			if l.Kind == argument.Answers || l.Kind == argument.Qualifies {
				relation = "\n  <+ [" + a.ID + "]\n  -> [" + l.To + "]\n"
			}
			if !strings.Contains(argdown, relation) {
				t.Errorf("Argdown lacks the link of %s to %s", a.ID, l.To)
			}
		}
	}
	if n := strings.Count(markdown, "\n- "); n != links {
		t.Errorf("Markdown has %d links, want %d", n, links)
	}
}
