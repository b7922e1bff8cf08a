package typeset

import (
	"unicode/utf8"

	"celun/app/brief"
)

// A placed part has its place on the page: of its first line box, in pt from
// the page's top left.
type placed struct {
	part
	x, y      float64
	paragraph int // as Item counts them
	notes     int // of a footnote: the paragraph of the text it belongs to
}

// place puts a part on the plan of its page and numbers its passage.
func (p *pager) place(pl *placed) {
	if !pl.artifact && pl.art == nil {
		if *pl.number == 0 {
			p.numbers++
			*pl.number = p.numbers
		}
		pl.paragraph = *pl.number
		if pl.cites != nil {
			pl.notes = *pl.cites
		}
	}
	on := p.plan(pl.side)
	on.parts = append(on.parts, *pl)
}

// items returns how many items a part has at most, its links left out.
func (p *part) items() int {
	if p.art != nil {
		return len(p.art.items)
	}
	n := 0
	for i := p.from; i < p.to; i++ {
		n += len(p.lines.lines[i].runs) + len(p.lines.lines[i].strokes) + len(p.lines.lines[i].over)
	}
	return n
}

// under appends what stands at the lines of a placed part and is no text of
// the brief: underlines, dots and pinyin.
func (p *pager) under(pg *Page, pl *placed) {
	st := pl.passage.style
	y := pl.y + st.baseline()
	for i := pl.from; i < pl.to; i++ {
		for _, s := range pl.lines.lines[i].strokes {
			pg.Items = append(pg.Items, Item{
				Kind: s.kind, X: pl.x + s.x, Y: y + s.y, Width: s.width, Height: s.height, Color: st.Color, Role: ArtifactRole,
			})
		}
		for _, r := range pl.lines.lines[i].over {
			pg.Items = append(pg.Items, Item{
				Kind: TextItem, X: pl.x + r.x, Y: y - r.rise, Width: r.width, Color: p.style.Soft, Text: r.text, Advances: r.advances,
				Face: r.id, Size: r.size, Rise: r.rise, Language: r.language, Role: ArtifactRole,
			})
		}
		y += st.Leading
	}
}

// draw appends a placed part to the items of a page.
func (p *pager) draw(pg *Page, pl *placed) {
	if pl.art != nil {
		p.drawArt(pg, pl)
		return
	}
	ps := pl.passage
	number := pl.paragraph
	rune0 := 0
	if pl.targets != nil {
		for _, l := range pl.lines.lines[:pl.from] {
			rune0 += l.runes()
		}
	}
	y := pl.y + ps.style.baseline()
	for i := pl.from; i < pl.to; i++ {
		l := &pl.lines.lines[i]
		for k := range l.runs {
			r := &l.runs[k]
			sp := &ps.spans[r.span]
			it := Item{
				Kind: TextItem, X: pl.x + r.x, Y: y - r.rise, Width: r.width, Color: ps.style.Color,
				Text: r.text, Advances: r.advances, Shifts: r.shifts, Face: r.id, Size: r.size, Rise: r.rise,
				Hyphen: r.hyphen, Made: r.made, Language: r.language, Role: ps.role, Level: ps.level,
				Address: sp.address, Offset: sp.start + r.offset, Paragraph: number, Section: pl.section, Cell: ps.cell, Notes: pl.notes,
			}
			if i == 0 && k == 0 {
				it.Anchor = pl.anchor
			}
			if r.made || sp.part == sign {
				it.Color = p.style.Accent
			}
			if pl.artifact {
				it.Role, it.Level, it.Address, it.Offset, it.Cell, it.Anchor = ArtifactRole, 0, brief.Address{}, 0, nil, ""
			}
			pg.Items = append(pg.Items, it)
		}
		if pl.targets != nil && !pl.artifact {
			p.link(pg, pl, l, y, rune0)
			rune0 += l.runes()
		}
		y += ps.style.Leading
	}
}

// link lays a link over what of its address stands in the line, whose first
// character is number rune0 of the passage.
func (p *pager) link(pg *Page, pl *placed, l *line, y float64, rune0 int) {
	for _, t := range pl.targets {
		at := rune0
		x0, x1, found := 0.0, 0.0, false
		for k := range l.runs {
			r := &l.runs[k]
			x := r.x
			n := r.runes()
			for _, a := range r.advances[:n] {
				if at >= t.from && at < t.to {
					if !found {
						x0, found = x, true
					}
					x1 = x + a
				}
				x += a
				at++
			}
		}
		if found {
			size := pl.passage.style.EN.Size
			pg.Items = append(pg.Items, Item{
				Kind: LinkItem, X: pl.x + x0, Y: y - size, Width: x1 - x0, Height: 1.3 * size,
				Target: t.url, Language: l.runs[0].language, Role: pl.passage.role, Address: pl.passage.spans[0].address,
				Section: pl.section, Anchor: t.anchor, Paragraph: pl.paragraph,
			})
		}
	}
}

// runes returns how many characters of the text the run shows.
func (r *run) runes() int {
	if r.hyphen {
		return utf8.RuneCountInString(r.text) - 1
	}
	return len(r.advances)
}

// runes returns how many characters of the text the line shows.
func (l *line) runes() int {
	n := 0
	for i := range l.runs {
		n += l.runs[i].runes()
	}
	return n
}
