package preview

import (
	"fmt"

	"celun/app/desktop/catalogue"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// zooms are the steps of the size of pages, in percent of that on paper.
var zooms = []int{25, 50, 75, 100, 125, 150, 200, 300, 400}

// perPoint is how many units of the window a point of the page takes at 100%:
// both are named after 72 and 96 to an inch.
const perPoint = 96.0 / 72

// gutter is the room beside a page.
const gutter = 16

// zoomMenu chooses the size of pages.
func (v *Pages) zoomMenu() *fyne.Menu {
	m := fyne.NewMenu("")
	add := func(name string, zoom int) {
		item := fyne.NewMenuItem(name, func() { v.zoomTo(zoom) })
		item.Checked = v.choice.Zoom == zoom
		m.Items = append(m.Items, item)
	}
	add(catalogue.FitWidth.In(v.Language), 0)
	m.Items = append(m.Items, fyne.NewMenuItemSeparator())
	for _, z := range zooms {
		add(fmt.Sprintf("%d%%", z), z)
	}
	return m
}

func (v *Pages) zoomTo(zoom int) {
	c := v.choice
	c.Zoom = zoom
	v.Choose(c)
}

// Step makes the pages a step larger (1) or smaller (-1).
func (v *Pages) Step(by int) {
	now := float32(v.choice.Zoom)
	if now == 0 {
		now = v.fitted()
	}
	if by > 0 {
		for _, z := range zooms {
			if float32(z) > now*1.02 {
				v.zoomTo(z)
				return
			}
		}
		return
	}
	for i := len(zooms) - 1; i >= 0; i-- {
		if float32(zooms[i]) < now*0.98 {
			v.zoomTo(zooms[i])
			return
		}
	}
}

// Fit makes the pages as wide as the pane.
func (v *Pages) Fit() { v.zoomTo(0) }

// fitted returns the size of pages that are as wide as the pane, in percent.
func (v *Pages) fitted() float32 {
	if v.doc == nil || len(v.doc.Pages) == 0 {
		return 100
	}
	return 100 * (v.across.Size().Width - 2*gutter) / float32(v.doc.Pages[0].Width*perPoint)
}

// resize gives the pages the chosen size.
func (v *Pages) resize() {
	width := float32(0)
	if v.choice.Zoom > 0 && v.doc != nil && len(v.doc.Pages) > 0 {
		width = float32(v.doc.Pages[0].Width*perPoint) * float32(v.choice.Zoom) / 100
	}
	least := fyne.NewSize(width+2*gutter, 0)
	if v.sides.MinSize() != least {
		middle := float32(0.5)
		if room := v.across.Content.Size().Width - v.across.Size().Width; room > 1 {
			middle = v.across.Offset.X / room
		}
		v.sides.SetMinSize(least)
		v.across.Refresh()
		if room := least.Width - v.across.Size().Width; room > 1 {
			v.across.ScrollToOffset(fyne.NewPos(room*middle, 0))
		} else {
			v.across.ScrollToOffset(fyne.Position{})
		}
	}
	v.column.SetRowWidth(width)
}

// pan moves what is in view as a page is pulled.
func (v *Pages) pan(dx, dy float32) {
	if room := v.across.Content.Size().Width - v.across.Size().Width; room > 1 {
		x := fyne.Max(0, fyne.Min(room, v.across.Offset.X-dx))
		v.across.ScrollToOffset(fyne.NewPos(x, 0))
	}
	v.column.ScrollTo(v.column.Offset() - dy)
}

// wheel makes pages larger and smaller while Ctrl is held, and moves them
// sideways while Shift is.
func (v *Pages) wheel(e *fyne.ScrollEvent) bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	if !ok {
		return false
	}
	held := d.CurrentKeyModifiers()
	switch {
	case held&fyne.KeyModifierShortcutDefault != 0 && e.Scrolled.DY != 0:
		by := 1
		if e.Scrolled.DY < 0 {
			by = -1
		}
		v.Step(by)
		return true
	case held&fyne.KeyModifierShift != 0 || e.Scrolled.DX != 0 && e.Scrolled.DY == 0:
		v.pan(e.Scrolled.DX+e.Scrolled.DY, 0)
		return true
	}
	return false
}
