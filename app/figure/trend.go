package figure

import (
	"math"
	"slices"
	"strconv"

	"celun/app/brief"
	"celun/app/language"
)

// A series is the values of one name over time.
type series struct {
	name   language.Text
	points []dot
}

type dot struct {
	at    float64 // years
	value float64
	datum *brief.Datum
}

// allSeries gathers dated values by their name, in the order of their dates.
func allSeries(at string, data []brief.Datum) ([]series, error) {
	var out []series
	for i := range data {
		d := &data[i]
		m := when(d.Date)
		if !m.known {
			return nil, problem(at,
				"“"+d.Label.ZH+"”没有日期，不能画折线图", "“"+d.Label.EN+"” has no date and cannot stand in a line chart",
				"请补写日期，或改用条形图", "Give the date, or use a bar chart")
		}
		k := slices.IndexFunc(out, func(s series) bool { return s.name == d.Label })
		if k < 0 {
			k = len(out)
			out = append(out, series{name: d.Label})
		}
		out[k].points = append(out[k].points, dot{m.at(), d.Value, d})
	}
	for _, s := range out {
		slices.SortStableFunc(s.points, func(a, b dot) int {
			switch {
			case a.at < b.at:
				return -1
			case a.at > b.at:
				return 1
			}
			return 0
		})
	}
	return out, nil
}

// dashes tell the lines of a chart apart without colour.
var dashes = [][]float64{nil, {5, 2.5}, {1.5, 2}, {7, 2, 1.5, 2}}

// trend draws a line chart: time runs evenly, each line carries its name at
// its end.
func (p *pen) trend(at string, f *brief.Figure) error {
	all, err := allSeries(at, f.Data)
	if err != nil {
		return err
	}
	var values []float64
	from, to := math.Inf(1), math.Inf(-1)
	for i := range f.Data {
		values = append(values, f.Data[i].Value)
		m := when(f.Data[i].Date).at()
		from, to = min(from, m), max(to, m)
	}
	if to-from < 0.5 {
		from, to = from-0.5, to+0.5
	}
	s := newScale(values, false, 5)
	top := p.unit(f.Data[0].Unit, 0)
	height := min(max(130, p.Width*0.38), 220)
	if bound := p.bound; bound > 0 {
		height = min(height, max(90, bound-70))
	}
	// The number over the highest point has room, be it at the upper end.
	over := (s.high - slices.Max(values)) / (s.high - s.low) * height
	for i := range f.Data {
		if f.Data[i].Value == slices.Max(values) {
			top += max(4, p.figures(&f.Data[i]).height+6-over)
			break
		}
	}
	bottom := top + height
	left, right := 0.0, p.Width
	for _, v := range s.ticks() {
		for _, l := range p.languages {
			left = max(left, p.measure(p.written(v, f.Data[0].Unit, l), l, smallSize, false)+6)
		}
	}
	names := make([]label, len(all))
	if len(all) > 1 {
		wide := 0.0
		for i := range all {
			names[i] = p.label(unmarked(all[i].name), p.Width*0.24, 1, true)
			wide = max(wide, names[i].width)
		}
		right -= wide + labelGap + 4
	} else {
		right -= 14
	}
	p.levels(s, f.Data[0].Unit, left, right, top, bottom)
	x := func(t float64) float64 { return left + 16 + (t-from)/(to-from)*(right-left-20) }
	y := func(v float64) float64 { return s.at(v, bottom, top) }
	p.years(from, to, x, bottom)
	p.lines(all, names, x, y, right)
	return nil
}

// levels draws the round numbers of the scale that runs upwards.
func (p *pen) levels(s scale, u language.Text, left, right, top, bottom float64) {
	for _, v := range s.ticks() {
		at := s.at(v, bottom, top)
		if v == 0 {
			p.stroke(line(Point{left, at}, Point{right, at}), rule, 0.8)
		} else {
			p.stroke(line(Point{left, at}, Point{right, at}), hairline, 0.5)
		}
		said := ""
		n := 0
		for _, l := range p.languages {
			if t := p.written(v, u, l); t != said {
				p.say(left-5, at+smallSize*0.36+float64(n)*smallSize*1.15, End, t, l, smallSize, false, soft)
				said = t
				n++
			}
		}
	}
}

// years writes the years under a scale of time.
func (p *pen) years(from, to float64, x func(float64) float64, bottom float64) {
	step := yearStep(to-from, max(2, math.Floor((x(to)-x(from))/46)))
	first := math.Ceil(from/step-1e-9) * step
	if first > to {
		first, step = math.Floor(from), 1
	}
	for t := first; t <= to+1e-9; t += step {
		at := x(t)
		if t < from {
			continue
		}
		p.stroke(line(Point{at, bottom}, Point{at, bottom + 3}), rule, 0.6)
		p.say(at, bottom+4+smallSize*1.1, Middle, strconv.Itoa(int(t)), p.languages[0], smallSize, false, soft)
	}
	p.Height = bottom + 6 + smallSize*leading
}

func (p *pen) lines(all []series, names []label, x, y func(float64) float64, right float64) {
	ends := make([]float64, len(all))
	for i := range all {
		points := all[i].points
		var path []Segment
		for k, d := range points {
			verb := Line
			if k == 0 {
				verb = Move
			}
			path = append(path, Segment{Verb: verb, To: Point{x(d.at), y(d.value)}})
		}
		colour := accent
		if i%2 == 1 {
			colour = soft
		}
		if len(points) > 1 {
			p.stroke(path, colour, 1.4, dashes[i%len(dashes)]...)
		}
		for k, d := range points {
			p.mark(i, Point{x(d.at), y(d.value)}, colour)
			if len(all) == 1 || k == len(points)-1 || k == 0 {
				below := k > 0 && d.value < points[k-1].value && (k == len(points)-1 || d.value < points[k+1].value)
				p.number(d.datum, x(d.at), y(d.value), below)
			}
		}
		last := points[len(points)-1]
		ends[i] = y(last.value)
	}
	if len(all) > 1 {
		p.nameLines(names, ends, right)
	}
}

// nameLines writes the names of lines beside their ends, none over another.
func (p *pen) nameLines(names []label, ends []float64, right float64) {
	order := make([]int, len(ends))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case ends[a] < ends[b]:
			return -1
		case ends[a] > ends[b]:
			return 1
		}
		return 0
	})
	wish, weight, offset := make([]float64, len(order)), make([]float64, len(order)), make([]float64, len(order))
	for k, i := range order {
		if k > 0 {
			offset[k] = offset[k-1] + (names[order[k-1]].height+names[i].height)/2 + 2
		}
		wish[k], weight[k] = ends[i]-offset[k], 1
	}
	for k, z := range rising(wish, weight) {
		i := order[k]
		middle := max(z+offset[k], names[i].height/2)
		if d := middle - ends[i]; d*d > 4 {
			p.stroke(line(Point{right - 2, ends[i]}, Point{right + 6, middle}), rule, 0.5)
		}
		p.put(names[i], right+labelGap, middle-names[i].height/2, Start)
	}
}

// number writes a value over or under its point.
func (p *pen) number(d *brief.Datum, x, y float64, below bool) {
	n := p.figures(d)
	if below {
		p.put(n, x, y+4, Middle)
		return
	}
	p.put(n, x, y-4-n.height, Middle)
}

// mark draws the point of a line: a circle, square, diamond or triangle.
func (p *pen) mark(i int, at Point, c Color) {
	const r = 3.0
	switch i % 4 {
	case 0:
		p.fill(circle(at.X, at.Y, r), c)
	case 1:
		p.fill(rectangle(at.X-r+0.4, at.Y-r+0.4, 2*r-0.8, 2*r-0.8), c)
	case 2:
		p.fill(polygon(Point{at.X, at.Y - r - 1}, Point{at.X + r + 1, at.Y}, Point{at.X, at.Y + r + 1}, Point{at.X - r - 1, at.Y}), c)
	default:
		p.fill(polygon(Point{at.X, at.Y - r - 0.6}, Point{at.X + r + 0.6, at.Y + r}, Point{at.X - r - 0.6, at.Y + r}), c)
	}
}
