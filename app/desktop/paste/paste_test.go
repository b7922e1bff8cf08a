package paste_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"celun/app/brief"
	"celun/app/desktop/paste"
)

func shown(pieces []paste.Piece) string {
	var lines []string
	for _, p := range pieces {
		switch p.Kind {
		case brief.Table:
			var rows []string
			for _, r := range p.Rows {
				rows = append(rows, strings.Join(r, "|"))
			}
			lines = append(lines, "table: "+strings.Join(rows, " / "))
		case brief.Heading:
			lines = append(lines, fmt.Sprintf("h%d: %s", p.Level, p.Text))
		case brief.List:
			lines = append(lines, "list: "+strings.ReplaceAll(p.Text, "\n", " / "))
		default:
			lines = append(lines, strings.ReplaceAll(p.Text, "\n", " / "))
		}
	}
	return strings.Join(lines, "\n")
}

func TestPagesAndDocuments(t *testing.T) {
	for name, c := range map[string]struct{ html, want string }{
		"paragraphs":                       {"<p>One\nline.</p><p>Two <b>bold</b> and <i>italic </i>words</p>", "One line.\nTwo **bold** and *italic* words"},
		"hanzi across lines of the source": {"<p>缩小数字\n鸿沟，<span style='font-weight: 700'>先连接</span></p>", "缩小数字鸿沟，**先连接**"},
		"headings and a list":              {"<h1>题</h1><ul><li>甲</li><li>乙<ul><li>丙</li></ul></li></ul><p>末", "h2: 题\nlist: 甲 / 乙 /   丙\n末"},
		"a list of Word": {
			"<p class=MsoListParagraph style='mso-list:l0 level1'><!--[if !supportLists]--><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span><!--[endif]-->First</p>" +
				"<p class=MsoListParagraph style='mso-list:l0 level1'><span style='mso-list:Ignore'>·</span>Second</p><p class=MsoNormal>After</p>",
			"list: 1. First / Second\nAfter",
		},
		"a list in a list of Word": {
			"<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.</span>First</p><p class=MsoListParagraph style='margin-left:72pt;mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o</span>In it</p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.</span>Second</p>",
			"list: 1. First /   In it / 1. Second",
		},
		"a numbered list in a list": {"<ul><li>甲<ol><li>乙</li><li>丙</li></ol></li><li>丁</li></ul>", "list: 甲 /   1. 乙 /   1. 丙 / 丁"},
		"a footnote of Word": {
			"<p>Claim<a href='#_ftn1' name='_ftnref1'><span>[1]</span></a> stands.</p><div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p><a href='#_ftnref1' name='_ftn1'><span>[1]</span></a> The <i>note</i>.</p></div></div>",
			"Claim^[The *note*.] stands.",
		},
		"a footnote of LibreOffice": {
			"<p>Claim<sup><a class='sdfootnoteanc' name='sdfootnote1anc' href='#sdfootnote1sym'><sup>1</sup></a></sup> stands.</p><div id='sdfootnote1'><p><a class='sdfootnotesym' name='sdfootnote1sym' href='#sdfootnote1anc'>1</a>The note.</p></div>",
			"Claim^[The note.] stands.",
		},
		"cells that reach down": {"<table><tr><td rowspan=2>a<td>b<td>c<tr><td>d<td>e<tr><td>f<td colspan=2>g</table>", "table: a|b|c / |d|e / f|g|"},
		"a table": {
			"<table><thead><tr><th>地区<th>%</thead><tr><td>非洲<td>35<tr><td><p>北美</p><td>95</table>",
			"table: 地区|% / 非洲|35 / 北美|95",
		},
		"a table for the layout": {"<table><tr><td><p>One</p><p>Two</p></td></tr></table>", "One\nTwo"},
		"cells that span":        {"<table><tr><td colspan=2>a<tr><td>b<td>c</table>", "table: a| / b|c"},
		"what is not read":       {"<style>p{}</style><script>x()</script><p>Seen<span style='display: none'>hidden</span><img src=x></p><!-- no -->", "Seen"},
		"what looks like markup": {"<p>2 * 3 * 4 [^x] **y**</p>", `2 \* 3 \* 4 \[^x\] \*\*y\*\*`},
		"a line break":           {"<p>One<br>Two</p>", "One / Two"},
		"bold that is none":      {"<b style='font-weight:normal'><p>Plain</p></b>", "Plain"},
	} {
		if got := shown(paste.HTML(c.html)); got != c.want {
			t.Errorf("%s:\n%s\nwant:\n%s", name, got, c.want)
		}
	}
}

func TestPlainText(t *testing.T) {
	for text, want := range map[string]string{
		"one\r\n\r\ntwo\n":      "one\ntwo",
		"地区\t%\n非洲\t35\n北美\t95": "table: 地区|% / 非洲|35 / 北美|95",
		"a\tb":                  "a b",
		"\ufeffone\x00\u200b":   "one",
	} {
		if got := shown(paste.Text(text)); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// Whatever is pasted, what comes of it is valid and bounded.
func FuzzHTML(f *testing.F) {
	f.Add("<p>a<b>b</p><table><tr><td colspan=99999999999>x<table><tr><td>y")
	f.Add("<ul><li><p>x<ul><li>\xff\x00")
	f.Add(strings.Repeat("<div>", 3000))
	f.Fuzz(func(t *testing.T, page string) {
		if len(page) > 1<<16 {
			return
		}
		for _, p := range paste.HTML(page) {
			if !utf8.ValidString(p.Text) || p.Kind == brief.Paragraph && p.Text == "" {
				t.Fatalf("%+v", p)
			}
			for _, row := range p.Rows {
				if len(row) != len(p.Rows[0]) {
					t.Fatalf("rows of %d and %d", len(row), len(p.Rows[0]))
				}
			}
		}
	})
}
