package widgets

import (
	"image/color"

	"celun/app/desktop/theme"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Panes shows three panes side by side. The outer two have widths that the
// user drags; the middle takes what is left, and is never squeezed below what
// it needs: the outer ones give way first, and where there is no room for three
// the right one is not shown.
type Panes struct {
	widget.BaseWidget
	// OnDragged tells the widths of the outer panes after a drag.
	OnDragged func(left, right float32)

	left, middle, right                fyne.CanvasObject
	leftWidth, rightWidth              float32
	leftLeast, middleLeast, rightLeast float32
	noLeft, noMiddle, noRight          bool
	dividers                           [2]*divider
}

// NewPanes returns three panes with the widths of the outer two; 0 lets one
// grow with the window.
func NewPanes(left, middle, right fyne.CanvasObject, leftWidth, rightWidth float32) *Panes {
	p := &Panes{
		left: left, middle: middle, right: right, leftWidth: leftWidth, rightWidth: rightWidth,
		leftLeast: 200, middleLeast: 420, rightLeast: 264,
	}
	p.dividers[0] = newDivider(func(dx float32) { p.drag(dx, 0) })
	p.dividers[1] = newDivider(func(dx float32) { p.drag(0, -dx) })
	p.ExtendBaseWidget(p)
	return p
}

// ShowPanes says which panes are shown; one is always there. Without the middle the
// right one takes its room.
func (p *Panes) ShowPanes(left, middle, right bool) {
	p.noLeft, p.noMiddle, p.noRight = !left, !middle && right, !right
	p.Refresh()
}

// Crowded reports whether the right pane, which is to be shown beside the
// middle one, has no room.
func (p *Panes) Crowded() bool { return p.crowded(p.Size().Width) }

func (p *Panes) crowded(total float32) bool {
	if p.noRight || p.noMiddle {
		return false
	}
	least := p.middleLeast + p.rightLeast
	if !p.noLeft {
		least += p.leftLeast
	}
	return least > total
}

// show shows what has room in a total width and hides the rest.
func (p *Panes) show(total float32) {
	crowded := p.crowded(total)
	for o, hidden := range map[fyne.CanvasObject]bool{
		p.left: p.noLeft, p.middle: p.noMiddle, p.right: p.noRight || crowded,
		p.dividers[0]: p.noLeft, p.dividers[1]: p.noRight || p.noMiddle || crowded,
	} {
		switch {
		case hidden && o.Visible():
			o.Hide()
		case !hidden && !o.Visible():
			o.Show()
		}
	}
}

// drag makes the outer panes wider by so much.
func (p *Panes) drag(left, right float32) {
	total := p.Size().Width
	nowLeft, nowRight := p.widths(total)
	wantLeft, wantRight := p.wanted(total)
	if !p.noLeft {
		p.leftWidth = nowLeft + left
	} else {
		p.leftWidth = wantLeft
	}
	if !p.noRight && !p.noMiddle {
		p.rightWidth = nowRight + right
	} else {
		p.rightWidth = wantRight
	}
	nowLeft, nowRight = p.widths(total)
	if !p.noLeft {
		p.leftWidth = nowLeft
	}
	if !p.noRight && !p.noMiddle {
		p.rightWidth = nowRight
	}
	p.Refresh()
	if p.OnDragged != nil {
		p.OnDragged(p.leftWidth, p.rightWidth)
	}
}

// widths returns the widths of the outer panes in a total width. Panes that
// were never dragged grow with the window, within reason.
func (p *Panes) widths(total float32) (left, right float32) {
	left, right = p.wanted(total)
	if p.noLeft {
		left = 0
	}
	if p.noRight || p.crowded(total) {
		right = 0
	}
	if p.noMiddle {
		return left, total - left - 1
	}
	if over := left + right + p.middleLeast - total; over > 0 {
		give := fyne.Max(0, fyne.Min(over, right-p.rightLeast))
		right -= give
		left -= fyne.Max(0, fyne.Min(over-give, left-p.leftLeast))
	}
	return left, right
}

// wanted returns the widths of the outer panes if there is room enough.
func (p *Panes) wanted(total float32) (left, right float32) {
	left, right = p.leftWidth, p.rightWidth
	if left == 0 {
		left = fyne.Min(320, total*0.22)
	}
	if right == 0 {
		right = fyne.Min(640, total*0.315)
	}
	return fyne.Max(p.leftLeast, left), fyne.Max(p.rightLeast, right)
}

// CreateRenderer is for Fyne.
func (p *Panes) CreateRenderer() fyne.WidgetRenderer { return &panesRenderer{p} }

type panesRenderer struct{ p *Panes }

func (r *panesRenderer) Layout(size fyne.Size) {
	p := r.p
	p.show(size.Width)
	left, right := p.widths(size.Width)
	gapLeft, gapRight := float32(1), float32(1)
	if p.noLeft {
		gapLeft = 0
	}
	if !p.right.Visible() {
		gapRight = 0
	}
	place := func(o fyne.CanvasObject, x, w float32) {
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(w, size.Height))
	}
	place(p.left, 0, left)
	place(p.middle, left+gapLeft, fyne.Max(0, size.Width-left-right-gapLeft-gapRight))
	place(p.right, size.Width-right, right)
	place(p.dividers[0], left-3, 7)
	place(p.dividers[1], size.Width-right-4, 7)
}

func (r *panesRenderer) MinSize() fyne.Size {
	p := r.p
	least := p.middleLeast
	if p.noMiddle {
		least = p.rightLeast
	}
	if !p.noLeft {
		least += p.leftLeast
	}
	return fyne.NewSize(least, 200)
}

func (r *panesRenderer) Refresh() {
	r.Layout(r.p.Size())
	canvas.Refresh(r.p)
}

func (r *panesRenderer) Objects() []fyne.CanvasObject {
	p := r.p
	return []fyne.CanvasObject{p.left, p.middle, p.right, p.dividers[0], p.dividers[1]}
}

func (r *panesRenderer) Destroy() {}

// A divider is a hairline that can be dragged sideways.
type divider struct {
	widget.BaseWidget
	line  *canvas.Rectangle
	moved func(dx float32)
}

func newDivider(moved func(dx float32)) *divider {
	d := &divider{line: canvas.NewRectangle(color.Transparent), moved: moved}
	d.ExtendBaseWidget(d)
	return d
}

// Cursor is for Fyne.
func (d *divider) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// Dragged is for Fyne.
func (d *divider) Dragged(e *fyne.DragEvent) { d.moved(e.Dragged.DX) }

// DragEnd is for Fyne.
func (d *divider) DragEnd() {}

// MouseIn is for Fyne.
func (d *divider) MouseIn(*desktop.MouseEvent) { d.tint(fynetheme.ColorNamePrimary) }

// MouseMoved is for Fyne.
func (d *divider) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is for Fyne.
func (d *divider) MouseOut() { d.tint(theme.Line) }

func (d *divider) tint(name fyne.ThemeColorName) {
	d.line.FillColor = colorOf(name)
	d.line.Refresh()
}

// CreateRenderer is for Fyne.
func (d *divider) CreateRenderer() fyne.WidgetRenderer {
	d.line.FillColor = colorOf(theme.Line)
	return &dividerRenderer{d}
}

type dividerRenderer struct{ d *divider }

func (r *dividerRenderer) Layout(size fyne.Size) {
	r.d.line.Move(fyne.NewPos(3, 0))
	r.d.line.Resize(fyne.NewSize(1, size.Height))
}

func (r *dividerRenderer) MinSize() fyne.Size           { return fyne.NewSize(7, 7) }
func (r *dividerRenderer) Refresh()                     { r.d.tint(theme.Line) }
func (r *dividerRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.d.line} }
func (r *dividerRenderer) Destroy()                     {}
