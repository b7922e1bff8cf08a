package argumentmap

import (
	"image/color"
	"math"

	"celun/app/argument"
	"celun/app/desktop/catalogue"
	librarypane "celun/app/desktop/library"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
)

// A nodeView is a node as it is drawn at one zoom.
type nodeView struct {
	m       *view
	i       int
	ground  *canvas.Rectangle
	outer   *canvas.Rectangle // of an open challenge, or a countermeasure under another
	band    *canvas.Rectangle
	mark    *widgets.Mark
	title   *widgets.Prose
	twin    *widgets.Prose
	badge   *widgets.Prose
	label   *canvas.Rectangle // behind the badge
	objects []fyne.CanvasObject
}

func newNodeView(m *view, i int) *nodeView {
	n := &nodeView{m: m, i: i, ground: canvas.NewRectangle(color.Transparent)}
	e := m.graph.nodes[i].entry
	z := m.zoom
	if m.graph.nodes[i].asks() {
		n.outer = canvas.NewRectangle(color.Transparent)
		n.objects = append(n.objects, n.outer)
	}
	n.band = canvas.NewRectangle(color.Transparent)
	n.objects = append(n.objects, n.ground, n.band)
	l := m.pane.Language
	size := m.graph.measure
	text := floor(float32(size.text) * z)
	if text < smallText {
		n.title = widgets.NewProse(e.ID)
		n.title.TextSize, n.title.Bold, n.title.MaxLines, n.title.Align = fyne.Max(9, fyne.Min(13, 26*z)), true, 1, fyne.TextAlignCenter
		n.objects = append(n.objects, n.title)
		n.paint()
		return n
	}
	n.mark = widgets.NewMark(librarypane.Shape(e.Kind))
	n.title = widgets.NewProse(size.title(e, l))
	n.title.TextSize = text
	n.objects = append(n.objects, n.mark, n.title)
	if size.twin > 0 {
		n.title.Bold = true
		n.twin = widgets.NewProse(e.Title.In(l.Other()))
		n.twin.TextSize, n.twin.Color = fyne.Min(text, floor(float32(size.twin)*z)), theme.Muted
		n.objects = append(n.objects, n.twin)
	}
	if k := m.graph.nodes[i]; k.asks() {
		n.badge = widgets.NewProse(catalogue.MapUnanswered.In(l))
		if k.under != nil {
			n.badge.Text = catalogue.MapStray.In(l)
		}
		n.badge.TextSize, n.badge.Bold, n.badge.MaxLines, n.badge.Color = fyne.Max(9, floor(10.5*z)), true, 1, theme.Pane
		n.label = canvas.NewRectangle(color.Transparent)
		n.objects = append(n.objects, n.label, n.badge)
	}
	n.paint()
	return n
}

// asks reports whether a node stands out, for something to be done about it.
func (n *node) asks() bool { return n.open || n.under != nil }

// floor gives texts whole sizes, as between them Fyne sets hanzi loosely, and
// never one for which a node has no room.
func floor(v float32) float32 { return float32(math.Floor(float64(v) + 0.01)) }

// ink returns the colour of a kind.
func ink(k argument.Kind) fyne.ThemeColorName {
	switch k {
	case argument.Challenge:
		return theme.Red
	case argument.Countermeasure, argument.Option:
		return theme.Green
	case argument.EvidenceKind:
		return theme.Muted
	}
	return fynetheme.ColorNamePrimary
}

// paint gives the node the colours of its kind and state.
func (n *nodeView) paint() {
	node := n.m.graph.nodes[n.i]
	colour := theme.Color(ink(node.entry.Kind))
	n.ground.FillColor = theme.Color(theme.Pane)
	n.ground.StrokeColor, n.ground.StrokeWidth, n.ground.CornerRadius = colour, 1, 6*n.m.zoom
	n.band.FillColor = color.Transparent
	if node.used {
		n.band.FillColor = colour // the brief holds it
	}
	switch node.entry.Kind {
	case argument.EvidenceKind:
		n.ground.CornerRadius = 0
	case argument.Challenge:
		n.ground.CornerRadius = 2
	}
	if node.under != nil {
		colour = theme.Color(theme.Amber)
		n.ground.StrokeColor = colour
	}
	if node.asks() {
		n.ground.StrokeWidth = 2
		n.outer.StrokeColor, n.outer.StrokeWidth, n.outer.CornerRadius = colour, 1, 5
		if n.label != nil {
			n.label.FillColor, n.label.CornerRadius = colour, 3
		}
	}
	switch {
	case n.i == n.m.chosen || n.i == n.m.target || n.i == n.m.linking:
		n.ground.StrokeColor, n.ground.StrokeWidth = theme.Color(fynetheme.ColorNamePrimary), 2.5
		n.ground.FillColor = theme.Color(theme.Soft)
	case n.i == n.m.hovered:
		n.ground.FillColor = theme.Color(theme.Soft)
	}
	n.ground.Refresh()
	n.band.Refresh()
}

// place puts the node at a point of the view.
func (n *nodeView) place(at fyne.Position) {
	z := n.m.zoom
	size := n.m.graph.measure
	w, h := float32(size.width)*z, float32(n.m.graph.boxes[n.i].Height)*z
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(at.AddXY(x, y))
		if size := fyne.NewSize(w, h); o.Size() != size {
			o.Resize(size)
		}
	}
	put(n.ground, 0, 0, w, h)
	put(n.band, 0, h*0.12, fyne.Max(2, 4*z), h*0.76)
	if n.outer != nil {
		put(n.outer, -3, -3, w+6, h+6)
	}
	if n.mark == nil {
		t := n.title.MinSize().Height
		put(n.title, 0, (h-t)/2, w, t)
		return
	}
	left := float32(size.left) * z
	inner := w - left - float32(size.right)*z
	th, uh := n.title.HeightFor(inner), float32(0)
	if n.twin != nil {
		uh = n.twin.HeightFor(inner)
	}
	y := (h - th - uh) / 2
	line := th
	if n.title.Text != "" {
		line = fyne.MeasureText("字", n.title.TextSize, fyne.TextStyle{Bold: n.title.Bold}).Height
	}
	side := fyne.Min(10, fyne.Max(7, 10*z))
	put(n.mark, left-side-fyne.Max(3, 6*z), y+(line-side)/2, side, side)
	put(n.title, left, y, inner, th)
	if n.twin != nil {
		put(n.twin, left, y+th, inner, uh)
	}
	if n.badge != nil { // over the upper edge, where no other node is
		b, high := fyne.Min(n.badge.Natural(), w-20), n.badge.MinSize().Height
		put(n.label, w-b-18, -high/2-2, b+12, high)
		put(n.badge, w-b-12, -high/2-2, b+2, high)
	}
}
