package ime

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// A Careted is a text that knows where its caret is. Every [widget.Entry]
// does; the position is relative to the text, which an entry may have scrolled.
//
// [widget.Entry]: https://pkg.go.dev/fyne.io/fyne/v2/widget#Entry
type Careted interface {
	fyne.CanvasObject
	CursorPosition() fyne.Position
}

// A Scrolled is a text that also knows how far it is scrolled: CaretPosition
// is relative to the top left of the widget.
type Scrolled interface {
	Careted
	CaretPosition() fyne.Position
}

// caret returns the place of the caret in the text that has the focus, in
// pixels from the top left of the window's drawing area: one pixel wide and as
// high as a line. It is not ok if no text has the focus.
func caret(c fyne.Canvas) (box image.Rectangle, ok bool) {
	text, ok := c.Focused().(Careted)
	if !ok || !text.Visible() {
		return image.Rectangle{}, false
	}
	at := inside(text)
	line := fyne.MeasureText("字g", theme.Size(theme.SizeNameText), fyne.TextStyle{}).Height
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(text).Add(at)
	scale := c.Scale()
	x, y := int(top.X*scale), int(top.Y*scale)
	return image.Rect(x, y, x+1, y+int(line*scale)), true
}

// inside returns where in the widget the caret stands. Of a text that may be
// scrolled and does not say how far, the caret is somewhere within its edges.
func inside(text Careted) fyne.Position {
	if s, ok := text.(Scrolled); ok {
		return s.CaretPosition()
	}
	at, size := text.CursorPosition(), text.Size()
	return fyne.NewPos(
		fyne.Max(0, fyne.Min(at.X, size.Width)),
		fyne.Max(0, fyne.Min(at.Y, size.Height)),
	)
}
