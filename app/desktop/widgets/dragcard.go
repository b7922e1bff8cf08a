package widgets

import "fyne.io/fyne/v2"

// A DragCard is a card that can be dragged to another place of the window.
type DragCard struct {
	Card
	// OnDragged tells where the pointer is in the window while it drags.
	OnDragged func(at fyne.Position)
	// OnDropped is called when it is let go.
	OnDropped func()

	way float32 // how far the pointer has come
}

var _ fyne.Draggable = (*DragCard)(nil)

// aslant is how far (in points) a hand may move while it clicks.
const aslant = 8

// NewDragCard returns a card around content with a margin of pad.
func NewDragCard(content fyne.CanvasObject, pad float32) *DragCard {
	c := &DragCard{}
	c.build(c, content, pad)
	return c
}

// Dragged is for Fyne.
func (c *DragCard) Dragged(e *fyne.DragEvent) {
	c.way += max(e.Dragged.DX, -e.Dragged.DX) + max(e.Dragged.DY, -e.Dragged.DY)
	if c.way >= aslant && c.OnDragged != nil {
		c.OnDragged(e.AbsolutePosition)
	}
}

// DragEnd is for Fyne. A drag that led nowhere was meant as a click.
func (c *DragCard) DragEnd() {
	far := c.way >= aslant
	c.way = 0
	switch {
	case !far:
		c.Tapped(nil)
	case c.OnDropped != nil:
		c.OnDropped()
	}
}
