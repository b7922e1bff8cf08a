package paste

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Word and LibreOffice write a footnote as two links that lead to each other:
// the number in the text, and the number before the words of the note, which
// stand at the end of the page. Here the note stands where its number is.
type notes struct {
	texts  map[*html.Node]string // of the notes, by the link that refers to them
	bodies map[*html.Node]bool   // what holds the words of a note, at the end
}

// noteID is what the element is called that holds a whole note.
var noteID = regexp.MustCompile(`^(ftn|edn|sdfootnote|sdendnote)\d+$`)

// numbers is how the number of an item begins that Word writes out.
var numbers = regexp.MustCompile(`^[(（]?([0-9]+|[a-zA-Z]|[ivxIVX]+|[一二三四五六七八九十]+)[.)）、．]`)

// wordLevel finds how deep in a list a paragraph of Word is, from 1.
var wordLevel = regexp.MustCompile(`mso-list:[^;]*level([1-9])`)

// notesIn finds the footnotes of a page.
func notesIn(root *html.Node) notes {
	n := notes{map[*html.Node]string{}, map[*html.Node]bool{}}
	var links []*html.Node
	named := map[string]*html.Node{}
	for c := range root.Descendants() {
		if c.DataAtom == atom.A && strings.HasPrefix(attribute(c, "href"), "#") {
			links = append(links, c)
			for _, key := range []string{"name", "id"} {
				if name := attribute(c, key); name != "" && named[name] == nil {
					named[name] = c
				}
			}
		}
	}
	target := func(a *html.Node) *html.Node { return named[strings.TrimPrefix(attribute(a, "href"), "#")] }
	for _, a := range links {
		b := target(a)
		if b == nil || b == a || target(b) != a || n.bodies[bodyOf(a)] {
			continue
		}
		body := bodyOf(b)
		if body == nil || body == bodyOf(a) {
			continue
		}
		in := &reader{notes: notes{bodies: map[*html.Node]bool{b: true}}}
		in.children(body, look{}, 0)
		in.flush()
		var texts []string
		for _, p := range in.pieces {
			texts = append(texts, strings.ReplaceAll(p.Text, "\n", " "))
		}
		n.texts[a], n.bodies[body] = strings.TrimSpace(strings.Join(texts, " ")), true
	}
	return n
}

// bodyOf returns the element that holds a note with a link in it: the one that
// is named for it, or else the paragraph.
func bodyOf(a *html.Node) *html.Node {
	var body *html.Node
	for p := a.Parent; p != nil; p = p.Parent {
		if noteID.MatchString(attribute(p, "id")) {
			return p
		}
		if body == nil && (p.DataAtom == atom.P || p.DataAtom == atom.Li) {
			body = p
		}
	}
	return body
}

// textOf returns what is written in an element.
func textOf(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return strings.TrimSpace(b.String())
}
