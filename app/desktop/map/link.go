package argumentmap

import (
	"image/color"
	"math"

	"celun/app/argument"
	"celun/app/desktop/theme"
	"celun/app/figure"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
)

// A linkView is a link as it is drawn at one zoom: strokes of its line, and of
// the head of its arrow.
type linkView struct {
	m       *view
	i       int
	strong  bool
	strokes [][2]figure.Point // in map units
	lines   []*canvas.Line
	objects []fyne.CanvasObject
}

// dashOf returns the lengths of the strokes and gaps of a link, in map units.
func dashOf(k argument.LinkKind) (on, off float64) {
	switch k {
	case argument.Opposes:
		return 12, 7
	case argument.Qualifies:
		return 3, 6
	case argument.Cites:
		return 8, 5
	}
	return 0, 0
}

func newLinkView(m *view, i, front int) *linkView {
	k := &m.graph.links[i]
	l := &linkView{m: m, i: i, strong: front >= 0 && (k.from == front || k.to == front)}
	points := k.points
	on, off := dashOf(k.kind)
	l.strokes = dashed(points, on, off)
	if k.kind != argument.PartOf {
		l.strokes = append(l.strokes, head(points, k.back)...)
	}
	colour := theme.Color(theme.Muted)
	switch k.kind {
	case argument.Answers:
		colour = theme.Color(theme.Green)
	case argument.Opposes:
		colour = theme.Color(theme.Red)
	}
	width := float32(1.2)
	switch {
	case l.strong:
		width = 2.4
		if k.kind != argument.Answers && k.kind != argument.Opposes {
			colour = theme.Color(fynetheme.ColorNamePrimary)
		}
	case front >= 0:
		colour = faint(colour)
	}
	for range l.strokes {
		line := canvas.NewLine(colour)
		line.StrokeWidth = width * fyne.Max(0.9, fyne.Min(1.3, m.zoom))
		l.lines = append(l.lines, line)
		l.objects = append(l.objects, line)
	}
	return l
}

// faint is a colour that steps back, mixed with that of the ground.
func faint(c color.Color) color.Color {
	r, g, b, _ := c.RGBA()
	x, y, z, _ := theme.Color(fynetheme.ColorNameBackground).RGBA()
	mix := func(a, b uint32) uint8 { return uint8((a*3 + b*7) / 10 >> 8) }
	return color.NRGBA{mix(r, x), mix(g, y), mix(b, z), 0xff}
}

// place puts the link where it runs in the view.
func (l *linkView) place() {
	for i, s := range l.strokes {
		l.lines[i].Position1, l.lines[i].Position2 = l.m.at(s[0]), l.m.at(s[1])
	}
}

// dashed cuts a line into strokes; without gaps it is the line itself.
func dashed(points []figure.Point, on, off float64) [][2]figure.Point {
	var out [][2]figure.Point
	drawing, left := true, on
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		length := math.Hypot(b.X-a.X, b.Y-a.Y)
		if on == 0 {
			if length > 0.01 {
				out = append(out, [2]figure.Point{a, b})
			}
			continue
		}
		at := func(d float64) figure.Point {
			return figure.Point{X: a.X + (b.X-a.X)*d/length, Y: a.Y + (b.Y-a.Y)*d/length}
		}
		for d := 0.0; d < length; {
			step := math.Min(left, length-d)
			if drawing {
				out = append(out, [2]figure.Point{at(d), at(d + step)})
			}
			d += step
			if left -= step; left <= 1e-9 {
				drawing = !drawing
				left = on
				if !drawing {
					left = off
				}
			}
		}
	}
	return out
}

// head returns the two strokes of an arrow at the end of a line, or at its
// beginning.
func head(points []figure.Point, back bool) [][2]figure.Point {
	tip, from := points[len(points)-1], points[len(points)-2]
	if back {
		tip, from = points[0], points[1]
	}
	dx, dy := tip.X-from.X, tip.Y-from.Y
	n := math.Hypot(dx, dy)
	if n == 0 {
		return nil
	}
	const long, wide = 9, 4.5
	dx, dy = dx/n, dy/n
	return [][2]figure.Point{
		{tip, {X: tip.X - dx*long - dy*wide, Y: tip.Y - dy*long + dx*wide}},
		{tip, {X: tip.X - dx*long + dy*wide, Y: tip.Y - dy*long - dx*wide}},
	}
}
