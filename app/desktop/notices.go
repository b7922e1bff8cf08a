package desktop

import (
	"celun/app/desktop/theme"
	"celun/app/desktop/widgets"

	"fyne.io/fyne/v2"
)

// notices are strips under the bar at the top that say what stands in the way
// of the work, with what can be done about it, and stay until it is done.
type notices struct {
	keys []string
	said map[string]notice
	view *fyne.Container
	// changed is called when the strips need another height.
	changed func()
}

type notice struct {
	text    string
	answers []widgets.Answer
}

// stack gives each strip the height that its text needs in the width.
type stack struct{ width float32 }

func (s *stack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	h := float32(0)
	for _, o := range objects {
		if c, ok := o.(*fyne.Container); ok { // another stack
			if in, ok := c.Layout.(*stack); ok {
				in.width = s.width
			}
		}
		h += widgets.HeightFor(o, s.width)
	}
	return fyne.NewSize(0, h)
}

func (s *stack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	s.width = size.Width
	y := float32(0)
	for _, o := range objects {
		h := widgets.HeightFor(o, size.Width)
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, h))
		y += h
	}
}

func newNotices() *notices {
	n := &notices{said: map[string]notice{}}
	n.view = &fyne.Container{Layout: &stack{width: 1000}}
	return n
}

// put shows a notice in the place of one with the same key.
func (n *notices) put(key, text string, answers ...widgets.Answer) {
	if _, ok := n.said[key]; !ok {
		n.keys = append(n.keys, key)
	}
	n.said[key] = notice{text, answers}
	n.show()
}

// drop takes a notice away.
func (n *notices) drop(key string) {
	if _, ok := n.said[key]; !ok {
		return
	}
	delete(n.said, key)
	for i, k := range n.keys {
		if k == key {
			n.keys = append(n.keys[:i], n.keys[i+1:]...)
			break
		}
	}
	n.show()
}

// clear takes all notices away.
func (n *notices) clear() {
	n.keys, n.said = nil, map[string]notice{}
	n.show()
}

func (n *notices) show() {
	n.view.Objects = nil
	for _, key := range n.keys {
		n.view.Objects = append(n.view.Objects, strip(n.said[key]))
	}
	n.view.Refresh()
	if n.changed != nil {
		n.changed()
	}
}

// strip is one notice: an amber bar at its left, its text and its buttons.
func strip(n notice) fyne.CanvasObject {
	text := widgets.NewProse(n.text)
	var buttons []fyne.CanvasObject
	for _, a := range n.answers {
		buttons = append(buttons, widgets.NewButton(a.Rank, a.Label, a.Icon, a.Run))
	}
	tools := widgets.NewLine(6, -1, buttons...)
	ground, bar, line := widgets.NewGround(theme.Pane), widgets.NewGround(theme.Amber), widgets.NewHairline()
	return widgets.NewArranged(300, func(width, _ float32, place widgets.Place) float32 {
		m := tools.MinSize()
		w := fyne.Max(120, width-m.Width-44)
		h := fyne.Max(widgets.HeightFor(text, w)+14, m.Height+10)
		place(ground, 0, 0, width, h)
		place(bar, 0, 0, 4, h)
		place(line, 0, h-1, width, 1)
		t := widgets.HeightFor(text, w)
		place(text, 18, (h-t)/2, w, t)
		place(tools, width-m.Width-14, (h-m.Height)/2, m.Width, m.Height)
		return h
	}, ground, bar, line, text, tools)
}
