package typeset

import (
	"testing"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
)

func links(doc *Document) (out []string) {
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			if it.Kind == LinkItem && (len(out) == 0 || out[len(out)-1] != it.Target) {
				out = append(out, it.Target)
			}
		}
	}
	return out
}

// Addresses become links, their Chinese parts in per cent of UTF-8; the words
// of the sentence around them stay out.
func TestAddressesBecomeLinks(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"见https://example.org/a/b。", "https://example.org/a/b"},
		{"见（https://example.org/a）。", "https://example.org/a"},
		{"见https://example.org网站", "https://example.org"},
		{"见https://example.org/a网站", "https://example.org/a"},
		{"见https://example.org/政策/2026，下同", "https://example.org/%E6%94%BF%E7%AD%96/2026"},
		{"见https://example.org/q?k=数字&n=1。", "https://example.org/q?k=%E6%95%B0%E5%AD%97&n=1"},
		{"见https://例子.测试/页 。", "https://xn--fsqu00a.xn--0zwm56d/%E9%A1%B5"},
		{"见https://example.org/%E6%94%BF", "https://example.org/%E6%94%BF"},
		{"https:// 没有地址", ""},
	} {
		doc, err := newTestSetter(t).Set(t.Context(), oneBlock(brief.Paragraph, c.text, ""), Options{Languages: []language.Language{language.ZH}})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if all := links(doc); len(all) > 0 {
			got = all[0]
		}
		if got != c.want {
			t.Errorf("%s leads to %q, want %q", c.text, got, c.want)
		}
	}
}

// The address of a source is known whole, so hanzi right after a letter are
// part of it.
func TestSourceAddressesAreWhole(t *testing.T) {
	b := oneBlock(brief.References, "", "")
	b.Sources = []argument.Source{{ID: "a", Title: language.Text{ZH: "编程语言", EN: "Language"}, URL: "https://example.org/wiki/C语言"}}
	doc, err := newTestSetter(t).Set(t.Context(), b, Options{Languages: []language.Language{language.ZH}})
	if err != nil {
		t.Fatal(err)
	}
	if all := links(doc); len(all) != 1 || all[0] != "https://example.org/wiki/C%E8%AF%AD%E8%A8%80" {
		t.Errorf("links %q", all)
	}
}
