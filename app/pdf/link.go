package pdf

import (
	"fmt"
	"net/url"
	"strings"

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
		return d.target(name) > 0
	}
	return encodeURL(it.Target) != ""
}

// link makes an area that [drawer.leads] allows a link.
func (d *drawer) link(area *linkArea) {
	it := area.item
	if name, ok := strings.CutPrefix(it.Target, "#"); ok {
		d.out.Link(it.X, it.Y, it.Width, it.Height, d.target(name))
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
// no such place. A name is the id of a block or section, or for an entry of
// the reference list the slot of its address; the place is the first item
// that has it.
func (d *drawer) target(name string) int {
	if len(d.targets) == 0 {
		d.findTargets()
	}
	return d.targets[name]
}

func (d *drawer) findTargets() {
	add := func(name string, page int, y float64) {
		if _, ok := d.targets[name]; ok || name == "" {
			return
		}
		n := d.out.AddLink()
		d.out.SetLink(n, max(0, y), page)
		d.targets[name] = n
	}
	d.targets[""] = 0
	for p := range d.doc.Pages {
		for i := range d.doc.Pages[p].Items {
			it := &d.doc.Pages[p].Items[i]
			if it.Kind != typeset.TextItem || it.Role == typeset.ArtifactRole {
				continue
			}
			top := it.Y - 1.5*it.Size // the line is to be seen whole
			if it.Role == typeset.SourceRole {
				add(string(it.Address.Slot), p+1, top)
			}
			add(it.Address.Block, p+1, top)
			add(it.Address.Section, p+1, top)
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
