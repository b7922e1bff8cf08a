package figure

import (
	"celun/app/argument"
	"celun/app/brief"
	"celun/app/language"
)

// coverage draws which countermeasure answers which challenge: a row for each
// countermeasure, a column for each challenge. A challenge that none answers
// says so in its column.
func (p *pen) coverage(at string, f *brief.Figure) error {
	var rows, columns []*brief.Node
	for i := range f.Nodes {
		switch n := &f.Nodes[i]; kindOf(n) {
		case argument.Challenge:
			columns = append(columns, n)
		default:
			rows = append(rows, n)
		}
	}
	if len(rows) == 0 || len(columns) == 0 {
		return problem(at,
			"对应表要有挑战，也要有对策", "a matrix of coverage needs challenges and countermeasures",
			"请先加入两者", "Put both into it first")
	}
	answers := map[[2]string]bool{}
	for _, e := range f.Edges {
		if argument.LinkKind(e.Kind) == argument.Answers {
			answers[[2]string{e.From, e.To}] = true
		}
	}
	m := p.matrix(rows, columns)
	m.draw(answers)
	return nil
}

// A matrix is a matrix of coverage on its way onto the drawing.
type matrix struct {
	*pen
	rows, columns []*brief.Node
	names, heads  []label
	name, cell    float64 // widths, pt
	top           float64
}

func (p *pen) matrix(rows, columns []*brief.Node) *matrix {
	m := &matrix{pen: p, rows: rows, columns: columns}
	m.cell = min(110, max(46, p.Width*0.62/float64(len(columns))))
	m.name = max(p.Width-m.cell*float64(len(columns)), 0.3*p.Width)
	m.cell = (p.Width - m.name) / float64(len(columns))
	for _, n := range columns {
		l := p.label(n.Label, m.cell-10, 0.95, true)
		m.heads = append(m.heads, l)
		m.top = max(m.top, l.height)
	}
	m.top += 10
	for _, n := range rows {
		m.names = append(m.names, p.label(n.Label, m.name-12, 0.95, false))
	}
	return m
}

func (m *matrix) draw(answers map[[2]string]bool) {
	look := lookOf(argument.Challenge)
	for j := range m.columns {
		x := m.name + float64(j)*m.cell
		m.fill(rectangle(x+1, 0, m.cell-2, m.top), look.ground)
		m.hatch(x+1, m.top-4, m.cell-2, 4, 3.6, 1.2, look.colour)
		m.put(m.heads[j], x+m.cell/2, (m.top-4-m.heads[j].height)/2, Middle)
	}
	y := m.top
	count := make([]int, len(m.columns))
	for i, n := range m.rows {
		h := max(m.names[i].height+8, 20)
		m.put(m.names[i], 10, y+(h-m.names[i].height)/2, Start)
		m.fill(rectangle(0, y+3, 4, h-6), lookOf(kindOf(n)).colour)
		for j, c := range m.columns {
			middle := Point{m.name + (float64(j)+0.5)*m.cell, y + h/2}
			if !answers[[2]string{n.ID, c.ID}] {
				m.fill(circle(middle.X, middle.Y, 1), rule)
				continue
			}
			count[j]++
			m.fill(circle(middle.X, middle.Y, 5), green)
			m.stroke([]Segment{
				{Verb: Move, To: Point{middle.X - 2.3, middle.Y + 0.2}},
				{Verb: Line, To: Point{middle.X - 0.6, middle.Y + 2}},
				{Verb: Line, To: Point{middle.X + 2.6, middle.Y - 1.9}},
			}, white, 1.2)
		}
		y += h
		m.stroke(line(Point{0, y}, Point{m.Width, y}), hairline, 0.5)
	}
	m.sums(count, y)
}

// sums writes under each challenge how many answers it has.
func (m *matrix) sums(count []int, y float64) {
	name := m.label(language.Text{ZH: "对策数", EN: "Answers"}, m.name-12, 0.9, true)
	if m.put(name, 10, y+4, Start); len(count) == 0 {
		return
	}
	high := name.height
	for j, n := range count {
		t := language.Text{ZH: write(float64(n), language.ZH), EN: write(float64(n), language.EN)}
		if n == 0 {
			t = language.Text{ZH: "尚无对策", EN: "no answer"}
		}
		l := m.label(t, m.cell-6, 0.9, true)
		if n == 0 {
			for i := range l.lines {
				l.lines[i].Color = red
			}
			m.stroke(rectangle(m.name+float64(j)*m.cell+2, m.top+1, m.cell-4, y-m.top-2), red, 1, 3, 2)
		}
		m.put(l, m.name+(float64(j)+0.5)*m.cell, y+4, Middle)
		high = max(high, l.height)
	}
	m.Height = y + high + 8
}
