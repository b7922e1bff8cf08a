package argumentmap

import (
	"math"

	"celun/app/desktop/theme"
	"celun/app/figure"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// zooms are the steps of size; 1 is full size.
var zooms = []float32{0.25, 0.35, 0.5, 0.7, 0.85, 1, 1.25, 1.6, 2}

// margin is left around the whole map when it is shown.
const margin = 16

const (
	// readable is the zoom from which on all titles are read with ease: a map
	// starts with it, or larger.
	readable = 0.92
	// smallText is the size of text below which a node shows its id instead of
	// a title that nobody can read.
	smallText = 8
)

// A view is the map itself: it is dragged to move it, turned by the wheel to
// zoom, and its nodes are clicked and drawn to each other.
type view struct {
	widget.BaseWidget
	pane  *Pane
	graph *graph

	zoom    float32
	offset  fyne.Position // of the top left corner of the view, in map units times zoom
	laidOut fyne.Size     // the size of the view that the map was laid out for
	fitted  bool          // the user has not moved since it was shown from the start, or whole
	whole   bool          // it is shown whole, however small that makes it

	nodes  map[int]*nodeView
	links  map[int]*linkView
	thread []fyne.CanvasObject // from the node that is being linked to the pointer

	chosen, hovered int // nodes, -1: none
	linking         int // the node that is being linked, -1: none
	target          int // what it would be linked to, -1: none
	pressed         fyne.Position
	panning         bool
	focused         bool
	objects         []fyne.CanvasObject
	frame           *canvas.Rectangle // shows the focus of the keyboard
}

var (
	_ fyne.Draggable      = (*view)(nil)
	_ fyne.Tappable       = (*view)(nil)
	_ fyne.DoubleTappable = (*view)(nil)
	_ fyne.Scrollable     = (*view)(nil)
	_ fyne.Focusable      = (*view)(nil)
	_ desktop.Hoverable   = (*view)(nil)
	_ desktop.Mouseable   = (*view)(nil)
	_ desktop.Cursorable  = (*view)(nil)
)

func newView(p *Pane) *view {
	m := &view{pane: p, zoom: 1, fitted: true, nodes: map[int]*nodeView{}, links: map[int]*linkView{}, chosen: -1, hovered: -1, linking: -1, target: -1}
	m.frame = canvas.NewRectangle(nil)
	m.ExtendBaseWidget(m)
	return m
}

// setGraph shows another graph. Of the same arguments the user stays where he
// is.
func (m *view) setGraph(g *graph) {
	if g.same(m.graph) {
		return
	}
	chosen := ""
	if m.graph != nil && m.chosen >= 0 {
		chosen = m.graph.nodes[m.chosen].entry.ID
	}
	stay := m.graph != nil && m.graph.choice == g.choice && !m.fitted
	m.graph = g
	m.chosen, m.hovered, m.linking, m.target = -1, -1, -1, -1
	if i, ok := g.at[chosen]; ok {
		m.chosen = i
	}
	m.drop()
	if !stay {
		m.start()
		return
	}
	m.sync()
}

// drop forgets what is built.
func (m *view) drop() {
	m.nodes, m.links = map[int]*nodeView{}, map[int]*linkView{}
}

// fit shows the whole map.
func (m *view) fit() {
	m.whole = true
	m.settle()
}

// start shows the whole map, or its beginning if the whole could not be read.
func (m *view) start() {
	m.whole = false
	m.settle()
}

// settle shows the map as [view.fit] or [view.start] did.
func (m *view) settle() {
	if m.graph == nil {
		return
	}
	size := m.Size()
	z := float32(1)
	w, h := float32(m.graph.size.Width), float32(m.graph.size.Height)
	if w > 0 && h > 0 && size.Width > 2*margin {
		z = fyne.Max(0.2, fyne.Min(1, fyne.Min((size.Width-2*margin)/w, (size.Height-2*margin)/h)))
	}
	if !m.whole {
		z = fyne.Max(z, readable)
	}
	m.scale(z)
	m.offset = fyne.NewPos(begin(w*z, size.Width), begin(h*z, size.Height))
	if i := m.graph.uppermost(); i >= 0 && h*z > size.Height { // the map has no corner that says anything
		at := float32(m.graph.centre(i).Y)*z - size.Height/2
		m.offset.Y = fyne.Max(m.offset.Y, fyne.Min(at, h*z-size.Height-m.offset.Y))
	}
	m.fitted = true
	m.sync()
}

// begin returns where a view begins in what it shows: that is in the middle of
// the view, or, if it is longer, shown from its beginning on.
func begin(long, view float32) float32 {
	if long > view {
		return -fyne.Min(margin, 12)
	}
	return (long - view) / 2
}

// scale sets the zoom.
func (m *view) scale(z float32) {
	if z != m.zoom {
		m.zoom = z
		m.drop()
	}
	m.pane.zoom.SetText(percent(z))
}

// step goes to the next zoom.
func (m *view) step(by int) {
	size := m.Size()
	m.stepAt(by, fyne.NewPos(size.Width/2, size.Height/2))
}

func (m *view) stepAt(by int, at fyne.Position) {
	z := m.zoom
	if by > 0 {
		for _, s := range zooms {
			if s > m.zoom*1.01 {
				z = s
				break
			}
		}
	} else {
		for i := len(zooms) - 1; i >= 0; i-- {
			if zooms[i] < m.zoom*0.99 {
				z = zooms[i]
				break
			}
		}
	}
	m.zoomAt(z, at)
}

func (m *view) zoomTo(z float32) {
	size := m.Size()
	m.zoomAt(z, fyne.NewPos(size.Width/2, size.Height/2))
}

// zoomAt changes the zoom and keeps what is at a point of the view there.
func (m *view) zoomAt(z float32, at fyne.Position) {
	k := z / m.zoom
	m.offset = fyne.NewPos((m.offset.X+at.X)*k-at.X, (m.offset.Y+at.Y)*k-at.Y)
	m.fitted = false
	m.scale(z)
	m.sync()
}

// move moves the map under the view.
func (m *view) move(dx, dy float32) {
	m.offset = m.offset.SubtractXY(dx, dy)
	m.fitted = false
	m.sync()
}

// bound keeps a part of the map in view.
func (m *view) bound() {
	if m.graph == nil {
		return
	}
	size := m.Size()
	const keep = 60
	w, h := float32(m.graph.size.Width)*m.zoom, float32(m.graph.size.Height)*m.zoom
	m.offset.X = fyne.Max(keep-size.Width, fyne.Min(w-keep, m.offset.X))
	m.offset.Y = fyne.Max(keep-size.Height, fyne.Min(h-keep, m.offset.Y))
}

// mapPoint returns the point of the map at one of the view.
func (m *view) mapPoint(p fyne.Position) figure.Point {
	return figure.Point{X: float64((p.X + m.offset.X) / m.zoom), Y: float64((p.Y + m.offset.Y) / m.zoom)}
}

// at returns the point of the view at one of the map.
func (m *view) at(p figure.Point) fyne.Position {
	return fyne.NewPos(float32(p.X)*m.zoom-m.offset.X, float32(p.Y)*m.zoom-m.offset.Y)
}

// reveal moves the map so that a node is in view.
func (m *view) reveal(i int) {
	size := m.Size()
	c := m.at(m.graph.centre(i))
	w, h := float32(m.graph.boxes[i].Width)*m.zoom/2+16, float32(m.graph.boxes[i].Height)*m.zoom/2+16
	var dx, dy float32
	switch {
	case c.X-w < 0:
		dx = w - c.X
	case c.X+w > size.Width:
		dx = size.Width - c.X - w
	}
	switch {
	case c.Y-h < 0:
		dy = h - c.Y
	case c.Y+h > size.Height:
		dy = size.Height - c.Y - h
	}
	if dx != 0 || dy != 0 {
		m.move(dx, dy)
	}
}

// choose makes a node the chosen one; -1 is none.
func (m *view) choose(i int) {
	if m.chosen == i {
		return
	}
	m.chosen = i
	m.repaint()
}

// repaint shows what is chosen, pointed at and linked.
func (m *view) repaint() {
	m.links = map[int]*linkView{} // they stand out or step back
	for _, n := range m.nodes {
		n.paint()
	}
	m.sync()
}

// sync builds what is in view and places it.
func (m *view) sync() {
	m.objects = m.objects[:0]
	if m.graph != nil {
		m.bound()
		size := m.Size()
		from := m.mapPoint(fyne.NewPos(0, 0))
		to := m.mapPoint(fyne.NewPos(size.Width, size.Height))
		m.syncLinks(from, to)
		m.syncNodes(from, to)
	}
	m.objects = append(m.objects, m.thread...)
	m.frame.FillColor, m.frame.StrokeWidth = theme.Color(fynetheme.ColorNameBackground), 0
	if m.focused {
		m.frame.StrokeWidth, m.frame.StrokeColor = 1, theme.Color(fynetheme.ColorNamePrimary)
	}
	canvas.Refresh(m)
}

func (m *view) syncNodes(from, to figure.Point) {
	seen := 0
	for i, at := range m.graph.places {
		b := m.graph.boxes[i]
		if at.X > to.X || at.Y > to.Y || at.X+b.Width < from.X || at.Y+b.Height < from.Y {
			continue
		}
		n := m.nodes[i]
		if n == nil {
			n = newNodeView(m, i)
			m.nodes[i] = n
		}
		n.place(m.at(at))
		m.objects = append(m.objects, n.objects...)
		seen++
	}
	if len(m.nodes) > 2*seen+60 { // what was passed is given back
		for i := range m.nodes {
			if p := m.at(m.graph.places[i]); p.X > m.Size().Width || p.Y > m.Size().Height || p.X < -float32(m.graph.width)*m.zoom || p.Y < -400 {
				delete(m.nodes, i)
			}
		}
	}
}

func (m *view) syncLinks(from, to figure.Point) {
	front := m.front()
	var above []fyne.CanvasObject
	for i := range m.graph.links {
		k := &m.graph.links[i]
		if len(k.points) < 2 || !touches(k.points, from, to) {
			continue
		}
		l := m.links[i]
		if l == nil {
			l = newLinkView(m, i, front)
			m.links[i] = l
		}
		l.place()
		if l.strong {
			above = append(above, l.objects...)
			continue
		}
		m.objects = append(m.objects, l.objects...)
	}
	m.objects = append(m.objects, above...)
}

// front returns the node whose links stand out.
func (m *view) front() int {
	if m.chosen >= 0 {
		return m.chosen
	}
	return m.hovered
}

// touches reports whether a link runs through a part of the map.
func touches(points []figure.Point, from, to figure.Point) bool {
	low, high := points[0], points[0]
	for _, p := range points {
		low = figure.Point{X: math.Min(low.X, p.X), Y: math.Min(low.Y, p.Y)}
		high = figure.Point{X: math.Max(high.X, p.X), Y: math.Max(high.Y, p.Y)}
	}
	return low.X <= to.X && low.Y <= to.Y && high.X >= from.X && high.Y >= from.Y
}

// takeFocus puts the keyboard on the map.
func (m *view) takeFocus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(m); c != nil {
		c.Focus(m)
	}
}

// CreateRenderer is for Fyne.
func (m *view) CreateRenderer() fyne.WidgetRenderer { return &viewRenderer{m} }

type viewRenderer struct{ m *view }

func (r *viewRenderer) Layout(size fyne.Size) {
	r.m.frame.Resize(size)
	if m := r.m; m.fitted {
		m.settle()
		if was := m.laidOut; m.graph != nil && was.Height > 0 && size.Height > 0 {
			if k := size.Width / size.Height * was.Height / was.Width; k > 1.3 || k < 0.77 {
				m.pane.layout() // in another shape it may be shown larger
			}
		}
		return
	}
	r.m.sync()
}

func (r *viewRenderer) MinSize() fyne.Size { return fyne.NewSize(120, 80) }
func (r *viewRenderer) Refresh()           { r.m.sync() }
func (r *viewRenderer) Objects() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{r.m.frame}, r.m.objects...)
}
func (r *viewRenderer) Destroy() {}
