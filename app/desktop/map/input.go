package argumentmap

import (
	"celun/app/argument"
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
)

// MouseDown is for Fyne: a press on a node may become a link, one beside them
// moves the map.
func (m *view) MouseDown(e *desktop.MouseEvent) {
	m.pressed = e.Position
	m.takeFocus()
}

// MouseUp is for Fyne.
func (m *view) MouseUp(*desktop.MouseEvent) {}

// Dragged is for Fyne.
func (m *view) Dragged(e *fyne.DragEvent) {
	if m.graph == nil {
		return
	}
	if m.linking < 0 && !m.panning {
		if m.linking = m.graph.hit(m.mapPoint(m.pressed)); m.linking < 0 {
			m.panning = true
		} else {
			m.choose(m.linking)
		}
	}
	if m.panning {
		m.move(e.Dragged.DX, e.Dragged.DY)
		return
	}
	target := m.graph.hit(m.mapPoint(e.Position))
	if target == m.linking {
		target = -1
	}
	m.pull(e.Position)
	if target != m.target {
		m.target = target
		m.repaint()
		return
	}
	m.sync()
}

// DragEnd is for Fyne.
func (m *view) DragEnd() {
	from, to := m.linking, m.target
	m.panning = false
	m.letGo()
	if from >= 0 && to >= 0 {
		m.join(from, to)
	}
}

// pull draws the thread from the node that is being linked to a point.
func (m *view) pull(to fyne.Position) {
	line := canvas.NewLine(theme.Color(fynetheme.ColorNamePrimary))
	line.StrokeWidth = 2
	line.Position1, line.Position2 = m.at(m.graph.centre(m.linking)), to
	dot := canvas.NewCircle(theme.Color(fynetheme.ColorNamePrimary))
	dot.Resize(fyne.NewSquareSize(8))
	dot.Move(to.SubtractXY(4, 4))
	m.thread = []fyne.CanvasObject{line, dot}
}

// letGo ends linking.
func (m *view) letGo() {
	if m.linking < 0 {
		return
	}
	m.linking, m.target, m.thread = -1, -1, nil
	m.repaint()
}

func (m *view) join(from, to int) {
	if m.pane.OnLink != nil {
		m.pane.OnLink(m.graph.nodes[from].entry, m.graph.nodes[to].entry)
	}
}

// Tapped is for Fyne.
func (m *view) Tapped(e *fyne.PointEvent) {
	if m.graph == nil {
		return
	}
	i := m.graph.hit(m.mapPoint(e.Position))
	m.choose(i)
	if i >= 0 {
		m.open(i)
	}
}

// DoubleTapped is for Fyne.
func (m *view) DoubleTapped(e *fyne.PointEvent) {
	if m.graph == nil {
		return
	}
	if i := m.graph.hit(m.mapPoint(e.Position)); i >= 0 {
		m.choose(i)
		m.details(i)
	}
}

func (m *view) open(i int) {
	if m.pane.OnOpen != nil {
		m.pane.OnOpen(m.graph.nodes[i].entry)
	}
}

func (m *view) details(i int) {
	if m.pane.OnDetails != nil {
		m.pane.OnDetails(m.graph.nodes[i].entry)
	}
}

// Scrolled is for Fyne: the wheel zooms at the pointer.
func (m *view) Scrolled(e *fyne.ScrollEvent) {
	if e.Scrolled.DX != 0 && e.Scrolled.DY == 0 {
		m.move(e.Scrolled.DX, 0)
		return
	}
	by := 1
	if e.Scrolled.DY < 0 {
		by = -1
	}
	m.stepAt(by, e.Position)
}

// MouseIn is for Fyne.
func (m *view) MouseIn(e *desktop.MouseEvent) { m.MouseMoved(e) }

// MouseMoved is for Fyne.
func (m *view) MouseMoved(e *desktop.MouseEvent) {
	if m.graph == nil || m.linking >= 0 || m.panning {
		return
	}
	m.hover(m.graph.hit(m.mapPoint(e.Position)))
}

// MouseOut is for Fyne.
func (m *view) MouseOut() {
	if m.graph != nil {
		m.hover(-1)
	}
}

func (m *view) hover(i int) {
	if i == m.hovered {
		return
	}
	m.hovered = i
	m.hint()
	m.repaint()
}

// Cursor is for Fyne.
func (m *view) Cursor() desktop.Cursor {
	if m.hovered >= 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// FocusGained is for Fyne.
func (m *view) FocusGained() {
	m.focused = true
	m.tell()
	m.sync()
}

// FocusLost is for Fyne.
func (m *view) FocusLost() {
	m.focused = false
	if m.pane.OnHint != nil {
		m.pane.OnHint("")
	}
	m.letGo()
	m.sync()
}

// TypedRune is for Fyne: + and - zoom, 0 shows the whole, l links, f shows
// only what has to do with a challenge.
func (m *view) TypedRune(r rune) {
	switch r {
	case '+', '=':
		m.step(1)
	case '-':
		m.step(-1)
	case '0':
		m.fit()
	case 'l', 'L':
		if m.chosen >= 0 {
			m.linking = m.chosen
			m.tell()
			m.repaint()
		}
	case 'f', 'F':
		m.toggleFocus()
	case ' ':
		if m.chosen >= 0 {
			m.open(m.chosen)
		}
	}
}

// toggleFocus shows only what has to do with the chosen challenge, or again
// everything.
func (m *view) toggleFocus() {
	c := m.pane.choice
	switch {
	case c.Focus != "":
		c.Focus = ""
	case m.chosen >= 0 && m.graph.nodes[m.chosen].entry.Kind == argument.Challenge:
		c.Focus = m.graph.nodes[m.chosen].entry.ID
	default:
		return
	}
	m.pane.Choose(c)
}

// TypedKey is for Fyne: arrows go from node to node, Enter opens, Escape ends
// linking and choosing, and leaves the map.
func (m *view) TypedKey(k *fyne.KeyEvent) {
	if widgets.PassOn(m, k) { // a function key
		return
	}
	if m.graph == nil || len(m.graph.nodes) == 0 {
		if k.Name == fyne.KeyEscape {
			widgets.ToWindow(m, k)
		}
		return
	}
	switch k.Name {
	case fyne.KeyLeft:
		m.walk(-1, 0)
	case fyne.KeyRight:
		m.walk(1, 0)
	case fyne.KeyUp:
		m.walk(0, -1)
	case fyne.KeyDown:
		m.walk(0, 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		m.enter()
	case fyne.KeyEscape:
		switch {
		case m.linking >= 0:
			m.letGo()
			m.tell()
		case m.chosen >= 0:
			m.choose(-1)
			m.tell()
		default:
			widgets.ToWindow(m, k)
		}
	}
}

// walk goes to the next node in a direction; while linking it is the target
// that goes.
func (m *view) walk(dx, dy float64) {
	from := m.chosen
	if m.linking >= 0 && m.target >= 0 {
		from = m.target
	}
	to := 0
	if from >= 0 {
		if to = m.graph.toward(from, dx, dy); to < 0 {
			return
		}
	}
	if m.linking < 0 {
		m.choose(to)
		m.reveal(to)
		m.tell()
		return
	}
	m.target = to
	if to == m.linking {
		m.target = -1
	}
	m.reveal(to)
	m.pull(m.at(m.graph.centre(to)))
	m.repaint()
}

func (m *view) enter() {
	switch {
	case m.linking >= 0 && m.target >= 0:
		from, to := m.linking, m.target
		m.letGo()
		m.tell()
		m.join(from, to)
	case m.chosen >= 0:
		m.details(m.chosen)
	}
}
