package article

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// page reads the paragraphs of a web page. It looks at one tag after the
// other and builds no tree, so that a page cannot make it work much.
func (a *Article) page(text string) error {
	const longest = 1 << 20 // bytes of one tag
	z := html.NewTokenizer(strings.NewReader(text))
	z.SetMaxBuf(longest)
	var open strings.Builder
	level, read := 0, 0
	var silent atom.Atom // the element whose text is not shown
	raised := false      // a footnote mark may stand here
	flush := func() {
		a.add(open.String(), level)
		open.Reset()
	}
	for {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			flush()
			return nil // the end, or a tag that nobody can have meant
		case html.TextToken:
			said := string(z.Text())
			if read += len(said); read > MaxText {
				return a.tooLong()
			}
			said = html.UnescapeString(said)
			switch {
			case silent == atom.Title:
				a.Title = strings.Join(strings.Fields(said), " ")
			case silent != 0, raised && isMark(said):
			default:
				write(&open, said)
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			tag := atom.Lookup(name)
			start := kind == html.StartTagToken
			switch {
			case silent != 0:
				if kind == html.EndTagToken && tag == silent {
					silent = 0
				}
			case start && hides(tag):
				silent = tag
			case tag == atom.Sup:
				raised = start
			case divides(tag):
				flush()
				level = 0
				if start && len(name) == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' {
					level = int(name[1] - '0')
				}
			}
		}
	}
}

// write adds a text whose lines are broken where the page's author liked.
func write(open *strings.Builder, text string) {
	for i, line := range strings.Split(text, "\n") {
		if i == 0 {
			open.WriteString(line)
			continue
		}
		if line = strings.TrimLeft(line, " \t\r"); line != "" {
			join(open, line)
		}
	}
}

// hides reports an element whose text is not part of what a page says.
func hides(tag atom.Atom) bool {
	switch tag {
	case atom.Script, atom.Style, atom.Title, atom.Textarea, atom.Select, atom.Noscript, atom.Template, atom.Svg, atom.Button, atom.Iframe:
		return true
	}
	return false
}

// divides reports an element that begins a paragraph and ends one.
func divides(tag atom.Atom) bool {
	switch tag {
	case atom.P, atom.Div, atom.Br, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Li, atom.Ul, atom.Ol, atom.Dl, atom.Dt, atom.Dd,
		atom.Table, atom.Tr, atom.Td, atom.Th, atom.Caption, atom.Section, atom.Article, atom.Header, atom.Footer, atom.Main, atom.Aside, atom.Nav,
		atom.Blockquote, atom.Pre, atom.Hr, atom.Figure, atom.Figcaption, atom.Body, atom.Head, atom.Html, atom.Form:
		return true
	}
	return false
}

// isMark reports what a raised text is if it only points to a note.
func isMark(text string) bool {
	return strings.Trim(text, "0123456789[]()［］（）,，-–*†‡ ①②③④⑤⑥⑦⑧⑨⑩") == ""
}
