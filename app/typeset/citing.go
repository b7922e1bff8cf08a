package typeset

import (
	"strings"

	"celun/app/brief"
	"celun/app/language"
)

// A citation is the id of a source where a text cites it.
type citation struct {
	at brief.Address
	id string
}

// A citing is a section with what it cites. It is kept, since to look for
// citations in all texts costs more than to see that they are the same.
type citing struct {
	section brief.Section
	cites   []citation
	round   int
}

// number numbers the sources in the order in which the brief cites them, and
// those it does not cite after them.
func (c *composer) number() {
	c.numbers = map[string]int{}
	known := map[string]bool{}
	for i := range c.brief.Sources {
		known[c.brief.Sources[i].ID] = true
	}
	add := func(id string) {
		if c.numbers[id] == 0 && known[id] {
			c.order = append(c.order, id)
			c.numbers[id] = len(c.order)
		}
	}
	front := *c.brief
	front.Sections = nil
	all := citations(&front)
	for i := range c.brief.Sections {
		all = append(all, c.setter.citations(&c.brief.Sections[i])...)
	}
	for _, k := range all {
		if !known[k.id] {
			c.warn("cite-unknown", k.at, language.Text{
				ZH: "正文引用了“" + k.id + "”，来源表里没有它",
				EN: "The text cites “" + k.id + "”, which is not among the sources",
			})
		}
		add(k.id)
	}
	for i := range c.brief.Sources {
		add(c.brief.Sources[i].ID)
	}
	c.cited = strings.Join(c.order, "\x00")
}

// citations returns what a section cites, from what is kept if it can.
func (s *Setter) citations(of *brief.Section) []citation {
	if k := s.citing[of.ID]; k != nil && sameSection(&k.section, of) {
		k.round = s.round
		return k.cites
	}
	alone := brief.Brief{Sections: []brief.Section{*of}}
	k := &citing{copyOf(of), citations(&alone), s.round}
	s.citing[of.ID] = k
	return k.cites
}

// citations returns what the texts of b cite, in their order.
func citations(b *brief.Brief) (all []citation) {
	for at, text := range b.Addresses() {
		if !strings.Contains(text, "[^") {
			continue
		}
		for _, p := range parse(text) {
			for _, id := range p.cite {
				all = append(all, citation{at, id})
			}
		}
	}
	return all
}

// called returns how texts refer to a section or block. Most briefs have no
// such references, so the names are made when one is asked for.
func (c *composer) called(id string) language.Text {
	if c.labels == nil {
		c.labels = c.brief.Labels()
	}
	return c.labels[id]
}
