package pdf

import (
	"fmt"
	"net/url"
	"strings"

	"celun/app/language"
	"celun/app/typeset"
)

// leads reports whether an area of the page leads to a web address or to a
// place in the document. Other schemes are left out: a brief that came from
// elsewhere must not start programs or open files of its reader.
func (d *drawer) leads(it *typeset.Item) bool {
	if it.Width <= 0 || it.Height <= 0 {
		return false
	}
	if name, ok := strings.CutPrefix(it.Target, "#"); ok {
		return d.target(name, it.Language) > 0
	}
	return encodeURL(it.Target) != ""
}

// link makes an area that [drawer.leads] allows a link.
func (d *drawer) link(area *linkArea) {
	it := area.item
	if name, ok := strings.CutPrefix(it.Target, "#"); ok {
		d.out.Link(it.X, it.Y, it.Width, it.Height, d.target(name, it.Language))
	} else {
		d.out.LinkString(it.X, it.Y, it.Width, it.Height, encodeURL(it.Target))
	}
	e := area.element
	if e == nil { // it lies over no text
		e = d.tags.leaf(it).element.add("Link", tongue(it))
		e.target = it.Target
	}
	n := d.tags.page
	d.tags.links[n] = append(d.tags.links[n], e)
	e.kids = append(e.kids, kid{page: n, link: len(d.tags.links[n])})
}

// target returns gofpdf's number of a place in the document, or 0 if there is
// no such place. A name is an anchor, or the id of a block or section; the
// place is the first item that has it, in the language of the link if there
// is one.
func (d *drawer) target(name string, l language.Language) int {
	if len(d.targets) == 0 {
		d.findTargets()
	}
	if n := d.targets[place{name, l}]; n > 0 {
		return n
	}
	return d.targets[place{name, ""}]
}

// A place is a name that links lead to, where a language tells of it.
type place struct {
	name     string
	language language.Language
}

func (d *drawer) findTargets() {
	add := func(name string, l language.Language, page int, y float64) {
		if name == "" {
			return
		}
		number := 0
		for _, p := range []place{{name, l}, {name, ""}} {
			if _, ok := d.targets[p]; ok {
				continue
			}
			if number == 0 {
				number = d.out.AddLink()
				d.out.SetLink(number, max(0, y), page)
			}
			d.targets[p] = number
		}
	}
	d.targets[place{}] = 0
	for p := range d.doc.Pages {
		for i := range d.doc.Pages[p].Items {
			it := &d.doc.Pages[p].Items[i]
			if it.Role == typeset.ArtifactRole {
				continue
			}
			top := it.Y - 1.5*it.Size // the line is to be seen whole
			add(it.Anchor, it.Language, p+1, top)
			if it.Kind != typeset.LinkItem && it.Role != typeset.FootnoteRole && it.Role != typeset.ContentsRole {
				add(it.Address.Block, it.Language, p+1, top)
				add(it.Address.Section, it.Language, p+1, top)
			}
		}
	}
}

// encodeURL returns a web or mail address with all that is not ASCII, and all
// that may not stand in one, percent-encoded; or "" if it is no such address.
func encodeURL(address string) string {
	address = strings.TrimSpace(address)
	var b strings.Builder
	for i := range len(address) {
		c := address[i]
		switch {
		case c <= ' ' || c >= 0x7F || strings.IndexByte("\"<>\\^`{|}", c) >= 0,
			c == '%' && !isEscape(address[i:]):
			fmt.Fprintf(&b, "%%%02X", c)
		default:
			b.WriteByte(c)
		}
	}
	u, err := url.Parse(b.String())
	if err != nil {
		return ""
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		if u.Host != "" {
			return b.String()
		}
	case "mailto":
		if u.Opaque != "" {
			return b.String()
		}
	}
	return ""
}

// isEscape reports whether s begins with a percent sign and two hex digits.
func isEscape(s string) bool {
	if len(s) < 3 {
		return false
	}
	const digits = "0123456789abcdefABCDEF"
	return strings.IndexByte(digits, s[1]) >= 0 && strings.IndexByte(digits, s[2]) >= 0
}
