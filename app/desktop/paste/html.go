package paste

import (
	"regexp"
	"strings"
	"unicode"

	"celun/app/brief"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxDepth bounds how deep elements may nest.
const maxDepth = 400

// HTML returns the pieces of a page or a part of one.
func HTML(page string) []Piece {
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return nil
	}
	r := &reader{notes: notesIn(root)}
	r.walk(root, look{}, 0)
	r.flush()
	return r.pieces
}

// A look is how text is set where the reader is.
type look struct {
	strong, emphasis bool
	note             int // the number of a footnote; 0: text of the line
}

// reader gathers pieces from the elements of a page.
type reader struct {
	pieces []Piece
	line   []span
	list   []string // items of the list at hand
	in     int      // how deep in lists
	level  int      // of the heading at hand; 0: none
	item   bool     // the paragraph at hand is an item
	deep   int      // how deep in a list of Word it is
	counts bool     // it is numbered
	notes  notes
}

type span struct {
	text string
	look
}

func (r *reader) walk(n *html.Node, l look, depth int) {
	if depth > maxDepth {
		return
	}
	switch n.Type {
	case html.TextNode:
		r.line = append(r.line, span{n.Data, l})
		return
	case html.CommentNode, html.DoctypeNode:
		return
	case html.ElementNode:
		r.element(n, l, depth)
		return
	}
	r.children(n, l, depth)
}

func (r *reader) children(n *html.Node, l look, depth int) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.walk(c, l, depth+1)
	}
}

func (r *reader) element(n *html.Node, l look, depth int) {
	style := attribute(n, "style")
	if strings.Contains(style, "mso-list:ignore") {
		r.counts = numbers.MatchString(textOf(n)) // the bullet or number that Word writes out
		return
	}
	if strings.Contains(style, "display:none") || r.notes.bodies[n] {
		return // it is not seen, or stands where it is referred to
	}
	if text, ok := r.notes.texts[n]; ok {
		l.note = len(r.line) + 1
		r.line = append(r.line, span{text, l})
		return
	}
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Head, atom.Title, atom.Noscript, atom.Template, atom.Svg, atom.Math, atom.Img, atom.Object, atom.Iframe, atom.Button, atom.Select, atom.Textarea:
		return
	case atom.B, atom.Strong:
		l.strong = !strings.Contains(style, "font-weight:normal")
	case atom.I, atom.Em, atom.Cite:
		l.emphasis = true
	case atom.Br:
		r.line = append(r.line, span{"\n", l})
		return
	case atom.Table:
		r.flush()
		r.table(n, depth)
		return
	case atom.Ul, atom.Ol:
		r.block(func() {
			r.in++
			r.children(n, l, depth)
			r.endLine()
			if r.in--; r.in == 0 {
				r.endList()
			}
		})
		return
	case atom.Li:
		r.endLine()
		r.item, r.counts = true, n.Parent != nil && n.Parent.DataAtom == atom.Ol
		r.children(n, l, depth)
		r.endLine()
		return
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		r.heading(n, l, depth, int(n.Data[1]-'0')+1)
		return
	}
	if weight := bold(style); weight != nil {
		l.strong = *weight
	}
	if strings.Contains(style, "font-style:italic") {
		l.emphasis = true
	}
	if !isBlock(n.DataAtom) {
		r.children(n, l, depth)
		return
	}
	if n.DataAtom == atom.P && (strings.Contains(style, "mso-list:") || strings.Contains(attribute(n, "class"), "msolistparagraph")) {
		r.endLine()
		r.item, r.deep, r.counts = true, 0, false
		if level := wordLevel.FindStringSubmatch(style); level != nil {
			r.deep = int(level[1][0] - '1')
		}
		r.children(n, l, depth)
		r.endLine()
		r.deep = 0
		return
	}
	if r.item { // a paragraph in an item belongs to it
		r.children(n, l, depth)
		return
	}
	r.block(func() { r.children(n, l, depth) })
}

// block reads something that stands on lines of its own.
func (r *reader) block(read func()) {
	r.endLine()
	if r.in == 0 {
		r.endList()
	}
	read()
	r.endLine()
}

func (r *reader) heading(n *html.Node, l look, depth, level int) {
	r.flush()
	r.level = min(max(level, 2), 4)
	l.strong = false
	r.children(n, l, depth)
	r.endLine()
	r.level = 0
}

// endLine ends the paragraph, item or heading at hand.
func (r *reader) endLine() {
	text := markup(r.line)
	item, level, start := r.item, r.level, strings.Repeat("  ", min(r.deep+max(0, r.in-1), brief.MaxLevel))
	if r.counts {
		start += "1. "
	}
	r.line, r.item, r.counts = nil, false, false
	switch {
	case text == "":
	case level > 0:
		r.pieces = append(r.pieces, Piece{Kind: brief.Heading, Level: level, Text: brief.Escape(brief.Plain(strings.ReplaceAll(text, "\n", " ")))})
	case item || r.in > 0:
		r.list = append(r.list, start+strings.ReplaceAll(text, "\n", " "))
	default:
		r.endList()
		r.pieces = append(r.pieces, Piece{Kind: brief.Paragraph, Text: text})
	}
}

func (r *reader) endList() {
	if len(r.list) > 0 {
		r.pieces = append(r.pieces, Piece{Kind: brief.List, Text: strings.Join(r.list, "\n")})
		r.list = nil
	}
}

func (r *reader) flush() {
	r.endLine()
	r.endList()
}

// table reads a table. One of a single column, or that holds another one, is
// there for the layout of a page: its cells are read as text.
func (r *reader) table(n *html.Node, depth int) {
	var rows [][]string
	nested := false
	var taken [60]int // rows that a cell above still reaches into, by column
	var visit func(n *html.Node)
	visit = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch c.DataAtom {
			case atom.Tr:
				if row := r.row(c, depth, &nested, &taken); len(row) > 0 {
					rows = append(rows, row)
				}
			case atom.Thead, atom.Tbody, atom.Tfoot:
				visit(c)
			}
		}
	}
	visit(n)
	rows = square(rows)
	if len(rows) == 0 {
		return
	}
	if nested || len(rows[0]) == 1 {
		r.children(n, look{}, depth)
		r.flush()
		return
	}
	if len(rows) == 1 { // a table has a head
		rows = append(rows, make([]string, len(rows[0])))
	}
	r.pieces = append(r.pieces, Piece{Kind: brief.Table, Rows: rows})
}

func (r *reader) row(tr *html.Node, depth int, nested *bool, taken *[60]int) []string {
	var row []string
	skip := func() { // what a cell above reaches into is empty
		for len(row) < len(taken) && taken[len(row)] > 0 {
			taken[len(row)]--
			row = append(row, "")
		}
	}
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
			continue
		}
		skip()
		in := &reader{notes: r.notes}
		in.children(c, look{}, depth+1)
		in.flush()
		var texts []string
		for _, p := range in.pieces {
			*nested = *nested || p.Kind == brief.Table
			texts = append(texts, p.Text)
		}
		at := len(row)
		row = append(row, strings.Join(texts, "\n"))
		for n := span1(attribute(c, "colspan")); n > 1 && len(row) < len(taken); n-- {
			row = append(row, "")
		}
		if below := span1(attribute(c, "rowspan")) - 1; below > 0 {
			for ; at < len(row) && at < len(taken); at++ {
				taken[at] = below
			}
		}
	}
	if row != nil {
		skip()
	}
	return row
}

// span1 reads the number of columns or rows that a cell spans.
func span1(s string) int {
	n := 0
	for _, r := range s {
		if r < '0' || r > '9' || n > 60 {
			return min(n, 60)
		}
		n = n*10 + int(r-'0')
	}
	return n
}

// markup writes spans as one text with light markup.
func markup(spans []span) string {
	var b strings.Builder
	type part struct {
		text string
		look
	}
	var parts []part
	for _, s := range spans {
		text := s.text
		if text != "\n" {
			text = strings.ReplaceAll(clean(text), "\n", " ")
		}
		if n := len(parts); n > 0 && parts[n-1].look == s.look {
			parts[n-1].text += text
			continue
		}
		parts = append(parts, part{text, s.look})
	}
	for _, p := range parts {
		sign := ""
		switch {
		case p.note > 0:
			b.WriteString("^[" + p.text + "]")
			continue
		case p.strong && p.emphasis:
			sign = "***"
		case p.strong:
			sign = "**"
		case p.emphasis:
			sign = "*"
		}
		text := p.text
		inner := strings.TrimSpace(text)
		if sign == "" || inner == "" || strings.Contains(inner, "\n") {
			b.WriteString(brief.Escape(text))
			continue
		}
		at := strings.Index(text, inner)
		b.WriteString(text[:at] + sign + brief.Escape(inner) + sign + text[at+len(inner):])
	}
	return tidy(b.String())
}

var blanks = regexp.MustCompile(`[ \t]+`)

// tidy makes runs of blanks one, and takes those away that line ends in the
// source of a page leave between hanzi.
func tidy(text string) string {
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		line = blanks.ReplaceAllString(strings.TrimSpace(line), " ")
		lines = append(lines, closeUp(line))
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

func closeUp(line string) string {
	runes := []rune(line)
	var out []rune
	for i, r := range runes {
		if r == ' ' && i > 0 && i+1 < len(runes) && isHan(runes[i-1]) && isHan(runes[i+1]) {
			continue
		}
		out = append(out, r)
	}
	return string(out)
}

func isHan(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r < 0x3040 || r >= 0xff00
}

// bold tells of a style whether it makes text bold or not, if it says so.
func bold(style string) *bool {
	_, weight, found := strings.Cut(style, "font-weight:")
	if !found {
		return nil
	}
	weight, _, _ = strings.Cut(weight, ";")
	is := weight == "bold" || weight == "bolder" || len(weight) == 3 && weight >= "600"
	return &is
}

func isBlock(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Header, atom.Footer, atom.Main, atom.Aside, atom.Nav, atom.Blockquote, atom.Pre,
		atom.Dl, atom.Dt, atom.Dd, atom.Figure, atom.Figcaption, atom.Address, atom.Hr, atom.Form, atom.Fieldset, atom.Body, atom.Html, atom.Td, atom.Tr, atom.Th, atom.Caption, atom.Details, atom.Summary:
		return true
	}
	return false
}

// attribute returns an attribute in small letters and without blanks.
func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return strings.ToLower(strings.Join(strings.Fields(a.Val), ""))
		}
	}
	return ""
}
