package figure

import (
	"strconv"

	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
)

// A beyond is a link to a node that stands on another map.
type beyond struct {
	kind  argument.LinkKind
	to    string // number of that node
	leads bool   // the link leads there, and does not come from there
}

// A hook is the end of such a link: an arrow and a number at the foot of a
// node, at a place within its text.
type hook struct {
	beyond
	x, y float64
}

const (
	hookArrow = 13.0 // length of the arrow, pt
	hookGap   = 3.0  // between the arrow and its number
	hookSpace = 9.0  // between two of them
)

// beyonds returns the links of a map to nodes of the whole that are not on it,
// by the ids of their own ends.
func beyonds(f, whole *brief.Figure) map[string][]beyond {
	if whole == nil {
		return nil
	}
	here, there := map[string]bool{}, map[string]string{}
	for i := range f.Nodes {
		here[f.Nodes[i].ID] = true
	}
	for _, n := range numbered(whole).Nodes {
		there[n.ID] = strconv.Itoa(n.Number)
	}
	out := map[string][]beyond{}
	for _, e := range f.Edges {
		kind := argument.LinkKind(e.Kind)
		switch {
		case here[e.From] && !here[e.To] && there[e.To] != "":
			out[e.From] = append(out[e.From], beyond{kind, there[e.To], true})
		case here[e.To] && !here[e.From] && there[e.From] != "":
			out[e.To] = append(out[e.To], beyond{kind, there[e.From], false})
		}
	}
	return out
}

// hooks places the ends of links to other maps in rows of a width, and returns
// how high they are.
func (p *pen) hooks(all []beyond, width, scale float64) ([]hook, float64) {
	var out []hook
	row := labelSize * scale * leading
	x, y := 0.0, 0.0
	for _, b := range all {
		wide := hookArrow + hookGap + p.measure(b.to, p.languages[0], labelSize*scale, true)
		if x > 0 && x+wide > width {
			x, y = 0, y+row
		}
		out = append(out, hook{b, x, y})
		x += wide + hookSpace
	}
	if len(out) == 0 {
		return nil, 0
	}
	return out, y + row
}

// hook draws one with the top left corner of its row at a point: → 4 leads to
// 4, ← 4 comes from there.
func (p *pen) hook(h hook, x, y, scale float64) {
	size := labelSize * scale
	x, y = x+h.x, y+h.y
	middle := y + size*leading/2
	from, to, d := Point{x, middle}, Point{x + hookArrow, middle}, 1.0
	if !h.leads {
		from, to, d = to, from, -1
	}
	p.link(h.kind, line(from, Point{to.X - d*short(h.kind), middle}), to, d, 0)
	if h.kind == argument.PartOf { // whose line has no head
		p.head(to, d, 0, 4.5, rule)
	}
	p.say(x+hookArrow+hookGap, y+size*(leading/2+0.36), Start, h.to, p.languages[0], size, true, ink)
}

// hookName says in the legend what such an arrow means.
var hookName = language.Text{ZH: "联系另一张图上该编号的论点", EN: "joins the argument of that number on another map"}
