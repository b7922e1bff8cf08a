package figure

import (
	"math"
	"slices"
	"strconv"

	"celun/app/brief"
	"celun/app/language"
)

const (
	axisAt   = 40.0 // of the line of a timeline, pt from the left
	textFrom = 74.0 // of the events beside it
)

// An event is one entry of a timeline on its way onto it.
type event struct {
	*brief.Event
	when   moment
	texts  []label // one for each column
	height float64
	top    float64
}

// timeline draws dated events beside a line on which time runs evenly, each
// joined to its place on it. Events without a date stand after the others and
// are not joined.
func (p *pen) timeline(all []brief.Event) error {
	columns := [][]language.Language{p.languages}
	width := p.Width - textFrom
	const gutter = 16
	if p.bilingual() && p.Width >= 380 {
		columns = [][]language.Language{p.languages[:1], p.languages[1:]}
		width = (width - gutter) / 2
	}
	events := p.events(all, columns, width)
	y := 2.0
	for i := range events {
		e := &events[i]
		e.top = y
		for k, t := range e.texts {
			p.put(t, textFrom+float64(k)*(width+gutter), y, Start)
		}
		y += e.height + 6
	}
	p.Height = y - 4
	p.clock(events)
	return nil
}

// events sorts the events by date and breaks their texts.
func (p *pen) events(all []brief.Event, columns [][]language.Language, width float64) []event {
	var events []event
	for i := range all {
		events = append(events, event{Event: &all[i], when: when(all[i].Date)})
	}
	slices.SortStableFunc(events, func(a, b event) int {
		switch {
		case a.when.known != b.when.known:
			if a.when.known {
				return -1
			}
			return 1
		case a.when.at() < b.when.at():
			return -1
		case a.when.at() > b.when.at():
			return 1
		}
		return 0
	})
	for i := range events {
		e := &events[i]
		for _, column := range columns {
			var whole label
			for n, l := range column {
				part := p.entry(e.Event, l, width, n > 0)
				whole.lines = append(whole.lines, part.lines...)
				whole.height += part.height
			}
			e.texts = append(e.texts, whole)
			e.height = max(e.height, whole.height)
		}
	}
	return events
}

// entry is an event in one language: its date, and under it what happened.
func (p *pen) entry(e *brief.Event, l language.Language, width float64, second bool) label {
	var out label
	colour := ink
	if second {
		colour = soft
	}
	add := func(s string, bold bool, c Color) {
		for _, part := range p.breakLines(s, l, labelSize, bold, width) {
			out.lines = append(out.lines, Text{Text: part, Language: l, Size: labelSize, Bold: bold, Color: c})
			out.height += labelSize * leading
		}
	}
	date := plain(e.When.In(l))
	if date == "" {
		date = language.Date(e.Date).In(l)
	}
	if date != "" {
		add(date, true, accent)
	}
	if s := plain(e.Text.In(l)); s != "" {
		add(s, false, colour)
	}
	return out
}

// clock draws the line of time with its years, and joins each event to it.
func (p *pen) clock(events []event) {
	from, to := math.Inf(1), math.Inf(-1)
	n := 0
	for _, e := range events {
		if e.when.known {
			from, to = min(from, e.when.at()), max(to, e.when.at())
			n++
		}
	}
	if n == 0 {
		return
	}
	first, last := events[0].top+labelSize*0.75, events[n-1].top+labelSize*0.75
	if n == 1 || to-from < 1e-6 {
		p.fill(circle(axisAt, first, 3), accent)
		p.join(first, first)
		return
	}
	y := func(t float64) float64 { return first + (t-from)/(to-from)*(last-first) }
	p.stroke(line(Point{axisAt, first - 4}, Point{axisAt, last + 8}), rule, 1.2)
	p.head(Point{axisAt, last + 13}, 0, 1, 6, rule)
	p.Height = max(p.Height, last+14)
	step := yearStep(to-from, max(2, math.Floor((last-first)/26)))
	for t := math.Ceil(from/step-1e-9) * step; t <= to; t += step {
		p.stroke(line(Point{axisAt - 4, y(t)}, Point{axisAt, y(t)}), rule, 0.6)
		p.say(axisAt-7, y(t)+smallSize*0.36, End, strconv.Itoa(int(t)), p.languages[0], smallSize, false, soft)
	}
	for i := range n {
		at := y(events[i].when.at())
		p.join(at, events[i].top+labelSize*0.75)
	}
	for i := range n {
		p.fill(circle(axisAt, y(events[i].when.at()), 3), accent)
	}
}

// join draws the thread from a place on the line of time to an event.
func (p *pen) join(at, to float64) {
	p.stroke([]Segment{
		{Verb: Move, To: Point{axisAt, at}},
		{Verb: Line, To: Point{axisAt + 8, at}},
		{Verb: Line, To: Point{textFrom - 12, to}},
		{Verb: Line, To: Point{textFrom - 5, to}},
	}, rule, 0.6)
}
