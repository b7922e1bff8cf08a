package widgets

import (
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// A Row is one row of a [Column]: a key that stays the same while the row is
// the same thing, how high it probably is, and how it is built when it comes
// into view.
type Row struct {
	Key      string
	Estimate func(width float32) float32
	Build    func() fyne.CanvasObject
}

// Column shows rows one under the other and scrolls. It builds a row when it
// comes near the view and takes it down when it is far away, so its cost is
// that of what is on the screen.
type Column struct {
	widget.BaseWidget
	// Keep names a row that stays built wherever it is: the one with the focus.
	Keep string
	// HoldFocus has the keyboard stay on a row that is built anew, and pass to
	// the one that takes the place of a row that is gone.
	HoldFocus bool
	// OnTop is called with the key of the first row in view when it changes.
	OnTop func(key string)
	// OnWheel is asked before the wheel scrolls, and may take it.
	OnWheel func(*fyne.ScrollEvent) bool

	gap, margin float32
	rowWidth    float32 // 0: as wide as the column
	rows        []Row
	index       map[string]int
	built       map[string]fyne.CanvasObject
	heights     []float32
	measured    []bool
	tops        []float32 // of each row, and at last the end
	width       float32
	body        *columnBody
	scroll      *columnScroll
	busy        bool
	top         string
}

// A columnScroll lets the column have the wheel first.
type columnScroll struct {
	container.Scroll
	column *Column
}

// Scrolled is for Fyne.
func (s *columnScroll) Scrolled(e *fyne.ScrollEvent) {
	if s.column.OnWheel == nil || !s.column.OnWheel(e) {
		s.Scroll.Scrolled(e)
	}
}

// NewColumn returns an empty column: gap between rows, margin around them.
func NewColumn(gap, margin float32) *Column {
	c := &Column{gap: gap, margin: margin, built: map[string]fyne.CanvasObject{}}
	c.body = &columnBody{column: c}
	c.body.ExtendBaseWidget(c.body)
	c.scroll = &columnScroll{column: c}
	c.scroll.Content, c.scroll.Direction = c.body, container.ScrollVerticalOnly
	c.scroll.ExtendBaseWidget(c.scroll)
	c.scroll.OnScrolled = func(fyne.Position) { c.sync() }
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer is for Fyne.
func (c *Column) CreateRenderer() fyne.WidgetRenderer {
	return &columnRenderer{c}
}

// SetRows shows other rows. A row that was there by the same key stays as it
// is built.
func (c *Column) SetRows(rows []Row) { c.hold(func() { c.setRows(rows) }) }

func (c *Column) setRows(rows []Row) {
	heights := map[string]float32{}
	for i, r := range c.rows {
		if c.measured[i] {
			heights[r.Key] = c.heights[i]
		}
	}
	c.rows = rows
	c.index = make(map[string]int, len(rows))
	c.heights = make([]float32, len(rows))
	c.measured = make([]bool, len(rows))
	for i, r := range rows {
		c.index[r.Key] = i
		if h, ok := heights[r.Key]; ok {
			c.heights[i], c.measured[i] = h, true
		} else if c.width > 0 {
			c.heights[i] = r.Estimate(c.inner())
		}
	}
	for key := range c.built {
		if _, ok := c.index[key]; !ok {
			delete(c.built, key)
		}
	}
	c.restack()
	c.sync()
}

// Rebuild builds a row anew, when what it shows is another thing.
func (c *Column) Rebuild(key string) {
	i, ok := c.index[key]
	if !ok {
		return
	}
	c.hold(func() {
		delete(c.built, key)
		c.measured[i] = false
		c.sync()
	})
}

// Remeasure looks again how high a row is.
func (c *Column) Remeasure(key string) {
	if i, ok := c.index[key]; ok {
		c.measured[i] = false
		c.sync()
	}
}

// MeasureAgain looks again how high every row is, as after a change of face.
func (c *Column) MeasureAgain() {
	clear(c.measured)
	c.sync()
}

// Built returns the object of a row, if it is built.
func (c *Column) Built(key string) (fyne.CanvasObject, bool) {
	o, ok := c.built[key]
	return o, ok
}

// Reveal scrolls so that a row is in view, near the top if it was not.
func (c *Column) Reveal(key string) {
	i, ok := c.index[key]
	if !ok || c.width == 0 {
		return
	}
	for range 2 { // rows on the way are measured only when they come into view
		top, bottom := c.tops[i], c.tops[i]+c.heights[i]
		view := c.scroll.Size().Height
		switch at := c.scroll.Offset.Y; {
		case top >= at && bottom <= at+view:
			return
		default:
			c.ScrollTo(top - c.margin - 24)
		}
	}
}

// Lead scrolls so that a row is at the top, as far as there are rows under it.
func (c *Column) Lead(key string) {
	i, ok := c.index[key]
	if !ok || c.width == 0 {
		return
	}
	for range 2 { // rows on the way are measured only when they come into view
		c.ScrollTo(c.tops[i] - c.margin)
	}
}

// ScrollTo shows the column from a height on.
func (c *Column) ScrollTo(y float32) {
	y = fyne.Max(0, fyne.Min(y, c.total()-c.scroll.Size().Height))
	c.scroll.ScrollToOffset(fyne.NewPos(0, y))
	c.sync()
}

// Offset returns the height from which the column is shown.
func (c *Column) Offset() float32 { return c.scroll.Offset.Y }

// Bounds returns where a row lies in the column.
func (c *Column) Bounds(key string) (top, height float32, ok bool) {
	i, ok := c.index[key]
	if !ok || len(c.tops) == 0 {
		return 0, 0, false
	}
	return c.tops[i], c.heights[i], true
}

// RowAt returns the row at a height in the column, and whether the height lies
// in its lower half.
func (c *Column) RowAt(y float32) (key string, lower, ok bool) {
	if len(c.rows) == 0 || len(c.tops) == 0 {
		return "", false, false
	}
	i := min(c.rowAt(y), len(c.rows)-1)
	return c.rows[i].Key, y > c.tops[i]+c.heights[i]/2, true
}

func (c *Column) inner() float32 {
	if c.rowWidth > 0 {
		return c.rowWidth
	}
	return fyne.Max(0, c.width-2*c.margin)
}

// left returns where rows begin: rows of a width of their own stand in the
// middle.
func (c *Column) left() float32 {
	if c.rowWidth > 0 {
		return fyne.Max(c.margin, (c.width-c.rowWidth)/2)
	}
	return c.margin
}

// SetRowWidth gives rows a width of their own; 0 makes them as wide as the
// column. What is at the top stays there.
func (c *Column) SetRowWidth(width float32) {
	if width == c.rowWidth {
		return
	}
	if c.width == 0 {
		c.rowWidth = width
		return
	}
	anchor, share := c.anchor()
	c.rowWidth = width
	c.estimate()
	if i, ok := c.index[anchor]; ok {
		c.scroll.Offset.Y = fyne.Max(0, c.tops[i]+share*c.heights[i])
	}
	c.sync()
}

// anchor returns the row at the top of what is in view, and which share of it
// is above.
func (c *Column) anchor() (key string, share float32) {
	i := c.rowAt(c.scroll.Offset.Y)
	if i >= len(c.rows) || c.heights[i] <= 0 {
		return "", 0
	}
	return c.rows[i].Key, fyne.Max(0, fyne.Min(1, (c.scroll.Offset.Y-c.tops[i])/c.heights[i]))
}

// View returns how high the part of the column is that is in view.
func (c *Column) View() float32 { return c.scroll.Size().Height }

// Wide returns how wide the column is.
func (c *Column) Wide() float32 { return c.width }

func (c *Column) total() float32 {
	if len(c.tops) == 0 {
		return 0
	}
	return c.tops[len(c.tops)-1]
}

// restack computes where rows lie from their heights.
func (c *Column) restack() {
	c.tops = make([]float32, len(c.rows)+1)
	y := c.margin
	for i := range c.rows {
		c.tops[i] = y
		y += c.heights[i]
		if i < len(c.rows)-1 && c.heights[i] > 0 {
			y += c.gap
		}
	}
	c.tops[len(c.rows)] = y + c.margin
}

// resize takes another width: every height is an estimate again.
func (c *Column) resize(width float32) {
	if width == c.width {
		return
	}
	c.width = width
	c.estimate()
}

// estimate guesses the height of every row anew.
func (c *Column) estimate() {
	for i, r := range c.rows {
		c.heights[i], c.measured[i] = r.Estimate(c.inner()), false
	}
	c.restack()
}

// sync builds and measures what is in view and a little more, keeps the first
// visible row where it is, and takes down what is far away.
func (c *Column) sync() {
	if c.busy || c.width <= 0 || c.scroll.Size().Height <= 0 {
		return
	}
	c.busy = true
	defer func() { c.busy = false }()

	view := c.scroll.Size().Height
	at := c.scroll.Offset.Y
	anchor := c.rowAt(at)
	var shift float32
	if anchor < len(c.rows) {
		shift = at - c.tops[anchor]
	}
	for range 4 { // heights change what is in view; it settles at once or twice
		if !c.measure(c.tops[min(anchor, len(c.rows))]+shift, view) {
			break
		}
		c.restack()
	}
	if anchor < len(c.rows) {
		at = c.tops[anchor] + shift
	}
	at = fyne.Max(0, fyne.Min(at, c.total()-view))
	c.scroll.Offset.Y = at
	c.takeDown(at, view)
	c.body.Refresh()
	c.scroll.Refresh()
	if anchor < len(c.rows) && c.rows[anchor].Key != c.top {
		c.top = c.rows[anchor].Key
		if c.OnTop != nil {
			c.OnTop(c.top)
		}
	}
}

// measure builds the rows between at and at+view, with half a view around
// them, and reports whether a height changed.
func (c *Column) measure(at, view float32) bool {
	changed := false
	for i := c.rowAt(at - view/2); i < len(c.rows) && c.tops[i] < at+view*1.5; i++ {
		row := c.rows[i]
		o, ok := c.built[row.Key]
		if !ok {
			o = row.Build()
			c.built[row.Key] = o
			c.measured[i] = false
		}
		if c.measured[i] {
			continue
		}
		c.measured[i] = true
		if h := HeightFor(o, c.inner()); h != c.heights[i] {
			c.heights[i] = h
			changed = true
		}
	}
	return changed
}

func (c *Column) takeDown(at, view float32) {
	for key := range c.built {
		i := c.index[key]
		if key != c.Keep && (c.tops[i]+c.heights[i] < at-2*view || c.tops[i] > at+3*view) {
			delete(c.built, key)
		}
	}
}

// rowAt returns the index of the row at a height, or after it.
func (c *Column) rowAt(y float32) int {
	return sort.Search(len(c.rows), func(i int) bool { return c.tops[i]+c.heights[i] >= y })
}

// RevealSpan scrolls as little as needed so that the heights from top to
// bottom, in the column, are in view: the line with the caret.
func (c *Column) RevealSpan(top, bottom float32) {
	view, at := c.scroll.Size().Height, c.scroll.Offset.Y
	switch {
	case top < at:
		c.ScrollTo(top)
	case bottom > at+view:
		c.ScrollTo(bottom - view)
	}
}
