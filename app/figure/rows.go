package figure

import (
	"slices"

	"celun/app/brief"
	"celun/app/language"
)

const (
	barHeight = 10.0 // of a bar, pt
	rowGap    = 7.0  // between the rows of a chart, pt
	labelGap  = 8.0  // between a label and what it names, pt
)

// rows draws a bar or dot chart: a row for each value, its name on the left and
// the number beside its mark.
func (p *pen) rows(f *brief.Figure) {
	values := make([]float64, len(f.Data))
	labels := make([]label, len(f.Data))
	named := 0.0
	for i := range f.Data {
		values[i] = f.Data[i].Value
		labels[i] = p.label(unmarked(dated(&f.Data[i], f.Data)), p.Width*0.38, 1, false)
		named = max(named, labels[i].width)
	}
	figures := make([]label, len(f.Data))
	wide := 0.0
	for i := range f.Data {
		figures[i] = p.figures(&f.Data[i])
		wide = max(wide, figures[i].width)
	}
	left := named + labelGap
	right := p.Width - wide - labelGap
	if slices.Min(values) < 0 {
		left += wide + 4 // for the numbers beside bars that go to the left
	}
	s := newScale(values, f.Form == brief.BarForm, max(2, min(6, int((right-left)/60))))
	if s.low < 0 {
		s.low = slices.Min(values) // no further to the left than a bar goes
	}
	top := p.unit(f.Data[0].Unit, left)
	y := top + 3
	begin := len(p.Shapes)
	for i, v := range values {
		h := max(labels[i].height, barHeight)
		middle := y + h/2
		x, zero := s.at(v, left, right), s.at(min(max(0, s.low), s.high), left, right)
		p.put(labels[i], named, y+(h-labels[i].height)/2, End)
		if f.Form == brief.BarForm {
			p.fill(rectangle(min(x, zero), middle-barHeight/2, max(x-zero, zero-x, 0.6), barHeight), accent)
		} else {
			p.stroke(line(Point{left, middle}, Point{x, middle}), rule, 0.6, 1, 2)
			p.fill(circle(x, middle, 3.6), accent)
			x += 3.6
		}
		if f.Form == brief.BarForm && v < 0 {
			p.clear(x-4-figures[i].width, middle, figures[i])
			p.put(figures[i], x-4, middle-figures[i].height/2, End)
		} else {
			p.clear(x+4, middle, figures[i])
			p.put(figures[i], x+4, middle-figures[i].height/2, Start)
		}
		y += h + rowGap
	}
	y -= rowGap - 3
	grid := p.grid(s, left, right, top, y)
	p.Shapes = append(p.Shapes[:begin:begin], append(grid, p.Shapes[begin:]...)...)
	p.ticks(s, f.Data[0].Unit, left, right, y)
}

// clear covers the lines of the scale behind a number.
func (p *pen) clear(x, middle float64, l label) {
	p.fill(rectangle(x-1, middle-l.height/2+1, l.width+2, l.height-2), white)
}

// figures is the number of a value as each language writes it, once if they
// write it alike.
func (p *pen) figures(d *brief.Datum) label {
	var l label
	for _, lang := range p.languages {
		s := p.written(d.Value, d.Unit, lang)
		if len(l.lines) > 0 && l.lines[0].Text == s {
			continue
		}
		size := labelSize
		if len(l.lines) > 0 {
			size = twinSize
		}
		l.lines = append(l.lines, Text{Text: s, Language: lang, Size: size, Bold: true, Color: ink})
		l.height += size * leading
		l.width = max(l.width, p.measure(s, lang, size, true))
	}
	return l
}

// unit writes what the values are counted in, and returns the room it takes.
func (p *pen) unit(u language.Text, x float64) float64 {
	begin := x
	for _, l := range p.languages {
		s := plain(u.In(l))
		if s == "" || sign(s) {
			continue
		}
		head := language.Text{ZH: "单位：", EN: "Unit: "}.In(l)
		p.say(x, smallSize, Start, head+s, l, smallSize, false, soft)
		x += p.measure(head+s, l, smallSize, false) + 10
	}
	if x == begin {
		return 0
	}
	return smallSize*leading + 3
}

// grid returns the lines at the round numbers of a scale that runs across.
func (p *pen) grid(s scale, left, right, top, bottom float64) []Shape {
	g := pen{}
	for _, v := range s.ticks() {
		x := s.at(v, left, right)
		if v == 0 || v == s.low && s.low > 0 {
			g.stroke(line(Point{x, top}, Point{x, bottom}), rule, 0.8)
			continue
		}
		g.stroke(line(Point{x, top}, Point{x, bottom}), hairline, 0.5)
	}
	return g.Shapes
}

// ticks writes the round numbers of a scale under it, in each language if they
// write them differently, and sets the height of the drawing.
func (p *pen) ticks(s scale, u language.Text, left, right, y float64) {
	for i, l := range p.languages {
		same := i > 0
		for _, v := range s.ticks() {
			same = same && p.written(v, u, l) == p.written(v, u, p.languages[0])
		}
		if same {
			continue
		}
		y += smallSize * leading
		for _, v := range s.ticks() {
			p.say(s.at(v, left, right), y, Middle, p.written(v, u, l), l, smallSize, false, soft)
		}
	}
	p.Height = y + 3
}

// dated is the label of a value, with its date if the chart has several.
func dated(d *brief.Datum, all []brief.Datum) language.Text {
	t := d.Label
	same := true
	for i := range all {
		same = same && all[i].Date == d.Date
	}
	if d.Date == "" || same && len(all) > 1 {
		return t
	}
	when := language.Date(d.Date)
	if t.ZH != "" {
		t.ZH += "（" + when.ZH + "）"
	}
	if t.EN != "" {
		t.EN += " (" + when.EN + ")"
	}
	if t.IsEmpty() {
		return when
	}
	return t
}
