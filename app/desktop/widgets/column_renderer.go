package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

type columnRenderer struct{ c *Column }

func (r *columnRenderer) Layout(size fyne.Size) {
	c := r.c
	if c.scroll.Size() == size {
		return
	}
	anchor, shift := "", float32(0)
	if i := c.rowAt(c.scroll.Offset.Y); i < len(c.rows) && c.width > 0 {
		anchor, shift = c.rows[i].Key, c.scroll.Offset.Y-c.tops[i]
	}
	changed := size.Width != c.width
	c.busy = true
	c.resize(size.Width)
	c.scroll.Resize(size)
	c.busy = false
	if i, ok := c.index[anchor]; ok && changed {
		c.scroll.Offset.Y = c.tops[i] + fyne.Min(shift, c.heights[i])
	}
	c.sync()
}

func (r *columnRenderer) MinSize() fyne.Size           { return fyne.NewSize(120, 80) }
func (r *columnRenderer) Refresh()                     { r.c.sync() }
func (r *columnRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.c.scroll} }
func (r *columnRenderer) Destroy()                     {}

// columnBody is what the scroller moves: as high as all rows, holding those
// that are built.
type columnBody struct {
	widget.BaseWidget
	column *Column
}

// CreateRenderer is for Fyne.
func (b *columnBody) CreateRenderer() fyne.WidgetRenderer { return &bodyRenderer{b.column} }

type bodyRenderer struct{ c *Column }

func (r *bodyRenderer) Layout(fyne.Size) {
	c := r.c
	for key, o := range c.built {
		i, ok := c.index[key]
		if !ok {
			continue
		}
		size := fyne.NewSize(c.inner(), c.heights[i])
		if o.Size() != size {
			o.Resize(size)
		}
		o.Move(fyne.NewPos(c.left(), c.tops[i]))
	}
}

func (r *bodyRenderer) MinSize() fyne.Size { return fyne.NewSize(0, r.c.total()) }

// Refresh lays the rows out and has them drawn. Fyne draws the window again
// only when it is told to, and a row that is built says nothing by itself.
func (r *bodyRenderer) Refresh() {
	r.Layout(fyne.Size{})
	drawAgain(r.c.body)
}

// drawAgain has the window of an object drawn again. Unlike canvas.Refresh it
// leaves the pictures of all texts in the object as they are.
func drawAgain(o fyne.CanvasObject) {
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(o).(interface{ SetDirty() }); ok {
		c.SetDirty()
	}
}

func (r *bodyRenderer) Objects() []fyne.CanvasObject {
	c := r.c
	objects := make([]fyne.CanvasObject, 0, len(c.built))
	for _, row := range c.rows { // in their order, so that Tab goes down
		if o, ok := c.built[row.Key]; ok {
			objects = append(objects, o)
		}
	}
	return objects
}

func (r *bodyRenderer) Destroy() {}
