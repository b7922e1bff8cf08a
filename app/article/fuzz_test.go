package article

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzRead reads whatever there may be in a file: it comes back with
// paragraphs that can be searched, or with a reason.
func FuzzRead(f *testing.F) {
	for _, name := range []string{"a.txt", "a.md", "a.html"} {
		f.Add(name, []byte(sample))
		f.Add(name, gb(f, sample))
	}
	f.Add("a.md", []byte("# a\n> - b\n```\nc\n``` \n|a|b|\n|-|-|\n[^1]: n\n![](x) <b>*_x_*</b>"))
	f.Add("a.html", []byte("<p>a<sup>1</sup><br><script>x</p></script><h2>b&amp;c<table><tr><td>d"))
	f.Add("a.docx", docx(f, map[string]string{"word/document.xml": wordOf(`<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>港口</w:t></w:r></w:p>`)}))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		a, err := Read(name, data)
		if (a == nil) != (err != nil) {
			t.Fatalf("%v, %v", a, err)
		}
		if err != nil {
			return
		}
		for _, p := range a.Paragraphs {
			if strings.TrimSpace(p.Text) != p.Text || p.Text == "" || strings.ContainsAny(p.Text, "\n\r\x00") || !utf8.ValidString(p.Text) {
				t.Fatalf("a paragraph is %q", p.Text)
			}
		}
		whole := a.Paragraphs[len(a.Paragraphs)/2].Text
		if len(whole) < 2000 && !strings.ContainsAny(whole, "….。．[［〔(（略") && !a.Find(whole).Whole {
			t.Fatalf("a paragraph is not found in its own article: %q", whole)
		}
		a.Nearest(whole)
	})
}

// FuzzFind looks up whatever somebody may have put in quotation marks.
func FuzzFind(f *testing.F) {
	for _, q := range []string{"港务局……候潮", "[T]he channel", "〔3〕", "...", "", "（略）约四成", "ﬁnal"} {
		f.Add(q)
	}
	a := opened(f)
	f.Fuzz(func(t *testing.T, quote string) {
		if !utf8.ValidString(quote) {
			return
		}
		n := utf8.RuneCountInString(quote)
		found := a.Find(quote)
		if found.From < 0 || found.To < found.From || !found.Whole && found.To == found.From || found.To > 4*n {
			t.Fatalf("%q: %+v", quote, found)
		}
		if p, like := a.Nearest(quote); like < 0 || like > 1 || like > 0 && (p.Paragraph < 1 || p.Paragraph > len(a.Paragraphs)) {
			t.Fatalf("%q: %f %+v", quote, like, p)
		}
	})
}
